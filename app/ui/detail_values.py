"""A value against its limit, as a small table; below it where the limit comes from, which may be long."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.analysis import Finding, Severity
from app.ui.detail_markup import LIBRARY, Look, link, table, text
from app.wording.findingdetail import detail_phrase
from app.wording.terms import term
from app.wording.values import bound_text, found_text

_WIDTHS = (50, 50)


def values(finding: Finding, severity: Severity, reference_title: str, look: Look) -> Iterator[str]:
    """What was found, in the colour of how much it matters, beside what is allowed; nothing for a finding without a limit."""
    limit, lang = finding.limit, look.lang
    if limit is None:
        return
    colour = look.hex("severity", severity.value)
    found = f"{detail_phrase('found', lang)} ({term('value_part', limit.field, lang)})"
    row = (
        f"<b style='color:{colour}'>{text(found_text(limit, lang))}</b>",
        f"<b>{text(bound_text(limit, lang))}</b>",
    )
    yield table((found, detail_phrase("limit", lang)), [row], look, _WIDTHS)
    soft, source = look.hex("palette", "soft"), _source(finding, reference_title, look)
    yield f"<p><span style='color:{soft}'>{text(detail_phrase('source', lang))}:</span> {source}</p>"


def _source(finding: Finding, title: str, look: Look) -> str:
    if finding.reference:
        words = detail_phrase("source_reference", look.lang, title=title or finding.reference)
        return link(LIBRARY + finding.reference, words)
    return text(" · ".join(finding.legal_basis) or detail_phrase("source_library", look.lang))
