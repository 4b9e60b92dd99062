"""Withdrawal periods of consumers, once for each place where the length is stated.

Strategy: `binnen … widerrufen`, `Widerrufsfrist beträgt …`, `14-tägiges Widerrufsrecht`; sending back, refunds and a right
that is denied are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import ProvisionKind, Term
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.lexemes import words
from app.nlp.quantities import QuantityKind

# Confidence per frame: our estimate of how often it is right, after reading its finds on terms outside the gold set.
WITHDRAWAL = 0.9


def find_withdrawal_periods(view: View) -> Iterator[Candidate]:
    """Candidates for withdrawal periods in a clause."""
    for sentence in view.sentences:
        yield from _withdrawal(sentence)


_WITHDRAW = words(r"widerruf(?:srecht|sfrist)?\w* widerrufen")
_NO_WITHDRAWAL = words(
    r"""
    zurückzuzahlen zurück(?:zu)?(?:send|geb|zahl)\w* rückzahlung\w* erstatt\w* absenden absend\w* verlänger\w*
    erlischt\w* einwilligung\w* rückgabe\w* schick\w* garantie\w* nimmt annahme\w* annehm\w* abholen ablauf_der_frist
    """
)


_WITHDRAWAL_TIME = re.compile(r"\b(?:inner(?:t|halb)|binnen|in|bis\s+zu)\b[^.;]{0,25}$", re.IGNORECASE)
_WITHDRAW_VERB = words(r"widerrufen\b widerruf\b widerrufsrecht")
_DECLARED = re.compile(r"\bwiderruf\s+(?:kann|muss|ist)\b[^.;,]*$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\bfrist\s+(?:für\s+den|zum)\s+widerruf\b[^.;|]{0,40}\||widerrufs(?:recht|frist|zeit)\w*\b[^.;|]{0,40}\||\|\s*(?:\w+\s+)?widerruf(?:s(?:recht|frist)|\b)",
    re.IGNORECASE,
)


_SENT_BACK = words(r"widerspr\w* zurückzu(?:send|zahl|geb|gewähr)\w* zu_erstatten")


_NO_RIGHT_BEFORE = re.compile(r"\bkeine?n?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NO_RIGHT_BEHIND = re.compile(
    r"^[^.;,]{0,60}\b(?:nicht\s+(?:zu|eingeräumt|gewährt|vereinbart)\b|(?:besteht|bestehen|gilt|gelten)\s+(?:\w+\s+){0,2}nicht\b|ausgeschlossen\b)",
    re.IGNORECASE,
)


def _withdrawal(sentence: Sentence) -> Iterator[Candidate]:
    if not _WITHDRAW.search(sentence.text) or _SENT_BACK.search(sentence.text):
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        before, after = sentence.before(quantity, 200), sentence.after(quantity, 160)
        near = f"{before[-140:]} {after}"
        if quantity.unit == "hour" or _NO_WITHDRAWAL.search(near) or not _WITHDRAW.search(near):
            continue
        if _NO_RIGHT_BEFORE.search(before) or _NO_RIGHT_BEHIND.search(after):
            continue
        if (
            _WITHDRAWAL_TIME.search(before) and (_WITHDRAW_VERB.search(after) or _DECLARED.search(before))
        ) or _ATTACHED.search(f"{before[-60:]}|{after[:40]}"):
            at = quantity.start, quantity.end
            yield candidate(
                sentence, ProvisionKind.WITHDRAWAL_PERIOD, Term(quantity.duration), at, "withdrawal", WITHDRAWAL
            )
