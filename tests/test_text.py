"""Plain words, and other people's text made harmless."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit_tui.days import parse_date
from audit_tui.text import count, escape_controls, format_date, join_words


def test_a_day_is_written_as_people_say_it() -> None:
    assert format_date(date(2026, 3, 2)) == "2 March 2026"


WAYS = [
    "2026-03-02", "2026-3-2", "2 March 2026", " 2 mar 2026 ", "02 MARCH 2026", "2 Marc 2026",
    "2/3/2026", "02/03/2026", "2.3.2026", "2-3-2026", "Monday 2 March 2026", "mon, 2 Mar 2026", "Monday,  2  March  2026",
]  # fmt: skip


@pytest.mark.parametrize("text", WAYS)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [("24/11/2026", date(2026, 11, 24)), ("24.11.2026", date(2026, 11, 24)), ("24-11-2026", date(2026, 11, 24)),
     ("24 Nov 2026", date(2026, 11, 24)), ("Tuesday 24 November 2026", date(2026, 11, 24)),
     ("1 Sept 2026", date(2026, 9, 1)), ("1 may 2026", date(2026, 5, 1)), ("29 Feb 2028", date(2028, 2, 29))],
)  # fmt: skip
def test_the_day_comes_before_the_month(text: str, day: date) -> None:
    assert parse_date(text) == day


NO_DAY = [
    "", "soon", "31 February 2026", "29/2/2026", "2 Foo 2026", "2026-13-01", "2 March 26", "2/3/26", "2/3", "2 March",
    "11/24/2026", "24/11-2026", "24/11.2026", "2 Marble 2026", "1 Junk 2026", "2 Ma 2026", "2 Marchs 2026", "2 arch 2026",
    "Someday 2 March 2026", "Mo 2 March 2026", "20260302", "2026-W10-1", "٢/٣/٢٠٢٦", "2/3/20260", "0/3/2026", "2/0/2026",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_refused_with_the_ways_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"^write a day of the calendar as 2 March 2026, 2/3/2026 .* or 2026-03-02$"):
        parse_date(text)


def test_a_weekday_that_does_not_fit_is_told() -> None:
    with pytest.raises(ValueError, match="2 March 2026 is a Monday"):
        parse_date("Tuesday 2 March 2026")


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    if day.year >= 1000:
        assert parse_date(format_date(day)) == day
        assert parse_date(f"{day:%a} {format_date(day)}") == day
        assert parse_date(f"{day:%d/%m/%Y}") == day


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


STAYS = {
    "letters": "Zoë › ≡ 你好",
    "Persian": "می\u200cروم",
    "a Latin word with a Persian ending": "PDF\u200cی",
    "Sinhala": "ශ්\u200dරී",
    "a teacher": "👩\u200d🏫",
    "a heart on fire": "❤\ufe0f\u200d🔥",
    "a keycap": "1\ufe0f\u20e3",
    "a form of a Chinese letter": "葛\U000e0100",
    "England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Wales": "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "an emoji of a later Unicode": "\U0001fafa",
    "the last of the emoji": "\U0001faff",
    "one joined to another": "\U0001fafa\u200d\U0001fafa",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_what_shapes_letters_emoji_and_flags_stays(text: str) -> None:
    assert escape_controls(text) == text
    assert escape_controls(f"{text}\n{text}", keep="\n") == f"{text}\n{text}"


GOES = {
    "a joiner in an ASCII word": ("pass\u200dword", "pass\ufffdword"),
    "a joiner at the start": ("\u200cب", "\ufffdب"),
    "a joiner after a space": (" \u200dب", " \ufffdب"),
    "a second joiner": ("ب\u200c\u200cب", "ب\u200c\ufffdب"),
    "a selector on an ASCII letter": ("a\ufe0f", "a\ufffd"),
    "a selector on a line feed": ("\n\ufe0f", "\n\ufffd"),
    "a second selector": ("❤\ufe0f\U000e0101", "❤\ufe0f\ufffd"),
    "a joiner before a selector": ("a\u200d\ufe0f", "a\ufffd\ufffd"),
    "another land's tags": ("🏴\U000e0075\U000e0073\U000e007f", "🏴\ufffd\ufffd\ufffd"),
    "a flag that does not end": ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067", "🏴" + "\ufffd" * 5),
    "tags without a flag": ("\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\ufffd" * 6),
    "a blank letter": ("a\u3164b", "a\ufffdb"),
    "a soft hyphen": ("a\u00adb", "a\ufffdb"),
    "marks of direction": ("\u200e\u202e\u2066\u061c", "\ufffd" * 4),
    "half a letter, a private one and lines of other kinds": ("\ud800\ue000\u2028\u2029", "\ufffd" * 4),
    "no letter yet": ("\u0378", "\ufffd"),
    "after the last of the emoji": ("\U0001fb00\U0001fbff", "\U0001fb00\ufffd"),
}


@pytest.mark.parametrize(("text", "shown"), GOES.values(), ids=GOES)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert escape_controls(text, keep="\n") == shown


TRICKS = (
    "".join(text for text in STAYS.values())
    + "".join(text for text, _ in GOES.values())
    + "\x1b\x9b\u2028\ud800\ue000 aé"
)
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(TRICKS)))
FLAG = re.compile(
    "🏴\U000e0067\U000e0062(\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
SHAPED = re.compile(r"(?<=\S)[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]?[\u200c\u200d]?")


@given(TEXTS)
@example("".join(STAYS.values()))
def test_nothing_that_acts_or_hides_is_ever_left(text: str) -> None:
    seen = SHAPED.sub("", FLAG.sub("", escape_controls(text)))
    for char in seen:
        assert unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp", "Cs", "Co"}
        assert unicodedata.category(char) != "Cn" or 0x1F000 <= ord(char) <= 0x1FAFF
        assert not re.match(
            "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]", char
        )


@given(TEXTS)
def test_making_visible_twice_changes_nothing(text: str) -> None:
    for keep in ("", "\n"):
        once = escape_controls(text, keep)
        assert escape_controls(once, keep) == once
        assert len(once) == len(text)
