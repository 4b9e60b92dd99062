"""In what form a termination or an objection must be declared: text form, written form, registered letter.

Strategy: a word of form in the sentence that sets the period, unless it belongs to something else (`nach schriftlicher
Mitteilung`, `schriftlich vereinbart`); else in a sentence of this clause or a neighbouring one that asks a form for the same act.
Of several forms joined by `oder` the weakest is enough, else the strictest is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.models.provisions import Evidence
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import OWN

_FORMS = (
    ("text_form", words(r"textform\b (?:e-?mails?|mail)\b elektronische\w*_(?:form|weg|wege|post)\b (?:tele)?fax\w* §_?126_?b")),
    ("written_form", words(r"schriftlich\w* schriftform\w* briefs?\b brieflich")),
    ("registered_letter", words(r"eingeschrieben\w* einschreib\w*")),
)  # fmt: skip
# A form that belongs to another declaration than the one in time.
_OTHERS = re.compile(
    r"\b(?:nach|ab|seit|mit|durch|trotz|aufgrund|einer|eine|der|die)\s+(?:\w+\s+){0,2}?schriftliche[rnsm]?\s+(?:\w+\s+){0,1}?(?:mitteilung|bekanntgabe|benachrichtigung|ankündigung|anzeige|aufforderung|mahnung|abmahnung|bestätigung|vereinbarung|zustimmung|genehmigung|vertrag\w*|auftrag\w*|änderungsmitteilung|fristsetzung|meldung|information)"
    r"|\bschriftlich\w*\s+(?:etwas\s+)?(?:anders|anderes|abweichend\w*|vereinbart\w*|bestätigt\w*|festgelegt\w*|zugestimmt\w*|mitgeteilt\w*|angekündigt|hingewiesen|bekannt\s?gegeben\w*|informiert|benachrichtigt|abgemahnt)"
    r"|\b(?:per|in|via|durch)\s+(?:e-?mail|textform|brief|einschreiben)\s+(?:\w+\s+){0,2}?(?:mitgeteilt|informiert|benachrichtigt|angekündigt|bekannt\s?gegeben|hingewiesen|versand\w*|übermittelt\w*|zugesandt|angeboten|unterrichtet)"
    r"|\b(?:mitteilung|bekanntgabe|ankündigung|benachrichtigung|information|hinweis\w*|angebot\w*)\s+(?:\w+\s+){0,3}?(?:per\s+e-?mail|in\s+textform|schriftlich)(?!\s+(?:zu\s+)?(?:widersp|kündig|rüg|gerüg|beanstand|erheb|erhob|anzuzeig|anzeig|mitzuteil|mitteil|geltend|ablehn|abzulehn|einspruch|reklam))"
    r"|\be-?mail-?adresse\w*|\bin\s+textform\s+(?:angeboten|mitgeteilt|bekannt|angekündigt)",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:oder|bzw|genügt|reicht|ausreichend|auch|auch\s+per)\b", re.IGNORECASE)
_ACTS = {
    "termination": r"\w*kündigung\w*|kündigungserklärung\w*",
    "objection": r"widersprüche?|widerspruch\w*|\w*rügen?|beanstandungen?|einwendungen?|einwände|einspruch|einsprüche|reklamationen?|mängelanzeigen?|anzeige",
}
_ASKS = r"(?:bedarf|bedürfen|erfordert|hat|haben|muss|müssen|ist|sind|erfolgt|erfolgen|kann\s+nur|können\s+nur|nur)"
_ELSEWHERE = {
    act: re.compile(rf"\b(?:{nouns})\b(?P<between>[^.;]{{0,50}}?)\b{_ASKS}\b(?P<form>[^.;]{{0,90}})", re.IGNORECASE)
    for act, nouns in _ACTS.items()
}
# `Widerspricht er nicht in dieser Frist in Textform, so …`
_DONE_SO = re.compile(
    r"\b(?:widersprich|widersproch|widersprech|rügt|rügen|beanstandet|reklamiert|lehnt)\w*(?P<form>[^.;]{0,120})",
    re.IGNORECASE,
)
_FOR_CAUSE = re.compile(r"wichtig\w*|außerordentlich\w*|ausserordentlich\w*|fristlos\w*", re.IGNORECASE)
NEAR = 800  # characters of a clause in which a sentence about the form is looked for


class Form(NamedTuple):
    """The form asked for, None where the text is silent, and where it is asked for if elsewhere."""

    form: str | None = None
    evidence: tuple[Evidence, ...] = ()


def form_of(sentence: Sentence, view: View, act: str) -> Form:
    """The form for `act` (termination, objection) that the sentence or its surroundings ask for."""
    form = _named(sentence.text)
    return Form(form) if form else _asked_elsewhere(sentence, view, act)


def _named(text: str) -> str | None:
    own = _OTHERS.sub(" ", text)
    found = [(m, name) for name, pattern in _FORMS if (m := pattern.search(own))]
    if not found:
        return None
    places = sorted(m.span() for m, _ in found)
    joined = _OR.search(own, places[0][0], min(len(own), places[-1][1] + 30))
    return found[0 if joined else -1][1]


def _asked_elsewhere(sentence: Sentence, view: View, act: str) -> Form:
    for clause, text, shift in _places(sentence, view):
        for match in _sentences_on(act, text):
            form = _named(match["form"])
            if form and not _FOR_CAUSE.search(match[0]):
                at = shift + match.start(), shift + match.end()
                return Form(form, (Evidence(clause, *at, "form"),))
    return Form()


def _sentences_on(act: str, text: str) -> Iterator[re.Match[str]]:
    yield from _ELSEWHERE[act].finditer(text)
    if act == "objection":
        yield from _DONE_SO.finditer(text)


def _places(sentence: Sentence, view: View) -> Iterator[tuple[str, str, int]]:
    """Clause, text and offset of what stands behind the sentence, before it, and in the next clauses of the section."""
    yield OWN, view.text[sentence.end : sentence.end + NEAR], sentence.end
    low = max(0, sentence.start - NEAR)
    yield OWN, view.text[low : sentence.start], low
    for neighbour in view.around.later[:6]:
        yield neighbour.clause, neighbour.text[:NEAR], 0
