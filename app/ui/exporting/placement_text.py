"""What an annotated copy will hold, in words: which notes at which finding, and what stands elsewhere or is missing. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.reporting.copyresult import CopyReason, LeftOut
from app.ui.exporting.previewing import Placements
from app.wording.copies import copy_reason
from app.wording.exporting import export_phrase
from app.wording.lang import Lang


def placement_text(found: Placements, titles: Mapping[str, str], lang: Lang) -> str:
    """As paragraphs; `titles` of findings by anchor."""
    parts = [
        "\n".join(copy_reason(reason, lang) for reason in found.about),
        _part("placed", _items(found.placed, titles, lang), lang),
        _part("proposed", _items(found.proposed, titles, lang), lang),
        _part("told", told_lines(found.told, (), titles, lang), lang),
    ]
    nothing = not (found.placed or found.proposed or found.told)
    parts += [export_phrase("nothing_placed", lang)] if nothing else []
    return "\n\n".join(part for part in parts if part)


def told_lines(
    told: Iterable[LeftOut], about: Iterable[CopyReason], titles: Mapping[str, str], lang: Lang
) -> tuple[str, ...]:
    """What is to be known of the copy, then what stands elsewhere or is missing, and why; once where a finding has several places."""
    lines = (f"{_title(item.anchor, titles, lang)}: {copy_reason(item.reason, lang)}" for item in told)
    return tuple(dict.fromkeys((*(copy_reason(reason, lang) for reason in about), *lines)))


def _items(anchors: Iterable[str], titles: Mapping[str, str], lang: Lang) -> Iterator[str]:
    yield from (_title(anchor, titles, lang) for anchor in anchors)


def _title(anchor: str, titles: Mapping[str, str], lang: Lang) -> str:
    return titles.get(anchor) or export_phrase("finding", lang)


def _part(code: str, items: Iterable[str], lang: Lang) -> str:
    lines = [f"•  {item}" for item in items]
    return "\n".join((export_phrase(code, lang, count=len(lines)), *lines)) if lines else ""
