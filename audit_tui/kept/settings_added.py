"""Taking settings in beside those that are here: what is not chosen here comes, what is stays."""

from pathlib import Path
from typing import NamedTuple

from audit_tui.files.read import parse_toml, validate
from audit_tui.files.table import as_table
from audit_tui.settings.choices import Choices
from audit_tui.settings.store import Keys, Settings


class AddedSettings(NamedTuple):
    """The keys that came, and those that are otherwise here and stayed."""

    came: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()


def add_settings(path: Path, data: bytes) -> AddedSettings:
    """Set what the settings in a backup say and those here do not. Raises UserError; then nothing is changed."""
    there = _chosen(validate(Choices, parse_toml(data, path), path))
    came: Keys = {}
    stayed: tuple[str, ...] = ()

    def edit(now: Choices) -> Keys:
        nonlocal came, stayed
        here = _chosen(now)
        came = {key: value for key, value in there.items() if key not in here}
        stayed = tuple(key for key, value in there.items() if here.get(key, value) != value)
        return came

    Settings(path).change(edit)
    return AddedSettings(tuple(came), stayed)


def _chosen(choices: Choices) -> Keys:
    """Give the keys that say something; accounts do so where a person has none as well."""
    return {
        key: value for key, value in as_table(choices).items() if value or (key == "accounts" and value is not None)
    }
