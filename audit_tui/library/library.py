"""The library: what could be read, found by id or by the name people know, and what could not."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from audit_tui.cadence import Cadence
from audit_tui.checklist import Check, Checklist, Kind
from audit_tui.errors import UsageError, UserError

if TYPE_CHECKING:
    from audit_tui.policy import Clause, Policy


class Library(NamedTuple):
    """Checklists and policies by id, what could not be used, the school's own cadences, and every id there is.

    `known` has the ids of checklists that the school leaves out, or that could not be read, as well. `own` has the ids
    of the policies in the school's folder, and `for_lead` what leads nowhere there, which is nothing to staff. `off`
    has the checklists that the school leaves out, so that whoever asks for one learns why it is not there.
    `notes` is for the lead as well: what the school's own files do to those built in, which is no fault.
    """

    checklists: Mapping[str, Checklist]
    policies: Mapping[str, "Policy"]
    problems: tuple[UserError, ...]
    every: Mapping[str, Cadence]
    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    for_lead: tuple[UserError, ...] = ()
    off: tuple[Checklist, ...] = ()
    notes: tuple[UserError, ...] = ()

    def find(self, name: str) -> Checklist:
        """Find a checklist by its id, title or another name it goes by. Raises UsageError."""
        if found := _called(name, self.checklists.values()):
            return found
        if left_out := _called(name, self.off):
            raise UsageError(f"your school leaves {left_out.title} out", remedy="it stands under off in school.toml")
        raise UsageError(f'there is no checklist called "{name}"', remedy="see audit-tui checklists for their names")

    def check(self, name: str) -> tuple[Checklist, Check]:
        """Find a check by its list and its own id, as "facebook:tags". Raises UsageError."""
        of, _, wanted = name.partition(":")
        checklist = self.find(of)
        if not wanted:
            first = checklist.checks[0].id
            raise UsageError("the check is missing", remedy=f"name it too, such as {checklist.id}:{first}")
        for check in checklist.checks:
            if check.id == wanted:
                return checklist, check
        known = ", ".join(check.id for check in checklist.checks)
        raise UsageError(f'{checklist.title} has no check "{wanted}"', remedy=f"its checks are {known}")

    def policy(self, name: str) -> "Policy":
        """Find a policy by its id or school. Raises UsageError."""
        for policy in self.policies.values():
            if _folded(name) in map(_folded, (policy.id, policy.school)):
                return policy
        known = ", ".join(self.policies)
        raise UsageError(f'there is no policy called "{name}"', remedy=f"there are {known}")

    def clause(self, citation: str) -> "tuple[Policy, Clause] | None":
        """Find the policy and clause that a citation names, if it is on the shelf."""
        policy = self.policies.get(citation.partition(":")[0])
        clause = policy.citations().get(citation) if policy else None
        return (policy, clause) if policy and clause else None

    def citing(self, citation: str) -> tuple[tuple[Checklist, Check], ...]:
        """Give every check that cites a clause, in the order of the checklists."""
        return tuple(
            (checklist, check)
            for checklist in self.checklists.values()
            for check in checklist.checks
            if citation in check.clauses
        )


def shown_order(kind: str, title: str) -> tuple[int, str]:
    """Give what puts checklists in order: accounts, devices, routines, each by title."""
    return list(Kind).index(Kind(kind)), title.casefold()


def _called(name: str, checklists: Iterable[Checklist]) -> Checklist | None:
    """Find the checklist that goes by a name, as it stands or in the singular."""
    every = tuple(checklists)
    for fold in (_folded, _singular):
        for checklist in every:
            if fold(name) in map(fold, (checklist.id, checklist.title, *checklist.also)):
                return checklist
    return None


def meant(checklist: Checklist, name: str) -> Check | None:
    """Give the first check that speaks of another name of a checklist, such as Bebo among old accounts."""
    wanted = _singular(name)
    if wanted in map(_singular, (checklist.id, checklist.title)):
        return None
    return next((check for check in checklist.checks if wanted in _folded(" ".join(_texts(check)))), None)


def _texts(check: Check) -> tuple[str, ...]:
    return (check.ask, check.expect, *check.how, check.why)


def _singular(name: str) -> str:
    return _folded(name).removesuffix("s")


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
