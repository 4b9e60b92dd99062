"""Values of provisions as a reader would put them into a table: "3 Monate zum Quartalsende", "10.000 € je Schadensereignis".

`value_text` is the value itself, `detail_text` what it is limited to (who, for what fault or damage). Unknown parts
are left out, never filled in; a value of which nothing is known says so.
"""

from __future__ import annotations

import re
from typing import Final

from app.models.analysis import Limit
from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    ProvisionValue,
    RenewalTerm,
    Term,
    Unit,
)
from app.wording.lang import Lang, Pair, pick
from app.wording.numbers import NO_BREAK, list_text, money_text, number_text, percent_text
from app.wording.terms import TERMS, term

_NO_LENGTH: Pair = ("ohne genannte Länge", "no length stated")
_IMMEDIATE: Pair = ("unverzüglich", "without delay")
_AT_ONCE: Pair = ("sofort", "at once")
_NO_NOTICE: Pair = ("ohne Frist", "without notice")
_NO_FIGURE: Pair = ("ohne genannte Zahl", "(no figure stated)")
_SILENCE: Pair = ("Schweigen gilt als Zustimmung", "silence counts as consent")
_INDEFINITE: Pair = ("auf unbestimmte Zeit", "for an indefinite time")
_EXCLUDED: Pair = ("Haftung ausgeschlossen", "liability excluded")
_NO_EXCEPTION: Pair = ("ohne genannte Ausnahmen", "no exceptions stated")
_WITH_EXCEPTIONS: Pair = ("mit Ausnahmen", "with exceptions")
_EXCEPT: Pair = ("ausgenommen: {0}", "except: {0}")
_TIMES: Pair = ("das {0}-Fache", "{0} times the amount")
_FOLD: Pair = ("das {0}-Fache", "{0} times the fee")
_ONCE: Pair = ("das Einfache", "the amount")
_ONE_FEE: Pair = ("das Einfache", "one fee")
_NONE: Pair = ("keine", "none")
_WORKING_DAY: Final = re.compile(r"\b(?:(?:bank)?(?:arbeits|werk)|geschäfts)tag", re.IGNORECASE)
_TRUTH: dict[bool, Pair] = {True: ("ja", "yes"), False: ("nein", "no")}
_LIABLE: Pair = ("haftend: {0}", "liable: {0}")
_BY_NOTICE: Pair = ("Kündigung durch: {0}", "terminated by: {0}")
_BY_OBJECTION: Pair = ("Frist für: {0}", "to be met by: {0}")


def duration_text(duration: Duration, lang: Lang) -> str:
    """Number and unit: 1 Monat, 14 Werktage / 14 working days (Werktage); the printed kind of working day is kept."""
    group = "unit" if duration.value == 1 else "unit_plural"
    unit = term(group, duration.unit.value, lang)
    kind = _working_day(duration)
    if kind:
        unit = kind if lang == "de" else f"{unit} ({kind})"
    return f"{number_text(duration.value, lang)}{NO_BREAK}{unit}"


def _working_day(duration: Duration) -> str:
    """The printed kind of working day, in the nominative; empty where it is none or not known."""
    printed = duration.unit_printed.casefold()
    for stem in ("bankarbeitstag", "arbeitstag", "bankwerktag", "werktag", "geschäftstag"):
        if duration.unit is Unit.WORKING_DAY and printed.startswith(stem):
            return stem.capitalize() + ("" if duration.value == 1 else "e")
    return ""


def value_text(value: ProvisionValue, lang: Lang) -> str:
    """The value in a few words."""
    match value:
        case LiabilityCap():
            return _cap_text(value, lang)
        case LiabilityExclusion():
            return _exclusion_text(value, lang)
        case NoticePeriod():
            length = _length(value.duration, value.immediate, _NO_NOTICE, lang)
            return f"{length} {term('to', value.to, lang)}" if value.to else length
        case ObjectionDeadline():
            length = _length(value.duration, value.immediate, _IMMEDIATE, lang)
            return f"{length}, {pick(_SILENCE, lang)}" if value.deemed_consent else length
        case Term():
            return _length(value.duration, value.immediate, _AT_ONCE, lang)
        case RenewalTerm():
            return _length(value.duration, value.indefinite, _INDEFINITE, lang)


def _length(duration: Duration | None, otherwise: bool, word: Pair, lang: Lang) -> str:
    if duration is not None:
        return duration_text(duration, lang)
    return pick(word if otherwise else _NO_LENGTH, lang)


def _cap_text(cap: LiabilityCap, lang: Lang) -> str:
    parts = [_cap_figure(cap, lang)]
    if cap.of and cap.basis in ("percentage", "multiple"):
        parts.append(term("of", cap.of, lang))
    if cap.per:
        parts.append(term("per", cap.per, lang))
    return " ".join(parts)


