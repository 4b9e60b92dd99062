"""Objection deadlines: within what time a party must object, complain or refuse, or loses a right or agrees.

Strategy: an act of objecting (`rügen`, `widersprechen`, `beanstanden`, `Einwendungen erheben` …) or a fiction of
consent (`gilt als genehmigt`) with a duration behind `innerhalb`, `binnen`, `bis`, or with `unverzüglich`. Duties to
inform without loss of a right, withdrawal, repair times and payment are left out. The consequence may stand in a
neighbouring sentence or in the next paragraph of the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.models.provisions import Evidence, ObjectionDeadline, Party, ProvisionKind
from app.models.source import Span
from app.nlp.provisions.asked import LOSS, only_asked
from app.nlp.provisions.consent import is_deemed
from app.nlp.provisions.consequence import DEEMED_LATER, PARTS, consequence, deems_items, deems_next
from app.nlp.provisions.context import QUOTE_LIMIT, Candidate, Sentence, View
from app.nlp.provisions.forms import form_of
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.parties import other
from app.nlp.provisions.periods import before, period, phrase
from app.nlp.provisions.starts import start_of
from app.nlp.provisions.subjects import CHANGES, DEFECT, STRONG_DEFECT, subject_of
from app.nlp.quantities import Quantity, QuantityKind

_OBJECT = words(
    r"""
    widerspr(?:icht|ich|echen|eche|ochen|icht)\w* (?:widerspruch|widersprüche)(?:s|es)?\b widerspruchsfrist
    beanstand\w* bemängel\w* (?:ge)?rüg(?:e|en|t|te)\b \w*rügen?\b gerügt\w* reklamier\w* \w*reklamation\w*
    einwendung\w* einwänd\w* einwand\b einspruch\w* einsprüche remonstr\w* zurückzuweisen zurückweis\w*
    \w*rügefrist\w* unstimmigkeit\w*
    """
)  # fmt: skip
_REPORT = words(
    r"""
    anzuzeigen anzeigt angezeigt\w* anzeigen\b mitzuteilen mitteilt mitgeteilt\w* mitteil(?:en|ung)\b
    (?:ge)?meld(?:et|en|e)\b gemeldet\w* geltend_(?:zu_)?(?:ge)?mach\w* bekannt\w*
    (?:mängel|schadens?|fehler)?(?:anzeigen?|meldung(?:en)?)\b schriftlich_(?:nieder|fest)\w* erklär\w* zu_erheben erhebt
    erhoben vorzubringen vorgebracht vermerk\w* hinzuweisen hinweist unterricht\w* informier\w* benachrichtig\w* zeigt\b[^.;]{0,120}\ban\b
    teilt\b[^.;]{0,120}\bmit\b schriftlich_ein\w* geltendmachung
    """
)  # fmt: skip


_WITHIN = re.compile(
    r"\b(?:inner(?:t|halb)|binnen|in|spätestens|längstens|bis\s+(?:zu|spätestens|zum|längstens)|nach|frist|prüffrist|ausschlussfrist|anzeigefrist|meldefrist|reklamationsfrist|rügefrist|widerspruchsfrist|einspruchsfrist|abnahmefrist|untersuchungsfrist|beträgt|vor\s+ablauf)\b"
    r"(?:\s+(?:von|zu|einer|eines|einem|der|des|ablauf|frist|weitere\w*|spätestens|längstens|jedoch|aber|maximal|höchstens|nach|angemessenen|gesetzten|beträgt)){0,6}\s*$",
    re.IGNORECASE,
)
_FRIST_BEHIND = re.compile(r"^\s*(?:\w+\s+)?\w*frist\b|^\s*(?:nach|ab|seit|vor)\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\b(?:unverzüglich\w*|sofort(?:ige[rnms]?)?|umgehend\w*|sogleich|unmittelbar\s+nach|unmittelbar\s+bei|ohne\s+(?:schuldhaftes\s+zögern|verzug|verzögerung)|bei\s+(?:an|ab)lieferung|alsbald)\b",
    re.IGNORECASE,
)
_WITHDRAWAL = words(r"widerruf\w* widerrufen")
_PAYING = words(
    r"""
    zahlbar zu_zahlen zu_begleichen zahlungsziel skonto zahlung_(?:innerhalb|binnen) rücksend\w* zurückzusenden
    """
)
_CLOSING = words(
    r"""
    angebot\w* bestellung\w* auftragsbestätigung\w* vertragsangebot\w* vertragsschluss\w*
    annahme(?:frist|erklärung)?\b annehmen gebunden bindefrist
    """
)
_NO_OBJECTION = words(
    r"""
    klage\b gerichtlich_geltend zustande_\w+ zustande\b verjähr\w* gewährleistungsfrist\w* garantie(?:frist|zeit)\w* insolvenz\w* zahlungsverzug abhilfe mahn\w*
    geheimhaltung\w* vertraulich\w* verlängert_(?:er_)?sich vorbehaltsware\w* pfändung\w* gepfändet zugriff\w*_dritter beschlagnahm\w* als_(?:\w+\s+){0,2}(?:zugegangen|zugestellt|erhalten|empfangen)
    """
)
_REPAIR = words(
    r"""
    beseitig\w* behoben beheb\w* nachbesser\w* nacherfüll\w* reaktionszeit\w* bearbeit\w* beantwort\w* behebung\w* verjähr\w*
    haftung\w*_für_mängel gewährleistung\w*_(?:beträgt|von|endet)
    """
)
_CLAIM_IN_TIME = re.compile(
    r"\b(?!gewährleist|\w*mängel|garantie)\w*anspr(?:uch|üche)\w*[^.;]*\b(?:geltend\s+(?:zu\s+machen|gemacht\s+werden|machen)|anzumelden|angemeldet)",
    re.IGNORECASE,
)
_REFUSE = words(r"ablehn\w* abzulehnen abgelehnt lehnt\b[^.;]{0,80}\bab\b")
_EXAMINE = words(r"(?:über)?prüf\w* zu_prüfen untersuch\w*")
_THESE = re.compile(r"\W*(?:diese|sie)\s+(?:müssen|sind|haben)\b", re.IGNORECASE)  # what the sentence before speaks of
_IN_THIS_TIME = re.compile(
    r"(?:einwand|einwänd|einwendung|widerspr|beanstand|unstimmig|mängel|rüge)\w*[^.;]{0,80}\binnerhalb\s+(?:dieser|der\s+(?:genannten|vorgenannten|vorstehenden))\s+\w*frist|\binnerhalb\s+dieser\s+\w*frist[^.;]{0,100}(?:einwand|einwänd|einwendung|widerspr|beanstand|rüg)",
    re.IGNORECASE,
)

# What the customer receives: complaining about it is the customer's, whoever else the sentence names.
_RECEIVED = frozenset({"defect", "invoice", "timesheet", "acceptance", "delivery"})


_KEEPS_SILENT = re.compile(
    r"\bschweig\w*\s+(?:\w+\s+){0,6}?(?:(?:von|über)\s+(?:mehr\s+als\s+)?|länger\s+als\s+)$", re.IGNORECASE
)
_LONG = re.compile(r"\s*lang\b")
_SINCE = re.compile(r"\s*(?:nach|ab|seit)\b")
_LIMITATION = re.compile(r"verjähr\w*|gewährleist\w*\s*(?:frist|zeit)", re.IGNORECASE)
_OTHER_CONSENT = re.compile(r"abgenommen|abnahme|genehmigt|anerkannt|änderung", re.IGNORECASE)


def find_deadlines(view: View) -> Iterator[Candidate]:
    """Candidates for objection deadlines in a clause."""
    for sentence in view.sentences:
        if _WITHDRAWAL.search(sentence.text) and not _OBJECT.search(sentence.text):
            continue
        durations = sentence.of(QuantityKind.DURATION)
        found = [c for q in durations if _deadline(sentence, q) and (c := _timed(sentence, q, view))]
        found += [c for q in durations if (c := _before_effect(sentence, q, view))]
        yield from found
        yield from _at_once(sentence, view, found)


def _deadline(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit == "year" or (quantity.unit == "month" and quantity.value >= 12):
        return False  # that long is a limitation period
    ahead, after = before(sentence, quantity, 90), sentence.after(quantity, 60)
    if _LONG.match(after) or _KEEPS_SILENT.search(ahead):
        return is_deemed(sentence.text)
    compound = "frist" in f"{quantity.printed}{after[:14]}".casefold()
    return bool(_WITHIN.search(ahead)) or compound or bool(_SINCE.match(after))


# `sechs Wochen vor dem Wirksamwerden … Widerspricht er nicht bis dahin`: who is told has that time to object.
_AHEAD_OF_EFFECT = re.compile(
    r"^\s*(?:\w+\s+){0,2}?vor\s+(?:(?:dem|der|ihrem|ihrer|deren|dessen|den|des|geplanten|vorgesehenen|vorgeschlagenen|beabsichtigten|jeweiligen|zeitpunkt\w*|ihres|tag|termin|datum)\s+){0,6}"
    r"(?:wirksamwerden\w*|inkrafttreten\w*|in-kraft-treten|wirksamkeit|wirkung|änderungszeitpunkt\w*|änderungstermin\w*)",
    re.IGNORECASE,
)
_UNTIL_EFFECT = re.compile(
    r"\b(?:bis|vor)\s+(?:zu\s+|zum\s+)?(?:(?:dem|diesem|der|den|geplanten|vorgesehenen|vorgeschlagenen|mitgeteilten|angekündigten|jeweiligen|zeitpunkt|des|ihres|tag|termin|datum)\s+){0,6}"
    r"(?:wirksamwerden\w*|inkrafttreten\w*|in-kraft-treten|wirkung|zeitpunkt|änderungszeitpunkt\w*|änderungstermin\w*|termin|dahin|ablauf\s+(?:dieser|der)\s+frist)|\b(?:innerhalb|binnen)\s+(?:dieser|der\s+(?:genannten|vorgenannten))\s+frist",
    re.IGNORECASE,
)


def _before_effect(sentence: Sentence, quantity: Quantity, view: View) -> Candidate | None:
    """A change announced this long ahead that silence until then accepts."""
    if not _AHEAD_OF_EFFECT.match(sentence.after(quantity)):
        return None
    later = f"{sentence.after(quantity)} {view.later(sentence)[:DEEMED_LATER]} {view.around.after[:DEEMED_LATER]}"
    silent = next((part for part in PARTS.split(later) if _accepts_until_effect(part)), None)
    if silent is None:
        return None
    value, evidence = _value(sentence, view, (quantity.start, quantity.end))
    if value.subject not in CHANGES:
        value = replace(value, subject="change_of_terms")
    # Who announces the change is not the one who must object to it.
    by = view.around.roles.acting(silent) or other(value.by)
    value = replace(value, duration=quantity.duration, deemed_consent=True, start="notice", by=by)
    return period(sentence, ProvisionKind.OBJECTION_DEADLINE, value, quantity, "objection_before_effect", evidence)


def _accepts_until_effect(part: str) -> bool:
    return bool(_UNTIL_EFFECT.search(part) and _SILENT_TILL.search(part)) and is_deemed(part)


_SILENT_TILL = words(r"widerspr\w* ablehn\w* lehnt\b kein\w* nicht\b schweig\w* einwend\w*")


def _timed(sentence: Sentence, quantity: Quantity, view: View) -> Candidate | None:
    rule = _why(sentence, quantity, view)
    if rule is None:
        return None
    value, evidence = _value(sentence, view, (quantity.start, quantity.end))
    value = replace(value, duration=quantity.duration)
    found = period(sentence, ProvisionKind.OBJECTION_DEADLINE, value, quantity, rule, evidence)
    return _with_consequence(found, sentence, view)


def _value(sentence: Sentence, view: View, at: Span) -> tuple[ObjectionDeadline, tuple[Evidence, ...]]:
    """The parts of a deadline at `at` apart from its length, and where those stand that its sentence does not show."""
    subject = subject_of(sentence, view)
    deemed, shown = consequence(sentence, view)
    start, form = start_of(sentence, view, at), form_of(sentence, view, "objection")
    by = _by(sentence, view, subject)
    value = ObjectionDeadline(None, False, subject, deemed, by, start.event, form.form)
    return value, (*shown, *start.evidence, *form.evidence)


def _with_consequence(found: Candidate, sentence: Sentence, view: View) -> Candidate:
    """The quote shows the consequence too where it is the next sentence and there is room."""
    if is_deemed(sentence.text) or not deems_next(sentence):
        return found
    end = view.text.find(sentence.following, sentence.end) + len(sentence.following)
    return replace(found, end=end) if end - found.start <= QUOTE_LIMIT else found


def _why(sentence: Sentence, quantity: Quantity, view: View) -> str | None:
    """The rule if the sentence sets this time for an objection."""
    text = sentence.text
    near = text[max(0, quantity.start - sentence.start - 160) : quantity.end - sentence.start + 200]
    if (
        _only_examined(sentence, quantity)
        or _DELETED.match(sentence.after(quantity))
        or _repair_time(sentence, quantity)
        or _suppliers_answer(sentence, view)
        or _NO_OBJECTION.search(near)
        or _PAYING.search(near)
        or only_asked(sentence, view)
    ):
        return None
    if _OBJECT.search(near) and not _closing_only(sentence):
        return "objection_act"
    if _REPORT.search(near) and STRONG_DEFECT.search(f"{sentence.lead} {text}"):
        return "objection_report"
    if (is_deemed(text) or deems_items(sentence)) and not _closing_only(sentence):
        return "objection_deemed"
    if _REPORT.search(near) and DEFECT.search(text) and (LOSS.search(text) or _EXAMINE.search(near)):
        return "objection_report"
    if _REPORT.search(near) and _named_before(sentence, view):
        return "objection_report"
    if _CLAIM_IN_TIME.search(near):
        return "objection_claim"
    if _REFUSE.search(near) and subject_of(sentence, view) in CHANGES and is_deemed(f"{text} {sentence.following}"):
        return "objection_act"
    later = view.later(sentence)
    if _EXAMINE.search(near) and (is_deemed(later) or _IN_THIS_TIME.search(later)):
        return "objection_examine"
    return None


def _named_before(sentence: Sentence, view: View) -> bool:
    """Defects that the sentence before names, or the heading, and that this one goes on about."""
    if _THESE.match(sentence.text) and STRONG_DEFECT.search(sentence.previous):
        return True
    named = STRONG_DEFECT.search(f"{sentence.previous} {view.around.heading}")
    return bool(named and is_deemed(f"{sentence.text} {sentence.following}"))


# `nach sechs Monaten gelöscht`
_DELETED = re.compile(r"\s*(?:\w+\s+){0,2}?(?:gelöscht|vernichtet|anonymisiert)\b", re.IGNORECASE)


def _only_examined(sentence: Sentence, quantity: Quantity) -> bool:
    """`Wir prüfen die Ware binnen zehn Tagen; …`: the time to examine where the complaint has a time of its own."""
    at = quantity.start - sentence.start
    start = sentence.text.rfind(";", 0, at) + 1
    end = sentence.text.find(";", at)
    own = sentence.text[start : end if end >= 0 else len(sentence.text)]
    if len(own) == len(sentence.text) or not _EXAMINE.search(own) or _OBJECT.search(own) or _REPORT.search(own):
        return False
    return any(not start <= q.start - sentence.start < start + len(own) for q in sentence.of(QuantityKind.DURATION))


def _repair_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Times for repair and limitation periods: their verb stands behind the duration before any act of objecting."""
    after = sentence.after(quantity, 140)
    repair = _REPAIR.search(after)
    if not repair:
        return bool(_LIMITATION.search(sentence.before(quantity, 60)))
    act = _OBJECT.search(after) or _REPORT.search(after)
    return act is None or repair.start() < act.start()


