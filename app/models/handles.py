"""What finds a finding again where its anchor has changed: its code, its words, its place and its rule.

Decisions are kept with these and two analyses are compared by them; both must mean the same by "the same finding".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.models.analysis import Finding
from app.models.provisions import Provision
from app.models.reading import Reading

_Provisions = Callable[[str], Provision | None]  # by id
_LENGTH = 160  # of the words that are kept: enough to tell findings apart and to be shown


@dataclass(frozen=True, slots=True)
class Handle:
    """What finds a finding again without its anchor: the last fields of `Decision`."""

    code: str
    quote: str
    place: str
    rule: str


def handle_of(finding: Finding, reading: Reading) -> Handle:
    """Code, words and place of a finding."""
    return _handle(finding, reading, lambda wanted: next((p for p in reading.provisions if p.id == wanted), None))


def handles_of(findings: Iterable[Finding], reading: Reading) -> dict[str, Handle]:
    """By anchor; of many findings quicker than one by one."""
    provisions = {p.id: p for p in reading.provisions}
    return {finding.anchor: _handle(finding, reading, provisions.get) for finding in findings}


def with_also(findings: Iterable[Finding]) -> Iterator[Finding]:
    """With what was also found of the same words."""
    for finding in findings:
        yield finding
        yield from with_also(finding.also)


def folded_quote(text: str) -> str:
    """Case and spacing tell no quotes apart."""
    return " ".join(text.casefold().split())


def _handle(finding: Finding, reading: Reading, provision_of: _Provisions) -> Handle:
    clause = reading.by_id.get(_clause_of(finding))
    place = " ".join(clause.path) if clause else ""
    return Handle(finding.code, _words(finding, reading, provision_of)[:_LENGTH], place, finding.rule or "")


def _clause_of(finding: Finding) -> str:
    places = finding.clauses or tuple(evidence.clause for evidence in finding.evidence)
    return places[0] if places else ""


def _words(finding: Finding, reading: Reading, provision_of: _Provisions) -> str:
    """The value's quote, else the words it rests on, else the beginning of its clause."""
    provision = provision_of(finding.provisions[0]) if finding.provisions else None
    if provision is not None:
        return provision.quote
    for place in finding.evidence:
        clause = reading.by_id.get(place.clause)
        if clause is not None and place.start < place.end:
            return clause.text[place.start : place.end]
    clause = reading.by_id.get(_clause_of(finding))
    return (clause.text or clause.heading) if clause else ""
