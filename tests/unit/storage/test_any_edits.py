"""Any sequence of edits keeps all versions and ends where the last says: the database against a model of a few lines."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.errors import ErrorCode, ExpectedError
from app.library.lifecycle import in_force
from app.library.model import Revision, Status
from app.storage.librarystore import Draft, LibraryStore
from tests.unit.storage.libraries import NOON, Clock, clause, made

IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["Erst.", "Dann.", "Kündigung.", "Zuletzt."])
STATUSES = st.sampled_from(Status)
AUTHORS = st.sampled_from(["Anna", "Bert", ""])


class Edits(RuleBasedStateMachine):
    """The model: for each clause its versions with the time they came in, its draft; reopened now and then."""

    @initialize()
    def begin(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._clock = Clock()
        self.store = made(Path(self._folder.name), clock=self._clock)
        self.versions: dict[str, list[Revision]] = {}
        self.recorded: dict[str, list[datetime]] = {}
        self.drafts: dict[str, Draft] = {}
        self._hours = count(1)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self._folder.cleanup()

    # --- edits

    @rule(identifier=IDS, text=TEXTS, status=STATUSES, author=AUTHORS)
    def save(self, identifier: str, text: str, status: Status, author: str) -> None:
        base, at = self._base(identifier), self._later()
        written = clause(identifier, text=text, status=status)
        made = self.store.save(written, base=base, author=author, reason=text, at=at)
        self._came(Revision(replace(written, version=base + 1), author, at, text), made)
        self.drafts.pop(identifier, None)

    @precondition(lambda self: self.versions)
    @rule(data=st.data(), status=STATUSES, author=AUTHORS)
    def set_status(self, data: st.DataObject, status: Status, author: str) -> None:
        identifier, at = data.draw(st.sampled_from(sorted(self.versions))), self._later()
        base = self._base(identifier)
        made = self.store.set_status(identifier, status, base=base, author=author, reason="", at=at)
        last = replace(self.versions[identifier][-1].clause, version=base + 1, status=status)
        self._came(Revision(last, author, at), made)

    @precondition(lambda self: self.versions)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        identifier, at = data.draw(st.sampled_from(sorted(self.versions))), self._later()
        old = data.draw(st.sampled_from(self.versions[identifier]))
        base = self._base(identifier)
        made = self.store.save(old.clause, base=base, author="Anna", reason="zurück", at=at)
        self._came(Revision(replace(old.clause, version=base + 1), "Anna", at, "zurück"), made)
        self.drafts.pop(identifier, None)

    @rule(identifiers=st.lists(IDS, max_size=3), text=TEXTS, number=st.integers(1, 9), status=STATUSES)
    def bring_in(self, identifiers: list[str], text: str, number: int, status: Status) -> None:
        at, theirs = self._later(), NOON - timedelta(days=number)
        brought = [
            Revision(clause(name, text=text, version=number, status=status), "Weber", theirs, "")
            for name in identifiers
        ]
        made = self.store.bring_in(brought, origin="pack:Team", at=at)
        for revision, stored in zip(brought, made, strict=True):
            next_number = self._base(revision.clause.id) + 1 if revision.clause.id in self.versions else number
            self._came(replace(revision, clause=replace(revision.clause, version=next_number)), stored)

    @rule(identifier=IDS, text=TEXTS)
    def keep_draft(self, identifier: str, text: str) -> None:
        self.drafts[identifier] = Draft(identifier, self._base(identifier), {"title": text}, self._later(), "Anna")
        self.store.keep_draft(self.drafts[identifier])

    @rule(identifier=IDS)
    def drop_draft(self, identifier: str) -> None:
        self.drafts.pop(identifier, None)
        self.store.drop_draft(identifier)

    @rule(identifier=IDS, text=TEXTS, missed=st.integers(1, 2))
    def save_without_having_seen_the_last(self, identifier: str, text: str, missed: int) -> None:
        base = max(0, self._base(identifier) - missed)
        if base == self._base(identifier):
            return
        with pytest.raises(ExpectedError) as refused:
            self.store.save(clause(identifier, text=text), base=base, author="Bert", reason="", at=NOON)
        assert refused.value.code is ErrorCode.LIBRARY_CHANGED

    @rule(identifier=IDS)
    def fail_in_the_middle(self, identifier: str) -> None:
        with pytest.raises(ZeroDivisionError):
            self._block_that_fails(identifier)

    def _block_that_fails(self, identifier: str) -> None:
        with self.store.writing():
            self.store.bring_in([Revision(clause(identifier))], origin="", at=NOON)
            self.store.drop_draft(identifier)
            raise ZeroDivisionError

    @rule()
    def open_again(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = LibraryStore(path, clock=self._clock)

    # --- what must hold

    @invariant()
    def every_version_is_there(self) -> None:
        if hasattr(self, "store"):
            assert {
                name: list(self.store.versions(name)) for name in "abc" if self.store.versions(name)
            } == self.versions
            assert {name: list(self.store.recorded(name)) for name in self.versions} == self.recorded

    @invariant()
    def lists_and_search_show_the_last_version(self) -> None:
        if not hasattr(self, "store"):
            return
        assert self.store.ours() == {name: versions[-1] for name, versions in sorted(self.versions.items())}
        shown = {e.id: (e.version, e.status, e.in_force, e.has_draft, e.author, e.at) for e in self.store.entries()}
        assert shown == {name: self._shown(name) for name in self.versions}
        found = [name for name, versions in self.versions.items() if "gung" in versions[-1].clause.positions[0].text]
        assert sorted(self.store.search("KUENDIGUNG")) == sorted(found)

    @invariant()
    def drafts_are_as_kept(self) -> None:
        if hasattr(self, "store"):
            assert {draft.clause: draft for draft in self.store.drafts()} == self.drafts

    @invariant()
    def in_force_is_what_was_recorded_by_then(self) -> None:
        if not hasattr(self, "store"):
            return
        times = sorted({at for recorded in self.recorded.values() for at in recorded})
        for at in times[-3:]:
            assert list(self.store.library(at).clauses) == self._in_force(at)
        assert list(self.store.library().clauses) == self._in_force(self._clock.now)

    # --- the model

    def _came(self, expected: Revision, stored: Revision) -> None:
        assert stored == expected
        self.versions.setdefault(expected.clause.id, []).append(expected)
        self.recorded.setdefault(expected.clause.id, []).append(self._clock.now)

    def _shown(self, name: str) -> tuple[object, ...]:
        last, effective = self.versions[name][-1], in_force(self.versions[name])
        number = effective.clause.version if effective else None
        return last.clause.version, last.clause.status, number, name in self.drafts, last.author, last.at

    def _in_force(self, at: datetime) -> list[object]:
        found = []
        for name in sorted(self.versions):
            seen = [v for v, came in zip(self.versions[name], self.recorded[name], strict=True) if came <= at]
            effective = in_force(seen)
            found += [effective.clause] if effective else []
        return found

    def _base(self, name: str) -> int:
        return self.versions[name][-1].clause.version if name in self.versions else 0

    def _later(self) -> datetime:
        return NOON + timedelta(hours=next(self._hours))


Edits.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestAnyEdits = Edits.TestCase
