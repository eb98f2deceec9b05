"""What a person has said, in plain tables: the newest moment that stands is what counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from audit_tui.record import Result

AHEAD = timedelta(days=1)


@dataclass(slots=True, eq=False)
class Page:
    """What one sitting said to one checklist on one day, until something made it go on with a new page.

    `at` is when it was last written, `changed` says that another hand wrote to its file, `ruined` that the file cannot be read any more.
    """

    sitting: int
    at: datetime
    answers: dict[str, tuple[datetime, Result]] = field(default_factory=dict)
    notes: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
    withdrawn: set[str | None] = field(default_factory=set)
    changed: bool = False
    ruined: bool = False
    copies: dict[str, "Page"] = field(default_factory=dict)
    file: str = ""

    day: date = date.min

    def __post_init__(self) -> None:
        if self.day == date.min:
            self.day = self.at.date()

    @property
    def is_empty(self) -> bool:
        """Tell whether it says nothing, so that it has no file."""
        return not (self.answers or self.notes or self.entries)

    def is_closed_to(self, more: "Page") -> bool:
        """Tell whether more has to go on another page."""
        named = {None, *more.answers, *more.notes}
        return self.is_empty or self.changed or self.ruined or bool(self.withdrawn & named)

    def standing(self) -> "Page":
        """Give what can be read of it: itself, or where that is gone, the last state that a sync program copied."""
        if self.is_empty and self.copies:
            return max((self.copies[name] for name in sorted(self.copies)), key=lambda copy: copy.at)
        return Page(self.sitting, self.at, day=self.day) if self.ruined else self

    def copied(self) -> "Page":
        """Give what it says now, as a copy of its file says for ever."""
        return Page(self.sitting, self.at, {**self.answers}, {**self.notes}, {*self.entries}, day=self.day)

    @property
    def moments(self) -> frozenset[object]:
        """Give what tells it from any other page: the moments and the entries that it holds."""
        return frozenset({*(at for at, _ in (*self.answers.values(), *self.notes.values())), *self.entries})

    def take(self, more: "Page") -> None:
        """Take what is newer, and new entries."""
        self.at = more.at
        self.answers |= more.answers
        self.notes |= more.notes
        self.entries |= more.entries

    def hand_over(self) -> "Page":
        """Give what is left to save elsewhere: nothing while the file can be read, or was withdrawn, but entries."""
        lost = Page(self.sitting, self.at, day=self.day)
        if self.ruined:
            lost.entries, self.entries = self.entries, set()
        if self.ruined and None not in self.withdrawn:
            lost.answers = {check: said for check, said in self.answers.items() if check not in self.withdrawn}
            lost.notes, self.notes = self.notes, {}
            self.answers = {check: said for check, said in self.answers.items() if check in self.withdrawn}
        return lost


class Table:
    """All the pages of one person, on one machine or on several."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.pages = list(pages)

    def keep(self, said: Page) -> Page:
        """Add to the page of that sitting and day, or begin another where that is not to be written any more."""
        page = self.current(said.sitting, said.day)
        if page is None or page.is_closed_to(said):
            page = page.hand_over() if page else Page(said.sitting, said.at)
            self.pages.append(page)
        page.take(said)
        return page

    def current(self, sitting: int, day: date) -> Page | None:
        """Give the page that a sitting began last on a day."""
        return next((page for page in reversed(self.pages) if (page.sitting, page.day) == (sitting, day)), None)

    def take_back(self, sitting: int, check: str, at: datetime) -> None:
        """Take a sitting's answer to a check back; where another hand wrote to the file, it is withdrawn."""
        for page in [page for page in self.pages if page.sitting == sitting and check in page.answers]:
            if page.changed or page.ruined:
                page.withdrawn.add(check)
                self._elsewhere(page)
            else:
                del page.answers[check]
                page.at = at

    def undo(self, sitting: int, at: datetime) -> None:
        """Take all answers and notes of a sitting back."""
        for page in [page for page in self.pages if page.sitting == sitting and (page.answers or page.notes)]:
            if page.changed or page.ruined:
                page.withdrawn.add(None)
                self._elsewhere(page)
            else:
                page.answers, page.notes, page.at = {}, {}, at

    def _elsewhere(self, page: Page) -> None:
        lost = page.hand_over()
        if not lost.is_empty:
            self.pages.append(lost)

    def believed(self, today: date) -> Iterator[Page]:
        """Give what stands and is not dated ahead of the clock by more than a day, less what was withdrawn."""
        for page in self.pages:
            if page.day - today <= AHEAD and None not in page.withdrawn:
                found = page.standing()
                left = {check: said for check, said in found.answers.items() if check not in page.withdrawn}
                yield Page(page.sitting, page.at, left, found.notes, day=page.day)

    def answers(self, today: date) -> dict[str, Result]:
        """Give what counts for each check: of all that stands, the newest moment."""
        every = sorted((*said, check) for page in self.believed(today) for check, said in page.answers.items())
        return {check: result for _, result, check in every}

    def notes(self, today: date) -> dict[str, str]:
        """Give the note that stands for each check: the newest; an empty one takes the note away."""
        every = sorted((at, check, text) for page in self.believed(today) for check, (at, text) in page.notes.items())
        return {check: text for _, check, text in every}

    def entries(self) -> set[str]:
        """Give all that was ever written into the log."""
        return set[str]().union(*(page.standing().entries for page in self.pages))
