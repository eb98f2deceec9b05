"""What a person hands in: dates and counts, and by default not even which platforms they use."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from audit_tui.files.model import SCHEMA, OneLine
from audit_tui.record import RecordId, RecordModel, Result
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus

Label = Annotated[OneLine, StringConstraints(max_length=60)]
Count = Annotated[int, Field(ge=0, le=10_000)]
INDUCTION = "induction"
PURPOSE = "Voluntary and self-reported. It holds dates and counts: no answers, notes, account names or IMEI."


class Induction(StrEnum):
    """How far a new joiner's induction is."""

    NONE = "none"
    UNDER_WAY = "under way"
    OVERDUE = "overdue"
    DONE = "done"


class PlatformLine(RecordModel):
    """One checklist by name; only where the person chose to name them."""

    title: OneLine
    up_to_date: bool
    next_due: date | None = None


class Tail(RecordModel):
    """The last table of the file; one that was cut short cannot have it."""

    checklists: Count


class Statement(RecordModel):
    """The file a person hands to a lead."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    kind: Literal["statement"] = "statement"
    id: RecordId
    label: Label
    made: date
    induction: Induction = Induction.NONE
    checklists: Count
    up_to_date: Count
    due: Count
    overdue: Count
    open_actions: Count
    exceptions: Count
    oldest_answer: date | None = None
    next_due: date | None = None
    purpose: OneLine = PURPOSE
    platforms: tuple[PlatformLine, ...] = Field(default=(), alias="platform")
    end: Tail

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.end.checklists != self.checklists:
            raise ValueError("is not whole: its end does not fit its beginning")
        if self.up_to_date + self.due + self.overdue != self.checklists:
            raise ValueError("its counts do not add up to its checklists")
        return self


def make_statement(board: Board, statement_id: str, label: str, *, with_platforms: bool = False) -> Statement:
    """Reduce a board to what is handed in. `statement_id` is the person's own, the same each time."""
    rows = [row for row in board.rows if row.asked and row.checklist.id != INDUCTION]
    overdue = [row for row in rows if row.overdue_days]
    due = [row for row in rows if row.due_now and not row.overdue_days]
    answers = [item.answer for row in rows for item in row.items if item.answer]
    return Statement(
        id=statement_id,
        label=label,
        made=board.today,
        induction=_induction(board.row(INDUCTION)),
        checklists=len(rows),
        up_to_date=len(rows) - len(due) - len(overdue),
        due=len(due),
        overdue=len(overdue),
        open_actions=sum(len(row.open_actions) for row in rows),
        exceptions=sum(_waived(item, board.today) for row in rows for item in row.items),
        oldest_answer=min((answer.on for answer in answers), default=None),
        next_due=min((row.next_due for row in rows if row.next_due), default=None),
        platforms=tuple(map(_platform, rows)) if with_platforms else (),
        end=Tail(checklists=len(rows)),
    )


def _waived(item: CheckStatus, today: date) -> bool:
    return item.answer is not None and item.answer.result is Result.WAIVED and not item.is_due(today)


def _platform(row: ChecklistStatus) -> PlatformLine:
    return PlatformLine(title=row.checklist.title, up_to_date=not row.due_now, next_due=row.next_due)


def _induction(row: ChecklistStatus | None) -> Induction:
    if row is None or not row.asked:
        return Induction.NONE
    if row.done == row.asked:
        return Induction.DONE
    return Induction.OVERDUE if row.overdue_days else Induction.UNDER_WAY
