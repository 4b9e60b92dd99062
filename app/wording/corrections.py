"""A user's corrections of the clause tree in words."""

from __future__ import annotations

from app.models.reading import Clause, Correction, LostCorrection
from app.wording.lang import Lang, sentence_start
from app.wording.report import phrase
from app.wording.terms import term

_WORDS = 40  # characters of the words at a split


def changed_by_hand(clause: Clause, lang: Lang) -> str:
    """`von Hand geändert: geteilt, Art: Haftung`; empty where nobody did."""
    if not clause.corrected:
        return ""
    said = [
        _type(clause, lang) if action == "type" else term("correction", action, lang) for action in clause.corrected
    ]
    return phrase("corrected", lang, actions=", ".join(said))


def _type(clause: Clause, lang: Lang) -> str:
    if not clause.type:
        return phrase("no_type_by_hand", lang)
    return phrase("type_by_hand", lang, type=term("clause_type", clause.type, lang))


def correction_text(one: Correction, lang: Lang) -> str:
    """What was done with the clause: `geteilt vor „Der Kunde …“`."""
    words = " ".join(one.value.partition(":")[2].split())
    if len(words) > _WORDS:
        words = f"{words[:_WORDS].rsplit(' ', 1)[0]} …"
    type_ = term("clause_type", one.value, lang) if one.action == "type" else ""
    return term("correction_done", _code(one), lang).format(words=words, type=type_)


def lost_text(lost: LostCorrection, lang: Lang) -> str:
    """`§ 8 Haftung: geteilt vor „Der Kunde …“ – Die Klausel wurde nicht wiedergefunden.`"""
    return f"{named_text(lost.correction, lang)} – {term('correction_refusal', lost.reason, lang)}"


def named_text(one: Correction, lang: Lang) -> str:
    """`§ 8 Haftung: geteilt vor „Der Kunde …“`"""
    done = correction_text(one, lang)
    return phrase("clause_changed", lang, place=one.place, change=done) if one.place else sentence_start(done)


def _code(one: Correction) -> str:
    if one.action == "level":
        return f"level{one.value}"
    return "type-" if one.action == "type" and not one.value else one.action
