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
    (?:verzugs)?schadens?-?\s?ersatz\w* (?:verzugs)?entschädigung\w* (?:ersatz|einstands)pflicht\w* (?:ersatz|haftungs)anspr[uü]ch\w*
    ersatz_(?:ist|sind|wird|auf|bis|maximal|höchstens)\b (?:zum|auf)_ersatz\b (?:ersatz|entschädigungs|schadensersatz)leistung(?:en)?\b ersatzfähig einzustehen stehen_[^;]{0,80}?\bein\b schulde[nt]\b[^;]{0,40}?\b(?:schadens?)?ersatz
    ersetz(?:en|t)_(?:\w+_){0,2}sch[aä]d\w* ersetz(?:en|t)_(?:wir|wird|werden|der|die|das)\b (?:wir|wird|werden)_[^.;]{0,60}\bersetzt?\b sch[aä]den_[^.;]{0,40}\bersetz(?:en|t)\b ersatz_ist\b ersatz_\w+_sch[aä]d\w* verzugsschaden\w* aufwendungsersatz\w* zu_ersetzen ersatz_(?:des|der|von|eines)\b schadensbegrenzung
    schadens-_(?:und|oder)_aufwendungsersatz\w*
    """
)
LIMIT = words(
    r"""
    begrenz\w* beschränk\w* limitier\w* gedeckelt begrenzung maximal\w* höchstens max\.
    bis_(?:zu|zur|zum|maximal|höchstens|in)\b bis_(?:(?:€|EUR|Euro|CHF|S?Fr\.|TEUR|T€|zirka)\s?)?(?:\d|(?:ein|zwei|drei|fünf|zehn|hundert|zwanzig|fünfzig)\w*(?:million|tausend|hundert|_euro)) (?:nicht|nie|niemals|keinesfalls|keinem_fall)_(?:[^.;]{0,60}_)?mehr_als (?:endet|liegt)_bei über_[^;]{0,60}?_hinaus mehr_als_[^;]{0,80}?\bnicht\b obergrenze\w* höchst(?:betrag|grenze|summe|haftung)\w*
    haftungs(?:höchst\w*|summe\w*|obergrenze\w*|grenze\w*|limit\w*) der_höhe_nach übersteig\w* überschreit\w*
    in_jedem_fall_auf allein_(?:der|die|den|für)\b lediglich nur\b allein_auf ausschlie(?:ß|ss)lich\b beläuft_sich
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
    (?:leicht|einfach|gewöhnlich|normal|schlicht)\w{0,3}(?:_(?:und|oder|bzw\.)_(?:leicht|einfach|normal|gewöhnlich|mittler)\w*)?(?:\s+|-)?(?:fahrlässig\w*|verschulden\w*)
    (?:leicht|einfach|gewöhnlich|normal)\w{0,3}_(?:und|oder)_grob\w*_fahrlässig\w* mindere\w*_grad\w* leichteste\w*_fahrlässig\w*
    """
)),
    ("gross_negligence", words(
    r"""
    (?:krass_|besonders_)?grob\w{0,3}(?:\s+|-)?(?:fahrlässig\w*|verschulden\w*|schuldhaft\w*) grob\w{0,2}_(?:und|oder|bzw\.)_(?:vorsätzlich|leicht)\w*
    """
)),
    ("intent", words(r"vorsatz\w* vorsätzlich\w* absicht(?:lich\w*)?\b wissentlich\w* grob\w{0,2}_verschulden\w*")),
)  # fmt: skip
_NEGLIGENCE = words(r"fahrlässig\w*")
DAMAGES = (
    ("indirect", words(r"indirekt\w* mittelbar\w* (?:\w+)?folgesch[aä]d\w* folge-_(?:und|oder|bzw\.)_\w*sch[aä]d\w*")),
    ("lost_profit", words(
    r"""
    (?:entgangene\w*|entgehende\w*|ausgebliebene\w*|ausbleibende\w*|unterbliebene\w*|nicht_erzielte\w*|nicht_eingetretene\w*|verlust\w*_(?:von|erwarteter|an))_(?:\w+_)?(?:gewinn\w*|umsatz\w*|umsätz\w*|einsparung\w*|verdienst\w*)
    (?:gewinn|umsatz|ertrags|verdienst)(?:entgang|ausfall|ausfäll|verlust|einbu)\w* gewinn-_(?:oder|und)_\w+verlust\w* produktionsausf[aä]ll\w* betriebsunterbrechung\w* betriebsausf[aä]ll\w*
    """
)),
    ("data_loss", words(
    r"""
    datenverlust\w* (?:verlust|vernichtung|zerstörung|wiederbeschaffung|wiederherstellung|beschädigung|löschung)\w*_(?:oder_\w+_)?(?:von|der|seiner|ihrer|an)_(?:\w+_){0,2}?daten\w*
    (?:verloren|gelöscht)\w*_daten
    """
)),
    ("pure_economic_loss", words(r"vermögenssch[aä]d\w* vermögens-_(?:und|oder)_\w*sch[aä]d\w*")),
    ("property", words(r"sachsch[aä]d\w* sach-,?_(?:(?:und|oder)_)?(?:personen|vermögens)\w*")),
    ("personal_injury", words(r"personensch[aä]d\w* personen-,?_(?:(?:und|oder)_)?(?:sach|vermögens)\w* körpersch[aä]d\w*")),
    ("delay", words(r"verzugssch[aä]d\w* (?:\w+)?(?:verzug|verspätung|verzögerung)\w*")),
)  # fmt: skip
_LIMB = r"(?:leben|körper|gesundheit|leib)\w*"
CARVE_OUTS = (
    ("intent", FAULTS[2][1]),
    ("gross_negligence", FAULTS[1][1]),
    ("life_body_health", words(
    rf"""
    {_LIMB},?_(?:(?:und|oder|sowie|bzw\.)_)?(?:an_|des_|der_|von_)?{_LIMB} verletzung_(?:des|der|von)_{_LIMB}
    (?:personen|körper|gesundheits)-?(?:sch[aä]d|verletzung)\w* personen-,?_(?:und|oder)_sachsch[aä]d\w* tod(?:es|esf[aä]ll\w*)?\b tötung\w*
    """
)),
    ("guarantee", words(
    r"""
    (?:\w+)?garantie(?:n|s|versprechen\w*|übernahme\w*|zusage\w*|erklärung\w*|haftung\w*)?\b garantierte\w*_(?:\w+_)?(?:beschaffenheit|eigenschaft|merkmal)\w*
    zugesicherte\w*_(?:\w+_)?eigenschaft\w* zusicherung\w* zugesichert\b
    """
)),
    ("product_liability", words(r"produkte?haft\w* prodhaftg phg\b prhg\b")),
    ("essential_duties", words(
    r"""
    (?<!nicht\s)wesentliche\w*_(?:\w+_){0,2}?(?:\w+)?(?:pflicht|verpflichtung)\w* kardinals?pflicht\w* vertragswesentliche\w*
    haupt(?:leistungs)?pflicht\w* (?:vertrags)?(?:ver)?pflicht(?:en|ung|ungen)?,?_deren_(?:\w+_){0,2}?(?:erfüllung|einhaltung)
    """
)),
    ("fraudulent_concealment", words(r"arglist\w* betrügerisch\w* betrug\w*")),
)  # fmt: skip


def faults_of(text: str) -> tuple[str, ...]:
    """Degrees of fault that `text` names; bare `Fahrlässigkeit` is every degree of it."""
    found = {name for name, pattern in FAULTS if pattern.search(text)}
    qualified = [m.span() for _, pattern in FAULTS[:2] for m in pattern.finditer(text)]
    if any(not any(a <= m.start() < b for a, b in qualified) for m in _NEGLIGENCE.finditer(text)):
        found |= {"slight_negligence", "gross_negligence"}
    return tuple(name for name, _ in FAULTS if name in found)


def named(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[str, ...]:
    """The names of the table's entries that `text` speaks of, in the table's order."""
    return tuple(name for name, pattern in table if pattern.search(text))
