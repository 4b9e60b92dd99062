"""Cases: they reopen as left, lose no decision, and leave nothing behind when they are deleted."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import __version__
from app.errors import ErrorCode, ExpectedError
from app.library.loader import load
from app.models.analysis import Analysis, LibraryStamp, MatchRank, PositionMatch, Severity
from app.models.decisions import Decision, Verdict
from app.models.facts import Audience, Fact, FactSource
from app.models.reading import Correction, Reading
from app.paths import clause_library
from app.pipeline.stages import evaluate
from app.settings import Keep
from app.storage import casestore
from app.storage.caseschema import MIGRATIONS
from app.storage.casestore import CaseStore
from app.storage.database import back_up, backups_of
from app.storage.decided import handle_of
from app.storage.erasing import empty_log
from tests.unit.storage.analysedsamples import NAMES, analysed

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAMPLE, OTHER = NAMES[0], NAMES[2]
DATA = b"%PDF Einzigartwort " * 1000
FILE = Path("/home/anna/Vertrag.pdf")


class Clock:
    """Stands still until told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "cases.sqlite"


@pytest.fixture
def store(path, clock):
    with CaseStore(path, clock=clock) as opened:
        yield opened


def keep(store: CaseStore, name: str = SAMPLE, data: bytes | None = DATA, title: str = "Vertrag", at=NOW) -> str:
    return store.store(analysed(name), path=FILE, data=data, title=title, at=at)


def decision(finding, analysis: Analysis, verdict: Verdict | None = Verdict.NEGOTIATE, **more) -> Decision:
    handle = handle_of(finding, analysis.reading)
    return Decision(finding.anchor, verdict, "Anna", NOW, **asdict(handle), **more)


def expected(call, *args, **options) -> ErrorCode:
    with pytest.raises(ExpectedError) as caught:
        call(*args, **options)
    return caught.value.code


# --- as it was left


def test_a_case_reopens_as_it_was_left(store, path):
    analysis = analysed(SAMPLE)
    case = keep(store)
    made = decision(analysis.findings[0], analysis, note="Bitte streichen", severity=Severity.LOW, reason="klein")
    store.decide(case, made)
    store.correct(case, [Correction("merge", "a1", place="§ 1 Geltung"), Correction("type", "a2", "liability")])
    store.remember(case, {"page": 3, "zoom": 1.5, "finding": "f0002"})
    store.close()
    with CaseStore(path) as again:
        opened = again.open(case)
    assert opened.analysis == analysis
    assert opened.reading is opened.analysis.reading
    assert opened.facts == analysis.facts
    assert opened.data == DATA
    assert opened.problem is None
    assert opened.log == (made,)
    assert opened.decided == {made.anchor: made}
    assert opened.orphans == ()
    assert opened.corrections == (Correction("merge", "a1"), Correction("type", "a2", "liability"))
    assert [correction.place for correction in opened.corrections] == ["§ 1 Geltung", ""]
    assert opened.entry.as_left == {"page": 3, "zoom": 1.5, "finding": "f0002"}
    assert opened.entry.path == FILE
    assert (opened.entry.library, opened.entry.rules) == (analysis.library, analysis.rules)
    assert opened.entry.program == __version__


def test_only_path_and_fingerprint_are_kept_if_the_user_wants_so(store):
    opened = store.open(keep(store, data=None))
    assert opened.data is None
    assert opened.entry.kept is Keep.PATH
    assert opened.entry.sha256 == analysed(SAMPLE).reading.source.sha256


def test_the_bytes_go_when_the_user_no_longer_wants_them_kept(store):
    keep(store)
    assert store.open(keep(store, data=None)).data is None


def test_the_bytes_that_are_no_longer_wanted_are_in_no_file(store, path):
    keep(store)
    keep(store, data=None)
    assert not any(b"Einzigartwort" in file.read_bytes() for file in path.parent.iterdir() if file.is_file())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are texts")
def test_a_file_whose_name_is_no_text_is_a_case_too(store):
    file = Path(os.fsdecode(b"/tmp/Vertr\xe4ge.pdf"))
    case = store.store(analysed(SAMPLE), path=file, data=None, title=file.stem, at=NOW)
    assert store.entry(case).path == file
    assert store.entry(case).title == "Vertr\\udce4ge"


