"""Clauses in and out of the library: what was offered is what comes in, and nothing that nobody has seen is replaced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ErrorCode, ExpectedError
from app.library.merging import Choice
from app.library.model import Revision
from app.library.packs import Pack, write_pack
from app.pipeline.exchange import Offer, offer_of, take
from app.storage.librarystore import LibraryStore
from tests.unit.storage.libraries import NOON, TYPES, clause, made, save

_THEIRS = clause(text="Wir zahlen binnen 60 Tagen.")


def _offer(folder: Path, theirs: Revision) -> Offer:
    write_pack(Pack("Team", TYPES, (theirs,)), folder / "team.toml")
    return offer_of(folder / "team.toml", folder / "library.sqlite")


def _texts(store: LibraryStore, identifier: str = "notice") -> list[str]:
    return [version.clause.positions[0].text for version in store.versions(identifier)]


def test_what_was_chosen_comes_in(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        assert take(store, _offer(tmp_path, Revision(_THEIRS)), {"notice": Choice.THEIRS}, NOON) == 1
        assert _texts(store) == ["Wir zahlen binnen 30 Tagen.", "Wir zahlen binnen 60 Tagen."]
        assert not _offer(tmp_path, Revision(_THEIRS)).merge.offered


@pytest.mark.parametrize("choice", [Choice.THEIRS, Choice.BOTH])
def test_what_was_changed_here_meanwhile_is_not_replaced_unseen(tmp_path: Path, choice: Choice) -> None:
    with made(tmp_path, clause()) as store:
        offer = _offer(tmp_path, Revision(_THEIRS))
        save(store, clause(text="Inzwischen."))
        if choice is Choice.BOTH:
            save(store, clause("notice-2", text="Inzwischen."))  # the id that theirs would have got
        before = store.revision()
        with pytest.raises(ExpectedError) as refused:
            take(store, offer, {"notice": choice}, NOON)
        assert (refused.value.code, store.revision()) == (ErrorCode.OFFER_OUTDATED, before)
        assert store.marks(offer.key) == {}


def test_an_offer_is_taken_once(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        offer = _offer(tmp_path, Revision(replace(_THEIRS, id="new")))
        take(store, offer, {"new": Choice.THEIRS}, NOON)
        with pytest.raises(ExpectedError):
            take(store, offer, {"new": Choice.THEIRS}, NOON)
        assert len(store.versions("new")) == 1


def test_what_stays_ours_does_not_mind_a_change(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        offer = _offer(tmp_path, Revision(_THEIRS))
        save(store, clause(text="Inzwischen."))
        assert take(store, offer, {"notice": Choice.OURS}, NOON) == 0
        assert not _offer(tmp_path, Revision(_THEIRS)).merge.offered