def _cap_figure(cap: LiabilityCap, lang: Lang) -> str:
    basis = term("basis", cap.basis, lang)
    if cap.basis == "percentage":
        return f"{basis} {pick(_NO_FIGURE, lang)}" if cap.percent is None else percent_text(cap.percent, lang)
    if cap.basis == "multiple":
        return (
            basis
            if cap.factor is None
            else pick(_ONCE if cap.factor == 1 else _TIMES, lang).format(number_text(cap.factor, lang))
        )
    if cap.amount is None:
        return f"{basis} {pick(_NO_FIGURE, lang)}" if cap.basis == "amount" else basis
    money = money_text(cap.amount, cap.currency, lang)
    return money if cap.basis == "amount" else f"{basis} ({money})"


def _exclusion_text(value: LiabilityExclusion, lang: Lang) -> str:
    return f"{pick(_EXCLUDED, lang)}, {pick(_WITH_EXCEPTIONS if value.carve_outs else _NO_EXCEPTION, lang)}"


def _exceptions(value: ProvisionValue, lang: Lang) -> str:
    codes = value.carve_outs if isinstance(value, LiabilityExclusion | LiabilityCap) else ()
    names = [term("carve_out", code, lang) for code in codes]
    return pick(_EXCEPT, lang).format(list_text(names, lang)) if names else ""


def detail_text(value: ProvisionValue, lang: Lang) -> str:
    """What the value is limited to: party, fault, damage, subject; empty where nothing is known."""
    parts: list[str] = []
    match value:
        case LiabilityCap() | LiabilityExclusion():
            parts = [_party(_LIABLE, value.liable, lang), causes_text(value, lang), _exceptions(value, lang)]
        case NoticePeriod():
            parts = [_party(_BY_NOTICE, value.by, lang), _form(value.form, lang)]
        case ObjectionDeadline():
            parts = [
                term("subject", value.subject, lang),
                term("start", value.start, lang) if value.start else "",
                _party(_BY_OBJECTION, value.by, lang),
                _form(value.form, lang),
            ]
        case Term() | RenewalTerm():
            pass
    return " · ".join(part for part in parts if part)


def causes_text(value: ProvisionValue, lang: Lang) -> str:
    """The degrees of fault and kinds of damage that a cap or exclusion is about; empty where it names none."""
    if not isinstance(value, LiabilityCap | LiabilityExclusion):
        return ""
    return ", ".join([*(term("fault", f, lang) for f in value.fault), *(term("damage", d, lang) for d in value.damage)])


def _form(form: str | None, lang: Lang) -> str:
    return term("form", form, lang) if form else ""


def _party(pattern: Pair, party: Party | None, lang: Lang) -> str:
    return "" if party is None else pick(pattern, lang).format(term("party", party.value, lang))


def found_text(limit: Limit, lang: Lang, quote: str = "") -> str:
    """The value found, as a limit's rule saw it: "24 Monate"; `quote`: where it stands, for the kind of working day."""
    printed = _WORKING_DAY.search(quote) if limit.unit_found == Unit.WORKING_DAY.value else None
    if printed and isinstance(limit.found, float | int) and not isinstance(limit.found, bool):
        return duration_text(Duration(limit.found, Unit.WORKING_DAY, printed[0]), lang)
    return _raw_text(limit.field, limit.found, limit.unit_found, lang)


def limit_text(limit: Limit, lang: Lang) -> str:
    """The limit itself: "3 Monate"."""
    return _raw_text(limit.field, limit.limit, limit.unit_limit, lang)


def bound_text(limit: Limit, lang: Lang) -> str:
    """The limit with its direction: "höchstens 3 Monate"; the limit alone where it is a value to be met.

    Where a provision is forbidden or asked for: which one, where that is known.
    """
    if limit.limit is None:
        return term("comparison", limit.comparison, lang)
    if limit.comparison in ("forbidden", "required"):
        return f"{term('comparison', limit.comparison, lang)}: {limit_text(limit, lang)}"
    value = limit_text(limit, lang)
    return value if limit.comparison == "equals" else f"{term('comparison', limit.comparison, lang)} {value}"


def _raw_text(field: str, raw: str | float | bool | None, unit: str, lang: Lang) -> str:
    if raw is None:
        return "–"
    if isinstance(raw, bool):
        return pick(_TRUTH[raw], lang)
    if raw == "":
        return pick(_NONE, lang)
    if isinstance(raw, str):
        return ", ".join(_code_text(field, code, lang) for code in raw.split(", "))
    if field == "percent":
        return percent_text(raw, lang)
    if field == "factor":
        return pick(_ONE_FEE if raw == 1 else _FOLD, lang).format(number_text(raw, lang))
    if field == "amount":
        return money_text(raw, unit or "EUR", lang)
    return duration_text(Duration(raw, Unit(unit)), lang) if unit in TERMS["unit"] else number_text(raw, lang)


def _code_text(field: str, code: str, lang: Lang) -> str:
    group = {"by": "party", "liable": "party", "carve_outs": "carve_out"}.get(field, field)
    return term(group, code, lang) if group in TERMS else code
