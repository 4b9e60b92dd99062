"""Words of the mail to the other side, German and English: polite, plain, and about the document alone."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

_PHRASES: Final[Table] = {
    "subject": ("Anmerkungen zu {name}", "Comments on {name}"),
    "greeting": ("Guten Tag,", "Hello,"),
    "opening": (
        "wir haben das Dokument „{name}“ durchgesehen und bitten Sie, die folgenden {count} Punkte zu prüfen.",
        "we have read the document “{name}” and ask you to look at the following {count} points.",
    ),
    "opening_one": (
        "wir haben das Dokument „{name}“ durchgesehen und bitten Sie, den folgenden Punkt zu prüfen.",
        "we have read the document “{name}” and ask you to look at the following point.",
    ),
    "opening_none": (
        "wir haben das Dokument „{name}“ durchgesehen und haben dazu zurzeit keine Anmerkungen.",
        "we have read the document “{name}” and have no comments on it at present.",
    ),
    "unread": (
        "Diese Teile konnten wir nicht lesen: {places}. Unsere Anmerkungen beziehen sich nicht darauf.",
        "We could not read these parts: {places}. Our comments do not cover them.",
    ),
    "place": ("Stelle", "Place"),
    "quote": ("Wortlaut", "Wording"),
    "asked": ("Anmerkung", "Comment"),
    "proposed": ("Unser Vorschlag", "Our proposal"),
    "gaps": ("Noch einzusetzen", "Still to be filled in"),
    "norms": ("Rechtsgrundlage", "Legal basis"),
    "line": ("{label}: {text}", "{label}: {text}"),
    "attached_one": (
        "Die Anlage enthält unsere Anmerkungen im Zusammenhang.",
        "The attached file has our comments in full.",
    ),
    "attached": (
        "Die Anlagen enthalten unsere Anmerkungen im Zusammenhang.",
        "The attached files have our comments in full.",
    ),
    "talk": (
        "Gern besprechen wir die Punkte mit Ihnen. Vielen Dank.",
        "We will be glad to talk about these points with you. Thank you.",
    ),
    "goodbye": ("Mit freundlichen Grüßen", "Kind regards"),
}


def mail_phrase(code: str, lang: Lang, **params: object) -> str:
    """The sentence or label of a code."""
    return filled(_PHRASES[code], params, lang)
