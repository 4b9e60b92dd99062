from __future__ import annotations

import random
import re
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.errors import ErrorCode, ExpectedError
from app.importing.docx.replace import replace
from app.importing.repair import clean
from app.models.source import RunKind, SourceDocument
from tests.unit.importing.made import opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, table, zipped

SAMPLES = sorted(Path("resources/samples").glob("*.docx"))
LIST = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
STAMP = '<w:ins w:id="1" w:author="x">{}</w:ins>'
GONE = '<w:del w:id="2" w:author="x"><w:r><w:delText>alt</w:delText></w:r></w:del>'
HIDDEN = "<w:vanish/>"


def complex_field(result: str, instruction: str = " REF _Ref1 \\h ") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + r(result) + mark.format("end")


def simple_field(result: str, instruction: str = " REF _Ref1 \\h ") -> str:
    return f'<w:fldSimple w:instr="{instruction}">{r(result)}</w:fldSimple>'


def replaced(data: bytes, old: str, new: str) -> bytes:
    """The first `old` replaced by `new`."""
    source = opened(data)
    at = source.text.index(old)
    return replace(data, source, [((at, at + len(old)), new)])


def body_of(data: bytes) -> str:
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    return xml[xml.index("<w:body>") + len("<w:body>") : xml.index("</w:body>")]


