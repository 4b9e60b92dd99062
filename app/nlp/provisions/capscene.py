"""What a sentence about a liability cap is about, and what every cap has: who is liable, for which fault, per what.

Strategy: a sentence qualifies by a word of liability in itself or its lead; a sentence that carries on (`Sie ist …`,
`Im Falle …`) inherits it from the one before or from the heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.models.provisions import Evidence, LiabilityCap, Party, ProvisionKind
from app.models.source import Span
from app.nlp.provisions.capconfidences import CAP_CONFIDENCES
from app.nlp.provisions.carveouts import NOTHING_CARVED, Carved, Limit, carved
from app.nlp.provisions.context import Candidate, Sentence, View, candidate
from app.nlp.provisions.direction import liable_party
from app.nlp.provisions.lexemes import DAMAGES, DELAY, INSURANCE, LIABILITY, LIMIT, named, words
from app.nlp.provisions.scopes import scopes_of
from app.nlp.provisions.support import support
from app.nlp.quantities import Quantity, QuantityKind

_FLOOR = re.compile(
    r"\b(?:mindestens|wenigstens|mindestbetrag|ab|über|selbstbehalt\w*|selbstbeteiligung\w*|mindest\w*|geringer\s+als|unter|mahngebühr\w*|bearbeitungsgebühr\w*)\b(?:\s+\w+){0,3}\s*$"
    r"|\bmehr\s+als(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)


_CARRIES_ON = re.compile(
    r"^(?:\W*)(?:(?:Sie|Diese|Dieser|Er|Dies|Es)\b|(?:In|Bei)\s+(?:diesem|diesen|dem|solchen)|Insoweit|Hierbei|Dabei|Gegenüber|Im\s+Falle?|Maximal|Höchstens|Bei\b|Für\b|Der\s+Höhe|Die\s+Höhe|(?:Der|Die)\s+(?:\w*[Bb]etrag|\w*[Gg]renze|\w*[Ss]umme)|Jedoch|Im\s+Übrigen)"
)


# The sentence before says for which fault.
_THIS_CASE = re.compile(
    r"^\W*(?:in\s+(?:diesem|diesen|solchen|dem\s+letztgenannten)\s+f[aä]ll\w*|insoweit|dabei|hierbei|im\s+(?:letztgenannten|letzteren)\s+fall|diese\s+(?:\w*begrenzung|\w*beschränkung|\w*grenze)\s+(?:beträgt|liegt)|(?:der|die)\s+(?:\w+)?(?:höchstbetrag|höchstsumme|obergrenze|höchstgrenze)\b|sie\s+ist|die\s+haftung\s+bei\s+(?:der\s+)?verletzung\s+(?:einer\s+)?solche[rn])\b",
    re.IGNORECASE,
)
_PER = (
    ("event", words(
    r"""
    (?:je|pro|für_jede[ns]?|je_einzelne[nms]?|jede[nms]?|im|einzelne[nsr]?|den_einzelnen|einen_einzelnen|einem|einen|jeweils_je|jeweiligen|desselben|dasselbe)_(?:\w+_){0,2}?(?:schadens?fall\w*|schadens?ereignis\w*|haftungsfall\w*|ereignis\w*|versicherungsfall\w*|einzelfall\w*|schadens?(?:verursachend\w*|stiftend\w*)_\w+|verletzungs\w+|fall|vorfall|schaden)\b
    je_schadenverursachende\w* einzelschaden\w*
    """
)),
    ("year", words(
    r"""
    (?:je|pro|im|innerhalb_eines|in_einem|für_jedes)_(?:\w+_)?(?:vertrags|kalender|versicherungs|geschäfts)?jahr\w*
    jährlich p\.\s?a\. (?:schadens|haftungs|versicherungs)f[aä]lle\w*_(?:\w+_)?(?:eines|desselben|des)_(?:\w+_)?\w*jahr\w*
    """
)),
    ("contract", words(r"(?:je|pro)_(?:einzel)?(?:auftrag|vertrag(?!sjahr)|bestellung)\w*")),
    ("claimant", words(
    r"""
    (?:einem|jedem|dem_einzelnen)_(?:einzelnen_)?(?:end)?(?:kunden|nutzer|geschädigt\w+|teilnehmer|auftraggeber|anspruch\w+|anspruchsteller)
    (?:je|pro)_(?:geschädigte\w*|endnutzer\w*|nutzer\w*|person\w*|kunde\w*|anspruchsteller\w*|teilnehmer\w*)
    gegenüber_dem_einzelnen
    """
)),
    ("day", words(r"(?:je|pro|für_jeden)_(?:\w+_)?(?:kalender|werk|arbeits|verspätungs)?tag\b")),
    ("week", words(r"(?:je|pro|für_jede)_(?:\w+_){0,2}?(?:kalender|verspätungs)?woche\b")),
    ("month", words(r"(?:je|pro|im|für_jeden)_(?:\w+_)?(?:kalender|vertrags)?monat\b")),
    (None, words(r"(?:je|pro|für_jedes)_(?:\w+_)?(?:kilogramm|kilo|kg|stück|packstück|kolli|tonne|quadratmeter|m²)\b")),
    ("total", words(
    r"""
    insgesamt gesamthaftung\w* in_summe summe_aller alle_schadensfälle sämtliche\w*_(?:schadens|ansprüche)\w*
    gesamtbetrag\w* zusammen\b gesamtheit_(?:der|aller)_\w+ gegenüber_allen_\w+
    """
)),
)  # fmt: skip


# Between two amounts: where what is said of the second begins.
_NEXT_AMOUNT = re.compile(r"[,;]|\b(?:und|sowie|jedoch|aber|maximal|höchstens|insgesamt)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence and its surroundings are about."""

    liability: bool
    delay: bool
    insurance: bool
    liable: Party | None
    damage: tuple[str, ...]
    carved: Carved = NOTHING_CARVED
    support: tuple[Evidence, ...] = ()

    def cap(self, basis: str, **parts: float | str | None) -> LiabilityCap:
        return LiabilityCap(
            basis,
            liable=self.liable,
            fault=self.carved.fault,
            damage=self.damage,
            carve_outs=self.carved.codes,
            **parts,  # type: ignore[arg-type]
        )

    def item(self, sentence: Sentence, value: LiabilityCap, at: Span, rule: str) -> Candidate:
        """The cap as a candidate with the carve-outs' places."""
        elsewhere = _other_rules(sentence.text)
        if elsewhere and value.damage:
            own = named(DAMAGES, f"{sentence.lead} {sentence.text[: elsewhere[0]]} {sentence.text[elsewhere[1] :]}")
            value = replace(value, damage=tuple(d for d in value.damage if d in own))
        made = candidate(sentence, ProvisionKind.LIABILITY_CAP, value, at, rule, CAP_CONFIDENCES[rule])
        return replace(made, evidence=(*self.support, *self.carved.evidence))


