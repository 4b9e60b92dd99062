"""Hypothesis strategies for everything a valid clause may be: odd characters, long words, every rule the language knows."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from app.library.entries import TYPE_ID
from app.library.model import (
    Approval,
    ClauseType,
    Comparator,
    LegalBasis,
    Position,
    PositionRank,
    ReferenceClause,
    Revision,
    Rule,
    RuleValue,
    Silence,
    Status,
)
from app.library.packs import Pack
from app.library.rulefields import COMPARISONS, FIELDS, PARTIES, WITH_PARTY, WITHOUT_VALUE, FieldType, RuleField
from app.library.table import STEERING, folded
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective
from app.models.provisions import Duration, ProvisionKind, Unit

_ODD = (
    *(
        '"',
        '""',
        '"""',
        '""""""',
        "'",
        "'''",
        "\\",
        "\\n",
        "\\u0041",
        "#",
        "[[clause]]",
        "=",
        "]",
        "}",
        "a}",
        "{x",
        "{{Betrag}}",
    ),
    *(
        "§ 309 Nr. 9",
        "Straße",
        "a\u0308",
        "ä",
        "é",
        "e\u0301",
        "ﬁ",
        "👩‍⚖️",
        "🇩🇪",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "𝔸",
        "\ufffd",
    ),
    *("x" * 200, "- ", "\t", "\n", "\n\n", "\r\n", "\u00a0", "\u2028", " \n \n ", "\ue000", "…", "null", "true", "0"),
)
_CHARS = st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda char: not STEERING.match(char))
_PIECES = st.lists(st.one_of(st.sampled_from(_ODD), st.text(_CHARS, max_size=12), st.just(" wort ")), max_size=12)
_RAW = _PIECES.map("".join).filter(
    lambda text: "{{" not in text.replace("{{Betrag}}", "") and "}}" not in text.replace("{{Betrag}}", "")
)

TEXTS = _RAW.map(folded)
SOME_TEXT = TEXTS.filter(bool)
LINES = TEXTS.map(lambda text: text.replace("\n", " "))
SOME_LINE = LINES.filter(bool)
WORDS = st.lists(SOME_LINE, max_size=3, unique=True).map(tuple)
NUMBERS = st.one_of(
    st.integers(0, 10**12).map(float), st.floats(0, allow_infinity=False, allow_nan=False), st.just(-0.0)
)
DAYS = st.dates()
INSTANTS = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis adds the zone
    lambda at: at.replace(microsecond=0)
)
VERSIONS = st.integers(1, 1_000_000_000)


def _members(kind: type[Audience] | type[ContractKind] | type[GoverningLaw]) -> st.SearchStrategy[tuple]:
    return st.lists(st.sampled_from(kind), unique=True, max_size=3).map(tuple)


