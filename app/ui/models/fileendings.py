"""Endings of the files that are read. What a file is, its content decides."""

from __future__ import annotations

PDF = (".pdf",)
WORD = (".docx", ".docm", ".dotx", ".doc", ".dot")
OFFICE = (".odt", ".ott", ".rtf")
WEB = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
TEXT = (".txt", ".text", ".md", ".markdown")
READ = (*PDF, *WORD, *OFFICE, *WEB, *TEXT)
