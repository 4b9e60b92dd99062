"""What stays excepted from a limit of liability: in its own sentence, in its clause and in its section.

Strategy: every sentence of the section that leaves liability unlimited (`scopes.grants`) lifts the limits it can reach:
`vorstehende Beschränkungen` those before it, `dies gilt nicht` those just before it, `haftet unbeschränkt` all of them.
What the limit itself names as limited is never a carve-out, wherever it is named again: mentioning is not granting.
Clauses are taken apart once each, so that the time grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.models.provisions import Evidence, Party
from app.nlp.provisions.context import Sentence, Surroundings, View, sentences_of
from app.nlp.provisions.direction import named_liable
from app.nlp.provisions.lexemes import CARVE_OUTS, FAULTS, faults_of, named
from app.nlp.provisions.scopes import affirms, grants, scopes_of
from app.nlp.sentences import split_sentences

PART = "carve_out"  # of the evidence
_ORDER = {name: at for at, (name, _) in enumerate(CARVE_OUTS)}
_RESTS_ON = 3  # clauses before `im Übrigen ausgeschlossen` that may say what is not the rest
_OWN_RULE = re.compile(r"\bhaft|begrenz|beschränk|ausgeschlossen|ansprüche", re.IGNORECASE)
_THESE_DUTIES = re.compile(r"\b(?:diese[rs]?|solche[rn]?)\s+(?:\w+\s+)?\w*pflicht", re.IGNORECASE)
_NEW_RULE = re.compile(r"\bhaft(?:et|en)\b|begrenzt|beschränkt|ausgeschlossen", re.IGNORECASE)
_ANSWERS = re.compile(
    r".{0,60}\b(?:jedoch|in\s+diese[mn]\s+f[aä]ll\w*|in\s+solchen\s+fällen|insoweit|hierbei|dabei)\b",
    re.IGNORECASE | re.DOTALL,
)
_LIST = 12  # sentences of a list that a lead may introduce


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence at `[start, end)` of its clause: what it leaves unlimited and how far that reaches (`Scopes`), and
    for what it says that somebody is liable at all.
    """

    start: int
    end: int
    granted: tuple[str, ...]
    reach: str
    affirmed: tuple[str, ...]
    limits: bool
    text: str


@dataclass(frozen=True, slots=True)
class Carved:
    """Carve-outs of a limit, the degrees of fault it is about, and where the carve-outs stand."""

    codes: tuple[str, ...]
    fault: tuple[str, ...]
    evidence: tuple[Evidence, ...]


NOTHING_CARVED = Carved((), (), ())


@dataclass(frozen=True, slots=True)
class Limit:
    """A limiting rule: the text it limits (exceptions taken out), what its own sentence excepts, and whether it takes
    away everything (`excludes`) or only the rest (`im Übrigen`).
    """

    limited: str
    excepted: tuple[str, ...] = ()
    excludes: bool = False
    rest: bool = False
    liable: Party | None = None


@lru_cache(maxsize=512)
def statements_of(text: str, lead: str = "") -> tuple[Statement, ...]:
    """The sentences of a clause that say anything about carve-outs, limits among them. `lead`: what introduces it."""
    found: list[Statement] = []
    opened, room = (lead, _LIST) if lead and grants(lead) else ("", 0)
    for sentence in sentences_of(text, list(split_sentences(text)), ()):
        if room and not _NEW_RULE.search(sentence.text):
            whole, room = f"{opened} {sentence.text}", room - 1
        else:
            whole, opened, room = f"{sentence.lead} {sentence.text}".strip(), "", 0
        if sentence.text[-1] not in ".;!?" and grants(sentence.text):
            opened, room = sentence.text, _LIST
        if statement := _statement(sentence, whole):
            found.append(statement)
    return tuple(found)


def _statement(sentence: Sentence, whole: str) -> Statement | None:
    scopes = scopes_of(whole)
    affirmed = affirms(whole)
    limits = bool(_OWN_RULE.search(whole)) and not scopes.reach
    if not (scopes.granted or affirmed or limits):
        return None
    reach = "" if _taken_back(whole) else scopes.reach
    return Statement(sentence.start, sentence.end, scopes.granted, reach, affirmed, limits, sentence.text)


_BUT = re.compile(r"\bwobei\b|\bjedoch\s+(?=der\s+höhe|auf|höchstens|maximal|begrenzt|beschränkt)", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:höchstens|maximal|bis\s+zu)\b[^;]{0,40}\d|\d[^;]{0,40}\bnicht\s+(?:übersteig|überschreit)", re.IGNORECASE
)


