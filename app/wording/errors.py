"""Expected errors as one short sentence and what to do about it.

The file's name is not part of the sentence: the faces put it in front.
"""

from __future__ import annotations

from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.wording.lang import Lang, Pair, filled
from app.wording.numbers import number_text, size_text
from app.wording.terms import term

_SENTENCES: Final[dict[str, Pair]] = {
    ErrorCode.FILE_NOT_FOUND: (
        "Die Datei wurde nicht gefunden. Bitte prüfen Sie Namen und Ordner.",
        "The file was not found. Please check its name and folder.",
    ),
    ErrorCode.FILE_NOT_READABLE: (
        "Die Datei kann nicht geöffnet werden. Bitte prüfen Sie, ob Sie sie lesen dürfen und ob sie anderswo geöffnet ist.",
        "The file cannot be opened. Please check that you may read it and that no other program has locked it.",
    ),
    ErrorCode.FILE_EMPTY: (
        "Die Datei ist leer. Bitte besorgen Sie eine neue Kopie.",
        "The file is empty. Please get a new copy.",
    ),
    ErrorCode.FILE_TOO_LARGE: (
        "Die Datei ist zu groß ({size}; erlaubt sind {limit}). Bitte speichern Sie nur die Bedingungen als eigene Datei.",
        "The file is too large ({size}; the limit is {limit}). Please save the terms alone as a file of their own.",
    ),
    ErrorCode.TOO_MANY_PAGES: (
        "Das Dokument hat zu viele Seiten ({pages}; erlaubt sind {limit}). Bitte speichern Sie nur die Bedingungen.",
        "The document has too many pages ({pages}; the limit is {limit}). Please save the terms alone.",
    ),
    ErrorCode.FORMAT_UNKNOWN: (
        "Das Format der Datei wurde nicht erkannt. Gelesen werden PDF, Word, OpenDocument, RTF, HTML und Text.",
        "The file's format was not recognised. PDF, Word, OpenDocument, RTF, HTML and text can be read.",
    ),
    ErrorCode.FORMAT_NOT_SUPPORTED: (
        "Dieses Format ({format}) wird nicht gelesen. Bitte speichern Sie das Dokument als PDF oder DOCX.",
        "This format ({format}) cannot be read. Please save the document as PDF or DOCX.",
    ),
    ErrorCode.PDF_DAMAGED: (
        "Das PDF ist beschädigt und kann nicht gelesen werden. Bitte besorgen Sie eine neue Kopie.",
        "The PDF is damaged and cannot be read. Please get a new copy.",
    ),
    ErrorCode.PDF_ENCRYPTED: (
        "Das PDF ist mit einem Kennwort geschützt. Bitte speichern Sie es ohne Kennwort und versuchen Sie es noch einmal.",
        "The PDF is protected by a password. Please save it without one and try again.",
    ),
    ErrorCode.PDF_NO_TEXT: (
        "Das PDF enthält keinen lesbaren Text, vermutlich ist es ein Scan. Bitte installieren Sie die Texterkennung Tesseract "
        "mit dem deutschen Sprachmodell (Debian und Ubuntu: Paket tesseract-ocr-deu; Windows: Installationsprogramm von "
        "Tesseract, dort „German“ auswählen; macOS: brew install tesseract-lang) oder prüfen Sie, ob die Seiten leer sind.",
        "The PDF holds no readable text, it is probably a scan. Please install the text recognition Tesseract with its German "
        "model (Debian and Ubuntu: package tesseract-ocr-deu; Windows: Tesseract's installer, choose “German”; macOS: brew "
        "install tesseract-lang) or check whether the pages are empty.",
    ),
    ErrorCode.DOCX_DAMAGED: (
        "Die Word-Datei ist beschädigt. Bitte öffnen und speichern Sie sie neu in Word.",
        "The Word file is damaged. Please open it in Word and save it again.",
    ),
    ErrorCode.DOCX_ENCRYPTED: (
        "Die Word-Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort.",
        "The Word file is protected by a password. Please save it without one.",
    ),
    ErrorCode.ARCHIVE_BOMB: (
        "Die Datei wird beim Entpacken unverhältnismäßig groß und wurde aus Sicherheitsgründen nicht gelesen.",
        "The file grows out of all proportion when unpacked and was not read, for safety's sake.",
    ),
    ErrorCode.TEXT_UNDECODABLE: (
        "Die Textdatei hat eine unbekannte Zeichenkodierung. Bitte speichern Sie sie als UTF-8.",
        "The text file is in an unknown encoding. Please save it as UTF-8.",
    ),
    ErrorCode.DOCUMENT_DAMAGED: (
        "Die Datei ({format}) ist beschädigt. Bitte besorgen Sie eine neue Kopie.",
        "The file ({format}) is damaged. Please get a new copy.",
    ),
    ErrorCode.DOCUMENT_ENCRYPTED: (
        "Die Datei ({format}) ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort.",
        "The file ({format}) is protected by a password. Please save it without one.",
    ),
    ErrorCode.CONVERTER_MISSING: (
        "Dieses Format ({format}) wird mit Hilfe von LibreOffice gelesen, das hier nicht installiert ist. Bitte installieren "
        "Sie es (libreoffice.org), oder speichern Sie das Dokument als DOCX oder PDF.",
        "This format ({format}) is read with the help of LibreOffice, which is not installed here. Please install it "
        "(libreoffice.org), or save the document as DOCX or PDF.",
    ),
    ErrorCode.CONVERSION_FAILED: (
        "LibreOffice konnte die Datei ({format}) nicht umwandeln, vermutlich ist sie beschädigt oder mit einem Kennwort "
        "geschützt. Bitte speichern Sie sie als DOCX oder PDF.",
        "LibreOffice could not convert the file ({format}), it is probably damaged or protected by a password. Please save "
        "it as DOCX or PDF.",
    ),
    ErrorCode.CONVERSION_TIMEOUT: (
        "Das Umwandeln der Datei ({format}) hat zu lange gedauert und wurde beendet. Bitte speichern Sie sie als DOCX oder "
        "PDF.",
        "Converting the file ({format}) took too long and was stopped. Please save it as DOCX or PDF.",
    ),
    ErrorCode.NO_TEXT: (
        "Die Datei enthält keinen lesbaren Text. Bitte prüfen Sie, ob es die richtige Datei ist.",
        "The file holds no readable text. Please check that it is the right file.",
    ),
    ErrorCode.LIBRARY_NOT_FOUND: (
        "Die Klauselbibliothek wurde nicht gefunden: {path}. Bitte prüfen Sie den Ordner.",
        "The clause library was not found: {path}. Please check the folder.",
    ),
    ErrorCode.LIBRARY_INVALID: (
        "Die Klauselbibliothek hat einen Fehler in {place}: {problem}. Bitte berichtigen Sie die Datei.",
        "The clause library has an error in {place}: {problem}. Please correct the file.",
    ),
    ErrorCode.OFFER_OUTDATED: (
        "Die Klausel „{clause}“ wurde hier geändert, seit das Paket verglichen wurde. Es wurde nichts übernommen; bitte "
        "vergleichen Sie das Paket noch einmal.",
        "The clause “{clause}” was changed here since the pack was compared. Nothing was taken in; please compare the pack "
        "again.",
    ),
    ErrorCode.LIBRARY_CHANGED: (
        "Diese Klausel wurde inzwischen anderswo geändert (Version {version}, {author}). Ihr Entwurf ist erhalten; bitte "
        "vergleichen Sie ihn mit der neuen Version und speichern Sie danach.",
        "This clause was changed elsewhere meanwhile (version {version}, {author}). Your draft is kept; please compare it with "
        "the new version and save then.",
    ),
    ErrorCode.STORE_LOCKED: (
        "Die Datenbank wird gerade von einem anderen Programmfenster geändert ({holder}). Lesen und Prüfen geht weiter; bitte "
        "schließen Sie dort die Bearbeitung ab und versuchen Sie es noch einmal.",
        "The database is being changed by another window of the program ({holder}). Reading and reviewing go on; please finish "
        "the work there and try again.",
    ),
    ErrorCode.STORE_NEWER: (
        "Die Datenbank {path} stammt von einer neueren Version des Programms. Bitte aktualisieren Sie Klausellupe; die Datei "
        "bleibt unverändert.",
        "The database {path} was written by a newer version of the program. Please update Klausellupe; the file is left as it is.",
    ),
    ErrorCode.STORE_DAMAGED: (
        "Die Datenbank {path} ist beschädigt. Sie bleibt unverändert; Sicherungen liegen im Ordner {backups}. Ehe Sie eine "
        "zurückkopieren, entfernen Sie bitte die beschädigte Datei mit denen, die auf -wal und -shm enden.",
        "The database {path} is damaged. It is left as it is; backups are in the folder {backups}. Before you copy one back, "
        "please remove the damaged file and those beside it that end in -wal and -shm.",
    ),
    ErrorCode.STORE_NOT_WRITABLE: (
        "In die Datenbank {path} kann nicht geschrieben werden. Bitte prüfen Sie Rechte und freien Platz; es wurde nichts geändert.",
        "The database {path} cannot be written. Please check rights and free space; nothing was changed.",
    ),
    ErrorCode.STORE_ON_NETWORK: (
        "Die Datenbank {path} liegt auf einem Netzlaufwerk. Dort kann sie beschädigt werden; bitte legen Sie sie auf diesen "
        "Rechner und teilen Sie Klauseln als Paket.",
        "The database {path} lies on a network drive, where it may be damaged. Please keep it on this computer and share clauses "
        "as packs.",
    ),
    ErrorCode.CASE_NOT_FOUND: (
        "Dieser Vorgang ist nicht mehr gespeichert.",
        "This case is no longer stored.",
    ),
    ErrorCode.CASE_OUTDATED: (
        "Dieser Vorgang wurde mit einer anderen Version des Programms gespeichert. Bitte öffnen Sie das Dokument noch einmal; "
        "Ihre Entscheidungen bleiben erhalten.",
        "This case was stored by another version of the program. Please open the document again; your decisions are kept.",
    ),
    ErrorCode.CASE_DAMAGED: (
        "Der gespeicherte Inhalt dieses Vorgangs ist beschädigt. Bitte öffnen Sie das Dokument noch einmal; "
        "Ihre Entscheidungen bleiben erhalten.",
        "The stored content of this case is damaged. Please open the document again; your decisions are kept.",
    ),
    ErrorCode.PACK_INVALID: (
        "Das Paket kann nicht gelesen werden: {place}: {problem}. Bitte lassen Sie es berichtigen; es wurde nichts übernommen.",
        "The pack cannot be read: {place}: {problem}. Please have it corrected; nothing was taken over.",
    ),
    ErrorCode.PACK_NOT_FOUND: (
        "Das Paket {path} ist nicht erreichbar. Bitte prüfen Sie den Ort und die Verbindung zum Laufwerk; an Ihrer Bibliothek "
        "ändert sich nichts.",
        "The pack {path} cannot be reached. Please check the place and the connection to the drive; your library is left as "
        "it is.",
    ),
    ErrorCode.PACK_TOO_LARGE: (
        "Das Paket ist zu groß; erlaubt sind höchstens {limit}. Bitte lassen Sie es teilen.",
        "The pack is too large; at most {limit} are allowed. Please have it divided.",
    ),
    ErrorCode.PACK_TARGET_TAKEN: (
        "Hier liegt schon etwas, das kein Paket ist: {path}. Bitte wählen Sie einen leeren Ordner oder einen neuen Namen.",
        "Something that is no pack lies here already: {path}. Please choose an empty folder or a new name.",
    ),
    ErrorCode.TABLE_UNREADABLE: (
        "Die Tabelle kann nicht gelesen werden. Bitte speichern Sie sie als XLSX oder als CSV und versuchen Sie es noch einmal.",
        "The table cannot be read. Please save it as XLSX or CSV and try again.",
    ),
    ErrorCode.OUTPUT_NOT_WRITABLE: (
        "Das Ergebnis kann nicht geschrieben werden: {path}. Bitte wählen Sie einen Ordner, in den Sie schreiben dürfen.",
        "The result cannot be written: {path}. Please choose a folder that you may write to.",
    ),
    ErrorCode.REPLACE_SOURCE_CHANGED: (
        "Die Word-Datei wurde geändert, seit sie gelesen wurde. Bitte öffnen Sie sie neu.",
        "The Word file was changed since it was read. Please open it again.",
    ),
    ErrorCode.REPLACE_GENERATED: (
        "Diese Stelle enthält eine automatische Nummer oder reicht über Tabellenzellen. Sie steht so nicht in der Datei; "
        "bitte ändern Sie sie in Word.",
        "This passage holds an automatic number or spans table cells. It does not stand in the file like this; please "
        "change it in Word.",
    ),
    ErrorCode.REPLACE_FIELD: (
        "Diese Stelle enthält einen Teil eines Feldes, das Word selbst berechnet. Bitte ersetzen Sie das ganze Feld oder "
        "ändern Sie es in Word.",
        "This passage holds part of a field that Word computes itself. Please replace the whole field or change it in Word.",
    ),
    ErrorCode.REPLACE_HIDDEN: (
        "An dieser Stelle steht Text, der nicht gedruckt wird. Bitte prüfen und ändern Sie sie in Word.",
        "There is text in this passage that is not printed. Please check and change it in Word.",
    ),
    ErrorCode.REPLACE_PARAGRAPHS: (
        "Diese Ersetzung würde die Gliederung in Absätze oder Zellen ändern. Bitte ersetzen Sie Absatz für Absatz.",
        "This replacement would change the division into paragraphs or cells. Please replace paragraph by paragraph.",
    ),
    ErrorCode.REPLACE_CHARACTERS: (
        "Der neue Text enthält Steuerzeichen, die eine Word-Datei nicht fassen kann. Bitte entfernen Sie sie.",
        "The new text holds control characters that a Word file cannot hold. Please remove them.",
    ),
    ErrorCode.REPLACE_INEXACT: (
        "Diese Ersetzung lässt sich nicht genau so in die Datei schreiben. Bitte ändern Sie die Stelle in Word.",
        "This replacement cannot be written into the file exactly like this. Please change the passage in Word.",
    ),
    ErrorCode.SOURCE_CHANGED: (
        "Die Datei wurde geändert, seit sie gelesen wurde. Bitte öffnen Sie sie neu.",
        "The file was changed since it was read. Please open it again.",
    ),
    ErrorCode.COPY_NOT_POSSIBLE: (
        "In Dateien dieser Art lassen sich keine Anmerkungen schreiben, nur in PDF und Word (DOCX). Bitte nutzen Sie einen Bericht.",
        "Notes cannot be written into files of this kind, only into PDF and Word (DOCX). Please use a report.",
    ),
    ErrorCode.COPY_FORBIDDEN: (
        "Wer das PDF erstellt hat, erlaubt keine Anmerkungen darin. Bitte nutzen Sie einen Bericht oder öffnen Sie es mit dem Kennwort "
        "des Eigentümers.",
        "Whoever made the PDF allows no notes in it. Please use a report, or open it with the owner’s password.",
    ),
    ErrorCode.COPY_DAMAGED: (
        "Das Dokument ist so beschädigt, dass sich keine Anmerkungen hineinschreiben lassen. Bitte speichern Sie es in Word oder einem "
        "PDF-Programm neu und versuchen Sie es noch einmal, oder nutzen Sie einen Bericht.",
        "The document is so damaged that no notes can be written into it. Please save it anew in Word or a PDF program and try again, "
        "or use a report.",
    ),
    ErrorCode.LOGO_UNREADABLE: (
        "Das Firmenlogo kann nicht gelesen werden. Bitte wählen Sie in den Einstellungen ein PNG- oder JPEG-Bild bis 5 MB.",
        "The company logo cannot be read. Please choose a PNG or JPEG picture of up to 5 MB in the settings.",
    ),
    ErrorCode.WORKER_DIED: (
        "Die Analyse dieser Datei wurde unerwartet beendet, vielleicht fehlte Speicher. Die Datei wurde nicht ausgewertet.",
        "The analysis of this file ended unexpectedly, perhaps for want of memory. The file was not analysed.",
    ),
    ErrorCode.WORKER_TIMEOUT: (
        "Die Analyse dieser Datei hat zu lange gedauert und wurde beendet. Bitte speichern Sie nur die Bedingungen.",
        "The analysis of this file took too long and was stopped. Please save the terms alone.",
    ),
    ErrorCode.TASK_DIED: (
        "Die Arbeit im Hintergrund wurde unerwartet beendet, vielleicht fehlte Speicher. Es wurde nichts geändert.",
        "The work in the background ended unexpectedly, perhaps for want of memory. Nothing was changed.",
    ),
    ErrorCode.TASK_TIMEOUT: (
        "Die Arbeit im Hintergrund hat zu lange gedauert und wurde beendet. Es wurde nichts geändert.",
        "The work in the background took too long and was stopped. Nothing was changed.",
    ),
}
_HINTS: Final[dict[str, Pair]] = {
    "found": ("gefunden: {found}", "found: {found}"),
    "allowed": ("erlaubt: {allowed}", "allowed: {allowed}"),
    "did_you_mean": ("gemeint vielleicht: {did_you_mean}", "perhaps you meant: {did_you_mean}"),
}
_COUNTED: Final[dict[object, Pair]] = {
    "characters": ("{count} Zeichen", "{count} characters"),
    "lines": ("{count} Zeilen", "{count} lines"),
    "paragraphs": ("{count} Absätze, Zeilen und Zellen", "{count} paragraphs, lines and cells"),
    "rows": ("{count} Zeilen", "{count} rows"),
    "cells": ("{count} Zellen", "{count} cells"),
    "sheets": ("{count} Tabellenblätter", "{count} sheets"),
    "clauses": ("{count} Klauseln", "{count} clauses"),
    "files": ("{count} Dateien", "{count} files"),
    "elements": ("{count} XML-Elemente", "{count} XML elements"),
}
_BUG: Final[Pair] = (
    "Im Programm ist ein Fehler aufgetreten, die Datei wurde nicht ausgewertet. Bitte melden Sie ihn.",
    "The program made a mistake, the file was not analysed. Please report it.",
)


