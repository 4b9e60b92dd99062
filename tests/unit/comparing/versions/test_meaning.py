"""What is trivial and what is of substance: one wrong line here and a changed contract passes for a corrected one."""

from __future__ import annotations

import pytest

from app.comparing.versions.meaning import senses, substance
from app.comparing.versions.texts import compared
from app.models.versions import ChangeKind

TRIVIAL = [
    ("Der Kunde muß zahlen.", "Der Kunde muss zahlen."),
    ("Die Vergütung ist fällig.", "Die Verguetung ist faellig."),
    ("der „Kunde“ zahlt", "der »Kunde« zahlt"),
    ("Zahlung, Lieferung und Abnahme.", "Zahlung; Lieferung und Abnahme"),
    ("die Versiche-\nrung zahlt", "die Versicherung zahlt"),
    ("die Ver\u00adsicherung zahlt", "die Versicherung zahlt"),
    ("Liefer- und Leistungsbedingungen", "Liefer‐ und Leistungsbedingungen"),
    ("30\u00a0Tage", "30 Tage"),
    ("soweit nichts anderes gilt", "so weit nichts anderes gilt"),
    ("aufgrund dieses Vertrags", "auf Grund dieses Vertrags"),
    ("im übrigen gilt das Gesetz", "Im Übrigen gilt das Gesetz"),
    ("z. B. durch Brief", "zum Beispiel durch Brief"),
    ("Käufer bzw. Besteller", "Käufer beziehungsweise Besteller"),
    ("ggf. auch später", "gegebenenfalls auch später"),
    ("gemäß Abs. 2", "gemäß Absatz 2"),
    ("5 % der Vergütung", "5 Prozent der Vergütung"),
    ("100 EUR", "100 €"),
    ("100 Euro", "100 €"),
    ("drei Monate", "3 Monate"),
    ("zwölf Monate", "12 Monate"),
    ("Handel & Gewerbe", "Handel und Gewerbe"),
    ("selbständige Tätigkeit", "selbstständige Tätigkeit"),
    ("potentielle Kunden", "potenzielle Kunden"),
    ("a) Vorsatz\nb) Arglist", "• Vorsatz\n• Arglist"),
    ("a) Vorsatz\nb) Arglist", "1. Vorsatz\n2. Arglist"),
    ("- Vorsatz\n- Arglist", "Vorsatz\nArglist"),
    ("per E-Mail", "per Email"),
    ("wenn  der Kunde\tzahlt", "wenn der Kunde zahlt"),
    ("KÜNDIGUNG", "Kündigung"),
    ("3–5 Tage", "3 - 5 Tage"),
]
SUBSTANCE = [
    ("haftet nicht für Schäden", "haftet für Schäden"),
    ("Es gibt kein Recht", "Es gibt ein Recht"),
    ("keine Haftung", "eine Haftung"),
    ("Wir haften nicht, bei Vorsatz unbeschränkt", "Wir haften, nicht bei Vorsatz, unbeschränkt"),
    ("Der Kunde zahlt nur, wenn er will", "Der Kunde zahlt, nur wenn er will"),
    ("Kündigung und Rücktritt", "Kündigung oder Rücktritt"),
    ("Kündigung und/oder Rücktritt", "Kündigung und Rücktritt"),
    ("mindestens zwei Wochen", "höchstens zwei Wochen"),
    ("spätestens am Montag", "frühestens am Montag"),
    ("Der Kunde kann zahlen", "Der Kunde muss zahlen"),
    ("Der Kunde soll zahlen", "Der Kunde muss zahlen"),
    ("Der Kunde darf kündigen", "Der Kunde darf nicht kündigen"),
    ("drei Monate", "sechs Monate"),
    ("3 Monate", "6 Monate"),
    ("drei Monate", "30 Monate"),
    ("10.000 Euro", "100.000 Euro"),
    ("1,5 %", "15 %"),
    ("1,5 %", "1,5"),
    ("5 Tage", "5 Werktage"),
    ("14 Tage", "14 Monate"),
    ("am 1. Januar 2025", "am 1. Januar 2026"),
    ("bis 30. Juni", "bis 31. Juli"),
    ("30. Juni\n31. Juli", "30. Juni\n30. Juli"),
    ("1.5.2025", "15.2025"),
    ("§ 309 Nr. 7 BGB", "§ 309 Nr. 8 BGB"),
    ("§ 5 Abs. 1", "§ 5 Abs. 2"),
    ("vor Lieferung", "nach Lieferung"),
    ("nur bei Vorsatz", "bei Vorsatz"),
    ("in Textform", "in Schriftform"),
    ("mit Zustimmung", "ohne Zustimmung"),
    ("wenn Sie zahlen", "wenn sie zahlen"),
    ("auf Ihre Kosten", "auf ihre Kosten"),
    ("Der Verkäufer haftet", "Der Käufer haftet"),
    ("unwirksam", "wirksam"),
    ("unbeschränkt", "beschränkt"),
    ("in Maßen", "in Massen"),
    ("Buße", "Busse"),
    ("er konnte kündigen", "er könnte kündigen"),
    ("Preise netto", "Preise brutto"),
    ("+5 %", "-5 %"),
    ("-5 %", "5 %"),
    ("≤ 5 Tage", "≥ 5 Tage"),
    ("☐ Lieferung", "☒ Lieferung"),
    ("Der Kunde zahlt vor dem Verkäufer", "Der Verkäufer zahlt vor dem Kunde"),
    ("49⁹⁹ Euro", "4999 Euro"),
    ("1 0 Tage", "10 Tage"),
    ("5 000 Euro", "5.000.000 Euro"),
    ("100 EUR", "100 CHF"),
    ("ein Monat", "drei Monate"),
    ("eine Woche", "keine Woche"),
    ("es sei denn", ""),
    ("jeder Teil", "kein Teil"),
    ("grobe Fahrlässigkeit", "leichte Fahrlässigkeit"),
    ("a) Vorsatz\nb) Arglist", "a) Vorsatz\nb) nicht Arglist"),
    ("2. Mahnung\n3. Mahnung", "3. Mahnung\n3. Mahnung"),
    ("m²", "m³"),
    ("B2B-Kunden", "B2C-Kunden"),
]


