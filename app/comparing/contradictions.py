"""Two values for the same thing in one document.

Strategy: values of one kind (and subject, basis, party) are held against each other where their scopes overlap
(`scopes`): the same words round both make a contradiction, words on one side only a possible one, other words on each
side none. A general part against a special part is named as such. Linked values (group, relation), values of one
sentence and the copies of a repeated section are no pairs; copies are compared spot by spot instead. Numbers printed
twice (`doubled`) and chosen courts and laws (`choices`) follow the same pattern.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel

from app.comparing.anchors import finding_anchor
from app.comparing.choices import Choice, choices
from app.comparing.copies import EditedCopy, Told, edited_copies
from app.comparing.doubled import doubled_numbers
from app.comparing.durations import compare
from app.comparing.folding import plain_words
from app.comparing.parts import Parts
from app.comparing.scopes import ADJECTIVE, Scope, scope_of, sentence_span
from app.comparing.sections import RepeatedSection
from app.models.analysis import DuplicatePair, Finding, FindingKind, Severity
from app.models.provisions import (
    Duration,
    Evidence,
    LiabilityCap,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    Provision,
    ProvisionKind,
    ProvisionValue,
    RenewalTerm,
    Term,
    obliged,
)
from app.models.reading import Reading
from app.models.source import Span

CLEAR, POSSIBLE, PARTS = "contradiction", "possible_contradiction", "contradicting_parts"
MOST = 40  # different values of one kind that are held against each other: a document with more is a price list
ALIKE = 0.6  # share of words in order
QUOTED = 140  # characters of a place that the explanation quotes
_GRAVE = (ProvisionKind.LIABILITY_CAP, ProvisionKind.NOTICE_PERIOD)
# What a service costs and how long it runs is its own; how it ends and who is liable for it is said for all of them.
_SAME_IN_ALL_PARTS = (*_GRAVE, ProvisionKind.OBJECTION_DEADLINE, ProvisionKind.LIMITATION_PERIOD)
_LINKS = {"max_of", "min_of", "alternative"}
_PARTIAL = ("zusatz", "sonder", "einzel", "neben", "teil", "probe", "test", "mehr", "option")  # no name of the whole
_RATES = {"week", "day"}  # what a rate and its ceiling say, both hold


@dataclass(frozen=True, slots=True)
class _Stated:
    """A value with its scope."""

    provision: Provision
    scope: Scope
    quote: str


@dataclass(frozen=True, slots=True)
class _Place:
    """What a finding points to."""

    clause: str
    span: Span
    provision: str = ""


def contradiction_findings(
    reading: Reading, pairs: tuple[DuplicatePair, ...], sections: list[RepeatedSection]
) -> list[Finding]:
    """All contradictions: values, edited copies, numbers printed twice, courts and laws."""
    later = {i for s in sections for first, last in s.places[1:] for i in range(first, last + 1)}
    once = {c.id for i, c in enumerate(reading.clauses) if i not in later}
    found = [*_values(reading, once), *_doubled(reading), *_chosen(reading, once)]
    told = Told(found)
    copied = [section for section in sections if not section.parallel]
    copies = [copy for copy in edited_copies(reading.clauses, pairs, copied) if not told.of(*copy.clauses)]
    return found + [_edited(copy, reading) for copy in copies]


def _edited(copy: EditedCopy, reading: Reading) -> Finding:
    """The sentences are quoted, the figures named."""
    texts = [(e, reading.by_id[e.clause].text) for e in copy.evidence]
    places = [_Place(e.clause, sentence_span(text, e.start, e.end)) for e, text in texts]
    first, second, *_ = (" ".join(text[e.start : e.end].split()) for e, text in texts)
    return _finding(reading, "edited_copy", Severity.MEDIUM, places, figures=(first, second))


def _values(reading: Reading, once: set[str]) -> Iterator[Finding]:
    parts = Parts(reading.clauses)
    for kind, stated in _comparable(reading, once):
        for code, members in _verdicts(stated, parts):
            places = [_Place(m.provision.clause, m.scope.sentence, m.provision.id) for m in members]
            yield _finding(reading, code, _severity(code, kind), places, kind.value)


def _severity(code: str, kind: ProvisionKind) -> Severity:
    if code != CLEAR:
        return Severity.INFO
    return Severity.HIGH if kind in _GRAVE else Severity.MEDIUM


def _comparable(reading: Reading, once: set[str]) -> Iterator[tuple[ProvisionKind, list[_Stated]]]:
    """Values of one kind and subject, the first of those that are alike in everything."""
    groups: dict[tuple[object, ...], dict[tuple[object, ...], _Stated]] = defaultdict(dict)
    for provision in reading.provisions:
        subject = _subject(provision.value)
        if subject is None or provision.clause not in once or provision.relation in _LINKS:
            continue
        group = groups[provision.kind, *subject]
        if len(group) < MOST:
            scope = scope_of(provision, reading)
            quote = reading.by_id[provision.clause].text[slice(*scope.sentence)]
            group.setdefault((_length(provision.value), provision.value, scope.words), _Stated(provision, scope, quote))
    for key, group in groups.items():
        if len(group) > 1:
            yield ProvisionKind(str(key[0])), list(group.values())


def _subject(value: ProvisionValue) -> tuple[object, ...] | None:
    """What two values must share to be comparable; None for values that cannot contradict each other."""
    match value:
        case LiabilityCap():
            known = value.amount or value.percent or value.factor
            return (value.basis, value.of, tuple(sorted(value.damage))) if known else None
        case NoticePeriod():
            return () if value.duration else None
        case ObjectionDeadline():
            return (value.subject,) if value.duration else None
        case Term():
            return () if value.duration or value.immediate else None
        case RenewalTerm():
            return ()
        case _:
            return None


def _verdicts(stated: list[_Stated], parts: Parts) -> Iterator[tuple[str, list[_Stated]]]:
    """Contradicting values by verdict, each value in the gravest one it has a part in."""
    linked: dict[str, list[tuple[_Stated, _Stated]]] = defaultdict(list)
    for a, b in combinations(stated, 2):
        code = _verdict(a, b, parts)
        if code:
            linked[code].append((a, b))
    named: set[str] = set()
    for code in (CLEAR, PARTS, POSSIBLE):
        for group in _joined(linked[code]):
            if len({m.provision.id for m in group} - named) > (0 if code == CLEAR else 1):
                named |= {m.provision.id for m in group}
                yield code, group


def _joined(pairs: list[tuple[_Stated, _Stated]]) -> list[list[_Stated]]:
    """Pairs that share a value, as groups in reading order."""
    groups: list[list[_Stated]] = []
    for pair in pairs:
        touched = [g for g in groups if any(m in g for m in pair)]
        merged = [m for g in touched for m in g]
        groups = [g for g in groups if g not in touched] + [merged + [m for m in pair if m not in merged]]
    return [sorted(g, key=lambda m: (m.provision.clause, m.provision.start)) for g in groups]


def _verdict(a: _Stated, b: _Stated, parts: Parts) -> str:
    """How a pair contradicts itself, "" where it does not."""
    if _same_sentence(a, b) or not _differ(a.provision.value, b.provision.value):
        return ""
    parties = _overlap(a, b)
    relation = parts.relation(a.provision.clause, b.provision.clause)
    if parties == "none" or relation == "apart":
        return ""
    if a.provision.clause == b.provision.clause and not _alike(a, b):
        return ""
    if relation == "general_special":
        return PARTS if a.provision.kind in _SAME_IN_ALL_PARTS and _same_kind_of_case(a.scope, b.scope) else ""
    return _by_scope(a.scope, b.scope, parties == "same")


def _by_scope(a: Scope, b: Scope, same_parties: bool) -> str:
    if a.cases != b.cases:
        return ""
    if a.words == b.words:
        return CLEAR if same_parties else POSSIBLE
    only_a, only_b = a.words - b.words, b.words - a.words
    if only_a and only_b:
        return ""
    more = a if only_a else b
    nouns = [w for w in only_a | only_b if not w.startswith(ADJECTIVE)]
    part = len(nouns) > 1 or any(w.startswith(_PARTIAL) for w in nouns)
    return "" if part or more.conditional else POSSIBLE


def _same_kind_of_case(a: Scope, b: Scope) -> bool:
    """Whether the sentences set no different cases apart; what stands before them and above them may differ."""
    own = [{case for case in s.cases if " " not in case and case not in s.services} for s in (a, b)]
    return own[0] == own[1] or not all(own)


def _alike(a: _Stated, b: _Stated) -> bool:
    """Whether two sentences of one clause are versions of each other: what stands together is mostly meant together."""
    return Indel.normalized_similarity(plain_words(a.quote), plain_words(b.quote)) >= ALIKE


def _same_sentence(a: _Stated, b: _Stated) -> bool:
    one, two = a.provision, b.provision
    linked = one.group is not None and one.group == two.group
    return linked or (one.clause == two.clause and a.scope.sentence == b.scope.sentence)


def _differ(a: ProvisionValue, b: ProvisionValue) -> bool:
    """Whether the two values cannot both hold."""
    match a, b:
        case LiabilityCap(), LiabilityCap():
            per = a.per == b.per or (None in (a.per, b.per) and not {a.per, b.per} & _RATES)
            return per and (a.currency, a.amount, a.percent, a.factor) != (b.currency, b.amount, b.percent, b.factor)
        case NoticePeriod(), NoticePeriod():
            ends = a.to is not None and b.to is not None and a.to != b.to
            return ends or _lengths_differ(a.duration, b.duration)
        case Term(), Term():
            return _lengths_differ(a.duration, b.duration) or a.immediate != b.immediate
        case RenewalTerm(), RenewalTerm():
            return _lengths_differ(a.duration, b.duration) or a.indefinite != b.indefinite
        case ObjectionDeadline(), ObjectionDeadline():
            return _lengths_differ(a.duration, b.duration)
        case _:
            return False


def _lengths_differ(a: Duration | None, b: Duration | None) -> bool:
    """Certainly different lengths; a month and 30 days may be the same."""
    return a is not None and b is not None and compare(a, b) in (-1, 1)


def _overlap(one: _Stated, two: _Stated) -> str:
    """Whether both speak of the same party, fault and damage: same, open or none."""
    a, b = one.provision.value, two.provision.value
    parties = {obliged(a), obliged(b)}
    if None in parties and one.scope.sides and two.scope.sides and not one.scope.sides & two.scope.sides:
        return "none"
    faults = [set(v.fault) for v in (a, b) if isinstance(v, LiabilityCap) and v.fault]
    if parties == {Party.SUPPLIER, Party.CUSTOMER} or (len(faults) == 2 and faults[0] != faults[1]):
        return "none"
    return "open" if len(parties - {None}) > 1 or len(faults) == 1 else "same"


def _length(value: ProvisionValue) -> str:
    return repr(getattr(value, "duration", None))


def _doubled(reading: Reading) -> Iterator[Finding]:
    for clause in reading.clauses:
        for number in doubled_numbers(clause.text):
            place = _Place(clause.id, (number.start, number.end))
            yield _finding(reading, "doubled_number", Severity.MEDIUM, [place], figures=(number.first, number.second))


def _chosen(reading: Reading, once: set[str]) -> Iterator[Finding]:
    chosen: dict[str, list[Choice]] = defaultdict(list)
    for choice in choices(tuple(c for c in reading.clauses if c.id in once)):
        if choice.what not in [c.what for c in chosen[choice.subject] if c.for_whom == choice.for_whom]:
            chosen[choice.subject].append(choice)
    for subject, found in chosen.items():
        if len({c.what for c in found}) > 1:
            clear = len({c.for_whom for c in found}) == 1
            code = f"two_{subject}s" if clear else f"possibly_two_{subject}s"
            places = [_Place(c.clause.id, c.span) for c in found]
            yield _finding(reading, code, Severity.MEDIUM if clear else Severity.INFO, places)


def _finding(
    reading: Reading,
    code: str,
    severity: Severity,
    places: Iterable[_Place],
    kind: str = "",
    figures: tuple[str, str] | None = None,
) -> Finding:
    all_places = list(places)
    clauses = tuple(dict.fromkeys(p.clause for p in all_places))
    quotes = [reading.by_id[p.clause].text[slice(*p.span)] for p in all_places]
    first, second = figures or (_short(quotes[0]), _short(quotes[1]))
    return Finding(
        id="",
        anchor=finding_anchor(
            FindingKind.CONTRADICTION, code, [reading.by_id[c].anchor for c in clauses], " ".join(quotes)
        ),
        kind=FindingKind.CONTRADICTION,
        severity=severity,
        code=code,
        params={"kind": kind, "first": first, "second": second, "places": len(all_places)}
        if kind
        else {"first": first, "second": second, "places": len(all_places)},
        clauses=clauses,
        provisions=tuple(p.provision for p in all_places if p.provision),
        evidence=tuple(Evidence(p.clause, *p.span, "value") for p in all_places),
    )


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= QUOTED else f"{plain[:QUOTED].rsplit(' ', 1)[0]} …"
