"""Clause lists of any form → drafts that are ready to be looked through: with a proposed type, proposed limits, and validated.

What `app.importing.clauselists` reads is completed here with what only the clause tree and the reading of provisions know. To be
run in a worker process: the files are hostile input. A type that is not sure enough is left open and said; a limit is proposed
only where the wording leaves no doubt, and says of itself that it is a proposal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from app.importing.clauselists.ids import new_id
from app.importing.clauselists.model import (
    ClauseList,
    Columns,
    Defaults,
    DraftClause,
    ListCode,
    ListProblem,
    Plain,
    Sheet,
)
from app.importing.options import ReadOptions
from app.library.model import ClauseType
from app.library.plain import clause_of
from app.library.problems import Problems
from app.models.provisions import Provision
from app.models.reading import Clause
from app.pipeline.proposedlimits import with_limits
from app.progress import Progress, part_of, silent

SURE = 0.75  # share of right types from which one is set; of the shipped preferred wordings 118 of 134 get one, 5 a wrong one
_OPTIONS = ReadOptions(text_recognition=False)
_CHOICES = 3
_ASKED = (ListCode.TYPE_NEAREST, ListCode.TYPE_UNKNOWN)  # the file names a type, only which?
_OF_TYPE = (ListCode.TYPE_MISSING, ListCode.TYPE_UNSURE, *_ASKED)


def drafts_from_docx(
    data: bytes, name: str, defaults: Defaults, types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """Drafts of a playbook or contract in Word (or another format that is read). Raises ExpectedError or Cancelled."""
    from app.importing.clauselists.playbook import drafts_from_document
    from app.importing.reader import read
    from app.pipeline.docoutline import outline_of

    source = read(data, name, _OPTIONS, progress=part_of(progress, 0.0, 0.4))
    progress(0.4, "segmenting", {})
    found = drafts_from_document(source, outline_of(source), defaults, types)
    made = completed(found.found, found.above, types, progress=part_of(progress, 0.5, 1.0))
    return replace(made, notes=(*source.warnings, *made.notes))


def drafts_from_table(
    sheet: Sheet, columns: Columns, defaults: Defaults, types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """Drafts of a sheet's rows. Raises Cancelled."""
    from app.importing.clauselists.rows import drafts_from_rows

    progress(0.0, "understanding", {})
    return completed(drafts_from_rows(sheet, columns, defaults, types), {}, types, progress=progress)


def completed(
    found: ClauseList, above: Mapping[str, tuple[str, ...]], types: Sequence[ClauseType], *, progress: Progress = silent
) -> ClauseList:
    """The drafts with types and limits proposed, and with what the library would refuse in them."""
    from app.nlp.clausetypes import classify
    from app.nlp.provisions import find_provisions
    from app.nlp.topicmodel import model as topics

    units = tuple(unit for draft in found.drafts for unit in _units(draft.plain, above.get(draft.plain["id"], ())))
    clauses = classify(units, topics.load())
    typed = {clause.id: clause for clause in clauses}
    provisions = _by_clause(find_provisions(clauses, progress))
    taken = {draft.plain["id"] for draft in found.drafts}
    known = {one.id for one in types}
    drafts = []
    for draft in found.drafts:
        name = draft.plain["id"]
        proposed = _proposed(draft, typed[name], known, taken)
        drafts.append(_validated(with_limits(proposed, provisions.get(name, []))))
    return replace(found, drafts=tuple(drafts))


def with_type(draft: DraftClause, type_id: str, taken: Collection[str] = ()) -> DraftClause:
    """The draft with the type that the user chose; a made-up id follows it. `taken`: ids of the library and the other drafts."""
    open_ones = tuple(p for p in draft.problems if p.code not in _OF_TYPE and p.code is not ListCode.INVALID)
    plain = _typed(draft.plain, type_id, taken)
    return _validated(replace(draft, plain=plain, problems=open_ones, confidence=1.0))


def _units(plain: Plain, above: Sequence[str]) -> Iterator[Clause]:
    """The draft as a clause under the headings above it, as the reading of documents wants it."""
    parent: str | None = None
    for level, heading in enumerate(above):
        unit = f"{plain['id']}/{level}"
        yield _unit(unit, heading, "", parent, level, plain)
        parent = unit
    preferred = [one["text"] for one in plain.get("position", []) if one["rank"] == "preferred"]
    texts = preferred or [one["text"] for one in plain.get("position", [])][:1]
    yield _unit(plain["id"], plain["title"], "\n".join(texts).replace("\n\n", "\n"), parent, len(above), plain)


def _unit(name: str, heading: str, text: str, parent: str | None, level: int, plain: Plain) -> Clause:
    return Clause(
        id=name,
        anchor=name,
        label="",
        heading=heading,
        text=text,
        path=(heading,),
        parent=parent,
        level=level,
        language=plain.get("language", "de"),
    )


def _by_clause(provisions: Sequence[Provision]) -> dict[str, list[Provision]]:
    found: dict[str, list[Provision]] = {}
    for provision in provisions:
        found.setdefault(provision.clause, []).append(provision)
    return found


def _proposed(draft: DraftClause, clause: Clause, known: Collection[str], taken: set[str]) -> DraftClause:
    """With the type of the clause where it is sure enough, else with what is likely."""
    if draft.plain.get("type"):
        return draft
    likely = [one for one in (clause.type, *clause.subjects) if one in known]
    choices = tuple(dict.fromkeys((*draft.type_choices, *filter(None, likely))))[:_CHOICES]
    asked = any(problem.code in _ASKED for problem in draft.problems)
    if clause.type in known and clause.type and clause.confidence >= SURE and not asked:
        plain = _typed(draft.plain, clause.type, taken)
        taken.add(plain["id"])
        return replace(draft, plain=plain, type_choices=choices, confidence=clause.confidence)
    problem = ListProblem(ListCode.TYPE_MISSING)
    if clause.type in known and clause.type:
        problem = ListProblem(ListCode.TYPE_UNSURE, {"type": clause.type, "share": clause.confidence})
    problems = draft.problems if asked else (*draft.problems, problem)
    return replace(draft, problems=problems, type_choices=choices, confidence=clause.confidence if likely else 0.0)


def _typed(plain: Plain, type_id: str, taken: Collection[str]) -> Plain:
    """With the type, in the order of the files; the id that was made without one is made again."""
    before = plain["id"]
    made = before
    if before.startswith("clause-"):
        made = new_id(type_id, plain["perspective"], plain.get("audience", ()), plain["title"], taken)
    rules = [rule | {"id": rule["id"].replace(before, made, 1)} for rule in plain.get("rule", [])]
    new = {"id": made, "title": plain["title"], "type": type_id, **{k: v for k, v in plain.items() if k not in _FIRST}}
    return new | ({"rule": rules} if rules else {})


_FIRST = ("id", "title", "type")


def _validated(draft: DraftClause) -> DraftClause:
    """With a problem for each thing that the library would refuse; the open type is said already."""
    problems = Problems()
    clause_of(draft.plain, problems)
    refused = tuple(
        ListProblem(ListCode.INVALID, {"field": one.field, "problem": one.code.value, "found": one.found})
        for one in problems.found
        if one.field != "type" and not (one.field == "position" and one.code.value == "no_preferred")
    )
    return replace(draft, problems=(*draft.problems, *refused))
