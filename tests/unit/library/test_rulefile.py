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


@pytest.mark.parametrize("phrase", ["(haftung", "haftung .. ", "haf#tung", "(a ... b|c)", "haftung " * LONGEST])
def test_a_phrase_that_the_grammar_does_not_allow_is_told_when_the_pack_is_read(phrase: str, tmp_path: Path) -> None:
    folder = tmp_path / "de"
    folder.mkdir()
    shutil.copy(SHIPPED.parents[1] / "pack.toml", tmp_path)
    text = SHIPPED.read_text(encoding="utf-8")
    (folder / "eigene.toml").write_text(text.replace("  all = [", f'  all = ["{phrase}", ', 1), encoding="utf-8")
    problems = Problems()
    load_rules(tmp_path, frozenset(t.id for t in load(paths.clause_library()).types), problems)
    with pytest.raises(ExpectedError) as told:
        problems.raise_if_any()
    params = told.value.params
    assert (params["field"], params["problem"]) == ("words 1.all", "not_allowed")
    assert "eigene.toml" in str(params["file"])
