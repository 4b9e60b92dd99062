"""The loader: what it reads, and that every mistake names file, entry, field and what would be right."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.entries import read_revision
from app.library.loader import load
from app.library.model import Approval, Comparator, Library, PositionRank
from app.library.problems import Problems
from app.library.rulefields import FIELDS
from app.library.table import Table
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective
from app.models.provisions import Duration, Party, ProvisionKind, Unit

TYPES = """
schema = 1
name = "Probe"
[[type]]
id = "payment"
de = "Zahlung"
en = "Payment"
definition_de = "Wann zu zahlen ist."
definition_en = "When payment is due."
[[type]]
id = "termination"
de = "Kündigung"
en = "Termination"
definition_de = "Wie der Vertrag endet."
definition_en = "How the contract ends."
"""

CLAUSE = """
[[clause]]
id = "notice"
title = "Kündigung durch uns"
type = "termination"
perspective = "customer"
audience = ["b2b", "merchants"]
contract_kinds = ["saas"]
governing_law = ["de"]
language = "de"
required = true
version = 2
status = "review"
guidance = "Kurz halten."
comment = "Uns ist ein kurzer Weg lieber."
owner = "Recht"
valid_from = 2026-01-01
valid_to = 2027-12-31
tags = ["frist"]

  [[clause.position]]
  rank = "unacceptable"
  text = "Nie."

  [[clause.position]]
  rank = "preferred"
  text = '''
  Der Kunde kann
  jederzeit kündigen.

  Textform genügt.
  '''
  note = "Zu bestätigen."
  examples = ["Gekündigt wird mit {{Frist}}.", "Ein Brief genügt."]

  [[clause.rule]]
  id = "notice.duration"
  provision = "notice_period"
  field = "duration"
  comparison = "at_most"
  value = { value = 3, unit = "month" }
  severity = "medium"
  message = "long_notice"
  sentence = "Das ist uns zu lang."
  obliged = "customer"
  where = { to = ["end_of_year", "end_of_term"] }
  unless = { to = ["end_of_term"] }

  [[clause.approval]]
  approver = "Leitung Recht"
  severity = "high"
  contract_value = 50000

  [clause.silence]
  effect = "Es gilt das Gesetz."
  norm = "§ 621 BGB"
  good_for = "supplier"
  severity = "low"

  [[clause.legal_basis]]
  norm = "§ 314 BGB"
  as_of = 2026-11-22
