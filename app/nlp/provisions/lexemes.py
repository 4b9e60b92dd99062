"""Words of liability that several frames share, as regular expressions.

Strategy: stems with their inflections and compounds; `\\b` on the left keeps `dauerhaft` and `Gesellschaft` out.
"""

from __future__ import annotations

import re


def words(*parts: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for any of the given alternatives, each beginning at a word's start."""
    return re.compile(rf"\b(?:{'|'.join(parts)})", flags)


HAFT = (
    r"haft(?:e|en|et|ete|eten|end|bar\w*)\b",
    r"(?:gesamt|verzugs|schadensersatz|schadenersatz|vertrags|sach|höchst|delikts|vermögens)?haftung(?:en|s\w+)?\b",
)
LIABILITY = words(
    *HAFT,
    r"(?:verzugs)?schadens?-?\s?ersatz\w*",
    r"(?:verzugs)?entschädigung\w*",
    r"(?:ersatz|einstands)pflicht\w*",
    r"(?:ersatz|haftungs)ansprüche\w*",
    r"ersatzfähig",
    r"einzustehen",
    r"verzugsschaden\w*",
    r"aufwendungsersatz\w*",
    r"zu\s+ersetzen",
    r"ersatz\s+(?:des|der|von|eines)\b",
    r"schadensbegrenzung",
)
LIMIT = words(
    r"begrenz\w*", r"beschränk\w*", r"limitier\w*", r"gedeckelt", r"begrenzung", r"maximal\w*", r"höchstens", r"max\.",
    r"bis\s+(?:zu|zur|zum|maximal|höchstens|in)\b", r"nicht\s+mehr\s+als", r"obergrenze\w*", r"höchst(?:betrag|grenze|summe|haftung)\w*",
    r"haftungs(?:höchst\w*|summe\w*|obergrenze\w*|grenze\w*|limit\w*)", r"der\s+höhe\s+nach", r"übersteig\w*", r"überschreit\w*",
    r"in\s+jedem\s+fall\s+auf", r"lediglich", r"nur\b", r"allein\s+auf", r"ausschließlich\b", r"beläuft\s+sich",
)  # fmt: skip
DELAY = words(r"\w*verzug\w*", r"verspät\w*", r"verzöger\w*", r"nichteinhaltung", r"lieferfrist\w*", r"überschreitung")
PENALTY = words(r"vertragsstraf\w*", r"konventionalstraf\w*", r"pönale\w*", r"strafzahlung\w*")
INSURANCE = words(r"\w*versicher(?:t|ung|er)\w*", r"deckungssumme\w*", r"versicherungssumme\w*", r"\w*deckungssumme\w*")
DAMAGE = words(r"\w*sch[aä]d(?:en|ens|ig\w*|enumfang)?\b", r"schadensumfang\w*", r"nachteil\w*", r"aufwendungen")

FAULTS = (
    ("slight_negligence", words(r"(?:leicht|einfach)(?:e|er|en|em|ste\w*)?\s+(?:und\s+\w+\s+)?fahrlässig\w*", r"(?:leichte|einfache)\w*\s+fahrlässigkeit")),
    ("gross_negligence", words(r"grob(?:e|er|en|em)?\s+(?:fahrlässig\w*|verschulden\w*)")),
    ("intent", words(r"vorsatz\w*", r"vorsätzlich\w*", r"absicht\w*")),
)  # fmt: skip
DAMAGES = (
    ("indirect", words(r"indirekt\w*", r"mittelbar\w*", r"(?:mangel)?folgesch[aä]d\w*")),
    ("lost_profit", words(r"(?:entgangene\w*|ausgebliebene\w*|nicht\s+erzielte\w*|entgehende\w*)\s+(?:gewinn\w*|umsatz\w*|einsparung\w*)", r"gewinnentgang\w*", r"gewinnausfall\w*", r"produktionsausfall\w*", r"betriebsunterbrechung\w*")),
    ("data_loss", words(r"datenverlust\w*", r"verlust\w*\s+(?:von|der|seiner|ihrer)\s+daten", r"vernichtung\s+von\s+daten", r"wiederbeschaffung\s+von\s+daten", r"verloren\w*\s+daten")),
    ("pure_economic_loss", words(r"vermögenssch[aä]d\w*")),
    ("property", words(r"sachsch[aä]d\w*")),
    ("delay", words(r"verzugssch[aä]d\w*", r"(?:verzug|verspätung|verzögerung)\w*")),
)  # fmt: skip
CARVE_OUTS = (
    ("intent", words(r"vorsatz\w*", r"vorsätzlich\w*")),
    ("gross_negligence", words(r"grob(?:e|er|en|em)?\s+(?:fahrlässig\w*|verschulden\w*)")),
    ("life_body_health", words(r"leben\w*,?\s*(?:des\s+)?(?:körper\w*|oder|und)", r"körper\w*\s+(?:oder|und)\s+(?:der\s+)?gesundheit\w*", r"personensch[aä]d\w*", r"gesundheitssch[aä]d\w*", r"körpersch[aä]d\w*")),
    ("guarantee", words(r"garantie\w*", r"zugesicherte\w*\s+eigenschaft\w*", r"beschaffenheitsgarantie\w*")),
    ("product_liability", words(r"produkthaft\w*", r"prodhaftg")),
    ("essential_duties", words(r"wesentliche\w*\s+(?:vertrags)?pflicht\w*", r"kardinalpflicht\w*", r"vertragswesentliche\w*", r"hauptpflicht\w*", r"hauptleistungspflicht\w*")),
    ("fraudulent_concealment", words(r"arglist\w*")),
)  # fmt: skip


def named(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[str, ...]:
    """The names of the table's entries that `text` speaks of, in the table's order."""
    return tuple(name for name, pattern in table if pattern.search(text))
