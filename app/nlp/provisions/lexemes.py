"""Words of liability that several frames share, as regular expressions.

Strategy: stems with their inflections and compounds; `\\b` on the left keeps `dauerhaft` and `Gesellschaft` out.
"""

from __future__ import annotations

import re


def words(listed: str) -> re.Pattern[str]:
    """One pattern for any of the listed alternatives, each beginning at a word's start.

    Alternatives are separated by white space; `_` stands for the white space inside one.
    """
    alternatives = "|".join(listed.split()).replace("_", r"\s+")
    return re.compile(rf"\b(?:{alternatives})", re.IGNORECASE)


LIABILITY = words(
    r"""
    haft(?:e|en|et|ete|eten|end|bar\w*)\b gehaftet (?:gesamt|verzugs|schadens?ersatz|vertrags|sach|höchst|delikts|vermögens)?haftung(?:en|s\w+)?\b
    (?:verzugs)?schadens?-?\s?ersatz\w* (?:verzugs)?entschädigung\w* (?:ersatz|einstands)pflicht\w* (?:ersatz|haftungs)ansprüche\w*
    ersatz_(?:ist|sind|wird|auf|bis|maximal|höchstens)\b (?:zum|auf)_ersatz\b (?:ersatz|entschädigungs|schadensersatz)leistung(?:en)?\b ersatzfähig einzustehen stehen_[^;]{0,80}?\bein\b schulde[nt]\b[^;]{0,40}?\b(?:schadens?)?ersatz
    ersetz(?:en|t)_(?:\w+_){0,2}sch[aä]d\w* ersetz(?:en|t)_(?:wir|wird|werden|der|die|das)\b (?:wir|wird|werden)_[^.;]{0,60}\bersetzt?\b sch[aä]den_[^.;]{0,40}\bersetz(?:en|t)\b ersatz_ist\b ersatz_\w+_sch[aä]d\w* verzugsschaden\w* aufwendungsersatz\w* zu_ersetzen ersatz_(?:des|der|von|eines)\b schadensbegrenzung
    schadens-_(?:und|oder)_aufwendungsersatz\w*
    """
)
LIMIT = words(
    r"""
    begrenz\w* beschränk\w* limitier\w* gedeckelt begrenzung maximal\w* höchstens max\.
    bis_(?:zu|zur|zum|maximal|höchstens|in)\b bis_(?:€|EUR|CHF)?\s?\d (?:nicht|nie|niemals|keinesfalls|keinem_fall)_(?:[^.;]{0,60}_)?mehr_als (?:endet|liegt)_bei über_[^;]{0,60}?_hinaus mehr_als_[^;]{0,80}?\bnicht\b obergrenze\w* höchst(?:betrag|grenze|summe|haftung)\w*
    haftungs(?:höchst\w*|summe\w*|obergrenze\w*|grenze\w*|limit\w*) der_höhe_nach übersteig\w* überschreit\w*
    in_jedem_fall_auf lediglich nur\b allein_auf ausschließlich\b beläuft_sich
    """
)  # fmt: skip
DELAY = words(
    r"""
    \w*verzug\w* verspät\w* verzöger\w* nichteinhaltung lieferfrist\w* überschreitung überschritten
    """
)
PENALTY = words(r"vertragsstraf\w* konventionalstraf\w* pönale\w* strafzahlung\w*")
INSURANCE = words(
    r"""
    (?!versicherungs(?:jahr|fall|fälle))\w*versicher(?:t|ung|er)\w* deckungssumme\w* versicherungssumme\w* \w*deckungssumme\w*
    """
)
DAMAGE = words(
    r"""
    \w*sch[aä]d(?:en|ens|ig\w*|enumfang)?\b schadensumfang\w* nachteil\w* aufwendungen \w*verluste?n?\b einbu(?:ß|ss)en?\b
    """
)