_EXCLUDING_PART = re.compile(
    r"[,;]\s*(?:(?:für|bei|jede|eine|die)\s)?[^,;]{0,100}\b(?:keine\s+haftung|ausgeschlossen|wegbedungen|haft\w+\s+(?:\w+\s+){0,2}nicht)\b[^,;]*",
    re.IGNORECASE,
)


def _other_rules(text: str) -> Span | None:
    """Where a part of the sentence excludes what the cap is not about."""
    match = _EXCLUDING_PART.search(text)
    return match.span() if match else None


_EXCLUDES = re.compile(r"\b(?:ausgeschlossen|wegbedungen)\b", re.IGNORECASE)
_RETURNS = re.compile(r"\b(?:in\s+diese[mn]\s+f[aä]ll\w*|diesfalls|insoweit|dann|in\s+solchen)\b", re.IGNORECASE)


def _without_exclusions(limited: str) -> str:
    """What a cap is about, where its sentence also excludes (`… ist ausgeschlossen, im Übrigen höchstens 500 EUR`)."""
    kept = "".join(part for part in re.split(r"(?<=[;,])", limited) if not _EXCLUDES.search(part))
    return kept if LIMIT.search(kept) and not _RETURNS.search(limited) else limited


def scene_of(sentence: Sentence, view: View) -> Scene:
    """What a sentence is about, with its lead, its predecessor and its headings in view."""
    own = f"{sentence.lead} {sentence.text}"
    near = f"{sentence.previous} {own}"
    heading = view.around.heading
    carried = bool(_CARRIES_ON.match(sentence.text) and LIABILITY.search(f"{sentence.previous} {heading}"))
    liability = bool(LIABILITY.search(own)) or carried
    delay = bool(DELAY.search(near) or DELAY.search(heading)) and bool(sentence.of(QuantityKind.PERCENT))
    if not (liability or delay):
        return Scene(False, False, bool(INSURANCE.search(own)), None, ())
    # Reading the section before takes most of the time of all frames: only where somebody is liable at all.
    liable = liable_party(own, view.before(sentence), view.around)
    scopes = scopes_of(own)
    about = _without_exclusions(scopes.limited)
    about_before = bool(_THIS_CASE.search(sentence.text)) and not scopes.faults
    if about_before:
        about = f"{scopes_of(sentence.previous).limited} {about}"
    excepted = (*scopes.excepted, *scopes.granted)
    if scopes.reach and not LIMIT.search(scopes.limited):  # `bleibt unberührt, soweit sie 1 Mio. EUR nicht übersteigt`
        about, excepted = own, scopes.excepted
    limit = Limit(about, excepted, liable=liable)
    carries_on = carried and not LIABILITY.search(own)
    return Scene(
        liability,
        delay,
        bool(INSURANCE.search(own)),
        liable,
        named(DAMAGES, about),
        carved(view, sentence, limit),
        support(view, sentence, liable, carries_on or about_before),
    )


