"""Why it is asked: a school's policy and its clauses."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.files.marks import Many, Rule
from audit_tui.files.model import SCHEMA, FileModel, Id, OneLine, Text

MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def _month(text: str) -> str:
    if not MONTH.fullmatch(text):
        raise ValueError('write a month as its year and its number, such as "2025-11"')
    return text


Month = Annotated[str, Rule(_month)]


class ClauseKind(StrEnum):
    """What sort of check a clause calls for."""

    SETTING = "setting"
    REVIEW = "review"
    PLEDGE = "pledge"
    EVENT = "event"
    LEAD = "lead"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(FileModel):
    """A numbered or named rule in a policy."""

    ref: OneLine
    """Its number or name, as the policy has it."""
    kind: ClauseKind
    """What sort of check it calls for."""
    gist: Text
    """What it asks, in our own words."""
    no_check: Text | None = None
    """Why no check is needed, where none is."""


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
    dated: date
    """The day it was agreed; the first of the month where it names only that."""
    review_due: Month | None = None
    """The month by which it says it will be reviewed, as 2025-11."""
    platforms: tuple[OneLine, ...] = ()
    """The platforms and devices it names."""
    clauses: Annotated[tuple[Clause, ...], Many(1)]
    """Its rules."""

    def citations(self) -> dict[str, Clause]:
        """Give each clause under the words that cite it: policy-id:ref."""
        return {f"{self.id}:{clause.ref}": clause for clause in self.clauses}

    def past_review(self, today: date) -> bool:
        """Tell whether the policy is past the review month it states itself."""
        return self.review_due is not None and f"{today:%Y-%m}" > self.review_due
