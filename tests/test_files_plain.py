"""The plain reader: nothing, or what pydantic makes of the same table; and sound files never need pydantic."""

import os
import subprocess
import sys
import tomllib
from copy import deepcopy
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from audit_tui.checklist import Checklist
from audit_tui.files.checked import adapter
from audit_tui.files.model import FileModel
from audit_tui.files.plain import read_plainly
from audit_tui.journal.drafts_0_1 import Draft
from audit_tui.journal.from_0_1 import brought_up_to_date
from audit_tui.journal.withdrawal import Withdrawal
from audit_tui.library.families import FAMILIES, Families, as_tables
from audit_tui.library.school import School
from audit_tui.library.shared_wording import expand
from audit_tui.paths import SIBLING
from audit_tui.policy import Policy
from audit_tui.record import Review
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones
from audit_tui.team.statement import Statement

from .conftest import CHIRP, POLICY
from .models import model_of

DAY, NEXT = date(2026, 3, 2), date(2026, 3, 9)
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NUMBER = "0123456789abcdef"
REVIEW = {
    "schema": 1, "kind": "review", "id": NUMBER, "checklist": "chirp", "title": "Chirp", "completed": DAY, "recorded": AT,
    "answer": [
        {"check": "private", "on": DAY, "at": AT, "result": "pass", "expect": "So", "revision": 1, "round": DAY, "note": "a\nb"},
        {"check": "location", "on": DAY, "at": AT, "result": "waived", "expect": "Off", "note": "club", "agreed_by": "head", "until": NEXT},
        {"check": "posts", "on": DAY, "at": AT, "result": "fail", "expect": "Gone", "fingerprint": NUMBER},
    ],
    "note": [{"check": "private", "at": AT, "text": "ask"}],
    "evidence": [{"id": NUMBER, "at": AT, "on": DAY, "what": "a call", "over": True}],
    "end": {"answers": 3, "notes": 1, "evidence": 1},
}  # fmt: skip
CHOICES = {
    "schema": 1, "accounts": ["chirp"], "phone": "iphone", "held": {"chirp": DAY}, "joined": DAY, "new_phone": AT,
    "trip": [{"name": "Farm", "first": DAY, "last": NEXT}], "term_time": True, "term": [{"first": DAY, "last": NEXT}],
    "every": {"default": "every 6 weeks"}, "checklists": "~/school", "label": "T. A.", "share_id": NUMBER, "theme": "dark",
    "keys": {"board.open": "o"},
}  # fmt: skip
STATEMENT = {
    "schema": 1, "kind": "statement", "id": NUMBER, "label": "T. A.", "made": DAY, "induction": "under way", "checklists": 3,
    "up_to_date": 1, "due": 1, "overdue": 1, "open_actions": 2, "exceptions": 0, "high_done": 1, "high_total": 4, "next_due": NEXT,
    "platform": [{"title": "Chirp", "up_to_date": True, "next_due": NEXT}], "end": {"checklists": 3},
}  # fmt: skip
WITHDRAWAL = {
    "schema": 1,
    "kind": "withdrawal",
    "id": NUMBER,
    "checklist": "chirp",
    "completed": DAY,
    "withdrawn": NEXT,
    "check": "private",
}
ENTRY = {"on": DAY, "what": "a call", "where": "at home"}
DRAFT = brought_up_to_date({"schema": 1, "kind": "draft", "id": NUMBER, "checklist": "chirp", "answer": REVIEW["answer"],
                            "evidence": [ENTRY], "end": {"answers": 3}})  # fmt: skip
FAMILY = {
    "id": "two-step",
    "area": "sign-in",
    "severity": "high",
    "ask": "Is it on?",
    "expect": "On",
    "why": "So.",
    "how": ["Look."],
    "minutes": 2,
}
TABLES: list[tuple[type[FileModel], dict[str, Any]]] = [
    (Checklist, tomllib.loads(CHIRP)),
    (Policy, tomllib.loads(POLICY)),
    (Families, {"schema": 1, "family": [FAMILY]}),
    (School, {"schema": 1, "off": ["strava"], "every": {"default": "every 1 month"}}),
    (Review, REVIEW),
    (Withdrawal, WITHDRAWAL),
    (Draft, DRAFT),
    (Choices, CHOICES),
    (Phones, {"schema": 1, "phone": [{"imei": ["490154203237518"], "recorded": DAY, "old_since": NEXT}]}),
    (Statement, STATEMENT),
]
NAMES = [model.__name__ for model, _ in TABLES]
ODD: st.SearchStrategy[Any] = st.sampled_from([
    None, True, False, 0, 1, -1, 2, 60, 61, 999, 1000, 10_000, 10_001, 2**70, 1.0, 0.5, "", " ", "x", " x ", "x\n", "x" * 60, "x" * 61, "x" * 200,
    "x" * 201, "x" * 500, "x" * 501, "x" * 1000, "x" * 1001, "con", "com1", "a" * 40, "a" * 41, "-a", "A", "é", "e\u0301", "\u202e", "a\x1b[31m",
    "\x1cx", "\u00a0x", "x\u200d", "chirp", "private", "1", "true", "yes", "2026-03-02", "2026-03-02T09:30:00Z", NUMBER, NUMBER.upper(), "pass", "waived",
    "PASS", "high", "every 3 months", "every  3 months", "once", "monthly", "https://a.b", "http://a.b", "https://a b.c", "elm-lane:1.1", "elm-lane:",
    "chirp:private", "chirp:", "2025-11", "2025-13", "490154203237518", "49-015420-323751-8", "490154203237519", "iphone", "none", "under way",
    DAY, NEXT, date(1999, 12, 31), AT, AT.replace(tzinfo=None), AT.astimezone(timezone(timedelta(hours=2))), AT.replace(hour=0, minute=0, tzinfo=None), time(9),
    [], [1], ["x"], ["x", "x"], ["con"], [[]], [{}], {}, {"x": 1}, {"con": DAY}, {"web": ["x"]}, {"web": "x"}, ["x"] * 61, [DAY],
    [{"title": "x", "up_to_date": True}] * 200, [{"title": "x", "up_to_date": True}] * 201,
])  # fmt: skip


