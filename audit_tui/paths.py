"""Where things are kept; asking creates nothing."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APP = "audit-tui"
HOME = "AUDIT_TUI_HOME"
SCHOOL = "AUDIT_TUI_CHECKLISTS"
PACKAGED = Path(__file__).parent / "checklists"
SIBLING = Path(__file__).parent.parent / "checklists"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one person on one machine."""

    settings: Path
    journal: Path
    drafts: Path
    builtin: Path
    school: Path | None = None

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
    school = whole_path(environment[SCHOOL]) if environment.get(SCHOOL) else None
    if home := environment.get(HOME):
        base = whole_path(home)
        return Paths(base / "settings.toml", base / "journal", base / "drafts", builtin, school)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False, roaming=False)
    return Paths(
        dirs.user_config_path / "settings.toml",
        dirs.user_data_path / "journal",
        dirs.user_state_path / "drafts",
        builtin,
        school,
    )
