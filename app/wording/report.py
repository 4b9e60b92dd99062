"""Headings and fixed sentences of the report, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

PHRASES: Final[Table] = {
    "title": ("Prüfbericht", "Review report"),
    "no_advice": (
        "Hinweise für die Prüfung, keine Rechtsberatung. Die Bewertung bleibt bei der prüfenden Person.",
        "Hints for a review, not legal advice. The assessment remains with the person who reviews.",
    ),
    "library_in_review": (
        "Die verwendeten Bezugsklauseln sind Startklauseln mit dem Stand „fachlich zu bestätigen“: "
        "Sie wurden noch nicht anwaltlich freigegeben.",
        "The reference clauses used are starter clauses with the status “to be confirmed by a lawyer”: "
        "no lawyer has released them yet.",
    ),
    "complete": (
        "Alle Seiten und Teile der Datei konnten gelesen werden.",
        "All pages and parts of the file could be read.",
    ),
    "incomplete": (
        "Nicht vollständig gelesen: {places}. Dieser Bericht sagt über diese Teile nichts.",
        "Not read completely: {places}. This report says nothing about these parts.",
    ),
    "unread_parts": ("eingebettete oder als Bild enthaltene Teile", "parts that are embedded or held as pictures"),
    "document": ("Dokument", "Document"),
    "file": ("Datei", "File"),
    "format": ("Format", "Format"),
    "size": ("Größe", "Size"),
    "pages": ("Seiten", "Pages"),
    "language": ("Sprache", "Language"),
    "clauses": ("Klauseln", "Clauses"),
    "library": ("Klauselbibliothek", "Clause library"),
    "rule_pack": ("Gesetzeshinweise", "Statutory hints"),
    "program": ("Programm", "Program"),
    "as_of": ("Stichtag der Prüfung", "Date of the review"),
    "facts": ("Zugrunde gelegte Angaben", "Facts assumed"),
    "facts_intro": (
        "Von diesen Angaben hängt ab, welche Vorgaben gelten. Bitte prüfen Sie die Annahmen des Programms.",
        "These facts decide which rules apply. Please check what the program assumed.",
    ),
    "fact": ("Angabe", "Fact"),
    "value": ("Wert", "Value"),
    "source": ("Herkunft", "Source"),
    "unknown": ("nicht angegeben", "not stated"),
    "overview": ("Überblick", "Overview"),
    "checks_count": (
        "Angewandte Vorgaben: {total}, davon {ok} eingehalten, {finding} mit Hinweis, {undecidable} nicht entscheidbar, "
        "{not_applicable} nicht anwendbar.",
        "Rules applied: {total}; {ok} met, {finding} with a finding, {undecidable} undecidable, "
        "{not_applicable} not applicable.",
    ),
    "matrix": ("Haftungsmatrix", "Liability matrix"),
    "matrix_intro": (
        "Wie weit eine Seite nach dem ganzen Dokument haftet. Eine Ausnahme zählt nur, wenn am Ende unbegrenzt gehaftet wird. "
        "„Nicht geregelt“ heißt: Dazu wurde nichts gefunden; dann gilt das Gesetz.",
        "How far a party is liable under the whole document. An exception counts only where liability ends up unlimited. "
        "“Not regulated” means that nothing was found; then the law applies.",
    ),
    "no_matrix": (
        "In den gelesenen Teilen wurde keine Regelung der Haftung erkannt.",
        "No provision on liability was recognised in the parts that were read.",
    ),
    "matrix_of": ("Haftung: {party}", "Liability: {party}"),
    "matrix_for": ("{title}, im Abschnitt {section}", "{title}, in section {section}"),
    "matrix_silent": ("Nicht geregelt: {damages}.", "Not regulated: {damages}."),
    "party_unnamed": ("Seite nicht genannt", "party not named"),
    "damage": ("Schaden", "Damage"),
    "subject": ("Thema: {subject}", "Subject: {subject}"),
    "subjects": ("Themen der Klauseln", "Subjects of the clauses"),
    "subjects_intro": (
        "Wovon die Klauseln handeln, und wie sicher das Programm das erkannt hat. Vom Thema hängt ab, welche Vorgaben gelten.",
        "What the clauses are about and how surely the program recognised it. The subject decides which rules apply.",
    ),
    "subject_column": ("Thema", "Subject"),
    "certainty_column": ("Erkannt", "Recognised"),
    "subject_unknown": ("kein Thema erkannt", "no subject recognised"),
    "no_subject": ("Thema: nicht erkannt", "Subject: not recognised"),
    "unsure_value": ("unsicher erkannt, bitte am Wortlaut prüfen", "not surely recognised, please check the wording"),
    "summary": ("Haftung, Fristen und Laufzeiten", "Liability, periods and terms"),
    "summary_note": (
        "„Nichts gefunden“ heißt: In den gelesenen Teilen wurde keine solche Regelung erkannt. "
        "Es heißt nicht, dass es keine gibt.",
        "“Nothing found” means that no such provision was recognised in the parts that were read. "
        "It does not mean that there is none.",
    ),
    "nothing_found": ("nichts gefunden", "nothing found"),
    "kind": ("Regelung", "Provision"),
    "place": ("Stelle", "Place"),
    "quote": ("Wortlaut", "Wording"),
    "verdict": ("Vorgaben", "Our rules"),
    "no_rule": ("keine Vorgabe", "no rule"),
    "see_finding": ("Hinweis {numbers}", "Finding {numbers}"),
    "findings": ("Hinweise", "Findings"),
    "no_findings": (
        "Die angewandten Vorgaben haben keinen Hinweis ergeben. Was nicht geprüft wurde, steht am Ende.",
        "The rules applied gave no finding. What was not checked is listed at the end.",
    ),
    "findings_merged": (
        "Gleichlautende Hinweise stehen nur einmal da, mit allen Stellen (Hinweise: {findings}, Einträge: {entries}).",
        "Findings that say the same are shown once, with all places (findings: {findings}, entries: {entries}).",
    ),
    "no_rule_applies": (
        "Auf die Werte in diesem Dokument passt keine Vorgabe der Bibliothek (siehe Überblick). Sie wurden gefunden, aber "
        "nicht bewertet.",
        "No rule of the library applies to the values in this document (see the overview). They were found but not "
        "assessed.",
    ),
    "rules_elsewhere": (
        "Nicht anwendbar, weil die Vorgabe {reason}: {count}.",
        "Not applicable, because the rule {reason}: {count}.",
    ),
    "further_places": ("Weitere Fundstellen", "Further places"),
    "found_beside_limit": ("{part}: {found} · Vorgabe: {bound}", "{part}: {found} · Limit: {bound}"),
    "searched": ("Gesucht wurde nach", "Looked for"),
    "searched_type": ("Klauseln zum Thema „{label}“", "clauses on “{label}”"),
    "searched_provision": ("Regelungen der Art „{label}“", "provisions of the kind “{label}”"),
    "copies": ("Fundstellen der Fassungen", "Places of the copies"),
    "copy": (
        "Fassung {number}: {first} bis {last} ({count} Klauseln)",
        "Copy {number}: {first} to {last} ({count} clauses)",
    ),
    "legal_basis": ("Rechtsgrundlage", "Legal basis"),
    "reference": ("Bezugsklausel: {title}", "Reference clause: {title}"),
    "nearest": ("am ähnlichsten: {position}", "nearest: {position}"),
    "diff": ("Vergleich im Wortlaut", "Comparison of the wording"),
    "diff_filled_window": ("kursiv: für einen Platzhalter eingesetzt", "italic: put in for a placeholder"),
    "not_comparable": (
        "Der Wortlaut im Dokument ist so verschieden, dass ein Vergleich Wort für Wort nicht weiterhilft.",
        "The wording in the document differs so much that a comparison word by word does not help.",
    ),
    "clause_here": ("Die Klausel im Dokument", "The clause in the document"),
    "undecided": ("Nicht entscheidbar", "Undecidable"),
    "undecided_intro": (
        "Zu diesen Stellen fehlt eine Angabe. Mit ihr kann das Programm entscheiden, ohne sie sagt es nichts.",
        "A fact is missing for these places. With it the program can decide, without it it says nothing.",
    ),
    "needed": ("Benötigt wird", "What is needed"),
    "rules_count": ("Vorgaben der Bibliothek: {count}", "Rules of the library: {count}"),
    "no_undecided": ("Keine.", "None."),
    "not_read": ("Nicht gelesen, nicht geprüft, ausgelassen", "Not read, not checked, left out"),
    "warnings": ("Hinweise zum Einlesen", "Notes on reading the file"),
    "not_checked": ("Nicht geprüfte Teile", "Parts that were not checked"),
    "surroundings": ("Text außerhalb der Bedingungen", "Text outside the terms"),
    "ignored": ("Ausgelassen", "Left out"),
    "none": ("Keine.", "None."),
    "times": ("{count}-mal", "{count} times"),
    "times_changing": ("{count}-mal mit wechselnden Zahlen", "{count} times with changing numbers"),
    "corrected": ("von Hand geändert: {actions}", "changed by hand: {actions}"),
    "type_by_hand": ("Art: {type}", "type: {type}"),
    "no_type_by_hand": ("ohne Art", "no type"),
    "clause_changed": ("{place}: {change}", "{place}: {change}"),
    "corrections": ("Von Hand geänderte Gliederung", "Clause structure changed by hand"),
    "corrections_intro": (
        "So wurde die vom Programm gelesene Gliederung von Hand geändert, in dieser Reihenfolge.",
        "How the clause structure that the program read was changed by hand, in this order.",
    ),
    "lost_corrections": (
        "Änderungen der Gliederung, die nicht mehr möglich sind",
        "Changes of the clause structure that are not possible any more",
    ),
    "sign": ("Prüfvermerk", "Sign-off"),
    "reviewed_by": ("Geprüft von", "Reviewed by"),
    "date": ("Datum", "Date"),
    "signature": ("Unterschrift", "Signature"),
    "remarks": ("Ergebnis und Bemerkungen", "Result and remarks"),
    "page_short": ("S.\u00a0{pages}", "p.\u00a0{pages}"),
    "paragraph_short": ("Textabsatz {number}", "text paragraph {number}"),
    "made_with": ("Erstellt mit Klausellupe {version}", "Made with Klausellupe {version}"),
}


def phrase(code: str, lang: Lang, **params: object) -> str:
    """The fixed sentence `code` with its parameters."""
    return filled(PHRASES[code], params, lang)
