"""Faults in a document's structure: references, numbers, copies, definitions, subjects that are gone.

What is planted comes from tables; into which terms and which paragraph is drawn with a seed, so that another seed gives
other documents of the same faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from app.models.analysis import FindingKind
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.terms import Paragraph, Section, Terms

DUPLICATE, REFERENCE = FindingKind.DUPLICATE, FindingKind.BROKEN_REFERENCE
NUMBERING, DEFINITION, MISSING = FindingKind.NUMBERING, FindingKind.DEFINITION, FindingKind.MISSING
DEVIATION, STATUTORY = FindingKind.DEVIATION, FindingKind.STATUTORY
LONG = 16  # words from which a paragraph is worth copying
PER_EDIT = 4  # more words for every word that is changed: a copy is edited lightly
WORTH = 12  # words from which a clause can be a duplicate

# Sentences that refer to what is not there; `{n}` is a section that exists, `{beyond}` one after the last
_BROKEN = {
    "section": (
        "Im Übrigen gilt § {beyond} Abs. 2 dieser Bedingungen.",
        "Die Regelung in § {n} Abs. 9 bleibt unberührt.",
        "Einzelheiten enthält Anlage 3 zu diesem Vertrag.",
        "Das Verfahren richtet sich nach § {beyond}.",
        "Der Umfang der Nachweise ergibt sich aus Anhang B.",
        "Dies gilt vorbehaltlich der §§ {n} und {beyond} dieser Bedingungen.",
        "Die Pflichten aus § {n} Absatz 8 Satz 1 gehen vor.",
    ),
    "decimal": (
        "Im Übrigen gilt Ziffer {beyond}.2 dieser Bedingungen.",
        "Die Regelung in Ziffer {n}.9 bleibt unberührt.",
        "Einzelheiten enthält Anlage 4 zu diesem Vertrag.",
        "Das Verfahren richtet sich nach Nummer {beyond}.",
        "Der Umfang der Nachweise ergibt sich aus Anhang C.",
        "Es gelten die Fristen gemäß Ziff. {beyond}.1.",
        "Abschnitt {beyond} findet entsprechende Anwendung.",
    ),
}

# base, place, words there, words planted (a party gets another name), or section and sentence (a term)
_PARTIES = (
    ("itservice", "fees.due", "sind innerhalb", "sind vom Kunden innerhalb"),
    ("machines", "inspection.open", "Der Käufer", "Der Besteller"),
    ("saas", "term.renewal", "eine Partei", "der Auftraggeber oder der Anbieter"),
    ("maintenance", "services.repair", "legt sie", "legt sie dem Auftraggeber"),
    ("rental", "care.loss", "haftet der Mieter", "haftet der Kunde"),
    ("training", "term.notice", "kann der Teilnehmer", "kann der Kunde"),
    ("consulting", "fees.sheet", "kann der Mandant", "kann der Auftraggeber"),
)
_TERMS_TWICE = (
    (
        "saas",
        "rights",
        "„Plattform“ bezeichnet alle vom Anbieter betriebenen Internetseiten einschließlich ihrer Foren.",
    ),
    ("itservice", "fees", "„Einzelauftrag“ bezeichnet jede mündliche Anfrage des Auftraggebers nach einer Leistung."),
    ("itservice", "rights", "„Vertrauliche Informationen“ sind nur schriftlich gekennzeichnete Geschäftsgeheimnisse."),
    (
        "purchasing",
        "quality",
        "„Spezifikation“ im Sinne dieser Einkaufsbedingungen ist das Prüfprotokoll des Lieferanten.",
    ),
)
_TERMS_NEVER = (
    ("saas", "services", "Die in diesen Bedingungen definierten Kernzeiten gelten auch für Meldungen über Störungen."),
    (
        "hosting",
        "defects",
        "Bei einer Kritischen Störung (wie oben definiert) beginnt die Bearbeitung innerhalb einer Stunde.",
    ),
    (
        "machines",
        "warranty",
        "Für Verschleißteile im Sinne der Begriffsbestimmungen dieser Verkaufsbedingungen gilt dasselbe.",
    ),
    (
        "consulting",
        "services",
        "Meilensteine im Sinne der Definitionen dieser Bedingungen werden gemeinsam abgenommen.",
    ),
)

# base, section that is taken out, subject that the library requires
_SUBJECTS = (
    ("training", "liability", "limitation_of_liability"),
    ("consulting", "liability", "limitation_of_liability"),
    ("purchasing", "liability", "limitation_of_liability"),
    ("saas", "liability", "limitation_of_liability"),
    ("itservice", "privacy", "data_protection"),
    ("saas", "privacy", "data_protection"),
    ("hosting", "privacy", "data_protection"),
    ("maintenance", "privacy", "data_protection"),
    ("consulting", "privacy", "data_protection"),
    ("machines", "retention", "retention_of_title"),
    ("itservice", "term", "termination"),
    ("machines", "changes", "change_of_terms"),
    ("itservice", "changes", "change_of_terms"),
    ("machines", "inspection", "notice_of_defects"),
)

# base, and place, words there and words planted: a carve-out goes, so that the exclusion for the rest takes its case in
_CARVE_OUTS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "itservice",
        (("liability.full", "für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, ", ""),),
    ),
    ("hosting", (("liability.full", "bei Verletzung von Leben, Körper oder Gesundheit, ", ""),)),
    ("maintenance", (("liability.full", ", für Schäden an Leben, Körper und Gesundheit", ""),)),
    (
        "webshop",
        (("liability.full", "für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit, ", ""),),
    ),
    (
        "training",
        (("liability.full", " sowie für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit", ""),),
    ),
    (
        "machines",
        (
            ("liability.full", "Vorsatz und grobe Fahrlässigkeit, für ", ""),
            ("liability.rest", "die Haftung für leicht fahrlässige Pflichtverletzungen", "jede Haftung"),
        ),
    ),
    (
        "rental",
        (
            ("liability.full", "für Vorsatz und grobe Fahrlässigkeit, ", "für Vorsatz, "),
            ("liability.rest", "Bei leicht fahrlässiger Verletzung", "Bei Verletzung"),
        ),
    ),
)

_EDITS = (
    ("innerhalb von", "binnen"),
    (" und ", " sowie "),
    ("gelten", "finden Anwendung"),
    ("Der ", "Dieser "),
    ("Die ", "Diese "),
    (" ist ", " bleibt "),
    (" nur ", " allein "),
    (" oder ", " beziehungsweise "),
    (" darf ", " kann "),
    (" wenn ", " sofern "),
)


def references(base: Mapping[str, Terms], random: Random) -> Iterator[Fault]:
    """A reference to a paragraph, section or annex that is not there."""
    for scheme, sentences in _BROKEN.items():
        fitting = [t for t in base.values() if t.keys["scheme"] == scheme]
        for sentence in sentences:
            terms = random.choice(fitting)
            n, section = random.randrange(2, len(terms.sections)), random.choice(terms.sections[1:-1])
            place = f"{section.key}.planted"
            text = sentence.format(n=n, beyond=len(terms.sections) + random.randrange(3, 9))
            yield Fault(f"{text} in {terms.name} {section.key}", REFERENCE, terms.inserted(place, text), (place,))


def numbering(base: Mapping[str, Terms], random: Random) -> Iterator[Fault]:
    """Gaps, double numbers and jumps back, of sections and of paragraphs."""
    for what, by in (("gap", 1), ("double", -1), ("wide gap", 4)):
        for level in ("section", "paragraph", "paragraph", "section"):
            terms = random.choice(list(base.values()))
            index, place, position = _numbered_place(terms, level, random)
            changed = replace(terms, jumps=((index, position, by),))
            before = _place_before(terms, index, position)
            name = f"{what} {terms.name} {place}"
            yield Fault(name, NUMBERING, _keyed(changed), (place, before), one_of=True)


def _keyed(terms: Terms) -> Terms:
    """Every paragraph gets a key, so that every one can be named as a place."""
    return replace(
        terms,
        sections=tuple(
            replace(s, paragraphs=tuple(replace(p, key=p.key or f"p{n}") for n, p in enumerate(s.paragraphs)))
            for s in terms.sections
        ),
    )


def _numbered_place(terms: Terms, level: str, random: Random) -> tuple[int, str, int]:
    """Where the count goes wrong: a section that nothing refers to by number twice, or a paragraph after the first."""
    if level == "section":
        index = random.randrange(3, len(terms.sections) - 2)
        return index, terms.sections[index].key, -1
    long = [i for i, s in enumerate(terms.sections) if len(s.paragraphs) >= 3]
    index = random.choice(long)
    section = _keyed(terms).sections[index]
    position = random.randrange(1, len(section.paragraphs) - 1)
    return index, f"{section.key}.{section.paragraphs[position].key}", position


def _place_before(terms: Terms, index: int, position: int) -> str:
    keyed = _keyed(terms)
    if position < 0:
        return keyed.sections[index - 1].key
    section = keyed.sections[index]
    return f"{section.key}.{section.paragraphs[position - 1].key}"


def duplicates(base: Mapping[str, Terms], random: Random) -> Iterator[Fault]:
    """A paragraph copied word for word, with one word changed, moved with several, and whole sections."""
    for what, edits in (("exact", 0), ("near", 1), ("edited", 3)):
        for _ in range(4):
            terms = _keyed(random.choice(list(base.values())))
            place, text = _long_paragraph(terms, random, edits)
            away = random.choice([s.key for s in terms.sections if s.key != place.partition(".")[0]])
            copy = _edited(text, edits)
            target = f"{away}.planted"
            yield Fault(f"{what} {place} in {terms.name}", DUPLICATE, terms.inserted(target, copy), (place, target))
    for edits in (0, 0, 1, 1):
        terms = _keyed(random.choice(list(base.values())))
        section = random.choice([s for s in terms.sections if sum(_words(p) >= WORTH for p in s.paragraphs) >= 3])
        copy = Section("planted", f"Ergänzend: {section.heading}", tuple(_copies(section, edits)))
        changed = terms.with_new_section(copy, before=terms.sections[-1].key)
        places = tuple(f"{key}.{p.key}" for key in (section.key, "planted") for p in section.paragraphs)
        yield Fault(f"section {section.key} in {terms.name}, {edits} edits", DUPLICATE, changed, places, one_of=True)


def _words(paragraph: Paragraph) -> int:
    return len(paragraph.text.split())


def _long_paragraph(terms: Terms, random: Random, edits: int) -> tuple[str, str]:
    found = [
        (f"{s.key}.{p.key}", p.text)
        for s in terms.sections
        for p in s.paragraphs
        if len(p.text.split()) >= LONG + PER_EDIT * edits and "{" not in p.text and _edited(p.text, edits) is not None
    ]
    return random.choice([f for f in found if edits == 0 or _edited(f[1], edits) != f[1]])


def _copies(section: Section, edits: int) -> Iterator[Paragraph]:
    for paragraph in section.paragraphs:
        yield replace(paragraph, text=_edited(paragraph.text, edits))


def _edited(text: str, edits: int) -> str:
    """With up to so many words replaced by others of the same meaning."""
    for old, new in _EDITS:
        if edits and old in text:
            text, edits = text.replace(old, new, 1), edits - 1
    return text


def definitions(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """A party under another name, a term defined twice, a term that is used as defined and is not."""
    for name, place, old, new in _PARTIES:
        yield Fault(f"party {name} {place}", DEFINITION, base[name].reworded(place, old, new), (place,))
    for what, rows in (("twice", _TERMS_TWICE), ("never", _TERMS_NEVER)):
        for name, section, text in rows:
            place = f"{section}.planted"
            yield Fault(f"{what} {name} {section}", DEFINITION, base[name].inserted(place, text), (place,))
    without = base["itservice"].without("secrecy.meant")
    yield Fault("never itservice secrecy", DEFINITION, without, says=("Vertrauliche Informationen",))


def missing(base: Mapping[str, Terms]) -> Iterator[Fault]:
    """A required subject taken out with its section, and a carve-out taken out of the liability clause."""
    for name, section, subject in _SUBJECTS:
        terms = _without_references(base[name].without(section))
        also = frozenset({DEVIATION, STATUTORY, DEFINITION})
        yield Fault(f"subject {subject} {name}", MISSING, terms, says=(subject,), also=also)
    for name, edits in _CARVE_OUTS:
        terms = base[name]
        for place, old, new in edits:
            terms = terms.reworded(place, old, new)
        kinds = frozenset({DEVIATION, STATUTORY})
        places = ("liability", *(f"liability.{p.key}" for p in terms.section("liability").paragraphs if p.key))
        yield Fault(f"carve-out {name}", MISSING, terms, places, True, other_kinds=kinds)


def _without_references(terms: Terms) -> Terms:
    """References to what was taken out become general words."""
    known = {s.key for s in terms.sections}

    def general(found: re.Match[str]) -> str:
        return found[0] if found[1] in known else "den gesetzlichen Vorschriften"

    return replace(
        terms,
        sections=tuple(
            replace(
                s,
                paragraphs=tuple(
                    replace(p, text=re.sub(r"\{([a-z-]+)(?:\.[a-z-]+)?\}", general, p.text)) for p in s.paragraphs
                ),
            )
            for s in terms.sections
        ),
    )
