"""Reading folders into a library: later folders over earlier ones, each bad file on its own."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError
from audit_tui.files.model import FileModel
from audit_tui.files.read import list_names, parse_toml, read_bytes, read_model, validate
from audit_tui.library.adapted import Own, adapt
from audit_tui.library.families import FAMILIES, Families, as_tables
from audit_tui.library.library import Library, shown_order
from audit_tui.library.overlaid import in_the_place_of, same_families
from audit_tui.library.packed import Packed, read_packed
from audit_tui.library.school import SCHOOL, School
from audit_tui.library.shared_wording import expand
from audit_tui.paths import is_there
from audit_tui.policy import Policy

POLICIES = "policies"
CHECKS, CLAUSES = "check", "clause"

T = TypeVar("T", bound=FileModel)


class Reader:
    """Takes folders and files in, one after the other, and remembers what went wrong."""

    def __init__(self) -> None:
        self.families: dict[str, Mapping[str, Any]] = {}
        self.policies: dict[str, Policy] = {}
        self.checklists: dict[str, tuple[Path, Checklist]] = {}
        self.problems: list[UserError] = []
        self._for_lead: list[UserError] = []
        self._notes: list[UserError] = []
        self.school = School()
        self._school_file = Path(SCHOOL)
        self.seen: set[str] = set()
        self._policy_files: dict[str, Path] = {}
        self._folders: list[Path] = []
        self._waiting: list[tuple[Path, Checklist]] = []

    def add_folder(self, folder: Path) -> None:
        """Lay a folder over what was read before: families first, then policies, then checklists."""
        self._folders.append(folder)
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
            self._hold(policy, folder / POLICIES / f"{policy.id}.toml")
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
            own = as_tables(read_model(Families, path))
            self._notes += same_families(path, own, self.families)
            self.families |= own
            return
        if path.name == SCHOOL:
            self.school, self._school_file = read_model(School, path), path
            return
        self.seen.add(path.stem)
        source = read_bytes(path)
        table = parse_toml(source, path)
        if CLAUSES in table and CHECKS not in table:
            raise Unreadable("this is a policy", path=path, remedy=f"move it into the folder {POLICIES} beside it")
        try:
            table = expand(table, self.families)
        except ValueError as error:
            raise Unreadable(str(error), path=path, key="check") from error
        self._waiting.append((path, _named_as_file(Checklist, table, path, source)))

    def add_policy(self, path: Path) -> None:
        """Take in one policy. Raises UserError."""
        source = read_bytes(path)
        table = parse_toml(source, path)
        if CHECKS in table and CLAUSES not in table:
            raise Unreadable("this is a checklist", path=path, remedy=f"move it out of the folder {POLICIES}")
        try:
            policy = _named_as_file(Policy, table, path, source)
        except Unreadable:
            from audit_tui.library.sound_clauses import sound_clauses

            table, faults = sound_clauses(table, path, source)
            policy = _named_as_file(Policy, table, path, source)
            self._for_lead += faults
        self._hold(policy, path)

    def _hold(self, policy: Policy, path: Path) -> None:
        self.policies[policy.id] = policy
        self._policy_files[policy.id] = path

    def settle(self) -> None:
        """Lay the checklists just read over those before."""
        self._notes += (
            in_the_place_of(path, checklist, self.checklists[checklist.id][1])
            for path, checklist in self._waiting
            if checklist.id in self.checklists
        )
        self.checklists |= {checklist.id: (path, checklist) for path, checklist in self._waiting}
        self._waiting.clear()

    def library(self) -> Library:
        """Give what was read, as the school changes it, less what it leaves out."""
        policies = {name: (self._policy_files[name], policy) for name, policy in sorted(self.policies.items())}
        folder = self._folders[-1] if len(self._folders) > 1 else None
        adapted = adapt(self.checklists, policies, Own(self.school, self._school_file, folder), self.seen)
        used = sorted(adapted.checklists.values(), key=lambda checklist: shown_order(checklist.kind, checklist.title))
        return Library(
            {item.id: item for item in used},
            {name: policy for name, (_, policy) in adapted.policies.items()},
            tuple(self.problems),
            self.school.every,
            frozenset(self.seen),
            frozenset(name for name, (path, _) in adapted.policies.items() if path.parent.parent == folder),
            (*self._for_lead, *adapted.for_lead),
            tuple(item for name, (_, item) in self.checklists.items() if name in self.school.off),
            tuple(self._notes),
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
