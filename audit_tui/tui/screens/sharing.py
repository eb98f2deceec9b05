"""Handing a statement in, and choosing a folder to sum up."""

from collections.abc import Iterable
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
from audit_tui.team.folder import check_folder, to_bytes
from audit_tui.team.make import read_label
from audit_tui.team.statement import Statement
from audit_tui.team.team import Team
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.titled_screen import TitledScreen

HAND_IN = "A statement has dates and counts only. You see the whole of it before anything is written."
TEAM = "For a lead: sums up the statements that people put into a folder."
BOX = 68


@dataclass(frozen=True, slots=True)
class HandInRequest:
    """How a person wants to be called, and where their statement goes."""

    label: str
    folder: str


class StatementScreen(Dialog[bool]):
    """The statement as sentences, or as it will stand in its file; nothing is written before yes."""

    HELP = "Read it, then press y to hand it in. v shows the very file."
    BINDINGS = [
        Binding("y", "answer(True)", "Yes, hand it in", id="statement.yes"),
        Binding("n", "answer(False)", "No", id="statement.no"),
        Binding("v", "view", "View the file", id="statement.view"),
    ]

    def __init__(self, statement: Statement, folder: str) -> None:
        super().__init__()
        self.statement = statement
        self.folder = folder
        self.whole = False

    def parts(self) -> Iterable[Widget]:
        """Ask first, then show."""
        yield Static(Content.assemble((f"Hand this in to {self.folder}?\n", "bold")))
        yield Static(id="statement")

    def on_resize(self) -> None:
        """Set it for the new width, once that is known."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if self.whole:
            text = to_bytes(self.statement).decode()
        else:
            text = body_text(statement_page(self.statement), self.query_one("#statement").size.width or BOX)
        self.query_one("#statement", Static).update(Content(text))

    def action_view(self) -> None:
        """Change between the sentences and the file."""
        self.whole = not self.whole
        self._show()

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Give the answer back."""
        self.dismiss(answer)


async def hand_in(screen: TitledScreen[None], audit: Audit, today: date) -> None:
    """Make a statement, show it, and put it into a folder once the person has said so."""
    request: HandInRequest | None = await screen.ask(hand_in_form(audit.person.choices.label or ""))
    if request is None:
        return
    made: list[Statement] = []

    def make() -> None:
        check_folder(request.folder)
        made.append(audit.statement(request.label, today))

    if not await attempt_aside(screen, make):
        return
    sure = await screen.ask(StatementScreen(made[0], request.folder))
    still_there: list[UserError] = []
    if sure and await attempt_aside(screen, lambda: still_there.extend(audit.hand_in(made[0], request.folder))):
        for problem in still_there:
            tell(screen, problem, title="Handed in, but")
        if not still_there:
            screen.notify("Handed in.", markup=False)


async def show_team(screen: TitledScreen[None], audit: Audit, today: date) -> None:
    """Sum up a folder of statements."""
    folder: str | None = await screen.ask(team_form())
    found: list[Team] = []
    if folder and await attempt_aside(screen, lambda: found.append(audit.team(folder, today))):
        page: Page = team_page(found[0], today)
        screen.app.push_screen(ReaderScreen(page))


def hand_in_form(label: str) -> FormScreen[HandInRequest]:
    """Ask for a label and a folder."""

    def read(values: dict[str, str]) -> HandInRequest:
        called = _label(needed(values, "label", "Say what to call you: initials or a role will do."))
        return HandInRequest(called, needed(values, "folder", "Say which folder, as your lead gave it to you."))

    fields = (Field("label", "How to call you (initials or a role)", label), Field("folder", "Folder"))
    return FormScreen(HAND_IN, fields, read)


def _label(typed: str) -> str:
    try:
        return read_label(typed)
    except UserError as problem:
        raise FaultError("label", str(problem)) from problem


def team_form() -> FormScreen[str]:
    """Ask for the folder of statements."""
    return FormScreen(TEAM, (Field("folder", "Folder"),), lambda values: needed(values, "folder", "Say which folder."))