def paths(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - any part of a table
    """Give every table and list within a value, with each of its keys or places."""
    found = []
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        found += [(value, key), *paths(part)]
    return found


@st.composite
def mutated(draw: st.DrawFn, table: dict[str, Any]) -> dict[str, Any]:
    """Change, take out, add or repeat something, once or a few times."""
    changed = deepcopy(table)
    for _ in range(draw(st.integers(1, 3))):
        if not (places := paths(changed)):
            break
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["change", "change", "change", "remove", "add", "repeat"])):
            case "change":
                holder[key] = deepcopy(draw(ODD))
            case "remove":
                del holder[key]
            case "add" if isinstance(holder, dict):
                holder[
                    draw(
                        st.sampled_from(
                            ["schema", "also", "since", "link", "steps", "web", "until", "no_check", "colour"]
                        )
                    )
                ] = deepcopy(draw(ODD))
            case "repeat" if isinstance(holder, list):
                holder.append(deepcopy(holder[key]))
            case _:
                pass
    return changed


def said(value: Any) -> Any:  # noqa: ANN401 - a model, or any part of one
    """Give a value with its types, for 1 equals True and 1.0; one time zone is as good as its like."""
    if is_dataclass(value):
        return type(value), [said(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, datetime):
        return datetime, value.isoformat()
    if isinstance(value, tuple | list):
        return type(value), [said(part) for part in value]
    if isinstance(value, dict):
        return dict, [(said(key), said(part)) for key, part in value.items()]
    return type(value), value


@pytest.mark.parametrize(("model", "table"), TABLES, ids=NAMES)
def test_a_sound_table_is_taken_as_pydantic_takes_it(model: type[FileModel], table: dict[str, Any]) -> None:
    found = read_plainly(model, table)
    assert found is not None
    assert said(found) == said(adapter(model).validate_python(table))


@pytest.mark.parametrize("model", [model for model, _ in TABLES], ids=NAMES)
@settings(max_examples=400)
@given(data=st.data())
def test_of_any_table_the_plain_reader_makes_nothing_or_what_pydantic_makes(
    model: type[FileModel], data: st.DataObject
) -> None:
    table = data.draw(mutated(dict(TABLES)[model]))
    found = read_plainly(model, table)
    if found is None:
        return
    try:
        assert said(found) == said(adapter(model).validate_python(table))
    except ValidationError as fault:
        pytest.fail(f"pydantic refuses what was taken: {table} {fault}")


@pytest.mark.parametrize("table", [None, 1, "x", [], [("schema", 1)]])
def test_what_is_no_table_is_not_taken(table: object) -> None:
    assert read_plainly(Choices, table) is None


@pytest.mark.parametrize("path", sorted(SIBLING.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_file_is_taken(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if path.name == FAMILIES:
        assert read_plainly(Families, table) is not None
        return
    families = as_tables(model_of(Families, tomllib.loads((SIBLING / FAMILIES).read_text(encoding="utf-8"))))
    found = read_plainly(Checklist, expand(table, families))
    assert found is not None
    assert found == adapter(Checklist).validate_python(expand(table, families))


@pytest.mark.parametrize("path", sorted((SIBLING / "policies").glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_policy_is_taken(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert read_plainly(Policy, table) == adapter(Policy).validate_python(table)


def test_a_sound_file_is_read_without_pydantic_and_a_wrong_one_is_put_into_words_by_it(tmp_path: Path) -> None:
    program = "import sys; from audit_tui.cli.main import main; code = main(['due']); sys.exit(10 * code + ('pydantic' in sys.modules))"
    settings_file = tmp_path / "settings.toml"
    for text, code in (('schema = 1\nphone = "iphone"\n', 0), ('schema = 1\nphone = "brick"\n', 21)):
        settings_file.write_text(text)
        done = subprocess.run([sys.executable, "-c", program], env={**os.environ, "AUDIT_TUI_HOME": str(tmp_path)},
                              capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)  # fmt: skip
        assert done.returncode == code, done.stderr
    assert "line 2, phone" in done.stderr
