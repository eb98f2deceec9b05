"""A school's own choices about the built-in checklists, in a file beside its own."""

from typing import Literal

from pydantic import Field

from audit_tui.cadence import EveryText
from audit_tui.files.model import SCHEMA, FileModel, Id

SCHOOL = "school.toml"


class School(FileModel):
    """The file school.toml in a school's folder."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    """The version of this format."""
    off: tuple[Id, ...] = ()
    """The checklists that are not used here, by id."""
    every: dict[Id, EveryText] = Field(default_factory=dict)
    """How often checks come round here, by checklist id, or for all under "default"."""
