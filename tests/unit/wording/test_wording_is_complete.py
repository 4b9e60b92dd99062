"""Every code a reader may meet has words in both languages."""

from __future__ import annotations

import re
import string
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

import app
from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.model import Comparator, PositionRank, Status
from app.library.problems import ProblemCode
from app.library.rulefields import FIELDS
from app.models.analysis import FindingKind, Outcome, Severity
from app.models.decisions import Verdict
from app.models.facts import Audience, ContractKind, DealFacts, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.models.provisions import Party, ProvisionKind, Unit
from app.models.source import IgnoredReason, ImportNote
from app.wording import approvals, commandline, errors, imports, matches, progress, report, rules, sentences
from app.wording.errors import bug_sentence, error_sentence
from app.wording.imports import note_sentence
from app.wording.lang import LANGS, Lang, Pair
from app.wording.progress import progress_sentence
from app.wording.terms import TERMS, term
from tests.plain import plain

ENUMS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("provision_kind", ProvisionKind),
    ("severity", Severity),
    ("outcome", Outcome),
    ("finding_kind", FindingKind),
    ("party", Party),
    ("perspective", Perspective),
    ("user_of_terms", UserOfTerms),
    ("audience", Audience),
    ("governing_law", GoverningLaw),
    ("contract_kind", ContractKind),
    ("fact_source", FactSource),
    ("unit", Unit),
    ("unit_plural", Unit),
    ("position", PositionRank),
    ("status", Status),
    ("comparison", Comparator),
    ("ignored_reason", IgnoredReason),
    ("library_problem", ProblemCode),
    ("verdict", Verdict),
)

FACTS = tuple(DealFacts.__dataclass_fields__)

CODES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("fact", FACTS),
    ("need", (*FACTS, "obliged", "complete_text", "exchange_rate", "calendar")),
    (
        "check_reason",
        (
            *("none_found", "other_party", "condition_not_met", "facts_missing", "value_missing", "direction_unknown"),
            *("text_incomplete", "other_currency", "units_not_comparable", "silence_is_harmless"),
            *("perspective", "audience", "governing_law", "contract_kind"),
        ),
    ),
    (
        "not_analysed_reason",
        (
            *("preamble", "title", "table_of_contents", "signature", "surroundings", "form", "language", "unread_page"),
            "no_reference",
        ),
    ),
    ("relation", ("exact", "near", "ceiling_of", "max_of", "min_of", "alternative")),
    ("language", ("de", "en", "other", "und")),
    ("of", ("price", "remuneration", "annual_fee", "quarterly_fee", "monthly_fee")),
    ("fault", ("intent", "gross_negligence", "slight_negligence")),
    ("damage", ("indirect", "lost_profit", "data_loss", "pure_economic_loss", "property", "delay")),
    (
        "carve_out",
        (
            *("intent", "gross_negligence", "life_body_health", "guarantee", "product_liability"),
            *("essential_duties", "fraudulent_concealment"),
        ),
    ),
)

CODES_OF_ENUMS = tuple((group, tuple(member.value for member in enum)) for group, enum in ENUMS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("group", "codes"), CODES_OF_ENUMS + CODES)
def test_every_code_has_a_label(group: str, codes: tuple[str, ...], lang: Lang) -> None:
    missing = [code for code in codes if code not in TERMS[group]]
    assert not missing
    assert all(term(group, code, lang).strip() for code in codes)


@pytest.mark.parametrize("field", sorted({name for fields in FIELDS.values() for name in fields}))
def test_every_part_of_a_value_has_a_label(field: str) -> None:
    assert field in TERMS["value_part"]


@pytest.mark.parametrize("field", ["basis", "per", "to", "subject"])
def test_every_word_the_library_may_use_has_a_label(field: str) -> None:
    words = {word for fields in FIELDS.values() if field in fields for word in fields[field].words}
    assert words
    assert words <= set(TERMS[field])


def test_clause_types_are_named_as_in_the_library() -> None:
    types = tomllib.loads((paths.clause_library() / "types.toml").read_text("utf-8"))["type"]
    shipped = {entry["id"]: (entry["de"], entry["en"]) for entry in types}
    assert {code: TERMS["clause_type"].get(code) for code in shipped} == shipped


def test_every_message_of_the_shipped_library_has_a_title_and_an_explanation() -> None:
    messages = set()
    for file in sorted((paths.clause_library() / "de").glob("*.toml")):
        for clause in tomllib.loads(file.read_text("utf-8")).get("clause", []):
            messages |= {rule["message"] for rule in clause.get("rule", [])}
    assert messages
    assert not messages - set(rules.RULES)