def _taken_back(text: str) -> bool:
    """`… bleibt unberührt, wobei die Haftung der Höhe nach begrenzt ist`: mentioned and not granted."""
    at = _BUT.search(text)
    limited = at and re.search("begrenz|beschränk|höchstens|maximal", text[at.end() :])
    return bool(limited and at and not faults_of(text[at.end() :])) or bool(_UP_TO.search(text))


def carved(view: View, sentence: Sentence, limit: Limit) -> Carved:
    """What stays excepted from `limit`, which stands in `sentence`."""
    fault = faults_of(limit.limited)
    governed = {*fault, *named(CARVE_OUTS, limit.limited)}
    if _THESE_DUTIES.search(limit.limited):
        governed.add("essential_duties")
    if not FAULTS[1][1].search(limit.limited):
        governed -= {"gross_negligence"}  # bare negligence gives way to a grant for its graver half
    places: dict[str, list[Evidence]] = {}
    for codes, place in _lifting(view, sentence, limit):
        for code in codes:
            if code not in governed:
                places.setdefault(code, []).append(place)
    found = {c for c in limit.excepted if c not in governed} | set(places)
    shown = {place for code, all_places in places.items() if code not in limit.excepted for place in all_places[:1]}
    return Carved(
        tuple(sorted(found, key=_ORDER.__getitem__)),
        tuple(f for f in fault if f not in found),
        tuple(sorted(shown, key=lambda e: (e.clause, e.start))),
    )


def _lifting(view: View, sentence: Sentence, limit: Limit) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """Carve-outs from other sentences, the nearest first."""
    own = statements_of(view.text, section_lead(view.around))
    behind = [s for s in own if s.start > sentence.start]
    ahead = [s for s in own if s.start < sentence.start]
    yield from _of(behind, ("all", "before", "just_before"), limit, view)
    if ahead and _ANSWERS.match(sentence.text):
        ahead = ahead[:-1]  # it is what the sentence limits
    yield from _of(ahead, ("all", "before"), limit, view)
    yield from _affirmed(ahead if limit.rest else own, limit, sentence, "")
    for distance, neighbour in enumerate(view.around.later):
        statements = statements_of(neighbour.text, section_lead(view.around))
        yield from _of(
            _answering(statements, distance), ("all", "before", "just_before"), limit, view, neighbour.clause
        )
    for distance, neighbour in enumerate(reversed(view.around.earlier)):
        statements = statements_of(neighbour.text, section_lead(view.around))
        yield from _of(statements, ("all",), limit, view, neighbour.clause)
        if distance < _RESTS_ON:
            yield from _affirmed(statements, limit, sentence, neighbour.clause)


def _answering(statements: Iterable[Statement], distance: int) -> Iterator[Statement]:
    """`Dies gilt nicht …` speaks of the clause before only where it opens the next one."""
    opened = distance == 0
    for statement in statements:
        if statement.reach != "just_before" or opened:
            yield statement
        opened = opened and not statement.limits


def _of(
    statements: Iterable[Statement], reaching: tuple[str, ...], limit: Limit, view: View, clause: str = ""
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    for statement in statements:
        if statement.reach in reaching and statement.granted and _same_party(statement, limit, view):
            yield statement.granted, Evidence(clause, statement.start, statement.end, PART)


def _same_party(statement: Statement, limit: Limit, view: View) -> bool:
    if limit.liable not in (Party.SUPPLIER, Party.CUSTOMER):
        return True
    liable = named_liable(statement.text, view.around.roles)
    return liable in (None, Party.BOTH, limit.liable)


def _affirmed(
    statements: Iterable[Statement], limit: Limit, sentence: Sentence, clause: str
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """What `im Übrigen` is not about; and essential duties, which stay owed where another sentence caps them."""
    if not limit.excludes:
        return
    for statement in statements:
        if not clause and statement.start == sentence.start:
            continue
        codes = statement.affirmed if limit.rest else tuple(c for c in statement.affirmed if c == "essential_duties")
        if codes:
            yield codes, Evidence(clause, statement.start, statement.end, PART)


def section_lead(around: Surroundings) -> str:
    """The last words of the section's own text where they introduce its paragraphs (`… haftet unbeschränkt:`)."""
    text = around.earlier[0].text.rstrip() if around.earlier else ""
    return text[-400:] if text.endswith(":") else ""
