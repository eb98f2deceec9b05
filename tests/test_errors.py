"""What is told of a fault: one or two sentences, harmless whatever stands in a path, a key or a value."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.errors import ChangedElsewhere, TooLarge, Unwritable, UserError

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
