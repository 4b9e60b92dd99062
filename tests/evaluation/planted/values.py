"""Faults in values and wordings: limits exceeded, a reference turned round, two values for one thing.

Tables of place, what stands there and what is planted; limits are those of the starter library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.analysis import FindingKind
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.terms import Paragraph, Section, Terms

DEVIATION, CONTRADICTION, STATUTORY = FindingKind.DEVIATION, FindingKind.CONTRADICTION, FindingKind.STATUTORY

# base, place, words there, words planted: beyond the limit for the side that the header of the terms names
BEYOND_LIMITS = (
    (
        "saas",
        "liability.cap",
        "höchstens auf 2.000.000 EUR je Schadensfall",
        "höchstens auf 50.000 EUR je Schadensfall",
    ),
    ("saas", "fees.due", "30 Tagen", "8 Tagen"),
    ("saas", "term.renewal", "einer Frist von drei Monaten", "einer Frist von sechs Monaten"),
    ("saas", "term.renewal", "um jeweils zwölf Monate", "um jeweils 24 Monate"),
    ("saas", "term.first", "zwölf Monaten", "fünf Jahren"),
    ("saas", "defects.limit", "in zwei Jahren", "in sechs Monaten"),
    ("consulting", "term.notice", "vier Wochen zum Monatsende", "neun Monaten zum Monatsende"),
    (
        "consulting",
        "liability.cap",
        "der in der Regel 1.500.000 Euro je Auftrag nicht übersteigt",
        "höchstens auf 80.000 €",
    ),
    ("consulting", "defects.limit", "in zwei Jahren", "in einem halben Jahr"),
    ("purchasing", "payment.due", "30 Tagen", "sieben Tagen"),
    ("purchasing", "warranty.limit", "in zwei Jahren", "in zwölf Monaten"),
    (
        "purchasing",
        "inspection.open",
        "innerhalb von zwei Wochen nach Eingang",
        "innerhalb von drei Tagen nach Eingang",
    ),
    ("hosting", "term.notice", "drei Monaten", "einem Monat"),
    ("hosting", "fees.due", "21 Tagen", "60 Tagen"),
    ("maintenance", "fees.due", "21 Tagen", "90 Tagen"),
    ("itservice", "term.notice", "drei Monaten zum Monatsende", "zwei Wochen zum Monatsende"),
    ("itservice", "defects.limit", "in einem Jahr", "in fünf Jahren"),
    ("machines", "inspection.open", "innerhalb von zehn Tagen", "innerhalb von sechs Wochen"),
    ("webshop", "withdrawal.period", "binnen vierzehn Tagen", "binnen sieben Tagen"),
    ("webshop", "warranty.limit", "in zwei Jahren", "in einem Jahr"),
    (
        "training",
        "term.notice",
        "mit einer Frist von einem Monat kündigen",
        "mit einer Frist von drei Monaten kündigen",
    ),
    ("training", "term.first", "von sechs Monaten", "von 36 Monaten"),
)

# base, section that makes way, heading, reference wording, and the same with one thing turned round
TURNED: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "negation",
        "saas",
        "",
        "Abnahme",
        "Die Leistung wird förmlich abgenommen. Der Kunde prüft sie innerhalb von 15 Tagen nach Anzeige der Fertigstellung "
        "und erklärt die Abnahme in Textform oder benennt die Mängel. Nutzung oder Zahlung ersetzen die Abnahme nicht.",
        "Die Leistung wird förmlich abgenommen. Der Kunde prüft sie innerhalb von 15 Tagen nach Anzeige der Fertigstellung "
        "und erklärt die Abnahme in Textform oder benennt die Mängel. Nutzung oder Zahlung ersetzen die Abnahme.",
    ),
    (
        "party",
        "saas",
        "",
        "Höhere Gewalt",
        "Hindert ein von außen kommendes, unvorhersehbares und auch mit äußerster Sorgfalt nicht abwendbares Ereignis eine "
        "Partei an der Leistung, ruhen die davon betroffenen Pflichten für dessen Dauer. Die Partei zeigt Beginn und Ende "
        "sofort an. Dauert das Hindernis länger als vier Wochen, kann der Kunde vom noch nicht erfüllten Teil des Vertrags "
        "zurücktreten.",
        "Hindert ein von außen kommendes, unvorhersehbares und auch mit äußerster Sorgfalt nicht abwendbares Ereignis eine "
        "Partei an der Leistung, ruhen die davon betroffenen Pflichten für dessen Dauer. Die Partei zeigt Beginn und Ende "
        "sofort an. Dauert das Hindernis länger als vier Wochen, kann der Anbieter vom noch nicht erfüllten Teil des "
        "Vertrags zurücktreten.",
    ),
    (
        "modal",
        "saas",
        "cooperation",
        "Mitwirkung des Kunden",
        "Die Mitwirkung des Kunden ist in der Leistungsbeschreibung abschließend aufgeführt. Fehlt sie, muss der Anbieter "
        "das unverzüglich in Textform anzeigen und eine Nachfrist setzen; sonst kann er sich nicht darauf berufen.",
        "Die Mitwirkung des Kunden ist in der Leistungsbeschreibung abschließend aufgeführt. Fehlt sie, kann der Anbieter "
        "das unverzüglich in Textform anzeigen und eine Nachfrist setzen; auch sonst kann er sich darauf berufen.",
    ),
    (
        "negation",
        "saas",
        "",
        "Unterauftragnehmer",
        "Der Anbieter erbringt die Leistung mit eigenem Personal. Unterauftragnehmer setzt er nur nach vorheriger "
        "Zustimmung des Kunden in Textform ein und haftet für sie wie für eigene Mitarbeiter.",
        "Der Anbieter erbringt die Leistung mit eigenem Personal. Unterauftragnehmer setzt er auch ohne vorherige "
        "Zustimmung des Kunden ein und haftet für sie nicht wie für eigene Mitarbeiter.",
    ),
    (
        "party",
        "saas",
        "rights",
        "Nutzungs- und Schutzrechte",
        "An allen für den Kunden geschaffenen Arbeitsergebnissen erhält dieser mit ihrer Entstehung das ausschließliche, "
        "räumlich und zeitlich unbeschränkte, übertragbare Recht, sie auf alle bekannten Arten zu nutzen und zu bearbeiten. "
        "Der Anbieter stellt ihn von Ansprüchen wegen der Verletzung von Schutzrechten Dritter frei, es sei denn, er hat "
        "sie nicht zu vertreten.",
        "An allen für den Kunden geschaffenen Arbeitsergebnissen erhält dieser mit ihrer Entstehung das ausschließliche, "
        "räumlich und zeitlich unbeschränkte, übertragbare Recht, sie auf alle bekannten Arten zu nutzen und zu bearbeiten. "
        "Der Kunde stellt den Anbieter von Ansprüchen wegen der Verletzung von Schutzrechten Dritter frei, es sei denn, er "
        "hat sie nicht zu vertreten.",
    ),
    (
        "negation",
        "saas",
        "changes",
        "Änderung der Bedingungen",
        "Änderungen dieser Bedingungen werden nur wirksam, wenn beide Parteien ihnen ausdrücklich in Textform zustimmen. "
        "Schweigen oder die weitere Nutzung der Leistung gilt nicht als Zustimmung.",
        "Änderungen dieser Bedingungen werden nur wirksam, wenn beide Parteien ihnen ausdrücklich in Textform zustimmen. "
        "Schweigen oder die weitere Nutzung der Leistung gilt als Zustimmung.",
    ),
    (
        "negation",
        "saas",
        "",
        "Aufrechnung und Zurückbehaltung",
        "Aufrechnungs- und Zurückbehaltungsrechte stehen dem Kunden im gesetzlichen Umfang zu. Bei mangelhafter Leistung "
        "darf er einen angemessenen Teil der Vergütung bis zur Beseitigung der Mängel einbehalten.",
        "Aufrechnungs- und Zurückbehaltungsrechte stehen dem Kunden nicht zu. Bei mangelhafter Leistung darf er keinen Teil "
        "der Vergütung bis zur Beseitigung der Mängel einbehalten.",
    ),
    (
        "negation",
        "saas",
        "privacy",
        "Datenschutz",
        "Soweit der Anbieter personenbezogene Daten im Auftrag des Kunden verarbeitet, geschieht dies allein nach dessen "
        "Weisung auf Grundlage eines gesonderten Vertrags zur Auftragsverarbeitung. Die Verarbeitung findet in der "
        "Europäischen Union oder im Europäischen Wirtschaftsraum statt; weitere Auftragsverarbeiter bedürfen der vorherigen "
        "Zustimmung.",
        "Soweit der Anbieter personenbezogene Daten im Auftrag des Kunden verarbeitet, geschieht dies nicht allein nach "
        "dessen Weisung auf Grundlage eines gesonderten Vertrags zur Auftragsverarbeitung. Die Verarbeitung findet auch "
        "außerhalb der Europäischen Union oder des Europäischen Wirtschaftsraums statt; weitere Auftragsverarbeiter "
        "bedürfen keiner vorherigen Zustimmung.",
    ),
    (
        "number",
        "hosting",
        "price",
        "Preisanpassung",
        "Steigen oder sinken unsere Personal- oder Beschaffungskosten für die geschuldete Leistung, passen wir die Vergütung "
        "einmal im Jahr entsprechend an. Wir legen die Gründe offen und teilen die Anpassung drei Monate vorher in Textform "
        "mit. Beträgt eine Erhöhung mehr als fünf Prozent, kann der Kunde zum Wirksamwerden kündigen.",
        "Steigen oder sinken unsere Personal- oder Beschaffungskosten für die geschuldete Leistung, passen wir die Vergütung "
        "einmal im Jahr entsprechend an. Wir legen die Gründe offen und teilen die Anpassung drei Monate vorher in Textform "
        "mit. Beträgt eine Erhöhung mehr als 25 Prozent, kann der Kunde zum Wirksamwerden kündigen.",
    ),
    (
        "negation",
        "hosting",
        "secrecy",
        "Vertraulichkeit",
        "Vertrauliche Informationen der jeweils anderen Seite verwenden die Parteien nur für den Vertragszweck und machen "
        "sie Dritten nicht zugänglich. Unser Fachwissen, Angebote und Kalkulationen gehören dazu. Die Pflicht endet drei "
        "Jahre nach Vertragsende; sie erfasst nicht, was öffentlich bekannt ist oder wird, ohne dass eine Partei dagegen "
        "verstoßen hat.",
        "Vertrauliche Informationen der jeweils anderen Seite verwenden die Parteien nicht nur für den Vertragszweck und "
        "machen sie Dritten zugänglich. Unser Fachwissen, Angebote und Kalkulationen gehören dazu. Die Pflicht endet drei "
        "Jahre nach Vertragsende; sie erfasst auch, was öffentlich bekannt ist oder wird, ohne dass eine Partei dagegen "
        "verstoßen hat.",
    ),
)

# base, place of the first value, section and words of the second
SECOND_VALUES = (
    ("saas", "term.renewal", "fees", "Der Vertrag kann von beiden Parteien mit einer Frist von drei Monaten zum Quartalsende gekündigt werden."),
    ("saas", "liability.cap", "defects", "Bei einfacher Fahrlässigkeit haftet der Anbieter für die Verletzung wesentlicher Vertragspflichten höchstens bis zu 1.200.000 EUR je Schadensfall."),
    ("itservice", "fees.due", "delay", "Rechnungen des Auftragnehmers sind innerhalb von 14 Tagen nach Zugang ohne Abzug zu zahlen."),
    ("itservice", "term.notice", "final", "Die laufende Betreuung können beide Seiten mit einer Frist von sechs Monaten zum Jahresende kündigen."),
    ("webshop", "withdrawal.period", "formation", "Für Ihre Vertragserklärung gilt eine Widerrufsfrist von dreißig Tagen ab Erhalt der Ware."),
    ("webshop", "payment.due", "prices", "Beim Kauf auf Rechnung zahlen Sie den Kaufpreis innerhalb von 30 Tagen nach Erhalt der Ware und der Rechnung."),
    ("hosting", "defects.limit", "services", "Mängelansprüche des Kunden verjähren in 18 Monaten nach Kenntnis des Mangels."),
    ("hosting", "term.renewal", "fees", "Ohne Kündigung verlängert sich der Vertrag um jeweils weitere sechs Monate."),
    ("hosting", "term.notice", "final", "Der Vertrag kann von beiden Seiten mit einer Frist von vier Monaten zum Ende der jeweiligen Laufzeit gekündigt werden."),
    ("maintenance", "term.first", "price", "Die feste Erstlaufzeit des Vertrags beträgt 36 Monate."),
    ("machines", "delay.week", "delivery", "Die Entschädigung wegen Lieferverzugs ist auf höchstens 8 % des Preises der verspäteten Lieferung begrenzt."),
    ("machines", "inspection.open", "delivery", "Erkennbare Mängel der Ware zeigt der Käufer innerhalb von fünf Tagen nach der Ablieferung in Textform an."),
    ("rental", "termination.notice", "fees", "Unbefristete Mietverträge sind für beide Seiten mit einer Frist von sechs Wochen zum Quartalsende kündbar."),
    ("training", "term.notice", "services", "Nach Ablauf der Mindestlaufzeit kann der Teilnehmer den Vertrag jederzeit mit einer Frist von zwei Wochen kündigen."),
)  # fmt: skip

# base, place, words there, words planted: a number in figures that its word in brackets gives otherwise
WORD_AGAINST_FIGURE = (
    ("itservice", "fees.due", "30 Tagen", "30 (zwanzig) Tagen"),
    ("saas", "term.renewal", "einer Frist von drei Monaten", "einer Frist von drei (2) Monaten"),
    ("maintenance", "fees.due", "21 Tagen", "21 (zwölf) Tagen"),
    ("training", "fees.due", "14 Tagen", "14 (vier) Tagen"),
    ("machines", "inspection.open", "zehn Tagen", "10 (acht) Tagen"),
    ("purchasing", "frame.notice", "einer Frist von drei Monaten", "einer Frist von 3 (sechs) Monaten"),
)


def deviations(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """Values beyond the library's limits, and reference wordings turned round."""
    for name, place, old, new in BEYOND_LIMITS:
        terms = base[name].reworded(place, old, new)
        also = frozenset({STATUTORY})
        yield Fault(f"limit {name} {place} {new}", DEVIATION, terms, (place,), also=also)
    for what, name, away, heading, _, turned in TURNED:
        terms = with_wording(base[name], away, heading, turned)
        also = frozenset({STATUTORY})
        yield Fault(f"{what} {name} {heading}", DEVIATION, terms, ("planted.wording",), also=also)


def with_wording(terms: Terms, away: str, heading: str, text: str) -> Terms:
    """The terms with a section of that wording in place of `away`, or before the last section."""
    terms = terms.with_new_section(Section("planted", heading, (Paragraph("wording", text),)), before=away or "final")
    return terms.without(away) if away else terms


def contradictions(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """A second value for the same thing elsewhere, and numbers whose word and figure differ."""
    also = frozenset({DEVIATION, STATUTORY, FindingKind.DUPLICATE})
    for name, place, section, text in SECOND_VALUES:
        terms = base[name].inserted(f"{section}.planted", text)
        yield Fault(f"second {name} {place}", CONTRADICTION, terms, (place, f"{section}.planted"), also=also)
    for name, place, old, new in WORD_AGAINST_FIGURE:
        terms = base[name].reworded(place, old, new)
        yield Fault(f"number {name} {place} {new}", CONTRADICTION, terms, (place,), also=also)
