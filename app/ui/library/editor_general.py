"""The pages „Allgemein“ and „Leitfaden und Kommentar“ of the editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.library.plain import Plain
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective
from app.ui.library.editing import Place
from app.ui.library.editor_fields import (
    ChecksField,
    ChoiceField,
    DayField,
    FlagField,
    LineField,
    Option,
    TextField,
    WordsField,
)
from app.ui.library.editor_form import Form, Kit, Page, soft_label
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term

_LANGUAGES = ("de", "en")


def options(group: str, codes: list[str], lang: Lang) -> list[Option]:
    """Codes with their labels."""
    return [(code, sentence_start(term(group, code, lang))) for code in codes]


class GeneralPage(Page):
    """What the clause is called, where it applies, and whether its subject must be there."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.column.addWidget(self.adopt(self._scope()))
        self._silence = self.adopt(self._silent())
        self.column.addWidget(self._required())
        self.column.addWidget(self._silence)
        self.column.addStretch(1)

    def _scope(self) -> Form:
        kit, form = self.kit, Form(self.kit)
        types = [(known.id, known.de if kit.lang == "de" else known.en) for known in kit.types]
        form.add(("title",), self.tr("&Titel"), LineField())
        form.add(("type",), self.tr("Th&ema"), ChoiceField(types))
        perspectives = [(p.value, self._side(p)) for p in Perspective]
        form.add(("perspective",), self.tr("&Unsere Rolle"), ChoiceField(perspectives))
        everybody = self.tr("Nichts angekreuzt: gilt für alle.")
        audiences = options("audience", [a.value for a in Audience], kit.lang)
        form.add(("audience",), self.tr("&Gegenüber wem"), ChecksField(audiences), everybody)
        kinds = options("contract_kind", [k.value for k in ContractKind], kit.lang)
        form.add(("contract_kinds",), self.tr("&Vertragsarten"), ChecksField(kinds), everybody)
        laws = options("governing_law", [law.value for law in GoverningLaw], kit.lang)
        form.add(("governing_law",), self.tr("&Recht"), ChecksField(laws), self.tr("Nichts angekreuzt: jedes Recht."))
        form.add(
            ("language",),
            self.tr("&Sprache der Fassungen"),
            ChoiceField(options("language", list(_LANGUAGES), kit.lang)),
        )
        form.add(("owner",), self.tr("&Zuständig"), LineField(self.tr("Name oder Abteilung")))
        form.add(("tags",), self.tr("Schlag&wörter"), WordsField(self.tr("durch Kommas getrennt")))
        form.add(("valid_from",), self.tr("Gilt &von"), DayField(kit.lang, self.tr("unbegrenzt")))
        form.add(("valid_to",), self.tr("Gilt &bis"), DayField(kit.lang, self.tr("unbegrenzt")))
        return form

    def _side(self, perspective: Perspective) -> str:
        return sentence_start(term("perspective", perspective.value, self.kit.lang))

    def _required(self) -> QFrame:
        form = self.adopt(Form(self.kit, above=True))
        words = self.tr("Jedes Dokument soll dieses Thema regeln; &fehlt es, wird das geprüft")
        form.add(("required",), self.tr("Pflichtthema"), FlagField(words))
        return form

    def _silent(self) -> Form:
        kit = self.kit
        form = Form(kit, above=True)
        hint = self.tr("Was gilt von Gesetzes wegen, wenn das Dokument schweigt? Ein Satz.")
        form.add(("silence", "effect"), self.tr("Wenn nichts &dasteht"), TextField(kit.theme, 2), hint)
        form.add(("silence", "norm"), self.tr("V&orschrift dazu"), LineField("§ 620 BGB"))
        neither = self.tr("keine Seite")
        sides = [(p.value, self._side(p)) for p in Perspective]
        form.add(("silence", "good_for"), self.tr("Gut &für"), ChoiceField(sides, neither))
        severities = options("severity", [s.value for s in Severity], kit.lang)
        none = self.tr("kein Hinweis")
        form.add(("silence", "severity"), self.tr("&Hinweis, wenn es fehlt"), ChoiceField(severities, none))
        return form

    def show_plain(self, plain: Plain) -> None:
        """What silence means is asked for where the subject is required or something is said about it."""
        super().show_plain(plain)
        self._silence.setVisible(bool(plain.get("required") or plain.get("silence")))


class TextsPage(Page):
    """The internal guidance, and apart from it what the other side may read."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        form = self.adopt(Form(kit, above=True))
        inside = self.tr("Bleibt im Haus: steht in keinem Bericht und keinem Schreiben an die andere Seite.")
        form.add(("guidance",), self.tr("&Leitfaden (nur intern)"), TextField(kit.theme, 8, 24), inside)
        outside = self.tr("Darf in Schreiben und Kommentare an die andere Seite übernommen werden.")
        form.add(("comment",), self.tr("&Kommentar für die Gegenseite"), TextField(kit.theme, 5, 16), outside)
        self.column.addWidget(form)
        self.column.addStretch(1)


class Heading(QLabel):
    """A heading inside a page."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setWordWrap(True)


def empty_note(text: str, kit: Kit) -> QWidget:
    """What stands where a list is empty."""
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 14, 14, 14)
    column.addWidget(soft_label(text, kit.theme))
    return frame


def below(said: Mapping[Place, str], place: Place) -> dict[Place, str]:
    """Mistakes at a place or inside it."""
    return {where: sentence for where, sentence in said.items() if where[: len(place)] == place}
