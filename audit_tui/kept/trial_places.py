"""Where a backup is restored on trial, and what a kill left there: copies of all that is kept, for nobody to find."""

from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir

from audit_tui.errors import Unreadable
from audit_tui.files.probe import remove_scratch
from audit_tui.paths import Paths


def trial_places(target: Path, paths: Paths) -> tuple[Path, ...]:
    """Give the folders to restore in on trial, the best first: our own may be full, or not to be written to."""
    places = [paths.journal.parent, target.parent]
    with suppress(FileNotFoundError):  # the system has no folder for temporary files that can be written to
        places.append(Path(gettempdir()))
    return tuple(dict.fromkeys(places))


def sweep_trials(target: Path, paths: Paths) -> None:
    """Remove what a kill left of earlier trials in each place where one can have been made."""
    for place in trial_places(target, paths):
        with suppress(Unreadable):
            remove_scratch(place)
