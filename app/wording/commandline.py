"""Texts of the command line: help, mistakes in its use, what is said about a run."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_TEXTS: Final[Table] = {
    "description": (
        "Prüft deutsche AGB und Verträge auf dem eigenen Rechner: Klauseln, Haftung, Fristen, Abweichungen.",
        "Reviews German general terms and contracts on your own machine: clauses, liability, periods, deviations.",
    ),
    "epilog": (
        "Ohne „analyze“ öffnet sich das Fenster: klausellupe [DATEI …]",
        "Without “analyze” the window opens: klausellupe [FILE …]",
    ),
    "usage": ("Aufruf: ", "usage: "),
    "synopsis": ("klausellupe analyze FILE … [Optionen]", "klausellupe analyze FILE … [options]"),
    "command": ("BEFEHL", "COMMAND"),
    "options": ("Optionen", "options"),
    "arguments": ("Angaben", "arguments"),
    "commands": ("Befehle", "commands"),
    "facts": ("Angaben zum Geschäft (was fehlt, wird angenommen)", "facts of the deal (what is missing is assumed)"),
    "help": ("diese Hilfe zeigen und enden", "show this help and exit"),
    "version": ("die Version zeigen und enden", "show the version and exit"),
    "library_command": (
        "die Klauselbibliothek zeigen, prüfen, vergleichen, ausgeben und ergänzen",
        "show, check, compare, export and extend the clause library",
    ),
    "analyze": ("Dateien prüfen und einen Bericht schreiben", "review files and write a report"),
    "files": (
        "PDF, Word (DOCX, DOC), OpenDocument, RTF, HTML, Markdown oder Text",
        "PDF, Word (DOCX, DOC), OpenDocument, RTF, HTML, Markdown or text",
    ),
    "format": (
        "Bericht: text, html, docx, pdf, xlsx (Tabellen), csv (Hinweise) oder json; card, card-docx: Karte für das Gespräch auf einer Seite; "
        "copy: Kopie der PDF- oder Word-Datei mit Anmerkungen; mail: E-Mail-Entwurf (Standard: nach der Endung von -o, sonst text)",
        "report: text, html, docx, pdf, xlsx (tables), csv (findings) or json; card, card-docx: a card for the talks on one page; "
        "copy: a copy of the PDF or Word file with notes; mail: a draft e-mail (default: by the suffix of -o, else text)",
    ),
    "output": (
        "Zieldatei; bei mehreren Dateien ein Ordner (Standard: Ausgabe im Terminal)",
        "file to write; with several files a folder (default: print to the terminal)",
    ),
    "overwrite": ("vorhandene Zieldateien ersetzen", "replace files that are there already"),
    "outward": (
        "für die andere Seite: nichts Internes, keine Vorgaben, keine Gewichtung",
        "for the other side: nothing internal, no limits, no severities",
    ),
    "reviewer": (
        "Name der prüfenden Person: für den Prüfvermerk und an den Anmerkungen",
        "name of the person who reviews: for the signature and at the notes",
    ),
    "proposals": (
        "vorgeschlagene Fassung: preferred (bevorzugte), nearest (der Klausel am nächsten) oder none (keine)",
        "proposed wording: preferred, nearest (to the clause) or none",
    ),
    "password_stdin": (
        "Kennwort geschützter PDFs aus der ersten Zeile der Standardeingabe lesen (im Terminal wird danach gefragt)",
        "read the password of protected PDFs from the first line of standard input (asked for on a terminal)",
    ),
    "no_ocr": (
        "Seiten ohne Text nicht mit Texterkennung (OCR) lesen",
        "do not read pages without text by text recognition (OCR)",
    ),
    "library": (
        "Klauselbibliothek: Ordner, Paket oder Datenbank (sonst die eigene, wenn es sie gibt, oder die mitgelieferte)",
        "clause library: folder, pack or database (else your own, if there is one, or the shipped one)",
    ),
    "perspective": ("wer wir sind: customer (Kunde) oder supplier (Anbieter)", "who we are: customer or supplier"),
    "terms": ("wessen Bedingungen: ours (unsere) oder theirs (fremde)", "whose terms these are: ours or theirs"),
    "audience": (
        "gegenüber wem: b2c (Verbraucher), b2b (Unternehmer), merchants (Kaufleute)",
        "towards whom: b2c (consumers), b2b (businesses), merchants",
    ),
    "law": (
        "anwendbares Recht: de, at, ch oder auto (Rechtswahl im Dokument, sonst deutsches Recht)",
        "governing law: de, at, ch or auto (the document's choice of law, else German law)",
    ),
    "contract_kind": ("Vertragsart: {choices}", "kind of contract: {choices}"),
    "contract_date": ("Vertragsdatum, JJJJ-MM-TT oder TT.MM.JJJJ", "date of the contract, YYYY-MM-DD"),
    "contract_value": ("Auftragswert in Euro", "contract value in euros"),
    "annual_fee": ("Jahresvergütung in Euro", "annual fee in euros"),
    "as_of": ("Stichtag der Prüfung (Standard: heute)", "date of the review (default: today)"),
    "lang": ("Sprache des Berichts und der Meldungen: de oder en", "language of the report and messages: de or en"),
    # mistakes in the use
    "wrong_use": ("Falscher Aufruf: {problem}", "Wrong use: {problem}"),
    "see_library_help": ("Hilfe: klausellupe library --help", "Help: klausellupe library --help"),
    "see_batch_help": ("Hilfe: klausellupe batch --help", "Help: klausellupe batch --help"),
    "see_compare_help": ("Hilfe: klausellupe compare --help", "Help: klausellupe compare --help"),
    "see_help": ("Hilfe: klausellupe analyze --help", "Help: klausellupe analyze --help"),
    "no_files": ("Es fehlt mindestens eine Datei.", "At least one file is needed."),
    "no_command": ("Es fehlt der Befehl „analyze“.", "The command “analyze” is missing."),
    "unknown_argument": ("{argument} ist unbekannt.", "{argument} is unknown."),
    "missing_value": ("{argument}: Es fehlt ein Wert.", "{argument}: a value is missing."),
    "no_value_wanted": ("{argument}: Hier steht kein Wert.", "{argument}: no value goes here."),
    "ambiguous": ("{argument} ist mehrdeutig.", "{argument} is ambiguous."),
    "bad_choice": ("„{value}“ gibt es nicht; möglich: {choices}", "there is no “{value}”; possible: {choices}"),
    "bad_date": ("„{value}“ ist kein Datum (JJJJ-MM-TT)", "“{value}” is no date (YYYY-MM-DD)"),
    "bad_money": ("„{value}“ ist kein Betrag in Euro", "“{value}” is no amount in euros"),
    "bad_argument": ("{argument}: {problem}.", "{argument}: {problem}."),
    "no_password": (
        "--password-stdin: Auf der Standardeingabe steht kein Kennwort.",
        "--password-stdin: there is no password on standard input.",
    ),
    "folder_needed": (
        "Bei mehreren Dateien muss -o einen Ordner nennen.",
        "With several files, -o must name a folder.",
    ),
    "folder_is_file": (
        "-o nennt eine Datei, gebraucht wird ein Ordner: {path}",
        "-o names a file, a folder is needed: {path}",
    ),
    "output_is_input": (
        "Der Bericht würde das geprüfte Dokument überschreiben: {path}",
        "The report would overwrite the document under review: {path}",
    ),
    "output_exists": (
        "{path} gibt es schon. Mit --overwrite wird die Datei ersetzt.",
        "{path} is there already. With --overwrite the file is replaced.",
    ),
    "binary_to_terminal": (
        "{format} lässt sich nicht im Terminal zeigen. Bitte nennen Sie eine Zieldatei: -o DATEI",
        "{format} cannot be shown in a terminal. Please name a file: -o FILE",
    ),
    "no_display": (
        "Hier gibt es keinen Bildschirm für das Fenster. Einen Bericht schreibt: klausellupe analyze DATEI …",
        "There is no display for the window here. A report is written by: klausellupe analyze FILE …",
    ),
    # a run
    "password_prompt": ("Kennwort der PDFs: ", "Password of the PDFs: "),
    "password_needed": (
        "Das PDF ist mit einem Kennwort geschützt. Rufen Sie das Programm mit --password-stdin auf, um es anzugeben.",
        "The PDF is protected by a password. Run the program with --password-stdin to give it.",
    ),
    "password_wrong": (
        "Das PDF ist mit einem anderen Kennwort geschützt als dem angegebenen. Bitte prüfen Sie das Kennwort.",
        "The PDF is protected by another password than the one given. Please check the password.",
    ),
    "failed": ("{name}: {sentence}", "{name}: {sentence}"),
    "incomplete": (
        "{name}: Nicht alles konnte gelesen werden; der Bericht nennt die Stellen.",
        "{name}: not everything could be read; the report names the places.",
    ),
    "noted_elsewhere": ("{name}: {title}: {reason}", "{name}: {title}: {reason}"),
    "about_copy": ("{name}: {reason}", "{name}: {reason}"),
    "cancelled": ("Abgebrochen.", "Cancelled."),
    "progress": ("{name}: {percent} % {doing}", "{name}: {percent}% {doing}"),
}


def text(code: str, lang: Lang, **params: object) -> str:
    """The text `code` with its parameters."""
    return filled(_TEXTS[code], params, lang)
