"""What was decided, short enough for a mail: by decision, with place, wording and note; what is open; what was not checked.

Strategy: the lines are made once and get two forms, plain text and simple HTML, because mail programs take either. Findings that say
the same and were decided the same are one entry, as in the report. Nothing is promised: the sentence of every report that it is
no legal advice stands at the end.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.models.analysis import Analysis, Finding, Severity
from app.models.decisions import Decision, Verdict
from app.reporting.decisions import decision_remarks
from app.reporting.entries import finding_entries
from app.reporting.places import place_lines, shortened
from app.reporting.printable import printable
from app.reporting.reportmodel import FindingEntry
from app.reporting.scope import unchecked_lines
from app.wording.decisions import decision_phrase
from app.wording.lang import Lang, sentence_start
from app.wording.numbers import date_text
from app.wording.report import phrase
from app.wording.terms import term

_QUOTED = 200  # characters
_ORDER = (Verdict.REJECT, Verdict.NEGOTIATE, Verdict.NEEDS_APPROVAL, Verdict.ACCEPT)
_MARKS = {"de": ("„", "“"), "en": ("“", "”")}
Decided = Mapping[str, Decision]


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: what it is and the lines below."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What was decided alike."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything in order."""

    title: str
    head: tuple[str, ...]
    groups: tuple[Group, ...]
    rest: tuple[str, ...]
    limits_title: str
    limits: tuple[str, ...]
    notice: str


def summary(analysis: Analysis, decided: Decided, lang: Lang, *, by: str, on: date) -> Summary:
    """What `decided` (by anchor) says about the findings; `by`: who sends it, "" if not known."""
    of_verdict = {verdict: [f for f in analysis.findings if _verdict(f, decided) is verdict] for verdict in Verdict}
    groups = (_group(verdict, of_verdict[verdict], analysis, decided, lang) for verdict in _ORDER)
    return Summary(
        title=decision_phrase("title", lang, name=analysis.reading.source.name),
        head=tuple(_head(analysis, decided, lang, by, on)),
        groups=tuple(group for group in groups if group.items),
        rest=tuple(_rest(analysis, decided, len(of_verdict[Verdict.NOT_RELEVANT]), lang)),
        limits_title=decision_phrase("limits", lang),
        limits=tuple(unchecked_lines(analysis, lang)),
        notice=phrase("no_advice", lang),
    )


def _verdict(finding: Finding, decided: Decided) -> Verdict | None:
    decision = decided.get(finding.anchor)
    return decision.verdict if decision else None


def _severity(finding: Finding, decided: Decided) -> Severity:
    decision = decided.get(finding.anchor)
    return (decision.severity if decision else None) or finding.severity


def _head(analysis: Analysis, decided: Decided, lang: Lang, by: str, on: date) -> Iterator[str]:
    yield decision_phrase("as_of_by" if by else "as_of", lang, date=date_text(on, lang), by=by)
    total = len(analysis.findings)
    done = sum(_verdict(finding, decided) is not None for finding in analysis.findings)
    yield decision_phrase("progress" if total else "no_findings", lang, decided=done, total=total)


def _group(verdict: Verdict, findings: list[Finding], analysis: Analysis, decided: Decided, lang: Lang) -> Group:
    alike: dict[object, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_reasons(decided[finding.anchor]), []).append(finding)
    items: list[tuple[int, Item]] = []
    for same in alike.values():
        decision = decided[same[0].anchor]
        for entry in finding_entries(replace(analysis, findings=tuple(same)), lang):
            counts = decision.severity or entry.severity
            items.append((counts.rank, _item(entry, decision, lang)))
    ordered = tuple(item for _, item in sorted(items, key=lambda pair: pair[0]))
    label = sentence_start(term("verdict_done", verdict.value, lang))
    return Group(decision_phrase("group", lang, label=label, count=len(findings)), ordered)


def _reasons(decision: Decision) -> object:
    return decision.note, decision.severity, decision.reason, decision.assignee


def _item(entry: FindingEntry, decision: Decision, lang: Lang) -> Item:
    opening, closing = _MARKS[lang]
    lines = []
    places = list(dict.fromkeys(line for quote in entry.quotes for line in place_lines(quote.places, lang)))
    if places:
        lines.append(decision_phrase("place", lang, place="; ".join(places)))
    if entry.quotes and decision.verdict is not Verdict.ACCEPT:
        quote = f"{opening}{shortened(entry.quotes[0].text, _QUOTED)}{closing}"
        lines.append(decision_phrase("quote", lang, quote=quote))
    lines += decision_remarks(decision, entry.severity, lang)
    severity = decision.severity or entry.severity
    return Item(f"{entry.title} ({term('severity', severity.value, lang)})", tuple(lines))


def _rest(analysis: Analysis, decided: Decided, aside: int, lang: Lang) -> Iterator[str]:
    still = Counter(_severity(f, decided) for f in analysis.findings if _verdict(f, decided) is None)
    if still:
        parts = [
            decision_phrase("of_severity", lang, label=term("severity", severity.value, lang), count=still[severity])
            for severity in Severity
            if still[severity]
        ]
        yield decision_phrase("open", lang, count=still.total(), parts=", ".join(parts))
    if aside:
        yield decision_phrase("put_aside", lang, count=aside)


# --- its two forms


def to_plain(made: Summary) -> str:
    """For mail programs that take text only."""
    return "\n".join(map(printable, _plain(made))) + "\n"


def _plain(made: Summary) -> Iterator[str]:
    yield made.title
    yield from made.head
    for group in made.groups:
        yield from ("", group.title)
        for number, item in enumerate(group.items, start=1):
            yield f"{number}. {item.title}"
            yield from (f"   {part}" for line in item.lines for part in line.splitlines())
    if made.rest:
        yield from ("", *made.rest)
    if made.limits:
        yield from ("", made.limits_title, *(f"- {line}" for line in made.limits))
    yield from ("", made.notice)


def to_html(made: Summary) -> str:
    """Headings and lists only: the mail's own style shall rule."""
    return "".join(_html(made))


def _html(made: Summary) -> Iterator[str]:
    yield f"<h3>{_text(made.title)}</h3>"
    yield f"<p>{'<br>'.join(map(_text, made.head))}</p>"
    for group in made.groups:
        yield f"<h4>{_text(group.title)}</h4>"
        yield f"<ol>{''.join(map(_html_item, group.items))}</ol>"
    if made.rest:
        yield f"<p>{'<br>'.join(map(_text, made.rest))}</p>"
    if made.limits:
        yield f"<h4>{_text(made.limits_title)}</h4><ul>{_listed(made.limits)}</ul>"
    yield f"<p><i>{_text(made.notice)}</i></p>"


def _html_item(item: Item) -> str:
    return f"<li><b>{_text(item.title)}</b>{''.join(f'<br>{_text(line)}' for line in item.lines)}</li>"


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"<li>{_text(line)}</li>" for line in lines)


def _text(text: str) -> str:
    return "<br>".join(html.escape(printable(line)) for line in text.splitlines())
