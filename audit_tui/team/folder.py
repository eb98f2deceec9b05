"""A folder of statements: writing one's own, reading everybody's, each bad file on its own."""

from dataclasses import dataclass
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import list_names, parse_toml, read_bytes, validate
from audit_tui.files.toml import to_toml
from audit_tui.files.write import remove_file, replace_file
from audit_tui.team.statement import Statement

HEADING = "What one person hands to whoever looks after privacy checks. Meant to be read."
SENT_BY_MISTAKE = {
    "review": "this is a full review with somebody's own answers; it was not taken in",
    "draft": "this is a review under way with somebody's own answers; it was not taken in",
}


@dataclass(frozen=True, slots=True)
class Received:
    """One statement, with the school (a folder of its own) it came from, if there are several."""

    school: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of statements holds: the newest of each person, and what could not be taken in."""

    received: tuple[Received, ...]
    problems: tuple[UserError, ...]


def file_name(statement: Statement) -> str:
    """Name a statement's file: stable for a person, and never that of somebody else."""
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in statement.label.casefold())
    return f"{'-'.join(filter(None, letters.split('-')))[:30] or 'statement'}-{statement.id}.toml"


def to_bytes(statement: Statement, path: Path) -> bytes:
    """Write a statement as it will stand in its file, to be read first by whom it is about."""
    return to_toml(statement, path, HEADING)


def hand_in(statement: Statement, folder: Path) -> Path:
    """Put a statement into a folder, in the place of this person's earlier one. Raises UserError."""
    if not folder.is_dir():
        raise Unreadable("there is no such folder", path=folder, remedy="ask for its right name")
    path = folder / file_name(statement)
    for name in list_names(folder):
        if name != path.name and name.endswith(f"-{statement.id}.toml"):
            remove_file(folder / name)
    replace_file(path, to_bytes(statement, path))
    return path


def read_folder(folder: Path) -> Folder:
    """Read a folder of statements, or a folder of such folders, one for each school."""
    if not folder.is_dir():
        raise Unreadable("there is no such folder", path=folder, remedy="check the path")
    found: dict[str, Received] = {}
    problems: list[UserError] = []
    for school, path in _files(folder, problems):
        try:
            received = Received(school, _statement(path))
            earlier = found.get(received.statement.id)
            if earlier is None or earlier.statement.made < received.statement.made:
                found[received.statement.id] = received
            elif earlier.statement.made == received.statement.made and earlier.statement != received.statement:
                raise Unreadable("another file of the same person and day says something else", path=path,
                                 remedy="ask them to hand it in again")  # fmt: skip
        except UserError as problem:
            problems.append(problem)
    return Folder(tuple(found.values()), tuple(problems))


def _files(folder: Path, problems: list[UserError]) -> list[tuple[str, Path]]:
    """List the files in a folder and in the folders right under it; links to folders are not followed."""
    inside = list_names(folder)
    files = [("", folder / name) for name in inside if _is_statement(name)]
    for name in inside:
        school = folder / name
        if school.is_dir() and not school.is_symlink() and not name.startswith("."):
            try:
                files += [(name, school / each) for each in list_names(school) if _is_statement(each)]
            except UserError as problem:
                problems.append(problem)
    return files


def _is_statement(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _statement(path: Path) -> Statement:
    if path.is_symlink():
        raise Unreadable("this is a link and was not followed", path=path, remedy="put the file itself here")
    table = parse_toml(read_bytes(path), path)
    if mistake := SENT_BY_MISTAKE.get(str(table.get("kind"))):
        raise Unreadable(mistake, path=path, remedy="delete it here and ask for a statement: audit-tui share")
    return validate(Statement, table, path)
