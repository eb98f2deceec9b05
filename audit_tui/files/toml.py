"""Turning a model into TOML bytes that are known to read back as the same model."""

from pathlib import Path

from pydantic import BaseModel

from audit_tui.errors import Unwritable
from audit_tui.files.read import parse_toml, validate


def to_toml(model: BaseModel, path: Path, heading: str) -> bytes:
    """Write a model as TOML under a comment line, and prove that it reads back equal. Raises Unwritable."""
    import tomli_w

    table = {key: value for key, value in model.model_dump(by_alias=True, exclude_none=True).items() if value != ()}
    data = f"# {heading}\n{tomli_w.dumps(table, multiline_strings=False)}".encode()
    if validate(type(model), parse_toml(data, path), path) != model:
        raise Unwritable("this would not read back as it was given", path=path)
    return data
