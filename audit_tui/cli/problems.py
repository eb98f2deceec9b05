"""What could not be used: told on the error stream, each sentence once."""

import sys
from collections.abc import Callable, Iterable

from audit_tui.errors import UserError

OPENED: list[Callable[[], Iterable[UserError]]] = []
TOLD: set[str] = set()


def tell_at_the_end(problems: Callable[[], Iterable[UserError]]) -> None:
    """Ask when the command ends what could not be used, for by then it is all known."""
    OPENED.append(problems)


def warn(problems: Iterable[UserError]) -> bool:
    """Say on the error stream what could not be used, each sentence once; tell whether there was any to say."""
    new = dict.fromkeys(sentence for problem in problems if (sentence := str(problem)) not in TOLD)
    for sentence in new:
        sys.stderr.write(f"audit-tui: {sentence}\n")
    TOLD.update(new)
    return bool(new)


def tell_unread() -> bool:
    """Say once what the command could not use, unless it did so itself; tell whether there was any to say."""
    told = warn([problem for problems in OPENED for problem in problems()])
    OPENED.clear()
    TOLD.clear()
    return told
