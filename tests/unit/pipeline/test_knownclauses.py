"""What the library has on a wording is read once and again after each change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.models.facts import Perspective
from app.pipeline.knownclauses import Question, look_up
from app.pipeline.libraries import create_user_library
from app.storage.libraryreader import LibraryReader
from app.storage.librarystore import LibraryStore

AT = datetime(2026, 11, 22, tzinfo=UTC)
NOTICE = "termination-customer-b2b-own"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    create_user_library(path).close()
    return path


def _question(text: str) -> Question:
    return Question(text, frozenset({"termination"}), Perspective.CUSTOMER)


def _wording(library: Path) -> str:
    with LibraryReader(library) as store:
        return store.last(NOTICE).clause.positions[0].text


def test_the_nearest_of_the_subject_and_side_stands_first(library: Path) -> None:
    answer = look_up(library, _question(_wording(library)))
    assert answer.references[0].id == answer.near[0].reference == NOTICE
    kinds = [one.type == "termination" for one in answer.references]
    assert kinds == sorted(kinds, reverse=True)


def test_the_clauses_are_read_once_until_one_changes(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = _question(_wording(library))
    look_up(library, question)
    with monkeypatch.context() as without:
        without.delattr(LibraryReader, "ours")
        assert look_up(library, question).near[0].title != "Neu"
    with LibraryStore(library) as store:
        last = store.last(NOTICE).clause
        store.save(replace(last, title="Neu"), base=last.version, author="Anna", reason="Weil.", at=AT)
    assert look_up(library, question).near[0].title == "Neu"