def test_the_same_document_is_the_same_case(store, clock):
    first = keep(store, title=SAMPLE)
    store.decide(first, decision(analysed(SAMPLE).findings[0], analysed(SAMPLE)))
    store.remember(first, {"page": 2})
    second = keep(store, title="Neuer Titel", at=NOW + timedelta(days=1))
    assert first == second == store.case_of(analysed(SAMPLE).reading.source.sha256)
    (entry,) = store.cases()
    assert (entry.title, entry.decided, entry.as_left) == ("Neuer Titel", 1, {"page": 2})
    assert (entry.created, entry.opened) == (NOW, NOW + timedelta(days=1))


def test_an_unknown_document_has_no_case(store):
    assert store.case_of("0" * 64) is None


def test_cases_are_listed_last_opened_first(store, clock):
    first = keep(store)
    second = keep(store, OTHER, title="Anderer", at=NOW + timedelta(hours=1))
    assert [entry.id for entry in store.cases()] == [second, first]
    clock.now = NOW + timedelta(hours=2)
    store.open(first)
    assert [entry.id for entry in store.cases()] == [first, second]


def test_a_case_in_the_list_says_what_was_found(store):
    keep(store)
    (entry,) = store.cases()
    findings = analysed(SAMPLE).findings
    assert entry.findings == len(findings) > 0
    assert entry.worst is min((f.severity for f in findings), key=lambda s: s.rank)
    assert entry.name == SAMPLE


def test_a_case_without_findings_has_no_worst(store):
    analysis = replace(analysed(SAMPLE), findings=())
    case = store.store(analysis, path=FILE, data=None, title="x", at=NOW)
    assert store.entry(case).worst is None


def test_a_new_analysis_of_the_same_reading_takes_the_place_of_the_old(store):
    case = keep(store)
    facts = replace(analysed(SAMPLE).facts, audience=Fact(Audience.B2C, FactSource.USER))
    again = evaluate(analysed(SAMPLE).reading, load(clause_library()), facts)
    store.evaluated(case, replace(again, library=LibraryStamp("Neu", "1" * 64)), at=NOW)
    opened = store.open(case)
    assert opened.facts == opened.analysis.facts == again.facts
    assert opened.entry.library == LibraryStamp("Neu", "1" * 64)
    assert opened.data == DATA


def test_a_case_can_be_renamed(store):
    case = keep(store)
    store.rename(case, "Müller")
    assert store.entry(case).title == "Müller"


def test_a_case_that_was_renamed_keeps_its_title_when_its_document_is_read_again(store):
    case = keep(store, title=SAMPLE)
    store.rename(case, "Müller")
    keep(store, title=SAMPLE)
    assert store.entry(case).title == "Müller"


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.open("none"),
        lambda store: store.entry("none"),
        lambda store: store.remember("none", {}),
        lambda store: store.rename("none", "x"),
        lambda store: store.correct("none", []),
        lambda store: store.decide("none", Decision("a", Verdict.ACCEPT, "Anna", NOW)),
        lambda store: store.evaluated("none", analysed(SAMPLE), at=NOW),
    ],
    ids=["open", "entry", "remember", "rename", "correct", "decide", "evaluated"],
)
def test_a_case_that_is_gone_is_an_expected_error(store, ask):
    assert expected(ask, store) is ErrorCode.CASE_NOT_FOUND


# --- decisions


def test_every_decision_is_kept_and_the_last_counts(store):
    case, analysis = keep(store), analysed(SAMPLE)
    finding = analysis.findings[0]
    made = [
        decision(finding, analysis, verdict) for verdict in (Verdict.ACCEPT, Verdict.REJECT, None, Verdict.NEGOTIATE)
    ]
    for each in made:
        store.decide(case, each)
    opened = store.open(case)
    assert opened.log == tuple(made)
    assert opened.decided == {finding.anchor: made[-1]}
    assert store.entry(case).decided == 1


def test_a_decision_is_undone_by_a_later_one_without_verdict(store):
    case, analysis = keep(store), analysed(SAMPLE)
    store.decide(case, decision(analysis.findings[0], analysis))
    store.decide(case, decision(analysis.findings[0], analysis, None))
    opened = store.open(case)
    assert (opened.decided, opened.orphans, len(opened.log)) == ({}, (), 2)
    assert store.entry(case).decided == 0


def test_a_decision_whose_finding_is_gone_is_listed(store):
    case = keep(store)
    lost = Decision("0" * 16, Verdict.ACCEPT, "Anna", NOW, code="x", quote="gibt es nicht")
    store.decide(case, lost)
    assert store.open(case).orphans == (lost,)


def test_a_decision_is_never_changed(store):
    case, analysis = keep(store), analysed(SAMPLE)
    store.decide(case, decision(analysis.findings[0], analysis))
    with pytest.raises(sqlite3.IntegrityError):
        store._db.conn.execute("UPDATE decisions SET verdict = 'accept'")


