"""What the detail of a finding says beside the report's words: headings, where something comes from, how sure it is."""

from __future__ import annotations

from typing import Final

from app.models.analysis import Analysis, Finding, FindingKind
from app.models.provisions import Provision
from app.wording.certainty import UNSURE_VALUE, certainty, subject_text
from app.wording.lang import Lang, Table, filled, sentence_start
from app.wording.numbers import number_text
from app.wording.terms import term
from app.wording.values import value_text

PHRASES: Final[Table] = {
    "found": ("Gefunden", "Found"),
    "limit": ("Vorgabe", "Limit"),
    "source": ("Quelle", "Source"),
    "source_reference": ("Bezugsklausel „{title}“", "Reference clause “{title}”"),
    "source_library": ("Klauselbibliothek", "Clause library"),
    "reference": ("Bezugsklausel: {title}", "Reference clause: {title}"),
    "open_reference": ("In der Bibliothek zeigen", "Show in the library"),
    "compare_with": ("Vergleichen mit:", "Compare with:"),
    "nearest_position": ("am ähnlichsten", "nearest"),
    "our_wordings": ("Unsere Fassungen:", "Our wordings:"),
    "our_wording": ("Unsere Fassung", "Our wording"),
    "in_document": ("Im Dokument", "In the document"),
    "diff_legend": (
        "gestrichen: nur in der Bezugsklausel, unterstrichen: nur im Dokument",
        "struck out: in the reference clause only, underlined: in the document only",
    ),
    "pair": ("Beide Stellen nebeneinander", "Both places side by side"),
    "pair_legend": (
        "unterstrichen: steht so nur an dieser Stelle",
        "underlined: says so at this place only",
    ),
    "pair_equal": ("Der Wortlaut ist an beiden Stellen gleich.", "The wording is the same at both places."),
    "pair_apart": (
        "Der Wortlaut ist so verschieden, dass nur die Stellen selbst gezeigt werden.",
        "The wordings differ so much that only the places themselves are shown.",
    ),
    "further_copies": ("Weitere Stellen", "Further places"),
    "show_duplicates": ("Alle Fassungen unter „Doppeltes“ zeigen", "Show all copies under “Repeated”"),
    "guidance": ("Leitfaden (intern)", "Guidance (internal)"),
    "comment": ("Erläuterung für die andere Seite", "Explanation for the other side"),
    "basis": ("Worauf das beruht und wie sicher es ist", "What this rests on and how sure it is"),
    "basis_rule": ("Vorgabe der Bezugsklausel {reference}", "A limit of the reference clause {reference}"),
    "basis_wording": (
        "Vergleich mit der Bezugsklausel {reference}",
        "A comparison with the reference clause {reference}",
    ),
    "basis_required": (
        "Die Bezugsklausel {reference} soll im Dokument vorkommen",
        "The reference clause {reference} should be in the document",
    ),
    "basis_statute": (
        "Gesetzliche Regel des Programms, am Wortlaut der Klausel geprüft",
        "A statutory rule of the program, applied to the wording of the clause",
    ),
    "basis_inside": (
        "Vergleich innerhalb des Dokuments, ohne Klauselbibliothek",
        "A comparison within the document, without the clause library",
    ),
    "basis_hidden": (
        "Text, der in der Datei steht, aber nicht zu sehen ist",
        "Text that is in the file but cannot be seen",
    ),
    "basis_value": ("{kind}: {value} – {certainty} erkannt ({share})", "{kind}: {value} – {certainty} ({share})"),
    "basis_subject": ("Thema der Klausel: {subject}", "Subject of the clause: {subject}"),
    "places": ("{count} Stellen, weiter mit F7", "{count} places, F7 leads to the next"),
    "own_severity": (
        "eigene Gewichtung, vom Programm: {severity}",
        "weighed by you, by the program: {severity}",
    ),
    "own_reason": ("Ihre Begründung: {reason}", "Your reason: {reason}"),
    "no_finding": ("Zu dieser Klausel gibt es keinen Hinweis.", "There is no finding on this clause."),
    "placeholder": ("[{name}]", "[{name}]"),
}

_INSIDE = {
    FindingKind.DUPLICATE,
    FindingKind.CONTRADICTION,
    FindingKind.BROKEN_REFERENCE,
    FindingKind.NUMBERING,
    FindingKind.DEFINITION,
}


def detail_phrase(code: str, lang: Lang, **params: object) -> str:
    """The phrase `code` with its parameters."""
    return filled(PHRASES[code], params, lang)


def basis_code(finding: Finding) -> str:
    """What kind of check a finding comes from."""
    if finding.kind is FindingKind.STATUTORY:
        return "basis_statute"
    if finding.kind is FindingKind.HIDDEN_TEXT:
        return "basis_hidden"
    if finding.kind in _INSIDE:
        return "basis_inside"
    if finding.kind is FindingKind.MISSING:
        return "basis_required"
    return "basis_rule" if finding.limit is not None else "basis_wording"


def certainties(finding: Finding, analysis: Analysis, lang: Lang) -> tuple[str, ...]:
    """How surely the values and the subject of its clause were recognised, a line each."""
    values = (analysis.provisions_by_id[provision] for provision in finding.provisions)
    lines = [value_certainty(provision, lang) for provision in values]
    if finding.kind is FindingKind.DEVIATION and finding.clauses:
        clause = analysis.reading.by_id[finding.clauses[0]]
        if clause.type:
            subject = subject_text(clause.type, clause.confidence, clause.type_source, lang)
            lines.append(detail_phrase("basis_subject", lang, subject=subject))
    return tuple(dict.fromkeys(lines))


def value_certainty(provision: Provision, lang: Lang) -> str:
    """A value and how surely it was read: "Kündigungsfrist: 12 Monate – sicher erkannt (0,97)"."""
    return detail_phrase(
        "basis_value",
        lang,
        kind=sentence_start(term("provision_kind", provision.kind.value, lang)),
        value=value_text(provision.value, lang),
        certainty=term("certainty", certainty(provision.confidence, UNSURE_VALUE), lang),
        share=number_text(round(provision.confidence, 2), lang),
    )
