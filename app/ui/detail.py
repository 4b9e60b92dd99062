"""A finding in full as rich text: what the report says about it, in the colours of the window.

Everything from the document is escaped. The word diff is struck and underlined as well as coloured; the library's guidance is an
internal note and marked so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from app.models.analysis import Analysis, DiffOp, Finding
from app.models.reading import Clause
from app.reporting.entries import reference_of
from app.reporting.places import place_lines
from app.reporting.reportmodel import FindingEntry, Quote, Reference
from app.ui.placing import place_text, quoted
from app.ui.theme import Theme
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import bound_text, found_text, value_text

LINK = "clause:"


@dataclass(frozen=True, slots=True)
class DetailWords:
    """The panel's own words, which Qt translates."""

    note: str
    found: str
    limit: str
    nothing: str


def clause_html(clause: Clause, analysis: Analysis, words: DetailWords, theme: Theme, lang: Lang) -> str:
    """A clause without a finding: its place, its subject, that no rule objects, and the library's nearest wording."""
    subject = term("clause_type", clause.type, lang) if clause.type else ""
    parts = [f"<h3>{escape(place_text(clause, analysis.reading, lang))}</h3>"]
    if subject:
        parts.append(f"<p>{escape(subject)}</p>")
    for provision in analysis.reading.provisions:
        if provision.clause == clause.id:
            kind = term("provision_kind", provision.kind.value, lang)
            parts.append(f"<p>{escape(kind)}: <b>{escape(value_text(provision.value, lang))}</b></p>")
    parts.append(f"<p class='soft'>{escape(words.nothing)}</p>")
    for beside in analysis.beside:
        if beside.clause == clause.id:
            parts += _reference(reference_of(beside.comparison, beside.reference_status, lang), theme, lang)
    return _style(theme) + "".join(parts)


def detail_html(finding: Finding, entry: FindingEntry, words: DetailWords, theme: Theme, lang: Lang) -> str:
    """The whole panel."""
    parts = [
        f"<p style='color:{theme.hex('severity', entry.severity.value)}'>"
        f"<b>{escape(entry.severity_label)}</b> · {escape(entry.kind)}</p>",
        f"<h3>{escape(entry.title)}</h3>",
        f"<p>{escape(entry.explanation)}</p>",
        *_limit(finding, words, theme, lang),
        *_quotes(entry, theme, lang),
        *_copies(finding, entry, lang),
        *_searched(entry, lang),
        *_reference(entry.reference, theme, lang),
        *_law(entry, lang),
    ]
    if finding.guidance:
        parts += [
            f"<h4>{escape(words.note)}</h4>",
            f"<table width='100%' cellpadding='6' bgcolor='{theme.hex('banner', 'note_back')}'><tr><td>"
            f"{escape(finding.guidance)}</td></tr></table>",
        ]
    return _style(theme) + "".join(parts)


def _style(theme: Theme) -> str:
    soft = theme.hex("palette", "soft")
    return f"<style>h4 {{ color: {soft}; }} .soft {{ color: {soft}; }}</style>"


def _limit(finding: Finding, words: DetailWords, theme: Theme, lang: Lang) -> Iterator[str]:
    limit = finding.limit
    if limit is None:
        return
    colour = theme.hex("severity", finding.severity.value)
    cells = (
        (words.found, found_text(limit, lang), f" style='color:{colour}'"),
        (words.limit, bound_text(limit, lang), ""),
    )
    rows = "".join(
        f"<tr><td width='30%'><span class='soft'>{escape(name)}</span></td><td><b{style}>{escape(value)}</b></td></tr>"
        for name, value, style in cells
    )
    yield f"<h4>{escape(sentence_start(term('value_part', limit.field, lang)))}</h4>"
    yield f"<table width='100%' cellpadding='4' bgcolor='{theme.hex('palette', 'alternate')}'>{rows}</table>"


def _quotes(entry: FindingEntry, theme: Theme, lang: Lang) -> Iterator[str]:
    for title, quotes in (("quote", entry.quotes), ("further_places", entry.further)):
        if quotes:
            yield f"<h4>{escape(phrase(title, lang))}</h4>"
        for quote in quotes:
            yield _quote(quote, theme, lang)


def _quote(quote: Quote, theme: Theme, lang: Lang) -> str:
    """Hidden text may stand in no clause: then its place leads nowhere."""
    place, text = quote.places[0], escape("; ".join(place_lines(quote.places, lang)))
    return (
        f"<table width='100%' cellpadding='6' bgcolor='{theme.hex('palette', 'alternate')}'><tr><td>"
        f"{escape(quoted(quote.text, lang))}<br>{_link(place.clause, text) if place.clause else text}</td></tr></table>"
    )


def _link(clause: str, markup: str) -> str:
    return f"<a href='{LINK}{escape(clause)}'>{markup}</a>"


def _copies(finding: Finding, entry: FindingEntry, lang: Lang) -> Iterator[str]:
    if entry.copies:
        links = [_link(section[0], escape(copy)) for section, copy in zip(finding.sections, entry.copies, strict=True)]
        yield f"<h4>{escape(phrase('copies', lang))}</h4><ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>"


def _searched(entry: FindingEntry, lang: Lang) -> Iterator[str]:
    if entry.searched:
        items = "".join(f"<li>{escape(words)}</li>" for words in entry.searched)
        yield f"<h4>{escape(phrase('searched', lang))}</h4><ul>{items}</ul>"


def _reference(reference: Reference | None, theme: Theme, lang: Lang) -> Iterator[str]:
    if reference is None:
        return
    yield f"<h4>{escape(phrase('reference', lang, title=reference.title))}</h4>"
    status = f" · <b>{escape(reference.status)}</b>" if reference.status else ""
    yield f"<p class='soft'>{escape(reference.position)}{status}</p>"
    if not reference.diff:
        yield f"<p>{_lines(reference.text)}</p>"
        if reference.clause_text:
            yield f"<h4>{escape(phrase('clause_here', lang))}</h4><p>{_lines(reference.clause_text)}</p>"
        yield f"<p class='soft'><small>{escape(phrase('not_comparable', lang))}</small></p>"
        return
    yield f"<p>{''.join(_diff(reference, theme))}</p><p class='soft'><small>{escape(phrase('diff_legend', lang))}</small></p>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _diff(reference: Reference, theme: Theme) -> Iterator[str]:
    for part in reference.diff:
        text = _lines(part.text)
        match part.op:
            case DiffOp.DELETE:
                yield f"<s style='{_colours('gone', theme)}'>{text}</s>"
            case DiffOp.INSERT:
                yield f"<u style='{_colours('new', theme)}'>{text}</u>"
            case _:
                yield text


def _colours(name: str, theme: Theme) -> str:
    return f"color:{theme.hex('diff', name)}; background-color:{theme.hex('diff', name + '_back')}"


def _law(entry: FindingEntry, lang: Lang) -> Iterator[str]:
    if entry.legal_basis:
        yield f"<h4>{escape(phrase('legal_basis', lang))}</h4><p>{escape(' · '.join(entry.legal_basis))}</p>"
