"""Every command there is, as it may be typed in a home that has a file of every kind."""

from collections.abc import Mapping

from audit_tui.cli.commands import COMMANDS

from .whole import SHARED, SHELF

ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "next": ("--plain",), "review": ("chirp", "--plain"), "history": ("chirp", "--withdraw", "0"), "summary": ("--output", "out/summary.txt"),
    "checklists show": ("chirp",), "checklists sheet": ("chirp",), "checklists wrong": ("chirp:private",),
    "checklists new": ("our-rules",), "checklists check": (SHELF,), "accounts": ("--set", "chirp", "--phone", "android"),
    "imei": ("--record", "490154203237518"), "trip add": ("Zoo", "2026-06-01", "2026-06-02"), "trip remove": ("Farm",),
    "induction": ("--joined", "2026-01-05"), "evidence": ("chirp",), "remind": ("--output", "out/mine.ics"),
    "share": ("--to", SHARED, "--as", "Teacher C", "--yes"), "team": (SHARED,), "backup": ("out/backup.zip",),
    "restore": ("out/backup.zip",),
}  # fmt: skip
TYPED = "1\n\n2\n\n" + "q\n" * 20


def every() -> dict[str, tuple[str, ...]]:
    """Give each command with what is typed after its name."""
    names = [f"{command.group} {command.name}".strip() for command in COMMANDS]
    return {name: (*name.split(), *ARGUMENTS.get(name, ())) for name in names}
