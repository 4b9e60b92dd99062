"""A window in the colours and language asked for, documents of our own, and their analysis by the real pipeline."""

from __future__ import annotations

import io
import pickle
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parent))  # spawned workers inherit it and find prepared_worker

import prepared_worker

from app import paths
from app.jobs.blocking import analyse_file
from app.pipeline.facts import assumed

PATIENCE_MS = 60_000

PARAGRAPHS = (
    ("§ 1 Geltung", ("(1) Diese Bedingungen gelten für alle Verträge über die Wartung von Pumpen.",)),
    (
        "§ 2 Zahlung",
        (
            "(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.",
            "(2) Einwendungen gegen eine Rechnung muss der Kunde binnen zwei Tagen erheben, sonst gilt sie als genehmigt.",
        ),
    ),
    (
        "§ 3 Haftung",
        (
            "(1) Der Anbieter haftet je Schadensereignis nur bis zu einem Betrag von 1.000 Euro.",
            "(2) Die Haftung des Anbieters für entgangenen Gewinn ist ausgeschlossen.",
        ),
    ),
    (
        "§ 4 Laufzeit",
        ("(1) Der Kunde kann den Vertrag mit einer Frist von zwölf Monaten zum Jahresende kündigen.",),
    ),
    ("§ 5 Recht", ("(1) Es gilt deutsches Recht.",)),
)


def _draw_pdf() -> bytes:
    """One section a page, so that going to a clause must scroll."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for heading, paragraphs in PARAGRAPHS:
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(72, 760, heading)
        canvas.setFont("Helvetica", 9)
        for number, paragraph in enumerate(paragraphs):
            canvas.drawString(72, 730 - 24 * number, paragraph)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _write_docx(path: Path) -> None:
    import docx

    document = docx.Document()
    for heading, paragraphs in PARAGRAPHS:
        document.add_heading(heading, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.add_paragraph("")
    document.save(str(path))


class PatientBot(QtBot):
    """What is waited for comes at once or, on a loaded machine, much later: nothing waits for less than a minute."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, raising=True, **options):
        """Where nothing need come (`assertNotEmitted`) there is nothing to wait for."""
        patience = max(timeout, PATIENCE_MS) if raising else timeout
        return super().waitSignal(signal, timeout=patience, raising=raising, **options)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp, request):
    """With the patience that a loaded machine needs."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def pdf(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("documents") / "wartung.pdf"
    path.write_bytes(_draw_pdf())
    return path


@pytest.fixture(scope="session")
def docx_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("documents") / "wartung.docx"
    _write_docx(path)
    return path


def _analyse(path: Path):
    return analyse_file(path, path.name, paths.clause_library(), assumed(date(2026, 1, 2)))


@pytest.fixture(scope="session")
def analysed():
    """Analyse a file, in a worker process as the window does."""
    return _analyse


@pytest.fixture(scope="session")
def analysis(pdf):
    return _analyse(pdf)


@pytest.fixture(scope="session")
def docx_analysis(docx_file):
    return _analyse(docx_file)


@pytest.fixture
def language(qapp):
    from app.ui.language import Language

    found = Language("de")
    yield found
    found.remove()


@pytest.fixture
def theme(qapp):
    from app.ui.theme import Theme

    return Theme("light")


@pytest.fixture
def context(theme, language, tmp_path, monkeypatch, analysis, docx_analysis):
    """With a worker that need not read the two documents again."""
    from app.ui.context import Context
    from app.ui.settings import WindowSettings

    monkeypatch.setenv(prepared_worker.FOLDER, str(tmp_path))
    for known in (analysis, docx_analysis):
        (tmp_path / known.reading.source.sha256).write_bytes(pickle.dumps(known))
    return Context(theme, language, WindowSettings(), entry=prepared_worker.main)


@pytest.fixture
def real_context(theme, language):
    """With the worker that users have."""
    from app.ui.context import Context
    from app.ui.settings import WindowSettings

    return Context(theme, language, WindowSettings())


@pytest.fixture
def window(context, qtbot):
    yield from _window(context, qtbot)


@pytest.fixture
def real_window(real_context, qtbot):
    yield from _window(real_context, qtbot)


def _window(context, qtbot):
    from app.ui.main_window import MainWindow
    from app.ui.session import wait_for_all

    made = MainWindow(context)
    made.resize(1200, 700)
    made.show()
    with qtbot.waitExposed(made):
        pass
    yield made
    made.close()
    made.deleteLater()
    wait_for_all()


@pytest.fixture
def opened(window, qtbot):
    """Open a file and wait for its analysis or error."""

    def open_(path: Path):
        window.open_files([path])
        presenter = window.current
        qtbot.waitUntil(lambda: presenter.settled, timeout=30_000)
        return presenter

    return open_


# --- the clause library


@pytest.fixture(params=["de", "en"])
def desk(request, qtbot, theme, tmp_path):
    """A desk with the starter library as the user's own, Mia Muster at work, and a clock that ticks; in both languages."""
    from app.pipeline.libraries import create_user_library
    from app.settings import Settings, save_settings
    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.library.desk import Desk
    from app.ui.library.session import LibrarySession
    from app.ui.settings import WindowSettings

    language = Language(request.param)
    path = tmp_path / "library.sqlite"
    create_user_library(path).close()
    save_settings(Settings(user="Mia Muster"))
    ticks = count()
    session = LibrarySession(path, clock=lambda: datetime(2026, 11, 22, 9, tzinfo=UTC) + timedelta(minutes=next(ticks)))
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.prepare()
    yield Desk(Context(theme, language, WindowSettings()), session)
    session.close()
    language.remove()


@pytest.fixture
def failures(desk):
    """What the library refused."""
    found = []
    desk.session.failed.connect(found.append)
    return found


@pytest.fixture
def parent(qtbot):
    """A window for dialogs to belong to."""
    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    return window