_ANSWERS = r"(?:beheb(?:en|t)|beseitig(?:en|t)|(?:über)?prüf(?:en|t)|liefer(?:n|t)|informier(?:en|t)|bearbeite(?:n|t)|beantworte(?:n|t)|leiste(?:n|t)|reagier(?:en|t)|ersetz(?:en|t)|tausch(?:en|t)|lehn(?:en|t)|nimmt|nehmen|besser(?:n|t)|teil(?:en|t)|melde(?:n|t)|schick(?:en|t))"
_SUPPLIER_ANSWERS = re.compile(
    rf"\b(?:(?:der|die|das)\s+SUPPLIER|wir)\s+(?:\w+\s+){{0,2}}?{_ANSWERS}\b|\b{_ANSWERS}\s+(?:(?:der|die|das)\s+SUPPLIER|wir|er\s+den\s+CUSTOMER)\b",
    re.IGNORECASE,
)
# Somebody has to complain, or silence counts: then the sentence is about the objection all the same.
_OBLIGED = words(
    r"""
    zu_(?:rügen|melden|beanstanden|reklamieren|erheben|machen)\b anzuzeigen mitzuteilen gerügt_\w+ gilt\b gelten\b widerspr\w*
    CUSTOMER_(?:\w+_){0,4}?(?:rügt|anzeigt|meldet|beanstandet|reklamiert|muss|hat)\b angezeigt_\w+ gemeldet_\w+
    """
)


