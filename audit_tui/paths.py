"""Where things are kept; asking creates nothing."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

APP = "audit-tui"
HOME = "AUDIT_TUI_HOME"
SCHOOL = "AUDIT_TUI_CHECKLISTS"
PACKAGED = Path(__file__).parent / "checklists"
SIBLING = Path(__file__).parent.parent / "checklists"
SITE = "site.toml"
MACHINE = "/Library/Application Support" if sys.platform == "darwin" else "/etc/xdg"


class Paths(NamedTuple):
    """The folders and files of one person on one machine.

    `school` is the school's folder as the command line named it, `variable` as the variable did; `site` are the places
    of the one file that can name it for everybody on the machine, the first before the others.
    """

    settings: Path
    journal: Path
    drafts: Path
    builtin: Path
    school: Path | None = None
    variable: Path | None = None
    site: tuple[Path, ...] = ()

    @property
    def printed(self) -> Path:
        """The folder for pages that are opened in the browser."""
        return self.journal.with_name("printed")

    @property
    def imei(self) -> Path:
        """The file with the IMEI numbers, beside the settings."""
        return self.settings.with_name("imei.toml")

    def described(self) -> dict[str, Path]:
        """Give each place with what is kept there, in plain words."""
        left = {"Reviews under way of version 0.1.0": self.drafts} if is_there(self.drafts) else {}
        return {
            "Your settings": self.settings,
            "Your IMEI numbers": self.imei,
            "Your answers": self.journal,
            **left,
            "Pages opened in the browser": self.printed,
            "Built-in checklists": self.builtin,
        }


def is_there(path: Path) -> bool:
    """Tell whether a name is taken, by a broken link too; so is one that may not be looked at: reading it tells why."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def whole_path(text: str | Path) -> Path:
    """Make a full path of what a person wrote. Raises ValueError where it begins with somebody who has no home here."""
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise ValueError(f"{text}: there is no such home folder; write the path in full") from error


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """Find every place: one override moves all that is kept, else the platform's own folders (never roaming).

    Raises ValueError where an override cannot be a path.
    """
    builtin = PACKAGED if PACKAGED.is_dir() else SIBLING
    named = environment.get(SCHOOL, "").strip(' "')  # Windows keeps the quotes of: set NAME="C:\\folder"
    school = whole_path(named) if named else None
    site = tuple(folder / APP / SITE for folder in machine_folders(environment))
    if home := environment.get(HOME):
        base = whole_path(home)
        return Paths(base / "settings.toml", base / "journal", base / "drafts", builtin, None, school, site)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False, roaming=False)
    return Paths(
        dirs.user_config_path / "settings.toml",
        dirs.user_data_path / "journal",
        dirs.user_state_path / "drafts",
        builtin,
        None,
        school,
        site,
    )


def machine_folders(environment: Mapping[str, str], system: str = sys.platform) -> tuple[Path, ...]:
    """Give the folders in which a machine's own settings lie, as platformdirs does, which takes long to bring in."""
    if system == "win32":
        return (Path(environment.get("PROGRAMDATA") or "C:\\ProgramData"),)
    listed = environment.get("XDG_CONFIG_DIRS", "").split(os.pathsep)
    return tuple(Path(name) for name in listed if os.path.isabs(name)) or (Path(MACHINE),)  # noqa: PTH117 - of a text
