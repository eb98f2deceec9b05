"""Ways of saving at some occasions: reminders for a calendar, and a new phone."""

import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.cli import context
from audit_tui.cli.occasions import remind
from audit_tui.cli.problems import OPENED
from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.paths import HOME
from audit_tui.record import noon
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones

from .acts import FIRST_DAY, Act, Say, open_audit
from .filled import imei_of
from .said import Found, Said, Thing

CALENDAR = "reminders.ics"
MADE, END = "DTSTAMP:", "END:VCALENDAR"


def _reminders(home: Path, say: Say) -> Iterator[None]:
    """Write the calendar again and again, a minute later each time by the clock that is read."""
    before = ""
    for number in count():
        now = noon(FIRST_DAY) + timedelta(minutes=number)
        made = f"{now:%Y%m%dT%H%M%SZ}"
        if before:
            say(Said("changing", "reminders", before, made))
        clock = patch.object(context, "now", lambda now=now: now)
        with patch.dict(os.environ, {HOME: str(home)}), clock, redirect_stdout(StringIO()):
            try:
                remind(school=None, output=home / CALENDAR, names=False)
                problems = [problem for opened in OPENED for problem in opened()]
            finally:
                OPENED.clear()
        say(Said("kept", "reminders", made))
        for problem in problems:
            raise problem
        before = made
        yield


def _written(home: Path) -> Found:
    path = home / CALENDAR
    if not path.exists():
        return Found(frozenset())
    text = path.read_bytes().decode(errors="replace")
    made = text.partition(MADE)[2].partition("\r\n")[0]
    return Found(frozenset({("reminders", made)})) if text.endswith(f"{END}\r\n") else Found(frozenset(), (path.name,))


def _new_phones(home: Path, say: Say) -> Iterator[None]:
    """Write the number of one phone down after the other, each of which a new one takes the place of."""
    person = open_audit(home).person
    before = ""
    for number in count():
        imei, now = imei_of(number), noon(FIRST_DAY + timedelta(days=number))
        person.phones.record((imei,), FIRST_DAY)
        say(Said("kept", "phone", imei))
        if before:
            say(Said("changing", "new phone", before, now.isoformat()))
        person.new_phone(now)
        before = now.isoformat()
        say(Said("kept", "new phone", before))
        say(Said("kept", "old phone", imei))
        yield


def _phones(home: Path) -> Found:
    things: set[Thing] = set()
    torn: list[str] = []
    for path, take in ((home / "settings.toml", _of_settings), (home / "imei.toml", _of_phones)):
        if path.exists():
            try:
                things |= take(path)
            except UserError:
                torn.append(path.name)
    return Found(frozenset(things), tuple(torn))


def _of_settings(path: Path) -> set[Thing]:
    moment = read_model(Choices, path).new_phone
    return {("new phone", moment.isoformat())} if moment else set()


def _of_phones(path: Path) -> set[Thing]:
    phones = read_model(Phones, path).phones
    return {
        (kind, imei)
        for phone in phones
        for imei in phone.imei
        for kind in (("phone", "old phone") if phone.old_since else ("phone",))
    }


OCCASIONS = {act.name: act for act in (Act("reminders", _reminders, _written), Act("new phone", _new_phones, _phones))}
