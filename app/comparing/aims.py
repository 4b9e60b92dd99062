"""What a reference aims at: the document itself, a statute without its name, or another document.

Strategy: the words right behind and before it (`§ 3 der Leistungsbeschreibung`, `§ 4 dieser AGB`), statutes cited close
by, and the document's own numbers. In doubt it is somebody else's: a wrong alarm costs more than a missed one.
"""

from __future__ import annotations

import re
from enum import StrEnum

from app.comparing.outline import Outline
from app.models.reading import Reading
from app.nlp.citations import Citation, find_citations, names_law, places_of

NEAR = 120  # characters on either side in which a statute speaks for a statute
LONGEST_SENTENCE = 1000  # characters in which a statute may still be spoken of
BEYOND = 15  # a bare § so far above the document's last one is a statute's where its clause names one
HIGHEST = 60  # no section of general terms is numbered higher


class Aim(StrEnum):
    """Where a reference leads by the words around it."""

    OWN = "own"
    ASSUMED = "assumed"
    ELSEWHERE = "elsewhere"


_SKIPPED = r"[\s).]*(?:\([^()]{1,60}\)\s*|[„\"»][^“”\"«\n]{1,60}[“”\"«]\s*)?"
_THESE = re.compile(
    rf"{_SKIPPED},?\s*(?:(?:de[rs]|in|von)\s+)?(?:dies|vorliegend|hiesig|gegenständlich)\w*\s+[A-ZÄÖÜ]|{_SKIPPED}(?:oben|unten|hiervor)\b|{_SKIPPED},?\s*unserer\s+(?:\w+\s+)?(?:AGB|\w*[Bb]edingungen)\b"
)
_OWN_NOUN = r"(?:AGB|AVB|ALB|AEB|\w*[Bb]edingungen)\b(?!\s+(?:des|der|von)\s)"
_OF_ANOTHER = re.compile(
    rf"{_SKIPPED},?\s*(?:des|der|seiner|ihrer|unserer|unseres|Ihrer|Ihres|eines|einer|vom|im|zum|zur|aus dem|in der|in dem)\s+"
    rf"(?!{_OWN_NOUN})(?:[a-zäöüß]\w*\s+){{0,2}}[A-ZÄÖÜ]\w"
)
_LEGAL_ANNEX = re.compile(r"\s*(?:zu|zum|zur)\s+(?:Art\b|Artikel|§|\w*[Gg]esetz|\w*[Vv]erordnung|[A-Z]\w*G\b)")
_BY_ANOTHER = re.compile(
    r"(?:\b(?:\w*[Ll]eistungsbeschreibung\w*|SLA|\w*[Pp]reisliste|\w*[Pp]reisverzeichnis\w*|\w*[Vv]erordnung|\w*[Rr]ichtlinie|VOB(?:/B)?|"
    r"DIN|ISO|\w*[Gg]esetz\w*|\w*[Aa]ngebot[es]*|\w*satzung|\w*ordnung|Unterabs\w*\.?)(?:\s+\w+)?[\s,(]*(?:dort\s+|Teil\s+\w\s+|unter\s+)?|"
    r"\([A-Z]{2}\)\s*|[A-Za-z]-\s?|\bHR[AB]\s*)$"
)
_CONSUMER = re.compile(r"\b(?:Verbraucher|Unternehmer|Kaufmann|Kaufleute|Konsument)")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ§])(?<!Abs\. )(?<!Nr\. )(?<!Art\. )(?<!Ziff\. )")
_NUMBERED = re.compile(r"(?:Nr|Nummer)")
_POINTING = re.compile(
    r"(?:\b(?:gemäß|gem\.|nach|in|im|unter|von|vom|aus|siehe|vgl\.|und|oder|bis|der|den|des|zu|durch|mit|entsprechend|gegen|für|regelt|enthält|gilt|gelten)|\()\s*$",
    re.IGNORECASE,
)


def statutory_numbers(reading: Reading) -> frozenset[str]:
    """The sections that the document cites with the name of a statute somewhere."""
    cited = (
        (clause.text, citation)
        for clause in reading.clauses
        for citation in find_citations(clause.text)
        if citation.law
    )
    return frozenset(place.path[0] for text, c in cited for place in places_of(text[c.start : c.end]))


def aim_of(text: str, citation: Citation, law: Citation | None, outline: Outline, statutory: frozenset[str]) -> Aim:
    """Where the reference `citation` of `text` leads by the words around it; `law` is the last statute cited before."""
    printed = text[citation.start : citation.end]
    before, after = text[max(0, citation.start - NEAR) : citation.start], text[citation.end : citation.end + NEAR]
    if _THESE.match(after):
        return Aim.OWN
    if _OF_ANOTHER.match(after) or _LEGAL_ANNEX.match(after):
        return Aim.ELSEWHERE
    places = places_of(printed)
    if not places or places[0].unit == "attachment":
        return Aim.ASSUMED
    if _BY_ANOTHER.search(before):
        return Aim.ELSEWHERE
    if places[0].unit == "section":
        return _of_section(printed, text, citation, outline, statutory)
    if places[0].unit == "paragraph" and _law_before(text, citation, law):
        return Aim.ELSEWHERE
    if _NUMBERED.match(printed) and not _POINTING.search(before):
        return Aim.ELSEWHERE
    return Aim.ELSEWHERE if _too_high(places[0].path[0], HIGHEST) or after.startswith("/") else Aim.ASSUMED


def _too_high(number: str, highest: int) -> bool:
    return number.isdigit() and int(number) > highest


def _of_section(
    printed: str,
    text: str,
    citation: Citation,
    outline: Outline,
    statutory: frozenset[str],
) -> Aim:
    """`§` and `Art.` are statutes' words as well; a number with a point is never a statute's."""
    number = places_of(printed)[0].path[0]
    if re.match(r"§+\s*\d+\.\d", printed):
        return Aim.OWN if outline.largest else Aim.ELSEWHERE
    if not outline.speaks_in_sections or (printed.startswith("Art") and outline.words.isdisjoint(("Artikel", "Art."))):
        return Aim.ELSEWHERE
    far = _too_high(number, outline.largest + BEYOND) and names_law(text)
    if far or _too_high(number, HIGHEST) or (number in statutory and not outline.at((number,))):
        return Aim.ELSEWHERE
    around = text[max(0, citation.start - NEAR) : citation.end + NEAR]
    if number in ("13", "14", "1", "2") and _CONSUMER.search(around) and not outline.at((number,)):
        return Aim.ELSEWHERE
    if outline.at(
        (number,)
    ):  # a section of our own that is named: only the statute's name in its sentence speaks against it
        first = max((mark.end() for mark in _SENTENCE_END.finditer(text, 0, citation.start)), default=0)
        last = _SENTENCE_END.search(text, citation.end)
        around = text[max(first, citation.start - NEAR) : min(last.start() if last else len(text), citation.end + NEAR)]
    return Aim.ELSEWHERE if names_law(around) else Aim.ASSUMED


def _law_before(text: str, citation: Citation, law: Citation | None) -> bool:
    """Whether the sentence has spoken of a statute before it says `Abs. 2`."""
    if law is None or citation.start - law.end > LONGEST_SENTENCE:
        return False
    return _SENTENCE_END.search(text, law.end, citation.start) is None
