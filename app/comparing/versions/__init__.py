"""Two versions of the same terms: aligned clause by clause, with what is of substance told apart from trivia (docs/compare.md)."""

from __future__ import annotations

from app.comparing.versions.comparison import compare_versions

__all__ = ["compare_versions"]
