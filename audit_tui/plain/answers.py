"""Reading an answer as a person types it: a number or a word, with a note behind it if they like."""

from dataclasses import dataclass

from audit_tui.phrases import RESULTS
from audit_tui.plain.console import Console
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput
from audit_tui.text import parse_date

NUMBERED = {str(number): result for number, result in enumerate(Result, start=1)}
SPOKEN = {
    Result.PASS: ("pass", "right", "yes", "y", "ok"),
    Result.FIXED: ("fixed", "changed"),
    Result.FAIL: ("fail", "wrong", "no"),
    Result.UNKNOWN: ("unknown", "unsure", "lost"),
    Result.NOTAPPLICABLE: ("notapplicable", "na", "none"),
    Result.WAIVED: ("waived", "exception"),
}
WORDS = NUMBERED | {word: result for result, words in SPOKEN.items() for word in words}
CHOICES = tuple(f"{number} {RESULTS[result]}." for number, result in NUMBERED.items())
BRIEFLY = ("1 right, 2 changed, 3 not yet, 4 not found, 5 not for me, 6 exception.",)


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


def ask_exception(console: Console, note: str) -> AnswerInput | None:
    """Ask for the reason, the role that agreed and the last day; a day that cannot be read is asked for again.

    Gives None where the person leaves the day empty. Raises NoMoreInput.
    """
    note = note or console.ask("Reason for the exception:")
    agreed_by = console.ask("Agreed by, a role such as head teacher:")
    while said := console.ask("Last day, such as 24 December 2026; just Enter to leave the exception out:"):
        try:
            return AnswerInput(Result.WAIVED, note, agreed_by, parse_date(said))
        except ValueError as error:
            console.say(f"Not kept yet: {error}.")
    return None
