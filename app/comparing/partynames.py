"""Parties that change their name: the document calls a side `Auftraggeber` and then, here and there, `Kunde`.

Strategy: the name that the document gives a side must be used often; another word for the same side counts where it
stands in the singular with its article (`der Kunde`, never `andere Kunden`), is rare, is defined nowhere and stands in no
sentence beside the main name, because roles that are named together are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.comparing.anchors import finding_anchor
from app.comparing.definedterms import Definition, stem, used
from app.models.analysis import Finding, FindingKind, Severity
from app.models.provisions import Evidence, Party
from app.models.reading import Clause, Reading
from app.nlp.provisions.parties import CUSTOMER, SUPPLIER, other
from app.nlp.sentences import sentence_spans

OFTEN = 6  # places at which the main name must stand
BY_USE = 10  # places in the singular that make a word the name of a side that the document gives none
RARE = 0.2  # share of them that another word may reach
BEFORE = 40  # characters before a word that tell whose it is
FEW = 2  # places of another word that are rare in any document

# Words that stand for one side of every contract, in their singular forms; `Verbraucher`, `Nutzer`, `Hersteller`, … may
# be somebody else.
_WEAK = {"Kunde": "Kund(?:e|en|in)", "Mandant": "Mandant(?:en|in)?", "Lieferant": "Lieferant(?:en|in)?"}
_WORDS: Final[Mapping[Party, tuple[str, ...]]] = {
    Party.CUSTOMER: ("Kunde", "Auftraggeber", "Käufer", "Besteller", "Mieter", "Abnehmer", "Lizenznehmer", "Mandant"),
    Party.SUPPLIER: (
        "Auftragnehmer",
        "Verkäufer",
        "Lieferant",
        "Lieferer",
        "Anbieter",
        "Vermieter",
        "Dienstleister",
        "Lizenzgeber",
        "Provider",
    ),
}
_SIDES = ((Party.CUSTOMER, re.compile(rf"(?:{CUSTOMER})\Z")), (Party.SUPPLIER, re.compile(rf"(?:{SUPPLIER})\Z")))
_NO_NAME = re.compile(r"(?:Verbraucher|Unternehmer|Konsument)")  # what the law calls them
_AMBIGUOUS = re.compile(r"(?:Betreiber|Vermittler|Hersteller|Berater|Nutzer|Veranstalter)")
_PLURAL = {"Kunde": "Kunden", "Mandant": "Mandanten", "Lieferant": "Lieferanten", "Provider": "Provider"}
_RULED = r"(?:dürfen|können|müssen|sollen|haben)\b"
_ALSO = re.compile(r"\bauch\b")
_ARTICLE = r"(?P<article>[Dd]er|[Dd]em|[Dd]en|[Dd]es|[Vv]om|[Bb]eim|[Zz]um|[Dd]ie)"
_OTHERS = re.compile(r"\b(?:Dritte|ander|weiter|jeweils|sonstig|künftig|End|Unter|ersten|neuen)\w*\s+$")


def drift_findings(reading: Reading, definitions: Sequence[Definition]) -> Iterator[Finding]:
    """At most one finding: the sides' names and the places where another word stands for them."""
    german = [c for c in reading.clauses if c.language == "de"]
    mains = list(_mains(definitions))
    if Party.CUSTOMER not in {side for side, _ in mains} and not _defines(Party.CUSTOMER, definitions):
        mains += _by_use(german)
    places = [place for main in mains for place in _drift(main, german, definitions)]
    if places:
        yield _finding(places)


def _defines(side: Party, definitions: Sequence[Definition]) -> bool:
    """Whether the document gives the side a name, or several."""
    words = dict(_SIDES)[side]
    return any(words.match(d.term) for d in definitions)


def _by_use(clauses: Sequence[Clause]) -> Iterator[tuple[Party, Definition]]:
    """The customer's name in terms that define none: the word they use. The other side is often `wir`, and its words
    (`Lieferant`, `Anbieter`) may be somebody else.
    """
    text = "\n".join(c.text for c in clauses)
    frequent = [word for word in _WORDS[Party.CUSTOMER] if text.count(word[:-1]) >= BY_USE]
    places, word = max(((sum(1 for _ in _singular(word, text)), word) for word in frequent), default=(0, ""))
    if places >= BY_USE:
        yield Party.CUSTOMER, Definition(word, "", None, 0, 0)


