"""Tracked changes are read as accepted, and the old wording stays at hand; comments are listed with their places."""

from __future__ import annotations

import pytest

from app.models.source import IgnoredReason
from tests.unit.importing.made import blocks, ignored, notes, opened
from tests.unit.importing.word import abstract, docx, lvl, num, p, r

LIST = abstract(1, lvl(0, "decimal", "%1.")) + num(1, 1)
WHO = 'w:id="1" w:author="Muster"'


def deleted(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


def mark(name: str) -> str:
    return f"<w:rPr><w:{name} {WHO}/></w:rPr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


MOVED = p(f"<w:moveFrom {WHO}>{r('weit oben')}</w:moveFrom>", ppr=mark("moveFrom"))
MOVED += p("a") + p(f"<w:moveTo {WHO}>{r('weit unten')}</w:moveTo>", ppr=mark("moveTo"))


@pytest.mark.parametrize(
    ("body", "accepted", "old"),
    [
        (p(r("auf ") + deleted("10") + inserted("25") + r(" EUR")), ["auf 25 EUR"], ["10"]),
        (p(r("auf ") + deleted("1") + deleted("0") + r(" EUR")), ["auf  EUR"], ["10"]),
        (p(inserted("ganz neu"), ppr=mark("ins")), ["ganz neu"], []),
        (p(deleted("ganz weg"), ppr=mark("del")) + p("a"), ["a"], ["ganz weg"]),
        (p("halb ", ppr=mark("del")) + p("und halb"), ["halb und halb"], []),
        (MOVED, ["a", "weit unten"], ["weit oben"]),
        (p(f"<w:ins {WHO}>{r('neu')}{deleted('doch nicht')}</w:ins>"), ["neu"], ["doch nicht"]),
        (tbl(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties=f"<w:del {WHO}/>")), ["a\tb"], ["c d"]),
        (tbl(row(cell("a"), cell("b"), properties=f"<w:ins {WHO}/>")), ["a\tb"], []),
        (tbl(row(cell("a"), cell("b", f"<w:cellDel {WHO}/>"), cell("c"))), ["a\tc"], ["b"]),
        (tbl(row(cell("a"), cell("b", f"<w:cellIns {WHO}/>"))), ["a\tb"], []),
    ],
    ids=[
        "words",
        "neighbours",
        "new paragraph",
        "deleted paragraph",
        "joined paragraphs",
        "moved",
        "deleted again",
        "deleted row",
        "new row",
        "deleted cell",
        "new cell",
    ],
)
def test_changes_are_read_as_accepted_and_the_old_wording_is_listed(body, accepted, old):
    source = opened(docx(body))
    assert blocks(source) == accepted
    assert ignored(source, IgnoredReason.DELETED) == old
    assert "tracked_changes" in notes(source)
    assert source.complete


def test_old_wording_has_its_place_and_its_author():
    source = opened(
        docx(p("Erstens.") + p(r("Die Haftung ist auf ") + deleted("10.000") + inserted("25.000") + r(" EUR")))
    )
    (old,) = source.ignored
    assert source.text[: old.at] == "Erstens.\nDie Haftung ist auf "
    assert (old.part, old.paragraph, old.author, old.cause) == ("word/document.xml", 2, "Muster", "")


def test_moved_text_is_told_from_deleted_text():
    assert [item.cause for item in opened(docx(MOVED)).ignored] == ["moved"]


@pytest.mark.parametrize(
    "body",
    [
        p("a", ppr=f"<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"),
        p(r("a", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>")),
        p("a", ppr=mark("ins")),
        p("a", ppr=f'<w:numPr><w:numberingChange {WHO} w:original="%1:1:0:."/></w:numPr>'),
        tbl(row(cell("a"), properties=f"<w:ins {WHO}/>")),
    ],
)
def test_changes_without_text_are_counted(body):
    source = opened(docx(body))
    assert source.text == "a"
    assert notes(source) == {"tracked_changes": {"count": 1}}


def test_the_new_look_counts():
    old = f"<w:b/><w:rPrChange {WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    (line,) = opened(
        docx(p(r("a", old), ppr=f"<w:pPrChange {WHO}><w:pPr>{num_pr()}</w:pPr></w:pPrChange>"), numbering=LIST)
    ).lines
    assert (line.bold, line.label) == (True, None)


def num_pr() -> str:
    return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_deleted_paragraph_takes_no_number():
    body = p("eins", num=1, level=0) + p(deleted("weg"), num=1, level=0, ppr=mark("del")) + p("zwei", num=1, level=0)
    assert blocks(opened(docx(body, numbering=LIST))) == ["1.\teins", "2.\tzwei"]


def test_a_comment_is_listed_with_its_author_at_its_place():
    body = p("Erstens.") + p(r("Die Haftung") + '<w:r><w:commentReference w:id="4"/></w:r>' + r(" entfällt."))
    comments = f'<w:comment w:id="4" w:author="Muster">{p("Bitte prüfen")}{p("Dringend")}</w:comment>'
    (item,) = opened(docx(body, comments=comments)).ignored
    assert (item.reason, item.text, item.author) == (IgnoredReason.COMMENT, "Bitte prüfen\nDringend", "Muster")
    assert (item.at, item.paragraph) == (len("Erstens.\nDie Haftung"), 2)


def test_a_comment_without_a_place_is_listed_too():
    (item,) = opened(docx(p("a"), comments=f'<w:comment w:id="4">{p("alt")}</w:comment>')).ignored
    assert (item.text, item.at, item.paragraph) == ("alt", None, None)
