"""Reading: regular files of a sane size, closed before they are parsed, checked against a model."""

import os
import stat
import sys
from pathlib import Path
from typing import Any, TypeVar

import tomli

from audit_tui.errors import NewerSchema, Unreadable
from audit_tui.files.model import ENCODING, SCHEMA, FileModel
from audit_tui.files.plain import read_plainly

LIMIT = 64 * 1024
MOST = 20_000
RESAVE = "open it in the editor it was written with, choose Save as, and UTF-8 as its encoding"

M = TypeVar("M", bound=FileModel)


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder. Raises Unreadable where one may not look."""
    try:
        return path.is_dir()
    except OSError as error:
        raise Unreadable(f"this folder cannot be entered ({error.strerror})", path=path) from error


def exists(path: Path) -> bool:
    """Tell whether a path leads to something; one that may not be looked at does, and using it tells why."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def who_else_writes(path: Path) -> str:
    """Say who may write here besides root and oneself; Windows does not tell it so. Raises Unreadable."""
    try:
        found = path.stat()
    except OSError as error:
        raise Unreadable(f"this cannot be looked at ({error.strerror})", path=path) from error
    if sys.platform == "win32":
        return ""
    if found.st_mode & stat.S_IWOTH:
        return "anybody"
    if found.st_mode & stat.S_IWGRP and found.st_gid != 0:
        return "a whole group"
    return "" if found.st_uid in (0, os.geteuid()) else "another account"


def is_link(path: Path) -> bool:
    """Tell whether a name is a link; where one may not look, it is none."""
    return os.path.islink(path)


def names_in(folder: Path) -> list[str]:
    """List the names in a folder as they come; a folder that is not there has none. Raises Unreadable."""
    try:
        found = os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(f"this folder cannot be read ({error.strerror})", path=folder) from error
    if len(found) > MOST:
        raise Unreadable(f"this folder holds over {MOST:,} files", remedy="move some of them away", path=folder)
    return found


def list_names(folder: Path) -> list[str]:
    """List the names in a folder, sorted. Raises Unreadable."""
    return sorted(names_in(folder))


def read_bytes(path: Path | str, limit: int = LIMIT) -> bytes:
    """Read a regular file of at most 64 KiB, or of another limit, never waiting on a pipe. Raises Unreadable."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # reading tells of a folder
                raise Unreadable("this is not an ordinary file", remedy="move it away", path=path)
            data = b""
            while part := os.read(handle, limit + 1 - len(data)):
                data += part
        finally:
            os.close(handle)
    except OSError as error:
        raise Unreadable(f"this file cannot be read ({error.strerror})", path=path) from error
    if len(data) > limit:
        raise Unreadable(f"this file is over {limit // 1024} KiB", remedy="make it smaller or split it", path=path)
    return data


def parse_toml(data: bytes, path: Path | str) -> dict[str, Any]:
    """Read UTF-8 TOML of a schema we know. Raises Unreadable, or NewerSchema for a later schema."""
    try:
        table = tomli.loads(data.decode(ENCODING))
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"this is not UTF-8 text, from line {number} on", remedy=RESAVE, path=path) from error
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Unreadable(f"this is not valid TOML: {error}", remedy=_remedy(error), path=path) from error
    schema = table.get("schema")
    if type(schema) is not int or schema < 1:
        raise Unreadable("the first line should be schema = 1", remedy="add it", path=path, key="schema")
    if schema > SCHEMA:
        raise NewerSchema(
            "this was made by a newer version", remedy="update audit-tui to use it", path=path, key="schema"
        )
    return table


def _remedy(error: Exception) -> str:
    from audit_tui.files.slips import PLAIN, likely_remedy

    return likely_remedy(error.doc, error.pos, error.msg) if isinstance(error, tomli.TOMLDecodeError) else PLAIN


def validate(model: type[M], table: dict[str, Any], path: Path | str, source: bytes = b"") -> M:
    """Hold a table against its model. Raises Unreadable naming the first key at fault, and its line in the source.

    Only what is in any doubt is given to pydantic, which takes long to bring in.
    """
    found = read_plainly(model, table)
    if found is not None:
        return found
    from audit_tui.files.checked import check

    return check(model, table, path, source)


def read_model(model: type[M], path: Path) -> M:
    """Read one file into its model. Raises Unreadable or NewerSchema."""
    source = read_bytes(path)
    return validate(model, parse_toml(source, path), path, source)
