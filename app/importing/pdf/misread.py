"""Characters the file does not name or names wrongly, found out from the words they stand in.

Some programs embed ligatures ("ti", "tt", "ft") without saying what they are: they come out as nothing, as a private
character or as a capital in the middle of a word (`GeschäEsbedingungen`). Strategy: each doubtful glyph of a font is
one class; a ligature is taken for the class if it makes known words, of this document or of the common words below,
and more of them than any other. Private pairs that open and close are parentheses. What stays unknown is shown as
U+FFFD and counted, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.importing.pdf.fonts import is_symbol_font
from app.importing.pdf.geometry import Glyph, RawPage
from app.importing.pdf.words import BULLET_CODE, glyph_words

UNKNOWN = "\ufffd"
_LIGATURES = ("ti", "tt", "ft", "fi", "fl", "ff", "tf", "tti", "fft", "ffi", "ffl", "ttf", "tz", "ch", "ck", "th", "fb")
_UNMAPPED = re.compile(r"\(cid:(\d+)\)")
_INSIDE_SHARE = 0.5  # of a capital's places that lie behind a small letter: it is no capital
_INNER_SIGNS = frozenset("-/*:_·•@'’\u00ad\u2010\u2011")
_AFTER_BRACKET = ".,;:!?“" + UNKNOWN
_MIN_PLACES = 3  # different words with the same capital inside
_MAX_PLACES = 200  # are enough to vote
_MIN_VOTES = 0.2  # of the places of a class that must become known words
_MIN_WORD = 5  # letters of a word of the document that vouches for a ligature
_COMMON = [
    "geschäft",
    "schrift",
    "bestätig",
    "berechtig",
    "mitteil",
    "dritt",
    "kraft",
    "kräft",
    "haft",
    "auftrag",
    "aufträg",
    "vertraglich",
    "bestimmung",
    "leistung",
    "gewährleist",
    "rechtzeitig",
    "gültig",
    "tätig",
    "sonstig",
    "fällig",
    "beseitig",
    "künftig",
    "streitig",
    "notwendig",
    "gerichtlich",
    "vorschrift",
    "unterschrift",
    "rechnungsstellung",
    "zeitpunkt",
    "mitglied",
    "mitwirk",
    "aktiv",
    "kontakt",
    "bereit",
    "bitte",
    "mitte",
    "hätte",
    "gestattet",
    "erstatt",
    "statt",
    "rabatt",
    "ermitt",
    "vermitt",
    "übermitt",
    "unmittelbar",
    "schnitt",
    "abschnitt",
    "eintritt",
    "rücktritt",
    "zutritt",
    "lizenz",
    "pflicht",
    "pflege",
    "zufl",
    "einfluss",
    "auflösung",
    "auflage",
    "auffass",
    "aufford",
    "betreff",
    "offen",
    "öffent",
    "hoffen",
    "schaffen",
    "eröffn",
    "stoff",
    "hilfe",
    "schriftform",
    "anschrift",
    "gesellschaft",
    "eigenschaft",
    "dauerhaft",
    "häufig",
    "oft",
    "oftmals",
    "zukunft",
    "auskunft",
    "herkunft",
    "unterkunft",
    "käuf",
    "verkäuf",
    "kauf",
    "frist",
    "finden",
    "definiert",
    "finanz",
    "spezifi",
    "identifi",
    "zertifi",
    "profil",
    "information",
    "aktion",
    "option",
    "position",
    "konditionen",
    "garantie",
    "relation",
    "funktion",
    "kommunikation",
    "automatisch",
    "elektronisch",
    "artikel",
    "titel",
    "kapitel",
    "mittel",
    "schluss",
    "attest",
    "netto",
    "brutto",
    "komplett",
    "platt",
    "internet",
    "setzt",
    "gesetz",
    "nutz",
    "schutz",
    "datenschutz",
    "einsatz",
    "ersatz",
    "schadensersatz",
    "beschränkung",
    "zweck",
    "rückt",
    "stück",
    "wissentlich",
]
_STEMS = {ligature: tuple(s for s in _COMMON if ligature in s) for ligature in _LIGATURES}

_Class = tuple[str, int, str]


_ODD_INSIDE = re.compile(r"(?<=[a-zäöüß])(?:[^\W\d_a-zß-öø-ÿ]|[^\w\s](?=[a-zäöüß]))")
_SUSPECT_PRIVATE = re.compile("[\ue000-\uf01f\uf100-\uf8ff\ufffd]")


def is_doubtful(pages: Sequence[RawPage]) -> bool:
    """Whether signs of the pages' words are unknown, or mostly stand where a ligature would make words."""
    texts = [" ".join([w.text for w in page.words]) for page in pages]
    if any(page.unmapped or page.replaced for page in pages) or any(map(_SUSPECT_PRIVATE.search, texts)):
        return True
    words = [word for page in pages for word in page.words]
    if not all(w.font for w in words):
        return True  # PDFium tells no name of fonts drawn by procedures (Type 3), so no weight; pdfminer does
    signs = {sign for text in texts for sign in _ODD_INSIDE.findall(text)} - _INNER_SIGNS
    odd = sorted({(w.font, sign) for sign in signs for w in words if sign in w.text})
    places = [_places_inside([w.text for w in words if w.font == font and sign in w.text], sign) for font, sign in odd]
    if not any(places):
        return False
    known = {_letters(w.text) for w in words}
    return any(_ligature(inside, known) is not None for inside in places)


