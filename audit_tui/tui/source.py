"""What screens may ask of the app without knowing it."""

from typing import Protocol

from audit_tui.library.shelf import Library
from audit_tui.schedule.walk import Walk


class Source(Protocol):
    """The app, as far as a screen needs it for reading."""

    def current_walk(self) -> Walk:
        """Give the walk under way."""

    def library(self) -> Library:
        """Give the checklists and policies."""

    def phone(self) -> str | None:
        """Give the person's phone, if they have said."""
