from __future__ import annotations

import pytest

from app.models.source import BlockKind, IgnoredReason, MarkKind, SourceDocument
from tests.unit.importing.made import blocks, ignored, notes, opened
from tests.unit.importing.word import docx, p, r, table

NUMBER = "<w:r><w:footnoteRef/></w:r>"


def ref(note: int, *, own: str = "", rpr: str = "", kind: str = "footnote") -> str:
    follows = ' w:customMarkFollows="1"' if own else ""
    mark = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:{kind}Reference w:id="{note}"{follows}/>{mark}</w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    inner = "".join(text if text.startswith("<") else p(NUMBER + r(f" {text}")) for text in paragraphs)
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def section(inner: str, kind: str = "footnote") -> str:
    return f"<w:sectPr><w:{kind}Pr>{inner}</w:{kind}Pr></w:sectPr>"


def marks(source: SourceDocument) -> list[tuple[str, str]]:
    """Each mark with the five characters before it."""
    return [(source.text[max(0, m.at - 5) : m.at], m.text) for m in source.marks]


def printed_at(source: SourceDocument) -> list[str]:
    """The marks in the body."""
    return [mark.text for mark in source.marks if mark.part == "word/document.xml"]


TWO = note(2, "Nur gegenüber Kaufleuten.") + note(3, "Netto.")


def test_a_note_stands_right_after_the_paragraph_that_refers_to_it():
    body = p(r("Die Haftung") + ref(2) + r(" ist begrenzt.")) + p("Es gilt deutsches Recht.")
    source = opened(docx(body, footnotes=TWO.replace(note(3, "Netto."), "")))
    assert blocks(source) == ["Die Haftung ist begrenzt.", "Nur gegenüber Kaufleuten.", "Es gilt deutsches Recht."]
    assert [block.kind for block in source.blocks] == [BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.PARAGRAPH]
    assert {mark.kind for mark in source.marks} == {MarkKind.FOOTNOTE}
    assert marks(source) == [("ftung", "1"), ("nzt.\n", "1")]
    assert notes(source) == {}


def test_the_runs_of_a_note_lead_into_its_part():
    source = opened(docx(p(r("a") + ref(3)), footnotes=TWO))
    run = source.runs_in(2, 3)[0]
    assert (run.part, run.element, run.offset) == ("word/footnotes.xml", "footnote[2]/p[1]/r[2]", 1)


def test_notes_of_a_table_row_stand_after_the_row():
    body = table([p(r("Hosting") + ref(2)), p(r("10 EUR") + ref(3))]) + p("Ende")
    assert blocks(opened(docx(body, footnotes=TWO))) == [
        "Hosting\t10 EUR",
        "Nur gegenüber Kaufleuten.",
        "Netto.",
        "Ende",
    ]


def test_a_note_of_several_paragraphs_is_several_blocks():
    source = opened(docx(p(r("a") + ref(2)), footnotes=note(2, "eins", p("zwei"))))
    assert blocks(source) == ["a", "eins", "zwei"]
    assert [block.kind for block in source.blocks[1:]] == [BlockKind.NOTE] * 2


def test_white_space_around_a_note_is_that_of_the_text():
    body = p(r("a") + ref(2), ppr='<w:spacing w:after="240"/>') + p("b")
    plain, noted = opened(docx(body)), opened(docx(body, footnotes=note(2, "Fuß")))
    assert noted.lines[-1].gap == plain.lines[-1].gap == 1.0


