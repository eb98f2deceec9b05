"""The content that ships, read once for every test about it."""

from pathlib import Path

from audit_tui.library.loader import Reader

FOLDER = Path(__file__).parent.parent / "checklists"


def load(folder: Path) -> Reader:
    reader = Reader()
    reader.add_folder(folder)
    return reader


READER = load(FOLDER)
LIBRARY = READER.library()
