"""Clauses in which a side refuses the other's terms (Abwehrklausel), found by their words.

Strategy: a sentence that names terms of somebody else (entgegenstehende, abweichende, fremde … Bedingungen) and says that they do not
apply, are contradicted or are not recognised. Only sentences of clauses on the scope of the terms, or without a subject, are looked at.
"""

from __future__ import annotations

import re

from app.models.provisions import Evidence
from app.models.reading import Reading
from app.nlp.sentences import sentence_spans

_SUBJECTS = ("scope", "contract_formation", "services", "written_form", None)
_APART = "{0,300}"  # characters between the words of one thought: without a bound time would grow with the square of a sentence
_TERMS = r"(?:\w{0,40}[bB]edingungen|AGB\w{0,40}+|AEB|AVB|Geschäftsbedingungen)"
_FOREIGN = re.compile(
    rf"(?i:\b(?:entgegenstehend|abweichend|widersprechend|ergänzend|fremd|anderslautend|anders\s+lautend)\w*\b)[^.;]{_APART}?{_TERMS}"
    rf"|{_TERMS}[^.;]{_APART}?\b(?:entgegenstehen|abweichen|widersprechen)\w*"
    rf"|{_TERMS}\s+(?:des|der|eines|seiner|ihrer|seitens)\b"
)
_REFUSED = re.compile(
    rf"\b(?:nicht|keine\w*|weder)\b[^.;]{_APART}?\b(?:anerkannt|anerkennen|anerkennt|Vertragsbestandteil|Vertragsinhalt|"
    rf"Bestandteil|Anwendung|Geltung|gelten|gilt|Gültigkeit|verpflichte\w*)\b"
    rf"|\b(?:gelten|gilt|erkenn\w+|werden|finden|haben)\b[^.;]{_APART}?\b(?:nicht|keine\w*)\b"
    rf"|\b(?:gelten|gilt|erkenn\w+|werden|finden)\b[^.;]{_APART}?\bnur\b"
    rf"|\b(?:gelten|gilt)\b[^.;]{_APART}?\bin\s+Kenntnis\b"
    rf"|\bwiderspr(?:echen|icht|ochen)\b|\bzurückgewiesen\b|\bausgeschlossen\b"
)


def defence_clauses(reading: Reading) -> tuple[Evidence, ...]:
    """The sentences that say so, in reading order."""
    return tuple(
        Evidence(clause.id, start, end, "defence")
        for clause in reading.clauses
        if clause.type in _SUBJECTS
        for start, end in sentence_spans(clause.text)
        if _refuses(clause.text[start:end])
    )


def _refuses(sentence: str) -> bool:
    return bool(_FOREIGN.search(sentence) and _REFUSED.search(sentence))
