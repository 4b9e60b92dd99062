"""Files that are read one after the other: how each is getting on, and all of them together."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Pair, filled
from app.wording.numbers import number_text

_STAGES: Final[dict[str, Pair]] = {
    "waiting": ("wartet", "waiting"),
    "running": ("wird gelesen", "being read"),
    "done": ("fertig", "done"),
    "failed": ("nicht gelesen", "not read"),
    "locked": ("Das PDF ist mit einem Passwort geschützt.", "The PDF is protected by a password."),
    "cancelled": ("abgebrochen", "cancelled"),
}
_TOGETHER: Final[dict[str, Pair]] = {
    "running": ("{done} von {total} Dateien gelesen", "{done} of {total} files read"),
    "all_done": ("Alle {total} Dateien gelesen", "All {total} files read"),
    "one_done": ("1 Datei gelesen", "1 file read"),
    "none_done": ("Keine Datei gelesen", "No file read"),
    "some_done": ("{done} von {total} Dateien gelesen", "{done} of {total} files read"),
}
_FAILED: Final[tuple[Pair, Pair]] = (
    ("1 Datei konnte nicht gelesen werden", "1 file could not be read"),
    ("{count} Dateien konnten nicht gelesen werden", "{count} files could not be read"),
)
_FINDINGS: Final[tuple[Pair, Pair]] = (("1 Hinweis", "1 finding"), ("{count} Hinweise", "{count} findings"))
_NO_FINDINGS: Final[Pair] = ("keine Hinweise", "no findings")
_DROPPED: Final[dict[str, Pair]] = {
    "too_many": (
        "Es werden höchstens {limit} Dateien auf einmal gelesen. Von den übrigen wurde keine geöffnet; bitte geben Sie sie "
        "danach herein.",
        "At most {limit} files are read at once. None of the others was opened; please hand them over afterwards.",
    ),
    "nothing_to_read": (
        "In diesem Ordner liegt nichts, was gelesen werden kann (PDF, Word, OpenDocument, RTF, HTML, Markdown, Text).",
        "There is nothing in this folder that can be read (PDF, Word, OpenDocument, RTF, HTML, Markdown, text).",
    ),
    "nothing_to_paste": (
        "In der Zwischenablage ist weder Text noch eine Datei.",
        "There is neither text nor a file on the clipboard.",
    ),
}


def stage_text(stage: str, lang: Lang) -> str:
    """How a file is getting on, in a word or two."""
    return filled(_STAGES[stage], {}, lang)


def findings_count(count: int, lang: Lang) -> str:
    """1 Hinweis, 41 Hinweise."""
    if count == 0:
        return filled(_NO_FINDINGS, {}, lang)
    return filled(_FINDINGS[count != 1], {"count": number_text(count, lang)}, lang)


def together_text(total: int, done: int, failed: int, lang: Lang, *, busy: bool) -> str:
    """All files in one line."""
    kind = "running" if busy else "none_done" if not done else "one_done" if total == 1 else "some_done"
    if not busy and done == total > 1:
        kind = "all_done"
    said = filled(_TOGETHER[kind], {"total": number_text(total, lang), "done": number_text(done, lang)}, lang)
    if failed:
        said += " · " + filled(_FAILED[failed != 1], {"count": number_text(failed, lang)}, lang)
    return said


def dropped_sentence(code: str, lang: Lang, **params: int) -> str:
    """What could not be taken in of what was handed over."""
    return filled(_DROPPED[code], {name: number_text(value, lang) for name, value in params.items()}, lang)
