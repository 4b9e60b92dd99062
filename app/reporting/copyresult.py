"""What came of writing findings into a copy of the document: nothing is dropped silently.

Every finding that was asked for is in `placed`, `nearby` or, without a note of its own, in `left_out`. A finding whose note is there but
whose wording could not be written into the text is in `left_out` as well, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyReason(StrEnum):
    """Why a note stands elsewhere, is missing, or a wording was not written into the text; `wording.copies` says it."""

    # the note stands elsewhere
    NO_PLACE = "no_place"  # about the document as a whole: at its beginning
    AT_BEGINNING = "at_beginning"  # of the document: the words were not found again
    AT_FOOTNOTE_MARK = "at_footnote_mark"  # no comment may stand in a footnote
    AT_ANCHOR = "at_anchor"  # of a text box, where none may stand either
    AT_CONTROL = "at_control"  # behind a form field that begins with the words: LibreOffice would not show them
    AT_PAGE = "at_page"  # of a PDF, at its edge: the words cannot be seen there, or only the page is known
    AT_PARAGRAPH = "at_paragraph"  # the words themselves are printed but not written there (numbers, computed text)
    # there is no note
    PLACE_UNKNOWN = "place_unknown"
    # the wording was not written into the text: it stands in the note
    OTHER_PROPOSAL = "other_proposal"  # the clause already has that of a graver finding
    SETTLED = "settled"  # the user accepted the clause, or put the finding aside
    HAS_PARTS = "has_parts"  # the clause goes on in parts of its own, which the wording would not fit
    SAME_WORDING = "same_wording"  # the clause says it already
    CHANGE_PROTECTED = "change_protected"  # the file asks that nothing be changed
    CHANGE_GENERATED = "change_generated"  # automatic numbers are no text
    CHANGE_FIELD = "change_field"  # Word computes it
    CHANGE_FORM = "change_form"  # a content control; not every program tracks changes in one
    CHANGE_TRACKED = "change_tracked"  # somebody else's tracked change stands there
    CHANGE_OBJECT = "change_object"  # a picture, formula or the like would go
    CHANGE_HIDDEN = "change_hidden"  # text that is not printed stands between
    CHANGE_PARAGRAPHS = "change_paragraphs"  # cells, or text on several parts of the page
    CHANGE_OVERLAPS = "change_overlaps"  # with another replacement
    CHANGE_CHARACTERS = "change_characters"  # characters that the file cannot hold
    CHANGE_INEXACT = "change_inexact"  # it would not have read as proposed
    # it is written, and not ready to leave
    TO_FILL_IN = "to_fill_in"  # something of the wording stands in square brackets still
    # about the copy as a whole
    NOT_COPIED = "not_copied"  # a mail goes without it
    OLD_REMARKS = "old_remarks"  # comments or tracked changes that were in the file before go out with it
    SIGNED = "signed"  # readers will say that it was changed after it was signed


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding, by its anchor, and why something of it is not as it should be."""

    anchor: str
    reason: CopyReason


@dataclass(frozen=True, slots=True)
class CopyResult:
    """The copy. `placed`: anchors of findings with a note at their very words; `nearby`: the note stands elsewhere.

    `proposed`: their wording is written into the text as a change to accept or reject. All in the order of the findings. `about`: what the
    user should know of the copy as a whole.
    """

    content: bytes
    placed: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    nearby: tuple[LeftOut, ...] = ()
    about: tuple[CopyReason, ...] = ()

    @property
    def told(self) -> tuple[LeftOut, ...]:
        """Everything the user should hear of."""
        return self.nearby + self.left_out
