"""Handing a statement in, and choosing a folder to sum up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.page import Page
from audit_tui.formats.text import body_text
from audit_tui.pages.statement import statement_page
from audit_tui.pages.team import team_page
from audit_tui.team.folder import check_folder, readers_in, to_bytes
from audit_tui.team.make import read_label
from audit_tui.team.statement import Statement
from audit_tui.team.team import Team
from audit_tui.tui.attempt import attempt_aside, tell
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.titled_screen import TitledScreen

HAND_IN = "A statement has dates and counts only. You see the whole of it, and who can read it, before it is written."
TEAM = "For a lead: sums up the statements that people put into a folder, held against your list if you have one."
BOX = 68


@dataclass(frozen=True, slots=True)
class HandInRequest:
    """How a person wants to be called, and where their statement goes."""

    label: str
    folder: str


@dataclass(frozen=True, slots=True)
class TeamRequest:
    """Where the statements are, and the lead's own list, if there is one."""

    folder: str
    roster: str


class HandInForm(FormScreen[HandInRequest]):
    """Leads to a statement, of which nothing is kept yet."""

    NOT_DONE = "Not done."


class TeamForm(FormScreen[TeamRequest]):
    """Leads to a page, of which nothing is kept."""

    NOT_DONE = "Not done."


class StatementScreen(Dialog[bool]):
    """The statement as sentences, or as it will stand in its file; nothing is written before yes."""

    HELP = "Read it, then press y to hand it in. v shows the very file."
    BINDINGS = [
        Binding("y", "answer(True)", "Yes, hand it in", id="statement.yes"),
        Binding("n", "answer(False)", "No", id="statement.no"),
        Binding("v", "view", "View the file", id="statement.view"),
    ]

    def __init__(self, statement: Statement, folder: str, readers: str) -> None:
        super().__init__()
        self.statement = statement
        self.folder = folder
        self.readers = readers
        self.whole = False

    def parts(self) -> Iterable[Widget]:
        """Ask first, then show."""
        yield Static(Content.assemble(("Hand this in?\n", "bold")))
        yield Static(id="statement")

    def on_resize(self) -> None:
        """Set it for the new width, once that is known."""
        self.call_after_refresh(self._show)

    def _show(self, width: int = 0) -> None:
        """Set it, and once more where a bar for scrolling took some of the width that it was set for."""
        place = self.query_one("#statement", Static)
        if (now := place.size.width or BOX) != width:
            text = to_bytes(self.statement).decode() if self.whole else body_text(self._page(), now)
            place.update(Content(text))
            self.call_after_refresh(self._show, now)

    def _page(self) -> Page:
        return statement_page(self.statement, folder=self.folder, readers=self.readers)

    def action_view(self) -> None:
        """Change between the sentences and the file."""
        self.whole = not self.whole
        self._show()

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Give the answer back."""
        self.dismiss(answer)


async def hand_in(screen: TitledScreen[None], audit: Audit, today: date) -> None:
    """Make a statement, show it, and put it into a folder once the person has said so."""
    made: list[tuple[Statement, str]] = []

    def make(request: HandInRequest) -> None:
        check_folder(request.folder)
        made.append((audit.statement(request.label, today), readers_in(request.folder)))

    chosen = audit.person.choices
    request: HandInRequest | None = await screen.ask(hand_in_form(chosen.label or "", chosen.share_folder or "", make))
    if request is None:
        return
    statement, readers = made[-1]
    sure = await screen.ask(StatementScreen(statement, request.folder, readers))
    still_there: list[UserError] = []
    if sure and await attempt_aside(screen, lambda: still_there.extend(audit.hand_in(statement, request.folder))):
        for problem in still_there:
            tell(screen, problem, title="Handed in, but")
        if not still_there:
            screen.notify("Handed in.", markup=False)


async def show_team(screen: TitledScreen[None], audit: Audit, today: date) -> None:
    """Sum up a folder of statements, and keep its name for the next time."""
    found: list[Team] = []
    chosen = audit.person.choices
    request: TeamRequest | None = await screen.ask(
        team_form(
            TeamRequest(chosen.team_folder or "", chosen.team_list or ""),
            lambda request: found.append(audit.team(request.folder, today, request.roster)),
        )
    )
    if request is not None:
        screen.app.push_screen(ReaderScreen(team_page(found[-1], today)))
        await attempt_aside(screen, lambda: audit.keep_team(request.folder, request.roster))


def hand_in_form(label: str, folder: str, make: Callable[[HandInRequest], None]) -> HandInForm:
    """Ask for a label and a folder, and make the statement before the form is left."""

    def read(values: dict[str, str]) -> HandInRequest:
        called = _label(needed(values, "label", "Say what to call you: initials or a role will do."))
        return HandInRequest(called, needed(values, "folder", "Say which folder, as your lead gave it to you."))

    fields = (Field("label", "How to call you (initials or a role)", label), Field("folder", "Folder", folder))
    return HandInForm(HAND_IN, fields, read, make)


def _label(typed: str) -> str:
    try:
        return read_label(typed)
    except UserError as problem:
        raise FaultError("label", str(problem)) from problem


def team_form(before: TeamRequest, read_it: Callable[[TeamRequest], None]) -> TeamForm:
    """Ask for the folder of statements and the lead's list, and read both before the form is left."""

    def read(values: dict[str, str]) -> TeamRequest:
        return TeamRequest(needed(values, "folder", "Say which folder."), values["roster"])

    fields = (
        Field("folder", "Folder", before.folder),
        Field("roster", "Your list of who was asked (a file; empty for none)", before.roster),
    )
    return TeamForm(TEAM, fields, read, read_it)
