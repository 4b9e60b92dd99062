"""A second start hands its files to the open window; where that does not answer, it opens its own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.ui import onlyone
from app.ui.onlyone import OnlyOne


@pytest.fixture
def first(qapp, tmp_path):
    made = OnlyOne(tmp_path)
    yield made
    made.close()


@pytest.fixture
def heard(first):
    found = []
    first.handed_over.connect(found.append)
    return found


def _second(folder, *files):
    """In a thread: it waits for the answer of this one."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(OnlyOne(folder).claim(map(Path, files))))
    thread.start()
    return thread, answers


def test_the_second_hands_its_files_over(first, heard, tmp_path, qtbot):
    assert first.claim([])
    first.listen()
    thread, answers = _second(tmp_path, "/v/a.pdf", "/v/Vertr\udce4ge.docx")
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    thread.join()
    assert heard == [(Path("/v/a.pdf"), Path("/v/Vertr\udce4ge.docx"))]
    assert answers == [False]
    assert [path.name for path in (tmp_path / "window").iterdir()] == ["open.lock"]


def test_what_was_handed_over_before_the_window_was_there_is_taken(first, heard, tmp_path, qtbot):
    assert first.claim([])
    thread, answers = _second(tmp_path, "/v/a.pdf")
    qtbot.waitUntil(lambda: any((tmp_path / "window").glob("*.json")), timeout=5_000)
    first.listen()
    thread.join()
    assert (heard, answers) == ([(Path("/v/a.pdf"),)], [False])


def test_a_window_that_does_not_answer_is_not_waited_for(first, tmp_path, monkeypatch):
    monkeypatch.setattr(onlyone, "_ANSWER_S", 0.2)
    assert first.claim([])
    assert OnlyOne(tmp_path).claim([Path("/v/a.pdf")])
    assert not list((tmp_path / "window").glob("*.json")), "no name of a document is left behind"


def test_a_closed_window_and_a_killed_one_are_no_window(first, tmp_path):
    assert first.claim([])
    first.close()
    killed = "import sys, os, pathlib; from app.ui.onlyone import OnlyOne; one = OnlyOne(pathlib.Path(sys.argv[1])); assert one.claim([]); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False, cwd=Path(__file__).parents[2])
    assert (tmp_path / "window" / "open.lock").exists()
    again = OnlyOne(tmp_path)
    assert again.claim([])
    again.close()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"[[[[", b"\xff"])
def test_what_is_no_message_of_ours_is_taken_away(first, heard, tmp_path, content):
    assert first.claim([])
    (tmp_path / "window" / "x.json").write_bytes(content)
    first.listen()
    assert not heard
    assert not list((tmp_path / "window").glob("*.json"))


def test_an_old_message_opens_nothing(first, heard, tmp_path):
    assert first.claim([])
    message = tmp_path / "window" / "x.json"
    message.write_text('["/v/a.pdf"]')
    os.utime(message, (time.time() - 60, time.time() - 60))
    first.listen()
    assert not heard
    assert not message.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_its_folder_is_private(qapp, tmp_path):
    one = OnlyOne(tmp_path / "new")
    assert one.claim([])
    one.close()
    for folder in (tmp_path / "new", tmp_path / "new" / "window"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_where_nothing_can_be_written_every_window_is_the_only_one(tmp_path, qapp):
    (tmp_path / "file").touch()
    one = OnlyOne(tmp_path / "file")
    assert one.claim([Path("/v/a.pdf")])
    one.listen()
    one.close()
