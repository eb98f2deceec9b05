"""What stands on disk after a way of saving: what can be read whole, and what is torn."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.kept.backup import read_backup
from audit_tui.record import Review
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones
from audit_tui.team.statement import Statement

from .said import Found, Thing

REPORT = "A line of a report that a person asked for.\n" * 400
IN_A_BACKUP = {"answer", "trip", "phone"}
SHARED, REPORTS, BACKUPS = "shared", "reports", "backups"


def in_journal(home: Path) -> Found:
    things: set[tuple[str, str]] = set()
    torn: list[str] = []
    for path in sorted(home.glob("journal/*.toml")):
        try:
            review = read_model(Review, path)
        except UserError:
            torn.append(path.name)
            continue
        things |= {("answer", answer.at.isoformat()) for answer in review.answers}
        things |= {("note", note.text) for note in review.notes}
        things |= {("evidence", entry.id) for entry in review.evidence}
    return Found(frozenset(things), tuple(torn))


def in_settings(home: Path) -> Found:
    path = home / "settings.toml"
    if not path.exists():
        return Found(frozenset())
    try:
        return Found(frozenset(("trip", trip.name) for trip in read_model(Choices, path).trips))
    except UserError:
        return Found(frozenset(), (path.name,))


def handed_in(home: Path) -> Found:
    """Count of the files with a person's number alone the newest: the others stand beside it where they must."""
    read: dict[str, Statement] = {}
    torn: list[str] = []
    for path in sorted(home.glob(f"{SHARED}/*.toml")):
        try:
            statement = read_model(Statement, path)
        except UserError:
            torn.append(path.name)
            continue
        name = statement.id if path.name.startswith(statement.id) else path.name
        read[name] = max(read.get(name, statement), statement, key=lambda one: one.turn)
    return Found(frozenset(("statement", one.made.isoformat()) for one in read.values()), tuple(torn))


def written(home: Path) -> Found:
    paths = sorted(home.glob(f"{REPORTS}/*.txt"))
    whole = {path.name for path in paths if path.read_text(encoding="utf-8") == REPORT}
    torn = tuple(path.name for path in paths if path.name not in whole)
    return Found(frozenset(("report", name) for name in whole), torn)


def backed_up(home: Path) -> Found:
    """Count a backup where it holds every answer, trip and number that the home does, and one of each kind at least."""
    things: set[tuple[str, str]] = set()
    torn: list[str] = []
    for path in sorted(home.glob(f"{BACKUPS}/*.zip")):
        try:
            files = read_backup(path)
        except UserError:
            torn.append(path.name)
            continue
        held = _in_files(files)
        if held >= in_home(home).things and {kind for kind, _ in held} >= IN_A_BACKUP:
            things.add(("backup", path.name))
    return Found(frozenset(things), tuple(torn))


def _in_files(files: Mapping[str, bytes]) -> frozenset[Thing]:
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            place = Path(folder, name)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(data)
        return in_home(Path(folder)).things


def in_home(home: Path) -> Found:
    found = (in_journal(home), in_settings(home), in_phone_book(home))
    return Found(
        frozenset().union(*(each.things for each in found)), tuple(name for each in found for name in each.torn)
    )


def in_phone_book(home: Path) -> Found:
    path = home / "imei.toml"
    if not path.exists():
        return Found(frozenset())
    try:
        return Found(frozenset(("phone", imei) for phone in read_model(Phones, path).phones for imei in phone.imei))
    except UserError:
        return Found(frozenset(), (path.name,))
