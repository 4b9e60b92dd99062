"""A finding in full as rich text: what the report says about it, in the colours of the window.

Everything from the document is escaped. The word diff is struck and underlined as well as coloured; the library's guidance is an
internal note and marked so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from app.models.analysis import Analysis, DiffOp, Finding, PositionMatch
from app.models.reading import Clause
from app.reporting.entries import reference_of
from app.reporting.places import place_lines
from app.reporting.reportmodel import FindingEntry, Place, Quote, Reference
from app.ui.models.outline import subject_line
from app.ui.passages import Passage, passage_key, passage_of
from app.ui.placing import place_text, quoted
from app.ui.theme import Theme
from app.wording.approvals import approval_heading, approval_text
from app.wording.certainty import value_mark
from app.wording.lang import Lang, sentence_start
from app.wording.matches import match_reasons, match_title, said
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
    places: str = ""  # "{0} places, F7 leads to the next"


def clause_html(clause: Clause, analysis: Analysis, words: DetailWords, theme: Theme, lang: Lang) -> str:
    """A clause without a finding: its place, its subject, that no rule objects, and the library's nearest wording."""
    subject = subject_line(clause, lang)
    parts = [f"<h3>{escape(place_text(clause, analysis.reading, lang))}</h3>"]
    if subject:
        parts.append(f"<p class='soft'>{escape(subject)}</p>")
    for provision in analysis.reading.provisions:
        if provision.clause == clause.id:
            kind = term("provision_kind", provision.kind.value, lang)
            mark = value_mark(provision.confidence, lang)
            said = f"<br><span class='soft'>{escape(mark)}</span>" if mark else ""
            parts.append(f"<p>{escape(kind)}: <b>{escape(value_text(provision.value, lang))}</b>{said}</p>")
    parts.append(f"<p class='soft'>{escape(words.nothing)}</p>")
    parts += _matches((match for match in analysis.matches if match.clause == clause.id), lang)
    for beside in analysis.beside:
        if beside.clause == clause.id:
            parts += _reference(reference_of(beside.comparison, beside.reference_status, lang), theme, lang)
    return _style(theme) + "".join(parts)


def detail_html(
    finding: Finding,
    entry: FindingEntry,
    words: DetailWords,
    theme: Theme,
    lang: Lang,
    focus: Passage | None = None,
    matches: Iterable[PositionMatch] = (),
) -> str:
    """The whole panel; the quote at `focus` is marked as the one that is looked at; `matches` are of its clause."""
    parts = [
        f"<p style='color:{theme.hex('severity', entry.severity.value)}'>"
        f"<b>{escape(entry.severity_label)}</b> · {escape(entry.kind)}</p>",
        f"<h3>{escape(entry.title)}</h3>",
        *(f"<p>{escape(paragraph)}</p>" for paragraph in entry.paragraphs),
        *_limit(finding, words, theme, lang),
        *_quotes(entry, words, theme, lang, focus),
        *(f"<p class='soft'>{escape(remark)}</p>" for remark in entry.remarks),
        *_copies(finding, entry, lang),
        *_searched(entry, lang),
        *_matches(matches, lang),
        *_reference(entry.reference, theme, lang),
        *_law(entry, lang),
    ]
    parts += _approvals(finding, lang)
    if finding.guidance:
        parts += [
            f"<h4>{escape(words.note)}</h4>",
            f"<table width='100%' cellpadding='6' bgcolor='{theme.hex('banner', 'note_back')}'><tr><td>"
            f"{escape(finding.guidance)}</td></tr></table>",
        ]
    return _style(theme) + "".join(parts)


def _approvals(finding: Finding, lang: Lang) -> Iterator[str]:
    """Who must consent; internal, like the guidance."""
    if finding.approvals:
        items = "".join(f"<li>{escape(approval_text(needed, lang))}</li>" for needed in finding.approvals)
        yield f"<h4>{escape(approval_heading(lang))}</h4><ul>{items}</ul>"


def matches_of(finding: Finding, analysis: Analysis) -> tuple[PositionMatch, ...]:
    """How the finding's clauses stand to the reference that it is about."""
    return tuple(m for m in analysis.matches if m.reference == finding.reference and m.clause in finding.clauses)


def _matches(matches: Iterable[PositionMatch], lang: Lang) -> Iterator[str]:
    """Which position of our references a clause is closest to, and why."""
    for match in matches:
        if said(match):
            why = " ".join(match_reasons(match, lang))
            yield f"<p>{escape(match_title(match, lang))}<br><span class='soft'>{escape(why)}</span></p>"


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


def _quotes(entry: FindingEntry, words: DetailWords, theme: Theme, lang: Lang, focus: Passage | None) -> Iterator[str]:
    count = sum(len(quote.places) for quote in (*entry.quotes, *entry.further))
    focus = focus if count > 1 else None  # one of one needs no mark
    hint = f" <small>({escape(words.places.format(count))})</small>" if count > 1 and words.places else ""
    for title, quotes in (("quote", entry.quotes), ("further_places", entry.further)):
        if quotes:
            yield f"<h4>{escape(phrase(title, lang))}{hint}</h4>"
            hint = ""
        for quote in quotes:
            yield _quote(quote, theme, lang, focus)


def _quote(quote: Quote, theme: Theme, lang: Lang, focus: Passage | None) -> str:
    """A bar at the left marks the quote that is looked at. Hidden text may stand in no clause: then its place leads nowhere."""
    looked_at = focus is not None and focus in map(passage_of, quote.places)
    ground = theme.hex("palette", "alternate")
    bar = theme.hex("palette", "accent") if looked_at else ground
    value = f"<b>{escape(quote.value)}</b><br>" if quote.value else ""
    places = "<br>".join(_place(place, lang) for place in quote.places)
    return (
        f"<table width='100%' cellpadding='0' cellspacing='0' style='margin-bottom:6px' bgcolor='{ground}'><tr>"
        f"<td width='4' bgcolor='{bar}'></td><td style='padding:6px'>{value}{escape(quoted(quote.text, lang))}<br>{places}</td>"
        "</tr></table>"
    )


def _place(place: Place, lang: Lang) -> str:
    text = escape("; ".join(place_lines([place], lang)))
    return f"<a href='{escape(passage_key([passage_of(place)]))}'>{text}</a>" if place.clause else text


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
    codes = ("diff_legend", "diff_filled_window") if reference.fills else ("diff_legend",)
    legend = ", ".join(escape(phrase(code, lang)) for code in codes)
    yield f"<p>{''.join(_diff(reference, theme))}</p><p class='soft'><small>{legend}</small></p>"


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
            case DiffOp.FILLED:
                yield f"<i style='background-color:{theme.hex('palette', 'alternate')}'>{text}</i>"
            case _:
                yield text


def _colours(name: str, theme: Theme) -> str:
    return f"color:{theme.hex('diff', name)}; background-color:{theme.hex('diff', name + '_back')}"


def _law(entry: FindingEntry, lang: Lang) -> Iterator[str]:
    if entry.legal_basis:
        yield f"<h4>{escape(phrase('legal_basis', lang))}</h4><p>{escape(' · '.join(entry.legal_basis))}</p>"
