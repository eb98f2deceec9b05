"""Talking in lines: what is said is wrapped and made harmless; what is answered is one line."""

from dataclasses import dataclass, field
from textwrap import wrap
from typing import TextIO

from audit_tui.text import escape_controls

WIDTH = 78


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

    def confirm(self, prompt: str) -> bool:
        """Ask a question that is answered with yes or no; anything unclear is asked again."""
        while True:
            said = self.ask(f"{prompt} (yes or no)").casefold()
            if said in ("y", "yes", "n", "no"):
                return said in ("y", "yes")
            self.say("Please type yes or no.")
