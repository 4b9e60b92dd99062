"""Stable anchors of findings: decisions hang on them and are found again after a new analysis."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from app.comparing.folding import folded

_LENGTH = 16


def finding_anchor(kind: str, rule: str, clauses: Iterable[str], quote: str = "") -> str:
    """Hash of what was found, by which rule, in which clauses (their anchors) and with which words."""
    parts = (kind, rule, *clauses, folded(quote))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
