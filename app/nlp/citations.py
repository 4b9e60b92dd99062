"""Citations of law (`§ 309 Nr. 7 BGB`, `Art. 28 DSGVO`) and references inside the document (`Ziffer 4.2`).

Strategy: one pattern reads the chain of places (`§ 4 Abs. 2 Satz 1 lit. b`); the name of a statute behind it tells
law from reference. Whether a reference leads anywhere is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `[start, end)`; `law` is the statute's short name, "" for a reference inside the document."""

    start: int
    end: int
    law: str

    @property
    def internal(self) -> bool:
        """Whether it points into the document itself."""
        return not self.law


_UNITS = r"(?:Mio|Mrd|Tsd|T?EUR|Euro|€|%|CHF|Prozent|\w*[Tt]age?n?\b|Wochen?|Monate?|Jahre?|Stunden?)"
_NUMBER = rf"(?:\d+(?:\.\d+)*[a-z]?|[IVX]+)(?![\w%€])(?!\s*{_UNITS})"
_LIST = rf"{_NUMBER}(?:\s*(?:,|/|und|oder|bis|–|-)\s*{_NUMBER})*(?:\s*ff?\.?(?!\w))?"
_PART = (
    r"(?:Absatz|Absätze[n]?|Abs\.|Satz|Sätze[n]?|S\.|Halbsatz|Halbs\.|Hs\.|Nummer|Nrn?\.|Buchstabe|Buchst\.|lit\.|Alt\.|"
    r"Unterabs\.|UAbs\.|Ziffern?|Ziff\.)"
)
_CHAIN = rf"(?:,?\s*(?:und\s+|oder\s+|i\.\s?V\.\s?m\.\s+)?{_PART}\s*(?:{_LIST}|[a-z](?:\s*\))?(?!\w)))*"
_HEAD = r"(?:§{1,2}|Artikel[ns]?|Art\.|Ziffern?|Ziff\.|Nummern?|Nrn?\.|Punkte?n?|Abschnitte?n?|Klauseln?|Absatz|Absätze[n]?|Abs\.|Anlagen?|Anhang|Kapitel)"
_LAWS = (
    r"BGB|HGB|ZPO|AGBG|AGB-Gesetz(?:es)?|ProdHaftG|Produkthaftungsgesetz(?:es)?|DSGVO|DS-GVO|BDSG|TKG|TMG|TTDSG|TDDDG|DDG|UStG|UrhG|UWG|GWB|"
    r"InsO|StGB|GewO|AktG|GmbHG|WEG|VVG|VSBG|BetrVG|AÜG|ArbZG|MiLoG|EGBGB|PAngV|VerpackG|ElektroG|BattG|GeschGehG|"
    r"ABGB|UGB|KSchG|FAGG|OR|ZGB|DSG|CISG|AEUV|EuGVVO|EuGVÜ|Rom-I-VO|RVG|StVG|LuftVG|FernUSG|MarkenG|PatG|SGB"
)
_CITATION = re.compile(
    rf"(?<!\w){_HEAD}\s*{_LIST}{_CHAIN}(?:\s*(?:des|der|d\.)?\s*(?P<law>(?:{_LAWS})(?!\w)|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*(?:gesetz(?:es|buch(?:s|es)?)?|ordnung|verordnung)\b))?"
)
_RELATIVE = re.compile(
    r"\b(?:vorstehend|vorgenannt|nachfolgend|nachstehend|vorhergehend|obig|genannt|folgend)e[nrms]?\s+"
    r"(?:Absatz(?:es)?|Absätze[n]?|Ziffern?|Satz(?:es)?|Sätze[n]?|Regelung(?:en)?|Bestimmung(?:en)?|Klauseln?|Paragra(?:ph|f)en|"
    r"Abschnitte?[ns]?|Nummern?)\b",
    re.IGNORECASE,
)


_CONTINUED = re.compile(r"\s*(?:,|und|oder|sowie|bzw\.|i\.\s?V\.\s?m\.|in Verbindung mit)\s*")


def find_citations(text: str) -> tuple[Citation, ...]:
    """All citations and references of `text` in order; in a list the last statute's name holds for all."""
    found = [Citation(m.start(), m.end(), m["law"] or "") for m in _CITATION.finditer(text)]
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        if this.internal and following.law and _CONTINUED.fullmatch(text, this.end, following.start):
            found[i] = Citation(this.start, this.end, following.law)
    found += [Citation(m.start(), m.end(), "") for m in _RELATIVE.finditer(text)]
    found.sort(key=lambda c: (c.start, -c.end))
    return tuple(c for i, c in enumerate(found) if i == 0 or c.start >= found[i - 1].end)
