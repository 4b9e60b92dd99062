"""The field for an amount: typed over the word for none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt

from app.ui.views.amount_field import AmountField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.mark.parametrize("typed", ["50000", "50.000", "50000,00"])
def test_an_amount_is_typed_over_the_word_for_none(qtbot, typed):
    field = AmountField()
    qtbot.addWidget(field)
    field.setLocale(QLocale(QLocale.Language.German))
    field.setSpecialValueText("nicht angegeben")
    field.resize(300, 30)
    field.show()
    field.activateWindow()
    qtbot.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    qtbot.waitUntil(lambda: field.lineEdit().selectedText() == "nicht angegeben")
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value(), field.text()) == (50_000, "50.000,00 €")
    field.close()
