"""The app in lines: what matters most first, the board as a numbered list when asked, and what can be done from it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from audit_tui import phrases
from audit_tui.audit import TEN_MINUTES, Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UsageError, UserError
from audit_tui.formats.text import to_text
from audit_tui.pages.summary import summary_page
from audit_tui.plain.accounts import ask_accounts, offer_to_hold
from audit_tui.plain.console import Console, NoMoreInput, chosen_number
from audit_tui.plain.history import ask_history
from audit_tui.plain.occasions import ask_phones, ask_trips
from audit_tui.plain.school import ask_school
from audit_tui.plain.sitting import PlainSitting
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import count

CHOICES = (
    "Just Enter starts what matters most. l lists the checklists; then type a number, or a name, to start one. "
    "h and a number or name: earlier answers. m: summary. t: trips. i: IMEI. a: accounts and phone. "
    "c: the school's folder. g: hand in. team: for a lead, sum up what was handed in. q: quit."
)
PLACES = {"a": ask_accounts, "c": ask_school, "t": ask_trips}
Clock = Callable[[], datetime]


def run_menu(audit: Audit, console: Console, clock: Clock) -> None:
    """Say how things stand and do what is asked until the person quits or the input ends."""
    _Menu(audit, console, clock).run()


class _Menu:
    """What the person is told and can do; a number means the list that it stood at when the lists were last told."""

    def __init__(self, audit: Audit, console: Console, clock: Clock) -> None:
        self.audit = audit
        self.console = console
        self.clock = clock
        self.numbered: tuple[Checklist, ...] = ()

    @property
    def today(self) -> date:
        return self.clock().date()

    def run(self) -> None:
        try:
            self._ask_first()
            self._number(self._tell())
            self.console.say(CHOICES)
            while (said := self.console.ask("What now:").casefold()) not in ("q", "quit"):
                self._try(partial(self._act, said))
        except NoMoreInput:
            return

    def _ask_first(self) -> None:
        """Ask who has not said yet which accounts they hold; not where the settings are there and cannot be read."""
        if self.audit.person.choices.accounts is None and not self.audit.person.unread:
            self._try(lambda: ask_accounts(self.audit, self.console, self.today))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as problem:
            self.console.say(str(problem))

    def _tell(self) -> Board:
        board = self.audit.board(self.today)
        self.console.say("", phrases.headline(board))
        self.console.say(*(f"{line}." for line in (phrases.round_line(board), phrases.progress_line(board)) if line))
        self.console.say(*(f"Could not be used: {problem}" for problem in self.audit.problems), "")
        return board

    def _number(self, board: Board) -> None:
        self.numbered = tuple(status.checklist for status in board.lists)

    def _list(self) -> None:
        board = self.audit.board(self.today)
        self._number(board)
        for number, status in enumerate(board.lists, start=1):
            told = f"{phrases.state(status)}; {phrases.progress(status)}"
            self.console.say(f"{number}. {status.checklist.title}: {told}.")

    def _act(self, said: str) -> None:
        match said:
            case "":
                self._start(self.audit.ten_minutes(TEN_MINUTES, self.clock()))
            case "l" | "list":
                self._list()
            case "a" | "c" | "t":
                PLACES[said](self.audit, self.console, self.today)
            case "i":
                ask_phones(self.audit, self.console, self.clock())
            case "g" | "team":
                self._share(said)
            case "m":
                board = self.audit.board(self.today)
                self.console.say(*to_text(summary_page(board, self.audit.problems)).splitlines())
            case "?" | "help":
                self.console.say(CHOICES)
            case _ if said.split(maxsplit=1)[0] == "h":
                ask_history(self.audit, self._named(said[1:]), self.console, self.today)
            case _:
                checklist = self._named(said)
                offer_to_hold(self.audit, checklist, self.console, self.today)
                self._start(self.audit.sitting(checklist, self.clock()))

    def _share(self, said: str) -> None:
        from audit_tui.plain.sharing import ask_hand_in, ask_team

        ask = ask_team if said == "team" else ask_hand_in
        ask(self.audit, self.console, self.today)

    def _named(self, said: str) -> Checklist:
        """Find a checklist by the number it was told with, or by name. Raises UsageError."""
        name = said.strip()
        if number := chosen_number(name, len(self.numbered)):
            return self.numbered[number - 1]
        if not name or name.isdecimal():
            what = f"{name} is not on the list" if name else "it is not said which checklist"
            raise UsageError(what, remedy=f"there are {count(len(self.numbered), 'checklist')}: type l")
        return self.audit.person.library.find(name)

    def _start(self, sitting: Sitting) -> None:
        if sitting.asked:
            PlainSitting(self.audit, sitting, self.console, self.clock).run()
        self._tell()
