"""The decided outline: which lines begin units, what their headings are and under which unit they stand.

Strategy: labels chosen by the sequence and unnumbered headings are merged in reading order; enumerations go back into
the paragraph that introduces them; headings are set into the levels by how prominent they are. The result is plain
(`Unit`s with line numbers), so that corrections of a user can be laid over it before the tree is built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from app.nlp.segmentation.headings import Heading, Style, block_heading_end, numbered_heading_end, style_of
from app.nlp.segmentation.labels import Label
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.sequence import Chosen

RUN_IN_WORDS = 14
PARAGRAPHS = {"(1)", "absatz"}  # kinds of numbers that paragraphs bear
MOSTLY = 0.6  # share of units of a level with headings from which the others are looked at again

Place = tuple[int, int]  # line index, character in its text


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit set apart by the document: begins on line `line`; parent is an index into the units, None at the top.

    `label`: characters of the label in that line's text, None without. `heading`: from the first place up to the
    second; `body`: where the unit's own text begins. `reason`: not empty where the unit is no clause but a part that
    is not analysed (title, signature, …). `column`: the character of the line with
    which the unit begins; `after_label`: where the text behind label and separator begins.
    """

    line: int
    label: tuple[int, int] | None
    heading: tuple[Place, Place] | None
    body: Place
    reason: str = ""
    parent: int | None = None
    family: str = ""
    numbers: tuple[int, ...] = ()
    column: int = 0
    after_label: int = 0
    level: int = 0
    style: Style | None = None

    @property
    def has_heading(self) -> bool:
        """Whether a heading of its own belongs to the unit."""
        return self.heading is not None


def numbered_units(lines: Sequence[TextLine], chosen: Sequence[Chosen], heads: Set[int]) -> tuple[Unit, ...]:
    """A unit for each chosen label; `heads`: lines on which unnumbered headings begin."""
    stops = frozenset(item.candidate.line for item in chosen)
    shared = {a.candidate.line for a, b in pairwise(chosen) if a.candidate.line == b.candidate.line}
    units = [_numbered_unit(lines, item, stops, shared) for item in chosen]
    alike: Counter[tuple[str, int]] = Counter((u.family, u.level) for u in units)
    headed: Counter[tuple[str, int]] = Counter((u.family, u.level) for u in units if u.has_heading)
    found = []
    for unit in units:
        bracketed = unit.family in PARAGRAPHS and not headed[unit.family, unit.level]
        before = not bracketed and _before_heading(lines, unit, heads - stops)
        again = not unit.has_heading and (before or _mostly(headed, alike, unit))
        found.append(_wrapped_heading(lines, unit, stops, before) if again else unit)
    return tuple(found)


def _mostly(headed: Counter[tuple[str, int]], alike: Counter[tuple[str, int]], unit: Unit) -> bool:
    key = unit.family, unit.level
    return headed[key] >= MOSTLY * alike[key]


def _before_heading(lines: Sequence[TextLine], unit: Unit, heads: Set[int]) -> bool:
    """Whether an unnumbered heading follows the unit's first block."""
    after = next((n for n in range(unit.line + 1, len(lines)) if lines[n].starts_block), None)
    return after in heads


def _wrapped_heading(lines: Sequence[TextLine], unit: Unit, stops: frozenset[int], before: bool) -> Unit:
    first, start = unit.body
    if first >= len(lines) or (first > unit.line and first in stops):
        return unit
    end = block_heading_end(lines, first, lines[first].text[start:], stops, stopped=before)
    return unit if end is None else _with_heading(lines, unit, first, start, end)


def _numbered_unit(lines: Sequence[TextLine], chosen: Chosen, stops: frozenset[int], shared: Set[int]) -> Unit:
    return labelled_unit(lines, chosen.candidate.line, chosen.label, stops, level=chosen.level, shared=shared)


def labelled_unit(
    lines: Sequence[TextLine],
    first: int,
    label: Label,
    stops: frozenset[int],
    *,
    level: int = 0,
    shared: Set[int] = frozenset(),
) -> Unit:
    """The unit with this label on line `first`; `stops`: lines with labels, `shared`: those with two."""
    base = Unit(
        first,
        (label.start, label.end),
        None,
        (first, label.rest),
        family=label.family,
        numbers=label.numbers,
        column=label.start if any(c.isalnum() for c in lines[first].text[: label.start]) else 0,
        after_label=label.rest,
        level=level,
    )
    if first in shared:
        return base  # another label follows at once: neither has a heading
    line = lines[first]
    if label.rest >= len(line.text):
        return _label_alone(lines, base, stops)
    lead = line.line.bold_lead
    if label.rest + 2 < lead < len(line.text) and _is_run_in(line.text[label.rest : lead], line.text[lead:]):
        return _run_in(base, first, label.rest, lead, line)
    end = numbered_heading_end(lines, first, line.text[label.rest :], stops)
    if end is None:
        return base
    return _with_heading(lines, base, first, label.rest, end)


