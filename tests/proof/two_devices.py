"""The journals of two machines, merged in any order and with the copies that sync programs make, say one thing."""

import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from audit_tui.record import Evidence, Result
from audit_tui.schedule.board import Board

from ..sitting_cases import latest
from .figure import Figure, Trial
from .hands import CHECKS, Clock, Hand, new_audit
from .plain_table import Table
from .sync import Synced, Watch, joined, keep_the_newest_file, merge

PROMISE = "The journals of two machines say the same in whatever order they are merged, with conflict copies among them"
SHORT, LONG, TWIN = 100, 5_000, 10
STEPS, ORDERS = 60, 10
RESULTS = (Result.PASS, Result.FIXED, Result.FAIL, Result.UNKNOWN)
ZONES = (0, 5)
Merge = Callable[[Path], object]


class Seen(NamedTuple):
    """All that is to be the same: the board, the notes, the log, and what is told as odd."""

    board: Board
    notes: dict[str, str]
    log: list[Evidence]
    odd: tuple[str, ...]


def live(home: Path, chance: random.Random) -> tuple[Table, Synced, Clock]:
    """Let one person do this and that on two machines for some weeks."""
    table, clock = Table(), Clock()
    hands = [Hand(home / name, table, clock, zone) for name, zone in zip("ab", ZONES, strict=True)]
    watches = [Watch(hand.audit.paths.journal) for hand in hands]
    for _ in range(STEPS):
        number = chance.randrange(2)
        _do(hands[number], chance)
        watches[number].look()
        clock.now += timedelta(hours=chance.choice((0, 0, 1, 11)))
    return table, joined(watches), clock


def _do(hand: Hand, chance: random.Random) -> None:
    position = chance.randrange(len(CHECKS))
    what = chance.randrange(9)
    if what <= 2:
        hand.answer(position, chance.choice(RESULTS))
    elif what == 3:
        hand.remark(position, f"note {hand.clock.count}")
    elif what == 4:
        hand.log()
    elif what == 5:
        hand.take_back(position)
    elif what == 6:
        _withdraw(hand, chance)
    elif what == 7:
        hand.undo()
    else:
        hand.begin()
    hand.find_files()


def _withdraw(hand: Hand, chance: random.Random) -> None:
    """Withdraw a review made at this machine, or one answer in it."""
    pages = [page for page in hand.table.pages if (hand.audit.paths.journal / (page.file or "-")).exists()]
    if pages:
        page = chance.choice(pages)
        hand.withdraw(page, chance.choice((None, *page.answers)))


def look(home: Path, clock: Clock) -> Seen:
    """Open the program on a journal and see what it says."""
    audit = new_audit(home)
    today = (clock.now + timedelta(days=1)).date()
    board = audit.board(today)
    found = latest(audit, today)
    chirp = audit.person.library.checklists["chirp"]
    notes = {check: found.notes[check][1].text for check in found.notes}
    return Seen(board, notes, audit.evidence(chirp, today)[0], tuple(map(str, audit.problems)))


def said(table: Table, seen: Seen) -> list[str]:
    """Name what is not as the plain tables have it. Notes are told where a check has no answer yet.

    Beside an answer stands the note that its own sitting knew of; one from another machine is in the history.
    """
    status = seen.board.find("chirp")
    assert status
    answers = {check.check.id: check.answer.result for check in status.checks if check.answer}
    notes = {check: note for check, note in table.notes(seen.board.today).items() if check not in answers}
    return [
        *(["the answers"] * (answers != table.answers(seen.board.today))),
        *(["the notes"] * (not notes.items() <= seen.notes.items())),
        *(["the log"] * ({entry.what for entry in seen.log} != table.entries())),
        *seen.odd,
    ]


def merge_often(orders: int, afterwards: Merge = lambda _: None, seed: int = 0) -> list[str]:
    """Merge in so many random orders, of a new life every ten; name what differed."""
    chance = random.Random(seed)
    bad: list[str] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for number in range(orders):
            if number % ORDERS == 0:
                table, synced, clock = live(home / str(number), chance)
                merge(synced._replace(states=()), home / "plain" / str(number) / "journal", chance)
                first = look(home / "plain" / str(number), clock)
                bad += said(table, first)
            place = home / "merged"
            merge(synced, place / "journal", chance)
            afterwards(place / "journal")
            seen = look(place, clock)
            bad += [f"order {number}: {what}" for what in said(table, seen)]
            bad += [f"order {number}: another board"] * (seen != first)
            shutil.rmtree(place)
    return bad


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Merge in many orders, and let the careless twin."""
    orders = LONG if long else SHORT
    bad = merge_often(orders)
    twin = merge_often(TWIN, keep_the_newest_file)
    return Figure(
        PROMISE, f"{orders:,} random orders of the journals of {orders // ORDERS:,} pairs of machines: answers,"
        " corrections, withdrawals, notes and logs", len(bad),
        f"that keeps of each name the file touched last: {len(twin)} differences in {TWIN} orders", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("two-devices", run),)
