"""Objection deadlines: complain, object or refuse in time, or lose a right or agree."""

from __future__ import annotations

import pytest

from app.models.provisions import Evidence
from app.nlp.provisions import find_provisions
from tests.unit.nlp.provisions.conftest import Read, clause

KIND = "objection_deadline"


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Der Käufer hat offensichtliche Mängel innerhalb von 8 Werktagen nach Lieferung schriftlich zu rügen.", "8 working_day subject=defect by=customer start=delivery form=written_form"),
        ("Mängel sind unverzüglich, spätestens binnen zehn Tagen nach Ablieferung, anzuzeigen; andernfalls gilt die Ware als genehmigt.", "10 day subject=defect deemed_consent by=customer start=delivery"),
        ("Der Besteller hat Mängel unverzüglich zu rügen.", "immediate subject=defect by=customer"),
        ("Beanstandungen müssen sofort nach Erhalt der Ware erhoben werden.", "immediate subject=defect by=customer start=receipt"),
        ("Einwendungen gegen die Rechnung sind innerhalb von sechs Wochen nach Zugang zu erheben.", "6 week subject=invoice by=customer start=receipt"),
        ("Die Änderungen gelten als genehmigt, wenn der Kunde ihnen nicht binnen eines Monats widerspricht.", "1 month subject=change_of_terms deemed_consent by=customer"),
        ("Das Werk gilt als abgenommen, wenn der Auftraggeber es nicht innerhalb von 12 Werktagen ablehnt.", "12 working_day subject=acceptance deemed_consent by=customer"),
        ("Die Stundennachweise gelten als anerkannt, wenn der Kunde nicht binnen 5 Arbeitstagen Einwände erhebt.", "5 working_day subject=timesheet deemed_consent by=customer"),
        ("Widerspricht der Nutzer der Preisanpassung nicht innerhalb von vier Wochen, wird sie wirksam.", "4 week subject=price_change deemed_consent by=customer"),
        ("Der Kunde verliert seine Rechte, wenn er Transportschäden nicht innerhalb von 24 Stunden meldet.", "24 hour subject=defect by=customer"),
        ("Reklamationen sind innerhalb einer Woche nach Eingang der Rechnung geltend zu machen.", "1 week subject=defect by=customer start=receipt"),
        ("Mängelrügen sind binnen einer Frist von 14 (vierzehn) Tagen zu erheben.", "14 day subject=defect by=customer"),
        ("Die Abrechnung gilt als anerkannt, sofern ihr nicht binnen 30 Tagen widersprochen wird.", "30 day subject=invoice deemed_consent by=customer"),
        ("Der Lieferant hat der Bestelländerung innerhalb von 3 Werktagen zu widersprechen, sonst gilt sie als angenommen.", "3 working_day subject=other deemed_consent by=supplier"),
        ("Schweigt der Kunde auf die Preiserhöhung vier Wochen lang, gilt dies als Zustimmung.", "4 week subject=price_change deemed_consent by=customer"),
        ("Der Reisende hat Ansprüche innerhalb eines Monats nach Ende der Reise geltend zu machen.", "1 month subject=other by=customer start=completion"),
        ("Korrekturabzüge gelten als freigegeben, wenn der Kunde nicht binnen drei Werktagen Fehler meldet.", "3 working_day subject=acceptance deemed_consent by=customer"),
        ("Mängel müssen uns innerhalb weiterer 5 Werktage in Textform gemeldet werden.", "5 working_day subject=defect by=customer form=text_form"),
    ],
)  # fmt: skip
def test_deadlines_with_subject_consequence_and_party(found: Read, text: str, deadline: str) -> None:
    assert found(text, kind=KIND) == [deadline]


