"""The JSON Schemas of a checklist and of a policy as they are written."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from audit_tui.cadence import QUARTERLY
from audit_tui.checklist import Checklist
from audit_tui.files.checked import adapter
from audit_tui.library.families import Family
from audit_tui.policy import Policy

SHARED = sorted({field.name for field in fields(Family)} - {"id"})
VERSION = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def checklist_schema() -> dict[str, Any]:
    """Generate the schema (JSON Schema 2020-12) from the models; a check may leave to its family what that says."""
    schema: dict[str, Any] = adapter(Checklist).json_schema()
    cadence = schema["properties"]["cadence"]
    schema["properties"]["cadence"] = {**cadence.pop("anyOf")[0], **cadence, "default": str(QUARTERLY)}
    check = schema["$defs"]["Check"]
    alone = list(check["required"])
    check["required"] = [key for key in alone if key not in (*SHARED, "id")]
    check["anyOf"] = [{"required": ["like"]}, {"required": alone}]
    return VERSION | schema


def policy_schema(names: Iterable[str]) -> dict[str, Any]:
    """Generate the schema of a policy; an editor is told the names of checks that there are, and takes any other."""
    schema: dict[str, Any] = adapter(Policy).json_schema()
    covered_by = schema["$defs"]["Clause"]["properties"]["covered_by"]
    covered_by["items"] = {"anyOf": [{"enum": sorted(names)}, covered_by["items"]]}
    return VERSION | schema
