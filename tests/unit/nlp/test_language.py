from __future__ import annotations

import pytest

from app.nlp.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Anbieter haftet nur für Vorsatz und grobe Fahrlässigkeit.", "de"),
        ("Die Kündigungsfrist beträgt drei Monate zum Quartalsende.", "de"),
        ("Es gelten die gesetzlichen Vorschriften.", "de"),
        ("HAFTUNG UND GEWÄHRLEISTUNG", "de"),
        ("ZAHLUNGSBEDINGUNGEN UND EIGENTUMSVORBEHALT DES VERKÄUFERS", "de"),
        ("§ 8 Gewährleistung, Verjährung", "de"),
        ("Die Software wird „as is“ geliefert; „force majeure“ bleibt unberührt.", "de"),
        ("Der Begriff „Confidential Information“ hat die Bedeutung, die ihm das Non-Disclosure Agreement gibt.", "de"),
        ("Du kannst deinen Vertrag jederzeit zum Monatsende kündigen.", "de"),
        ("The supplier shall not be liable for any indirect damages.", "en"),
        ("LIMITATION OF LIABILITY AND INDEMNITY OF THE PARTIES", "en"),
        ("Either party may terminate this agreement with thirty days' notice.", "en"),
        ("The contract is governed by German law; section 309 BGB (Klauselverbote) shall apply.", "en"),
        ("Исполнитель несёт ответственность только за умысел.", "other"),
        ("Ο πάροχος ευθύνεται μόνο για δόλο.", "other"),
        ("Le vendeur est responsable des dommages dans les limites de la loi.", "other"),
        ("Il venditore risponde dei danni nella misura della legge e non oltre.", "other"),
        ("El vendedor responde de los daños por dolo y no por culpa leve.", "other"),
        ("De verkoper is niet aansprakelijk voor schade die het gevolg is van overmacht.", "other"),
        ("§ 8 Haftung", "und"),
        ("Muster GmbH, Musterweg 1, 12345 Berlin", "und"),
        ("1.2.3", "und"),
        ("", "und"),
        ("https://example.com/agb", "und"),
        ("in die USA", "und"),
    ],
)
def test_the_language_of_a_text(text, expected):
    assert language_of(text) == expected


def test_a_text_half_german_half_english_is_undecided():
    german = "Der Anbieter haftet nur für Vorsatz und grobe Fahrlässigkeit."
    english = "The supplier shall be liable for intent and for gross negligence only."
    assert language_of(f"{german} {english}") == "und"


def test_a_long_text_is_decided_by_its_beginning():
    assert language_of("Der Kunde zahlt die Vergütung im Voraus. " * 10_000) == "de"
