"""Sentences for comparing: numbers and units are joined by no-break spaces, which nobody sees or types in a test."""

from __future__ import annotations


def plain(text: str) -> str:
    """`text` with ordinary spaces."""
    return text.replace("\u00a0", " ")
