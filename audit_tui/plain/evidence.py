"""An entry for an evidence log, asked for in lines."""

from audit_tui.plain.console import Console
from audit_tui.sitting.given import EvidenceInput

NOTHING = "Nothing was written down."


def ask_evidence(console: Console) -> EvidenceInput | None:
    """Ask what happened, when, where and who was told. Raises NoMoreInput."""
    what = console.ask_text("What happened:")
    if not what:
        console.say(NOTHING)
        return None
    when, where, told = (console.ask_text(f"{question}:") for question in ("When", "Where", "Whom you told"))
    return EvidenceInput(what, when, where, told)


def ask_over(console: Console) -> EvidenceInput | None:
    """Ask how an incident ended; nothing typed means that it has not. Raises NoMoreInput."""
    ended = console.ask_text("How did it end? In a few words; just Enter if it is not over:")
    if not ended:
        console.say(NOTHING)
        return None
    return EvidenceInput(ended, over=True)
