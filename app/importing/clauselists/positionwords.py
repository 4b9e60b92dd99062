"""The words by which playbooks name positions and notes: „Bevorzugt“, „Rückfall 1“, „Nicht akzeptabel“, „Hinweis intern“ …

Strong words name a position wherever they stand alone or before a colon. Weak ones („Standard“, „Hinweis“) stand in contracts
as well: they count only in a document that other words show to be a playbook, and as headings of columns. Notes of which
nobody says that they are for the other side are internal: guidance never leaves the house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.importing.clauselists.model import Field

_OF: Final = (
    r"(?:[ -]?(?:position|fassung|formulierung|klausel|text|wortlaut|version|regelung|wording|clause|language))?"
)
_STRONG: Final = {
    Field.UNACCEPTABLE: (
        r"(?:nicht|in)[ -]?akzeptabel\w*|nicht annehmbar\w*|nicht hinnehmbar\w*|unannehmbar\w*|unakzeptab\w+|unacceptable"
        r"|not acceptable|no[ -]?go(?:es|s)?|rote linien?|red lines?|deal[ -]?breakers?|walk[ -]?away"
    ),
    Field.PREFERRED: (
        rf"bevorzugte?[rsn]?{_OF}|standard(?:position|klausel|fassung|formulierung)|standard (?:position|clause|wording)"
        rf"|wunsch(?:position|klausel|fassung)|ideal(?:position|fassung)|unsere? (?:standard|position)|ausgangs(?:position|fassung)"
        rf"|preferred{_OF}|our (?:standard|position)|opening position"
    ),
    Field.FALLBACK: (
        rf"r(?:ü|ue)ckfall(?:position|ebene|klausel|linie|option|fassung|l(?:ö|oe)sung)?|r(?:ü|ue)ckzugs(?:position|linie)"
        rf"|fall[ -]?back{_OF}|ausweich(?:position|klausel|fassung)|kompromiss(?:position|linie|vorschlag)?|(?:noch )?akzeptabel"
        r"|(?:noch )?annehmbar|acceptable(?: position)?|hinnehmbar"
    ),
    Field.GUIDANCE: (
        r"hinweise? intern|interne?r? hinweise?|intern(?:e?r? (?:kommentar|anmerkung|notiz|leitfaden)|al (?:notes?|guidance|comments?))"
        r"|(?:kommentar|anmerkung|notiz|begr(?:ü|ue)ndung)(?:en)? (?:\()?intern\)?|(?:verhandlungs)?leitfaden|verhandlungs(?:hinweise?|tipps?|spielraum|leitlinien?)"
        r"|negotiation (?:guidance|notes?)|guidance(?: notes?)?"
    ),
    Field.COMMENT: (
        r"kommentar (?:extern|(?:f(?:ü|ue)r|an) (?:die )?(?:gegenseite|andere seite|den kunden|den lieferanten|vertragspartner))"
        r"|externe?r? kommentar|begr(?:ü|ue)ndung (?:f(?:ü|ue)r|an|gegen(?:ü|ue)ber) (?:die |der )?(?:gegenseite|andere[nr]? seite)"
        r"|(?:external )?comment (?:to|for) (?:the )?(?:counterparty|other (?:side|party))|external comments?"
    ),
}
_WEAK: Final = {
    Field.PREFERRED: r"standard|ideal|optimal|erste wahl|ziel",
    Field.FALLBACK: r"alternativ(?:e|en|fassung|klausel|formulierung)?|alternatives?|zweite wahl|plan b",
    Field.UNACCEPTABLE: r"ablehnen|abzulehnen|tabu|rejected?|vermeiden",
    Field.GUIDANCE: (
        r"hinweise?|leitlinien?|erl(?:ä|ae)uterung(?:en)?|anmerkung(?:en)?|bemerkung(?:en)?|notiz(?:en)?|begr(?:ü|ue)ndung(?:en)?"
        r"|hintergrund|intern|notes?|rationale|explanation|remarks?|background|why"
    ),
    Field.COMMENT: r"kommentare?|comments?|argumente?|argumentation",
}
_NUMBER: Final = r"(?:[ ]?(?:nr\.? ?|no\.? ?|#)?(?P<number>\d{1,2}|[ivx]{1,4}|[a-e])\b\.?)?"
_NOTE: Final = r"(?:\s*[(\[](?P<note>[^()\[\]]{1,150})[)\]])?"
_END: Final = r"\s*(?:[:–—]\s*|\s-\s+|\.?$)"
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
POSITIONS: Final = (Field.PREFERRED, Field.FALLBACK, Field.UNACCEPTABLE)


def _compiled(words: dict[Field, str]) -> tuple[tuple[Field, re.Pattern[str]], ...]:
    return tuple(
        (field, re.compile(rf"(?P<word>{found}){_NUMBER}{_NOTE}{_END}", re.IGNORECASE))
        for field, found in words.items()
    )


_PATTERNS: Final = ((True, _compiled(_STRONG)), (False, _compiled(_WEAK)))


@dataclass(frozen=True, slots=True)
class Marked:
    """A text that begins with such a word: `rest` follows it, `number` orders fallbacks (0: none), `note` stood in brackets."""

    field: Field
    strong: bool
    number: int
    note: str
    rest: str


def marked(text: str) -> Marked | None:
    """What a paragraph, heading or cell is introduced as; None where it is no such word alone or before a colon or dash."""
    head = " ".join(text[:300].split(" "))
    for strong, patterns in _PATTERNS:
        for field, pattern in patterns:
            found = pattern.match(head)
            if found:
                note = (found["note"] or "").strip()
                return Marked(field, strong, _order(found["number"]), note, text[found.end() :].strip())
    return None


def is_playbook(found: list[Marked]) -> bool:
    """Whether these words show that a document is a playbook: a strong one, or weak ones for two things, one a position."""
    fields = {one.field for one in found}
    return any(one.strong for one in found) or (len(fields) > 1 and any(field in POSITIONS for field in fields))


def _order(number: str | None) -> int:
    if not number:
        return 0
    folded = number.lower()
    if folded.isdecimal():
        return int(folded)
    return _ROMAN.get(folded, ord(folded[0]) - ord("a") + 1)
