"""The next try, once the disk is well: by a program begun anew, or in the very window that was told of a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.paths import Paths
from audit_tui.sitting.sitting import Sitting

from . import acts
from .acts import Act
from .killed_at import REPLACED, do_goes
from .said import Said, lost


def next_try(act: Act, home: Path, before: list[Said] | None = None) -> Iterator[str]:
    """Do an act once more; name what fails, and what of it, or of what was kept `before`, is not there then."""
    said = [each for each in before or () if each.kind not in REPLACED]
    try:
        do_goes(act, home, 1, said.append)
    except (UserError, OSError) as problem:
        yield f"the next try fails: {problem!r}"
    yield from (f"after the next try: {each}" for each in lost(said, act.found(home)))


class Window:
    """The audit and the sittings that were opened last; once it `stays`, nobody gets another."""

    def __init__(self) -> None:
        self.stays = False
        self.audits: dict[Paths, Audit] = {}
        self.sittings: dict[tuple[Paths, str], Sitting] = {}
        self._begin = Audit.sitting

    def audit(self, paths: Paths) -> Audit:
        if not (self.stays and paths in self.audits):
            self.audits[paths] = Audit(paths)
        return self.audits[paths]

    def sitting(self, audit: Audit, checklist: Checklist, now: datetime) -> Sitting:
        which = audit.paths, checklist.id
        if not (self.stays and which in self.sittings):
            self.sittings[which] = self._begin(audit, checklist, now)
        return self.sittings[which]


@contextmanager
def one_window() -> Iterator[Window]:
    """Note what acts open, so that it can be handed out again."""
    window = Window()

    def sitting(audit: Audit, checklist: Checklist, now: datetime) -> Sitting:
        return window.sitting(audit, checklist, now)

    with patch.object(acts, "Audit", window.audit), patch.object(Audit, "sitting", sitting):
        yield window
