"""Damage: a file cut at every byte, one that lost a part, and one with a few bytes or lines put wrong by chance."""

import random
from collections.abc import Iterator
from itertools import islice, pairwise

from .cuts import SECTOR

PARTS = (b"\n", b'"', b"[", b"]]", b"=", b"\0", b"\xff", b"#", b"1", b"-", b"[end]\n", b"schema = 2\n", b"\xe2\x80\xae")
RUNS = (1, 2, 3, 5, 8, 13)


def prefixes(data: bytes, step: int = 1) -> Iterator[bytes]:
    """Give a file cut short at every byte, or at every so many."""
    return (data[:length] for length in range(0, len(data), step))


def mutations(data: bytes, times: int, seed: int) -> Iterator[bytes]:
    """Give so many files that differ from a whole one by one to three changes."""
    return islice(_changed(data, random.Random(seed)), times)


def _changed(data: bytes, chance: random.Random) -> Iterator[bytes]:
    while True:
        made = data
        for _ in range(chance.randint(1, 3)):
            made = chance.choice(CHANGES)(made, chance)
        if made != data:
            yield made


def _one_byte(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _one_bit(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + bytes(byte ^ 1 << chance.randrange(8) for byte in data[place : place + 1]) + data[place + 1 :]


def _left_out(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + data[place + chance.randint(1, 40) :]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + chance.choice(PARTS) + data[place:]


def _twice(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + data[max(0, place - chance.randint(1, 80)) :]


def _line_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"".join(lines)


def _line_dropped(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    lines.pop(chance.randrange(len(lines)))
    return b"".join(lines)


CHANGES = (_one_byte, _one_bit, _left_out, _put_in, _twice, _line_moved, _line_dropped)


def losses(data: bytes) -> Iterator[bytes]:
    """Give the file without each of its tables, without runs of whole lines, and with each sector lost or zeros."""
    lines = data.splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if line.startswith(b"[")]
    for begin, end in pairwise([*heads, len(lines)]):
        yield b"".join(lines[:begin] + lines[end:])
    for length in RUNS:
        for begin in range(len(lines) - length + 1):
            yield b"".join(lines[:begin] + lines[begin + length :])
    for begin in {*range(0, len(data), SECTOR), max(0, len(data) - SECTOR), len(data) // 2}:
        lost = data[begin : begin + SECTOR]
        yield data[:begin] + data[begin + SECTOR :]
        yield data[:begin] + bytes(len(lost)) + data[begin + SECTOR :]
