"""Two versions of terms of our own, and those of another company: what the reports on two documents are tested on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from app import paths
from app.importing.options import ReadOptions
from app.models.analysis import Analysis
from app.models.facts import Audience, Fact, FactSource
from app.models.forms import FormsComparison
from app.models.versions import VersionComparison
from app.pipeline.compare import compare
from app.pipeline.facts import assumed
from app.pipeline.forms import meet_forms
from app.pipeline.libraries import open_library
from app.pipeline.stages import evaluate, read, understand

MADE_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FACTS = replace(assumed(date(2026, 11, 22)), audience=Fact(Audience.B2B, FactSource.USER))

OLD = """Bedingungen der Werkstatt Ahorn

1. Geltung

1.1 Diese Bedingungen gelten für alle Aufträge. Abweichende Bedingungen des Kunden werden nicht Vertragsbestandteil.

2. Zahlung

2.1 Rechnungen sind innerhalb von 30 Tagen zu bezahlen.

2.2 Der Kunde kann mit unbestrittenen Forderungen aufrechnen.

3. Kündigung

3.1 Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden.

4. Haftung

4.1 Die Werkstatt haftet für Vorsatz und grobe Fahrlässigkeit unbeschränkt. Bei leichter Fahrlässigkeit ist die Haftung auf 50.000 Euro je
Schadensfall begrenzt.

5. Schluss

5.1 Mündliche Abreden bestehen nicht. Es gilt deutsches Recht.

5.2 Gerichtsstand ist Kassel.
"""

NEW = """Bedingungen der Werkstatt Ahorn

1. Geltung

1.1 Diese Bedingungen gelten für alle Aufträge. Abweichende Bedingungen des Kunden werden nicht Vertragsbestandteil.

2. Kündigung

2.1 Der Vertrag kann mit einer Frist von sechs Monaten zum Jahresende gekündigt werden.

3. Zahlung

3.1 Rechnungen sind innerhalb von 10 Tagen zu bezahlen.

4. Haftung

4.1 Die Werkstatt haftet für Vorsatz und grobe Fahrlässigkeit unbeschränkt. Bei leichter Fahrlässigkeit ist die Haftung ausgeschlossen.

5. Schluss

5.1 Mündliche Abreden bestehen nicht. Es gilt deutsches Recht.

5.2 Gerichtsstand ist Kassel.

6. Abwerbung

6.1 Der Kunde wirbt keine Mitarbeiter der Werkstatt ab <b>& zahlt sonst</b> 5.000 Euro.
"""

OTHERS = """Einkaufsbedingungen der Ahornwerke

1. Geltung

1.1 Für unsere Bestellungen gelten nur diese Bedingungen. Bedingungen des Lieferanten erkennen wir nicht an.

2. Zahlung

2.1 Wir zahlen Rechnungen innerhalb von 60 Tagen.

3. Haftung

3.1 Der Lieferant haftet unbeschränkt für Vorsatz und jede Fahrlässigkeit.

4. Geheimhaltung

4.1 Beide Seiten behandeln Unterlagen der anderen vertraulich.
"""


def analysed(text: str, name: str) -> Analysis:
    """Read and reviewed with the shipped library."""
    library = open_library(paths.clause_library())
    return evaluate(understand(read(text.encode(), name, ReadOptions())), library, FACTS)


@cache
def versions() -> VersionComparison:
    """Old and new."""
    return compare(analysed(OLD, "alt.txt"), analysed(NEW, "neu.txt"))


@cache
def forms() -> FormsComparison:
    """Ours and theirs."""
    return meet_forms(analysed(OLD, "unsere.txt"), analysed(OTHERS, "deren.txt"), paths.clause_library())
