"""A page as text: columns that stand under each other, whatever letters they hold."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from audit_tui.formats.page import Page, Para, Table
from audit_tui.formats.text import _lines, body_text, cell_width, to_text

WIDE = Table("Who", ("Name", "Answers"), (("山田花子", "3"), ("Zoe\u0308", "12"), ("Teacher A", "4")))


def test_columns_of_wide_and_combined_letters_stand_under_each_other() -> None:
    lines = body_text(Page("Team", (WIDE,))).splitlines()[2:]
    assert [cell_len(line[: line.rindex("  ") + 2]) for line in lines] == [11] * 5


def test_a_table_is_as_wide_as_its_cells_before_it_becomes_lines() -> None:
    table = Table("Who", ("Name", "Answers"), (("山田花子", "3"),))
    assert body_text(Page("Team", (table,)), width=17).splitlines()[2] == "Name      Answers"
    assert body_text(Page("Team", (table,)), width=16).splitlines()[2] == "- 山田花子: answers"


@pytest.mark.parametrize(("title", "cells"), [("Team", 4), ("山田花子", 8), ("Zoe\u0308", 3), ("x" * 90, 78)])
def test_a_title_is_underlined_as_far_as_it_reaches(title: str, cells: int) -> None:
    assert to_text(Page(title, (Para("a"),))).splitlines()[1] == "=" * cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("a", 1),
        ("e\u0301", 1),
        ("山", 2),
        ("👩", 2),
        ("👩\u200d🏫", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("👩\ufe0f", 2),
    ],
)
def test_letters_marks_and_joined_emoji_take_their_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cell_len(text) == cells


@given(st.text(st.one_of(st.characters(min_codepoint=0x20, max_codepoint=0x7E), st.characters(min_codepoint=0xC0, max_codepoint=0x24F),
                         st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))))  # fmt: skip
def test_letters_take_the_cells_that_the_screen_gives_them(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(
    st.text(st.sampled_from("abcdefg   -\u00a0\u2003é…\t"), max_size=120),
    st.integers(8, 40),
    st.sampled_from(["", "- ", "12. "]),
)
def test_lines_break_where_textwrap_breaks_them(text: str, width: int, sign: str) -> None:
    indent = " " * min(len(sign), 3)
    expected = wrap(
        text, width, initial_indent=sign, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    assert _lines(text, width, sign, indent) == expected