def error_sentence(error: ExpectedError, lang: Lang) -> str:
    """One sentence in plain words and what to do."""
    return filled(_SENTENCES[error.code], _shown(error, lang), lang)


def bug_sentence(lang: Lang) -> str:
    """The sentence for a fault of the program itself."""
    return filled(_BUG, {}, lang)


def _shown(error: ExpectedError, lang: Lang) -> dict[str, object]:
    shown: dict[str, object] = {}
    for name, value in error.params.items():
        shown[name] = _number(value, error, lang) if isinstance(value, int | float) else value
    if error.code in (ErrorCode.LIBRARY_INVALID, ErrorCode.PACK_INVALID):
        shown |= _library(error, lang)
    return shown


def _number(value: float, error: ExpectedError, lang: Lang) -> str:
    """Sizes are bytes unless the error says what else was counted."""
    if error.code not in (ErrorCode.FILE_TOO_LARGE, ErrorCode.PACK_TOO_LARGE):
        return number_text(value, lang)
    counted = _COUNTED.get(error.params.get("unit"))
    if counted is not None:
        return filled(counted, {"count": number_text(value, lang)}, lang)
    return size_text(value, lang)


def _library(error: ExpectedError, lang: Lang) -> dict[str, object]:
    """Place and problem of a mistake in the library, with what was found and what would be right."""
    given = {name: str(value) for name, value in error.params.items()}
    place = " › ".join(part for part in (given.get(n, "") for n in ("file", "entry", "field")) if part)
    problem = term("library_problem", given.get("problem", ""), lang)
    hints = [filled(pair, given, lang) for name, pair in _HINTS.items() if given.get(name)]
    return {"place": place, "problem": problem + (f" ({'; '.join(hints)})" if hints else "")}
