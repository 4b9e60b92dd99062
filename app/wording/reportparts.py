"""Fixed sentences of the report's cover, of its outward form and of the parts at its end."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    # the cover
    "contents": ("Inhalt", "Contents"),
    "made": ("Erstellt am", "Made on"),
    "made_at": ("{date}, {time} Uhr ({zone})", "{date}, {time} ({zone})"),
    "page_count": ("{format}, {size}, {pages} Seiten", "{format}, {size}, {pages} pages"),
    "one_page": ("{format}, {size}, 1 Seite", "{format}, {size}, 1 page"),
    "analysis_hash": ("Prüfsumme der Auswertung", "Checksum of the analysis"),
    "scope": ("Was geprüft wurde und was nicht", "What was checked and what was not"),
    "scope_checked": (
        "Gelesen: {clauses} Klauseln. Angewandt: {checks} Vorgaben und Gesetzeshinweise, {undecidable} davon nicht entscheidbar.",
        "Read: {clauses} clauses. Applied: {checks} rules and statutory hints, {undecidable} of them undecidable.",
    ),
    "scope_all": ("Nicht geprüfte Teile: keine.", "Parts that were not checked: none."),
    "severities_changed": ("Von Hand geänderte Gewichtungen", "Severities changed by hand"),
    "severity_changed": (
        "Hinweis {number}: {own}, vom Programm: {program} ({signed}; Begründung: {reason})",
        "Finding {number}: {own}, by the program: {program} ({signed}; reason: {reason})",
    ),
    "no_reason": ("keine angegeben", "none given"),
    "by_program": (
        "Gewichtung von Hand geändert, vom Programm: {severity}",
        "Severity changed by hand, by the program: {severity}",
    ),
    "selection": (
        "Auswahl: {shown} von {total} Hinweisen stehen in diesem Bericht, {left} nicht.",
        "Selection: {shown} of {total} findings are in this report, {left} are not.",
    ),
    "not_in_report": ("Hinweis, nicht in diesem Bericht", "finding, not in this report"),
    "limit": ("Vorgabe: {limit}", "Limit: {limit}"),
    # findings
    "diff_deleted": ("nur in der Bezugsklausel", "in the reference clause only"),
    "diff_inserted": ("nur im Dokument", "in the document only"),
    "diff_filled": ("für einen Platzhalter eingesetzt", "put in for a placeholder"),
    "comment": ("Erläuterung für die andere Seite", "Explanation for the other side"),
    "proposal": ("Vorschlag für den Wortlaut", "Proposed wording"),
    "gaps": ("Noch einzusetzen: {names}", "Still to be filled in: {names}"),
    # the end
    "orphans": ("Entscheidungen ohne Hinweis", "Decisions without a finding"),
    "orphans_intro": (
        "Der Hinweis, zu dem entschieden wurde, ist in dieser Auswertung nicht mehr enthalten.",
        "The finding that was decided on is not part of this analysis any more.",
    ),
    "coverage": ("Geregelte Themen", "Subjects covered"),
    "coverage_intro": (
        "Welche Themen die Klauselbibliothek verlangt oder kennt, und ob das Dokument sie regelt.",
        "Which subjects the clause library asks for or knows, and whether the document covers them.",
    ),
    "coverage_subject": ("Thema", "Subject"),
    "coverage_standing": ("Im Dokument", "In the document"),
    "coverage_place": ("Stelle", "Place"),
    "asked_for": ("{subject} (verlangt)", "{subject} (required)"),
    "annex": ("Anhang: alle Klauseln", "Annex: all clauses"),
    "annex_intro": (
        "Der Wortlaut, wie er gelesen und ausgewertet wurde, ohne Kopf- und Fußzeilen.",
        "The wording as it was read and analysed, without headers and footers.",
    ),
    # outward
    "title_outward": ("Anmerkungen zum Dokument", "Comments on the document"),
    "no_advice_outward": (
        "Hinweise zum Vertragstext, keine Rechtsberatung.",
        "Remarks on the text of the contract, not legal advice.",
    ),
    "from_company": ("Von", "From"),
    "from_person": ("Ansprechpartner", "Contact"),
    "comments": ("Anmerkungen", "Comments"),
    "no_comments": ("Keine Anmerkungen.", "No comments."),
    "selection_outward": (
        "Die Anmerkungen sind eine Auswahl und nicht abschließend.",
        "The comments are a selection and not exhaustive.",
    ),
}


def part_phrase(code: str, lang: Lang, **params: object) -> str:
    """The fixed sentence `code` with its parameters."""
    return filled(_PHRASES[code], params, lang)
