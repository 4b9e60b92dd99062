"""The default rules that ship: whole, dated, cautious; mistakes in such a file are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.defaults import load_defaults, shipped_defaults
from app.library.loader import load

TYPES = {item.id for item in load(paths.clause_library()).types}
RULES = shipped_defaults()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_names_subject_norm_day_and_source(rule) -> None:
    assert not rule.subject or rule.subject in TYPES
    assert rule.norms
    assert all(re.search(r"§|Art\.", norm) for norm in rule.norms)
    assert rule.source_de
    assert rule.source_en
    assert rule.status == "review"  # nobody has looked it up in an official source
    for sentence in (rule.de, rule.en):
        assert 40 < len(sentence) < 420
        assert sentence.endswith(".")


def test_there_is_one_for_colliding_terms_and_one_for_most_subjects() -> None:
    assert {rule.audiences for rule in RULES if not rule.subject} != set()
    assert len({rule.subject for rule in RULES if rule.subject}) >= 25


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "kollision-b2c"', 'id = "kollision-b2b"'),
        ("as_of = 2026-11-22", 'as_of = "gestern"'),
        ('\nstatus = "review"', '\nstatus = "sicher"'),
        ("norms =", "normen ="),
    ],
)
def test_a_mistake_is_told(old: str, new: str, tmp_path: Path) -> None:
    text = (paths.clause_library() / "defaults.toml").read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "defaults.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ExpectedError) as error:
        load_defaults(file)
    assert error.value.code is ErrorCode.LIBRARY_INVALID
