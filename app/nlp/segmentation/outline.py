"""The decided outline: which lines begin units, what their headings are and under which unit they stand.

Strategy: labels chosen by the sequence and unnumbered headings are merged in reading order; enumerations go back into
the paragraph that introduces them; headings are set into the levels by how prominent they are. The result is plain
(`Unit`s with line numbers), so that corrections of a user can be laid over it before the tree is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.nlp.segmentation.headings import Heading, Style, numbered_heading_end, style_of
from app.nlp.segmentation.lines import TextLine
from app.nlp.segmentation.sequence import Chosen

Place = tuple[int, int]  # line index, character in its text


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit set apart by the document: begins on line `line`; parent is an index into the units, None at the top.

    `label`: characters of the label in that line's text, None without. `heading`: from the first place up to the
    second; `body`: where the unit's own text begins. `reason`: not empty where the unit is no clause but a part that
    is not analysed (title, signature, …).
    """

    line: int
    label: tuple[int, int] | None
    heading: tuple[Place, Place] | None
    body: Place
    reason: str = ""
    parent: int | None = None
    family: str = ""
    level: int = 0
    style: Style | None = None

    @property
    def has_heading(self) -> bool:
        """Whether a heading of its own belongs to the unit."""
        return self.heading is not None


def numbered_units(lines: Sequence[TextLine], chosen: Sequence[Chosen], stops: frozenset[int]) -> tuple[Unit, ...]:
    """A unit for each chosen label; `stops` are all lines that begin something."""
    return tuple(_numbered_unit(lines, item, stops) for item in chosen)


def _numbered_unit(lines: Sequence[TextLine], chosen: Chosen, stops: frozenset[int]) -> Unit:
    first, label = chosen.candidate.line, chosen.label
    base = Unit(
        first, (label.start, label.end), None, (first, label.rest), family=chosen.label.family, level=chosen.level
    )
    line = lines[first]
    if label.rest >= len(line.text):
        return _label_alone(lines, base, stops)
    lead = line.line.bold_lead
    if label.rest + 2 < lead < len(line.text) and len(line.text[label.rest : lead].split()) <= 14:
        return _run_in(base, first, label.rest, lead, line)
    end = numbered_heading_end(lines, first, line.text[label.rest :], stops)
    if end is None:
        return base
    return _with_heading(lines, base, first, label.rest, end)


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
    for unit in units:
        while path and not _holds(placed[path[-1]], unit, [placed[i] for i in path]):
            path.pop()
        placed.append(replace(unit, parent=path[-1] if path else None))
        path.append(len(placed) - 1)
    return tuple(placed)


def _holds(above: Unit, unit: Unit, path: Sequence[Unit]) -> bool:
    """Whether `above`, the innermost open unit, is an ancestor of `unit`."""
    if above.label is not None:
        if unit.label is not None:
            return above.level < unit.level
        return above.has_heading and _outranks(above, unit)
    if unit.label is None:
        return _outranks(above, unit)
    return _heading_holds(above, unit, path)


def _outranks(above: Unit, unit: Unit) -> bool:
    return above.style is not None and unit.style is not None and above.style.above(unit.style)


def _heading_holds(above: Unit, unit: Unit, path: Sequence[Unit]) -> bool:
    """Whether an unnumbered heading stands over a numbered unit that follows."""
    levels = [u.level for u in path if u.label is not None]
    if levels and levels[-1] >= unit.level:
        return False  # a counter outside the heading goes on
    return not unit.has_heading or _outranks(above, unit)
