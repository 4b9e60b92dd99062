"""The forms that the detail of a finding is written in: headings, boxes, tables, links. Whatever goes in as text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from app.ui.models.columns import AlignedRow, Mark, Piece
from app.ui.theme import Theme
from app.wording.lang import Lang

CLAUSE = "clause:"  # links: to a clause of the document, to the library, to another position, to a panel
LIBRARY = "library:"
POSITION = "position:"
PANEL = "panel:"


@dataclass(frozen=True, slots=True)
class Look:
    """How it is written: colours, language, and whether wordings stand side by side."""

    theme: Theme
    lang: Lang
    beside: bool = False

    def hex(self, group: str, name: str) -> str:
        """A named colour."""
        return self.theme.hex(group, name)


def style(look: Look) -> str:
    """What tags and classes look like."""
    soft = look.hex("palette", "soft")
    return (
        f"<style>h3 {{ margin-top: 2px; margin-bottom: 4px; }} h4 {{ color: {soft}; margin-top: 12px; margin-bottom: 4px; }}"
        f" p {{ margin-top: 4px; margin-bottom: 4px; }} .soft, th {{ color: {soft}; font-weight: normal; }}"
        " ul { -qt-list-indent: 0; margin-left: 14px; margin-top: 2px; }</style>"
    )


def text(words: str) -> str:
    """Escaped; lines kept."""
    return escape(words).replace("\n", "<br>")


def heading(words: str, note: str = "") -> str:
    """Above a part."""
    return f"<h4>{text(words)}{f' <small>({text(note)})</small>' if note else ''}</h4>"


def paragraph(words: str) -> str:
    """A thought."""
    return f"<p>{text(words)}</p>"


def soft(words: str) -> str:
    """Something said beside it."""
    return f"<p class='soft'>{text(words)}</p>"


def small(words: str) -> str:
    """A legend."""
    return f"<p class='soft'><small>{text(words)}</small></p>"


def link(target: str, words: str) -> str:
    """Leads somewhere."""
    return f"<a href='{escape(target)}'>{text(words)}</a>"


def listed(items: Iterable[str]) -> str:
    """Markup as a list."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def box(markup: str, look: Look, *, ground: tuple[str, str] = ("palette", "alternate"), bar: str = "") -> str:
    """A shaded passage; `bar`: the colour at its left."""
    back = look.hex(*ground)
    return (
        f"<table width='100%' cellpadding='0' cellspacing='0' style='margin-bottom:6px' bgcolor='{back}'><tr>"
        f"<td width='4' bgcolor='{bar or back}'></td><td style='padding:6px'>{markup}</td></tr></table>"
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]], look: Look, widths: Iterable[int] = ()) -> str:
    """A small table with a line below each row; cells are markup."""
    sizes = [f" width='{width}%'" for width in widths]
    cells = [
        f"<th align='left'{sizes[at] if at < len(sizes) else ''}>{text(name)}</th>" for at, name in enumerate(head)
    ]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<table width='100%' cellpadding='4' cellspacing='0' bgcolor='{look.hex('palette', 'alternate')}'>"
        f"<tr>{''.join(cells)}</tr>{body}</table>"
    )


def columns(heads: tuple[str, str], rows: Iterable[AlignedRow], look: Look) -> str:
    """Two wordings beside each other; heads are markup."""
    ground, line = look.hex("palette", "alternate"), look.hex("palette", "line")
    cell = "<td width='49%' valign='top'>{}</td>"
    gap = f"<td width='1' bgcolor='{line}' style='padding:0'></td>"
    body = "".join(
        f"<tr>{cell.format(pieces(row.left, look))}{gap}{cell.format(pieces(row.right, look))}</tr>" for row in rows
    )
    return (
        f"<table width='100%' cellpadding='5' cellspacing='0' bgcolor='{ground}'>"
        f"<tr>{cell.format(heads[0])}{gap}{cell.format(heads[1])}</tr>{body}</table>"
    )


def pieces(given: Iterable[Piece], look: Look) -> str:
    """Words with their marks: struck or underlined as well as coloured."""
    return "".join(_piece(piece, look) for piece in given)


def _piece(piece: Piece, look: Look) -> str:
    words = text(piece.text)
    match piece.mark:
        case Mark.GONE:
            return f"<s style='{_colours('gone', look)}'>{words}</s>"
        case Mark.NEW:
            return f"<u style='{_colours('new', look)}'>{words}</u>"
        case Mark.FILLED:
            return f"<i style='background-color:{look.hex('palette', 'alternate')}'>{words}</i>"
        case _:
            return words


def _colours(name: str, look: Look) -> str:
    return f"color:{look.hex('diff', name)}; background-color:{look.hex('diff', name + '_back')}"
