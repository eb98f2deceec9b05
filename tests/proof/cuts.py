"""What a power cut may leave of a drive: all that was flushed, and of the rest anything that a file system may leave.

Each change to names that was not flushed may have reached the disk or not, whatever became of the others. Bytes that
were not flushed are there, missing, a beginning, all but the first sector, or zeros for all or the end of them. The
flush of a file says nothing of its name, nor that of a folder of what lies deeper. A renaming is whole or not at all,
as on any disk with a journal. What a failed flush dropped no later flush brings back, unless the folder was changed anew.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from .drive import ROOT, Change, Contents, Dropped, Flush, Length, Log, Names, Node, fit, put, rename
from .said import Said

SECTOR = 512
Fates = list[tuple[Change | None, ...]]
Picture = dict[str, bytes | None]


def every_outcome(log: Log) -> Iterator[Picture]:
    """Give each state in which a drive may be found when the power went at the end of a log; folders are None."""
    return map(_picture, product(*_fates(log)))


def some_outcome(log: Log, chance: random.Random) -> Picture:
    """Give one of these states."""
    return _picture([chance.choice(fates) for fates in _fates(log)])


def lay_out(picture: Picture, folder: Path) -> None:
    """Make the files and folders of a picture."""
    for path, contents in picture.items():
        place = folder / path.removeprefix("/")
        if contents is None:
            place.mkdir()
        else:
            place.write_bytes(contents)


def _fates(log: Log) -> Fates:
    """Give for each change what may have become of it, looking back from the cut."""
    fates: Fates = []
    flushed: set[Node] = set()
    renewed: set[Node] = set()
    for entry in reversed(log):
        if isinstance(entry, Flush):
            flushed.add(entry.node)
        elif isinstance(entry, Dropped):
            flushed -= {entry.node} - renewed
        elif not isinstance(entry, Said):
            renewed |= {node for node in _touched(entry) & flushed if node.is_folder}
            fates.append((entry,) if _touched(entry) <= flushed else (None, entry, *_torn(entry)))
    return fates[::-1]


def _touched(change: Change) -> set[Node]:
    return {folder for folder, _, _ in change.changed} if isinstance(change, Names) else {change.node}


def _torn(change: Change) -> Iterator[Contents]:
    """Tear written bytes within and at the end of each sector, zeros or nothing after it; or lose the first sector."""
    if isinstance(change, Contents):
        size = len(change.data)
        for end in sorted({*range(0, size, SECTOR), 1, size // 2, size - 1}):
            beginning = change.data[:end]
            yield change._replace(data=beginning + bytes(size - end))
            if beginning:
                yield change._replace(data=beginning)
        if size > SECTOR:
            yield change._replace(at=change.at + SECTOR, data=change.data[SECTOR:])


def _picture(changes: Sequence[Change | None]) -> Picture:
    folders: dict[Node, dict[str, Node]] = {ROOT: {}}
    contents: dict[Node, bytearray] = {}
    for change in changes:
        if isinstance(change, Names):
            for each in change.changed:
                rename(folders, *each)
        elif isinstance(change, Contents):
            put(contents.setdefault(change.node, bytearray()), change.at, change.data)
        elif isinstance(change, Length):
            fit(contents.setdefault(change.node, bytearray()), change.size)
    return dict(_below(ROOT, "", folders, contents))


def _below(
    folder: Node, path: str, folders: dict[Node, dict[str, Node]], contents: dict[Node, bytearray]
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in sorted(folders.get(folder, {}).items()):
        place = f"{path}/{name}"
        yield place, None if node.is_folder else bytes(contents.get(node, b""))
        if node.is_folder:
            yield from _below(node, place, folders, contents)
