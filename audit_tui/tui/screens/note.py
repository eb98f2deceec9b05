"""A note on a check: kept while it is written, and when its field is left."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from audit_tui.errors import UserError
from audit_tui.tui.screens.dialog import QUIT_AGAIN, STILL_HERE, Dialog

ABOUT = (
    "Your note. It is for you: it stays on this computer and is in nothing you hand in. Leave out other people's names."
)
PAUSE = 2.0


class NoteScreen(Dialog[None]):
    """Keeps the text two seconds after the last key, and on leaving; what cannot be kept stays in the field."""

    HELP = "Write your note. It is kept by itself. Escape or Tab leaves the field."
    BINDINGS = [Binding("escape,tab,ctrl+s", "leave", "Keep and go back", id="note.leave", key_display="Esc")]

    def __init__(self, question: str, note: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self.question = question
        self.written = self.kept = note
        self.keep = keep
        self._turn = asyncio.Lock()
        self._waiting: Timer | None = None
        self._told: str | None = None

    def parts(self) -> Iterable[Widget]:
        """Show the question and the field."""
        yield Static(Content.assemble((f"{self.question}\n", "bold"), ABOUT))
        yield TextArea(self.written, id="note", tab_behavior="focus")
        yield Static(id="fault")

    def on_mount(self) -> None:
        """Go on writing at the end of what is there."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        self.written = event.text_area.text
        self.show_field()
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._keep_by_itself)

    @work
    async def _keep_by_itself(self) -> None:
        await self._keep()

    @property
    def busy(self) -> bool:
        """Whether the note is being kept."""
        return self._turn.locked()

    async def _keep(self, advice: str = STILL_HERE) -> bool:
        """Keep what is written by now, and what is written meanwhile; tell whether all of it is kept."""
        async with self._turn:
            while self.written != self.kept:
                text = self.written
                try:
                    await asyncio.to_thread(self.keep, text)
                except UserError as problem:
                    self.show_fault(f"Not kept. {problem} {advice}")
                    return False
                self.kept = text
                self.query_one("#fault", Static).update(Content("Kept."))
        return True

    async def is_kept(self) -> bool:
        """Keep what is written, for the program is being left; where that cannot be, say so once."""
        if self._told == self.written or await self._keep(f"{STILL_HERE} {QUIT_AGAIN}"):
            return True
        self._told = self.written
        return False

    @work
    async def action_leave(self) -> None:
        """Keep what is written and go back; stay where it cannot be kept."""
        self.written = self.query_one(TextArea).text
        if await self._keep():
            self.leave(None)

    def action_never_mind(self) -> None:
        """Leave as any other way: a note is never thrown away by a key."""
        self.action_leave()

    def on_unmount(self) -> None:
        """Keep what is written when the whole program is left."""
        if self.written != self.kept:
            with suppress(UserError):
                self.keep(self.written)
