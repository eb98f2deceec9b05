"""A command: what it is called, and the function that carries it out, which is brought in only when it runs."""

from collections.abc import Callable
from importlib import import_module

EVERYWHERE = frozenset({"school", "plain"})
SCHOOL = frozenset({"school"})


def no_options(_: object) -> None:
    """Set nothing out, for there is nothing to say."""


class Command:
    """One command, or a part of a group of them.

    `path` is its name, after that of its group if it has one; `function` is a module of this room and a name in it;
    `set_out` adds its own options to a parser; `takes` are those it has of the options for all.
    """

    def __init__(
        self, path: str, help: str, function: str, set_out: Callable[..., None] = no_options,
        *, takes: frozenset[str] = SCHOOL,
    ) -> None:  # fmt: skip
        self.group, _, self.name = path.rpartition(" ")
        self.help = help
        self.function = function
        self.set_out = set_out
        self.takes = takes

    @property
    def description(self) -> str:
        """Its help as a sentence."""
        return f"{self.help[0].upper()}{self.help[1:]}."

    def load(self) -> Callable[..., int]:
        """Bring in the function."""
        module, _, name = self.function.partition(".")
        found: Callable[..., int] = getattr(import_module(f"audit_tui.cli.{module}"), name)
        return found

    def __call__(self, said: dict[str, object]) -> int:
        """Run it with its own options, by their names. Raises UsageError where they do not go together."""
        if "formats" in said:
            from audit_tui.cli.endings import settle

            settled: Callable[..., dict[str, object]] = settle
            said = settled(**said)
        return self.load()(**{name: value for name, value in said.items() if name not in EVERYWHERE - self.takes})


APP = Command("", "open the app", "app.open_app", takes=EVERYWHERE)
