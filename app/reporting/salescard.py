"""The sales card: what to accept, to negotiate and to have approved, in plain words on one page.

Strategy: what could stand on the page is listed in the order of its use (the gravest points first, then what to say of them, then what to
propose, then more points); as much of it as fits is taken, found by laying the page out. What does not fit is counted. Outward nothing is
accepted and nobody's consent is named: the other side reads what we would like to talk about, in the order of the document, because ours
would show what we care for most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from app.models.analysis import Analysis, Outcome
from app.reporting.cardpoints import Group, Point, Points, approver_names, card_points
from app.reporting.ledger import not_checked, outside_share
from app.reporting.options import ReportOptions
from app.reporting.paper import Block, Bullets, Frame, Heading, Paper, Paragraph, Span, Style, Text, Tone, plain
from app.reporting.places import page_ranges, shortened
from app.wording.lang import Lang
from app.wording.numbers import date_text, list_text
from app.wording.salescard import card_phrase
from app.wording.terms import term

_NAME = 110  # characters of a file's name
_LISTED = 60  # points of a group: more never fit
_TRIED = 24  # shorter ones behind the first that does not fit
_RESERVE = Paragraph(plain("\n"))  # other programs set the page a little wider
_MARKS = {"de": "„{}“", "en": "“{}”"}
_TITLE, _SAY, _WORDING = 1, 2, 3  # how much of a point is shown
_INWARD = (Group.APPROVE, Group.NEGOTIATE, Group.ACCEPT)
_OUTWARD = (Group.NEGOTIATE, Group.APPROVE)
_TONES = {Group.APPROVE: Tone.HIGH, Group.NEGOTIATE: Tone.MEDIUM, Group.ACCEPT: Tone.GOOD}
_OUTWARD_TITLES = {Group.NEGOTIATE: "talk_outward"}

Groups = dict[Group, list[Point]]
Want = tuple[Group, int, int]  # group, number of the point in it, how much of it
Levels = Counter[tuple[Group, int]]


def sales_card(analysis: Analysis, options: ReportOptions) -> Paper:
    """A paper of one page."""
    from app.reporting.pdf.layout import page_count  # imports reportlab

    points = card_points(analysis, options)
    groups = _groups(points, options)
    wants = list(_wants(groups))

    def fits(taken: list[Want]) -> bool:
        paper = _paper(analysis, options, points, groups, _levels(taken))
        return page_count(replace(paper, blocks=(*paper.blocks, _RESERVE))) == 1

    return _paper(analysis, options, points, groups, _levels(_taken(wants, fits)))


def _taken(wants: list[Want], fits: Callable[[list[Want]], bool]) -> list[Want]:
    """As many as fit from the beginning, then those of the next that are short enough."""
    most = _most(len(wants), lambda count: fits(wants[:count]))
    taken, rest = wants[:most], wants[most + 1 : most + _TRIED]
    for want in rest:
        if fits([*taken, want]):
            taken.append(want)
    return taken


def _most(highest: int, fits: Callable[[int], bool]) -> int:
    """The largest number that fits, at least 0."""
    low = 0
    while low < highest:
        middle = (low + highest + 1) // 2
        if fits(middle):
            low = middle
        else:
            highest = middle - 1
    return low


def _groups(points: Points, options: ReportOptions) -> Groups:
    """Outward all is to be talked about: which of it needs a consent in our house is not said, and nothing is accepted in passing."""
    if not options.outward:
        return {group: points.of(group) for group in _INWARD}
    talk = [point for group in Group for point in points.of(group)]
    return {Group.NEGOTIATE: sorted(talk, key=lambda point: point.rank)}


# --- what comes first


def _wants(groups: Groups) -> Iterator[Want]:
    """In the order of use."""
    talk: list[Group] = [group for group in groups if group is not Group.ACCEPT]
    everything = list(groups)
    for among, start, end, level in (
        (everything, 0, 3, _TITLE),
        (talk, 0, 2, _SAY),
        (talk, 3, 5, _TITLE),
        (talk, 0, 2, _WORDING),
        (talk, 2, 5, _SAY),
        (everything, 3, 8, _TITLE),
        (talk, 2, 5, _WORDING),
        (talk, 5, 10, _SAY),
        (everything, 8, _LISTED, _TITLE),
        (talk, 5, 10, _WORDING),
        (talk, 10, _LISTED, _SAY),
        (talk, 10, _LISTED, _WORDING),
    ):
        yield from _across(groups, among, range(start, end), level)


def _across(groups: Groups, among: list[Group], numbers: range, level: int) -> Iterator[Want]:
    """The first of each group, then the second of each."""
    of_group = [[(group, n, level) for n in numbers if n < len(groups[group])] for group in among]
    for together in zip_longest(*of_group):
        yield from (want for want in together if want)


def _levels(wants: list[Want]) -> Levels:
    levels: Levels = Counter()
    for group, number, level in wants:
        levels[group, number] = level
    return levels


# --- the paper


def _paper(analysis: Analysis, options: ReportOptions, points: Points, groups: Groups, levels: Levels) -> Paper:
    lang = options.lang
    return Paper(
        lang=lang,
        title=card_phrase("title_outward" if options.outward else "title", lang),
        subtitle=shortened(analysis.reading.source.name, _NAME),
        blocks=(
            *_head(analysis, options, points),
            *(block for group in groups for block in _section(group, groups[group], levels, options, points)),
            *_foot(analysis, options, points),
        ),
        footer=options.footer,
        logo=options.logo,
        company=options.company,
        made_at=options.made_at,
        one_page=True,
    )


def _head(analysis: Analysis, options: ReportOptions, points: Points) -> Iterator[Block]:
    if facts := " · ".join(_facts(analysis, options)):
        yield Paragraph(plain(facts), Style.SOFT)
    if not options.outward:
        yield Paragraph(plain(" ".join(_basis(options, points))), Style.SOFT)


def _facts(analysis: Analysis, options: ReportOptions) -> Iterator[str]:
    lang = options.lang
    if options.made_at:
        yield card_phrase("as_of", lang, date=date_text(options.made_at.date(), lang))
    if options.reviewer:
        yield card_phrase("reviewed", lang, name=shortened(options.reviewer, _NAME))
    if options.outward:
        return
    if role := analysis.facts.perspective.value:
        yield card_phrase("role", lang, role=term("perspective", role.value, lang))
    yield card_phrase("library", lang, name=shortened(analysis.library.name, _NAME))


def _basis(options: ReportOptions, points: Points) -> Iterator[str]:
    lang, total = options.lang, points.total
    if points.left:
        yield card_phrase("selected", lang, shown=total, total=total + points.left)
    if not total:
        yield card_phrase("no_findings", lang)
    elif points.decided == total:
        yield card_phrase("by_decision", lang)
    elif points.decided:
        yield card_phrase("by_both", lang, decided=points.decided, total=total)
    else:
        yield card_phrase("by_program", lang)
    if aside := sum(point.findings for point in points.of(Group.ASIDE)):
        yield card_phrase("put_aside", lang, count=aside)


def _section(
    group: Group, points: list[Point], levels: Levels, options: ReportOptions, everything: Points
) -> Iterator[Block]:
    lang = options.lang
    if options.outward and group is Group.APPROVE and not points:
        return
    name = card_phrase(_OUTWARD_TITLES[group] if options.outward else group.value, lang)
    title = card_phrase("group", lang, title=name, count=len(points))
    mixed = 0 < everything.decided < everything.total and not options.outward
    shown = [(point, levels[group, number]) for number, point in enumerate(points) if levels[group, number]]
    if options.outward:
        shown.sort(key=lambda one: one[0].position)
    said: set[str] = set()
    items = tuple(_item(point, level, group, options, said, mixed=mixed) for point, level in shown)
    yield Frame(
        (
            Heading(2, title),
            *([Bullets(items)] if items else []),
            *_rest(len(points) - len(items), bool(items), options),
        ),
        Tone.INFO if options.outward else _TONES[group],
    )


def _rest(count: int, more: bool, options: ReportOptions) -> Iterator[Block]:
    """How many points are not listed."""
    outward = "_outward" if options.outward else ""
    if count:
        text = card_phrase(f"{'more' if more else 'more_alone'}{outward}", options.lang, count=count)
        yield Paragraph(plain(text, strong=True), Style.SOFT)
    elif not more:
        yield Paragraph(plain(card_phrase("none_outward" if outward else "nothing", options.lang)), Style.SOFT)


def _item(point: Point, level: int, group: Group, options: ReportOptions, said: set[str], *, mixed: bool) -> Text:
    lang = options.lang
    spans = [Span("; ".join(point.titles[:2]), strong=True)]
    if hidden := max(0, len(point.titles) - 2):
        spans.append(Span(card_phrase("also_one" if hidden == 1 else "also", lang, count=hidden)))
    marks = [card_phrase(mark, lang) for mark in _states(point, mixed=mixed, outward=options.outward)]
    if group is Group.NEGOTIATE and point.approvers and not options.outward:
        marks.append(card_phrase("approvers_else", lang, names=approver_names(point, lang)))
    if aside := ", ".join(filter(None, [point.place, *marks])):
        spans.append(Span(f"  {aside}", Tone.SOFT))
    for label, text in _lines(point, level, group, options, said):
        spans += [Span("\n"), *([Span(label, Tone.SOFT, strong=True), Span(" ")] if label else []), Span(text)]
    return tuple(spans)


def _states(point: Point, *, mixed: bool, outward: bool) -> Iterator[str]:
    if outward:
        return
    if point.doubtful:
        yield "doubtful"
    if point.refused:
        yield "refused"
    if point.suggested and mixed:
        yield "suggested"


def _lines(point: Point, level: int, group: Group, options: ReportOptions, said: set[str]) -> Iterator[tuple[str, str]]:
    """Label and text; what was said of a point above is not said again."""
    lang, outward = options.lang, options.outward
    if group is Group.APPROVE and not outward:
        yield card_phrase("approvers", lang), approver_names(point, lang) or card_phrase("no_approver", lang)
    if level >= _SAY and point.say:
        text = card_phrase("as_above", lang) if point.say in said else point.say
        yield "" if outward else card_phrase("say", lang), text
    if level >= _WORDING and point.wording and point.wording not in said:
        yield card_phrase("wording_outward" if outward else "wording", lang), _MARKS[lang].format(point.wording)
    said |= {point.say, point.wording}


# --- the end


def _foot(analysis: Analysis, options: ReportOptions, points: Points) -> Iterator[Block]:
    lang = options.lang
    if options.outward:
        yield Paragraph(plain(card_phrase("no_advice_outward", lang)), Style.SMALL)
        return
    parts = list(_unchecked(analysis, lang))
    text = card_phrase("unchecked", lang, parts=list_text(parts, lang)) if parts else card_phrase("all_checked", lang)
    yield Paragraph(plain(text), Style.SMALL)
    more = [] if all(point.whole for point in points.points) else [card_phrase("in_report", lang)]
    yield Paragraph(plain(" ".join([card_phrase("no_advice", lang), *more])), Style.SMALL)


def _unchecked(analysis: Analysis, lang: Lang) -> Iterator[str]:
    source = analysis.reading.source
    if source.unread_pages:
        yield card_phrase("unchecked_pages", lang, pages=shortened(page_ranges(source.unread_pages), _NAME))
    elif not source.complete:
        yield card_phrase("unchecked_unread", lang)
    if parts := sum(part.reason != "unread_page" for part in not_checked(analysis)):
        yield card_phrase("unchecked_parts", lang, count=parts)
    if round(outside_share(analysis) * 100) >= 1:
        yield card_phrase("unchecked_outside", lang)
    if undecided := sum(check.outcome is Outcome.UNDECIDABLE for check in analysis.checks):
        yield card_phrase("unchecked_open", lang, count=undecided)
