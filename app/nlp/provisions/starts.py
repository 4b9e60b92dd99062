"""From when a period runs: receipt, delivery, discovery …

Strategy: the event behind `nach`, `ab`, `seit`, `mit` or `bei` next to the period, behind it before in front of it; of
`nach Zugang der Rechnung` the first noun is the event. Where the sentence is silent, a sentence nearby may say when the
period begins (`Die Frist beginnt mit …`); it is evidence then.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.models.provisions import Evidence
from app.models.source import Span
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import OWN

_EVENTS = (
    ("discovery", words(r"entdeck\w* kenntnis\w* bekanntwerden\w* feststell\w* erkennbarkeit erkennen auftreten\w* hervortreten offenbarwerden sichtbarwerden")),
    ("invoice_date", words(
    r"""
    rechnungsdatum\w* fakturadatum\w* rechnungs(?:stellung|legung|ausstellung|versand)\w* (?:aus)?stellung_(?:der|einer)_\w*rechnung\w*
    (?:datum|absendung|versand)_(?:der|einer)_\w*rechnung\w*
    """
)),
    ("notice", words(
    r"""
    (?:änderungs)?mitteilung\w* bekanntgabe\w* (?:vor)?ankündigung\w* benachrichtigung\w* information\w* veröffentlichung\w* unterrichtung
    (?:fertigstellungs|bereitschafts)?(?:anzeige|meldung)\w* aufforderung\w* verständigung bekanntmachung\w*
    """
)),
    ("receipt", words(
    r"""
    (?:waren|rechnungs)?(?:erhalt|eingang|empfang|zugang)\w* zustellung\w* entgegennahme\w* vorlage\w* übermittlung\w* zusendung\w* übersendung\w* eintreffen
    """
)),
    ("delivery", words(
    r"""
    (?:waren|ab|an|aus)?(?:liefer|anliefer)ung\w* übergabe\w* übernahme\w* gefahr(?:en)?übergang\w* bereitstellung\w* abholung\w* inbesitznahme aushändigung ablieferungs\w*
    """
)),
    ("acceptance", words(r"abnahme\w*")),
    ("completion", words(
    r"""
    fertigstellung\w* (?:leistungs)?erbringung\w* (?:leistungs)?(?:ende|abschluss|ausführung)\b durchführung\w* vollendung beendigung\w* montage\w* reiseende\w* rückkehr
    ende_der_\w+
    """
)),
    ("conclusion", words(r"vertrags(?:ab)?schluss\w* auftragserteilung\w* auftragsbestätigung\w* bestellung\w*")),
)  # fmt: skip
_LEAD = re.compile(
    r"\b(?:nach|ab|seit|mit|bei|vom|von|beginnend\s+mit|gerechnet\s+(?:ab|von)|zum\s+zeitpunkt)\s+(?:(?:dem|der|des|den|deren|dessen|ihrer|ihrem|seiner|seinem|unserer|einer|eines|vollständige\w*|erfolgte\w*|erstmalige\w*|tatsächliche\w*|jeweilige\w*|schriftliche\w*|entsprechende\w*|diese[rsm]|zeitpunkt|tag|tage)\s+){0,5}(?=(?P<noun>\w))",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\bzeig(?:t|en)\s+sich\b|\bsich\s+[^.;,]{0,60}\bzeig(?:t|en)\b|\bals\s+(?:er|sie)\s+[^.;]{0,30}\bentdeck",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:\w*frist|diese|sie)\s+(?:beginnt|läuft|rechnet\s+sich)\s+(?=[^.;]{0,60}\b(?:mit|ab|nach|seit|bei)\b)",
    re.IGNORECASE,
)
REACH = 110  # characters from the period in which its event stands
LATER = 400  # characters behind the sentence in which another may say when the period begins


class Start(NamedTuple):
    """The event, None where the text is silent, and where it stands if not beside the period."""

    event: str | None = None
    evidence: tuple[Evidence, ...] = ()


def start_of(sentence: Sentence, view: View, at: Span) -> Start:
    """From when the period at `at` (characters of the clause) runs."""
    low, high = at[0] - sentence.start, at[1] - sentence.start
    behind = re.split(
        r"[;:]|,\s*(?=(?:bei|verdeckte|versteckte|nicht|sonst|andernfalls)\b)", sentence.text[high : high + REACH]
    )[0]
    before = re.split(r"[;:]", sentence.text[max(0, low - REACH) : low])[-1]
    event = _first(behind) or _last(before)
    if event is None and _SHOWS.search(before):
        event = "discovery"
    return Start(event) if event else _said_later(sentence, view)


def _first(text: str) -> str | None:
    return next((event for lead in _LEAD.finditer(text) if (event := _event(text, lead.end()))), None)


def _last(text: str) -> str | None:
    found = [event for lead in _LEAD.finditer(text) if (event := _event(text, lead.end()))]
    return found[-1] if found else None


def _event(text: str, at: int) -> str | None:
    return next((name for name, pattern in _EVENTS if pattern.match(text, at)), None)


def _said_later(sentence: Sentence, view: View) -> Start:
    """`Die Rügefrist beginnt mit der Ablieferung.` behind the sentence."""
    text = view.text[sentence.end : sentence.end + LATER]
    begins = _BEGINS.search(text)
    if not begins:
        return Start()
    end = next((m.start() for m in re.finditer(r"[.;]", text[begins.end() :])), len(text) - begins.end()) + begins.end()
    event = _first(text[begins.end() : end])
    if event is None:
        return Start()
    return Start(event, (Evidence(OWN, sentence.end + begins.start(), sentence.end + end, "start"),))
