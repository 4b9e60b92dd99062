"""What the user chose for a report, how it is remembered, and which findings that means. No Qt.

Strategy: one frozen value for everything the form says. Remembered are habits only: neither findings ticked in one document nor the wish to
show the other side a fallback, which must be made anew each time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.models.analysis import Analysis, Finding, Severity
from app.models.decisions import Decision, Verdict
from app.reporting.options import Reader, ReportOptions, Wording
from app.reporting.selection import selected
from app.settings import Settings
from app.ui.exporting.kinds import Kind
from app.wording.lang import LANGS, Lang


class Scope(StrEnum):
    """Which findings are in it."""

    ALL = "all"
    WANTED = "wanted"  # what shall be changed in the document
    DECIDED = "decided"
    SEVERITIES = "severities"
    PICKED = "picked"


WANTED: Final = frozenset((Verdict.NEGOTIATE, Verdict.NEEDS_APPROVAL, Verdict.REJECT))
_GRAVE: Final = frozenset((Severity.HIGH, Severity.MEDIUM))


@dataclass(frozen=True)
class Choices:
    """`picked`: anchors of the findings that were ticked; `form`: the format, where a kind has several."""

    outward: bool = False
    scope: Scope = Scope.ALL
    severities: frozenset[Severity] = _GRAVE
    picked: frozenset[str] = frozenset()
    proposals: Wording = Wording.PREFERRED
    annex: bool = True
    lang: Lang = "de"
    reviewer: str = ""
    form: str = ""


def usual(kind: Kind, lang: Lang, reviewer: str, decided: Mapping[str, Decision]) -> Choices:
    """Before anything was chosen: towards the other side only what shall be changed, as soon as that is decided."""
    wants = any(decision.verdict in WANTED for decision in decided.values())
    scope = Scope.WANTED if kind.outward and wants else Scope.ALL
    return Choices(outward=kind.outward, scope=scope, lang=lang, reviewer=reviewer, form=kind.forms[0])


# --- remembered


def remembered(choices: Choices) -> str:
    """For the settings."""
    scope = Scope.ALL if choices.scope is Scope.PICKED else choices.scope
    kept = {
        "outward": choices.outward,
        "scope": scope,
        "severities": sorted(choices.severities),
        "proposals": _harmless(choices).proposals,
        "annex": choices.annex,
        "lang": choices.lang,
        "form": choices.form,
    }
    return json.dumps(kept)


def recalled(text: str, kind: Kind, before: Choices) -> Choices:
    """What was remembered of a kind, over `before`; what cannot be understood is as if it had never been chosen."""
    try:
        kept = json.loads(text) if text else {}
        found = replace(
            before,
            outward=bool(kept.get("outward", before.outward)),
            scope=Scope(kept.get("scope", before.scope)),
            severities=frozenset(map(Severity, kept.get("severities", before.severities))),
            proposals=Wording(kept.get("proposals", before.proposals)),
            annex=bool(kept.get("annex", before.annex)),
            lang=next((lang for lang in LANGS if lang == kept.get("lang")), before.lang),
            form=next((form for form in kind.forms if form == kept.get("form")), kind.forms[0]),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return before
    return _harmless(found)


def _harmless(choices: Choices) -> Choices:
    """Nobody shows a fallback to the other side because it was asked for another time."""
    if choices.outward and choices.proposals is Wording.NEAREST:
        return replace(choices, proposals=Wording.PREFERRED)
    return choices


# --- the findings


def severity_of(finding: Finding, decided: Mapping[str, Decision]) -> Severity:
    """The user's own, else the program's."""
    decision = decided.get(finding.anchor)
    return decision.severity if decision is not None and decision.severity is not None else finding.severity


def _is_in(finding: Finding, decided: Mapping[str, Decision], choices: Choices) -> bool:
    decision = decided.get(finding.anchor)
    verdict = decision.verdict if decision is not None else None
    match choices.scope:
        case Scope.WANTED:
            return verdict in WANTED
        case Scope.DECIDED:
            return verdict is not None
        case Scope.SEVERITIES:
            return severity_of(finding, decided) in choices.severities
        case Scope.PICKED:
            return finding.anchor in choices.picked
    return True


def _findings(analysis: Analysis, decided: Mapping[str, Decision], choices: Choices) -> Iterator[Finding]:
    """Only what was ticked goes out against the rules of what the other side may be sent."""
    reader = Reader.OUTWARD if choices.outward and choices.scope is not Scope.PICKED else Reader.INTERNAL
    sendable = selected(analysis, ReportOptions(reader=reader, decided=dict(decided)))
    yield from (finding for finding in sendable if _is_in(finding, decided, choices))


def chosen(analysis: Analysis, decided: Mapping[str, Decision], choices: Choices) -> frozenset[str] | None:
    """Anchors of the findings that are in it; None for all."""
    if choices.scope is Scope.ALL:
        return None
    return frozenset(finding.anchor for finding in _findings(analysis, decided, choices))


def count(analysis: Analysis, decided: Mapping[str, Decision], choices: Choices) -> int:
    """How many they are."""
    return sum(1 for _ in _findings(analysis, decided, choices))


def count_severities(findings: Iterable[Finding], decided: Mapping[str, Decision]) -> Counter[Severity]:
    """How many of each severity."""
    return Counter(severity_of(finding, decided) for finding in findings)


# --- for the writers


def options_of(
    kind: Kind,
    choices: Choices,
    analysis: Analysis,
    decided: Mapping[str, Decision],
    settings: Settings,
    logo: bytes | None,
    made_at: datetime,
    orphans: tuple[Decision, ...] = (),
) -> ReportOptions:
    """What a writer is told; `orphans`: decisions whose finding is gone, which are ours alone."""
    return ReportOptions(
        lang=choices.lang,
        reader=Reader.OUTWARD if choices.outward else Reader.INTERNAL,
        chosen=chosen(analysis, decided, choices),
        decided=dict(decided),
        made_at=made_at,
        reviewer=choices.reviewer if kind.reviewer else "",
        company=settings.company,
        footer=settings.footer,
        logo=logo,
        annex=choices.annex and kind.annex,
        proposals=choices.proposals if kind.proposals else Wording.PREFERRED,
        orphans=() if choices.outward else orphans,
    )
