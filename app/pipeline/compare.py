"""Two analyses of the same terms compared; reading the two files is the caller's business."""

from __future__ import annotations

from app.comparing.versions import compare_versions
from app.models.analysis import Analysis
from app.models.versions import VersionComparison
from app.progress import Progress, silent


def compare(old: Analysis, new: Analysis, *, progress: Progress = silent) -> VersionComparison:
    """The new version against the old one. Raises Cancelled (from `progress`)."""
    progress(0.0, "comparing", {})
    comparison = compare_versions(old, new, progress=progress)
    progress(1.0, "comparing", {})
    return comparison
