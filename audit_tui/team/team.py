"""A team: everybody who handed in as they stand today, and everybody on the lead's list who did not."""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

from audit_tui.errors import UserError
from audit_tui.team.fitting import fit_schools
from audit_tui.team.near import as_seen
from audit_tui.team.received import Folder, Repeated
from audit_tui.team.roll import Awaited, Entry, Listed, RollCall, call_roll
from audit_tui.team.roster import Roster
from audit_tui.team.status import Member, members
from audit_tui.text import count, format_date


class Team(NamedTuple):
    """Who handed in, those in need first; who is awaited, where there is a list; and what the lead has to be told.

    `twins` are labels that several statements with numbers of their own carry, and how many. `repeated` are statements
    of one number that say two labels or lie in two schools, of which the newer counts. `notes` are sentences about
    the list and the day. `folders` are the schools that have one, though nobody there handed in.
    """

    members: tuple[Member, ...]
    roll: RollCall | None
    twins: tuple[tuple[Entry, int], ...]
    repeated: tuple[Repeated, ...]
    notes: tuple[str, ...]
    problems: tuple[UserError, ...]
    folders: tuple[str, ...] = ()

    @property
    def awaited(self) -> tuple[Awaited, ...]:
        """Those on the list who handed in nothing under their label; without a list nobody is known to be awaited."""
        return self.roll.awaited if self.roll else ()

    @property
    def schools(self) -> tuple[str, ...]:
        """The schools there are, by name; none where statements lie in one folder."""
        told = {member.school for member in self.members} | {one.school for one in self.awaited}
        return tuple(sorted({*told, *self.folders} - {""}, key=str.casefold))

    def listed(self, member: Member) -> Listed | None:
        """Tell whether a member stands in the list; None where there is none."""
        return self.roll.labels[_entry(member)] if self.roll else None

    def by_school(self) -> "dict[str, Team]":
        """Give the part of each school, by name, after what lies in no school's folder, if there is any."""
        rolls = self.roll.by_school() if self.roll else {}
        people: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            people[member.school].append(member)
        names = ("", *self.schools) if "" in people else self.schools
        none = RollCall((), (), (), {}) if self.roll else None
        return {name: self._replace(members=tuple(people[name]), roll=rolls.get(name, none)) for name in names}


def build_team(folder: Folder, today: date, roster: Roster | None = None) -> Team:
    """Judge everybody on one day and hold them against the list, if there is one. Raises UsageError."""
    team = members(folder, today)
    told = Counter(map(_entry, team))
    roll, problems = None, folder.problems
    if roster:
        schools = {one.school for one in folder.received}
        schools |= {*folder.schools} if any(one.school for one in roster.entries) else set()
        entries, strange = fit_schools(roster.entries, sorted(schools), roster.path)
        roll, problems = call_roll(entries, told), (*problems, *roster.problems, *strange)
    twins = tuple(sorted((entry, number) for entry, number in told.items() if number > 1))
    notes = (*_later(team, today), *(roster.notes if roster else ()))
    return Team(team, roll, twins, folder.repeated, notes, problems, folder.schools)


def _later(team: tuple[Member, ...], today: date) -> tuple[str, ...]:
    number = sum(member.statement.made > today for member in team)
    if not number:
        return ()
    made = count(number, "statement was made", "statements were made")
    return (f"{made} after {format_date(today)}, the day this is judged on, and tell how things stood later.",)


def _entry(member: Member) -> Entry:
    return Entry(member.school, as_seen(member.statement.label))
