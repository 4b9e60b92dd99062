"""Saved web pages (HTML, XHTML, MHTML): what a browser would print of them, without running or loading anything.

`document` reads; `source` finds characters and elements in the bytes; `stylesheet` and `look` tell how an element is set;
`judging` says what is hidden, what is page furniture and which tables hold data; `lists` makes the printed numbers;
`walker` makes the text.
"""

from __future__ import annotations

from app.importing.html.document import read_html

__all__ = ["read_html"]
