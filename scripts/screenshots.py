"""Take pictures of the window with our own sample documents: all states to be looked at, or the few of the documentation.

`--docs` writes those of docs/screenshots, with 256 colours to keep the repository small; the picture of the report needs Chromium.
Every scale factor needs a process of its own, because Qt reads it once. Without a display the pictures are taken in a virtual
one (xvfb-run), or offscreen where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from screenshots_library import LibraryCamera

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
PDF, DOCX, TEXT = "lieferbedingungen.pdf", "wartung-automatische-nummern.docx", "beratung.txt"
SIZE = (1500, 940)
REPORT_SIZE = (1000, 1400)
PATIENCE_S = 60.0


def main() -> int:
    """Start a process for each scale factor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", action="store_true", help="the pictures in docs/screenshots")
    parser.add_argument("--out", type=Path, help="default: build/screenshots, with --docs docs/screenshots")
    parser.add_argument("--pdf", type=Path, default=SAMPLES / PDF)
    parser.add_argument("--docx", type=Path, default=SAMPLES / DOCX)
    parser.add_argument("--scales", nargs="*", default=["1", "2"])
    parser.add_argument("--scale", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.out = options.out or ROOT / ("docs" if options.docs else "build") / "screenshots"
    if options.scale:
        return take_for_docs(options) if options.docs else take_all(options)
    options.out.mkdir(parents=True, exist_ok=True)
    for scale in ["1"] if options.docs else options.scales:
        own = [sys.executable, __file__, "--scale", scale, "--out", str(options.out)]
        own += ["--pdf", str(options.pdf), "--docx", str(options.docx), *(["--docs"] if options.docs else [])]
        subprocess.run([*_display(), *own], check=True, env=_environment(scale))
    print(f"{len(list(options.out.glob('*.png')))} pictures in {options.out}")
    return 0


def _display() -> list[str]:
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or not shutil.which("xvfb-run"):
        return []
    return ["xvfb-run", "-a", "-s", "-screen 0 3200x2000x24"]


def _environment(scale: str) -> dict[str, str]:
    platform = "xcb" if _display() or os.environ.get("DISPLAY") else os.environ.get("QT_QPA_PLATFORM", "offscreen")
    home = tempfile.mkdtemp()
    python = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return os.environ | {
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": platform,
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "PYTHONPATH": python,
    }


def take_all(options: argparse.Namespace) -> int:
    """All states in both themes and languages, at this process's scale."""
    from PySide6.QtWidgets import QApplication

    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.session import wait_for_all
    from app.ui.settings import WindowSettings
    from app.ui.theme import Theme

    application = QApplication([])
    for name in ("light", "dark"):
        for lang in ("de", "en"):
            if options.scale != "1" and (name, lang) not in {("light", "de"), ("dark", "en")}:
                continue
            language = Language(lang)
            context = Context(Theme(name), language, WindowSettings())
            Camera(application, context, options, f"{name}-{lang}-{options.scale}x").take()
            context.library.close()
            language.remove()
    wait_for_all()
    return 0


def take_for_docs(options: argparse.Namespace) -> int:
    """The window with a finding in both themes, a Word document, the overview, the report."""
    from PySide6.QtWidgets import QApplication

    from app.ui.context import Context
    from app.ui.language import Language
    from app.ui.session import wait_for_all
    from app.ui.settings import WindowSettings
    from app.ui.theme import Theme

    application = QApplication([])
    language = Language("de")
    for name in ("light", "dark"):
        camera = Camera(application, Context(Theme(name), language, WindowSettings()), options, "")
        camera.take_for_docs(dark=name == "dark")
        camera.end()
    wait_for_all()
    return 0


def _small(picture, path: Path) -> None:  # noqa: ANN001 - Qt is imported later
    from PIL import Image
    from PySide6.QtGui import QImage

    rgb = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    image = Image.frombytes("RGBX", (rgb.width(), rgb.height()), bytes(rgb.constBits())).convert("RGB")
    image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


class Camera:
    """Brings a window into each state and takes its picture."""

    def __init__(self, application, context, options, suffix: str) -> None:  # noqa: ANN001 - Qt is imported later
        from app.ui.main_window import MainWindow

        self._application = application
        self._options = options
        self._suffix = suffix
        self._session = context.library
        self.window = MainWindow(context)
        self.window.resize(*SIZE)
        self.window.show()

    def take(self) -> None:
        """The states a user sees."""
        self._shoot("empty")
        self._documents()
        self._error()
        self._dialogs()
        self._library(self._save).take()
        self.window.close()
        self.window.deleteLater()
        self._wait(lambda: True)

    def take_for_docs(self, *, dark: bool) -> None:
        """Pictures for the documentation."""
        self._open(self._options.pdf)
        self._step(2)
        self._picture("fenster-dunkel" if dark else "fenster")
        if not dark:
            self._pick("contradiction")
            self._picture("widerspruch")
            self.window.current.page.show_panel("overview")
            self._picture("uebersicht")
            self._pick_cell()
            self._picture("haftung")
            self._open(self._options.docx)
            self._step(1)
            self._picture("word-dokument")
            self.window.tabs.setCurrentIndex(0)
            self._report()
        self._library(self._picture_of).take_for_docs(dark=dark)
        self.window.close()
        self.window.deleteLater()
        self._wait(lambda: True)

    def end(self) -> None:
        """Close the library."""
        self._session.close()

    def _picture(self, name: str) -> None:
        self._picture_of(self.window, name)

    def _picture_of(self, widget, name: str) -> None:  # noqa: ANN001
        self._settle()
        _small(widget.grab().toImage(), self._options.out / f"{name}.png")

    def _library(self, shoot: Callable[..., None]) -> LibraryCamera:
        def settled(widget, name: str) -> None:  # noqa: ANN001
            self._settle()
            shoot(widget, name)

        return LibraryCamera(self.window, self._session, settled, self._wait)

    def _report(self) -> None:
        from PySide6.QtGui import QImage

        browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
        if browser is None:
            print("report.png was not taken: it needs Chromium")
            return
        folder = Path(tempfile.mkdtemp())
        self.window.exporter.export_to(folder / "report.html")
        self._wait(lambda: (folder / "report.html").is_file())
        size = ",".join(map(str, REPORT_SIZE))
        quiet = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder / 'home'}",
        ]
        shot = [f"--screenshot={folder / 'report.png'}", f"--window-size={size}", str(folder / "report.html")]
        subprocess.run([browser, *quiet, *shot], check=True, capture_output=True)
        _small(QImage(str(folder / "report.png")), self._options.out / "report.png")

    def _documents(self) -> None:
        self._open(self._options.pdf)
        self._shoot("pdf")
        self._step(2)
        self._shoot("pdf-finding")
        for kind in ("statutory", "contradiction"):
            self._pick(kind)
            self._shoot(f"pdf-{kind}")
        self.window.current.page.show_panel("overview")
        self._shoot("overview")
        self._pick_cell()
        self._shoot("liability")
        self.window.current.page.show_panel("unchecked")
        self._shoot("not-checked")
        self.window.current.page.show_panel("findings")
        self._open(self._options.docx)
        self._step(1)
        self._shoot("docx-finding")

    def _error(self) -> None:
        broken = Path(tempfile.mkdtemp()) / "beschädigt.pdf"
        broken.write_bytes(b"%PDF-1.7\nnothing")
        self._open(broken)
        self._shoot("error")

    def _dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        self.window.show_bug("Traceback (most recent call last):\n  …\nbuiltins.KeyError")
        for name in ("bug", "about"):
            self._wait(lambda: bool(self.window.findChildren(QDialog)))
            dialog = self.window.findChildren(QDialog)[0]
            self._settle()
            self._save(dialog, name)
            dialog.close()
            self._wait(lambda: not self.window.findChildren(QDialog))
            if name == "bug":
                self.window.actions_["about"].trigger()

    def _open(self, path: Path) -> None:
        self.window.open_files([path])
        presenter = self.window.current
        if path == self._options.pdf and not self._options.docs:
            presenter.page.progress.show()
            self._wait(lambda: presenter.view is not None)
            self._shoot("working")
        self._wait(lambda: not presenter.session.busy)

    def _pick(self, kind: str) -> None:
        """The first finding of a kind, and the second of its places."""
        presenter = self.window.current
        found = next(f for f in presenter.analysis.findings if f.kind.value == kind)
        presenter.page.panel("findings").view.finding_picked.emit(found.id)
        self.window.actions_["next_passage"].trigger()

    def _pick_cell(self) -> None:
        """Slight negligence in essential duties, the case that most terms limit."""
        page = self.window.current.page
        page.show_panel("liability")
        rows = page.panel("liability").matrix.table.rows
        page.panel("liability").matrix.table.setCurrentIndex(rows.index(2, 3))

    def _step(self, times: int) -> None:
        for _ in range(times):
            self.window.actions_["next"].trigger()

    def _shoot(self, name: str) -> None:
        self._settle(0.2 if name == "working" else 0.7)
        self._save(self.window, name)

    def _save(self, widget, name: str) -> None:  # noqa: ANN001
        widget.grab().save(str(self._options.out / f"{name}-{self._suffix}.png"))

    def _settle(self, seconds: float = 0.7) -> None:
        """Let pages be drawn."""
        until = time.monotonic() + seconds
        self._wait(lambda: time.monotonic() > until)

    def _wait(self, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self._application.sendPostedEvents(None, 52)  # deferred deletion
            self._application.processEvents()
            if ready():
                return
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
