"""The board: what to do now, and every checklist with how it stands."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.schedule.board import Board, ChecklistStatus, State
from audit_tui.text import count, format_date
from audit_tui.tui.messages import ChecklistChosen, HistoryWanted
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList

URGENT = (State.OVERDUE, State.DUE, State.OPEN)


class BoardScreen(TitledScreen):
    """Today's view; the person chooses a checklist and goes through it."""

    HELP = "Each line is one checklist. Those that need you are at the top. Press Enter to go through one."
    BINDINGS = [
        Binding("enter", "open", "Start or go on", id="board.open", key_display="Enter"),
        Binding("h", "history", "Earlier reviews", id="board.history"),
        Binding("s", "app.summary", "Summary", id="board.summary"),
        Binding("p", "app.trips", "Trips", id="board.trips"),
        Binding("i", "app.phones", "IMEI", id="board.phones"),
        Binding("g", "app.hand_in", "Hand in", id="board.hand_in"),
        Binding("m", "app.team", "Team", id="board.team"),
        Binding("a", "app.accounts", "Accounts and phone", id="board.accounts"),
        Binding("f", "app.files", "Files with problems", id="board.files"),
        Binding("t", "app.theme", "Light or dark", id="board.theme"),
        Binding("q", "app.quit", "Quit", id="board.quit"),
    ]

    def parts(self) -> Iterable[Widget]:
        """Show the line for now, the list, and more on the row under the cursor."""
        yield Static(id="headline")
        yield RowList()
        yield Static(id="detail")

    def on_mount(self) -> None:
        """Show the board, and each new one."""
        self.watch(self.app, "board", self._show)
        self.watch(self.app, "problems", self._show_problems)

    def _show(self, board: Board | None) -> None:
        if board is None:
            return
        self.entitle(f"Privacy checks · {format_date(board.today)}")
        self.query_one("#headline", Static).update(Content(phrases.headline(board)))
        rows = self.query_one(RowList)
        rows.show(tuple(map(_line, board.rows)))
        rows.action_edge(0)
        self._tell_more()

    def _show_problems(self, _: tuple[UserError, ...]) -> None:
        self.refresh_bindings()
        self._tell_more()

    @on(RowList.Highlighted)
    def _tell_more(self) -> None:
        row = self._row()
        self.query_one("#detail", Static).update(Content(_detail(row) if row else ""), layout=False)

    def _row(self) -> ChecklistStatus | None:
        board: Board | None = getattr(self.app, "board", None)
        line = self.query_one(RowList).current
        return board.row(line.key) if board and line else None

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        self.post_message(ChecklistChosen(event.key))

    def action_open(self) -> None:
        """Go through the checklist under the cursor."""
        self.query_one(RowList).choose()

    def action_history(self) -> None:
        """Show earlier reviews of the checklist under the cursor."""
        if line := self.query_one(RowList).current:
            self.post_message(HistoryWanted(line.key))


def _line(row: ChecklistStatus) -> ListRow:
    return ListRow(row.checklist.id, row.checklist.title, phrases.state(row), _done(row), row.state in URGENT)


def _done(row: ChecklistStatus) -> str:
    return f"{row.done} of {row.asked}" if row.asked else ""


def _detail(row: ChecklistStatus) -> str:
    checklist = row.checklist
    last = f"Last done {format_date(row.last_done)}." if row.last_done else "Not done before."
    due = f"Next due {phrases.next_due(row)}." if row.next_due and not row.due_now else ""
    size = f"{phrases.progress(row).capitalize()}, about {count(checklist.minutes, 'minute')} for all."
    return " ".join(part for part in (checklist.about or "", size, last, due) if part)
