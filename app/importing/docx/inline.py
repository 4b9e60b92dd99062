"""The content of one paragraph: its characters with their place and look.

Strategy: a paragraph's children are walked once. Inserted text counts, deleted text is set aside; of a field only the
result is printed, never the instruction; hidden text is set aside; text boxes are handed back, to be read after
the paragraph. A line break is an item of its own. Offsets count the run's text as python-docx does (a tab and a
break are one character).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.importing.docx.asides import Aside, Item, hidden
from app.importing.docx.background import Background
from app.importing.docx.characters import BREAK, FIXED, PRINTED, TEXT, UNKNOWN_SYMBOL, capitals, characters
from app.importing.docx.drawings import Drawn, drawn
from app.importing.docx.fields import FieldNumbers, OpenField
from app.importing.docx.names import (
    ALTERNATE,
    DELETED,
    M_NS,
    TEXTS,
    Element,
    alternative,
    below,
    child,
    holds_text,
    steps,
    switch,
    w,
)
from app.importing.docx.styles import RunLook, Styles
from app.importing.docx.tablestyles import table_runs
from app.models.source import IgnoredReason, RunKind

_INSERTED = frozenset({w("ins"), w("moveTo")})
_CONTAINERS = _INSERTED | frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
)
_MATH = frozenset({f"{{{M_NS}}}oMath", f"{{{M_NS}}}oMathPara"})
_RUN, _FIELD, _INSTRUCTION = w("r"), w("fldChar"), w("instrText")
_MARKS = frozenset({_FIELD, _INSTRUCTION})
_OTHER_FILE, _RUBY_BASE = w("subDoc"), w("rubyBase")
_DELETED_TEXT = w("delText")
_PARAGRAPH, _ROW = w("p"), w("tr")
_COMMENT, _MOVED_AWAY, _CONTROL = w("commentReference"), w("moveFrom"), w("sdt")
_REFERENCES = frozenset({w("footnoteReference"), w("endnoteReference"), _COMMENT})
_OWN_MARK, _ON = w("customMarkFollows"), frozenset({"1", "true", "on"})
_LONGEST_PLACEHOLDER = 200  # characters
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object"), ALTERNATE})


@dataclass(slots=True)
class Inline:
    """A paragraph's content; `drawn` is what its drawings hold, `changes` counts tracked changes."""

    items: list[Item] = field(default_factory=list)
    drawn: Drawn = field(default_factory=Drawn)
    changes: int = 0
    symbols: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not any(item.text.strip() for item in self.items)


