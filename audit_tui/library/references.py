"""What a lead names in `covered_by` and in a change: a check, a family, an area on a kind of list, or a whole list."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from audit_tui.checklist import Check, Checklist

FAMILY = "family:"
OF_EVERY = "{area} of every {kind}"
ANY_KIND = "checklist"

Place = tuple[str, str]


class Named(NamedTuple):
    """The checks that a name stands for, each as list and check; what is wrong with it, and what to do."""

    places: tuple[Place, ...]
    fault: str = ""
    remedy: str = ""


class References:
    """Every name there is for one check or for several."""

    def __init__(self, checklists: Mapping[str, Checklist]) -> None:
        self._checklists = tuple(checklists.values())

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Give the checks that each name stands for."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for checklist, check in self._checks():
            for name in names_of(checklist, check):
                found[name].append((checklist.id, check.id))
        return dict(found)

    @cached_property
    def _heirs(self) -> dict[str, Place]:
        return {former: (checklist.id, check.id) for checklist, check in self._checks() for former in check.formerly}

    def _checks(self) -> Iterator[tuple[Checklist, Check]]:
        return ((checklist, check) for checklist in self._checklists for check in checklist.checks)

    def find(self, name: str) -> Named:
        """Find what a name stands for: its heir where a check was merged or moved, nothing where it is unknown."""
        written = " ".join(name.split())
        if written in self.places:
            return Named(tuple(self.places[written]))
        if heir := self._heirs.get(written):
            now = ":".join(heir)
            return Named((heir,), f'"{name}" is now part of "{now}"', f'write "{now}" in its place')
        fault = f'there is no check, family, area or checklist called "{name}"'
        return Named((), fault, near(written, self.places) or "see audit-tui policy checks for what there is")


def names_of(checklist: Checklist, check: Check) -> Iterator[str]:
    """Give every name under which one check may be meant, its own first."""
    yield f"{checklist.id}:{check.id}"
    if check.like:
        yield f"{FAMILY}{check.like}"
    for kind in (checklist.kind, ANY_KIND):
        yield OF_EVERY.format(area=check.area, kind=kind)
    yield checklist.id


def near(name: str, known: Collection[str]) -> str:
    """Ask whether the known name that is nearest was meant; nothing where none is near."""
    from difflib import get_close_matches

    for cutoff in (0.8, 0.6):
        if found := get_close_matches(name.casefold(), sorted(known), n=1, cutoff=cutoff):
            return f'perhaps you mean "{found[0]}"'
    return ""
