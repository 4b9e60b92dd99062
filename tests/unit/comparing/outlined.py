"""A reading from an outline: one line a clause, indented by level, `label | heading | text`; `//` is a new line."""

from __future__ import annotations

import hashlib

from app.models.reading import Clause, Reading
from app.models.source import ImportNote, SourceDocument


def outlined(
    *lines: str, preamble: str = "", unread: tuple[int, ...] = (), note: str = "", between: str = ""
) -> Reading:
    """The clauses of `lines`; `preamble` stands before them, `between` is printed before the last of them."""
    text, clauses = f"{preamble}\n" if preamble else "", []
    above: list[Clause] = []
    for number, line in enumerate(lines, start=1):
        if between and number == len(lines):
            text += f"{between}\n"
        level = (len(line) - len(line.lstrip())) // 2
        label, heading, body = (part.strip().replace("//", "\n") for part in f"{line} | |".split("|")[:3])
        spans = []
        for part, gap in ((label, " "), (heading, "\n" if body and heading else ""), (body, "")):
            spans.append((len(text), len(text) + len(part)))
            text += part + gap
        text += "\n"
        above = above[:level]
        clause = Clause(
            id=f"c{number:04d}",
            anchor=hashlib.sha256(f"{number}{line}".encode()).hexdigest()[:16],
            label=label,
            heading=heading,
            text=body,
            path=(*(above[-1].path if above else ()), label or heading),
            parent=above[-1].id if above else None,
            level=level,
            label_spans=(spans[0],),
            heading_spans=(spans[1],) if heading else (),
            body_spans=(spans[2],) if body else (),
        )
        above.append(clause)
        clauses.append(clause)
    warnings = (ImportNote(note),) if note else ()
    source = SourceDocument(
        "muster.txt", "0" * 64, len(text), "text/plain", text, (), (), (), warnings=warnings, unread_pages=unread
    )
    return Reading(source, tuple(clauses))
