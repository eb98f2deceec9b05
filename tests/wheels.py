"""The program as it is shipped: built into a wheel, and taken out of it again."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build(source: Path, folder: Path, what: str = "wheel") -> Path:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", what, "-d", str(folder)], cwd=source, check=True,
                   capture_output=True, timeout=120)  # fmt: skip
    (made,) = folder.iterdir()
    return made
