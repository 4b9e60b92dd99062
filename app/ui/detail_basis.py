"""What a finding rests on and how sure it is; the law; what is internal: guidance and approvals."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.analysis import Analysis, Finding
from app.models.decisions import Decision
from app.reporting.reportmodel import FindingEntry
from app.ui.detail_markup import LIBRARY, Look, box, heading, link, listed, paragraph, small, text
from app.ui.placing import quoted
from app.wording.approvals import approval_heading, approval_text
from app.wording.findingdetail import PHRASES, basis_code, certainties, detail_phrase
from app.wording.lang import pick
from app.wording.report import phrase
from app.wording.terms import term

_SIGNS = {"high": "▲", "medium": "◆", "low": "●", "info": "■"}


def head(finding: Finding, entry: FindingEntry, decision: Decision | None, look: Look) -> Iterator[str]:
    """Severity with its sign, kind, title; the user's own severity before the program's."""
    own = decision.severity if decision else None
    severity = (own or finding.severity).value
    said = f"<b>{_SIGNS[severity]} {text(term('severity', severity, look.lang))}</b>"
    if own is not None:
        said += f" ({text(detail_phrase('own_severity', look.lang, severity=entry.severity_label))})"
    yield f"<p><span style='color:{look.hex('severity', severity)}'>{said}</span> · {text(entry.kind)}</p>"
    yield f"<h3>{text(entry.title)}</h3>"
    if own is not None and decision and decision.reason:
        yield f"<p class='soft'>{text(detail_phrase('own_reason', look.lang, reason=decision.reason))}</p>"


def searched(entry: FindingEntry, look: Look) -> Iterator[str]:
    """What was looked for and not found."""
    if entry.searched:
        yield heading(phrase("searched", look.lang)) + listed(map(text, entry.searched))


def law(entry: FindingEntry, look: Look) -> Iterator[str]:
    """The norms, and that they are hints."""
    if entry.legal_basis:
        yield heading(phrase("legal_basis", look.lang)) + paragraph(" · ".join(entry.legal_basis))
        yield small(phrase("no_advice", look.lang))


def basis(finding: Finding, title: str, analysis: Analysis, look: Look) -> Iterator[str]:
    """Which check it comes from, and how surely the program read what it judged."""
    lines = [_check(finding, title, look), *map(text, certainties(finding, analysis, look.lang))]
    yield heading(detail_phrase("basis", look.lang)) + listed(lines)


def _check(finding: Finding, title: str, look: Look) -> str:
    """The sentence of its check, with a link where the name of the reference clause stands."""
    before, named, after = pick(PHRASES[basis_code(finding)], look.lang).partition("{reference}")
    if not named:
        return text(before)
    if not finding.reference:
        return text(detail_phrase("source_library", look.lang))
    return f"{text(before)}{link(LIBRARY + finding.reference, quoted(title, look.lang))}{text(after)}"


def internal(finding: Finding, look: Look) -> Iterator[str]:
    """Approvals, guidance; and what the other side may read."""
    if finding.approvals:
        yield heading(approval_heading(look.lang))
        yield listed(text(approval_text(needed, look.lang)) for needed in finding.approvals)
    if finding.guidance:
        yield heading(detail_phrase("guidance", look.lang))
        yield box(text(finding.guidance), look, ground=("banner", "note_back"), bar=look.hex("banner", "note_line"))
    if finding.comment:
        yield heading(detail_phrase("comment", look.lang)) + box(text(finding.comment), look)
