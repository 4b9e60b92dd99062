"""Two values for the same thing are found with both places; values for two things are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.comparing.contradictions import contradiction_findings
from app.comparing.duplicates import duplicate_pairs
from app.comparing.sections import repeated_sections
from app.importing.options import ReadOptions
from app.models.analysis import Finding, Severity
from app.models.reading import Reading
from app.pipeline.stages import read, understand
from app.wording.findings import explanation, title

DAY = date(2026, 11, 22)


def understood(*clauses: str) -> Reading:
    """Clauses as § 1, § 2, … each with its heading before a slash."""
    parts = [c.partition(" / ") for c in clauses]
    text = "\n\n".join(f"§ {n} {head}\n{body}" for n, (head, _, body) in enumerate(parts, start=1))
    return understand(read(text.encode(), "muster.txt", ReadOptions()))


def found(reading: Reading) -> list[Finding]:
    pairs = duplicate_pairs(reading.clauses)
    return contradiction_findings(reading, pairs, repeated_sections(reading.clauses, pairs))


def quoted(finding: Finding, reading: Reading) -> str:
    return " | ".join(reading.by_id[e.clause].text[e.start : e.end] for e in finding.evidence)


FILLER = "Geltung / Diese Bedingungen gelten für alle Verträge zwischen dem Anbieter und dem Kunden."

CLEAR = [
    ("Laufzeit / Der Vertrag kann mit einer Frist von 3 Monaten zum Jahresende gekündigt werden.", "Schluss / Der Vertrag kann mit einer Frist von 3 Monaten zum Quartalsende gekündigt werden.", "high"),
    ("Kündigung / Die Kündigungsfrist beträgt sechs Wochen zum Monatsende.", "Sonstiges / Die Kündigungsfrist beträgt drei Monate zum Monatsende.", "high"),
    ("Laufzeit / Beide Parteien können den Vertrag mit einer Frist von vier Wochen kündigen.", "Ende / Der Vertrag ist von beiden Parteien mit einer Frist von zwei Monaten kündbar.", "high"),
    ("Haftung / Der Anbieter haftet bei leichter Fahrlässigkeit bis zu einem Betrag von 10.000 EUR je Schadensfall.", "Schluss / Die Haftung des Anbieters ist bei leichter Fahrlässigkeit auf 12.500 EUR je Schadensfall begrenzt.", "high"),
    ("Haftung / Die Haftung des Anbieters ist auf 50.000 Euro begrenzt.", "Weiteres / Die Haftung des Anbieters ist auf 100.000 Euro beschränkt.", "high"),
    ("Zahlung / Rechnungen sind innerhalb von 14 Tagen nach Zugang zu zahlen.", "Preise / Rechnungen sind binnen 30 Tagen nach Erhalt ohne Abzug zu zahlen.", "medium"),
    ("Zahlung / Die Vergütung ist sofort fällig.", "Preise / Die Vergütung ist innerhalb von 30 Tagen zu zahlen.", "medium"),
    ("Mängel / Mängelansprüche verjähren in einem Jahr ab Lieferung.", "Verjährung / Ansprüche wegen Mängeln verjähren in zwei Jahren ab Ablieferung.", "medium"),
    ("Gewähr / Die Gewährleistungsfrist beträgt 12 Monate.", "Fristen / Die Gewährleistungsfrist beträgt 24 Monate.", "medium"),
    ("Mängel / Mängel sind innerhalb von 8 Tagen nach Lieferung zu rügen, sonst gilt die Ware als genehmigt.", "Prüfung / Der Kunde hat Mängel binnen 14 Tagen nach Lieferung zu rügen, andernfalls gilt die Ware als genehmigt.", "medium"),
    ("Laufzeit / Die Mindestlaufzeit beträgt 12 Monate.", "Dauer / Die Mindestvertragslaufzeit beträgt 24 Monate.", "medium"),
    ("Laufzeit / Das Vertragsverhältnis kann von jeder Partei unter Einhaltung einer Kündigungsfrist von drei Monaten zum Ende eines Kalendervierteljahres gekündigt werden.", "Schluss / Eine ordentliche Kündigung ist mit einer Frist von sechs Wochen zum Monatsende möglich.", "high"),
    ("Haftung / Die Haftung für leicht fahrlässig verursachte Schäden ist der Höhe nach auf EUR 5.000 je Schadensfall begrenzt.", "Schaden / Bei leichter Fahrlässigkeit haftet der Auftragnehmer maximal mit 10.000 Euro pro Schadensfall.", "high"),
    ("Dauer / Der Vertrag verlängert sich automatisch um ein weiteres Jahr, wenn er nicht gekündigt wird.", "Ende / Ohne Kündigung verlängert sich der Vertrag jeweils um sechs Monate.", "medium"),
    ("Rechnung / Einwendungen gegen Rechnungen sind innerhalb von sechs Wochen nach Zugang schriftlich zu erheben; andernfalls gilt die Rechnung als genehmigt.", "Einwand / Beanstandungen der Rechnung hat der Kunde binnen 14 Tagen geltend zu machen, sonst gilt sie als anerkannt.", "medium"),
    ("Änderung / Widerspricht der Kunde den Änderungen nicht innerhalb von vier Wochen nach Zugang, gelten sie als angenommen.", "Neufassung / Die Änderungen gelten als genehmigt, wenn der Kunde ihnen nicht binnen sechs Wochen widerspricht.", "medium"),
    ("Grenze / Die Haftung des Anbieters ist auf das Zweifache der Monatsvergütung begrenzt.", "Haftung / Der Anbieter haftet höchstens bis zum Fünffachen der Monatsvergütung.", "high"),
    ("Recht / Es gilt deutsches Recht.", "Schluss / Auf den Vertrag findet das Recht der Republik Österreich Anwendung.", "medium"),
    ("Gericht / Ausschließlicher Gerichtsstand ist Köln.", "Schluss / Ausschließlicher Gerichtsstand für alle Streitigkeiten ist München.", "medium"),
    ("Gericht / Gerichtsstand ist Hamburg, sofern der Kunde Kaufmann ist.", "Ende / Ist der Kunde Kaufmann, wird als Gerichtsstand Berlin vereinbart.", "medium"),
    ("Wareneingang / Offene Mängel zeigt der Käufer innerhalb einer Woche nach Eingang an, verdeckte innerhalb von zwei Wochen nach ihrer Entdeckung.", "Lieferung / Offene Mängel zeigt der Käufer innerhalb von drei Wochen nach Eingang der Ware an.", "medium"),
    ("Preise / Der Mietzins ist innerhalb von zwei Wochen zu zahlen.", "Rechnung / Die Miete ist innerhalb eines Monats zu zahlen.", "medium"),
    ("Widerruf / Die Widerrufsfrist beträgt 14 Tage.", "Belehrung / Die Widerrufsfrist beträgt vier Wochen.", "medium"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "severity"), CLEAR)
def test_two_values_for_the_same_thing_are_a_contradiction_with_both_quotes(
    first: str, second: str, severity: str
) -> None:
    reading = understood(FILLER, first, second)
    (finding,) = found(reading)
    assert (finding.severity.value, len(finding.clauses)) == (severity, 2)
    assert quoted(finding, reading) == " | ".join(part.partition(" / ")[2] for part in (first, second))
    assert finding.params["first"] in explanation(finding, "de")
    assert "{" not in title(finding, "de") + title(finding, "en") + explanation(finding, "en")


NONE = [
    ("Laufzeit / Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden.", "Ende / Der Vertrag kann mit einer Frist von 3 Monaten zum Ende eines Kalenderjahres gekündigt werden."),
    ("Mängel / Mängelansprüche verjähren in einem Jahr.", "Fristen / Die Verjährungsfrist für Mängelansprüche beträgt 12 Monate."),
    ("Mängel / Gegenüber Verbrauchern verjähren Mängelansprüche in zwei Jahren.", "Fristen / Gegenüber Unternehmern verjähren Mängelansprüche in einem Jahr."),
    ("Mängel / Mängelansprüche verjähren in zwei Jahren.", "Gebraucht / Bei gebrauchten Sachen verjähren Mängelansprüche in einem Jahr."),
    ("Mängel / Die Verjährungsfrist beträgt ein Jahr.", "Bau / Bei einem Bauwerk beträgt die Verjährungsfrist fünf Jahre."),
    ("Zahlung / Rechnungen sind innerhalb von 30 Tagen zu zahlen.", "Anzahlung / Die Anzahlung ist innerhalb von 7 Tagen zu zahlen."),
    ("Zahlung / Rechnungen sind innerhalb von 30 Tagen zu zahlen.", "Neukunden / Neukunden zahlen Rechnungen innerhalb von 8 Tagen."),
    ("Laufzeit / Die Mindestlaufzeit beträgt 24 Monate.", "Verlängerung / Der Vertrag verlängert sich um jeweils 12 Monate, wenn er nicht mit einer Frist von drei Monaten gekündigt wird."),
    ("Ende / Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.", "Preise / Erhöht der Anbieter die Preise, kann der Kunde mit einer Frist von zwei Wochen kündigen."),
    ("Wartung / Wartungsverträge sind mit einer Frist von drei Monaten zum Jahresende kündbar.", "Hosting / Hostingverträge sind mit einer Frist von vier Wochen zum Monatsende kündbar."),
    ("Mängel / Offensichtliche Mängel sind innerhalb von 8 Tagen zu rügen.", "Verdeckt / Verdeckte Mängel sind innerhalb von zwei Wochen nach Entdeckung zu rügen."),
    ("Mängel / Offene Mängel rügt der Käufer binnen einer Woche, verdeckte binnen zwei Wochen nach Entdeckung.", "Verdeckt / Verdeckte Mängel sind innerhalb von zwei Wochen nach Entdeckung zu rügen."),
    ("Haftung / Die Haftung ist auf 10.000 EUR je Schadensfall begrenzt.", "Daten / Die Haftung für Datenverlust ist auf 5.000 EUR je Schadensfall begrenzt."),
    ("Haftung / Die Haftung ist je Schadensfall auf 10.000 EUR begrenzt.", "Gesamt / Die Haftung ist insgesamt auf 25.000 EUR im Kalenderjahr begrenzt."),
    ("Verzug / Bei Verzug schuldet der Anbieter 0,5 % des Preises je Woche, höchstens 5 % des Preises.", "Zahlung / Rechnungen sind innerhalb von 14 Tagen zu zahlen."),
    ("Recht / Es gilt deutsches Recht.", "Schweiz / Gegenüber Verbrauchern in der Schweiz gilt Schweizer Recht."),
    ("Gericht / Gerichtsstand ist der Sitz des Anbieters in Köln.", "Ende / Als Gerichtsstand wird Köln vereinbart."),
    ("Laufzeit / Wählt der Kunde jährliche Abrechnung, beträgt die Mindestlaufzeit ein Jahr. Wählt der Kunde monatliche Abrechnung, beträgt die Mindestlaufzeit einen Monat.", FILLER),
    ("Ende / Der Kunde kann mit einer Frist von zwei Wochen kündigen.", "Anbieter / Der Anbieter kann mit einer Frist von drei Monaten kündigen."),
    ("Rechnung / Der Anbieter kann Zahlung auf Rechnung zulassen. In diesem Fall ist der Preis innerhalb von 7 Tagen zu zahlen.", "Teil / Der Anbieter kann Zahlung in Raten zulassen. In diesem Fall ist der Preis innerhalb von 30 Tagen zu zahlen."),
    ("Zahlung / Soweit bei den einzelnen Zahlungsarten nicht anders angegeben, ist der Preis sofort fällig.", "Rechnung / Die Zahlungsfrist beträgt 14 Tage."),
    ("Mängel / Die Verjährungsfrist verkürzen wir auf ein Jahr. Wurde ein Mangel in dieser Zeit angezeigt, können Sie ihn noch innerhalb von zwei Jahren geltend machen.", FILLER),
    ("Mängel / Mängelansprüche verjähren in zwei Jahren.", "Schaden / In den in § 3 genannten Fällen verjähren Ansprüche in zwölf Monaten."),
    ("Ende / Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.", "Zusatz / Der Anbieter kann Zusatzleistungen mit einer Frist von zwei Wochen kündigen."),
    ("Widerruf / Der Verbraucher kann innerhalb von einem Monat widerrufen.", "Weiteres / Der Verbraucher kann die Ware innerhalb von 30 Tagen nach Lieferung umtauschen."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), NONE)
def test_values_for_two_cases_are_no_contradiction(first: str, second: str) -> None:
    assert [(f.code, f.params) for f in found(understood(FILLER, first, second))] == []


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (
            "Ende / Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.",
            "Kunde / Der Kunde kann den Vertrag mit einer Frist von einem Monat kündigen.",
            "possible_contradiction",
        ),
        (
            "Gericht / Gerichtsstand ist Köln.",
            "Kaufleute / Ist der Kunde Kaufmann, ist Gerichtsstand Bonn.",
            "possibly_two_courts",
        ),
    ],
)
def test_where_the_case_is_open_it_is_only_possible(first: str, second: str, code: str) -> None:
    (finding,) = found(understood(first, second))
    assert (finding.code, finding.severity) == (code, Severity.INFO)


DOUBLED = [
    ("Die Frist beträgt 14 (vier) Tage.", "14 (vier) Tage"),
    ("Die Frist beträgt zwei (3) Monate.", "zwei (3) Monate"),
    ("Die Grenze liegt bei EUR 10.000,00 (in Worten: zwölftausend).", "EUR 10.000,00 (in Worten: zwölftausend)"),
    ("Höchstens 10.000,– EUR (in Worten: zwölftausend Euro).", "10.000,– EUR (in Worten: zwölftausend Euro)"),
    ("Bis zu 2.000.000 Euro (in Worten: eine Million Euro).", "2.000.000 Euro (in Worten: eine Million Euro)"),
    ("Ein Verzug von vierzehn (28) Tagen.", "vierzehn (28) Tagen"),
    ("Zinsen von 5 (sechs) % im Jahr.", "5 (sechs) %"),
    ("Zinsen von 5 % (sechs Prozent).", "5 % (sechs Prozent)"),
    ("Binnen 30 [zwanzig] Werktagen.", "30 [zwanzig] Werktagen"),
    ("Nach drei (4) vollen Kalenderwochen.", "drei (4) vollen Kalenderwochen"),
    ("Bis zu 2.000.000 EUR (drei Millionen Euro).", "2.000.000 EUR (drei Millionen Euro)"),
    ("Eine Frist von einem (2) Monat.", "einem (2) Monat"),
    ("Für 6 (sechs) bis 8 (neun) Wochen.", "8 (neun) Wochen"),
    ("Zahlbar in 30 – zwanzig – Tagen.", "30 – zwanzig – Tagen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), DOUBLED)
def test_a_number_in_figures_and_in_other_words_is_found_on_its_place(text: str, place: str) -> None:
    reading = understood(f"Fristen / {text}")
    (finding,) = [f for f in found(reading) if f.code == "doubled_number"]
    assert quoted(finding, reading) == place


@pytest.mark.parametrize(
    "text",
    [
        "Binnen vierzehn (14) Tagen.",
        "Binnen einer Woche (7 Tagen).",
        "Die Summe beträgt 1.000.000 EUR (eine Million Euro).",
        "Die Summe beträgt 1.500.000 EUR (in Worten: eine Million fünfhunderttausend Euro).",
        "Nach § 4 (zwei) Tage.",
        "Höchstens 10.000 EUR (netto) je Fall.",
        "Eine (2) Kopie.",
        "Zwei (2) oder drei (3) Monate.",
        "Ein Jahr (zwölf Monate).",
        "1,5 (eineinhalb) Jahre.",
    ],
)
def test_a_number_said_twice_alike_or_two_numbers_are_none(text: str) -> None:
    assert found(understood(f"Fristen / {text}")) == []


GENERAL = """1. Regelungen für alle Leistungen
1.1 Laufzeit
1.1.1 Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden.
1.1.2 Die Kündigung bedarf der Textform.
2. Hosting
2.1 Laufzeit
2.1.1 Der Vertrag über das Hosting kann mit einer Frist von {0} gekündigt werden.
2.1.2 Daten werden danach gelöscht.
3. Schulung
3.1 Laufzeit
3.1.1 Der Vertrag über die Schulung kann mit einer Frist von {1} gekündigt werden.
3.1.2 Unterlagen bleiben beim Kunden.
"""


@pytest.mark.parametrize(
    ("hosting", "training", "expected"),
    [
        ("drei Monaten zum Quartalsende", "drei Monaten zum Jahresende", ["contradicting_parts"]),
        ("drei Monaten zum Jahresende", "drei Monaten zum Jahresende", []),
    ],
)
def test_general_part_and_special_part_are_named_as_such(hosting: str, training: str, expected: list[str]) -> None:
    reading = understand(read(GENERAL.format(hosting, training).encode(), "muster.txt", ReadOptions()))
    findings = found(reading)
    assert [(f.code, f.severity) for f in findings] == [(code, Severity.INFO) for code in expected]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Anhang: Bedingungen für den Notdienst", ["contradicting_parts"]),
        ("Besondere Bestimmungen für den Notdienst", ["contradicting_parts"]),
        ("Anhang 1: Anmerkungen", []),
        ("Weiteres", ["contradiction", "contradiction"]),
    ],
)
def test_an_annex_with_conditions_is_a_special_part_and_others_stand_aside(heading: str, expected: list[str]) -> None:
    texts = [c.partition(" / ")[2] for c in (CLEAR[0][0], CLEAR[5][0], CLEAR[0][1], CLEAR[5][1])]
    flat = understood(
        "Kopf / ", f"Erstes / {texts[0]}", f"Zweites / {texts[1]}", f"Drittes / {texts[2]}", f"Viertes / {texts[3]}"
    )
    top = replace(flat.clauses[0], heading=heading)
    last = tuple(replace(c, parent=top.id) for c in flat.clauses[3:])
    findings = found(replace(flat, clauses=(*flat.clauses[1:3], top, *last)))
    assert [f.code for f in findings] == expected


def test_two_special_parts_do_not_contradict_each_other() -> None:
    text = GENERAL.format("vier Wochen zum Monatsende", "sechs Monaten zum Quartalsende").replace(
        "1.1.1 Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden.", "1.1.1 Entfällt."
    )
    assert found(understand(read(text.encode(), "muster.txt", ReadOptions()))) == []


TERMS = (
    "Preise / Alle Preise verstehen sich in Euro zuzüglich der jeweils geltenden gesetzlichen Umsatzsteuer ab Lager.",
    "Zahlung / Rechnungen des Anbieters sind innerhalb von 14 Tagen nach Zugang ohne jeden Abzug auf das genannte Konto zu zahlen.",
    "Lieferung / Lieferfristen beginnen erst, wenn alle technischen Fragen geklärt sind und der Kunde seine Unterlagen übergeben hat.",
    "Form / Nebenabreden und Änderungen des Vertrags bedürfen zu ihrer Wirksamkeit der Textform; das gilt auch für diese Klausel selbst.",
)


def test_copies_of_a_section_with_equal_values_do_not_contradict_each_other() -> None:
    assert found(understood(*TERMS, *TERMS)) == []


@pytest.mark.parametrize(("old", "new"), [("14 Tagen", "30 Tagen"), ("14 Tagen", "einem Tag")])
def test_a_copy_with_an_edited_figure_is_a_contradiction(old: str, new: str) -> None:
    reading = understood(*TERMS, *(t.replace(old, new) for t in TERMS))
    (finding,) = found(reading)
    assert (finding.code, finding.severity) == ("edited_copy", Severity.MEDIUM)
    assert (finding.params["first"], finding.params["second"]) == (old, new)
    assert quoted(finding, reading) == " | ".join(t.partition(" / ")[2] for t in (TERMS[1], TERMS[1].replace(old, new)))


def test_a_copied_clause_with_an_edited_figure_is_told_once() -> None:
    clause = "Sicherheit / Der Kunde hinterlegt bei Vertragsschluss eine Sicherheit von 2.000 Euro, die der Anbieter nach Ende des Vertrags zurückgibt."
    reading = understood(FILLER, clause, TERMS[0], clause.replace("2.000", "3.000"))
    (finding,) = found(reading)
    assert (finding.code, finding.params["first"], finding.params["second"]) == (
        "edited_copy",
        "2.000 Euro",
        "3.000 Euro",
    )