def _suppliers_answer(sentence: Sentence, view: View) -> bool:
    """`Mängel beheben wir binnen 10 Tagen`: what the supplier does about a complaint is no objection."""
    plain = view.around.roles.normalised(sentence.text)
    answer = _SUPPLIER_ANSWERS.search(plain)
    return bool(answer and not _OBLIGED.search(plain))


def _closing_only(sentence: Sentence) -> bool:
    """Offer and acceptance: a contract is made, nothing is objected to."""
    return bool(
        _CLOSING.search(sentence.text)
        and not _OBJECT.search(sentence.text)
        and not _OTHER_CONSENT.search(sentence.text)
    )


def _by(sentence: Sentence, view: View, subject: str) -> Party | None:
    """Who must object. Defects, invoices and work are for the one who receives them: the customer."""
    objecting = _OBJECTING.search(view.around.roles.normalised(sentence.text))
    # `… hat der X GmbH Mängel anzuzeigen` names whom to tell.
    if objecting and (objecting[1] or subject != "defect"):
        return Party((objecting[1] or objecting[2]).lower())
    party = view.around.roles.acting(_FOR_BOTH.sub(" ", sentence.text))
    received = subject in _RECEIVED and party is not Party.BOTH
    return Party.CUSTOMER if received else party


# The subject of the objecting itself, whoever else the sentence names.
_OBJECTS = r"(?:widerspricht|widersprechen|rügt|rügen|beanstandet|beanstanden|reklamiert|reklamieren)"
_OBJECTING = re.compile(
    rf"\b{_OBJECTS}\s+(?:ihr\s+|ihm\s+|ihnen\s+|dem\s+)?(?:der|die|das)\s+(CUSTOMER|SUPPLIER)\b"
    rf"|\b(?:der|die|das)\s+(CUSTOMER|SUPPLIER)\s+(?:\w+\s+){{0,12}}?(?:{_OBJECTS}|zu\s+(?:rügen|beanstanden|reklamieren|widersprechen)|anzuzeigen|anzeige\s+zu\s+machen)\b",
    re.IGNORECASE,
)
# `Ist der Kauf für beide Teile ein Handelsgeschäft`: a condition, nobody objects.
_FOR_BOTH = re.compile(r"\bfür\s+beide\s+\w+\s+(?:ein\s+)?handels\w+", re.IGNORECASE)
# `… unverzüglich anzuzeigen. Diese müssen spätestens binnen 7 Tagen …`: the number counts.
_LIMITED_NEXT = re.compile(
    r"(?:dies\w*|sie|die\s+(?:anzeige|rüge|meldung|mitteilung|beanstandung))\s+(?:muss|müssen|hat|haben|ist|sind)\s+(?:\w+\s+){0,2}?(?:spätestens|längstens)\b[^.;]{0,40}(?:tag|woche|stunde|monat)",
    re.IGNORECASE,
)
TIED = 130  # characters between `unverzüglich` and the number that puts a limit to it
# `offene Mängel sofort, verdeckte binnen 3 Tagen`: two rules.
_OTHER_DEFECTS = re.compile(
    r";|\b(?:verdeckt|versteckt|verborgen|offen|offensichtlich|offenkundig|(?:nicht\s+)?(?:offen\s*)?erkennbar|sichtbar|andere|sonstig|später)(?:e[nrms]?)?\b",
    re.IGNORECASE,
)


