"""A pack as TOML text, made for people who read differences in version control.

One form for everything, so that a clause that did not change gives the same bytes: keys in the order of the files, texts
wrapped at words, one paragraph a block. Wrapping is undone by reading (`Table.text`), so nothing is lost by it. Characters
that cannot be seen are written as escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Final

from app.library.files import SCHEMA
from app.library.model import ClauseType, Revision
from app.library.plain import Plain, plain_clause

_WIDTH: Final = 120
_BLOCKS: Final = frozenset({"text", "guidance", "comment"})
"""Texts that always get lines of their own, however short: a sentence more must not move the others."""

_INLINE: Final = frozenset({"value", "where", "unless"})
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def head_text(name: str) -> str:
    """The beginning of a pack's first file."""
    return f"schema = {SCHEMA}\nname = {_quoted(name)}\n"


def types_text(types: Iterable[ClauseType]) -> str:
    """The tables `[[type]]`, each after an empty line."""
    return "".join("\n[[type]]\n" + "".join(_lines(_type(item), "")) for item in types)


def clauses_text(revisions: Iterable[Revision]) -> str:
    """The tables `[[clause]]`, each after an empty line."""
    return "".join("\n[[clause]]\n" + "".join(_lines(plain_revision(item), "")) for item in revisions)


def plain_revision(revision: Revision) -> Plain:
    """The table `[[clause]]` of a revision: the clause and, where anything is known of it, its change."""
    plain = plain_clause(revision.clause)
    change: Plain = {
        "author": revision.author,
        "at": revision.at.astimezone(UTC) if revision.at else None,
        "reason": revision.reason.replace("\n", "\n\n"),
    }
    if known := {key: value for key, value in change.items() if value}:
        plain["change"] = known
    return plain


def _type(item: ClauseType) -> Plain:
    return {key: value.replace("\n", "\n\n") for key, value in asdict(item).items()}


def _lines(table: Plain, indent: str) -> Iterable[str]:
    """Simple values first, then tables: after `[table]` a key would belong to that table."""
    for key, value in table.items():
        if not _is_table(key, value):
            yield f"{indent}{key} = {_value(key, value, indent)}\n"
    for key, value in table.items():
        if _is_table(key, value):
            many = isinstance(value, list)
            for item in value if many else [value]:
                yield f"\n{indent}  {f'[[clause.{key}]]' if many else f'[clause.{key}]'}\n"
                yield from _lines(item, indent + "  ")


def _is_table(key: str, value: object) -> bool:
    if isinstance(value, dict):
        return key not in _INLINE
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _value(key: str, value: object, indent: str) -> str:
    match value:
        case str():
            return _text(key, value, indent)
        case list() if key == "examples":
            items = "".join(f"{indent}  {_block(item, indent + '  ')},\n" for item in value)
            return f"[\n{items}{indent}]"
        case list():
            return _list(value, len(indent) + len(key) + 3, indent)
        case _:
            return _simple(value)


def _text(key: str, text: str, indent: str) -> str:
    line = _quoted(text)
    if key in _BLOCKS or "\n" in text or (" " in text and len(indent) + len(key) + 3 + len(line) > _WIDTH):
        return _block(text, indent)
    return line


def _block(text: str, indent: str) -> str:
    lines = "\n".join(_wrapped(_in_block(paragraph), indent) for paragraph in text.split("\n\n"))
    return f'"""\n{lines}{indent}"""'


def _in_block(text: str) -> str:
    """Of quotation marks only three in a row need care there."""
    escaped = "".join(char if char == '"' else _char(char) for char in text)
    return escaped.replace('"""', '""\\"')


def _wrapped(text: str, indent: str) -> str:
    """Lines of whole words; a word may be longer than a line."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(indent) + len(line) + 1 + len(word) > _WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "".join(f"{indent}{line}\n" for line in (*lines, line))


def _list(items: Sequence[object], used: int, indent: str) -> str:
    """On one line where it fits, else a line for each."""
    line = f"[{', '.join(map(_simple, items))}]"
    if used + len(line) <= _WIDTH:
        return line
    return "[\n" + "".join(f"{indent}  {_simple(item)},\n" for item in items) + f"{indent}]"


def _simple(value: object) -> str:
    match value:
        case str():
            return _quoted(value)
        case bool():
            return "true" if value else "false"
        case float():
            return _number(value)
        case datetime():
            return value.isoformat(timespec="seconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_simple, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {_simple(item)}' for key, item in value.items())} }}"
        case _:
            return str(value)


def _number(value: float) -> str:
    """`3` for a whole number, as people write it."""
    short = f"{value:.0f}"
    return short if repr(value) == f"{short}.0" and short != "-0" else repr(value)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return "".join(map(_char, text))


def _char(char: str) -> str:
    return _ESCAPES.get(char) or (char if char.isprintable() else _by_number(ord(char)))


def _by_number(code: int) -> str:
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
