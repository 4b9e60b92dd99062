"""Sentences of the library's rules: message code → what the value found means for us.

They say why a reader should look, in words that need no law degree; values and limits are added by `findings`.
"""

from __future__ import annotations

from typing import Final

from app.wording.lang import Pair

RULES: Final[dict[str, Pair]] = {}
