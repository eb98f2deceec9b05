import pytest

from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.page import Boxes, Facts, Heading, Page, Para, Points, Table
from audit_tui.formats.text import to_text

from .dressed import FIELDS, LINE, WRITTEN_FREELY, fitting, text
from .hostile_text import NEVER_SHOWN, SHORT, Seen, homes, look, pairs, writing_as_it_comes
from .only_text import faults
from .outputs import outputs
from .texts import TEXTS
from .whole import DAY


@pytest.mark.parametrize("turn", SHORT)
def test_in_every_field_and_output_text_is_only_text(turn: int) -> None:
    seen = look([turn], on_screen=not turn)
    assert seen.bad == []
    assert seen.holes == []
    assert not any(seen.met[field] for field in NEVER_SHOWN)


@pytest.mark.long
def test_every_text_in_every_field_is_only_text_in_every_output_and_on_every_screen() -> None:
    seen = look(range(len(TEXTS)), besides=False)
    assert (seen.bad, seen.holes) == ([], [])


def test_every_field_has_every_text_that_it_can_hold_in_its_turn() -> None:
    for field in FIELDS:
        assert len({text(field, turn) for turn in range(len(TEXTS))}) >= 40, field


@pytest.mark.parametrize("turn", SHORT)
@pytest.mark.parametrize("field", WRITTEN_FREELY)
def test_what_is_written_freely_acts_on_a_terminal_and_turns_the_line_around_in_every_turn(
    field: str, turn: int
) -> None:
    found = text(field, turn, besides=True)
    assert "\x1b" in found
    assert {*found} & {"\u202e", "\u2066", "\u061c"}
    assert len(found) <= LINE


def test_every_pair_is_tried_in_the_long_form_and_said_to_be_so() -> None:
    assert pairs(range(len(TEXTS)), besides=False) == sum(len(fitting(field)) for field in FIELDS)


def test_a_program_that_writes_text_as_it_comes_is_caught() -> None:
    seen = Seen()
    with homes([0]) as (dressed,), writing_as_it_comes():
        seen.look(outputs(dressed))
    told = {fault.partition(": ")[0].rpartition(" as ")[2] for fault in seen.bad}
    assert told >= {"markdown", "html", "csv"}


@pytest.mark.parametrize("found", TEXTS, ids=repr)
def test_a_page_of_anything_is_only_text_even_where_it_was_let_in(found: str) -> None:
    page = Page(found, (
        Heading(found), Para(found), Points((found, found)), Points((found,), numbered=True), Facts(((found, found),)),
        Boxes((found,)), Table(found, (found, found), ((found, found),)),
    ))  # fmt: skip
    for format_, written in {"html": to_html(page, DAY), "markdown": to_markdown(page), "text": to_text(page)}.items():
        assert [fault for fault in faults(format_, written) if fault != "it has a line that was made up"] == []


@pytest.mark.parametrize(
    ("format_", "written"),
    [
        ("text", "a\x1b[31m"), ("text", "a\u202eb"), ("text", "\u200b"), ("text", "a\n- Teacher Z: up to date"), ("text", "a\rb"),
        ("html", "<p onclick='x'>"), ("html", "<a href='x'>"), ("html", "<script>"), ("html", "<p>no policy"),
        ("markdown", "[x](https://evil.example)"), ("markdown", "https://evil.example"), ("markdown", "<b>x</b>"), ("markdown", "    code"),
        ("markdown", "> quoted"), ("markdown", "*x*"), ("csv", '"=1+1"'), ("csv", '"＝1"'), ("json", '"\x9b"'),
    ],
)  # fmt: skip
def test_what_acts_is_noticed(format_: str, written: str) -> None:
    assert [*faults(format_, written)]
