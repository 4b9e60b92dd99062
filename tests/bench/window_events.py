"""The window's main thread under a load: a long PDF is analysed, then everything a user does in it, then it is stored and reopened.

Run in a process of its own (`python -m tests.bench.window_events FILE`), because the application must be of a class that
measures. Prints one JSON object: what was done → what its events cost. Garbage is collected as the program does it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from tests.bench.event_times import Measured, MeasuredApplication, Watch, own_cost

PATIENCE_S = 600.0
RESTING = "collecting, after two seconds in which nobody touched the window"
_IDLE_S = 20.0
_AFTER_S = 1.0
_STEPS = 30


class Bench:
    """The window as `application.run` makes it, with a document."""

    def __init__(self) -> None:
        from app import paths
        from app.ui.ahead import Ahead
        from app.ui.application import take_turns
        from app.ui.collecting import Collector
        from app.ui.context import Context
        from app.ui.language import Language
        from app.ui.library.session import LibrarySession
        from app.ui.main_window import MainWindow
        from app.ui.session import keep_worker_ready
        from app.ui.settings import WindowSettings
        from app.ui.theme import Theme

        take_turns()
        keep_worker_ready()
        self.application = MeasuredApplication()
        self.application.own_ms = own_cost()
        context = Context(Theme("light"), Language("de"), WindowSettings(), LibrarySession(paths.clause_library()))
        self.window = MainWindow(context)
        self.collector = Collector(lambda: not all(presenter.settled for presenter in self.window.tabs))
        self.window.tabs.closing.connect(self.collector.closed)
        self.collector.start()
        self.window.resize(1500, 940)
        self.window.show()
        self.ahead = Ahead()
        self.ahead.start()
        self.watch = Watch(self.application)
        self.found: dict[str, Measured] = {}
        self.watch.rest(2.0)

    def settled(self) -> bool:
        return self.window.current is not None and self.window.current.settled

    def note(self, what: str, action: Callable[[], object], *, after: float = _AFTER_S) -> None:
        """Measure an action until everything shows what follows from it, and a little longer: what comes later counts too."""
        with self.measured(what):
            self.watch.do(action)
            if not self.watch.run(self.settled, PATIENCE_S):
                raise TimeoutError(what)
            self.watch.rest(after)

    @contextmanager
    def measured(self, what: str) -> Iterator[None]:
        """Everything that happens here."""
        self.watch.begin()
        yield
        self.found[what] = self.watch.end()

    def close(self) -> None:
        from app.ui.session import wait_for_all

        self.window.close()
        self.ahead.wait()
        self.collector.stop()
        wait_for_all()


def _idle(bench: Bench, seconds: float) -> None:
    with bench.measured("idle"):
        bench.watch.rest(seconds)


def _look_around(bench: Bench) -> None:
    """Panels, findings, filters."""
    page, commands = bench.window.current.page, bench.window.current.page.commands()
    for side in (page.left, page.right):
        for name in side.panels:
            bench.note(f"panel {name}", lambda name=name: page.show_panel(name), after=0.6)
    page.show_panel("findings")
    page.show_panel("outline")
    bench.watch.rest(0.5)
    with bench.measured("next finding"):
        for _ in range(_STEPS):
            bench.watch.do(commands["next"])
            bench.watch.rest(0.1)
    _type(bench, "typing findings", page.panel("findings").controls.words)
    _type(bench, "typing outline", page.panel("outline")._search)
    bench.watch.do(commands["find"])
    _type(bench, "typing search", page.stack.search_bar.field)
    bench.watch.do(page.stack.search_bar.close_bar)


def _type(bench: Bench, what: str, field) -> None:
    from PySide6.QtTest import QTest

    field.setFocus()
    with bench.measured(what):
        for letter in "haftung":
            QTest.keyClicks(field, letter)
            bench.watch.rest(0.25)
        bench.watch.do(field.clear)
        bench.watch.rest(0.5)


def _change(bench: Bench) -> None:
    """What makes parts anew."""
    from app.models.decisions import Verdict
    from app.models.facts import Fact, FactSource

    window, presenter = bench.window, bench.window.current
    document = presenter.document
    findings = presenter.analysis.findings
    bench.note("deciding", lambda: document.review.decide(findings[10], verdict=Verdict.REJECT))
    bench.note("undo", document.undo.undo)
    theme = window.context.theme
    bench.note("theme", lambda: theme.choose("dark"))
    bench.note("theme back", lambda: theme.choose("light"))
    bench.note("language", lambda: window.speak("en"))
    bench.note("language back", lambda: window.speak("de"))
    stated = replace(document.facts, contract_value=Fact(50_000.0, FactSource.USER))
    bench.note("a fact", lambda: document.change_facts(stated), after=4.0)


def _reopen(bench: Bench, file: Path) -> None:
    """From the list of cases."""
    window = bench.window
    with bench.measured("closing"):
        bench.watch.do(window.tabs.close_current)
        bench.watch.rest(1.5)
    with bench.measured(RESTING):
        bench.watch.rest(3.0)
    entry = next(entry for entry in window.cases._entries if entry.path == file)
    bench.note("reopening", lambda: window.cases.open(entry.id), after=4.0)


def measure(file: Path) -> dict[str, Measured]:
    bench = Bench()
    bench.note("analysing", lambda: bench.window.open_files([file]), after=4.0)
    _idle(bench, min(bench.found["analysing"].seconds, _IDLE_S))
    _look_around(bench)
    _change(bench)
    _reopen(bench, file)
    bench.close()
    return bench.found


if __name__ == "__main__":
    print(json.dumps({what: asdict(found) for what, found in measure(Path(sys.argv[1])).items()}))
