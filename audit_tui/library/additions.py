"""A school's own checks in a list that is built in, for whoever holds that account."""

from dataclasses import dataclass, fields, replace

from audit_tui.checklist import Check, Checklist
from audit_tui.files.model import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition(Check):
    """A check, with the keys of any other, and the list that it is added to."""

    to: Id
    """The checklist it is added to, by id."""

    def __post_init__(self) -> None:
        """Refuse what any check is refused for, and wording that stands elsewhere. Raises ValueError."""
        Check.__post_init__(self)
        if self.like:
            raise ValueError("like is for checks in a checklist's own file; write the wording out here")


def with_added(checklist: Checklist, addition: Addition) -> Checklist:
    """Give a checklist with one check more at its end. Raises ValueError where it has such a one already."""
    check = Check(**{field.name: getattr(addition, field.name) for field in fields(Check)})
    return replace(checklist, checks=(*checklist.checks, check))
