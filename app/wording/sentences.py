"""Sentences of findings that do not come from a rule's own message, and the generic ones by comparison."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Pair

TITLES: Final[dict[str, Pair]] = {
    "missing_clause": ("Keine Regelung gefunden: {type}", "No clause found: {type}"),
    "duplicate_clause": ("Klausel steht {copies}-mal im Dokument", "Clause stands {copies} times in the document"),
    "repeated_sections": (
        "Derselbe Abschnitt steht {copies}-mal im Dokument",
        "The same section stands {copies} times in the document",
    ),
    "statutory": ("{norm}: {title}", "{norm}: {title}"),
    "contradiction": ("Widerspruch: {kind} verschieden geregelt", "Contradiction: {kind} is set out differently"),
    "possible_contradiction": (
        "Möglicher Widerspruch: {kind} verschieden geregelt",
        "Possible contradiction: {kind} is set out differently",
    ),
    "contradicting_parts": (
        "{kind}: allgemeiner und besonderer Teil weichen voneinander ab",
        "{kind}: general and special part differ",
    ),
    "edited_copy": (
        "Dieselbe Klausel steht mit verschiedenen Zahlen im Dokument",
        "The same clause stands in the document with different figures",
    ),
    "doubled_number": (
        "Zahl in Ziffern und in Worten verschieden: {first} und {second}",
        "Figures and words differ: {first} and {second}",
    ),
    "two_courts": ("Zwei verschiedene Gerichtsstände", "Two different places of jurisdiction"),
    "two_laws": ("Zwei verschiedene Rechtsordnungen gewählt", "Two different governing laws"),
    "possibly_two_courts": (
        "Möglicher Widerspruch: verschiedene Gerichtsstände",
        "Possible contradiction: different places of jurisdiction",
    ),
    "possibly_two_laws": (
        "Möglicher Widerspruch: verschiedene Rechtsordnungen",
        "Possible contradiction: different governing laws",
    ),
    "hidden_text": ("Im Dokument steht Text, den man nicht sieht", "The document holds text that cannot be seen"),
    "hidden_text_on_page": (
        "Auf Seite {page} steht Text, den man auf dem Papier nicht sieht",
        "Page {page} holds text that cannot be seen on paper",
    ),
    "hidden_text_in_paragraph": (
        "In Textabsatz {paragraph} steht Text, den man auf dem Papier nicht sieht",
        "Paragraph {paragraph} holds text that cannot be seen on paper",
    ),
}

_TITLES: Final[dict[str, Pair]] = {
    "at_most": ("{kind}: {found}, Vorgabe {bound}", "{kind}: {found}, limit {bound}"),
    "at_least": ("{kind}: {found}, Vorgabe {bound}", "{kind}: {found}, limit {bound}"),
    "equals": ("{kind}: {part} abweichend ({found})", "{kind}: {part} differs ({found})"),
    "one_of": ("{kind}: {part} abweichend ({found})", "{kind}: {part} differs ({found})"),
    "forbidden": ("{kind}: nach der Vorgabe nicht annehmbar", "{kind}: not acceptable under our rules"),
    "required": ("{kind}: erwartete Regelung nicht gefunden", "{kind}: expected provision not found"),
}

_HIDDEN: Final = (
    "{cause} Als Klausel wurde der Text nicht ausgewertet. Bitte klären Sie, warum er im Dokument steht und ob er gelten soll.",
    "{cause} The text was not analysed as a clause. Please find out why it is in the document and whether it is meant to apply.",
)

_BOTH_QUOTED: Final = (
    "An einer Stelle steht „{first}“, an anderer „{second}“. Bitte klären Sie, was gelten soll.",
    "One place says “{first}”, another “{second}”. Please find out which is meant to apply.",
)
_PERHAPS: Final = (
    "An einer Stelle steht „{first}“, an anderer „{second}“. Ob beide denselben Fall meinen, ist nicht sicher; bitte "
    "prüfen Sie es.",
    "One place says “{first}”, another “{second}”. It is not certain that both mean the same case; please check.",
)

OWN: Final[dict[str, Pair]] = {
    "contradiction": _BOTH_QUOTED,
    "edited_copy": _BOTH_QUOTED,
    "two_courts": _BOTH_QUOTED,
    "two_laws": _BOTH_QUOTED,
    "possible_contradiction": _PERHAPS,
    "possibly_two_courts": _PERHAPS,
    "possibly_two_laws": _PERHAPS,
    "contradicting_parts": (
        "An einer Stelle steht „{first}“, an anderer „{second}“. Der allgemeine Teil gilt für alle Leistungen, der "
        "besondere nur für seine; bitte prüfen Sie, ob der Vorrang klar geregelt und die Abweichung gewollt ist.",
        "One place says “{first}”, another “{second}”. The general part is for all services, the special one for its own "
        "only; please check whether it is clear which prevails and whether the difference is intended.",
    ),
    "doubled_number": (
        "Die Zahl steht zweimal da, einmal als „{first}“ und einmal als „{second}“. Bitte klären Sie, welche gelten soll.",
        "The number is given twice, once as “{first}” and once as “{second}”. Please find out which is meant to apply.",
    ),
    "statutory": ("{why}", "{why}"),
    "hidden_text": _HIDDEN,
    "hidden_text_on_page": _HIDDEN,
    "hidden_text_in_paragraph": _HIDDEN,
    "missing_clause": (
        "In den gelesenen Teilen des Dokuments wurde zu diesem Thema keine Regelung gefunden. "
        "Ohne Regelung gilt: {effect} ({norm})",
        "No clause on this subject was found in the parts that were read. "
        "Without a clause the following applies (in German): {effect} ({norm})",
    ),
    "duplicate_clause": (
        "Diese Klauseln sind {relation} (geringste Übereinstimmung {similarity}). "
        "Bitte prüfen Sie, ob die Wiederholung gewollt ist.",
        "These clauses are {relation} (lowest similarity {similarity}). "
        "Please check whether the repetition is intended.",
    ),
    "repeated_sections": (
        "Eine Fassung umfasst bis zu {clauses} Klauseln. Klauselpaare: {exact} wortgleich, {near} nahezu wortgleich. "
        "Bitte prüfen Sie, welche Fassung gelten soll.",
        "A copy holds up to {clauses} clauses. Pairs of clauses: {exact} identical, {near} nearly identical. "
        "Please check which copy is meant to apply.",
    ),
}

_SENTENCES: Final[dict[str, Pair]] = {
    "at_most": (
        "Der Wert im Dokument ({found}) liegt über der Vorgabe ({bound}).",
        "The value in the document ({found}) is above the limit ({bound}).",
    ),
    "at_least": (
        "Der Wert im Dokument ({found}) liegt unter der Vorgabe ({bound}).",
        "The value in the document ({found}) is below the limit ({bound}).",
    ),
    "equals": (
        "{part}: im Dokument {found}, nach der Vorgabe {limit}.",
        "{part}: {found} in the document, {limit} under our rules.",
    ),
    "one_of": (
        "{part}: im Dokument {found}, nach der Vorgabe eines von: {limit}.",
        "{part}: {found} in the document, under our rules one of: {limit}.",
    ),
    "forbidden": (
        "Die Vorgabe sieht eine solche Regelung nicht vor. Bitte prüfen Sie diese Stelle.",
        "Our rules do not accept such a provision. Please look at this place.",
    ),
    "required": (
        "Die Vorgabe verlangt eine solche Regelung; in den gelesenen Teilen wurde keine gefunden.",
        "Our rules ask for such a provision; none was found in the parts that were read.",
    ),
}

EXTRAS: Final[dict[str, Pair]] = {
    "changed_numbers": (
        "Achtung: Klauselpaare, in denen Zahlen voneinander abweichen: {changed_numbers}.",
        "Note: pairs of clauses with different numbers: {changed_numbers}.",
    ),
    "good_for": ("Das ist eher günstig für: {good_for}.", "This tends to favour: {good_for}."),
}

_GENERIC: Final = {
    "value_above_limit": "at_most",
    "value_below_limit": "at_least",
    "value_not_allowed": "one_of",
    "provision_forbidden": "forbidden",
    "provision_required_missing": "required",
}
TITLES_BY_COMPARISON: Final = _TITLES | {code: _TITLES[same] for code, same in _GENERIC.items()}
BY_COMPARISON: Final = _SENTENCES | {code: _SENTENCES[same] for code, same in _GENERIC.items()}
