"""Values of provisions as cells to calculate with: amounts, percentages and lengths as numbers, the rest in words."""

from __future__ import annotations

from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    ProvisionValue,
    RenewalTerm,
    Term,
    obliged,
)
from app.reporting.bookcolumns import Field
from app.reporting.sheets import Shown
from app.wording.lang import Lang
from app.wording.terms import term
from app.wording.values import detail_text, duration_text, value_text


def value_fields(lang: Lang) -> tuple[Field[ProvisionValue], ...]:
    """The columns of a value, each empty where its kind has none."""
    return (
        Field("value", lambda value: value_text(value, lang), 34, Shown.LONG_TEXT),
        Field("amount", lambda value: value.amount if isinstance(value, LiabilityCap) else None, 14, Shown.DECIMAL),
        Field("currency", lambda value: value.currency if isinstance(value, LiabilityCap) else None, 10),
        Field("percent", _share, 10, Shown.PERCENT),
        Field("factor", lambda value: value.factor if isinstance(value, LiabilityCap) else None, 9, Shown.DECIMAL),
        Field("of", lambda value: _worded("of", getattr(value, "of", None), lang), 16),
        Field("per", lambda value: _worded("per", getattr(value, "per", None), lang), 16),
        Field("length", _length, 9, Shown.DECIMAL),
        Field("unit", lambda value: _unit(value, lang), 14),
        Field("at_once", lambda value: getattr(value, "immediate", None), 14),
        Field("to", lambda value: _worded("to", value.to, lang) if isinstance(value, NoticePeriod) else None, 20),
        Field("start", lambda value: _worded("start", getattr(value, "start", None), lang), 16),
        Field("party", lambda value: _party(value, lang), 14),
        Field("form", lambda value: _worded("form", getattr(value, "form", None), lang), 14),
        Field("limited_to", lambda value: detail_text(value, lang) or None, 36, Shown.LONG_TEXT),
    )


def _share(value: ProvisionValue) -> float | None:
    """0.125 is 12.5 %."""
    percent = value.percent if isinstance(value, LiabilityCap) else None
    return None if percent is None else round(percent / 100, 8)


def _duration(value: ProvisionValue) -> Duration | None:
    match value:
        case NoticePeriod() | ObjectionDeadline() | Term() | RenewalTerm():
            return value.duration
        case LiabilityCap() | LiabilityExclusion():
            return None


def _length(value: ProvisionValue) -> float | None:
    duration = _duration(value)
    return None if duration is None else duration.value


def _unit(value: ProvisionValue, lang: Lang) -> str | None:
    """As it is printed beside the number: Werktage, months."""
    duration = _duration(value)
    return None if duration is None else duration_text(duration, lang).partition("\u00a0")[2]


def _party(value: ProvisionValue, lang: Lang) -> str | None:
    party = obliged(value)
    return None if party is None else term("party", party.value, lang)


def _worded(group: str, code: str | None, lang: Lang) -> str | None:
    return None if code is None else term(group, code, lang)
