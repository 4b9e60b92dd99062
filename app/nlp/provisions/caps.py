"""Liability caps: limits of what a party owes.

Strategy: a sentence qualifies by a word of liability and a word of limitation (in itself, its lead or, for a sentence
that carries on, the one before). Each basis then has its own small test; those measured by the price are in
`capshares`. Insurance that is only stated, minimum sums, penalties and deductibles are no caps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.nlp.provisions.capscene import Scene, is_floor, limited, per_of, scene_of
from app.nlp.provisions.capshares import delay_damages, multiples, order_values, percentages
from app.nlp.provisions.context import Candidate, Sentence, View
from app.nlp.provisions.lexemes import DAMAGE, DAMAGES, LIMIT, PENALTY, named, words
from app.nlp.quantities import Quantity, QuantityKind

_FORESEE = re.compile(
    r"(?<!un)(?<!nicht )\b(?:vorherseh|vorausseh)bare[nrms]?\b|\b(?:vorherseh|vorausseh)bar\b(?!\s+(?:war|ist|sind)\s+nicht)"
    r"|\bvorher(?:zu)?gesehen\b|\bvoraus(?:zu)?gesehen\b|\bvoraus(?:zu)?sehen\b|\bvorher(?:zu)?sehen\b|\bvertragstypisch\w*|\btypischerweise\b|\btypischer\s+weise\b"
    r"|\babsehbar(?:e[nrms]?)?\b|\büblicherweise\b|\bübliche[nrms]?\s+schäden\b|\büblichen\s+schaden\w*|\bdurchschnittsschäden\b|\bdurchschnittsschaden\w*|\bzu\s+erwarten(?:de[nrms]?)?\b"
    r"|\btypische[nrms]?\b|\b(?:zu\s+)?rechnen\s+(?:muss|müssen|mussten?|war|ist)|\bgerechnet\s+werden\s+(?:muss|musste|konnte|kann)",
    re.IGNORECASE,
)


_UNFORESEEN = re.compile(
    r"\b(?:nicht\s+(?:vorhersehbar|voraussehbar|vertragstypisch|typisch)|un(?:vorhersehbar|voraussehbar)|atypisch|untypisch)\w*[^.;]{0,40}sch[aä]d",
    re.IGNORECASE,
)


_RESTORATION = words(
    r"""
    (?:daten)?(?:wiederherstellung|wiederbeschaffung|rücksicherung|wiedereinspiel\w*)s-?(?:aufwand|aufwands|aufwandes|aufwendungen|kosten)\b
    (?:aufwand|aufwands|aufwandes|kosten|aufwendungen)_(?:für|zur|der|an|die|zu_deren)_(?:\w+_){0,3}?(?:wiederherstellung|wiederbeschaffung|rekonstruktion|reproduktion)
    (?:aufwand|kosten)\w*(?:[^.;]{0,60}|(?:_\w+)?,_(?:der|die)\b[^.;]{0,140})\b(?:wiederherstellung|wiederherzustellen|rekonstruktion|rücksicherung)
    """
)


_EFFORT = re.compile(r"\s+(?:\w+\s+)?(?:wiederherstellungs|rücksicherungs)?(?:aufwand|kosten)", re.IGNORECASE)
_SHARE_OF = re.compile(r"(?:%|Prozent|v\.\s?H\.)\s+(?:de[srn]\s+|vo[nm]\s+)?$", re.IGNORECASE)
_EXAMPLE = re.compile(r"\W*(?:rechen)?beispiel\w*\b", re.IGNORECASE)
_LIABLE = re.compile(r"\bhaft(?:e[nt]|ung)\b", re.IGNORECASE)
_LIMITED_BEHIND = re.compile(r"begrenz|beschränk|limitier", re.IGNORECASE)
_EXCLUDED = re.compile(r"ausgeschlossen|haft\w+[^.;]*\bnicht\b|nicht\b[^.;]*haft|keine\s+haftung", re.IGNORECASE)


def find_caps(view: View) -> Iterator[Candidate]:
    """Candidates for liability caps in a clause."""
    for sentence in view.sentences:
        if _EXAMPLE.match(sentence.text):
            continue
        if not (sentence.quantities or LIMIT.search(sentence.text) or _UNFORESEEN.search(sentence.text)):
            continue
        scene = scene_of(sentence, view)
        if scene.delay:
            yield from delay_damages(sentence, scene)
        if scene.liability:
            yield from _limits(sentence, scene)


def _limits(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    text = f"{sentence.lead} {sentence.text}"
    if not LIMIT.search(text):
        yield from _unforeseen(sentence, scene)
        return
    yield from _amounts(sentence, scene)
    yield from _insurance_without_sum(sentence, scene)
    yield from percentages(sentence, scene)
    yield from multiples(sentence, scene)
    yield from _foreseeable(sentence, scene)
    yield from _unforeseen(sentence, scene)
    yield from _restoration(sentence, scene)
    yield from order_values(sentence, scene)


_CANCELLING = words(r"storn\w* absage\w* rücktritts(?:gebühr|pauschale|kosten)\w*")


def _amounts(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    for money in sentence.of(QuantityKind.MONEY):
        if (
            is_floor(sentence, money)
            or PENALTY.search(sentence.text)
            or _CANCELLING.search(sentence.text)
            or not limited(sentence, money)
        ):
            continue
        basis, rule = "amount", "cap_amount"
        if scene.insurance:
            if not _LIABLE.search(sentence.text):
                continue
            basis, rule = "insurance_cover", "cap_insurance"
        value = scene.cap(basis, amount=money.value, currency=money.unit, per=per_of(sentence, money))
        value = replace(value, damage=_own_damage(sentence, money) or value.damage)
        yield scene.item(sentence, value, (money.start, money.end), rule)


def _own_damage(sentence: Sentence, money: Quantity) -> tuple[str, ...]:
    """The kind of damage that one of several sums is for, named before each or behind each; () where there is but one."""
    sums = sentence.of(QuantityKind.MONEY)
    if len(sums) < 2:
        return named(DAMAGES, sentence.text) if sentence.lead else ()
    at = sums.index(money)
    ends = [sentence.start, *(q.end for q in sums)]
    starts = [*(q.start for q in sums), sentence.end]
    before = [
        named(DAMAGES, sentence.text[a - sentence.start : b - sentence.start])
        for a, b in zip(ends, starts, strict=True)
    ]
    return before[at] if before[0] else before[at + 1]


_INSURED_SUM = re.compile(
    r"\b(?:deckungs|versicherungs)(?:summe|leistung|deckung|schutz)\w*|\b(?:ersatz)?leistung(?:en)?\s+(?:der|unserer|seiner|ihrer)\s+\w*versicher(?:ung|ers?)\b",
    re.IGNORECASE,
)


def _insurance_without_sum(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """Liability up to what the insurance pays, the sum not being named."""
    match = _INSURED_SUM.search(sentence.text)
    if match and not sentence.of(QuantityKind.MONEY) and _LIABLE.search(sentence.text):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield scene.item(sentence, scene.cap("insurance_cover"), at, "cap_insurance")


def _foreseeable(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    text = sentence.text
    for match in _FORESEE.finditer(text):
        around = text[max(0, match.start() - 160) : match.end() + 160]
        if (
            _SHARE_OF.search(text, max(0, match.start() - 30), match.start())
            or _EFFORT.match(text, match.end())
            or _RESTORATION.search(text[match.start() : match.end() + 40])
            or not DAMAGE.search(around)
        ):
            continue
        before = f"{sentence.lead} {text[: match.start()]}"
        if not (LIMIT.search(before) or _LIMITED_BEHIND.search(text[match.end() :])):
            continue
        at = sentence.start + match.start(), sentence.start + match.end()
        yield scene.item(sentence, scene.cap("foreseeable_damage"), at, "cap_foreseeable")
        return


def _unforeseen(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    """Excluding what could not be foreseen caps at what could."""
    match = _UNFORESEEN.search(sentence.text)
    if match and _EXCLUDED.search(sentence.text):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield scene.item(sentence, scene.cap("foreseeable_damage"), at, "cap_unforeseen")


_DATA = re.compile(r"daten|datei|programm", re.IGNORECASE)


def _restoration(sentence: Sentence, scene: Scene) -> Iterator[Candidate]:
    match = _RESTORATION.search(sentence.text)
    if match and _DATA.search(f"{sentence.previous} {sentence.text}") and LIMIT.search(sentence.text):
        at = sentence.start + match.start(), sentence.start + match.end()
        yield scene.item(sentence, scene.cap("restoration_effort"), at, "cap_restoration")
