"""What the kernel asks of a file system, answered by a drive in memory, which notes it."""

import json
import stat
from collections.abc import Callable
from typing import Any

from .drive import Drive, Node
from .said import Said

SAID = "/said"
SAID_NODE = Node(-1, is_folder=False)


class OnDrive:
    """Answers for a drive, by the names that mfusepy looks for; what is written to the file `said` is told to it."""

    use_ns = True

    def __init__(self, drive: Drive, ready: Callable[[], None]) -> None:
        self.drive = drive
        self.ready = ready
        self.nodes: dict[int, Node] = {}

    def init(self, path: str) -> None:
        self.ready()

    def getattr(self, path: str, handle: int | None = None) -> dict[str, Any]:
        node = self._find(path)
        if node.is_folder:
            return {"st_mode": stat.S_IFDIR | 0o700, "st_nlink": 2}
        return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": len(self.drive.contents.get(node, b""))}

    def opendir(self, path: str) -> int:
        return self._handle(self._find(path))

    def readdir(self, path: str, handle: int) -> list[str]:
        return [".", "..", *self.drive.folders[self.nodes[handle]]]

    def create(self, path: str, mode: int, flags: int) -> int:
        return self._handle(self.drive.make(path))

    def open(self, path: str, flags: int) -> int:
        return self._handle(self._find(path))

    def read(self, path: str, size: int, offset: int, handle: int) -> bytes:
        return bytes(self.drive.contents[self.nodes[handle]][offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, handle: int) -> int:
        if path == SAID:
            self.drive.tell(Said(*json.loads(data)))
        else:
            self.drive.write(self.nodes[handle], offset, data)
        return len(data)

    def truncate(self, path: str, length: int, handle: int | None = None) -> None:
        self.drive.resize(self._find(path), length)

    def fsync(self, path: str, datasync: int, handle: int) -> None:
        self.drive.flush(self.nodes[handle])

    def fsyncdir(self, path: str, datasync: int, handle: int) -> None:
        self.drive.flush(self.nodes[handle])

    def mkdir(self, path: str, mode: int) -> None:
        self.drive.make(path, is_folder=True)

    def unlink(self, path: str) -> None:
        self.drive.remove(path)

    def rename(self, path: str, new: str) -> None:
        self.drive.move(path, new)

    def link(self, new: str, path: str) -> None:
        self.drive.link(path, new)

    def chmod(self, path: str, mode: int) -> None:
        self._find(path)

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> None:
        self._find(path)

    def _find(self, path: str) -> Node:
        return SAID_NODE if path == SAID else self.drive.find(path)

    def _handle(self, node: Node) -> int:
        number = node.number - SAID_NODE.number
        self.nodes[number] = node
        return number
