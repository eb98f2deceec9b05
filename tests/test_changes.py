"""Single checks as a school would have them: only the keys given change, and what is built in reaches them all the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from audit_tui.cadence import parse
from audit_tui.checklist import Check, Checklist, Confidence, Device, Severity
from audit_tui.files.read import validate
from audit_tui.library.loader import read_library
from audit_tui.library.template import start_from
from audit_tui.phrases import honesty

from .changes import change, private, told, with_choices
from .conftest import CHIRP, TODAY


def test_only_the_keys_given_change(library_folder: Path, own: Path) -> None:
    before = private(read_library([library_folder]))
    after = private(change(library_folder, own, 'expect = "Private: on, at Oak End"\nminutes = 3'))
    assert after == replace(before, expect="Private: on, at Oak End", minutes=3)


@pytest.mark.parametrize(
    ("keys", "name", "value"),
    [('severity = "high"', "severity", Severity.HIGH), ('cadence = "every 1 month"', "cadence", parse("every 1 month")),
     ('ask = "Is it private?"', "ask", "Is it private?"), ('why = "Because."', "why", "Because."),
     ('link = "https://chirp.example/x"', "link", "https://chirp.example/x"), ('verify = "Look."', "verify", "Look."),
     ('confidence = "low"', "confidence", Confidence.LOW), ("checked = 2026-03-02", "checked", date(2026, 3, 2)),
     ('source = "A guide"', "source", "A guide"), ('how = ["Do it."]', "how", ("Do it.",)), ("minutes = 0", "minutes", 0)],
)  # fmt: skip
def test_every_key_can_be_given(library_folder: Path, own: Path, keys: str, name: str, value: Any) -> None:  # noqa: ANN401 - a key of any kind
    library = change(library_folder, own, keys)
    assert library.for_lead == ()
    assert private(library) == replace(private(read_library([library_folder])), **{name: value})


@pytest.mark.parametrize("more", ["", "checked = 2026-02-02"])
def test_the_steps_of_one_device_leave_those_of_the_others(library_folder: Path, own: Path, more: str) -> None:
    dated = CHIRP.replace('confidence = "high"', 'confidence = "high"\nchecked = 2025-10-01\nsource = "A guide"')
    (library_folder / "chirp.toml").write_text(dated)
    library = change(library_folder, own, f'steps.android = ["Menu", "Private"]\n{more}')
    before, after = private(read_library([library_folder])), private(library)
    assert after.steps == replace(before.steps, android=("Menu", "Private"))
    built_in = honesty(library.checklists["chirp"], before, TODAY)
    assert "A guide, October 2025" in built_in
    told = honesty(library.checklists["chirp"], after, TODAY)
    assert told == f"Your school changed the steps on an Android phone. Elsewhere: {built_in}"


def test_steps_for_all_devices_are_the_schools(library_folder: Path, own: Path) -> None:
    for keys in (
        'steps = {web = ["a"], phone = ["b"]}',
        'steps.phone = ["b"]\n[[change]]\ncheck = "chirp:private"\nsteps.web = ["a"]',
    ):
        library = change(library_folder, own, keys)
        assert honesty(library.checklists["chirp"], private(library), TODAY) == "Your school changed the steps."


def test_the_lead_is_told_when_the_built_in_steps_were_compared_after_the_schools(
    library_folder: Path, own: Path
) -> None:
    steps = 'steps.android = ["Menu"]'
    assert change(library_folder, own, f"{steps}\nchecked = 2025-10-01").for_lead == ()
    assert change(library_folder, own, steps).for_lead == ()
    (library_folder / "chirp.toml").write_text(
        CHIRP.replace('confidence = "high"', 'confidence = "high"\nchecked = 2026-02-01')
    )
    assert change(library_folder, own, steps + "\nchecked = 2026-02-01").for_lead == ()
    assert change(library_folder, own, 'steps.samsung = ["Menu"]\nchecked = 2025-10-01').for_lead == ()
    library = change(library_folder, own, f"{steps}\nchecked = 2025-10-01")
    said = told(library)
    assert "change 1 (chirp:private), steps: the built-in steps were compared again, as of 1 February 2026." in said
    assert private(library).steps.android == ("Menu",)


def test_the_steps_of_any_phone_stand_for_both_kinds(library_folder: Path, own: Path) -> None:
    after = private(change(library_folder, own, 'steps.phone = ["Menu"]\nsource = "Our own try"\nchecked = 2026-03-02'))
    assert [after.steps.on(device) for device in (Device.IPHONE, Device.ANDROID)] == [("Menu",), ("Menu",)]
    assert after.steps.web == ("Settings", "Privacy", "Private profile")
    assert (after.source, after.checked) == ("Our own try", date(2026, 3, 2))


def test_a_check_without_steps_may_be_given_some(library_folder: Path, own: Path) -> None:
    library = change(library_folder, own, 'steps.web = ["Here"]', "chirp:old-posts")
    assert library.for_lead == ()
    assert library.checklists["chirp"].checks[2].confidence is Confidence.HIGH


def test_several_are_changed_together_and_a_later_change_wins(library_folder: Path, own: Path) -> None:
    text = """
