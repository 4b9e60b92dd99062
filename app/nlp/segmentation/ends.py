"""What stands behind the terms: signatures, place and date, address blocks, the links of a web page.

Strategy: only the end of a text is looked at, from the last line backwards, block by block: a block that is short, says
no sentence and is no list item may belong to the end; something must prove it (a line to sign on, a date, two kinds of
contact data, names of links). Whatever stays doubtful stays in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from app.nlp.segmentation.evidence import contacts, is_article, is_form, is_legal, links
from app.nlp.segmentation.headings import BULLET, Style, is_sentence
from app.nlp.segmentation.labels import labels_at
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.outline import Unit
from app.nlp.segmentation.regions import is_signature
from app.nlp.segmentation.surroundings import SURROUNDINGS

SIGNATURE = "signature"
SIGNATURE_LINES = 25  # a signature block is not longer
MOST_SIGNATURES = 20  # of them that are looked behind; bounds what a hostile document can cost
CAPTION_WORDS = 5  # of a party's name over a signature
SHORT_BLOCK = 90  # characters of a block that may be scrap without a proof of its own
LONGEST_SCRAP = 300  # characters of one that has contact data
CAPTION_TEXT = 400  # characters that may stand under a caption of the end
FEWEST_CONTACTS = 2  # kinds of contact data in an address block
FEWEST_LINKS = 2
STATEMENT_WORDS = 8  # that end with a full stop are a sentence, whatever its verb
FOOTER_GAP = 5.0  # line heights of white space over the foot of a web page
FEWEST_NUMBERED = 3  # units of terms behind which an unnumbered article may follow
ARTICLE = 120  # characters of it
CLOSING = 700  # characters behind the date that closes the terms
FOOTER_LINES = 10  # that this foot may reach above what proves it

_CONSENT = re.compile(
    r"(?:unterschrift|unterzeichn|bestätig|erklär|anerkenn|versicher)\w*.*(?:gelesen|kenntnis|einverstanden|anerk|anzuerk|akzeptier)"
    r"|^(?:ich|wir) hab(?:e|en)\b.*(?:gelesen|kenntnis|erhalten|anerkannt|akzeptiert)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\(?(?:(?:Stand|Fassung|Version|Gültig (?:ab|seit)|(?:Zuletzt|Letztmals) (?:geändert|aktualisiert)|Letzte (?:Änderung|Aktualisierung))\b(?=.*\d).{0,40}|[A-ZÄÖÜ][\wäöüß./ -]{2,30},? (?:den |im |am )?\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-ZÄ][a-zä]+ )\d{2,4}|.{0,120}[|·•]\s*(?:Version|Stand|Fassung)\b.{0,25}\d)\)?\.?$"
)
_VERSION = re.compile(r"\(?(?:Stand|Fassung|Version|Zuletzt|Letzte Ä)")
_CREDIT = re.compile(
    r"(?:Quelle\b|(?:Diese )?(?:AGBs?|Bedingungen|(?:Rechts|Muster)texte?|Muster|Vorlage|Texte?)\b.{0,40}\b(?:erstellt|generiert|bereitgestellt)\b"
    r"|(?:Erstellt|Generiert) (?:mit|von|durch|bei)\b).{0,200}$"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?:19|20)\d\d|Copyright\b).{0,120}$", re.IGNORECASE)


def with_ends(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """The units (in reading order) with the ends of the texts cut off and named."""
    if all(unit.reason or (unit.label is None and not unit.has_heading) for unit in units):
        return _paragraphs_cut(lines, units)
    named = _empty_named(lines, _captions_named(lines, units))
    found: list[Unit] = []
    for index, unit in enumerate(named):
        after = named[index + 1] if index + 1 < len(named) else None
        signed = bool(found) and found[-1].reason == SIGNATURE and unit.reason == SURROUNDINGS
        found.append(replace(unit, reason=SIGNATURE) if signed else unit)
        if not unit.reason and (after is None or after.reason or after.family == "anlage"):
            cut = _end(lines, unit, after)
            found.extend([cut] if cut else [])
    return _empty_named(lines, found)


def _paragraphs_cut(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """Units that are paragraphs each: their end is looked for behind the first of them."""
    first = next((unit for unit in units if not unit.reason), None)
    cut = _end(lines, first, None) if first else None
    if cut is None or first is None or cut.line <= first.line:
        return list(units)
    return [*(unit for unit in units if unit.line < cut.line), cut]


def _empty_named(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """Unnumbered headings over nothing at the end of the terms are captions, mostly of signatures, not clauses."""
    found = list(units)
    after: Unit | None = None
    for index in range(len(found) - 1, -1, -1):
        unit = found[index]
        end = after.line if after else len(lines)
        if unit.label is None and unit.has_heading and unit.body[0] >= end and (after is None or after.reason):
            signed = is_signature(lines[unit.line]) or (after is not None and after.reason == SIGNATURE)
            found[index] = unit = replace(unit, reason=unit.reason or (SIGNATURE if signed else SURROUNDINGS))
        after = unit
    return found


def _captions_named(lines: Sequence[TextLine], units: Sequence[Unit]) -> list[Unit]:
    """Unnumbered headings of signatures anywhere, of addresses, links and articles at the end, are no clauses."""
    found = list(units)
    numbered = sum(unit.label is not None for unit in units) >= FEWEST_NUMBERED
    within = _styles_within(units)
    last = True
    for index in range(len(units) - 1, -1, -1):
        unit = units[index]
        end = units[index + 1].line if index + 1 < len(units) else len(lines)
        if unit.label is None and unit.has_heading and not unit.reason:
            reason = _caption_of(lines, unit, end, last)
            article = last and numbered and unit.style not in within and is_article(lines[unit.body[0] : end], ARTICLE)
            found[index] = unit = replace(unit, reason=reason or (SURROUNDINGS if article else ""))
        last = last and bool(unit.reason)
    return found


def _styles_within(units: Sequence[Unit]) -> set[Style | None]:
    """Styles of the unnumbered headings between numbered units."""
    numbers = [i for i, unit in enumerate(units) if unit.label is not None]
    return {u.style for u in units[numbers[0] : numbers[-1]] if u.label is None} if numbers else set()


def _caption_of(lines: Sequence[TextLine], unit: Unit, end: int, last: bool) -> str:
    """The reason for which the heading is no clause; empty where it is one."""
    body = range(unit.body[0], end)
    text = " ".join(lines[n].text for n in body)
    if len(text) > CAPTION_TEXT or any(_is_statement(lines[n]) for n in body):
        return ""
    if is_signature(lines[unit.line]) and (last or any(is_signature(lines[n]) for n in body)):
        return SIGNATURE
    proved = len(links(text)) >= FEWEST_LINKS or contacts(text) >= FEWEST_CONTACTS
    return SURROUNDINGS if last and proved and not is_sentence(text) else ""


def _is_statement(line: TextLine) -> bool:
    """A line that ends with a full stop and says something."""
    return line.text.endswith(".") and (line.words >= STATEMENT_WORDS or is_sentence(line.text))


def _end(lines: Sequence[TextLine], unit: Unit, after: Unit | None) -> Unit | None:
    """The part that is cut off the unit, if any."""
    end = after.line if after else len(lines)
    signed = _signed(lines, unit, end)
    if signed is None and after is not None and after.reason == SIGNATURE:
        signed = end
    if signed is not None:
        first = _with_consent(lines, unit, signed)
        first = min(first, _closing_start(lines, unit, first))
        return _cut(first, SIGNATURE) if first < end else None
    first = min(_scrap_start(lines, unit, end), _closing_start(lines, unit, end))
    return _cut(first, SURROUNDINGS) if first < end else None


def _signed(lines: Sequence[TextLine], unit: Unit, end: int) -> int | None:
    """The first line of the signature block near the end, or of one that nothing but a form follows."""
    found = [n for n in range(unit.body[0], end) if is_signature(lines[n])]
    far = [n for n in found if end - n > SIGNATURE_LINES][:MOST_SIGNATURES]
    with_form = (n for n in far if is_form(lines[n:end]))
    near = (n for n in found if end - n <= SIGNATURE_LINES)
    return next(chain(with_form, near), None)


def _closing_start(lines: Sequence[TextLine], unit: Unit, end: int) -> int:
    """Where a date or an ornament of its own ends the terms, with few words behind; `end` without."""
    length, first = 0, end
    for number in range(end - 1, unit.body[0], -1):
        line = lines[number]
        length += len(line.text)
        listed = labels_at(line.text) or (BULLET.match(line.text) and not _closes(line))
        if length > CLOSING or listed or line.table:
            break
        ended = lines[number - 1].ends_sentence or (_VERSION.match(line.text) and not lines[number - 1].line.full)
        if _closes(line) and ended and _alone(lines, number, end):
            first = number
    return first


def _closes(line: TextLine) -> bool:
    ornament = len(line.text) > 1 and not any(c.isalnum() for c in line.text)
    return ornament or _DATE.match(line.text) is not None


def _alone(lines: Sequence[TextLine], number: int, end: int) -> bool:
    """A block of its own, or the last line of one."""
    last = number + 1 >= end
    return last or (lines[number].starts_block and lines[number + 1].starts_block)


def _cut(line: int, reason: str) -> Unit:
    return Unit(line, None, None, (line, 0), reason=reason)


def _with_consent(lines: Sequence[TextLine], unit: Unit, signed: int) -> int:
    """The first line of what stands over a signature: the parties' names, the sentence that says what is signed."""
    first = signed
    for start, stop in _blocks_backwards(lines, unit.body[0] + 1, signed):
        block = lines[start:stop]
        name = sum(line.words for line in block) <= CAPTION_WORDS and not contacts(" ".join(i.text for i in block))
        if not name or block[-1].text.endswith((".", ",", ";")) or labels_at(block[0].text):
            break
        first = start if _follows_sentence(lines, start) else first
    before = next((start for start, _ in _blocks_backwards(lines, unit.body[0] + 1, first)), first)
    return before if _CONSENT.search(" ".join(line.text for line in lines[before:first])) else first


