"""What is said beside every statutory hint: how the norm reaches the deal's audience, and how sure that is.

A reason of the rule pack says first what may be the matter, then what that means for us. Several joined ones are a paragraph
each; of a single one both parts are.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from app.models.analysis import Finding
from app.wording.lang import Lang, Pair, pick
from app.wording.numbers import date_text

_INDICATIVE: Final[Pair] = (
    "Zwischen Unternehmen gilt die Vorschrift nicht unmittelbar; sie ist ein Anhaltspunkt bei der Prüfung nach § 307 BGB.",
    "Between businesses the norm does not apply directly; it is an indication when § 307 BGB is considered.",
)
_DISPUTED: Final[Pair] = ("Ob sie hier gilt, ist umstritten.", "Whether it applies here is disputed.")
_KIND_ASSUMED: Final[Pair] = (
    "Die Vertragsart ist nicht angegeben; für einzelne Vertragsarten gilt die Vorschrift nicht oder ist ihre Geltung umstritten.",
    "The kind of contract is not given; for some kinds the norm does not apply or its application is disputed.",
)
_DATE_ASSUMED: Final[Pair] = (
    "Das Datum des Vertrags ist nicht angegeben; zugrunde gelegt ist das Recht am Tag der Prüfung.",
    "The date of the contract is not given; the law on the day of the review is assumed.",
)
_CONFIRM: Final[Pair] = (
    "Stand der Angabe: {day}, fachlich zu bestätigen.",
    "As known on {day}, to be confirmed by a lawyer.",
)
_NOTE: Final[Pair] = ("Anmerkung: {note}", "Note (in German): {note}")


_FOR_US: Final = re.compile(r"(?<=[.!?]) (?=Für uns heißt das|For us this means)")


def reasons(why: str) -> list[str]:
    """The reasons of a hint as paragraphs: one a line where several rules speak, else what it means for us apart."""
    found = why.split("\n")
    return found if len(found) > 1 else _FOR_US.split(why)


def reach(finding: Finding, lang: Lang) -> tuple[str, ...]:
    """How the norm reaches the deal's audience, where it does not directly: nobody may cite it without that."""
    return (pick(_INDICATIVE, lang),) if _only_indicates(finding) else ()


def _only_indicates(finding: Finding) -> bool:
    return finding.params.get("effect") == "indicative"


def statutory_extras(finding: Finding, lang: Lang) -> list[str]:
    """What is said after the reason, a paragraph each: whom the norm reaches, the note, how sure that is."""
    params = finding.params
    said = [_INDICATIVE] if _only_indicates(finding) else []
    said += [_DISPUTED] if params.get("disputed") else []
    said += [_KIND_ASSUMED] if params.get("kind_assumed") else []
    said += [_DATE_ASSUMED] if params.get("date_assumed") else []
    paragraphs = [" ".join(pick(pair, lang) for pair in said)] if said else []
    if note := params.get("note"):
        paragraphs.append(pick(_NOTE, lang).format(note=note))
    if finding.reference_status == "review":
        paragraphs.append(pick(_CONFIRM, lang).format(day=_day(str(params["as_of"]), lang)))
    return paragraphs


def _day(iso: str, lang: Lang) -> str:
    return date_text(date.fromisoformat(iso), lang)
