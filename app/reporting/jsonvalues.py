"""Values and places in JSON's own types."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from app.models.analysis import Limit
from app.models.provisions import Duration, Evidence, ProvisionValue
from app.models.source import Box

Json = dict[str, Any]


def file_bytes(made: Json) -> bytes:
    """UTF-8 with a newline at its end; half a character, which no file can hold, becomes a question mark."""
    return f"{json.dumps(made, ensure_ascii=False, allow_nan=False, indent=1)}\n".encode("utf-8", "replace")


def value_json(value: ProvisionValue | Duration) -> Json:
    """All fields of a value, null where unknown."""
    return {f.name: plain_json(getattr(value, f.name)) for f in fields(value)}


def plain_json(value: object) -> object:
    """A field's value in JSON's own types; whole numbers without a fraction."""
    match value:
        case Duration():
            return value_json(value)
        case tuple():
            return [plain_json(part) for part in value]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case float():
            return int(value) if value.is_integer() else value
    return value


def evidence_json(evidence: Evidence) -> Json:
    """A place in a clause."""
    return {"clause": evidence.clause, "start": evidence.start, "end": evidence.end, "part": evidence.part}


def box_json(box: Box) -> Json:
    """A rectangle on a page, rounded."""
    corners = {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
    return {"page": box.page, **{name: round(at, 2) for name, at in corners.items()}}


def limit_json(limit: Limit | None) -> Json | None:
    """A value beside its limit."""
    return None if limit is None else {f.name: plain_json(getattr(limit, f.name)) for f in fields(limit)}
