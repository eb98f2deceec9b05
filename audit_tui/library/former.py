"""The former checks that checks name: one that is named twice, or is still asked, cannot hand its answers on."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError


def find_former_twice(checklists: Mapping[str, tuple[Path, Checklist]]) -> Iterator[UserError]:
    """Tell of each former check that is named once more, or is there still, in the file that names it."""
    asked = {f"{name}:{check.id}" for name, (_, checklist) in checklists.items() for check in checklist.checks}
    named: dict[str, str] = {}
    for name, (path, checklist) in checklists.items():
        for number, check in enumerate(checklist.checks, start=1):
            for former in check.formerly:
                place, by = f"check {number} ({check.id}), formerly", f"{name}:{check.id}"
                if former in named:
                    yield Unreadable(f'"{former}" is named by {named[former]} already', path=path, key=place,
                                     remedy="only one check can take its answers over")  # fmt: skip
                elif former in asked:
                    yield Unreadable(f'"{former}" is a check that is still asked', path=path, key=place,
                                     remedy="take one of the two out")  # fmt: skip
                named.setdefault(former, by)
