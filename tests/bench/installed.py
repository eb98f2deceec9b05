"""Fresh installs: a wheel in an environment of its own, as a person would have it, and how large it is."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .plain import CommandError, said_by

CHECKOUT = Path(__file__).parents[2]
NOT_OURS = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence")
ABOUT = """
from importlib.metadata import version
import platform, sysconfig
print(platform.python_version(), version("textual"), sysconfig.get_path("purelib"))
"""
MB = 1_000_000


@dataclass(frozen=True)
class Install:
    """What is in an environment beside Python and pip."""

    python: str
    textual: str
    files: int
    megabytes: float


def install(what: Iterable[str | Path], folder: Path) -> Path:
    """Make a new environment in a folder, install something into it, and give its Python. Raises CommandError."""
    shutil.rmtree(folder, ignore_errors=True)
    python = folder / "bin" / "python"
    for interpreter, words in ((sys.executable, ["venv", folder]), (python, ["pip", "install", "--quiet", *what])):
        command = [str(interpreter), "-m", *map(str, words)]
        if subprocess.run(command, check=False).returncode:
            raise CommandError(f"{' '.join(command)} failed")
    return python


def look_into(python: Path) -> Install:
    """Count the files of an environment, compiled ones included, and their bytes."""
    number, textual, folder = said_by([str(python), "-c", ABOUT], {}).split()
    found = [path for path in ours(Path(folder)) if path.is_file()]
    return Install(number, textual, len(found), sum(path.stat().st_size for path in found) / MB)


def ours(folder: Path) -> Iterable[Path]:
    """Give what is in a folder of packages, but what every environment comes with."""
    for path in folder.iterdir():
        if not path.name.startswith(NOT_OURS):
            yield from [path, *path.rglob("*")]
