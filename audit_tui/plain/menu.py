"""The app in lines: the board as a numbered list, and what can be done from it."""

from collections.abc import Callable
from datetime import datetime

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.text import to_text
from audit_tui.pages.history import history_page
from audit_tui.pages.summary import summary_page
from audit_tui.plain.accounts import ask_accounts
from audit_tui.plain.console import Console, NoMoreInput
from audit_tui.plain.occasions import ask_phones, ask_trips
from audit_tui.plain.review import PlainReview
from audit_tui.schedule.board import Board

MORE = (
    "Type a number to start. h and a number: earlier reviews. m: summary. t: trips. i: IMEI. "
    "a: accounts and phone. q: quit."
)


def run_menu(audit: Audit, talk: Console, clock: Callable[[], datetime]) -> None:
    """Show the board and do what is asked until the person quits or the input ends."""
    try:
        if audit.choices.accounts is None:
            ask_accounts(audit, talk)
        while True:
            board = audit.board(clock().date())
            _show(board, audit, talk)
            said = talk.ask("What now:").casefold()
            if said in ("q", "quit"):
                return
            try:
                _act(said, board, audit, talk, clock)
            except UserError as problem:
                talk.say(str(problem))
    except NoMoreInput:
        return


def _show(board: Board, audit: Audit, talk: Console) -> None:
    talk.say("", phrases.headline(board), "")
    for number, row in enumerate(board.rows, start=1):
        talk.say(f"{number}. {row.checklist.title}: {phrases.state(row)}; {phrases.progress(row)}.")
    talk.say(*(f"Could not be used: {problem}" for problem in audit.problems), "", MORE)


def _act(said: str, board: Board, audit: Audit, talk: Console, clock: Callable[[], datetime]) -> None:
    word, _, number = said.partition(" ") if said.startswith("h ") else ("", "", said)
    if said == "a":
        ask_accounts(audit, talk)
    elif said in ("t", "i"):
        (ask_trips if said == "t" else ask_phones)(audit, talk, board.today)
    elif said == "m":
        talk.say(*to_text(summary_page(board, audit.problems)).splitlines())
    elif number.isdecimal() and 1 <= int(number) <= len(board.rows):
        checklist = board.rows[int(number) - 1].checklist
        if word:
            reviews, problems = audit.history(checklist.id)
            talk.say(*to_text(history_page(checklist, reviews, tuple(problems))).splitlines())
        else:
            PlainReview(audit, checklist, talk, clock).run()
    else:
        talk.say(f'"{said}" is not one of the choices.')
