"""A portfolio as JSON for other programs: codes and numbers, not sentences; described in docs/batch.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import app
from app.models.facts import DealFacts
from app.models.portfolio import DocumentDigest, FoundValue, Portfolio, PortfolioRow, SameClause
from app.models.provisions import ProvisionValue
from app.reporting.options import ReportOptions
from app.reporting.portfolio.rows import clause_at, worst_text
from app.wording.batch import failure_sentence
from app.wording.lang import Lang
from app.wording.values import value_text

SCHEMA = "klausellupe-portfolio"
VERSION = 1


def to_json(portfolio: Portfolio, options: ReportOptions) -> bytes:
    """UTF-8, sorted as the rows are."""
    made = {
        "schema": SCHEMA,
        "version": VERSION,
        "program": f"Klausellupe {app.__version__}",
        "made_at": options.made_at.isoformat() if options.made_at else None,
        "documents": [_row(row, options.lang) for row in portfolio.rows],
        "same_clauses": [_same(same, portfolio) for same in portfolio.same],
        "left_out": list(portfolio.left_out),
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _row(row: PortfolioRow, lang: Lang) -> dict[str, Any]:
    made: dict[str, Any] = {"name": row.name, "also": list(row.also)}
    if row.failure:
        return {**made, "error": {"code": row.failure.code, "sentence": failure_sentence(row.failure, lang)}}
    return {**made, **(_digest(row.digest, lang) if row.digest else {})}


def _digest(digest: DocumentDigest, lang: Lang) -> dict[str, Any]:
    worst = digest.worst
    return {
        "sha256": digest.sha256,
        "size": digest.size,
        "media_type": digest.media_type,
        "pages": digest.pages,
        "language": digest.language,
        "clauses": len(digest.clauses),
        "complete": digest.complete,
        "unread_pages": list(digest.unread_pages),
        "not_checked": digest.unchecked,
        "undecided": digest.undecided,
        "library": {"name": digest.library.name, "sha256": digest.library.sha256},
        "facts": _facts(digest.facts),
        "findings": {severity.value: count for severity, count in digest.counts},
        "worst": {
            "severity": worst.severity.value,
            "code": worst.code,
            "title": worst_text(digest, lang),
            "place": digest.worst_place,
        }
        if worst
        else None,
        "values": [_value(value, lang) for value in digest.values],
    }


def _facts(facts: DealFacts) -> dict[str, Any]:
    known = {field.name: getattr(facts, field.name) for field in fields(DealFacts)}
    return {name: {"value": _plain(fact.value), "source": fact.source.value} for name, fact in known.items()}


def _value(value: FoundValue, lang: Lang) -> dict[str, Any]:
    return {
        "kind": value.kind.value,
        "text": value_text(value.value, lang),
        "value": _typed(value.value),
        "place": value.place,
        "page": value.page,
        "paragraph": value.paragraph,
        "quote": value.quote,
        "severity": value.severity.value if value.severity else None,
    }


def _typed(value: ProvisionValue) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | float():
            return value
        case tuple():
            return [_plain(inner) for inner in value]
        case Mapping():
            return {str(name): _plain(inner) for name, inner in value.items()}
        case _ if hasattr(value, "__dataclass_fields__"):
            return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return str(value)


def _same(same: SameClause, portfolio: Portfolio) -> dict[str, Any]:
    places = [
        {"document": portfolio.rows[place.row].name, "clause": place.clause, "text": clause_at(portfolio, place).text}
        for place in same.places
    ]
    return {"relation": same.relation, "similarity": same.similarity, "places": places}
