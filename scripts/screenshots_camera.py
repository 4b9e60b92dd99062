"""The story that `screenshots.py` takes pictures of: the window from the empty start page to a case that is opened again."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from screenshots_compare import COMPARISONS, CompareCamera
from screenshots_export import EXPORTS, ExportCamera
from screenshots_library import LibraryCamera

from app.settings import Settings, save_settings
from app.ui.context import Context
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.presenter import Presenter
from app.ui.session import wait_for_all
from app.ui.settings import WindowSettings
from app.ui.theme import NAMES, Theme, _colours
from app.ui.views.roomy_tabs import RoomyTabs
from app.wording.lang import Lang

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
PDF, DOCX, TEXT, COLUMNS = (
    "lieferbedingungen.pdf",
    "wartung-automatische-nummern.docx",
    "beratung.txt",
    "hosting-zweispaltig.pdf",
)
SIZES = {100: (1500, 940), 200: (1120, 760)}  # what a screen of that scale has
REPORT_SIZE = (1000, 1400)
_COLOURS = 256
REST_S = 0.7  # until pages are drawn
PATIENCE_S = 90.0


def take(variant: tuple[Lang, str, int], wanted: frozenset[str], out: Path) -> None:
    """All pictures wanted of a variant; "" wants every one."""
    application = QApplication([])
    lang, theme, scale = variant
    save_settings(Settings(user="Dr. Anna Weber", tour_seen=True, state="BW", language=lang))
    language = Language(lang)
    context = Context(Theme(theme), language, WindowSettings())
    suffix = ("-dunkel" if theme == "dark" else "") + ("-en" if lang == "en" else "") + ("-200" if scale == 200 else "")
    camera = Camera(application, context, wanted, suffix, out)
    camera.window.resize(*SIZES[scale])
    camera.take()
    context.library.close()
    language.remove()
    wait_for_all()


class Camera:
    """Brings a window into each state and takes its picture."""

    def __init__(
        self, application: QApplication, context: Context, wanted: frozenset[str], suffix: str, out: Path
    ) -> None:
        self._application, self._context = application, context
        self._wanted, self._suffix, self._out = wanted, suffix, out
        self._folder = Path(tempfile.mkdtemp())
        self.window = MainWindow(context)
        self.window.show()
        self.window.activateWindow()
        self._exporting = ExportCamera(self.window, self.shoot, self.wait)

    def take(self) -> None:
        """The states a user sees."""
        self._start_page()
        self._reading()
        self._findings()
        self._panels()
        self._left_panels()
        self._outline_dialogs()
        self._word()
        self._dialogs()
        self._export()
        self._compare()
        self._portfolio()
        self._report()
        self._error()
        self._queue()
        self._cases()
        self._tour()
        if "" in self._wanted or "bibliothek" in self._wanted:
            LibraryCamera(self.window, self._context.library, self.shoot, self.wait).take()
        self.window.close()
        self.window.deleteLater()
        self.wait(lambda: True)
        shutil.rmtree(self._folder)

    # --- the story

    def _start_page(self) -> None:
        self.shoot(self.window, "start")

    def _reading(self) -> None:
        self.window.open_files([self._copy(PDF)])
        page = self._front.page
        self.wait(lambda: page.progress.isVisible() or self._front.analysis is not None)
        self.shoot(self.window, "auswertung", rest=0.5)
        self._settled()

    def _findings(self) -> None:
        front = self._front
        findings = front.page.panel("findings")
        for name in ("needs_approval", "accept", "reject"):
            self._do("next")
            self._do(name)
        front.document.review.write_note(front.analysis.findings[0], "Mit dem Vertrieb geklärt, Untergrenze 30 Tage.")
        self._pick("deviation")
        self.shoot(self.window, "fenster")
        self._pick("statutory")
        self.shoot(self.window, "hinweis-gesetz")
        self._pick("contradiction")
        self.shoot(self.window, "widerspruch")
        findings.detail.enlarge()
        self._settle()
        self.shoot(findings.detail.window, "hinweis-gross")
        findings.detail.window.close()

    def _panels(self) -> None:
        page = self._front.page
        for name, picture in (
            ("overview", "uebersicht"),
            ("deadlines", "fristen"),
            ("liability", "haftung"),
            ("duplicates", "doppeltes"),
            ("facts", "angaben"),
            ("unchecked", "ungeprueft"),
        ):
            self._do(f"panel_{name}")
            if name == "deadlines":
                self._enter_a_day(page.panel(name))
            self.shoot(self.window, picture)
        self._do("panel_findings")

    def _enter_a_day(self, panel) -> None:  # noqa: ANN001 - a panel
        key = next(p.key for p in panel._periods if p.provision.kind.value == "notice_period")  # noqa: SLF001
        panel._pick(key)  # noqa: SLF001 - as clicked
        panel.table.select(key)
        panel.form.day.enter(date(2027, 3, 31))

    def _left_panels(self) -> None:
        front = self._front
        self._do("panel_pages")
        self.shoot(self.window, "seiten")
        self._do("find")
        front.page.stack.search_bar.field.setText("Haftung")
        front.page.stack.search_bar.field.ask("Haftung")
        self._do("panel_search")
        self.shoot(self.window, "suche")
        self._do("legend")
        self._do("panel_outline")
        self._do("text_view")
        self._settle()
        self.shoot(self.window, "text-ansicht")
        self._do("text_view")
        self._do("legend")

    def _outline_dialogs(self) -> None:
        front = self._front
        clause = max(front.analysis.reading.clauses, key=lambda c: len(c.text))
        front.navigation.go_to_clause(clause.id)
        for name, picture in (("split", "klausel-teilen"), ("retype", "klausel-art")):
            self._do(name)
            dialog = front.page.panel("outline").dialog
            self.shoot(dialog, picture)
            dialog.reject()
        clause = next(c for c in front.analysis.reading.clauses if c.parent and not c.type)
        front.document.corrections.retype(clause, "confidentiality")
        self._settled()
        front.navigation.go_to_clause(clause.id)
        self.shoot(self.window, "gliederung")
        front.document.undo.undo()
        self._settled()

    def _word(self) -> None:
        self.window.open_files([self._copy(DOCX)])
        self._settled()
        self._do("next")
        self.shoot(self.window, "word-dokument")

    def _dialogs(self) -> None:
        self.window.show_bug("Traceback (most recent call last):\n  …\nbuiltins.KeyError")
        for picture, action in (
            ("fehlerbericht", ""),
            ("ueber", "about"),
            ("tastenkuerzel", "shortcuts"),
            ("einstellungen", "settings"),
        ):
            if action:
                self._do(action)
            self.wait(lambda: bool(self._open_dialogs()))
            dialog = self._open_dialogs()[0]
            self.shoot(dialog, picture)
            if isinstance(dialog, SettingsDialog):
                dialog.findChild(RoomyTabs).setCurrentWidget(dialog.reports)
                self.shoot(dialog, "einstellungen-berichte")
            dialog.close()
            self.wait(lambda: not self._open_dialogs())

    def _open_dialogs(self) -> list[QDialog]:
        return [d for d in self.window.findChildren(QDialog) if d.isVisible()]

    def _export(self) -> None:
        if any(self._wants(name) for name in EXPORTS):
            self.window.tabs.setCurrentIndex(1)
            self._exporting.take()

    def _compare(self) -> None:
        if any(self._wants(name) for name in COMPARISONS):
            self.window.tabs.setCurrentIndex(1)
            CompareCamera(self.window, self._folder, self.shoot, self.wait).take(SAMPLES / DOCX)

    def _portfolio(self) -> None:
        """Our samples and a file that cannot be read, in one table."""
        if not self._wants("mehrere-auswerten"):
            return
        broken = self._folder / "beschädigt.pdf"
        broken.write_bytes(b"%PDF-1.7\nnothing")
        self.window.portfolio.open()
        window = self.window.portfolio.window
        if window is None:
            raise RuntimeError("no window of many documents")
        window.reader.add([*(SAMPLES / name for name in (PDF, DOCX, COLUMNS, TEXT)), broken])
        self.wait(lambda: not window.reader.busy)
        self.shoot(window, "mehrere-auswerten")
        window.close()

    def _report(self) -> None:
        if not self._wants("report") or self._suffix:
            return
        browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
        if browser is None:
            print("report.png was not taken: it needs Chromium")
            return
        self.window.tabs.setCurrentIndex(1)
        page, picture = self._folder / "report.html", self._folder / "report.png"
        self._exporting.write("html", page)
        quiet = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={self._folder / 'home'}",
        ]
        shot = [f"--screenshot={picture}", f"--window-size={REPORT_SIZE[0]},{REPORT_SIZE[1]}", str(page)]
        subprocess.run([browser, *quiet, *shot], check=True, capture_output=True)
        _keep(QImage(str(picture)), self._out / "report.png")

    def _error(self) -> None:
        self._settle(0.2)  # the report was just saved
        self.window.statusBar().clearMessage()
        broken = self._folder / "beschädigt.pdf"
        broken.write_bytes(b"%PDF-1.7\nnothing")
        self.window.open_files([broken])
        self._settled()
        self.shoot(self.window, "fehler")
        self.window.tabs.close_all()

    def _queue(self) -> None:
        """Several files at once, one of which cannot be read."""
        files = [self._copy(name) for name in (COLUMNS, TEXT)]
        more = [shutil.copy(SAMPLES / DOCX, self._folder / f"wartung-{n}.docx") for n in (2, 3)]
        self.window.open_files([files[0], self._folder / "beschädigt.pdf", files[1], *more])
        self.wait(lambda: len(self.window.tabs) > 1)
        self.shoot(self.window, "mehrere-dateien", rest=1.2)
        self.wait(lambda: not self.window.imports.imports.busy)
        self.shoot(self.window, "mehrere-dateien-fertig")
        self.window.tabs.close_all()

    def _cases(self) -> None:
        self.wait(lambda: self.window.empty.cases.count() > 3)
        self.window.imports.list.hide()
        self.window.empty.cases.select_first()
        self.shoot(self.window, "vorgaenge")

    def _tour(self) -> None:
        self._do("tour")
        self.shoot(self.window, "einfuehrung-1")
        self.window.first_steps.tour.go_on()
        self.wait(lambda: self.window.current is not None)
        self._settled()
        self.shoot(self.window, "einfuehrung-2")
        self.window.first_steps.tour.end()

    # --- how

    @property
    def _front(self) -> Presenter:
        front = self.window.current
        if front is None:
            raise RuntimeError("no document is open")
        return front

    def _copy(self, name: str) -> Path:
        return Path(shutil.copy(SAMPLES / name, self._folder / name))

    def _do(self, name: str) -> None:
        self.wait(self.window.actions_[name].isEnabled)
        self.window.actions_[name].trigger()

    def _settled(self) -> None:
        front = self._front
        self.wait(lambda: front.settled and not front.session.busy)

    def _pick(self, kind: str) -> None:
        """The first finding of a kind; of a contradiction the second place."""
        front = self._front
        found = [f for f in front.analysis.findings if f.kind.value == kind] or list(front.analysis.findings)
        front.document.go_to(found[0].id)
        self._settle()
        if kind == "contradiction":
            self.window.actions_["next_passage"].trigger()

    def _wants(self, name: str) -> bool:
        return "" in self._wanted or name in self._wanted

    def shoot(self, widget: QWidget, name: str, rest: float = REST_S) -> None:
        """Take its picture where it is wanted."""
        if self._wants(name):
            self._settle(rest)
            _keep(widget.grab().toImage(), self._out / f"{name}{self._suffix}.png")

    def _settle(self, seconds: float = REST_S) -> None:
        until = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > until)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Let the program work until it is so."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            self._application.processEvents()
            if ready():
                return
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.01)


def _keep(picture: QImage, path: Path) -> None:
    """With 256 colours: those of the themes, which say something however small what they fill, and the most frequent others."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGBX8888)
    image = Image.frombytes("RGBX", (rgb.width(), rgb.height()), bytes(rgb.constBits())).convert("RGB")
    named = sorted(
        {int(colour[1:], 16) for name in NAMES for group in _colours(name).values() for colour in group.values()}
    )
    others = image.quantize(_COLOURS - len(named), Image.Quantize.MEDIANCUT, kmeans=1).getpalette() or []
    chosen = Image.new("P", (1, 1))
    chosen.putpalette([*(part for colour in named for part in colour.to_bytes(3, "big")), *others][: 3 * _COLOURS])
    image.quantize(palette=chosen, dither=Image.Dither.NONE).save(path, optimize=True)
