"""Whose termination a period of notice is for."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read

KIND = "notice_period"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Die Kündigungsfrist für den Auftraggeber beträgt neun Monate zum Jahresende.", ["9 month to=end_of_year by=customer"]),
        ("Die Frist zur Kündigung beträgt für den Abnehmer sechs Monate.", ["6 month by=customer"]),
        ("Das Abonnement ist für den Abonnenten mit einer Frist von zwei Monaten zum Ende der Laufzeit kündbar.", ["2 month to=end_of_term by=customer"]),
        ("Für den Vermieter ist das Mietverhältnis mit einer Frist von drei Monaten kündbar.", ["3 month by=supplier"]),
        ("Die für den Lizenznehmer geltende Kündigungsfrist beträgt 90 Tage.", ["90 day by=customer"]),
        ("Die Kündigungsfrist für den Kunden beträgt einen Monat, für den Anbieter drei Monate.", ["1 month by=customer", "3 month by=supplier"]),
        ("Die Kündigungsfrist für beide Vertragspartner beträgt acht Wochen zum Quartalsende.", ["8 week to=end_of_quarter by=both"]),
        ("Eine ordentliche Kündigung ist für den Besteller mit einer Frist von sechs Wochen zum Monatsende möglich.", ["6 week to=end_of_month by=customer"]),
        ("Die vom Mieter einzuhaltende Kündigungsfrist beträgt drei Monate.", ["3 month by=customer"]),
        ("Die Kündigungsfrist seitens des Lieferanten beträgt vier Monate.", ["4 month by=supplier"]),
        ("Dem Dienstleister steht das Recht zu, den Vertrag mit einer Frist von 30 Tagen zum Monatsende zu kündigen.", ["30 day to=end_of_month by=supplier"]),
        ("Der Anbieter kann den für den Kunden bereitgestellten Tarif mit einer Frist von sechs Wochen kündigen.", ["6 week by=supplier"]),
        ("Dem Kunden bleibt es unbenommen, mit einer Frist von einem Monat zum Quartalsende zu kündigen.", ["1 month to=end_of_quarter by=customer"]),
        ("Wir behalten uns vor, den Vertrag des Kunden mit einer Frist von einem Monat zu kündigen. Der Kunde zahlt.", ["1 month by=supplier"]),
        ("Der Anbieter behält sich vor, das Konto des Kunden mit einer Frist von zwei Wochen zu kündigen.", ["2 week by=supplier"]),
        ("Der Kunde behält sich vor, die Verträge des Anbieters mit einer Frist von drei Monaten zu kündigen.", ["3 month by=customer"]),
        ("Die Kündigungsfrist gegenüber dem Kunden beträgt zwei Monate.", ["2 month by=supplier"]),
        ("Der Vertrag kann für den Fall einer Preiserhöhung mit einer Frist von zwei Wochen gekündigt werden.", ["2 week by=both"]),
        ("Die Kündigungsfrist beträgt für den Mieter zwei Wochen und für den Vermieter drei Monate.", ["2 week by=customer", "3 month by=supplier"]),
        ("Die Kündigungsfrist beträgt einen Monat für den Nutzer und sechs Monate für den Betreiber.", ["1 month by=customer", "6 month by=supplier"]),
        ("Der Anbieter räumt dem Kunden ein Kündigungsrecht mit einer Frist von vier Wochen ein.", ["4 week by=customer"]),
        ("Für beide Seiten gilt eine Kündigungsfrist von drei Monaten zum Quartalsende.", ["3 month to=end_of_quarter by=both"]),
        ("Es steht dem Lizenznehmer frei, den Vertrag mit einer Frist von zwei Monaten zu kündigen.", ["2 month by=customer"]),
        ("Der Wartungsvertrag kann für den Besteller frühestens nach zwei Jahren mit einer Frist von drei Monaten gekündigt werden.", ["3 month by=customer"]),
        ("Kündigt der Anbieter, kann der Kunde mit einer Frist von zwei Wochen ebenfalls kündigen.", ["2 week by=customer"]),
        ("Der Servicevertrag ist sowohl für den Kunden als auch für den Anbieter mit einer Frist von drei Monaten kündbar.", ["3 month by=both"]),
        ("Für den Kunden gilt die gesetzliche Regelung, für den Anbieter eine Kündigungsfrist von zwei Monaten.", ["2 month by=supplier"]),
        ("Der Vertrag ist für den Kunden kostenlos und mit einer Frist von einem Monat kündbar.", ["1 month"]),
        ("Die Frist für eine Kündigung durch den Lieferanten beträgt sechs Monate.", ["6 month by=supplier"]),
        ("Dem Anbieter ist es gestattet, das Vertragsverhältnis mit einer Frist von 60 Tagen zum Monatsende zu beenden.", ["60 day to=end_of_month by=supplier"]),
    ],
)  # fmt: skip
def test_the_period_is_the_one_s_for_whom_it_is_said(found: Read, text: str, periods: list[str]) -> None:
    assert found(text, kind=KIND) == periods
