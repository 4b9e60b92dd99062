"""One file analysed in a worker process while the caller waits: for the command line.

The caller's thread only waits and reports progress, so Ctrl+C is heard at once: the worker is ended and `Cancelled` is
raised.
"""

from __future__ import annotations

from pathlib import Path
from queue import Empty, SimpleQueue

from app.errors import Cancelled
from app.importing.options import ReadOptions
from app.jobs import worker
from app.jobs.client import DocumentWorker
from app.jobs.guard import Limits
from app.jobs.messages import Analysed, Document, Failed, Progressed, Reply
from app.jobs.session import Entry
from app.models.analysis import Analysis
from app.models.facts import DealFacts
from app.progress import Progress, silent

_WAKE_EVERY_S = 0.5  # Windows delivers Ctrl+C only between two waits
_USUAL = Limits()


def analyse_file(
    content: Path | bytes,
    name: str,
    library: Path,
    facts: DealFacts,
    options: ReadOptions | None = None,
    *,
    progress: Progress = silent,
    timeout: float | None = None,
    limits: Limits = _USUAL,
    entry: Entry = worker.main,
) -> Analysis:
    """The analysis of a file (path or bytes); `timeout` in seconds; `limits` of what goes without progress.

    Raises ExpectedError, BugError, or Cancelled on Ctrl+C and from `progress`, which is called in this thread.
    """
    replies: SimpleQueue[Reply] = SimpleQueue()
    client = DocumentWorker(Document(content, name, options or ReadOptions()), replies.put, entry=entry, limits=limits)
    try:
        client.analyse(library, facts, timeout=timeout)
        return _wait(replies, progress)
    except KeyboardInterrupt as interrupt:
        raise Cancelled from interrupt
    finally:
        client.stop()


def _wait(replies: SimpleQueue[Reply], progress: Progress) -> Analysis:
    while True:
        try:
            reply = replies.get(timeout=_WAKE_EVERY_S)
        except Empty:
            continue
        match reply:
            case Analysed(_, analysis):
                return analysis
            case Failed(_, error):
                raise error
            case Progressed(_, fraction, code, params):
                progress(fraction, code, params)
            case _:
                pass
