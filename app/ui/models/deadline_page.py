"""A computed deadline as rich text: the result, its steps in order, what to look at, and what it rests on; and as an entry of a
calendar file. Whatever comes from the document is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from app.deadlines.norms import AS_OF, NORMS
from app.deadlines.toics import Entry
from app.models.deadlines import Deadline
from app.ui.models.deadlines import Period
from app.ui.placing import quoted
from app.wording.deadlines import basis_text, day_text, deadline_phrase, meaning_text, step_text
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term


def steps_html(deadline: Deadline | None, lang: Lang, *, soft: str, warning: str) -> str:
    """The result and how it came about; without one, that a day is to be entered. `soft`, `warning`: colours."""
    if deadline is None:
        return f"<p>{escape(deadline_phrase('enter_day', lang))}</p>{_basis(lang, soft)}"
    return "".join(
        (_result(deadline, lang), _steps(deadline, lang), _signs(deadline, lang, warning), _basis(lang, soft))
    )


def _result(deadline: Deadline, lang: Lang) -> str:
    if deadline.day is None:
        return f"<h3>{escape(sentence_start(deadline_phrase('not_computable', lang)))}</h3>"
    meaning = sentence_start(meaning_text(deadline.meaning, lang))
    return f"<p>{escape(meaning)}:</p><h3>{escape(day_text(deadline.day, lang))}</h3>"


def _steps(deadline: Deadline, lang: Lang) -> str:
    items = [f"<li>{escape(step_text(step, lang))}</li>" for step in deadline.steps if not step.warns]
    return f"<h4>{escape(deadline_phrase('steps', lang))}</h4><ol>{''.join(items)}</ol>" if items else ""


def _signs(deadline: Deadline, lang: Lang, colour: str) -> str:
    items = [f"<li>{escape(step_text(step, lang))}</li>" for step in deadline.steps if step.warns]
    title = escape(deadline_phrase("look_at", lang))
    return f'<h4 style="color:{colour}">⚠ {title}</h4><ul>{"".join(items)}</ul>' if items else ""


def _basis(lang: Lang, colour: str) -> str:
    return f'<p style="color:{colour}">{escape(basis_text(NORMS, AS_OF, lang))}</p>'


def entries(
    found: tuple[Period, ...], done: Mapping[str, Deadline], name: str, sha256: str, lang: Lang
) -> tuple[Entry, ...]:
    """All that were computed, for a calendar file; `name` and `sha256` of the document."""
    pairs = ((p, done[p.key]) for p in found if p.key in done)
    return tuple(_entry(period, deadline, name, sha256, lang) for period, deadline in pairs if deadline.day is not None)


def _entry(period: Period, deadline: Deadline, name: str, sha256: str, lang: Lang) -> Entry:
    assert deadline.day is not None  # noqa: S101 - chosen above
    kind = term("provision_kind", period.provision.kind.value, lang)
    meaning = sentence_start(meaning_text(deadline.meaning, lang))
    lines = [
        f"{meaning}: {day_text(deadline.day, lang)}",
        "",
        *(step_text(step, lang) for step in deadline.steps),
        "",
        f"{name}, {period.place}:",
        quoted(period.provision.quote, lang),
        "",
        basis_text(NORMS, AS_OF, lang),
    ]
    title = f"{kind} {period.value} ({period.short_place}) – {name}"
    return Entry((sha256, period.key), deadline.day, title, "\n".join(lines))
