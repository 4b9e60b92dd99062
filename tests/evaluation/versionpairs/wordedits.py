"""Edits of words: other words, other values, words that turn a sentence round, and spelling that changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from app.models.versions import ChangeKind
from app.nlp.quantities import QuantityKind, find_quantities
from tests.evaluation.planted.terms import Terms
from tests.evaluation.versionpairs.draft import Draft, Part

_SYNONYMS = (
    ("innerhalb von", "binnen"), ("Vertrag", "Vertragsverhältnis"), ("gestattet", "erlaubt"), ("beruhen", "zurückgehen"),
    ("schriftlich", "in Schriftform"), ("unverzüglich", "ohne schuldhaftes Zögern"), ("kündigen", "beenden"), ("Entgelte", "Gebühren"),
    ("Rechnung", "Abrechnung"), ("vorher", "im Voraus"), ("mitteilen", "anzeigen"), ("teilen", "zeigen"), ("dürfen", "können"),
    ("Leistung", "Dienstleistung"), ("berechtigt", "befugt"), ("Mängel", "Fehler"), ("Bestellung", "Order"), ("Kosten", "Aufwendungen"),
    ("stellen", "überlassen"), ("gelten", "finden Anwendung"), ("Dauer", "Zeit"), ("beginnt", "fängt an"), ("Unterlagen", "Dokumente"),
    ("Frist", "Zeitspanne"), ("zunächst", "erst einmal"), ("jeweils", "immer"), ("Lieferung", "Auslieferung"), ("Ware", "Sache"),
)  # fmt: skip
_INSERTED = (
    ", soweit gesetzlich zulässig,", " nach Maßgabe der Leistungsbeschreibung", " in der jeweils gültigen Fassung", " auf eigene Kosten",
    " gegen Nachweis", " im üblichen Umfang", " während der Geschäftszeiten", " auf Verlangen der anderen Seite",
)  # fmt: skip
_TURNED = (
    (r"\bnicht\b ", ""), (r"\bkeinen?\b", "einen"), (r"\bkeine\b", "eine"), (r"\bund\b", "oder"), (r"\boder\b", "und"),
    (r"\bmindestens\b", "höchstens"), (r"\bhöchstens\b", "mindestens"), (r"\bkann\b", "muss"), (r"\bkönnen\b", "müssen"),
    (r"\bmuss\b", "kann"), (r"\bdürfen\b", "müssen"), (r"\bdarf\b", "muss"), (r"\bvor\b", "nach"), (r"\bnach\b", "vor"),
    (r"\bnur\b ", ""), (r"\bspätestens\b", "frühestens"), (r"\bohne\b", "mit"), (r"\bhaften wir\b", "haften wir nicht"),
    (r"\bist\b", "ist nicht"), (r"\bwird\b", "wird nicht"), (r"\bVorsatz\b", "Vorsatz nicht"), (r"\bder Kunde\b", "der Anbieter"),
    (r"\bunbeschränkt\b", "beschränkt"), (r"\bunwirksam", "wirksam"), (r"\bTextform\b", "Schriftform"), (r"\bgrober?\b", "leichter"),
)  # fmt: skip
_SPELT = (
    ("ß", "ss"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("„", "»"), ("“", "«"), (", ", " , "), ("; ", ". "), (" %", " Prozent"),
    ("selbständig", "selbstständig"), ("zwei ", "2 "), ("drei ", "3 "), ("vier ", "4 "), ("fünf ", "5 "), (" zehn ", " 10 "), ("zwölf", "12"),
    ("Nr. ", "Nummer "), (" Euro ", " EUR "), ("soweit", "so weit"), ("aufgrund", "auf Grund"), ("E-Mail", "Email"),
    ("Vertrags", "Vertrags\u00ad"), (". ", " . "), ("Allgemein", "allgemein"),
)  # fmt: skip
_WORDS = (
    "einem", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "vierzehn", "fünfzehn", "achtzehn",
    "zwanzig", "dreißig",
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[a-zäöüß][.;]) (?=[A-ZÄÖÜ])")


def _one(draft: Draft, random: Random, fits: re.Pattern[str] | None = None) -> Part | None:
    found = [p for _, p in draft.free if p.origins and (fits is None or fits.search(_without_references(p.text)))]
    return random.choice(found) if found else None


def _without_references(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


def value(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A duration, an amount or a percentage is another one."""
    del others
    found = [
        (p, q)
        for _, p in draft.free
        if p.origins
        for q in find_quantities(p.text)
        if q.kind is not QuantityKind.FACTOR and not re.search("ein(?:e[nmrs]?)? ", p.text[q.start : q.end])
    ]
    if not found:
        return False
    part, quantity = random.choice(found)
    printed = part.text[quantity.start : quantity.end]
    changed = _other_number(printed, random)
    if changed == printed:
        return False
    part.value = (printed, changed)
    part.edit(part.text[: quantity.start] + changed + part.text[quantity.end :], ChangeKind.CHANGED, "value")
    return True