[[change]]
check = "location of every checklist"
severity = "high"
cadence = "every 1 month"
[[change]]
check = "chirp:location"
severity = "low"
"""
    library = with_choices(library_folder, own, text)
    location = library.checklists["chirp"].checks[1]
    before_trip = library.checklists["rules"].checks[2]
    assert (location.severity, location.cadence) == (Severity.LOW, parse("every 1 month"))
    assert (before_trip.severity, before_trip.cadence) == (Severity.HIGH, parse("before each trip"))
    assert library.for_lead == ()


def test_a_check_can_be_switched_off_and_its_list_stays(library_folder: Path, own: Path) -> None:
    library = change(library_folder, own, "off = true")
    assert [check.id for check in library.checklists["chirp"].checks] == ["location", "old-posts"]
    assert library.for_lead == ()


def test_a_list_is_not_emptied_check_by_check(library_folder: Path, own: Path) -> None:
    library = change(library_folder, own, "off = true", "chirp")
    assert len(library.checklists["chirp"].checks) == 3
    assert 'Chirp: nothing would be left of it; switch the whole list off: off = ["chirp"].' in told(library)


@pytest.mark.parametrize(
    ("keys", "check", "said"),
    [('severity = "high"', "chirp:privat", 'change 1, check: there is no check, family, area or checklist called "chirp:privat". Perhaps you mean "chirp:private".'),
     ("off = true", "chirp:gone", 'change 1, check: "chirp:gone" is now part of "chirp:private". Write "chirp:private" in its place.'),
     ('ask = "Have you looked through your old posts?"', "chirp:private", "change 1 (chirp:private): Chirp: two checks have the same ask"),
     ('cadence = "every 1 month"', "rules:before", "change 1 (rules:before): this waits for something else than the calendar"),
     ("", "chirp:private", "change 1 (chirp:private): it says nothing to change")],
)  # fmt: skip
def test_a_change_that_cannot_be_made_is_told_to_the_lead_and_nothing_vanishes(
    library_folder: Path, own: Path, keys: str, check: str, said: str
) -> None:
    (library_folder / "chirp.toml").write_text(
        CHIRP.replace('id = "private"', 'id = "private"\nformerly = ["chirp:gone"]')
    )
    before = read_library([library_folder]).checklists
    library = change(library_folder, own, keys, check)
    assert library.checklists == before
    assert f"school.toml, {said}" in told(library)


@pytest.mark.parametrize(
    "keys", ['aks = "x"', 'cadence = "when it happens"', 'severity = "highest"', "revision = -1", 'link = "http://x"']
)
def test_a_key_that_is_wrong_is_told_with_its_line_and_leaves_all_as_it_is(
    library_folder: Path, own: Path, keys: str
) -> None:
    (own / "school.toml").write_text(f'schema = 1\noff = ["chirp"]\n[[change]]\ncheck = "chirp:private"\n{keys}\n')
    library = read_library([library_folder, own])
    (problem,) = library.problems
    assert "school.toml, line " in str(problem)
    assert library.checklists == read_library([library_folder]).checklists


# A school's own checks in a list that is built in.

OURS = """
[[add]]
to = "chirp"
id = "class-page"
area = "conduct"
ask = "Do two people look after our class page?"
expect = "Two people"
why = "One may be ill."
"""


def test_a_check_is_added_at_the_end_and_may_be_named_like_any_other(library_folder: Path, own: Path) -> None:
    library = with_choices(library_folder, own, OURS + '[[change]]\ncheck = "chirp:class-page"\nseverity = "high"\n')
    *others, added = library.checklists["chirp"].checks
    assert tuple(others) == read_library([library_folder]).checklists["chirp"].checks
    assert (type(added), added.id, added.severity) == (Check, "class-page", Severity.HIGH)
    assert library.for_lead == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [('to = "chirp"', 'to = "chrip"', 'add 1 (class-page), to: no checklist has the id "chrip", so this does nothing. Perhaps you mean "chirp".'),
     ("class-page", "private", 'add 1 (private): two checks have the same id "private"')],
)  # fmt: skip
def test_one_that_cannot_be_added_is_told_and_leaves_the_list(
    library_folder: Path, own: Path, before: str, after: str, said: str
) -> None:
    library = with_choices(library_folder, own, OURS.replace(before, after, 1))
    assert library.checklists == read_library([library_folder]).checklists
    assert said in told(library)


def test_an_added_check_writes_its_wording_out(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text(f'schema = 1\n{OURS}like = "two-step"\n')
    (problem,) = read_library([library_folder, own]).problems
    assert "like is for checks in a checklist's own file" in str(problem)


def test_what_is_for_several_lists_reaches_only_those(library_folder: Path, own: Path) -> None:
    library = change(library_folder, own, 'severity = "high"', "records of every platform")
    assert 'called "records of every platform"' in told(library)
    assert library.checklists["rules"] == read_library([library_folder]).checklists["rules"]


def test_a_copy_of_a_list_with_steps_of_the_school_is_sound(library_folder: Path, own: Path) -> None:
    library = change(library_folder, own, 'steps.android = ["Menu", "Private"]')
    copy = tomli.loads(start_from("Mine", library.checklists["chirp"], TODAY))
    read = validate(Checklist, copy, own / "mine.toml")
    assert read.checks[0].steps.android == ("Menu", "Private")
