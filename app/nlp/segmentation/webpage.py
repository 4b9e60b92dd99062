"""Text round the terms that is told before any clause is sought: what a web page or a model form prints with them.

Strategy: titles that name another text (privacy statement, imprint, news, a form, remarks on a model) open a stretch that
reaches to the next title of terms; it is left out only if its words bear the title out. Cookie notices are told by their
buttons, breadcrumbs and print headers by their form and place: inside a sentence or in the middle of a page nothing is
taken out. Where no terms would be left, all of it is the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import StrEnum

from app.nlp.segmentation.evidence import (
    contacts,
    is_form,
    is_legal,
    is_privacy,
    is_remark,
    joined,
    links,
    speaks_of_privacy,
)
from app.nlp.segmentation.headings import Heading, headings, is_sentence
from app.nlp.segmentation.labels import labels_at
from app.nlp.segmentation.lines import TextLine

SURROUNDINGS = "surroundings"
FORM = "form"
TITLE_WORDS = 9  # of a title
MOST_PARTS = 60  # titles and notices that are looked into; bounds what a hostile document can cost
LONGEST_PART = 1500  # lines of a part that are read to tell what it is
TITLE_LINES = 3  # between a title and the number of its first section
FEWEST_CONTACTS = 2  # kinds of contact data near the beginning of an imprint
IMPRINT_HEAD = 600  # characters
PRIVACY_LENGTH = 300  # characters; a shorter text is a clause or a link
NAVIGATION_LINES = 3  # short lines in a row
NAVIGATION_WORDS = 5  # of such a line
FEWEST_LINKS = 2  # names of usual links among them
NOTICE_LENGTH = 2500  # characters of a cookie notice
BUTTON_WORDS = 6  # of a button, or of what stands between two
REST = 200  # characters of legal text that must be left as terms


class Part(StrEnum):
    """What a title announces."""

    TERMS = "terms"
    FIRST = "first"  # the usual first section of terms
    PRIVACY = "privacy"
    IMPRINT = "imprint"
    NEWS = "news"
    FORM = "form"
    REMARKS = "remarks"


_OF = r"(?:\s*(?:[-–:(|].*|(?:der|des|von|für|zur|zum|auf|nach|gemäß|und|dieser|unserer)\b.*))?\W*$"
_TITLES: Mapping[Part, re.Pattern[str]] = {
    part: re.compile(rf"(?:{words}){_OF}", re.IGNORECASE)
    for part, words in {
        Part.TERMS: r"(?:(?:unsere|die) )?(?:allgemeinen?|besonderen?|ergänzenden?|zusätzlichen?) \w*(?:bedingungen|bestimmungen)|AGB|"
        r"\w*(?:nutzungs|liefer|verkaufs|zahlungs|miet|teilnahme|geschäfts|vertrags|einkaufs|versand)bedingungen"
        r"|widerrufsbelehrung|muster-?widerrufsformular|\w*vertrag|\w*ordnung|\w*vereinbarung",
        Part.FIRST: r"geltung|geltungsbereich|anwendungsbereich|allgemeines|vertragsgegenstand|vertragsa?b?schluss|präambel"
        r"|gegenstand des vertrag(?:e?s)|vertragspartner",
        Part.PRIVACY: r"(?:(?:unsere|die) )?(?:datenschutz(?:erklärung|hinweise?|informationen|information|bestimmungen|richtlinien?)?"
        r"|(?:informationen|hinweise|erklärung) zum datenschutz|cookie-?(?:richtlinien?|hinweise?|erklärung|policy)"
        r"|privacy (?:policy|notice|statement))",
        Part.IMPRINT: r"impressum|anbieterkennzeichnung|angaben gemäß § ?5 \w+|imprint|legal notice",
        Part.NEWS: r"aktuelles|news|neuigkeiten|(?:neueste|weitere|ähnliche|letzte) (?:beiträge|artikel|meldungen|produkte)|blog|newsletter.*"
        r"|das könnte .{0,12}interessieren|kommentare|folgen? sie uns|über uns|kundenservice|service|unsere (?:marken|partner|produkte)"
        r"|kategorien|schlagwörter|teilen|mehr (?:erfahren|lesen)|presse",
        Part.FORM: r"(?:bestell|buchungs|anmelde|auftrags|antrags|reservierungs|rückmelde|mängel)(?:formular|schein|bogen)"
        r"|(?:übergabe|rückgabe|abnahme)-?(?: und (?:übergabe|rückgabe)-?)?protokoll.*|\w*checkliste.*|sepa-lastschriftmandat"
        r"|einzugsermächtigung|schadensprotokoll.*",
        Part.REMARKS: r"anmerkungen|erläuterungen|benutzungshinweise?|benutzerhinweise?|ausfüllhinweise?|(?:allgemeine )?hinweise? zur \w*nutzung.*"
        r"|hinweise? zum (?:muster|vertrag|formular).*|vorwort|vorbemerkung(?:en)?",
    }.items()
}
_ANNEX = re.compile(r"(?:anhang|anlage)\W*$", re.IGNORECASE)
# Address and page, or date, time and title: a browser prints neither `um` nor `Uhr`, nor a sentence behind them.
_PRINTED = re.compile(
    r"(?:https?://|www\.)\S+\s+(?:Seite )?\d{1,3} ?(?:/|von) ?\d{1,3}$"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}),? \d{1,2}:\d{2}(?![:\d])(?!\s*(?:Uhr|h)\b)(?:\s+[^\Wa-zäöüß_].{0,120}(?<![.,;:!?]))?$"
)
_DIGITS = re.compile(r"\d+")
_CRUMB = re.compile(r"Sie (?:sind|befinden sich) hier\b|(?:Home|Start(?:seite)?|Shop)\s*[›»>→/|]\s*\S")
_COOKIES = re.compile(
    r"(?:Wir|Diese (?:Web)?(?:site|seite)|Unsere (?:Web)?(?:site|seite)) (?:ver)?(?:wenden|wendet|nutzen|nutzt|setzen|setzt)\b.{0,30}Cookies"
    r"|Cookie-?\s?(?:Einstellungen|Hinweise?|Zustimmung|Banner|Präferenzen|Consent)|(?:Ihre )?Privatsphäre(?:-?\s?Einstellungen)?\W*$|Datenschutz-?Einstellungen",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?!.*\b(?:muss|müssen|kann|können|darf|dürfen|soll|sollen|hat|haben|ist|sind|wird|werden|gilt|gelten)\b)"  # a sentence
    r"(?=.*(?:ablehnen|akzeptier|zustimm|stimme zu|annehmen|erlauben|speichern|einstellungen|verwalten|verstanden|accept|reject"
    r"|nur (?:technisch )?(?:notwendige|essenzielle)))(?:[\w-]+\W*){1,5}$",
    re.IGNORECASE,
)


def surrounding_lines(lines: Sequence[TextLine]) -> Mapping[int, str]:
    """Indexes of the lines that are no part of the terms, with the reason."""
    heads = headings(lines)
    found: dict[int, str] = dict.fromkeys(_by_form(lines), SURROUNDINGS)
    for first, end, reason in _parts(lines, heads):
        found.update(dict.fromkeys(range(first, end), reason))
    for first, end in _notices(lines):
        found.update(dict.fromkeys(range(first, end), SURROUNDINGS))
    found.update(dict.fromkeys(_navigation(lines), SURROUNDINGS))
    rest = [line for n, line in enumerate(lines) if n not in found and not line.note]
    return found if len(joined(rest)) >= REST and is_legal(rest) else {}


def _by_form(lines: Sequence[TextLine]) -> Iterator[int]:
    """Print headers of a browser and breadcrumbs."""
    printed = {n for n, line in enumerate(lines) if _PRINTED.match(line.text)}
    looks = Counter(_DIGITS.sub("", lines[n].text) for n in printed)
    for number, line in enumerate(lines):
        alone = line.starts_block or number == 0 or lines[number - 1].line.page != line.line.page
        if number in printed:
            recurs = looks[_DIGITS.sub("", line.text)] > 1
            if _at_edge(lines, number, printed) if line.line.page is not None else recurs or _apart(lines, number):
                yield number
        elif alone and _CRUMB.match(line.text) and not line.ends_sentence:
            yield number


def _at_edge(lines: Sequence[TextLine], number: int, printed: Container[int]) -> bool:
    """Whether nothing stands above, or nothing below the line on its page but lines of the same kind."""
    for step in (-1, 1):
        at = number + step
        while at in printed and lines[at].line.page == lines[number].line.page:
            at += step
        if not 0 <= at < len(lines) or lines[at].line.page != lines[number].line.page:
            return True
    return False


def _apart(lines: Sequence[TextLine], number: int) -> bool:
    """Whether no sentence runs into the line."""
    return number == 0 or (lines[number].starts_block and lines[number - 1].ends_sentence)


# --- titled parts


def _parts(lines: Sequence[TextLine], heads: Sequence[Heading]) -> Iterator[tuple[int, int, str]]:
    """First line, end and reason of each part that its title and its words tell from the terms."""
    sections = sorted({h.first for h in heads} | {n for n, line in enumerate(lines) if labels_at(line.text)})
    starts = _starts(lines, {h.first for h in heads})
    done, tried = 0, 0
    for index, (first, part) in enumerate(starts):
        if part in (Part.TERMS, Part.FIRST) or first < done or tried >= MOST_PARTS:
            continue
        tried += 1
        end = _end(lines, starts, index)
        if part is Part.PRIVACY:
            end = _trimmed(lines, heads, first, end)
        elif part is Part.NEWS:
            end = min([end, *(n for n in sections if n > first)])
        if _borne_out(lines, part, first, end):
            done = end
            yield _with_caption(lines, first), end, FORM if part is Part.FORM else SURROUNDINGS


def _starts(lines: Sequence[TextLine], heads: set[int]) -> list[tuple[int, Part]]:
    """Lines with a title of their own, with what it announces; numbered lines only begin terms."""
    found: list[tuple[int, Part]] = []
    for number, line in enumerate(lines):
        labels = labels_at(line.text)
        own = line.starts_block and (number + 1 >= len(lines) or lines[number + 1].starts_block)
        if not (own or number in heads) or line.note:
            continue
        part = _announced(line.text[labels[0].rest :] if labels else line.text)
        if line.table and part is not Part.FORM:
            continue
        if labels:
            first = any(label.first for label in labels)  # `I.` may be the ninth letter as well
            part = Part.FIRST if first and (part is Part.FIRST or number in heads) else None
        if part is not None:
            found.append((number, part))
    return found


def _announced(text: str) -> Part | None:
    if len(text.split()) > TITLE_WORDS or text.endswith((",", ";")):
        return None
    return next((part for part, pattern in _TITLES.items() if pattern.match(text)), None)


def names_terms(text: str) -> bool:
    """Whether `text` is a title of terms."""
    return _announced(text) is Part.TERMS


def _end(lines: Sequence[TextLine], starts: Sequence[tuple[int, Part]], index: int) -> int:
    """Where the part ends: at the next title that begins another text."""
    first, part = starts[index]
    for at in range(index + 1, len(starts)):
        number, other = starts[at]
        until = min(starts[at + 1][0] if at + 1 < len(starts) else len(lines), number + LONGEST_PART)
        near = other is Part.FIRST and number - first <= TITLE_LINES
        text = joined(lines[number:until])
        if part is Part.PRIVACY and (is_privacy(text, titled=near) or (other is Part.NEWS and speaks_of_privacy(text))):
            continue
        if other is not part and number > first + 1:
            return number
    return len(lines)


def _trimmed(lines: Sequence[TextLine], heads: Sequence[Heading], first: int, end: int) -> int:
    """The end of a privacy statement without the clauses of terms that follow it under headings of the same look."""
    inside = [h.first for h in heads if first < h.first < end]
    for start in reversed(inside):
        if speaks_of_privacy(joined(lines[start:end])) or not is_legal(lines[start:end]):
            break
        end = start
    return end


def _borne_out(lines: Sequence[TextLine], part: Part, first: int, end: int) -> bool:
    """Whether the text behind the title is what the title says."""
    body = lines[first + 1 : min(end, first + LONGEST_PART)]
    text = joined(body)
    match part:
        case Part.PRIVACY:
            named = "erklärung" in lines[first].text.lower() or "hinweis" in lines[first].text.lower()
            return len(text) >= PRIVACY_LENGTH and is_privacy(text, titled=named)
        case Part.IMPRINT:
            return contacts(text[:IMPRINT_HEAD]) >= FEWEST_CONTACTS
        case Part.FORM:
            return is_form(body)
        case Part.REMARKS:
            return is_remark(text)
    return bool(text) and not is_legal(body)


def _with_caption(lines: Sequence[TextLine], first: int) -> int:
    """`ANHANG` alone right above the title goes with it."""
    return first - 1 if first and _ANNEX.match(lines[first - 1].text) else first


# --- what has no title


def _notices(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """Cookie notices: from the sentence that speaks of cookies to the last button."""
    begins = [n for n, line in enumerate(lines) if line.starts_block and _COOKIES.match(line.text)]
    done = 0
    for first in begins[:MOST_PARTS]:
        end = _notice_end(lines, first) if first >= done else first
        if end > first:
            done = end
            yield first, end


def _notice_end(lines: Sequence[TextLine], first: int) -> int:
    """Behind the last button of the notice that begins on line `first`; `first` where there is none."""
    end, length = first, 0
    for number in range(first + 1, len(lines)):
        line = lines[number]
        length += len(line.text)
        button = line.words <= BUTTON_WORDS and _BUTTON.match(line.text) is not None
        running = line.words > BUTTON_WORDS and end > first  # text behind the buttons
        if length > NOTICE_LENGTH or running or labels_at(line.text) or (not button and _announced(line.text)):
            break
        end = number + 1 if button else end
    return end


def _navigation(lines: Sequence[TextLine]) -> Iterator[int]:
    """Rows of links before the terms begin."""
    begin = next((n for n, line in enumerate(lines) if labels_at(line.text) or line.ends_sentence), len(lines))
    at = 0
    while at < begin:
        end = at
        while end < begin and _may_be_link(lines[end]):
            end += 1
        if end - at >= NAVIGATION_LINES and len(links(joined(lines[at:end]))) >= FEWEST_LINKS:
            yield from range(at, end)
        elif end == at and len(links(lines[at].text)) > FEWEST_LINKS and not is_sentence(lines[at].text):
            yield at
        at = max(end, at + 1)


def _may_be_link(line: TextLine) -> bool:
    part = _announced(line.text)
    title = part is Part.TERMS and line.words > 1
    return not title and len(line.text.split()) <= NAVIGATION_WORDS and not (line.ends_sentence or line.larger)
