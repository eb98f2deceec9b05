"""A school's own choices about what is built in, in a file beside its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from audit_tui.errors import UsageError, UserError
from audit_tui.files.marks import Few
from audit_tui.files.model import FEW_LISTS, SCHEMA, EveryText, FileModel, Id, OneLine
from audit_tui.library.additions import Addition
from audit_tui.library.changes import Change
from audit_tui.library.references import near

SCHOOL = "school.toml"
ALL = "default"
NO_TITLES: Mapping[str, str] = {}
SEEN = {"checklist": "checklists", "policy": "policy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class School(FileModel):
    """The file school.toml in a school's folder."""

    KEYS: ClassVar = {"schema_": "schema", "changes": "change", "additions": "add"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    off: Annotated[tuple[OneLine, ...], FEW_LISTS] = ()
    """The checklists that are not used here, by id."""
    off_policies: Annotated[tuple[OneLine, ...], FEW_LISTS] = ()
    """The policies that are not used here, by id."""
    every: Annotated[dict[Id, EveryText], FEW_LISTS] = field(default_factory=dict)
    """How often checks come round here, by checklist id, or for all under "default"."""
    changes: Annotated[tuple[Change, ...], Few(200, "changes")] = ()
    """The checks that are otherwise here: only the keys given are changed."""
    additions: Annotated[tuple[Addition, ...], Few(200, "checks")] = ()
    """The checks of your own in a list that is built in, each with the keys of a check and `to`, the list's id."""


def unknown_ids(
    names: Iterable[str], known: Collection[str], path: Path, key: str, what: str = "checklist",
    titles: Mapping[str, str] = NO_TITLES,
) -> tuple[UserError, ...]:  # fmt: skip
    """Tell of each name under a key that nothing has as its id, with the id that has it as its title or is nearest."""
    return tuple(_unknown(name, known, path, key, what, titles) for name in names if name not in known)


def _unknown(
    name: str, known: Collection[str], path: Path, key: str, what: str, titles: Mapping[str, str]
) -> UserError:
    titled = titles.get(name.casefold())
    meant = f'write its id, "{titled}"' if titled else near(name, known)
    remedy = meant or f"see audit-tui {SEEN[what]} for their ids"
    return UsageError(f'no {what} has the id "{name}", so this does nothing', path=path, key=key, remedy=remedy)
