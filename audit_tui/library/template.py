"""A file to start a checklist of one's own from: the keys with what they are, or a copy of another."""

from audit_tui.checklist import Check, Checklist
from audit_tui.files.model import FileModel

SCHEMA_FILE = "checklist.schema.json"
HEAD = f"#:schema ./{SCHEMA_FILE}\n"
EMPTY = """schema = 1
id = "{id}"
title = "{title}"
{about}# about = "A sentence on what it covers."
kind = "routine"
{everyone}# everyone = false
{cadence}# cadence = "every 3 months"
{steps_verified}steps_verified = 2026-09-01
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


def start_from(checklist_id: str, source: Checklist | None) -> str:
    """Write a checklist file that is sound as it stands; from a source, with all of its checks."""
    return HEAD + (_empty(checklist_id) if source is None else _copy(checklist_id, source))


def _empty(checklist_id: str) -> str:
    notes = {name: f"# {_told(model, name)}\n" for model in (Checklist, Check) for name in model.model_fields}
    title = checklist_id.replace("-", " ").capitalize()
    return EMPTY.format_map(notes | {"id": checklist_id, "title": title})


def _told(model: type[FileModel], name: str) -> str:
    return model.model_fields[name].description or name


def _copy(checklist_id: str, source: Checklist) -> str:
    import tomli_w

    table = source.model_dump(
        by_alias=True, exclude_defaults=True, mode="json", exclude={"checks": {"__all__": {"like"}}}
    )
    table = {"schema": 1, **table, "id": checklist_id, "steps_verified": source.steps_verified}
    heading = f"# A copy of {source.id}. Under the same id, in your school's folder, it takes that one's place.\n"
    return heading + tomli_w.dumps(table)
