"""Deviation of wording: a clause that is a version of a reference wording and differs from it in substance.

Strategy: which references apply is policy (perspective, audience, kind of contract, law). Among their positions the index
(`candidates`) finds those a clause may be a version of; only where the words agree far enough is it "the same clause". An acceptable
position is read against it (`turns`); trivial differences are no finding. A clause clearly nearer to an unacceptable
position than to any acceptable one is a finding of its own. One finding for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from app.comparing.anchors import finding_anchor
from app.comparing.applying import applying
from app.comparing.candidates import Candidates, Unit, candidates_of, rated, we_of
from app.comparing.diff import wording_diff
from app.comparing.filling import filled_in
from app.comparing.policy import ANALYSED_LANGUAGES
from app.comparing.sides import roles_in
from app.comparing.turns import Change, Turn, changes
from app.comparing.wordsigns import Token, norms, tokens
from app.library.model import Library, PositionRank
from app.models.analysis import Comparison, Finding, FindingKind, Severity
from app.models.facts import DealFacts
from app.models.provisions import Evidence, Party
from app.models.reading import Clause, Reading
from app.models.source import Span
from app.nlp.sentences import sentence_spans

SAME = 0.7  # similarity from which a clause is a version of a position; of 4,000 strangers' clauses none of length reaches .62
SAME_SHORT = 0.8  # the same for clauses of few words: strangers' choice of law reaches .69
SHORT = 18  # tokens
CLEARLY = 0.05  # by which an unacceptable position must be nearer than the best acceptable one
LEAST = 8  # tokens; a shorter clause is like many
ELSEWHERE = 0.6  # similarity from which a sentence of the document says what a sentence of the reference says
QUOTED = 160  # characters of a change that the explanation quotes
_CARVE_OUT = re.compile(
    r"unberührt|ausgenommen|ausnahm|vorsatz|vorsätzlich|grob\w*\s+fahrl|leben|körper|gesundheit|arglist|produkthaftung|garantie|"
    r"wichtig\w*\s+grund|gilt\s+nicht|es\s+sei\s+denn|wesentlich\w*\s+vertragspflicht|zwingend",
    re.IGNORECASE,
)
_REVERSED = (Turn.NEGATION, Turn.PARTY)
_GRAVE_TYPES = ("limitation_of_liability", "warranty")


def wording_findings(
    reading: Reading, library: Library, facts: DealFacts, told: Collection[tuple[str, str]] = ()
) -> list[Finding]:
    """Deviations of wording; where a rule has `told` of a clause and reference, only grave changes of its words are told."""
    applicable = applying(library, facts).ids
    if not applicable:
        return []
    document = _Document(reading)
    index = candidates_of(library)
    versions = [v for c in reading.clauses if c.text and (v := _version(c, document, index, applicable)) is not None]
    first: set[tuple[str, int]] = set()
    findings = []
    for version in versions:
        position = (version.unit.reference.id, version.unit.index)
        found = _findings(version, document, told, whole=position not in first)
        first.add(position)
        findings += found
    return findings


@dataclass(frozen=True)
class _Version:
    """A clause that is a version of a unit of the library; `own` are its tokens."""

    clause: Clause
    unit: Unit
    score: float
    own: tuple[Token, ...]

    @cached_property
    def wording(self) -> Unit:
        """The unit as the clause fills it in."""
        return self.unit.filled_in(self.clause.text)


class _Document:
    """What a clause is read with: who `wir` is, and what the other clauses say."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def we(self) -> Party | None:
        """Whom `wir` stands for in the document."""
        return roles_in(self.reading.clauses, self.reading).we

    @cached_property
    def _sentences(self) -> list[list[str]]:
        found = []
        for clause in self.reading.clauses:
            own = tokens(clause.text, self.we)
            for start, end in sentence_spans(clause.text):
                found.append([t.norm for t in own if start <= t.start < end])
        return found

    def says(self, sentence: Sequence[Token]) -> bool:
        """Whether a sentence of the document is a version of this one."""
        norms = [t.norm for t in sentence]
        return any(Indel.normalized_similarity(norms, s, score_cutoff=ELSEWHERE) >= ELSEWHERE for s in self._sentences)


def _version(clause: Clause, document: _Document, index: Candidates, applicable: frozenset[str]) -> _Version | None:
    """The unit a clause is a version of: an unacceptable one only where it is clearly nearer than any other."""
    if clause.language not in ANALYSED_LANGUAGES:
        return None
    words = norms(clause.text, document.we)
    promising = index.promising(words, applicable, SAME) if len(words) >= LEAST else []
    if not promising:
        return None
    own = tokens(clause.text, document.we)
    same = SAME if len(own) >= SHORT else SAME_SHORT
    near = [(score, unit) for score, unit in rated(own, promising, clause.text) if score >= same]
    good = [(s, u) for s, u in near if u.position.rank is not PositionRank.UNACCEPTABLE]
    bad = [(s, u) for s, u in near if u.position.rank is PositionRank.UNACCEPTABLE]
    nearest = bad if bad and (not good or bad[0][0] > good[0][0] + CLEARLY) else good
    return _Version(clause, nearest[0][1], nearest[0][0], own) if nearest else None


