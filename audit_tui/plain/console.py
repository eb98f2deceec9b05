"""Talking in lines: what is said is wrapped and made harmless; what is answered is one line."""

from textwrap import wrap
from typing import TextIO

from audit_tui.text import escape_controls

WIDTH = 78


class NoMoreInput(Exception):
    """Nobody answers any more: the input was closed."""


class Console:
    """A conversation over two text streams, with no escapes and nothing redrawn."""

    def __init__(self, heard: TextIO, told: TextIO, *, echo: bool = False) -> None:
        self.heard = heard
        self.told = told
        self.echo = echo

    def say(self, *texts: str) -> None:
        """Say each text on lines of its own."""
        for text in texts:
            for line in wrap(escape_controls(text), WIDTH, break_on_hyphens=False) or [""]:
                self.told.write(f"{line}\n")
        self.told.flush()

    def ask(self, prompt: str) -> str:
        """Ask for one line. Raises NoMoreInput when there is none."""
        self.told.write(f"{escape_controls(prompt)} ")
        self.told.flush()
        line = self.heard.readline()
        if not line:
            self.told.write("\n")
            raise NoMoreInput
        if self.echo:
            self.told.write("\n")
        return escape_controls(line.strip())

    def agreed(self, prompt: str) -> bool:
        """Ask a question that is answered with yes or no; anything unclear is asked again."""
        while True:
            said = self.ask(f"{prompt} (yes or no)").casefold()
            if said in ("y", "yes", "n", "no"):
                return said in ("y", "yes")
            self.say("Please type yes or no.")
