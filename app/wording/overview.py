"""Words of the overview of a document and of its duplicates, German and English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_WORDS: Final[Table] = {
    # the table of values
    "limit": ("Unsere Vorgabe", "Our limit"),
    "verdict": ("Bewertung", "Verdict"),
    "value_place": ("Wert und Stelle", "Value and place"),
    "verdict_limit": ("Bewertung, Vorgabe", "Verdict, limit"),
    "part": ("{part}: {bound}", "{part}: {bound}"),
    "needs": ("es fehlt: {needs}", "missing: {needs}"),
    "more_places": ("{place} (+{count})", "{place} (+{count})"),
    "counted": ("{label} ({count})", "{label} ({count})"),
    "no_limit": ("–", "–"),
    "nothing_in": ("Nichts gefunden: {kinds}", "Nothing found: {kinds}"),
    # coverage
    "subject": ("Thema", "Subject"),
    "standing": ("Im Dokument", "In the document"),
    "asked_for": ("Verlangte Themen", "Required subjects"),
    "known": ("Weitere Themen der Bibliothek", "Other subjects of the library"),
    "unknown": ("Themen ohne Bezugsklausel", "Subjects without a reference clause"),
    "found": ("vorhanden", "found"),
    "missing": ("fehlt", "missing"),
    "absent": ("nicht enthalten", "not in it"),
    "absent_because": ("nicht enthalten: {reason}", "not in it: {reason}"),
    "unchecked": ("nicht geprüft, {reason}", "not checked: {reason}"),
    "unchecked_rule": ("nicht geprüft, weil die Vorgabe {reason}", "not checked: the rule {reason}"),
    "found_unchecked": ("vorhanden, aber nicht geprüft: {reason}", "found but not checked: {reason}"),
    "found_unchecked_rule": (
        "vorhanden, aber nicht geprüft, weil die Vorgabe {reason}",
        "found but not checked: the rule {reason}",
    ),
    "found_only": ("vorhanden, nicht geprüft", "found, not checked"),
    "covered": (
        "{count} von {asked} verlangten Themen sind geregelt",
        "{count} of {asked} required subjects are covered",
    ),
    "covered_missing": ("es fehlen: {count}", "missing: {count}"),
    "covered_harmless": ("es fehlen, ohne zu schaden: {count}", "missing without harm: {count}"),
    "covered_open": ("nicht geprüft: {count}", "not checked: {count}"),
    "coverage_none": (
        "Die Bibliothek verlangt für diesen Vertrag kein Thema.",
        "The library asks for no subject in this contract.",
    ),
    # the chart
    "no_subject": ("Ohne Thema", "No subject"),
    "other_subjects": ("Übrige Themen ({count})", "Other subjects ({count})"),
    "all_findings": ("Alle Hinweise", "All findings"),
    "bar": ("{label}: {total} ({parts})", "{label}: {total} ({parts})"),
    "share": ("{count} {severity}", "{count} {severity}"),
    # what was not read
    "unread_sum": ("{label}: {count}", "{label}: {count}"),
    "to_facts": ("Angaben zum Vorgang ergänzen", "Add to the facts of the case"),
    # duplicates
    "section": ("{count} Fassungen eines Abschnitts", "{count} copies of a section"),
    "clause": ("{count} gleiche Klauseln", "{count} equal clauses"),
    "clause_near": ("{count} fast gleiche Klauseln", "{count} nearly equal clauses"),
    "copy": ("Fassung {number}", "Copy {number}"),
    "span": ("{first} bis {last}", "{first} to {last}"),
    "clauses": ("{count} Klauseln", "{count} clauses"),
    "one_clause": ("1 Klausel", "1 clause"),
    "word_for_word": ("Wort für Wort gleich", "the same word for word"),
    "alike": ("zu {share} gleich", "{share} the same"),
    "near": ("{near} mit anderem Wortlaut", "{near} worded differently"),
    "numbers": ("{count} mit anderen Zahlen", "{count} with other figures"),
    "pair": ("{first} und {second}: zu {share} gleich", "{first} and {second}: {share} the same"),
    "pair_exact": ("{first} und {second}: Wort für Wort gleich", "{first} and {second}: the same word for word"),
    "differences": ("Unterschiede ({count})", "Differences ({count})"),
    "contradictions": ("Widersprüche zwischen den Fassungen ({count})", "Contradictions between the copies ({count})"),
    "no_duplicates": (
        "In den gelesenen Teilen wiederholt sich keine Klausel.",
        "No clause is repeated in the parts that were read.",
    ),
    "duplicates_sum": (
        "{groups} Wiederholungen; {clauses} von {all} Klauseln stehen mehr als einmal im Dokument.",
        "{groups} repetitions; {clauses} of {all} clauses stand in the document more than once.",
    ),
    "duplicates_one": (
        "Eine Wiederholung; {clauses} von {all} Klauseln stehen mehr als einmal im Dokument.",
        "One repetition; {clauses} of {all} clauses stand in the document more than once.",
    ),
    "page": ("S.\u00a0{page}", "p.\u00a0{page}"),
}


def overview_words(code: str, lang: Lang, **params: object) -> str:
    """The words `code` with their parameters."""
    return filled(_WORDS[code], params, lang)