class InlineReader:
    """Reads the paragraphs of one part in order: a field may begin in one paragraph and end in another.

    `texts` counts the elements with text that were come by, whatever became of them.
    """

    def __init__(self, root: Element, styles: Styles, *, backdrop: bool = False) -> None:
        self.texts = 0
        self._styles = styles
        self._closed = _closed_fields(root)
        self._background = Background(root, styles, backdrop=backdrop)
        self._fields: list[OpenField] = []
        self._numbers = FieldNumbers()
        self._table: tuple[Element, ...] = ()  # what the table's style makes of the paragraph's characters

    def read(self, paragraph: Element, path: str) -> Inline:
        """The content of a paragraph."""
        inline = Inline()
        if paragraph.tag == _PARAGRAPH:
            self._numbers.paragraph(self._styles.outline(paragraph))
        self._table = table_runs(paragraph, self._styles)
        self._into(paragraph, path, self._styles.of_paragraph(paragraph), inline)
        return inline

    def _into(self, element: Element, path: str, style: str | None, inline: Inline) -> None:
        """Whatever an element is called, if it holds runs it is walked, if it holds text it is a run."""
        if element.tag in _MATH:
            self._math(element, path, inline)
        elif child(element, "t") is None:
            self._walk(element, path, style, inline)
        else:
            self._run(element, path, style, inline)

    def _walk(self, parent: Element, path: str, style: str | None, inline: Inline) -> None:
        for element, where in steps(parent, path):
            tag = element.tag
            if tag == _RUN:
                self._run(element, where, style, inline)
            elif tag in DELETED:
                _set_aside(element, where, inline)
            elif tag == ALTERNATE:
                chosen, chosen_path = alternative(element, where)
                if chosen is not None:
                    self._into(chosen, chosen_path, style, inline)
            elif tag == _OTHER_FILE:
                inline.drawn.embedded += 1
            elif is_placeholder(element):
                self._placeholder(element, where, style, inline)
            elif tag in _CONTAINERS or holds_text(element):  # or a wrapper of whatever name
                inline.changes += tag in _INSERTED
                self._into(element, where, style, inline)

    def _placeholder(self, element: Element, path: str, style: str | None, inline: Inline) -> None:
        """What an empty form field asks for is no text of the contract."""
        asked = Inline()
        self._into(element, path, style, asked)
        text = "".join(item.text for item in asked.items)
        inline.items.append(Item("", path, 0, RunLook(), aside=Aside(IgnoredReason.PLACEHOLDER, text)))

    def _run(self, run: Element, path: str, style: str | None, inline: Inline) -> None:
        look = self._styles.run_look(child(run, "rPr"), style, self._table)
        cause = self._background.hides(run, look)
        offset = begun = 0
        text = ""
        own_mark: Element | None = None  # of a note whose mark is the text that follows in the run
        for element, where in steps(run, path):
            if element.tag in _MARKS:
                self._add(inline, Item(text, path, begun, look), cause)
                text, begun = "", offset
                made = self._field(element, inline)
                self._add(inline, Item(made, path, offset, look, RunKind.GENERATED), cause)
            elif element.tag in _REFERENCES:
                self._add(inline, Item(text, path, begun, look), cause)
                text, begun = "", offset
                own_mark = element if element.get(_OWN_MARK) in _ON else None
                if own_mark is None:
                    self._place(inline, Item("", path, offset, look, aside=_reference(element, cause)))
            elif element.tag in _DRAWINGS and not _is_text(element):
                inline.drawn.add(drawn(element, where))
            elif element.tag in PRINTED:
                part = self._printed(element, inline)
                if part == BREAK:
                    self._add(inline, Item(text, path, begun, look), cause)
                    self._add(inline, Item(BREAK, path, offset, look), cause)
                    text, begun = "", offset + 1
                elif self._in_result():
                    text += part
                offset += len(part)
            elif holds_text(element):
                self._add(inline, Item(text, path, begun, look), cause)
                text, begun = "", offset
                self._nested(element, where, style, inline)
        self._close(inline, Item(text, path, begun, look), cause, own_mark)

    def _nested(self, element: Element, path: str, style: str | None, inline: Inline) -> None:
        """Text in an element within a run; of characters with a reading above them (`ruby`) the characters."""
        for inner, where in steps(element, path):
            if inner.tag == _RUBY_BASE:
                self._walk(inner, where, style, inline)
                return
        if element.tag == ALTERNATE:
            chosen, path = alternative(element, path)
            element = element if chosen is None else chosen
        self._into(element, path, style, inline)

    def _math(self, element: Element, path: str, inline: Inline) -> None:
        """A formula as its characters in a row: two-dimensional notation is lost, numbers and words are not."""
        parts = [part.text or "" for part in element.iter(*TEXTS)]
        self.texts += sum(bool(part.strip()) for part in parts)
        if any(parts):
            inline.items.append(Item("".join(parts), path, 0, RunLook(), RunKind.REPAIRED))

    def _printed(self, element: Element, inline: Inline) -> str:
        text = characters(element)
        if element.tag == TEXT:
            self.texts += bool(text.strip())
        else:
            inline.symbols += text == UNKNOWN_SYMBOL
        return text

    def _add(self, inline: Inline, item: Item, cause: str) -> None:
        """Take up characters, or their place where they are not printed for this cause."""
        if item.text:
            self._place(inline, *(hidden([item], cause) if cause else [_shown(item)]))

    def _close(self, inline: Inline, item: Item, cause: str, own_mark: Element | None) -> None:
        """The rest of a run: characters, or the mark that its author gave a note."""
        if own_mark is None:
            self._add(inline, item, cause)
        else:
            self._place(inline, replace(item, text="", aside=_reference(own_mark, cause, item.text)))

    def _place(self, inline: Inline, *items: Item) -> None:
        if self._in_result():
            inline.items += items

    def _field(self, element: Element, inline: Inline) -> str:
        """A mark of a field, or its instruction; at its end what it prints if the file holds no result of it."""
        if element.tag == _INSTRUCTION and self._fields:
            self._fields[-1].instruction += element.text or ""
        kind = element.get(w("fldCharType"))
        if kind == "begin" and element in self._closed:
            self._fields.append(OpenField(element, len(inline.items)))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not any(item.text.strip() for item in inline.items[ended.at :]):
                return self._numbers.printed(ended)
        return ""

    def _in_result(self) -> bool:
        return all(found.in_result for found in self._fields)