def _is_run_in(heading: str, rest: str) -> bool:
    """Few words in bold, and what follows begins anew."""
    return len(heading.split()) <= RUN_IN_WORDS and not rest.lstrip(" :.–-")[:1].islower()


def _run_in(base: Unit, first: int, start: int, lead: int, line: TextLine) -> Unit:
    heading = line.text[start:lead].rstrip()
    return replace(
        base, heading=((first, start), (first, start + len(heading))), body=(first, lead), style=style_of(line)
    )


def _with_heading(lines: Sequence[TextLine], base: Unit, first: int, start: int, end: int) -> Unit:
    heading = (first, start), (end, len(lines[end].text))
    return replace(base, heading=heading, body=(end + 1, 0), style=style_of(lines[first]))


def _label_alone(lines: Sequence[TextLine], base: Unit, stops: frozenset[int]) -> Unit:
    """The label stands alone on its line: its heading or text is the next line."""
    after = base.line + 1
    if after >= len(lines) or after in stops:
        return replace(base, body=(after, 0))
    end = numbered_heading_end(lines, after, lines[after].text, stops)
    if end is None:
        return replace(base, body=(after, 0))
    return _with_heading(lines, base, after, 0, end)


def heading_unit(lines: Sequence[TextLine], heading: Heading) -> Unit:
    """The unit of an unnumbered heading."""
    places = (heading.first, 0), (heading.last, len(lines[heading.last].text))
    return Unit(heading.first, None, places, (heading.last + 1, 0), style=heading.style)


def nest(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units (in reading order) with their parents."""
    placed: list[Unit] = []
    path: list[int] = []
    holding: set[tuple[str, int]] = set()
    parts = _parts(units)
    for number, unit in enumerate(units):
        while path and not _holds(units, path, number, holding, parts):
            path.pop()
        placed.append(replace(unit, parent=path[-1] if path else None))
        if path and unit.label is None and units[path[-1]].label is not None:
            holding.add((units[path[-1]].family, units[path[-1]].level))
        path.append(number)
    return tuple(placed)


def _parts(units: Sequence[Unit]) -> frozenset[int]:
    """Unnumbered headings that divide numbered sections into parts, each right over a number.

    At least two in one style, or one behind numbers over a counter that begins again (an annex).
    """
    over = [i for i, (a, b) in enumerate(pairwise(units)) if a.label is None and a.style and b.label and not b.level]
    styles = Counter(units[i].style for i in over)
    counted = next((i for i, u in enumerate(units) if u.label and not u.level and u.numbers[-1] > 1), len(units))
    return frozenset(i for i in over if styles[units[i].style] > 1 or (i > counted and units[i + 1].numbers[-1] <= 1))


def _holds(
    units: Sequence[Unit], path: Sequence[int], number: int, holding: Set[tuple[str, int]], parts: Set[int]
) -> bool:
    """Whether the innermost open unit is an ancestor of unit `number`; `holding`: counters with headings inside."""
    above, unit = units[path[-1]], units[number]
    if above.reason or unit.reason:
        return False
    if unit.label is None:
        again = (above.family, above.level) in holding and not _larger(unit, above)
        return above.has_heading and (_outranks(above, unit) or again or _inside(units, above, number))
    if above.label is not None:
        return above.level < unit.level
    return _heading_holds(above, unit, [units[i] for i in path]) and (not unit.has_heading or path[-1] in parts)


def _larger(unit: Unit, above: Unit) -> bool:
    return above.style is None or unit.style is None or unit.style.larger(above.style)


def _outranks(above: Unit, unit: Unit) -> bool:
    return above.style is not None and unit.style is not None and above.style.above(unit.style)


def _inside(units: Sequence[Unit], above: Unit, number: int) -> bool:
    """Whether an unnumbered heading stands inside a numbered unit: the unit's counter goes on behind it."""
    if above.label is None or _larger(units[number], above):
        return False
    for after in units[number + 1 :]:
        if after.label is not None and after.level <= above.level:
            return after.level == above.level and after.family == above.family and after.numbers > above.numbers
    return False


def _heading_holds(above: Unit, unit: Unit, path: Sequence[Unit]) -> bool:
    """Whether an unnumbered heading stands over a numbered unit that follows."""
    levels = [u.level for u in path if u.label is not None]
    if levels and levels[-1] >= unit.level:
        return False  # a counter outside the heading goes on
    return not unit.has_heading or _outranks(above, unit)