_WRITER = """
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from app.models.decisions import Decision, Verdict
from app.storage.casestore import CaseStore
store = CaseStore(Path(sys.argv[1]))
for number in range(10**6):
    store.decide(sys.argv[2], Decision(f"a{number}", Verdict.ACCEPT, "Anna", datetime.now(tz=UTC)))
    print(number, flush=True)
"""


def test_a_program_that_is_killed_loses_no_decision(store, path):
    case = keep(store)
    for _ in range(5):
        known = len(store.decisions(case))
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), case], stdout=subprocess.PIPE, text=True
        ) as writer:
            told = [writer.stdout.readline() for _ in range(7)]
            writer.kill()
            told += writer.stdout.readlines()
        said = len([line for line in told if line.endswith("\n")])
        assert len(store.decisions(case)) - known in (said, said + 1)  # written, but not said any more
    assert store._db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_windows_that_decide_at_once_lose_nothing(store, path):
    case = keep(store)
    code = _WRITER.replace("10**6", "25").replace('f"a{number}"', 'f"{sys.argv[3]}{number}"')
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), case, name]) for name in "ab"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert sorted(d.anchor for d in store.decisions(case)) == sorted(f"{name}{n}" for name in "ab" for n in range(25))


_ANCHORS = st.sampled_from([f.anchor for f in analysed(SAMPLE).findings[:2]] + ["lost"])
_STEPS = st.lists(
    st.tuples(_ANCHORS, st.sampled_from([*Verdict, None]))
    | st.sampled_from(["store", "evaluated", "reopen", "remember"]),
    max_size=12,
)


@settings(max_examples=20, deadline=None)
@given(_STEPS)
def test_whatever_happens_all_decisions_stay_and_the_last_counts(steps):
    with tempfile.TemporaryDirectory() as folder:
        store = CaseStore(Path(folder) / "cases.sqlite")
        known, made = keep(store), []
        for step in steps:
            match step:
                case (str(anchor), verdict):
                    made.append(Decision(anchor, verdict, "Anna", NOW))
                    store.decide(known, made[-1])
                case "store":
                    keep(store, data=None)
                case "evaluated":
                    store.evaluated(known, analysed(SAMPLE), at=NOW)
                case "remember":
                    store.remember(known, {"page": len(made)})
                case "reopen":
                    store.close()
                    store = CaseStore(Path(folder) / "cases.sqlite")
        opened = store.open(known)
        store.close()
    last = {d.anchor: d for d in made}
    assert opened.log == tuple(made)
    assert opened.decided == {a: d for a, d in last.items() if d.verdict and a != "lost"}
    assert opened.orphans == tuple(d for a, d in last.items() if d.verdict and a == "lost")


# --- content that cannot be read


def _spoil(store: CaseStore, column: str) -> None:
    store._db.conn.execute(f"UPDATE contents SET {column} = ?", [b"no content"])


@pytest.mark.parametrize("column", ["reading", "analysis", "facts"])
def test_decisions_and_bytes_outlive_a_content_that_cannot_be_read(store, column):
    case, analysis = keep(store), analysed(SAMPLE)
    made = decision(analysis.findings[0], analysis)
    store.decide(case, made)
    _spoil(store, column)
    opened = store.open(case)
    assert opened.problem.code is ErrorCode.CASE_DAMAGED
    assert (opened.log, opened.data) == ((made,), DATA)
    assert (opened.reading is None) == (column == "reading")
    assert (opened.analysis is None) == (column != "facts")


def test_an_analysis_of_another_version_leaves_the_reading_readable(store, monkeypatch):
    case = keep(store)
    real = casestore.unpacked

    def other_version(data, kind):
        if kind is Analysis:
            raise ExpectedError(ErrorCode.CASE_OUTDATED)
        return real(data, kind)

    monkeypatch.setattr(casestore, "unpacked", other_version)
    opened = store.open(case)
    assert opened.reading == analysed(SAMPLE).reading
    assert (opened.analysis, opened.problem.code) == (None, ErrorCode.CASE_OUTDATED)


def test_readings_come_in_order_of_title_and_one_that_cannot_be_read_stops_nothing(store):
    first, second = keep(store, title="B"), keep(store, OTHER, title="A")
    store._db.conn.execute("UPDATE contents SET reading = x'00' WHERE case_id = ?", [first])
    one, other = store.readings()
    assert (one.case, one.reading, one.facts, one.problem) == (
        second,
        analysed(OTHER).reading,
        analysed(OTHER).facts,
        None,
    )
    assert (other.case, other.title, other.reading, other.problem.code) == (first, "B", None, ErrorCode.CASE_DAMAGED)


