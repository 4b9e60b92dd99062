"""Complaints that are only asked for: whoever keeps silent loses nothing.

Strategy: a polite request, unless the next sentence takes a right away; and a duty of which its own sentence or one of
the next two says that rights stay as they are. Told to consumers, that is for consumers alone.
"""

from __future__ import annotations

import re

from app.nlp.provisions.consequence import PARTS
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words

_PLEASE = words(
    r"""
    empfohlen empfehlen bitte\w* gebeten keinerlei_konsequenz\w* versäumung_(?:einer|der)
    """
)
LOSS = words(r"verlier\w* erlisch\w* erlöschen ausgeschlossen verf(?:allen|ällt) verwirk\w*")
ANSWERED = 500  # characters behind a duty that may say what becomes of who does not keep it


def only_asked(sentence: Sentence, view: View) -> bool:
    """`Bitte melden Sie`: whoever does not loses nothing, unless the next sentence says so."""
    if _PLEASE.search(sentence.text) and not LOSS.search(sentence.following):
        return True
    return _loses_nothing(sentence, view)


_NO_LOSS = re.compile(
    r"\b(?:unbeschadet|ungeachtet)\s+(?:\w+\s+){0,2}?(?:gewährleistungs|mängel|mangel)\w*|\bkeine(?:rlei)?\s+(?:\w+\s+)?(?:auswirkung|konsequenz|folge|einfluss|einflüsse|nachteil|ausschlu(?:ß|ss)frist)\w*"
    r"|\bnicht\s+(?:zu\s+(?:\w+\s+)?(?:verlust|ausschluss)|voraussetzung\s+für)\b|\bgewährleistungs\w+[^.;]{0,60}\bbleib\w*\b[^.;]{0,30}\bunberührt",
    re.IGNORECASE,
)
_CONSUMER = re.compile(r"verbraucher|konsument", re.IGNORECASE)


def _loses_nothing(sentence: Sentence, view: View) -> bool:
    """The sentence or one of the next two says that silence costs no right; said to consumers, it is for them alone."""
    if _NO_LOSS.search(sentence.text):
        return True
    parts = PARTS.split(view.later(sentence)[:ANSWERED])[:2]
    told = next((part for part in parts if _NO_LOSS.search(part)), None)
    return told is not None and (not _CONSUMER.search(told) or bool(_CONSUMER.search(sentence.text)))
