"""What screens may ask of the app without knowing it."""

from typing import Protocol

from audit_tui.library.library import Library


class Source(Protocol):
    """The app, as far as a screen needs it for reading."""

    def library(self) -> Library:
        """Give the checklists and policies."""

    def phone_numbers(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and numbers, masked unless the whole is asked for."""

    def phone(self) -> str | None:
        """Give the person's phone, if they have said."""
