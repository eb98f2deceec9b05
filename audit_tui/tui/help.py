"""Help, made from the bindings and words that are there already."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from audit_tui.formats.page import Block, Facts, Heading, Page, Para
from audit_tui.phrases import RESULTS
from audit_tui.record import Result
from audit_tui.tui import screens
from audit_tui.tui.keymap import key_name
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.widgets.row_list import RowList

HELP = "Help"
WORDS = (
    ("Checklist", "the checks of one platform, device or routine"),
    ("Private window", "a browser's window in which nobody is signed in: Private in Safari, Incognito in Chrome"),
    ("Due", "to be looked at today"),
    ("Three-monthly review", "everything that comes round again within four weeks: it has a beginning and an end"),
    ("Most important", "what would hurt most: pupils or parents finding you, losing an account or the phone"),
    ("To put right", "you answered that it is not right yet, or that you could not find it"),
    ("Exception", "something your school agreed need not be as the policy says, until a day that you name"),
)
ANSWERS = {
    Result.PASS: "it is as it should be and was before",
    Result.FIXED: "you put it right just now",
    Result.FAIL: "it stays on your list until you put it right",
    Result.UNKNOWN: "always a fair answer: menus change, and the person who keeps the checklists can mend the steps",
    Result.NOTAPPLICABLE: "you do not have this, or do not use it",
    Result.WAIVED: "your school agreed to it; asks for the reason, the role that agreed, and the last day",
}


def key_groups(app: Iterable[BindingType]) -> Mapping[str, Iterable[BindingType]]:
    """Give the bindings of each place, by the first part of their ids; the app's own are handed in.

    Every screen is brought in for it, so it is asked for only where somebody has keys of their own.
    """
    for module in iter_modules(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    places = [*_kinds(TitledScreen), Dialog, *_kinds(Dialog), RowList]
    own = {_group(place.__dict__.get("BINDINGS", ())): place.__dict__.get("BINDINGS", ()) for place in places}
    own.pop("", None)
    return {"app": [*app, *TitledScreen.BINDINGS], **own}


def _kinds(place: type[Widget]) -> Iterator[type[Widget]]:
    for kind in place.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _group(bindings: Iterable[BindingType]) -> str:
    ids = [binding.id for binding in bindings if isinstance(binding, Binding) and binding.id]
    return ids[0].partition(".")[0] if ids else ""


def help_page(screen: Screen[object]) -> Page:
    """Say what a place is for, which keys it has, and what the words mean."""
    blocks: list[Block] = [Para(screen.HELP)] if screen.HELP else []
    keys: dict[str, str] = {}
    for key, (_, binding, _, _) in screen.active_bindings.items():
        if binding.id:
            name = binding.description
            keys[name] = " or ".join(filter(None, [keys.get(name), key_name(key)]))
    blocks += [Heading("Keys here"), Facts(tuple((key, name) for name, key in keys.items()))]
    blocks.append(Para("Every key can be changed: docs/keys.md has their names."))
    blocks += [
        Heading("Answers"),
        Facts(tuple((RESULTS[result], words) for result, words in ANSWERS.items())),
    ]
    blocks += [Heading("Words"), Facts(WORDS)]
    return Page(HELP, tuple(blocks))
