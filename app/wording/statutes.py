"""What is said beside every statutory hint: how the norm reaches the deal's audience, and how sure that is."""

from __future__ import annotations

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


def statutory_extras(finding: Finding, lang: Lang) -> list[str]:
    """Sentences after the reason, only those that hold."""
    params = finding.params
    said = [_INDICATIVE] if params.get("effect") == "indicative" else []
    said += [_DISPUTED] if params.get("disputed") else []
    said += [_KIND_ASSUMED] if params.get("kind_assumed") else []
    said += [_DATE_ASSUMED] if params.get("date_assumed") else []
    sentences = [pick(pair, lang) for pair in said]
    if note := params.get("note"):
        sentences.append(pick(_NOTE, lang).format(note=note))
    if finding.reference_status == "review":
        sentences.append(pick(_CONFIRM, lang).format(day=_day(str(params["as_of"]), lang)))
    return sentences


def _day(iso: str, lang: Lang) -> str:
    return date_text(date.fromisoformat(iso), lang)
