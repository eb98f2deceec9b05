"""What a writer says while it works, and what of that is missing afterwards."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Word = Literal["kept", "changing", "taking", "taken"]
Thing = tuple[str, str]


class Said(NamedTuple):
    """One line of a writer: `kept answer A`; `changing trip A B`, before A becomes B; `taking` and `taken answer A`.

    After `taking` it may be there or not; so it is said before something that was taken is kept again, too.
    """

    word: Word
    kind: str
    name: str
    other: str = ""


class Found(NamedTuple):
    """What stands on disk: things that can be read whole, by kind and name, and the names of files that cannot."""

    things: frozenset[Thing]
    torn: tuple[str, ...] = ()


def lost(said: Iterable[Said], found: Found) -> list[str]:
    """Name what was said to be kept and is not there, what was taken back and is, and every torn file."""
    owed: dict[Thing, set[Thing]] = {}
    gone: set[Thing] = set()
    for each in said:
        thing = each.kind, each.name
        if each.word == "kept":
            owed[thing] = {thing}
            gone.discard(thing)
        elif each.word == "changing":
            owed.pop(thing, None)
            other = each.kind, each.other
            owed[other] = {thing, other}
        elif each.word == "taking":
            owed.pop(thing, None)
            gone.discard(thing)
        else:
            gone.add(thing)
    missing = [f"{kind} {name}" for (kind, name), either in owed.items() if not either & found.things]
    back = [f"{kind} {name} came back" for kind, name in sorted(gone & found.things)]
    return [*missing, *back, *(f"{name} is torn" for name in found.torn)]
