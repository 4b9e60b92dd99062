"""A reference clause as a reader sees it, as rich text: facts, positions, rules, notes; hits of a search marked.

Everything the user or a pack has written is escaped. What never leaves the house is told apart from what the other side may
read. Positions carry a bar in their colour and say their rank in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from app.library.model import Approval, ClauseType, LegalBasis, Position, PositionRank, ReferenceClause, Revision, Rule
from app.ui.library.hits import hit_style, hits
from app.ui.library.rows import audience_text, local_time, status_text, type_name
from app.ui.library.status_marks import status_colour
from app.ui.theme import Theme
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import date_text, money_text
from app.wording.rulewords import rule_sentence
from app.wording.terms import term

_BARS = {
    PositionRank.PREFERRED: ("diff", "new"),
    PositionRank.FALLBACK: ("severity", "medium"),
    PositionRank.UNACCEPTABLE: ("severity", "high"),
}


@dataclass(frozen=True, slots=True)
class _Page:
    """How everything on it is written."""

    types: tuple[ClauseType, ...]
    theme: Theme
    lang: Lang
    query: str

    def text(self, text: str) -> str:
        """Escaped, with the hits marked and paragraphs kept."""
        parts, end = [], 0
        for start, stop in hits(text, self.query):
            parts += [
                escape(text[end:start]),
                f"<span style='{hit_style(self.theme)}'>{escape(text[start:stop])}</span>",
            ]
            end = stop
        return "".join((*parts, escape(text[end:]))).replace("\n", "<br>")

    def type_name(self, clause_type: str) -> str:
        """What a type is called."""
        return next((type_name(kind, self.lang) for kind in self.types if kind.id == clause_type), clause_type)

    def box(self, markup: str, *, bar: tuple[str, str] | None = None, ground: tuple[str, str]) -> str:
        """A shaded passage with a bar at its left."""
        back = self.theme.hex(*ground)
        return (
            f"<table width='100%' cellpadding='0' cellspacing='0' style='margin-bottom:8px' bgcolor='{back}'><tr>"
            f"<td width='4' bgcolor='{self.theme.hex(*bar) if bar else back}'></td><td style='padding:7px'>{markup}</td></tr></table>"
        )


def clause_html(
    revision: Revision,
    types: tuple[ClauseType, ...],
    theme: Theme,
    lang: Lang,
    query: str = "",
    *,
    remarks: Sequence[str] = (),
    usage: str = "",
) -> str:
    """The whole clause; `remarks` say what is to be known about this version, `usage` how often it was matched."""
    page, clause = _Page(types, theme, lang, query), revision.clause
    parts = [
        f"<h2>{page.text(clause.title)}</h2>",
        _status(revision, page),
        *(f"<p>{escape(remark)}</p>" for remark in remarks),
        _facts(clause, page, usage),
        *_positions(clause, page),
        *_rules(clause.rules, page),
        *_silence(clause, page),
        *_approvals(clause.approvals, page),
        *_guidance(clause, page),
        *_comment(clause, page),
        *_law(clause.legal_basis, page),
    ]
    return _style(theme) + "".join(parts)


def _style(theme: Theme) -> str:
    soft = theme.hex("palette", "soft")
    return (
        f"<style>h2 {{ font-size: large; margin-bottom: 4px; }} h4 {{ margin-top: 12px; margin-bottom: 4px; }}"
        f" h4, .soft {{ color: {soft}; }} .name {{ white-space: nowrap; }}"
        " ul { -qt-list-indent: 0; margin-left: 14px; margin-top: 2px; }</style>"
    )


def _status(revision: Revision, page: _Page) -> str:
    clause = revision.clause
    colour = status_colour(clause.status, page.theme).name()
    status = sentence_start(status_text(clause.status, page.lang))
    version = QCoreApplication.translate("ClauseDetail", "Version {0}").format(clause.version)
    parts = [f"<b style='color:{colour}'>{escape(status)}</b>", escape(version)]
    if revision.at is not None:
        changed = QCoreApplication.translate("ClauseDetail", "{0} von {1}")
        parts.append(escape(changed.format(local_time(revision.at, page.lang), revision.author or "–")))
    reason = f"<br><span class='soft'>{page.text(revision.reason)}</span>" if revision.reason else ""
    return f"<p>{' · '.join(parts)}{reason}</p>"


def _facts(clause: ReferenceClause, page: _Page, usage: str) -> str:
    lang = page.lang
    everything = QCoreApplication.translate("ClauseDetail", "alle")
    kinds = ", ".join(term("contract_kind", kind.value, lang) for kind in clause.contract_kinds)
    laws = ", ".join(term("governing_law", law.value, lang) for law in clause.laws)
    required = QCoreApplication.translate("ClauseDetail", "ja, ihr Fehlen wird gemeldet") if clause.required else ""
    facts = (
        (QCoreApplication.translate("ClauseDetail", "Thema"), page.type_name(clause.type)),
        (
            QCoreApplication.translate("ClauseDetail", "Unsere Rolle"),
            sentence_start(term("perspective", clause.perspective.value, lang)),
        ),
        (
            QCoreApplication.translate("ClauseDetail", "Gegenüber wem"),
            sentence_start(audience_text(clause.audiences, lang, everything)),
        ),
        (QCoreApplication.translate("ClauseDetail", "Vertragsarten"), kinds or everything),
        (QCoreApplication.translate("ClauseDetail", "Recht"), laws or everything),
        (QCoreApplication.translate("ClauseDetail", "Muss vorkommen"), required),
        (QCoreApplication.translate("ClauseDetail", "Gilt für Verträge"), _validity(clause, lang)),
        (QCoreApplication.translate("ClauseDetail", "Zuständig"), clause.owner),
        (QCoreApplication.translate("ClauseDetail", "Schlagwörter"), ", ".join(clause.tags)),
        (QCoreApplication.translate("ClauseDetail", "Verwendung"), usage),
    )
    cells = "".join(
        f"<tr><td class='soft name'>{escape(name)}</td><td width='72%'>{page.text(value)}</td></tr>"
        for name, value in facts
        if value
    )
    return f"<table width='100%' cellpadding='2' style='margin-top:6px; margin-bottom:4px'>{cells}</table>"


def _validity(clause: ReferenceClause, lang: Lang) -> str:
    first, last = clause.valid_from, clause.valid_to
    if first and last:
        pattern = QCoreApplication.translate("ClauseDetail", "vom {0} bis {1}")
        return pattern.format(date_text(first, lang), date_text(last, lang))
    if first:
        return QCoreApplication.translate("ClauseDetail", "ab {0}").format(date_text(first, lang))
    return QCoreApplication.translate("ClauseDetail", "bis {0}").format(date_text(last, lang)) if last else ""


def _positions(clause: ReferenceClause, page: _Page) -> Iterator[str]:
    fallbacks = sum(position.rank is PositionRank.FALLBACK for position in clause.positions)
    number = 0
    for position in clause.positions:
        title = sentence_start(term("position", position.rank.value, page.lang))
        if position.rank is PositionRank.FALLBACK:
            number += 1
            title += f" {number}" if fallbacks > 1 else ""
        yield f"<h4>{escape(title)}</h4>"
        yield page.box(_wording(position, page), bar=_BARS[position.rank], ground=("palette", "alternate"))


def _wording(position: Position, page: _Page) -> str:
    parts = [page.text(position.text)]
    if position.examples:
        title = QCoreApplication.translate("ClauseDetail", "Weitere Wortlaute, die ebenso zählen:")
        examples = "".join(f"<li>{page.text(example)}</li>" for example in position.examples)
        parts.append(f"<p class='soft'>{escape(title)}</p><ul>{examples}</ul>")
    if position.note:
        parts.append(f"<p class='soft'>{page.text(position.note)}</p>")
    return "".join(parts)


def _rules(rules: Sequence[Rule], page: _Page) -> Iterator[str]:
    if not rules:
        return
    yield _heading(QCoreApplication.translate("ClauseDetail", "Vorgaben für Werte"))
    items = []
    for rule in rules:
        own = f"<br><span class='soft'>{page.text(rule.sentence)}</span>" if rule.sentence else ""
        items.append(f"<li>{escape(rule_sentence(rule, page.lang))}{own}</li>")
    yield f"<ul>{''.join(items)}</ul>"


def _silence(clause: ReferenceClause, page: _Page) -> Iterator[str]:
    silence = clause.silence
    if silence is None:
        return
    yield _heading(QCoreApplication.translate("ClauseDetail", "Wenn das Dokument dazu schweigt"))
    yield f"<p>{page.text(silence.effect)} <span class='soft'>({page.text(silence.norm)})</span></p>"


def _approvals(approvals: Sequence[Approval], page: _Page) -> Iterator[str]:
    if not approvals:
        return
    yield _heading(QCoreApplication.translate("ClauseDetail", "Wer Abweichungen freigibt"))
    yield f"<ul>{''.join(f'<li>{page.text(_approval(approval, page.lang))}</li>' for approval in approvals)}</ul>"


def _approval(approval: Approval, lang: Lang) -> str:
    severity = term("severity", approval.severity.value, lang)
    sentence = QCoreApplication.translate("ClauseDetail", "{0}: ab Schwere „{1}“").format(approval.approver, severity)
    if approval.contract_value is None:
        return sentence
    value = money_text(approval.contract_value, "EUR", lang)
    return QCoreApplication.translate("ClauseDetail", "{0}, bei Verträgen ab {1}").format(sentence, value)


def _guidance(clause: ReferenceClause, page: _Page) -> Iterator[str]:
    if clause.guidance:
        yield _heading(QCoreApplication.translate("ClauseDetail", "Intern – verlässt das Haus nicht"))
        yield page.box(page.text(clause.guidance), bar=("banner", "note_line"), ground=("banner", "note_back"))


def _comment(clause: ReferenceClause, page: _Page) -> Iterator[str]:
    if clause.comment:
        yield _heading(QCoreApplication.translate("ClauseDetail", "Erläuterung für die andere Seite"))
        yield f"<p>{page.text(clause.comment)}</p>"


def _law(bases: Sequence[LegalBasis], page: _Page) -> Iterator[str]:
    if not bases:
        return
    yield _heading(QCoreApplication.translate("ClauseDetail", "Rechtsgrundlage"))
    known = QCoreApplication.translate("ClauseDetail", "Stand {0}")
    items = []
    for basis in bases:
        source = f" · {page.text(basis.source)}" if basis.source else ""
        day = escape(known.format(date_text(basis.as_of, page.lang)))
        items.append(f"<li>{page.text(basis.norm)} <span class='soft'>({day}{source})</span></li>")
    yield f"<ul>{''.join(items)}</ul>"


def _heading(text: str) -> str:
    return f"<h4>{escape(text)}</h4>"
