"""Words for many documents at once: the portfolio in all its forms and what the command line says of it, German and English."""

from __future__ import annotations

from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.models.portfolio import BUG, NOT_REVIEWED, Failure
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    # the portfolio
    "title": ("Dokumente im Vergleich", "Documents side by side"),
    "counted": ("{count} Dokumente", "{count} documents"),
    "counted_one": ("1 Dokument", "1 document"),
    "scope": (
        "{read} von {total} Dokumenten wurden gelesen, {incomplete} davon nicht vollständig. Was in einem Dokument nicht geprüft "
        "wurde, steht in seinem eigenen Bericht.",
        "{read} of {total} documents were read, {incomplete} of them not completely. What was not checked in a document is in a "
        "report of its own.",
    ),
    "documents": ("Dokumente", "Documents"),
    "document": ("Dokument", "Document"),
    "findings": ("Hinweise", "Findings"),
    "worst": ("Schwerster Hinweis", "Gravest finding"),
    "worst_place": ("Seine Stelle", "Its place"),
    "no_finding": ("kein Hinweis (Vorgaben angewandt: {applied})", "no finding (rules applied: {applied})"),
    "no_finding_open": (
        "kein Hinweis (Vorgaben angewandt: {applied}, davon nicht entscheidbar: {count})",
        "no finding (rules applied: {applied}, of which undecidable: {count})",
    ),
    "no_rule": ("keine unserer Vorgaben ist anwendbar", "none of our rules applies"),
    "applied": ("Angewandte Vorgaben", "Rules applied"),
    "values": ("Haftung, Fristen und Laufzeiten", "Liability, periods and terms"),
    "values_intro": (
        "Werte, zu denen es einen Hinweis gibt, sind mit seiner Gewichtung gekennzeichnet.",
        "Values with a finding are marked with its severity.",
    ),
    "marked": (
        "{mark} steht hinter Werten, zu denen es einen Hinweis gibt.",
        "{mark} stands behind values with a finding.",
    ),
    "same": ("Gleiche und fast gleiche Klauseln", "Same and nearly same clauses"),
    "same_intro": (
        "Klauseln, die in mehreren der Dokumente stehen. Gleich heißt: bis auf Schreibweise und Satzzeichen Wort für Wort.",
        "Clauses that stand in several of the documents. The same means: word for word but for spelling and punctuation.",
    ),
    "no_same": ("Keine gefunden.", "None found."),
    "same_more": (
        "Weitere {count} Gruppen stehen in der Excel-Datei.",
        "{count} more groups are in the Excel file.",
    ),
    "group": ("Gruppe", "Group"),
    "not_read": ("Nicht gelesen", "Not read"),
    "reason": ("Grund", "Reason"),
    "left_out": (
        "Ausgelassen, weil kein Dokumentformat: {names}",
        "Left out, being no document format: {names}",
    ),
    "closed": ("Der Ordner kann nicht geöffnet werden.", "The folder cannot be opened."),
    "made_at": ("Zeitpunkt", "Time"),
    "library": ("Klauselbibliothek", "Clause library"),
    "rules": ("Gesetzeshinweise", "Statutory hints"),
    "also": ("Gleicher Inhalt", "Same content"),
    "also_named": ("auch als {names}", "also as {names}"),
    "incomplete": ("nicht vollständig gelesen", "not read completely"),
    "law": ("Anwendbares Recht: {law}", "Governing law: {law}"),
    "complete_column": ("Vollständig gelesen", "Read completely"),
    "unchecked": ("Nicht geprüfte Teile", "Parts not checked"),
    "undecided": ("Nicht entscheidbare Vorgaben", "Rules that cannot be decided"),
    "error": ("Fehler", "Error"),
    "encrypted": (
        "Die Datei ist mit einem Kennwort geschützt. Bitte prüfen Sie sie einzeln: klausellupe analyze --password-stdin DATEI",
        "The file is protected by a password. Please review it on its own: klausellupe analyze --password-stdin FILE",
    ),
    "not_reviewed": (
        "Nicht ausgewertet: Die Auswertung wurde vorher abgebrochen.",
        "Not reviewed: the review was cancelled before.",
    ),
    "more": ("und {count} weitere", "and {count} more"),
    # help
    "about": (
        "mehrere Dateien prüfen und in einer Tabelle vergleichen",
        "review several files and compare them in one table",
    ),
    "synopsis": ("klausellupe batch ORDNER|DATEI … [Optionen]", "klausellupe batch FOLDER|FILE … [options]"),
    "paths": ("Ordner (mit Unterordnern) und Dateien", "folders (with those in them) and files"),
    "format": (
        "{choices} (Standard: nach der Endung von -o, sonst text)",
        "{choices} (default: by the suffix of -o, else text)",
    ),
    "output": ("Zieldatei (Standard: Ausgabe im Terminal)", "file to write (default: print to the terminal)"),
    "overwrite": ("eine vorhandene Zieldatei ersetzen", "replace the file to write if it exists"),
    "no_cache": (
        "nichts vom letzten Mal übernehmen und nichts für das nächste Mal aufheben",
        "take nothing from an earlier run and keep nothing for the next one",
    ),
    "forget": (
        "alles löschen, was frühere Läufe aufgehoben haben, und enden",
        "delete everything that earlier runs have kept, and exit",
    ),
    "reviewer": ("wer geprüft hat", "who reviewed"),
    # said
    "no_paths": (
        "Es fehlt ein Ordner oder eine Datei: klausellupe batch ORDNER",
        "A folder or file is missing: klausellupe batch FOLDER",
    ),
    "not_there": ("{path} gibt es nicht.", "{path} does not exist."),
    "output_needed": (
        "{format} braucht eine Zieldatei: -o DATEI",
        "{format} needs a file to write: -o FILE",
    ),
    "taken": (
        "{path} gibt es schon. Mit --overwrite wird die Datei ersetzt.",
        "{path} exists already. With --overwrite it is replaced.",
    ),
    "among_documents": (
        "{path} liegt zwischen den Dokumenten, die geprüft werden, und wird nicht ersetzt. Bitte einen anderen Ort angeben.",
        "{path} lies among the documents to be reviewed and is not replaced. Please name another place.",
    ),
    "nothing_found": (
        "Es wurde kein Dokument gefunden, das gelesen werden kann.",
        "No document was found that can be read.",
    ),
    "progress": ("{done} von {total} Dateien", "{done} of {total} files"),
    "minutes": ("noch etwa {count} Minuten", "about {count} minutes left"),
    "minute": ("noch etwa eine Minute", "about a minute left"),
    "seconds": ("noch etwa {count} Sekunden", "about {count} seconds left"),
    "result": (
        "{total} Dateien: {fresh} geprüft, {known} vom letzten Mal übernommen, {failed} nicht gelesen.",
        "{total} files: {fresh} reviewed, {known} taken from an earlier run, {failed} not read.",
    ),
    "forgotten": (
        "Aufgehobene Ergebnisse von {count} Dokumenten gelöscht.",
        "Deleted the kept results of {count} documents.",
    ),
}


def batch_phrase(code: str, lang: Lang, **params: object) -> str:
    """The label or sentence of a code."""
    return filled(_PHRASES[code], params, lang)


def failure_sentence(failure: Failure, lang: Lang) -> str:
    """Why a file was not read, and what to do."""
    if failure.code == BUG:
        return bug_sentence(lang)
    if failure.code == NOT_REVIEWED:
        return batch_phrase("not_reviewed", lang)
    if failure.code == ErrorCode.PDF_ENCRYPTED:
        return batch_phrase("encrypted", lang)
    return error_sentence(ExpectedError(ErrorCode(failure.code), failure.params), lang)


def time_left(seconds: float, lang: Lang) -> str:
    """Roughly, as nobody can know."""
    if seconds < 55:
        return batch_phrase("seconds", lang, count=max(5, round(seconds / 5) * 5))
    minutes = round(seconds / 60)
    return batch_phrase("minute", lang) if minutes <= 1 else batch_phrase("minutes", lang, count=minutes)
