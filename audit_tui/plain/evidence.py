"""An entry for an evidence log, asked for in lines."""

from collections.abc import Callable

from audit_tui.plain.console import Console
from audit_tui.sitting.given import EvidenceInput

NOTHING = "Nothing was written down."


Keep = Callable[[EvidenceInput], object]


def ask_evidence(console: Console, keep: Keep) -> None:
    """Ask what happened, when, where and who was told; stopped on the way, it keeps what was said so far.

    Raises NoMoreInput.
    """
    entry = EvidenceInput(console.ask_text("What happened:"))
    if not entry.what:
        console.say(NOTHING)
        return
    try:
        entry = entry._replace(when=console.ask_text("When:"))
        entry = entry._replace(where=console.ask_text("Where:"))
        entry = entry._replace(told=console.ask_text("Whom you told:"))
    finally:
        try:
            keep(entry)
        except KeyboardInterrupt:  # a window that closes cannot be read first, and says so only then
            keep(entry)
            raise


def ask_over(console: Console, keep: Keep) -> None:
    """Ask how an incident ended; nothing typed means that it has not. Raises NoMoreInput."""
    if ended := console.ask_text("How did it end? In a few words; just Enter if it is not over:"):
        keep(EvidenceInput(ended, over=True))
    else:
        console.say(NOTHING)
