"""Liability clauses as German terms usually have them: what a lawyer reads at a glance must be right beyond doubt."""

from __future__ import annotations

from itertools import permutations

import pytest

from app.models.liability import Extent
from tests.evaluation import liability

USUAL = "intent all=U | gross all=U | slight all=E essential=L life,product=U"
CARVED = "intent all=U | gross all=U | slight all=E essential=L life,product,guarantee,fraud=U"
CASES = [
    # (a) the standard in one paragraph
    (CARVED, "Der Anbieter haftet unbeschränkt bei Vorsatz und grober Fahrlässigkeit. Bei leichter Fahrlässigkeit haftet er nur für die Verletzung von Kardinalpflichten und begrenzt auf den vertragstypischen, vorhersehbaren Schaden. Im Übrigen ist die Haftung ausgeschlossen. Die Haftung für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, nach dem Produkthaftungsgesetz, aus einer Garantie und bei Arglist bleibt unberührt."),
    (CARVED, "Wir haften dem Kunden auf Schadensersatz bei Vorsatz und grober Fahrlässigkeit nach den gesetzlichen Vorschriften. Bei einfacher Fahrlässigkeit haften wir nur a) für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, b) für Schäden aus der Verletzung einer wesentlichen Vertragspflicht; in diesem Fall ist unsere Haftung auf den Ersatz des vorhersehbaren, typischerweise eintretenden Schadens begrenzt. Diese Haftungsbeschränkungen gelten nicht, soweit wir einen Mangel arglistig verschwiegen oder eine Garantie für die Beschaffenheit der Ware übernommen haben, und nicht für Ansprüche nach dem Produkthaftungsgesetz."),
    (USUAL, "Schadensersatz kann der Kunde nicht verlangen. Hiervon ausgenommen sind Ansprüche des Kunden wegen der Verletzung von Leben, Körper oder Gesundheit und wegen der Verletzung wesentlicher Vertragspflichten sowie die Haftung für Schäden, die der Anbieter vorsätzlich oder grob fahrlässig verursacht hat. Bei der Verletzung wesentlicher Vertragspflichten haftet der Anbieter nur auf den vertragstypischen, vorhersehbaren Schaden, wenn dieser einfach fahrlässig verursacht wurde, es sei denn, der Kunde macht Personenschäden geltend. Die Vorschriften des Produkthaftungsgesetzes bleiben unberührt."),
    (USUAL, "Ansprüche des Kunden auf Schadensersatz sind ausgeschlossen, außer bei Verletzung von Leben, Körper oder Gesundheit, bei Verletzung wesentlicher Vertragspflichten und bei vorsätzlichem oder grob fahrlässigem Handeln des Anbieters. Bei leicht fahrlässiger Verletzung wesentlicher Vertragspflichten ist der Anspruch auf den vorhersehbaren Schaden beschränkt. Das Produkthaftungsgesetz bleibt unberührt."),
    (CARVED, "Der Verkäufer haftet uneingeschränkt bei grober Fahrlässigkeit oder Vorsatz, bei fahrlässiger oder vorsätzlicher Verletzung von Leben, Körper oder Gesundheit, aus Garantien, bei arglistigem Verschweigen eines Mangels und dort, wo das Produkthaftungsgesetz es zwingend vorsieht. Verletzt der Verkäufer fahrlässig eine wesentliche Vertragspflicht, ist die Haftung auf den vertragstypischen, vorhersehbaren Schaden begrenzt, sofern er nicht nach dem vorigen Satz unbeschränkt haftet. Im Übrigen ist eine Haftung des Verkäufers ausgeschlossen."),
    ("intent all=U | gross all=U | slight all=E essential=L life=U", "Wir haben gegenüber dem Kunden nur Vorsatz und grobe Fahrlässigkeit zu vertreten. Dies gilt nicht für die Verletzung des Lebens, des Körpers oder der Gesundheit und für die Verletzung wesentlicher Vertragspflichten; im letzteren Fall ist die Haftung auf den vorhersehbaren Schaden begrenzt."),
    # (c) with gesetzliche Vertreter und Erfüllungsgehilfen
    (USUAL, "Der Anbieter haftet für Vorsatz und grobe Fahrlässigkeit, auch seiner gesetzlichen Vertreter und Erfüllungsgehilfen, unbeschränkt. Für einfache Fahrlässigkeit haften der Anbieter, seine gesetzlichen Vertreter und Erfüllungsgehilfen nur bei Verletzung einer wesentlichen Vertragspflicht und beschränkt auf den vorhersehbaren, vertragstypischen Schaden. Die vorstehenden Beschränkungen gelten nicht für die Verletzung von Leben, Körper und Gesundheit und für Ansprüche nach dem Produkthaftungsgesetz."),
    (USUAL, "Der Anbieter haftet unbeschränkt für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, die er, seine gesetzlichen Vertreter oder seine Erfüllungsgehilfen fahrlässig oder vorsätzlich verursacht haben, sowie für sonstige Schäden, die diese vorsätzlich oder grob fahrlässig verursacht haben, und nach dem Produkthaftungsgesetz. Bei leicht fahrlässiger Verletzung wesentlicher Vertragspflichten ist die Haftung auf den vertragstypischen, vorhersehbaren Schaden begrenzt. Eine weitergehende Haftung ist ausgeschlossen. Soweit die Haftung ausgeschlossen oder beschränkt ist, gilt dies auch für die persönliche Haftung der Mitarbeiter, Vertreter und Erfüllungsgehilfen."),
    # (d) caps in EUR
    ("intent all=U | gross all=U | slight all=L life=U", "Bei Vorsatz und grober Fahrlässigkeit haftet der Anbieter unbeschränkt. Bei leichter Fahrlässigkeit ist die Haftung des Anbieters auf 10.000 EUR je Schadensfall begrenzt. Die Haftung für Personenschäden bleibt unberührt."),
    ("intent all=U | gross all=U | slight all=E essential=L", "Bei einfacher Fahrlässigkeit haftet der Anbieter nur, wenn eine wesentliche Vertragspflicht verletzt ist, und nur bis zu einem Betrag von 25.000 €. Für Vorsatz und grobe Fahrlässigkeit haftet er unbeschränkt."),
    ("intent all=L | gross all=L | slight all=L", "Die Haftung des Anbieters ist auf höchstens 5.000 EUR je Vertragsjahr beschränkt."),
    ("intent all=U | gross all=U | slight all=L life,product=U", "Die Haftung des Anbieters ist der Höhe nach auf 50.000 EUR begrenzt. Diese Begrenzung gilt nicht bei Vorsatz, grober Fahrlässigkeit, für Personenschäden und nach dem Produkthaftungsgesetz."),
    # (e) exclusion without any carve-out
    ("intent all=E | gross all=E | slight all=E", "Jegliche Haftung des Anbieters ist ausgeschlossen."),
    ("intent all=E | gross all=E | slight all=E", "Der Anbieter übernimmt keine Haftung für Schäden."),
    ("intent all=E | gross all=E | slight all=E", "Schadensersatzansprüche des Kunden gegen den Anbieter, gleich aus welchem Rechtsgrund, sind ausgeschlossen."),
    ("intent all=E | gross all=E | slight all=E", "Der Anbieter haftet nicht für Schäden, die dem Kunden aus der Nutzung der Leistungen entstehen."),
    ("slight all=E", "Für leichte Fahrlässigkeit haftet der Anbieter nicht."),
    ("intent all=E | gross all=E | slight all=E", "Der Anbieter übernimmt keine Verantwortung für direkte oder indirekte Schäden."),
    # (f) excluded as far as not
    ("intent all=U | gross all=U | slight all=E", "Schadensersatzansprüche des Kunden sind ausgeschlossen, soweit nicht Vorsatz oder grobe Fahrlässigkeit vorliegt."),
    ("intent all=U | gross all=U | slight all=E life=U", "Schadensersatzansprüche des Kunden aus Verschulden bei Vertragsschluss, Verletzung vertraglicher Nebenpflichten und unerlaubter Handlung sind ausgeschlossen, soweit sie nicht auf Vorsatz oder grober Fahrlässigkeit des Anbieters beruhen oder eine Verletzung des Lebens, des Körpers oder der Gesundheit betreffen."),
    ("intent all=U | gross all=U | slight all=E", "Soweit dem Anbieter nicht Vorsatz oder grobe Fahrlässigkeit zur Last fällt, haftet er nicht auf Schadensersatz."),
    ("intent all=U | gross all=U | slight all=E essential,life=U", "Weitergehende Schadensersatzansprüche des Bestellers sind ausgeschlossen, es sei denn, der Verkäufer hat vorsätzlich oder grob fahrlässig gehandelt oder eine wesentliche Vertragspflicht oder das Leben, den Körper oder die Gesundheit verletzt."),
    # (g) delay and defects beside the general rule
    ("intent all=U | gross all=U | slight all=E delay=L", "Der Lieferant haftet unbeschränkt bei Vorsatz und grober Fahrlässigkeit. Bei leicht fahrlässigem Verzug ist der Verzugsschaden auf 5 % des Lieferwertes begrenzt. Im Übrigen haftet er bei leichter Fahrlässigkeit nicht."),
    ("intent all=U | gross all=U | slight all=E data=L", "Der Anbieter haftet bei Vorsatz und grober Fahrlässigkeit. Bei leichter Fahrlässigkeit haftet er nicht. Für den Verlust von Daten haftet er bei leichter Fahrlässigkeit nur in Höhe des typischen Wiederherstellungsaufwands."),
    ("intent all=U | gross all=U | slight all=E indirect=E", "Der Anbieter haftet unbeschränkt für Vorsatz und grobe Fahrlässigkeit. Bei leichter Fahrlässigkeit ist jede Haftung, auch für entgangenen Gewinn und mittelbare Schäden, ausgeschlossen."),
    # (h) purchase terms: the supplier is liable by law
    ("intent all=U | gross all=U | slight all=U", "Der Lieferant haftet nach den gesetzlichen Bestimmungen."),
    ("intent all=U | gross all=U | slight all=U", "Der Auftragnehmer haftet dem Auftraggeber uneingeschränkt für jedes Verschulden nach den gesetzlichen Vorschriften."),
    ("intent all=U | gross all=U | slight all=U", "Die Haftung des Lieferanten richtet sich nach den gesetzlichen Vorschriften. Haftungsbeschränkungen des Lieferanten werden nicht anerkannt."),
    ("intent all=U | gross all=U | slight all=U", "Der Lieferant haftet für Vorsatz und jede Fahrlässigkeit. Er stellt den Besteller von Ansprüchen Dritter frei."),
]  # fmt: skip
PARAGRAPHS = (
    "Der Anbieter haftet unbeschränkt bei Vorsatz und grober Fahrlässigkeit.",
    "Der Anbieter haftet unbeschränkt für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit.",
    "Bei leicht fahrlässiger Verletzung einer Kardinalpflicht ist die Haftung des Anbieters auf den vertragstypischen, vorhersehbaren Schaden begrenzt.",
    "Im Übrigen ist die Haftung des Anbieters bei leichter Fahrlässigkeit ausgeschlossen.",
    "Die Haftung nach dem Produkthaftungsgesetz bleibt unberührt.",
)
MORE = (
    "Für Vorsatz und grobe Fahrlässigkeit haftet der Anbieter nach den gesetzlichen Vorschriften.",
    "Für einfache Fahrlässigkeit haftet der Anbieter, soweit wesentliche Vertragspflichten verletzt sind, beschränkt auf den vorhersehbaren Schaden.",
    "Eine weitergehende Haftung auf Schadensersatz ist ausgeschlossen.",
    "Die Haftungsbeschränkungen dieses Paragraphen gelten nicht für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, bei arglistigem Verschweigen eines Mangels, bei Übernahme einer Garantie sowie bei Ansprüchen aus dem Produkthaftungsgesetz.",
)


