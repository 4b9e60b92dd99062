"""Sentences about clauses that were brought in from a file or taken from a document.

The core says codes (`ListCode`), places and parameters; `Listed` and `Left` below name what is read of them, for the wording lies
below the importing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from app.models.provisions import Duration, Unit
from app.wording.lang import Lang, Pair, Table, filled, pick
from app.wording.numbers import money_text, percent_text
from app.wording.terms import TERMS, term
from app.wording.values import duration_text

Params = Mapping[str, str | int | float]


class Spot(Protocol):
    """A place in the file (`Place`)."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def is_row(self) -> bool: ...
    @property
    def sheet(self) -> str: ...


class Listed(Protocol):
    """Something to look at in a draft (`ListProblem`)."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Params: ...
    @property
    def column(self) -> str: ...


class Left(Protocol):
    """What became part of no draft (`LeftOut`)."""

    @property
    def code(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def column(self) -> str: ...


FIELDS: Final[Table] = {
    "title": ("Titel", "Title"),
    "type": ("Thema", "Subject"),
    "perspective": ("Unsere Rolle", "Our role"),
    "audience": ("Gegenüber wem", "Towards whom"),
    "contract_kinds": ("Vertragsart", "Kind of contract"),
    "preferred": ("Bevorzugte Fassung", "Preferred wording"),
    "fallback": ("Rückfall", "Fallback"),
    "unacceptable": ("Unannehmbar", "Unacceptable"),
    "guidance": ("Interner Hinweis", "Internal guidance"),
    "comment": ("Kommentar an die andere Seite", "Comment to the other side"),
    "tags": ("Schlagwörter", "Tags"),
    "owner": ("Verantwortlich", "Owner"),
    "legal_basis": ("Rechtsgrundlage", "Legal basis"),
    "id": ("Kennung", "Id"),
    "governing_law": ("Anwendbares Recht", "Governing law"),
    "language": ("Sprache", "Language"),
    "ignore": ("nicht übernehmen", "do not take"),
}

_PROBLEMS: Final[Table] = {
    "type_missing": (
        "Das Thema ist nicht zu erkennen. Bitte wählen Sie es.",
        "The subject cannot be told. Please choose it.",
    ),
    "type_unsure": (
        "Das Thema ist nicht sicher (am ehesten {type}, etwa {share}). Bitte wählen Sie es.",
        "The subject is not sure (most likely {type}, about {share}). Please choose it.",
    ),
    "type_nearest": (
        "„{found}“ ist kein Thema der Bibliothek. Gemeint ist vielleicht {type}; bitte bestätigen oder wählen Sie.",
        "“{found}” is no subject of the library. Perhaps {type} is meant; please confirm or choose.",
    ),
    "type_unknown": (
        "„{found}“ ist kein Thema der Bibliothek. Bitte wählen Sie eines.",
        "“{found}” is no subject of the library. Please choose one.",
    ),
    "word_unknown": (
        "„{found}“ ist hier kein bekanntes Wort und wurde nicht übernommen. Bitte wählen Sie den Wert selbst.",
        "“{found}” is no known word here and was not taken over. Please choose the value yourself.",
    ),
    "title_made": (
        "Die Datei nennt keinen brauchbaren Titel; er besteht aus den ersten Wörtern. Bitte prüfen Sie ihn.",
        "The file gives no usable title; it was made of the first words. Please check it.",
    ),
    "no_preferred": (
        "Es fehlt eine bevorzugte Fassung. Bitte ergänzen Sie sie.",
        "There is no preferred wording. Please add it.",
    ),
    "lead_as_guidance": (
        "Der Text vor der ersten Fassung steht im internen Hinweis. Bitte prüfen Sie, ob er dorthin gehört.",
        "The text before the first wording stands in the internal guidance. Please check whether it belongs there.",
    ),
    "cell_as_guidance": (
        "Text aus einer weiteren Spalte steht im internen Hinweis. Bitte prüfen Sie, ob er dorthin gehört.",
        "Text of a further column stands in the internal guidance. Please check whether it belongs there.",
    ),
    "position_assumed": (
        "Der Abschnitt sagt nicht, welche Fassung er enthält; sein Text gilt als bevorzugt. Bitte prüfen Sie das.",
        "The section does not say which wording it holds; its text is taken as preferred. Please check this.",
    ),
    "part_empty": ("„{field}“ steht in der Datei ohne Text.", "“{field}” stands in the file without a text."),
    "limit_proposed": (
        "Vorgeschlagene Vorgabe: {limit}. Bitte prüfen Sie sie vor der Freigabe.",
        "Proposed limit: {limit}. Please check it before approval.",
    ),
    "id_taken": (
        "Die Kennung „{found}“ gibt es schon; der Entwurf hat eine neue bekommen.",
        "The id “{found}” is in use; the draft was given a new one.",
    ),
    "comment_leaves": (
        "Den Kommentar darf die andere Seite lesen. Bitte prüfen Sie, dass darin nichts Internes steht.",
        "The other side may read the comment. Please check that nothing internal stands in it.",
    ),
    "basis_undated": (
        "„{found}“ nennt keinen Stand und steht deshalb im internen Hinweis.",
        "“{found}” does not say as of when it was known and therefore stands in the internal guidance.",
    ),
    "invalid": ("{field}: {problem}{found}", "{field}: {problem}{found}"),
}
_LEFT: Final[Table] = {
    "empty_heading": ("Überschrift ohne eigenen Text", "heading without a text of its own"),
    "no_heading": ("Text vor der ersten Überschrift", "text before the first heading"),
    "header_row": ("Kopfzeile der Tabelle", "header of the table"),
    "above_header": ("Zeile über der Kopfzeile", "row above the header"),
    "no_wording": ("kein Wortlaut einer Klausel", "no wording of a clause"),
    "no_column": ("Spalte{column} ist keinem Feld zugeordnet", "column{column} was given no field"),
}
_UNREAD: Final[Pair] = ("nicht übernommen: {reason}", "not taken over: {reason}")
_IN_COLUMN: Final[Pair] = ("Spalte „{column}“: {sentence}", "Column “{column}”: {sentence}")

_ORIGIN: Final[Pair] = (
    "Aus einem Dokument übernommen{place}. Bitte ergänzen: Warum wollen wir das so, und wann geben wir nach?",
    "Taken from a document{place}. Please add: why do we want it so, and when do we give way?",
)
_FROM_FILE: Final[Pair] = (
    "Aus einer Datei übernommen ({place}). Bitte ergänzen: Warum wollen wir das so, und wann geben wir nach?",
    "Taken from a file ({place}). Please add: why do we want it so, and when do we give way?",
)
_QUOTED: Final[Pair] = ("„{name}“", "“{name}”")
_PAGE: Final[Pair] = ("Seite {page}", "page {page}")
_PLACES: Final[dict[bool, tuple[Pair, Pair]]] = {
    True: (("Zeile {first}", "row {first}"), ("Zeilen {first}–{last}", "rows {first}–{last}")),
    False: (("Absatz {first}", "paragraph {first}"), ("Absätze {first}–{last}", "paragraphs {first}–{last}")),
}
_SHEET: Final[Pair] = ("Tabelle „{sheet}“, {place}", "sheet “{sheet}”, {place}")
_LIMIT: Final[Pair] = ("{kind}: {comparison} {value}{party}", "{kind}: {comparison} {value}{party}")
_NOTE: Final[Pair] = (
    "Vorschlag aus dem Wortlaut, bitte prüfen: {limit}.",
    "Proposed from the wording, please check: {limit}.",
)


def field_name(field: str, lang: Lang) -> str:
    """What a column holds, in the words of the window."""
    return pick(FIELDS[field], lang) if field in FIELDS else field


def problem_sentence(problem: Listed, lang: Lang, types: Mapping[str, str] | None = None) -> str:
    """What to look at, as one sentence; `types`: names of the clause types in this language, by id."""
    shown: dict[str, object] = dict(problem.params)
    kind = str(shown.get("type", ""))
    shown["type"] = filled(_QUOTED, {"name": (types or {}).get(kind, kind)}, lang)
    if "share" in shown:
        shown["share"] = percent_text(round(float(problem.params["share"]) * 100), lang)
    if problem.code == "limit_proposed":
        shown["limit"] = limit_text(problem.params, lang)
    if "field" in shown:
        shown["field"] = _field_path(str(shown["field"]), lang)
    if problem.code == "invalid":
        shown["problem"] = term("library_problem", str(shown.get("problem", "")), lang)
        shown["found"] = f" ({shown['found']})" if shown.get("found") else ""
    sentence = filled(_PROBLEMS[problem.code], shown, lang)
    return filled(_IN_COLUMN, {"column": problem.column, "sentence": sentence}, lang) if problem.column else sentence


def left_out_reason(left: Left, lang: Lang) -> str:
    """Why something became part of no draft, in a few words."""
    if left.code in _LEFT:
        column = f" {filled(_QUOTED, {'name': left.column}, lang)}" if left.column else ""
        return filled(_LEFT[left.code], {"column": column}, lang)
    group = "ignored_reason" if left.reason in TERMS["ignored_reason"] else "not_analysed_reason"
    return filled(_UNREAD, {"reason": term(group, left.reason, lang)}, lang)


def place_text(place: Spot, lang: Lang) -> str:
    """Absatz 3 / Absätze 3–5 / Tabelle „Einkauf“, Zeile 7."""
    return _place(place.first, place.last, place.sheet, is_row=place.is_row, lang=lang)


def limit_text(params: Params, lang: Lang) -> str:
    """„Kündigungsfrist: höchstens 3 Monate (Kunde)“."""
    value, unit, party = float(params["value"]), str(params["unit"]), str(params["party"])
    size = duration_text(Duration(value, Unit(unit)), lang) if unit in TERMS["unit"] else money_text(value, unit, lang)
    words = {
        "kind": term("provision_kind", str(params["kind"]), lang),
        "comparison": term("comparison", str(params["comparison"]), lang),
        "value": size,
        "party": f" ({term('party', party, lang)})" if party else "",
    }
    return filled(_LIMIT, words, lang)


def limit_note(params: Params, lang: Lang) -> str:
    """What a proposed limit says of itself in the note of the position it was read from."""
    return filled(_NOTE, {"limit": limit_text(params, lang)}, lang)


def origin_in_document(path: Sequence[str], page: int | None, lang: Lang) -> str:
    """Internal guidance of a clause just taken: where it stood. The document's name stays out of the library."""
    parts = [*path[-2:], *([filled(_PAGE, {"page": page}, lang)] if page else [])]
    return filled(_ORIGIN, {"place": f" ({', '.join(filter(None, parts))})" if any(parts) else ""}, lang)


def origin_in_file(number: int, sheet: str, *, is_row: bool, lang: Lang) -> str:
    """Internal guidance of a draft whose file says none."""
    return filled(_FROM_FILE, {"place": _place(number, number, sheet, is_row=is_row, lang=lang)}, lang)


def _place(first: int, last: int, sheet: str, *, is_row: bool, lang: Lang) -> str:
    place = filled(_PLACES[is_row][first != last], {"first": first, "last": last}, lang)
    return filled(_SHEET, {"sheet": sheet, "place": place}, lang) if sheet else place


def _field_path(path: str, lang: Lang) -> str:
    """`position 2.text` keeps its number: the field's name where there is one, else its own words."""
    head, _, rest = path.partition(".")
    name, _, number = head.partition(" ")
    return " ".join(filter(None, (field_name(name, lang), number, rest)))
