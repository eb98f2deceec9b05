"""The person: what they hold and chose, and the checklists that are asked of them."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from audit_tui.checklist import Checklist, Kind
from audit_tui.errors import Unreadable, UserError
from audit_tui.files.forgotten import Watch
from audit_tui.library.library import Library
from audit_tui.library.packed import read_packed
from audit_tui.paths import Paths, is_there
from audit_tui.schedule.occasions import PersonalCalendar, Trip
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.store import Edit, Keys, Settings

if TYPE_CHECKING:
    from audit_tui.school.found import Found
    from audit_tui.school.which import SchoolFolder
    from audit_tui.settings.phones import PhoneBook

MOST_USED = ("facebook", "whatsapp", "instagram", "youtube", "tiktok", "snapchat", "linkedin", "x", "pinterest")


class Person:
    """One person's choices. Each change reads the settings afresh, for another window may have changed them."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.settings = Settings(paths.settings)
        self.watch = Watch((paths.settings, paths.imei), paths.journal)
        self._is_swept = False
        self.look_again()
        self.school: SchoolFolder | None = None
        self.school_problem: UserError | None = None
        self.library = self._read_library()

    def look_again(self) -> None:
        """Read the choices as they now stand in the file; `unread` tells that it is there and they cannot be."""
        self.unread = False
        self.choices, self._odd = self._read_choices()

    @property
    def phones(self) -> "PhoneBook":
        """The numbers of the person's phones, kept beside the settings."""
        from audit_tui.settings.phones import PhoneBook

        return PhoneBook(self.paths.imei, self.watch.writing)

    @property
    def problems(self) -> list[UserError]:
        """What could not be used of the settings and the checklists."""
        school = [self.school_problem] if self.school_problem else []
        return [*self._odd, *school, *self._odd_choices(), *self.library.problems]

    def _read_choices(self) -> tuple[Choices, list[UserError]]:
        try:
            return self.settings.look()
        except Unreadable as problem:
            self.unread = True
            return Choices(), [problem]

    def _read_library(self) -> Library:
        """Read the lists; where nothing names a school's folder, what reads one is not brought in."""
        named = self.paths.school or self.paths.variable or self.choices.checklists
        self.school, self.school_problem = None, None
        if not named and not any(map(is_there, self.paths.site)) and (packed := read_packed(self.paths.builtin)):
            return packed.library()
        from audit_tui.school.lists import read_lists

        library, self.school, self.school_problem = read_lists(self.paths, self.choices.checklists)
        return library

    def choose_school(self, typed: str) -> "Found | None":
        """Take what is typed as the school's folder, nothing as none, and read the lists anew. Raises UserError."""
        from audit_tui.school.found import look_into

        found = look_into(typed, self.paths.builtin) if typed.strip() else None
        self.choose("checklists", str(found.folder) if found else None)
        self.library = self._read_library()
        return found

    def _odd_choices(self) -> list[UserError]:
        if not self.choices.every:
            return []
        from audit_tui.library.school import ALL, unknown_ids

        return list(unknown_ids(self.choices.every, self.library.known | {ALL}, self.paths.settings, "every"))

    # What is held.

    def held(self) -> tuple[Checklist, ...]:
        """Give the checklists that are asked of this person, in the library's order."""
        return tuple(checklist for checklist in self.library.checklists.values() if self.is_held(checklist))

    def choosable(self) -> tuple[Checklist, ...]:
        """Give what a person may say they hold: the accounts that most people have, the other accounts, work."""
        own = (checklist for checklist in self.library.checklists.values() if not checklist.for_everyone)
        return tuple(sorted(own, key=lambda each: MOST_USED.index(each.id) if each.id in MOST_USED else len(MOST_USED)))

    def is_held(self, checklist: Checklist) -> bool:
        """Tell whether a checklist is asked of this person."""
        if checklist.kind is Kind.DEVICE and checklist.for_everyone:
            return self.choices.phone is not Phone.NONE
        return checklist.for_everyone or checklist.id in (self.choices.accounts or ())

    # What is chosen.

    def change(self, edit: Edit) -> None:
        """Change the person's choices. Raises Unreadable or Unwritable, and then nothing is changed."""
        with self.watch.writing():
            self.choices = self.settings.change(edit)

    def choose(self, key: str, value: Any) -> None:  # noqa: ANN401 - any TOML value; the settings check it
        """Set one choice; None takes it out. Raises Unreadable or Unwritable, and then nothing is changed."""
        self.change(lambda _: {key: value})

    def hold(
        self, today: date, *, accounts: Iterable[str] | None = None, instead_of: Iterable[str] | None = None,
        phone: Phone | None = None,
    ) -> None:  # fmt: skip
        """Say which accounts and phone the person has, from this day on. Raises UserError.

        Accounts that are given `instead_of` others change those alone: what another window added or took out stays.
        While the school's folder is away, accounts of its own lists stay as well, for nobody was shown them.
        """
        from audit_tui.settings import edits

        lists = [checklist for checklist in self.library.checklists.values() if checklist.for_everyone]
        devices = [checklist.id for checklist in lists if checklist.kind is Kind.DEVICE]
        everyone = [checklist.id for checklist in lists if checklist.kind is not Kind.DEVICE]
        names = None if accounts is None else frozenset(accounts)
        if instead_of is None and self.school_problem:
            instead_of = self.library.checklists.keys() & {*(self.choices.accounts or ())}
        shown = None if instead_of is None else frozenset(instead_of)

        def edit(now: Choices) -> Keys:
            chosen = names
            if names is not None and shown is not None:
                chosen = (names - shown) | ({*(now.accounts or ())} - (shown - names))
            return edits.hold(now, accounts=chosen, phone=phone, today=today, everyone=everyone, devices=devices)

        self.change(edit)

    def note_held(self, today: date) -> None:
        """Note since when each list is held where that was never noted: by version 0.1.0, and for lists added since.

        The first round is paced from that day, so nobody finds old lists overdue that were never asked.
        While the school's folder is away nobody knows what is asked, and nothing is noted.
        """
        known = self.choices.accounts is not None and not self.school_problem
        if known and any(checklist.id not in self.choices.held for checklist in self.held()):
            with suppress(UserError):
                self.hold(today)

    def plan_trip(self, name: str, first: date, last: date, instead_of: str = "") -> None:
        """Enter a trip, or change the one of that name. Raises UserError; then the trips are as before."""
        from audit_tui.settings import edits

        self.change(lambda now: edits.plan_trip(now, name, first, last, instead_of))

    def cancel_trip(self, name: str) -> None:
        """Take a trip out. Raises UsageError where there is none of that name."""
        from audit_tui.settings import edits

        self.change(lambda now: edits.cancel_trip(now, name))

    def phone_numbers(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and its numbers, masked unless the whole is asked for. Raises UserError."""
        return self.phones.shown(whole=whole)

    def phones_lost(self) -> tuple[UserError, ...]:
        """Tell whether some of the numbers may be lost. Raises UserError."""
        return self.phones.look()[1]

    def new_phone(self, now: datetime) -> bool:
        """Let the checks of phones fall due again, and mark the old phone's numbers as old. Raises UserError.

        Tells whether any number was written down.
        """
        from audit_tui.settings import edits

        self.change(lambda choices: edits.change_phone(choices, now))
        return self.phones.replaced(now.date())

    def sweep(self, now: datetime) -> None:
        """Remove, once, what a crash over a day ago left half written of the settings and of the phones' numbers."""
        from audit_tui.files.write import sweep_temporaries

        for path in () if self._is_swept else (self.paths.settings, self.paths.imei):
            sweep_temporaries(path.parent, now.timestamp(), path.name)
        self._is_swept = True

    def calendar(self, began: date | None = None) -> PersonalCalendar:
        """Give what is known of the person's own days; `began` is the day of their first review."""
        chosen = self.choices
        return PersonalCalendar(
            joined=chosen.joined,
            trips=tuple(Trip(trip.name, trip.first, trip.last) for trip in chosen.trips),
            new_phone=chosen.new_phone,
            terms=tuple((term.first, term.last) for term in chosen.terms),
            term_time=chosen.term_time,
            every={**self.library.every, **chosen.every},
            held=chosen.held,
            began=began,
        )
