"""What the list of cases says of each: when, how far, what has changed since; found by words, sorted by column."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import __version__
from app.models.analysis import LibraryStamp, Severity
from app.settings import Keep
from app.storage.caserows import CaseEntry
from app.ui.models.cases import DECIDED, FINDINGS, OPENED, STATE, TITLE, Known, case_rows, found, in_order
from app.ui.models.filesigns import file_signs
from app.ui.models.pasted import is_pasted, pasted_path
from app.wording.caselist import when_text
from tests.plain import plain

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)  # a Wednesday
ENTRY = CaseEntry(
    "1", "Wartung.pdf", "Wartung.pdf", "1", Path("/v/Wartung.pdf"), NOW, NOW, Keep.PATH,
    41, Severity.HIGH, 12, __version__, LibraryStamp("L", "abc"), None, {},
)  # fmt: skip
KNOWN = Known(NOW, {})


def row(entry=ENTRY, known=KNOWN, lang="de"):
    return case_rows([entry], known, lang)[0]


@pytest.fixture(autouse=True)
def _at_home(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("before", "de", "en"),
    [
        (timedelta(0), "heute, 13:00", "today, 13:00"),
        (timedelta(hours=14), "gestern, 23:00", "yesterday, 23:00"),
        (timedelta(days=2), "Montag, 13:00", "Monday, 13:00"),
        (timedelta(days=6, hours=3), "Donnerstag, 10:00", "Thursday, 10:00"),
        (timedelta(days=7), "11.11.2026", "11 Nov 2026"),
        (-timedelta(days=1), "19.11.2026", "19 Nov 2026"),
    ],
)
def test_when_a_case_was_opened(before, de, en):
    assert (when_text(NOW - before, NOW, "de"), when_text(NOW - before, NOW, "en")) == (de, en)


def test_a_row_in_both_languages():
    assert [plain(t) for t in row().texts] == ["Wartung.pdf", "41 · Hoch", "12 von 41", "heute, 13:00", ""]
    assert [plain(t) for t in row(lang="en").texts] == ["Wartung.pdf", "41 · High", "12 of 41", "today, 13:00", ""]
    assert row().spoken == "Wartung.pdf, 41 Hinweise · Hoch, 12 von 41 entschieden, zuletzt geöffnet heute, 13:00"


def test_where_nothing_was_found_nothing_is_to_be_decided():
    texts = row(replace(ENTRY, findings=0, worst=None, decided=0)).texts
    assert (texts[FINDINGS], texts[DECIDED]) == ("0", "–")


@pytest.mark.parametrize(
    ("changes", "known", "said"),
    [
        pytest.param({}, KNOWN, "", id="nothing"),
        pytest.param({}, Known(NOW, {"1": "missing"}), "Datei fehlt", id="the file is gone"),
        pytest.param({}, Known(NOW, {"1": "changed"}), "Datei geändert", id="the file is another"),
        pytest.param({}, Known(NOW, {}, "abc"), "", id="the same library"),
        pytest.param({}, Known(NOW, {}, "new"), "Bibliothek geändert", id="another library"),
        pytest.param({"program": "0.0.1"}, KNOWN, "neue Programmversion", id="another program"),
        pytest.param(
            {"program": "0.0.1"}, Known(NOW, {"1": "missing"}, "new"),
            "Datei fehlt, Bibliothek geändert, neue Programmversion", id="everything",
        ),
    ],
)  # fmt: skip
def test_what_is_to_be_known_before_a_case_is_opened(changes, known, said):
    assert row(replace(ENTRY, **changes), known).texts[STATE] == said


ROWS = case_rows(
    [
        replace(ENTRY, id="1", title="Beta", opened=NOW),
        replace(ENTRY, id="2", title="alpha", opened=NOW - timedelta(days=1), worst=Severity.LOW, decided=41),
        replace(ENTRY, id="3", title="Gamma", opened=NOW - timedelta(days=2), findings=50, decided=0),
        replace(ENTRY, id="4", title="Delta", opened=NOW - timedelta(days=3), findings=0, worst=None, decided=0),
    ],
    Known(NOW, {"4": "missing"}),
    "de",
)


@pytest.mark.parametrize(
    ("column", "down", "order"),
    [
        (TITLE, False, "2143"),
        (FINDINGS, True, "3124"),
        (DECIDED, False, "3124"),
        (OPENED, True, "1234"),
        (OPENED, False, "4321"),
        (STATE, True, "4123"),
    ],
)
def test_cases_are_sorted_by_a_column(column, down, order):
    assert "".join(r.id for r in in_order(ROWS, column, down=down)) == order


@pytest.mark.parametrize(
    ("words", "ids"),
    [("", "1234"), ("ALPHA", "2"), ("wartung.pdf alpha", "2"), ("fehlt", "4"), ("gering", "2"), ("nirgends", "")],
)
def test_cases_are_found_by_words(words, ids):
    assert "".join(r.id for r in found(ROWS, words)) == ids


def test_pasted_text_has_a_name_and_no_folder_of_the_users():
    path = pasted_path(NOW, "de")
    assert path.name == "Eingefügter Text 18.11.2026 13.00.txt"
    assert is_pasted(path)
    assert not is_pasted(ENTRY.path)
    assert not row(replace(ENTRY, path=path)).on_disk
    assert row().on_disk
    assert pasted_path(NOW, "en").name == "Pasted text 2026-11-18 13.00.txt"


# --- the files


def _written(path: Path, content: bytes, at: datetime) -> Path:
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


LATER = NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("content", "written", "sign"),
    [
        pytest.param(b"as read", NOW - timedelta(days=1), "", id="older than the case"),
        pytest.param(b"other", NOW - timedelta(days=1), "", id="older than the case is not read: opening it will tell"),
        pytest.param(b"as read", LATER, "", id="written again with the same content"),
        pytest.param(b"other", LATER, "changed", id="written again with another"),
        pytest.param(None, NOW, "missing", id="gone"),
    ],
)
def test_what_has_become_of_a_file(tmp_path, content, written, sign):
    path = tmp_path / "a.pdf"
    if content is not None:
        _written(path, content, written)
    entry = replace(ENTRY, path=path, sha256=hashlib.sha256(b"as read").hexdigest())
    assert file_signs([entry]) == ({entry.id: sign} if sign else {})


def test_pasted_text_misses_no_file():
    assert file_signs([replace(ENTRY, path=pasted_path(NOW, "de"))]) == {}


def test_nobody_waits_for_a_look_that_was_overtaken(tmp_path):
    assert file_signs([replace(ENTRY, path=tmp_path / "gone")], stale=lambda: True) == {}