def wrong(text: str, rows: str) -> list[str]:
    """The cells of a section that are not as expected, with the extent found."""
    matrices = [m for m in liability.reading_of(text).liability if m.scope is None]
    expected = liability.expected([f"supplier | {rows}"])["supplier", ""]
    if [m.liable.value if m.liable else None for m in matrices] != ["supplier"]:
        return [f"matrices of {[m.liable for m in matrices]}"]
    return [
        f"{c.fault.value} x {c.damage.value}: {c.extent.value}"
        for c in matrices[0].cells
        if c.extent is not expected.get((c.fault, c.damage), Extent.NOT_REGULATED)
    ]


@pytest.mark.parametrize(("rows", "text"), CASES)
def test_a_usual_clause_gives_its_matrix(rows: str, text: str) -> None:
    assert wrong(f"§ 1 Leistung\nDer Anbieter leistet für den Kunden.\n\n§ 2 Haftung\n{text}\n", rows) == []


def section(paragraphs: tuple[str, ...]) -> str:
    """A numbered section on liability."""
    return "§ 2 Haftung\n" + "\n".join(f"({i}) {p}" for i, p in enumerate(paragraphs, start=1)) + "\n"


def test_the_order_of_the_paragraphs_does_not_matter() -> None:
    failed = {section(order): found for order in permutations(PARAGRAPHS) if (found := wrong(section(order), USUAL))}
    assert failed == {}


def test_the_order_of_other_paragraphs_does_not_matter_either() -> None:
    failed = {section(order): found for order in permutations(MORE) if (found := wrong(section(order), CARVED))}
    assert failed == {}
