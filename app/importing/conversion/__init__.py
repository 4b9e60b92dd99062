"""DOC, ODT and RTF: turned into DOCX by LibreOffice where it is installed, then read as any other DOCX.

`document` reads; `content` looks into the original (password, links to other files); `program` finds LibreOffice; `profile`
writes the settings it runs with; `run` starts it and `supervisor` (a process of its own) watches over it.
"""

from __future__ import annotations

from app.importing.conversion.document import read_converted

__all__ = ["read_converted"]
