"""Families: wording that checks on many platforms share, written once and taken in by `like`."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from audit_tui.checklist import MOST_MINUTES, Area, Citation, Severity
from audit_tui.files.marks import Between, Many
from audit_tui.files.model import SCHEMA, CadenceText, FileModel, Id, OneLine, Text
from audit_tui.files.table import as_given

FAMILIES = "families.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(FileModel):
    """The shared wording; {title} in it becomes the title of the checklist."""

    id: Id
    """The name that `like` gives, and the id of a check that names no other."""
    area: Area
    """What the check is about."""
    severity: Severity = Severity.MEDIUM
    """What happens to a person if it is wrong."""
    ask: OneLine
    """The question; yes is always the safe answer."""
    expect: OneLine
    """What it should be, in one line."""
    why: Text
    """One or two plain sentences: what can go wrong otherwise."""
    clauses: tuple[Citation, ...] = ()
    """The clauses it comes from."""
    verify: Text | None = None
    """How to see from outside that it worked."""
    cadence: CadenceText | None = None
    """When such a check comes round, if not as its checklist says."""
    minutes: Annotated[int, Between(0, MOST_MINUTES)] = 0
    """The work beyond reading and tapping."""
    how: tuple[Text, ...] = ()
    """What to do there, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Families(FileModel):
    """The file families.toml."""

    KEYS: ClassVar = {"schema_": "schema", "families": "family"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    families: Annotated[tuple[Family, ...], Many(1)]
    """The families, in any order."""


def as_tables(found: Families) -> dict[str, dict[str, Any]]:
    """Give what each family says, by its id."""
    return {family.id: as_given(family) for family in found.families}
