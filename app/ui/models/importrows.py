"""What the list of files under way shows of each, and what can be done with it. No Qt, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.errors import BugError, ExpectedError
from app.ui.models.queueing import IN_VAIN, Import, Queue, Stage
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang
from app.wording.progress import progress_sentence, remaining_sentence
from app.wording.queue import findings_count, stage_text, together_text

_POSSIBLE: Final = {
    Stage.WAITING: ("show", "cancel"),
    Stage.RUNNING: ("show", "cancel"),
    Stage.DONE: ("show",),
    Stage.FAILED: ("show", "retry", "remove"),
    Stage.LOCKED: ("password", "remove"),
    Stage.CANCELLED: ("retry", "remove"),
}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file: `below` the name stands how it is getting on; `progress` 0..1 while it is read; `possible`: first what is done
    by a double click.
    """

    number: int
    name: str
    place: str
    stage: Stage
    below: str
    progress: float | None
    possible: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """As a whole."""
        return f"{self.name}: {self.below}"


@dataclass(frozen=True, slots=True)
class Together:
    """All files in one line: `remaining` "" where nobody can tell; `failed` how many came to nothing."""

    text: str
    fraction: float
    busy: bool
    failed: int


def import_rows(queue: Queue, lang: Lang, now: float) -> tuple[ImportRow, ...]:
    """In their order."""
    return tuple(_row(entry, lang, now) for entry in queue.imports)


def together(queue: Queue, lang: Lang) -> Together:
    """How far all of them are."""
    done, failed = len(queue.at(Stage.DONE)), len(queue.at(Stage.FAILED, Stage.LOCKED))
    text = together_text(len(queue.imports), done, failed, lang, busy=queue.busy)
    return Together(text, queue.fraction, queue.busy, len(queue.at(*IN_VAIN)))


def _row(entry: Import, lang: Lang, now: float) -> ImportRow:
    return ImportRow(
        number=entry.number,
        name=entry.path.name,
        place=str(entry.path),
        stage=entry.stage,
        below=_below(entry, lang, now),
        progress=entry.fraction if entry.stage is Stage.RUNNING else None,
        possible=_POSSIBLE[entry.stage],
    )


def _below(entry: Import, lang: Lang, now: float) -> str:
    match entry.stage:
        case Stage.RUNNING:
            seconds = entry.estimate.remaining(now) if entry.estimate else None
            doing = progress_sentence(entry.code, entry.params, lang) if entry.code else stage_text("running", lang)
            return doing if seconds is None else f"{doing} · {remaining_sentence(seconds, lang)}"
        case Stage.DONE:
            return f"{stage_text('done', lang)}: {findings_count(entry.findings, lang)}"
        case Stage.FAILED:
            return _trouble(entry, lang)
    return stage_text(entry.stage.value, lang)


def _trouble(entry: Import, lang: Lang) -> str:
    match entry.error:
        case ExpectedError() as error:
            return error_sentence(error, lang)
        case BugError():
            return bug_sentence(lang)
    return stage_text("failed", lang)
