"""Who can read what is put into a folder: told before it is done, and kept to, as far as a computer knows."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

OWN, GROUP, OTHERS = 0o600, 0o040, 0o004
GENERAL = "Whoever can open this folder can read it. If you are not sure who that is, ask whoever gave you its name."
AS_FAR = "As far as this computer knows, "
ELSEWHERE = " On a shared drive its server may let in others: if you are not sure, ask whoever gave you its name."


def who_can_read(folder: Path) -> str:
    """Say who can read a file in a folder, in a sentence or two for the person whose file it will be."""
    if sys.platform == "win32":
        return GENERAL
    try:
        found = folder.stat()
        entered = all(place.stat().st_mode & stat.S_IXOTH for place in (folder, *folder.absolute().parents))
    except OSError:
        return GENERAL
    return f"{AS_FAR}{_readers(found, everybody=entered)}{ELSEWHERE}"


def file_mode(folder: Path) -> int:
    """Give the mode of a file that whoever may enter the folder can read, and nobody else. Raises OSError.

    The folder's owner reads it too: as one of the file's group, or as one of the others, who then cannot enter.
    """
    if sys.platform == "win32":
        return OWN
    found = folder.stat()
    in_group = bool(found.st_mode & stat.S_ISGID) or sys.platform == "darwin" or os.getegid() == found.st_gid
    by_group = bool(found.st_mode & stat.S_IXGRP)
    as_owner = found.st_uid == os.geteuid() or (by_group and in_group and _is_member(found.st_uid, found.st_gid))
    others = bool(found.st_mode & stat.S_IXOTH) or (by_group and not in_group) or not as_owner
    return OWN | (GROUP if by_group and in_group else 0) | (OTHERS if others else 0)


def _readers(found: os.stat_result, *, everybody: bool) -> str:
    owner = "you" if found.st_uid == os.geteuid() else _name_of(found.st_uid)
    if everybody and not found.st_mode & stat.S_IROTH:
        return f"{owner} can open this folder and read it; others can put files in, but not see which there are."
    if everybody:
        return "everybody who has an account on this computer can open this folder and read it."
    if found.st_mode & stat.S_IXGRP:
        return f"everybody in the group {_group_of(found.st_gid)}, and {owner}, can open this folder and read it."
    if owner == "you":
        return "only you can open this folder: a lead who has another account could not read it."
    return f"only {owner} can open this folder and read it."


if sys.platform != "win32":
    import grp
    import pwd

    def _name_of(number: int) -> str:
        with suppress(KeyError):
            return f"the account {pwd.getpwuid(number).pw_name}"
        return "the folder's owner"

    def _group_of(number: int) -> str:
        with suppress(KeyError):
            return grp.getgrgid(number).gr_name
        return "that the folder belongs to"

    def _is_member(user: int, group: int) -> bool:
        try:
            account = pwd.getpwuid(user)
            return group in os.getgrouplist(account.pw_name, account.pw_gid)
        except (KeyError, OSError):
            return False
