"""What our rules ask of a value, in short lines beside it. Internal: no outward report has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.models.analysis import Check, Limit, Outcome
from app.wording.lang import Lang, sentence_start
from app.wording.overview import overview_words
from app.wording.terms import term
from app.wording.values import bound_text

_SAID_BY_VALUE: Final = ("duration", "amount", "percent", "factor", "")  # fields that a bound names by its unit
_AS_SUCH: Final = ("forbidden", "required")  # they say themselves what they speak of
_OUTCOMES: Final = (Outcome.FINDING, Outcome.UNDECIDABLE, Outcome.OK)


def limit_lines(checks: Iterable[Check], lang: Lang) -> tuple[str, ...]:
    """What the rules ask of a value, broken ones first. A yes or no that is kept is not worth a line beside another."""
    looked = [c for c in checks if c.limit is not None and c.outcome in _OUTCOMES]
    looked.sort(key=lambda c: (_OUTCOMES.index(c.outcome), isinstance(c.limit and c.limit.limit, bool)))
    lines: dict[str, bool] = {}
    for check in looked:
        if check.limit is not None:
            dull = check.outcome is Outcome.OK and isinstance(check.limit.limit, bool)
            lines.setdefault(_line(check.limit, lang), dull)
    telling = tuple(line for line, dull in lines.items() if not dull)
    return telling or tuple(lines)


def _line(limit: Limit, lang: Lang) -> str:
    bound = bound_text(limit, lang)
    if limit.field in _SAID_BY_VALUE or limit.comparison in _AS_SUCH:
        return bound
    return sentence_start(overview_words("part", lang, part=term("value_part", limit.field, lang), bound=bound))
