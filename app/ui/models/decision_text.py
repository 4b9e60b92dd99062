"""A decision in words: who and when."""

from __future__ import annotations

from datetime import datetime

from app.models.decisions import Decision
from app.wording.lang import Lang
from app.wording.numbers import date_text


def moment_text(at: datetime, lang: Lang) -> str:
    """Day and time of the clock on the wall."""
    here = at.astimezone()
    return f"{date_text(here.date(), lang)}, {here:%H:%M}"


def signed_text(decision: Decision, nobody: str, lang: Lang) -> str:
    """Who decided, and when; `nobody` where no name was given."""
    return f"{decision.by or nobody}, {moment_text(decision.at, lang)}"
