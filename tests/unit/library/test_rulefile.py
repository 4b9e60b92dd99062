"""Mistakes in a rule pack are told when it is read, with file, rule and field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app import paths
from app.errors import ExpectedError
from app.library.loader import load
from app.library.phrases import LONGEST
from app.library.problems import Problems
from app.library.rulepack import load_rules

SHIPPED = paths.clause_library() / "rules/de/prodhaft.toml"


def told(old: str, new: str, folder: Path) -> dict[str, object]:
    """What is said of the shipped rules with `new` in place of the first `old`."""
    (folder / "de").mkdir()
    shutil.copy(SHIPPED.parents[1] / "pack.toml", folder)
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    (folder / "de/eigene.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = Problems()
    load_rules(folder, frozenset(t.id for t in load(paths.clause_library()).types), problems)
    with pytest.raises(ExpectedError) as error:
        problems.raise_if_any()
    assert error.value.params["file"] == "rules/de/eigene.toml"
    return dict(error.value.params)


@pytest.mark.parametrize("phrase", ["(haftung", "haftung .. ", "haf#tung", "(a ... b|c)", "*", "haftung " * LONGEST])
def test_a_phrase_that_the_grammar_does_not_allow_is_told_when_the_pack_is_read(phrase: str, tmp_path: Path) -> None:
    params = told("  all = [", f'  all = ["{phrase}", ', tmp_path)
    assert (params["field"], params["problem"]) == ("words 1.all", "phrase")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("  [[rule.words]]", '  [[rule.words]]\n  types = ["unbekannt"]', "words 1.types"),
        ('topic = "', 'topic = "un', "topic"),
        ("  [[rule.test]]", '  [[rule.test]]\n  facts = { audience = "zzz" }', "test 1.facts.audience"),
        ("  [[rule.test]]", '  [[rule.test]]\n  facts = { as_of = "gestern" }', "test 1.facts.as_of"),
        ("valid_to =", "valid_from = 2099-01-01\nvalid_to =", "valid_to"),
    ],
)
def test_a_value_that_there_is_not_is_told(old: str, new: str, field: str, tmp_path: Path) -> None:
    params = told(old, new, tmp_path)
    assert (params["field"], params["problem"]) == (field, "not_allowed")