@pytest.mark.parametrize(
    "text",
    [
        "Verbraucher können den Vertrag binnen 14 Tagen widerrufen.",
        "Der Verkäufer wird gerügte Mängel innerhalb von zwei Wochen beseitigen.",
        "Der Kunde hat uns Adressänderungen unverzüglich mitzuteilen.",
        "Der Vertrag kommt zustande, wenn wir die Bestellung innerhalb von 5 Tagen annehmen.",
        "Der Kunde hat den Verlust seines Passworts unverzüglich zu melden.",
        "Reklamationen werden innerhalb von drei Werktagen bearbeitet.",
        "Zugriffe Dritter auf die Vorbehaltsware hat der Kunde unverzüglich anzuzeigen.",
        "Mängelansprüche verjähren in einem Jahr ab Ablieferung.",
        "Reklamationen sind innerhalb von zwei Jahren geltend zu machen.",
        "Die Mitteilung gilt drei Tage nach Absendung als zugegangen.",
        "Die Änderung wird einen Monat nach ihrer Mitteilung wirksam.",
        "Rechnungen sind innerhalb von 14 Tagen zu begleichen, Mängel werden gesondert behandelt.",
        "Wir werden den Mangel unverzüglich beheben.",
        "Wir bitten Sie, Transportschäden sofort beim Zusteller zu reklamieren.",
    ],
)
def test_what_is_no_objection(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


def test_the_consequence_may_be_the_next_sentence_and_is_quoted(provisions: object) -> None:
    text = "Einwendungen sind binnen sechs Wochen nach Rechnungszugang zu erheben. Unterbleibt dies, gilt die Rechnung als genehmigt."
    (found,) = provisions(text)  # type: ignore[operator]
    assert (found.value.deemed_consent, found.quote) == (True, text)


def test_the_consequence_may_be_the_next_paragraph(found: Read) -> None:
    first = "Der Käufer hat Mängel innerhalb von 10 Tagen zu rügen."
    second = "Unterlässt er die Rüge, gilt die Ware als genehmigt."
    assert found(first, second, kind=KIND) == ["10 day subject=defect deemed_consent by=customer"]


def test_where_the_consequence_stands_is_evidence(provisions: object) -> None:
    first, second = (
        "Der Käufer hat Mängel innerhalb von 10 Tagen zu rügen.",
        "Unterlässt er die Rüge, gilt die Ware als genehmigt.",
    )
    top = clause(1, "", heading="Mängel")
    (found,) = find_provisions((top, clause(2, first, parent=top.id), clause(3, second, parent=top.id)))
    assert found.evidence == (Evidence("c0003", 0, len(second), "consequence"),)
    (found,) = provisions(f"{first} Es gilt deutsches Recht. {second}")  # type: ignore[operator]
    assert [
        (e.clause, e.part, f"{first} Es gilt deutsches Recht. {second}"[e.start : e.end]) for e in found.evidence
    ] == [("c0001", "consequence", second)]


def test_a_word_that_contradicts_its_figure_and_the_lower_end_of_a_range_are_evidence(provisions: object) -> None:
    text = "Mängel sind innerhalb von 14 (vier) Tagen zu rügen."
    (found,) = provisions(text)  # type: ignore[operator]
    assert [(e.part, text[e.start : e.end]) for e in found.evidence] == [("number_word", "vier")]
    text = "Mängel sind innerhalb von 8 bis 10 Tagen zu rügen."
    (found,) = provisions(text)  # type: ignore[operator]
    assert [(e.part, text[e.start : e.end]) for e in found.evidence] == [("lower_end", "8")]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Widerspricht der Kunde der Änderung durch den Anbieter nicht binnen vier Wochen, gilt sie als genehmigt.", "customer"),
        ("Ist der Kauf für beide Teile ein Handelsgeschäft, sind Mängel unverzüglich zu rügen.", "customer"),
        ("Die Bestellung ist verbindlich, sofern der Lieferant ihr nicht binnen 5 Tagen widerspricht.", "supplier"),
    ],
)  # fmt: skip
def test_who_objects_is_who_does_not_just_stand_beside(found: Read, text: str, by: str) -> None:
    assert [value.split(" by=")[1].split()[0] for value in found(text, kind=KIND)] == [by]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Wir passen die Preise jährlich an. Wir teilen dies mit. Ohne Einspruch binnen 14 Tagen gilt die Änderung als genehmigt.", "price_change"),
        ("Wir passen diese Bedingungen an. Wir teilen dies mit. Ohne Einspruch binnen 14 Tagen gilt die Änderung als genehmigt.", "change_of_terms"),
        ("Lieferpläne sind verbindlich, sofern der Lieferant nicht binnen 5 Tagen widerspricht.", "other"),
        ("Rügt der Kunde nicht binnen eines Monats die Unvollständigkeit der Leistungen, kann er nichts mehr verlangen.", "delivery"),
        ("Rügt der Kunde nicht binnen eines Monats Mängel oder die Unvollständigkeit der Lieferung, verliert er seine Rechte.", "defect"),
        ("Verdeckte Schäden sind binnen 7 Tagen anzuzeigen, sonst gilt die Ware als genehmigt.", "defect"),
        ("Beanstandungen der Mobilfunkrechnung sind innerhalb von acht Wochen nach Zugang vorzubringen.", "invoice"),
        ("Einwendungen gegen die Nebenkostenabrechnung sind binnen drei Monaten zu erheben.", "invoice"),
        ("Die Schlussrechnung gilt als anerkannt, wenn der Besteller sie nicht innerhalb von 14 Tagen beanstandet.", "invoice"),
        ("Monatsrechnungen sind binnen vier Wochen zu reklamieren.", "invoice"),
        ("Widerspricht der Partner der Provisionsabrechnung nicht innerhalb eines Monats, gilt sie als genehmigt.", "invoice"),
        ("Reklamationen zu Sammelrechnungen müssen spätestens 30 Tage nach Erhalt eingehen.", "invoice"),
        ("Beanstandungen der Saldenmitteilung sind innerhalb von sechs Wochen zu erheben.", "invoice"),
        ("Mängel der Ware sind binnen acht Tagen nach Zugang der Schlussrechnung zu rügen.", "defect"),
        ("Der Käufer hat Mängel innerhalb von fünf Tagen unter Angabe der Rechnungsnummer schriftlich zu rügen.", "defect"),
        ("Beanstandungen der Ware sind binnen einer Woche zu erheben; eine Verrechnung ist ausgeschlossen.", "defect"),
        ("Mängelrügen sind innerhalb von 10 Tagen zu erheben und berechtigen nicht zur Aufrechnung.", "defect"),
        ("Der Kunde hat Mängel binnen sieben Tagen zu rügen; die Berechnung der Frist beginnt mit der Ablieferung.", "defect"),
        ("Widerspricht der Kunde der Verbrauchsabrechnung nicht binnen sechs Wochen, gilt sie als genehmigt.", "invoice"),
        ("Einwände gegen die Abschlagsrechnungen sind innerhalb von zwei Wochen geltend zu machen.", "invoice"),
        ("Fakturen gelten als anerkannt, sofern sie nicht binnen 10 Tagen beanstandet werden.", "invoice"),
        ("Beanstandungen von Kontoauszügen müssen innerhalb von 30 Tagen erfolgen.", "invoice"),
        ("Mängel sind binnen einer Woche zu rügen; der Kaufpreis darf nicht durch Gegenrechnung gekürzt werden.", "defect"),
        ("Beanstandungen der Preisberechnung und der Ware sind binnen drei Tagen zu erheben; die Rechnungsnummer ist anzugeben.", "defect"),
        ("Offene Mängel sind binnen sieben Tagen ab Rechnungsdatum anzuzeigen, sonst gilt die Ware als genehmigt.", "defect"),
    ],
)  # fmt: skip
def test_what_is_objected_to(found: Read, text: str, subject: str) -> None:
    assert [value.split("subject=")[1].split()[0] for value in found(text, kind=KIND)] == [subject]


