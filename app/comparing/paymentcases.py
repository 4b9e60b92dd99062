"""Payment terms that say nothing of invoices: deposits and instalments, and what is booked at the last moment.

Strategy: the sentence that states the term names a deposit and no whole sum, or makes a short time before the event its
condition. A limit for invoices must not judge them.
"""

from __future__ import annotations

import re

from app.comparing.scopes import sentence_span
from app.models.provisions import Provision, ProvisionKind
from app.models.reading import Reading

_DEPOSIT = re.compile(r"\b(?:An|Teil|Abschlags|Raten)zahlung\w*|\bKaution\w*|\bAbschl[aä]g\w*|\bRaten?\b")
_WHOLE = re.compile(r"\b(?:Rechnung(?:en|s\w+)?|Rest\w*|Gesamt\w*|Kaufpreis\w*|Vergütung\w*)\b")
_SHORT = re.compile(
    r"\b(?:[Kk]urzfristig\w*|kürzer|weniger\s+als|später\s+als)\b[^.;]{0,80}\b(?:vor|Buchung\w*|Beginn\w*|Anmeldung\w*)\b"
)


def is_no_invoice(provision: Provision, reading: Reading) -> bool:
    """Whether a payment term is that of a deposit, or of a booking at the last moment."""
    if provision.kind is not ProvisionKind.PAYMENT_TERM:
        return False
    text = reading.by_id[provision.clause].text
    sentence = text[slice(*sentence_span(text, provision.start, provision.end))]
    return bool(_SHORT.search(sentence) or (_DEPOSIT.search(sentence) and not _WHOLE.search(sentence)))
