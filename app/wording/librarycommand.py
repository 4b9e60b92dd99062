"""Texts of `klausellupe library`: help, mistakes in its use, what it prints."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Lang, Table, filled

TEXTS: Final[Table] = {
    # help
    "description": ("Die Klauselbibliothek im Terminal.", "The clause library in the terminal."),
    "synopsis": (
        "klausellupe library BEFEHL … [--library ORT] [--lang de|en]",
        "klausellupe library COMMAND … [--library PLACE] [--lang de|en]",
    ),
    "synopsis_one": ("klausellupe library {command} [Optionen]", "klausellupe library {command} [options]"),
    "list": ("Klauseln auflisten", "list clauses"),
    "show": ("eine Klausel ganz zeigen", "show a clause in full"),
    "validate": ("eine Bibliothek oder ein Paket prüfen", "check a library or a pack"),
    "export": ("Klauseln als Paket schreiben", "write clauses as a pack"),
    "import": (
        "Klauseln aus einem Paket, einer Word-Datei oder einer Tabelle übernehmen",
        "take clauses from a pack, a Word file or a table",
    ),
    "diff": ("zwei Versionen oder zwei Bibliotheken vergleichen", "compare two versions or two libraries"),
    "history": ("alle Versionen einer Klausel zeigen", "show all versions of a clause"),
    "library": (
        "Datenbank (.sqlite), Ordner oder Paket (.toml); Standard: die eigene Bibliothek, sonst die mitgelieferte",
        "database (.sqlite), folder or pack (.toml); default: your own library, else the shipped one",
    ),
    "lang": ("Sprache der Ausgabe: de oder en", "language of the output: de or en"),
    "json": ("als JSON ausgeben", "print as JSON"),
    "id": ("Kennung der Klausel", "id of the clause"),
    "ids": ("Kennungen der Klauseln (Standard: alle)", "ids of the clauses (default: all)"),
    "filters": ("Auswahl", "selection"),
    "type": ("nur dieser Klauseltyp (Kennung)", "only this clause type (id)"),
    "perspective": ("nur für customer (Kunde) oder supplier (Anbieter)", "only for customer or supplier"),
    "audience": ("nur gegenüber b2c, b2b oder merchants", "only towards b2c, b2b or merchants"),
    "status": ("nur draft, review, approved oder retired", "only draft, review, approved or retired"),
    "tag": ("nur mit diesem Stichwort", "only with this tag"),
    "text": ("nur mit diesen Wörtern", "only with these words"),
    "as_of": (
        "was an diesem Tag in Kraft war (JJJJ-MM-TT oder TT.MM.JJJJ; nur bei einer Datenbank)",
        "what was in force on this day (YYYY-MM-DD; of a database only)",
    ),
    "target": ("Ziel: DATEI.toml oder ein Ordner", "target: FILE.toml or a folder"),
    "source": (
        "Paket (.toml oder Ordner), Word-Datei oder Tabelle (.csv, .xlsx)",
        "pack (.toml or folder), Word file or table (.csv, .xlsx)",
    ),
    "dry_run": ("nur zeigen, was geschähe", "only show what would happen"),
    "on_conflict": (
        "wenn beide Seiten geändert haben: ours (unsere behalten), theirs (andere übernehmen), both (beide), "
        "stop (nichts übernehmen, Standard)",
        "where both sides changed: ours, theirs, both, or stop (take nothing; default)",
    ),
    "author": ("mit diesem Namen unterschreiben", "sign with this name"),
    "reason": ("Grund der Änderung", "reason of the change"),
    "side": (
        "für Listen ohne eigene Angabe: customer (Kunde) oder supplier (Anbieter)",
        "for lists that do not say: customer or supplier",
    ),
    "what": (
        "zwei Bibliotheken (eine: gegen --library) oder mit --clause zwei Versionsnummern",
        "two libraries (one: against --library), or two version numbers with --clause",
    ),
    "clause": ("nur diese Klausel", "only this clause"),
    "place": ("zu prüfen (Standard: --library)", "what to check (default: --library)"),
    # mistakes
    "no_command": (
        "Es fehlt der Befehl: list, show, validate, export, import, diff oder history.",
        "The command is missing: list, show, validate, export, import, diff or history.",
    ),
    "no_clause": ("Die Klausel „{id}“ gibt es hier nicht.{near}", "There is no clause “{id}” here.{near}"),
    "near": (" Gemeint vielleicht: {id}", " Perhaps you meant: {id}"),
    "no_version": ("Von „{id}“ gibt es keine Version {number}.", "There is no version {number} of “{id}”."),
    "nothing_chosen": ("Auf diese Auswahl passt keine Klausel.", "No clause fits this selection."),
    "no_past": (
        "{path}: Nur eine Datenbank weiß, was früher in Kraft war.",
        "{path}: only a database knows what was in force earlier.",
    ),
    "needs_database": (
        "{path}: Übernommen wird in eine Datenbank (.sqlite). Ein Paket ändert man mit „library export“ oder von Hand.",
        "{path}: clauses are taken into a database (.sqlite). A pack is changed by “library export” or by hand.",
    ),
    "two_places": (
        "diff braucht eine oder zwei Bibliotheken, oder --clause und bis zu zwei Versionsnummern.",
        "diff needs one or two libraries, or --clause and up to two version numbers.",
    ),
    "side_needed": (
        "--perspective fehlt: Für wen gelten die Klauseln der Liste, customer (Kunde) oder supplier (Anbieter)?",
        "--perspective is missing: who are the clauses of the list for, customer or supplier?",
    ),
    # output
    "count": ("{count} Klauseln", "{count} clauses"),
    "count_one": ("1 Klausel", "1 clause"),
    "valid": (
        "In Ordnung: {name}, {clauses} Klauseln, {types} Klauseltypen.",
        "In order: {name}, {clauses} clauses, {types} clause types.",
    ),
    "invalid": ("{count} Fehler:", "{count} mistakes:"),
    "exported": ("{clauses} geschrieben: {path}", "{clauses} written: {path}"),
    "left_pack": (
        "Vorher im Paket und jetzt nicht mehr darin: {ids}",
        "In the pack before and no longer in it: {ids}",
    ),
    "merge": (
        "neu {new}, dort geändert {changed}, auf beiden Seiten geändert {conflicts}, nur bei uns geändert {kept}, "
        "gleich {same}, schon abgelehnt {declined}",
        "new {new}, changed there {changed}, changed on both sides {conflicts}, changed here only {kept}, same {same}, "
        "declined before {declined}",
    ),
    "mark_new": ("neu", "new"),
    "mark_changed": ("geändert", "changed"),
    "mark_conflict": ("Konflikt", "conflict"),
    "stopped": (
        "Nichts übernommen: Auf beiden Seiten geändert: {clauses}. Entscheiden Sie mit --on-conflict "
        "ours, theirs oder both, oder im Fenster Klausel für Klausel.",
        "Nothing taken: changed on both sides: {clauses}. Decide by --on-conflict ours, theirs or both, or clause "
        "by clause in the window.",
    ),
    "taken": ("Übernommen: {clauses}.", "Taken: {clauses}."),
    "would_take": (
        "Zu übernehmen: {clauses}. Es wurde nichts geändert.",
        "To be taken: {clauses}. Nothing was changed.",
    ),
    "not_taken": ("{place}: nicht übernommen: {problems}", "{place}: not taken: {problems}"),
    "to_check": ("{id}: {problem}", "{id}: {problem}"),
    "left_out": (
        "Stellen der Datei, die zu keiner Klausel gehören: {count}",
        "Passages of the file that belong to no clause: {count}",
    ),
    "only_here": ("nur in {name}", "only in {name}"),
    "no_difference": ("Kein Unterschied.", "No difference."),
    "version": ("Version {number}", "version {number}"),
    "in_force": ("in Kraft", "in force"),
    "never_in_force": ("Keine Version ist in Kraft.", "No version is in force."),
    "recorded": ("hier gespeichert am {day}", "recorded here on {day}"),
    "first": ("erste Fassung", "first version"),
    "starter": ("mitgelieferter Bestand", "shipped library"),
}


def librarytext(code: str, lang: Lang, **params: object) -> str:
    """The text of `code`."""
    return filled(TEXTS[code], params, lang)