def _apart(a: str, b: str) -> bool:
    return bool(substance(senses(a), senses(b)))


@pytest.mark.parametrize(("old", "new"), TRIVIAL)
def test_spelling_is_trivial_both_ways(old: str, new: str) -> None:
    assert not _apart(old, new)
    assert not _apart(new, old)


@pytest.mark.parametrize(("old", "new"), SUBSTANCE)
def test_a_turn_of_meaning_is_never_trivial(old: str, new: str) -> None:
    assert _apart(old, new)
    assert _apart(new, old)


@pytest.mark.parametrize(("old", "new"), SUBSTANCE)
def test_it_is_not_trivial_in_a_sentence_full_of_trivia_either(old: str, new: str) -> None:
    before = f"Muß der Kunde zahlen, gilt: {old} und „alles“ übrige."
    after = f"Muss der Kunde zahlen gilt {new} und »alles« uebrige"
    found = compared(before, after)
    assert found.kind is ChangeKind.CHANGED
    assert found.substantive


def test_the_hunks_of_substance_are_told_from_the_trivial_ones() -> None:
    found = compared("Muß der Kunde zahlen, haftet er nicht.", "Muss der Kunde zahlen, haftet er.")
    marked = ["muß" if hunk.a0 == 0 else "nicht" for n, hunk in enumerate(found.hunks) if n in found.substantive]
    assert marked == ["nicht"]


def test_texts_that_differ_in_white_space_are_unchanged() -> None:
    assert compared("Der Kunde\nzahlt.", "Der  Kunde zahlt. ").kind is ChangeKind.UNCHANGED


def test_the_hunks_cover_both_texts() -> None:
    found = compared("Der Kunde zahlt binnen drei Monaten.", "Der Besteller muss binnen 6 Monaten zahlen.")
    assert "".join("Der Kunde zahlt binnen drei Monaten."[h.a0 : h.a1] for h in found.hunks) == (
        "Der Kunde zahlt binnen drei Monaten."
    )
    assert found.hunks[-1].b1 == len("Der Besteller muss binnen 6 Monaten zahlen.")
