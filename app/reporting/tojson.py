"""JSON for other programs: the analysis itself (docs/analysis-json.md), or what may leave the house, a file of another form.

The same analysis gives the same bytes; there is no time in it unless the options give one.
"""

from __future__ import annotations

from dataclasses import replace

from app.models.analysis import Analysis
from app.reporting.analysisjson import analysis_json
from app.reporting.jsonfindings import orphan_json
from app.reporting.jsonvalues import Json, file_bytes
from app.reporting.options import ReportOptions
from app.reporting.outwardjson import outward_json
from app.reporting.selection import left_out, selected


def to_json(analysis: Analysis, options: ReportOptions) -> bytes:
    """One object, UTF-8 with a newline at its end; titles and sentences in the options' language."""
    return file_bytes(outward_json(analysis, options) if options.outward else _internal(analysis, options))


def _internal(analysis: Analysis, options: ReportOptions) -> Json:
    """Without any option it is what `analyze` writes; what the user chose beyond it stands in `export`."""
    shown = replace(analysis, findings=selected(analysis, options))
    said = analysis_json(shown, options.lang, options.decided)
    export: Json = {}
    if options.made_at is not None:
        export["made_at"] = options.made_at.isoformat()
    if options.reviewer:
        export["reviewer"] = options.reviewer
    if absent := left_out(analysis, options):
        export["findings_left_out"] = len(absent)
    if orphans := [orphan_json(one) for one in options.orphans if one.stands]:
        export["orphans"] = orphans
    return said | ({"export": export} if export else {})
