"""Libraries of any size, made of our own wordings: what speed is measured on.

Strategy: a reference takes the sentences of a shipped wording of its subject, some of another, and speaks of things of its own
(`Wartungsanlage`, `Mietgerät`), so that words grow rarer and new ones come as in a library that people write. Scopes go round all
sides, audiences and kinds of contract. A limit exists once in each situation, as the library's README asks. Nothing is
drawn by chance: the n-th reference is always the same, and a small library is the beginning of a large one.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

from app.library.loader import load
from app.library.model import Library, Position, PositionRank, ReferenceClause, Rule
from app.models.facts import Audience, ContractKind, Perspective
from app.nlp.sentences import sentence_spans
from app.paths import clause_library

_FORE = [
    "Wartungs",
    "Miet",
    "Liefer",
    "Prüf",
    "Lager",
    "Netz",
    "Druck",
    "Kühl",
    "Förder",
    "Mess",
    "Werk",
    "Daten",
    "Rechen",
    "Sende",
    "Montage",
    "Reinigungs",
    "Schulungs",
    "Kabel",
    "Fahrzeug",
    "Heiz",
    "Labor",
    "Küchen",
    "Garten",
    "Bühnen",
    "Saal",
    "Hafen",
    "Ernte",
    "Glas",
    "Holz",
    "Papier",
]
_BACK = [
    "anlage",
    "gerät",
    "maschine",
    "einheit",
    "station",
    "halle",
    "leitung",
    "software",
    "plattform",
    "zentrale",
    "komponente",
    "baugruppe",
    "schnittstelle",
    "werkstatt",
    "dokumentation",
    "kapazität",
    "zulassung",
    "freischaltung",
    "abrechnung",
    "übergabe",
]
_STRIDE = 7919  # a prime: neighbours take distant wordings
_KINDS = tuple(ContractKind)


@cache
def _shipped() -> Library:
    return load(clause_library())


@cache
def _by_type() -> dict[str, tuple[ReferenceClause, ...]]:
    clauses = _shipped().clauses
    return {t.id: own for t in _shipped().types if (own := tuple(c for c in clauses if c.type == t.id))}


def made_library(count: int) -> Library:
    """The first `count` made references."""
    situations: set[tuple[object, ...]] = set()
    clauses = tuple(sorted((_reference(n, situations) for n in range(count)), key=lambda c: c.id))
    fingerprint = hashlib.sha256(f"made {count}".encode()).hexdigest()
    return replace(_shipped(), name=f"{count}", sha256=fingerprint, clauses=clauses)


def _reference(number: int, situations: set[tuple[object, ...]]) -> ReferenceClause:
    types = sorted(_by_type())
    subject = types[number % len(types)]
    turn = number // len(types)
    models = _by_type()[subject]
    model, other = models[turn % len(models)], models[(turn * _STRIDE + 1) % len(models)]
    mixed = number * _STRIDE // 5
    perspective = tuple(Perspective)[mixed % 2]
    audiences = ((Audience.B2B, Audience.MERCHANTS), (Audience.B2C,))[mixed // 2 % 2]
    kind = _KINDS[mixed // 12 % len(_KINDS)] if mixed // 4 % 3 == 0 else None
    own = f"made-{number:05d}"
    situation = (subject, perspective, audiences, kind)
    rules = () if situation in situations else tuple(_rule(own, rule) for rule in model.rules)
    situations.add(situation)
    return replace(
        model,
        id=own,
        title=f"{model.title} ({_thing(number)})",
        perspective=perspective,
        audiences=audiences,
        contract_kinds=(kind,) if kind else (),
        required=number % 20 == 0 and model.silence is not None,
        positions=tuple(_position(number, p, other) for p in model.positions),
        rules=rules,
    )


def _rule(own: str, rule: Rule) -> Rule:
    return replace(rule, id=f"{own}.{rule.id.partition('.')[2]}")


def _position(number: int, position: Position, other: ReferenceClause) -> Position:
    sentences = [*_sentences(position.text), *_sentences(other.positions[0].text)[number % 3 :]]
    kept = [s for n, s in enumerate(sentences) if (number + n) % 4] or sentences
    order = list(PositionRank).index(position.rank)
    about = f"Dies betrifft die {_thing(number + order)} und die {_thing(number * 3 + order)} am Standort {number % 97 + 1}."
    placeholder = "Ansprechpartner ist {{Name}}, erreichbar unter {{Adresse}}." if number % 10 == 0 else ""
    return replace(position, text=" ".join(filter(None, [*kept, about, placeholder])), examples=())


def _sentences(text: str) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in sentence_spans(text)]


def _thing(number: int) -> str:
    return _FORE[number * _STRIDE % len(_FORE)] + _BACK[number // len(_FORE) % len(_BACK)]
