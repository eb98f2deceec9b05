"""The words for a sitting: where one is in it, and what it asks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit_tui.phrases.checks import ANSWERED
from audit_tui.phrases.now import about

if TYPE_CHECKING:
    from audit_tui.sitting.sitting import Sitting
from audit_tui.text import join_words


def sitting_title(sitting: "Sitting", position: int) -> str:
    """Say where one is in a sitting: Facebook · check 3 of 8 · about 6 minutes left. Nobody is timed in an incident."""
    checklist = sitting.asked[position].checklist
    place = f"{checklist.title} · check {position + 1} of {len(sitting.asked)}"
    if checklist.is_event:
        return place
    left = sum(sitting.asked[n].minutes for n in sitting.left)
    return f"{place} · {f'{about(left)} left' if left else 'nothing left'}"


def sitting_list(sitting: "Sitting") -> Iterator[str]:
    """List the checks of a sitting with the answers given so far."""
    for number, asked in enumerate(sitting.asked, start=1):
        given = sitting.given(number - 1)
        told = ANSWERED[given.result] if given else "not looked at yet"
        yield f"{number}. {asked.checklist.title}: {asked.status.check.ask} {told.capitalize()}."


def titles(sitting: "Sitting") -> str:
    """Name the checklists of a sitting, each once."""
    return join_words(dict.fromkeys(asked.checklist.title for asked in sitting.asked))
