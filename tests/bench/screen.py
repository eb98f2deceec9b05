"""What a person would see: pyte's screen, with frames that count when the program says that they are whole."""

import re
from collections.abc import Callable

import pyte

SWALLOWED = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[ -/]*[@-~]"  # kitty keys and their like
    rb"|\x1b\[\??[0-9;]*\$[a-z]"  # asking for a mode
    rb"|\x1b\[\?u"
    rb"|\x1b\[[0-9;]*t"  # the size of the window
    rb"|\x1b\[[0-9;]* [a-z]"  # the shape of the cursor
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b[P_^X](?s:.)*?\x1b\\"
)
COLONS = re.compile(rb"\x1b\[([0-9;]*:[0-9;:]*)m")
MODE = re.compile(rb"\x1b\[\?(2026|1049|1047|47)([hl])")
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[P_^X][^\x1b]*\x1b?|[()*+#%])?\Z")
LONGEST = 4096

Row = tuple[object, ...]


class Screen:
    """Draws bytes, and tells when what can be seen has changed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._in_frame = False
        self._seen: list[Row] = [()] * rows
        self._lines = [""] * rows
        self._cursor: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """What can be read."""
        return "\n".join(self._lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and the column of the cursor, counted from 1, as a terminal tells it."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1

    def draw(self, data: bytes, *, is_whole: bool) -> bool:
        """Draw; tell whether what can be seen changed. More of the same write may follow what is not whole."""
        data = self._held + data
        cut = UNFINISHED.search(data, max(0, len(data) - LONGEST))
        end = cut.start() if cut else len(data)
        self._held, data = data[end:], data[:end]
        changed, place = False, 0
        for mode in MODE.finditer(data):
            self._put(data[place : mode.start()])
            place = mode.end()
            changed |= self._switch(mode[1], on=mode[2] == b"h")
        self._put(data[place:])
        if is_whole and not self._in_frame:
            changed |= self._look()
        return changed

    def _switch(self, mode: bytes, *, on: bool) -> bool:
        """Begin or end a frame, or change to the other screen, which is empty."""
        if mode == b"2026":
            self._in_frame = on
            return not on and self._look()
        self._screen.erase_in_display(2)
        self._screen.cursor_position(1, 1)
        return False

    def _put(self, data: bytes) -> None:
        data = COLONS.sub(lambda found: b"\x1b[" + found[1].replace(b":", b";") + b"m", SWALLOWED.sub(b"", data))
        self._stream.feed(data)

    def _look(self) -> bool:
        """Take what now stands on the rows that were drawn; tell whether any of it is new."""
        rows = [row for row in self._screen.dirty if row < self._screen.lines]
        self._screen.dirty.clear()
        changed = [self._differs(row) for row in rows]
        at = None if self._screen.cursor.hidden else self.cursor
        moved, self._cursor = at not in (None, self._cursor), at
        return any(changed) or moved

    def _differs(self, row: int) -> bool:
        line, blank = self._screen.buffer[row], self._screen.default_char
        cells = tuple(line.get(column, blank) for column in range(self._screen.columns))
        before, self._seen[row] = self._seen[row], cells
        self._lines[row] = "".join(cell.data for cell in cells)
        return before != cells and (before != () or any(cell != blank for cell in cells))


Seen = Callable[[str], bool]


def shows(pattern: str) -> Seen:
    """Tell of a screen's text whether a pattern is in it."""
    found = re.compile(pattern)
    return lambda text: found.search(text) is not None
