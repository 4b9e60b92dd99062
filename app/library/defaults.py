"""`clause_library/defaults.toml`: what the law says where terms cancel each other out or are silent, by subject.

They ship with the program like the statutory rules: the law is the same for every library. Read with the same care; all mistakes
are shown at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app import paths
from app.library.files import entries_of, open_table, report_repeated
from app.library.model import Status
from app.library.problems import Problems
from app.library.table import Table
from app.models.facts import Audience, ContractKind
from app.models.forms import DefaultRule

_FILE = "defaults.toml"


@cache
def shipped_defaults() -> tuple[DefaultRule, ...]:
    """Those of the program."""
    return load_defaults(paths.clause_library() / _FILE)


def load_defaults(path: Path) -> tuple[DefaultRule, ...]:
    """All entries in the order of the file. Raises ExpectedError FILE_NOT_READABLE or LIBRARY_INVALID."""
    problems = Problems()
    table = open_table(path, path.name, problems)
    rules = entries_of(table, "default", _read) if table else ()
    report_repeated(((path.name, rule.id) for rule in rules), problems)
    problems.raise_if_any()
    return rules


def _read(table: Table) -> DefaultRule:
    rule = DefaultRule(
        id=table.line("id"),
        subject=table.line("subject", required=False),
        de=table.line("de"),
        en=table.line("en"),
        norms=table.texts("norms"),
        as_of=table.day("as_of"),
        source_de=table.line("source_de"),
        source_en=table.line("source_en"),
        status=table.choice("status", Status).value,
        audiences=table.choices("audiences", Audience),
        contract_kinds=table.choices("contract_kinds", ContractKind),
    )
    table.finish()
    return rule
