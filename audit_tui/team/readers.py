"""Who can read what is put into a folder, in a sentence for the person whose file it will be: never fewer than can."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

GENERAL = "Whoever can open this folder can read it. If you are not sure who that is, ask whoever gave you its name."
AS_FAR = "As far as this computer knows, "
ELSEWHERE = " On a shared drive its server may let in others: if you are not sure, ask whoever gave you its name."
EVERYBODY = "everybody who has an account on this computer can open this folder and read it"
NOT_SEEN = "can put files in, but not see which there are"
ENTER, READ, ADD = 1, 5, 3
RIGHTS_OF_OTHERS = "system.posix_acl_access", "system.posix_acl_default"
NONE_THERE = {errno.ENODATA, errno.EOPNOTSUPP} if sys.platform == "linux" else set()


def who_can_read(folder: Path) -> str:
    """Say who can read a file in a folder; where it cannot be known for sure, say what holds anywhere."""
    if sys.platform == "win32":
        return GENERAL
    try:
        whole = folder.absolute()
        if any(map(_has_list, (whole, *whole.parents))):
            return GENERAL
        readers = _readers(whole.stat(), [place.stat() for place in whole.parents])
    except OSError:
        return GENERAL
    return f"{AS_FAR}{readers}.{ELSEWHERE}" if readers else GENERAL


def _readers(found: os.stat_result, parents: list[os.stat_result]) -> str | None:
    """Say who can list a folder and who can only add to it; None where its rights are unusual."""
    owner, group, others = (found.st_mode >> place & 7 for place in (6, 3, 0))
    shut = [place for place in parents if not place.st_mode & stat.S_IXOTH]
    if owner & READ != READ or _excludes(found) or any(map(_excludes, parents)):
        return None
    if others & READ == READ:
        return EVERYBODY if not shut else _let_in(shut)
    if others & ENTER:
        lists = (
            _members(found) if group & READ == READ else f"{_name_of(found.st_uid)} can open this folder and read it"
        )
        return f"{lists}; others {NOT_SEEN}" if others & ADD == ADD and not shut else None
    if not group & ENTER:
        return _alone(found.st_uid)
    if any(place.st_gid != found.st_gid or not place.st_mode & stat.S_IXGRP for place in shut):
        return None
    if group & READ == READ:
        return _members(found)
    adds = f"{_name_of(found.st_uid)} can open this folder and read it; members of the group {_group_of(found.st_gid)}"
    return f"{adds} {NOT_SEEN}" if group & ADD == ADD else None


def _excludes(place: os.stat_result) -> bool:
    """Tell whether a folder gives its group less than it gives others."""
    group, others = place.st_mode >> 3 & READ, place.st_mode & READ
    return group & others != others


def _let_in(shut: list[os.stat_result]) -> str | None:
    """Say whom the folders above one that is open to all let in; None where they differ."""
    by_group = {bool(place.st_mode & stat.S_IXGRP) for place in shut}
    if len({place.st_uid for place in shut}) > 1 or len(by_group) > 1:
        return None
    if by_group == {False}:
        return _alone(shut[0].st_uid)
    return _members(shut[0]) if len({place.st_gid for place in shut}) == 1 else None


def _members(place: os.stat_result) -> str:
    who = f"everybody in the group {_group_of(place.st_gid)}, and {_name_of(place.st_uid)},"
    return f"{who} can open this folder and read it"


def _alone(user: int) -> str:
    if user == _own_number():
        return "only you can open this folder: a lead who has another account could not read it"
    return f"only {_name_of(user)} can open this folder and read it"


def _has_list(place: Path) -> bool:
    """Tell whether a folder names accounts beside those of its mode. Raises OSError where that cannot be known."""
    if sys.platform != "linux":
        return False
    for name in RIGHTS_OF_OTHERS:
        try:
            os.getxattr(place, name)
        except OSError as error:
            if error.errno not in NONE_THERE:
                raise
        else:
            return True
    return False


if sys.platform != "win32":
    import grp
    import pwd

    def _own_number() -> int:
        return os.geteuid()

    def _name_of(number: int) -> str:
        if number == os.geteuid():
            return "you"
        with suppress(KeyError):
            return f"the account {pwd.getpwuid(number).pw_name}"
        return "the folder's owner"

    def _group_of(number: int) -> str:
        with suppress(KeyError):
            return grp.getgrgid(number).gr_name
        return "that the folder belongs to"