def _vocabulary(field: RuleField, least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    words = st.sampled_from(field.words) if field.words else SOME_LINE
    return st.lists(words, min_size=least, max_size=3, unique=True).map(tuple)


def _values(field: RuleField, comparison: Comparator) -> st.SearchStrategy[RuleValue]:
    match field.type:
        case FieldType.NUMBER:
            return NUMBERS
        case FieldType.DURATION:
            return st.builds(Duration, NUMBERS, st.sampled_from(Unit))
        case FieldType.FLAG:
            return st.booleans()
        case FieldType.WORD if comparison is Comparator.EQUALS:
            return st.sampled_from(field.words) if field.words else SOME_LINE
        case _:
            return _vocabulary(field)


@st.composite
def _conditions(draw: st.DrawFn, kind: ProvisionKind) -> tuple[tuple[str, tuple[str, ...]], ...]:
    usable = sorted(name for name, f in FIELDS[kind].items() if f.type in (FieldType.WORD, FieldType.WORDS))
    names = draw(st.lists(st.sampled_from(usable), unique=True, max_size=2)) if usable else []
    return tuple((name, draw(_vocabulary(FIELDS[kind][name]))) for name in sorted(names))


@st.composite
def rules(draw: st.DrawFn, identifier: str) -> Rule:
    """Any rule the language knows."""
    kind = draw(st.sampled_from(ProvisionKind))
    name = draw(st.sampled_from(sorted(FIELDS[kind])))
    field = FIELDS[kind][name]
    comparison = draw(st.sampled_from((*COMPARISONS[field.type], *WITHOUT_VALUE)))
    without = comparison in WITHOUT_VALUE
    return Rule(
        id=identifier,
        provision=kind,
        field="" if without else name,
        comparison=comparison,
        value=None if without else draw(_values(field, comparison)),
        severity=draw(st.sampled_from(Severity)),
        message=draw(SOME_LINE),
        obliged=draw(st.sampled_from((None, *PARTIES))) if kind in WITH_PARTY else None,
        where=draw(_conditions(kind)),
        unless=draw(_conditions(kind)),
        sentence=draw(TEXTS),
    )


POSITIONS = st.builds(
    Position,
    rank=st.sampled_from(PositionRank),
    text=SOME_TEXT,
    note=TEXTS,
    examples=st.lists(SOME_TEXT, max_size=2, unique=True).map(tuple),
)
SILENCES = st.builds(
    Silence,
    effect=SOME_TEXT,
    norm=SOME_LINE,
    good_for=st.none() | st.sampled_from(Perspective),
    severity=st.none() | st.sampled_from(Severity),
)
APPROVALS = st.builds(
    Approval, approver=SOME_LINE, severity=st.sampled_from(Severity), contract_value=st.none() | NUMBERS
)
BASES = st.builds(LegalBasis, norm=SOME_LINE, as_of=DAYS, source=TEXTS)


def _sorted_positions(positions: list[Position], preferred: Position) -> tuple[Position, ...]:
    return tuple(sorted((preferred, *positions), key=lambda position: list(PositionRank).index(position.rank)))


@st.composite
def clauses(draw: st.DrawFn, identifier: str, kinds: tuple[str, ...] = ("termination", "payment")) -> ReferenceClause:
    """Any valid clause of one of the types."""
    preferred = Position(PositionRank.PREFERRED, draw(SOME_TEXT), draw(TEXTS))
    silence = draw(st.none() | SILENCES)
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    return ReferenceClause(
        id=identifier,
        title=draw(SOME_LINE),
        type=draw(st.sampled_from(kinds)),
        perspective=draw(st.sampled_from(Perspective)),
        audiences=draw(_members(Audience)),
        contract_kinds=draw(_members(ContractKind)),
        laws=draw(_members(GoverningLaw)),
        language=draw(st.sampled_from(("de", "en"))),
        required=silence is not None and draw(st.booleans()),
        silence=silence,
        positions=_sorted_positions(draw(st.lists(POSITIONS, max_size=3)), preferred),
        rules=tuple(draw(rules(f"{identifier}.{number}")) for number in range(draw(st.integers(0, 2)))),
        guidance=draw(SOME_TEXT),
        legal_basis=tuple(draw(st.lists(BASES, max_size=2))),
        version=draw(VERSIONS),
        status=draw(st.sampled_from(Status)),
        tags=draw(WORDS),
        comment=draw(TEXTS),
        approvals=tuple(draw(st.lists(APPROVALS, max_size=2))),
        owner=draw(LINES),
        valid_from=draw(st.none() | st.just(days[0])),
        valid_to=draw(st.none() | st.just(days[1])),
    )


@st.composite
def revisions(draw: st.DrawFn, identifier: str, kinds: tuple[str, ...] = ("termination", "payment")) -> Revision:
    """Any revision of a clause: unsigned, or signed with all or part of author, time and reason."""
    return Revision(draw(clauses(identifier, kinds)), draw(LINES), draw(st.none() | INSTANTS), draw(TEXTS))


TYPES = st.builds(
    ClauseType,
    id=st.from_regex(TYPE_ID, fullmatch=True).filter(str.isascii),
    de=SOME_LINE,
    en=SOME_LINE,
    definition_de=SOME_TEXT,
    definition_en=SOME_TEXT,
)
IDS = SOME_LINE


@st.composite
def packs(draw: st.DrawFn, least: int = 0, *, complete: bool = False) -> Pack:
    """Any pack: its types, and clauses of these types and, unless it is `complete`, of shipped ones."""
    types = draw(st.lists(TYPES, min_size=int(complete), max_size=2, unique_by=lambda item: item.id))
    kinds = (*(item.id for item in types), *(() if complete else ("termination",)))
    ids = draw(st.lists(IDS, min_size=least, max_size=3, unique=True))
    found = tuple(draw(revisions(identifier, kinds)) for identifier in sorted(ids))
    return Pack(draw(SOME_LINE), tuple(types), found)
