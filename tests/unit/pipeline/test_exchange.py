"""Clauses in and out of the library: what was offered is what comes in, and nothing that nobody has seen is replaced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ErrorCode, ExpectedError
from app.library.merging import Choice
from app.library.model import Revision
from app.library.packs import Pack, write_pack
from app.pipeline import exchange
from app.pipeline.exchange import Announcement, Offer, announcement, news_of, offer_of, starter_offer, take
from app.storage.libraryreader import LibraryReader
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


# --- watched folders


def _share(folder: Path, *texts: str) -> Path:
    """A watched folder with a clause for each text."""
    clauses = (clause(f"c{number}", text) for number, text in enumerate(texts))
    write_pack(Pack("Team", TYPES, tuple(map(Revision, clauses))), folder / "share")
    return folder / "share"


def _counts(folder: Path) -> list[int]:
    return [found.count for found in _subscribed(folder)]


def _subscribed(folder: Path) -> list[Announcement]:
    library = folder / "library.sqlite"
    with LibraryReader(library) as store:
        found = [announcement(library, known.path, known.name) for known in store.subscriptions()]
    return [told for told in found if told is not None]


def test_a_watched_folder_announces_what_is_new_until_it_is_answered(tmp_path: Path) -> None:
    share = _share(tmp_path, "Eins.", "Zwei.")
    with made(tmp_path, clause("c0", "Eins.")) as store:
        store.subscribe(share, "Team", NOON)
        assert _counts(tmp_path) == [1]
        take(store, news_of(share, store.path), {"c1": Choice.THEIRS}, NOON)
        assert _counts(tmp_path) == []
        _share(tmp_path, "Eins, geändert.", "Zwei.")
        assert _counts(tmp_path) == [1]
        take(store, news_of(share, store.path), {"c0": Choice.OURS}, NOON)
        assert _counts(tmp_path) == []
        assert _texts(store, "c0") == ["Eins."]
        save(store, clause("c0", "Unseres."))
        _share(tmp_path, "Eins, nochmals.", "Zwei.")
        assert [pair.id for pair in news_of(share, store.path).merge.conflicts] == ["c0"]


def test_a_folder_that_is_gone_or_broken_is_told_and_keeps_no_other_from_being_looked_at(tmp_path: Path) -> None:
    share = _share(tmp_path, "Eins.")
    with made(tmp_path) as store:
        store.subscribe(tmp_path / "gone", "Weg", NOON)
        store.subscribe(share, "Team", NOON)
        assert [(a.count, a.error and a.error.code) for a in _subscribed(tmp_path)] == [
            (0, ErrorCode.PACK_NOT_FOUND),
            (1, None),
        ]
        (share / "types.toml").write_text("kaputt")
        assert [a.error and a.error.code for a in _subscribed(tmp_path)] == [
            ErrorCode.PACK_NOT_FOUND,
            ErrorCode.PACK_INVALID,
        ]


def test_what_has_left_a_watched_folder_is_named(tmp_path: Path) -> None:
    share = _share(tmp_path, "Eins.", "Zwei.")
    with made(tmp_path) as store:
        store.subscribe(share, "Team", NOON)
        take(store, news_of(share, store.path), {"c0": Choice.THEIRS, "c1": Choice.THEIRS}, NOON)
        _share(tmp_path, "Eins.")
        assert news_of(share, store.path).gone == ("c1",)
        assert _texts(store, "c1") == ["Zwei."], "nothing is taken away"


def test_a_folder_that_is_watched_no_more_is_not_found(tmp_path: Path) -> None:
    with made(tmp_path) as store, pytest.raises(ExpectedError) as refused:
        news_of(_share(tmp_path, "Eins."), store.path)
    assert refused.value.code is ErrorCode.PACK_NOT_FOUND


# --- the starter library


def test_a_new_starter_library_is_offered_until_all_of_it_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Pack("Grundbestand", TYPES, (Revision(clause("a", "Neu.")), Revision(clause("b", "Auch neu."))))
    monkeypatch.setattr(exchange, "starter_pack", lambda: new)
    monkeypatch.setattr(exchange, "starter_digest", lambda: "of the next version")
    with made(tmp_path, clause("a", "Alt.")) as store:
        offer = starter_offer(store.path)
        assert offer is not None
        assert sorted(offer.merge.offered) == ["a", "b"]
        assert take(store, offer, {"b": Choice.OURS}, NOON) == 0
        again = starter_offer(store.path)
        assert again is not None
        assert sorted(again.merge.offered) == ["a"], "b was answered"
        take(store, again, {"a": Choice.THEIRS}, NOON)
        assert _texts(store, "a") == ["Alt.", "Neu."]
        assert starter_offer(store.path) is None
