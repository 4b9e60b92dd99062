"""The registry of forms: each is written, none holds anything internal for the other side, copies are of the very file."""

from __future__ import annotations

import email
import email.policy
import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis
from app.reporting.copyresult import CopyReason
from app.reporting.formats import DOCX, FORMATS, PDF, written
from app.reporting.options import ReportOptions
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.internal_marks import found_marks, internal_options, marked_analysis, outward_options
from tests.unit.reporting.notes.pdfs import analysis_of, encrypted, pdf, source_of
from tests.unit.reporting.report_example import ANALYSIS, SOURCE

REPORTS = [name for name, known in FORMATS.items() if not known.needs_source]
SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "wartung-automatische-nummern.docx"
SIGNS = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK", ".json": b"{", ".html": b"<!", ".csv": b"\xef\xbb\xbf"}


def named(name: str, media_type: str) -> Analysis:
    source = replace(SOURCE, name=name, media_type=media_type)
    return replace(ANALYSIS, reading=replace(ANALYSIS.reading, source=source))


def test_all_forms_are_there_in_the_order_of_the_help() -> None:
    expected = "json html text docx pdf xlsx csv card card-docx copy mail"
    assert list(FORMATS) == expected.split()
    assert all(name == known.name for name, known in FORMATS.items())


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_report_is_written_and_the_same_twice(name: str, lang: Lang) -> None:
    options = internal_options(ANALYSIS, lang)
    content = written(name, ANALYSIS, options).content
    assert content.startswith(SIGNS.get(FORMATS[name].suffix, b""))
    assert written(name, ANALYSIS, options).content == content


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_for_the_other_side_holds_nothing_internal(name: str) -> None:
    analysis = marked_analysis()
    for lang in LANGS:
        assert found_marks(written(name, analysis, outward_options(analysis, lang)).content) == []


@pytest.mark.parametrize("name", ["docx", "card", "csv"])
def test_brackets_in_a_wording_that_leaves_are_told(name: str) -> None:
    analysis = marked_analysis()
    told = written(name, analysis, outward_options(analysis, "de")).left_out
    open_ = {o.clause for o in analysis.offers if o.open and o.rank == "preferred"}
    assert {t.reason for t in told} == {CopyReason.TO_FILL_IN}
    clauses = {f.anchor: (*f.clauses, "")[0] for f in analysis.findings}
    assert {clauses[t.anchor] for t in told} <= open_
    assert written(name, analysis, internal_options(analysis)).left_out == ()


def test_a_mail_tells_of_brackets_whatever_reader_was_named() -> None:
    analysis = marked_analysis()
    assert CopyReason.TO_FILL_IN in {t.reason for t in written("mail", analysis, internal_options(analysis)).left_out}


def test_a_mail_is_for_the_other_side_whatever_was_said() -> None:
    analysis = marked_analysis()
    assert found_marks(written("mail", analysis, internal_options(analysis)).content) == []


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("Vertrag.pdf", PDF, ".pdf"),
        ("Vertrag.txt", PDF, ".pdf"),
        ("Vertrag.docx", DOCX, ".docx"),
        ("Vertrag.DOCM", DOCX, ".docm"),
        ("Vorlage.dotx", DOCX, ".dotx"),
        ("Vertrag.pdf", DOCX, ".docx"),
        ("Vertrag", DOCX, ".docx"),
    ],
)
def test_a_copy_has_the_ending_of_what_it_is_a_copy_of(name: str, media_type: str, expected: str) -> None:
    assert FORMATS["copy"].suffix_for(named(name, media_type).reading.source) == expected
    assert FORMATS["html"].suffix_for(named(name, media_type).reading.source) == ".html"


@pytest.mark.parametrize("media_type", ["text/plain", "application/msword", "text/html", "application/rtf"])
def test_other_files_take_no_notes(media_type: str) -> None:
    analysis = named("a.txt", media_type)
    assert not FORMATS["copy"].possible(analysis.reading.source)
    assert FORMATS["pdf"].possible(analysis.reading.source)
    with pytest.raises(ExpectedError) as error:
        written("copy", analysis, ReportOptions(), b"irgendetwas")
    assert error.value.code is ErrorCode.COPY_NOT_POSSIBLE


@pytest.mark.parametrize("source", [None, b"", b"%PDF-1.4 etwas anderes"])
def test_a_copy_is_of_the_very_file_that_was_analysed(source: bytes | None) -> None:
    with pytest.raises(ExpectedError) as error:
        written("copy", named("a.pdf", PDF), ReportOptions(), source)
    assert error.value.code is ErrorCode.SOURCE_CHANGED


def test_a_copy_says_where_its_notes_are() -> None:
    data = pdf()
    made = written("copy", analysis_of(source_of(data), nowhere=1), ReportOptions(), data)
    assert made.placed == ("anchor0", "anchor1")
    assert [(left.anchor, left.reason) for left in made.left_out] == [("m0", CopyReason.NO_PLACE)]


# --- the mail


def attachments(content: bytes) -> dict[str, bytes]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    return {str(part.get_filename()): part.get_payload(decode=True) for part in message.iter_attachments()}


def test_a_mail_brings_the_report_and_the_copy() -> None:
    data = pdf()
    files = attachments(written("mail", analysis_of(source_of(data)), ReportOptions(lang="de"), data).content)
    assert len(files) == 2
    assert all(name.startswith("Vertrag – ") and name.endswith(".pdf") for name in files)
    report, copy = files.values()
    assert "Kiel" not in PdfReader(io.BytesIO(report)).pages[0].extract_text()
    assert copy.startswith(data)


def test_a_mail_brings_the_copy_of_a_word_file() -> None:
    from app.importing.docx import read_docx
    from app.importing.options import ReadOptions
    from app.progress import silent

    data = SAMPLE.read_bytes()
    source = read_docx(data, "Wartung.docx", ReadOptions(), silent)
    analysis = analysis_of(source, quotes=(source.text.split("\n")[3],))
    files = attachments(written("mail", analysis, ReportOptions(), data).content)
    copy = next(content for name, content in files.items() if name.endswith(".docx"))
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(copy)).namelist()


def test_a_mail_without_the_source_brings_the_report_alone() -> None:
    assert len(attachments(written("mail", named("a.pdf", PDF), ReportOptions()).content)) == 1


def test_a_mail_with_a_file_that_takes_no_notes_brings_the_report_alone_and_it_is_told() -> None:
    data = encrypted("AES-256", allowed=-64)
    made = written("mail", analysis_of(source_of(data)), ReportOptions(), data)
    assert len(attachments(made.content)) == 1
    assert made.about == (CopyReason.NOT_COPIED,)


def test_a_mail_with_another_file_than_was_analysed_is_refused() -> None:
    with pytest.raises(ExpectedError):
        written("mail", named("a.pdf", PDF), ReportOptions(), b"%PDF-1.4 etwas anderes")


# --- what it costs


def test_the_registry_loads_no_writer() -> None:
    heavy = "{'reportlab', 'pypdf', 'docx', 'openpyxl', 'lxml', 'spacy', 'numpy', 'pypdfium2', 'PIL'}"
    code = f"import sys, app.reporting.formats; print({heavy} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"