# --- how often reference clauses are met


def _matching(reference: str, rank: MatchRank) -> Analysis:
    match = PositionMatch("c1", reference, "Titel", rank, None, 0, None, 0.9)
    return replace(analysed(SAMPLE), findings=(), matches=(match,))


def test_usage_counts_cases_and_names_the_last_time(store):
    later = NOW + timedelta(days=3)
    source = replace(analysed(SAMPLE).reading.source, sha256="2" * 64)
    other = replace(_matching("r", MatchRank.FALLBACK), reading=replace(analysed(SAMPLE).reading, source=source))
    for analysis, at in ((_matching("r", MatchRank.PREFERRED), NOW), (other, later), (other, later)):
        store.store(analysis, path=FILE, data=None, title="x", at=at)
    assert store.usage() == {"r": casestore.Usage(2, later)}


def test_a_reference_that_no_clause_is_near_to_was_not_met(store):
    store.store(_matching("r", MatchRank.NONE), path=FILE, data=None, title="x", at=NOW)
    assert store.usage() == {}


def test_what_was_met_in_an_earlier_analysis_no_longer_counts(store):
    case = store.store(_matching("r", MatchRank.PREFERRED), path=FILE, data=None, title="x", at=NOW)
    store.evaluated(case, _matching("s", MatchRank.UNACCEPTABLE), at=NOW)
    assert store.usage() == {"s": casestore.Usage(1, NOW)}


def test_a_reference_that_led_to_a_finding_was_met(store):
    keep(store)
    assert {f.reference for f in analysed(SAMPLE).findings if f.reference} <= set(store.usage())


def test_a_reference_that_never_was_met_is_not_in_the_usage(store):
    assert store.usage() == {}
    keep(store)
    assert store.usage().keys() < {clause.id for clause in load(clause_library()).clauses}


# --- deleting


WORD = "Zitronenfalterflügelstaub"


def _marked() -> Analysis:
    """A document with a word that stands nowhere else: in its text, its clause, a quote."""
    analysis = analysed(SAMPLE)
    source = replace(
        analysis.reading.source, text=analysis.reading.source.text + WORD, name=f"{WORD}.pdf", sha256="7" * 64
    )
    clauses = tuple(replace(clause, text=clause.text + WORD) for clause in analysis.reading.clauses)
    return replace(analysis, reading=replace(analysis.reading, source=source, clauses=clauses))


def _kept_with_traces(store: CaseStore) -> str:
    """The word in every table and in a backup."""
    case = store.store(_marked(), path=Path(f"/tmp/{WORD}.pdf"), data=WORD.encode() * 2000, title=WORD, at=NOW)
    store.decide(case, Decision("a" * 16, Verdict.ACCEPT, WORD, NOW, note=WORD, quote=WORD))
    store.correct(case, [Correction("type", "a", WORD)])
    store.remember(case, {"search": WORD})
    back_up(store._db, backups_of(store.path))
    return case


def _holding(folder: Path, word: str) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file() and word.encode() in p.read_bytes())


def test_only_verdicts_on_findings_that_are_there_count_as_decided(store):
    analysis = analysed(SAMPLE)
    first, second, third = analysis.findings[:3]
    case = keep(store)
    store.decide(case, decision(first, analysis))
    store.decide(case, decision(second, analysis, verdict=None, note="Nachfragen"))
    store.decide(case, decision(replace(third, anchor="gone"), analysis))
    assert store.entry(case).decided == 1
    store.evaluated(case, replace(analysis, findings=analysis.findings[1:]), at=NOW)
    assert store.entry(case).decided == 0


def test_nothing_of_a_deleted_case_is_in_any_file(store, path, monkeypatch):
    monkeypatch.setattr(
        casestore, "packed", lambda value, kind: repr(value).encode()
    )  # the word as it is, not compressed
    case = _kept_with_traces(store)
    held = _holding(path.parent, WORD)
    assert {"cases.sqlite", "cases.sqlite-wal"} & set(held)
    assert any(name.startswith(f"cases-{len(MIGRATIONS)}-") for name in held)
    store.delete(case)
    assert _holding(path.parent, WORD) == []
    assert _holding(path.parent, "7" * 64) == []
    assert store.count() == 0


