"""What a Word file prints, word by word against a PDF that LibreOffice makes of it.

Strategy: a seeded generator sets pieces of every kind of markup in random order; each word occurs once, so that a word
lost, read twice or invented has a name. Compared are the words, not their order: LibreOffice prints notes at the foot.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.source import IgnoredReason, SourceDocument
from tests.unit.importing.made import opened
from tests.unit.importing.word import docx, p, r, style, table

DOCUMENTS = 25
PIECES = 40
PRINTED = {IgnoredReason.HEADER, IgnoredReason.FOOTER}
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"\b(w[a-z]{4}t)(\d+)")
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_FIELD = _MARK.format("begin") + "<w:r><w:instrText>{}</w:instrText></w:r>" + _MARK.format("separate")
STYLES = (
    style("Normal") + style("H1", name="heading 1", rpr="<w:b/>") + style("Weg", rpr="<w:vanish/>", kind="character")
)


def words() -> Iterator[str]:
    """Words that occur once, in letters only and of one length: none is a part of another."""
    for number in range(26**4):
        letters = "".join(chr(ord("a") + number // 26**place % 26) for place in (3, 2, 1, 0))
        yield f"w{letters}t"


class Maker:
    """Makes one document; `notes` are its footnotes and endnotes."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.words = words()
        self.notes: list[tuple[str, str]] = []

    def word(self) -> str:
        return next(self.words)

    def plain(self) -> str:
        return p(f"{self.word()} {self.word()}", style=self.rng.choice(("", "H1")))

    def runs(self) -> str:
        return p(r(self.word()[:3]) + r(self.word(), "<w:b/>") + r(f" {self.word()}"))

    def wrapped(self) -> str:
        name = self.rng.choice(("hyperlink", "smartTag", "ins", "moveTo", "customXml"))
        return p(f"<w:{name}>{r(self.word())}</w:{name}>{r(' ' + self.word())}")

    def control(self) -> str:
        inner = r(self.word()) if self.rng.random() < 0.5 else ""
        content = p(f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>{r(' ' + self.word())}")
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}{p(self.word())}</w:sdtContent></w:sdt>"

    def field(self) -> str:
        return p(r(self.word()) + _FIELD.format(" ADDIN a ") + r(f" {self.word()} ") + _MARK.format("end"))

    def breaks(self) -> str:
        between = "".join(self.rng.choice(("<w:br/>", "<w:tab/>", "<w:cr/>")) for _ in range(self.rng.randint(1, 3)))
        return p(f"<w:r><w:t>{self.word()}</w:t>{between}<w:t>{self.word()}</w:t></w:r>")

    def alternative(self) -> str:
        word = self.word()
        return p(
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>{word}</w:t></mc:Choice>"
            f"<mc:Fallback><w:t>{word}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def hidden(self) -> str:
        rpr = self.rng.choice(("<w:vanish/>", '<w:rStyle w:val="Weg"/>'))
        return p(r(f"{self.word()} ") + r(self.word(), rpr) + r(self.word()))

    def note(self) -> str:
        kind = self.rng.choice(("footnote", "endnote"))
        self.notes.append((kind, f"{self.word()} {self.word()}"))
        reference = f'<w:r><w:{kind}Reference w:id="{len(self.notes) + 1}"/></w:r>'
        return p(r(self.word()) + reference + r(f" {self.word()}"))

    def box(self) -> str:
        inner = f"<v:textbox><w:txbxContent>{p(self.word())}{p(self.word())}</w:txbxContent></v:textbox>"
        shape = f'<v:rect style="position:absolute;margin-left:20pt;width:200pt;height:80pt">{inner}</v:rect>'
        return p(r(self.word()) + f"<w:r><w:pict>{shape}</w:pict></w:r>" + r(f" {self.word()}"))

    def initial(self) -> str:
        frame = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
        word = self.word()
        return p(word[0], ppr=frame) + p(word[1:] + " " + self.word())

    def table(self) -> str:
        kind = self.rng.randrange(4)
        if kind == 0:
            return table(*[[self.word() for _ in range(3)] for _ in range(3)]) + p()
        if kind == 1:
            inner = table([self.word(), self.word()])
            return table([p(self.word()) + inner + p(), self.word()]) + p()
        if kind == 2:
            long = " ".join(self.word() for _ in range(60))
            return table(["§ 1", long], [self.word(), p(self.word()) + p(self.word())]) + p()
        down = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
        cell = "<w:tc><w:tcPr/>{}</w:tc>"
        first = down.format(' w:val="restart"', p(self.word())) + cell.format(p(self.word()))
        second = down.format("", p()) + cell.format(p(self.word()))
        return f"<w:tbl><w:tblPr/><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>" + p()

    def changes(self) -> str:
        mark = '<w:rPr><w:ins w:id="1" w:author="x"/></w:rPr>'
        return p(f'<w:ins w:id="2" w:author="x">{r(self.word())}</w:ins>', ppr=mark)

    def placeholder(self) -> str:
        return p(r(self.word()) + "<w:r><w:noBreakHyphen/></w:r>" + r(self.word()))

    def document(self) -> bytes:
        kinds = (
            *(
                self.plain,
                self.runs,
                self.wrapped,
                self.control,
                self.field,
                self.breaks,
                self.alternative,
                self.hidden,
            ),
            *(self.note, self.box, self.initial, self.table, self.changes, self.placeholder),
        )
        body = "".join(self.rng.choice(kinds)() for _ in range(PIECES))
        section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        section += '<w:footerReference w:type="default" r:id="footer1"/><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/>'
        section += '<w:pgMar w:top="1400" w:right="1400" w:bottom="1400" w:left="1400" w:header="700" w:footer="700"/></w:sectPr>'
        texts = {kind: self._notes(kind) for kind in ("footnote", "endnote")}
        return docx(
            body + p() + section,
            styles=STYLES,
            footnotes=texts["footnote"],
            endnotes=texts["endnote"],
            header1=p("Kopfzeile"),
            footer1=p("Fußzeile"),
        )

    def _notes(self, kind: str) -> str:
        lines = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        for number, (own, text) in enumerate(self.notes, start=2):
            if own == kind:
                lines += f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>" + r(" " + text))}</w:{kind}>'
        return lines


def printed_by_libreoffice(files: dict[str, bytes], folder: Path) -> dict[str, str]:
    """The text on the pages, by file."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run(
        [*command, *(str(folder / f"{name}.docx") for name in files)], check=True, capture_output=True, timeout=300
    )
    return {name: _text_of(folder / f"{name}.pdf") for name in files}


def _text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8")


@pytest.mark.slow
@pytest.mark.needs_tool("soffice", "pdftotext")
def test_every_printed_word_is_read_once_and_no_other(tmp_path: Path):
    files = {f"{seed:02}": Maker(seed).document() for seed in range(DOCUMENTS)}
    theirs = printed_by_libreoffice(files, tmp_path)
    wrong = []
    for name, data in files.items():
        source = opened(data)
        texts = [source.text, *(item.text for item in source.ignored if item.reason in PRINTED)]
        ours = Counter(word for text in texts for word in _LETTERS.findall(text))
        twice = [word for word, count in ours.items() if count > 1]
        wrong += [(name, "twice", word) for word in twice]
        printed = set(_LETTERS.findall(theirs[name]))
        wrong += [(name, "lost", word) for word in sorted(printed - ours.keys())]
        wrong += [(name, "invented", word) for word in sorted(ours.keys() - printed)]
        # The other way round some raised numbers stand on lines of their own in pdftotext's order.
        wrong += [(name, "number", *pair) for pair in set(_NUMBERED.findall(theirs[name])) - numbers_of(source)]
        assert source.complete, name
    assert wrong == []
    assert sum(map(len, theirs.values())) > DOCUMENTS * PIECES * len("waaaat")


def numbers_of(source: SourceDocument) -> set[tuple[str, str]]:
    """The words before the marks of notes in the body, with the printed numbers."""
    marks = [mark for mark in source.marks if mark.part == "word/document.xml"]
    return {(source.text[: mark.at].split()[-1], mark.text) for mark in marks}
