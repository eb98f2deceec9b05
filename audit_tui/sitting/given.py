"""What a person gives: an answer, or an entry in an evidence log, checked before it is kept."""

import os
from datetime import date, datetime
from typing import NamedTuple

from audit_tui.checklist import Check
from audit_tui.errors import UsageError
from audit_tui.record import NOTE_LIMIT, Answer, Evidence, Remark, Result
from audit_tui.text import escape_controls


class AnswerInput(NamedTuple):
    """What a person says to one check: the result, a note, and for an exception who agreed it and until when."""

    result: Result
    note: str = ""
    agreed_by: str = ""
    until: date | None = None


class EvidenceInput(NamedTuple):
    """What a person writes into the log of an incident; `over` says that it has ended."""

    what: str
    when: str = ""
    where: str = ""
    told: str = ""
    over: bool = False


def to_answer(check: Check, given: AnswerInput, now: datetime, round_opened: date) -> Answer:
    """Make an answer of what was given. Raises UsageError where it is not whole."""
    try:
        return Answer(
            check=check.id, on=now.date(), at=now, result=given.result, expect=check.expect,
            revision=check.revision, round=round_opened, until=given.until,
            note=_clean(given.note, "the note"), agreed_by=_clean(given.agreed_by, "who agreed it"),
        )  # fmt: skip
    except ValueError as fault:
        raise UsageError(str(fault)) from fault


def to_remark(check: Check, text: str, now: datetime) -> Remark:
    """Make a note on a check. Raises UsageError where it is too long."""
    return Remark(check=check.id, at=now, text=_clean(text, "the note"))


def to_evidence(given: EvidenceInput, now: datetime) -> Evidence:
    """Make an entry of what was written down, with a number of its own. Raises UsageError where a part is too long."""
    return Evidence(
        id=os.urandom(8).hex(), at=now, on=now.date(), over=given.over,
        what=_clean(given.what, "what happened"), when=_clean(given.when, "when"),
        where=_clean(given.where, "where"), told=_clean(given.told, "whom you told"),
    )  # fmt: skip


def _clean(text: str, name: str) -> str:
    """Make any text one that can be kept; a terminal or a paste may bring what no file can hold."""
    kept = escape_controls(text, keep="\n").strip()
    if len(kept) > NOTE_LIMIT:
        raise UsageError(
            f"{name} has {len(kept):,} letters and at most {NOTE_LIMIT:,} can be kept",
            remedy="shorten it, or keep the rest as another entry",
        )
    return kept
