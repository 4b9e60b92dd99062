"""The forms of a portfolio by name; writers are imported when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.models.portfolio import Portfolio
from app.reporting.options import ReportOptions


@dataclass(frozen=True, slots=True)
class PortfolioFormat:
    """`readable`: as it is, on a terminal."""

    name: str
    suffix: str
    write: Callable[[Portfolio, ReportOptions], bytes]
    readable: bool = False


def _text(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.text import to_text

    return to_text(portfolio, options)


def _json(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.asjson import to_json

    return to_json(portfolio, options)


def _csv(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.book import documents_sheet
    from app.reporting.tocsv import to_csv

    return to_csv(documents_sheet(portfolio, options), options.lang)


def _xlsx(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.book import portfolio_book
    from app.reporting.toxlsx import to_xlsx

    return to_xlsx(portfolio_book(portfolio, options))


def _html(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.paper import portfolio_paper
    from app.reporting.tohtml import to_html

    return to_html(portfolio_paper(portfolio, options))


def _pdf(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.paper import portfolio_paper
    from app.reporting.topdf import to_pdf

    return to_pdf(portfolio_paper(portfolio, options))


def _docx(portfolio: Portfolio, options: ReportOptions) -> bytes:
    from app.reporting.portfolio.paper import portfolio_paper
    from app.reporting.todocx import to_docx

    return to_docx(portfolio_paper(portfolio, options))


PORTFOLIO_FORMATS: Final[dict[str, PortfolioFormat]] = {
    known.name: known
    for known in (
        PortfolioFormat("text", ".txt", _text, readable=True),
        PortfolioFormat("xlsx", ".xlsx", _xlsx),
        PortfolioFormat("csv", ".csv", _csv, readable=True),
        PortfolioFormat("json", ".json", _json, readable=True),
        PortfolioFormat("html", ".html", _html, readable=True),
        PortfolioFormat("pdf", ".pdf", _pdf),
        PortfolioFormat("docx", ".docx", _docx),
    )
}
