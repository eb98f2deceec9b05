"""Why it is asked: a school's policy and its clauses."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.days import parse_day_or_month
from audit_tui.files.marks import Few, Many, Reads
from audit_tui.files.model import SCHEMA, FileModel, Id, OneLine, Text

MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
A_DAY = 'write a day as 2025-11-03, or only its month as "2025-11" or "November 2025"'
A_MONTH = 'write a month as its year and its number, such as "2025-11"'


def _agreed(day: object) -> date:
    if type(day) is date:
        return day
    try:
        return parse_day_or_month(day if isinstance(day, str) else "")
    except ValueError:
        raise ValueError(A_DAY) from None


def _month(month: object) -> str:
    if isinstance(month, str) and MONTH.fullmatch(month):
        return month
    try:
        return f"{_agreed(month):%Y-%m}"
    except ValueError:
        raise ValueError(A_MONTH) from None


Agreed = Annotated[date, Reads(_agreed, ("2025-11-03", "2025-11"))]
Month = Annotated[str, Reads(_month, ("2025-11",))]


class ClauseKind(StrEnum):
    """What sort of check a clause calls for."""

    SETTING = "setting"
    REVIEW = "review"
    PLEDGE = "pledge"
    EVENT = "event"
    LEAD = "lead"
    CONTEXT = "context"


KINDS = {
    ClauseKind.SETTING: "something to set",
    ClauseKind.REVIEW: "something to look through",
    ClauseKind.PLEDGE: "something to keep to",
    ClauseKind.EVENT: "something to do when it happens",
    ClauseKind.LEAD: "something for those who lead",
    ClauseKind.CONTEXT: "nothing to do: it explains",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(FileModel):
    """A numbered or named rule in a policy."""

    ref: OneLine
    """Its number or name, as the policy has it."""
    kind: ClauseKind
    """What sort of check it calls for."""
    gist: Text
    """What it asks, in our own words."""
    covered_by: Annotated[tuple[OneLine, ...], Few(100, "checks")] = ()
    """The checks that ask for it, each as "facebook:tags", "family:tags", "location of every platform" or "sign-in"."""
    no_check: Text | None = None
    """Why no check is needed, where none is."""

    def __post_init__(self) -> None:
        """Refuse a clause that has checks and needs none. Raises ValueError."""
        if self.covered_by and self.no_check is not None:
            raise ValueError("has both covered_by and no_check; take one of the two out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(FileModel):
    """A school's document: one TOML file in the folder policies."""

    KEYS: ClassVar = {"schema_": "schema", "clauses": "clause"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    id: Id
    """The file's own name, without .toml."""
    school: OneLine
    """Whose policy it is."""
    title: OneLine
    """What the document is called."""
    dated: Agreed
    """The day it was agreed; the first of the month where it names only that."""
    review_due: Month | None = None
    """The month by which it says it will be reviewed, as 2025-11."""
    platforms: tuple[OneLine, ...] = ()
    """The platforms and devices it names."""
    clauses: Annotated[tuple[Clause, ...], Many(1)]
    """Its rules."""

    def citations(self) -> dict[str, Clause]:
        """Give each clause under the words that cite it: policy-id:ref; of two with one number, the first."""
        found: dict[str, Clause] = {}
        for clause in self.clauses:
            found.setdefault(self.citation(clause), clause)
        return found

    def citation(self, clause: Clause) -> str:
        """Give the words that cite a clause."""
        return f"{self.id}:{clause.ref}"

    def past_review(self, today: date) -> bool:
        """Tell whether the policy is past the review month it states itself."""
        return self.review_due is not None and f"{today:%Y-%m}" > self.review_due
