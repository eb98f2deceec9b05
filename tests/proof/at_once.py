"""Four processes that save at once on one home lose nothing of each other's."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.audit import Audit
from audit_tui.files.read import read_model
from audit_tui.record import Result, Review
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting

from .acts import ACTS, FIRST_DAY, Act, Say, open_audit
from .figure import Figure, Trial
from .said import Found, Said, lost
from .together import do_at_once
from .twins_at_once import FORGETFUL, ONE_FILE

PROMISE = "What four windows save at once is all there, with no traceback"
PROCESSES = 4
SHORT, LONG, TWIN = 12, 250, 12
ENTERED = 5
Save = Callable[[Audit, Sitting, str], None]


def _now() -> datetime:
    return datetime.now(UTC)


def _answer(_: Audit, sitting: Sitting, name: str) -> None:
    sitting.answer(0, AnswerInput(Result.PASS, note=name), _now())


def _note(_: Audit, sitting: Sitting, name: str) -> None:
    sitting.remark(0, name, _now())


def _entry(audit: Audit, sitting: Sitting, name: str) -> None:
    sitting.log(audit.person.library.checklists["cyberbullying"], EvidenceInput(name), _now())


SAVES: dict[str, Save] = {"answer": _answer, "note": _note, "entry": _entry}


class _Sittings:
    """A sitting for each thing that is saved, as of a person who comes back each time; nothing odd is ever told."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __call__(self, home: Path, say: Say) -> Iterator[None]:
        audit = open_audit(home)
        for number in count():
            sitting = audit.sitting(audit.person.library.checklists["old-accounts"], _now())
            assert audit.problems == ()
            name = f"{os.getpid()} {number}"
            SAVES[self.kind](audit, sitting, name)
            say(Said("kept", self.kind, name))
            yield


def _trips(home: Path, say: Say) -> Iterator[None]:
    """Enter trips, and take those out again that this window entered a while before."""
    person = open_audit(home).person
    for number in count():
        name, before = (f"{os.getpid()} {n}" for n in (number, number - ENTERED))
        person.plan_trip(name, FIRST_DAY, FIRST_DAY)
        say(Said("kept", "trip", name))
        if number >= ENTERED:
            say(Said("taking", "trip", before))
            person.cancel_trip(before)
            say(Said("taken", "trip", before))
        yield


def _in_journal(home: Path) -> Found:
    """Name what was said, by the words it was said with."""
    things: set[tuple[str, str]] = set()
    for path in sorted(home.glob("journal/*.toml")):
        review = read_model(Review, path)
        things |= {("answer", answer.note) for answer in review.answers}
        things |= {("note", note.text) for note in review.notes}
        things |= {("entry", entry.what) for entry in review.evidence}
    return Found(frozenset(things))


AT_ONCE = {kind: Act(kind, _Sittings(kind), _in_journal) for kind in SAVES}
AT_ONCE["trip"] = Act("trip", _trips, ACTS["settings"].found)


def save_at_once(acts: Iterable[Act], goes: int) -> tuple[int, list[str]]:
    """Do each act in four processes; give how many things were kept, and what was lost or ended in a traceback."""
    kept, bad = 0, list[str]()
    for act in acts:
        with TemporaryDirectory() as folder:
            done = do_at_once(act, Path(folder), PROCESSES, goes)
            kept += sum(each.word == "kept" for each in done.said)
            bad += [f"{act.name}: {each}" for each in lost(done.said, act.found(Path(folder)))]
            bad += [f"{act.name}: a traceback"] * done.crashed
    return kept, bad


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Save answers, notes, entries and trips, and let the careless twins."""
    goes = LONG if long else SHORT
    kept, bad = save_at_once(AT_ONCE.values(), goes)
    twins = [save_at_once([twin], TWIN) for twin in (ONE_FILE, FORGETFUL)]
    lines = [f"{len(gone)} of {all_kept} lost" for all_kept, gone in twins]
    return Figure(
        PROMISE, f"{PROCESSES} processes at once, each with {goes} sittings for each of {len(SAVES)} kinds of saving and as"
        f" many trips entered: {kept:,} of {PROCESSES * goes * len(AT_ONCE):,} kept",
        len(bad) + PROCESSES * goes * len(AT_ONCE) - kept,
        f"one file read, changed and replaced: {lines[0]}; settings written as they were at the start: {lines[1]}",
        all(gone for _, gone in twins),
    )  # fmt: skip


TRIALS = (Trial("at-once", run),)
