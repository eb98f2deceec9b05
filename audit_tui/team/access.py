"""Who may read a file that is put into a folder: whoever may enter the folder, and nobody else."""

import os
import stat
import sys
from pathlib import Path

OWN, GROUP, OTHERS = 0o600, 0o040, 0o004


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


if sys.platform != "win32":
    import pwd

    def _is_member(user: int, group: int) -> bool:
        try:
            account = pwd.getpwuid(user)
            return group in os.getgrouplist(account.pw_name, account.pw_gid)
        except (KeyError, OSError):
            return False
