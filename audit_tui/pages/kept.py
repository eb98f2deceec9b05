"""What is kept of a person, as a page: its condition, and all of it before it is forgotten."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points
from audit_tui.journal.examined import Examined
from audit_tui.kept.condition import MEGABYTE, Condition, Place
from audit_tui.paths import HOME
from audit_tui.text import count, join_words

FEW = 3
NOT_YET = "not there yet: it is made when something is kept"
ALL_WELL = "Nothing needs you: all that is kept can be read, and more can be kept."
OUT_OF_REACH = (
    "Backups, and pages or reports that you wrote into files of your own or printed.",
    "Reminders that you took into a calendar.",
    "An IMEI number that you typed in a command, which the terminal may remember.",
    "Copies that a sync service or the school's own backup made.",
)


def doctor_page(
    condition: Condition, examined: Examined, problems: Sequence[UserError], notes: Sequence[UserError] = ()
) -> Page:
    """Say what needs a person first, then what a lead may want to know, then how the places are."""
    needs: tuple[Block, ...] = (Para(ALL_WELL),)
    if problems:
        needs = Heading("What needs you"), Points(tuple(map(str, problems)))
    for_leads: tuple[Block, ...] = ()
    if notes:
        for_leads = Heading("For whoever looks after your school's checklists"), Points(tuple(map(str, notes)))
    blocks = (
        *needs,
        *for_leads,
        Heading("Your answers"),
        Points(tuple(_answers(condition, examined))),
        Heading("Your folders"),
        Facts(tuple((str(place.path), _state(place)) for place in condition.places)),
        Para(f"audit-tui itself sends nothing anywhere. Set {HOME} to keep your own files in a folder of your choice."),
    )
    return Page("How what is kept is doing", blocks, "")


def _answers(condition: Condition, examined: Examined) -> Iterator[str]:
    yield f"{count(examined.reviews, 'review')} read from beginning to end, of every file that is named as a record."
    if examined.unread:
        yield f"Not read, for they are not named as records: {_named(list(examined.unread))}."
    if examined.withdrawn:
        yield f"{count(examined.withdrawn, 'review or answer', 'reviews or answers')} withdrawn by you."
    if examined.copies:
        yield (
            f"{count(examined.copies, 'file')} named otherwise, as a sync service names copies. "
            "What only a copy says counts; what differs is told above."
        )
    if condition.half_written:
        yield (
            f"{count(condition.half_written, 'file')} left half written by a save that was stopped. "
            "Nothing in them was said to be kept; those over a day old go when an answer is kept."
        )


def _state(place: Place) -> str:
    told = [NOT_YET if not place.is_there else "there and written to on trial"]
    if place.fault:
        told = ["it cannot be written to, as is said above"]
    if place.service:
        told.append(f"looks synced by {place.service}: whoever has that account can read it")
    if place.far:
        told.append("on a network: it can be read where that is, and only while it can be reached")
    if place.room is not None:
        told.append(f"{place.room // MEGABYTE:,} MB free")
    return "; ".join(told)


def forget_page(files: Sequence[Path], label: str | None) -> Page:
    """Say what would be removed, and what cannot be reached from here, by the label that was handed in."""
    named = f' as "{label}"' if label else ""
    statements = f"Statements that you handed in{named}: ask whoever keeps the folder."
    folders = dict.fromkeys(path.parent for path in files)
    pairs = tuple((str(folder), _named([path.name for path in files if path.parent == folder])) for folder in folders)
    blocks = (
        Heading("What is kept on this computer, all of which goes"), Facts(pairs),
        Heading("What this cannot reach"), Points((statements, *OUT_OF_REACH)),
    )  # fmt: skip
    return Page("Forgetting everything", blocks, "")


def _named(names: list[str]) -> str:
    return join_words(names) if len(names) <= FEW else count(len(names), "file")
