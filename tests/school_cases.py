"""A school's folder beside the small library, and the machine's file that names one."""

from pathlib import Path

from audit_tui.paths import Paths

from .conftest import CHIRP, RULES

CLUB = CHIRP.replace('id = "chirp"', 'id = "club"').replace('"Chirp"', '"Club"').replace('also = ["Chirper"]', "")
OURS = RULES.replace('id = "rules"', 'id = "ours"').replace('"School rules"', '"Our rules"')
RULES_OF_SCHOOL = 'schema = 1\noff = ["rules"]\n[every]\nchirp = "every 1 month"\n'


def make_school(folder: Path) -> Path:
    """Make a school's folder: an account's list, a list for everybody, and its own rules on built-in ones."""
    folder.mkdir(parents=True)
    (folder / "club.toml").write_text(CLUB)
    (folder / "ours.toml").write_text(OURS)
    (folder / "school.toml").write_text(RULES_OF_SCHOOL)
    return folder


def write_site(file: Path, folder: Path | str) -> Path:
    """Write the machine's file as a technician would."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.parent.chmod(0o755)
    file.write_text(f"schema = 1\nchecklists = '{folder}'\n")
    file.chmod(0o644)
    return file


def choose(places: Paths, folder: Path | str) -> None:
    """Write a folder into the person's own settings."""
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.write_text(f"schema = 1\naccounts = ['chirp', 'club']\nphone = 'iphone'\nchecklists = '{folder}'\n")
