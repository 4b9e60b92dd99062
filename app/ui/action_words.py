"""The words of actions and menus, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.wording.lang import Lang


def words() -> dict[str, str]:
    """By name of the action."""
    return {
        "open": QCoreApplication.translate("Actions", "Ö&ffnen …"),
        "paste_text": QCoreApplication.translate("Actions", "Text aus der &Zwischenablage prüfen"),
        "sample": QCoreApplication.translate("Actions", "Be&ispieldokument öffnen"),
        "export": QCoreApplication.translate("Actions", "Bericht e&xportieren …"),
        "export_card": QCoreApplication.translate("Actions", "&Vertriebskarte …"),
        "export_copy": QCoreApplication.translate("Actions", "Kopie mi&t Anmerkungen …"),
        "export_deadlines": QCoreApplication.translate("Actions", "Fristen als &Kalenderdatei …"),
        "compare": QCoreApplication.translate("Actions", "Mit anderer Fassung ver&gleichen …"),
        "compare_forms": QCoreApplication.translate("Actions", "&Neben unsere AGB stellen …"),
        "portfolio": QCoreApplication.translate("Actions", "&Mehrere Dokumente auswerten …"),
        "again": QCoreApplication.translate("Actions", "Erneut aus&werten"),
        "cancel": QCoreApplication.translate("Actions", "Auswertung &abbrechen"),
        "close": QCoreApplication.translate("Actions", "Dokument s&chließen"),
        "settings": QCoreApplication.translate("Actions", "&Einstellungen …"),
        "quit": QCoreApplication.translate("Actions", "&Beenden"),
        "undo": QCoreApplication.translate("Actions", "&Rückgängig"),
        "redo": QCoreApplication.translate("Actions", "&Wiederholen"),
        "copy": QCoreApplication.translate("Actions", "&Kopieren"),
        "copy_summary": QCoreApplication.translate("Actions", "&Zusammenfassung kopieren"),
        "find": QCoreApplication.translate("Actions", "Im Dokument &suchen …"),
        "find_next": QCoreApplication.translate("Actions", "&Nächster Treffer"),
        "find_previous": QCoreApplication.translate("Actions", "&Voriger Treffer"),
        "merge": QCoreApplication.translate("Actions", "Mit der Klausel davor &verbinden"),
        "split": QCoreApplication.translate("Actions", "Klausel &teilen …"),
        "level_up": QCoreApplication.translate("Actions", "Eine Ebene &höher"),
        "level_down": QCoreApplication.translate("Actions", "Eine Ebene t&iefer"),
        "exclude": QCoreApplication.translate("Actions", "Gehört &nicht zu den AGB"),
        "retype": QCoreApplication.translate("Actions", "&Art der Klausel …"),
        "restore": QCoreApplication.translate("Actions", "Änderungen an dieser Klausel &zurücknehmen"),
        "zoom_in": QCoreApplication.translate("Actions", "Ver&größern"),
        "zoom_out": QCoreApplication.translate("Actions", "Ver&kleinern"),
        "fit": QCoreApplication.translate("Actions", "&Seitenbreite"),
        "fit_page": QCoreApplication.translate("Actions", "Ga&nze Seite"),
        "text_view": QCoreApplication.translate("Actions", "Als &Text zeigen"),
        "legend": QCoreApplication.translate("Actions", "&Zeichenerklärung"),
        "panel_findings": QCoreApplication.translate("Actions", "&Hinweise"),
        "panel_overview": QCoreApplication.translate("Actions", "&Übersicht"),
        "panel_deadlines": QCoreApplication.translate("Actions", "&Fristen"),
        "panel_liability": QCoreApplication.translate("Actions", "H&aftung"),
        "panel_duplicates": QCoreApplication.translate("Actions", "&Doppeltes"),
        "panel_facts": QCoreApplication.translate("Actions", "A&ngaben zum Vorgang"),
        "panel_unchecked": QCoreApplication.translate("Actions", "&Ungeprüft"),
        "panel_outline": QCoreApplication.translate("Actions", "&Gliederung"),
        "panel_pages": QCoreApplication.translate("Actions", "&Seiten"),
        "panel_search": QCoreApplication.translate("Actions", "Su&che"),
        "start": QCoreApplication.translate("Actions", "Zur St&artseite"),
        "next_pane": QCoreApplication.translate("Actions", "Nächster &Bereich"),
        "previous_pane": QCoreApplication.translate("Actions", "Voriger Bereic&h"),
        "next": QCoreApplication.translate("Actions", "&Nächster Hinweis"),
        "previous": QCoreApplication.translate("Actions", "&Voriger Hinweis"),
        "next_undecided": QCoreApplication.translate("Actions", "Nächster &offener Hinweis"),
        "next_passage": QCoreApplication.translate("Actions", "Nächste &Stelle des Hinweises"),
        "previous_passage": QCoreApplication.translate("Actions", "Vo&rige Stelle des Hinweises"),
        "filter": QCoreApplication.translate("Actions", "Hinweise &filtern"),
        "go_page": QCoreApplication.translate("Actions", "Zu Sei&te …"),
        "accept": QCoreApplication.translate("Actions", "&Annehmen"),
        "negotiate": QCoreApplication.translate("Actions", "&Verhandeln"),
        "needs_approval": QCoreApplication.translate("Actions", "&Freigabe nötig"),
        "reject": QCoreApplication.translate("Actions", "Ab&lehnen"),
        "not_relevant": QCoreApplication.translate("Actions", "&Nicht relevant"),
        "undecide": QCoreApplication.translate("Actions", "Entscheidung &zurücknehmen"),
        "note": QCoreApplication.translate("Actions", "N&otiz …"),
        "own_severity": QCoreApplication.translate("Actions", "Eigene &Gewichtung …"),
        "assign": QCoreApplication.translate("Actions", "Zu&ständig …"),
        "library": QCoreApplication.translate("Actions", "&Klauselbibliothek"),
        "take_reference": QCoreApplication.translate("Actions", "Klausel als &neue Bezugsklausel übernehmen …"),
        "take_fallback": QCoreApplication.translate("Actions", "Klausel als &Rückfallfassung übernehmen …"),
        "take_unacceptable": QCoreApplication.translate(
            "Actions", "Klausel als Beispiel für &Unannehmbares übernehmen …"
        ),
        "shortcuts": QCoreApplication.translate("Actions", "&Tastenkürzel"),
        "tour": QCoreApplication.translate("Actions", "&Kurze Einführung"),
        "about": QCoreApplication.translate("Actions", "Ü&ber Klausellupe"),
    }


def menu_titles() -> dict[str, str]:
    """By name of the menu."""
    return {
        "file": QCoreApplication.translate("Actions", "&Datei"),
        "edit": QCoreApplication.translate("Actions", "&Bearbeiten"),
        "outline": QCoreApplication.translate("Actions", "&Gliederung ändern"),
        "view": QCoreApplication.translate("Actions", "&Ansicht"),
        "panels": QCoreApplication.translate("Actions", "&Bereiche"),
        "go": QCoreApplication.translate("Actions", "&Gehe zu"),
        "decide": QCoreApplication.translate("Actions", "&Entscheiden"),
        "library": QCoreApplication.translate("Actions", "Bib&liothek"),
        "help": QCoreApplication.translate("Actions", "&Hilfe"),
        "language": QCoreApplication.translate("Actions", "S&prache"),
        "theme": QCoreApplication.translate("Actions", "&Farben"),
    }


def language_names() -> dict[Lang, str]:
    """Each in its own language."""
    return {"de": "&Deutsch", "en": "&English"}


def theme_names() -> dict[str, str]:
    """By the user's wish."""
    return {
        "": QCoreApplication.translate("Actions", "Wie das &System"),
        "light": QCoreApplication.translate("Actions", "&Hell"),
        "dark": QCoreApplication.translate("Actions", "&Dunkel"),
    }
