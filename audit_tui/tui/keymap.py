"""A person's own keys: checked before they are used, so that none is lost or taken twice."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType
from textual.keys import Keys, format_key

from audit_tui.errors import UsageError, UserError

NAMED = {key.value for key in Keys} | {
    "space",
    "tab",
    "escape",
    "enter",
    "backspace",
    "question_mark",
    "slash",
}
CALLED = {
    "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "home": "Home", "end": "End",
    "pageup": "Page Up", "pagedown": "Page Down",
}  # fmt: skip
EVERYWHERE = {"app", "list", "dialog"}
SEPARATOR = ","


def key_name(key: str) -> str:
    """Name a key as it stands on the keyboard."""
    return CALLED.get(key) or format_key(key)


def usual_keys(groups: Mapping[str, Iterable[BindingType]]) -> dict[str, Binding]:
    """Collect every binding that has an id, by that id."""
    found: dict[str, Binding] = {}
    for bindings in groups.values():
        for binding in bindings:
            if isinstance(binding, Binding) and binding.id:
                found[binding.id] = binding
    return found


def checked_keymap(
    wished: Mapping[str, str], groups: Mapping[str, Iterable[BindingType]], file: str
) -> tuple[dict[str, str], list[UserError]]:
    """Sort a person's keys, as they stand in a file, into those that can be used and the problems with the others.

    A key that something else on the same screen holds is refused, for the other would silently lose it.
    """
    usual = usual_keys(groups)
    keymap: dict[str, str] = {}
    problems: list[UserError] = []

    def refuse(name: str, what: str, remedy: str) -> None:
        problems.append(UsageError(what, path=file, key=f"keys, {name}", remedy=remedy))

    for name, key in wished.items():
        wanted = key.strip()
        if name not in usual:
            refuse(name, "nothing has this name", f"use one of {', '.join(_near(name, usual))}")
        elif not _is_key(wanted):
            refuse(name, f'"{key}" is not a key', 'write one such as "j", "f2" or "ctrl+n"')
        elif holder := _holder(name, wanted, usual, keymap, groups):
            refuse(name, f'"{wanted}" is already the key of {holder}', "choose another key")
        else:
            keymap[name] = wanted
    return keymap, problems


def _near(name: str, usual: Mapping[str, Binding]) -> list[str]:
    """Give the names that may have been meant: those of the same place, else how those of each place begin."""
    same = [other for other in usual if other.partition(".")[0] == name.partition(".")[0]]
    return sorted(same or {f"{other.partition('.')[0]}.…" for other in usual})


def _holder(
    name: str, key: str, usual: Mapping[str, Binding], keymap: Mapping[str, str],
    groups: Mapping[str, Iterable[BindingType]],
) -> str | None:  # fmt: skip
    group = name.partition(".")[0]
    rooms = set(groups) if group in EVERYWHERE else {group, *EVERYWHERE}
    for other, binding in usual.items():
        if other != name and other.partition(".")[0] in rooms:
            held = keymap.get(other) or binding.key
            if key in held.split(","):
                return other
    return None


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    return (
        all(m in ("ctrl", "shift", "alt") for m in modifiers)
        and ((len(last) == 1 and last != SEPARATOR) or last in NAMED)
        and last.isprintable()
    )
