"""The wording that is proposed for a finding: our preferred one, or the acceptable one nearest to the clause."""

from __future__ import annotations

from app.models.analysis import Analysis, Finding, Offer
from app.reporting.options import Wording

PREFERRED = "preferred"


def proposal(finding: Finding, analysis: Analysis, wording: Wording) -> Offer | None:
    """None where no position offers a wording, or none is wanted."""
    clause = finding.clauses[0] if finding.clauses else ""
    offered = [o for o in analysis.offers if (o.clause, o.reference) == (clause, finding.reference)]
    match wording:
        case Wording.NONE:
            return None
        case Wording.NEAREST if finding.comparison is not None:
            nearest = finding.comparison.position_index
            return next((offer for offer in offered if offer.position == nearest), None)
    return next((offer for offer in offered if offer.rank == PREFERRED), None)
