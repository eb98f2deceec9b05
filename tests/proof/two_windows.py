"""Two windows that are both open, on one settings file: neither undoes what the other chose."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from audit_tui.paths import HOME, Paths, find_paths
from audit_tui.person import Person
from audit_tui.settings.choices import Choices
from audit_tui.settings.store import Settings

from .acts import FIRST_DAY
from .figure import Figure, Trial
from .twins_at_once import ForgetfulPerson

PROMISE = "Two open windows do not undo what the other has changed in the settings"
SHORT, LONG, TWIN = 100, 2_000, 100
ACCOUNTS = ("facebook", "whatsapp", "instagram", "youtube", "tiktok", "snapchat")
NAMES = tuple(f"trip {number}" for number in range(8))


@dataclass(slots=True)
class Chosen:
    """What the two windows chose between them, in plain tables."""

    accounts: set[str] = field(default_factory=set)
    trips: dict[str, date] = field(default_factory=dict)
    single: dict[str, object] = field(default_factory=lambda: dict.fromkeys(("theme", "joined")))

    def differs(self, choices: Choices) -> list[str]:
        """Name the choices in a file that are not what was chosen."""
        kept = {
            "accounts": set(choices.accounts or ()) == self.accounts,
            "trips": {trip.name: trip.first for trip in choices.trips} == self.trips,
            **{name: getattr(choices, name) == value for name, value in self.single.items()},
        }
        return [name for name, same in kept.items() if not same]


class Window(NamedTuple):
    """One open window, which does one thing or another by chance."""

    person: Person
    chance: random.Random

    def account(self, chosen: Chosen) -> None:
        """Tick an account or untick it, in the list as this window last showed it."""
        shown = set(self.person.choices.accounts or ())
        name = self.chance.choice(ACCOUNTS)
        self.person.hold(FIRST_DAY, accounts=shown ^ {name}, instead_of=shown)
        chosen.accounts = chosen.accounts - {name} if name in shown else chosen.accounts | {name}

    def trip(self, chosen: Chosen) -> None:
        """Enter a trip, or change its day, or take out one that either window entered."""
        name, day = self.chance.choice(NAMES), self._day()
        if name in chosen.trips and self.chance.random() < 1 / 2:
            self.person.cancel_trip(name)
            del chosen.trips[name]
        else:
            self.person.plan_trip(name, day, day)
            chosen.trips[name] = day

    def choice(self, chosen: Chosen) -> None:
        """Choose one thing that stands by itself."""
        name, value = self.chance.choice([("theme", f"theme {self.chance.randrange(9)}"), ("joined", self._day())])
        self.person.choose(name, value)
        chosen.single[name] = value

    def _day(self) -> date:
        return FIRST_DAY + timedelta(days=self.chance.randrange(30))


def change_in_turn(person: Callable[[Paths], Person], times: int, seed: int = 0) -> list[str]:
    """Let two windows change one file by chance; name what is lost first, and after how many changes it was."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        paths = find_paths({HOME: str(Path(folder))})
        windows = [Window(person(paths), chance) for _ in range(2)]
        chosen = Chosen()
        for number in range(times):
            window = chance.choice(windows)
            chance.choice([window.account, window.trip, window.choice])(chosen)
            if lost := chosen.differs(Settings(paths.settings).read()):
                return [f"{', '.join(lost)} after {number + 1} changes"]
    return []


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Change one file by two windows, and by two careless ones."""
    times = LONG if long else SHORT
    gone = change_in_turn(Person, times)
    twin = change_in_turn(ForgetfulPerson, TWIN)
    return Figure(
        PROMISE, f"{times:,} changes of accounts, trips and other choices by two windows in any order", len(gone),
        f"lost {twin[0]}" if twin else "nothing lost", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("two-windows", run),)