def _places_inside(texts: Sequence[str], sign: str) -> list[tuple[str, str]]:
    """What stands before and after the sign, where it mostly stands behind a small letter or between two; else nothing."""
    places = [(text[:i], text[i + 1 :]) for text in texts for i, char in enumerate(text) if char == sign]
    within = [p for p in places if p[0][-1:].islower() and (sign.isalpha() or p[1][:1].islower())]
    inside = [(before.casefold(), after.casefold()) for before, after in within]
    distinct = len(set(inside))
    enough = distinct >= _MIN_PLACES or (
        distinct and sign.isalpha() and not sign.isascii()
    )  # GmbH and eBay are no ligatures
    return inside if enough and len(inside) > _INSIDE_SHARE * len(places) else []


def resolve(pages: Sequence[RawPage]) -> list[RawPage]:
    """Give doubtful glyphs their meaning, where the document itself shows it; what stays unreadable is U+FFFD."""
    doubtful = _doubtful(pages)
    if not doubtful:
        return list(pages)
    words = [word for page in pages for word in glyph_words(page.glyphs)]
    meaning = _meanings(words, doubtful)
    return [replace(p, glyphs=tuple(_named(g, doubtful, meaning) for g in p.glyphs)) for p in pages]


def _class(glyph: Glyph) -> _Class:
    """Font, code and text: two fonts of a file may have the same name and other codes."""
    return glyph.font, glyph.code, glyph.text


def _doubtful(pages: Iterable[RawPage]) -> dict[_Class, bool]:
    """The doubtful classes; True where the glyph has no usable name at all."""
    nameless: dict[_Class, bool] = {}
    inside: Counter[_Class] = Counter()
    others: Counter[_Class] = Counter()
    for page in pages:
        for before, glyph, after in zip((None, *page.glyphs), page.glyphs, (*page.glyphs[1:], None), strict=False):
            if _is_nameless(glyph):
                nameless[_class(glyph)] = True
            elif not glyph.text.islower():
                others[_class(glyph)] += 1
                inside[_class(glyph)] += _is_inside(before, glyph, after)
    return nameless | {c: False for c, n in inside.items() if n > _INSIDE_SHARE * others[c]}


def _is_inside(before: Glyph | None, glyph: Glyph, after: Glyph | None) -> bool:
    """Whether a capital follows a small letter, or another sign stands between two."""
    if before is None or not before.text.islower() or not _touch(before, glyph) or glyph.text in _INNER_SIGNS:
        return False
    return glyph.text.isupper() or (after is not None and after.text.islower() and _touch(glyph, after))


