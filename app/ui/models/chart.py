"""How many findings there are of each severity on each subject, as bars; the user's own severity counts where there is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from app.models.analysis import Analysis, Severity
from app.models.decisions import Decision
from app.reporting.decisions import own_severity
from app.ui.models.listing import subject_of
from app.wording.lang import Lang
from app.wording.overview import overview_words
from app.wording.terms import term

MOST_BARS = 9  # beside the one for all; the rest is one bar


@dataclass(frozen=True, slots=True)
class Bar:
    """Counts in the order of the severities. `subjects`: codes that a filter keeps, empty: all."""

    label: str
    counts: tuple[int, ...]
    subjects: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """How many findings."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars from above, and the words for each severity."""

    bars: tuple[Bar, ...]
    severities: tuple[str, ...]

    @property
    def longest(self) -> int:
        """The largest total of a subject; the bar of all has its own scale."""
        return max((bar.total for bar in self.bars[1:]), default=0)


def findings_chart(analysis: Analysis, lang: Lang, decided: Mapping[str, Decision] | None = None) -> Chart:
    """The bar of all findings, then subjects, the one with the gravest findings first."""
    counted: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for finding in analysis.findings:
        counted[subject_of(finding, analysis.reading)][own_severity(finding, decided or {})] += 1
    bars = [_bar(subject, counts, lang) for subject, counts in counted.items()]
    bars.sort(key=lambda bar: (*(-count for count in bar.counts), bar.label))
    everything = Bar(overview_words("all_findings", lang), _sum(bars))
    labels = tuple(term("severity", severity.value, lang) for severity in Severity)
    return Chart((everything, *_fewer(bars, lang)) if bars else (), labels)


def _bar(subject: str, counts: Counter[Severity], lang: Lang) -> Bar:
    label = term("clause_type", subject, lang) if subject else overview_words("no_subject", lang)
    return Bar(label, tuple(counts[severity] for severity in Severity), frozenset({subject}))


def _sum(bars: list[Bar]) -> tuple[int, ...]:
    return tuple(sum(bar.counts[n] for bar in bars) for n in range(len(Severity)))


def _fewer(bars: list[Bar], lang: Lang) -> tuple[Bar, ...]:
    """All bars, or the first and one for the rest."""
    if len(bars) <= MOST_BARS:
        return tuple(bars)
    rest = bars[MOST_BARS - 1 :]
    subjects = frozenset(subject for bar in rest for subject in bar.subjects)
    other = Bar(overview_words("other_subjects", lang, count=len(rest)), _sum(rest), subjects)
    return (*bars[: MOST_BARS - 1], other)


def bar_sentence(bar: Bar, chart: Chart, lang: Lang) -> str:
    """For a screen reader and a tip: "Zahlung: 3 (1 Hoch, 2 Mittel)"."""
    named = zip(bar.counts, chart.severities, strict=True)
    parts = ", ".join(overview_words("share", lang, count=n, severity=name) for n, name in named if n)
    return overview_words("bar", lang, label=bar.label, total=bar.total, parts=parts)
