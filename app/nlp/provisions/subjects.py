"""What is objected to: a defect, an invoice, a change of the terms …

Strategy: the first subject of the table that the sentence names, then its predecessor, the headings, the clause; the event
that starts the period (`nach Zugang der Rechnung`) is not what is objected to, and a bare `Änderung` changes what the
sentence before speaks of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words

DEFECT = words(
    r"""
    (?:sach|rechts|transport)?mängel\w* (?:sach|rechts)?mangel(?:s|haft\w*)?\b beanstandung\w* abweichung\w*
    (?:transport)?schäden transportschaden\w* beschädigung\w* fehlmenge\w* mindermenge\w* fehlerhaft\w*
    fehler(?:n|s)?\b falschlieferung\w* unvollständig\w* reklamation\w* \w*rüge\w* gerügt rügen minderlieferung\w*
    fehllieferung\w*
    """
)  # fmt: skip
STRONG_DEFECT = words(
    r"""
    \w*mängel\w* \w*mangel(?:s|haft\w*)?\b vertragswidrig\w* transportsch[aä]d\w* mängelrüge\w* rüge\w* gerügt\w* reklamation\w*
    beanstand\w* fehlmeng\w* falschlieferung\w* beschädigung\w* unvollständig\w* abweichung\w*
    (?:verdeckte|versteckte|offensichtliche|offene|(?:äußerlich_)?(?:nicht_)?erkennbare|sichtbare)\w*_(?:\w+_)?schäden
    """
)

# What is still owed, where nothing is said of defects.
_GAPS = re.compile(
    r"^(?!.*m[aä]ng[e]?l).*\bunvollständigkeit\w*\s+(?:der|des|von|einer)\s+(?:\w+\s+)?(?:leistung|lieferung)",
    re.IGNORECASE | re.DOTALL,
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
    (?!(?:\w*(?:s|en)|gegen|neu|rück|frist)?(?:ver|an|auf|be|hoch|um)rechnung|(?:zeit|gegen)rechnung)\w*rechnung(?:en|s(?!nummer|datum|nr|kopie|adresse|anschrift)\w*)?\b
    faktur(?:a|en)\b sald(?:o|en)\w* kontoauszug\w* kontoauszüge\w* einzelverbindung\w*
    """
)),
    ("price_change", words(
    r"""
    preis(?:änderung|anpassung|erhöhung|liste)\w*
    (?:änderung|anpassung|erhöhung)\w*_(?:der|des|ihrer|seiner|von)_(?:\w+_)?(?:preis|entgelt|vergütung|gebühr)\w*
    (?:preis|entgelt|gebühren|tarif|miet|vergütungs)(?:änderung|erhöhung|anpassung)\w* erhöhung\w*
    (?:\w*preise?n?|entgelte?n?|\w*vergütung\w*|\w*gebühr\w*|tarife?|miete)_(?:\w+_){0,14}?(?:anpass\w*|angepasst|anzupassen|erhöh\w*|anheben|anzuheben|angehoben)
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
    ("delivery", _GAPS),
    ("defect", STRONG_DEFECT),
    ("other", words(r"liefer(?:plan|plän|abruf|termin)\w* abrufe?\b bestell(?:ung|änderung)\w* auftragsbestätigung\w*")),
    ("delivery", words(r"liefer(?!ant|er\b)\w* leistung\w* versand\w* transport\w*")),
    ("defect", DEFECT),
    ("other", words(r"\w*anspr(?:uch|üche)\w*[^.;]{0,120}?\b(?:geltend|anzumelden|angemeldet)")),
)  # fmt: skip
CHANGES = ("change_of_terms", "price_change")
_PRICES = dict(_SUBJECTS)["price_change"]
_TERMS = dict(_SUBJECTS)["change_of_terms"]

_PRICES_CHANGED = words(
    r"""
    (?:\w*preise?n?|entgelte?n?|\w*vergütung\w*|\w*gebühr\w*|tarife?|miete)\b[^.;]{0,120}?\b(?:anpass|angepasst|anzupassen|erhöh|anheben|anzuheben|angehoben|änder|geändert)
    (?:passen|passt|ändern|ändert|erhöhen|erhöht|heben|hebt)\b[^.;]{0,40}?\b(?:\w*preise|entgelte|\w*vergütung|\w*gebühren|tarife|miete)\b
    """
)
SAID_BEFORE = 600  # characters of the clause before a sentence in which what is changed may be named

_BEGINNING = re.compile(
    r"\b(?:nach|ab|seit|mit|bei)\s+(?:\w+\s+){0,3}?(?:\w*rechnung(?:en|s\w*)?|abnahme|(?:ab|aus|an)?lieferung|übergabe|leistung|empfang|erhalt)\b(?:\s+(?:der|des)\s+\w+)?",
    re.IGNORECASE,
)


def subject_of(sentence: Sentence, view: View) -> str:
    """What is objected to; `nach Zugang der Rechnung` only says when the time begins."""
    own = f"{sentence.lead} {sentence.text}"
    for text in (_BEGINNING.sub(" ", own), own, sentence.previous, view.around.heading, view.text):
        name = _named_in(text)
        if name == _SOME_CHANGE:
            return _changed(sentence, view)
        if name:
            return name
    return "other"


@lru_cache(maxsize=256)
def _named_in(text: str) -> str | None:
    """All deadlines of a clause ask the same of its text and its headings."""
    return next((name for name, pattern in _SUBJECTS if pattern.search(text)), None)


def _changed(sentence: Sentence, view: View) -> str:
    """What is changed, where the sentence itself does not say: what was last said to be changed, else the terms."""
    before = f"{view.around.heading}. {view.text[max(0, sentence.start - SAID_BEFORE) : sentence.start]}"
    prices, terms = (
        max((m.end() for p in patterns for m in p.finditer(before)), default=0)
        for patterns in ((_PRICES, _PRICES_CHANGED), (_TERMS,))
    )
    return "price_change" if prices > terms else "change_of_terms"
