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
from .whole import SHARED, fill

KINDS = {
    "settings": "settings.toml", "phone numbers": "imei.toml", "journal": "journal/*.toml", "drafts": "drafts/*.toml",
    "statements": f"{SHARED}/*.toml",
}  # fmt: skip
EVERY_KIND = "**/*.toml"
PROMISE = "Files of a newer version are left as they are, to the byte, by every command"
DRAFT = Path(__file__).parents[1] / "fixtures" / "0.1.0" / "drafts"


def make_newer(home: Path, kind: str = EVERY_KIND) -> list[Path]:
    """Fill a home with files of every kind, and give those of one kind, or all, as a newer version would have made them."""
    fill(home)
    shutil.copytree(DRAFT, home / "drafts")
    newer = sorted(home.glob(kind))
    for path in newer:
        path.write_bytes(path.read_bytes().replace(b"schema = 1", b"schema = 2", 1))
    (home / "out").mkdir()
    return newer


def changed(commands: Mapping[str, tuple[str, ...]], kind: str = EVERY_KIND) -> list[str]:
    """Run commands one after the other among newer files; name those that are no longer what they were."""
    found: list[str] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        newer = {path: path.read_bytes() for path in make_newer(home, kind)}
        for name, arguments in commands.items():
            assert [*said(home, name, "text", *arguments, typed=TYPED)], name
            for path, data in newer.items():
                if not path.exists() or path.read_bytes() != data:
                    found.append(f"{name}: {path.relative_to(home)}")
                    path.write_bytes(data)
    return found


def changed_alone(commands: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Run commands where the files of one kind alone are newer, one kind after the other."""
    return [f"{name} alone: {each}" for name, kind in KINDS.items() for each in changed(commands, kind)]


@contextmanager
def taking_it_for_its_own() -> Iterator[None]:
    """Be the careless twin: take newer settings for some of this version, and write them anew when one is changed."""

    def parse(data: bytes, path: Path) -> dict[str, Any]:
        return parse_toml(data.replace(b"schema = 2", b"schema = 1", 1), path)

    with patch.object(store, "parse_toml", parse):
        yield


def run(long: bool) -> Figure:  # noqa: ARG001, FBT001 - there is no longer form
    """Run every command among newer files, and one of a program that takes them for its own."""
    found = [*changed(every()), *changed_alone(every())]
    with taking_it_for_its_own():
        twin = changed({"trip add": every()["trip add"]})
    return Figure(
        PROMISE, f"{len(every())} commands where the files of every kind are newer, and where those of one of {len(KINDS)} kinds alone are", len(found),
        f"{len(twin)} file rewritten", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("newer-schema", run),)
