"""A drive as a log: every change made to names and contents, every flush, and between them what was said."""

import errno
import os
from typing import NamedTuple

from .said import Said


class Node(NamedTuple):
    """What a name stands for: a file, or a folder of names."""

    number: int
    is_folder: bool


class Names(NamedTuple):
    """Names that came to stand for something else in one step: folder, name, and what it stands for now, if anything."""

    changed: tuple[tuple[Node, str, Node | None], ...]


class Contents(NamedTuple):
    """Bytes written into a file from some place on."""

    node: Node
    at: int
    data: bytes


class Length(NamedTuple):
    """A file cut short, or made longer by zeros."""

    node: Node
    size: int


class Flush(NamedTuple):
    """A file's contents, or a folder's names, sent down to the disk."""

    node: Node


class Dropped(NamedTuple):
    """A flush that failed: what was still to be written is forgotten, and the next flush succeeds, as on Linux."""

    node: Node


Change = Names | Contents | Length
Log = list[Change | Flush | Dropped | Said]
ROOT = Node(0, is_folder=True)


class Drive:
    """A drive as the program that writes to it sees it, which notes what is done. Paths are as in /journal/a.toml."""

    def __init__(self) -> None:
        self.log: Log = []
        self.folders: dict[Node, dict[str, Node]] = {ROOT: {}}
        self.contents: dict[Node, bytearray] = {}
        self.last = ROOT.number

    def find(self, path: str) -> Node:
        """Give what stands under a path. Raises FileNotFoundError."""
        node = ROOT
        for name in filter(None, path.split("/")):
            if name not in self.folders.get(node, {}):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
            node = self.folders[node][name]
        return node

    def make(self, path: str, *, is_folder: bool = False) -> Node:
        """Make an empty file or folder."""
        self.last += 1
        node = Node(self.last, is_folder)
        if is_folder:
            self.folders[node] = {}
        else:
            self.contents[node] = bytearray()
        self._name((path, node))
        return node

    def link(self, path: str, new: str) -> None:
        """Give a file another name. Raises FileExistsError."""
        folder, name = self._place(new)
        if name in self.folders[folder]:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
        self._name((new, self.find(path)))

    def move(self, path: str, new: str) -> None:
        """Give a file or folder another name in place of its own, and of what stood there."""
        self._name((path, None), (new, self.find(path)))

    def remove(self, path: str) -> None:
        """Take a name away. Raises FileNotFoundError."""
        self.find(path)
        self._name((path, None))

    def write(self, node: Node, at: int, data: bytes) -> None:
        """Write bytes into a file."""
        self.log.append(Contents(node, at, data))
        put(self.contents[node], at, data)

    def resize(self, node: Node, size: int) -> None:
        """Cut a file short, or fill it up with zeros."""
        self.log.append(Length(node, size))
        fit(self.contents[node], size)

    def flush(self, node: Node) -> None:
        """Note that a file or a folder was flushed."""
        self.log.append(Flush(node))

    def drop(self, node: Node) -> None:
        """Note that the flush of a file or a folder failed."""
        self.log.append(Dropped(node))

    def tell(self, said: Said) -> None:
        """Note what the writer says, at its place among what it does."""
        self.log.append(said)

    def _name(self, *changes: tuple[str, Node | None]) -> None:
        changed = tuple((*self._place(path), node) for path, node in changes)
        self.log.append(Names(changed))
        for change in changed:
            rename(self.folders, *change)

    def _place(self, path: str) -> tuple[Node, str]:
        above, _, name = path.rpartition("/")
        return self.find(above), name


def put(contents: bytearray, at: int, data: bytes) -> None:
    """Put bytes into others from a place on, after zeros where there is a gap."""
    contents.extend(bytes(max(0, at - len(contents))))
    contents[at : at + len(data)] = data


def fit(contents: bytearray, size: int) -> None:
    """Bring bytes to a length."""
    del contents[size:]
    contents.extend(bytes(size - len(contents)))


def rename(folders: dict[Node, dict[str, Node]], folder: Node, name: str, node: Node | None) -> None:
    """Let a name stand for something, or for nothing."""
    names = folders.setdefault(folder, {})
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node
