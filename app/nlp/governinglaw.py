"""The law that the terms choose.

Strategy: a choice of law (`Es gilt das Recht der …`, `… unterliegt schweizerischem Recht`) decides. Without one, a
foreign code named as applying (ABGB, KSchG, OR with its articles) tells Austrian or Swiss terms apart only where no
German code is named. Contradicting choices leave the fact unknown: nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.facts import Fact, FactSource, GoverningLaw
from app.models.provisions import Evidence
from app.models.reading import Clause
from app.nlp.sentences import split_sentences

_COUNTRY = {
    GoverningLaw.DE: r"(?:Bundesrepublik\s+)?Deutschlands?|BRD|deutsche[nrsm]?",
    GoverningLaw.AT: r"(?:Republik\s+)?Österreichs?|österreichische[nrsm]?",
    GoverningLaw.CH: r"Schweiz(?:erischen\s+Eidgenossenschaft)?|schweizerische[nrsm]?|Schweizer",
    GoverningLaw.OTHER: r"(?:Republik\s+|Königreichs?\s+|Fürstentums?\s+)?(?:Liechtensteins?|Irlands?|Polens?|Belgiens?|Englands?)|liechtensteinische[nrsm]?|Luxemburgs?|luxemburgische[nrsm]?|"
    r"Frankreichs?|französische[nrsm]?|irische[nrsm]?|englische[nrsm]?|Niederlande|niederländische[nrsm]?|"
    r"polnische[nrsm]?|Italiens?|italienische[nrsm]?|Delaware|Kalifornien|kalifornische[nrsm]?",
}
_ADJECTIVE_LAW = (
    r"(?:ausschließlich\s+|materielle[nrsm]?\s+|nationale[nrsm]?\s+)*(?:{country})\s+(?:\w+\s+)?Recht(?:e?s)?\b"
)
_LAW_OF = (
    r"\bRecht(?:e?s)?\b(?:\s+\w+){{0,2}}?\s+(?:der|des|von|in)\s+(?:{country})(?!\w)"
    r"|\b(?:Gesetzen?|Rechtsvorschriften|Rechtsordnung)\s+(?:der|des|von)\s+(?:{country})(?!\w)"
)
_NAMED = {
    law: re.compile(rf"\b{_ADJECTIVE_LAW.format(country=country)}|{_LAW_OF.format(country=country)}", re.IGNORECASE)
    for law, country in _COUNTRY.items()
}
_CHOICE = re.compile(
    r"\b(?:gilt|gelten|unterlieg\w*|anwendbar\w*|Anwendung|anzuwenden\w*|maßgeb\w*|massgeb\w*|untersteh\w*|beurteil\w*|richte[nt]\b|Rechtswahl|vereinbar\w*|findet|finden)\b",
    re.IGNORECASE,
)
_NO_CHOICE = re.compile(
    r"\b(?:zwingende[nrsm]?|Verbraucherschutz\w*|gewöhnliche[nr]?\s+Aufenthalt\w*|juristische\s+Person\w*)\b"
)
# A sentence may refuse one law and choose another: each part is read for itself.
_PART = re.compile(r"[;,:]|\b(?:sondern|jedoch|aber|und|sonst)\b")
_REFUSED = re.compile(
    r"\bnicht\b(?!\s+(?:nur|anders|anderes|etwas|abweichend\w*|ausdrücklich|schriftlich))|\bkein\w*\b|\b(?:kann|können)\b|(?<!kaufrechts )(?<!kaufrecht )\b(?:ausgeschlossen|abbedungen)\b",
    re.IGNORECASE,
)
_ANY_LAW = re.compile(r"\b([a-zäöüß]{4,20}isch)e[snmr]?\s+(?:materielle[snmr]?\s+|nationale[snmr]?\s+)?Recht(?:e?s)?\b")
_NO_NATION = re.compile(
    r"(?:aus|in)ländisch|europäisch|heimisch|juristisch|spezifisch|zivilistisch|kanonisch|dispositivisch"
)
_CODES = {
    GoverningLaw.DE: re.compile(r"\b(?:BGB|HGB)\b"),
    GoverningLaw.AT: re.compile(r"\b(?:ABGB|KSchG|UGB|FAGG)\b"),
    GoverningLaw.CH: re.compile(
        r"\bArt\.?\s*\d+\w*(?:\s*(?:ff?\.|Abs\.\s*\d+))?\s+(?:OR|ZGB)\b|\bObligationenrecht\w*"
    ),
}
_HEADING = re.compile(r"(?:anwendbares|geltendes|anzuwendendes)\s+Recht|Rechtswahl", re.IGNORECASE)


def governing_law(clauses: tuple[Clause, ...]) -> Fact[GoverningLaw]:
    """The law that the terms choose, with the sentences that do; unknown where they are silent or contradict."""
    chosen = [found for clause in clauses for found in _chosen_in(clause)]
    laws = {law for law, _ in chosen}
    if len(laws) == 1:
        return Fact(chosen[0][0], FactSource.DOCUMENT, tuple(place for _, place in chosen))
    by_codes = None if laws else _by_codes(clauses)
    return Fact(by_codes, FactSource.DOCUMENT) if by_codes else Fact()


def _chosen_in(clause: Clause) -> Iterator[tuple[GoverningLaw, Evidence]]:
    """Laws that a sentence declares to apply; under a heading that says so it needs no verb of its own."""
    by_heading = bool(_HEADING.search(clause.heading))
    for start, end in split_sentences(clause.text):
        sentence = clause.text[start:end]
        if by_heading or _CHOICE.search(sentence):
            for law in _affirmed(sentence):
                yield law, Evidence(clause.id, start, end, "governing_law")


def _affirmed(sentence: str) -> list[GoverningLaw]:
    """The laws that parts of the sentence name and do not refuse; nothing that follows a mere reservation."""
    found: dict[GoverningLaw, None] = {}
    for part in _PART.split(sentence):
        hits = sorted((m.start(), law) for law, pattern in _NAMED.items() if (m := pattern.search(part)))
        if not hits:
            found |= {GoverningLaw.OTHER: None} if _foreign(part) and not _REFUSED.search(part) else {}
        elif not _REFUSED.search(part):
            if _NO_CHOICE.search(sentence[: sentence.index(part) + hits[0][0]]):
                break
            found[hits[0][1]] = None
    return list(found)


def _foreign(part: str) -> bool:
    """A law named by any other nationality (`georgisches Recht`)."""
    match = _ANY_LAW.search(part)
    return match is not None and not _NO_NATION.match(match[1])


def _by_codes(clauses: tuple[Clause, ...]) -> GoverningLaw | None:
    text = "\n".join(c.text for c in clauses)
    named = [law for law, pattern in _CODES.items() if pattern.search(text)]
    return named[0] if len(named) == 1 and named[0] is not GoverningLaw.DE else None
