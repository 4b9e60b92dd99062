"""Hidden text as findings: words that are stored in the file and cannot be seen on paper.

Strategy: what import set aside as hidden is joined to passages (same page or paragraph, same cause). Layers of text
recognition, copies for screen readers and text that runs over its box and is printed again elsewhere repeat what can be
seen: a passage whose very words stand visibly in one place is no finding. Only on pages that were recognised may words
differ as misread ones do; numbers and words that turn a sentence round never. How grave the others are is told by
their words: rights, duties and amounts first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from app.comparing.anchors import finding_anchor
from app.comparing.folding import folded_words, numbers
from app.models.analysis import Finding, FindingKind, Severity
from app.models.reading import Clause, Reading
from app.models.source import Ignored, IgnoredReason, SourceDocument

PHRASE = 3  # words in a row that must be visible elsewhere for hidden ones to be a layer of text recognition
MOSTLY = 0.2  # share of the words that such a layer may have otherwise: recognition misreads
LONGEST_SLIP = 3  # words in a row of them
APART = 3.0  # line heights of white space between two passages of a page
PROSE = 8  # words from which a passage says something

_UNSEEN = {IgnoredReason.HIDDEN, IgnoredReason.DELETED, IgnoredReason.COMMENT}
_WORD = re.compile(r"[^\W\d_]{2,}")
_HYPHEN = re.compile(r"(?<=[a-zäöüß])[-\u00ad]\s+(?=[a-zäöüß])")
_TURNS = re.compile(
    r"\d|nicht$|kein|ohne$|nie$|un(?:b|g|v|w)|mündlich|schriftlich"
)  # words that turn a sentence round: no slip
_RULES = re.compile(
    r"verpflicht|berechtigt|haft(?:et|en|ung)|kündig|schulde|zahl(?:en|t|bar|ung)|widerr[ui]f|verzicht|ausgeschlossen|unwirksam"
    r"|vertragsstrafe|verjähr|verlänger|anerk[ae]nn|zustimm|abtret|erlisch|erlösch|gilt als|gelten als|gerichtsstand|hat .{0,60}\bzu\b"
    r"|\bmuss\b|\bdarf\b|\bshall\b|\bliab|\bmust\b|\bentitled\b|\bterminat",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"§|\d\s?(?:€|%|EUR|Euro|Prozent|Tage?n?\b|Wochen?\b|Monate?n?\b|Jahre?n?\b)|€\s?\d|EUR\s?\d", re.IGNORECASE
)


def hidden_findings(reading: Reading) -> list[Finding]:
    """One finding for each hidden passage whose words cannot be read elsewhere in the document."""
    source = reading.source
    passages = list(_passages([i for i in source.ignored if i.reason is IgnoredReason.HIDDEN]))
    if not passages:
        return []
    visible = _Visible(source)
    return [_finding(p, reading.clauses) for p in passages if not visible.says(p)]


def _passages(hidden: Sequence[Ignored]) -> Iterator[list[Ignored]]:
    passage: list[Ignored] = []
    for item in hidden:
        if passage and not _goes_on(passage[-1], item):
            yield passage
            passage = []
        passage.append(item)
    if passage:
        yield passage


def _goes_on(before: Ignored, item: Ignored) -> bool:
    if (before.page, before.part, before.cause) != (item.page, item.part, item.cause):
        return False
    if before.paragraph is not None and item.paragraph is not None:
        return item.paragraph - before.paragraph in (0, 1)
    if before.box is None or item.box is None:
        return True
    height = max(before.box.bottom - before.box.top, item.box.bottom - item.box.top)
    return max(item.box.top - before.box.bottom, before.box.top - item.box.bottom) <= APART * height


def _text(passage: Sequence[Ignored]) -> str:
    return " ".join(item.text.strip() for item in passage).strip()


class _Visible:
    """Everything that is printed: the text and the furniture of its pages."""

    def __init__(self, source: SourceDocument) -> None:
        parts = [source.text, *(i.text for i in source.ignored if i.reason not in _UNSEEN)]
        self._parts = [_words(part) for part in parts]
        self._joined = "\n".join(f" {' '.join(words)} " for words in self._parts)
        self._recognised = frozenset(source.ocr_pages)

    def says(self, passage: Sequence[Ignored]) -> bool:
        """Whether the passage says nothing that cannot be read elsewhere: no words at all, or a copy of visible ones."""
        text = _text(passage)
        words = _words(text)
        if not _WORD.search(text) or f" {' '.join(words)} " in self._joined:
            return True
        return passage[0].page in self._recognised and _is_layer(words, self._phrases)

    @cached_property
    def _phrases(self) -> frozenset[tuple[str, ...]]:
        rows = ((words, size) for words in self._parts for size in range(1, PHRASE + 1))
        return frozenset(words[n : n + size] for words, size in rows for n in range(len(words) - size + 1))


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in folded_words(_HYPHEN.sub("", text)) if len(w) > 1 or w.isdigit() or not w.isalpha())


def _is_layer(words: Sequence[str], visible: frozenset[tuple[str, ...]]) -> bool:
    """Whether the words are visible ones but for what recognition may have misread."""
    size = min(PHRASE, len(words))
    covered = [False] * len(words)
    for n in range(len(words) - size + 1):
        if tuple(words[n : n + size]) in visible:
            covered[n : n + size] = [True] * size
    missing = [word for word, found in zip(words, covered, strict=True) if not found]
    if any(_TURNS.match(word) or numbers(word) for word in missing) or len(missing) > MOSTLY * len(words):
        return False
    return _longest_gap(covered) <= LONGEST_SLIP


def _longest_gap(covered: Sequence[bool]) -> int:
    longest = gap = 0
    for found in covered:
        gap = 0 if found else gap + 1
        longest = max(longest, gap)
    return longest


def _finding(passage: Sequence[Ignored], clauses: Sequence[Clause]) -> Finding:
    text, first = _text(passage), passage[0]
    around = _clause_around(first.at, clauses)
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.HIDDEN_TEXT, first.cause, [c.anchor for c in around], text),
        kind=FindingKind.HIDDEN_TEXT,
        severity=_severity(text),
        code=_code(first),
        params={
            "quote": text,
            "cause": first.cause,
            "page": first.page,
            "paragraph": first.paragraph,
            "part": first.part,
            "words": len(_WORD.findall(text)),
        },
        clauses=tuple(c.id for c in around),
    )


def _clause_around(at: int | None, clauses: Sequence[Clause]) -> list[Clause]:
    """The clause in which the hidden text would stand, if import knows its place in the text."""
    if at is None:
        return []
    return [c for c in clauses if c.spans[0][0] <= at <= c.spans[-1][1]][:1]


def _code(item: Ignored) -> str:
    """The title's sentence: by what a reader looks the place up."""
    if item.page is not None:
        return "hidden_text_on_page"
    return "hidden_text_in_paragraph" if item.paragraph is not None else "hidden_text"


def _severity(text: str) -> Severity:
    """Rights and duties with a figure are the worst; a few words without either are for information."""
    rules, figures = bool(_RULES.search(text)), bool(_FIGURES.search(text))
    if rules and (figures or len(_WORD.findall(text)) >= PROSE):
        return Severity.HIGH
    if rules or figures:
        return Severity.MEDIUM
    return Severity.LOW if len(_WORD.findall(text)) >= PROSE else Severity.INFO
