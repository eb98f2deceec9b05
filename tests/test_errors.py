"""What is told of a fault: one or two sentences, harmless whatever stands in a path, a key or a value."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.errors import ChangedElsewhere, TooLarge, Unwritable, UserError
from audit_tui.formats.page import Heading, Points
from audit_tui.pages.problems import problem_blocks

ACTS = "\x1b]0;x\x07\u202e\n"
SHOWN = "␛]0;x␇\ufffd␊"
ANY = st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x9b\u202e\u2028\n\r\0")), max_size=20)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UserError("it broke"), "It broke."),
        (UserError("it broke", remedy="mend it"), "It broke. Mend it."),
        (UserError("it broke", path=Path("a.toml")), "a.toml: it broke."),
        (UserError("it broke", key="title"), "title: it broke."),
        (
            UserError("it broke", path=Path("a.toml"), key="title", remedy="mend it"),
            "a.toml, title: it broke. Mend it.",
        ),
    ],
)
def test_place_fault_and_remedy_are_told_in_sentences(error: UserError, told: str) -> None:
    assert str(error) == told


@pytest.mark.parametrize(
    "error",
    [
        UserError(f"a{ACTS}b"),
        UserError("a", remedy=f"a{ACTS}b"),
        UserError("a", key=f"a{ACTS}b"),
        UserError("a", path=Path(f"a{ACTS}b")),
    ],
    ids=["what", "remedy", "key", "path"],
)
def test_each_part_is_made_harmless(error: UserError) -> None:
    assert SHOWN in str(error)


@given(what=ANY, remedy=ANY, key=ANY, name=ANY)
def test_no_fault_acts_on_the_terminal(what: str, remedy: str, key: str, name: str) -> None:
    told = str(UserError(what, remedy=remedy, key=key, path=Path(name)))
    assert not {unicodedata.category(char) for char in told if char not in "\u200c\u200d\U000e007f"} & {
        "Cc",
        "Cf",
        "Zl",
        "Zp",
        "Cs",
    }


def test_what_could_not_be_saved_has_kinds_that_a_caller_can_tell_apart() -> None:
    assert issubclass(TooLarge, Unwritable)
    assert issubclass(ChangedElsewhere, Unwritable)
    assert not issubclass(TooLarge, ChangedElsewhere)


def test_a_page_that_is_handed_on_names_files_but_not_where_they_are_kept() -> None:
    problem = UserError("it broke", path=Path("/home/their-name/audit/a.toml"), key="title", remedy="mend it")
    assert problem.told(in_full=False) == "a.toml, title: it broke. Mend it."
    (_, points) = problem_blocks((problem,), handed_on=True)
    assert points == Points(("a.toml, title: it broke. Mend it.",))
    assert problem_blocks((problem,)) == (Heading("Files that could not be used"), Points((str(problem),)))


def test_what_is_too_long_to_be_read_is_shortened_in_the_middle() -> None:
    told = str(UserError("k" * 30_000 + "the end", path=Path("a.toml"), key="the beginning" + "k" * 30_000))
    assert told.startswith("a.toml, the beginningk")
    assert told.endswith("kthe end.")
    assert len(told) < 1_300
