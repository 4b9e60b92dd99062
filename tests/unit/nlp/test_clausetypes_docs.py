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

ABOUT = """\
What a clause is about. A clause has one type (what it mainly regulates) and may speak of further subjects. Rules
decide where the wording decides; the model (`resources/models/README.md`) is asked for the types that AGB-DE knows.

## Who decides

The document decides how much the model counts. Where hardly a clause (at most one in eight) is of a type that AGB-DE does
not know, the document is of the kind the model learnt from. That need not be terms for consumers: terms of sale between
businesses speak of the same subjects, while a hosting contract with a notice of withdrawal does not. In such a
document the model settles disputes by how often rules and model were right in disputes at such margins, and gives a type where the rules are
silent and it is rather right than wrong. In all other documents types that it does not know stay with the rules, and for
the rest it must be clearly more often right. Either kind of document has its own curves of confidence: the first from
contracts of AGB-DE that the model had not seen, the second from business terms typed by a reader.

Where a text names a finer subject than its heading (set-off under „Zahlung“, delay under „Lieferzeit“), the heading speaks
for the finer one.

## Why the model is no component of the spaCy pipeline

The pipeline (`app/nlp/pipeline.py`) is handed one clause at a time: German clauses that have a text, umlauts restored, a
monstrous one in pieces. A type is a statement about a clause in its document: the headings above it, the clauses and
sections before and after, and the kind of the whole document, which are known only when every clause has been looked at.
It is given to all clauses, headings without a text included, before spaCy is loaded: the model has its own folding and
hashing and needs none of spaCy's tokens. As a component it would score a part of the clauses after they have been
tokenised for the provisions, and the scores would have to be carried back out to the same function as now. So
`app/nlp/clausetypes.py` goes through the clauses one by one itself.
""".splitlines()


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
        *ABOUT,
        "",
        "## Types",
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
