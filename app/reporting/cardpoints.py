"""What the sales card has to say: findings as points of a talk, sorted into what to accept, to negotiate and to have approved.

Strategy: a decision says where its finding belongs. Where nothing was decided its severity does: what is grave needs approval, what is of
medium weight is negotiated, the rest can be accepted unless the library asks for somebody's consent. All findings on one clause are one
point, which belongs where the strictest of them does. Nothing of our own positions is read here but the preferred wording, which is there to
be proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.models.analysis import Analysis, Finding, FindingKind, NeededApproval, Severity
from app.models.decisions import Decision, Verdict
from app.reporting.options import ReportOptions, Wording
from app.reporting.outward import neutral_title
from app.reporting.places import clause_place, positions, short_path, shortened
from app.reporting.proposals import proposal
from app.reporting.selection import selected
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import list_text, money_text
from app.wording.salescard import card_phrase, plain_title, saying
from app.wording.terms import term
from app.wording.values import found_text, value_text

TITLE, SAYING, NAME, NUMBER, HEADING = 120, 260, 60, 16, 44  # characters
WORDING, WORDING_OUTWARD = 200, 600  # inward the core of it: the report has the rest
_SLIPS = frozenset({FindingKind.BROKEN_REFERENCE, FindingKind.NUMBERING, FindingKind.DEFINITION, FindingKind.DUPLICATE})
_LEGAL = frozenset({FindingKind.STATUTORY, FindingKind.HIDDEN_TEXT})


class Group(StrEnum):
    """Where a point belongs, the strictest first."""

    APPROVE = "approve"
    NEGOTIATE = "negotiate"
    ACCEPT = "accept"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Point:
    """A place of the document: what is said there, what to say of it, what to propose, who must consent. All worded."""

    group: Group
    rank: int  # of its gravest finding
    plain: tuple[str, ...] = ()  # what is the matter
    legal: tuple[str, ...] = ()  # statutory hints, which the plain ones stand for where there are both
    place: str = ""
    say: str = ""
    wording: str = ""
    whole: bool = True  # the wording stands here in full
    approvers: tuple[str, ...] = ()
    suggested: bool = False
    refused: bool = False
    findings: int = 1
    position: int = 0  # of its clause in the document; behind all of them where it has none

    @property
    def titles(self) -> tuple[str, ...]:
        """What is the matter."""
        return self.plain or self.legal

    @property
    def doubtful(self) -> bool:
        """Whether a statutory hint stands behind it that is not in its titles."""
        return bool(self.plain and self.legal)


@dataclass(slots=True)
class Points:
    """In the order of the card; `decided` of `total` findings; `left` were not chosen."""

    points: list[Point] = field(default_factory=list)
    total: int = 0
    decided: int = 0
    left: int = 0

    def of(self, group: Group) -> list[Point]:
        """Worst first."""
        return sorted((point for point in self.points if point.group is group), key=lambda point: point.rank)


def card_points(analysis: Analysis, options: ReportOptions) -> Points:
    """All findings that are in it."""
    found = selected(analysis, options)
    decisions = [options.decided.get(finding.anchor) for finding in found]
    made = Points(total=len(found), left=len(analysis.findings) - len(found))
    made.decided = sum(bool(decision and decision.verdict) for decision in decisions)
    at: dict[object, int] = {}
    pairs = sorted(zip(found, decisions, strict=True), key=lambda pair: _strictness(*pair))
    for finding, decision in pairs:
        point = _point(finding, decision, analysis, options)
        key = (finding.clauses[0] if finding.clauses else finding.anchor, point.suggested or point.group)
        if key in at:
            made.points[at[key]] = _joined(made.points[at[key]], point)
        else:
            at[key] = len(made.points)
            made.points.append(point)
    return made


def _strictness(finding: Finding, decision: Decision | None) -> tuple[int, int]:
    """So that the first finding on a clause says where its point belongs."""
    return list(Group).index(_group(finding, decision)), _rank(finding, decision)


def _rank(finding: Finding, decision: Decision | None) -> int:
    """The gravest first, slips of the text behind what is meant."""
    return 2 * _severity(finding, decision).rank + (finding.kind in _SLIPS)


def _severity(finding: Finding, decision: Decision | None) -> Severity:
    return (decision.severity if decision else None) or finding.severity


_BY_VERDICT = {
    Verdict.ACCEPT: Group.ACCEPT,
    Verdict.NEGOTIATE: Group.NEGOTIATE,
    Verdict.REJECT: Group.NEGOTIATE,
    Verdict.NEEDS_APPROVAL: Group.APPROVE,
    Verdict.NOT_RELEVANT: Group.ASIDE,
}


def _group(finding: Finding, decision: Decision | None) -> Group:
    if decision and decision.verdict:
        return _BY_VERDICT[decision.verdict]
    match _severity(finding, decision):
        case Severity.HIGH:
            return Group.APPROVE
        case Severity.MEDIUM:
            return Group.NEGOTIATE
    return Group.NEGOTIATE if finding.approvers else Group.ACCEPT


def _joined(first: Point, other: Point) -> Point:
    """Another finding on the same clause: its title where it says something new, what to say where the first has nothing of its own."""
    joined = replace(
        first,
        plain=tuple(dict.fromkeys((*first.plain, *other.plain))),
        legal=tuple(dict.fromkeys((*first.legal, *other.legal))),
        approvers=tuple(dict.fromkeys((*first.approvers, *other.approvers))),
        findings=first.findings + other.findings,
    )
    if not first.wording and other.wording:
        joined = replace(joined, say=other.say, wording=other.wording, whole=other.whole)
    return joined


# --- one finding in words


def _point(finding: Finding, decision: Decision | None, analysis: Analysis, options: ReportOptions) -> Point:
    lang, group, legal = options.lang, _group(finding, decision), finding.kind is FindingKind.STATUTORY
    judged = (
        options.outward and finding.kind is FindingKind.DEVIATION
    )  # "short" and "limited" are measured by our limits
    title = shortened((neutral_title if judged else _title)(finding, analysis, lang), TITLE)
    offer = None if options.proposals is Wording.NONE else proposal(finding, analysis, Wording.PREFERRED)
    wording = _sentences(offer.text, WORDING_OUTWARD if options.outward else WORDING) if offer else ""
    return Point(
        group=group,
        rank=_rank(finding, decision),
        plain=() if legal else (title,),
        legal=(title,) if legal else (),
        place=_place(finding, analysis, lang),
        say=_say(finding, options),
        wording=wording,
        whole=offer is None or wording == " ".join(offer.text.split()),
        approvers=tuple(_approvers(finding.approvals, lang)),
        suggested=not (decision and decision.verdict),
        refused=bool(decision and decision.verdict is Verdict.REJECT),
        position=_position(finding, analysis),
    )


def _position(finding: Finding, analysis: Analysis) -> int:
    order = {clause.id: number for number, clause in enumerate(analysis.reading.clauses)}
    return order.get(finding.clauses[0], len(order)) if finding.clauses else len(order)


def _title(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    comparison = str(finding.params.get("comparison") or (finding.limit.comparison if finding.limit else ""))
    return sentence_start(plain_title(finding.code, comparison, _shown(finding, analysis, lang), lang))


def _shown(finding: Finding, analysis: Analysis, lang: Lang) -> dict[str, object]:
    """What the document says; nothing of the rule it was held against."""
    params: dict[str, object] = dict(finding.params)
    clause = analysis.reading.by_id[finding.clauses[0]] if finding.clauses else None
    kind = finding.params.get("type") or (clause.type if clause else None)
    params["type"] = term("clause_type", str(kind), lang) if kind else term("finding_kind", finding.kind.value, lang)
    if isinstance(provision := finding.params.get("kind"), str):
        params["kind"] = term("provision_kind", provision, lang)
    params["title"] = finding.params.get(f"title_{lang}") or finding.params.get("title") or params["type"]
    params["value"] = _values(finding, analysis, lang)
    return params


def _values(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    provisions = [analysis.provisions_by_id[p] for p in finding.provisions if p in analysis.provisions_by_id]
    values = dict.fromkeys(value_text(provision.value, lang) for provision in provisions)
    return ", ".join(values) or (found_text(finding.limit, lang) if finding.limit else "–")


def _place(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    """`§ 9 (3) Haftung, S. 2`: the number, the heading it stands under and the page."""
    if not finding.clauses:
        return ""
    clause = analysis.reading.by_id[finding.clauses[0]]
    chain = [clause]
    while (above := chain[-1].parent) is not None:
        chain.append(analysis.reading.by_id[above])
    number = short_path([part.label for part in reversed(chain) if part.label], NUMBER)
    heading = next((part.heading for part in chain if part.heading), "")
    name = f"{shortened(number, 2 * NUMBER)} {shortened(heading, HEADING)}".strip() or shortened(clause.text, HEADING)
    where = positions((clause_place(clause, analysis.reading),), lang)
    return ", ".join(part for part in (name, where) if part)


def _say(finding: Finding, options: ReportOptions) -> str:
    """The library's own sentence for the other side, else one of ours."""
    if finding.comment:
        return _sentences(finding.comment, SAYING)
    if finding.kind in _LEGAL:
        return saying("legal_outward" if options.outward else "legal", options.lang)
    if finding.kind in _SLIPS:
        return saying("slip", options.lang)
    return saying(finding.kind.value, options.lang)


def _approvers(needed: Iterable[NeededApproval], lang: Lang) -> Iterator[str]:
    for one in needed:
        name = shortened(one.approver, NAME)
        if one.contract_value is None:
            yield name
        else:
            value = money_text(one.contract_value, "EUR", lang)
            yield card_phrase("approver_from", lang, name=name, value=value)


def approver_names(point: Point, lang: Lang) -> str:
    """In one phrase, those that must consent in any case first."""
    return list_text(sorted(point.approvers, key=lambda name: "(" in name), lang)


def _sentences(text: str, limit: int) -> str:
    """As many whole sentences as fit; what is longer ends with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    end = max(line.rfind(mark, 0, limit - 2) for mark in (". ", "; ", "! ", "? "))
    return f"{line[: end + 1]} …" if end > limit // 3 else shortened(line, limit)
