"""What the document itself says about the deal: so far the governing law, from its choice-of-law clause.

A law counts as chosen where a sentence says that it applies; a law that is only named (a statute, a court, an address)
is no choice. Two different choices in one document are none: then the user decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.models.facts import DealFacts, Fact, FactSource, GoverningLaw
from app.models.reading import Clause
from app.nlp.sentences import split_sentences

_LAWS = {
    GoverningLaw.DE: r"(?:bundes)?deutsche[mns]?\s+(?:\w+\s+)?Recht|Rechte?s?\s+(?:der\s+Bundesrepublik\s+Deutschland|Deutschlands)",
    GoverningLaw.AT: r"österreichische[mns]?\s+(?:\w+\s+)?Recht|Rechte?s?\s+(?:der\s+Republik\s+Österreich|Österreichs)",
    GoverningLaw.CH: r"schweizerische[mns]?\s+(?:\w+\s+)?Recht|Schweizer\s+Recht"
    r"|Rechte?s?\s+(?:der\s+(?:Schweizerischen\s+Eidgenossenschaft|Schweiz))",
}
_CHOSEN = re.compile(
    r"\b(?:gilt|gelten|anwendbar\w*|Anwendung|unterlieg\w+|untersteh\w+|unterstellt|maßgeb\w+|massgeb\w+|richte[nt]|"
    r"vereinbar\w+|beurteil\w+|angewend\w+|findet|anzuwend\w+)\b",
    re.IGNORECASE,
)


def document_facts(clauses: Iterable[Clause]) -> DealFacts:
    """Facts with source `document`; what the document does not say is unknown."""
    chosen = {law for clause in clauses for law in _chosen_laws(clause)}
    if len(chosen) != 1:
        return DealFacts()
    return DealFacts(governing_law=Fact(chosen.pop(), FactSource.DOCUMENT))


def _chosen_laws(clause: Clause) -> Iterator[GoverningLaw]:
    """Laws that a sentence of the clause declares to apply; a list under such a heading needs no verb of its own."""
    by_heading = re.search(r"(?:anwendbares|geltendes|anzuwendendes)\s+Recht|Rechtswahl", clause.heading, re.IGNORECASE)
    for start, end in split_sentences(clause.text):
        sentence = clause.text[start:end]
        for law, pattern in _LAWS.items():
            if re.search(pattern, sentence, re.IGNORECASE) and (by_heading or _CHOSEN.search(sentence)):
                yield law