def _tied(sentence: Sentence, at_once: re.Match[str], found: list[Candidate]) -> bool:
    """`unverzüglich, spätestens innerhalb von 8 Tagen`: the number counts."""
    for item in found:
        start, end = item.at[0] - sentence.start, item.at[1] - sentence.start
        between = sentence.text[at_once.end() : start] or sentence.text[end : at_once.start()]
        two_rules = _OTHER_DEFECTS.search(between) and not _EXAMINE.search(between)
        if len(between) < TIED and not two_rules:
            return True
    return False


def _at_once(sentence: Sentence, view: View, found: list[Candidate]) -> Iterator[Candidate]:
    """`unverzüglich zu rügen`: without a number only for defects, where the law attaches the loss of rights."""
    matches = [m for m in _AT_ONCE.finditer(sentence.text) if _objects_at_once(sentence, m, view, found)]
    if not matches or _LIMITED_NEXT.match(sentence.following):
        return
    # Of `sofort zu untersuchen und Mängel unverzüglich zu rügen` the second is the deadline.
    match = next((m for m in matches if not _EXAMINE.search(sentence.text[m.end() : m.end() + 60])), matches[0])
    at = sentence.start + match.start(), sentence.start + match.end()
    value, evidence = _value(sentence, view, at)
    value = replace(value, immediate=True)
    yield phrase(sentence, ProvisionKind.OBJECTION_DEADLINE, value, at, "objection_at_once", evidence)


