"""The password of an encrypted file; it is never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

if TYPE_CHECKING:
    from app.ui.presenter import Presenter


def ask_password(presenter: Presenter, parent: QWidget) -> None:
    """Ask, and try it."""
    title = QCoreApplication.translate("PasswordDialog", "Verschlüsselte Datei")
    label = QCoreApplication.translate("PasswordDialog", "Passwort für {0}:").format(presenter.session.path.name)
    if presenter.password_tries:
        label = QCoreApplication.translate("PasswordDialog", "Das Passwort war nicht richtig.") + "\n" + label
    password, given = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Password)
    if given and password:
        presenter.try_password(password)
