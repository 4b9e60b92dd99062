"""DOC, ODT and RTF by LibreOffice. Those that need it say so; what it may not do is tried, not assumed."""

from __future__ import annotations

import hashlib
import http.server
import os
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import paths
from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.conversion import program, run, supervisor
from app.importing.conversion.content import check, linked
from app.importing.conversion.opendocument import prepared
from app.importing.conversion.profile import environment
from app.importing.detection import Format
from app.importing.options import ReadOptions
from app.importing.reader import read
from app.jobs.blocking import analyse_file
from app.models.facts import DealFacts
from app.models.source import IgnoredReason
from app.progress import silent
from app.wording.errors import error_sentence
from app.wording.imports import note_sentence
from tests.unit.importing.made import blocks, ignored, labels, notes, opened
from tests.unit.importing.odf import doc, odt, para, rtf

needs_office = pytest.mark.needs_tool("soffice")

CLAUSES = odt(
    para("Wartungsbedingungen"),
    '<text:list text:style-name="L"><text:list-item><text:p>Geltung</text:p><text:list><text:list-item>'
    "<text:p>Für Händler</text:p></text:list-item></text:list></text:list-item>"
    "<text:list-item><text:p>Haftung</text:p></text:list-item></text:list>",
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made during the test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A shell script in place of LibreOffice."""

    def play(script: str) -> None:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr("app.importing.conversion.document.find_program", lambda: path)

    return play


# --- what comes out


@needs_office
def test_an_opendocument_text_is_read_with_its_printed_numbers():
    source = opened(CLAUSES, "agb.odt")
    assert blocks(source) == ["Wartungsbedingungen", "§ 1 Geltung", "a) Für Händler", "§ 2 Haftung"]
    assert labels(source) == ["", "§ 1", "a)", "§ 2"]
    assert source.complete


@needs_office
def test_a_converted_document_is_told_as_the_original():
    source = opened(CLAUSES, "agb.odt")
    assert (source.name, source.size) == ("agb.odt", len(CLAUSES))
    assert source.sha256 == hashlib.sha256(CLAUSES).hexdigest()
    assert source.media_type == "application/vnd.oasis.opendocument.text"
    assert notes(source) == {"converted": {"format": "ODT", "program": "LibreOffice"}}
    assert "beziehen sich auf den umgewandelten Text" in note_sentence(source.warnings[0], "de")


@needs_office
def test_rich_text_is_read_with_hidden_and_deleted_text_apart():
    source = opened(rtf(r"\b \'a7 1 Preise\b0\par Es gilt die Preisliste.{\v Geheim}{\deleted  Alt}"), "agb.rtf")
    assert blocks(source) == ["§ 1 Preise", "Es gilt die Preisliste."]
    assert source.lines[0].bold
    assert ignored(source, IgnoredReason.HIDDEN) == ["Geheim"]
    assert ignored(source, IgnoredReason.DELETED) == ["Alt"]
    assert source.media_type == "application/rtf"


@needs_office
def test_a_template_and_a_wrong_name_are_read_by_content():
    source = opened(odt(para("Nur Text"), kind="text-template"), "agb.docx")
    assert source.text == "Nur Text"
    assert notes(source)["name_mismatch"] == {"expected": "DOCX", "found": "ODT"}


@needs_office
def test_text_hidden_in_an_opendocument_is_no_text_of_the_terms():
    hidden = '<text:section text:name="S" text:display="none"><text:p>Versteckt</text:p></text:section>'
    field = '<text:hidden-text text:condition="ooow:true" text:string-value="Feld" text:is-hidden="true"/>'
    paragraph = '<text:p><text:hidden-paragraph text:condition="ooow:true" text:is-hidden="true"/>Absatz</text:p>'
    source = opened(odt(para("Vorher"), hidden, paragraph, para(f"Nachher {field}Ende")), "agb.odt")
    assert blocks(source) == ["Vorher", "Nachher Ende"]
    assert ignored(source, IgnoredReason.HIDDEN) == ["Versteckt", "Absatz", "Feld"]
    assert notes(source)["hidden_text"] == {"count": 3}


@needs_office
def test_dates_are_those_of_the_file_not_of_the_day():
    date = '<text:date text:date-value="2020-01-02">02.01.2020</text:date>'
    assert opened(odt(para(f"Stand {date}")), "agb.odt").text == "Stand 02.01.2020"


@needs_office
def test_a_date_field_that_cannot_be_kept_is_told_of():
    assert notes(opened(rtf(r"Stand {\field{\*\fldinst DATE}{\fldrslt 02.01.2020}}"), "a.rtf"))["dates_of_today"] == {
        "count": 1
    }


@needs_office
def test_the_same_file_gives_the_same_document():
    assert opened(CLAUSES, "a.odt") == opened(CLAUSES, "a.odt")


# --- nothing is loaded


@pytest.fixture
def server() -> Iterator[tuple[int, list[str]]]:
    """A web server of this machine and what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<p>GELADEN</p>")

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    running = socketserver.TCPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield running.server_address[1], asked
    running.shutdown()
    thread.join()
    running.server_close()


def linking(port: int, local: Path) -> dict[str, bytes]:
    """Documents that draw on a web page and on a local file."""
    web = f"http://127.0.0.1:{port}"
    section = '<text:section text:name="{0}"><text:section-source xlink:href="{1}"/><text:p>Alt</text:p></text:section>'
    picture = '<text:p><draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{0}" xlink:type="simple"/></draw:frame></text:p>'
    included = r"{{\field{{\*\fldinst {0}}}{{\fldrslt Alt}}}}\par "
    return {
        ".odt": odt(
            *(section.format(name, url) for name, url in (("A", f"{web}/a.html"), ("B", local.as_uri()))),
            *(picture.format(url) for url in (f"{web}/b.png", local.as_uri())),
        ),
        ".rtf": rtf(
            rf"{{\*\template {web}/t.dot}}"
            + "".join(
                included.format(what)
                for what in (
                    f'INCLUDETEXT "{web}/c.html"',
                    f'INCLUDETEXT "{local}"',
                    rf'INCLUDEPICTURE "{web}/d.png" \\d',
                )
            )
        ),
    }


@needs_office
@pytest.mark.parametrize("suffix", [".odt", ".rtf"])
def test_linked_content_is_neither_fetched_nor_read_and_that_is_said(suffix, server, tmp_path):
    port, asked = server
    local = tmp_path / "local.txt"
    local.write_text("VERTRAULICH")
    source = opened(linking(port, local)[suffix], f"a{suffix}")
    assert "VERTRAULICH" not in repr(source)
    assert "GELADEN" not in repr(source)
    assert set(source.text.split()) == {"Alt"}  # what the file itself holds of it
    assert asked == []
    assert not source.complete
    assert notes(source)["linked_content"]["count"] in (3, 4)


@needs_office
def test_the_settings_alone_keep_libreoffice_from_fetching(server, tmp_path):
    """Where the system forbids a network of its own for the process, only these hold."""
    port, asked = server
    local = tmp_path / "local.txt"
    local.write_text("VERTRAULICH")
    found = program.find_program()
    assert found is not None
    source = run.prepare(tmp_path / "work", linking(port, local)[".odt"], ".odt")
    variables = environment(tmp_path / "work" / "home", dict(os.environ))
    without_proxy = {name: value for name, value in variables.items() if not name.endswith("_proxy")}
    subprocess.run(run.command(found, tmp_path / "work", source), env=without_proxy, capture_output=True, check=True)
    assert (tmp_path / "work" / "out" / "document.docx").is_file()
    assert asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")
def test_the_supervised_process_has_no_network_where_the_system_lets_it(server, tmp_path):
    port, asked = server
    connects = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
    allowed = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    code = end_of(supervised(tmp_path, [sys.executable, "-I", "-c", connects]))
    assert (code != 0) is allowed
    assert asked == []


# --- bounds


def supervised(folder: Path, command: list[str], seconds: float = 30) -> subprocess.Popen[bytes]:
    script = Path(supervisor.__file__)
    return subprocess.Popen(
        [sys.executable, "-I", "-S", str(script), str(folder), str(seconds), *command], stdin=subprocess.PIPE
    )


def end_of(process: subprocess.Popen[bytes]) -> int:
    code = process.wait(30)
    if process.stdin is not None:
        process.stdin.close()
    return code


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


def number_in(path: Path) -> int:
    deadline = time.monotonic() + 20
    while not (path.is_file() and path.read_text().strip()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(path.read_text())


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


FAMILY = "sh -c 'echo $$ > inner.tmp; mv inner.tmp inner; sleep 60; true' & wait"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
class TestSupervisor:
    def test_time_is_limited_and_the_whole_family_ends(self, tmp_path):
        process = supervised(tmp_path, ["sh", "-c", FAMILY], seconds=1.0)
        inner = number_in(tmp_path / "inner")
        assert end_of(process) == supervisor.TIMED_OUT
        assert gone(inner)
        assert tmp_path.is_dir()  # the one that asked still looks into it

    def test_when_the_asking_process_is_gone_nothing_is_left(self, tmp_path):
        folder = tmp_path / "work"
        folder.mkdir()
        process = supervised(folder, ["sh", "-c", FAMILY])
        inner = number_in(folder / "inner")
        assert process.stdin is not None
        process.stdin.close()  # as when it is killed
        assert process.wait(30) == supervisor.ABANDONED
        assert gone(inner)
        assert not folder.exists()

    def test_memory_is_bounded(self, tmp_path):
        eats = "bytearray(5 * 1024**3)"
        process = supervised(tmp_path, [sys.executable, "-I", "-c", eats])
        assert end_of(process) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a shell script plays LibreOffice")
class TestFailures:
    def test_a_file_that_is_not_converted_is_refused(self, played, temporary):
        played("exit 0")
        with pytest.raises(ExpectedError) as caught:
            opened(CLAUSES, "a.odt")
        assert caught.value.code is ErrorCode.CONVERSION_FAILED
        assert "LibreOffice konnte die Datei (ODT) nicht umwandeln" in error_sentence(caught.value, "de")
        assert list(temporary.iterdir()) == []

    def test_one_that_takes_too_long_is_ended(self, played, temporary, monkeypatch):
        played("sleep 60")
        monkeypatch.setattr(run.converted, "__kwdefaults__", {"seconds": 0.5})
        with pytest.raises(ExpectedError) as caught:
            opened(CLAUSES, "a.odt")
        assert caught.value.code is ErrorCode.CONVERSION_TIMEOUT
        assert list(temporary.iterdir()) == []

    def test_cancelling_ends_it_at_once(self, played, temporary, tmp_path):
        played(f"echo $$ > {tmp_path}/pid.tmp; mv {tmp_path}/pid.tmp {tmp_path}/pid; sleep 60")

        def cancel(*_: object) -> None:
            if (tmp_path / "pid").exists():
                raise Cancelled

        with pytest.raises(Cancelled):
            read(CLAUSES, "a.odt", ReadOptions(), progress=cancel)
        assert gone(number_in(tmp_path / "pid"))
        assert list(temporary.iterdir()) == []

    def test_a_worker_that_is_killed_leaves_neither_process_nor_folder(self, tmp_path):
        script = tmp_path / "soffice"
        script.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid.tmp; mv {tmp_path}/pid.tmp {tmp_path}/pid; sleep 60\n")
        script.chmod(0o755)
        (tmp_path / "temporary").mkdir()
        code = (
            "from pathlib import Path; from app.importing.conversion.run import converted;"
            f"converted(Path({str(script)!r}), b'x', '.doc', 100, lambda *_: None)"
        )
        worker = subprocess.Popen(
            [sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(tmp_path / "temporary")}
        )
        inner = number_in(tmp_path / "pid")
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)
        assert gone(inner)
        deadline = time.monotonic() + 10
        while list((tmp_path / "temporary").iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert list((tmp_path / "temporary").iterdir()) == []

    def test_a_result_beyond_the_limit_is_refused(self, played, temporary):
        played('while [ "$1" != --outdir ]; do shift; done; head -c 100000 /dev/zero > "$2/document.docx"')
        with pytest.raises(ExpectedError) as caught:
            opened(rtf("x"), "a.rtf", ReadOptions(max_bytes=5000))
        assert caught.value.code is ErrorCode.FILE_TOO_LARGE

    def test_a_result_that_is_no_word_file_is_the_conversions_failure(self, played, temporary):
        played('while [ "$1" != --outdir ]; do shift; done; echo x > "$2/document.docx"')
        with pytest.raises(ExpectedError) as caught:
            opened(rtf("x"), "a.rtf")
        assert caught.value.code is ErrorCode.CONVERSION_FAILED


@needs_office
def test_nothing_is_written_outside_the_temporary_folder(temporary, home):
    before = set(home.rglob("*"))
    assert opened(CLAUSES, "a.odt").text
    assert list(temporary.iterdir()) == []
    assert set(home.rglob("*")) == before


@needs_office
def test_a_damaged_document_is_refused_and_leaves_nothing(temporary):
    with pytest.raises(ExpectedError) as caught:
        opened(doc(), "a.doc")
    assert caught.value.code is ErrorCode.CONVERSION_FAILED
    assert list(temporary.iterdir()) == []


@needs_office
@pytest.mark.slow
def test_it_works_within_the_bounds_of_the_documents_worker_process(tmp_path):
    file = tmp_path / "agb.odt"
    file.write_bytes(CLAUSES)
    source = analyse_file(file, file.name, paths.clause_library(), DealFacts()).reading.source
    assert (source.media_type, source.complete) == ("application/vnd.oasis.opendocument.text", True)
    assert "§ 2 Haftung" in source.text


# --- without LibreOffice


@pytest.mark.parametrize(("data", "name"), [(CLAUSES, "ODT"), (rtf("x"), "RTF"), (doc(), "DOC")])
def test_without_libreoffice_a_sentence_says_how_to_get_on(data, name, monkeypatch):
    monkeypatch.setattr("app.importing.conversion.document.find_program", lambda: None)
    with pytest.raises(ExpectedError) as caught:
        opened(data, "a")
    assert caught.value.code is ErrorCode.CONVERTER_MISSING
    for lang, words in (("de", "installieren"), ("en", "install")):
        assert f"({name})" in error_sentence(caught.value, lang)
        assert words in error_sentence(caught.value, lang)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX programs")
def test_the_program_is_found_on_the_path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(program, "_LINUX", ())
    monkeypatch.setattr(program, "_MAC", "nowhere")
    assert program.find_program() is None
    (tmp_path / "libreoffice").write_text("#!/bin/sh\n")
    (tmp_path / "libreoffice").chmod(0o755)
    assert program.find_program() == tmp_path / "libreoffice"


# --- the original's content


@pytest.mark.parametrize(("data", "found"), [(odt(para("x"), locked=True), Format.ODT), (doc(locked=True), Format.DOC)])
def test_a_password_is_told_before_anything_is_started(data, found):
    with pytest.raises(ExpectedError) as caught:
        check(data, found)
    assert (caught.value.code, caught.value.params) == (ErrorCode.DOCUMENT_ENCRYPTED, {"format": str(found)})


@pytest.mark.parametrize("data", [doc(), doc(damaged=True), doc()[:600]])
def test_what_is_not_locked_or_cannot_be_told_goes_on(data):
    check(data, Format.DOC)


def test_an_archive_that_grows_is_refused():
    with pytest.raises(ExpectedError) as caught:
        check(odt(para("x" * 60_000_000)), Format.ODT)
    assert caught.value.code is ErrorCode.ARCHIVE_BOMB


@pytest.mark.parametrize("data", [odt("<text:p>"), odt("&#0;")])
def test_a_damaged_opendocument_is_told_as_such(data):
    with pytest.raises(ExpectedError) as caught:
        opened(data, "a.odt")
    assert caught.value.code is ErrorCode.DOCUMENT_DAMAGED


def test_an_opendocument_without_hidden_text_stays_as_it_is():
    data = odt(para("x"))
    assert prepared(data).data is data


def test_text_after_what_is_hidden_stays():
    field = '<text:hidden-text text:string-value="weg" text:is-hidden="true"/>'
    assert b">vor nach<" in zip_member(prepared(odt(para(f"vor {field}nach"))).data)


def zip_member(data: bytes) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("content.xml")


def test_pictures_inside_the_file_are_no_links():
    assert linked(odt('<draw:image xlink:href="Pictures/a.png"/>'), Format.ODT) == 0
    assert linked(odt('<draw:image xlink:href="../a.png"/>'), Format.ODT) == 1


def test_progress_is_told_while_the_conversion_runs(monkeypatch, tmp_path):
    told: list[str] = []
    with pytest.raises(ExpectedError):
        run.converted(Path("/bin/false"), b"x", ".doc", 10, lambda _f, code, _p: told.append(code))
    assert set(told) == {"converting"}
    silent(0.0, "converting", {})


def test_a_built_program_watches_over_libreoffice_itself(monkeypatch):
    assert run._supervisor()[0] == sys.executable
    assert run._supervisor()[-1].endswith("supervisor.py")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run._supervisor() == [sys.executable, "--supervise"]
