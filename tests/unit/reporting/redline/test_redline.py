"""Single changes and comments: what exactly is written, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from app.errors import ErrorCode, ExpectedError
from app.reporting.copyresult import CopyReason
from app.reporting.redline.model import Author, Edit, Redlined, Remark
from app.reporting.redline.redline import redline
from tests.unit.importing.made import opened
from tests.unit.importing.test_docx_replace import LIST, STAMP, complex_field, simple_field
from tests.unit.importing.word import docx, p, r, table
from tests.unit.reporting.redline.acceptreject import ME, STRICT, W, accepted, changes, part, rejected
from tests.unit.reporting.redline.generated import BOX, COMMENTS, NOTE, NOTES
from tests.unit.reporting.wordrules import broken_rules

AUTHOR = Author(ME, "EM", datetime(2026, 11, 22, 12, 30, tzinfo=UTC))
HIDDEN = "<w:vanish/>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
GUARDED = '<w:documentProtection w:edit="{}" w:enforcement="1"/>'


def changed(body: str, new: str, old: str = "", **parts: str) -> tuple[bytes, Redlined]:
    """The passage `old` (everything) made to read `new`."""
    data = docx(body, numbering=LIST, **parts)
    source = opened(data)
    at = source.text.index(old)
    edit = Edit("e", ((at, at + len(old or source.text)),), new)
    return data, redline(data, source, [edit], (), AUTHOR)


def remarked(body: str, *words: str, **parts: str) -> Redlined:
    """A comment on each of the words."""
    data = docx(body, numbering=LIST, **parts)
    source = opened(data)
    spans = [(source.text.index(word), source.text.index(word) + len(word)) for word in words]
    return redline(data, source, (), [Remark(w, (s,), (f"Zu {w}",)) for w, s in zip(words, spans, strict=True)], AUTHOR)


@pytest.mark.parametrize(
    ("body", "new", "written"),
    [
        (p("Die Frist beträgt drei Monate."), "Die Frist beträgt sechs Monate.", [("del", "drei"), ("ins", "sechs")]),
        (p("Die Frist beträgt drei Monate zum Jahresende."), "Die Frist beträgt drei Monate.", [("del", " zum Jahresende")]),
        (p("Der Kunde haftet."), "Der Kunde haftet nicht.", [("ins", " nicht")]),
        (p(r("Die Frist beträgt dr") + r("ei", "<w:b/>") + r(" Monate")), "Die Frist beträgt zwei Monate", [("del", "drei"), ("ins", "zwei")]),
        (p("Zahlbar sind 10.000,– Euro je Jahr."), "Zahlbar sind 20.000,– Euro je Jahr.", [("del", "10.000,–"), ("ins", "20.000,–")]),
        (p("Ganz anders war es hier."), "Der Anbieter haftet voll und ganz.", [("del", "Ganz anders war es hier"), ("ins", "Der Anbieter haftet voll und ganz")]),
        (p("Eins ist so.") + p("Zwei ist so.") + p("Ende"), "Eins ist so.\nEnde", [("del", "Zwei ist so.")]),
        (p("Eins ist so.") + p("Ende"), "Eins ist so.\nDrei ist so.\nEnde", [("ins", "Drei ist so.")]),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b c d</w:t></w:r>"), "a b c e", [("del", "d"), ("ins", "e")]),
        (p("eins zwei drei vier"), "eins zwei drei & <vier>", [("ins", "& <"), ("ins", ">")]),
        (p("Gilt nach einer Frist von 3 Monaten.", num=1, level=0), "Gilt nach einer Frist von 6 Monaten.", [("del", "3"), ("ins", "6")]),
    ],
)  # fmt: skip
def test_the_smallest_change_that_can_be_read_is_written(body, new, written):
    data, made = changed(body, new, old="Gilt nach einer Frist von 3 Monaten." if "numId" in body else "")
    assert made.edits == {"e": None}
    assert changes(made.content) == written
    assert opened(rejected(made.content)).text == opened(data).text
    assert broken_rules(accepted(made.content)) == broken_rules(data)


@pytest.mark.parametrize(
    ("body", "new", "old", "reason"),
    [
        (p("Eins.") + p("a b", num=1, level=0) + p("Zwei."), "Eins.\nZwei.", "", CopyReason.CHANGE_GENERATED),
        (table(["a", "b"]) + p("c"), "neu", "", CopyReason.CHANGE_PARAGRAPHS),
        (p(r("nach ") + complex_field("Ziffer 4")), "vor Ziffer 5", "", CopyReason.CHANGE_FIELD),
        (p(r("nach ") + simple_field("Ziffer 4")), "vor Ziffer 5", "", CopyReason.CHANGE_FIELD),
        (p(r("vor ") + r("geheim", HIDDEN) + r("nach")), "neu", "", CopyReason.CHANGE_HIDDEN),
        (p(r("alt ") + STAMP.format(r("neu"))), "anders", "", CopyReason.CHANGE_TRACKED),
        (p(r("eins ") + NOTE + r("zwei")), "drei", "eins zwei", CopyReason.CHANGE_OBJECT),
        (p(r("eins ") + "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>"), "drei", "", CopyReason.CHANGE_OBJECT),
        (p(r("Rest ") + BOX.format(p("Im Kasten"))), "Daneben", "Im Kasten", CopyReason.CHANGE_OBJECT),
        (p(CONTROL.format("", r("Name"))), "Wert", "", CopyReason.CHANGE_FORM),
        (p(CONTROL.format('<w:lock w:val="contentLocked"/>', r("Name"))), "Wert", "", CopyReason.CHANGE_PROTECTED),
        (p("a b"), "a  b", "", CopyReason.SAME_WORDING),
        (p("a"), "b\x07", "", CopyReason.CHANGE_CHARACTERS),
        (p("a"), "b\ud800", "", CopyReason.CHANGE_CHARACTERS),
    ],
)  # fmt: skip
def test_what_would_do_harm_is_refused_and_the_file_stays_as_it_is(body, new, old, reason):
    data, made = changed(body, new, old, footnotes=NOTES)
    assert made.edits == {"e": reason}
    assert made.content == data


@pytest.mark.parametrize(("kind", "reason"), [("readOnly", CopyReason.CHANGE_PROTECTED), ("trackedChanges", None)])
def test_a_protected_file_is_not_changed_unless_it_asks_for_tracked_changes(kind, reason):
    _, made = changed(p("a"), "b", settings=GUARDED.format(kind))
    assert made.edits == {"e": reason}


def test_of_two_changes_of_the_same_words_the_first_is_written():
    data = docx(p("eins zwei drei"))
    edits = [Edit("first", ((0, 4),), "vier"), Edit("second", ((0, 9),), "fünf")]
    made = redline(data, opened(data), edits, (), AUTHOR)
    assert made.edits == {"first": None, "second": CopyReason.CHANGE_OVERLAPS}


def test_new_words_look_like_most_of_what_they_replace_and_bring_no_history():
    old = '<w:i/><w:rPrChange w:id="9" w:author="x"><w:rPr/></w:rPrChange>'
    _, made = changed(p(r("Die ", "<w:b/>") + r("alte Frist", old) + r(" gilt ja.", "<w:b/>")), "Die neue gilt ja.")
    (new,) = part(made.content).iter(f"{W}ins")
    assert [one.tag[len(W) :] for one in new.find(f"{W}r/{W}rPr")] == ["i"]


def test_a_new_paragraph_has_no_number_and_the_others_keep_theirs():
    _, made = changed(
        p("Eins ist so.", num=1, level=0) + p("Zwei.", num=1, level=0), "Eins ist so.\nNeu.", "Eins ist so."
    )
    assert opened(accepted(made.content)).text == "1.\tEins ist so.\nNeu.\n2.\tZwei."


def test_a_struck_bullet_goes_with_its_paragraph():
    data, made = changed(p("Ja.") + p("Weg.", num=2, level=0) + p("Ende."), "Ja.\nEnde.", numbering_="")
    assert made.edits == {"e": None}
    assert opened(accepted(made.content)).text == "Ja.\nEnde."
    assert opened(rejected(made.content)).text == opened(data).text


def test_unlike_changes_meet_where_a_paragraph_ends():
    """Else LibreOffice takes them for one, the end between included."""
    body = p("Es gilt die alte Frist") + p("Sofort zahlt der Kunde den Preis.") + p("Ende")
    _, made = changed(body, "Es gilt die neue\nBald sofort zahlt der Kunde den Preis.\nEnde")
    kinds = [[one.tag[len(W) :] for one in paragraph] for paragraph in part(made.content).iter(f"{W}p")]
    assert kinds[0][-1] != kinds[1][1]


# --- comments ---------------------------------------------------------------------------------------------------------------


def marked(made: Redlined) -> list[str]:
    """The text of the document with brackets where comments begin and end."""
    shown = {f"{W}commentRangeStart": "[", f"{W}commentRangeEnd": "]", f"{W}t": None, f"{W}delText": None}
    root = part(made.content)
    return "".join(shown[one.tag] or one.text or "" for one in root.iter(*shown))


@pytest.mark.parametrize(
    ("body", "words", "text"),
    [
        (p("Die Haftung ist begrenzt."), ["Haftung"], "Die [Haftung] ist begrenzt."),
        (p("Die Haftung ist begrenzt."), ["Haftung ist", "ist begrenzt"], "Die [Haftung [ist] begrenzt]."),
        (p("Die Haftung gilt."), ["Haftung", "Haftung"], "Die [[Haftung]] gilt."),
        (p(r("Die Haf") + r("tung", "<w:b/>") + r(" gilt.")), ["Haftung"], "Die [Haftung] gilt."),
        (p("Eins.") + p("Zwei."), ["ns.\nZw"], "Ei[ns.Zw]ei."),
        (p(r("Siehe ") + f'<w:hyperlink w:anchor="x">{r("hier und da")}</w:hyperlink>'), ["und"], "Siehe hier [und] da"),
        (p(r("Siehe ") + complex_field("Ziffer 4") + r(".")), ["Ziffer"], "Siehe [Ziffer 4]."),
        (p(r("Siehe ") + simple_field("Ziffer 4") + r(".")), ["4"], "Siehe [Ziffer 4]."),
        (p(r("Siehe ") + complex_field("Ziffer 4") + r(".")), ["he Ziff"], "Sie[he Ziffer 4]."),
        (p(r("Der ") + STAMP.format(r("neue alte")) + r(" Text")), ["alte"], "Der neue [alte] Text"),
        (p(r("Der ") + STAMP.format(r("neue alte")) + r(" Text")), ["neue"], "Der [neue] alte Text"),
        (p(CONTROL.format("<w:text/>", r("Name hier"))), ["hier"], "[Name hier]"),
        (table(["a b", "c"]), ["b\tc"], "a [b]c"),
    ],
)  # fmt: skip
def test_a_comment_stands_at_the_very_words(body, words, text):
    made = remarked(body, *words)
    assert marked(made) == text
    assert set(made.remarks.values()) == {None}
    assert broken_rules(made.content) == broken_rules(docx(body, numbering=LIST))


@pytest.mark.parametrize(
    ("body", "word", "reason"),
    [
        (p(r("Der Kunde") + NOTE + r(" zahlt.")), "Fußnote", CopyReason.AT_FOOTNOTE_MARK),
        (p(r("Rest ") + BOX.format(p("Im Kasten"))), "Kasten", CopyReason.AT_ANCHOR),
        (p("Text dahinter", num=1, level=0), "1.", CopyReason.AT_PARAGRAPH),
        (CONTROL.format("", p("Eins.") + p("Zwei.")), "Eins", CopyReason.AT_CONTROL),
        (p("Null.") + CONTROL.format("", p("Eins.")), "Eins", CopyReason.AT_CONTROL),
    ],
)
def test_where_no_comment_may_stand_it_stands_near_and_says_so(body, word, reason):
    made = remarked(body, word, footnotes=NOTES)
    assert made.remarks == {word: reason}
    assert broken_rules(made.content) == broken_rules(docx(body, footnotes=NOTES, numbering=LIST))


def test_a_comment_on_the_document_stands_at_its_beginning():
    data = docx(table(["Kopf"]) + p("Text"))
    made = redline(data, opened(data), (), [Remark("all", (), ("Es fehlt etwas.",))], AUTHOR)
    assert made.remarks == {"all": CopyReason.NO_PLACE}
    assert marked(made) == "[]KopfText"


def test_comments_that_were_there_stay_and_no_number_is_used_twice():
    made = remarked(p("eins zwei"), "zwei", comments=COMMENTS)
    comments = part(made.content, "word/comments.xml")
    assert [one.get(f"{W}author") for one in comments] == ["Gegner", ME]
    assert len({one.get(f"{W}id") for one in comments}) == 2


def test_a_comment_has_author_initials_time_and_its_paragraphs():
    (comment,) = part(remarked(p("eins"), "eins").content, "word/comments.xml")
    assert dict(comment.attrib) == {
        f"{W}id": "1", f"{W}author": ME, f"{W}date": "2026-11-22T12:30:00Z", f"{W}initials": "EM"
    }  # fmt: skip
    assert "".join(comment.itertext()) == "Zu eins"


def test_without_a_time_nothing_says_when():
    data = docx(p("eins zwei"))
    remark, edit = Remark("r", ((0, 4),), ("x",)), Edit("e", ((5, 9),), "drei")
    made = redline(data, opened(data), [edit], [remark], Author(ME, "EM"))
    xml = zipfile.ZipFile(BytesIO(made.content))
    assert not any(b"w:date" in xml.read(name) for name in xml.namelist())


def test_a_file_in_the_strict_dialect_stays_strict():
    members = {}
    with zipfile.ZipFile(BytesIO(docx(p("eins zwei")))) as archive:
        for name in archive.namelist():
            blob = archive.read(name).replace(W.strip("{}").encode(), STRICT)
            members[name] = blob.replace(
                b"http://schemas.openxmlformats.org/officeDocument", b"http://purl.oclc.org/ooxml/officeDocument"
            )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, blob in members.items():
            archive.writestr(name, blob)
    data = stream.getvalue()
    edit, remark = Edit("e", ((5, 9),), "drei"), Remark("r", ((0, 4),), ("x",))
    made = redline(data, opened(data), [edit], [remark], AUTHOR)
    texts = zipfile.ZipFile(BytesIO(made.content)).read
    assert opened(made.content).text == "eins drei"
    assert W.strip("{}").encode() not in texts("word/document.xml") + texts("word/comments.xml")
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in texts("word/_rels/document.xml.rels")


def test_the_file_must_be_the_one_that_was_read():
    source = opened(docx(p("eins")))
    with pytest.raises(ExpectedError) as refused:
        redline(docx(p("zwei")), source, (), (), AUTHOR)
    assert refused.value.code is ErrorCode.SOURCE_CHANGED