"""


def write(folder: Path, clauses: str = CLAUSE, types: str = TYPES, file: str = "termination.toml") -> Path:
    (folder / "de").mkdir(exist_ok=True)
    (folder / "types.toml").write_text(types, "utf-8")
    (folder / "de" / file).write_text("schema = 1\n" + clauses, "utf-8")
    return folder


def loaded(folder: Path, clauses: str = CLAUSE) -> Library:
    return load(write(folder, clauses))


def refused(folder: Path) -> dict[str, str | int | float]:
    with pytest.raises(ExpectedError) as error:
        load(folder)
    assert error.value.code is ErrorCode.LIBRARY_INVALID
    return error.value.params


def test_a_clause_is_read_completely(tmp_path: Path) -> None:
    clause = loaded(tmp_path).clauses[0]
    assert (clause.id, clause.type, clause.perspective) == ("notice", "termination", Perspective.CUSTOMER)
    assert clause.audiences == (Audience.B2B, Audience.MERCHANTS)
    assert clause.contract_kinds == (ContractKind.SAAS,)
    assert clause.laws == (GoverningLaw.DE,)
    assert (clause.required, clause.version, clause.tags) == (True, 2, ("frist",))
    assert clause.silence is not None
    assert (clause.silence.good_for, clause.silence.severity) == (Perspective.SUPPLIER, Severity.LOW)
    assert (clause.legal_basis[0].norm, clause.legal_basis[0].as_of) == ("§ 314 BGB", date(2026, 11, 22))


def test_what_is_said_decided_and_kept_is_read(tmp_path: Path) -> None:
    clause = loaded(tmp_path).clauses[0]
    assert (clause.comment, clause.owner) == ("Uns ist ein kurzer Weg lieber.", "Recht")
    assert (clause.valid_from, clause.valid_to) == (date(2026, 1, 1), date(2027, 12, 31))
    assert clause.approvals == (Approval("Leitung Recht", Severity.HIGH, 50000.0),)


def test_examples_stand_beside_the_wording_they_count_as(tmp_path: Path) -> None:
    preferred, unacceptable = loaded(tmp_path).clauses[0].positions
    assert preferred.wordings[1:] == ("Gekündigt wird mit {{Frist}}.", "Ein Brief genügt.")
    assert unacceptable.wordings == ("Nie.",)


def test_a_rule_is_read_completely(tmp_path: Path) -> None:
    rule = loaded(tmp_path).clauses[0].rules[0]
    assert (rule.provision, rule.field) == (ProvisionKind.NOTICE_PERIOD, "duration")
    assert (rule.comparison, rule.value) == (Comparator.AT_MOST, Duration(3.0, Unit.MONTH))
    assert (rule.severity, rule.message, rule.obliged) == (Severity.MEDIUM, "long_notice", Party.CUSTOMER)
    assert rule.sentence == "Das ist uns zu lang."
    assert rule.where == (("to", ("end_of_year", "end_of_term")),)
    assert rule.unless == (("to", ("end_of_term",)),)


def test_positions_stand_in_order_of_rank(tmp_path: Path) -> None:
    ranks = [p.rank for p in loaded(tmp_path).clauses[0].positions]
    assert ranks == [PositionRank.PREFERRED, PositionRank.UNACCEPTABLE]


def test_line_breaks_are_layout_and_empty_lines_paragraphs(tmp_path: Path) -> None:
    assert loaded(tmp_path).clauses[0].positions[0].text == "Der Kunde kann jederzeit kündigen.\nTextform genügt."


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    write(tmp_path)
    path = tmp_path / "de" / "termination.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load(tmp_path).clauses) == 1


def test_clauses_come_in_order_of_id(tmp_path: Path) -> None:
    second = CLAUSE.replace('"notice"', '"aaa"').replace('"notice.', '"aaa.')
    assert [c.id for c in loaded(tmp_path, CLAUSE + second).clauses] == ["aaa", "notice"]


@pytest.mark.parametrize(("status", "number"), [("draft", 0), ("review", 1), ("approved", 1), ("retired", 0)])
def test_only_clauses_in_force_are_in_the_effective_library(tmp_path: Path, status: str, number: int) -> None:
    clauses = CLAUSE.replace('status = "review"', f'status = "{status}"')
    assert len(loaded(tmp_path, clauses).clauses) == number


def test_the_fingerprint_is_of_the_content_not_of_the_bytes(tmp_path: Path) -> None:
    before = loaded(tmp_path).sha256
    assert loaded(tmp_path, "# Anmerkung\n\n" + CLAUSE.replace("  text", "text")).sha256 == before
    assert loaded(tmp_path, CLAUSE.replace("value = 3", "value = 4")).sha256 != before


def test_a_folder_without_types_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as error:
        load(tmp_path)
    assert error.value.code is ErrorCode.LIBRARY_NOT_FOUND
    assert error.value.params == {"path": str(tmp_path)}


MISTAKES = [
    # what is replaced, by what, field, problem, part of what is allowed, suggestion
    ('title = "Kündigung durch uns"\n', "", "title", "missing", "text", ""),
    ('title = "Kündigung durch uns"', 'title = "  "', "title", "empty", "", ""),
    ('title = "Kündigung durch uns"', 'titel = "x"\ntitle = "x"', "titel", "unknown_key", "title", "title"),
    ('perspective = "customer"', 'perspective = "custmer"', "perspective", "not_allowed", "supplier", "customer"),
    ('audience = ["b2b", "merchants"]', 'audience = "b2b"', "audience", "wrong_type", "list of texts", ""),
    ('audience = ["b2b", "merchants"]', 'audience = ["b2b", 2]', "audience", "wrong_type", "list of texts", ""),
    ('audience = ["b2b", "merchants"]', 'audience = ["b2b", "b2b"]', "audience", "not_allowed", "each once", ""),
    ('audience = ["b2b", "merchants"]', 'audience = ["b2x"]', "audience", "not_allowed", "b2c, b2b, merchants", "b2c"),
    ("required = true", 'required = "yes"', "required", "wrong_type", "true, false", ""),
    ("version = 2", "version = 0", "version", "not_allowed", ">= 1", ""),
    ("version = 2", "version = true", "version", "wrong_type", "whole number", ""),
    ('status = "review"', 'status = "Review"', "status", "not_allowed", "approved", "review"),
    ('type = "termination"', 'type = "terminaton"', "type", "not_allowed", "payment, termination", "termination"),
    ('type = "termination"', 'type = "payment"', "type", "wrong_file", "de/payment.toml", ""),
    ('rank = "preferred"', 'rank = "fallback"', "position", "no_preferred", "", ""),
    ('rank = "preferred"', 'rank = "prefered"', "position 2.rank", "not_allowed", "fallback", "preferred"),
    ('note = "Zu bestätigen."', 'notes = "Zu bestätigen."', "position 2.notes", "unknown_key", "note", "note"),
    ('good_for = "supplier"', 'good_for = "seller"', "silence.good_for", "not_allowed", "supplier", ""),
    ("mit {{Frist}}", "mit {{Frist", "position 2.examples", "placeholder", "{{Name}}", ""),
    ("valid_to = 2027", "valid_to = 1999", "valid_to", "not_allowed", ">= 2026-01-01", ""),
    ('approver = "Leitung Recht"', 'aprover = "Leitung Recht"', "approval 1.approver", "missing", "text", ""),
    ('severity = "high"', 'severity = "highest"', "approval 1.severity", "not_allowed", "high, medium", "high"),
    ("as_of = 2026-11-22", 'as_of = "2026-11-22"', "legal_basis 1.as_of", "wrong_type", "date", ""),
    ('provision = "notice_period"', 'provision = "notice"', "rule 1.provision", "not_allowed", "liability_cap", "notice_period"),
    ('field = "duration"', 'field = "amount"', "rule 1.field", "not_allowed", "duration, to, immediate", ""),
    ('comparison = "at_most"', 'comparison = "one_of"', "rule 1.comparison", "not_allowed", "at_most, at_least", ""),
    ('value = { value = 3, unit = "month" }', "value = 3", "rule 1.value", "wrong_type", "[value]", ""),
    ('value = { value = 3, unit = "month" }', "", "rule 1.value", "missing", "unit", ""),
    ('unit = "month"', 'unit = "months"', "rule 1.value.unit", "not_allowed", "day", "month"),
    ("value = 3,", "value = -3,", "rule 1.value.value", "not_allowed", ">= 0", ""),
    ("value = 3,", "value = true,", "rule 1.value.value", "wrong_type", "number", ""),
    ('obliged = "customer"', 'obliged = "both"', "rule 1.obliged", "not_allowed", "supplier, customer", ""),
    ('where = { to = ["end_of_year"', 'where = { to = ["end_of_yaer"', "rule 1.where.to", "not_allowed", "", "end_of_year"),
    ('where = { to = ["end_of_year"', 'where = { too = ["end_of_year"', "rule 1.where.too", "not_allowed", "to", "to"),
    ('unless = { to = ["end_of_term"]', 'unless = { to = ["end_of_trem"]', "rule 1.unless.to", "not_allowed", "", "end_of_term"),
    ('unless = { to = ["end_of_term"]', 'unless = { tto = ["end_of_term"]', "rule 1.unless.tto", "not_allowed", "to", "to"),
    ('unless = { to = ["end_of_term"]', "unless = { to = []", "rule 1.unless.to", "empty", "", ""),
    ('unless = { to = ["end_of_term"] }', 'unless = ["end_of_term"]', "rule 1.unless", "wrong_type", "[unless]", ""),
    ('message = "long_notice"', 'message = "long_notice"\nlimit = 3', "rule 1.limit", "unknown_key", "value", ""),
    ('comparison = "at_most"', 'comparison = "forbidden"', "rule 1.field", "not_allowed", "nothing", ""),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "field", "problem", "allowed", "suggestion"), MISTAKES)
def test_a_mistake_names_file_entry_field_and_what_is_allowed(
    tmp_path: Path, right: str, wrong: str, field: str, problem: str, allowed: str, suggestion: str
) -> None:
    assert right in CLAUSE
    params = refused(write(tmp_path, CLAUSE.replace(right, wrong, 1)))
    assert (params["file"], params["entry"]) == ("de/termination.toml", "notice")
    assert (params["field"], params["problem"], params["did_you_mean"]) == (field, problem, suggestion)
    assert allowed in str(params["allowed"])


def test_a_party_is_no_matter_for_kinds_without_one(tmp_path: Path) -> None:
    clauses = (
        CLAUSE.replace("notice_period", "payment_term")
        .replace('where = { to = ["end_of_year", "end_of_term"] }', "")
        .replace('unless = { to = ["end_of_term"] }', "")
    )
    params = refused(write(tmp_path, clauses))
    assert (params["field"], params["allowed"]) == ("rule 1.obliged", "nothing")


def test_what_is_required_says_what_silence_means(tmp_path: Path) -> None:
    start, rest = CLAUSE.split("  [clause.silence]")
    params = refused(write(tmp_path, start + rest[rest.index("  [[clause.legal_basis]]") :]))
    assert (params["field"], params["problem"]) == ("silence", "missing")


def test_an_entry_without_id_is_named_by_its_number(tmp_path: Path) -> None:
    params = refused(write(tmp_path, CLAUSE + CLAUSE.replace('id = "notice"\n', "").replace("notice.", "other.")))
    assert (params["entry"], params["field"]) == ("clause 2", "id")


@pytest.mark.parametrize("repeated", ["notice", "notice.duration"])
def test_an_id_is_used_once_in_all_files(tmp_path: Path, repeated: str) -> None:
    other = CLAUSE.replace('"termination"', '"payment"')
    keep = "notice.duration" if repeated == "notice" else "notice"
    write(tmp_path, other.replace(f'"{keep}"', '"other"'), file="payment.toml")
    params = refused(write(tmp_path))
    assert (params["problem"], params["entry"], params["field"]) == ("duplicate_id", repeated, "id")
    assert params["found"] == f"{repeated} (de/payment.toml)"


@pytest.mark.parametrize(("schema", "found"), [("schema = 2", "2"), ("", ""), ('schema = "1"', "1")])
def test_another_schema_is_refused(tmp_path: Path, schema: str, found: str) -> None:
    write(tmp_path)
    (tmp_path / "de" / "termination.toml").write_text(schema + CLAUSE, "utf-8")
    params = refused(tmp_path)
    assert (params["field"], params["problem"], params["found"]) == ("schema", "schema_unknown", found)


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    params = refused(write(tmp_path, "[[clause]]\nid = \n"))
    assert (params["file"], params["problem"]) == ("de/termination.toml", "not_toml")
    assert "line 3" in str(params["found"])


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "de" / "payment.toml").write_bytes("# Zahlung für".encode("cp1252"))
    params = refused(tmp_path)
    assert (params["file"], params["problem"]) == ("de/payment.toml", "not_utf8")


def test_a_file_without_entries_is_told(tmp_path: Path) -> None:
    params = refused(write(tmp_path, ""))
    assert (params["file"], params["field"], params["problem"]) == ("de/termination.toml", "clause", "missing")


def test_mistakes_in_types_are_told(tmp_path: Path) -> None:
    params = refused(write(tmp_path, types=TYPES.replace('de = "Kündigung"', 'de = "Kündigung"\nfr = "Fin"')))
    assert (params["file"], params["entry"], params["field"]) == ("types.toml", "termination", "fr")


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    wrong = CLAUSE.replace('status = "review"', 'status = "done"').replace('title = "Kündigung durch uns"\n', "")
    params = refused(write(tmp_path, wrong, types=TYPES.replace('en = "Payment"\n', "")))
    assert params["count"] == 3
    assert str(params["details"]).splitlines() == [
        "types.toml > payment > en: missing; allowed: text",
        "de/termination.toml > notice > title: missing; allowed: text",
        "de/termination.toml > notice > status: not_allowed; found: done; allowed: draft, review, approved, retired",
    ]


# --- the description of the format --------------------------------------------------------------------------------------


def described(heading: str) -> set[str]:
    """Fields that the table under a heading of the README describes."""
    text = (paths.clause_library() / "README.md").read_text("utf-8")
    section = text.split(f"### `{heading}`", 1)[1].split("\n#", 1)[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return set(re.findall(r"`(\w+)`", " ".join(cells)))


@pytest.mark.parametrize(
    ("heading", "prefix", "place"),
    [
        ("[[clause]]", "", "title"),
        ("[[clause.position]]", "position 1.", "rank"),
        ("[[clause.approval]]", "approval 1.", "approver"),
        ("[clause.silence]", "silence.", "norm"),
        ("[[clause.legal_basis]]", "legal_basis 1.", "norm"),
    ],
)
def test_the_readme_describes_every_field_that_the_loader_knows(
    tmp_path: Path, heading: str, prefix: str, place: str
) -> None:
    """The loader itself lists them when it meets a field it does not know."""
    clauses = re.sub(rf"^( *{place} =)", r"zzz = 1\n\1", CLAUSE, count=1, flags=re.MULTILINE)
    if prefix.startswith("legal"):
        clauses = CLAUSE.replace("  as_of", "  zzz = 1\n  as_of")
    if prefix.startswith("silence"):
        clauses = CLAUSE.replace("  effect", "  zzz = 1\n  effect")
    params = refused(write(tmp_path, clauses))
    assert params["field"] == prefix + "zzz"
    sub_tables = (
        {"position", "rule", "approval", "silence", "legal_basis", "change"} if heading == "[[clause]]" else set()
    )
    assert described(heading) == set(str(params["allowed"]).split(", ")) - sub_tables


def test_the_readme_describes_every_field_of_a_rule_and_of_every_kind_of_provision(tmp_path: Path) -> None:
    params = refused(write(tmp_path, CLAUSE.replace("  message", "  zzz = 1\n  message")))
    kinds = {kind.value for kind in ProvisionKind}
    assert described("[[clause.rule]]") - kinds == set(str(params["allowed"]).split(", "))
    assert kinds <= described("[[clause.rule]]")
    text = (paths.clause_library() / "README.md").read_text("utf-8")
    for kind, fields in FIELDS.items():
        line = next(line for line in text.splitlines() if line.startswith(f"| `{kind}`"))
        assert re.findall(r"`(\w+)`", line.split("|")[3]) == list(fields)


def test_the_readme_describes_every_field_of_a_change() -> None:
    change = {"zzz": 1, "author": "A", "at": datetime(2026, 11, 22, tzinfo=UTC)}
    problems = Problems()
    read_revision(Table({"change": change}, "", "notice", problems))
    allowed = next(p.allowed for p in problems.found if p.field == "change.zzz")
    assert described("[clause.change]") == set(allowed.split(", "))


def test_a_folder_written_as_a_pack_is_a_library_too(tmp_path) -> None:
    folder = tmp_path / "library"
    shutil.copytree(paths.clause_library(), folder)
    file = folder / "de" / "jurisdiction.toml"
    change = '\n  [clause.change]\n  author = "Mia Muster"\n  at = 2026-11-22T15:00:00Z\n  reason = "Sitz verlegt"\n'
    file.write_text(file.read_text("utf-8") + change, "utf-8")
    assert load(folder).clauses == load(paths.clause_library()).clauses
