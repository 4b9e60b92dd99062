"""The figures of the import as Markdown: totals against their bars, and a row for each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from tests.evaluation.imported import BACK_BAR, INVENTED_BAR, LOST_BAR, ORDER_BAR, ImportFigures
from tests.evaluation.layouts.measure import LayoutFigures

_HEAD = (
    "document",
    "pages",
    "columns",
    "clauses",
    "ignored",
    "warnings",
    "not read",
    "words",
    "unaccounted %",
    "invented %",
    "order",
    "read back",
    "clauses below",
    "reader",
    "seconds",
)
READER_AT_FAULT = {
    "corpus/045.pdf": "poppler scatters the letters of runs with bidirectional marks over the page, so that no order of "
    "its words is that of the page; the page's image shows ours",
}
Measure = tuple[str, str, float, Callable[[float], str]]


def _percent(value: float) -> str:
    return f"{100 * value:.2f}"


def _ratio(value: float) -> str:
    return f"{value:.4f}"


_MEASURES: tuple[Measure, ...] = (
    ("lost", "unaccounted words, %, at most", LOST_BAR, _percent),
    ("invented", "invented words, %, at most", INVENTED_BAR, _percent),
    ("order", "5-word shingles in the page's order, at least", ORDER_BAR, _ratio),
    ("back", "read back from the boxes, at least", BACK_BAR, _ratio),
)


def summary(name: str, figures: Sequence[ImportFigures]) -> list[str]:
    """The three measures over a set: mean over documents, worst document, documents that miss the bar."""
    rows = [
        f"{name}: {len(figures)} documents, {sum(f.pages for f in figures)} pages, {sum(f.words for f in figures)} words.",
        "",
        "| measure | bar | mean over documents | over all words | worst | documents missing the bar |",
        "| --- | ---: | ---: | ---: | --- | --- |",
    ]
    rows += [_summary_row(measure, figures) for measure in _MEASURES]
    return [*rows, "", *_readers(figures), *_at_fault(figures)]


def _summary_row(measure: Measure, figures: Sequence[ImportFigures]) -> str:
    name, title, bar, shown = measure
    found = {f.document: value for f in figures if (value := getattr(f, name)) is not None}
    if not found:
        return f"| {title} | {shown(bar)} | – | – | – | – |"
    words = {f.document: f.words for f in figures}
    weighted = sum(value * words[document] for document, value in found.items()) / sum(words[d] for d in found)
    pick = max if name in ("lost", "invented") else min
    worst = pick(found, key=lambda document: (found[document], document))
    missing = [f.document for f in figures if name in f.faults]
    cells = [title, shown(bar), shown(sum(found.values()) / len(found)), shown(weighted)]
    return f"| {' | '.join(cells)} | {shown(found[worst])} ({worst}) | {', '.join(missing) or 'none'} |"


def _readers(figures: Sequence[ImportFigures]) -> list[str]:
    counts = sum((Counter(dict(f.readers)) for f in figures), Counter())
    told = ", ".join(f"{reader} {count}" for reader, count in sorted(counts.items()))
    errors = ", ".join(f"{f.document} (`{f.error}`)" for f in figures if f.error)
    lines = [f"Pages by reader: {told}."] if told else []
    lines += [f"Not read at all: {errors}."] if errors else []
    return [*lines, ""] if lines else []


def _at_fault(figures: Sequence[ImportFigures]) -> list[str]:
    """Documents whose independent reader was found wrong by eye."""
    told = [f"{f.document}: {READER_AT_FAULT[f.document]}" for f in figures if f.document in READER_AT_FAULT]
    return [f"The independent reader is wrong: {'; '.join(told)}.", ""] if told else []


def table(figures: Sequence[ImportFigures]) -> list[str]:
    """A row for every document."""
    rows = [f"| {' | '.join(_HEAD)} |", "| --- |" + " ---: |" * 5 + " --- |" + " ---: |" * 6 + " --- | ---: |"]
    return [*rows, *map(_row, figures), ""]


def _row(f: ImportFigures) -> str:
    if f.error:
        return f"| {f.document} |" + " – |" * 5 + f" `{f.error}` |" + " – |" * 8
    counts = (f.pages or "–", f.columns or "–", f.clauses, f.ignored, f.warnings)
    measures = [shown(value) if (value := getattr(f, name)) is not None else "–" for name, _, _, shown in _MEASURES]
    cells = [f.document, *map(str, counts), _unread(f), str(f.words), *measures, str(f.below)]
    return f"| {' | '.join(cells)} | {' '.join(f'{reader} {n}' for reader, n in f.readers)} | {f.seconds:.1f} |"


def _unread(f: ImportFigures) -> str:
    return f"pages {', '.join(map(str, f.unread))}" if f.unread else ""


def printed_faults(figures: Sequence[ImportFigures], shown: int = 6) -> list[str]:
    """For the console only: the words behind each missed bar."""
    lines = []
    for f in figures:
        for fault in f.faults:
            key = {"order": "astray", "back": "below"}.get(fault, fault)
            items = f.details.get(key, ())
            lines.append(f"{f.document} {fault} ({len(items)}): {', '.join(map(str, items[:shown]))}")
    return lines


def layouts(figures: Sequence[LayoutFigures]) -> list[str]:
    """A row for every layout of our own text, with what has no bar but the ideal: 1 and 0."""
    rows = [
        "| layout | pages | clauses F1 | labels | parents | whole texts | lost % | invented % |",
        "| --- |" + " ---: |" * 7,
    ]
    return [*rows, *map(_layout_row, figures), ""]


def _layout_row(f: LayoutFigures) -> str:
    clauses, labels, parents = f.scores
    ratios = (f"{value:.3f}" for value in (clauses.f1, labels.right, parents.right, f.texts))
    return f"| {f.name} | {f.pages} | {' | '.join(ratios)} | {_percent(f.lost_share)} | {_percent(f.invented_share)} |"


def printed_layout_faults(figures: Sequence[LayoutFigures], shown: int = 3) -> list[str]:
    """For the console only: clauses whose text came out otherwise than it was set."""
    return [
        f"layout {f.name}: set {want[:90]!r}, found {got[:140]!r}" for f in figures for want, got in f.wrong[:shown]
    ]
