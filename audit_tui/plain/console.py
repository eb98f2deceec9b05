"""Talking in lines: what is said is wrapped and made harmless; what is answered is one line."""

from dataclasses import dataclass, field
from textwrap import wrap
from typing import TextIO

from audit_tui.record import NOTE_LIMIT
from audit_tui.text import escape_controls

WIDTH = 78
MOST_DIGITS = 6


class NoMoreInput(Exception):
    """Nobody answers any more: the input was closed."""


@dataclass(frozen=True, slots=True)
class Console:
    """A conversation over two text streams, with no escapes and nothing redrawn."""

    input: TextIO
    output: TextIO
    echo: bool = field(default=False, kw_only=True)

    def say(self, *texts: str) -> None:
        """Say each text on lines of its own."""
        for text in texts:
            for line in wrap(escape_controls(text), WIDTH, break_on_hyphens=False) or [""]:
                self.output.write(f"{line}\n")
        self.output.flush()

    def ask(self, prompt: str) -> str:
        """Ask for one line. Raises NoMoreInput when there is none."""
        self.output.write(f"{escape_controls(prompt)} ")
        self.output.flush()
        line = self.input.readline()
        if not line:
            self.output.write("\n")
            raise NoMoreInput
        if self.echo:
            self.output.write("\n")
        return escape_controls(line.strip())

    def ask_text(self, prompt: str) -> str:
        """Ask for a text to keep; one that is too long to be kept is asked for again. Raises NoMoreInput."""
        while len(said := self.ask(prompt)) > NOTE_LIMIT:
            self.say(
                f"Not kept yet: this has {len(said):,} letters and at most {NOTE_LIMIT:,} can be kept. Shorten it."
            )
        return said

    def confirm(self, prompt: str) -> bool:
        """Ask a question that is answered with yes or no; anything unclear is asked again."""
        while True:
            said = self.ask(f"{prompt} (yes or no)").casefold()
            if said in ("y", "yes", "n", "no"):
                return said in ("y", "yes")
            self.say("Please type yes or no.")


def chosen_number(said: str, most: int) -> int | None:
    """Read a number of a list as it was typed, from 1 to `most`; None for anything else."""
    return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS and 1 <= int(said) <= most else None
