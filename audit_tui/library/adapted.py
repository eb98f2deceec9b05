"""What a school makes of what is there: what it changes, what it leaves out, and which of its clauses ask for what."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError
from audit_tui.library.additions import with_added
from audit_tui.library.changes import Change, changed, comes_round, compared_later
from audit_tui.library.clauses import Found, dead_ends, lost, mapped, naming
from audit_tui.library.idle_every import idle_every
from audit_tui.library.references import References
from audit_tui.library.school import ALL, School, unknown_ids
from audit_tui.text import format_date

NOTHING_SAID = "it says nothing to change"
NOT_ROUND = "this waits for something else than the calendar, so a cadence does nothing"

Lists = Mapping[str, tuple[Path, Checklist]]


class Own(NamedTuple):
    """What a school chose, the file that says so, and its folder."""

    school: School
    file: Path
    folder: Path | None


class Adapted(NamedTuple):
    """The checklists and policies that are used here, and what leads nowhere, which only a lead can put right."""

    checklists: dict[str, Checklist]
    policies: dict[str, Found]
    for_lead: tuple[UserError, ...]


def adapt(lists: Lists, policies: Mapping[str, Found], own: Own, seen: Collection[str]) -> Adapted:
    """Lay a school's choices over what was read; `seen` has the ids of lists that could not be read as well."""
    school = own.school
    used = {name: checklist for name, (_, checklist) in lists.items()}
    problems = [*_unknown(own, seen, policies, lists), *_add(used, own)]
    references = References(used)
    for number, change in enumerate(school.changes, start=1):
        problems += _change(used, change, references, f"change {number}", own.file)
    used = {name: checklist for name, checklist in used.items() if name not in school.off}
    problems += idle_every(school.every, used, own.file)
    kept = {name: found for name, found in policies.items() if name not in school.off_policies}
    onto, faults = mapped(kept, references, used)
    shown = {citation for _, policy in kept.values() for citation in policy.citations()}
    used = {name: naming(checklist, onto, shown) for name, checklist in used.items()}
    ever = shown | {citation for _, policy in policies.values() for citation in policy.citations()}
    return Adapted(used, kept, (*problems, *faults, *_lost(lists, used, kept, own.folder, ever)))


def _unknown(own: Own, seen: Collection[str], policies: Mapping[str, Found], lists: Lists) -> Iterator[UserError]:
    called = {
        name.casefold(): checklist.id for _, checklist in lists.values() for name in (checklist.title, *checklist.also)
    }
    schools = {policy.school.casefold(): policy.id for _, policy in policies.values()}
    for name in own.school.off:
        if name in policies and name not in seen:
            yield Unreadable(f'"{name}" is a policy', path=own.file, key="off", remedy="name it in off_policies")
        else:
            yield from unknown_ids([name], seen, own.file, "off", titles=called)
    yield from unknown_ids(own.school.off_policies, policies, own.file, "off_policies", "policy", schools)
    yield from unknown_ids(own.school.every, {*seen, ALL}, own.file, "every")


def _add(used: dict[str, Checklist], own: Own) -> Iterator[UserError]:
    for number, addition in enumerate(own.school.additions, start=1):
        key = f"add {number} ({addition.id})"
        if addition.to not in used:
            yield from unknown_ids([addition.to], used, own.file, f"{key}, to")
            continue
        try:
            used[addition.to] = with_added(used[addition.to], addition)
        except ValueError as error:
            yield Unreadable(str(error), path=own.file, key=key)


def _change(
    used: dict[str, Checklist], change: Change, references: References, key: str, path: Path
) -> Iterator[UserError]:
    """Make one change, or tell why it was not made; what is built in then stays as it is."""
    found = references.find(change.check)
    if found.fault:
        yield Unreadable(found.fault, path=path, key=f"{key}, check", remedy=found.remedy)
        return
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for name, check in found.places:
        ids[name].append(check)
    key = f"{key} ({change.check})"
    yield from _overtaken(used, ids, change, path, key)
    for fault in _faults(used, ids, change):
        yield Unreadable(fault, path=path, key=key)


def _overtaken(
    used: Mapping[str, Checklist], ids: Mapping[str, Collection[str]], change: Change, path: Path, key: str
) -> Iterator[UserError]:
    """Tell once of steps that are built in and were compared after a school wrote its own in their place."""
    days = [
        day
        for name in ids
        for check in used[name].checks
        if check.id in ids[name] and (day := compared_later(used[name], check, change))
    ]
    if days:
        told = f"the built-in steps were compared again, as of {format_date(max(days))}"
        remedy = "look whether yours still lead there, then write that day in checked, or take your steps out"
        yield Unreadable(told, path=path, key=f"{key}, steps", remedy=remedy)


def _faults(used: dict[str, Checklist], ids: Mapping[str, Collection[str]], change: Change) -> Iterator[str]:
    if change == Change(check=change.check):
        yield f"{NOTHING_SAID}; add a key, such as severity"
    targets = [(used[name], check) for name in ids for check in used[name].checks if check.id in ids[name]]
    if change.cadence and not any(comes_round(*target) for target in targets):
        yield NOT_ROUND
    for name in ids:
        try:
            used[name] = changed(used[name], ids[name], change)
        except ValueError as error:
            yield f"{used[name].title}: {error}"


def _lost(
    lists: Lists, used: Mapping[str, Checklist], policies: Mapping[str, Found], folder: Path | None,
    ever: Collection[str],
) -> Iterator[UserError]:  # fmt: skip
    """Tell of clauses that are named and are not there: in the file that names them, or in the school's own policy."""
    built_in = [checklist for path, checklist in lists.values() if folder is None or path.parent != folder]
    for path, checklist in lists.values():
        if folder is None or path.parent == folder:
            yield from dead_ends(path, checklist, ever)
    for found in policies.values():
        if found[0].parent.parent == folder:
            yield from lost(found, built_in, used, ever)
