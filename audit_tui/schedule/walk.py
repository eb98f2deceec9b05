"""The walk: a review under way, and which check to ask next."""

from dataclasses import dataclass

from audit_tui.checklist import Check
from audit_tui.record import Answer, Draft
from audit_tui.schedule.board import ChecklistStatus
from audit_tui.schedule.due import CheckStatus


@dataclass(frozen=True, slots=True)
class Walk:
    """One sitting with one checklist: how it stood before, and what has been answered since."""

    row: ChecklistStatus
    draft: Draft

    @property
    def checks(self) -> tuple[Check, ...]:
        """All checks of the checklist, in its order."""
        return self.row.checklist.checks

    @property
    def wanted(self) -> tuple[int, ...]:
        """The positions of the checks to ask: those that are due, or all of them when none is."""
        due = tuple(n for n, item in enumerate(self.row.items) if item.is_due(self.row.today))
        return due or tuple(range(len(self.checks)))

    @property
    def left(self) -> tuple[int, ...]:
        """The positions still to be answered in this sitting."""
        return tuple(n for n in self.wanted if self.given(n) is None)

    @property
    def answered(self) -> int:
        """How many of the checks have been answered in this sitting."""
        return sum(self.given(n) is not None for n in range(len(self.checks)))

    def given(self, position: int) -> Answer | None:
        """Give the answer given in this sitting, if there is one."""
        return self.draft.answer(self.checks[position].id)

    def item(self, position: int) -> CheckStatus:
        """How a check stood before this sitting."""
        return self.row.items[position]

    def following(self, position: int) -> int | None:
        """Give the next position still to be answered, from the one after `position` and round to the start."""
        later = [n for n in self.left if n > position]
        others = later or [n for n in self.left if n != position]
        return others[0] if others else None
