"""A calendar file takes the place of an earlier one of ours, and of nothing else."""

from pathlib import Path

import pytest
from icalendar import Calendar, Event

from audit_tui.cli.own_calendar import is_ours, replace_calendar
from audit_tui.errors import UsageError
from audit_tui.exports.calendar import PRODUCT
from audit_tui.settings.store import Settings

from .conftest import TODAY, Run


def calendar(product: str, *uids: str) -> bytes:
    made = Calendar()
    made.add("prodid", product)
    made.add("version", "2.0")
    for uid in uids:
        event = Event()
        event.add("uid", uid)
        event.add("dtstart", TODAY)
        event.add("summary", "Wedding")
        made.add_component(event)
    data: bytes = made.to_ical()
    return data


OURS = calendar(PRODUCT, "1@audit-tui", "2@audit-tui")
OTHERS = {
    "another program's": calendar("-//Google Inc//Google Calendar//EN", "1@google.com"),
    "another's with our events": calendar("-//Google Inc//Google Calendar//EN", "1@audit-tui"),
    "ours with another's event": calendar(PRODUCT, "1@audit-tui", "wedding@google.com"),
    "ours with a task": OURS.replace(b"BEGIN:VEVENT", b"BEGIN:VTODO", 1).replace(b"END:VEVENT", b"END:VTODO", 1),
    "ours and another": OURS + calendar("-//Google Inc//Google Calendar//EN", "1@google.com"),
    "a letter": b"BEGIN:VCALENDAR of my life",
    "nothing": b"",
    "bytes": b"\xff\xfe\x00",
}


def test_our_own_is_known_and_replaced(tmp_path: Path) -> None:
    assert is_ours(OURS)
    assert is_ours(calendar(PRODUCT))
    path = tmp_path / "mine.ics"
    replace_calendar(path, OURS)
    replace_calendar(path, calendar(PRODUCT, "3@audit-tui"))
    assert b"3@audit-tui" in path.read_bytes()


@pytest.mark.parametrize("kind", OTHERS)
def test_any_other_file_is_left_to_the_byte(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mine.ics"
    path.write_bytes(OTHERS[kind])
    with pytest.raises(UsageError, match="was left as it is"):
        replace_calendar(path, OURS)
    assert path.read_bytes() == OTHERS[kind]


def test_reminders_are_written_again_over_ones_own(run: Run, tmp_path: Path) -> None:
    run("accounts", "--set", "facebook")
    path = tmp_path / "mine.ics"
    assert run("remind", "--output", str(path))[0] == 0
    seed = Settings(tmp_path / "home" / "settings.toml").read().calendar_seed
    assert seed
    assert is_ours(path.read_bytes())
    assert run("remind", "--output", str(path))[0] == 0
    assert Settings(tmp_path / "home" / "settings.toml").read().calendar_seed == seed
    path.write_bytes(OTHERS["another program's"])
    code, _, err = run("remind", "--output", str(path))
    assert code == 2
    assert "left as it is" in err
    assert path.read_bytes() == OTHERS["another program's"]