def _objects_at_once(sentence: Sentence, match: re.Match[str], view: View, found: list[Candidate]) -> bool:
    """Whether the word of haste belongs to a complaint, without a number and without being only asked for."""
    near = sentence.text[max(0, match.start() - 170) : match.end() + 170]
    return not (
        _tied(sentence, match, found)
        or _suppliers_answer(sentence, view)
        or not _complains(near, sentence)
        or _repair_first(sentence.text, match.end())
        or only_asked(sentence, view)
    )


_GOODS_EXAMINED = re.compile(
    r"\b(?:\w*ware|waren|\w*lieferungen?|liefergegenst\w+|kaufsache|produkte?|werk)\b[^.;]*\b(?:prüf(?:en|t)|überprüf(?:en|t)|untersuch(?:en|t))\b",
    re.IGNORECASE,
)
_COMPLAINT = words(
    r"""
    \w*rüg(?:e|en|t)\b \w*rüge(?:pflicht|obliegenheit)\w*[^.;]{0,80}\b(?:nachzukommen|nachkommen|nachkommt|erfüll\w*|genüg\w*)
    gerügt beanstand\w* \w*reklam\w* einspruch einwendung\w* widerspr\w*
    """
)
_FAULTY_GOODS = words(
    r"""
    fehlern?_(?:\w+_)?(?:der|des|am|an_der|an)_(?:\w+_)?(?:ware\w*|\w*lieferung\w*|liefergegenst\w*|sache|kaufsache|produkt\w*|werk\w*)
    """
)


def _complains(near: str, sentence: Sentence) -> bool:
    if _NO_OBJECTION.search(near):
        return False
    complaint = _COMPLAINT.search(near)
    return bool(
        (complaint and DEFECT.search(sentence.text))
        or (_REPORT.search(near) and STRONG_DEFECT.search(f"{sentence.lead} {near}"))
        or (
            _REPORT.search(near)
            and (_FAULTY_GOODS.search(near) or (DEFECT.search(near) and _GOODS_EXAMINED.search(sentence.text)))
        )
        or (complaint and is_deemed(sentence.text))
    )


def _repair_first(text: str, at: int) -> bool:
    after = text[at : at + 60]
    repair = _REPAIR.search(after)
    act = _OBJECT.search(after) or _REPORT.search(after)
    return bool(repair and (act is None or repair.start() < act.start()))
