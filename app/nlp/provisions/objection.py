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
from functools import lru_cache

from app.models.provisions import ObjectionDeadline, Party, ProvisionKind
from app.nlp.provisions.context import QUOTE_LIMIT, Candidate, Sentence, View, candidate
from app.nlp.provisions.lexemes import words
from app.nlp.quantities import Quantity, QuantityKind, find_quantities

# Confidence per frame: our estimate of how often it is right, after reading its finds on terms outside the gold set.
ACT_IN_TIME, DEEMED_AFTER, AT_ONCE, EXAMINE_FIRST = 0.9, 0.85, 0.8, 0.75

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
    (?:mängel|schadens?|fehler)?(?:anzeige|meldung)\b schriftlich_(?:nieder|fest)\w* erklär\w* zu_erheben erhebt
    erhoben vorzubringen vorgebracht vermerk\w* hinzuweisen hinweist unterricht\w* informier\w* zeigt\b[^.;]{0,120}\ban\b
    teilt\b[^.;]{0,120}\bmit\b schriftlich_ein\w* geltendmachung
    """
)  # fmt: skip
_DEFECT = words(
    r"""
    (?:sach|rechts|transport)?mängel\w* (?:sach|rechts)?mangel(?:s|haft\w*)?\b beanstandung\w* abweichung\w*
    (?:transport)?schäden transportschaden\w* beschädigung\w* fehlmenge\w* mindermenge\w* fehlerhaft\w*
    fehler(?:n|s)?\b falschlieferung\w* unvollständig\w* reklamation\w* \w*rüge\w* gerügt rügen minderlieferung\w*
    fehllieferung\w*
    """
)  # fmt: skip
_STRONG_DEFECT = words(
    r"""
    \w*mängel\w* \w*mangel(?:s|haft\w*)?\b vertragswidrig\w* transportsch[aä]d\w* mängelrüge\w* rüge\w* gerügt\w* reklamation\w*
    beanstand\w* fehlmeng\w* falschlieferung\w* beschädigung\w* unvollständig\w* abweichung\w*
    """
)
_DEEMED = re.compile(
    r"\b(?:gilt|gelten|gälte|gelte)\b[^.;]{0,200}?\b(?:als|für)\s+(?:\w+\s+){0,3}?(?:genehmigt|anerkannt|akzeptiert|abgenommen|angenommen|vereinbart|erteilt|gebilligt|bestätigt|vertragsgemäß|ordnungsgemäß|freigegeben|mangelfrei|mängelfrei|einverstanden|erfüllt|richtig|"
    r"zustimmung|einverständnis|genehmigung|anerkenn\w*|annahme|abnahme|einwilligung|gegeben|zugestimmt|erklärt|verbindlich)"
    r"|\b(?:gilt|gelten)\b[^.;]{0,200}?\b(?:zustimmung|genehmigung|abnahme|annahme|einwilligung|einverständnis|freigabe)\w*\s+als\s+(?:erteilt|erklärt|gegeben|erfolgt|bewirkt)"
    r"|\bals\s+(?:genehmigt|anerkannt|akzeptiert|abgenommen|angenommen|vereinbart|gebilligt|bestätigt|erteilt)\b|\b(?:schweigen|stillschweig\w*)\b[^.;]{0,60}\b(?:zustimmung|als|genehmig|annahme|akzept)\w*"
    r"|\bals\s+(?:zustimmung|genehmigung|annahme|anerkenntnis|anerkennung|einverständnis|abnahme)\b|\bakzeptiert\s+(?:der|er|die)\b",
    re.IGNORECASE,
)
# These say what happens unless somebody objects; without that they only say when something takes effect.
_TAKES_EFFECT = words(
    r"""
    werden_(?:\w+_){0,5}?(?:wirksam|vertragsbestandteil|vertragsinhalt)\b sind_(?:\w+_){0,3}?verbindlich\b
    wird_(?:\w+_){0,5}?(?:wirksam|vertragsbestandteil|bestandteil_des_vertrag\w*)\b ist_(?:\w+_){0,3}?verbindlich\b
    """
)
_UNTIL_OBJECTED = words(
    r"""
    (?:tritt|treten)_(?:\w+_){0,6}?in_kraft (?:werden|wird|ist|sind)_(?:\w+_){0,8}?(?:verbindlich|gebunden|einverstanden|unterstellt|fingiert|angenommen|abgenommen)\b
    (?:werden|wird|ist|sind)_(?:\w+_){0,4}?erfolgt\b
    """
)
_SILENCE = words(
    r"""
    (?:kein\w*|nicht|ohne)_[^.;]{0,120}(?:widerspr\w*|einwend\w*|einwänd\w*|einspruch\w*|ablehn\w*|lehnt\b|beanstand\w*|gerügt|rügt?\b|verweiger\w*|äußer\w*)
    schweig\w* reagiert_[^.;]{0,60}nicht verweiger\w*_[^.;]{0,60}nicht andernfalls ansonsten sonst\b
    """
)
# `gilt … als erfolgt`: consent, where something that can be given stands there too.
_AS_DONE = re.compile(
    r"\b(?:gilt|gelten)\b[^.;]{0,200}?\bals\s+(?:erfolgt|erteilt|erklärt|bewirkt|durchgeführt|gegeben|abgegeben)\b",
    re.IGNORECASE,
)
_GIVEN = words(
    r"""
    (?:end|teil)?abnahme\w* \w*freigabe\w* \w*zustimmung\w* \w*genehmigung\w* einwilligung\w* einverständnis\w*
    billigung\w* anerkennung\w* abzunehmen abnimmt nimmt\b[^.;]{0,80}\bab\b
    """
)
_UNLESS = words(r"nicht\b kein\w* ohne\b unterlässt widerspr\w* einwend\w*")


@lru_cache(maxsize=1024)
def _is_deemed(text: str) -> bool:
    """Whether `text` takes silence for consent."""
    return bool(
        _DEEMED.search(text)
        or (_AS_DONE.search(text) and _GIVEN.search(text))
        or (_TAKES_EFFECT.search(text) and _UNLESS.search(text))
        or (_UNTIL_OBJECTED.search(text) and _SILENCE.search(text))
    )


_WITHIN = re.compile(
    r"\b(?:inner(?:t|halb)|binnen|in|spätestens|längstens|bis\s+(?:zu|spätestens|zum|längstens)|nach|frist|prüffrist|rügefrist|widerspruchsfrist|einspruchsfrist|abnahmefrist|untersuchungsfrist|beträgt|vor\s+ablauf)\b"
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
_PLEASE = words(
    r"""
    empfohlen empfehlen bitte\w* gebeten keinerlei_konsequenz\w* versäumung_(?:einer|der)
    """
)

_CLAIM_IN_TIME = re.compile(
    r"\banspr(?:uch|üche)\w*[^.;]*\b(?:geltend\s+(?:zu\s+machen|gemacht\s+werden|machen)|anzumelden|angemeldet)",
    re.IGNORECASE,
)
_LOSS = words(r"verlier\w* erlisch\w* erlöschen ausgeschlossen verfallen verwirk\w*")
_REFUSE = words(r"ablehn\w* abzulehnen abgelehnt lehnt\b[^.;]{0,80}\bab\b")
_EXAMINE = words(r"(?:über)?prüf\w* zu_prüfen untersuch\w*")
_IN_THIS_TIME = re.compile(
    r"(?:einwand|einwänd|einwendung|widerspr|beanstand|unstimmig|mängel|rüge)\w*[^.;]{0,80}\binnerhalb\s+(?:dieser|der\s+(?:genannten|vorgenannten|vorstehenden))\s+\w*frist|\binnerhalb\s+dieser\s+\w*frist[^.;]{0,100}(?:einwand|einwänd|einwendung|widerspr|beanstand|rüg)",
    re.IGNORECASE,
)

_SOME_CHANGE = "some_change"  # says what it changes elsewhere
_SUBJECTS = (
    ("timesheet", words(
    r"""
    (?:tätigkeits|stunden|leistungs|arbeits|zeit)nachweis\w* regiebericht\w* stundenzettel\w* tätigkeitsbericht\w*
    stundenaufstellung\w* leistungsbericht\w* zeiterfassung\w*
    """
)),
    ("invoice", words(
    r"""
    (?:ab)?rechnung(?:en|s\w*)?\b saldo\w* kontoauszug\w* entgeltabrechnung\w* rechnungsabschluss\w*
    einzelverbindung\w*
    """
)),
    ("price_change", words(
    r"""
    preis(?:änderung|anpassung|erhöhung|liste)\w*
    (?:änderung|anpassung|erhöhung)\w*_(?:der|des|ihrer|seiner|von)_(?:\w+_)?(?:preis|entgelt|vergütung|gebühr)\w*
    (?:preis|entgelt|gebühren|tarif|miet|vergütungs)(?:änderung|erhöhung|anpassung)\w* erhöhung\w*
    (?:\w*preise?n?|entgelte?n?|\w*vergütung\w*|\w*gebühr\w*|tarife?|miete)_(?:\w+_){0,8}?(?:anpass\w*|angepasst|anzupassen|erhöh\w*|anheben|anzuheben|angehoben)
    """
)),
    ("change_of_terms", words(
    r"""
    (?:änderung|anpassung|neufassung|ergänzung)\w*_(?:\w+_){0,6}?(?:agb|bedingung\w*|geschäftsbedingung\w*|vertragsbedingung\w*|nutzungsbedingung\w*|bestimmung\w*|vertrag\w*)
    (?:geändert|neu|angepasst)\w*_(?:\w+_){0,3}?(?:agb|bedingung\w*|\w*bedingung\w*|fassung\w*|version\w*|vertrag\w*)
    (?:agb|bedingung|vertrags)-?\s?änderung\w*
    """
)),
    (_SOME_CHANGE, words(r"änderungsmitteilung\w* änderungsangebot\w* änderung(?!s?wünsch)\w* anpassung\w*")),
    ("acceptance", words(
    r"""
    abgenommen abnahme\w* abnimmt abzunehmen entwurf\w* entwürfe\w* korrekturabz\w* betriebsbereitschaft freigabe\w* freigegeben
    """
)),
    ("defect", _STRONG_DEFECT),
    ("delivery", words(r"liefer(?!ant|er\b)\w* leistung\w* versand\w* transport\w*")),
    ("defect", _DEFECT),
)  # fmt: skip
_CHANGES = ("change_of_terms", "price_change")
_PRICES = dict(_SUBJECTS)["price_change"]
_TERMS = dict(_SUBJECTS)["change_of_terms"]
# What the customer receives: complaining about it is the customer's, whoever else the sentence names.
_RECEIVED = frozenset({"defect", "invoice", "timesheet", "acceptance", "delivery"})


def find_deadlines(view: View) -> Iterator[Candidate]:
    """Candidates for objection deadlines in a clause."""
    for sentence in view.sentences:
        if _WITHDRAWAL.search(sentence.text) and not _OBJECT.search(sentence.text):
            continue
        durations = [q for q in sentence.of(QuantityKind.DURATION) if _deadline(sentence, q)]
        found = [c for q in durations if (c := _timed(sentence, q, view))]
        yield from found
        yield from _at_once(sentence, view, found)


def _deadline(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit == "year" or (quantity.unit == "month" and quantity.value >= 12):
        return False  # that long is a limitation period
    before, after = sentence.before(quantity, 90), sentence.after(quantity, 60)
    if re.match(r"\s*lang\b", after):
        return _is_deemed(sentence.text)
    compound = "frist" in f"{quantity.printed}{after[:14]}".casefold()
    return bool(_WITHIN.search(before)) or compound or bool(re.match(r"\s*(?:nach|ab|seit)\b", after))


def _timed(sentence: Sentence, quantity: Quantity, view: View) -> Candidate | None:
    why = _why(sentence, quantity, view)
    if why is None:
        return None
    rule, confidence = why
    subject = _subject(sentence, view)
    value = ObjectionDeadline(quantity.duration, False, subject, _deemed(sentence, view), _by(sentence, view, subject))
    at = quantity.start, quantity.end
    found = candidate(sentence, ProvisionKind.OBJECTION_DEADLINE, value, at, rule, confidence)
    return _with_consequence(found, sentence, view)


def _with_consequence(found: Candidate, sentence: Sentence, view: View) -> Candidate:
    """The quote shows the consequence too where it is the next sentence and there is room."""
    if _is_deemed(sentence.text) or not _deems_next(sentence):
        return found
    end = view.text.find(sentence.following, sentence.end) + len(sentence.following)
    return replace(found, end=end) if end - found.start <= QUOTE_LIMIT else found


def _why(sentence: Sentence, quantity: Quantity, view: View) -> tuple[str, float] | None:
    """Rule and confidence if the sentence sets this time for an objection."""
    text = sentence.text
    near = text[max(0, quantity.start - sentence.start - 160) : quantity.end - sentence.start + 200]
    if (
        _repair_time(sentence, quantity)
        or _suppliers_answer(sentence, view)
        or _NO_OBJECTION.search(near)
        or _PAYING.search(near)
        or _PLEASE.search(text)
    ):
        return None
    if _OBJECT.search(near) and not _closing_only(sentence):
        return "objection_act", ACT_IN_TIME
    if _REPORT.search(near) and _STRONG_DEFECT.search(f"{sentence.lead} {text}"):
        return "objection_report", ACT_IN_TIME
    if (_is_deemed(text) or _deems_items(sentence)) and not _closing_only(sentence):
        return "objection_deemed", DEEMED_AFTER
    if _REPORT.search(near) and _DEFECT.search(text) and (_LOSS.search(text) or _EXAMINE.search(near)):
        return "objection_report", DEEMED_AFTER
    if (
        _REPORT.search(near)
        and _STRONG_DEFECT.search(f"{sentence.previous} {view.around.heading}")
        and _is_deemed(f"{text} {sentence.following}")
    ):
        return "objection_report", DEEMED_AFTER
    if _CLAIM_IN_TIME.search(near):
        return "objection_claim", DEEMED_AFTER
    if _REFUSE.search(near) and _subject(sentence, view) in _CHANGES and _is_deemed(f"{text} {sentence.following}"):
        return "objection_act", DEEMED_AFTER
    later = view.later(sentence)
    if _EXAMINE.search(near) and (_is_deemed(later) or _IN_THIS_TIME.search(later)):
        return "objection_examine", EXAMINE_FIRST
    return None


def _repair_time(sentence: Sentence, quantity: Quantity) -> bool:
    """Times for repair and limitation periods: their verb stands behind the duration before any act of objecting."""
    after = sentence.after(quantity, 140)
    repair = _REPAIR.search(after)
    if not repair:
        return bool(
            re.search(r"verjähr\w*|gewährleist\w*\s*(?:frist|zeit)", sentence.before(quantity, 60), re.IGNORECASE)
        )
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
        and not re.search(r"abgenommen|abnahme|genehmigt|anerkannt|änderung", sentence.text, re.IGNORECASE)
    )


DEEMED_LATER = 1200  # characters of the section in which the consequence may still stand
_PARTS = re.compile(r"(?<=[.;])\s")
_SILENT = words(
    r"""
    unterl\w* versäum\w* (?:nach_)?ablauf\w* widerspr\w* rüg\w* gerügt beanstand\w* einspruch\w* einwend\w* einwänd\w*
    nicht_fristgerecht rechtzeitig\w* schweig\w* erfolgt_(?:dies|kein|die_anzeige)\w* zeigt genehmig\w*
    """
)
_BEGINNING = re.compile(
    r"\b(?:nach|ab|seit|mit|bei)\s+(?:\w+\s+){0,3}?(?:\w*rechnung(?:en|s\w*)?|abnahme|(?:ab|aus|an)?lieferung|übergabe|leistung|empfang|erhalt)\b(?:\s+(?:der|des)\s+\w+)?",
    re.IGNORECASE,
)


def _deemed(sentence: Sentence, view: View) -> bool:
    """Whether silence counts as consent: said here, in the neighbouring sentences or in the next paragraph."""
    if _is_deemed(sentence.text) or _deems_next(sentence) or _deems_items(sentence):
        return True
    lengths = _lengths(sentence)
    later = f"{view.later(sentence)} {view.around.after[:DEEMED_LATER]}"
    return any(
        _SILENT.search(part) and _is_deemed(part) and _same_deadline(part, lengths) for part in _PARTS.split(later)
    )


def _deems_items(sentence: Sentence) -> bool:
    """`gilt als abgenommen, wenn` above a list governs its items."""
    return bool(_DEEMED.search(sentence.lead))


def _deems_next(sentence: Sentence) -> bool:
    return _is_deemed(sentence.following) and _same_deadline(sentence.following, _lengths(sentence))


def _lengths(sentence: Sentence) -> set[tuple[float, str]]:
    return {(q.value, q.unit) for q in sentence.of(QuantityKind.DURATION)}


def _same_deadline(text: str, lengths: set[tuple[float, str]]) -> bool:
    """A later sentence with a deadline of its own speaks of another objection."""
    own = {(q.value, q.unit) for q in find_quantities(text) if q.kind is QuantityKind.DURATION}
    return own <= lengths


def _subject(sentence: Sentence, view: View) -> str:
    """What is objected to; `nach Zugang der Rechnung` only says when the time begins."""
    own = f"{sentence.lead} {sentence.text}"
    for text in (_BEGINNING.sub(" ", own), own, sentence.previous, view.around.heading, view.text):
        name = next((name for name, pattern in _SUBJECTS if pattern.search(text)), None)
        if name == _SOME_CHANGE:
            return _changed(sentence, view)
        if name:
            return name
    return "other"


def _changed(sentence: Sentence, view: View) -> str:
    """What is changed, where the sentence itself does not say: prices if that stands before, else the terms."""
    before = f"{sentence.previous} {view.around.heading}"
    return "price_change" if _PRICES.search(before) and not _TERMS.search(before) else "change_of_terms"


def _by(sentence: Sentence, view: View, subject: str) -> Party | None:
    """Who must object. Defects, invoices and work are for the one who receives them: the customer."""
    party = view.around.roles.acting(sentence.text)
    received = subject in _RECEIVED and party is not Party.BOTH
    return Party.CUSTOMER if received else party


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
    for match in _AT_ONCE.finditer(sentence.text):
        if _tied(sentence, match, found):
            continue
        near = sentence.text[max(0, match.start() - 170) : match.end() + 170]
        if (
            _suppliers_answer(sentence, view)
            or not _complains(near, sentence)
            or _repair_first(sentence.text, match.end())
            or _PLEASE.search(sentence.text)
        ):
            continue
        subject = _subject(sentence, view)
        value = ObjectionDeadline(None, True, subject, _deemed(sentence, view), _by(sentence, view, subject))
        at = sentence.start + match.start(), sentence.start + match.end()
        yield candidate(sentence, ProvisionKind.OBJECTION_DEADLINE, value, at, "objection_at_once", AT_ONCE)
        return


_GOODS_EXAMINED = re.compile(
    r"\b(?:\w*ware|waren|\w*lieferungen?|liefergegenst\w+|kaufsache|produkte?|werk)\b[^.;]*\b(?:prüf(?:en|t)|überprüf(?:en|t)|untersuch(?:en|t))\b",
    re.IGNORECASE,
)
_FAULTY_GOODS = words(
    r"""
    fehlern?_(?:\w+_)?(?:der|des|am|an_der|an)_(?:\w+_)?(?:ware\w*|\w*lieferung\w*|liefergegenst\w*|sache|kaufsache|produkt\w*|werk\w*)
    """
)


def _complains(near: str, sentence: Sentence) -> bool:
    if _NO_OBJECTION.search(near):
        return False
    complaint = re.search(
        r"\b(?:\w*rüg(?:e|en|t)\b|\w*rüge(?:pflicht|obliegenheit)\w*[^.;]{0,80}\b(?:nachzukommen|nachkommen|nachkommt|erfüll\w*|genüg\w*)|gerügt|beanstand\w*|\w*reklam\w*|einspruch|einwendung\w*|widerspr\w*)",
        near,
        re.IGNORECASE,
    )
    return bool(
        (complaint and _DEFECT.search(sentence.text))
        or (_REPORT.search(near) and _STRONG_DEFECT.search(f"{sentence.lead} {near}"))
        or (
            _REPORT.search(near)
            and (_FAULTY_GOODS.search(near) or (_DEFECT.search(near) and _GOODS_EXAMINED.search(sentence.text)))
        )
        or (complaint and _is_deemed(sentence.text))
    )


def _repair_first(text: str, at: int) -> bool:
    after = text[at : at + 60]
    repair = _REPAIR.search(after)
    act = _OBJECT.search(after) or _REPORT.search(after)
    return bool(repair and (act is None or repair.start() < act.start()))
