"""Labels that may mean one person: written in another way, or with one slip in a word. Nothing is merged by it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

TITLES = {"mr", "mrs", "ms", "miss", "dr", "mx"}
SHORTEST = 4  # in a shorter word one letter is all the difference there is: Teacher A and Teacher B, TA and TB
Words = tuple[str, ...]
Slip = tuple[Words, str, Words]
K = TypeVar("K")
Found = dict[K, list[str]]


def as_seen(label: str) -> str:
    """Give a label as it is seen: one that looks the same is the same, however its accents and spaces are stored."""
    return " ".join((label if label.isascii() else unicodedata.normalize("NFC", label)).split())


class Near:
    """Finds, among some labels, those that may mean the same person as another."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = tuple(labels)

    @cached_property
    def _ways(self) -> Found[str]:
        return _found((way, label) for label in self._labels for way in _ways(label))

    @cached_property
    def _slips(self) -> Found[Slip]:
        return _found((key, label) for label in self._labels for key in _slips(_words(label)))

    @cached_property
    def _parts(self) -> Found[Words]:
        return _found((key, label) for label in self._labels for key in _parts(_untitled(_words(label))))

    def written_otherwise(self, label: str) -> list[str]:
        """Give those that differ only in case, spaces, stops, accents or the order of their words."""
        return [*dict.fromkeys(found for way in _ways(label) for found in self._ways.get(way, ()))]

    def with_a_slip(self, label: str) -> list[str]:
        """Give those in which one word has one letter more or less, another one, or two of them exchanged."""
        words = _words(label)
        found = dict.fromkeys(name for key in _slips(words) for name in self._slips.get(key, ()))
        return [name for name in found if _is_a_slip(words, _words(name))]

    def with_more_or_less(self, label: str) -> list[str]:
        """Give those that differ in a title (Mr, Dr), or have one initial more or less beside a whole name."""
        own = _untitled(_words(label))
        found = dict.fromkeys(name for key in _parts(own) for name in self._parts.get(key, ()))
        return [name for name in found if own in _parts(other := _untitled(_words(name))) or other in _parts(own)]


def _found(pairs: Iterable[tuple[K, str]]) -> Found[K]:
    found: Found[K] = defaultdict(list)
    for key, label in pairs:
        found[key].append(label)
    return found


def _words(label: str) -> Words:
    plain = label.casefold()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return tuple(re.findall(r"\w+", plain))


def _ways(label: str) -> set[str]:
    """Give what is left of a label without what people write in several ways; one without any letter is itself."""
    words = _words(label)
    return {"".join(words), " ".join(sorted(words))} if words else {label}


def _slips(words: Words) -> Iterator[Slip]:
    """Give keys, of which two labels with one slip between them share one at least."""
    for at, word in enumerate(words):
        if len(word) >= SHORTEST - 1:
            for less in {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}:
                yield words[:at], less, words[at + 1 :]


def _untitled(words: Words) -> Words:
    return tuple(word for word in words if word not in TITLES) or words


def _parts(words: Words) -> set[Words]:
    """Give a label, and what is left of it without one of its initials, if there is a whole name in that."""
    less = (words[:n] + words[n + 1 :] for n, word in enumerate(words) if len(word) == 1 and word.isalpha())
    return {words, *(rest for rest in less if any(map(_is_whole, rest)))}


def _is_whole(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _is_a_slip(one: Words, other: Words) -> bool:
    """Tell whether labels of as many words differ by one slip; those that share a key have as many."""
    pairs = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1:
        return False
    (a, b) = sorted(pairs[0], key=len)
    if not (a + b).isalpha() or len(b) < SHORTEST:
        return False
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    exchanged = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return a[at + (len(a) == len(b)) :] == b[at + 1 :] or (len(a) == len(b) and exchanged)
