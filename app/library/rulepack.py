"""A folder of statutory rules → `RulePack`: `pack.toml` names it, `de/*.toml` hold the rules of one family of norms.

Read like the reference clauses: all files are checked before anything is refused, and the fingerprint is taken of
the effective content.
"""

from __future__ import annotations

from pathlib import Path

from app.library.files import entries_of, fingerprint, open_table, report_repeated, toml_files
from app.library.model import Status
from app.library.problems import ProblemCode, Problems
from app.library.rulefile import read_statutory_rule
from app.library.statutes import RulePack, StatutoryRule, WordsTrigger

_PACK = "pack.toml"
_FOLDER = "de"
_IN_FORCE = (Status.REVIEW, Status.APPROVED)


def load_rules(folder: Path, types: frozenset[str] | None, problems: Problems) -> RulePack:
    """The rules in `folder`; mistakes are noted in `problems`. Drafts and retired rules are checked and left out.

    `types`: the library's clause types, which the rules' topics must be among; None where the pack is not its own.
    """
    root = open_table(folder / _PACK, f"rules/{_PACK}", problems)
    name = root.text("name") if root else ""
    rules: list[StatutoryRule] = []
    places: list[tuple[str, str]] = []
    for path in toml_files(folder / _FOLDER):
        file = f"rules/{path.relative_to(folder).as_posix()}"
        table = open_table(path, file, problems)
        for rule in entries_of(table, "rule", read_statutory_rule) if table else ():
            _check_types(rule, file, types, problems)
            rules.append(rule)
            places.append((file, rule.id))
    report_repeated(places, problems)
    effective = tuple(sorted((r for r in rules if r.status in _IN_FORCE), key=lambda r: r.id))
    return RulePack(name, fingerprint({"rules": effective}), effective)


def _check_types(rule: StatutoryRule, file: str, types: frozenset[str] | None, problems: Problems) -> None:
    if types is None:
        return
    if rule.topic and rule.topic not in types:
        problems.add(file, rule.id, "topic", ProblemCode.NOT_ALLOWED, rule.topic, sorted(types))
    words = [trigger for trigger in rule.triggers if isinstance(trigger, WordsTrigger)]
    for number, trigger in enumerate(words, start=1):
        for unknown in sorted(set(trigger.types) - types):
            problems.add(file, rule.id, f"words {number}.types", ProblemCode.NOT_ALLOWED, unknown, sorted(types))
