"""The style rules a page carries in itself, as far as they can be read without a browser.

Strategy: rules with simple selectors (`li`, `.c1`, `p.c1`, `#id`) are kept by what they select; everything else (combinations,
media queries, files) is left out, because half of a cascade is worse than none. An element's own `style` goes over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.importing.html.source import Element

Declarations = dict[str, str]

_COMMENT: Final = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE: Final = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_AT: Final = re.compile(r"@[\w-]+[^{};]*(?=\{)")
_MAX_CLASSES: Final = 50  # of one element
_USED: Final = frozenset(
    (
        *("display", "visibility", "opacity", "position", "left", "top", "text-indent", "white-space"),
        *("font-weight", "font-style", "font-size", "text-align", "text-decoration", "text-decoration-line"),
        *("list-style", "list-style-type", "margin-left", "padding-left", "margin", "margin-top", "margin-bottom"),
    )
)


class Stylesheet:
    """Rules by selector. `counters`: the page numbers its lists by style rules, which nobody here carries out."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.counters = False
        self._rules: dict[str, Declarations] = {}
        for source in sources:
            self._read(_COMMENT.sub("", source))

    def of(self, element: Element) -> Declarations:
        """What holds for the element: rules for its name, its classes, its id, its own style; later ones win."""
        found: Declarations = {}
        if self._rules:
            for selector in _selectors(element):
                found.update(self._rules.get(selector, {}))
        own = element.get("style")
        if own:
            found.update(declarations(own))
        return found

    def _read(self, source: str) -> None:
        self.counters |= bool(re.search(r"content\s*:[^;}]*counters?\(", source))
        for selectors, body in _RULE.findall(_without_at_rules(source)):
            stated = declarations(body)
            for selector in selectors.split(",") if stated else ():
                match = _SIMPLE.fullmatch(selector.strip())
                if match is not None and match.group():
                    self._rules.setdefault(match.group().casefold(), {}).update(stated)


def declarations(body: str) -> Declarations:
    """`a: b; c: d` as a dictionary of the properties that matter here."""
    pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
    stated = {name.strip().lower(): value.lower().replace("!important", "").strip() for name, value in pairs}
    return {name: value for name, value in stated.items() if name in _USED and value}


def _selectors(element: Element) -> Iterator[str]:
    tag = str(element.tag).casefold()
    classes = (element.get("class") or "").casefold().split()[:_MAX_CLASSES]
    yield tag
    yield from (f".{name}" for name in classes)
    yield from (f"{tag}.{name}" for name in classes)
    identity = element.get("id")
    if identity:
        yield f"#{identity.casefold()}"
        yield f"{tag}#{identity.casefold()}"


def _without_at_rules(source: str) -> str:
    """Without `@media {…}` and its like, nested blocks included."""
    kept, at = [], 0
    for match in _AT.finditer(source):
        if match.start() >= at:
            kept.append(source[at : match.start()])
            at = _block_end(source, match.end())
    return "".join((*kept, source[at:]))


def _block_end(source: str, at: int) -> int:
    depth = 0
    for brace in re.finditer(r"[{}]", source[at:]):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return at + brace.end()
    return len(source)
