"""The detail of a row as rich text: what only the old document has is struck, what only the new one has is underlined."""

from __future__ import annotations

from html import escape

from app.reporting.paper import Span, Text, Tone
from app.ui.comparing.pair import PairRow
from app.ui.theme import Theme


def row_markup(row: PairRow, theme: Theme) -> str:
    """Title and paragraphs, escaped."""
    title = f"<h3>{escape(row.title)}</h3>"
    note = f"<p style='color:{theme.hex('palette', 'soft')}'>{escape(row.note)}</p>" if row.note else ""
    return title + note + "".join(f"<p>{_text(line, theme)}</p>" for line in row.lines)


def _text(text: Text, theme: Theme) -> str:
    return "".join(_span(span, theme) for span in text)


def _span(span: Span, theme: Theme) -> str:
    words = escape(span.text).replace("\n", "<br>")
    if span.strong:
        words = f"<b>{words}</b>"
    match span.tone:
        case Tone.DELETED:
            return f"<s style='{_colours(theme, 'gone')}'>{words}</s>"
        case Tone.INSERTED:
            return f"<u style='{_colours(theme, 'new')}'>{words}</u>"
        case Tone.SOFT | Tone.QUOTE:
            return f"<span style='color:{theme.hex('palette', 'soft')}'>{words}</span>"
    return words


def _colours(theme: Theme, name: str) -> str:
    return f"color:{theme.hex('diff', name)}; background-color:{theme.hex('diff', f'{name}_back')}"
