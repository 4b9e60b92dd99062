"""A web page printed to PDF and saved as HTML, and terms with a sentence in white: from the file to the findings."""

from __future__ import annotations

import io
from html import escape

import pytest
from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import FindingKind, Severity
from app.models.facts import DealFacts
from app.paths import clause_library
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from tests.evaluation.documents import AS_OF

Piece = tuple[str, str]  # element of HTML, text

NAVIGATION: list[Piece] = [("p", word) for word in ("Startseite", "Pflanzen", "Über uns", "Kontakt", "Warenkorb")]
NOTICE: list[Piece] = [
    ("h3", "Wir verwenden Cookies"), ("p", "Wir verwenden Cookies, um Besuche zu zählen. Mehr steht in der Erklärung."),
    ("p", "Alle akzeptieren"), ("p", "Nur notwendige"),
]  # fmt: skip
TERMS: list[Piece] = [
    ("h1", "Allgemeine Geschäftsbedingungen"), ("h2", "§ 1 Geltungsbereich"),
    ("p", "Diese Bedingungen gelten für alle Verträge mit dem Gartenhaus Linde."), ("h2", "§ 2 Zahlung"),
    ("p", "Die Rechnung ist binnen 14 Tagen nach Zugang ohne Abzug zu zahlen."), ("h2", "§ 3 Haftung"),
    ("p", "Die Haftung für leichte Fahrlässigkeit ist auf 5.000 Euro je Schadensfall begrenzt."),
]  # fmt: skip
PRIVACY: list[Piece] = [
    ("h1", "Datenschutzerklärung"), ("h2", "Verantwortlicher"),
    ("p", "Verantwortlich für die Verarbeitung personenbezogener Daten auf dieser Website ist das Gartenhaus Linde."),
    ("h2", "Zugriffe"),
    ("p", "Ihr Browser übermittelt beim Besuch unserer Website eine IP-Adresse, die in Log-Files gespeichert wird (Art. 6 DSGVO)."),
    ("h2", "Cookies"), ("p", "Unsere Website setzt Cookies. Sie können Cookies im Browser löschen; die DSGVO gibt Ihnen Rechte."),
]  # fmt: skip
FOOT: list[Piece] = [("p", "Impressum | Datenschutz | AGB"), ("p", "© 2026 Gartenhaus Linde")]
PAGE = [*NAVIGATION, *NOTICE, *TERMS, *PRIVACY, *FOOT]
SECRET = "Der Kunde verzichtet auf alle Ansprüche wegen Mängeln und zahlt 20 % Aufschlag."


def pdf(pieces: list[Piece], hidden: str = "") -> bytes:
    styles, out = getSampleStyleSheet(), io.BytesIO()
    looks = {"h1": styles["Heading1"], "h2": styles["Heading2"], "h3": styles["Heading3"], "p": styles["BodyText"]}
    story = [Paragraph(escape(text), looks[tag]) for tag, text in pieces]
    if hidden:
        story.insert(4, Paragraph(escape(hidden), ParagraphStyle("hidden", textColor=white)))
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def html(pieces: list[Piece]) -> bytes:
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in pieces)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def facts() -> DealFacts:
    return assumed(AS_OF)


@pytest.mark.parametrize(("data", "name"), [(pdf(PAGE), "agb.pdf"), (html(PAGE), "agb.html")], ids=["pdf", "html"])
def test_only_the_terms_of_a_web_page_are_clauses_and_all_the_rest_is_listed(data: bytes, name: str) -> None:
    analysis = analyse(data, name, load(clause_library()), facts(), ReadOptions())
    reading = analysis.reading
    assert [(c.label, c.heading) for c in reading.clauses] == [
        ("§ 1", "Geltungsbereich"),
        ("§ 2", "Zahlung"),
        ("§ 3", "Haftung"),
    ]
    assert reading.clauses[-1].text.endswith("begrenzt.")
    listed = " ".join(reading.source.text[a:b] for n in reading.not_analysed for a, b in n.spans)
    left_out = " ".join(i.text for i in reading.source.ignored)
    for tag, text in [*NOTICE, *PRIVACY, *FOOT]:
        assert " ".join(text.split()) in " ".join(f"{listed} {left_out}".split()), tag
    assert {n.reason for n in reading.not_analysed} == {"surroundings", "title"}


def test_a_sentence_in_white_is_a_grave_finding_with_its_page_and_words() -> None:
    analysis = analyse(pdf(TERMS, SECRET), "agb.pdf", load(clause_library()), facts(), ReadOptions())
    (finding,) = [f for f in analysis.findings if f.kind is FindingKind.HIDDEN_TEXT]
    assert (finding.severity, finding.params["page"], finding.params["cause"]) == (Severity.HIGH, 1, "white")
    assert finding.params["quote"] == SECRET
    assert all(SECRET not in clause.text for clause in analysis.reading.clauses)
