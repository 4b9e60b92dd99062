"""Word documents (DOCX): canonical text with the printed automatic numbers, and the way back to each run.

`document` reads; `package` opens the ZIP safely; `styles`, `tablestyles`, `numbering` and `formats` resolve look and
labels; `inline`, `layout`, `tables`, `body` and `writing` make the text; `background` and `sheet` tell what nobody sees,
`asides` keeps its place; `notes` and `sentences` know the small numbers, `contents` the tables of contents; `extras` lists
headers, footers, watermarks and comments.
"""

from __future__ import annotations

from app.importing.docx.document import read_docx

__all__ = ["read_docx"]
