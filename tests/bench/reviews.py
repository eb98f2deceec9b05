"""The text of reviews and withdrawals, as the program leaves them in a journal."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from .content import AskedCheck, AskedList

HEADING = "# A review, kept by audit-tui. Meant to be read; to correct it, answer again in the app.\nschema = 1\n"
WITHDRAWN = "# This says that what it names is not to count. Remove this file to let it count again.\nschema = 1\n"
BETWEEN = timedelta(seconds=40)
STUB = 8


@dataclass(frozen=True)
class Given:
    """What was answered to one check."""

    check: AskedCheck
    result: str = "pass"
    note: str = ""


@dataclass(frozen=True)
class ReviewText:
    """One review: what was answered to one checklist on one day, in the round that opened on another."""

    number: int
    checklist: AskedList
    day: date
    round: date
    given: Sequence[Given]
    remarks: Sequence[Given] = field(default=())

    @property
    def id(self) -> str:
        """The number that tells it from others, the same each time it is made."""
        return sha256(f"{self.checklist.id} {self.day} {self.number}".encode()).hexdigest()[:16]

    @property
    def began(self) -> datetime:
        """The moment of its first answer."""
        return datetime.combine(self.day, time(12), UTC) + self.number % 60 * timedelta(minutes=1)

    def name(self, ending: str = "") -> str:
        """Name its file, or one beside it."""
        return f"{self.day}_{self.checklist.id}_{self.id[:STUB]}{ending}.toml"

    def text(self) -> str:
        """Write it as the program does."""
        moments = [self.began + BETWEEN * place for place in range(len(self.given) + len(self.remarks))]
        last = moments[-1]
        tables = [
            HEADING + _lines(kind="review", id=self.id, checklist=self.checklist.id, title=self.checklist.title,
                             completed=self.day, recorded=last),
            *(self._answer(given, at) for given, at in zip(self.given, moments, strict=False)),
            *("[[note]]\n" + _lines(check=each.check.id, at=last, text=each.note) for each in self.remarks),
            "[end]\n" + _lines(answers=len(self.given), notes=len(self.remarks), evidence=0),
        ]  # fmt: skip
        return "\n".join(tables)

    def _answer(self, given: Given, at: datetime) -> str:
        return "[[answer]]\n" + _lines(
            check=given.check.id, on=self.day, at=at, result=given.result, expect=given.check.expect,
            revision=given.check.revision, round=self.round, note=given.note,
        )  # fmt: skip

    def first_form(self) -> str:
        """Write it as version 0.1.0 did: without moments, and with fingerprints in the place of revisions."""
        head = _lines(id=self.id, checklist=self.checklist.id, title=self.checklist.title, kind="review",
                      completed=self.day, recorded=self.began, next_due=self.day)  # fmt: skip
        answers = (
            "[[answer]]\n" + _lines(check=given.check.id, on=self.day, result=given.result, expect=given.check.expect,
                                    fingerprint=self.id) + 'note = ""\nagreed_by = ""\n'
            for given in self.given
        )  # fmt: skip
        return "\n".join([HEADING + head, *answers, "[end]\n" + _lines(answers=len(self.given))])

    def withdrawal(self) -> str:
        """Write that this review is not to count."""
        return WITHDRAWN + _lines(kind="withdrawal", id=self.id, checklist=self.checklist.id, completed=self.day,
                                  withdrawn=self.day)  # fmt: skip


def _lines(**keys: str | int | date) -> str:
    return "".join(f"{key} = {value_text(value)}\n" for key, value in keys.items() if value != "")


def value_text(value: str | int | date | Iterable[str]) -> str:
    """Write a value as TOML."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | date):
        return str(value)
    return f"[{', '.join(map(value_text, value))}]"
