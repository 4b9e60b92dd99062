"""Automatic numbers as Word prints them, computed from numbering.xml and style inheritance.

Strategy: `Numbering` says which list level a paragraph has (its own `numPr` before its style's; `numId` 0 takes the
number away; the level linked to a style by `pStyle`) and what that level looks like (`lvlOverride` before the
abstract definition, `numStyleLink` resolved). `Counters` counts: lists that share an abstract definition share their
counters, a level restarts below a higher one (`lvlRestart`), a start override restarts once. Checked against
LibreOffice's text export; ECMA-376-1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.importing.docx.formats import bullet, formatted, is_exact
from app.importing.docx.names import ALTERNATE, VAL, Element, child, local, number, switch, value, w
from app.importing.docx.styles import UNSAID, Indent, Styles, indent_of

LEVELS = 9
LONGEST_TEXT = 255  # characters of a level's text; Word itself prints no label over 31 (MS-OI29500, 2.1.283)
_PLACEHOLDER = re.compile(r"%([1-9])")
_PICTURE = "•"
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_SYMBOL_PAGE = 0xF000  # where symbol fonts have their characters
_STORIES = tuple(w(name) for name in ("txbxContent", "footnote", "endnote"))
_CUSTOM = re.compile(r"(0{2,4})1\b")  # `001, 002, 003, …`
_SUFFIXES = {"space": " ", "nothing": "", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. `restart`: 1-based level that restarts it, 0 never, None any higher one."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False
    indent: Indent = UNSAID
    font: str = ""
    picture: bool = False
    cut: bool = False  # the text was too long


@dataclass(frozen=True, slots=True)
class List:
    """A list instance (`w:num`): the definition it counts with, its levels, its start overrides."""

    id: str
    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level(self, index: int) -> Level:
        """The level, a plain one where the definition lacks it."""
        return self.levels.get(index, Level())


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's place in a list. `by_style`: the style that gave the list, None if the paragraph did itself.

    `story`: text boxes, notes and the body are numbered apart, as Word prints them apart.
    """

    list: List
    index: int
    by_style: str | None
    story: str = ""

    @property
    def level(self) -> Level:
        """The level's definition."""
        return self.list.level(self.index)


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = _by_id(root, "abstractNum", "abstractNumId")
        self._instances = _by_id(root, "num", "numId")
        self._lists: dict[str, List | None] = {}

    def place(self, paragraph: Element) -> Place | None:
        """Where the paragraph stands in a list, None if it has no automatic number."""
        own = child(paragraph, "pPr", "numPr")
        list_id, by_style = value(own, "numId"), None
        style = self._styles.of_paragraph(paragraph)
        if list_id is None:
            list_id, by_style = self._from_style(style)
        found = self.list(list_id)
        if found is None:
            return None
        index = number(value(own, "ilvl"))
        if index is None:
            index = self._style_level(style, found)
        return Place(found, min(max(index, 0), LEVELS - 1), by_style, _story(paragraph))

    def _from_style(self, style: str | None) -> tuple[str | None, str | None]:
        for link in self._styles.chain(style):
            list_id = value(link.paragraph, "numPr", "numId")
            if list_id is not None:
                return list_id, link.id
        return None, None

    def _style_level(self, style: str | None, found: List) -> int:
        """The level linked to the style, else the nearest style's `ilvl`, else the first."""
        for link in self._styles.chain(style):
            for index, level in found.levels.items():
                if level.style == link.id:
                    return index
            index_here = number(value(link.paragraph, "numPr", "ilvl"))
            if index_here is not None:
                return index_here
        return 0

    def list(self, list_id: str | None) -> List | None:
        """The list of a `numId`; None for 0 (which takes numbers away) and for ids that lead nowhere."""
        if list_id is None or number(list_id) == 0:
            return None
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str) -> List | None:
        instance = self._instances.get(list_id)
        definition_id = self._definition(list_id, set())
        if instance is None or definition_id is None:
            return None
        levels = dict(_levels(self._definitions[definition_id]))
        starts: dict[int, int] = {}
        for override in instance.findall(w("lvlOverride")):
            index = number(override.get(w("ilvl")))
            if index is None:
                continue
            level = child(override, "lvl")
            if level is not None:
                levels[index] = _level(level)
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        return List(list_id, definition_id, levels, starts)

    def _definition(self, list_id: str, seen: set[str]) -> str | None:
        """Id of the abstract definition with the levels, through `numStyleLink`s; None in a circle."""
        definition_id = value(self._instances.get(list_id), "abstractNumId")
        definition = self._definitions.get(definition_id or "")
        if definition_id is None or definition is None or list_id in seen:
            return None
        link = value(definition, "numStyleLink")
        if link is None or child(definition, "lvl") is not None:
            return definition_id
        linked, _ = self._from_style(link)
        return None if linked is None else self._definition(linked, seen | {list_id})

    def indent(self, paragraph: Element, place: Place | None) -> Indent:
        """Indentation: the paragraph's own, the list level's, the styles' (nearer than the list's style: first)."""
        indent = indent_of(child(paragraph, "pPr"))
        level = UNSAID if place is None else place.level.indent
        if place is not None and place.by_style is None:
            indent = indent.over(level)
        for link in self._styles.chain(self._styles.of_paragraph(paragraph)):
            indent = indent.over(indent_of(link.paragraph))
            if place is not None and link.id == place.by_style:
                indent = indent.over(level)
        return indent