def _other_number(printed: str, random: Random) -> str:
    figure = re.search(r"\d+(?:\.\d{3})*", printed)
    if figure:
        number = int(figure[0].replace(".", ""))
        other = number * random.choice((2, 3)) if number >= 5 else number + random.choice((1, 2, 3))
        return printed[: figure.start()] + f"{other:,}".replace(",", ".") + printed[figure.end() :]
    word = re.search("|".join(sorted(_WORDS[1:], key=len, reverse=True)), printed)
    if not word or word.start() > 0:
        return printed
    return printed.replace(word[0], random.choice([w for w in _WORDS[1:] if w != word[0]]), 1)


def turned(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """One word that turns the sense of a sentence."""
    del others
    for pattern, instead in random.sample(_TURNED, len(_TURNED)):
        part = _one(draft, random, re.compile(pattern))
        if part:
            part.edit(re.sub(pattern, instead, part.text, count=1), ChangeKind.CHANGED, f"turned {pattern}")
            return True
    return False


def spelt(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Only spelling, quotes and punctuation."""
    del others
    for old, new in random.sample(_SPELT, len(_SPELT)):
        part = _one(draft, random, re.compile(re.escape(old)))
        if part and "{" not in part.text:
            part.edit(part.text.replace(old, new), ChangeKind.TRIVIAL, f"spelt {old}")
            return True
    return False


def reworded(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Other words for many, and something put in."""
    del others
    part = _one(draft, random, re.compile(r"(?:\w+ ){8}"))
    if part is None:
        return False
    text = part.text
    for old, new in _SYNONYMS:
        text = re.sub(rf"\b{old}\b", new, text)
    words = text.split(" ")
    at = random.randrange(len(words) // 2, len(words))
    text = " ".join(words[:at]) + random.choice(_INSERTED) + " " + " ".join(words[at:])
    part.edit(text, ChangeKind.CHANGED, "reworded")
    return True


def rewritten(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A sentence goes and one of another document comes; half of the words are left."""
    found = [p for _, p in draft.free if p.origins and _SENTENCE.search(p.text)]
    foreign = [p.text for t in others for s in t.sections for p in s.paragraphs if "{" not in p.text]
    if not found:
        return False
    part = random.choice(found)
    sentences = _SENTENCE.split(part.text)
    shortest = min(sentences, key=lambda s: len(s.split()))
    sentences[sentences.index(shortest)] = _SENTENCE.split(random.choice(foreign))[0]
    part.edit(" ".join(sentences), ChangeKind.CHANGED, "rewritten")
    return True


def extended(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Two sentences of other documents are appended."""
    part = _one(draft, random)
    foreign = [p.text for t in others for s in t.sections for p in s.paragraphs if "{" not in p.text]
    if part is None:
        return False
    part.edit(" ".join([part.text, *(random.choice(foreign) for _ in range(2))]), ChangeKind.CHANGED, "extended")
    return True


def shortened(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Of several sentences only the first is left."""
    del others
    found = [p for _, p in draft.free if p.origins and len(_SENTENCE.split(p.text)) > 1]
    if not found:
        return False
    part = random.choice(found)
    part.edit(_SENTENCE.split(part.text)[0], ChangeKind.CHANGED, "shortened")
    return True


def turned_round(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """The sentences of a paragraph in another order."""
    del others
    found = [p for _, p in draft.free if p.origins and len(_SENTENCE.split(p.text)) > 1 and not p.items]
    if not found:
        return False
    part = random.choice(found)
    part.edit(" ".join(reversed(_SENTENCE.split(part.text))), ChangeKind.CHANGED, "order")
    return True


def other_heading(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A section has another heading."""
    found = [c.head for c in draft.chapters if c.head.origins and not c.head.edited]
    headings = [s.heading for terms in others for s in terms.sections]
    if not found:
        return False
    head = random.choice(found)
    changed = random.choice([f"{head.text} und Sonstiges", f"Regelungen über {head.text}", random.choice(headings)])
    if changed == head.text:
        return False
    head.edit(changed, ChangeKind.CHANGED, "heading")
    return True


def other_party(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """The customer has another name throughout."""
    del random, others
    for _, part in draft.free:
        text = re.sub(r"\bKunden?\b", "Auftraggeber", part.text)
        if text != part.text and part.origins:
            part.edit(text, ChangeKind.CHANGED, "party")
    return True
