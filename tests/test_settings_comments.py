"""Comments that a person wrote into the settings stay, in lists and beside trips too."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from audit_tui.settings.edits import cancel_trip, plan_trip
from audit_tui.settings.store import Settings

OWN = """\
# mine
schema = 1
accounts = [
  "facebook", # of the class
  "x", # to be given up
]  # no others

# trips of this year
[[trip]]
# ask for the van
name = "Farm" # with Year 4
first = 2026-03-04
last = 2026-03-04 # back by noon

# the long one
[[trip]]
name = "Paris"
first = 2026-05-04 # a Monday
last = 2026-05-08

[every]
x = "every 2 weeks" # until June
"""
FIRST = date(2026, 1, 1)
DAYS = st.dates(FIRST, FIRST + timedelta(days=300))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(OWN)
    return Settings(path)


def test_an_account_more_or_less_leaves_the_others_as_they_are_written(settings: Settings) -> None:
    settings.change(lambda _: {"accounts": ["facebook", "tiktok", "x"]})
    assert settings.path.read_text() == OWN.replace("class\n", 'class\n  "tiktok",\n')
    settings.change(lambda _: {"accounts": ["facebook", "tiktok"]})
    assert settings.path.read_text() == OWN.replace('  "x", # to be given up\n', '  "tiktok",\n')


def test_accounts_in_another_order_are_written_anew(settings: Settings) -> None:
    assert settings.change(lambda _: {"accounts": ["x", "facebook"]}).accounts == ("x", "facebook")


def test_a_trip_of_another_day_keeps_its_comments(settings: Settings) -> None:
    settings.change(lambda now: plan_trip(now, "Paris", date(2026, 5, 5), date(2026, 5, 8)))
    assert settings.path.read_text() == OWN.replace("2026-05-04", "2026-05-05")


def test_a_trip_that_is_now_the_first_is_moved_as_it_is_written(settings: Settings) -> None:
    settings.change(lambda now: plan_trip(now, "Paris", date(2026, 2, 2), date(2026, 2, 3)))
    assert [trip.name for trip in settings.read().trips] == ["Paris", "Farm"]
    assert all(line.partition("#")[2] in settings.path.read_text() for line in OWN.splitlines())


def test_a_trip_taken_out_takes_its_own_comments_along(settings: Settings) -> None:
    settings.change(lambda now: cancel_trip(now, "Farm"))
    text = settings.path.read_text()
    assert "van" not in text
    assert "# a Monday" in text
    settings.change(lambda now: cancel_trip(now, "Paris"))
    assert settings.read().trips == ()
    assert "# until June" in settings.path.read_text()


@trying(max_examples=25)
@given(day=DAYS, ended=st.booleans())
def test_a_trip_entered_and_taken_out_again_leaves_the_file_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory,
    day: date,
    ended: bool,  # noqa: FBT001 - drawn
) -> None:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.toml")
    text = OWN.partition("\n[every]")[0]
    settings.path.write_text(text if ended else text.rstrip("\n"))
    settings.change(lambda now: plan_trip(now, "Zoo", day, day))
    assert ("Zoo", day) in [(trip.name, trip.first) for trip in settings.read().trips]
    settings.change(lambda now: cancel_trip(now, "Zoo"))
    assert settings.path.read_text().rstrip("\n") == text.rstrip("\n")


@trying(max_examples=25)
@given(steps=st.lists(st.tuples(st.sampled_from("ABC"), DAYS), max_size=12))
def test_trips_entered_changed_and_taken_out_in_any_order_are_what_was_said(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, date]]
) -> None:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.toml")
    settings.path.write_text(OWN)
    trips = {trip.name: trip.first for trip in settings.read().trips}
    for name, day in steps:
        if trips.get(name, day) < day:
            settings.change(partial(cancel_trip, name=name))
            del trips[name]
        else:
            settings.change(partial(plan_trip, name=name, first=day, last=day))
            trips[name] = day
    kept = settings.read().trips
    assert {trip.name: trip.first for trip in kept} == trips
    assert [trip.first for trip in kept] == sorted(trips.values())
    text = settings.path.read_text()
    assert "# a Monday" in text
    assert "\n\n\n" not in text
