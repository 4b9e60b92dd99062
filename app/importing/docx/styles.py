"""Styles: what a paragraph or run looks like after style inheritance (`basedOn`) and document defaults.

Strategy: a property is looked up along a chain: the element's own properties, its style and that style's bases, the
defaults. On/off properties of characters are special (ECMA-376-1, 17.7.3): paragraph style and character style
toggle each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.importing.docx.names import VAL, Element, child, local, number, points, switch, value, w

_DEFAULT_SIZE = 10.0  # points, where nothing is said (ECMA-376-1, 17.3.2.38)
UNKNOWN_SHADE = "?"  # of a pattern or a picture
# Word writes the English name whatever its language; other programs, and templates of old, their own.
_HEADING_NAME = re.compile(r"(?:heading|(?:ü|u|ue)?berschrift|titre|titolo|kop|rubrik)[ _]?([1-9])$", re.IGNORECASE)
_RAISED = "superscript"
_WHITE = "FFFFFF"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}$")
_EDGES = frozenset(w(name) for name in ("outline", "shadow", "emboss", "imprint"))
_EFFECTS = frozenset({"textOutline", "textFill", "glow", "shadow", "reflection"})
_BODY_LEVEL = 9
_MAX_BASES = 50  # Word itself allows ten or so; a chain of thousands would be walked for every paragraph


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written: its own properties only."""

    id: str
    name: str
    based_on: str | None
    element: Element
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True)
class RunLook:
    """How characters look; `size` in points; `colour` and what the characters' own `shade` paints as RRGGBB."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    size: float = _DEFAULT_SIZE
    colour: str | None = None
    shade: str | None = None
    capitals: bool = False  # shown as capitals, small ones too
    raised: bool = False
    outlined: bool = False  # or with a shadow: seen in any colour


@dataclass(frozen=True, slots=True)
class Indent:
    """Indentation in points; `first` is relative to `left` (negative: hanging). None: not said."""

    left: float | None = None
    first: float | None = None

    def over(self, base: Indent) -> Indent:
        """This one, with what it does not say taken from `base`."""
        return Indent(
            base.left if self.left is None else self.left,
            base.first if self.first is None else self.first,
        )


UNSAID = Indent()


class Styles:
    """The style sheet of a document; works without one."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._chains: dict[str | None, tuple[Style, ...]] = {}
        self._shades: dict[str | None, str | None] = {}
        self._looks: dict[tuple[str | None, str | None, tuple[Element, ...]], RunLook] = {}

    @cached_property
    def _by_id(self) -> dict[str, Style]:
        found: dict[str, Style] = {}
        for element in [] if self._root is None else self._root.findall(w("style")):
            style_id = element.get(w("styleId"), "")
            name = value(element, "name") or style_id
            base = value(element, "basedOn")
            found.setdefault(
                style_id, Style(style_id, name, base, element, child(element, "pPr"), child(element, "rPr"))
            )
        return found

    @cached_property
    def _default_paragraph_style(self) -> str | None:
        for element in [] if self._root is None else self._root.findall(w("style")):
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in {"1", "true", "on"}:
                return element.get(w("styleId"))
        return None

    @cached_property
    def _default_run(self) -> Element | None:
        return child(self._root, "docDefaults", "rPrDefault", "rPr")

    @cached_property
    def _default_paragraph(self) -> Element | None:
        return child(self._root, "docDefaults", "pPrDefault", "pPr")

    def of_paragraph(self, paragraph: Element) -> str | None:
        """Id of the paragraph's style; the default style where it names none or an unknown one."""
        named = value(paragraph, "pPr", "pStyle")
        return named if named in self._by_id else self._default_paragraph_style

    def name(self, style_id: str | None) -> str:
        """The name shown in Word (`heading 1`), empty without a style."""
        style = self._by_id.get(style_id or "")
        return style.name if style else ""

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style and its bases, nearest first; a circle ends the chain."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._walk(style_id))
        return self._chains[style_id]

    def _walk(self, style_id: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen and len(seen) < _MAX_BASES:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = self._by_id[style_id].based_on

    def paragraph_properties(self, paragraph: Element) -> Iterator[Element]:
        """The `pPr` elements that count for a paragraph, nearest first."""
        own = child(paragraph, "pPr")
        styles = (style.paragraph for style in self.chain(self.of_paragraph(paragraph)))
        return (ppr for ppr in (own, *styles, self._default_paragraph) if ppr is not None)

    def outline(self, paragraph: Element) -> int | None:
        """0-based heading level: an outline level of its own or its styles', else of a style named `heading N`."""
        level = number(_first(self.paragraph_properties(paragraph), "outlineLvl"))
        if level is not None:
            return level if 0 <= level < _BODY_LEVEL else None
        named = value(paragraph, "pPr", "pStyle") or ""
        unknown = [] if named in self._by_id else [named]  # a style sheet is missing: ids are made from names
        for name in (*unknown, *(style.name for style in self.chain(self.of_paragraph(paragraph)))):
            if match := _HEADING_NAME.match(name):
                return int(match.group(1)) - 1
        return None

    def table_shade(self, style_id: str | None) -> str | None:
        """What a table style paints: UNKNOWN_SHADE if anything, for which cells depends on its conditions."""
        if style_id not in self._shades:
            parts = (part for style in self.chain(style_id) for part in style.element.iter(w("shd")))
            painted = any(shade_of(part.getparent()) is not None for part in parts)
            self._shades[style_id] = UNKNOWN_SHADE if painted else None
        return self._shades[style_id]

    def centered(self, paragraph: Element) -> bool:
        """Whether the paragraph is centred."""
        return _first(self.paragraph_properties(paragraph), "jc") == "center"

    def spacing(self, paragraph: Element) -> tuple[float, float]:
        """White space before and after, in points."""
        found = [ppr.find(w("spacing")) for ppr in self.paragraph_properties(paragraph)]
        before = _attribute(found, "before")
        after = _attribute(found, "after")
        return points(before) or 0.0, points(after) or 0.0

    def run_look(
        self, run_properties: Element | None, paragraph_style: str | None, table: tuple[Element, ...] = ()
    ) -> RunLook:
        """The look of a run with these properties of its own in a paragraph of this style.

        `table`: run properties that the table's style gives its cell, nearest first.
        """
        character_style = value(run_properties, "rStyle")
        base = self._style_look(paragraph_style, character_style, table)
        if run_properties is None or not len(run_properties):
            return base
        size = points(value(run_properties, "sz"), per_point=2.0)
        place = value(run_properties, "vertAlign")
        underline, colour = value(run_properties, "u"), value(run_properties, "color")
        return RunLook(
            bold=_or(switch(child(run_properties, "b")), base.bold),
            italic=_or(switch(child(run_properties, "i")), base.italic),
            underlined=base.underlined if underline is None else underline != "none",
            hidden=_or(switch(child(run_properties, "vanish")), base.hidden),
            size=base.size if size is None else size,
            colour=base.colour if colour is None else _colour(colour),
            shade=shade_of(run_properties) or base.shade,
            capitals=_or(_either(run_properties), base.capitals),
            raised=base.raised if place is None else place == _RAISED,
            outlined=base.outlined or _is_outlined(run_properties),
        )

    def _style_look(
        self, paragraph_style: str | None, character_style: str | None, table: tuple[Element, ...]
    ) -> RunLook:
        key = (paragraph_style, character_style, table)
        if key not in self._looks:
            outer = [*_run_properties(self.chain(paragraph_style)), *table, *_present(self._default_run)]
            inner = list(_run_properties(self.chain(character_style)))
            size = points(_first([*inner, *outer], "sz"), per_point=2.0)
            self._looks[key] = RunLook(
                bold=_toggled(outer, inner, "b"),
                italic=_toggled(outer, inner, "i"),
                underlined=_first([*inner, *outer], "u") not in {None, "none"},
                hidden=_toggled(outer, inner, "vanish"),
                size=_DEFAULT_SIZE if size is None else size,
                colour=_colour(_first([*inner, *outer], "color")),
                capitals=_toggled(outer, inner, "caps") or _toggled(outer, inner, "smallCaps"),
                raised=_first([*inner, *outer], "vertAlign") == _RAISED,
                outlined=any(map(_is_outlined, [*inner, *outer])),
                shade=next((shade for rpr in [*inner, *outer] if (shade := shade_of(rpr)) is not None), None),
            )
        return self._looks[key]


def shade_of(properties: Element | None) -> str | None:
    """The colour that `w:shd` (of a run, `w:highlight`) paints, UNKNOWN_SHADE for a pattern; None for nothing."""
    marker = value(properties, "highlight")
    if marker not in {None, "none"}:
        return _WHITE if marker == "white" else UNKNOWN_SHADE
    shading = child(properties, "shd")
    if shading is None:
        return None
    if shading.get(VAL, "clear") not in {"clear", "nil"}:
        return UNKNOWN_SHADE
    return _colour(shading.get(w("fill"))) or (UNKNOWN_SHADE if shading.get(w("themeFill")) else None)


def _is_outlined(run_properties: Element | None) -> bool:
    """Whether letters are drawn with an edge or a shadow: by the old switches, or by Word 2010's effects."""
    for part in () if run_properties is None else run_properties:
        if part.tag in _EDGES and switch(part):
            return True
        if local(part) in _EFFECTS and part.tag not in _EDGES and not any(local(inner) == "noFill" for inner in part):
            return True
    return False


def _colour(text: str | None) -> str | None:
    """RRGGBB; None for `auto`, which is whatever can be read."""
    return text if text is not None and _COLOUR.match(text) else None


def indent_of(properties: Element | None) -> Indent:
    """The indentation that a `pPr` states itself."""
    ind = child(properties, "ind")
    if ind is None:
        return UNSAID
    hanging = points(ind.get(w("hanging")))
    first = points(ind.get(w("firstLine")))
    left = points(ind.get(w("left"), ind.get(w("start"))))
    return Indent(left, first if hanging is None else -hanging)


def _present(element: Element | None) -> list[Element]:
    return [] if element is None else [element]


def _run_properties(chain: Iterable[Style]) -> Iterator[Element]:
    return (style.run for style in chain if style.run is not None)


def _first(properties: Iterable[Element], name: str) -> str | None:
    for element in properties:
        found = element.find(w(name))
        if found is not None:
            return found.get(VAL)
    return None


def _attribute(elements: Iterable[Element | None], name: str) -> str | None:
    for element in elements:
        if element is not None and element.get(w(name)) is not None:
            return element.get(w(name))
    return None


def _toggled(outer: Iterable[Element], inner: Iterable[Element], name: str) -> bool:
    return _on(outer, name) != _on(inner, name)


def _on(properties: Iterable[Element], name: str) -> bool:
    for element in properties:
        state = switch(element.find(w(name)))
        if state is not None:
            return state
    return False


def _either(properties: Element) -> bool | None:
    """Whether characters are capitals by the one switch or the other; None where neither is said."""
    states = [switch(child(properties, name)) for name in ("caps", "smallCaps")]
    return None if states == [None, None] else any(states)


def _or(state: bool | None, base: bool) -> bool:
    return base if state is None else state
