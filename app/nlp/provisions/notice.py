"""Notice periods: how long before its effect an ordinary termination or non-renewal must be declared.

Strategy: a word of termination in the sentence (or its heading) and a duration that stands as a period of notice:
behind `Frist von`, before `-frist`, before `zum Ende`, or before `vor Ablauf`. Thresholds of default, periods to remedy,
termination for cause and the announcement of changes look alike and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import NoticePeriod, ProvisionKind
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.forms import form_of
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.noperiod import find_without_period
from app.nlp.provisions.periods import before as text_before
from app.nlp.provisions.periods import period
from app.nlp.provisions.terminating import terminating
from app.nlp.quantities import Quantity, QuantityKind

_TERMINATION = words(
    r"""
    (?!\w*an(?:ge|zu)?kündig|(?:ver|er)(?:ge|zu)?kündig)\w*kündig\w* (?:unkündbar|kündbar)\w* beendet_werden beendbar\w* (?:vertrags)?beendigung\w*
    nichtverlängerung\w* auflös\w* aufgelöst lös(?:en|ung)_(?:vom|des|von_diesem)_\w*(?:vertrag|verhältnis)\w* vom_vertrag_lösen
    \w*(?:vertrag|vereinbarung|verhältnis|abonnement|abo|mitgliedschaft)(?:e?s)?_[^.;]{0,80}?\bbeende(?:n|t)\b
    """
)
_RENEWAL = words(r"\w*verläng\w* fortgesetzt erneuert\w*")
_REFUSAL = words(
    r"widerspr\w* abgelehnt ablehn\w* schriftlich\w*_erklär\w* mitteil\w* mitgeteilt mitzuteilen anzuzeigen anzeig\w* teilt\b[^.;]{0,120}\bmit\b erklärt\b"
)
_FOR_CAUSE = re.compile(
    r"\b(?:wichtige[nrms]?\s+gr(?:u|ü)nd\w*|fristlos\w*|außerordentlich\w*|ausserordentlich\w*|ohne\s+einhaltung\s+einer\s+(?:kündigungs)?frist)\b",
    re.IGNORECASE,
)
_ORDINARY = words(r"ordentlich\w* kündigungsfrist\w*")

_PERIOD_BEFORE = re.compile(
    r"\b(?P<noun>(?:kündigungs|vorlauf|mindestkündigungs|ankündigungs|voranmelde)?frist(?:en)?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NOT_THIS_PERIOD = re.compile(
    r"\b(?:nach|abhilfe|zahlungs|liefer|widerrufs|heilungs|mahn)frist|\b(?:setzen|setzt|gesetzt\w*|gewähr\w*|bestimm\w*|angemessene\w*)\b[^.;]{0,40}$"
    r"|\bnach\s+(?:\w+\s+)?(?:ablauf|verstreichen)\s+(?:der|einer|dieser)\s+(?:\w+\s+)?frist\b[^.;]{0,15}$",
    re.IGNORECASE,
)
_SET_BEHIND = re.compile(
    r"^[^.;]{0,80}\b(?:gesetzt|setzt|gewährt)\b|^\s*zur\s+(?:abhilfe|nacherfüllung|leistung|zahlung|behebung|beseitigung|stellungnahme|heilung)\b",
    re.IGNORECASE,
)
_FRIST_BEHIND = re.compile(
    r"^\s*(?:\w+\s+){0,1}(?:kündigungs|vorlauf)?frist\b|^\w*frist\b|^\s*(?:vorlauf\w*|im\s+voraus|vorher|zuvor)\b",
    re.IGNORECASE,
)
_PERIOD_WORD = re.compile(
    r"\bmit\s+(?:einer?\s+)?(?:\w+\s+)?$|\bunter\s+(?:Einhaltung|Wahrung|Beachtung)\s+(?:einer|von)\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_KEEPING = re.compile(r"\bunter\s+(?:Einhaltung|Wahrung|Beachtung)\s+\w+\s*(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_END = re.compile(
    r"^\s*(?:\w+\s+){0,2}?vor\s+(?:dem\s+|der\s+|einem\s+|einer\s+|ihrem\s+|seinem\s+|deren\s+|dessen\s+|jeweilige\w*\s+|gewünschte\w*\s+|geplante\w*\s+|Ablauf|Ende|\w+ende)*"
    r"\s*(?:\w+\s+){0,2}?(?:ablauf|auslaufen|ende\b|\w+ende\b|laufzeit\w*|vertragslaufzeit\w*|vertragsablauf\w*|vertragszeit\w*|verlängerung\w*|beendigung\w*|kündigungstermin\w*|beendigungs\w+|vertragsjahr\w*|kündigung|quartal\w*|monat\w*)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^[^.;]{0,30}?\b(?:zum|auf(?:\s+(?:das|den))?|jeweils\s+zum|per)\s+(?:\w+\s+){0,2}?(?:\w*ende\b|ende\b|ablauf\b|schluss\b|\w*schluss\b|monatsletzten|letzten|(?:ersten|15\.|1\.)|quartal\w*|\d{1,2}\.\s?(?:\d|[A-Z]))",
    re.IGNORECASE,
)
_WITH_EFFECT = re.compile(r"\bmit\s+wirkung\s+(?:innerhalb\s+von|von|nach)\s*$", re.IGNORECASE)
_REJECT_BEFORE = re.compile(
    r"\b(?:länger\s+als|mehr\s+als|mindestens\s+seit|seit|während|für\s+(?:die\s+dauer\s+von|mindestens|mehr\s+als)|dauer\s+von|um|erstmals\s+nach|frühestens\s+nach|nach\s+ablauf\s+(?:von|eines|der)|im\s+abstand\s+von|laufzeit\s+von|mindestlaufzeit\s+von|"
    r"(?:ende|ablauf|schluss|beginn|anfang|letzten|ersten|laufe|\w*tag)|(?:inner(?:t|halb)|binnen)(?:\s+(?:von|einer\s+frist\s+von|der))?(?:\s+spätestens)?)\s*(?:jeweils\s+|weitere[nr]?\s+|mindestens\s+)?$",
    re.IGNORECASE,
)
_STATED_PERIOD = re.compile(r"frist\s+(?:von|beträgt)\s*(?:mindestens\s*)?$", re.IGNORECASE)
# `innert zweier Monate auf das Ende des Jahres`: Swiss for a period of notice.
_WITHIN = re.compile(r"\b(?:inner(?:t|halb)|binnen)(?:\s+von)?\s*$", re.IGNORECASE)
_AFTER_RECEIPT = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:nach|ab|seit)\s+(?:zugang|erhalt|kenntnis|mitteilung|bekanntgabe|ankündigung|empfang|zustellung|eingang|veröffentlichung)",
    re.IGNORECASE,
)
_OTHER_EVENT = re.compile(
    r"^\s*(?:\w+\s+){0,2}?vor\s+(?:\w+\s+){0,2}?(?:inkrafttreten|in-kraft-treten|wirksamwerden|beginn|veranstaltung\w*|termin|anreise|abreise|reiseantritt|mietbeginn|lieferung|umstellung\w*|kursbeginn|leistungsbeginn)",
    re.IGNORECASE,
)

_YEAR = r"(?:kalender|geschäfts)?jahr(?:es|s)?"
_FIXED = r"(?:jeweiligen\s+|laufenden\s+|jeden\s+|nächsten\s+|folgenden\s+|vollen\s+)*"
_ENDS = (
    ("end_of_term", words(
    r"""
    (?:ende|ablauf|ablaufs|auslaufen)_(?:der|des|dieser|eines|einer|ihrer|seiner|jedes)?\s*(?:\w+_){0,3}?(?:\w*laufzeit\w*|\w*vertrags\w*|vertrages|befristung|\w*dauer|mindest\w*|\w*periode|\w*zeitraum\w*|\w*zeit\b|abonnement\w*|miet\w*|abos?\b|pakets?\b|\w*verlängerung\w*)
    vertragsende\w* laufzeitende\w* vertragsablauf\w* mindestlaufzeitende\w* vertragsjahres(?:ende)?
    ende_(?:des|eines)_vertragsjahr\w* vor_(?:der_)?(?:\w+_)?(?:vertrags)?verlängerung\w*
    vor_(?:seinem|ihrem|dessen|deren)_(?:ablauf|ende|auslaufen)\b vor_(?:ablauf|ende)\b(?!_(?:der|des|dieser|dieses|eines|einer|von|ihre[rs]|seine[rs]|jede[rs]|d\.)\b) (?:jeweiligen_)(?:ablauf|ende)\w*
    """
)),
    ("end_of_quarter", words(
    rf"""
    \w*quartalsende\w* (?:ende|ablauf|schluss)_(?:eines|des|jedes|jeden)?\s*{_FIXED}\w*(?:quartals|vierteljahr\w*)
    \w*vierteljahres(?:ende|schluss)\w* (?:zum|auf)_(?:\w+_)?quartal\w* ende_(?:kalender)?quartal quartalsletzten
    """
)),
    ("end_of_year", words(
    rf"""
    \w*(?:kalender|geschäfts)?jahresende\w* (?:ende|ablauf|schluss)_(?:eines|des|jedes|jeden)?\s*{_FIXED}{_YEAR}
    jahresschluss 31\.\s?(?:12\.|dezember) ende_(?:kalender)?jahr\b ende_dezember jahresletzten
    """
)),
    ("end_of_month", words(
    rf"""
    \w*monatsende\w*
    (?:ende|ablauf|schluss|letzten)_(?:eines|des|jedes|jeden)?\s*{_FIXED}(?:kalender|abrechnungs|folge)?monat\w*
    ende_(?:kalender)?monat\b monatsletzten monatsschluss ultimo letzten_(?:tag|eines|des)\w*
    """
)),
)  # fmt: skip
_ANY_TIME = words(r"jederzeit")


_HEADED = re.compile(r"\bkündigung", re.IGNORECASE)
_PERIOD = re.compile(r"\bfrist\b", re.IGNORECASE)
_BY_OR_AFTER = re.compile(r"\b(?:um|erstmals nach)\s+(?:jeweils\s+)?(?:weitere\s+)?$")
_OTHER_RULE = re.compile(r"\b(?:verlänger|verzug|wenn|nach\s+ablauf)", re.IGNORECASE)
_ORDINARY_BEFORE = re.compile(r"ordentlich\w*\s+(?:\w+\s+){0,6}$")


def find_notice_periods(view: View) -> Iterator[Candidate]:
    """Candidates for notice periods in a clause."""
    for sentence in view.sentences:
        yield from find_without_period(sentence, view)
        if not _about_termination(sentence, view):
            continue
        for quantity in sentence.of(QuantityKind.DURATION):
            rule = _frame(sentence, quantity)
            if rule:
                form = form_of(sentence, view, "termination")
                by = terminating(sentence, view, (quantity.start, quantity.end))
                value = NoticePeriod(quantity.duration, _to(sentence, quantity), by=by, form=form.form)
                yield period(sentence, ProvisionKind.NOTICE_PERIOD, value, quantity, rule, form.evidence)


# `kündigt … an` is announcing.
_ANNOUNCES = re.compile(r"\bkündig(?:t|en)\b[^.;]*\ban\s*(?:[.,;]|$)", re.IGNORECASE)


# The right to switch to another provider is none to terminate.
_SWITCHES = re.compile(r"\b(?:\w*anbieter|provider)?wechs(?:el|eln|els|elt)\b", re.IGNORECASE)
_TERMINATES = re.compile(r"\b(?:auf)?(?:kündigen|kündigt|kündigung|gekündigt|kündbar)\b", re.IGNORECASE)


_THIS_PERIOD = re.compile(
    r"(?:Die|Diese)\s+Frist\s+(?:\w+\s+){0,2}?(?:beträgt|beläuft)\b|(?:Dabei|Hierbei|Hierfür|Dafür|Es)\s+[^.;]{0,60}\bFrist\b"
)


def _about_termination(sentence: Sentence, view: View) -> bool:
    own = f"{sentence.lead} {sentence.text}"
    if _ANNOUNCES.search(own) or (_SWITCHES.search(own) and not _TERMINATES.search(own)):
        return False
    if _TERMINATION.search(own):
        return True
    if _RENEWAL.search(own) and _REFUSAL.search(own):
        return True
    if _THIS_PERIOD.match(own.strip()) and _TERMINATION.search(sentence.previous):
        return True
    return bool(_HEADED.search(" ".join(view.around.headings[:1])) and _PERIOD.search(own))


def _frame(sentence: Sentence, quantity: Quantity) -> str | None:
    """The rule if the duration stands as a period of notice."""
    before, after = text_before(sentence, quantity), sentence.after(quantity)
    if (
        _for_cause(before)
        or _OTHER_EVENT.search(after)
        or _NOT_THIS_PERIOD.search(before[-70:])
        or _SET_BEHIND.search(after)
        or _to_switch(after)
    ):
        return None
    if _BEFORE_END.search(after):
        return None if _BY_OR_AFTER.search(before) else "notice_before_end"
    if _WITH_EFFECT.search(before):
        return "notice_with_effect"
    if _AFTER_RECEIPT.search(after) and "kündigung" not in after[:50].casefold():
        return None
    if _REJECT_BEFORE.search(before) and not _STATED_PERIOD.search(before):
        to_date = _WITHIN.search(before) and _TO.search(after)
        return "notice_to_date" if to_date else None
    if _named_period(sentence, before, after, quantity):
        return "notice_with_period"
    return "notice_to_date" if _dated(sentence, quantity) and not _RENEWAL.search(before[-60:]) else None


def _to_switch(after: str) -> bool:
    """`mit einer Frist von zwei Monaten … zu wechseln`, whatever the sentence says of termination further on."""
    own = re.split(r"[,;]", after, maxsplit=1)[0]
    return bool(_SWITCHES.search(own)) and not _TERMINATES.search(own)


def _dated(sentence: Sentence, quantity: Quantity) -> bool:
    """A date of termination behind the duration, and no other duration in between that it belongs to."""
    date = _TO.search(sentence.after(quantity))
    reach = quantity.end + date.end() if date else 0
    return date is not None and not any(
        quantity.end <= q.start < reach for q in sentence.of(QuantityKind.DURATION) if q.end <= reach
    )


def _named_period(sentence: Sentence, before: str, after: str, quantity: Quantity) -> bool:
    inside = "frist" in sentence.text[quantity.start - sentence.start : quantity.end - sentence.start].casefold()
    period = _PERIOD_BEFORE.search(before)
    if period:
        between = period[0]
        return not _OTHER_RULE.search(between)
    return (
        inside
        or bool(_FRIST_BEHIND.search(after))
        or bool(_PERIOD_WORD.search(before) and (_KEEPING.search(before) or "kündig" in after[:160].casefold()))
    )


def _for_cause(before: str) -> bool:
    """Termination for cause governs what follows, unless an ordinary one is named after it."""
    causes = list(_FOR_CAUSE.finditer(before))
    if not causes:
        return False
    return not (_ORDINARY.search(before[causes[-1].end() :]) or _ORDINARY_BEFORE.search(before[: causes[-1].start()]))


# `nach Ablauf eines Jahres` says from when on, not to what date.
_SINCE = re.compile(r"\bnach\s+(?:\w+\s+)?ablauf\s+(?:\w+\s+){1,2}\w+", re.IGNORECASE)


def _to(sentence: Sentence, quantity: Quantity) -> str | None:
    """The date a termination takes effect: named behind the period, else anywhere before it."""
    after = sentence.after(quantity, 130)
    for text in (after, _SINCE.sub(" ", sentence.before(quantity, 200))):
        hits = [(m.start(), i, name) for i, (name, pattern) in enumerate(_ENDS) if (m := pattern.search(text))]
        if hits:
            first = min(hits)
            later = text is not after and any(m.start() > first[0] for m in _ANY_TIME.finditer(text))
            return "any_time" if later else first[2]
    return "any_time" if _ANY_TIME.search(sentence.text) else None
