"""Reading an answer as a person types it: a number or a word, with a note behind it if they like."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from audit_tui.cadence import Unit
from audit_tui.days import parse_date
from audit_tui.phrases import RESULTS
from audit_tui.plain.console import Console
from audit_tui.record import NOTE_LIMIT, Result
from audit_tui.schedule.dates import add_period
from audit_tui.sitting.given import AnswerInput
from audit_tui.text import format_date

NUMBERED = {str(number): result for number, result in enumerate(Result, start=1)}
SPOKEN = {
    Result.PASS: ("pass", "right", "already", "yes", "ok"),
    Result.FIXED: ("fixed", "changed"),
    Result.FAIL: ("fail", "wrong", "no", "not yet"),
    Result.UNKNOWN: ("unknown", "unsure", "lost", "not found"),
    Result.NOTAPPLICABLE: ("notapplicable", "na", "none", "not for me"),
    Result.WAIVED: ("waived", "exception"),
}
WORDS = NUMBERED | {word: result for result, words in SPOKEN.items() for word in words}
CHOICES = tuple(f"{number} {RESULTS[result]}." for number, result in NUMBERED.items())
LEAVING_OUT = ("q", "quit", "stop", "none")
BRIEFLY = ("1 right, 2 changed, 3 not yet, 4 not found, 5 not for me, 6 exception.",)


@dataclass(frozen=True, slots=True)
class ParsedAnswer:
    """A result and the note that followed it on the line."""

    result: Result
    note: str = ""


def read_answer(line: str) -> ParsedAnswer | None:
    """Read `3 will ask IT support` as a result with a note; None where it is no answer.

    A word is an answer only by itself, or with a comma or a colon behind it: "no requests waiting" may mean yes.
    """
    whole = WORDS | {label.casefold(): result for result, label in RESULTS.items()}
    if found := whole.get(line.casefold().rstrip(".")):
        return ParsedAnswer(found)
    first, _, rest = line.partition(" ")
    said = first.casefold().rstrip(".,:")
    is_meant = said in NUMBERED or not rest.strip() or first.endswith((",", ":"))
    result = WORDS.get(said) if is_meant else None
    return ParsedAnswer(result, rest.strip()) if result else None


def ask_exception(console: Console, note: str, keep: Callable[[AnswerInput], bool], today: date) -> bool:
    """Ask for the reason, the role that agreed and the last day, until all of it is kept; tell whether it was.

    The last day is proposed three months on, as on the screen; one that will not do is asked for again. A word that
    stops leaves the exception out. Raises NoMoreInput.
    """
    proposed = add_period(today, 3, Unit.MONTH)
    reason = note if 0 < len(note) <= NOTE_LIMIT else _ask_text(console, "Reason for the exception")
    agreed_by = reason and _ask_text(console, "Agreed by, a role such as head teacher")
    prompt = f"Last day, a year from now at most; just Enter takes {format_date(proposed)}; q keeps no exception:"
    while agreed_by and (said := console.ask(prompt)).casefold() not in LEAVING_OUT:
        try:
            until = parse_date(said) if said else proposed
        except ValueError as error:
            console.say(f"Not kept yet: {error}.")
            continue
        if keep(AnswerInput(Result.WAIVED, reason, agreed_by, until)):
            return True
    console.say("No exception was kept.")
    return False


def _ask_text(console: Console, what: str) -> str:
    """Ask for one part of an exception; nothing where it is to be left out."""
    said = console.ask_text(f"{what}; just Enter keeps no exception:")
    return "" if said.casefold() in LEAVING_OUT else said
