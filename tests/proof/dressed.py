"""A home in which every field that a file can hold has a text that would do harm, with a mark by which it is found."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import tomli_w

from audit_tui.text import escape_controls

from .texts import OF_A_TERMINAL, TEXTS, TURNING
from .whole import DAY, NINE, SHARED, SHELF

NUMBER, OTHER = "0123456789abcdef", "fedcba9876543210"
MARK = re.compile(r"q(\d\d)z")
NO_TEXT = os.fsdecode(b"caf\xe9 ")
LINE, LABEL = 200, 60
FIELDS = (
    "title", "also", "about", "ask", "expect", "why", "verify", "source", "step", "how", "family ask", "family why",
    "family how", "school", "policy title", "policy platform", "clause", "gist", "no check", "trip", "label", "theme", "key",
    "review title", "expected", "note", "agreed by", "remark", "what", "when", "where", "told", "reason",
    "statement label", "statement platform", "purpose", "folder", "stray", "own file",
)  # fmt: skip
WRITTEN_FREELY = ("note", "remark", "what", "told", "agreed by")
PATIENT = frozenset({*FIELDS[FIELDS.index("review title") : FIELDS.index("statement label")], "folder", "stray"})


class Dressed(NamedTuple):
    """A home, and the text that stands in each field of it."""

    home: Path
    texts: dict[str, str]


def mark(field: str) -> str:
    """Give the mark of a field: q07z."""
    return f"q{FIELDS.index(field):02}z"


def fitting(field: str) -> list[str]:
    """Give the texts that a field can hold."""
    room = LABEL if field in ("statement label", "label", "folder", "stray", "own file") else LINE
    return [each for each in TEXTS if len(each) + 6 <= room and (field in PATIENT or _plain(each))]


def held(field: str, turn: int, *, besides: bool = False) -> list[str]:
    """Give what a field holds at one turn; in as many turns as there are texts, every one that it can.

    Besides, what is written freely has a text that speaks to the terminal, and one that turns the line around.
    """
    fit = fitting(field)
    found = [fit[(FIELDS.index(field) + turn) % len(fit)]]
    if besides and field in WRITTEN_FREELY:
        found += [of[turn % len(of)] for of in (OF_A_TERMINAL, TURNING)]
    return found if len(" ".join(found)) + 6 <= LINE else found[1:]


def text(field: str, turn: int, *, besides: bool = False) -> str:
    """Give the whole text of a field, its mark at the end."""
    found = " ".join([*held(field, turn, besides=besides), mark(field)])
    return found.replace("/", "∕").replace("\0", "") if field in ("folder", "stray", "own file") else found  # noqa: RUF001 - what a name can hold


def _plain(found: str) -> bool:
    return escape_controls(found) == found and found == found.strip()


def dress(home: Path, turn: int, *, besides: bool = False) -> Dressed:
    """Put files into a home."""
    texts = {field: text(field, turn, besides=besides) for field in FIELDS}
    for path, table in _files(texts.__getitem__):
        place = home / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(tomli_w.dumps({"schema": 1, **table}).encode())
    return Dressed(home, texts)


def _files(of: Callable[[str], str]) -> Iterator[tuple[str, dict[str, Any]]]:
    head = {"kind": "platform", "steps_verified": DAY, "verified_against": "guides"}
    check = {"id": "c", "area": "location", "ask": of("ask"), "expect": of("expect"), "why": of("why"),
             "verify": of("verify"), "confidence": "low", "checked": DAY, "source": of("source"), "how": [of("how")],
             "clauses": [f"p:{of('clause')}"], "steps": {"web": [of("step")], "iphone": [of("step")]}}  # fmt: skip
    family = {
        "id": "f",
        "area": "messages",
        "ask": of("family ask"),
        "expect": "Yes",
        "why": of("family why"),
        "how": [of("family how")],
    }
    yield f"{SHELF}/families.toml", {"family": [family]}
    yield f"{SHELF}/a.toml", {"id": "a", "title": of("title"), "also": [of("also")], "about": of("about"), **head,
                              "check": [check, {"id": "f", "like": "f"}]}  # fmt: skip
    event = {**head, "kind": "routine", "cadence": "when it happens"}
    yield (
        f"{SHELF}/approach.toml",
        {"id": "approach", "title": "Approach", **event, "check": [{**check, "clauses": []}]},
    )
    yield f"{SHELF}/induction.toml", {
        "id": "induction", "title": "Induction", **event, "cadence": "within 2 weeks of joining", "check": [check],
    }  # fmt: skip
    clauses = [{"ref": of("clause"), "kind": "setting", "gist": of("gist")},
               {"ref": "2", "kind": "context", "gist": of("gist"), "no_check": of("no check")}]  # fmt: skip
    yield f"{SHELF}/policies/p.toml", {"id": "p", "school": of("school"), "title": of("policy title"), "dated": DAY,
                                       "platforms": [of("policy platform")], "clause": clauses}  # fmt: skip
    yield f"{SHELF}/{of('own file')}.toml", {"id": "x"}
    yield "settings.toml", {
        "accounts": ["a"], "phone": "iphone", "joined": DAY, "label": of("label"), "theme": of("theme"), "keys": {of("key"): "x"},
        "trip": [{"name": of("trip"), "first": DAY, "last": DAY + timedelta(days=1)}],
    }  # fmt: skip
    yield from _records(of)
    yield from _statements(of)


def _records(of: Callable[[str], str]) -> Iterator[tuple[str, dict[str, Any]]]:
    waived = {"check": "c", "on": DAY, "at": NINE, "result": "waived", "expect": of("expected"), "note": of("note"),
              "agreed_by": of("agreed by"), "until": DAY + timedelta(days=300)}  # fmt: skip
    failed = {**waived, "check": "f", "result": "fail"}
    entry = {
        "id": NUMBER,
        "at": NINE,
        "on": DAY,
        "what": of("what"),
        "when": of("when"),
        "where": of("where"),
        "told": of("told"),
    }
    review = {"kind": "review", "completed": DAY, "recorded": NINE, "title": of("review title")}
    yield f"journal/{DAY}_a_01234567.toml", {
        **review, "id": NUMBER, "checklist": "a", "answer": [waived, failed], "note": [{"check": "f", "at": NINE, "text": of("remark")}],
        "end": {"answers": 2, "notes": 1},
    }  # fmt: skip
    yield f"journal/{DAY}_approach_01234567.toml", {
        **review, "id": NUMBER, "checklist": "approach", "answer": [{**failed, "check": "c"}], "evidence": [entry], "end": {"answers": 1},
    }  # fmt: skip
    yield f"journal/{of('stray')}.toml", {
        "kind": "withdrawal", "id": OTHER, "checklist": "a", "completed": DAY, "withdrawn": DAY, "reason": of("reason"), "check": "f",
    }  # fmt: skip
    yield f"journal/{of('stray')} 2.toml", {"kind": "review"}


def _statements(of: Callable[[str], str]) -> Iterator[tuple[str, dict[str, Any]]]:
    line = {"title": of("statement platform"), "up_to_date": True}
    made = {"kind": "statement", "made": DAY, "checklists": 1, "up_to_date": 1, "due": 0, "overdue": 0, "open_actions": 0,
            "exceptions": 0, "purpose": of("purpose"), "platform": [line], "end": {"checklists": 1}}  # fmt: skip
    yield f"{SHARED}/one.toml", {**made, "id": NUMBER, "label": of("statement label")}
    yield f"{SHARED}/{NO_TEXT}{of('folder')}/one.toml", {**made, "id": OTHER, "label": of("statement label")}
    yield f"{SHARED}/{of('folder')}.toml", {"kind": "statement"}
