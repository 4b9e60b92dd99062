"""Word files with everything that stands in the way of a change, by seed, and changes to write into them."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.models.source import RunKind, SourceDocument
from app.reporting.redline.model import Edit, Remark
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, style, table

SEEDS = range(36)
SENTENCE = (
    "Der Kunde haftet für Vorsatz und grobe Fahrlässigkeit nach dem Gesetz binnen zwei Wochen ab Zugang der Rechnung "
    "schriftlich oder in Textform gegenüber dem Anbieter soweit nichts anderes vereinbart ist 3 Monate 10.000,– Euro § 8"
)
WORDS = SENTENCE.split()
ADDED = "Ein Absatz & mehr <kommt> hinzu."
LOOKS = ("", "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', "<w:caps/>", '<w:sz w:val="28"/><w:u w:val="single"/>')
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Die Fußnote sagt mehr.</w:t></w:r></w:p></w:footnote>'
)
COMMENTS = '<w:comment w:id="5" w:author="Gegner" w:initials="G"><w:p><w:r><w:t>Alt</w:t></w:r></w:p></w:comment>'
LISTS = abstract(1, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "%2)")) + abstract(2, lvl(0, "bullet", "–"))
LISTS += num(1, 1) + num(2, 2)
STYLES = style("Normal") + style("Liste", base="Normal", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def text(rng: random.Random, count: int = 6) -> str:
    """Some words."""
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, count))) + " "


def run(rng: random.Random) -> str:
    """Words in one look."""
    return r(text(rng), rng.choice(LOOKS))


def field(rng: random.Random) -> str:
    """A field that Word computes."""
    code = '<w:r><w:instrText xml:space="preserve"> REF _Ref1 \\h </w:instrText></w:r>'
    return MARK.format("begin") + code + MARK.format("separate") + r("Ziffer 4") + MARK.format("end") + r(" ")


def inserted(rng: random.Random) -> str:
    """Somebody's insertion of two runs."""
    return f'<w:ins w:id="{rng.randint(100, 10**6)}" w:author="Gegner">{run(rng)}{run(rng)}</w:ins>'


def deleted(rng: random.Random) -> str:
    """Somebody's deletion."""
    inner = '<w:r><w:delText xml:space="preserve">alt </w:delText></w:r>'
    return f'<w:del w:id="{rng.randint(100, 10**6)}" w:author="Gegner">{inner}</w:del>'


THINGS: tuple[Callable[[random.Random], str], ...] = (
    field,
    inserted,
    deleted,
    lambda rng: f'<w:fldSimple w:instr=" DATE ">{r("heute ")}</w:fldSimple>',
    lambda rng: f'<w:hyperlink w:anchor="x">{run(rng)}{run(rng)}</w:hyperlink>',
    lambda rng: f"<w:smartTag>{run(rng)}</w:smartTag>",
    lambda rng: f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(rng)}</w:sdtContent></w:sdt>",
    lambda rng: f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{run(rng)}</w:sdtContent></w:sdt>',
    lambda rng: "<w:r><w:t>Haf</w:t><w:softHyphen/><w:t>tungs</w:t><w:noBreakHyphen/><w:t>frei</w:t></w:r>" + r(" "),
    lambda rng: '<w:r><w:t xml:space="preserve">a </w:t><w:tab/><w:t>b</w:t><w:br/><w:t xml:space="preserve">c </w:t></w:r>',
    lambda rng: '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> ja </w:t></w:r>',
    lambda rng: r("Haf\u00adtung \ufb01nden Vertra\u0308ge\u200b 8\u00a0% "),
    lambda rng: r("geheim ", "<w:vanish/>"),
    lambda rng: NOTE,
    lambda rng: "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>" + r(" "),
    lambda rng: BOX.format(p(text(rng))),
    lambda rng: '<w:commentRangeStart w:id="5"/>' + run(rng) + '<w:commentRangeEnd w:id="5"/>'
    '<w:r><w:commentReference w:id="5"/></w:r>',
    lambda rng: '<w:bookmarkStart w:id="77" w:name="_Ref1"/>' + run(rng) + '<w:bookmarkEnd w:id="77"/>',
    lambda rng: '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">neue Seite </w:t></w:r>',
    lambda rng: '<w:r><w:t xml:space="preserve">mit Note</w:t><w:footnoteReference w:id="2"/><w:t xml:space="preserve"> darin </w:t></w:r>',
)  # fmt: skip
ONCE = {13, 16, 17, 19}  # things with an id of their own


