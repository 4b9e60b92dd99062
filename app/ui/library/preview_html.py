"""How a reference clause meets a document, as rich text: the findings it would give, which clause stands where, its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from app.comparing.applying import VALIDITY
from app.library.model import ReferenceClause
from app.models.analysis import Analysis, Check, Finding, MatchRank, Outcome, PositionMatch
from app.ui.placing import short_place
from app.ui.theme import Theme
from app.wording.findings import title
from app.wording.lang import Lang, Pair, pick, sentence_start
from app.wording.matches import match_reasons
from app.wording.numbers import list_text
from app.wording.rulewords import rule_sentence
from app.wording.terms import term

if TYPE_CHECKING:
    from app.pipeline.effect import Meeting

_NO_POSITION: Pair = ("Keiner Fassung nahe genug", "Near enough to no wording")
_MOST = 60  # places; nobody reads more beside an editor


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """The panel's own words, which Qt translates."""

    findings: str  # "Findings ({0})"
    nothing: str
    not_applied: str
    not_known: str
    positions: str
    no_positions: str
    rules: str


def preview_html(
    meeting: Meeting, clause: ReferenceClause, analysis: Analysis, words: PreviewWords, theme: Theme, lang: Lang
) -> str:
    """All of it."""
    soft = theme.hex("palette", "soft")
    not_applied = meeting.applies.outcome is Outcome.NOT_APPLICABLE  # said once, not of every limit
    style = f"<style>h4 {{ color: {soft}; margin-bottom: 2px; }} .soft {{ color: {soft}; }} p {{ margin-top: 4px; }}</style>"
    parts = [
        *_applies(meeting, words, theme, lang),
        f"<h4>{escape(words.findings.format(len(meeting.findings)))}</h4>",
        *(_findings(meeting.findings, analysis, theme, lang) or [f"<p>{escape(words.nothing)}</p>"]),
        *_rules(() if not_applied else meeting.checks, clause, words, lang),
        f"<h4>{escape(words.positions)}</h4>",
        *(_matches(meeting.matches, analysis, lang) or [f"<p class='soft'>{escape(words.no_positions)}</p>"]),
    ]
    return style + "".join(parts)


def _applies(meeting: Meeting, words: PreviewWords, theme: Theme, lang: Lang) -> Iterator[str]:
    """Said first where the clause does not apply at all, or where it is not known whether it does."""
    applies = meeting.applies
    if applies.outcome is Outcome.NOT_APPLICABLE:
        fact = "as_of" if applies.reason == VALIDITY else applies.reason
        said = words.not_applied.format(term("fact", fact, lang))
    elif applies.outcome is Outcome.UNDECIDABLE:
        said = f"{words.not_known} {list_text([term('need', need, lang) for need in applies.needs], lang)}."
    else:
        return
    ground = theme.hex("banner", "note_back")
    yield f"<table width='100%' cellpadding='6' bgcolor='{ground}'><tr><td>{escape(said)}</td></tr></table>"


def _findings(findings: tuple[Finding, ...], analysis: Analysis, theme: Theme, lang: Lang) -> list[str]:
    return [_finding(finding, analysis, theme, lang) for finding in findings[:_MOST]]


def _finding(finding: Finding, analysis: Analysis, theme: Theme, lang: Lang) -> str:
    colour = theme.hex("severity", finding.severity.value)
    severity = escape(term("severity", finding.severity.value, lang))
    lines = [f"<b style='color:{colour}'>{severity}</b> · {escape(title(finding, lang))}"]
    lines += [f"<span class='soft'>{escape(_place(c, analysis, lang))}</span>" for c in finding.clauses[:1]]
    return f"<p>{'<br>'.join(lines)}</p>"


def _place(clause: str, analysis: Analysis, lang: Lang) -> str:
    known = analysis.reading.by_id.get(clause)
    return short_place(known, analysis.reading, lang) if known else ""


def _rules(checks: tuple[Check, ...], clause: ReferenceClause, words: PreviewWords, lang: Lang) -> Iterator[str]:
    """What came of each limit; nothing is said twice."""
    if clause.rules:
        yield f"<h4>{escape(words.rules)}</h4>"
    for rule in clause.rules:
        said = dict.fromkeys(_outcome(check, lang) for check in checks if check.rule == rule.id)
        outcome = "; ".join(said)
        yield f"<p>{escape(rule_sentence(rule, lang))}<br><span class='soft'>{escape(sentence_start(outcome))}</span></p>"


def _outcome(check: Check, lang: Lang) -> str:
    if check.outcome is Outcome.NOT_APPLICABLE and check.reason:
        return term("check_reason", check.reason, lang)
    label = term("outcome", check.outcome.value, lang)
    return f"{label}: {term('check_reason', check.reason, lang)}" if check.reason else label


def _matches(matches: tuple[PositionMatch, ...], analysis: Analysis, lang: Lang) -> list[str]:
    return [_match(match, analysis, lang) for match in matches[:_MOST]]


def _match(match: PositionMatch, analysis: Analysis, lang: Lang) -> str:
    place = escape(_place(match.clause, analysis, lang))
    reasons = " ".join(match_reasons(match, lang))
    return f"<p>{place}<br><b>{escape(_rank(match, lang))}</b><br><span class='soft'>{escape(reasons)}</span></p>"


def _rank(match: PositionMatch, lang: Lang) -> str:
    if match.rank is MatchRank.NONE:
        return pick(_NO_POSITION, lang)
    label = sentence_start(term("position", match.rank.value, lang))
    return f"{label} {match.fallback}" if match.fallback else label
