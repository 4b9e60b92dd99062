"""Terms in a few lines, analysed as the program does it."""

from __future__ import annotations

from functools import lru_cache

from app.comparing.versions import compare_versions
from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.model import Library
from app.models.analysis import Analysis
from app.models.versions import ChangeKind, ClauseChange, VersionComparison
from app.paths import clause_library
from app.pipeline.stages import evaluate, read, understand
from tests.unit.comparing.made import FACTS

OLD = """Allgemeine Bedingungen der Muster GmbH

§ 1 Geltung

(1) Diese Bedingungen gelten für alle Verträge zwischen der Muster GmbH und ihren Kunden.

(2) Abweichende Bedingungen des Kunden gelten nur, wenn wir ihnen in Textform zustimmen.

§ 2 Lieferung

(1) Liefertermine sind verbindlich, wenn wir sie schriftlich bestätigt haben. Teillieferungen sind zulässig, soweit sie dem Kunden zumutbar sind.

(2) Die Gefahr geht mit der Übergabe der Ware an den Kunden über.

§ 3 Zahlung

(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.

(2) Aufrechnen darf der Kunde nur mit unbestrittenen oder rechtskräftig festgestellten Forderungen.

§ 4 Laufzeit

(1) Der Vertrag läuft auf unbestimmte Zeit.

(2) Der Vertrag kann mit einer Frist von drei Monaten zum Monatsende gekündigt werden.

§ 5 Haftung

(1) Bei Vorsatz und grober Fahrlässigkeit haften wir unbeschränkt.

(2) Im Übrigen ist unsere Haftung auf 10.000 Euro begrenzt. § 3 Abs. 2 bleibt unberührt.

§ 6 Schluss

(1) Es gilt deutsches Recht.

(2) Gerichtsstand ist Heidkamp, wenn der Kunde Kaufmann ist.
"""


@lru_cache(maxsize=1)
def _library() -> Library:
    return load(clause_library())


@lru_cache(maxsize=64)
def analysed(text: str) -> Analysis:
    """What the program reads in a text."""
    return evaluate(understand(read(text.encode(), "muster.txt", ReadOptions())), _library(), FACTS)


def against(new: str, old: str = OLD) -> VersionComparison:
    """The comparison of two texts; every one of them must add up."""
    found = compare_versions(analysed(old), analysed(new))
    assert found.adds_up
    return found


def edited(*edits: tuple[str, str]) -> VersionComparison:
    """The old terms against themselves with words replaced, which must be there."""
    text = OLD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return against(text)


def at(found: VersionComparison, place: str, *, old: bool = False) -> ClauseChange:
    """The change of the clause with these labels (`§ 4 (2)`) in the new version, or in the old one."""
    reading = (found.old if old else found.new).reading
    ids = {" ".join(clause.path): clause.id for clause in reading.clauses}
    return next(c for c in found.changes if ids[place] in (c.old if old else c.new))


def rest(found: VersionComparison, *places: str) -> set[ChangeKind]:
    """Kinds of all changes but those of these clauses of the new version."""
    told = [at(found, place) for place in places]
    return {change.kind for change in found.changes if change not in told}
