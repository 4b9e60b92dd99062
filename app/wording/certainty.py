"""How sure the program is, in words: of a clause's subject and of a value it read.

Confidences are calibrated shares of right answers (docs/quality.md). "Sicher" begins where nine of ten were right; below
`UNSURE_TYPE` and `UNSURE_VALUE` the list of what was not checked names the place too.
"""

from __future__ import annotations

from typing import Final

from app.models.corrections import BY_USER
from app.wording.lang import Lang
from app.wording.numbers import number_text
from app.wording.report import phrase
from app.wording.terms import term

SURE: Final = 0.9
UNSURE_TYPE: Final = 0.5  # below it the subject is as likely another
UNSURE_VALUE: Final = 0.6  # below it a value was right in fewer than two of three cases


def certainty(confidence: float, unsure: float) -> str:
    """The code: sure, likely, unsure."""
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= unsure else "unsure"


def subject_text(type_: str, confidence: float, source: str, lang: Lang) -> str:
    """The subject of a clause: "Haftungsbeschränkung (wahrscheinlich, 0,87; aus der Überschrift)"."""
    if source == BY_USER:
        return f"{term('clause_type', type_, lang)} ({term('type_source', source, lang)})"
    sure = term("certainty", certainty(confidence, UNSURE_TYPE), lang)
    said = [f"{sure}, {number_text(round(confidence, 2), lang)}"]
    if source:
        said.append(term("type_source", source, lang))
    return f"{term('clause_type', type_, lang)} ({'; '.join(said)})"


def value_mark(confidence: float, lang: Lang) -> str:
    """`unsicher erkannt` where the value was, else nothing."""
    return phrase("unsure_value", lang) if certainty(confidence, UNSURE_VALUE) == "unsure" else ""
