"""Reads documents with the program's own client and worker processes, two at a time, and says how each ended.

A worker reads one document after the other (starting a process for each would take longer than reading), is replaced by the client when
it dies, as in the program, and draws the first page of a PDF while it reads, as for the window.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from app.errors import BugError, Cancelled, ExpectedError
from app.importing.options import ReadOptions
from app.jobs.client import DocumentWorker
from app.jobs.guard import Limits
from app.jobs.messages import Analysed, Document, Failed, Load, Rendered
from app.models.facts import DealFacts
from app.paths import clause_library
from tests.fuzz import fuzz_worker

WORKERS = 2
_LOOK_EVERY_S = 0.05
_GONE_S = 30.0  # without any answer although the time is over: the program hangs


@dataclass(frozen=True)
class Outcome:
    """How a document ended: `kind` is ok, left_out, bug, hang or the code of an expected error."""

    name: str
    kind: str
    seconds: float
    deaths: int = 0  # processes used up
    left_out: tuple[tuple[int, str], ...] = ()
    peak: int = 0  # bytes
    detail: str = ""

    @property
    def wrong(self) -> bool:
        """The program's own fault."""
        return self.kind in ("bug", "hang")


class _Reader(DocumentWorker):
    """A client that goes on to the next document with the same process."""

    def __init__(self, limits: Limits) -> None:
        self.replies: SimpleQueue = SimpleQueue()
        first = Document(b"", "", ReadOptions())
        super().__init__(first, self.replies.put, entry=fuzz_worker.main, limits=limits)

    def load(self, document: Document) -> None:
        with self._lock:
            self._document, self._restarts, self._reading = document, 0, None
            session = self._session
        if session is not None:
            session.send(Load(document))

    @property
    def process(self) -> int | None:
        session = self._session
        return None if session is None else session._process.pid


def run(
    cases: Iterable[tuple[str, Callable[[], bytes]]], *, limits: Limits, timeout: float, fresh: bool = False
) -> list[Outcome]:
    """Every case read; `fresh`: each with a process of its own. In the order of the cases."""
    waiting: SimpleQueue = SimpleQueue()
    numbered = list(enumerate(cases))
    for item in numbered:
        waiting.put(item)
    ended: dict[int, Outcome] = {}
    threads = [threading.Thread(target=_work, args=(waiting, ended, limits, timeout, fresh)) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [ended[number] for number, _ in numbered]


def _work(waiting: SimpleQueue, ended: dict[int, Outcome], limits: Limits, timeout: float, fresh: bool) -> None:
    reader = _Reader(limits)
    while True:
        try:
            number, (name, make) = waiting.get_nowait()
        except Empty:
            break
        ended[number] = _read(reader, name, make(), timeout)
        if fresh or ended[number].kind == "hang":
            reader.stop(wait=ended[number].kind != "hang")
            reader = _Reader(limits)
    reader.stop()


def _read(reader: _Reader, name: str, data: bytes, timeout: float) -> Outcome:
    while not reader.replies.empty():
        reader.replies.get()
    recognised = name.startswith(fuzz_worker.WHOLE)  # a damaged page takes the engine several seconds
    reader.load(Document(data, name, ReadOptions(text_recognition=recognised)))
    began = time.monotonic()
    drawn = reader.render(1, 200, 283) if b"%PDF-" in data[:1024] else None
    job = reader.analyse(clause_library(), DealFacts(), timeout=timeout)
    kind, detail, peak, open_jobs, deaths = "", "", 0, {job, drawn} - {None}, 0
    seen: set[int] = set()
    while open_jobs:
        peak = max(peak, _peak(reader.process))
        seen |= {reader.process} - {None}
        try:
            reply = reader.replies.get(timeout=_LOOK_EVERY_S)
        except Empty:
            if time.monotonic() - began > timeout + _GONE_S:
                return Outcome(name, "hang", time.monotonic() - began, detail="no answer at all")
            continue
        if isinstance(reply, Analysed | Failed | Rendered):
            open_jobs.discard(reply.job)
            found, said = _verdict(reply)
            if found == "bug" or (reply.job == job and kind != "bug"):
                kind, detail = found, said
    deaths = reader._restarts + (kind in ("worker_died", "worker_timeout"))
    left_out = reader._document.options.skipped
    kind = "left_out" if kind == "ok" and left_out else kind
    return Outcome(name, kind, time.monotonic() - began, deaths, left_out, peak, detail)


def _verdict(reply: Analysed | Failed | Rendered) -> tuple[str, str]:
    match reply:
        case Analysed(_, analysis):
            source = analysis.reading.source
            return "ok", f"{len(source.text)} characters, {len(source.pages)} pages, {len(source.unread_pages)} unread"
        case Failed(_, ExpectedError() as error):
            return str(error.code), str(error.params)
        case Failed(_, BugError() as error):
            return "bug", error.report
        case Failed(_, Cancelled()):
            return "hang", "cancelled by nobody"
    return "ok", ""


def _peak(process: int | None) -> int:
    """Most memory the process has used, in bytes, where the system says it."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


def frames(report: str, count: int = 6) -> str:
    """The end of a bug report: where it happened."""
    return "\n".join(line for line in report.strip().splitlines() if "^^^" not in line)[-160 * count :]


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """How many ended how."""
    kinds = sorted({o.kind for o in outcomes}, key=lambda kind: (-sum(o.kind == kind for o in outcomes), kind))
    rows = [f"| {kind} | {sum(o.kind == kind for o in outcomes)} |" for kind in kinds]
    return ["| outcome | files |", "| --- | ---: |", *rows]
