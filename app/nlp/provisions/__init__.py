"""Provisions: the values a reader who compares terms would put into a table (liability caps, periods, deadlines).

Strategy: frames. Each kind has a module that looks at one sentence with its surroundings, asks for a trigger (the verb
or noun of the rule), a quantity in the right place beside it, and no sign of another meaning. No model, no guess:
what the text does not say stays None.
"""

from __future__ import annotations

from app.nlp.provisions.find import find_provisions

__all__ = ["find_provisions"]
