"""The content of a file about many documents: called in a process of its own, without Qt."""

from __future__ import annotations

from dataclasses import replace

from app.models.portfolio import Portfolio
from app.reporting.options import ReportOptions


def portfolio_file(form: str, portfolio: Portfolio, options: ReportOptions, looked: bool) -> bytes:
    """What was not looked for before is looked for now: a file must not say that there is nothing."""
    from app.comparing.portfolio import same_clauses
    from app.reporting.portfolio.formats import PORTFOLIO_FORMATS

    whole = portfolio if looked else replace(portfolio, same=same_clauses(portfolio.rows))
    return PORTFOLIO_FORMATS[form].write(whole, options)
