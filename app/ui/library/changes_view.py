"""What differs between two versions of a reference clause, as rich text: each changed entry with its word diff.

Either one below the other in one text, as a version follows another, or side by side, as two parties' versions stand. Gone words are struck, new ones underlined, so that nothing depends on colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from app.comparing.diff import word_diff
from app.library.changes import FieldChange
from app.models.analysis import DiffOp
from app.ui.theme import Theme
from app.wording.changes import field_label, shown
from app.wording.lang import Lang

_GAP = "&#8201;"  # what is gone and what is new are two words


def changes_html(changes: Iterable[FieldChange], theme: Theme, lang: Lang) -> str:
    """A heading and a diff for every changed entry; "" where nothing differs."""
    return "".join(_entry(change, theme, lang) for change in changes)


def side_by_side_html(changes: Iterable[FieldChange], left: str, right: str, theme: Theme, lang: Lang) -> str:
    """A table with a row for every changed entry: `left` and `right` name the columns."""
    ground, soft = theme.hex("palette", "alternate"), theme.hex("palette", "soft")
    rows = "".join(_row(change, theme, lang) for change in changes)
    head = "".join(f"<td width='50%'><b>{escape(name)}</b></td>" for name in (left, right))
    style = f"<style>.label {{ color: {soft}; }}</style>"
    return (
        f"{style}<table width='100%' cellpadding='5' cellspacing='0'><tr bgcolor='{ground}'>{head}</tr>{rows}</table>"
    )


def _row(change: FieldChange, theme: Theme, lang: Lang) -> str:
    before, after = shown(change, lang)
    hunks = word_diff(before, after)
    ours = "".join(_part(before[h.a0 : h.a1], "gone", "s", theme, same=h.op is DiffOp.EQUAL) for h in hunks)
    theirs = "".join(_part(after[h.b0 : h.b1], "new", "u", theme, same=h.op is DiffOp.EQUAL) for h in hunks)
    label = f"<tr><td colspan='2' class='label'><b>{escape(field_label(change, lang))}</b></td></tr>"
    return f"{label}<tr><td>{ours or '–'}</td><td>{theirs or '–'}</td></tr>"


def _part(text: str, tone: str, mark: str, theme: Theme, *, same: bool) -> str:
    if same or not text:
        return _lines(text)
    return f"<{mark} style='{_colours(tone, theme)}'>{_lines(text)}</{mark}>"


def _entry(change: FieldChange, theme: Theme, lang: Lang) -> str:
    before, after = shown(change, lang)
    soft = theme.hex("palette", "soft")
    return (
        f"<h4 style='color:{soft}; margin-bottom:2px'>{escape(field_label(change, lang))}</h4>"
        f"<p style='margin-top:0'>{''.join(_diff(before, after, theme))}</p>"
    )


def _diff(before: str, after: str, theme: Theme) -> Iterator[str]:
    for hunk in word_diff(before, after):
        gone, new = before[hunk.a0 : hunk.a1], after[hunk.b0 : hunk.b1]
        same = hunk.op is DiffOp.EQUAL
        yield _part(gone, "gone", "s", theme, same=same)
        if not same:
            yield _GAP if gone and new else ""
            yield _part(new, "new", "u", theme, same=False)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _colours(name: str, theme: Theme) -> str:
    return f"color:{theme.hex('diff', name)}; background-color:{theme.hex('diff', name + '_back')}"
