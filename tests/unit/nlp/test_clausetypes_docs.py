"""docs/clause-types.md says what the data say; KLAUSELLUPE_REGENERATE=1 writes it again."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from app import paths
from app.nlp.topicmodel.topics import BROADER, TYPE_OF

PAGE = Path(__file__).parents[3] / "docs/clause-types.md"
# What the program's users expect to find among the types, by the English term of the trade.
SUBJECTS = {
    "limitation_of_liability", "termination", "objection_deadline", "notice_of_defects", "warranty", "payment",
    "price_change", "delay", "retention_of_title", "confidentiality", "data_protection", "force_majeure", "assignment",
    "set_off", "written_form", "severability", "jurisdiction", "applicable_law", "change_of_terms",
    "intellectual_property", "subcontracting", "cooperation", "insurance", "export", "contract_formation", "withdrawal",
}  # fmt: skip


def types() -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads((paths.clause_library() / "types.toml").read_text("utf-8"))["type"]
    return found


def page() -> str:
    """The page as the data give it."""
    lines = [
        "# Clause types",
        "",
        "Written from `clause_library/types.toml` and `app/nlp/topicmodel/topics.py`; a test compares.",
        "",
        "What a clause is about. A clause has one type (what it mainly regulates) and may speak of further subjects. Rules",
        "decide where the wording decides; the model (`resources/models/README.md`) is asked for the types that AGB-DE knows.",
        "",
        "| id | Deutsch | English | Definition | definition |",
        "| --- | --- | --- | --- | --- |",
    ]
    keys = ("de", "en", "definition_de", "definition_en")
    lines += [f"| `{t['id']}` | {' | '.join(t[key] for key in keys)} |" for t in types()]
    lines += ["", "## Topics of AGB-DE", "", "| topic | type |", "| --- | --- |"]
    lines += [f"| {topic} | `{name}` |" for topic, name in TYPE_OF.items()]
    lines += ["", "Finer types of ours, and the type under which AGB-DE files such clauses:", ""]
    lines += ["| type | counted as |", "| --- | --- |"]
    lines += [f"| `{fine}` | `{broad}` |" for fine, broad in BROADER.items()]
    return "\n".join(lines) + "\n"


def test_the_page_says_what_the_data_say() -> None:
    if os.environ.get("KLAUSELLUPE_REGENERATE"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()


def test_every_topic_and_every_finer_type_belongs_to_a_type() -> None:
    known = {t["id"] for t in types()}
    assert set(TYPE_OF.values()) | set(BROADER) | set(BROADER.values()) <= known


def test_every_subject_of_business_terms_is_a_type() -> None:
    assert {t["id"] for t in types()} >= SUBJECTS


def test_every_type_is_named_and_defined_once_in_both_languages() -> None:
    for key in ("id", "de", "en", "definition_de", "definition_en"):
        values = [t[key] for t in types()]
        assert all(values), key
        assert len(values) == len(set(values)), key