@pytest.mark.parametrize(
    ("body", "old", "new", "text"),
    [
        (p("Die Haftung ist begrenzt."), "Haftung", "Schuld", "Die Schuld ist begrenzt."),
        (p(r("Die Haf") + r("tung ", "<w:b/>") + r("gilt.")), "Haftung gilt", "Frist läuft", "Die Frist läuft."),
        (p(r("eins ") + r("zwei")), "eins", "", "zwei"),
        (p("eins zwei"), " zwei", "", "eins"),
        (p("A & B <x>".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")), "B", "C & D", "A & C & D <x>"),
        (p("<w:r><w:t>Haf</w:t><w:softHyphen/><w:t>tung ja</w:t></w:r>"), "Haftung", "Schuld", "Schuld ja"),
        (p("<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail</w:t></w:r>"), "-", " ", "E Mail"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), "\t", "; ", "a; b"),
        (p("<w:r><w:t>a b</w:t></w:r>"), " ", "\t", "a\tb"),
        (p("<w:r><w:t>eins </w:t><w:br/><w:t>zwei</w:t></w:r>"), "ns zw", "n-t", "ein-tei"),
        (p("<w:r><w:t>eins</w:t><w:br/><w:t>zwei</w:t></w:r>"), "s z", "sz", "einszwei"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> ja</w:t></w:r>'), "✓", "–", "– ja"),
        (p(r("\ufb01nden")), "in", "un", "funden"),
        (p(r("Verta\u0308ge")), "ä", "o", "Vertoge"),
        (p(r("§\u00a08\u200b Haftung")), "8 H", "9 H", "§ 9 Haftung"),
        (p(r("x \U0001f600 y")), "y", "z", "x \U0001f600 z"),
        (p(r("ab ") + STAMP.format(r("neu")) + GONE + r(" cd")), "neu cd", "x", "ab x"),
        (p(f'<w:hyperlink r:id="rId9">{STAMP.format(r("hier"))}</w:hyperlink>'), "hier", "dort", "dort"),
        (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Feld')}</w:sdtContent></w:sdt>"), "Feld", "Wert", "Wert"),
        (p(f"<w:smartTag><w:smartTag>{r('Köln')}</w:smartTag></w:smartTag>"), "Köln", "Bonn", "Bonn"),
        (p(r("siehe ") + complex_field("Ziffer 4") + r(".")), "siehe Ziffer 4", "siehe oben", "siehe oben."),
        (p(r("nach ") + complex_field("Ziffer 4")), "Ziffer 4", "oben", "nach oben"),
        (p(r("nach ") + simple_field("Ziffer 4")), "Ziffer 4", "oben", "nach oben"),
        (p(complex_field("hier", ' HYPERLINK "x" ')), "hier", "dort", "dort"),
        (p("eins") + p("zwei"), "eins\nzwei", "1\n2", "1\n2"),
        (p("eins a") + p("b zwei"), "a\nb", "x", "eins x zwei"),
        (p("eins a") + p("") + p("b") + p("c zwei"), "a\nb\nc", "x", "eins x zwei"),
        (p("eins") + p("zwei"), "\n", " und ", "eins und zwei"),
        (p("a", num=1, level=0) + p("b", num=1, level=0), "1.\ta\n2.\tb", "1.\tc\n2.\td", "1.\tc\n2.\td"),
        (p(r("Titel", "<w:caps/>")), "TEL", "TAN", "TITAN"),
        (table(["a", "b"]), "b", "c", "a\tc"),
    ],
)  # fmt: skip
def test_what_is_replaced_reads_back_as_replaced(body, old, new, text):
    assert opened(replaced(docx(body, numbering=LIST), old, new)).text == text


@pytest.mark.parametrize(
    ("body", "old", "new", "code"),
    [
        (p("a", num=1, level=0), "1.", "2.", ErrorCode.REPLACE_GENERATED),
        (p("a", num=1, level=0) + p("b", num=1, level=0), "a\n2.\tb", "ab", ErrorCode.REPLACE_GENERATED),
        (table(["a", "b"]), "a\tb", "ab", ErrorCode.REPLACE_GENERATED),
        (table(["a", "b"], ["c", "d"]), "b\nc", "bc", ErrorCode.REPLACE_PARAGRAPHS),
        (p("a") + table(["b", "c"]), "a\nb", "ab", ErrorCode.REPLACE_PARAGRAPHS),
        (p("a"), "a", "b\nc", ErrorCode.REPLACE_PARAGRAPHS),
        (p("a", ppr="<w:sectPr/>") + p("b"), "a\nb", "ab", ErrorCode.REPLACE_PARAGRAPHS),
        (p(r("vor ") + r("geheim", HIDDEN) + r("nach")), "vor nach", "neu", ErrorCode.REPLACE_HIDDEN),
        (p(r("nach ") + complex_field("Ziffer 4")), "Ziffer", "Nummer", ErrorCode.REPLACE_FIELD),
        (p(r("nach ") + simple_field("Ziffer 4")), "nach Ziffer", "vor Nummer", ErrorCode.REPLACE_FIELD),
        (p(complex_field("Seite")), "Se", "Das Se", ErrorCode.REPLACE_FIELD),
        (p("a"), "a", "b\x00", ErrorCode.REPLACE_CHARACTERS),
        (p("a"), "a", "\ud800", ErrorCode.REPLACE_CHARACTERS),
        (p(r("TITEL", "<w:caps/>")), "TITEL", "Titan", ErrorCode.REPLACE_INEXACT),
        (p("<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>"), "5", "6", ErrorCode.REPLACE_INEXACT),
    ],
)  # fmt: skip
def test_what_cannot_be_replaced_is_refused(body, old, new, code):
    with pytest.raises(ExpectedError) as refused:
        replaced(docx(body, numbering=LIST), old, new)
    assert refused.value.code is code


def test_a_bound_content_control_is_not_written_into():
    control = f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{r('Name')}</w:sdtContent></w:sdt>"
    with pytest.raises(ExpectedError) as refused:
        replaced(docx(p(control)), "Name", "Wert")
    assert refused.value.code is ErrorCode.REPLACE_FIELD


def text_box(inner: str, old: str) -> str:
    """A text box; `old` is its copy for old programs."""
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    fallback = (
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{old}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    )
    return p(f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("Haftung", "Schuld", "Die Schuld\nim Kasten"),
        ("Haftung\nim", "Schuld am", "Die Schuld am Kasten"),
        ("\nim", "\nam", "Die Haftung\nam Kasten"),
        ("Haftung", "Haftung nur", "Die Haftung nur\nim Kasten"),
    ],
)
def test_a_text_box_keeps_both_its_copies_alike(old: str, new: str, text: str):
    inner = p(r("Die Haf") + r("tung")) + p("im Kasten")
    made = replaced(docx(text_box(inner, inner)), old, new)
    assert opened(made).text == text
    boxes = re.findall(r"<w:txbxContent>(.*?)</w:txbxContent>", body_of(made))
    assert len(boxes) == 2
    assert boxes[0] == boxes[1]


def test_a_text_box_whose_copies_differ_is_refused():
    with pytest.raises(ExpectedError) as refused:
        replaced(docx(p("Text") + text_box(p("Die Haftung"), p("Die Schuld"))), "Haftung", "Frist")
    assert refused.value.code is ErrorCode.REPLACE_INEXACT


def test_only_the_bytes_of_the_text_change():
    made = body_of(replaced(docx(p(r("Die Haftung", "<w:b/>") + r("  bleibt &#8211; so"))), "Haftung", "Schuld "))
    assert made == (
        '<w:p><w:pPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Die Schuld </w:t></w:r>'
        '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">  bleibt &#8211; so</w:t></w:r></w:p>'
    )


def test_the_first_run_touched_gives_the_look():
    made = body_of(replaced(docx(p(r("fett", "<w:b/>") + r(" mager"))), "fett mager", "XY"))
    assert made.count("<w:t ") == 1
    assert '<w:b/></w:rPr><w:t xml:space="preserve">XY</w:t>' in made


def test_a_field_that_is_replaced_is_gone():
    made = body_of(replaced(docx(p(r("nach ") + complex_field("Ziffer 4") + r(" BGB"))), "Ziffer 4", "oben"))
    assert "fldChar" not in made
    assert "instrText" not in made


def test_joined_paragraphs_keep_the_look_of_the_first_and_what_stands_between_their_texts():
    body = p("eins a", ppr='<w:jc w:val="center"/>') + p('<w:bookmarkStart w:id="1" w:name="x"/>' + r("b zwei"))
    made = body_of(replaced(docx(body), "a\nb", "x"))
    assert made.count("<w:p>") == 1
    assert "center" in made
    assert "bookmarkStart" in made


def test_a_footnote_is_replaced_in_its_own_part():
    notes = f'<w:footnote w:id="2">{p("Nur netto.")}</w:footnote>'
    data = docx(p(r("Preise") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=notes)
    made = replaced(data, "netto", "brutto")
    assert opened(made).text == opened(data).text.replace("netto", "brutto")
    assert body_of(made) == body_of(data)


def test_a_tab_is_written_as_a_tab():
    assert "<w:tab/>" in body_of(replaced(docx(p("a b")), " ", "\t"))


def edited(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """`data` with another document part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped(files | {"word/document.xml": change(files["word/document.xml"])})


def test_elements_are_named_as_the_file_names_them():
    data = edited(
        docx(p("Haftung ja")),
        lambda blob: re.sub(rb"(<|</|\s|xmlns:)w:", rb"\1x:", blob).replace(b"xmlns:w=", b"xmlns:x="),
    )
    assert opened(replaced(data, "Haftung", "Schuld\tund")).text == "Schuld\tund ja"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_parts_in_other_encodings_are_replaced_too(encoding: str):
    name = encoding.removesuffix("-sig")
    data = edited(docx(p("Größe ändert sich")), lambda blob: blob.decode().replace("UTF-8", name, 1).encode(encoding))
    assert opened(replaced(data, "ändert", "größer")).text == "Größe größer sich"


def test_everything_else_in_the_package_stays():
    data = docx(p("Die Haftung"), members={"word/media/a.png": b"\x89PNG" * 50, "docProps/app.xml": b"<x/>"})
    made = replaced(data, "Haftung", "Schuld")
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(made)) as new:
        assert [(i.filename, i.date_time, i.compress_type) for i in old.infolist()] == [
            (i.filename, i.date_time, i.compress_type) for i in new.infolist()
        ]
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]


def test_a_damaged_picture_is_said_and_not_written_anew():
    picture = b"\x89PNG" + bytes(range(256)) * 4
    data = docx(p("Die Haftung"), members={"word/media/a.png": picture})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        info = archive.getinfo("word/media/a.png")
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
    with pytest.raises(ExpectedError) as refused:
        replaced(damaged, "Haftung", "Schuld")
    assert refused.value.code is ErrorCode.DOCX_DAMAGED


def test_another_file_than_the_one_read_is_refused():
    source = opened(docx(p("eins")))
    with pytest.raises(ExpectedError) as refused:
        replace(docx(p("zwei")), source, [((0, 4), "x")])
    assert refused.value.code is ErrorCode.REPLACE_SOURCE_CHANGED


@pytest.mark.parametrize("spans", [[(0, 3), (2, 4)], [(3, 2)], [(0, 99)], [(-1, 2)]])
def test_spans_that_overlap_or_lie_outside_are_a_mistake_of_the_caller(spans):
    data = docx(p("eins zwei"))
    with pytest.raises(ValueError, match="span"):
        replace(data, opened(data), [(span, "x") for span in spans])


def test_several_edits_are_written_together():
    data = docx(p("eins zwei") + p("drei vier"))
    made = replace(data, opened(data), [((15, 19), "4"), ((0, 4), "1"), ((5, 9), "2"), ((4, 5), "-")])
    assert opened(made).text == "1-2\ndrei 4"


# --- properties ---------------------------------------------------------------------------------------------------------

PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)  # tracing for explanations costs minutes
WORDS = st.text(st.sampled_from("abä ß§1.,–\u00a0\u00ad\u0308ﬁA&<\U0001f600"), min_size=1, max_size=8)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _wrapped(run: str, how: str) -> str:
    return {
        "plain": run,
        "inserted": STAMP.format(run),
        "link": f'<w:hyperlink r:id="rId9">{run}</w:hyperlink>',
        "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        "inserted link": f'<w:hyperlink r:id="rId9">{STAMP.format(run)}</w:hyperlink>',
    }[how]


@st.composite
def runs(draw: st.DrawFn) -> str:
    between = (
        "<w:tab/>",
        "<w:br/>",
        "<w:softHyphen/>",
        "<w:noBreakHyphen/>",
        '<w:sym w:font="Symbol" w:char="F0B7"/>',
        "",
    )
    texts = [f'<w:t xml:space="preserve">{_escaped(draw(WORDS))}</w:t>' for _ in range(draw(st.integers(1, 3)))]
    inner = "".join(text + draw(st.sampled_from(between)) for text in texts)
    look = draw(st.sampled_from(("", "", "<w:b/>", "<w:i/>")))
    how = draw(st.sampled_from(("plain", "plain", "inserted", "link", "control", "inserted link")))
    return _wrapped(f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>", how) + draw(st.sampled_from(("", "", "", GONE)))


@st.composite
def bodies(draw: st.DrawFn) -> str:
    blocks = []
    for _ in range(draw(st.integers(1, 5))):
        content = "".join(draw(st.lists(runs(), min_size=1, max_size=4)))
        numbered = draw(st.booleans())
        blocks.append(p(content, num=1 if numbered else None, level=0 if numbered else None))
    return "".join(blocks) + p("Ende")


def _may_be_refused(source: SourceDocument, start: int, end: int, code: ErrorCode) -> bool:
    """Only at numbers and at the ends of paragraphs."""
    near = source.runs_in(max(0, start - 1), end + 1)
    has_number = any(run.kind is RunKind.GENERATED for run in near)
    has_end = "\n" in source.text[max(0, start - 1) : end + 1]
    return {
        ErrorCode.REPLACE_GENERATED: has_number,
        ErrorCode.REPLACE_PARAGRAPHS: has_end,
        ErrorCode.REPLACE_INEXACT: has_end and has_number,
    }[code]


def _span(rng: random.Random, length: int) -> tuple[int, int]:
    start = rng.randrange(length + 1)
    return start, min(length, start + rng.choice((0, 1, 2, 5, 30)))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(bodies(), st.integers(0, 10**6), WORDS.map(str.strip))
def test_an_edit_reads_back_as_the_text_with_the_span_replaced(body: str, seed: int, new: str):
    data = docx(body, numbering=LIST)
    source = opened(data)
    start, end = _span(random.Random(seed), len(source.text))
    try:
        made = replace(data, source, [((start, end), new)])
    except ExpectedError as error:
        refused = error.code
    else:
        expected = source.text[:start] + clean(new) + source.text[end:]
        assert opened(made).text.split() == unicodedata.normalize("NFC", expected).split()
        return
    assert _may_be_refused(source, start, end, refused)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(bodies(), st.integers(0, 10**6))
def test_the_identity_edit_keeps_every_byte(body: str, seed: int):
    data = docx(body, numbering=LIST)
    source = opened(data)
    start, end = _span(random.Random(seed), len(source.text))
    assert replace(data, source, [((start, end), source.text[start:end])]) == data


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_random_spans_of_our_samples_are_replaced_or_refused(path: Path):
    data = path.read_bytes()
    source = opened(data)
    rng = random.Random(5)
    for _ in range(40):
        start, end = _span(rng, len(source.text))
        try:
            made = replace(data, source, [((start, end), "Neu")])
        except ExpectedError as error:
            refused = error.code
        else:
            assert opened(made).text.split() == (source.text[:start] + "Neu" + source.text[end:]).split()
            continue
        assert _may_be_refused(source, start, end, refused)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_random_words_of_our_samples_are_replaced_one_and_all(path: Path):
    data = path.read_bytes()
    source = opened(data)
    rng = random.Random(3)
    words = [run for run in source.runs if run.kind == "exact" and run.end - run.start > 8]
    for run in rng.sample(words, min(25, len(words))):
        start = rng.randrange(run.start, run.end - 4)
        made = replace(data, source, [((start, start + 4), "Xy")])
        assert opened(made).text == source.text[:start] + "Xy" + source.text[start + 4 :]