def _scrap_start(lines: Sequence[TextLine], unit: Unit, end: int) -> int:
    """The first line of the address, date and links behind the unit's text; `end` where there is no proof of any."""
    first = end
    for start, stop in _blocks_backwards(lines, unit.body[0] + 1, end):
        if not _is_scrap(lines[start:stop]):
            break
        first = start
    while first < end and not (_follows_sentence(lines, first) or _is_imprint(lines, first, end)):
        first = next((n for n in range(first + 1, end) if lines[n].starts_block), end)
    text = "\n".join(line.text for line in lines[first:end])
    foot = len(links(text)) >= FEWEST_LINKS or any(_COPYRIGHT.match(line.text) for line in lines[first:end])
    if foot:
        return _foot_start(lines, unit, first)
    dated = first < end and (_DATE.match(lines[first].text) or _CREDIT.match(lines[first].text)) is not None
    return first if dated or contacts(text) >= FEWEST_CONTACTS else end


def _blocks_backwards(lines: Sequence[TextLine], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between the lines, the last first."""
    stop = end
    for number in range(end - 1, first - 1, -1):
        if lines[number].starts_block:
            yield number, stop
            stop = number


def _is_scrap(block: Sequence[TextLine]) -> bool:
    """Whether a block may belong to the end: short or an address, no sentence, no list, no label."""
    text = " ".join(line.text for line in block)
    if _COPYRIGHT.match(text) or _DATE.match(text) or _CREDIT.match(text):
        return True
    if (
        block[0].table
        or BULLET.match(text)
        or labels_at(text)
        or is_sentence(text)
        or text.endswith((",", ";", ":", "."))
    ):
        return False
    return len(text) <= SHORT_BLOCK or (len(text) <= LONGEST_SCRAP and contacts(text) >= FEWEST_CONTACTS)


def _is_imprint(lines: Sequence[TextLine], first: int, end: int) -> bool:
    """So many kinds of contact data that no full stop need stand before them; what a colon introduces is none."""
    before = next((n for n in range(first - 1, max(-1, first - FOOTER_LINES), -1) if lines[n].ends_sentence), first - 1)
    introduced = lines[before].text.endswith(":") or lines[first - 1].text.endswith((",", ";"))
    return (
        not introduced
        and lines[first - 1].words > CAPTION_WORDS
        and contacts(" ".join(line.text for line in lines[first:end])) > FEWEST_CONTACTS
    )


def _follows_sentence(lines: Sequence[TextLine], number: int) -> bool:
    """Behind a full stop: what an introduction names (`an:`) belongs to it."""
    return lines[number - 1].text.rstrip("\"”“»«')").endswith((".", "!", "?"))


def _foot_start(lines: Sequence[TextLine], unit: Unit, first: int) -> int:
    """A web page's foot begins where a date or wide white space sets it off from the terms."""
    for number in range(max(unit.body[0] + 1, first - FOOTER_LINES), first):
        line = lines[number]
        apart = _DATE.match(line.text) is not None or (line.line.gap or 0.0) > FOOTER_GAP
        if line.starts_block and apart and not is_legal(lines[number:first]):
            return number
    return first
