"""What is substantively different between a reference wording and a clause: the changes, apart from trivial ones.

Strategy: sentences are paired first (most similar pairs first, order does not matter), then the words of each pair are
aligned by token-level edit distance. Words that only moved cancel out. What is left is told by its signs: a negation that
came or went, another party, `kann` for `muss`, another number, `und` for `oder`, a restriction that came or went, other
words. Sentences without a partner are missing or added; a missing sentence that stands elsewhere in the document is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import Indel, Levenshtein

from app.comparing.wordsigns import Sign, Token
from app.models.source import Span
from app.nlp.sentences import sentence_spans

PAIRED = 0.45  # similarity from which two sentences are versions of one
HELD = 0.7  # share of a sentence's words that another passage must hold for nothing to be missing
TURNING = 3  # words that come or go together and may turn a sentence round
NEIGHBOURS = 5  # characters between two changed words that are shown as one place
SAYS_LITTLE = 4  # words; a shorter sentence without a partner is no loss


class Turn(StrEnum):
    """Kinds of changes, gravest first."""

    NEGATION = "negation"
    PARTY = "party"
    MODALITY = "modality"
    NUMBER = "number"
    MISSING = "missing"
    LOGIC = "logic"
    RESTRICTION = "restriction"
    ADDED = "added"
    WORDS = "words"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Turn).index(self)


# A party, `kann` or `und` that only came or went is a sentence built otherwise; a number or a restriction is not.
_BY_SIGN = (
    (Sign.PARTY, Turn.PARTY, False),
    (Sign.MODALITY, Turn.MODALITY, False),
    (Sign.NUMBER, Turn.NUMBER, True),
    (Sign.LOGIC, Turn.LOGIC, False),
    (Sign.RESTRICTION, Turn.RESTRICTION, True),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change: places `old` in the reference text, `new` in the clause's text (none where nothing stands for it), and
    the sentences round them.
    """

    turn: Turn
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    old_sentence: Span = (0, 0)
    new_sentence: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    tokens: tuple[Token, ...]


def changes(
    old_text: str,
    old: Sequence[Token],
    new_text: str,
    new: Sequence[Token],
    stands_elsewhere: Callable[[Sequence[Token]], bool],
) -> list[Change]:
    """Substantive changes from a reference text to a clause's text, in order of gravity and place."""
    before, after = _sentences(old_text, old), _sentences(new_text, new)
    pairs = _paired(before, after)
    found = [
        replace(c, old_sentence=before[i].span, new_sentence=after[j].span)
        for i, j in pairs
        for c in _within(before[i], after[j])
    ]
    kept, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    new_words = Counter(t.norm for t in new)
    old_words = Counter(t.norm for t in old)
    for i, lost in enumerate(before):
        if (
            i not in kept
            and _says_something(lost)
            and not _holds(new_words, lost)
            and not stands_elsewhere(lost.tokens)
        ):
            found.append(Change(Turn.MISSING, (lost.span,), old_sentence=lost.span))
    for j, more in enumerate(after):
        if j not in taken and _says_something(more) and not _holds(old_words, more):
            found.append(Change(Turn.ADDED, (), (more.span,), new_sentence=more.span))
    return sorted(found, key=lambda c: (c.turn.rank, c.new, c.old))


def _says_something(sentence: _Sentence) -> bool:
    return len(sentence.tokens) >= SAYS_LITTLE


def _holds(words: Counter[str], sentence: _Sentence) -> bool:
    own = Counter(t.norm for t in sentence.tokens)
    return sum((own & words).values()) >= HELD * sum(own.values()) and own["nicht"] <= words["nicht"]


def _sentences(text: str, tokens: Sequence[Token]) -> list[_Sentence]:
    found = []
    for start, end in sentence_spans(text):
        inside = tuple(t for t in tokens if start <= t.start < end)
        if inside:
            found.append(_Sentence((start, end), inside))
    return found


def _paired(before: list[_Sentence], after: list[_Sentence]) -> list[tuple[int, int]]:
    """Most similar sentences first, each once; in order of the reference."""
    rated = sorted((-_similarity(a.tokens, b.tokens), i, j) for i, a in enumerate(before) for j, b in enumerate(after))
    pairs: list[tuple[int, int]] = []
    for score, i, j in rated:
        if -score < PAIRED:
            break
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _similarity(a: Sequence[Token], b: Sequence[Token]) -> float:
    return round(Indel.normalized_similarity([t.norm for t in a], [t.norm for t in b]), 4)


def _within(old: _Sentence, new: _Sentence) -> Iterator[Change]:
    """The changes between two versions of a sentence."""
    lost, gained = _difference(old.tokens, new.tokens)
    signs = {sign: ([t for t in lost if t.sign is sign], [t for t in gained if t.sign is sign]) for sign in Sign}
    yield from _negated(signs[Sign.NEGATION], lost, gained)
    for sign, turn, one_side_is_enough in _BY_SIGN:
        went, came = signs[sign]
        if (went and came) or (one_side_is_enough and (went or came)):
            yield Change(turn, _spans(went), _spans(came))
    went, came = signs[Sign.NONE]
    if went or came:
        yield Change(_words(went, came), _spans(went), _spans(came))


def _words(went: list[Token], came: list[Token]) -> Turn:
    """Words that only went are missing, words that only came are added."""
    if went and came:
        return Turn.WORDS
    return Turn.MISSING if went else Turn.ADDED


def _negated(
    signs: tuple[list[Token], list[Token]], lost: Sequence[Token], gained: Sequence[Token]
) -> Iterator[Change]:
    """A negation that came or went, as a word or as `un-` before one."""
    went, came = signs
    if len(went) != len(came):
        yield Change(Turn.NEGATION, _spans(went), _spans(came))
    for one, other, turned in ((lost, gained, False), (gained, lost, True)):
        plain = {t.norm: t for t in other}
        for token in one:
            bare = plain.get(token.norm.removeprefix("un")) if token.norm.startswith("un") else None
            if bare is not None:
                a, b = (bare, token) if turned else (token, bare)
                yield Change(Turn.NEGATION, ((a.start, a.end),), ((b.start, b.end),))


def _difference(a: Sequence[Token], b: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Tokens of `a` that are not in `b` and the other way round, moved ones left out."""
    lost: list[Token] = []
    gained: list[Token] = []
    for op in Levenshtein.opcodes([t.norm for t in a], [t.norm for t in b]):
        if op.tag != "equal":
            went, came = a[op.src_start : op.src_end], b[op.dest_start : op.dest_end]
            lost += went if came else _as_words(went)
            gained += came if went else _as_words(came)
    moved = Counter(t.norm for t in lost if t.sign is not Sign.PARTY) & Counter(
        t.norm for t in gained if t.sign is not Sign.PARTY
    )
    return _without(lost, moved), _without(gained, moved)


def _as_words(row: Sequence[Token]) -> list[Token]:
    """Half a sentence that came or went says something of its own: its `nicht` turns nothing round."""
    return [replace(t, sign=Sign.NONE) for t in row] if len(row) > TURNING else list(row)


def _without(found: Sequence[Token], moved: Counter[str]) -> list[Token]:
    left, kept = Counter(moved), []
    for token in found:
        if left[token.norm] and token.sign is not Sign.PARTY:
            left[token.norm] -= 1
        else:
            kept.append(token)
    return kept


def _spans(found: Sequence[Token]) -> tuple[Span, ...]:
    """Places of the tokens, neighbours as one."""
    spans: list[Span] = []
    for token in found:
        if spans and token.start - spans[-1][1] <= NEIGHBOURS:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(spans)
