"""A portfolio made by hand: two documents that share clauses, one with hostile names, one that was not read."""

from __future__ import annotations

from dataclasses import replace

from app.comparing.portfolio import digest_of, portfolio_of
from app.errors import ErrorCode
from app.models.portfolio import BUG, Failure, Portfolio, PortfolioRow
from tests.unit.reporting.report_example import ANALYSIS

HOSTILE = "=cmd|'/C calc'!A0 <b>\x1b[31m\u202efdp.pdf"
DIGEST = digest_of(ANALYSIS)


def example() -> Portfolio:
    """Five files in four rows."""
    quiet = replace(
        DIGEST, values=(), counts=tuple((s, 0) for s, _ in DIGEST.counts), worst=None, worst_place="", complete=True
    )
    return portfolio_of(
        [
            PortfolioRow("alt/lieferung.pdf", ("kopie.pdf",), DIGEST),
            PortfolioRow(HOSTILE, (), replace(quiet, sha256="ab" * 32)),
            PortfolioRow("geschützt.pdf", failure=Failure(ErrorCode.PDF_ENCRYPTED, {"name": "geschützt.pdf"})),
            PortfolioRow("seltsam.docx", failure=Failure(BUG)),
        ],
        ["bild.png"],
    )
