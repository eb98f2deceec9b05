"""The six answers with their keys, always in the same place."""

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from audit_tui.phrases import RESULTS
from audit_tui.record import Result

NARROW = 70
LOW = 20
GAP = 2
MARGIN = 4
SHORT = RESULTS | {
    Result.UNKNOWN: "Could not find it",
    Result.NOTAPPLICABLE: "Does not apply",
    Result.WAIVED: "Exception agreed",
}


class AnswerBar(Static):
    """Shows the answers in two columns, or one where the screen is narrow; where it is low, in fewer words."""

    _drawn_for = (0, 0)

    def draw(self, width: int, height: int) -> None:
        """Draw the answers for a screen of this size, unless they are; each can be clicked."""
        if self._drawn_for == (width, height):
            return
        self._drawn_for = (width, height)
        low = height < LOW
        pieces = [_piece(key, result, low=low) for key, result in enumerate(Result, start=1)]
        if width < NARROW and not low:
            self.update(Content("\n").join(pieces))
            return
        left = max(piece.cell_length for piece in pieces[:3]) + GAP if low else width // 2 - MARGIN
        rows = [Content("").join([one.pad_right(left - one.cell_length), other])
                for one, other in zip(pieces[:3], pieces[3:], strict=True)]  # fmt: skip
        self.update(Content("\n").join(rows))


def _piece(key: int, result: Result, *, low: bool) -> Content:
    words = SHORT[result] if low else RESULTS[result]
    click = Style.from_meta({"@click": f"screen.answer('{result.value}')"})
    return Content.assemble((str(key), "b"), f" {words}").stylize_before(click)
