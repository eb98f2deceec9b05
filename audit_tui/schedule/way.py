"""The way through a sitting: app by app and page by page, and never back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from audit_tui.schedule.candidates import Candidate

Stop = tuple[Candidate, float]


class App(NamedTuple):
    """What is asked of one checklist in a sitting, in the order in which to walk through its pages.

    With it stand the minutes that it takes, and how many of them go to what was left to put right.
    """

    stops: tuple[Stop, ...] = ()
    minutes: float = 0
    open_minutes: float = 0

    def with_check(self, check: Candidate) -> "App":
        """Give the app with one check more: what has a day first, then what matters most, then by its pages."""
        order = sorted((*(stop[0] for stop in self.stops), check), key=_by_page)
        stops = tuple((one, one.minutes(before)) for one, before in zip(order, (None, *order), strict=False))
        return App(stops, sum(minutes for _, minutes in stops), sum(minutes for one, minutes in stops if one.is_action))

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among its like: by its gravest check, then as on the board."""
        return min((check.status.check.severity.rank, check.place) for check, _ in self.stops)

    @property
    def is_dated(self) -> bool:
        """Tell whether anything in it has a day that cannot be moved."""
        return any(check.is_dated for check, _ in self.stops)

    @property
    def goes_on(self) -> bool:
        """Tell whether there is anything else in it."""
        return any(not check.is_dated for check, _ in self.stops)

    @property
    def has_high(self) -> bool:
        """Tell whether anything that matters most is in it, beside what has a day."""
        return any(check.is_high and not check.is_dated for check, _ in self.stops)

    @property
    def has_lower(self) -> bool:
        """Tell whether anything that matters less is in it, beside what has a day."""
        return any(not check.is_high and not check.is_dated for check, _ in self.stops)


class Way(NamedTuple):
    """The apps of one sitting."""

    apps: Mapping[int, App] = MappingProxyType({})

    @property
    def minutes(self) -> float:
        """How long all of it takes."""
        return sum(app.minutes for app in self.apps.values())

    @property
    def open_minutes(self) -> float:
        """How much of that goes to what was left to put right."""
        return sum(app.open_minutes for app in self.apps.values())

    def with_check(self, check: Candidate) -> "Way":
        """Give the way with one check more."""
        return self._replace(apps={**self.apps, check.place: self.apps.get(check.place, App()).with_check(check)})

    @property
    def keeps_order(self) -> bool:
        """Tell whether one can walk it without coming back to an app, and with nothing lower before a high check.

        What has a day stands before all; only the last app of those can go on with its other checks.
        """
        mixed = [app for app in self.apps.values() if app.has_high and app.has_lower]
        going_on = [app for app in self.apps.values() if app.is_dated and app.goes_on]
        if len(mixed) > 1 or len(going_on) > 1:
            return False
        others_high = any(app.has_high for app in self.apps.values() if app not in going_on)
        return not (others_high and any(app.has_lower for app in going_on))

    def stops(self) -> list[Stop]:
        """Give every check with its minutes, in the order in which to walk."""
        apps = sorted(self.apps.values(), key=_by_urgency)
        return [stop for app in apps for stop in app.stops]


def _by_page(check: Candidate) -> tuple[bool, bool, tuple[str, ...], int]:
    return not check.is_dated, not (check.is_dated or check.is_high), check.labels, check.position


def _by_urgency(app: App) -> tuple[bool, bool, bool, bool, tuple[int, int]]:
    """Put apps with a dated check first, that which goes on last of them; then high, mixed and lower ones."""
    dated = app.is_dated
    return not dated, dated and app.goes_on, not app.has_high, app.has_lower, app.place
