"""An entry for an evidence log, asked for in lines."""

from audit_tui.plain.console import Console
from audit_tui.sitting.given import EvidenceInput


def ask_evidence(console: Console) -> EvidenceInput | None:
    """Ask what happened, when, where and who was told. Raises NoMoreInput."""
    what = console.ask("What happened:")
    if not what:
        console.say("Nothing was written down.")
        return None
    when, where, told = (console.ask(f"{question}:") for question in ("When", "Where", "Whom you told"))
    return EvidenceInput(what, when, where, told)


def ask_over(console: Console) -> EvidenceInput | None:
    """Ask how an incident ended; nothing typed means that it has not. Raises NoMoreInput."""
    ended = console.ask("How did it end? In a few words; just Enter if it is not over:")
    return EvidenceInput(ended, over=True) if ended else None
