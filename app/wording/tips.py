"""Sentences of tooltips over a document."""

from __future__ import annotations

from app.wording.lang import Lang


def more_findings(count: int, lang: Lang) -> str:
    """How many findings a tip does not name."""
    if lang == "de":
        return "… und ein weiterer Hinweis" if count == 1 else f"… und {count} weitere Hinweise"
    return "… and one more finding" if count == 1 else f"… and {count} more findings"
