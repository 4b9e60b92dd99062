"""Word documents (DOCX): canonical text with the printed automatic numbers, and the way back to each run.

`document` reads; `package` opens the ZIP safely; `styles`, `numbering` and `formats` resolve look and labels; `inline`,
`layout`, `tables` and `body` make the text; `extras` lists headers, footers, notes and comments.
"""

from __future__ import annotations

from app.importing.docx.document import read_docx

__all__ = ["read_docx"]
