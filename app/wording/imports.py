"""What the import could not do or had to guess, as one sentence each.

A sentence names its page if the page is among the note's parameters; where it is not, the faces name it.
"""

from __future__ import annotations

from typing import Final

from app.models.source import ImportNote
from app.wording.lang import Lang, Pair, filled
from app.wording.numbers import number_text, percent_text
from app.wording.terms import term

_SENTENCES: Final[dict[str, Pair]] = {
    "name_mismatch": (
        "Der Dateiname lässt {expected} erwarten, der Inhalt ist {found}; gelesen wurde nach dem Inhalt.",
        "The file name suggests {expected}, the content is {found}; it was read by its content.",
    ),
    "encoding_guessed": (
        "Die Zeichenkodierung der Textdatei steht nicht fest; angenommen wurde {encoding}. Bitte prüfen Sie Umlaute.",
        "The text file's encoding is not certain; {encoding} was assumed. Please check special characters.",
    ),
    "page_without_text": (
        "Seite {page} enthält keinen lesbaren Text, vermutlich ein Bild oder Scan. Sie wurde nicht ausgewertet.",
        "Page {page} holds no readable text, probably an image or a scan. It was not analysed.",
    ),
    "garbled_text": (
        "Der Text von Seite {page} ist unbrauchbar gespeichert (Schrift ohne Zeichentabelle) und wurde nicht ausgewertet.",
        "The text of page {page} is stored unusably (a font without a table of characters) and was not analysed.",
    ),
    "page_damaged": (
        "Seite {page} ist beschädigt und konnte nicht gelesen werden.",
        "Page {page} is damaged and could not be read.",
    ),
    "page_timeout": (
        "Seite {page} ließ sich nicht in angemessener Zeit lesen und wurde ausgelassen. Bitte lesen Sie sie selbst.",
        "Page {page} could not be read in reasonable time and was left out. Please read it yourself.",
    ),
    "page_too_complex": (
        "Seite {page} enthält mehr Zeichen oder Zeichnungen, als eine Seite haben kann, und wurde nicht gelesen.",
        "Page {page} holds more characters or drawings than a page can have and was not read.",
    ),
    "page_crashed": (
        "Seite {page} hat das Lesen zum Absturz gebracht und wurde ausgelassen. Bitte lesen Sie sie selbst.",
        "Page {page} made the reading crash and was left out. Please read it yourself.",
    ),
    "page_turned": (
        "Der Text von Seite {page} steht quer zur Seite und wurde nicht gelesen.",
        "The text of page {page} runs across the page and was not read.",
    ),
    "ocr_text_layer": (
        "Seite {page} ist ein Bild; gelesen wurde die darunter gespeicherte Texterkennung. Bitte mit Fehlern rechnen.",
        "Page {page} is a picture; what was read is the text recognition stored beneath it. Please expect mistakes.",
    ),
    "ocr_page": (
        "Seite {page} ist ein Bild und wurde durch Texterkennung gelesen, die sich im Durchschnitt zu {share} sicher ist. "
        "Bitte vergleichen Sie den Text mit dem Bild.",
        "Page {page} is a picture and was read by text recognition, which is {share} sure on average. Please compare the "
        "text with the picture.",
    ),
    "ocr_uncertain": (
        "Auf Seite {page} ist die Texterkennung bei einigen Wörtern unsicher (Anzahl: {count}). Bitte prüfen Sie sie am Bild.",
        "On page {page} text recognition is unsure of some words (number: {count}). Please check them against the picture.",
    ),
    "ocr_left_out": (
        "Auf Seite {page} blieben Zeichen ungelesen (Anzahl: {count}). Bitte sehen Sie am Bild nach, ob dort Text fehlt.",
        "On page {page} signs were left unread (number: {count}). Please see in the picture whether text is missing there.",
    ),
    "ocr_timeout": (
        "Die Texterkennung von Seite {page} dauerte zu lange und wurde abgebrochen.",
        "Text recognition of page {page} took too long and was stopped.",
    ),
    "ocr_english_only": (
        "Die Texterkennung hatte nur das englische Sprachmodell; Umlaute können falsch gelesen sein. Bitte installieren Sie "
        "das deutsche (Debian und Ubuntu: Paket tesseract-ocr-deu; Windows: „German“ im Installationsprogramm von "
        "Tesseract; macOS: brew install tesseract-lang).",
        "Text recognition had the English model only; umlauts may be misread. Please install the German one (Debian and "
        "Ubuntu: package tesseract-ocr-deu; Windows: “German” in Tesseract's installer; macOS: brew install "
        "tesseract-lang).",
    ),
    "ocr_not_installed": (
        "Seiten ohne lesbaren Text (Anzahl: {count}) könnten durch Texterkennung gelesen werden, aber es ist keine "
        "installiert. Bitte installieren Sie Tesseract mit dem deutschen Sprachmodell (Debian und Ubuntu: Paket "
        "tesseract-ocr-deu; Windows: Installationsprogramm von Tesseract, dort „German“ auswählen; macOS: brew install "
        "tesseract-lang, dazu pip install klausellupe[ocr-mac]) oder pip install klausellupe[ocr], und öffnen Sie das "
        "Dokument noch einmal.",
        "Pages without readable text (number: {count}) could be read by text recognition, but none is installed. Please "
        "install Tesseract with the German model (Debian and Ubuntu: package tesseract-ocr-deu; Windows: Tesseract's "
        "installer, choose “German”; macOS: brew install tesseract-lang, and pip install klausellupe[ocr-mac]) or pip "
        "install klausellupe[ocr], and open the document again.",
    ),
    "tracked_changes": (
        "Das Dokument enthält nachverfolgte Änderungen ({count}). Gelesen wurde der Text, als wären alle angenommen; "
        "gelöschter Text ist am Ende aufgelistet.",
        "The document holds tracked changes ({count}). It was read as if all were accepted; deleted text is listed at "
        "the end.",
    ),
    "comments": (
        "Kommentare am Rand wurden nicht ausgewertet (Anzahl: {count}).",
        "Comments in the margin were not analysed (number: {count}).",
    ),
    "note_numbers_by_page": (
        "Die Fußnoten beginnen auf jeder Seite neu bei 1. Wo die Seiten enden, steht nicht sicher in der Datei; bitte "
        "vergleichen Sie die Nummern der Fußnoten mit dem Ausdruck.",
        "The footnotes begin at 1 on every page. The file does not say for certain where pages end; please compare the "
        "numbers of the footnotes with the printout.",
    ),
    "hidden_text": (
        "Text, den man auf dem Papier nicht sieht (etwa verborgen, in der Farbe des Grundes, winzig, verdeckt oder außerhalb "
        "der Seite), wurde nicht ausgewertet (Stellen: {count}); er ist aufgelistet.",
        "Text that cannot be seen on paper (hidden, in the colour of its ground, tiny, covered or off the page, for example) "
        "was not analysed (passages: {count}); it is listed.",
    ),
    "unknown_symbols": (
        "Zeichen einer Symbolschrift konnten nicht gelesen werden (Anzahl: {count}); im Text steht dafür �.",
        "Characters of a symbol font could not be read (number: {count}); the text shows � for them.",
    ),
    "unknown_characters": (
        "Auf Seite {page} sind Zeichen nicht zu entziffern (Anzahl: {count}); im Text steht dafür �.",
        "Characters on page {page} cannot be made out (number: {count}); the text shows � for them.",
    ),
    "embedded_files": (
        "Eingebettete Dateien und Objekte wurden nicht gelesen (Anzahl: {count}).",
        "Embedded files and objects were not read (number: {count}).",
    ),
    "text_lost": (
        "Text an Stellen, an denen Word keinen vorsieht, wurde nicht gelesen (Stellen: {count}).",
        "Text in places where Word does not expect any was not read (places: {count}).",
    ),
    "diagrams": (
        "Text in Diagrammen und Schriftzügen wurde nicht gelesen (Anzahl: {count}).",
        "Text in diagrams and lettering was not read (number: {count}).",
    ),
    "picture_pages": (
        "Das Dokument enthält Bilder, die eingescannte Seiten sein können (Anzahl: {count}); Text darin wurde nicht "
        "gelesen.",
        "The document holds pictures that may be scanned pages (number: {count}); text in them was not read.",
    ),
    "numbering_approximated": (
        "Automatische Nummern im Format „{format}“ werden als Ziffern wiedergegeben; gedruckt sehen sie anders aus.",
        "Automatic numbers in the format “{format}” are given as digits; printed they look different.",
    ),
    "numbering_cut": (
        "Automatische Nummern mit mehr als {limit} Zeichen wurden gekürzt; Word druckt so lange nicht.",
        "Automatic numbers of more than {limit} characters were cut; Word prints none so long.",
    ),
    "converted": (
        "Die Datei ({format}) wurde mit {program} umgewandelt; Fundstellen beziehen sich auf den umgewandelten Text.",
        "The file ({format}) was converted by {program}; places refer to the converted text.",
    ),
    "formulas_without_value": (
        "Formeln ohne gespeichertes Ergebnis (Anzahl: {count}); ihre Zellen sind leer, denn Formeln werden nicht berechnet. Bitte "
        "öffnen Sie die Tabelle in Excel oder LibreOffice und speichern Sie sie noch einmal.",
        "Formulas without a stored result (number: {count}); their cells are empty, for formulas are not calculated. Please "
        "open the table in Excel or LibreOffice and save it again.",
    ),
    "linked_content": (
        "Das Dokument bindet Inhalte anderer Dateien ein (Stellen: {count}). Sie wurden aus Sicherheitsgründen nicht "
        "geladen und nicht ausgewertet.",
        "The document draws on the content of other files (places: {count}). For safety's sake it was not loaded and not "
        "analysed.",
    ),
    "dates_of_today": (
        "Datumsfelder zeigen das heutige Datum statt des gespeicherten (Anzahl: {count}). Bitte prüfen Sie Datumsangaben.",
        "Date fields show today's date instead of the stored one (number: {count}). Please check dates.",
    ),
    "hidden_on_page": (
        "Text, den die Seite nicht anzeigt, wurde nicht ausgewertet (Stellen: {count}); er ist aufgelistet.",
        "Text that the page does not show was not analysed (passages: {count}); it is listed.",
    ),
    "numbers_by_style": (
        "Die Seite nummeriert durch Formatregeln, die nicht ausgeführt werden. Bitte vergleichen Sie die Nummern.",
        "The page makes numbers by style rules, which are not carried out. Please compare the numbers.",
    ),
    "tables_too_deep": (
        "Sehr tief verschachtelte Tabellen wurden als einfache Absätze gelesen.",
        "Very deeply nested tables were read as plain paragraphs.",
    ),
}


def note_sentence(note: ImportNote, lang: Lang) -> str:
    """The sentence for an import note."""
    shown: dict[str, object] = {"page": note.page if note.page is not None else "…"}
    for name, value in note.params.items():
        shown[name] = _shown(name, value, lang)
    return filled(_SENTENCES[note.code], shown, lang)


def _shown(name: str, value: str | float, lang: Lang) -> str:
    if name == "share" and isinstance(value, int | float):
        return percent_text(round(value * 100), lang)
    if isinstance(value, int | float):
        return number_text(value, lang)
    return term("language", value, lang) if name == "language" else value
