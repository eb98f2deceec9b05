"""Every way in which the program saves: what is done, and how to see what of it stands on disk."""

from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date, datetime, timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from typing import NamedTuple

from audit_tui.audit import Audit
from audit_tui.cli.output import write
from audit_tui.kept.backup import back_up
from audit_tui.paths import HOME, find_paths
from audit_tui.person import Person
from audit_tui.record import Answer, Result
from audit_tui.settings.edits import cancel_trip, plan_trip
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting
from audit_tui.team.folder import file_name
from audit_tui.team.statement import Statement

from . import found
from .filled import fill_once, imei_of
from .said import Found, Said

Say = Callable[[Said], None]
FIRST_DAY = date(2026, 3, 2)
MOST_TRIPS = 3
CHECKLIST = "old-accounts"


class Act(NamedTuple):
    """One way of saving: `goes` does it again and again, one go for each item it gives, and says what is kept."""

    name: str
    goes: Callable[[Path, Say], Iterator[None]]
    found: Callable[[Path], Found]


def open_audit(home: Path) -> Audit:
    """Open the audit of somebody who keeps everything in one folder."""
    return Audit(find_paths({HOME: str(home)}))


def right_now() -> datetime:
    return datetime.now().astimezone()


def begin_sitting(home: Path) -> tuple[Audit, Sitting]:
    """Open an audit, and begin to go through one checklist."""
    audit = open_audit(home)
    return audit, audit.sitting(audit.person.library.checklists[CHECKLIST], right_now())


def give_answer(sitting: Sitting, position: int, result: Result, say: Say) -> Answer:
    """Answer a check; an answer that was given to it in this sitting goes."""
    if before := sitting.given(position):
        say(Said("taking", "answer", before.at.isoformat()))
    sitting.answer(position, AnswerInput(result), right_now())
    answer = sitting.given(position)
    assert answer is not None
    say(Said("kept", "answer", answer.at.isoformat()))
    return answer


def _answers(home: Path, say: Say) -> Iterator[None]:
    while True:
        _, sitting = begin_sitting(home)
        for position in range(len(sitting.asked)):
            give_answer(sitting, position, Result.PASS, say)
            yield


def _taken_back(home: Path, say: Say) -> Iterator[None]:
    while True:
        _, sitting = begin_sitting(home)
        given = [give_answer(sitting, 0, Result.PASS, say), give_answer(sitting, 1, Result.FAIL, say)]
        for position, answer in enumerate(given):
            say(Said("taking", "answer", answer.at.isoformat()))
            sitting.take_back(position, right_now())
            say(Said("taken", "answer", answer.at.isoformat()))
            yield


def _notes(home: Path, say: Say) -> Iterator[None]:
    while True:
        _, sitting = begin_sitting(home)
        for position in range(len(sitting.asked)):
            if before := sitting.note(position):
                say(Said("taking", "note", before))
            text = right_now().isoformat()
            sitting.remark(position, text, right_now())
            say(Said("kept", "note", text))
            yield


def _evidence(home: Path, say: Say) -> Iterator[None]:
    audit, sitting = begin_sitting(home)
    incident = audit.person.library.checklists["cyberbullying"]
    while True:
        sitting.log(incident, EvidenceInput("a call"), right_now())
        say(Said("kept", "evidence", sitting.entries[-1].id))
        yield


def _settings(home: Path, say: Say) -> Iterator[None]:
    person = open_audit(home).person
    for number in count():
        _plan(person, f"trip-{number}", say)
        if number >= MOST_TRIPS:
            _cancel(person, f"trip-{number - MOST_TRIPS}", say)
        yield


def _plan(person: Person, name: str, say: Say) -> None:
    person.change(lambda choices: plan_trip(choices, name, FIRST_DAY, FIRST_DAY))
    say(Said("kept", "trip", name))


def _cancel(person: Person, name: str, say: Say) -> None:
    say(Said("taking", "trip", name))
    person.change(lambda choices: cancel_trip(choices, name))
    say(Said("taken", "trip", name))


def _statements(home: Path, say: Say) -> Iterator[None]:
    """Hand in, under a new label every other time; what was handed in before goes, or is told to be still there."""
    shared = home / found.SHARED
    shared.mkdir(exist_ok=True)
    audit = open_audit(home)
    before: Statement | None = None
    for number in count():
        statement = audit.statement(f"Teacher {number // 2 % 2}", FIRST_DAY + timedelta(days=number))
        if before:
            say(Said("changing", "statement", before.made.isoformat(), statement.made.isoformat()))
        told = {problem.path for problem in audit.hand_in(statement, str(shared))}
        say(Said("kept", "statement", statement.made.isoformat()))
        if before and shared / file_name(before) not in told:
            say(Said("taken", "statement", before.made.isoformat()))
        before = statement
        yield


def _reports(home: Path, say: Say) -> Iterator[None]:
    for number in count():
        path = home / found.REPORTS / f"{number}.txt"
        if not path.exists():
            with redirect_stdout(StringIO()):
                write(found.REPORT, path)
            say(Said("kept", "report", path.name))
            yield


def _phones(home: Path, say: Say) -> Iterator[None]:
    book = open_audit(home).person.phones
    before = ""
    for number in count():
        imei = imei_of(number)
        if before:
            say(Said("changing", "phone", before, imei))
        book.record((imei,), FIRST_DAY)
        before = imei
        say(Said("kept", "phone", imei))
        yield


def _backups(home: Path, say: Say) -> Iterator[None]:
    fill_once(open_audit(home), home)
    for number in count():
        path = home / found.BACKUPS / f"{number}.zip"
        if not path.exists():
            if not back_up(find_paths({HOME: str(home)}), path, FIRST_DAY).left_out:
                say(Said("kept", "backup", path.name))
            yield


ACTS = {
    act.name: act
    for act in (
        Act("answer", _answers, found.in_journal),
        Act("answer taken back", _taken_back, found.in_journal),
        Act("note", _notes, found.in_journal),
        Act("evidence", _evidence, found.in_journal),
        Act("settings", _settings, found.in_settings),
        Act("statement", _statements, found.handed_in),
        Act("report", _reports, found.written),
        Act("phone number", _phones, found.in_phone_book),
        Act("backup", _backups, found.backed_up),
    )
}
