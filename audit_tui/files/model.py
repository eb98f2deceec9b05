"""What every file of ours has in common: frozen, no unknown keys, no hidden characters, a schema number."""

from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from audit_tui.text import escape_controls

SCHEMA: Final = 1
ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,39}$"
PATTERNS = {
    ID_PATTERN: "use lower-case letters, digits and hyphens, at most 40",
    r"^[0-9a-f]{16}$": "this is 16 digits and letters from a to f; put back what stood there",
}
DEVICE_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


class FileModel(BaseModel):
    """A part of a file: its fields' docstrings are their documentation in the JSON Schema."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True, defer_build=True
    )


def _plain(text: str) -> str:
    if escape_controls(text) != text:
        raise ValueError("has control or invisible characters; take them out")
    return text


def _usable(name: str) -> str:
    if name in DEVICE_NAMES:
        raise ValueError("is a name that Windows keeps for itself; choose another")
    return name


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_plain)]
OneLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_plain)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), AfterValidator(_usable)]