REFS = p(r("a") + ref(2)) + p(r("b") + ref(3))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (REFS, ["1", "2"]),
        (p(r("a") + ref(2, own="*") + ref(3)), ["*", "1"]),
        (REFS + section('<w:numFmt w:val="lowerLetter"/>'), ["a", "b"]),
        (REFS + section('<w:numStart w:val="5"/>'), ["5", "6"]),
        (
            p(r("a") + ref(2), ppr=section(""))
            + p(r("b") + ref(3))
            + section('<w:numRestart w:val="eachSect"/><w:numFmt w:val="upperRoman"/>'),
            ["1", "I"],
        ),
        (p(r("a") + ref(2), ppr=section("")) + p(r("b") + ref(3)) + section(""), ["1", "2"]),
        (p(f'<w:del w:id="7">{ref(2)}</w:del>' + r("b") + ref(3)), ["1"]),
        (p(ref(2, rpr="<w:vanish/>") + r("b") + ref(3)), ["1"]),
        (p(ref(2, kind="endnote") + r("b") + ref(3, kind="endnote")), ["i", "ii"]),
    ],
    ids=["plain", "own mark", "format", "start", "new in section", "goes on", "deleted", "hidden", "endnotes"],
)
def test_the_printed_number_of_a_note(body, expected):
    source = opened(docx(body, footnotes=TWO, endnotes=TWO.replace("footnote", "endnote")))
    assert printed_at(source) == expected


def test_numbers_follow_the_settings_of_the_document():
    settings = '<w:footnotePr><w:numFmt w:val="upperLetter"/></w:footnotePr>'
    assert printed_at(opened(docx(REFS, footnotes=TWO, settings=settings))) == ["A", "B"]


def test_numbers_that_begin_anew_on_each_page_are_counted_by_the_breaks_known_and_noted():
    body = p(r("a") + ref(2)) + p('<w:r><w:br w:type="page"/></w:r>' + r("b") + ref(3))
    source = opened(docx(body + section('<w:numRestart w:val="eachPage"/>'), footnotes=TWO))
    assert printed_at(source) == ["1", "1"]
    assert "note_numbers_by_page" in notes(source)


def test_an_own_mark_is_no_text_in_the_body_and_text_in_the_note():
    source = opened(docx(p(r("Preise") + ref(2, own="*")), footnotes=note(2, p("* netto"))))
    assert blocks(source) == ["Preise", "* netto"]
    assert marks(source) == [("reise", "*")]


@pytest.mark.parametrize(
    "body",
    [p("a"), p(r("a") + f'<w:del w:id="7">{ref(2)}{ref(3)}</w:del>')],
    ids=["no mark", "mark deleted"],
)
def test_notes_that_nothing_refers_to_are_listed(body):
    source = opened(docx(body, footnotes=TWO))
    assert source.text == "a"
    assert ignored(source, IgnoredReason.NOTE) == ["Nur gegenüber Kaufleuten.", "Netto."]


def test_a_note_whose_mark_is_hidden_is_hidden():
    source = opened(docx(p(r("a") + ref(2, rpr="<w:vanish/>")), footnotes=note(2, "Geheim.")))
    assert (source.text, source.marks) == ("a", ())
    assert ignored(source, IgnoredReason.HIDDEN) == ["Geheim."]


def test_notes_in_notes_and_marks_that_lead_nowhere_do_no_harm():
    source = opened(docx(p(r("a") + ref(2) + ref(9)), footnotes=note(2, p(r("b") + ref(2) + ref(3))) + note(3, "c")))
    assert blocks(source) == ["a", "b"]
    assert ignored(source, IgnoredReason.NOTE) == ["c"]


def test_a_note_that_two_marks_refer_to_is_printed_once():
    assert blocks(opened(docx(p(r("a") + ref(2)) + p(r("b") + ref(2)), footnotes=note(2, "Fuß")))) == ["a", "Fuß", "b"]


def test_changes_in_a_note_are_read_as_accepted():
    changed = '<w:del w:id="7" w:author="x"><w:r><w:delText>alt</w:delText></w:r></w:del>' + r("neu")
    source = opened(docx(p(r("a") + ref(2)), footnotes=note(2, p(changed))))
    assert blocks(source) == ["a", "neu"]
    (old,) = [item for item in source.ignored if item.reason is IgnoredReason.DELETED]
    assert (old.text, old.part, old.paragraph, old.at) == ("alt", "word/footnotes.xml", 2, 2)


def test_text_between_separators_is_no_note():
    separator = f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
    assert opened(docx(p(r("a") + ref(0)), footnotes=separator)).text == "a"
