"""What a terminal answers when a program asks it something."""

import re
from collections.abc import Callable

COLUMNS, ROWS = 120, 40
CELL = (9, 18)
KNOWN = {b"1": 2, b"7": 1, b"25": 1, b"1004": 2, b"1006": 2, b"1049": 2, b"2004": 2, b"2026": 2}
GREY, DARK = b"dddd/dddd/dddd", b"1e1e/1e1e/1e1e"
QUESTION = re.compile(
    rb"\x1b\[(?P<kind>[>=]?)0?c"
    rb"|\x1b\[(?P<status>\??[56])n"
    rb"|\x1b\[(?P<mode>\??\d+)\$p"
    rb"|\x1b\[\?(?P<keys>u)"
    rb"|\x1b\[>(?P<name>0?)q"
    rb"|\x1b\[(?P<size>1[48]|16|19)t"
    rb"|\x1b\](?P<colour>1[0-2]|4;\d+);\?(?:\x07|\x1b\\)"
    rb"|\x1bP\+q(?P<capability>[0-9A-Fa-f;]*)\x1b\\"
    rb"|\x1bP\$q(?P<setting>[^\x1b]*)\x1b\\"
)


def reply(asked: re.Match[bytes], cursor: tuple[int, int]) -> bytes:
    """Answer one question as a usual terminal would: one with whole frames, but without special keys or pictures."""
    name = asked.lastgroup or ""
    value = asked[name]
    answers: dict[str, Callable[[], bytes]] = {
        "kind": lambda: {b"": b"\x1b[?62;22c", b">": b"\x1b[>1;10;0c", b"=": b"\x1bP!|00000000\x1b\\"}[value],
        "status": lambda: _status(value, cursor),
        "mode": lambda: b"\x1b[%s;%d$y" % (value, KNOWN.get(value.removeprefix(b"?"), 0)),
        "keys": lambda: b"",
        "name": lambda: b"\x1bP>|terminal(1)\x1b\\",
        "size": lambda: _size(value),
        "colour": lambda: b"\x1b]%s;rgb:%s\x1b\\" % (value, DARK if value == b"11" else GREY),
        "capability": lambda: b"\x1bP0+r%s\x1b\\" % value,
        "setting": lambda: b"\x1bP0$r\x1b\\",
    }
    return answers[name]()


def _status(asked: bytes, cursor: tuple[int, int]) -> bytes:
    if asked.endswith(b"5"):
        return b"\x1b[0n"
    return b"\x1b[%s%d;%dR" % (b"?" if asked.startswith(b"?") else b"", *cursor)


def _size(asked: bytes) -> bytes:
    width, height = CELL
    if asked == b"14":
        return b"\x1b[4;%d;%dt" % (ROWS * height, COLUMNS * width)
    if asked == b"16":
        return b"\x1b[6;%d;%dt" % (height, width)
    return b"\x1b[%s;%d;%dt" % (b"8" if asked == b"18" else b"9", ROWS, COLUMNS)
