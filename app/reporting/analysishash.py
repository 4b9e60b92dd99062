"""The checksum that a report names, so that one can tell which analysis it was made from.

It is the SHA-256 of the JSON that `klausellupe analyze FILE --format json` writes for the same file, library, facts and version:
in German, of all findings, without decisions and without a time (docs/analysis-json.md). Whoever has the file can check it.
"""

from __future__ import annotations

import hashlib

from app.models.analysis import Analysis
from app.reporting.analysisjson import analysis_bytes


def analysis_hash(analysis: Analysis) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(analysis_bytes(analysis, "de")).hexdigest()
