"""Who took what out of the records: the filter in words, and the line that the audit keeps."""

from typing import Any

from bot.exports import Form
from bot.memory import ExportFilter


def told(wanted: ExportFilter) -> dict[str, Any]:
    """What a filter asks for, field by field, as plain values; fields left open are left out."""
    fields = {
        "from": wanted.starts_at.isoformat() if wanted.starts_at else None,
        "to": wanted.ends_at.isoformat() if wanted.ends_at else None,
        "kind": wanted.kind,
        "person": wanted.person,
        "side": wanted.side,
        "team": wanted.team,
        "value": wanted.value,
        "source": wanted.source,
        "state": wanted.state,
        "text": wanted.text,
        "standing": wanted.standing or None,
        "for_hr": wanted.for_hr or None,
    }
    return {name: value for name, value in fields.items() if value not in (None, "")}


def audited(wanted: ExportFilter, form: Form, rows: int, sha256: str) -> dict[str, Any]:
    """What the audit keeps of an export: never its content."""
    return {"filter": told(wanted), "format": form.value, "rows": rows, "sha256": sha256}