def _shown(item: Item) -> Item:
    """As printed: in capitals where the look says so."""
    shown = capitals(item.text) if item.look.capitals else item.text
    return item if shown == item.text else replace(item, text=shown, kind=RunKind.REPAIRED)


def _is_text(element: Element) -> bool:
    """Whether an alternative within a run is one of characters, not of drawings."""
    chosen, _ = alternative(element, "") if element.tag == ALTERNATE else (None, "")
    return child(chosen, "t") is not None or child(chosen, "r") is not None


def deleted_text(element: Element) -> str:
    """The text inside a deletion."""
    found = []
    for part in below(element):
        if part.tag in {_DELETED_TEXT, TEXT}:
            found.append(part.text or "")
        elif part.tag in FIXED or (part.tag == _PARAGRAPH and found):
            found.append(" ")
    return "".join(found)


def _set_aside(element: Element, path: str, inline: Inline) -> None:
    inline.changes += 1
    inline.items.append(Item("", path, 0, RunLook(), aside=deletion(element)))


def deleted_block(element: Element) -> Aside:
    """What a deleted row or cell held."""
    mark = child(element, "trPr", "del") if element.tag == _ROW else child(element, "tcPr", "cellDel")
    author = "" if mark is None else mark.get(w("author"), "")
    return Aside(IgnoredReason.DELETED, deleted_text(element), author=author)


def deletion(element: Element) -> Aside:
    """What a deletion took out of the text; of moved text the place it stood at before."""
    cause = "moved" if element.tag == _MOVED_AWAY else ""
    return Aside(IgnoredReason.DELETED, deleted_text(element), cause, element.get(w("author"), ""))


def _reference(element: Element, cause: str, mark: str = "") -> Aside:
    reason = IgnoredReason.COMMENT if element.tag == _COMMENT else IgnoredReason.NOTE
    return Aside(reason, mark, cause, reference=element)


def is_placeholder(element: Element) -> bool:
    """Whether a content control shows only what is to be filled in. Long text is none, whatever the file says."""
    if element.tag != _CONTROL or not switch(child(element, "sdtPr", "showingPlcHdr")):
        return False
    lengths = accumulate(len(text.text or "") for text in element.iter(TEXT))
    return all(length <= _LONGEST_PLACEHOLDER for length in lengths)


def _closed_fields(root: Element) -> set[Element]:
    """The `begin` marks of fields that also end: one without an end must not swallow the rest of the document."""
    open_fields: list[Element] = []
    closed: set[Element] = set()
    for mark in root.iter(_FIELD):
        if any(above.tag in DELETED for above in mark.iterancestors()):
            continue  # the walk does not see it either
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append(mark)
        elif kind == "end" and open_fields:
            closed.add(open_fields.pop())
    return closed


def mark_is(paragraph: Element, name: str) -> bool:
    """Whether the paragraph's mark is tracked as `ins` or `del`."""
    return child(paragraph, "pPr", "rPr", name) is not None
