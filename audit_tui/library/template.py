"""A file to start a checklist of one's own from: the keys with what they are, or a copy of another."""

from dataclasses import fields, replace
from datetime import date

from audit_tui.checklist import Check, Checklist
from audit_tui.files.table import as_given
from audit_tui.library.families import FAMILIES
from audit_tui.library.names import id_of, title_of
from audit_tui.library.references import FAMILY
from audit_tui.library.school import ALL, SCHOOL

KEPT = {ALL, FAMILY.removesuffix(":"), *(name.removesuffix(".toml") for name in (FAMILIES, SCHOOL))}

SCHEMA_FILE = "checklist.schema.json"
HEAD = f"#:schema ./{SCHEMA_FILE}\n"
EMPTY = """schema = 1
id = "{id}"
{title}{about}# about = "A sentence on what it covers."
kind = "routine"
{everyone}# everyone = false
{cadence}# cadence = "every 3 months"
{steps_verified}steps_verified = {today}
{verified_against}# A list of rules has no steps to compare: leave the day and "guides" as they are.
verified_against = "guides"

[[check]]
id = "first-check"
area = "conduct"
{ask}ask = "Have you read our own rule on class pages?"
{expect}expect = "Rule read"
{why}why = "It says who looks after a class page when you are away."
{clauses}# clauses = ["policy-id:clause"]
{how}how = ["Open the staff handbook at the page on class pages."]
"""


def start_from(name: str, source: Checklist | None, today: date) -> str:
    """Write a checklist file that is sound as it stands; from a source, with all of its checks. Raises UsageError."""
    made = id_of(name, KEPT)
    title = title_of(name, made)
    return HEAD + (_empty(made, title, today) if source is None else _copy(made, title, source))


def _empty(checklist_id: str, title: str, today: date) -> str:
    import tomli_w

    from audit_tui.files.checked import documented

    notes = {key: f"# {told}\n" for model in (Checklist, Check) for key, told in documented(model).items()}
    title_line = tomli_w.dumps({"title": title})
    return EMPTY.format_map(notes | {"id": checklist_id, "title": title_line, "today": today.isoformat()})


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
    table = {field.name: getattr(check, field.name) for field in fields(Check)}
    return Check(**table | {"like": None, "formerly": check.formerly if same else ()})
