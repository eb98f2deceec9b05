"""The six answers with their keys, always in the same place."""

from textual.content import Content
from textual.widgets import Static

from audit_tui.phrases import RESULTS
from audit_tui.record import Result

NARROW = 70


class AnswerBar(Static):
    """Shows the answers in two columns, or one where there is little room; each can be clicked."""

    def on_mount(self) -> None:
        """Draw the answers."""
        self._draw()

    def on_resize(self) -> None:
        """Draw them for the new width."""
        self._draw()

    def _draw(self) -> None:
        pieces = [_piece(number, result) for number, result in enumerate(Result, start=1)]
        width = self.app.size.width
        if width < NARROW:
            self.update(Content("\n").join(pieces))
            return
        half = width // 2 - 3
        rows = [Content("").join([left.pad_right(half - left.cell_length), right])
                for left, right in zip(pieces[:3], pieces[3:], strict=True)]  # fmt: skip
        self.update(Content("\n").join(rows))


def _piece(number: int, result: Result) -> Content:
    return Content.from_markup(f"[@click=screen.answer('{result.value}')][b]$number[/b] $words[/]",
                               number=str(number), words=RESULTS[result])  # fmt: skip
