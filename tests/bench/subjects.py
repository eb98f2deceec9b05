"""What is measured, in groups that stand beside their floor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from . import homes
from .plain import run_once
from .ratios import Figures, Group
from .walks import KEYS, READY, Program, answer, look, open_board, open_card

HELLO, PARSE = (str(Path(__file__).with_name(name)) for name in ("hello.py", "parse.py"))
TURNS = 3
STATEMENTS = 2_000
FEW_KEYS = ("down",) * 12
ONE = "Facebook"
PLANS = {"600": homes.QUARTERLY, "6000": homes.MONTHLY, "12": homes.FEW_OF_ONE, "12000": homes.MANY_OF_ONE}
BARE = {"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}

Runs = dict[str, Callable[[], Figures]]


@dataclass(frozen=True)
class Bench:
    """The versions to measure, each by its Python, and the folder with the homes and the statements."""

    versions: Mapping[str, Path]
    folder: Path
    neighbours: dict[str, Program] = field(default_factory=dict)

    @property
    def floor(self) -> str:
        """The Python of the floors."""
        return str(self.versions["after"])

    @property
    def environment(self) -> dict[str, str]:
        """What every program finds around it."""
        return BARE | {"HOME": str(self.folder)}

    def around(self, home: str) -> dict[str, str]:
        """What a program finds around it in a home."""
        return self.environment | {"AUDIT_TUI_HOME": str(self.home(home))}

    def home(self, name: str) -> Path:
        """The home with so many reviews."""
        return self.folder / name

    def program(self, python: Path, home: str) -> Program:
        """The app in a home."""
        command = [str(python.with_name("audit-tui"))]
        return Program(command, self.around(home), READY, quit="q")

    def hello(self, keys: tuple[str, ...] = KEYS) -> Program:
        """The floor of all programs with a screen."""
        return Program([self.floor, HELLO], self.environment, "Hello 0", keys)

    def groups(self) -> list[Group]:
        """Everything, part by part; each part has its floor measured again."""
        return [Group(self._lines(), TURNS), Group(self._boards()), Group(self._cards()), Group(self._teams())]

    def _lines(self) -> Runs:
        runs: Runs = {"pass": self._timed([self.floor, "-c", "pass"])}
        for version, python in self.versions.items():
            program = str(python.with_name("audit-tui"))
            runs |= {f"{version} {word}": self._timed([program, f"--{word}"]) for word in ("version", "help")}
            runs |= {f"{version} due {home}": self._timed([program, "due"], home) for home in ("600", "6000")}
        return runs

    def _boards(self) -> Runs:
        runs: Runs = {"hello": partial(look, self.hello())}
        for version, python in self.versions.items():
            runs[f"{version} board 600"] = partial(look, self.program(python, "600"))
            runs[f"{version} board 6000"] = partial(open_board, self.program(python, "6000"))
        return runs | {name: partial(look, program) for name, program in self.neighbours.items()}

    def _cards(self) -> Runs:
        runs: Runs = {"hello beside cards": partial(look, self.hello(FEW_KEYS))}
        for version, python in self.versions.items():
            runs[f"{version} card"] = partial(answer, self.program(python, "600"), self.home("600"))
            for home in ("12", "12000"):
                runs[f"{version} card {home}"] = partial(open_card, self.program(python, home), ONE)
        return runs

    def _teams(self) -> Runs:
        statements = str(self.home("statements"))
        runs: Runs = {"parse": self._timed([self.floor, PARSE, statements])}
        for version, python in self.versions.items():
            runs[f"{version} team"] = self._timed([str(python.with_name("audit-tui")), "team", statements])
        return runs

    def _timed(self, command: list[str], home: str = "600") -> Callable[[], Figures]:
        return lambda: {"wall": run_once(command, self.around(home))}
