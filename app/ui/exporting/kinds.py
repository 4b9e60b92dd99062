"""What can be taken out of the program, in the order of the dialog: which form it has and which choices there are for it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.reporting.formats import FORMATS

CARD, COPY, MAIL = "card", "copy", "mail"


@dataclass(frozen=True, slots=True)
class Kind:
    """`forms`: names of formats, the usual one first. `annex` (inside the house only), `proposals`, `reviewer`: whether that can be chosen for it.

    `outward`: it is usually made for the other side.
    """

    name: str
    icon: str
    forms: tuple[str, ...]
    annex: bool = False
    proposals: bool = False
    reviewer: bool = True
    outward: bool = False


KINDS: Final[tuple[Kind, ...]] = (
    Kind("docx", "document", ("docx",), annex=True, proposals=True),
    Kind("pdf", "page", ("pdf",), annex=True, proposals=True),
    Kind("html", "web", ("html",), annex=True, proposals=True),
    Kind("xlsx", "table", ("xlsx",)),
    Kind("csv", "outline", ("csv",), reviewer=False),
    Kind(CARD, "card", (CARD, "card-docx"), proposals=True),
    Kind(COPY, "note", (COPY,), proposals=True, outward=True),
    Kind(MAIL, "mail", (MAIL,), proposals=True, outward=True),
    Kind("json", "data", ("json",), reviewer=False),
    Kind("text", "text", ("text",), annex=True, proposals=True),
)


def kinds_there() -> tuple[Kind, ...]:
    """Those that have a writer."""
    return tuple(kind for kind in KINDS if all(form in FORMATS for form in kind.forms))
