"""Forgetting: everything that is kept of a person is removed from this machine."""

from collections.abc import Iterable
from contextlib import suppress
from os.path import lexists, realpath
from pathlib import Path

from audit_tui.errors import Unwritable, UserError
from audit_tui.files.probe import remove_scratch
from audit_tui.files.read import exists, is_link, list_names
from audit_tui.files.remove import remove_files
from audit_tui.kept.places import copies, kept_files, temporary_files
from audit_tui.kept.printed import opened_pages
from audit_tui.paths import APP, Paths

BY_HAND = "remove this folder yourself: it holds copies of what was kept"


def everything(paths: Paths) -> tuple[Path, ...]:
    """Give every file of the program's own: opened pages, copies and half-written ones too. Raises Unreadable."""
    files = (*kept_files(paths).values(), *copies(paths), *opened_pages(paths), *temporary_files(paths))
    return tuple(dict.fromkeys(files))


def forget(paths: Paths) -> tuple[UserError, ...]:
    """Remove everything, then the folders that are empty; give what could not be removed. Raises Unreadable.

    Of settings that are a link, what it leads to goes as well, for that is what was written to.
    """
    targets = [Path(realpath(path)) for path in (paths.settings, paths.imei) if is_link(path)]
    linked = [target for target in targets if not is_link(target)]  # links in a circle lead to nothing
    files = everything(paths)
    trials = remove_scratch(paths.journal.parent)  # first, for once all else is gone nobody looks for them
    problems = remove_files((*linked, *files))
    own = [paths.journal, paths.drafts, paths.printed]
    above = dict.fromkeys(path.parent for path in (paths.settings, *own))
    for folder in (*own, *(folder for folder in above if folder.name == APP)):
        with suppress(OSError):  # what else is in there is not ours
            folder.rmdir()
    return (*problems, *(Unwritable("this could not be removed", path=trial, remedy=BY_HAND) for trial in trials))


def still_there(files: Iterable[Path]) -> tuple[tuple[bool, bool], ...]:
    """Tell of each file whether its name stands and leads to something: the same before and after, nothing went."""
    return tuple((lexists(path), exists(path)) for path in files)


def left_over(paths: Paths) -> tuple[Path, ...]:
    """Give what is still there in the folders that are the program's alone."""
    folders = (paths.journal, paths.drafts, paths.printed)
    return tuple(folder / name for folder in folders for name in list_names(folder))
