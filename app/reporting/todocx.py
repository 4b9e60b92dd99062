"""A paper as a Word file: real headings, lists, tables, fields and styles, so that whoever gets it can go on writing in it.

The pieces are in `app.reporting.word`. Nothing of the user's account is in the file, and the same paper gives the same bytes.
"""

from __future__ import annotations

from app.reporting.paper import Paper


def to_docx(paper: Paper) -> bytes:
    """The file's content. Raises ExpectedError LOGO_UNREADABLE."""
    from app.reporting.word.package import package

    return package(paper)
