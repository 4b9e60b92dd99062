"""The words of actions and menus, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.wording.lang import Lang


def words() -> dict[str, str]:
    """By name of the action."""
    tr = QCoreApplication.translate
    return {
        "open": tr("Actions", "Ö&ffnen …"),
        "paste_text": tr("Actions", "Text aus der &Zwischenablage prüfen"),
        "sample": tr("Actions", "Beispieldokument ö&ffnen"),
        "export": tr("Actions", "Bericht &exportieren …"),
        "export_deadlines": tr("Actions", "Fristen als &Kalenderdatei …"),
        "again": tr("Actions", "Erneut aus&werten"),
        "cancel": tr("Actions", "Auswertung &abbrechen"),
        "close": tr("Actions", "Dokument s&chließen"),
        "settings": tr("Actions", "&Einstellungen …"),
        "quit": tr("Actions", "&Beenden"),
        "undo": tr("Actions", "&Rückgängig"),
        "redo": tr("Actions", "&Wiederholen"),
        "copy": tr("Actions", "&Kopieren"),
        "copy_summary": tr("Actions", "&Zusammenfassung kopieren"),
        "find": tr("Actions", "Im Dokument &suchen …"),
        "find_next": tr("Actions", "&Nächster Treffer"),
        "find_previous": tr("Actions", "&Voriger Treffer"),
        "merge": tr("Actions", "Mit der Klausel davor &verbinden"),
        "split": tr("Actions", "Klausel &teilen …"),
        "level_up": tr("Actions", "Eine Ebene &höher"),
        "level_down": tr("Actions", "Eine Ebene t&iefer"),
        "exclude": tr("Actions", "Gehört &nicht zu den AGB"),
        "retype": tr("Actions", "&Art der Klausel …"),
        "restore": tr("Actions", "Änderungen an dieser Klausel &zurücknehmen"),
        "zoom_in": tr("Actions", "Ver&größern"),
        "zoom_out": tr("Actions", "Ver&kleinern"),
        "fit": tr("Actions", "Seiten&breite"),
        "fit_page": tr("Actions", "&Ganze Seite"),
        "text_view": tr("Actions", "Als &Text zeigen"),
        "legend": tr("Actions", "&Zeichenerklärung"),
        "panel_findings": tr("Actions", "&Hinweise"),
        "panel_overview": tr("Actions", "&Übersicht"),
        "panel_deadlines": tr("Actions", "&Fristen"),
        "panel_liability": tr("Actions", "H&aftung"),
        "panel_duplicates": tr("Actions", "&Doppeltes"),
        "panel_facts": tr("Actions", "A&ngaben zum Vorgang"),
        "panel_unchecked": tr("Actions", "&Ungeprüft"),
        "panel_outline": tr("Actions", "&Gliederung"),
        "panel_pages": tr("Actions", "&Seiten"),
        "panel_search": tr("Actions", "Su&che"),
        "start": tr("Actions", "Zur St&artseite"),
        "next": tr("Actions", "&Nächster Hinweis"),
        "previous": tr("Actions", "&Voriger Hinweis"),
        "next_undecided": tr("Actions", "Nächster &offener Hinweis"),
        "next_passage": tr("Actions", "Nächste &Stelle des Hinweises"),
        "previous_passage": tr("Actions", "Vo&rige Stelle des Hinweises"),
        "filter": tr("Actions", "Hinweise &filtern"),
        "go_page": tr("Actions", "Zu Sei&te …"),
        "accept": tr("Actions", "&Akzeptieren"),
        "negotiate": tr("Actions", "&Verhandeln"),
        "needs_approval": tr("Actions", "&Freigabe nötig"),
        "reject": tr("Actions", "Ab&lehnen"),
        "not_relevant": tr("Actions", "&Nicht relevant"),
        "undecide": tr("Actions", "Entscheidung &zurücknehmen"),
        "note": tr("Actions", "N&otiz …"),
        "own_severity": tr("Actions", "Eigene &Gewichtung …"),
        "assign": tr("Actions", "Zu&ständig …"),
        "library": tr("Actions", "&Klauselbibliothek"),
        "take_reference": tr("Actions", "Klausel als &neue Bezugsklausel übernehmen …"),
        "take_fallback": tr("Actions", "Klausel als &Rückfallfassung übernehmen …"),
        "take_unacceptable": tr("Actions", "Klausel als Beispiel für &Unannehmbares übernehmen …"),
        "shortcuts": tr("Actions", "&Tastenkürzel"),
        "tour": tr("Actions", "&Kurze Einführung"),
        "about": tr("Actions", "Ü&ber Klausellupe"),
    }


def menu_titles() -> dict[str, str]:
    """By name of the menu."""
    tr = QCoreApplication.translate
    return {
        "file": tr("Actions", "&Datei"),
        "edit": tr("Actions", "&Bearbeiten"),
        "outline": tr("Actions", "&Gliederung ändern"),
        "view": tr("Actions", "&Ansicht"),
        "panels": tr("Actions", "&Bereiche"),
        "go": tr("Actions", "&Gehe zu"),
        "decide": tr("Actions", "&Entscheiden"),
        "library": tr("Actions", "Bib&liothek"),
        "help": tr("Actions", "&Hilfe"),
        "language": tr("Actions", "S&prache"),
        "theme": tr("Actions", "&Farben"),
    }


def language_names() -> dict[Lang, str]:
    """Each in its own language."""
    return {"de": "&Deutsch", "en": "&English"}


def theme_names() -> dict[str, str]:
    """By the user's wish."""
    tr = QCoreApplication.translate
    return {
        "": tr("Actions", "Wie das &System"),
        "light": tr("Actions", "&Hell"),
        "dark": tr("Actions", "&Dunkel"),
    }
