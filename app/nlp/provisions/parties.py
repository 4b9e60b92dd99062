"""Who is meant: supplier, customer or both, from the words of a sentence.

Strategy: word lists for the two sides of a contract; `wir` is the user of the terms and thus the supplier, except in
purchase terms, which speak to their supplier. A party counts as acting where it stands as subject, with `durch`/`von`
or as possessor; a party that only receives (`dem Verkäufer`, `gegenüber`) points to the other side. A company's own
name is taken for the supplier only where the document names a customer but no supplier and no `wir`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.models.provisions import Party

SUPPLIER = (
    r"(?:Auftragnehmer|Verkäufer|Lieferant|Lieferer|Zulieferer|Anbieter|Vermieter|Dienstleister|Provider|Fotograf|Betreiber|"
    r"Veranstalter|Lizenzgeber|Spediteur|Frachtführer|Werkunternehmer|Verleiher|Übersetzer|Designer|Hersteller|Reiseveranstalter|"
    r"Berater|Vermittler|Coach|Hotel|Shopbetreiber|Diensteanbieter)(?:s|es|n|en|in|innen|\*in|\*innen)?|Agentur|Vermieterin|Lieferantin|"
    r"Auftragnehmerin|Anbieterin|Verkäuferin|Verlag(?:s|es)?|Systemhaus(?:es)?"
)
CUSTOMER = (
    r"(?:Auftraggeber|Käufer|Besteller|Mieter|Nutzer|Lizenznehmer|Abnehmer|Verbraucher|Anwender|Teilnehmer|Inserent|Entleiher|"
    r"Mandant|Klient|Werbungtreibende|Werbungstreibende|Auftraggeber|Reisende|Gast|Abonnent)(?:s|n|en|r|in|innen|\*in|\*innen)?|"
    r"Kunde[ns]?|Kundin|Kund\*innen|Vertragspartners? des Verwenders"
)
_SUPPLIER = re.compile(rf"\b(?:{SUPPLIER})\b")
_CUSTOMER = re.compile(rf"\b(?:{CUSTOMER})\b")
_WE = re.compile(r"\b(?:[Ww]ir|[Uu]ns|[Uu]nser(?:e[nmrs]?)?)\b")
# Not the specimen form of withdrawal, where the consumer says `ich/wir`.
_I = re.compile(r"(?<!/)\b(?:[Ii]ch|[Mm]ich|[Mm]ir|[Mm]ein(?:e[nmrs]?)?)\b(?!\s*/)(?!\s+(?:Konto|Profil|Account)\b)")
_I_ACCEPT = re.compile(
    r"\b[Ii]ch\s+(?:\w+\s+){0,4}?(?:akzeptiere|erkläre|willige|stimme|bestelle|widerrufe|beauftrage|ermächtige)\b|\b(?:akzeptiere|erkläre|willige|stimme|bestelle|widerrufe|beauftrage|ermächtige)(?:\(n\))?\s+ich\b(?!\s*/)"
)
_ADDRESSED_SUPPLIER = re.compile(r"\b(?:Lieferant|Lieferer|Zulieferer|Auftragnehmer|Verkäufer)")
_ADDRESSED = re.compile(r"(?<=[a-zäöüß,] )Sie\b|\bIhr(?:e[nmrs]?|erseits)?\b|\b[Dd](?:u|ir|ich|ein(?:e[nmrs]?)?)\b")
_PURCHASE = re.compile(
    r"Einkaufs(?:bedingungen|- und)|Bestellbedingungen|Auftragsbedingungen für Lieferanten|Allgemeine Bestellbedingungen"
)
BOTH = re.compile(
    r"\b(?:beide[nrs]?\s+(?:Vertrags)?(?:partei(?:en)?|partnern?|teilen?|seiten)|jede[rmsn]?\s+(?:der\s+)?(?:Vertrags)?(?:partei(?:en)?|partners?|teil)|"
    r"wir\s+beide|beiderseits|beidseits|beiderseitig\w*|beidseitig\w*|gegenseitig\w*|wechselseitig\w*|(?:die|den|der)\s+(?:Vertrags)?parteien\b|den\s+(?:Vertrags)?partnern\b|die\s+Vertragspartner\b|"
    r"eine[rn]?\s+(?:der\s+)?(?:Vertrags)?(?:parteien?|partnern?|partei)|(?:Auftraggeber|Kunden?)\s+(?:und|oder|als auch)\s+(?:Auftragnehmer|Anbieter))",
    re.IGNORECASE,
)
# Stand-ins make one short grammar for every word of a side.
_ACTING = r"(?:\b(?:der|die|das|ein|eine|jeder|dass|wenn|falls|sofern|soweit|nur|hat|ist|kann|wird|haftet|und)\s+|\b(?:durch|von|seitens)\s+(?:den\s+|dem\s+|der\s+|die\s+|des\s+|einen?\s+)?|\bvom\s+|\b(?:des|eines|unseres|unser)\s+|^)"
_RECEIVING = (
    r"(?:\b(?:dem|einem|beim|gegenüber|bei|an|zum|am)\s+(?:dem\s+|der\s+|den\s+|die\s+)?|\bgegen\s+(?:den\s+|die\s+)?)"
)
_JOINED = re.compile(
    r"\b(CUSTOMER|SUPPLIER)\s+(?:und|oder|bzw\.|als\s+auch|wie(?:\s+auch)?|noch)\s+(?:(?:durch|von|seitens|auch)\s+)?(?:(?:der|die|den|dem|des|das)\s+)?(CUSTOMER|SUPPLIER)\b"
)
_FINITE = r"(?:kann|ist|hat|haftet|wird|darf|übernimmt|behält|kündigt|verpflichtet)\b"
_NOT_ACTING = r"(?<!gegenüber )(?<!an )(?<!bei )(?<!gegen )(?<!mit )(?<!für )(?<!zwischen )"


def other(party: Party | None) -> Party | None:
    """The other side; both and unknown stay."""
    swap = {Party.SUPPLIER: Party.CUSTOMER, Party.CUSTOMER: Party.SUPPLIER}
    return swap.get(party, party) if party else None


@dataclass(frozen=True, slots=True)
class Roles:
    """Who `wir` is in a document, or `ich` where a single person wrote it (`singular`), and which company name stands
    for the supplier ("" where none does).
    """

    we: Party | None = None
    supplier_name: str = ""
    singular: bool = False

    def normalised(self, text: str) -> str:
        """`text` with every party word replaced by SUPPLIER or CUSTOMER and `wir` by its side; length changes."""
        return _normalised(self, text)

    def rewritten(self, text: str) -> str:
        """What `normalised` remembers."""
        if self.supplier_name:
            text = re.sub(rf"(?<!\w){re.escape(self.supplier_name)}(?:\s{_FORM})?(?!\w)", "SUPPLIER", text)
            text = re.sub(rf"(?<!\w )SUPPLIER(?=\s+{_FINITE})", "die SUPPLIER", text)
        text = _CUSTOMER.sub("CUSTOMER", _SUPPLIER.sub("SUPPLIER", text))
        if self.we is None:
            return text
        text = self._in_plural(text)
        side, addressed = self.we.value.upper(), "CUSTOMER" if self.we is Party.SUPPLIER else "SUPPLIER"
        text = re.sub(r"(?<=[a-zäöüß,] )Sie\b", f"der {addressed}", text)
        text = re.sub(r"\bIhre?[nmrs]?\b(?=\s+\w*(?:anspr|ersatz))", f"des {addressed}", text, flags=re.IGNORECASE)
        text = re.sub(
            r"\b(?:Ihrer|deiner)seits\b", f"des {addressed}", re.sub(r"\bunsererseits\b", f"des {side}", text)
        )
        text = re.sub(r"\b[Uu]nser(?:e[nmrs]?)?\s+(?=CUSTOMER|SUPPLIER)", "", text)
        text = re.sub(r"\b[Ww]ir\b", f"der {side}", text)
        text = re.sub(
            r"\b((?:von|durch|gegen|gegenüber|bei|an)\s+)uns\b|\b[Uu]ns\s+(gegenüber)\b", rf"\1\2 dem {side}", text
        )
        return re.sub(r"\b[Uu]nser(?:e[nmrs]?)?\b", f"des {side}", re.sub(r"\b[Uu]ns\b", f"dem {side}", text))

    def _in_plural(self, text: str) -> str:
        """A single person's `ich hafte` as `wir haften`, where the terms are that person's."""
        if not self.singular:
            return text
        text = re.sub(r"\b[Mm]ein(?=(?:e[nmrs]?)?\b)", "unser", re.sub(r"\b[Mm](?:ich|ir)\b", "uns", text))
        text = re.sub(r"\bhafte\b", "haftet", re.sub(r"\bübernehme\b", "übernimmt", text))
        return re.sub(r"\b[Ii]ch\b", "wir", text)

    def acting(self, text: str) -> Party | None:
        """The side that acts in `text`; BOTH where both do or the text says so; None where nothing tells."""
        if BOTH.search(text):
            return Party.BOTH
        plain = self.normalised(text)
        if any(m[1] != m[2] for m in _JOINED.finditer(plain)):
            return Party.BOTH
        acting = _sides(rf"{_NOT_ACTING}(?:{_ACTING})(CUSTOMER|SUPPLIER)\b", plain)
        receiving = _sides(rf"{_RECEIVING}(CUSTOMER|SUPPLIER)\b", plain)
        if len(acting) == 2 and len(receiving) == 1:
            acting -= receiving
        if len(acting) == 1:
            return next(iter(acting))
        if not acting and len(receiving) == 1:
            return other(next(iter(receiving)))
        return None

    def mentioned(self, text: str) -> frozenset[Party]:
        """The sides that `text` names at all."""
        return frozenset(_sides(r"\b(CUSTOMER|SUPPLIER)\b", self.normalised(text)))


@lru_cache(maxsize=1024)
def _normalised(roles: Roles, text: str) -> str:
    """Frames ask for the same sentence again and again."""
    return roles.rewritten(text)


NO_ROLES = Roles()


def speaks_of_us(text: str) -> bool:
    """Whether `text` speaks in the first person: then somebody is named, even where nobody knows which side."""
    return bool(_WE.search(text) or _I.search(text))


def _sides(pattern: str, text: str) -> set[Party]:
    return {Party(m[1].lower()) for m in re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE)}


def roles_of(texts: Iterable[str], headings: Iterable[str]) -> Roles:
    """The roles of a document from its clauses' texts and headings."""
    text, heads = "\n".join(texts), "\n".join(headings)
    customers, suppliers, we = (len(p.findall(text)) for p in (_CUSTOMER, _SUPPLIER, _WE))
    said = [m[0].casefold() for m in _I.finditer(text)]
    alone = "ich" in said and len(said) >= max(_SAYS_I, 2 * we)
    singular = alone and not _I_ACCEPT.search(text)
    name = _company_name(text) if customers > suppliers else ""
    if we:
        purchase = bool(_PURCHASE.search(heads) or _PURCHASE.search(text)) and suppliers > customers
        if purchase or len(_ADDRESSED_SUPPLIER.findall(text)) > 2 * customers + 3:
            return Roles(Party.CUSTOMER)
    if (we or (singular and not name)) and (customers or _ADDRESSED.search(text)):
        return Roles(Party.SUPPLIER, name, singular)
    return Roles(None, name)