def _findings(version: _Version, document: _Document, told: Collection[tuple[str, str]], whole: bool) -> list[Finding]:
    """None or one; with `whole` what other paragraphs of the position except is looked for as well."""
    clause, unit = version.clause, version.unit
    if unit.position.rank is PositionRank.UNACCEPTABLE:
        return [_unacceptable(clause, version.score, unit)]
    text = version.wording.text
    found = changes(text, version.wording.tokens, clause.text, version.own, document.says)
    if (clause.id, unit.reference.id) in told:
        found = [
            c for c in found if c.turn is not Turn.NUMBER and _severity(c, unit, text).rank <= Severity.MEDIUM.rank
        ]
    if whole and not found and unit.paragraph is not None:
        return _lost_exception(version, document)
    return [_changed(version, found)] if found else []


def _lost_exception(version: _Version, document: _Document) -> list[Finding]:
    """An exception that another paragraph of the position makes and nothing in the document does."""
    unit, clause = version.unit, version.clause
    text = filled_in(unit.whole, clause.text).text
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if sentence in version.wording.text or not _CARVE_OUT.search(sentence):
            continue
        words = tokens(sentence, we_of(unit.reference))
        if len(words) >= LEAST and not document.says(words):
            params: dict[str, str | int] = {"old": _quote(text, (start, end), ()), "new": "", "changes": 1}
            return [_finding(clause, version.score, unit, "wording_missing", Severity.MEDIUM, (), params)]
    return []


def _unacceptable(clause: Clause, score: float, unit: Unit) -> Finding:
    whole = (0, len(clause.text))
    return _finding(clause, score, unit, "wording_unacceptable", Severity.MEDIUM, (whole,), {})


def _changed(version: _Version, found: Sequence[Change]) -> Finding:
    clause, unit, text = version.clause, version.unit, version.wording.text
    severity = min((_severity(c, unit, text) for c in found), key=lambda s: s.rank)
    first = min(found, key=lambda c: (_severity(c, unit, text).rank, c.turn.rank))
    places = tuple(dict.fromkeys(span for c in found for span in _places(c)))
    params: dict[str, str | int] = {
        "old": _quote(text, first.old_sentence, first.old),
        "new": _quote(clause.text, first.new_sentence, first.new),
        "changes": len(found),
    }
    return _finding(clause, version.score, unit, f"wording_{first.turn.value}", severity, places, params)


def _places(change: Change) -> tuple[Span, ...]:
    """The changed words; where words are gone, the sentence that lost them."""
    start, end = change.new_sentence
    return change.new or (((start, end),) if end > start else ())


def _severity(change: Change, unit: Unit, text: str) -> Severity:
    if change.turn in _REVERSED:
        return Severity.HIGH if unit.reference.type in _GRAVE_TYPES else Severity.MEDIUM
    if change.turn is Turn.MODALITY:
        return Severity.MEDIUM
    if change.turn is Turn.MISSING:
        excepts = any(_CARVE_OUT.search(text[a:b]) for a, b in change.old)
        return Severity.MEDIUM if excepts else Severity.LOW
    return Severity.INFO if change.turn is Turn.WORDS else Severity.LOW


def _quote(text: str, sentence: Span, changed: tuple[Span, ...]) -> str:
    """The sentence of a change; of a long one the words round the change."""
    start, end = sentence
    if end - start > QUOTED:
        at = changed[0][0] if changed else start
        start = max(start, min(at - QUOTED // 2, end - QUOTED))
        end = min(end, start + QUOTED)
    words = text[start:end].split(" ")
    first, last = start > sentence[0], end < sentence[1]
    kept = " ".join(" ".join(words[first : len(words) - last]).split())
    return f"{'… ' if first else ''}{kept}{' …' if last else ''}"


def _finding(
    clause: Clause,
    score: float,
    unit: Unit,
    code: str,
    severity: Severity,
    places: tuple[Span, ...],
    params: dict[str, str | int],
) -> Finding:
    reference = unit.reference
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.DEVIATION, f"{code} {reference.id}", [clause.anchor]),
        kind=FindingKind.DEVIATION,
        severity=severity,
        code=code,
        params={"reference": reference.title, **params},
        clauses=(clause.id,),
        evidence=tuple(Evidence(clause.id, a, b, "changed") for a, b in places),
        reference=reference.id,
        legal_basis=tuple(basis.norm for basis in reference.legal_basis),
        comparison=Comparison(
            reference=reference.id,
            reference_title=reference.title,
            position=unit.position.rank.value,
            position_index=unit.index,
            similarity=score,
            reference_text=unit.text,
            clause_text=clause.text,
            hunks=wording_diff(unit.text, clause.text),
        ),
        guidance=reference.guidance,
        reference_status=reference.status.value,
    )
