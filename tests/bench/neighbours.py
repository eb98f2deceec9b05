"""Programs with a screen that people use, each in an environment of its own, to be measured beside this one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .installed import install
from .walks import Program

LINES = 5_000
PARTS = 12


@dataclass(frozen=True)
class Neighbour:
    """A program of others: what to install, what to open with it, when it is ready, which keys, how it is left."""

    name: str
    requirements: tuple[str, ...]
    command: tuple[str, ...]
    opens: str
    ready: str
    keys: tuple[str, ...]
    quit: str

    def python(self, folder: Path) -> Path:
        """Give the Python it is installed for; install it where it is not."""
        own = folder / self.name
        python = own / "bin" / "python"
        return python if (own / "bin" / self.command[0]).exists() else install(self.requirements, own)

    def program(self, folder: Path, environment: Mapping[str, str], files: Path) -> Program:
        """Say how to start it on the files that are there for it."""
        program, *arguments = self.command
        command = [
            str(self.python(folder).with_name(program)),
            *(str(files / each) if "." in each else each for each in arguments),
        ]
        return Program(command, environment, self.ready, self.keys, self.quit)


NEIGHBOURS = (
    Neighbour("tinboard", ("tinboard==0.15.1",), ("tinboard",), "its dialog for signing in",
              "Paste the token", ("tab",) * 12, "escape"),
    Neighbour("toolong", ("toolong==1.5.0",), ("tl", "lines.log"), f"a log of {LINES:,} lines",
              r"line \d+ of the log", ("up",) * 12, "ctrl+c"),
    Neighbour("frogmouth", ("frogmouth==0.9.2",), ("frogmouth", "page.md"), f"a page of {PARTS} short parts",
              "Part 0", ("down",) * 12, "ctrl+q"),
    Neighbour("posting", ("posting==2.11.1", "tree-sitter<0.26"), ("posting", "--collection", "requests.d"),
              "one request", "GET one", ("tab",) * 12, "ctrl+c"),
)  # fmt: skip


def write_files(folder: Path) -> None:
    """Write what the neighbours open."""
    lines = (f"2026-03-02 09:00:{number % 60:02} line {number} of the log\n" for number in range(LINES))
    (folder / "lines.log").write_text("".join(lines), encoding="utf-8")
    parts = (f"## Part {number}\n\nSome words to read.\n\n- one\n- two\n\n" for number in range(PARTS))
    (folder / "page.md").write_text("# A page\n\n" + "".join(parts), encoding="utf-8")
    requests = folder / "requests.d"
    requests.mkdir()
    (requests / "one.posting.yaml").write_text("name: one\nurl: http://localhost/\n", encoding="utf-8")
