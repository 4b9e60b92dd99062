"""Caps, periods and deadlines as rows: value, what we ask, verdict, place; a group a kind.

Strategy: values that differ in their place alone are one row that leads to all of them, as in the report. What a rule asks stands
in the checks, so a limit that is kept is shown as well as one that is broken. A cell leads to what it speaks of: the verdict to its
finding, or to the facts where one is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from app.models.analysis import Analysis, Check, Finding, Outcome, Severity
from app.models.decisions import Decision
from app.models.facts import DealFacts
from app.models.provisions import Provision, ProvisionKind
from app.models.reading import Clause, Reading
from app.reporting.decisions import own_severity
from app.reporting.limitlines import limit_lines
from app.reporting.places import STEP, clause_place, place_lines, shortened
from app.reporting.reportmodel import Report
from app.reporting.undecided import need_text
from app.ui.models.matrix import breakable
from app.ui.models.rows import Row
from app.ui.passages import passage_key, passage_of
from app.ui.placing import place_text, quoted
from app.wording.certainty import value_mark
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import list_text
from app.wording.overview import overview_words
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import causes_text, detail_text, value_text

FACTS = "panel:facts"  # key of a cell that leads to where facts are given
VERDICT = 2  # the column that bears the mark
OK, OPEN, NONE = "ok", "open", "none"  # signs of verdicts without a severity
NARROW_VERDICT = 1  # the same where the table has two columns
_CAUSES = 90  # characters
_STEP = 32
_LIMITS = 3  # in one cell; all stand in the tip
_FIRST = (ProvisionKind.LIABILITY_EXCLUSION, ProvisionKind.LIABILITY_CAP)
_KINDS = (*_FIRST, *(kind for kind in ProvisionKind if kind not in _FIRST))
_FACTS = frozenset(f.name for f in fields(DealFacts))


def overview_header(lang: Lang) -> tuple[str, ...]:
    """Titles of the columns."""
    own = (overview_words(code, lang) for code in ("limit", "verdict"))
    return (phrase("value", lang), *own, phrase("place", lang))


def overview_rows(analysis: Analysis, lang: Lang, decided: Mapping[str, Decision] | None = None) -> tuple[Row, ...]:
    """One row a kind with its values below, then the kinds of which nothing was found. `decided`: by anchor of findings."""
    made = _Rows(analysis, lang, decided or {})
    found: defaultdict[ProvisionKind, list[Provision]] = defaultdict(list)
    for provision in analysis.reading.provisions:
        found[provision.kind].append(provision)
    groups = tuple(_group(kind, made.of(found[kind]), lang) for kind in _KINDS if found[kind])
    silent = [term("provision_kind_plural", kind.value, lang) for kind in _KINDS if not found[kind]]
    nothing = overview_words("nothing_in", lang, kinds=", ".join(silent))
    return (*groups, *((Row((nothing,), tip=phrase("summary_note", lang)),) if silent else ()))


def _group(kind: ProvisionKind, children: tuple[Row, ...], lang: Lang) -> Row:
    label = term("provision_kind_plural", kind.value, lang)
    shown = overview_words("counted", lang, label=label, count=len(children))
    return Row((shown,), strong=True, children=children)


def needs_text(needs: Iterable[str], lang: Lang) -> str:
    """What it takes to decide, in words."""
    return list_text([need_text(code, lang) for code in dict.fromkeys(needs)], lang)


def lacks_fact(needs: Iterable[str]) -> bool:
    """Whether the user can say what is missing."""
    return not _FACTS.isdisjoint(needs)


@dataclass(frozen=True, slots=True)
class _Said:
    """A row but for its places: equal ones are joined, and lead to the finding of the first."""

    shown: str
    quote: str
    tip: str
    limits: tuple[str, ...]
    verdict: str
    severity: Severity | None
    sign: str
    leads: str = field(compare=False)


class _Rows:
    """What is asked of every value again and again."""

    def __init__(self, analysis: Analysis, lang: Lang, decided: Mapping[str, Decision]) -> None:
        self._analysis, self._lang, self._decided = analysis, lang, decided
        self._worst: dict[str, Finding] = {}
        for finding in sorted(analysis.findings, key=self._rank):
            for provision in finding.provisions:
                self._worst.setdefault(provision, finding)
        self._checks: defaultdict[str, list[Check]] = defaultdict(list)
        for check in analysis.checks:
            for provision in check.provisions:
                self._checks[provision].append(check)

    def _rank(self, finding: Finding) -> int:
        return own_severity(finding, self._decided).rank

    def of(self, provisions: Iterable[Provision]) -> tuple[Row, ...]:
        """Rows in the order of their first places."""
        same: defaultdict[_Said, list[Provision]] = defaultdict(list)
        for provision in provisions:
            same[self._said(provision)].append(provision)
        return tuple(self._row(said, places) for said, places in same.items())

    def _row(self, said: _Said, places: list[Provision]) -> Row:
        key = passage_key(map(passage_of, places))
        tip = "\n".join(part for part in (said.tip, quoted(said.quote, self._lang), self._all_places(places)) if part)
        limits = breakable("\n".join(said.limits[:_LIMITS])) or overview_words("no_limit", self._lang)
        return Row(
            cells=(breakable(said.shown), limits, said.verdict, self._place(places)),
            key=key,
            keys=(key, key, said.leads or key, key),
            severity=said.severity,
            sign=said.sign,
            tips=(tip, "\n".join(said.limits), said.verdict, self._all_places(places)),
            tones=("", "", "link" if said.leads == FACTS else "", ""),
        )

    def _said(self, provision: Provision) -> _Said:
        lang, value = self._lang, provision.value
        text, mark = value_text(value, lang), value_mark(provision.confidence, lang)
        shown = [f"{text} ({mark})" if mark else text]
        if causes := causes_text(value, lang):  # many are excluded "with exceptions": what for tells them apart
            shown.append(shortened(causes, _CAUSES))
        told = (text, detail_text(value, lang), mark)
        checks = self._checks.get(provision.id, [])
        verdict, severity, sign, leads = self._verdict(self._worst.get(provision.id), checks)
        tip = "\n".join(part for part in told if part)
        limits = limit_lines(checks, lang)
        return _Said("\n".join(shown), provision.quote, tip, limits, verdict, severity, sign, leads)

    def _verdict(self, worst: Finding | None, checks: list[Check]) -> tuple[str, Severity | None, str, str]:
        """Words, severity, sign, key. A finding first; "within the limits" only where a rule was met and none was left open."""
        lang = self._lang
        open_ = [c for c in checks if c.outcome is Outcome.UNDECIDABLE]
        needs = tuple(need for check in open_ for need in check.needs)
        undecided = term("outcome", Outcome.UNDECIDABLE.value, lang)
        if needs:
            undecided += f", {overview_words('needs', lang, needs=needs_text(needs, lang))}"
        if worst is not None:
            severity = own_severity(worst, self._decided)
            said = f"{term('outcome', Outcome.FINDING.value, lang)}: {term('severity', severity.value, lang)}"
            return sentence_start(f"{said}; {undecided}" if open_ else said), severity, "", worst.id
        if open_:
            return sentence_start(undecided), None, OPEN, FACTS if lacks_fact(needs) else ""
        if any(check.outcome is Outcome.OK for check in checks):
            return sentence_start(term("outcome", Outcome.OK.value, lang)), None, OK, ""
        return sentence_start(phrase("no_rule", lang)), None, NONE, ""

    def _place(self, places: list[Provision]) -> str:
        reading, lang = self._analysis.reading, self._lang
        first = brief_place(reading.by_id[places[0].clause], reading, lang)
        more = len(places) - 1
        return overview_words("more_places", lang, place=first, count=more) if more else first

    def _all_places(self, places: list[Provision]) -> str:
        reading = self._analysis.reading
        return "\n".join(dict.fromkeys(place_text(reading.by_id[p.clause], reading, self._lang) for p in places))


def unread_lines(report: Report) -> tuple[str, ...]:
    """What was not read or checked, in short: whether all was read, then each list of the report with its number."""
    short = [f"{listing.title}: {listing.count}" for listing in report.unread if not listing.collapsed]
    return (report.completeness, *short)


def brief_place(clause: Clause, reading: Reading, lang: Lang) -> str:
    """The place for a narrow column: the last steps of its path, cut to what makes them known."""
    place = clause_place(clause, reading)
    steps = [shortened(step, _STEP) for step in place.path.split(STEP)[-2:]]
    return breakable(", ".join(place_lines([replace(place, path=STEP.join(steps))], lang)))


def narrow_header(lang: Lang) -> tuple[str, ...]:
    """Of the same table in two columns."""
    return (overview_words("value_place", lang), overview_words("verdict_limit", lang))


def narrow_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The same table in two columns, where four would be too narrow to read."""
    return tuple(_narrow(row) for row in rows)


def _narrow(row: Row) -> Row:
    if len(row.cells) == 1:
        return replace(row, children=narrow_rows(row.children))
    value, limit, verdict, place = row.cells
    return replace(
        row,
        cells=(f"{value}\n{place}", f"{verdict}\n{limit}" if row.tips[1] else verdict),
        keys=(row.keys[0], row.keys[VERDICT]),
        tips=(row.tips[0], row.tips[1] or row.tips[2]),
        tones=("", row.tones[VERDICT]),
    )
