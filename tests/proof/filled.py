"""A home with one thing of every kind that a backup holds, and telephone numbers to fill it with."""

from datetime import date, datetime
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput

DAY = date(2026, 3, 2)


def fill_once(audit: Audit, home: Path) -> None:
    """Keep one thing of every kind that a backup holds, but for those that are there from an earlier time."""
    if not [*home.glob("journal/*.toml")]:
        now = datetime.now().astimezone()
        audit.sitting(audit.person.library.checklists["old-accounts"], now).answer(0, AnswerInput(Result.PASS), now)
    if not (home / "settings.toml").exists():
        audit.person.plan_trip("trip", DAY, DAY)
    if not (home / "imei.toml").exists():
        audit.person.phones.record((imei_of(0),), DAY)


def imei_of(number: int) -> str:
    """Make a number with a right check digit (3GPP TS 23.003)."""
    body = f"35{number:012d}"
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in body[1::2])
    return body + str(-(sum(doubled) + sum(map(int, body[::2]))) % 10)
