"""The JSON Schema of a checklist as it is written: a check may leave to its family what the family says."""

from dataclasses import fields
from typing import Any

from audit_tui.cadence import QUARTERLY
from audit_tui.checklist import Checklist
from audit_tui.files.checked import adapter
from audit_tui.library.families import Family

SHARED = sorted({field.name for field in fields(Family)} - {"id"})


def checklist_schema() -> dict[str, Any]:
    """Generate the schema (JSON Schema 2020-12) from the models."""
    schema: dict[str, Any] = adapter(Checklist).json_schema()
    cadence = schema["properties"]["cadence"]
    schema["properties"]["cadence"] = {**cadence.pop("anyOf")[0], **cadence, "default": str(QUARTERLY)}
    check = schema["$defs"]["Check"]
    alone = list(check["required"])
    check["required"] = [key for key in alone if key not in (*SHARED, "id")]
    check["anyOf"] = [{"required": ["like"]}, {"required": alone}]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
