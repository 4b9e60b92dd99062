"""The chosen row in full, as rich text: everything from documents escaped, links lead to documents by the number of their row. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from app.models.analysis import DiffOp, Severity
from app.models.corrections import name_of
from app.models.portfolio import DocumentDigest, FoundValue, Portfolio, SameClause
from app.nlp.worddiff import word_diff
from app.reporting.paper import Tone
from app.reporting.portfolio.rows import KINDS, clause_at, count_of, remarks, worst_text
from app.reporting.printable import printable
from app.reporting.tones import sign
from app.ui.portfolio.cells import failure_text, unread_text
from app.ui.portfolio.entries import Entry
from app.ui.portfolio.shared import relation_text
from app.ui.theme import Theme
from app.wording.batch import batch_phrase
from app.wording.lang import Lang
from app.wording.portfoliowindow import portfolio_phrase
from app.wording.terms import term
from app.wording.values import value_text

_QUOTED: Final = 400  # characters
_COMPARED: Final = 6000
_PLACES: Final = 12  # of a group; all of them are rows of the table


def document_markup(entry: Entry, lang: Lang, theme: Theme) -> str:
    """Name and place of the file, what is worth knowing of it, its values with their wording."""
    head = f"<h3>{_safe(entry.name)}</h3>{_soft(str(entry.path or ''), theme)}"
    if entry.also:
        head += _soft(batch_phrase("also_named", lang, names=", ".join(entry.also)), theme)
    if entry.digest is None:
        return head + f"<p>{_safe(failure_text(entry, lang))}</p>"
    return head + "".join(_digest(entry.digest, lang, theme))


def _digest(digest: DocumentDigest, lang: Lang, theme: Theme) -> Iterator[str]:
    notes = [note for note in remarks(digest, lang) if digest.complete or note != batch_phrase("incomplete", lang)]
    notes += [] if digest.complete else [unread_text(digest, lang)]
    yield "".join(f"<p><b>{_safe(note)}</b></p>" for note in notes)
    worst = _safe(worst_text(digest, lang))
    if digest.worst:
        worst = _marked(
            f"{term('severity', digest.worst.severity.value, lang)}: {worst_text(digest, lang)}",
            digest.worst.severity,
            theme,
        )
        worst += f" <span>({_safe(digest.worst_place)})</span>" if digest.worst_place else ""
    yield f"<p>{_safe(portfolio_phrase('worst', lang))}: {worst}</p>"
    counts = (f"{term('severity', s.value, lang)}: {count_of(digest, s)}" for s in Severity)
    more = f"; {portfolio_phrase('unchecked', lang, count=digest.unchecked)}" if digest.unchecked else ""
    yield f"<p>{_safe(' · '.join(counts) + more)}</p>"
    for kind in KINDS:
        if values := digest.of_kind(kind):
            yield f"<p><b>{_safe(term('provision_kind', kind.value, lang))}</b></p>"
            yield "".join(_value(value, lang, theme) for value in values)


def _value(value: FoundValue, lang: Lang, theme: Theme) -> str:
    text = value_text(value.value, lang)
    shown = _marked(text, value.severity, theme) if value.severity else _safe(text)
    quote = " ".join(value.quote.split())
    quote = quote if len(quote) <= _QUOTED else quote[:_QUOTED] + " …"
    return f"<p>{shown} ({_safe(value.place)})<br><span style='color:{theme.hex('palette', 'soft')}'>{_safe(quote)}</span></p>"


def _marked(text: str, severity: Severity, theme: Theme) -> str:
    """Sign, colour and words."""
    words = f"{sign(Tone(severity.value))} {text}".strip()
    return f"<span style='color:{theme.hex('severity', severity.value)}'>{_safe(words)}</span>"


# --- same clauses


def same_markup(portfolio: Portfolio, same: SameClause, number: int, lang: Lang, theme: Theme) -> str:
    """All places of a group, the chosen one (`number` of its row) among them; what a wording changes in the first is marked."""
    first = clause_at(portfolio, same.places[0]).text
    exact = same.similarity >= 1
    head = f"<h3>{_safe(relation_text(same, lang))}</h3>"
    if not exact:
        head += _soft(portfolio_phrase("compared_with_first", lang), theme)
    shown = same.places[:_PLACES]
    parts = []
    for at, place in enumerate(shown):
        clause, name = clause_at(portfolio, place), portfolio.rows[place.row].name
        title = f"<a href='{place.row}'>{_safe(name)}</a>, {_safe(name_of(clause))}"
        parts.append(f"<p>{'<b>' if place.row == number else ''}{title}{'</b>' if place.row == number else ''}</p>")
        if at == 0:
            parts.append(f"<p>{_safe(first)}</p>")
        elif not exact:
            parts.append(f"<p>{_changes(first[:_COMPARED], clause.text[:_COMPARED], theme)}</p>")
    more = len(same.places) - len(shown)
    if more:
        parts.append(_soft(batch_phrase("more", lang, count=more), theme))
    return head + "".join(parts)


def _changes(old: str, new: str, theme: Theme) -> str:
    return "".join(_hunks(old, new, theme))


def _hunks(old: str, new: str, theme: Theme) -> Iterable[str]:
    for hunk in word_diff(old, new):
        gone, come = old[hunk.a0 : hunk.a1], new[hunk.b0 : hunk.b1]
        if hunk.op is DiffOp.EQUAL:
            yield _safe(come)
            continue
        yield f"<s style='{_colours(theme, 'gone')}'>{_safe(gone)}</s>" if gone else ""
        yield f"<u style='{_colours(theme, 'new')}'>{_safe(come)}</u>" if come else ""


def _colours(theme: Theme, name: str) -> str:
    return f"color:{theme.hex('diff', name)}; background-color:{theme.hex('diff', f'{name}_back')}"


def _safe(text: str) -> str:
    return "<br>".join(escape(printable(line)) for line in text.split("\n"))


def _soft(text: str, theme: Theme) -> str:
    return f"<p style='color:{theme.hex('palette', 'soft')}'>{_safe(text)}</p>" if text else ""
