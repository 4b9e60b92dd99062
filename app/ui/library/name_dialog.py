"""Asks once for the name that changes and approvals are signed with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

from app.settings import load_settings, save_settings


def ask_for_name(parent: QWidget | None) -> str:
    """The name, kept in the settings; "" where the user gave none."""
    label = QCoreApplication.translate(
        "NameDialog",
        "Jede Änderung an der Bibliothek wird mit Name und Zeit festgehalten, damit später nachzuvollziehen ist, wer was "
        "geändert und wer es freigegeben hat.\nIhr Name bleibt auf diesem Rechner und steht in Paketen, die Sie weitergeben.\n\n"
        "Ihr Name:",
    )
    title = QCoreApplication.translate("NameDialog", "Wer ändert die Bibliothek?")
    given, accepted = QInputDialog.getText(parent, title, label)
    name = " ".join(given.split())
    if accepted and name:
        save_settings(replace(load_settings()[0], user=name))
        return name
    return ""
