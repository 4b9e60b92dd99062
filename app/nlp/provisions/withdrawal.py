"""Withdrawal periods of consumers, once for each place where the length is stated.

Strategy: `binnen … widerrufen`, `Widerrufsfrist beträgt …`, `14-tägiges Widerrufsrecht`; sending back, refunds and a right
that is denied are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import Party, ProvisionKind, Term
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import before as text_before
from app.nlp.provisions.periods import period
from app.nlp.quantities import QuantityKind


def find_withdrawal_periods(view: View) -> Iterator[Candidate]:
    """Candidates for withdrawal periods in a clause."""
    for sentence in view.sentences:
        yield from _withdrawal(sentence)


_WITHDRAW = words(r"widerruf(?:srecht|sfrist)?\w* widerrufen")
# Austria: consumers `treten zurück`; without a word of consumers that is another matter.
_STEP_BACK = words(r"rücktritts(?:recht|frist)\w* rücktritt\b zurück(?:zu)?treten zurücktritt")
_CONSUMER = words(
    r"""
    verbraucher\w* konsument\w* fagg\b kschg\b ohne_(?:angabe_von|nennung_von)_gründen ohne_gründe ohne_begründung
    """
)
# The event a refund or a return counts from is no right to withdraw.
_SINCE_WITHDRAWAL = re.compile(
    r"\b(?:ab|nach|seit)\s+(?:dem\s+tag\w*[^.;]{0,60}?)?(?:(?:der|die|des|den|dem|ihres|ihren|ihrer|unterrichtung|mitteilung|eingang|erhalt|zugang|über|uns|sie|an|ausübung)[\s,]+){0,12}widerruf\w*",
    re.IGNORECASE,
)
_NO_WITHDRAWAL = words(
    r"""
    zurückzuzahlen zurückgezahlt\w* zurück(?:zu)?(?:send|geb|zahl)\w* rückzahlung\w* erstatt\w* absenden absend\w* verlänger\w*
    erlischt\w* einwilligung\w* rückgabe\w* schick\w* garantie\w* nimmt annahme\w* annehm\w* abholen ablauf_der_frist
    """
)


_WITHDRAWAL_TIME = re.compile(r"\b(?:inner(?:t|halb)|binnen|in|bis\s+zu)\b[^.;]{0,25}$", re.IGNORECASE)
_WITHDRAW_VERB = words(r"widerrufen\b widerruf\b widerrufsrecht zurück(?:zu)?treten zurücktritt")
_DECLARED = re.compile(r"\bwiderruf\s+(?:kann|muss|ist)\b[^.;,]*$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\bfrist\s+(?:für\s+den|zum)\s+(?:widerruf|rücktritt)\b[^.;|]{0,40}\||(?:widerrufs|rücktritts)(?:recht|frist|zeit)\w*\b[^.;|]{0,40}\||\|\s*(?:\w+\s+)?(?:widerruf|rücktritt)(?:s(?:recht|frist)|\b)",
    re.IGNORECASE,
)


# The length stands in the noun itself: nothing beside it makes another period of it.
_NAMED = re.compile(
    r"\bwider+ufs(?:recht|frist)\w*\s+(?:von|beträgt|beläuft\s+sich\s+auf)\s*(?:insgesamt\s+|jeweils\s+)?\||\|\s*(?:gesetzliche\w*\s+)?wider+ufs(?:recht|frist)",
    re.IGNORECASE,
)


_SENT_BACK = words(r"widerspr\w* zurückzu(?:send|zahl|geb|gewähr)\w* zu_erstatten")


_NO_RIGHT_BEFORE = re.compile(r"\bkeine?n?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NO_RIGHT_BEHIND = re.compile(
    r"^[^.;,]{0,60}\b(?:nicht\s+(?:zu|eingeräumt|gewährt|vereinbart)\b|(?:besteht|bestehen|gilt|gelten)\s+(?:\w+\s+){0,2}nicht\b|ausgeschlossen\b)",
    re.IGNORECASE,
)


def _withdraws(text: str) -> bool:
    return bool(_WITHDRAW.search(text) or (_STEP_BACK.search(text) and _CONSUMER.search(text)))


def _withdrawal(sentence: Sentence) -> Iterator[Candidate]:
    if not _withdraws(sentence.text):
        return
    for quantity in sentence.of(QuantityKind.DURATION):
        before = text_before(sentence, quantity, 200)
        after = _SINCE_WITHDRAWAL.sub(" ", sentence.after(quantity, 160))
        near = f"{before[-140:]} {after}"
        own = f"{before[-140:].split(';')[-1]} {after.split(';')[0]}"
        named = _NAMED.search(f"{before[-60:]}|{after[:40]}")
        if (
            quantity.unit == "hour"
            or _SENT_BACK.search(own)
            or (_NO_WITHDRAWAL.search(own) and not named)
            or not _withdraws(near)
        ):
            continue
        if _NO_RIGHT_BEFORE.search(before) or _NO_RIGHT_BEHIND.search(after):
            continue
        if (
            _WITHDRAWAL_TIME.search(before) and (_WITHDRAW_VERB.search(after) or _DECLARED.search(before))
        ) or _ATTACHED.search(f"{before[-60:]}|{after[:40]}"):
            value = Term(quantity.duration, by=Party.CUSTOMER)  # consumers withdraw; nobody else has the right
            yield period(sentence, ProvisionKind.WITHDRAWAL_PERIOD, value, quantity, "withdrawal")
