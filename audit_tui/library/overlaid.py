"""A school's own files that go by the name of what is built in: no fault, and yet the lead has to know what they do."""

from collections.abc import Collection, Iterator
from pathlib import Path

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UsageError, UserError
from audit_tui.text import count

KEEP_IT = "to keep those as well, take this file out and write [[change]] or [[add]] in school.toml"
CHANGE_IT = 'to change those as well, write [[change]] with check = "family:{}" in school.toml'
COPY_IT = "to change it, write [[change]] or [[add]] in school.toml; to write all of it yourself, add --from {}"


def in_the_place_of(path: Path, own: Checklist, before: Checklist) -> UserError:
    """Say of a list that it is used in the place of an earlier one, and how many of that one's checks it lacks."""
    there = {name for check in own.checks for name in (f"{own.id}:{check.id}", *check.formerly)}
    gone = sum(f"{before.id}:{check.id}" not in there for check in before.checks)
    told = f"this takes the place of the built-in {before.title}"
    checks = count(len(before.checks), "check")
    if gone:
        return Unreadable(f"{told} and leaves out {gone} of its {checks}", path=path, remedy=KEEP_IT)
    return Unreadable(f"{told}, with all of its {checks}", path=path)


def same_families(path: Path, own: Collection[str], before: Collection[str]) -> Iterator[UserError]:
    """Say of each family that is called like an earlier one that lists read before keep the wording they had."""
    for number, name in enumerate(own, start=1):
        if name in before:
            told = (
                f'the built-in checklists keep the wording of their own family "{name}"; this is for your lists alone'
            )
            yield Unreadable(told, path=path, key=f"family {number} ({name})", remedy=CHANGE_IT.format(name))


def refuse_in_its_place(built_in: str, source: Checklist | None) -> None:
    """Refuse a new list with the id of a built-in one unless it is a copy of that. Raises UsageError."""
    if source is None or source.id != built_in:
        told = f'"{built_in}" is a built-in checklist, and a list of your own would take its place'
        raise UsageError(told, remedy=COPY_IT.format(built_in))