ALL_TABLES: tuple[tuple[str, dict[str, Pair]], ...] = (
    ("errors", dict(errors._SENTENCES)),
    ("imports", dict(imports._SENTENCES)),
    ("progress", dict(progress._SENTENCES)),
    ("report", dict(report.PHRASES)),
    ("command line", dict(commandline._TEXTS)),
    ("titles", {**sentences.TITLES, **sentences.TITLES_BY_COMPARISON}),
    ("findings", {**sentences.OWN, **sentences.BY_COMPARISON, **sentences.EXTRAS}),
    ("approvals", {"heading": approvals.HEADING, "condition": approvals.CONDITION}),
    ("matches", {**matches.HEADS, **matches.REASONS}),
    ("rule titles", {code: rule.title for code, rule in rules.RULES.items()}),
    ("rule sentences", {code: rule.explanation for code, rule in rules.RULES.items()}),
)


@pytest.mark.parametrize(("name", "table"), ALL_TABLES, ids=[name for name, _ in ALL_TABLES])
def test_both_languages_say_something_and_use_the_same_parameters(name: str, table: dict[str, Pair]) -> None:
    assert table
    for code, (german, english) in table.items():
        assert german.strip(), code
        assert english.strip(), code
        assert _parameters(german) == _parameters(english), code


def _parameters(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ErrorCode)
def test_every_error_has_a_sentence(code: ErrorCode, lang: Lang) -> None:
    sentence = error_sentence(ExpectedError(code, _GIVEN), lang)
    assert sentence.endswith(".")
    assert "…" not in sentence


_GIVEN: dict[str, str | int | float] = {
    "clause": "notice",
    "size": 123_456_789,
    "limit": 1_000_000,
    "pages": 3000,
    "format": "DOC",
    "path": "/x",
    "backups": "/x/backups",
    "holder": "Mia Muster, 22.11.2026, 15:04 Uhr",
    "version": 7,
    "author": "Mia Muster",
    "file": "de/haftung.toml",
    "entry": "haftung",
    "field": "severity",
    "problem": "not_allowed",
    "found": "hoch",
    "allowed": "high, low",
}


def test_a_mistake_in_the_library_names_file_entry_and_field_and_what_would_be_right() -> None:
    sentence = error_sentence(ExpectedError(ErrorCode.LIBRARY_INVALID, _GIVEN), "de")
    for part in ("de/haftung.toml", "› haftung", "› severity", "nicht erlaubt", "gefunden: hoch", "erlaubt: high, low"):
        assert part in sentence


def test_sizes_of_files_are_given_in_megabytes() -> None:
    sentence = plain(error_sentence(ExpectedError(ErrorCode.FILE_TOO_LARGE, _GIVEN), "de"))
    assert "123,5 MB" in sentence
    assert "1 MB" in sentence


def test_long_texts_are_measured_in_characters_and_not_in_megabytes() -> None:
    params: dict[str, str | int | float] = {"size": 6_000_000, "limit": 5_000_000, "unit": "characters"}
    assert "6.000.000 Zeichen" in error_sentence(ExpectedError(ErrorCode.FILE_TOO_LARGE, params), "de")


@pytest.mark.parametrize("lang", LANGS)
def test_a_bug_is_admitted_in_every_language(lang: Lang) -> None:
    assert bug_sentence(lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "code", ["reading_page", "reading", "segmenting", "understanding", "evaluating", "rendering", "done"]
)
def test_every_progress_code_has_a_sentence(code: str, lang: Lang) -> None:
    assert "…" not in progress_sentence(code, {"page": 3, "pages": 10}, lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", sorted(imports._SENTENCES))
def test_every_import_note_has_a_sentence(code: str, lang: Lang) -> None:
    params = {name: 3 for name in _parameters(imports._SENTENCES[code][0]) if name}
    assert "…" not in note_sentence(ImportNote(code, params), lang)


def test_every_note_named_in_the_importers_has_a_sentence() -> None:
    package = Path(app.__file__).parent
    sources = "".join(file.read_text("utf-8") for file in sorted((package / "importing").rglob("*.py")))
    named = set(re.findall(r'ImportNote\(\s*"(\w+)"', sources))
    assert "name_mismatch" in named
    assert named <= set(imports._SENTENCES)


def test_a_note_takes_its_page_from_the_note_itself() -> None:
    assert "Seite 7" in note_sentence(ImportNote("page_without_text", {}, 7), "de")


@pytest.mark.parametrize("unit", ["rows", "cells", "sheets", "characters", "elements", "paragraphs"])
def test_what_a_table_or_list_has_too_many_of_is_counted_and_not_weighed(unit: str) -> None:
    error = ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": 20_001, "limit": 20_000, "unit": unit})
    assert "kB" not in error_sentence(error, "de")
