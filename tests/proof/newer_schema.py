"""Files of a newer version are left as they are, to the byte, whatever command is given."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from audit_tui.files.read import parse_toml
from audit_tui.settings import store

from .commands import TYPED, every
from .figure import Figure, Trial
from .outputs import said
from .whole import fill

PROMISE = "Files of a newer version are left as they are, to the byte, by every command"
DRAFT = Path(__file__).parents[1] / "fixtures" / "0.1.0" / "drafts"


def make_newer(home: Path) -> None:
    """Fill a home with a file of every kind, each as a newer version would have made it."""
    fill(home)
    shutil.copytree(DRAFT, home / "drafts")
    for path in home.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"schema = 1", b"schema = 2", 1))
    (home / "out").mkdir()


def contents(home: Path) -> Mapping[str, bytes]:
    """Give every file of a home that a command did not make anew."""
    return {str(path.relative_to(home)): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def changed(commands: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Run commands one after the other among newer files; name those that are no longer what they were."""
    found: list[str] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        make_newer(home)
        for name, arguments in commands.items():
            before = contents(home)
            assert [*said(home, name, "text", *arguments, typed=TYPED)], name
            after = contents(home)
            found += [f"{name}: {path}" for path, data in before.items() if after.get(path) != data]
    return found


@contextmanager
def taking_it_for_its_own() -> Iterator[None]:
    """Be the careless twin: take newer settings for some of this version, and write them anew when one is changed."""

    def parse(data: bytes, path: Path) -> dict[str, Any]:
        return parse_toml(data.replace(b"schema = 2", b"schema = 1", 1), path)

    with patch.object(store, "parse_toml", parse):
        yield


def run(long: bool) -> Figure:  # noqa: ARG001, FBT001 - there is no longer form
    """Run every command among newer files, and one of a program that takes them for its own."""
    found = changed(every())
    with taking_it_for_its_own():
        twin = changed({"trip add": every()["trip add"]})
    return Figure(
        PROMISE, f"{len(every())} commands in a home with a newer file of every kind", len(found),
        f"{len(twin)} file rewritten", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("newer-schema", run),)