def _mains(definitions: Sequence[Definition]) -> Iterator[tuple[Party, Definition]]:
    """The one name that the document gives a side; a word that may mean either side takes the one that is left."""
    named: dict[Party, dict[str, Definition]] = {Party.CUSTOMER: {}, Party.SUPPLIER: {}}
    unsure = []
    for definition in definitions:
        no_name = _NO_NAME.match(definition.term) or _second_name(definition)
        side = None if no_name else next((side for side, words in _SIDES if words.match(definition.term)), None)
        if side is not None and _AMBIGUOUS.match(definition.term):
            unsure.append(definition)
        elif side is not None:
            named[side].setdefault(definition.key, definition)
    for definition in unsure:
        free = [side for side in named if not named[side] and named[other(side) or side]]
        if len(free) == 1:
            named[free[0]][definition.key] = definition
    yield from ((side, next(iter(names.values()))) for side, names in named.items() if len(names) == 1)


def _second_name(definition: Definition) -> bool:
    """`im Folgenden auch „Anbieter“`: a name beside another one."""
    return definition.clause is not None and bool(
        _ALSO.search(definition.clause.text, definition.start, definition.end)
    )


def _drift(
    main: tuple[Party, Definition], clauses: Sequence[Clause], definitions: Sequence[Definition]
) -> Iterator[tuple[Definition, str, Clause, int, int]]:
    side, definition = main
    defined = {d.key for d in definitions}
    pattern = used(definition.term)
    mentions = sum(len(pattern.findall(c.text)) for c in clauses)
    own = definition.term.casefold()
    others = [w for w in _WORDS[side] if stem(w) != definition.key and not own.startswith(w.casefold())]
    holding = {word: [c for c in clauses if word[:-1] in c.text] for word in others}
    places = {
        word: [(c, m.start(), m.end()) for c in holding[word] for m in _singular(word, c.text)] for word in others
    }
    most = max(FEW, RARE * mentions)
    if mentions < OFTEN or max(map(len, places.values())) > most:
        return  # where another word is as good a name, nothing drifts
    for word in others:
        rare = sum(len(_any(word).findall(c.text)) for c in holding[word]) <= most
        if places[word] and rare and stem(word) not in defined and not _together(word, pattern, holding[word]):
            yield from ((definition, word, *place) for place in places[word])


def _any(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word.removesuffix('e')}\w{{0,3}}\b")


def _singular(word: str, text: str) -> Iterator[re.Match[str]]:
    """The places where the word stands in the singular with its article or a preposition that holds one, or is the plural
    subject of a duty or right at the beginning of a sentence.
    """
    yield from re.finditer(rf"(?:^|(?<=[.;:]\s))(?P<word>{_PLURAL.get(word, word)})\s+{_RULED}", text, re.MULTILINE)
    form = _WEAK.get(word, rf"{word}(?:s|in)?")
    for match in re.finditer(rf"\b{_ARTICLE}\s+(?P<word>{form})\b(?!\s+(?:von|des|der|eines|einer)\b)", text):
        article, printed = match["article"].casefold(), match["word"]
        plural = article == "die" or (printed.endswith("en") and article in ("der", "den"))
        if (printed.endswith("in") or not plural) and not _OTHERS.search(
            text[max(0, match.start() - BEFORE) : match.start()]
        ):
            yield match


def _together(word: str, main: re.Pattern[str], clauses: Sequence[Clause]) -> bool:
    """Whether a sentence names both: then they are two."""
    for clause in clauses:
        if main.search(clause.text) and _named(word, clause.text):
            sentences = (clause.text[a:b] for a, b in sentence_spans(clause.text))
            if any(_named(word, sentence) and main.search(sentence) for sentence in sentences):
                return True
    return False


def _named(word: str, text: str) -> bool:
    """Whether the text names somebody by the word, and not `andere Auftraggeber`."""
    return any(
        not _OTHERS.search(text[max(0, match.start() - BEFORE) : match.start()]) for match in _any(word).finditer(text)
    )


def _finding(places: Sequence[tuple[Definition, str, Clause, int, int]]) -> Finding:
    definitions = list({id(p[0]): p[0] for p in places}.values())
    words = list(dict.fromkeys(p[1] for p in places))
    clauses = [d.clause for d in definitions if d.clause] + [p[2] for p in places]
    quotes = [Evidence(d.clause.id, d.start, d.end, "definition") for d in definitions if d.clause]
    return Finding(
        id="",
        anchor=finding_anchor(
            FindingKind.DEFINITION, "party_names", list(dict.fromkeys(c.anchor for c in clauses)), " ".join(words)
        ),
        kind=FindingKind.DEFINITION,
        severity=Severity.LOW if quotes else Severity.INFO,
        code="party_names",
        params={
            "term": ", ".join(d.term for d in definitions),
            "words": ", ".join(words),
            "places": len(places),
        },
        clauses=tuple(dict.fromkeys(c.id for c in clauses)),
        evidence=(*quotes, *(Evidence(c.id, start, end, "drift") for _, _, c, start, end in places)),
    )