@dataclass(slots=True)
class Counters:
    """Counts through a document. `approximated`: number formats that were printed as digits instead.

    `cut`: a label's text was so long that it was cut.
    """

    approximated: set[str] = field(default_factory=set)
    cut: bool = False
    _values: dict[tuple[str, str], list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, str, int]] = field(default_factory=set)

    def next_label(self, place: Place) -> str:
        """Count the paragraph at `place` and return its printed label without the suffix."""
        values = self._values.setdefault((place.story, place.list.definition), [None] * LEVELS)
        self._count(place, values)
        if place.level.hidden:
            return ""
        if place.level.cut:
            self.cut = True
        if place.level.format == "bullet":
            return _bullet(place.level)
        return self._printed(place, values).strip()

    def _count(self, place: Place, values: list[int | None]) -> None:
        index, current = place.index, values[place.index]
        if self._restarts(place) or current is None:  # asked first: an override is spent where the level begins anyway
            values[index] = place.level.start
        else:
            values[index] = current + 1
        for above in range(index):
            if values[above] is None:
                values[above] = place.list.level(above).start
        for below in range(index + 1, LEVELS):
            restart = place.list.level(below).restart
            if restart is None or index < restart:
                values[below] = None

    def _restarts(self, place: Place) -> bool:
        """The first paragraph of a list with a start override begins anew."""
        key = (place.story, place.list.id, place.index)
        if place.index not in place.list.starts or key in self._started:
            return False
        self._started.add(key)
        return True

    def _printed(self, place: Place, values: list[int | None]) -> str:
        def number_of(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            return self._number(place, index, values[index])

        return _PLACEHOLDER.sub(number_of, place.level.text)

    def _number(self, place: Place, index: int, count: int | None) -> str:
        level = place.list.level(index)
        number_format = level.format
        if place.level.legal and number_format not in {"none", "bullet"}:
            number_format = "decimal"
        if not is_exact(number_format):
            self.approximated.add(number_format)
        return formatted(level.start if count is None else count, number_format)


def suffix(place: Place) -> str:
    """What stands between label and text: a tab, a space, nothing."""
    return _SUFFIXES.get(place.level.suffix, "\t")


def _bullet(level: Level) -> str:
    """The printed bullet: in a symbol font even a letter or `§` is one."""
    if level.picture and not level.text.strip():
        return _PICTURE
    is_symbols = level.font.lower().startswith(_SYMBOL_FONTS)
    return bullet("".join(_symbol_code(char) for char in level.text) if is_symbols else level.text)


def _symbol_code(char: str) -> str:
    return chr(_SYMBOL_PAGE + ord(char)) if "!" <= char <= "\xff" else char


def _story(paragraph: Element) -> str:
    return next((local(above) for above in paragraph.iterancestors(*_STORIES)), "")


def _by_id(root: Element | None, tag: str, attribute: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {item.get(w(attribute), ""): item for item in root.findall(w(tag))}


def _levels(definition: Element) -> Iterator[tuple[int, Level]]:
    for element in definition.findall(w("lvl")):
        index = number(element.get(w("ilvl")))
        if index is not None and 0 <= index < LEVELS:
            yield index, _level(element)


def _format(element: Element) -> str:
    """The number format; newer Word hides custom ones (`001`) in an alternative for old readers."""
    said = value(element, "numFmt")
    if said is not None:
        return said
    alternate = element.find(ALTERNATE)
    custom = None if alternate is None else next(alternate.iter(w("numFmt")), None)
    if custom is None:
        return "decimal"
    zeros = _CUSTOM.match(custom.get(w("format"), ""))
    return f"decimalZero{len(zeros.group())}" if zeros else custom.get(VAL, "decimal")


def _level(element: Element) -> Level:
    start, text = number(value(element, "start")), value(element, "lvlText") or ""
    return Level(
        start=0 if start is None else start,
        format=_format(element),
        text=text[:LONGEST_TEXT],
        suffix=value(element, "suff") or "tab",
        restart=number(value(element, "lvlRestart")),
        legal=switch(child(element, "isLgl")) or False,
        style=value(element, "pStyle"),
        hidden=switch(child(element, "rPr", "vanish")) or False,
        indent=indent_of(child(element, "pPr")),
        font=_font(child(element, "rPr", "rFonts")),
        picture=child(element, "lvlPicBulletId") is not None,
        cut=len(text) > LONGEST_TEXT,
    )


def _font(fonts: Element | None) -> str:
    return "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
