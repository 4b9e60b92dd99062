"""What the other side may read of a finding: what the document says, what we ask for; never a limit, a verdict or a name of ours.

Strategy: findings about the document itself keep their sentences, since those speak of nothing else. Deviations have sentences of
their own here, because the usual ones quote our limits. Of a statutory hint the reason is said and how far the norm reaches, not what it means for us.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from app.models.analysis import Finding, FindingKind
from app.wording.findings import paragraphs, title
from app.wording.lang import Lang, Table, filled, sentence_start
from app.wording.statutes import reach
from app.wording.terms import term

_ABOUT_THE_DOCUMENT: Final = frozenset(
    {
        FindingKind.DUPLICATE,
        FindingKind.CONTRADICTION,
        FindingKind.BROKEN_REFERENCE,
        FindingKind.NUMBERING,
        FindingKind.DEFINITION,
        FindingKind.HIDDEN_TEXT,
    }
)
_SENTENCES: Final[Table] = {
    "value": ("{kind}: {value}", "{kind}: {value}"),
    "wording": ("{subject}: Wortlaut", "{subject}: wording"),
    "wording_unnamed": ("Wortlaut", "Wording"),
    "missing": ("{subject}: keine Regelung gefunden", "{subject}: no provision found"),
    "missing_unnamed": ("Eine Regelung fehlt", "A provision is missing"),
    "ask_change": ("Wir bitten, diese Regelung anzupassen.", "We ask to change this provision."),
    "ask_proposal": (
        "Wir bitten, diese Regelung anzupassen, und schlagen den folgenden Wortlaut vor.",
        "We ask to change this provision and propose the following wording.",
    ),
    "ask_missing": (
        "In den gelesenen Teilen wurde dazu keine Regelung gefunden. Wir bitten, eine aufzunehmen.",
        "No such provision was found in the parts that were read. We ask to add one.",
    ),
    "ask_missing_proposal": (
        "In den gelesenen Teilen wurde dazu keine Regelung gefunden. Wir schlagen vor, die folgende aufzunehmen.",
        "No such provision was found in the parts that were read. We propose to add the following.",
    ),
    "look_at": (
        "Bitte prüfen Sie diese Regelung mit Blick auf {norms}.",
        "Please look at this provision with regard to {norms}.",
    ),
    "look": ("Bitte prüfen Sie diese Regelung.", "Please look at this provision."),
    "kind_deviation": ("Änderungswunsch", "Requested change"),
    "kind_missing": ("Ergänzungswunsch", "Requested addition"),
}
_FOR_US: Final = re.compile(
    r"\s*(?:Für uns heißt das|For us this means|Das spricht dafür, dass|This suggests that)\b.*", re.DOTALL
)


def outward_kind(finding: Finding, lang: Lang) -> str:
    """What sort of comment it is."""
    if finding.kind in (FindingKind.DEVIATION, FindingKind.MISSING):
        return filled(_SENTENCES[f"kind_{finding.kind.value}"], {}, lang)
    return term("finding_kind", finding.kind.value, lang)


def outward_title(finding: Finding, value: str, subject: str, lang: Lang) -> str:
    """`value`: what stands in the document, "" where the finding is on no value; `subject`: what its clause is about."""
    if finding.kind in _ABOUT_THE_DOCUMENT:
        return title(_bare(finding), lang)
    if finding.kind is FindingKind.STATUTORY:
        return title(_bare(finding), lang)
    if finding.kind is FindingKind.DEVIATION and value:
        return sentence_start(value)
    code = "missing" if finding.kind is FindingKind.MISSING else "wording"
    named = code if subject else f"{code}_unnamed"
    return sentence_start(filled(_SENTENCES[named], {"subject": sentence_start(subject)}, lang))


def outward_value(kind: str, value: str, lang: Lang) -> str:
    """`Kündigungsfrist: 6 Monate`."""
    return filled(_SENTENCES["value"], {"kind": kind, "value": value}, lang)


def outward_paragraphs(finding: Finding, lang: Lang, *, ours: bool, proposed: bool) -> tuple[str, ...]:
    """`ours`: the terms are our own, so that a statutory hint says what we fear and nothing of it may leave."""
    if finding.kind in _ABOUT_THE_DOCUMENT:
        return paragraphs(_bare(finding), lang)
    if finding.kind is FindingKind.STATUTORY:
        return _statutory(finding, lang, ours=ours)
    asked = "ask_missing" if finding.kind is FindingKind.MISSING else "ask_change"
    with_proposal = {"ask_missing": "ask_missing_proposal", "ask_change": "ask_proposal"}
    return (filled(_SENTENCES[with_proposal[asked] if proposed else asked], {}, lang),)


def _bare(finding: Finding) -> Finding:
    """Without what a library or a rule added to it."""
    params = {name: value for name, value in finding.params.items() if name not in ("sentence", "good_for", "effect")}
    return replace(finding, params=params, also=(), limit=None, guidance="", comparison=None)


def _statutory(finding: Finding, lang: Lang, *, ours: bool) -> tuple[str, ...]:
    why = "" if ours else str(finding.params.get(f"why_{lang}", ""))
    said = tuple(part for line in why.split("\n") if (part := _FOR_US.sub("", line).strip()))
    if said:
        return (*said, *reach(finding, lang))
    norms = ", ".join(finding.legal_basis)
    return (filled(_SENTENCES["look_at" if norms else "look"], {"norms": norms}, lang),)
