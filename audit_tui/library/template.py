"""A file to start a checklist of one's own from: the keys with what they are, or a copy of another."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

from audit_tui.checklist import Check, Checklist
from audit_tui.errors import UsageError
from audit_tui.files.model import DEVICE_NAMES
from audit_tui.files.table import as_given
from audit_tui.library.families import FAMILIES
from audit_tui.library.school import ALL, SCHOOL

NAME = re.compile(r"[\w -]+")
LONGEST = 40
KEPT = {ALL, *(name.removesuffix(".toml") for name in (FAMILIES, SCHOOL))}

SCHEMA_FILE = "checklist.schema.json"
HEAD = f"#:schema ./{SCHEMA_FILE}\n"
EMPTY = """schema = 1
id = "{id}"
title = "{title}"
{about}# about = "A sentence on what it covers."
kind = "routine"
{everyone}# everyone = false
{cadence}# cadence = "every 3 months"
{steps_verified}steps_verified = {today}
{verified_against}verified_against = "guides"

[[check]]
id = "first-check"
area = "conduct"
{ask}ask = "Have you read our own rule on class pages?"
{expect}expect = "Rule read"
{why}why = "It says who looks after a class page when you are away."
{clauses}# clauses = ["policy-id:clause"]
{how}how = ["Open the staff handbook at the page on class pages."]
"""


def id_of(name: str) -> str:
    """Make a checklist's id, and so its file's name, from what a person calls it. Raises UsageError."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    made = "-".join(re.findall(r"[a-z0-9]+", ascii_name))
    if not NAME.fullmatch(name) or not 1 <= len(made) <= LONGEST:
        raise UsageError(f'a checklist cannot be called "{name}"', remedy="use up to 40 letters, digits and spaces")
    if made in DEVICE_NAMES or made in KEPT:
        raise UsageError(f'the name "{made}" is taken for something else', remedy="choose another name")
    return made


def start_from(name: str, source: Checklist | None, today: date) -> str:
    """Write a checklist file that is sound as it stands; from a source, with all of its checks. Raises UsageError."""
    made = id_of(name)
    title = made.replace("-", " ").capitalize() if name == made else " ".join(name.split())
    return HEAD + (_empty(made, title, today) if source is None else _copy(made, title, source))


def _empty(checklist_id: str, title: str, today: date) -> str:
    from audit_tui.files.checked import documented

    notes = {key: f"# {told}\n" for model in (Checklist, Check) for key, told in documented(model).items()}
    return EMPTY.format_map(notes | {"id": checklist_id, "title": title, "today": today.isoformat()})


def _copy(checklist_id: str, title: str, source: Checklist) -> str:
    """Copy a checklist: under its own id to take its place, under another without what only one list can say."""
    import tomli_w

    same = checklist_id == source.id
    less = replace(
        source, also=source.also if same else (), checks=tuple(_alone(check, same=same) for check in source.checks)
    )
    table = {"schema": 1, **as_given(less), "id": checklist_id}
    heading = f"# A copy of {source.id}. Under the same id, in your school's folder, it takes that one's place.\n"
    return heading + tomli_w.dumps(table if same else table | {"title": title})


def _alone(check: Check, *, same: bool) -> Check:
    """Give a check with its family's wording as its own."""
    return replace(check, like=None, formerly=check.formerly if same else ())