_NEGATED = re.compile(r"\b(?:nicht|nie|niemals|keinesfalls|kein\w*|ausgeschlossen)\b", re.IGNORECASE)
_EXCEEDING = re.compile(r"\b(?:über|mehr\s+als)\b[^.;]{0,40}$", re.IGNORECASE)


_NOT_PAID = re.compile(
    r"^\W*(?:je\s+\w+\s+)?(?:wird|werden|sind|ist)\s+(?:\w+\s+)?nicht\s+(?:ersetzt|erstattet)", re.IGNORECASE
)
_SECURITY = re.compile(
    r"\b(?:kaution|mietsicherheit|(?:klein)?reparatur(?:en)?|selbstbeteiligung|selbstbehalt|pfand)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)


def is_floor(sentence: Sentence, quantity: Quantity) -> bool:
    """Minimum sums, deductibles, thresholds; but `nicht über 5.000 € hinaus`, `mehr als 5.000 € … nicht` are caps."""
    before = sentence.before(quantity, 50)
    if _NOT_PAID.search(sentence.after(quantity, 60)) or _SECURITY.search(sentence.before(quantity, 90)):
        return True
    if not _FLOOR.search(before):
        return False
    beyond = _EXCEEDING.search(before) and ("mehr" in before or re.match(r"\s*hinaus", sentence.after(quantity)))
    return not (beyond and _NEGATED.search(sentence.text))


def limited(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a word of limitation stands before the quantity or closely behind it."""
    upto = f"{sentence.lead} {sentence.text[: quantity.end - sentence.start]}"
    exceeding = _EXCEEDING.search(sentence.before(quantity, 50))  # `is_floor` has seen that it is negated
    return bool(exceeding or LIMIT.search(upto) or LIMIT.search(sentence.after(quantity, 90)))


def per_of(sentence: Sentence, quantity: Quantity) -> str | None:
    """What the amount is counted for: named behind it up to the next amount, else before it, else overall."""
    behind = [q.start for q in sentence.quantities if q.start > quantity.start and q.kind is quantity.kind]
    before = [q.end for q in sentence.quantities if q.end < quantity.start and q.kind is quantity.kind]
    low = max(before, default=sentence.start) - sentence.start
    high = min(behind, default=sentence.end) - sentence.start
    gap_before = sentence.text[low : quantity.start - sentence.start]
    gap_after = sentence.text[quantity.end - sentence.start : high]
    own_before = _NEXT_AMOUNT.split(gap_before, maxsplit=1)[-1] if before else gap_before
    own_after = _NEXT_AMOUNT.split(gap_after, maxsplit=1)[0] if behind else gap_after
    listed = sentence.lead[-160:] if not before else ""
    if before and named(DAMAGES, f"{gap_before} {own_after}"):  # one of a list by kinds of damage
        listed = sentence.text[: sentence.of(quantity.kind)[0].start - sentence.start][-120:]
    for text in (own_after[:90], own_before[-90:], gap_after[:90] if behind else "", listed):
        hits = [(m.start(), name) for name, pattern in _PER if (m := pattern.search(text))]
        if hits:
            return min(hits, key=lambda hit: (hit[1] == "total", hit))[1]  # `insgesamt … pro Jahr` is per year
    return None
