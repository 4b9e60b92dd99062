"""Earlier decisions whose finding is not there any more: as rows with their words, and where these words stand now, if anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.decisions import Decision
from app.models.reading import Clause, Reading
from app.ui.models.decision_text import signed_text
from app.ui.passages import Passage, passage_key
from app.ui.placing import quoted
from app.wording.decisions import decision_phrase
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term


@dataclass(frozen=True, slots=True)
class OrphanRow:
    """`head`: what was decided, where, by whom; `words`: what it was about; `remarks`: note and so on."""

    decision: Decision
    head: str
    words: str
    remarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(line for line in (self.head, self.words, *self.remarks) if line)


def orphan_rows(orphans: tuple[Decision, ...], nobody: str, lang: Lang) -> tuple[OrphanRow, ...]:
    """In the order of the case; `nobody` where no name was given."""
    return tuple(_row(orphan, nobody, lang) for orphan in orphans)


def _row(orphan: Decision, nobody: str, lang: Lang) -> OrphanRow:
    verdict = term("verdict_done", orphan.verdict.value, lang) if orphan.verdict else decision_phrase("undecided", lang)
    head = " · ".join(
        part for part in (sentence_start(verdict), orphan.place, signed_text(orphan, nobody, lang)) if part
    )
    return OrphanRow(orphan, head, quoted(orphan.quote, lang) if orphan.quote else "", tuple(_remarks(orphan, lang)))


def _remarks(orphan: Decision, lang: Lang) -> Iterator[str]:
    """The program's own severity is not known any more."""
    if orphan.note:
        yield decision_phrase("note", lang, note=orphan.note)
    if orphan.severity:
        own = term("severity", orphan.severity.value, lang)
        yield decision_phrase("own_severity_alone", lang, own=own, reason=orphan.reason)
    if orphan.assignee:
        yield decision_phrase("assignee", lang, assignee=orphan.assignee)


def key_of(orphan: Decision, reading: Reading) -> str:
    """Where its words stand now, first of all in the same place, else the place itself; "" where neither is there."""
    same_place = [clause for clause in reading.clauses if " ".join(clause.path) == orphan.place]
    for clause in (*same_place, *reading.clauses):
        if passage := _passage(clause, orphan.quote):
            return passage_key([passage])
    return passage_key([Passage(clause.id, 0, 0) for clause in same_place[:1]])


def _passage(clause: Clause, words: str) -> Passage | None:
    """White space and case may have changed."""
    parts = [re.escape(word) for word in words.split()]
    found = re.search(r"\s+".join(parts), clause.text, re.IGNORECASE) if parts else None
    return Passage(clause.id, *found.span()) if found else None
