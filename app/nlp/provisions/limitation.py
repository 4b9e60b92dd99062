"""Limitation periods: how long claims for defects or damages can be made.

Strategy: a noun or verb of limitation or warranty governs a duration of at least a month; the time within which a defect
is reported, repaired or appears is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import ProvisionKind, Term
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.lexemes import words
from app.nlp.quantities import QuantityKind

# Confidence per frame: our estimate of how often it is right, after reading its finds on terms outside the gold set.
LIMITATION = 0.9


def find_limitation_periods(view: View) -> Iterator[Candidate]:
    """Candidates for limitation periods in a clause."""
    for sentence in view.sentences:
        yield from _limitation(sentence, view)


_LIMITATION = words(
    r"""
    verjähr\w* \w*verjährung(?:sfrist|szeit)?\w*
    (?:gewährleistungs|mängelhaftungs|sachmängel\w*|haftungs|ausschluss|rügeausschluss)(?:frist|zeit|dauer|zeitraum)\w*
    gewährleistung(?:spflicht)?\b (?:sach)?mängelhaftung\b gewährleist(?:en|et)\b gerichtlich_geltend für_(?:sach)?mängel_hafte[nt]\b (?:haften|haftet)_[^.;]{0,40}\bfür_die_dauer_von
    gewährleistungsansprüche\w* mängelansprüche\w* gewähr\b mängelrechte\w*
    (?:rechte|ansprüche)_[^.;,]{0,60}\b(?:mängeln?|mangel\w*|gewährleistung)\b
    """
)  # fmt: skip
_LIMITATION_VERB = words(
    r"""
    leiste(?:n|t)\b haften_wir gewährleist(?:en|et)\b geltend_gemacht geltend_zu_machen
    verjähr\w* beträgt betragen endet enden frist\w* begrenzt beschränkt dauer\b dauert läuft \w*frist\w*
    gewähr\w*_für erlisch\w* erlöschen innerhalb verkürzt für_die_dauer reduziert gilt_(?:eine|für) auf\b von\b
    """
)
_NO_LIMITATION = words(
    r"""
    rüg\w* gerügt anzeig\w* anzuzeigen angezeigt beanstand\w* mitzuteilen (?:ge)?meld\w* beseitig\w* nachfrist\w*
    kündig\w* geltend_gemacht
    """
)


# A defect that appears within a time: the reversed burden of proof, no period of limitation.
_APPEARS = re.compile(r"^[^.;,]{0,60}\b(?:auftr[ei]t|zeig(?:t|en)|aufgetreten)|^\s*auf\b", re.IGNORECASE)


def _limitation(sentence: Sentence, view: View) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    about = _LIMITATION.search(text) or (
        re.search(
            r"verjährung|gewährleistungsfrist", view.around.headings[0] if view.around.headings else "", re.IGNORECASE
        )
        and re.search(r"\bfrist\b", text, re.IGNORECASE)
    )
    if not about:
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        before, after = sentence.before(quantity, 260), sentence.after(quantity, 110)
        near = f"{before[-150:]} {after}"
        if quantity.unit in ("hour", "working_day", "day", "week") and quantity.value < 30:
            continue
        strong = re.search(
            r"verjähr|gewährleistungs(?:frist|zeit|dauer)|mängelhaftungsfrist|gerichtlich\s+geltend|(?:mängel|gewährleistungs)anspr[uü]ch\w*[^.;]*\bgeltend\s+gemacht",
            f"{sentence.lead} {sentence.text}",
            re.IGNORECASE,
        )
        if not strong and _NO_LIMITATION.search(near):
            continue
        if _APPEARS.search(after):
            continue
        if re.search(r"\b(?:älter\s+als|mehr\s+als|länger\s+als|seit)\s*$", before, re.IGNORECASE) or re.search(
            r"\bverlängert\b[^.;]*\bum\s+$", before
        ):
            continue
        if _LIMITATION_VERB.search(near):
            yield candidate(
                sentence,
                ProvisionKind.LIMITATION_PERIOD,
                Term(quantity.duration),
                (quantity.start, quantity.end),
                "limitation",
                LIMITATION,
            )
