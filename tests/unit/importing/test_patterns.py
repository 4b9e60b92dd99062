"""No pattern of the readers takes long on hostile text: files come from strangers."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import app.importing

_REPEATED = (
    *(
        "<!---->",
        "<!--",
        "<?xml ",
        "<?xml>",
        "-->",
        " ",
        "\t",
        "\n",
        "-",
        "- ",
        "– ",
        "|",
        ".",
        ". ",
        ",",
        ":",
        "*",
        "**",
    ),
    *(
        "**a",
        "__",
        "_ ",
        "#",
        "# ",
        "(",
        ")",
        "1",
        "1.",
        "1,",
        "1 ",
        "a",
        "A",
        "I",
        "x",
        "a.",
        "a-",
        "§",
        "§ ",
        "=",
        "'",
        '"',
    ),
    *(
        "seite ",
        "seite 1 ",
        "von ",
        "1/",
        "1 | ",
        "ms-word.",
        "ms-word.main",
        "main+",
        "f1",
        "bd-",
        "art. ",
        "tel",
        "RIFF",
    ),
)
_AROUND = (("", "\0"), ("1", "!"), ("Seite 1", "x"), ("**", "*"), ("§", "ß"), ("<!--", "<html"))
_COPIES = (10, 22, 100, 600)  # rising, so that a pattern that explodes fails instead of hanging
_SECONDS = 0.3


def _patterns() -> Iterator[tuple[str, re.Pattern]]:
    for info in pkgutil.walk_packages(app.importing.__path__, "app.importing."):
        for name, value in sorted(vars(importlib.import_module(info.name)).items()):
            for number, pattern in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(pattern, re.Pattern):
                    yield f"{info.name}.{name}.{number}", pattern


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in _patterns()])
def test_hostile_repetitions_take_no_long_time(pattern):
    for copies in _COPIES:
        for repeated in _REPEATED:
            for before, after in _AROUND:
                text = before + repeated * copies + after
                assert _seconds(pattern, text) < _SECONDS, (repeated, copies, before, after)


def _seconds(pattern: re.Pattern, text: str) -> float:
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    pattern.match(given)
    pattern.fullmatch(given)
    pattern.search(given)
    return time.process_time() - began


def test_the_patterns_of_all_readers_are_looked_at():
    named = {name.rpartition(".")[0] for name, _ in _patterns()}
    assert {
        "app.importing.detection._HTML",
        "app.importing.text._RULE",
        "app.importing.pdf.letterhead._CLAUSE",
    } <= named
