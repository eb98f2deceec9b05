"""Reading an answer as a person types it: a number or a word, with a note behind it if they like."""

from dataclasses import dataclass

from audit_tui.phrases import RESULTS
from audit_tui.record import Result

NUMBERED = {str(number): result for number, result in enumerate(Result, start=1)}
SPOKEN = {
    Result.PASS: ("pass", "right", "yes", "y", "ok"),
    Result.FIXED: ("fixed", "changed"),
    Result.FAIL: ("fail", "wrong", "no", "n"),
    Result.UNKNOWN: ("unknown", "unsure", "lost"),
    Result.NOTAPPLICABLE: ("notapplicable", "na", "none"),
    Result.WAIVED: ("waived", "exception"),
}
WORDS = NUMBERED | {word: result for result, words in SPOKEN.items() for word in words}
CHOICES = tuple(f"{number} {RESULTS[result]}." for number, result in NUMBERED.items())


@dataclass(frozen=True, slots=True)
class ParsedAnswer:
    """A result and the note that followed it on the line."""

    result: Result
    note: str = ""


def read_answer(line: str) -> ParsedAnswer | None:
    """Read `3 will ask IT support` as a result with a note; None where it is no answer."""
    whole = {label.casefold(): result for result, label in RESULTS.items()}
    if line.casefold().rstrip(".") in whole:
        return ParsedAnswer(whole[line.casefold().rstrip(".")])
    first, _, rest = line.partition(" ")
    result = WORDS.get(first.casefold().rstrip(".,:"))
    return ParsedAnswer(result, rest.strip()) if result else None
