"""The characters of one printed element of a run: what the import reads there and what a replacement counts.

One place for both, so that offsets mean the same on the way in and on the way back. Every element but `t` is one character.
"""

from __future__ import annotations

from app.importing.docx.formats import symbol
from app.importing.docx.names import Element, w

BREAK = "\n"
UNKNOWN_SYMBOL = "\ufffd"

TEXT, SYMBOL = w("t"), w("sym")
FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): BREAK,
    w("cr"): BREAK,
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
PRINTED = frozenset({TEXT, SYMBOL, *FIXED})


def characters(element: Element) -> str:
    """The characters of an element of `PRINTED`; a line end in the file is a space to Word."""
    if element.tag == TEXT:
        return written(element).replace("\n", " ")
    return _symbol(element) if element.tag == SYMBOL else FIXED[element.tag]


def written(text: Element) -> str:
    """All the text of a `t`; a comment in it cuts it in two for the parser, not for the eye."""
    return "".join([text.text or "", *(inner.tail or "" for inner in text)])


def capitals(text: str) -> str:
    """As `caps` and `smallCaps` print it: letter for letter, so that places stay; ß has no capital there."""
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


def _symbol(element: Element) -> str:
    """A character of a symbol font, by its code."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return UNKNOWN_SYMBOL
    if not 0 < code < 0xFFFF:
        return UNKNOWN_SYMBOL
    # Symbol fonts are stored at F000 + code or at the code itself (ECMA-376-1, 17.3.3.30).
    return symbol(chr(code if code >= 0x100 else 0xF000 + code)) or UNKNOWN_SYMBOL
