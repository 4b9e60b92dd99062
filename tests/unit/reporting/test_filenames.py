"""Names of files: by the pattern, and never one that a system refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models.analysis import Analysis, LibraryStamp
from app.models.facts import DealFacts
from app.models.reading import Reading
from app.models.source import SourceDocument
from app.reporting.filenames import FORBIDDEN, LONGEST, example_name, file_name, safe_name
from app.reporting.formats import FORMATS
from app.reporting.options import ReportOptions
from app.wording.filekinds import file_kind
from app.wording.lang import Lang


def analysis_named(name: str) -> Analysis:
    source = SourceDocument(name, "0" * 64, 1, "application/pdf", "", (), (), ())
    return Analysis(Reading(source, ()), DealFacts(), LibraryStamp("", ""))


MADE_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HTML = FORMATS["html"]


def _named(pattern: str, name: str = "Rahmenvertrag.pdf", **options: object) -> str:
    return file_name(pattern, analysis_named(name), replace(ReportOptions(made_at=MADE_AT), **options), HTML)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{name} – {kind} {date}", "Rahmenvertrag – Bericht 2026-11-22.html"),
        ("{date}_{kind}_{name}", "2026-11-22_Bericht_Rahmenvertrag.html"),
        ("{company} – {name} – {reviewer}", "Rahmenvertrag.html"),  # what is empty takes its separator with it
        ("{reviewer}", "Bericht.html"),
        ("{unknown} {name}", "{unknown} Rahmenvertrag.html"),
        ("", "Bericht.html"),
        ("a/b\\c: {name}?", "a_b_c_ Rahmenvertrag.html"),
    ],
)
def test_a_pattern_is_filled(pattern: str, expected: str) -> None:
    assert _named(pattern) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("{date}.pdf", "{date} – Bericht.html"),  # no placeholder of ours
        ("Vertrag v1.2 final.docx", "Vertrag v1.2 final – Bericht.html"),
        ("../../etc/passwd", "passwd – Bericht.html"),
        ("C:\\Users\\x\\AGB.pdf", "AGB – Bericht.html"),
        ("ohne Endung", "ohne Endung – Bericht.html"),
        ("Zeile\neins\x00.pdf", "Zeile eins – Bericht.html"),
        ("\u202egnp.exe.pdf", "gnp.exe – Bericht.html"),
    ],
)
def test_the_documents_name_is_only_a_name(name: str, expected: str) -> None:
    assert _named("{name} – {kind}", name) == expected


@pytest.mark.parametrize(
    "text", ["con", "NUL", "com1.x", "x" * 500, "ä" * 300, "😀" * 90, "...", "", FORBIDDEN, "\ud800"]
)
def test_a_name_is_one_that_every_system_takes(text: str) -> None:
    name = safe_name(text, ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= LONGEST
    assert not set(name) & set(FORBIDDEN)
    assert name.removesuffix(".pdf").strip(" .")
    assert name.partition(".")[0].casefold() not in ("con", "nul", "com1")


def test_the_example_is_made_by_the_same_pattern() -> None:
    assert example_name("{name} ({reviewer}, {company}) {kind} {date}", "de") == (
        "Einkaufsbedingungen (Mia Muster, Muster GmbH) Bericht 2026-11-22.pdf"
    )
    assert example_name("{kind}", "en") == "Report.pdf"


def test_the_word_is_that_of_the_reports_language() -> None:
    assert _named("{kind}", lang="en") == "Report.html"


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "mail"])  # a mail is always for the other side
def test_what_is_for_the_other_side_is_called_otherwise_than_what_must_not_leave(form: str, lang: Lang) -> None:
    assert file_kind(form, lang) != file_kind(form, lang, outward=True)
