"""Doing something that may fail for a reason a person can mend: it is said, and the screen stays as it is."""

import asyncio
from collections.abc import Callable

from textual.widget import Widget

from audit_tui.errors import UserError


def attempt(screen: Widget, act: Callable[[], object]) -> bool:
    """Do it now; tell whether it was done."""
    try:
        act()
    except UserError as problem:
        tell(screen, problem)
        return False
    return True


async def attempt_aside(screen: Widget, act: Callable[[], object]) -> bool:
    """Do it in a thread, for a disk or a network share may be slow; tell whether it was done."""
    try:
        await asyncio.to_thread(act)
    except UserError as problem:
        tell(screen, problem)
        return False
    return True


def tell(screen: Widget, problem: UserError, *, title: str = "Not done") -> None:
    """Say what went wrong; the next key takes it away."""
    screen.notify(str(problem), title=title, severity="error", timeout=30, markup=False)
