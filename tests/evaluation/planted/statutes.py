"""Clauses that a statute may make ineffective, and references to law that has been replaced.

From the issue's list, per audience. Each is put into a fitting section of terms towards that audience (in place of the
paragraph that rules the same thing, where there is one), and must bring a hint that names one of its norms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.analysis import FindingKind
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.terms import Terms

_ALSO = frozenset({FindingKind.DEVIATION, FindingKind.MISSING, FindingKind.CONTRADICTION})

# base, section, paragraph that makes way ("" none), text, norms of which one must be named
ROWS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    # consumers
    ("webshop", "prices", "", "Wir dürfen den vereinbarten Preis bis zur Lieferung jederzeit erhöhen, auch wenn die Lieferung innerhalb von vier Monaten nach Vertragsschluss erfolgt.", ("309 Nr. 1",)),
    ("webshop", "setoff", "own", "Sie dürfen nur mit rechtskräftig festgestellten Forderungen aufrechnen.", ("309 Nr. 3",)),
    ("webshop", "payment", "default", "Für jede Mahnung berechnen wir eine Pauschale von 25 Euro; der Nachweis eines geringeren Schadens ist ausgeschlossen.", ("309 Nr. 5",)),
    ("webshop", "payment", "", "Nehmen Sie die Ware nicht ab, zahlen Sie eine Vertragsstrafe von 200 Euro.", ("309 Nr. 6",)),
    ("webshop", "liability", "full", "Unsere Haftung für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit ist auf 5.000 Euro begrenzt.", ("309 Nr. 7",)),
    ("webshop", "liability", "cap", "Für grobe Fahrlässigkeit haften wir nicht.", ("309 Nr. 7",)),
    ("webshop", "warranty", "law", "Für neue Ware wird jede Gewährleistung ausgeschlossen.", ("309 Nr. 8", "476")),
    ("webshop", "warranty", "", "Ihre Rechte bei Mängeln beschränken sich auf die Nachbesserung; Minderung und Rücktritt sind ausgeschlossen.", ("309 Nr. 8", "476")),
    ("webshop", "warranty", "", "Verdeckte Mängel müssen Sie uns innerhalb von zwei Wochen nach Erhalt der Ware anzeigen, sonst sind alle Ansprüche ausgeschlossen.", ("309 Nr. 8", "476")),
    ("webshop", "warranty", "limit", "Ansprüche wegen Mängeln neuer Waren verjähren in sechs Monaten ab Ablieferung.", ("309 Nr. 8", "476")),
    ("webshop", "delivery", "time", "Die Lieferung erfolgt, sobald es unser Betriebsablauf zulässt; Lieferfristen sind stets unverbindlich.", ("308 Nr. 1",)),
    ("webshop", "formation", "accept", "An Ihre Bestellung sind Sie drei Monate gebunden; in dieser Zeit entscheiden wir über die Annahme.", ("308 Nr. 1",)),
    ("webshop", "delivery", "", "Wir dürfen jederzeit ohne Angabe von Gründen vom Vertrag zurücktreten.", ("308 Nr. 3",)),
    ("webshop", "delivery", "", "Wir dürfen anstelle der bestellten Ware eine andere liefern, ohne dass es auf Ihr Interesse ankommt.", ("308 Nr. 4",)),
    ("webshop", "dispute", "", "Die Europäische Kommission stellt unter https://ec.europa.eu/consumers/odr eine Plattform zur Online-Streitbeilegung bereit.", ("524/2013", "2024/3228", "ODR", "OS-Plattform")),
    ("webshop", "final", "", "Sämtliche Erklärungen des Kunden an uns bedürfen der Schriftform mit eigenhändiger Unterschrift.", ("309 Nr. 13",)),
    ("webshop", "changes", "", "Wir können diese Bedingungen jederzeit ändern. Die Änderung gilt als angenommen, wenn Sie ihr nicht innerhalb von zwei Wochen widersprechen.", ("308 Nr. 5", "307", "XI ZR 26/20")),
    ("training", "term", "first", "Verträge über laufende Kurse haben eine Mindestlaufzeit von drei Jahren.", ("309 Nr. 9",)),
    ("training", "term", "notice", "Kündigt der Teilnehmer nicht, verlängert sich der Vertrag um jeweils weitere zwölf Monate.", ("309 Nr. 9",)),
    ("training", "term", "notice", "Der Teilnehmer kann den Vertrag mit einer Frist von sechs Monaten zum Ende der Laufzeit kündigen.", ("309 Nr. 9",)),
    ("training", "cancel", "fee", "Bei einer späteren Abmeldung zahlt der Teilnehmer eine Pauschale von 90 % des Entgelts, ohne dass er einen geringeren Schaden nachweisen darf.", ("309 Nr. 5",)),
    ("training", "liability", "", "Die Haftung der Veranstalterin für Vorsatz wird ausgeschlossen.", ("276 Abs. 3", "309 Nr. 7")),
    ("training", "care", "", "Der Teilnehmer trägt die Beweislast dafür, dass ein Schaden auf einem Verschulden der Veranstalterin beruht.", ("309 Nr. 12",)),
    ("training", "scope", "", "Abweichende Vereinbarungen mit einzelnen Teilnehmern sind nur wirksam, wenn sie schriftlich getroffen werden; mündliche Abreden sind unwirksam.", ("305b",)),
    ("training", "privacy", "", "Die Nutzung der Internetseite richtet sich nach dem Telemediengesetz (TMG).", ("TMG", "DDG")),
    # businesses
    ("itservice", "liability", "full", "Für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit haftet der Auftragnehmer höchstens bis zu 10.000 EUR.", ("309 Nr. 7", "307")),
    ("itservice", "liability", "cap", "Die Haftung für grobe Fahrlässigkeit ist ausgeschlossen.", ("309 Nr. 7", "307")),
    ("itservice", "liability", "cap", "Für die leicht fahrlässige Verletzung wesentlicher Vertragspflichten haftet der Auftragnehmer nicht.", ("307",)),
    ("itservice", "fees", "setoff", "Der Auftraggeber ist zur Aufrechnung nur berechtigt, wenn seine Forderung rechtskräftig festgestellt ist.", ("309 Nr. 3", "307")),
    ("itservice", "changes", "", "Der Auftragnehmer kann diese Bedingungen jederzeit ändern. Widerspricht der Auftraggeber nicht binnen zwei Wochen, gilt dies als Zustimmung.", ("308 Nr. 5", "307")),
    ("itservice", "final", "", "Die Parteien ersetzen eine unwirksame Bestimmung durch diejenige wirksame, die dem wirtschaftlichen Zweck der unwirksamen am nächsten kommt.", ("306",)),
    ("itservice", "privacy", "", "Die Mitarbeiter des Auftragnehmers sind nach § 5 BDSG a. F. auf das Datengeheimnis verpflichtet.", ("BDSG",)),
    ("hosting", "privacy", "", "Auf Endgeräten setzen wir Kennungen nach § 25 TTDSG.", ("TTDSG", "TDDDG")),
    ("hosting", "privacy", "", "Für Inhalte des Kunden gilt § 10 TMG.", ("TMG", "DDG")),
    ("saas", "exit", "switch", "Der Kunde kann mit einer Frist von sechs Monaten zu einem anderen Anbieter von Datenverarbeitungsdiensten wechseln.", ("2023/2854", "Data Act")),
    ("machines", "liability", "", "Ansprüche nach dem Produkthaftungsgesetz sind ausgeschlossen.", ("ProdHaftG", "Produkthaftung")),
    ("machines", "inspection", "hidden", "Verborgene Mängel zeigt der Käufer innerhalb von drei Tagen nach der Ablieferung an.", ("377 HGB", "309 Nr. 8", "307")),
    ("machines", "liability", "", "Die Haftung für Vorsatz ist ausgeschlossen.", ("276 Abs. 3",)),
    ("purchasing", "payment", "due", "Der Besteller zahlt innerhalb von 120 Tagen nach Zugang der Rechnung.", ("271a", "308 Nr. 1a")),
    ("purchasing", "inspection", "", "Der Besteller hat für die Überprüfung und Abnahme der Ware 60 Tage Zeit.", ("271a", "308 Nr. 1b")),
    ("purchasing", "payment", "", "Verzugszinsen schuldet der Besteller nicht.", ("288",)),
    ("rental", "final", "", "Gerichtsstand für sämtliche Mieter, auch solche, die keine Kaufleute sind, ist ausschließlich Lichthafen.", ("38 ZPO",)),
    ("maintenance", "defects", "limit", "Ansprüche wegen Mängeln, gleich aus welchem Rechtsgrund und auch bei Vorsatz, verjähren in sechs Monaten.", ("309 Nr. 7", "309 Nr. 8", "202", "307")),
)  # fmt: skip


def statutory(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """One fault a row."""
    for name, section, away, text, norms in ROWS:
        place = f"{section}.{away or 'planted'}"
        terms = reworded_whole(base[name], place, text) if away else base[name].inserted(place, text)
        yield Fault(f"{norms[0]} {name} {place}", FindingKind.STATUTORY, terms, (place,), says=norms, also=_ALSO)


def reworded_whole(terms: Terms, place: str, text: str) -> Terms:
    """With the whole text of a paragraph replaced."""
    return terms.reworded(place, terms.paragraph(place).text, text)
