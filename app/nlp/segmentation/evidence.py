"""What a stretch of text is, by its words: terms, a privacy statement, contact data, links, a form, remarks on terms.

Strategy: densities and numbers of different words, never one wording. Words of rights and duties speak against all else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.nlp.language import language_of
from app.nlp.segmentation.lines import TextLine

LEGAL_DENSITY = 1.0  # words of law in 1,000 characters from which a text may be terms
MODAL_DENSITY = 4.0  # words of rules in 1,000 characters; house rules have no words of law
PRIVACY_DENSITY = 2.5  # privacy words in 1,000 characters; terms with a privacy clause stay far below
TITLED_DENSITY = 1.5  # the same under a title that says so
WEB_WORDS = 3  # different words of web technology; agreements on data processing have none
SITE_WORDS = 2  # mentions of the site or of the statement itself
REMARK_DENSITY = 3.0  # words about terms in 1,000 characters; terms hardly speak of clauses and drafts
FORM_SHARE = 0.5  # of the lines
FORM_LINES = 5
FORM_WORDS = 5  # of a field's caption
ROW_WORDS = 8  # of a row of them

_LEGAL = re.compile(
    r"Widerruf|[Vv]ertrag|[Hh]aft(?:et|ung)|Anspr[uü]ch|[Kk]ündig|Gewährleistung|Rücktritt|\bFrist\b|\bAGB\b|[Bb]edingungen|§|Verbraucher"
    r"|[Ss]chaden|verpflichtet|Zahlung|berechtigt"
)
_MODAL = re.compile(
    r"\b(?:darf\w*|dürfen|muss|muß|müssen|musst|soll(?:en|te|ten|st)?|kann(?:st)?|können|könnt|verboten|untersagt|gestattet|erlaubt|Regeln?|bitte)\b",
    re.IGNORECASE,
)
_PRIVACY = re.compile(r"Datenschutz|personenbezogene|DS-?GVO|BDSG|Einwilligung|Verarbeitung", re.IGNORECASE)
_PRIVACY_LAW = re.compile(r"Datenschutz|personenbezogene|DS-?GVO|BDSG", re.IGNORECASE)
_SITE = re.compile(
    r"Datenschutzerklärung|Datenschutzhinweis|(?:unsere[rn]?|diese[rn]?) (?:Web|Internet)?(?:site|seiten?|auftritt|Homepage)\b",
    re.IGNORECASE,
)
_WEB = re.compile(r"Cookie|Browser|Log-?File|Server-Log|IP-Adresse|Newsletter|Tracking|Analytics|SSL", re.IGNORECASE)
_REMARK = re.compile(
    r"Klausel|\bAGB\b|Muster\b|Mustertext|Formulierung|Verwender\b|Vorlage\b|Rechtsanw|Rechtsprechung|\bBGH\b|Empfehlung|Erläuterung|Anpassung"
)
_LINK = re.compile(
    r"\b(?:Impressum|Datenschutz(?:erklärung)?|AGB|Kontakt|Startseite|Home|Über (?:uns|mich)|Cookies?|Sitemap|Karriere|FAQ|Newsletter"
    r"|Quick ?Links|Nach oben|Warenkorb|Mein Konto|Menü|Suche|Login|Anmelden|Blog|News|Zum Inhalt springen)\b",
    re.IGNORECASE,
)
_CONTACTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:tel|telefon|fon|phone|fax|telefax|mobil|handy)\b",
        r"\S@\S+\.\w{2,}",
        r"\bwww\.|https?://",
        r"\b(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÄÖÜ][a-zäöüß]+",
        r"\w(?:straße|strasse|str\.|weg|platz|allee|gasse|ring) \d",
        r"\b(?:HR ?[AB]|USt|UID|IBAN|BIC|Steuer-?n|Amtsgericht|Geschäftsführer)",
    )
)
_FIELD = re.compile(r"_{3,}|(?:_ ){3,}|\.{8,}|…{3,}|[☐☑☒□◻❑❏]|\[ ?\]|\bJa\b.{0,5}\bNein\b|:$")


def joined(lines: Sequence[TextLine]) -> str:
    """The lines' text."""
    return "\n".join(line.text for line in lines)


def density(pattern: re.Pattern[str], text: str) -> float:
    """Matches in 1,000 characters."""
    return 1000 * len(pattern.findall(text)) / max(1, len(text))


def is_legal(lines: Sequence[TextLine]) -> bool:
    """Whether the text speaks of rights and duties: it stays, however long and wherever it stands."""
    return density(_LEGAL, joined(lines)) >= LEGAL_DENSITY


def is_privacy(text: str, *, titled: bool = False) -> bool:
    """Whether the text is a web page's privacy statement; `titled`: its title says so."""
    web, site = len({m.lower() for m in _WEB.findall(text)}), len(_SITE.findall(text))
    if titled and density(_PRIVACY, text) >= TITLED_DENSITY and (web >= WEB_WORDS - 1 or site >= SITE_WORDS):
        return True
    return density(_PRIVACY_LAW, text) >= PRIVACY_DENSITY and web >= WEB_WORDS and site >= SITE_WORDS


def speaks_of_privacy(text: str) -> bool:
    """Whether a word of privacy or of web technology stands in the text."""
    return bool(_PRIVACY.search(text) or _WEB.search(text))


def is_article(lines: Sequence[TextLine], least: int) -> bool:
    """Whether `least` characters or more of German text say nothing of rights, duties and rules."""
    text = joined(lines)
    ruled = density(_LEGAL, text) >= LEGAL_DENSITY or density(_MODAL, text) >= MODAL_DENSITY
    return len(text) >= least and not ruled and language_of(text) == "de"  # the words of law are German


def is_remark(text: str) -> bool:
    """Whether the text speaks about terms and how to use a model of them."""
    return density(_REMARK, text) >= REMARK_DENSITY


def is_form(lines: Sequence[TextLine]) -> bool:
    """Whether most lines are fields, rows or captions to fill in."""
    fields = sum(_is_field(line) for line in lines)
    return len(lines) >= FORM_LINES and fields >= FORM_SHARE * len(lines)


def _is_field(line: TextLine) -> bool:
    most = ROW_WORDS if line.table else FORM_WORDS
    return bool(_FIELD.search(line.text)) or (not line.ends_sentence and line.words <= most)


def links(text: str) -> set[str]:
    """Names of a web page's usual links."""
    return {m.lower() for m in _LINK.findall(text)}


def contacts(text: str) -> int:
    """Kinds of contact data."""
    return sum(pattern.search(text) is not None for pattern in _CONTACTS)
