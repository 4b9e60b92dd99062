"""Changes on both sides of the end of a paragraph that is no change itself.

WORKAROUND: LibreOffice (7.4, and all since 2001: `CompressRedlines`) takes two insertions, or two deletions, at the end of one paragraph and
at the beginning of the next for a single one, the end between included; rejecting or accepting it would join the paragraphs. What is
struck out and what is put in its place may change places, so that unlike changes meet there; the text is the same either way.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from app.importing.docx.names import Element, child, local, w

_PARAGRAPH, _INS, _DEL = w("p"), w("ins"), w("del")
_MARKS: Final = frozenset(
    {
        "pPr",
        "commentRangeStart",
        "commentRangeEnd",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "",
    }
)


def keep_apart(made: Iterable[Element]) -> None:
    """Of these changes no two of a kind meet across the end of a paragraph, where that can be helped."""
    changes = set(made)
    for paragraph in dict.fromkeys(above for one in made for above in one.iterancestors(_PARAGRAPH)):
        before = paragraph.getprevious()
        if before is None or before.tag != _PARAGRAPH:
            continue
        last, first = _last(before), _first(paragraph)
        if last is None or first is None or last not in changes or first not in changes or last.tag != first.tag:
            continue
        if last.tag == _INS and not _is_tracked(before, "ins"):
            _exchange(last.getprevious(), last, changes)
        elif last.tag == _DEL and not _is_tracked(before, "del"):
            _exchange(first, first.getnext(), changes)


def may_be_followed(paragraph: Element, made: Container[Element]) -> bool:
    """Whether a new paragraph can stand behind: the last words of this one are not new, or can be made to stand otherwise."""
    last = _last(paragraph)
    if last is None or last.tag != _INS or last not in made or _is_tracked(paragraph, "ins"):
        return True
    return _exchange(last.getprevious(), last, made)


def _exchange(gone: Element | None, new: Element | None, made: Container[Element]) -> bool:
    """What is struck out and what stands for it, the other way round; False where these are not two that belong together."""
    if gone is None or new is None or gone not in made or new not in made or (gone.tag, new.tag) != (_DEL, _INS):
        return False
    gone.addprevious(new)
    return True


def _is_tracked(paragraph: Element, name: str) -> bool:
    return child(paragraph, "pPr", "rPr", name) is not None


def _first(paragraph: Element) -> Element | None:
    return next((one for one in paragraph if not _is_mark(one)), None)


def _last(paragraph: Element) -> Element | None:
    return next((one for one in reversed(paragraph) if not _is_mark(one)), None)


def _is_mark(element: Element) -> bool:
    return local(element) in _MARKS or child(element, "commentReference") is not None
