"""Findings as a title and an explanation.

Strategy: a finding of a rule gets its title from the values ("Kündigungsfrist: 6 Monate, Vorgabe höchstens 3 Monate")
and its explanation from the keeper's own sentence, else from the rule's message code, or from its comparison where wording has no sentence for the
code. Findings say what was found and what to look at; they pass no judgement on validity.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.models.analysis import Finding, FindingKind, Limit
from app.wording.lang import Lang, Pair, filled, sentence_start
from app.wording.numbers import percent_text
from app.wording.rules import RULES
from app.wording.sentences import BESIDE_QUOTES, BY_COMPARISON, EXTRAS, OWN, TITLES, TITLES_BY_COMPARISON
from app.wording.statutes import reasons, statutory_extras
from app.wording.terms import term
from app.wording.values import bound_text, found_text, limit_text


def title(finding: Finding, lang: Lang) -> str:
    """One line that names the subject and what is the matter."""
    pair = _title(finding)
    if pair is None:
        return term("finding_kind", finding.kind.value, lang)
    return sentence_start(filled(pair, _shown(finding, lang), lang))


def explanation(finding: Finding, lang: Lang) -> str:
    """One to three sentences: what was found, what it is held against, what follows."""
    shown = _shown(finding, lang)
    pair = _explanation(finding)
    sentences = [*_own(finding)] or ([sentence_start(filled(pair, shown, lang))] if pair else [title(finding, lang)])
    return " ".join([*sentences, *_extras(finding, shown, lang)]).replace("\n", " ")


def paragraphs(finding: Finding, lang: Lang) -> tuple[str, ...]:
    """The explanation for a page that shows the quotes beside it: a paragraph a thought, no words said twice.

    What `remarks` says is left out.
    """
    shown = _shown(finding, lang)
    pair = _explanation(finding)
    if finding.kind is FindingKind.STATUTORY and (why := shown.get("why")):
        first = reasons(str(why))
    else:
        pair = BESIDE_QUOTES.get(finding.code, pair) if finding.evidence else pair
        first = [*_own(finding)] or ([sentence_start(filled(pair, shown, lang))] if pair else [])
    return (*first, *_numbers_and_sides(finding, shown, lang))


def _own(finding: Finding) -> tuple[str, ...]:
    """The words of the library's keeper, said in place of ours in every language."""
    sentence = finding.params.get("sentence")
    return (sentence,) if isinstance(sentence, str) and sentence else ()


def remarks(finding: Finding, lang: Lang) -> tuple[str, ...]:
    """What is said beside a statutory hint: whom the norm reaches, a note, how sure that is. A paragraph each."""
    return tuple(statutory_extras(finding, lang)) if finding.kind is FindingKind.STATUTORY else ()


def _title(finding: Finding) -> Pair | None:
    if finding.code in RULES:
        return RULES[finding.code].title
    near = f"{finding.code}_{finding.params['relation']}" if "relation" in finding.params else ""
    return TITLES.get(near) or TITLES.get(finding.code) or TITLES_BY_COMPARISON.get(_comparison(finding))


def _explanation(finding: Finding) -> Pair | None:
    if finding.code in RULES:
        return RULES[finding.code].explanation
    return OWN.get(finding.code) or BY_COMPARISON.get(_comparison(finding))


def _comparison(finding: Finding) -> str:
    return str(finding.params.get("comparison") or finding.code)


def _extras(finding: Finding, shown: Mapping[str, object], lang: Lang) -> list[str]:
    """Sentences that are only said where they hold."""
    return [*remarks(finding, lang), *_numbers_and_sides(finding, shown, lang)]


def _numbers_and_sides(finding: Finding, shown: Mapping[str, object], lang: Lang) -> list[str]:
    said = []
    if finding.params.get("changed_numbers"):
        said.append(filled(EXTRAS["changed_numbers"], shown, lang))
    if finding.code == "missing_clause" and finding.params.get("good_for"):
        said.append(filled(EXTRAS["good_for"], shown, lang))
    if finding.also:
        titles = "; ".join(dict.fromkeys(title(other, lang) for other in finding.also))
        said.append(filled(EXTRAS["also"], {"titles": titles}, lang))
    return said


def _shown(finding: Finding, lang: Lang) -> dict[str, object]:
    """The parameters as they are printed."""
    params = finding.params
    shown: dict[str, object] = {name: "–" if value is None else value for name, value in params.items()}
    for name, group in _GROUPS.items():
        if isinstance(code := params.get(name), str):
            shown[name] = term(group, code, lang)
    shown |= {name: params[f"{name}_{lang}"] for name in ("title", "why") if f"{name}_{lang}" in params}
    if isinstance(label := params.get("label"), str):
        shown["label"] = label.replace(" > ", " › ")
    if isinstance(similarity := params.get("similarity"), int | float):
        percent = round(similarity * 100)
        shown["similarity"] = percent_text(percent, lang)
        shown["lowest"] = "" if percent == 100 else filled(_LOWEST, shown, lang)
    return shown | _limit(finding.limit, str(params.get("quote", "")), lang)


def _limit(limit: Limit | None, quote: str, lang: Lang) -> dict[str, object]:
    if limit is None:
        return {}
    return {
        "found": found_text(limit, lang, quote),
        "limit": limit_text(limit, lang),
        "bound": bound_text(limit, lang),
        "part": term("value_part", limit.field, lang),
    }


_LOWEST: Pair = (" (geringste Übereinstimmung {similarity})", " (lowest similarity {similarity})")
_GROUPS = {
    "kind": "provision_kind",
    "type": "clause_type",
    "field": "value_part",
    "relation": "relation",
    "cause": "hidden_cause",
    "good_for": "perspective",
}