def test_nothing_of_it_stays_in_a_file_that_does_not_become_smaller(store, path, monkeypatch):
    monkeypatch.setattr(casestore, "packed", lambda value, kind: repr(value).encode())
    monkeypatch.setattr(casestore, "shrink", lambda _: None)
    case = _kept_with_traces(store)
    assert empty_log(store._db)  # it stands in the database itself
    store.delete(case)
    assert _holding(path.parent, WORD) == []


def test_what_is_not_deleted_stays_also_in_the_backups(store, path):
    other = keep(store, OTHER)
    case = _kept_with_traces(store)
    store.delete(case)
    assert store.open(other).analysis == analysed(OTHER)
    (backup,) = backups_of(path).glob("cases-*.sqlite")
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT id FROM cases").fetchall() == [(other,)]


def test_a_backup_that_cannot_be_cleaned_is_removed(store, path):
    case = _kept_with_traces(store)
    broken = backups_of(path) / "cases-1-broken.sqlite"
    broken.write_bytes(WORD.encode() * 100)
    store.delete(case)
    assert not broken.exists()


def test_half_a_backup_is_removed(store, path):
    case = _kept_with_traces(store)
    half = backups_of(path) / "cases-1-20260101.part"
    half.write_bytes(WORD.encode())
    store.delete(case)
    assert not half.exists()


def test_a_backup_that_can_neither_be_cleaned_nor_removed_is_told(store, path):
    case = _kept_with_traces(store)
    stuck = backups_of(path) / "cases-1-20260101.part"
    stuck.mkdir()
    assert expected(store.delete, case) is ErrorCode.STORE_NOT_WRITABLE
    assert store.count() == 1
    stuck.rmdir()
    store.delete(case)
    assert store.count() == 0


def test_backups_of_the_library_are_left_alone(store, path):
    case = _kept_with_traces(store)
    library = backups_of(path) / "library-1-20260101.sqlite"
    library.write_bytes(b"library")
    store.delete(case)
    assert library.read_bytes() == b"library"


def test_the_file_becomes_smaller(store, path):
    case = store.store(_marked(), path=FILE, data=bytes(3_000_000), title="x", at=NOW)
    assert empty_log(store._db)
    assert path.stat().st_size > 3_000_000
    store.delete(case)
    assert path.stat().st_size < 200_000


def test_while_another_window_reads_traces_may_stay_and_it_is_said(store, path, monkeypatch):
    monkeypatch.setattr(casestore, "packed", lambda value, kind: repr(value).encode())
    case = _kept_with_traces(store)
    store._db.conn.execute("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cases").fetchone()
        assert expected(store.delete, case) is ErrorCode.STORE_LOCKED
        assert store.count() == 0
    store.delete(case)
    assert _holding(path.parent, WORD) == []


def test_traces_of_an_interrupted_deletion_go_with_the_next_opening(store, path, monkeypatch):
    monkeypatch.setattr(casestore, "packed", lambda value, kind: repr(value).encode())
    case = _kept_with_traces(store)
    monkeypatch.setattr(casestore, "empty_log", lambda _: True)  # ended before
    store.delete(case)
    monkeypatch.undo()
    assert _holding(path.parent, WORD)
    with CaseStore(path):
        assert _holding(path.parent, WORD) == []


def test_deleting_what_is_not_there_is_no_error(store):
    store.delete("none")


def test_cases_not_opened_for_long_expire(store, clock):
    old = keep(store, at=NOW - timedelta(days=31))
    new = keep(store, OTHER, at=NOW - timedelta(days=29))
    assert store.expire(0, NOW) == 0
    assert store.expire(30, NOW) == 1
    assert [entry.id for entry in store.cases()] == [new]
    assert expected(store.open, old) is ErrorCode.CASE_NOT_FOUND


def test_an_opened_case_does_not_expire(store, clock):
    case = keep(store, at=NOW - timedelta(days=31))
    store.open(case)
    assert store.expire(30, NOW) == 0


# --- who may read it


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_the_user_may_read_the_files(store, path):
    _kept_with_traces(store)
    rights = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.rglob("*") if p.is_file()}
    assert set(rights.values()) == {0o600}, rights


def test_another_programs_database_is_refused(tmp_path):
    foreign = tmp_path / "cases.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE things (a)")
    assert expected(CaseStore, foreign) is ErrorCode.STORE_DAMAGED


def test_a_reading_is_stored_small(store):
    case = keep(store, data=None)
    size = store._db.conn.execute("SELECT length(reading) FROM contents WHERE case_id = ?", [case]).fetchone()[0]
    assert size < len(repr(analysed(SAMPLE).reading)) / 5
    assert isinstance(store.open(case).reading, Reading)
