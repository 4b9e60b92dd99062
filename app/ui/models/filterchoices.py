"""What the findings can be filtered by: the choices that occur among them, with how many findings each would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.models.arranging import dictionary_order
from app.ui.models.filtering import DECIDED, NOBODY, UNDECIDED, Filters, states_of
from app.ui.models.findingrows import NOTHING_SAID, ListedFinding, Standing
from app.wording.findinglist import list_phrase, state_text
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term

GROUPS = ("severities", "kinds", "subjects", "states", "assignees")
_STATES = (UNDECIDED, DECIDED, *(verdict.value for verdict in Verdict))


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with its label, and how many findings have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The choices of one property."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, to be taken out."""

    group: str
    value: str
    label: str


def choice_groups(
    findings: Iterable[ListedFinding], said: Mapping[str, Standing], filters: Filters, lang: Lang
) -> tuple[ChoiceGroup, ...]:
    """All that occurs; what is chosen is offered even where it does not, so that it can be taken out."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in GROUPS}
    for finding in findings:
        standing = said.get(finding.anchor, NOTHING_SAID)
        counts["severities"][standing.severity or finding.severity] += 1
        counts["kinds"][finding.kind] += 1
        counts["subjects"][finding.subject] += 1
        counts["states"].update(states_of(standing))
        counts["assignees"][standing.assignee or NOBODY] += 1
    return tuple(_group(name, counts[name], getattr(filters, name), lang) for name in GROUPS)


def _group(name: str, counts: Counter[str], chosen: frozenset[str], lang: Lang) -> ChoiceGroup:
    values = _in_order(name, set(counts) | chosen, lang)
    choices = (Choice(str(value), choice_text(name, value, lang), counts[value], value in chosen) for value in values)
    return ChoiceGroup(name, list_phrase(name, lang), tuple(choices))


def _in_order(name: str, values: set[str], lang: Lang) -> Iterator[str]:
    fixed: dict[str, Iterable[str]] = {"severities": Severity, "kinds": FindingKind, "states": _STATES}
    if name in fixed:
        yield from (value for value in fixed[name] if value in values)
        return
    nothing = {"", NOBODY}
    yield from sorted(values - nothing, key=lambda value: dictionary_order(choice_text(name, value, lang)))
    yield from values & nothing


def choice_text(name: str, value: str, lang: Lang) -> str:
    """A value in words."""
    match name:
        case "severities":
            return term("severity", value, lang)
        case "kinds":
            return term("finding_kind", value, lang)
        case "subjects":
            return sentence_start(term("clause_type", value, lang)) if value else list_phrase("no_subject", lang)
        case "states":
            return state_text(value, lang)
        case _:
            return list_phrase("nobody", lang) if value == NOBODY else value


def chips(filters: Filters, lang: Lang) -> tuple[Chip, ...]:
    """The filters in force, in the order of the menus, the words last."""
    found = [
        Chip(name, str(value), choice_text(name, value, lang))
        for name in GROUPS
        for value in _in_order(name, set(getattr(filters, name)), lang)
    ]
    words = " ".join(filters.words.split())
    return (*found, *([Chip("words", words, list_phrase("words", lang, words=words))] if words else []))
