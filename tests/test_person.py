"""The person: since when lists are held is noted once, and nothing is written where nobody chose."""

import os
from datetime import date, timedelta

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import Paths
from audit_tui.schedule.board import State

from .conftest import TODAY
from .sitting_cases import NINE

OF_0_1_0 = 'schema = 1\naccounts = ["chirp"]\nphone = "iphone"\n'


def opened(places: Paths, today: date = TODAY) -> Audit:
    audit = Audit(places)
    audit.person.note_held(today)
    return audit


def test_settings_of_0_1_0_are_paced_from_the_day_they_are_first_opened(places: Paths) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(OF_0_1_0)
    opened(places)
    later = opened(places, TODAY + timedelta(days=40))
    assert later.person.choices.held == {"chirp": TODAY, "rules": TODAY}
    assert places.settings.read_text().startswith(OF_0_1_0)
    states = {each.checklist.id: each.state for each in later.board(TODAY).lists}
    assert State.OVERDUE not in states.values()


def test_where_nothing_was_chosen_nothing_is_written(places: Paths) -> None:
    opened(places)
    assert not places.settings.exists()


def test_what_is_noted_already_is_left_alone(audit: Audit, places: Paths) -> None:
    audit.person.hold(TODAY)
    before = places.settings.read_bytes()
    opened(places, TODAY + timedelta(days=9))
    assert places.settings.read_bytes() == before


@pytest.mark.parametrize("text", ['schema = 1\naccounts = "chirp"\n', "schema = 2\n"])
def test_settings_that_cannot_be_read_are_never_written(places: Paths, text: str) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text(text)
    opened(places)
    assert places.settings.read_text() == text


def test_a_folder_of_checklists_that_nobody_has_is_told_on_every_board(places: Paths) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text('schema = 1\naccounts = ["chirp"]\nchecklists = "~nobody-at-all/ours"\n')
    audit = Audit(places)
    for _ in range(2):
        audit.board(TODAY)
        assert any("no such home folder" in str(problem) for problem in audit.problems)


def test_what_a_kill_left_of_settings_and_numbers_is_swept_when_a_sitting_begins(audit: Audit, places: Paths) -> None:
    home = places.settings.parent
    ours, fresh = [home / f".{name}.0a1b2c3d.tmp" for name in ("settings.toml", "imei.toml")], home / ".imei.toml.1.tmp"
    others = [home / ".settings.tmp", home / ".other.toml.0a1b2c3d.tmp", home / "imei.toml"]
    for path in (*ours, fresh, *others):
        path.write_text("356938035643809")
        os.utime(path, (0, 0))
    os.utime(fresh, (NINE.timestamp(), NINE.timestamp()))
    audit.ten_minutes(10, NINE)
    assert [path.exists() for path in ours] == [False, False]
    assert all(path.exists() for path in (fresh, *others))
