"""The bytes that keys send."""

NAMED = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "pagedown": b"\x1b[6~",
}
CONTROL = "ctrl+"


def encode(key: str) -> bytes:
    """Give what a terminal sends for a key: a name, ctrl and a letter, or the letter itself."""
    if key in NAMED:
        return NAMED[key]
    if key.startswith(CONTROL):
        return bytes([ord(key.removeprefix(CONTROL)) & 0x1F])
    return key.encode()
