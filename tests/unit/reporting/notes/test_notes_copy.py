"""A copy of a PDF with notes: the original stays to the byte, the notes stand at their words, readers of every kind open it."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis, FindingKind, Severity
from app.models.decisions import Decision, Verdict
from app.models.source import Box, Ignored, IgnoredReason
from app.reporting.copyresult import CopyReason, CopyResult, LeftOut
from app.reporting.notes.copying import annotated_copy
from app.reporting.options import Reader, ReportOptions
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.internal_marks import (
    COMMENT,
    MARK,
    found_marks,
    internal_options,
    marked_analysis,
    outward_options,
)
from tests.unit.reporting.notes.pdfs import (
    LINES,
    MADE_AT,
    QUOTES,
    SIGNED,
    UNSIGNED,
    Made,
    analysis_of,
    encrypted,
    pdf,
    source_of,
)

OPTIONS = ReportOptions(made_at=MADE_AT, reviewer="Mia Muster")
FORMS = ("table", "stream", "packed", "hybrid")
LISTS = ("", "direct", "apart", "shared", "empty", "null")
ALGORITHMS = ("RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256")
_DAMAGES = {
    "no line end": lambda data: data.rstrip(),
    "junk before": lambda data: b"Von: Erika\r\n\r\n" + data,
    "junk behind": lambda data: data + b"\0" * 300,
    "wrong start": lambda data: data.replace(b"startxref\n", b"startxref\n9"),
    "moved": lambda data: data.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%verschoben\n"),
    "no table": lambda data: re.sub(rb"xref\n0 .*?trailer", b"trailer", data, flags=re.DOTALL),
}


def copied(data: bytes, options: ReportOptions = OPTIONS, *, nowhere: int = 1) -> CopyResult:
    return annotated_copy(data, analysis_of(source_of(data, options.password), nowhere=nowhere), options)


def notes(content: bytes, page: int = 0, password: str | None = None) -> list[dict[str, object]]:
    reader = PdfReader(io.BytesIO(content), password=password)
    return [dict(note.get_object()) for note in reader.pages[page].get("/Annots", [])]


def picture(data: bytes, page: int, password: str | None = None, *, notes: bool = False) -> bytes:
    document = pypdfium2.PdfDocument(data, password=password)
    try:
        return bytes(document[page].render(scale=1, draw_annots=notes).to_numpy().tobytes())
    finally:
        document.close()


def words_below(content: bytes, note: dict[str, object], page: int = 0, password: str | None = None) -> str:
    """What PDFium finds within the quads of a highlight."""
    document = pypdfium2.PdfDocument(content, password=password)
    try:
        text = document[page].get_textpage()
        numbers = [float(n) for n in note["/QuadPoints"]]  # type: ignore[attr-defined]
        quads = [numbers[n : n + 8] for n in range(0, len(numbers), 8)]
        return " ".join(text.get_text_bounded(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads)
    finally:
        document.close()


def assert_whole(data: bytes, made: CopyResult, password: str | None = None) -> None:
    """What holds of every copy."""
    assert made.content.startswith(data)
    assert made.placed == ("anchor0", "anchor1")
    assert [(left.anchor, left.reason) for left in made.told] == [("m0", CopyReason.NO_PLACE)]
    for page in range(2):
        assert picture(made.content, page, password) == picture(data, page, password)
    assert picture(made.content, 0, password, notes=True) != picture(data, 0, password, notes=True)
    found = notes(made.content, 0, password)
    ours = [note for note in found if str(note.get("/NM", "")).startswith("klausellupe-")]
    assert [words_below(made.content, note, 0, password).strip() for note in ours[:2]] == list(QUOTES)
    assert ours[2]["/Subtype"] == "/Text"
    contents = [page.get_contents() for page in PdfReader(io.BytesIO(made.content), password=password).pages]
    before = [page.get_contents() for page in PdfReader(io.BytesIO(data), password=password).pages]
    assert [c and c.get_data() for c in contents] == [c and c.get_data() for c in before]


# --- files of every kind


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("annotations", LISTS)
def test_every_form_of_file_is_copied(form: str, annotations: str) -> None:
    data = pdf(Made(form=form, annotations=annotations))
    made = copied(data)
    assert_whole(data, made)
    old = {"direct": 2, "apart": 1, "shared": 1}.get(annotations, 0)
    assert len(notes(made.content)) == old + 3
    assert len(notes(made.content, 1)) == (1 if annotations == "shared" else 0)


@pytest.mark.parametrize("annotations", ["direct", "apart", "shared"])
def test_old_notes_stay_as_they_are(annotations: str) -> None:
    data = pdf(Made(annotations=annotations))
    before = notes(data)
    assert notes(copied(data).content)[: len(before)] == before


@pytest.mark.parametrize(
    "made",
    [
        *(Made(rotate=rotate) for rotate in (90, 180, 270)),
        Made(crop="50 60 500 800", media="-20 -30 595 842"),
        Made(crop="50 60 500 800", rotate=270),
        Made(media="50 100 645 942", crop="50 100 645 942"),
        Made(inherited=True),
        Made(inherited=True, form="packed"),
        Made(page_more="/Odd#20\u00e4 [ (a\\)) << /B <41> >> ]"),
    ],
    ids=repr,
)
def test_turned_and_cut_pages_are_marked_at_their_words(made: Made) -> None:
    data = pdf(made)
    assert_whole(data, copied(data))


@pytest.mark.allow_log("^pypdf")  # from the reader of these tests
@pytest.mark.parametrize("damage", _DAMAGES)
def test_damaged_files_are_copied_with_their_damage(damage: str) -> None:
    data = _DAMAGES[damage](pdf(Made(annotations="direct")))
    assert_whole(data, copied(data))


@pytest.mark.parametrize("damage", _DAMAGES)
def test_what_readers_complain_of_is_not_said(damage: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert copied(_DAMAGES[damage](pdf())).placed
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("user", ["", "geheim"])
def test_encrypted_files_are_copied_and_stay_encrypted(algorithm: str, user: str) -> None:
    data = encrypted(algorithm, user=user)
    made = copied(data, replace(OPTIONS, password=user or None))
    assert_whole(data, made, user or None)
    assert b"Mia Muster" not in made.content
    old = [note["/Contents"] for note in notes(made.content, 0, user)][:2]
    assert old == ["alte Notiz )", "eingebettet"]
    if user:
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(made.content, password="falsch")


@pytest.mark.parametrize("password", [None, "falsch"])
def test_without_the_password_there_is_no_copy(password: str | None) -> None:
    data = encrypted("AES-256", user="geheim")
    with pytest.raises(ExpectedError) as error:
        annotated_copy(data, analysis_of(source_of(data, "geheim")), replace(OPTIONS, password=password))
    assert error.value.code is ErrorCode.PDF_ENCRYPTED


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_file_whose_owner_allows_no_notes_gets_none_but_from_the_owner(algorithm: str) -> None:
    data = encrypted(algorithm, allowed=-64)
    with pytest.raises(ExpectedError) as error:
        copied(data)
    assert error.value.code is ErrorCode.COPY_FORBIDDEN
    assert copied(data, replace(OPTIONS, password="chef")).content.startswith(data)


@pytest.mark.parametrize(("more", "about"), [(SIGNED, (CopyReason.SIGNED,)), (UNSIGNED, ()), ("", ())])
def test_of_a_signed_file_it_is_said_that_readers_will_tell(more: str, about: tuple[CopyReason, ...]) -> None:
    data = pdf(Made(more=more))
    made = copied(data)
    assert made.about == about
    assert_whole(data, made)


def test_a_copy_is_copied_again() -> None:
    first = copied(pdf()).content
    second = copied(first).content
    assert second.startswith(first)
    names = [note["/NM"] for note in notes(second)]
    assert len(names) == 6
    assert len(set(names)) == 6


def test_another_file_than_was_analysed_is_refused() -> None:
    data = pdf()
    with pytest.raises(ExpectedError) as error:
        annotated_copy(data + b"\n", analysis_of(source_of(data)), OPTIONS)
    assert error.value.code is ErrorCode.SOURCE_CHANGED


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer << /Root 1 0 R >>", b"(" * 100_000])
def test_what_is_no_pdf_at_all_is_damage(broken: bytes) -> None:
    source = source_of(pdf())
    analysis = analysis_of(source)
    changed = replace(analysis.reading, source=replace(source, sha256=sha256(broken).hexdigest()))
    with pytest.raises(ExpectedError) as error:
        annotated_copy(broken, replace(analysis, reading=changed), OPTIONS)
    assert error.value.code is ErrorCode.COPY_DAMAGED


def test_a_tree_of_pages_that_leads_back_to_itself_ends() -> None:
    data = pdf().replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 2 0 R]")
    source = source_of(pdf())
    analysis = analysis_of(replace(source, sha256=sha256(data).hexdigest()))
    made = annotated_copy(data, analysis, OPTIONS)
    assert made.placed == ("anchor0", "anchor1")


# --- other readers


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.needs_tool("pdftotext")
def test_poppler_opens_the_copy_without_a_word(form: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copied(pdf(Made(form=form, annotations="direct"))).content)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True, timeout=30)
    assert done.stderr == ""
    assert all(line in done.stdout for line in LINES)


@pytest.mark.parametrize("form", FORMS)
def test_a_strict_reader_opens_the_copy(form: str) -> None:
    made = copied(pdf(Made(form=form)))
    reader = PdfReader(io.BytesIO(made.content), strict=True)
    assert len(reader.pages) == 2
    assert len(reader.pages[0]["/Annots"]) == 3  # type: ignore[arg-type]


# --- what the notes are


def test_the_same_analysis_gives_the_same_bytes() -> None:
    for data in (pdf(), pdf(Made(form="packed")), encrypted("AES-256"), encrypted("RC4-128")):
        assert copied(data).content == copied(data).content


def test_every_note_has_its_author_its_day_its_words_and_its_picture() -> None:
    for note in notes(copied(pdf()).content):
        assert note["/T"] == "Mia Muster"
        assert note["/M"] == note["/CreationDate"] == "D:20261122221500+01'00'"
        assert str(note["/Contents"]).startswith(str(note["/Subj"]))
        assert note["/F"] == (28 if note["/Subtype"] == "/Text" else 4)
        assert note["/AP"]["/N"].get_object().get_data()  # type: ignore[index]


@pytest.mark.parametrize(
    ("given", "author"),
    [
        ({"reviewer": "Mia Muster", "company": "Nordlicht GmbH"}, "Mia Muster"),
        ({"company": "Nordlicht GmbH"}, "Nordlicht GmbH"),
        ({}, "Klausellupe"),
        ({"reviewer": "\u202e\x00 "}, "Klausellupe"),
    ],
)
def test_the_author_is_who_was_named(given: dict[str, str], author: str) -> None:
    made = copied(pdf(), ReportOptions(**given))  # type: ignore[arg-type]
    assert {note["/T"] for note in notes(made.content)} == {author}
    assert all("/M" not in note for note in notes(made.content))


def test_a_note_stands_on_every_page_its_words_are_on_and_says_it_all_once() -> None:
    data = pdf()
    source = source_of(data)
    analysis = analysis_of(source, (source.text,))
    made = annotated_copy(data, analysis, OPTIONS)
    first, second = notes(made.content)[0], notes(made.content, 1)[0]
    assert "Siehe die Anmerkung auf Seite 1." in str(second["/Contents"])
    assert len(str(first["/Contents"])) > len(str(second["/Contents"]))
    assert first["/NM"] != second["/NM"]
    assert made.placed == ("anchor0",)


def test_two_findings_that_say_the_same_of_the_same_words_are_one_note() -> None:
    data = pdf()
    analysis = analysis_of(source_of(data), (QUOTES[0],))
    twin = replace(analysis.findings[0], id="twin", anchor="twin")
    made = annotated_copy(data, replace(analysis, findings=(*analysis.findings, twin)), OPTIONS)
    assert made.placed == ("anchor0", "twin")
    assert len(notes(made.content)) == 1


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_notes_without_a_place_are_on_the_page_whether_readers_turn_them_or_not(rotate: int) -> None:
    for note in notes(copied(pdf(Made(rotate=rotate)), nowhere=30).content)[2:]:
        left, bottom, right, top = (float(n) for n in note["/Rect"])  # type: ignore[attr-defined]
        assert 0 <= left < right <= 595
        assert 0 <= bottom < top <= 842


def test_only_the_chosen_findings_are_noted() -> None:
    made = copied(pdf(), replace(OPTIONS, chosen=frozenset(("anchor1",))))
    assert (made.placed, made.told) == (("anchor1",), ())
    assert len(notes(made.content)) == 1


def test_without_findings_the_copy_is_the_original() -> None:
    data = pdf()
    made = copied(data, replace(OPTIONS, chosen=frozenset()))
    assert made == CopyResult(data)


def test_many_notes_without_a_place_do_not_hide_each_other() -> None:
    places = [tuple(note["/Rect"]) for note in notes(copied(pdf(), nowhere=120).content)[2:]]  # type: ignore[arg-type]
    assert len(places) == 120
    assert len(set(places)) == 120


@pytest.mark.parametrize(
    ("page", "reason"), [(1, CopyReason.AT_PAGE), (3, CopyReason.NO_PLACE), (None, CopyReason.NO_PLACE)]
)
def test_words_that_cannot_be_seen_are_noted_at_the_edge(page: int | None, reason: CopyReason) -> None:
    analysis, data = _without_boxes(page)
    made = annotated_copy(data, analysis, OPTIONS)
    assert made.nearby == (LeftOut("anchor0", reason),)
    assert notes(made.content)[0]["/Subtype"] == "/Text"


def _without_boxes(page: int | None) -> tuple[Analysis, bytes]:
    data = pdf()
    analysis = analysis_of(source_of(data), (QUOTES[0],))
    reading = analysis.reading
    runs = tuple(replace(run, box=None) for run in reading.source.runs)
    clauses = tuple(replace(clause, page=page) for clause in reading.clauses)
    bare = replace(reading, source=replace(reading.source, runs=runs), clauses=clauses)
    return replace(analysis, reading=bare), data


@pytest.mark.parametrize(
    ("kept", "placed", "left"),
    [
        (True, (LeftOut("anchor0", CopyReason.AT_BEGINNING),), ()),
        (False, (), (LeftOut("anchor0", CopyReason.PLACE_UNKNOWN),)),
    ],
)
def test_words_on_a_page_that_the_file_does_not_have_are_named(
    kept: bool, placed: tuple[LeftOut, ...], left: tuple[LeftOut, ...]
) -> None:
    data = pdf()
    analysis = analysis_of(source_of(data), (QUOTES[0],))
    source = analysis.reading.source
    moved = replace(
        source,
        pages=(*(source.pages if kept else ()), *(replace(page, number=page.number + 7) for page in source.pages)),
        runs=tuple(replace(run, box=run.box and replace(run.box, page=run.box.page + 7)) for run in source.runs),
    )
    made = annotated_copy(data, replace(analysis, reading=replace(analysis.reading, source=moved)), OPTIONS)
    assert (made.placed, made.nearby, made.left_out) == ((), placed, left)
    assert len(notes(made.content)) == kept


def test_hidden_words_are_marked_where_they_would_be_seen() -> None:
    data = pdf()
    analysis = analysis_of(source_of(data), (QUOTES[0],))
    box = Box(1, 90, 400, 300, 412)
    hidden = Ignored(IgnoredReason.HIDDEN, "Geheime Klausel", page=1, box=box, cause="white")
    source = replace(analysis.reading.source, ignored=(hidden,))
    params = {"quote": "Geheime Klausel", "page": 1, "causes": "white"}
    finding = replace(
        analysis.findings[0], kind=FindingKind.HIDDEN_TEXT, code="hidden_text", params=params, evidence=(), clauses=()
    )
    changed = replace(analysis, reading=replace(analysis.reading, source=source), findings=(finding,))
    made = annotated_copy(data, changed, OPTIONS)
    assert made.placed == ("anchor0",)
    assert [float(n) for n in notes(made.content)[0]["/Rect"]] == [90, 430, 300, 442]  # type: ignore[attr-defined]


# --- what they say


def test_the_other_side_reads_nothing_of_ours_and_sees_one_colour() -> None:
    data = pdf()
    analysis = analysis_of(source_of(data), LINES[1:5])
    marked = replace(
        analysis,
        findings=tuple(
            replace(f, guidance=f"{MARK}-rat", rule=f"{MARK}-regel", reference=f"{MARK}-ref") for f in analysis.findings
        ),
    )
    inside = annotated_copy(data, marked, OPTIONS)
    outside = annotated_copy(data, marked, replace(OPTIONS, reader=Reader.OUTWARD))
    assert found_marks(outside.content) == []
    assert len({str(note["/C"]) for note in notes(inside.content)}) == 4
    assert len({str(note["/C"]) for note in notes(outside.content)}) == 1
    assert "Hoch" in str(notes(inside.content)[0]["/Contents"])
    assert "Hoch" not in str(notes(outside.content)[0]["/Contents"])


@pytest.mark.parametrize("lang", LANGS)
def test_of_no_kind_of_finding_anything_internal_goes_out(lang: Lang) -> None:
    marked = marked_analysis()
    data = pdf(Made(pages=len(marked.reading.source.pages)))
    source = replace(marked.reading.source, sha256=sha256(data).hexdigest())
    analysis = replace(marked, reading=replace(marked.reading, source=source))
    outside = annotated_copy(data, analysis, outward_options(analysis, lang))
    assert found_marks(outside.content) == []
    assert COMMENT in "".join(
        str(n["/Contents"]) for page in range(len(source.pages)) for n in notes(outside.content, page)
    )
    assert found_marks(annotated_copy(data, analysis, internal_options(analysis, lang)).content) != []


@pytest.mark.parametrize("words", ["\x00\x1b[2J\u202eevil\u2066", "a" * 50_000, "\ud800 \U0001f600 ()\\<>"])
def test_words_of_strangers_do_no_harm(words: str) -> None:
    data = pdf()
    analysis = analysis_of(source_of(data), (QUOTES[0],))
    finding = replace(analysis.findings[0], comment=words)
    made = annotated_copy(data, replace(analysis, findings=(finding,)), OPTIONS)
    said = str(notes(made.content)[0]["/Contents"])
    assert not set(said) & set("\x00\x1b\u202e\u2066\ud800")
    assert len(said) <= 8002


@pytest.mark.parametrize("reader", list(Reader))
def test_a_decision_is_told_inside_alone(reader: Reader) -> None:
    decision = Decision(
        "anchor0", Verdict.NEGOTIATE, "Mia", MADE_AT, note="Mit Herrn Kurz besprechen", severity=Severity.LOW
    )
    made = copied(pdf(), replace(OPTIONS, reader=reader, decided={"anchor0": decision}))
    said = str(notes(made.content)[0]["/Contents"])
    assert ("Mit Herrn Kurz besprechen" in said) is (reader is Reader.INTERNAL)
    assert ("Verhandeln" in said or "verhandeln" in said) is (reader is Reader.INTERNAL)


def test_a_copy_in_english_is_in_english() -> None:
    made = copied(pdf(), replace(OPTIONS, lang="en"))
    assert "High" in str(notes(made.content)[0]["/Contents"])
