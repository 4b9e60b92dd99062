"""The report as one HTML file: no script, no network, printable, light and dark on screen, light on paper.

Strategy: the report model is worded already; here it only gets its form. Every text passes `_text`, which escapes, because
documents are hostile; a content policy forbids everything but the inline style as a second lock.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from app import paths
from app.models.analysis import Analysis, DiffOp
from app.reporting.build import build_report
from app.reporting.decisions import NOTHING, Decided
from app.reporting.places import place_lines
from app.reporting.reportmodel import (
    DecisionEntry,
    DiffPart,
    FindingEntry,
    Listing,
    MatrixCell,
    MatrixRow,
    MatrixTable,
    Quote,
    Reference,
    Report,
    Row,
    SummaryGroup,
    SummaryRow,
    Undecided,
)
from app.wording.lang import Lang
from app.wording.report import phrase

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_MARKS: Final = {"de": ("„", "“"), "en": ("“", "”")}
_DIFF_TAGS: Final = {DiffOp.DELETE: "del", DiffOp.INSERT: "ins"}


def to_html(analysis: Analysis, lang: Lang, decided: Decided = NOTHING) -> str:
    """A self-contained page."""
    return _Page(build_report(analysis, lang, decided), lang).text()


def _text(text: str) -> str:
    return html.escape(text, quote=True)


def _tag(name: str, content: str, css: str = "", **attributes: str) -> str:
    """An element around finished markup."""
    given = {"class": css, **attributes} if css else attributes
    written = "".join(f' {key}="{_text(value)}"' for key, value in given.items())
    return f"<{name}{written}>{content}</{name}>"


def _list(items: Iterable[str]) -> str:
    return _tag("ul", "\n".join(_tag("li", _text(item), "quote") for item in items))


class _Page:
    """The parts of the page from top to bottom."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._report = report
        self._lang = lang

    def text(self) -> str:
        report = self._report
        title = _text(f"{report.title}: {report.name}")
        style = (paths.resources() / "templates" / "report.css").read_text(encoding="utf-8")
        parts = [self._head(), self._facts(), self._overview(), self._summary(), self._matrices(), self._findings()]
        parts += [
            self._undecided(),
            self._subjects(),
            *self._corrections(),
            self._unread(),
            self._sign(),
            _tag("footer", _text(report.footer)),
        ]
        return (
            f'<!DOCTYPE html>\n<html lang="{report.lang}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
            + "\n".join(parts)
            + "\n</body>\n</html>\n"
        )

    def _say(self, code: str, **params: object) -> str:
        return _text(phrase(code, self._lang, **params))

    def _section(self, code: str, content: str, css: str = "") -> str:
        return _tag("section", f"\n{_tag('h2', self._say(code))}\n{content}\n", css)

    # --- head, facts, overview

    def _head(self) -> str:
        report = self._report
        notices = "\n".join(_tag("p", _text(notice), "notice") for notice in report.notices)
        complete = _tag("p", _text(report.completeness), "notice" if report.complete else "unread")
        return "\n".join(
            [
                _tag("h1", _text(report.title)),
                _tag("p", _text(report.name), "name"),
                complete,
                notices,
                self._section("document", self._rows(report.document)),
            ]
        )

    def _rows(self, rows: Iterable[Row], head: str = "") -> str:
        lines = [
            _tag(
                "tr",
                _tag("th", _text(r.label), scope="row")
                + _tag("td", _text(r.value))
                + _tag("td", _text(r.note) + "".join(map(self._source, r.quotes)), "note"),
            )
            for r in rows
        ]
        return _tag("table", head + _tag("tbody", "\n".join(lines)), "rows")

    def _source(self, quote: Quote) -> str:
        """The words a fact was read from."""
        return _tag("div", f"{self._quoted(quote.text)} ({self._places(quote)})")

    def _facts(self) -> str:
        intro = _tag("p", self._say("facts_intro"), "soft")
        return self._section("facts", intro + self._rows(self._report.facts, self._columns("fact", "value", "source")))

    def _columns(self, *codes: str) -> str:
        return _tag("thead", _tag("tr", "".join(_tag("th", self._say(code), scope="col") for code in codes)))

    def _overview(self) -> str:
        chips = [
            _tag("li", f"{_tag('strong', str(count))}{_text(label)}", severity.value if count else "zero")
            for severity, label, count in self._report.counts
        ]
        checks = "".join(_tag("p", _text(line), "soft") for line in self._report.checks)
        return self._section("overview", _tag("ul", "".join(chips), "counts") + checks)

    # --- summary table

    def _summary(self) -> str:
        columns = '<colgroup><col class="value"><col><col class="place"><col class="verdict"></colgroup>'
        head = self._columns("value", "quote", "place", "verdict")
        groups = "\n".join(self._group(group) for group in self._report.summary)
        note = _tag("p", self._say("summary_note"), "soft")
        return self._section("summary", _tag("table", columns + head + groups, "summary") + note)

    def _group(self, group: SummaryGroup) -> str:
        nothing = "" if group.rows else _tag("span", self._say("nothing_found"), "soft")
        head = _tag("tr", _tag("th", _text(group.label) + nothing, colspan="4", scope="rowgroup"), "kind")
        return _tag("tbody", head + "\n".join(self._summary_row(row) for row in group.rows))

    def _summary_row(self, row: SummaryRow) -> str:
        detail = _tag("span", _text(row.detail), "soft") if row.detail else ""
        detail += _tag("span", _text(row.unsure), "unsure") if row.unsure else ""
        verdict = _text(row.verdict)
        if row.numbers:
            verdict = re.sub(r"\d+", lambda number: _tag("a", number[0], href=f"#f{number[0]}"), verdict)
        cells = [
            _tag("td", _text(row.value) + detail, "value"),
            _tag("td", self._quoted(row.quote.text), "quote"),
            _tag("td", self._places(row.quote)),
            _tag("td", verdict, row.severity.value if row.severity else ""),
        ]
        return _tag("tr", "".join(cells))

    def _places(self, quote: Quote) -> str:
        return "<br>".join(_text(line) for line in place_lines(quote.places, self._lang))

    def _quoted(self, text: str) -> str:
        opening, closing = _MARKS[self._lang]
        return f"{opening}{_text(text)}{closing}"

    # --- liability matrix

    def _matrices(self) -> str:
        tables = self._report.matrices
        if not tables:
            return self._section("matrix", _tag("p", self._say("no_matrix")))
        intro = _tag("p", self._say("matrix_intro"), "soft")
        return self._section("matrix", intro + "\n".join(self._matrix(n, t) for n, t in enumerate(tables, start=1)))

    def _matrix(self, number: int, table: MatrixTable) -> str:
        columns = "".join(_tag("th", _text(column), scope="col") for column in table.columns)
        head = _tag("thead", _tag("tr", _tag("th", self._say("damage"), scope="col") + columns))
        body = "\n".join(self._matrix_row(row, number) for row in table.rows)
        quotes = "\n".join(
            _tag("li", self._quoted(q.text) + _tag("cite", self._places(q)), "quote", id=f"m{number}-{n}")
            for n, q in enumerate(table.quotes, start=1)
        )
        silent = _tag("p", _text(table.silent), "soft") if table.silent else ""
        table_tag = _tag("table", head + _tag("tbody", body), "matrix")
        return _tag("h3", _text(table.title)) + table_tag + silent + _tag("ol", quotes, "quotes")

    def _matrix_row(self, row: MatrixRow, table: int) -> str:
        cells = "".join(self._matrix_cell(cell, table) for cell in row.cells)
        return _tag("tr", _tag("th", _text(row.label), scope="row") + cells)

    def _matrix_cell(self, cell: MatrixCell, table: int) -> str:
        links = ", ".join(_tag("a", str(n), href=f"#m{table}-{n}") for n in cell.numbers)
        return _tag("td", _text(cell.text) + (f" {_tag('sup', links)}" if links else ""), cell.extent.value)

    # --- findings

    def _findings(self) -> str:
        findings = self._report.findings
        if not findings:
            return self._section("findings", _tag("p", self._say("no_findings")))
        note = _tag("p", _text(self._report.findings_note), "soft") if self._report.findings_note else ""
        return self._section("findings", note + "\n".join(self._finding(entry) for entry in findings))

    def _finding(self, entry: FindingEntry) -> str:
        tag = _tag(
            "p",
            f"{_text(entry.severity_label)} {_tag('span', f'· {_text(entry.kind)}')}",
            f"tag {entry.severity.value}",
        )
        title = _tag("h3", f"{entry.number}. {_text(entry.title)}")
        parts = [_tag("header", title + tag), *(_tag("p", _text(paragraph)) for paragraph in entry.paragraphs)]
        if entry.values:
            parts.append(_tag("p", _tag("strong", _text(entry.values))))
        parts += [self._quote(quote) for quote in entry.quotes]
        parts += [_tag("p", _text(remark), "soft") for remark in entry.remarks]
        parts += self._titled("copies", entry.copies) + self._titled("searched", entry.searched)
        parts += self._titled(
            "further_places", [f"{q.text} – {'; '.join(place_lines(q.places, self._lang))}" for q in entry.further]
        )
        if entry.reference:
            parts.append(self._reference(entry.reference))
        if entry.legal_basis:
            parts.append(_tag("p", f"{self._say('legal_basis')}: {_text(', '.join(entry.legal_basis))}", "soft"))
        if entry.decision:
            parts.append(_decision(entry.decision))
        return _tag("article", "\n".join(parts), f"finding {entry.severity.value}", id=f"f{entry.number}")

    def _titled(self, code: str, items: Iterable[str]) -> list[str]:
        listed = list(items)
        return [_tag("h4", self._say(code)), _list(listed)] if listed else []

    def _quote(self, quote: Quote) -> str:
        value = _tag("strong", _text(quote.value), "value") if quote.value else ""
        return _tag("blockquote", value + self._quoted(quote.text) + _tag("cite", self._places(quote)))

    def _reference(self, reference: Reference) -> str:
        about = "; ".join(part for part in (reference.position, reference.status) if part)
        head = f"{self._say('reference', title=reference.title)} ({_text(about)})"
        own = _tag("h4", head) + _tag("blockquote", _text(reference.text))
        if not reference.diff:
            return own + self._clause_here(reference) + _tag("p", self._say("not_comparable"), "soft")
        marks = [self._say(code) for code in ("diff_legend", *(("diff_filled",) if reference.fills else ()))]
        legend = f"{self._say('diff')} ({', '.join(marks)})"
        return own + _tag("h4", legend) + _tag("div", "".join(_diff_part(p) for p in reference.diff), "diff")

    def _clause_here(self, reference: Reference) -> str:
        """The whole clause, where the quote above is only a part of it."""
        if not reference.clause_text:
            return ""
        return _tag("h4", self._say("clause_here")) + _tag("blockquote", _text(reference.clause_text))

    # --- what is open, what was not read, signature

    def _undecided(self) -> str:
        rows = self._report.undecided
        if not rows:
            return self._section("undecided", _tag("p", self._say("no_undecided")))
        intro = _tag("p", self._say("undecided_intro"), "soft")
        head = self._columns("kind", "quote", "needed")
        return self._section("undecided", intro + _tag("table", head + "\n".join(map(self._open, rows)), "undecided"))

    def _open(self, row: Undecided) -> str:
        quote = ""
        if row.quote:
            quote = self._quoted(row.quote.text) + _tag("cite", self._places(row.quote))
        needs = _text(row.needs) + (_tag("div", _text(row.reason), "soft") if row.reason else "")
        return _tag("tr", _tag("td", _text(row.subject), "value") + _tag("td", quote, "quote") + _tag("td", needs))

    def _subjects(self) -> str:
        if not self._report.subjects:
            return ""
        intro = _tag("p", self._say("subjects_intro"), "soft")
        head = self._columns("subject_column", "clauses", "certainty_column")
        return self._section("subjects", intro + self._rows(self._report.subjects, head), "subjects")

    def _corrections(self) -> list[str]:
        if not self._report.corrections:
            return []
        intro = _tag("p", self._say("corrections_intro"), "soft")
        items = "\n".join(_tag("li", _text(sentence)) for sentence in self._report.corrections)
        return [self._section("corrections", intro + _tag("ol", items))]

    def _unread(self) -> str:
        listings = self._report.unread
        content = "\n".join(map(self._listing, listings)) if listings else _tag("p", self._say("none"))
        return self._section("not_read", content, "lists")

    def _listing(self, listing: Listing) -> str:
        title = f"{_text(listing.title)} ({listing.count})"
        if listing.collapsed:
            return _tag("details", _tag("summary", title) + _list(listing.entries))
        return _tag("h3", title) + (_list(listing.entries) if listing.entries else "")

    def _sign(self) -> str:
        lines = [("remarks", "tall"), ("reviewed_by", ""), ("date", ""), ("signature", "")]
        fields = "".join(_tag("dt", self._say(code)) + _tag("dd", "", css) for code, css in lines)
        return self._section("sign", _tag("dl", fields), "sign")


def _decision(decision: DecisionEntry) -> str:
    said = _tag("p", f"{_tag('strong', _text(decision.verdict))} ({_text(decision.signed)})")
    lines = ("<br>".join(map(_text, remark.splitlines())) for remark in decision.remarks)
    return said + "".join(_tag("p", line) for line in lines)


def _diff_part(part: DiffPart) -> str:
    if part.op is DiffOp.FILLED:
        return _tag("span", _text(part.text), "filled", title=part.name)
    tag = _DIFF_TAGS.get(part.op)
    return _tag(tag, _text(part.text)) if tag else _text(part.text)
