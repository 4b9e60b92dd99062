"""What the user asked for: arguments → `Request`, in the user's language.

Files and unknown arguments are checked here; `parsing` keeps argparse's own English out of the way.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.cli.dealfacts import add_facts, stated_facts
from app.cli.parsing import (
    Parser,
    ShowVersion,
    UsageError,
    add_help,
    language,
    one_of,
    translated,
)
from app.models.facts import DealFacts
from app.pipeline.libraries import default_library
from app.reporting.formats import FORMATS
from app.reporting.options import Reader, Wording
from app.wording.batch import batch_phrase
from app.wording.commandline import text
from app.wording.comparecommand import comparetext
from app.wording.lang import LANGS, Lang

_FORMATS: Final = tuple(FORMATS)
_BY_SUFFIX: Final = {
    ".htm": "html",
    **{known.suffix: known.name for known in reversed(FORMATS.values()) if known.suffix},
}
_PROPOSALS: Final = tuple(wording.value for wording in Wording)


@dataclass(frozen=True, slots=True)
class Request:
    """A run of `analyze`; `output` None: to standard output. `password_stdin`: a password is to be read from there.

    `overwrite`: files that are there already are replaced.
    """

    files: tuple[Path, ...]
    format: str
    output: Path | None
    library: Path
    facts: DealFacts
    lang: Lang
    password_stdin: bool = False
    text_recognition: bool = True
    reader: Reader = Reader.INTERNAL
    reviewer: str = ""
    proposals: Wording = Wording.PREFERRED
    overwrite: bool = False


def parse(argv: Sequence[str]) -> Request:
    """The request. Raises UsageError, or Help where help or version is asked for."""
    lang = language(argv)
    parser = _parser(lang)
    try:
        given, unknown = parser.parse_known_args(argv)
    except argparse.ArgumentError as error:
        raise UsageError(translated(error, lang), lang) from error
    if unknown:
        raise UsageError(text("unknown_argument", lang, argument=unknown[0]), lang)
    if given.command is None:
        raise UsageError(text("no_command", lang), lang)
    if not given.files:
        raise UsageError(text("no_files", lang), lang)
    return Request(
        files=tuple(dict.fromkeys(given.files)),
        format=given.format or _format_of(given.output),
        output=given.output,
        library=given.library or default_library(),
        facts=stated_facts(given),
        lang=lang,
        password_stdin=given.password_stdin,
        text_recognition=not given.no_ocr,
        reader=Reader.OUTWARD if given.outward else Reader.INTERNAL,
        reviewer=" ".join((given.reviewer or "").split()),
        proposals=Wording(given.proposals or Wording.PREFERRED),
        overwrite=given.overwrite,
    )


def _format_of(output: Path | None) -> str:
    return _BY_SUFFIX.get(output.suffix.lower(), "text") if output else "text"


# --- the parser


def _parser(lang: Lang) -> Parser:
    parser = Parser(lang=lang, prog="klausellupe", description=text("description", lang), epilog=text("epilog", lang))
    options = parser.add_argument_group(text("options", lang))
    add_help(options, lang)
    options.add_argument("--version", action=ShowVersion, nargs=0, help=text("version", lang))
    commands = parser.add_subparsers(dest="command", title=text("commands", lang), metavar=text("command", lang))
    about = text("analyze", lang)
    _add_analyze(
        commands.add_parser("analyze", lang=lang, help=about, description=about, usage=text("synopsis", lang)), lang
    )
    commands.add_parser("compare", lang=lang, help=comparetext("about", lang))  # read by `comparearguments`
    commands.add_parser("batch", lang=lang, help=batch_phrase("about", lang))  # read by `batcharguments`
    commands.add_parser("library", lang=lang, help=text("library_command", lang))  # read by `libraryarguments`
    return parser


def _add_analyze(parser: argparse.ArgumentParser, lang: Lang) -> None:
    files = parser.add_argument_group(text("arguments", lang))
    files.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("files", lang))
    options = parser.add_argument_group(text("options", lang))
    options.add_argument("--format", type=one_of(_FORMATS, lang), metavar="|".join(_FORMATS), help=text("format", lang))
    options.add_argument("-o", "--output", type=Path, metavar="PATH", help=text("output", lang))
    options.add_argument("--overwrite", action="store_true", help=text("overwrite", lang))
    options.add_argument("--outward", action="store_true", help=text("outward", lang))
    options.add_argument("--reviewer", metavar="NAME", help=text("reviewer", lang))
    options.add_argument(
        "--proposals", type=one_of(_PROPOSALS, lang), metavar="|".join(_PROPOSALS), help=text("proposals", lang)
    )
    options.add_argument("--library", type=Path, metavar="DIR", help=text("library", lang))
    options.add_argument("--password-stdin", action="store_true", help=text("password_stdin", lang))
    options.add_argument("--no-ocr", action="store_true", help=text("no_ocr", lang))
    options.add_argument("--lang", type=one_of(LANGS, lang), metavar="|".join(LANGS), help=text("lang", lang))
    add_help(options, lang)
    add_facts(parser.add_argument_group(text("facts", lang)), lang)