def test_a_number_in_the_next_sentence_limits_what_is_to_be_done_at_once(found: Read) -> None:
    text = "Der Kunde hat Beanstandungen unverzüglich anzuzeigen. Diese müssen spätestens innerhalb von 5 Tagen gemeldet werden."
    assert found(text, kind=KIND) == ["5 day subject=defect by=customer"]


def test_a_neighbour_with_its_own_deadline_is_another_rule(found: Read) -> None:
    first = "Der Käufer hat Mängel unverzüglich zu rügen. "
    second = "Das Werk gilt als abgenommen, wenn es nicht binnen 30 Tagen beanstandet wird."
    assert found(first + second, kind=KIND) == [
        "immediate subject=defect by=customer",
        "30 day subject=acceptance deemed_consent by=customer",
    ]


def test_two_deadlines_in_one_clause_are_two(found: Read) -> None:
    text = (
        "Erkennbare Mängel sind binnen 5 Tagen zu rügen. Versteckte Mängel sind unverzüglich nach Entdeckung zu rügen."
    )
    assert [d.split(" subject")[0] for d in found(text, kind=KIND)] == ["5 day", "immediate"]


def test_the_same_deadline_twice_in_a_clause_is_one(found: Read) -> None:
    text = "Erkennbare Mängel sind binnen 5 Tagen zu rügen. Versteckte Mängel sind binnen 5 Tagen nach Entdeckung zu rügen."
    assert found(text, kind=KIND) == ["5 day subject=defect by=customer"]


def test_an_examination_counts_where_objections_are_due_in_that_time(found: Read) -> None:
    text = "Der Kunde prüft die Rechnung innerhalb von 30 Tagen. Einwände sind innerhalb dieser Frist mitzuteilen."
    assert found(text, kind=KIND) == ["30 day subject=invoice by=customer"]
