"""Standing between the program and the system: each call that touches a folder is shown before it is made."""

import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

CHANGES = ("mkdir", "rmdir", "link", "rename", "replace", "unlink", "chmod")
LOOKS = ("stat", "lstat", "listdir", "scandir", "readlink")
INTO = ("write", "fsync", "fchmod", "ftruncate")
OUT_OF = ("read", "fstat")
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Call(NamedTuple):
    """One call of the system: what it is called, what it touches, and whether it is part of writing."""

    name: str
    path: Path
    writes: bool
    arguments: tuple[Any, ...]


Do = Callable[[], Any]
Around = Callable[[Call, Do], Any]


@contextmanager
def between(home: Path, around: Around) -> Iterator[None]:
    """Let every call that touches something in a folder go through `around`, which makes it or does not."""
    shim = _Shim(home, around)
    wrapped: dict[tuple[ModuleType, str], Callable[..., Any]] = {
        **{(os, name): shim.of_path(name) for name in (*CHANGES, *LOOKS)},
        **{(os, name): shim.of_handle(name) for name in (*INTO, *OUT_OF)},
        (os, "open"): shim.of_open(), (os, "close"): shim.of_close(), (io, "open"): shim.of_file(),
    }  # fmt: skip
    real = {(module, name): getattr(module, name) for module, name in wrapped}
    try:
        for (module, name), call in wrapped.items():
            setattr(module, name, call)
        yield
    finally:
        for (module, name), call in real.items():
            setattr(module, name, call)


class _Shim:
    def __init__(self, home: Path, around: Around) -> None:
        self.home = str(home)
        self.around = around
        self.handles: dict[int, tuple[Path, bool]] = {}

    def of_path(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the real one takes and gives
            if not self._is_inside(arguments[0]):
                return real(*arguments, **named)
            shown = Call(name, Path(arguments[0]), name in CHANGES, arguments)
            return self.around(shown, lambda: real(*arguments, **named))

        return call

    def of_handle(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(handle: int, *arguments: Any) -> Any:  # noqa: ANN401 - as above
            if handle not in self.handles:
                return real(handle, *arguments)
            shown = Call(name, self.handles[handle][0], name in INTO, (handle, *arguments))
            return self.around(shown, lambda: real(handle, *arguments))

        return call

    def of_open(self) -> Callable[..., int]:
        real, look = os.open, os.stat

        def call(path: Any, flags: int, *arguments: int) -> int:  # noqa: ANN401 - as above
            if not self._is_inside(path):
                return real(path, flags, *arguments)
            writes = bool(flags & TO_WRITE) or _is_folder(look, path)
            handle = self.around(Call("open", Path(path), writes, (path, flags)), lambda: real(path, flags, *arguments))
            self.handles[handle] = Path(path), writes
            return int(handle)

        return call

    def of_close(self) -> Callable[[int], None]:
        real = os.close

        def call(handle: int) -> None:
            if handle not in self.handles:
                real(handle)
            else:
                path, writes = self.handles.pop(handle)
                self.around(Call("close", path, writes, (handle,)), lambda: real(handle))

        return call

    def of_file(self) -> Callable[..., Any]:
        real = io.open

        def call(path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
            if not self._is_inside(path):
                return real(path, mode, *arguments, **named)
            shown = Call("open", Path(path), not {*mode} <= {*"rbt"}, (path, mode))
            return self.around(shown, lambda: real(path, mode, *arguments, **named))

        return call

    def _is_inside(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.home)


def _is_folder(look: Callable[[Any], os.stat_result], path: object) -> bool:
    try:
        return stat.S_ISDIR(look(path).st_mode)
    except OSError:
        return False
