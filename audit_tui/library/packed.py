"""What comes with the program, packed into one file: each checklist and policy is made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from audit_tui.checklist import Checklist
from audit_tui.files import shipped
from audit_tui.files.shipped import of_shipped
from audit_tui.library.library import Library, shown_order
from audit_tui.library.shared_wording import expand

if TYPE_CHECKING:
    from audit_tui.policy import Policy

PACKED = "packed.json"

V = TypeVar("V")


class Shelf(Mapping[str, V]):
    """Values by id, in order, each made of its table once, when it is first asked for."""

    def __init__(self, tables: Mapping[str, Any], make: Callable[[Any], V]) -> None:
        self._tables = tables
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name not in self._made:
            self._made[name] = self._make(self._tables[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class Packed:
    """The tables of the families, and the policies and checklists."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.families: Mapping[str, Mapping[str, Any]] = tables["families"]
        self.policies = Shelf(tables["policies"], _policy)
        ordered = sorted(tables["checklists"].items(), key=lambda item: shown_order(item[1]["kind"], item[1]["title"]))
        self.checklists = Shelf(dict(ordered), lambda table: of_shipped(Checklist, expand(table, self.families)))

    def library(self) -> Library:
        """Give a library of nothing else."""
        return Library(self.checklists, self.policies, (), {}, frozenset(self.checklists))


def read_packed(folder: Path) -> Packed | None:
    """Read what was packed for a folder; None where there is nothing of the kind, as in a checkout."""
    tables = shipped.read_packed(folder / PACKED)
    return Packed(tables) if tables else None


def _policy(table: Mapping[str, Any]) -> "Policy":
    from audit_tui.policy import Policy

    return of_shipped(Policy, table)
