"""Reading folders into a library: later folders over earlier ones, each bad file on its own."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError
from audit_tui.files.model import FileModel
from audit_tui.files.read import list_names, parse_toml, read_bytes, read_model, validate
from audit_tui.library.clauses import dead_end, without_dead_ends
from audit_tui.library.families import FAMILIES, Families, as_tables
from audit_tui.library.library import Library, shown_order
from audit_tui.library.packed import Packed, read_packed
from audit_tui.library.school import ALL, SCHOOL, School, unknown_ids
from audit_tui.library.shared_wording import expand
from audit_tui.paths import is_there
from audit_tui.policy import Policy

POLICIES = "policies"

T = TypeVar("T", bound=FileModel)


class Reader:
    """Takes folders and files in, one after the other, and remembers what went wrong."""

    def __init__(self) -> None:
        self.families: dict[str, Mapping[str, Any]] = {}
        self.policies: dict[str, Policy] = {}
        self.checklists: dict[str, tuple[Path, Checklist]] = {}
        self.problems: list[UserError] = []
        self.school = School()
        self._school_file = Path(SCHOOL)
        self.seen: set[str] = set()
        self._citations: set[str] = set()
        self._waiting: list[tuple[Path, Checklist]] = []

    def add_folder(self, folder: Path) -> None:
        """Lay a folder over what was read before: families first, then policies, then checklists."""
        if packed := read_packed(folder):
            self._add_packed(packed, folder)
        else:
            for path in self._toml(folder / POLICIES):
                self.attempt(path, as_policy=True)
            for path in sorted(self._toml(folder), key=lambda path: path.name != FAMILIES):
                self.attempt(path)
        self.settle()

    def _add_packed(self, packed: Packed, folder: Path) -> None:
        self.families |= packed.families
        for policy in packed.policies.values():
            self._hold(policy)
        self.seen |= packed.checklists.keys()
        self._waiting += [(folder / f"{name}.toml", checklist) for name, checklist in packed.checklists.items()]

    def attempt(self, path: Path, *, as_policy: bool = False) -> None:
        """Take in one file, or remember why it could not be."""
        try:
            (self.add_policy if as_policy else self.add_file)(path)
        except UserError as problem:
            self.problems.append(problem)

    def add_file(self, path: Path) -> None:
        """Take in one checklist, families file or the school's own choices. Raises UserError."""
        if path.name == FAMILIES:
            self.families |= as_tables(read_model(Families, path))
            return
        if path.name == SCHOOL:
            self.school, self._school_file = read_model(School, path), path
            return
        self.seen.add(path.stem)
        source = read_bytes(path)
        table = parse_toml(source, path)
        try:
            table = expand(table, self.families)
        except ValueError as error:
            raise Unreadable(str(error), path=path, key="check") from error
        self._waiting.append((path, _named_as_file(Checklist, table, path, source)))

    def add_policy(self, path: Path) -> None:
        """Take in one policy. Raises UserError."""
        source = read_bytes(path)
        self._hold(_named_as_file(Policy, parse_toml(source, path), path, source))

    def _hold(self, policy: Policy) -> None:
        self.policies[policy.id] = policy
        self._citations |= policy.citations().keys()

    def settle(self) -> None:
        """Lay the checklists just read over those before, but one that cites a clause that nobody has ever had."""
        for path, checklist in self._waiting:
            if dead := dead_end(checklist, self._citations):
                self.problems.append(Unreadable(dead[1], path=path, key=dead[0]))
            else:
                self.checklists[checklist.id] = (path, checklist)
        self._waiting.clear()

    def library(self) -> Library:
        """Give what was read, less what the school leaves out; clauses that its policies lack are not cited."""
        known = {citation for policy in self.policies.values() for citation in policy.citations()}
        used = [
            without_dead_ends(item, known) for _, item in self.checklists.values() if item.id not in self.school.off
        ]
        used.sort(key=lambda checklist: shown_order(checklist.kind, checklist.title))
        return Library(
            {item.id: item for item in used},
            dict(sorted(self.policies.items())),
            (*self.problems, *self._unknown()),
            self.school.every,
            frozenset(self.seen),
        )

    def _unknown(self) -> tuple[UserError, ...]:
        return (
            *unknown_ids(self.school.off, self.seen, self._school_file, "off"),
            *unknown_ids(self.school.every, self.seen | {ALL}, self._school_file, "every"),
        )

    def _toml(self, folder: Path) -> Iterator[Path]:
        try:
            yield from (folder / name for name in list_names(folder) if name.endswith(".toml"))
        except UserError as problem:
            self.problems.append(problem)


def _named_as_file(model: type[T], table: dict[str, Any], path: Path, source: bytes) -> T:
    found = validate(model, table, path, source)
    if table["id"] != path.stem:
        raise Unreadable(f'id is "{table["id"]}" but the file is called {path.name}', remedy="make them the same",
                         path=path, key="id")  # fmt: skip
    return found


def read_library(folders: Iterable[Path]) -> Library:
    """Read folders in order, each laid over the ones before by id. One that is not there is told."""
    reader = Reader()
    for folder in folders:
        if not is_there(folder):
            reader.problems.append(Unreadable("there is no such folder of checklists", path=folder))
        reader.add_folder(folder)
    return reader.library()
