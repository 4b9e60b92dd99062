"""From the bytes of a saved page to its tree of elements.

Strategy: the characters are decoded here (byte order mark, the page's own statement, guess) and given to libxml2's HTML
parser as UTF-8: it mends what is broken, knows no entities but HTML's own and loads nothing. An MHTML file is a MIME message;
its first HTML part is the page.
"""

from __future__ import annotations

import email
import re
from email.message import Message
from typing import Final

from lxml import etree
from lxml.etree import _Element

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import Format
from app.importing.encoding import decoded
from app.models.source import ImportNote

Element = _Element

_HEAD: Final = 4096  # bytes in which a page states its encoding
_STATED: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_MARKUP: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<|\xff\xfe|\xfe\xff")
# Whole comments and scripts first: nothing in them is a tag. Quoted values may hold anything. Possessive, so that the text is
# gone through once.
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title|xmp)\b.*?(?:</\1|\Z)"
    r"|<[a-z](?P<inside>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
MAX_ATTRIBUTES: Final = 1000  # of a tag; the parser compares each with all before. Pages have dozens
_IN_HEAD: Final = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"}
)
_PROLOG: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\b[^>\[]*\[.*?\]\s*>)?", re.IGNORECASE | re.DOTALL)


def parsed(data: bytes) -> tuple[Element, tuple[ImportNote, ...]]:
    """The root element and what had to be guessed; DOCUMENT_DAMAGED where nothing can be made of it."""
    page, stated = (data, None) if _MARKUP.match(data) else _page_of_message(data)
    found = _STATED.search(page[:_HEAD])
    own = (found[1] or found[2]).decode("ascii", "replace") if found else None
    text, notes = decoded(page, stated or own)
    return tree(text), notes


def _page_of_message(data: bytes) -> tuple[bytes, str | None]:
    """The HTML in a MIME message and the encoding its header states."""
    message: Message = email.message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content, part.get_content_charset()
    raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.HTML)})


def tree(text: str) -> Element:
    """The tree of `text`; deeper nesting than libxml2 bears is refused: what lies below would be lost."""
    body = text[_prolog_end(text) :].replace("\0", "")
    if any(map(_has_countless_attributes, _TAG.finditer(body))):
        raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.HTML)})
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.HTML)}) from error
    if root is None or any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise ExpectedError(ErrorCode.DOCUMENT_DAMAGED, {"format": str(Format.HTML)})
    _open_body(root)
    return root


def _open_body(root: Element) -> None:
    """As in a browser, the first element that no head may hold begins the body; libxml2 knows only the old ones of these."""
    head = root.find("head")
    strange = () if head is None else (element for element in head if element.tag not in _IN_HEAD)
    first = next(iter(strange), None)
    if head is None or first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = [first, *first.itersiblings()]
    moved[-1].tail, body.text = (moved[-1].tail or "") + (body.text or "") or None, None
    for at, element in enumerate(moved):
        body.insert(at, element)


def _has_countless_attributes(tag: re.Match[str]) -> bool:
    inside = tag["inside"]
    if inside is None or len(inside) < 2 * MAX_ATTRIBUTES:
        return False
    return len(_QUOTED.sub("", inside).split()) > MAX_ATTRIBUTES


def _prolog_end(text: str) -> int:
    """An XML declaration is no HTML, and entities that a page declares for itself are never used."""
    match = _PROLOG.match(text.removeprefix("\ufeff"))
    return (match.end() if match else 0) + text.startswith("\ufeff")