def document(seed: int) -> bytes:
    """A file of some twenty paragraphs; every feature stands in several of the seeds."""
    rng = random.Random(seed)
    used: set[int] = set()
    body = "".join(_block(rng, used) for _ in range(rng.randint(8, 20)))
    return docx(body + p("Ende.") + "<w:sectPr/>", numbering=LISTS, styles=STYLES, footnotes=NOTES, comments=COMMENTS)


def _block(rng: random.Random, used: set[int]) -> str:
    kind = rng.random()
    if kind < 0.08:
        return table([text(rng), text(rng)], [p(text(rng)) + p(text(rng)), text(rng)])
    if kind < 0.14:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{_paragraph(rng, used)}{_paragraph(rng, used)}</w:sdtContent></w:sdt>"
    if kind < 0.2:
        return p(run(rng), ppr="<w:sectPr/>")
    return _paragraph(rng, used)


def _paragraph(rng: random.Random, used: set[int]) -> str:
    parts = [run(rng) for _ in range(rng.randint(1, 4))]
    for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
        thing = rng.randrange(len(THINGS))
        if thing not in used & ({13, 19} if thing in {13, 19} else ONCE):
            used |= {thing} | ({13, 19} if thing in {13, 19} else set())
            parts.insert(rng.randint(0, len(parts)), THINGS[thing](rng))
    numbered = rng.choice((None, None, None, 1, 1, 2))
    if rng.random() < 0.1:
        return p("".join(parts), style="Liste")
    return p("".join(parts), num=numbered, level=None if numbered is None else 0)


# --- changes ----------------------------------------------------------------------------------------------------------------


def edits(source: SourceDocument, seed: int) -> list[Edit]:
    """A change for about half of the blocks, alone or two together: words, lines, everything."""
    rng = random.Random(seed)
    found, at = [], 0
    while at < len(source.blocks):
        count = rng.choice((1, 1, 1, 2, 3))
        start, end = source.blocks[at].start, source.blocks[min(at + count, len(source.blocks)) - 1].end
        run = source.runs_in(start, end)[0]
        if run.kind is RunKind.GENERATED and run.start == start and "\n" not in source.text[start:end]:
            start = next((one.start for one in source.runs_in(start, end) if one.kind is not RunKind.GENERATED), start)
        at += count
        if rng.random() < 0.6 and source.text[start:end].strip():
            found.append(Edit(f"e{at}", ((start, end),), reworded(_without_numbers(source, start, end), rng)))
    return found


def _without_numbers(source: SourceDocument, start: int, end: int) -> str:
    made = source.text
    for run in source.runs_in(start, end):
        if run.kind is RunKind.GENERATED and "\t" not in source.text[run.start : run.end]:
            made = f"{made[: run.start]}{' ' * (run.end - run.start)}{made[run.end :]}"
    return made[start:end]


def reworded(old: str, rng: random.Random) -> str:
    """Another wording of a text, from one word to all of it."""
    words = old.split(" ")
    match rng.randrange(7):
        case 0:
            return "Der Anbieter haftet unbeschränkt für Vorsatz."
        case 1:
            return " ".join(word if rng.random() < 0.8 else "neu" for word in words)
        case 2:
            return f"{old}\n{ADDED}"
        case 3:
            return "\n".join(old.split("\n")[:-1]) or "Kurz."
        case 4:
            return f"Vorweg dies.\n{old}"
        case 5:
            return " ".join(words[len(words) // 2 :]) or "Rest."
        case _:
            at = rng.randint(0, len(words))
            return " ".join([*words[:at], "fünf", "neue Wörter", *words[at:]])


def remarks(source: SourceDocument, seed: int) -> list[Remark]:
    """Remarks on stretches of any length, some on top of each other, and one on the document."""
    rng = random.Random(seed)
    made = [Remark("all", (), ("Es fehlt etwas.",))]
    for number in range(12):
        start = rng.randrange(max(1, len(source.text) - 1))
        end = min(len(source.text), start + rng.choice((1, 5, 20, 80, 300)))
        made.append(Remark(f"r{number}", ((start, end),), ("Bitte ändern.", "Und zwar <bald> & gut.")))
    return made
