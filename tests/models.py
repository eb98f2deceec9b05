"""Models made of tables, as they are made of files."""

from pathlib import Path
from typing import Any, TypeVar

from audit_tui.files.model import FileModel
from audit_tui.files.read import validate
from audit_tui.record import Answer, noon

M = TypeVar("M", bound=FileModel)


def model_of(model: type[M], table: dict[str, Any]) -> M:
    return validate(model, table, Path("made.toml"))


def an_answer_of(table: dict[str, Any]) -> Answer:
    return model_of(Answer, {"at": noon(table["on"]), **table})
