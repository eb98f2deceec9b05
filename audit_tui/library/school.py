"""A school's own choices about the built-in checklists, in a file beside its own."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from audit_tui.errors import UsageError, UserError
from audit_tui.files.model import FEW_LISTS, SCHEMA, EveryText, FileModel, Id

SCHOOL = "school.toml"
ALL = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class School(FileModel):
    """The file school.toml in a school's folder."""

    KEYS: ClassVar = {"schema_": "schema"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    off: Annotated[tuple[Id, ...], FEW_LISTS] = ()
    """The checklists that are not used here, by id."""
    every: Annotated[dict[Id, EveryText], FEW_LISTS] = field(default_factory=dict)
    """How often checks come round here, by checklist id, or for all under "default"."""


def unknown_ids(names: Iterable[str], known: Collection[str], path: Path, key: str) -> tuple[UserError, ...]:
    """Tell of each name under a key that is no checklist's id, with the id that is nearest."""
    return tuple(_unknown(name, known, path, key) for name in names if name not in known)


def _unknown(name: str, known: Collection[str], path: Path, key: str) -> UserError:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    remedy = f"perhaps you mean {near[0]}" if near else "see audit-tui checklists for their ids"
    return UsageError(f'no checklist has the id "{name}", so this does nothing', path=path, key=key, remedy=remedy)
