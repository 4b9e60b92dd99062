"""The page „Grenzen“: every rule is a sentence; opened, it is a form that offers only what the rule language allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.library.model import Comparator
from app.library.plain import Plain
from app.library.rulefields import FieldType
from app.models.analysis import Severity
from app.models.provisions import Unit
from app.ui.library import rules_choices as choices
from app.ui.library.editing import Place, changed, value_at
from app.ui.library.editor_fields import ChecksField, ChoiceField, Field, NumberField, Option, TextField
from app.ui.library.editor_form import Form, Kit, Page, soft_label
from app.ui.library.editor_general import empty_note, options
from app.wording.lang import sentence_start
from app.wording.rulewords import rule_sentence, word_label
from app.wording.terms import term

_UNITS = {"amount": "€", "percent": "%"}


class LengthField(Field):
    """A number with a unit of time."""

    def __init__(self, kit: Kit) -> None:
        self.number = NumberField(kit.lang)
        super().__init__(self.number.line)
        self.number.setParent(self)  # only its line is shown, and its way with numbers used
        self.number.hide()
        self._value: dict[str, Any] = {}
        self.unit = QComboBox()
        for unit in Unit:
            self.unit.addItem(term("unit_plural", unit.value, kit.lang), unit.value)
        self.unit.installEventFilter(self)
        self.unit.activated.connect(lambda: self._give("unit", self.unit.currentData(), False))
        self.number.edited.connect(lambda value, typing: self._give("value", value, typing))
        self._row.addWidget(self.unit)
        self._row.addStretch(1)
        self._name = ""

    def set_name(self, name: str) -> None:
        """Both parts say what they are."""
        super().set_name(name)
        self.unit.setAccessibleName(self.tr("{0}: Einheit").format(name))

    def _give(self, name: str, value: object, typing: bool) -> None:
        given = {"value": self._value.get("value"), "unit": self.unit.currentData(), name: value}
        self.edited.emit({key: found for key, found in given.items() if found is not None}, typing)

    def show_value(self, value: object) -> None:
        """Both parts; months where nothing is chosen yet."""
        self._value = dict(value) if isinstance(value, dict) else {}
        self.number.show_value(self._value.get("value"))
        self.unit.setCurrentIndex(self.unit.findData(self._value.get("unit", Unit.MONTH.value)))


class RuleForm(Form):
    """One rule as choices that depend on each other."""

    def __init__(self, kit: Kit, index: int, rule: Plain) -> None:
        super().__init__(kit)
        self.at: Place = ("rule", index)
        kind, part, comparison = rule["provision"], rule.get("field", choices.ITSELF), rule["comparison"]
        self._add_limit(kind, part, comparison, rule)
        severities = options("severity", [s.value for s in Severity], kit.lang)
        self.add((*self.at, "severity"), self.tr("Schwere"), ChoiceField(severities))
        if choices.parties(kind):
            parties = options("party", list(choices.parties(kind)), kit.lang)
            self.add((*self.at, "obliged"), self.tr("Wessen Pflicht"), ChoiceField(parties, self.tr("jede Seite")))
        self._add_conditions(kind, rule)
        hint = self.tr("Erscheint beim Hinweis anstelle des Satzes, den das Programm bildet.")
        self.add((*self.at, "sentence"), self.tr("Eigener Satz"), TextField(kit.theme, 1, 6), hint)

    def _add_limit(self, kind: str, part: str, comparison: str, rule: Plain) -> None:
        kit, at = self.kit, self.at
        kinds = options("provision_kind", [k.value for k in choices.kinds()], kit.lang)
        self.add((*at, "provision"), self.tr("Art der Regelung"), ChoiceField(kinds))
        parts = [(p, sentence_start(term("value_part", p, kit.lang))) for p in choices.parts(kind) if p]
        parts.append((choices.ITSELF, self.tr("Die Regelung als solche")))
        self.add((*at, "field"), self.tr("Was verglichen wird"), _PartField(parts))
        compared = [(c.value, self._compared(kind, part, c)) for c in choices.comparisons(kind, part)]
        if choices.field_type(kind, part) is not FieldType.FLAG:
            self.add((*at, "comparison"), self.tr("Vergleich"), ChoiceField(compared))
        field = self._value_field(kind, part, comparison, rule)
        if field is not None:
            self.add((*at, "value"), self.tr("Grenze"), field, self._value_hint(part))

    def _compared(self, kind: str, part: str, comparison: Comparator) -> str:
        words = choices.field_type(kind, part)
        if words is FieldType.WORDS:
            return self.tr("mindestens diese müssen genannt sein")
        if words is FieldType.WORD:
            return self.tr("muss sein") if comparison is Comparator.EQUALS else self.tr("eines davon muss es sein")
        if comparison is Comparator.FORBIDDEN:
            return self.tr("nicht zulässig: jede ist ein Hinweis")
        if comparison is Comparator.REQUIRED:
            return self.tr("erforderlich: fehlt sie, ist das ein Hinweis")
        return term("comparison", comparison.value, self.kit.lang)

    def _value_hint(self, part: str) -> str:
        return self.tr("Beträge in Euro.") if part == "amount" else ""

    def _value_field(self, kind: str, part: str, comparison: str, rule: Plain) -> Field | None:
        kit = self.kit
        match choices.field_type(kind, part):
            case FieldType.NUMBER:
                return NumberField(kit.lang, _UNITS.get(part, self.tr("-fach") if part == "factor" else ""))
            case FieldType.DURATION:
                return LengthField(kit)
            case FieldType.FLAG:
                return _TruthField([(False, self.tr("nein, darf nicht sein")), (True, self.tr("ja, muss sein"))])
            case FieldType.WORD if comparison == Comparator.EQUALS:
                return ChoiceField(self._words(kind, part, rule.get("value")))
            case FieldType.WORD | FieldType.WORDS:
                return ChecksField(self._words(kind, part, rule.get("value")))
            case None:
                return None

    def _words(self, kind: str, part: str, held: object) -> list[Option]:
        words = choices.words(kind, part, held if isinstance(held, list) else [str(held)] if held else [])
        return [(word, sentence_start(word_label(part, word, self.kit.lang))) for word in words]

    def _add_conditions(self, kind: str, rule: Plain) -> None:
        """`where` and `unless`: a row of words for each part that has a condition, and a choice to add another."""
        for name, title in (("where", self.tr("Nur bei: {0}")), ("unless", self.tr("Nicht bei: {0}"))):
            for part in rule.get(name, {}):
                held = rule[name][part]
                field = ChecksField(self._words(kind, part, held))
                label = title.format(term("value_part", part, self.kit.lang))
                self.add((*self.at, name, part), label, field)
        left = [p for p in choices.condition_parts(kind) if p not in rule.get("where", {})]
        other = [p for p in choices.condition_parts(kind) if p not in rule.get("unless", {})]
        if left or other:
            self.form.addRow(QLabel(self.tr("Einschränkung")), self._condition_box(left, other))

    def _condition_box(self, where: list[str], unless: list[str]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        box = QComboBox()
        box.setAccessibleName(self.tr("Einschränkung hinzufügen"))
        box.addItem(self.tr("hinzufügen …"))
        for name, title, parts in (
            ("where", self.tr("Nur bei: {0}"), where),
            ("unless", self.tr("Nicht bei: {0}"), unless),
        ):
            for part in parts:
                box.addItem(title.format(term("value_part", part, self.kit.lang)), (name, part))
        box.activated.connect(lambda: self._add_condition(box.currentData()))
        row.addWidget(box)
        row.addStretch(1)
        return holder

    def _add_condition(self, chosen: object) -> None:
        if not isinstance(chosen, tuple | list):
            return
        name, part = chosen
        rule = value_at(self._plain, self.at)
        first = choices.words(rule["provision"], part)[:1]
        place = (*self.at, name, part)
        self.edited.emit(self.with_value(self._plain, place, list(first)), place, False)

    def with_value(self, plain: Plain, place: Place, value: object) -> Plain:
        """One choice settles the others."""
        rule: Plain = value_at(plain, self.at)
        name, rest = str(place[2]), place[3:]
        new = changed({name: rule.get(name)}, (name, *rest), value).get(name) if rest else value
        return changed(plain, self.at, choices.with_choice(rule, name, new))


class _PartField(ChoiceField):
    """No part at all means the provision as such."""

    def show_value(self, value: object) -> None:
        super().show_value(value or choices.ITSELF)


class _TruthField(ChoiceField):
    """Yes or no as words."""

    def __init__(self, words: list[tuple[bool, str]]) -> None:
        super().__init__([])
        for value, label in words:
            self.box.addItem(label, value)


class RuleCard(QFrame):
    """The sentence of a rule, and its form while it is open."""

    def __init__(self, page: RulesPage, index: int) -> None:
        super().__init__()
        self._page, self._index = page, index
        self.form: RuleForm | None = None
        self.shape: tuple[object, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())

    def _head(self) -> QHBoxLayout:
        self.opener = QToolButton()
        self.opener.setArrowType(Qt.ArrowType.RightArrow)
        self.opener.setAutoRaise(True)
        self.opener.clicked.connect(lambda: self._page.open_card(self._index))
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.sentence.setBuddy(self.opener)
        remove = QPushButton(self.tr("Entfernen"))
        remove.setAccessibleName(self.tr("Vorgabe {0} entfernen").format(self._index + 1))
        remove.clicked.connect(partial(self._page.remove_rule, self._index))
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self.opener)
        row.addWidget(self.sentence, 1)
        row.addWidget(remove)
        return row

    def show_rule(self, plain: Plain, rule: Plain, *, is_open: bool) -> None:
        """The sentence always, the form if open; the form is made anew where other choices are offered."""
        sentence = rule_sentence(choices.sketch(rule), self._page.kit.lang)
        self.sentence.setText(sentence)
        self.opener.setAccessibleName(sentence)
        self.opener.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        font = self.sentence.font()
        font.setBold(is_open)
        self.sentence.setFont(font)
        shape = _shape(rule) if is_open else ()
        if shape != self.shape:
            self.shape = shape
            self._rebuild(rule, is_open=is_open)
        if self.form is not None:
            self.form.show_plain(plain)

    def _rebuild(self, rule: Plain, *, is_open: bool) -> None:
        focused = self._focused()
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = RuleForm(self._page.kit, self._index, rule) if is_open else None
        if self.form is None:
            return
        self.form.edited.connect(self._page.edited)
        self._column.addWidget(self.form)
        row = self.form.rows.get(focused)
        if row is not None:
            row.field.target.setFocus()

    def _focused(self) -> Place:
        rows = self.form.rows.items() if self.form is not None else ()
        return next((place for place, row in rows if row.field.target.hasFocus()), ())


def _shape(rule: Plain) -> tuple[object, ...]:
    """What decides which fields the form has."""
    value = rule.get("value")
    words = tuple(value) if isinstance(value, list) else ()
    open_words = tuple(word for word in words if word not in choices.words(rule["provision"], rule.get("field", "")))
    conditions = tuple((name, tuple(rule.get(name, {}))) for name in ("where", "unless"))
    return (rule["provision"], rule.get("field"), rule["comparison"], open_words, conditions)


class RulesPage(Page):
    """The rules of a clause; one is open at a time."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.cards: list[RuleCard] = []
        self._open = 0
        intro = self.tr(
            "Vorgaben für Fristen, Beträge und Ausnahmen. Jede wird auf alle Angaben ihrer Art im ganzen Dokument angewendet."
        )
        self.column.addWidget(soft_label(intro, kit.theme))
        self._empty = empty_note(
            self.tr("Diese Klausel hat keine Vorgaben; verglichen wird dann nur der Wortlaut."), kit
        )
        self.column.addWidget(self._empty)
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.add_button = QPushButton(self.tr("&Vorgabe hinzufügen"))
        self.add_button.clicked.connect(self.add_rule)
        self.column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def forms(self) -> Iterator[Form]:
        """The one that is open."""
        yield from (card.form for card in self.cards if card.form is not None)

    def _rules(self) -> list[Plain]:
        return list(self._plain.get("rule", []))

    def show_plain(self, plain: Plain) -> None:
        """A card for each rule."""
        self._plain = plain
        rules = self._rules()
        self._empty.setVisible(not rules)
        while len(self.cards) > len(rules):
            card = self.cards.pop()
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(rules):
            self.cards.append(RuleCard(self, len(self.cards)))
            self._list.addWidget(self.cards[-1])
        for index, (card, rule) in enumerate(zip(self.cards, rules, strict=True)):
            card.show_rule(plain, rule, is_open=index == self._open)

    def open_card(self, index: int) -> None:
        """Open one, or close it."""
        self._open = -1 if self._open == index else index
        self.show_plain(self._plain)

    def name_of(self, place: Place) -> str:
        """„Grenze 2 › Grenze“."""
        if len(place) < 2 or not isinstance(place[1], int):
            return ""
        return " › ".join(filter(None, (self.tr("Vorgabe {0}").format(place[1] + 1), super().name_of(place))))

    def reveal(self, place: Place) -> None:
        """Open the rule, then its field."""
        if len(place) > 1 and isinstance(place[1], int) and place[1] < len(self.cards):
            self._open = place[1]
            self.show_plain(self._plain)
        super().reveal(place)

    def add_rule(self) -> None:
        """One more, open, with the focus in it."""
        rules = self._rules()
        new = choices.new_rule(str(self._plain.get("id", "")), (str(rule.get("id")) for rule in rules))
        place = ("rule", len(rules))
        self._open = len(rules)
        self.edited.emit(changed(self._plain, place, new), place, False)
        self.reveal((*place, "provision"))

    def remove_rule(self, index: int) -> None:
        """One less."""
        rules = self._rules()
        del rules[index]
        self._open = -1
        self.edited.emit(changed(self._plain, ("rule",), rules), ("rule",), False)
        self.add_button.setFocus()
