"""Words for perspective, audience, contract kind and law as people write them in lists, German and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective

E = TypeVar("E", bound=StrEnum)

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BETWEEN: Final = re.compile(r"\s*[,;/|+&\n]\s*|\s+(?:und|and|oder|or)\s+")
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")
ALL: Final = frozenset({"alle", "all", "beide", "both", "egal", "any", "jede", "keine einschraenkung", "alles"})


def folded(text: str) -> str:
    """Small ASCII letters and digits, one space between words; umlauts written out."""
    return " ".join(_NO_WORD.sub(" ", text.casefold().translate(_UMLAUTS)).split())


def _table(words: Mapping[E, str]) -> dict[str, E]:
    return {folded(word): value for value, listed in words.items() for word in (value.value, *listed.split("|"))}


PERSPECTIVE: Final = _table(
    {
        Perspective.CUSTOMER: "Kunde|Kunden|Kundin|Kundensicht|Auftraggeber|Käufer|Einkauf|Einkäufer|Besteller|Abnehmer|Mieter|Lizenznehmer"
        "|Beschaffung|wir kaufen|wir sind Kunde|buyer|purchaser|purchase|purchasing|procurement|buy side|client|buy|licensee",
        Perspective.SUPPLIER: "Anbieter|Anbietersicht|Auftragnehmer|Verkäufer|Verkauf|Vertrieb|Lieferant|Lieferer|Dienstleister|Vermieter"
        "|Lizenzgeber|wir verkaufen|wir sind Anbieter|seller|sales|sell|sell side|vendor|provider|service provider|contractor|licensor",
    }
)
AUDIENCE: Final = _table(
    {
        Audience.B2C: "Verbraucher|Verbraucherin|Verbraucher (B2C)|Privatkunde|Privatkunden|Endkunde|Endkunden|Endverbraucher|consumer|consumers"
        "|business to consumer|privat",
        Audience.B2B: "Unternehmer|Unternehmen|Unternehmer (B2B)|Geschäftskunde|Geschäftskunden|Firmenkunde|Firmenkunden|Firmen|business"
        "|businesses|business to business|company|companies|gewerblich|Gewerbe",
        Audience.MERCHANTS: "Kaufleute|Kaufmann|Kaufleute (HGB)|HGB|merchant",
    }
)
CONTRACT_KIND: Final = _table(
    {
        ContractKind.PURCHASE: "Kauf|Kaufvertrag|Kaufverträge|Lieferung|Liefervertrag|Warenkauf|sale|sale of goods|supply|goods",
        ContractKind.SERVICE: "Dienstleistung|Dienstleistungen|Dienstvertrag|Dienste|Beratung|services|consulting",
        ContractKind.WORK: "Werkvertrag|Werkleistung|Werk|Projekt|work contract|works|project",
        ContractKind.RENTAL: "Miete|Mietvertrag|Vermietung|Leasing|lease|rent",
        ContractKind.SAAS: "SaaS|Software as a Service|Software als Dienst|Hosting|Cloud|Cloud-Dienst|Cloudvertrag|Software als Dienst (SaaS)",
        ContractKind.LICENCE: "Lizenz|Lizenzvertrag|Softwarelizenz|Lizenzen|license|software licence|software license",
        ContractKind.MAINTENANCE: "Wartung|Wartungsvertrag|Pflege|Pflegevertrag|Wartung und Pflege|Support|Softwarepflege",
        ContractKind.TELECOM: "Telekommunikation|TK|Internetzugang|telecommunications",
        ContractKind.MIXED: "gemischt|gemischter Vertrag|Mischvertrag|mixed contract",
    }
)
LAW: Final = _table(
    {
        GoverningLaw.DE: "Deutschland|deutsch|deutsches Recht|BGB|Germany|German|German law",
        GoverningLaw.AT: "Österreich|österreichisch|österreichisches Recht|ABGB|Austria|Austrian|Austrian law",
        GoverningLaw.CH: "Schweiz|schweizerisch|schweizerisches Recht|OR|Switzerland|Swiss|Swiss law",
        GoverningLaw.OTHER: "anderes|anderes Recht|sonstiges|sonstiges Recht",
    }
)
LANGUAGE: Final = {
    "de": "de",
    "deutsch": "de",
    "german": "de",
    "ger": "de",
    "en": "en",
    "englisch": "en",
    "english": "en",
    "eng": "en",
}


def parts(cell: str) -> tuple[str, ...]:
    """The words of a cell that lists several."""
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(cell) if part.strip()))


def one_of(cell: str, table: Mapping[str, E]) -> E | None:
    """The value a cell names; None where it is none of the known words."""
    return table.get(folded(cell))


def several_of(cell: str, table: Mapping[str, E]) -> tuple[tuple[E, ...], tuple[str, ...]]:
    """Values that a cell names, each once, and the words that are not known; „alle“ is no restriction."""
    if folded(cell) in ALL:
        return (), ()
    whole = one_of(cell, table)
    if whole is not None:
        return (whole,), ()
    values = {part: one_of(part, table) for part in parts(cell) if folded(part) not in ALL}
    return tuple(dict.fromkeys(v for v in values.values() if v is not None)), tuple(
        p for p, v in values.items() if v is None
    )
