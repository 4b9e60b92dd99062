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
_TERMS = r"(?:\w*[bB]edingungen|AGB\w*|AEB|AVB|Geschäftsbedingungen)"
_FOREIGN = re.compile(
    rf"(?i:\b(?:entgegenstehend|abweichend|widersprechend|ergänzend|fremd|anderslautend|anders\s+lautend)\w*\b)[^.;]*?{_TERMS}"
    rf"|{_TERMS}[^.;]*?\b(?:entgegenstehen|abweichen|widersprechen)\w*"
    rf"|{_TERMS}\s+(?:des|der|eines|seiner|ihrer|seitens)\b"
)
_REFUSED = re.compile(
    r"\b(?:nicht|keine\w*|weder)\b[^.;]*?\b(?:anerkannt|anerkennen|anerkennt|Vertragsbestandteil|Vertragsinhalt|Bestandteil|Anwendung|Geltung|gelten|gilt|"
    r"Gültigkeit|verpflichte\w*)\b"
    r"|\b(?:gelten|gilt|erkenn\w+|werden|finden|haben)\b[^.;]*?\b(?:nicht|keine\w*)\b"
    r"|\b(?:gelten|gilt|erkenn\w+|werden|finden)\b[^.;]*?\bnur\b"
    r"|\b(?:gelten|gilt)\b[^.;]*?\bin\s+Kenntnis\b"
    r"|\bwiderspr(?:echen|icht|ochen)\b|\bzurückgewiesen\b|\bausgeschlossen\b"
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
