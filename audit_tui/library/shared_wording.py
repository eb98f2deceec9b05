"""Taking in the wording that a check shares with its family, by `like`."""

from collections.abc import Mapping
from typing import Any

Table = Mapping[str, Any]


def expand(table: dict[str, Any], families: Mapping[str, Table]) -> dict[str, Any]:
    """Fill each check that says `like` with its family's wording, its own keys first.

    Raises ValueError naming a family that is not there. Anything odd in the table is left for the model to refuse.
    """
    checks = table.get("check")
    if not isinstance(checks, list):
        return table
    return {**table, "check": [_filled(check, families, str(table.get("title", ""))) for check in checks]}


def _filled(check: Any, families: Mapping[str, Table], title: str) -> Any:  # noqa: ANN401 - not checked yet
    name = check.get("like") if isinstance(check, dict) else None
    if not isinstance(name, str):
        return check
    if name not in families:
        raise ValueError(f'like = "{name}" names no family; there are {", ".join(sorted(families)) or "none"}')
    return {**{key: _titled(value, title) for key, value in families[name].items()}, **check}


def _titled(value: Any, title: str) -> Any:  # noqa: ANN401 - a field of any kind
    if isinstance(value, list):
        return [_titled(item, title) for item in value]
    return value.replace("{title}", title) if isinstance(value, str) else value