_OFTEN = 3  # places at least that a name acts in
_MENTIONS = 4  # other mentions that count as one of them
_SAYS_I = 2  # times at least, before a document is taken for a single person's own terms
_FORM = r"(?:GmbH|AG|KG|OHG|UG|SE|e\.\s?K\.|e\.\s?U\.|e\.\s?V\.|Ltd\.?|Inc\.?|GbR)"
# Bounded, and from a word's start: a name is tried at every place of the text.
_NAME = rf"(?<![\w-])(?:\w[\w-]{{0,40}}\.(?:de|com|at|ch|eu|net|org|shop)\b|(?:[A-ZÄÖÜ][\w&-]{{1,30}}\s)?(?!{_FORM}\b)[A-ZÄÖÜ][\w.&-]{{2,30}}|[a-z]\w{{0,30}}-[\w.-]{{2,30}}|[a-z]{{1,30}}[A-Z]\w{{1,30}})"
_DOES = r"(?:haften?t?|übernimmt|behält|schlie(?:ß|ss)t|ist\s+berechtigt)"
_COMPANY = re.compile(
    rf"\b[Hh]aftung\s+(?:von|der)\s+({_NAME})\b|\b({_NAME}|\d{{4,}})(?=(?:\s{_FORM})?\s+{_DOES}\b)|\bhaften?t?\s+(?:(?:die|Firma)\s)*({_NAME}|\d{{4,}})\b"
    rf"|\b(?P<met>(?<=von\s)[A-Z][\w.&-]{{2,30}}|(?<=durch\s)[A-Z][\w.&-]{{2,30}}|(?<!\w)[a-z]{{1,30}}[A-Z]{{2}}\w{{1,30}})\b"
)
_ARTICLE = re.compile(r"^(?:(?:Der|Die|Das|Firma|Die Firma)\s)+")
_NO_NAME = re.compile(
    rf"(?:Ihr\w*|Ihnen|Euch|Eure\w*|Uns\w*|Wir|Ich|Im\b.*|In\b.*|Bei\b.*|Für\b.*|Soweit\b.*|Schäden|Personen|Dies\w*|Daher|Damit|Dabei|Insoweit|Insofern|Deutschland|Union|Firma|{SUPPLIER}|{CUSTOMER}|Der|Die|Das|Er|Sie|Es|Vorsatz|Vertrags\w*|Partei\w*|Dritten?|[A-ZÄÖÜ][a-zäöüß]+(?:ung|en|heit|keit|er|e))$"
)


# `In jedem Fall haftet …`: a plain word that an article or the like determines somewhere is no name.
_COMMON_NOUN = re.compile(
    r"\b(?:das|dem|den|ein(?:e[nmrs]?)?|jede[nmrs]?|diese[nmrs]?|kein(?:e[nmrs]?)?|im|am|zum|beim)\s+([A-ZÄÖÜ][a-zäöüß]+)\b"
)


def _company_name(text: str) -> str:
    """A name that acts as a party (`X haftet`, `X behält sich vor`) and is met again and again; "" where there is none.

    A provider that only takes payments or parcels is named often too, but bears no liability.
    """
    common = set(_COMMON_NOUN.findall(text))
    acts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for match in _COMPANY.finditer(text):
        name = _ARTICLE.sub("", next(g for g in match.groups() if g))
        if not _NO_NAME.match(name) and name not in common:
            named[name] += 1
            acts[name] += match["met"] is None
    often = {n: c + text.count(n) // _MENTIONS for n, c in named.items() if acts[n]}
    best = max(often.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best[0] if best[1] >= _OFTEN else ""
