"""Texts of `compare` on the command line: help, mistakes in its use, what is said about a run."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_TEXTS: Final[Table] = {
    "about": (
        "Zwei Fassungen derselben AGB Klausel für Klausel vergleichen, oder unsere AGB neben die der anderen Seite stellen (--forms)",
        "compare two versions of the same terms clause by clause, or set our terms beside the other side's (--forms)",
    ),
    "synopsis": ("klausellupe compare ALT NEU [Optionen]", "klausellupe compare OLD NEW [options]"),
    "old": ("alte Fassung; mit --forms unsere AGB", "the old version; with --forms our own terms"),
    "new": (
        "neue Fassung; mit --forms die AGB der anderen Seite",
        "the new version; with --forms the other side's terms",
    ),
    "forms": (
        "nicht zwei Fassungen, sondern die AGB zweier Unternehmen: Thema für Thema, was übereinstimmt, was sich widerspricht, was nur "
        "eine Seite regelt",
        "not two versions but two companies' terms: subject by subject what agrees, what collides, what only one side says",
    ),
    "format": (
        "text, html, docx, pdf, xlsx, csv oder json (Standard: nach der Endung von -o, sonst text)",
        "text, html, docx, pdf, xlsx, csv or json (default: by the suffix of -o, else text)",
    ),
    "output": ("Zieldatei (Standard: Ausgabe im Terminal)", "file to write (default: print to the terminal)"),
    "outward": (
        "für die andere Seite: ohne unsere Klauselbibliothek und ihre Hinweise (nicht mit --forms)",
        "for the other side: without our clause library and its findings (not with --forms)",
    ),
    "reviewer": ("Name der prüfenden Person, für den Prüfvermerk", "name of the person who reviews, for the signature"),
    "overwrite": ("eine vorhandene Zieldatei ersetzen", "replace an existing file"),
    "two_files": ("Bitte genau zwei Dateien angeben.", "Please give exactly two files."),
    "forms_outward": (
        "--forms ist nur für uns selbst: Was das Gesetz statt unserer Bedingungen sagt, gehört nicht nach außen.",
        "--forms is for ourselves alone: what the law says in place of our terms does not belong outside.",
    ),
    "binary": (
        "{format} lässt sich nicht im Terminal zeigen. Bitte eine Zieldatei angeben: -o DATEI",
        "{format} cannot be shown in a terminal. Please name a file: -o FILE",
    ),
    "exists": (
        "{path} gibt es schon. Mit --overwrite wird die Datei ersetzt.",
        "{path} is there already. With --overwrite the file is replaced.",
    ),
    "incomplete": (
        "{name} konnte nicht vollständig gelesen werden; was fehlt, steht im Bericht.",
        "{name} could not be read completely; the report says what is missing.",
    ),
    "failed": (
        "{name}: {sentence}\nEs wurde nichts verglichen.",
        "{name}: {sentence}\nNothing was compared.",
    ),
    "comparing": ("Vergleich", "comparison"),
}


def comparetext(code: str, lang: Lang, **params: object) -> str:
    """A text in the language asked for."""
    return filled(_TEXTS[code], params, lang)
