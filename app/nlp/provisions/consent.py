"""Whether a text takes silence for consent: `gilt als genehmigt`, `treten in Kraft, wenn nicht … widersprochen wird`.

Strategy: a fiction says so by itself; a text that only says when something takes effect says so where it also names the
objection that did not come.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.nlp.provisions.lexemes import words

DEEMED = re.compile(
    r"\b(?:gilt|gelten|gälte|gelte)\b[^.;]{0,200}?\b(?:als|für)\s+(?:\w+\s+){0,3}?(?:genehmigt|anerkannt|akzeptiert|abgenommen|angenommen|vereinbart|erteilt|gebilligt|bestätigt|vertragsgemäß|ordnungsgemäß|freigegeben|mangelfrei|mängelfrei|einverstanden|erfüllt|richtig|"
    r"zustimmung|einverständnis|genehmigung|anerkenn\w*|annahme|abnahme|einwilligung|gegeben|zugestimmt|erklärt|verbindlich)"
    r"|\b(?:gilt|gelten)\b[^.;]{0,200}?\b(?:zustimmung|genehmigung|abnahme|annahme|einwilligung|einverständnis|freigabe)\w*\s+als\s+(?:erteilt|erklärt|gegeben|erfolgt|bewirkt)"
    r"|\bals\s+(?:genehmigt|anerkannt|akzeptiert|abgenommen|angenommen|vereinbart|gebilligt|bestätigt|erteilt)\b|\b(?:schweigen|stillschweig\w*)\b[^.;]{0,60}\b(?:zustimmung|als|genehmig|annahme|akzept)\w*"
    r"|\bals\s+(?:zustimmung|genehmigung|annahme|anerkenntnis|anerkennung|einverständnis|abnahme)\b|\bakzeptiert\s+(?:der|er|die)\b"
    r"|\bgeh(?:en|t)\s+(?:wir|\w+\s+\w+)\s+(?:davon|von)\b[^.;]{0,80}?(?:einverst|zustimm|genehmig|abgenommen|akzept|freigabe|abnahme)|\bsteh(?:t|en)\b[^.;]{0,40}?\b(?:abnahme|zustimmung|genehmigung|annahme)\s+gleich\b|\bvon\s+(?:seinem|ihrem|einem|dem)\s+einverständnis\b[^.;]{0,30}\bausgegangen",
    re.IGNORECASE,
)
# These say what happens unless somebody objects; without that they only say when something takes effect.
_TAKES_EFFECT = words(
    r"""
    werden_(?:\w+_){0,5}?(?:wirksam|vertragsbestandteil|vertragsinhalt)\b sind_(?:\w+_){0,3}?verbindlich\b
    wird_(?:\w+_){0,5}?(?:wirksam|vertragsbestandteil|bestandteil_des_vertrag\w*)\b ist_(?:\w+_){0,3}?verbindlich\b
    """
)
_UNTIL_OBJECTED = words(
    r"""
    (?:tritt|treten)_(?:\w+_){0,6}?in_kraft (?:werden|wird|ist|sind)_(?:\w+_){0,8}?(?:verbindlich|gebunden|einverstanden|unterstellt|fingiert|angenommen|abgenommen)\b
    (?:werden|wird|ist|sind)_(?:\w+_){0,4}?erfolgt\b
    """
)
_SILENCE = words(
    r"""
    (?:kein\w*|nicht|ohne)_[^.;]{0,120}(?:widerspr\w*|einwend\w*|einwänd\w*|einspruch\w*|ablehn\w*|lehnt\b|beanstand\w*|gerügt|rügt?\b|verweiger\w*|äußer\w*)
    schweig\w* reagiert_[^.;]{0,60}nicht verweiger\w*_[^.;]{0,60}nicht andernfalls ansonsten sonst\b
    """
)
# `gilt … als erfolgt`: consent, where something that can be given stands there too.
_AS_DONE = re.compile(
    r"\b(?:gilt|gelten)\b[^.;]{0,200}?\bals\s+(?:erfolgt|erteilt|erklärt|bewirkt|durchgeführt|gegeben|abgegeben)\b",
    re.IGNORECASE,
)
_GIVEN = words(
    r"""
    (?:end|teil)?abnahme\w* \w*freigabe\w* \w*zustimmung\w* \w*genehmigung\w* einwilligung\w* einverständnis\w*
    billigung\w* anerkennung\w* abzunehmen abnimmt nimmt\b[^.;]{0,80}\bab\b
    """
)
_UNLESS = words(r"nicht\b kein\w* ohne\b unterlässt widerspr\w* einwend\w*")


@lru_cache(maxsize=1024)
def is_deemed(text: str) -> bool:
    """Whether `text` takes silence for consent."""
    return bool(
        DEEMED.search(text)
        or (_AS_DONE.search(text) and _GIVEN.search(text))
        or (_TAKES_EFFECT.search(text) and _UNLESS.search(text))
        or (_UNTIL_OBJECTED.search(text) and _SILENCE.search(text))
    )
