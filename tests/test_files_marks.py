"""What a value has to be, at its edges, for the plain reader and for pydantic alike."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from pydantic import ValidationError

from audit_tui.cadence import QUARTERLY, Cadence, parse
from audit_tui.files.checked import adapter
from audit_tui.files.marks import Between, Few, Many, Pattern, Reads, Rule, Words
from audit_tui.files.model import FileModel
from audit_tui.files.plain import read_plainly


def _even(number: int) -> int:
    if number % 2:
        raise ValueError("is odd")
    return number // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(FileModel):
    """A model with each mark."""

    words: Annotated[str, Words(2, 4)] = "xx"
    pattern: Annotated[str, Pattern(re.compile("^x+$"))] = "x"
    between: Annotated[int, Between(3, 5)] = 3
    many: Annotated[tuple[int, ...], Many(1, 2)] = (1,)
    one_or_more: Annotated[tuple[int, ...], Many(1)] = (1,)
    few: Annotated[tuple[int, ...], Few(2, "numbers")] = ()
    rule: Annotated[int, Rule(_even)] = 0
    reads: Annotated[Cadence, Reads(parse, ("once",))] = QUARTERLY


EDGES: list[tuple[str, Any, bool]] = [
    ("words", "x", False), ("words", "xx", True), ("words", "xxxx", True), ("words", "xxxxx", False),
    ("pattern", "x", True), ("pattern", "xxx", True), ("pattern", "", False), ("pattern", "xy", False), ("pattern", "x\n", False),
    ("between", 2, False), ("between", 3, True), ("between", 5, True), ("between", 6, False),
    ("many", [], False), ("many", [1], True), ("many", [1, 2], True), ("many", [1, 2, 3], False),
    ("one_or_more", [], False), ("one_or_more", [1] * 99, True),
    ("few", [], True), ("few", [1, 2], True), ("few", [1, 2, 3], False),
    ("rule", 4, True), ("rule", 3, False),
    ("reads", "every 2 weeks", True), ("reads", "weekly", False),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "sound"), EDGES)
def test_both_readers_draw_the_line_at_the_same_place(key: str, value: object, sound: bool) -> None:  # noqa: FBT001
    found = read_plainly(Marked, {key: value})
    assert (found is not None) == sound
    if sound:
        assert found == adapter(Marked).validate_python({key: value})
    else:
        with pytest.raises(ValidationError):
            adapter(Marked).validate_python({key: value})


def test_white_space_is_left_to_pydantic_which_takes_it_away() -> None:
    assert read_plainly(Marked, {"words": " xx"}) is None
    assert adapter(Marked).validate_python({"words": " xx "}).words == "xx"


def test_what_a_rule_or_a_text_stands_for_is_kept() -> None:
    found = read_plainly(Marked, {"rule": 8, "reads": "every 2 weeks"})
    assert found is not None
    assert (found.rule, str(found.reads)) == (4, "every 2 weeks")


def test_the_limits_are_in_the_json_schema() -> None:
    parts = adapter(Marked).json_schema()["properties"]
    assert (parts["words"]["minLength"], parts["words"]["maxLength"], parts["pattern"]["pattern"]) == (2, 4, "^x+$")
    assert (parts["between"]["minimum"], parts["between"]["maximum"]) == (3, 5)
    assert (parts["many"]["minItems"], parts["many"]["maxItems"]) == (1, 2)
    assert (parts["reads"]["type"], parts["reads"]["examples"]) == ("string", ["once"])
