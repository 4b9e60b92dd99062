"""Two companies' terms beside each other, subject by subject (battle of the forms).

Strategy: clauses are gathered by the subjects they speak of. Values of one kind that concern the same party and the same matter are
held against each other: equal ones agree, others collide; so do cells of the liability matrices. Where neither tells, nearly equal words agree, unless one
of them turns a sentence round, and everything else is said to differ, for a human to read: the program does not guess which of two wordings prevails. Every clause with a text stands on some
subject or is listed as left out. A side's clause that refuses foreign terms is found by its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.comparing.forms.defence import defence_clauses
from app.comparing.forms.liability import LIABILITY, cell_meetings
from app.comparing.forms.points import meeting_points
from app.comparing.forms.words import likeness, turned
from app.models.analysis import Analysis
from app.models.forms import CellMeeting, DefaultRule, FormsComparison, Meeting, MeetingPoint, SubjectMeeting
from app.models.reading import Clause

ALIKE = 0.9  # share of equal words from which two wordings say the same, unless a value contradicts
_FILLED = (Meeting.COLLIDE, Meeting.DIFFER, Meeting.ONLY_OURS, Meeting.ONLY_THEIRS)

_BySubject = Mapping[str, tuple[Clause, ...]]


def meet(
    ours: Analysis, theirs: Analysis, subjects: Iterable[str], rules: Iterable[DefaultRule] = ()
) -> FormsComparison:
    """`subjects`: all clause types, in the order in which those that meet alike shall stand; `rules`: default rules, of which those that apply are kept."""
    left, right = _by_subject(ours), _by_subject(theirs)
    gaps = _gaps(rules, ours, theirs)
    known = tuple(dict.fromkeys((*subjects, *left, *right)))
    found = [_meeting(s, ours, theirs, left, right, gaps) for s in known if s and (s in left or s in right)]
    ways = list(Meeting)
    meetings = tuple(sorted(found, key=lambda meeting: ways.index(meeting.meeting)))
    general = tuple(gaps.get("", ()))
    used = dict.fromkeys((*general, *(rule for meeting in meetings for rule in _rules_of(meeting, gaps))))
    return FormsComparison(
        ours=ours,
        theirs=theirs,
        subjects=meetings,
        left_out=(_ids(left.get("", ())), _ids(right.get("", ()))),
        defence=(defence_clauses(ours.reading), defence_clauses(theirs.reading)),
        rules=tuple(used),
    )


def _by_subject(analysis: Analysis) -> _BySubject:
    """Clauses with a text by all subjects they clearly speak of; "": those without any."""
    found: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in analysis.reading.clauses:
        if clause.text:
            for subject in dict.fromkeys((clause.type or "", *clause.subjects)):
                if subject or not clause.subjects:
                    found[subject].append(clause)
    return {subject: tuple(clauses) for subject, clauses in found.items()}


def _meeting(
    subject: str,
    ours: Analysis,
    theirs: Analysis,
    left: _BySubject,
    right: _BySubject,
    gaps: Mapping[str, tuple[DefaultRule, ...]],
) -> SubjectMeeting:
    own, other = left.get(subject, ()), right.get(subject, ())
    points = meeting_points(_ids(own), _ids(other), ours.reading, theirs.reading)
    alike = likeness([c.text for c in own], [c.text for c in other]) if own and other else 0.0
    cells = cell_meetings(ours.reading, theirs.reading) if subject == LIABILITY and own and other else ()
    met = _met(own, other, points, cells, alike)
    gap = tuple(rule.id for rule in gaps.get(subject, ())) if met in _FILLED else ()
    return SubjectMeeting(subject, met, _ids(own), _ids(other), points, cells, alike, gap)


def _met(
    own: tuple[Clause, ...],
    other: tuple[Clause, ...],
    points: tuple[MeetingPoint, ...],
    cells: tuple[CellMeeting, ...],
    alike: float,
) -> Meeting:
    """A collision of values first; equal values alone do not make wordings agree."""
    if not own or not other:
        return Meeting.ONLY_OURS if own else Meeting.ONLY_THEIRS
    if cells or any(point.meeting is Meeting.COLLIDE for point in points):
        return Meeting.COLLIDE
    agreed = all(point.meeting is Meeting.AGREE for point in points)
    if agreed and alike >= ALIKE and not turned([c.text for c in own], [c.text for c in other]):
        return Meeting.AGREE
    return Meeting.DIFFER


def _gaps(rules: Iterable[DefaultRule], ours: Analysis, theirs: Analysis) -> Mapping[str, tuple[DefaultRule, ...]]:
    """The rules that apply, by subject. A restriction on a fact that neither side's deal tells keeps no rule out."""
    found: defaultdict[str, list[DefaultRule]] = defaultdict(list)
    for rule in rules:
        if _applies(rule, ours) and _applies(rule, theirs):
            found[rule.subject].append(rule)
    return {subject: tuple(same) for subject, same in found.items()}


def _applies(rule: DefaultRule, analysis: Analysis) -> bool:
    audience, kind = analysis.facts.audience.value, analysis.facts.contract_kind.value
    meant = not rule.audiences or audience is None or audience in rule.audiences
    return meant and (not rule.contract_kinds or kind is None or kind in rule.contract_kinds)


def _rules_of(meeting: SubjectMeeting, gaps: Mapping[str, tuple[DefaultRule, ...]]) -> tuple[DefaultRule, ...]:
    return gaps.get(meeting.subject, ()) if meeting.gap else ()


def _ids(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(clause.id for clause in clauses)