FAULTS = (
    ("slight_negligence", words(
    r"""
    (?:leicht|einfach)(?:e|er|en|em|ste\w*)?_(?:und_\w+_)?fahrlässig\w* (?:leichte|einfache)\w*_fahrlässigkeit
    """
)),
    ("gross_negligence", words(r"grob(?:e|er|en|em)?_(?:fahrlässig\w*|verschulden\w*)")),
    ("intent", words(r"vorsatz\w* vorsätzlich\w* absicht\w*")),
)  # fmt: skip
DAMAGES = (
    ("indirect", words(r"indirekt\w* mittelbar\w* (?:mangel)?folgesch[aä]d\w*")),
    ("lost_profit", words(
    r"""
    (?:entgangene\w*|ausgebliebene\w*|nicht_erzielte\w*|entgehende\w*)_(?:gewinn\w*|umsatz\w*|einsparung\w*)
    gewinnentgang\w* gewinnausfall\w* produktionsausfall\w* betriebsunterbrechung\w*
    """
)),
    ("data_loss", words(
    r"""
    datenverlust\w* verlust\w*_(?:von|der|seiner|ihrer)_daten vernichtung_von_daten wiederbeschaffung_von_daten
    verloren\w*_daten
    """
)),
    ("pure_economic_loss", words(r"vermögenssch[aä]d\w*")),
    ("property", words(r"sachsch[aä]d\w*")),
    ("delay", words(r"verzugssch[aä]d\w* (?:verzug|verspätung|verzögerung)\w*")),
)  # fmt: skip
CARVE_OUTS = (
    ("intent", words(r"vorsatz\w* vorsätzlich\w*")),
    ("gross_negligence", words(r"grob(?:e|er|en|em)?_(?:fahrlässig\w*|verschulden\w*)")),
    ("life_body_health", words(
    r"""
    leben\w*,?\s*(?:des_)?(?:körper\w*|oder|und) körper\w*_(?:oder|und)_(?:der_)?gesundheit\w* personensch[aä]d\w*
    gesundheitssch[aä]d\w* körpersch[aä]d\w*
    """
)),
    ("guarantee", words(r"garantie\w* zugesicherte\w*_eigenschaft\w* beschaffenheitsgarantie\w*")),
    ("product_liability", words(r"produkthaft\w* prodhaftg")),
    ("essential_duties", words(
    r"""
    wesentliche\w*_(?:vertrags)?pflicht\w* kardinalpflicht\w* vertragswesentliche\w* hauptpflicht\w*
    hauptleistungspflicht\w*
    """
)),
    ("fraudulent_concealment", words(r"arglist\w*")),
)  # fmt: skip

_EXCEPTION = re.compile(
    r"\b(?:außer|ausser|ausgenommen|soweit|sofern|es\s+sei\s+denn|mit\s+ausnahme|wenn\s+nicht|nicht(?:\s+auf)?|keine?|"
    r"vorbehaltlich|unbeschadet)\b(?![^.;]*\bbeschränkt\b)",
    re.IGNORECASE,
)


_NEXT_RULE = re.compile(r";|,\s*(?=(?:im\s+übrigen|ansonsten|sonst|dagegen|hingegen|aber|jedoch)\b)", re.IGNORECASE)
_UNLIMITED = re.compile(
    r"\b(?:unbeschränkt|unbegrenzt|uneingeschränkt|unlimitiert|(?:nach\s+den\s+)?gesetzlichen\s+(?:vorschriften|bestimmungen|regel\w+))",
    re.IGNORECASE,
)


def governing_faults(text: str) -> tuple[str, ...]:
    """Degrees of fault a limiting rule is about.

    Left out: those named as an exception (`außer bei Vorsatz`), and those in a part that leaves liability unlimited
    (`…; bei Vorsatz haftet er unbeschränkt`).
    """
    limiting = [part for part in _NEXT_RULE.split(text) if not _UNLIMITED.search(part)]
    return tuple(name for name, pattern in FAULTS if any(_governs(pattern, part) for part in limiting))


def _governs(pattern: re.Pattern[str], part: str) -> bool:
    match = pattern.search(part)
    return match is not None and not _EXCEPTION.search(part[max(0, match.start() - 120) : match.start()])


def named(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[str, ...]:
    """The names of the table's entries that `text` speaks of, in the table's order."""
    return tuple(name for name, pattern in table if pattern.search(text))
