"""What kind of contract the terms are for, and on which side we stand if we received them.

Strategy: the words by which terms name their two sides (`Vermieter`, `Käufer`, `Lizenzgeber`) tell the kind where one
pair clearly outweighs the others; purchase terms are written by the customer and speak to their supplier. Where the
words are mixed, the fact stays unknown.
"""

from __future__ import annotations

import re

from app.models.facts import ContractKind, Fact, FactSource, Perspective
from app.models.provisions import Evidence
from app.models.reading import Clause

_SIGNS = {
    ContractKind.RENTAL: re.compile(
        r"\b(?:Ver)?[Mm]ieter(?:s|n|in|innen)?\b|\bMiet(?:sache|objekt|gegenstand|zeit|verhältnis|preis|zins|gerät)\w*|\bLeasing\w+"
    ),
    ContractKind.PURCHASE: re.compile(
        r"\b(?:Ver)?[Kk]äufer(?:s|n|in|innen)?\b|\bKauf(?:preis|vertrag|sache|gegenstand)\w*|\bLiefergegenst\w+|\bKaufsach\w+|"
        r"\bEigentumsvorbehalt\w*|\bVorbehaltsware\w*"
    ),
    ContractKind.SAAS: re.compile(
        r"\bSaaS\b|\bSoftware[- ]as[- ]a[- ]Service\b|\bCloud[- ]?\w*|\bHosting\w*|\bMandantenfähig\w*|\bRechenzentr\w+|\bWebspace\w*"
    ),
    ContractKind.LICENCE: re.compile(r"\bLizenz(?:geber|nehmer|gebühr|vertrag|gegenstand)\w*|\bSoftwareüberlassung\w*"),
    ContractKind.TELECOM: re.compile(
        r"\bTKG\b|\bTelekommunikations(?:dienst|leistung|netz|anbieter|unternehmen|vertrag)\w*|\bRufnummer\w*|\bEndnutzer\w*|\bAnschlussinhaber\w*"
    ),
    ContractKind.MAINTENANCE: re.compile(r"\bWartungs(?:vertrag|leistung|arbeit|gebühr)\w*|\bInstandhaltung\w*"),
}
_ENOUGH = 6  # signs; fewer may be a side remark
_SPREAD = 4  # clauses with signs; two full of them may be boilerplate
_SHARE = 0.6  # of all signs: below that the contract is mixed
# Most terms name the other side's purchase terms only to refuse them.
_PURCHASE_TERMS = re.compile(
    r"\b(?:[Dd]iese[rnms]?|[Uu]nsere[rnms]?|[Vv]orliegenden?|[Nn]ach(?:stehend|folgend)en?)\s+(?:\w+\s+){0,2}?"
    r"(?:Einkaufs|Bestell|Beschaffungs)(?:-\s+und\s+\w+)?(?:bedingungen|-?AGB)"
)


def contract_kind_of(clauses: tuple[Clause, ...]) -> Fact[ContractKind]:
    """The kind whose words clearly outweigh the others'; the first of them is the evidence."""
    counts = {kind: [len(sign.findall(c.text)) for c in clauses] for kind, sign in _SIGNS.items()}
    kind, signs = max(counts.items(), key=lambda item: sum(item[1]))
    spread = sum(1 for number in signs if number)
    if (
        sum(signs) < _ENOUGH
        or spread < min(_SPREAD, max(2, len(clauses) // 4))
        or sum(signs) < _SHARE * sum(map(sum, counts.values()))
    ):
        return Fact()
    return Fact(kind, FactSource.DOCUMENT, _first(_SIGNS[kind], clauses, "contract_kind"))


def our_side(clauses: tuple[Clause, ...]) -> Fact[Perspective]:
    """Supplier where the terms call themselves purchase terms: who receives such terms is to supply."""
    place = _first(_PURCHASE_TERMS, clauses[:_OPENING], "perspective")
    return Fact(Perspective.SUPPLIER, FactSource.DOCUMENT, place) if place else Fact()


_OPENING = 12  # clauses in which terms say what they are


def _first(pattern: re.Pattern[str], clauses: tuple[Clause, ...], part: str) -> tuple[Evidence, ...]:
    for clause in clauses:
        if match := pattern.search(clause.text):
            return (Evidence(clause.id, match.start(), match.end(), part),)
    return ()
