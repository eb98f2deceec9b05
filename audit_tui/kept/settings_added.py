"""Taking settings in beside those that are here: what is not chosen here comes, what is stays."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from audit_tui.files.read import parse_toml, validate
from audit_tui.files.table import as_table
from audit_tui.settings.choices import Choices
from audit_tui.settings.store import Keys, Settings

WORDS = {
    "accounts": "your accounts", "phone": "your phone", "held": "since when you hold each list", "trip": "your trips",
    "joined": "the day you joined", "new_phone": "the day of your new phone", "term": "the terms",
    "label": "your label",
    "term_time": "whether the holidays are kept free", "every": "how often checks come round", "keys": "your own keys",
    "checklists": "the school's folder", "share_id": "the number of your statements",
    "shared": "how many statements you handed in", "share_folder": "the folder you hand them in to",
    "team_folder": "the folder of your team", "team_list": "the list of your team",
    "calendar_seed": "the number of your reminders", "theme": "the theme",
}  # fmt: skip


class AddedSettings(NamedTuple):
    """What came, and what is otherwise here and stayed, in words."""

    came: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()


def add_settings(path: Path, data: bytes, source: Path) -> AddedSettings:
    """Set what the settings in a backup say and those here do not. Raises UserError; then nothing is changed.

    Trips of both stay, by name; of the days since when a list is held the earlier, and of the statements that were
    counted the most. What is wrong with the backup's own names its `source`.
    """
    there = _chosen(validate(Choices, parse_toml(data, source), source))
    came: Keys = {}
    stayed: tuple[str, ...] = ()  # in words, for of the trips some may stay and others come

    def edit(now: Choices) -> Keys:
        nonlocal came, stayed
        here = _chosen(now)
        both = {key: _joined(key, here.get(key), value) for key, value in there.items()}
        came = {key: value for key, value in both.items() if here.get(key) != value}
        stayed = tuple(word for key in there if key in here for word in _left(key, here[key], there[key]))
        return came

    Settings(path).change(edit)
    return AddedSettings(tuple(map(_in_words, came)), stayed)


def _joined(key: str, here: Any, there: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Give what stands for a key afterwards: what is here, or where both can stand, both."""
    if here is None:
        return there
    if key == "shared":
        return max(here, there)
    if key == "trip":
        names = {trip["name"] for trip in here}
        return sorted([*here, *(trip for trip in there if trip["name"] not in names)], key=lambda trip: trip["first"])
    if key == "held":
        return {name: min(here.get(name, day), there.get(name, day)) for name, day in sorted({**there, **here}.items())}
    return here


def _left(key: str, here: Any, there: Any) -> Iterator[str]:  # noqa: ANN401 - any TOML value
    """Give in words what stands otherwise in the backup and was left: of trips those that have other days there."""
    if key == "trip":
        days = {trip["name"]: trip for trip in here}
        yield from (f"the trip {trip['name']}" for trip in there if days.get(trip["name"], trip) != trip)
    elif key != "held" and here != there:
        yield _in_words(key)


def _chosen(choices: Choices) -> Keys:
    """Give the keys that say something; accounts do so where a person has none as well."""
    return {
        key: value
        for key, value in as_table(choices).items()
        if key != "schema" and (value or (key == "accounts" and value is not None))
    }


def _in_words(key: str) -> str:
    return WORDS.get(key, key)