def _is_nameless(glyph: Glyph) -> bool:
    text = glyph.text
    if is_symbol_font(glyph.font) or not text.strip():
        return False
    private = len(text) == 1 and (0xE000 <= ord(text) < 0xF020 or 0xF100 <= ord(text) < 0xF900)
    return private or text == UNKNOWN or (_UNMAPPED.fullmatch(text) is not None and text != BULLET_CODE)


def _touch(a: Glyph, b: Glyph) -> bool:
    return abs(a.baseline - b.baseline) < 1 and abs(b.x0 - a.x1) < 0.1 * a.size


def _meanings(words: Sequence[Sequence[Glyph]], doubtful: dict[_Class, bool]) -> dict[_Class, str]:
    places: defaultdict[_Class, list[tuple[str, str]]] = defaultdict(list)
    known: set[str] = set()
    for word in words:
        doubts = [i for i, g in enumerate(word) if _class(g) in doubtful]
        if not doubts:
            known.add(_letters("".join(g.text for g in word)))
        for i in doubts:
            before, after = (_readable(part, doubtful) for part in (word[:i], word[i + 1 :]))
            places[_class(word[i])].append((before, after))
    meaning = {c: m for c in doubtful if (m := _ligature(places[c], known)) is not None}
    return meaning | _signs({c: p for c, p in places.items() if doubtful[c] and c not in meaning})


def _readable(glyphs: Sequence[Glyph], doubtful: dict[_Class, bool]) -> str:
    return "".join(UNKNOWN if _class(g) in doubtful else g.text for g in glyphs).casefold()


def _letters(text: str) -> str:
    return re.sub(r"[^\w]+", "", text).casefold()


def _ligature(places: Sequence[tuple[str, str]], known: set[str]) -> str | None:
    """The ligature that makes the most known words in these places, if it is one ahead of all others."""
    distinct = list(dict.fromkeys(places))[:_MAX_PLACES]
    votes = {
        ligature: sum(_makes_word(before, ligature, after, known) for before, after in distinct)
        for ligature in _LIGATURES
    }
    first, second = sorted(votes, key=lambda c: (-votes[c], _LIGATURES.index(c)))[:2]
    enough = votes[first] >= _MIN_VOTES * len(distinct)
    return first if enough and votes[first] > votes[second] else None


def _makes_word(before: str, ligature: str, after: str, known: set[str]) -> bool:
    word = _letters(before + ligature + after)
    if len(word) >= _MIN_WORD and word in known:
        return True
    text = before + ligature + after
    return any(
        start < len(before) + len(ligature) and start + len(stem) > len(before)
        for stem in _STEMS[ligature]
        for start in _places_of(stem, text)
        if stem.find(ligature, len(before) - start if len(before) >= start else 0) == len(before) - start
    )


def _places_of(stem: str, text: str) -> Iterator[int]:
    start = text.find(stem)
    while start >= 0:
        yield start
        start = text.find(stem, start + 1)


def _signs(places: dict[_Class, list[tuple[str, str]]]) -> dict[_Class, str]:
    """Signs without letters: a pair that opens and closes equally often, and a sign between two letters."""
    opening = {c: len(p) for c, p in places.items() if all(not before and after for before, after in p)}
    closing = {
        c: len(p) for c, p in places.items() if all(before and not after.strip(_AFTER_BRACKET) for before, after in p)
    }
    signs: dict[_Class, str] = {}
    for o, count in opening.items():
        partner = next((c for c, n in closing.items() if c[0] == o[0] and abs(n - count) <= 0.1 * count), None)
        if partner is not None and count > 1:
            signs |= {o: "(", partner: ")"}
    between = {c for c, p in places.items() if all(b[-1:].isalpha() and a[:1].isalpha() for b, a in p)}
    return signs | {c: "-" for c in between if c not in signs}


def _named(glyph: Glyph, doubtful: dict[_Class, bool], meaning: dict[_Class, str]) -> Glyph:
    key = _class(glyph)
    if key not in doubtful:
        return glyph
    if key in meaning:
        return replace(glyph, text=meaning[key], changed=True)
    return replace(glyph, text=UNKNOWN, changed=True) if doubtful[key] else glyph
