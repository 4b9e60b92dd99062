"""Defined terms as findings: defined twice, promised and never defined, defined and never used, parties that change their name.

Strategy: only what the document itself sets up is held against it. A term is missed where the text says that it is defined
(`wie oben definiert`, `im Sinne der Begriffsbestimmungen`); one that any sentence, heading or quotation explains is taken
for defined.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.comparing.anchors import finding_anchor
from app.comparing.definedterms import Definition, definitions_in, stem, used
from app.comparing.folding import folded_words, numbers
from app.comparing.partynames import drift_findings
from app.models.analysis import Finding, FindingKind, Params, Severity
from app.models.provisions import Evidence
from app.models.reading import Clause, Reading
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER

_PARTY = re.compile(rf"(?:{CUSTOMER}|{SUPPLIER})\Z")
_OF_THE_TERMS = re.compile(
    r"(?:\w*[Bb]edingungen|AGB\w*|Verträge?|Vereinbarung|Parteien|\w*[Vv]ertrag|Unternehmer\S*|Verbraucher\S*)\Z"
)

_HERE = r"(?:oben|unten|vorstehend|nachstehend|nachfolgend|hierin|zuvor|eingangs|in\s+(?:Ziffer|Ziff\.|§|Nr\.|Punkt|Abschnitt)\s*[\d.]+(?:\s+Abs\.\s*\d+)?|in\s+(?:diesen|dieser|diesem)\s+[A-ZÄÖÜ]\w+)"
_NOUN = r"(?P<term>(?:(?!(?:Die|Der|Das|Jed|Ein|Dies|Unser|Solch|All|Kein)\w{0,2}\s)[A-ZÄÖÜ][a-zäöüß]+e[rnms]?\s+)?[A-ZÄÖÜ][\w-]+)"
_THESE = r"(?:dieser|dieses|der\s+vorliegenden|unserer)\s+[A-ZÄÖÜ]\w+"
_PROMISED = (
    re.compile(rf"{_NOUN}[“\"«]?\s*,?\s*\(?\s*(?:wie|so\s+wie)\s+{_HERE}\s+definiert"),
    re.compile(
        rf"{_NOUN}[“\"«]?\s+im\s+Sinne\s+der\s+(?:Begriffsbestimmung|Definition|Begriffsdefinition)(?:en)?(?:\s+{_THESE})?"
    ),
    re.compile(
        rf"(?<!\b[Aa]ls\s)(?<!\bist\s)[„\"»]\s?{_NOUN}\s?[“\"«]\s+im\s+Sinne\s+{_THESE}(?!\w)"
        r"(?!\s*,?\s*(?:ist|sind|bezeichne|bedeute|umfass|lieg|gilt|gelten|mein|versteh|wird|werden|kann|können|hei(?:ß|ss)|sei|handelt|:|–))"
    ),
    re.compile(
        rf"{_NOUN}[“\"«]?\s+(?:gemäß|laut|nach|entsprechend)\s+(?:der\s+|den\s+)?(?:Begriffsbestimmung|Begriffsdefinition|Definition)(?:en)?\b"
    ),
    re.compile(
        rf"\b[Ff]ür\s+(?:den\s+|die\s+|das\s+)?{_NOUN}\s+(?:gilt|gelten)\s+die\s+(?:Begriffsbestimmung|Begriffsdefinition|Definition)(?:en)?\b"
    ),
    re.compile(rf"\b(?:in\s+(?:diesen|dieser|diesem)\s+[A-ZÄÖÜ]\w+|{_HERE})\s+definierte[nrsm]?\s+[„\"»]?{_NOUN}"),
)

_COMMON_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{5,}")  # no name of a company, no abbreviation
_TURNS = re.compile(r"(?:nicht|kein\w*|nur|ohne|ausschließlich|außer)\Z")  # words that make another meaning
ALIKE = 0.85  # share of common words from which two meanings are an edited copy: `duplicate` tells of those
MOST = 200  # terms that are looked for in the whole document; no terms have more


def definition_findings(reading: Reading) -> list[Finding]:
    """Findings on the terms that the document defines or says it defines."""
    if not reading.source.complete:
        return []
    definitions = definitions_in(reading)
    found = [*_twice(definitions), *_never(reading, definitions), *_unused(reading, definitions)]
    return [*found, *drift_findings(reading, definitions)]


def _twice(definitions: Sequence[Definition]) -> Iterator[Finding]:
    """Terms with two meanings; what the parties are called is the business of `partynames`."""
    groups: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions:
        if (
            definition.clause is not None
            and not _PARTY.match(definition.term)
            and not _OF_THE_TERMS.match(definition.term)
        ):
            groups[definition.key].append(definition)
    for group in groups.values():
        first = group[0]
        others = [
            d for d in group[1:] if d.clause is not first.clause and d.meaning and not _same(d.meaning, first.meaning)
        ]
        if others:
            yield _finding("definition_twice", Severity.LOW, [first, others[0]], {"term": first.term})


def _same(meaning: str, other: str) -> bool:
    """Whether two meanings are one, lightly edited: what they count and what they deny is the same."""
    words, others = folded_words(meaning), folded_words(other)
    if numbers(meaning) != numbers(other) or [w for w in words if _TURNS.match(w)] != [
        w for w in others if _TURNS.match(w)
    ]:
        return False
    return SequenceMatcher(None, words, others, autojunk=False).ratio() >= ALIKE


def _never(reading: Reading, definitions: Sequence[Definition]) -> Iterator[Finding]:
    known = {d.key for d in definitions}
    german = [c for c in reading.clauses if c.language == "de"]
    promised: dict[str, list[Definition]] = defaultdict(list)
    for clause in german:
        for pattern in _PROMISED:
            for match in pattern.finditer(clause.text):
                promised[stem(match["term"])].append(_place(match, clause))
    for key, places in list(promised.items())[:MOST]:
        if key not in known and not _explained(places, german):
            yield _finding("definition_promised", Severity.LOW, places, {"term": places[0].term})


def _unused(reading: Reading, definitions: Sequence[Definition]) -> Iterator[Finding]:
    """Nouns that a clause defines and that stand nowhere else, not even in a compound."""
    text = reading.source.text.casefold()
    for definition in definitions[:MOST]:
        known = _PARTY.match(definition.term) or _OF_THE_TERMS.match(definition.term)
        noun = _COMMON_NOUN.fullmatch(definition.term)
        if definition.clause is not None and noun and not known and text.count(definition.key) <= 1:
            yield _finding("definition_unused", Severity.INFO, [definition], {"term": definition.term})


def _place(match: re.Match[str], clause: Clause) -> Definition:
    return Definition(" ".join(match["term"].split()), "", clause, match.start("term"), match.end("term"))


def _explained(places: Sequence[Definition], clauses: Sequence[Clause]) -> bool:
    """Whether a heading, a quotation or the beginning of another sentence explains the term."""
    term = used(places[0].term, umlauts=True)
    name = term.pattern
    told = re.compile(
        rf"[„\"»]\s?{name}\s?[“\"«]|(?:^|[.;:]\s+|\n\W*)(?:(?:Ein|Eine|Als|Die|Der|Das)\s+)?{name}\s*(?:\([^)]*\)\s*)?"
        rf"(?:ist|sind|bezeichne|bedeute|gilt|gelten|lieg[te]|umfass|mein|:|–)",
        re.IGNORECASE,
    )
    own = {(p.clause.id, p.end) for p in places if p.clause}
    for clause in clauses:
        if term.search(clause.heading):
            return True
        for match in told.finditer(clause.text):
            if not any(c == clause.id and match.start() < end <= match.end() for c, end in own):
                return True
    return False


def _finding(code: str, severity: Severity, places: Sequence[Definition], params: Params) -> Finding:
    held = [(p.clause, p) for p in places if p.clause is not None]
    clauses = list(dict.fromkeys(clause.id for clause, _ in held))
    anchors = list(dict.fromkeys(clause.anchor for clause, _ in held))
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.DEFINITION, code, anchors, str(params["term"])),
        kind=FindingKind.DEFINITION,
        severity=severity,
        code=code,
        params=params,
        clauses=tuple(clauses),
        evidence=tuple(Evidence(clause.id, p.start, p.end, "term") for clause, p in held),
    )
