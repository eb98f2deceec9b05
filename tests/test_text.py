"""Plain words, and other people's text made harmless."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.text import count, escape_controls, format_date, join_words, parse_date


def test_a_day_is_written_as_people_say_it() -> None:
    assert format_date(date(2026, 3, 2)) == "2 March 2026"


@pytest.mark.parametrize("text", ["2026-03-02", "2 March 2026", " 2 mar 2026 ", "02 MARCH 2026"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 2)


@pytest.mark.parametrize("text", ["", "soon", "31 February 2026", "2 Foo 2026", "2026-13-01", "2 March 26", "2/3/2026"])
def test_no_day_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="write a day of the calendar as 2026-03-02 or 2 March 2026"):
        parse_date(text)


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    if day.year >= 1000:
        assert parse_date(format_date(day)) == day


def test_counts_agree_with_their_noun() -> None:
    assert [count(n, "check") for n in (0, 1, 2)] == ["0 checks", "1 check", "2 checks"]
    assert count(2, "policy", "policies") == "2 policies"


def test_items_are_joined_as_in_a_sentence() -> None:
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"]) == "a, b and c"
    assert join_words(["a", "b"], "or") == "a or b"


def test_what_acts_on_a_terminal_is_shown_instead() -> None:
    assert escape_controls("\x1b]52;c;eA==\x07\x9b31m\u202eabc\x7f") == "␛]52;c;eA==␇\ufffd31m\ufffdabc␡"
    assert escape_controls("a\nb") == "a␊b"
    assert escape_controls("a\nb", keep="\n") == "a\nb"


def test_letters_of_every_language_and_joined_emoji_stay() -> None:
    assert escape_controls("Zoë › ≡ 你好 👩‍🏫") == "Zoë › ≡ 你好 👩‍🏫"


@given(st.text())
def test_nothing_that_acts_is_ever_left(text: str) -> None:
    left = {unicodedata.category(char) for char in escape_controls(text) if char != "\u200d"}
    assert not left & {"Cc", "Cf", "Zl", "Zp", "Cs"}


@given(st.text())
def test_making_visible_twice_changes_nothing(text: str) -> None:
    once = escape_controls(text)
    assert escape_controls(once) == once
