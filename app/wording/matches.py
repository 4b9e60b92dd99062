"""Which position of a reference a clause is closest to, and why, in sentences.

The reasons are said in the order in which they decide: how near the words are, which figures agree, what rules a position out.
"""

from __future__ import annotations

from typing import Final

from app.models.analysis import Limit, MatchRank, MatchReason, PositionMatch
from app.wording.lang import Lang, Pair, filled, sentence_start
from app.wording.numbers import percent_text
from app.wording.terms import term
from app.wording.values import bound_text, found_text

HEADS: Final[dict[str, Pair]] = {
    "preferred": (
        "Am nächsten an unserer bevorzugten Fassung von „{title}“.",
        "Closest to our preferred wording of “{title}”.",
    ),
    "fallback": (
        "Am nächsten an unserer Rückfallfassung {fallback} von „{title}“.",
        "Closest to our fallback wording {fallback} of “{title}”.",
    ),
    "unacceptable": (
        "Am nächsten an einer Fassung von „{title}“, die wir nicht annehmen.",
        "Closest to a wording of “{title}” that we do not accept.",
    ),
    "none": (
        "Entspricht keiner unserer Fassungen von „{title}“.",
        "Corresponds to none of our wordings of “{title}”.",
    ),
}

REASONS: Final[dict[str, Pair]] = {
    "shared_words": (
        "{percent} der Wörter stimmen in ihrer Reihenfolge überein.",
        "{percent} of the words agree in their order.",
    ),
    "example": (
        "Verglichen mit Beispiel {number} dieser Fassung.",
        "Compared with example {number} of this position.",
    ),
    "paragraph": (
        "Verglichen mit Absatz {number} dieser Fassung.",
        "Compared with paragraph {number} of this position.",
    ),
    "same_figures": ("Gleiche Angaben: {figures}.", "The same figures: {figures}."),
    "other_figures": (
        "Andere Angabe: hier {found}, in unserer Fassung {ours}.",
        "Another figure: {found} here, {ours} in our wording.",
    ),
    "rule_broken": (
        "Eine Vorgabe dieser Bezugsklausel ist nicht eingehalten ({kind}). Deshalb zählt die Klausel nicht als unsere "
        "Fassung ({rank}), wie ähnlich sie auch ist.",
        "A rule of this reference is not kept ({kind}). So the clause does not count as our wording ({rank}), however "
        "similar it is.",
    ),
    "limit_broken": (
        "{kind}: {found}, Vorgabe {bound}. Deshalb zählt die Klausel nicht als unsere Fassung ({rank}), wie ähnlich sie "
        "auch ist.",
        "{kind}: {found}, limit {bound}. So the clause does not count as our wording ({rank}), however similar it is.",
    ),
    "negation": (
        "Andere Verneinung (unsere Fassung: „{old}“, hier: „{new}“). Das kehrt den Sinn um.",
        "Another negation (our wording: “{old}”, here: “{new}”). That reverses the sense.",
    ),
    "negation_added": (
        "Eine Verneinung kam hinzu („{new}“). Das kehrt den Sinn um.",
        "A negation was added (“{new}”). That reverses the sense.",
    ),
    "negation_gone": (
        "Eine Verneinung unserer Fassung fehlt („{old}“). Das kehrt den Sinn um.",
        "A negation of our wording is missing (“{old}”). That reverses the sense.",
    ),
    "party": (
        "Die Seiten sind vertauscht (unsere Fassung: „{old}“, hier: „{new}“).",
        "The parties are swapped (our wording: “{old}”, here: “{new}”).",
    ),
    "modality": (
        "Können und Müssen sind vertauscht (unsere Fassung: „{old}“, hier: „{new}“).",
        "May and must are swapped (our wording: “{old}”, here: “{new}”).",
    ),
    "too_far": (
        "Der Wortlaut ist zu verschieden: Ähnlichkeit {percent}, nötig sind {least}.",
        "The wording differs too much: similarity {percent}, {least} is needed.",
    ),
}


def match_title(match: PositionMatch, lang: Lang) -> str:
    """One sentence: which position of which reference."""
    params = {"title": match.reference_title, "fallback": match.fallback}
    return filled(HEADS[match.rank.value], params, lang)


def match_reasons(match: PositionMatch, lang: Lang) -> tuple[str, ...]:
    """Why, a sentence each."""
    return tuple(_reason(reason, lang) for reason in match.why)


def match_text(match: PositionMatch, lang: Lang) -> str:
    """All of it in one paragraph."""
    return " ".join([match_title(match, lang), *match_reasons(match, lang)])


def said(match: PositionMatch) -> bool:
    """Whether there is something to say to a reader: a position, or what rules a near one out."""
    return match.rank is not MatchRank.NONE or all(reason.code != "too_far" for reason in match.why)


def _reason(reason: MatchReason, lang: Lang) -> str:
    limit = _limit(reason)
    pair = REASONS["limit_broken" if limit else _code(reason)]
    return sentence_start(filled(pair, _shown(reason, lang) | _values(limit, lang), lang))


def _code(reason: MatchReason) -> str:
    if reason.code != "negation" or (reason.params.get("old") and reason.params.get("new")):
        return reason.code
    return "negation_gone" if reason.params.get("old") else "negation_added"


def _shown(reason: MatchReason, lang: Lang) -> dict[str, object]:
    shown: dict[str, object] = {
        name: value if value not in ("", None) else "–" for name, value in reason.params.items()
    }
    for name in ("percent", "least"):
        if isinstance(value := reason.params.get(name), int | float):
            shown[name] = percent_text(value, lang)
    for name, group in (("kind", "provision_kind"), ("rank", "position")):
        if isinstance(code := reason.params.get(name), str):
            shown[name] = term(group, code, lang)
    return shown


def _limit(reason: MatchReason) -> Limit | None:
    params = reason.params
    if reason.code != "rule_broken" or "limit" not in params:
        return None
    words = {name: str(params[name] or "") for name in ("rule", "field", "comparison", "found_unit", "limit_unit")}
    return Limit(
        words["rule"],
        words["field"],
        params["found"],
        words["comparison"],
        params["limit"],
        words["found_unit"],
        words["limit_unit"],
    )


def _values(limit: Limit | None, lang: Lang) -> dict[str, object]:
    return {"found": found_text(limit, lang), "bound": bound_text(limit, lang)} if limit else {}
