"""The app in lines: what matters most first, the board as a numbered list when asked, and what can be done from it."""

from collections.abc import Callable
from datetime import datetime

from audit_tui import phrases
from audit_tui.audit import TEN_MINUTES, Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UsageError, UserError
from audit_tui.formats.text import to_text
from audit_tui.pages.summary import summary_page
from audit_tui.plain.accounts import ask_accounts
from audit_tui.plain.console import Console, NoMoreInput
from audit_tui.plain.history import ask_history
from audit_tui.plain.occasions import ask_phones, ask_trips
from audit_tui.plain.sitting import PlainSitting
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import count

CHOICES = (
    "Just Enter starts what matters most. l lists the checklists; then type a number, or a name, to start one. "
    "h and a number or name: earlier answers. m: summary. t: trips. i: IMEI. a: accounts and phone. q: quit."
)
Clock = Callable[[], datetime]


def run_menu(audit: Audit, console: Console, clock: Clock) -> None:
    """Say how things stand and do what is asked until the person quits or the input ends."""
    try:
        if audit.choices.accounts is None:
            ask_accounts(audit, console, clock().date())
        board = audit.board(clock().date())
        _tell(board, audit, console)
        console.say(CHOICES)
        while (said := console.ask("What now:").casefold()) not in ("q", "quit"):
            try:
                _act(said, board, audit, console, clock)
            except UserError as problem:
                console.say(str(problem))
            board = audit.board(clock().date())
    except NoMoreInput:
        return


def _tell(board: Board, audit: Audit, console: Console) -> None:
    console.say("", phrases.headline(board))
    console.say(*(f"{line}." for line in (phrases.round_line(board), phrases.progress_line(board)) if line))
    console.say(*(f"Could not be used: {problem}" for problem in audit.problems), "")


def _list(board: Board, console: Console) -> None:
    for number, status in enumerate(board.lists, start=1):
        console.say(f"{number}. {status.checklist.title}: {phrases.state(status)}; {phrases.progress(status)}.")


def _act(said: str, board: Board, audit: Audit, console: Console, clock: Clock) -> None:
    match said:
        case "":
            _start(audit, lambda: audit.ten_minutes(TEN_MINUTES, clock()), console, clock)
        case "l" | "list":
            _list(board, console)
        case "a":
            ask_accounts(audit, console, board.today)
        case "t":
            ask_trips(audit, console, board.today)
        case "i":
            ask_phones(audit, console, clock())
        case "m":
            console.say(*to_text(summary_page(board, audit.problems)).splitlines())
        case "?" | "help":
            console.say(CHOICES)
        case _ if said.startswith("h "):
            ask_history(audit, _named(said[2:], board, audit), console, board.today)
        case _:
            checklist = _named(said, board, audit)
            _start(audit, lambda: audit.sitting(checklist, clock()), console, clock)


def _named(said: str, board: Board, audit: Audit) -> Checklist:
    """Find a checklist by its number on the board or by name. Raises UsageError."""
    if said.strip().isdecimal():
        number = int(said)
        if 1 <= number <= len(board.lists):
            return board.lists[number - 1].checklist
        raise UsageError(
            f"{said} is not on the list", remedy=f"there are {count(len(board.lists), 'checklist')}: type l"
        )
    return audit.library.find(said)


def _start(audit: Audit, make: Callable[[], Sitting], console: Console, clock: Clock) -> None:
    sitting = make()
    if not sitting.asked:
        console.say("Nothing is to be looked at now.")
        return
    PlainSitting(audit, sitting, console, clock).run()
    _tell(audit.board(clock().date()), audit, console)
