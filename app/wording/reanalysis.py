"""What a new analysis of the same document has changed, in one line, and why there was one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.wording.lang import Lang, Pair, filled, pick
from app.wording.numbers import list_text, number_text

_REASONS: Final[dict[str, Pair]] = {
    "library": ("Bibliothek geändert", "library changed"),
    "rules": ("gesetzliche Prüfregeln geändert", "statutory rules changed"),
    "program": ("neue Programmversion", "new program version"),
    "facts": ("Angaben geändert", "deal facts changed"),
    "corrections": ("Gliederung geändert", "outline changed"),
    "date": ("anderer Tag", "another day"),
}
_COUNTED: Final[dict[str, tuple[Pair, Pair]]] = {
    "appeared": (("1 neuer Hinweis", "1 new finding"), ("{count} neue Hinweise", "{count} new findings")),
    "vanished": (("1 Hinweis weggefallen", "1 finding gone"), ("{count} Hinweise weggefallen", "{count} findings gone")),
    "graver": (("1 Hinweis schwerer", "1 finding graver"), ("{count} Hinweise schwerer", "{count} findings graver")),
    "lighter": (("1 Hinweis leichter", "1 finding lighter"), ("{count} Hinweise leichter", "{count} findings lighter")),
    "otherwise": (
        ("1 Hinweis mit anderem Inhalt", "1 finding with other content"),
        ("{count} Hinweise mit anderem Inhalt", "{count} findings with other content"),
    ),
    "undecided": (
        ("1 Vorgabe nicht mehr entscheidbar", "1 rule no longer decidable"),
        ("{count} Vorgaben nicht mehr entscheidbar", "{count} rules no longer decidable"),
    ),
    "decided": (
        ("1 Vorgabe jetzt entscheidbar", "1 rule decidable now"),
        ("{count} Vorgaben jetzt entscheidbar", "{count} rules decidable now"),
    ),
}  # fmt: skip
_GROUPS: Final[dict[str, Pair]] = {
    "appeared": ("Neu", "New"),
    "vanished": ("Weggefallen", "Gone"),
    "graver": ("Schwerer als vorher", "Graver than before"),
    "lighter": ("Leichter als vorher", "Lighter than before"),
    "otherwise": ("Mit anderem Inhalt", "With other content"),
    "undecided": ("Nicht mehr entscheidbar", "No longer decidable"),
    "decided": ("Jetzt entscheidbar", "Decidable now"),
}
_SINCE: Final[tuple[Pair, Pair]] = (
    ("Seit der letzten Auswertung: {changes}", "Since the last analysis: {changes}"),
    ("Seit der letzten Auswertung ({reason}): {changes}", "Since the last analysis ({reason}): {changes}"),
)
_SAME: Final[Pair] = ("keine anderen Hinweise", "no other findings")
_MORE: Final[Pair] = ("… und {count} weitere", "… and {count} more")
_SEVERITIES: Final[Pair] = ("{before} → {after}", "{before} → {after}")


def changes_sentence(reasons: Sequence[str], counts: Mapping[str, int], lang: Lang) -> str:
    """Seit der letzten Auswertung (Bibliothek geändert): 2 neue Hinweise, 1 Hinweis weggefallen"""
    parts = [
        filled(_COUNTED[kind][count != 1], {"count": number_text(count, lang)}, lang)
        for kind, count in counts.items()
        if count
    ]
    reason = list_text([pick(_REASONS[reason], lang) for reason in reasons], lang)
    changes = ", ".join(parts) or pick(_SAME, lang)
    return filled(_SINCE[bool(reason)], {"reason": reason, "changes": changes}, lang)


def group_title(kind: str, count: int, lang: Lang) -> str:
    """Neu (2)"""
    return f"{pick(_GROUPS[kind], lang)} ({number_text(count, lang)})"


def more_text(count: int, lang: Lang) -> str:
    """… und 140 weitere"""
    return filled(_MORE, {"count": number_text(count, lang)}, lang)


def severity_change(before: str, after: str, lang: Lang) -> str:
    """Mittel → Hoch"""
    return filled(_SEVERITIES, {"before": before, "after": after}, lang)
