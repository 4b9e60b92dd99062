"""What the user asked of `compare`: arguments → `CompareRequest`, in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.cli.dealfacts import add_facts, stated_facts
from app.cli.parsing import Parser, UsageError, add_help, language, one_of, translated
from app.models.facts import DealFacts
from app.pipeline.libraries import default_library
from app.reporting.options import Reader
from app.wording.commandline import text
from app.wording.comparecommand import comparetext
from app.wording.lang import LANGS, Lang

FORMATS: Final = ("text", "html", "docx", "pdf", "xlsx", "csv", "json")
READABLE: Final = ("text", "html", "csv", "json")
_BY_SUFFIX: Final = {".txt": "text", ".htm": "html", **{f".{name}": name for name in FORMATS[1:]}}


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """A run of `compare`; with `forms` the files are ours and theirs. `output` None: to standard output."""

    old: Path
    new: Path
    forms: bool
    format: str
    output: Path | None
    reader: Reader
    reviewer: str
    overwrite: bool
    library: Path
    facts: DealFacts
    lang: Lang
    password_stdin: bool
    text_recognition: bool


def parse(argv: Sequence[str]) -> CompareRequest:
    """The request; `argv` without `compare`. Raises UsageError, or Help where help is asked for."""
    lang = language(argv)
    try:
        given, unknown = _parser(lang).parse_known_args(argv)
    except argparse.ArgumentError as error:
        raise UsageError(translated(error, lang), lang) from error
    if unknown:
        raise UsageError(text("unknown_argument", lang, argument=unknown[0]), lang)
    if len(given.files) != 2:
        raise UsageError(comparetext("two_files", lang), lang)
    if given.forms and given.outward:
        raise UsageError(comparetext("forms_outward", lang), lang)
    return _request(given, lang)


def _request(given: argparse.Namespace, lang: Lang) -> CompareRequest:
    old, new = given.files
    output: Path | None = given.output
    chosen = given.format or (_BY_SUFFIX.get(output.suffix.lower(), "text") if output else "text")
    if output is None and chosen not in READABLE:
        raise UsageError(comparetext("binary", lang, format=chosen), lang)
    return CompareRequest(
        old=old,
        new=new,
        forms=given.forms,
        format=chosen,
        output=output,
        reader=Reader.OUTWARD if given.outward else Reader.INTERNAL,
        reviewer=" ".join((given.reviewer or "").split()),
        overwrite=given.overwrite,
        library=given.library or default_library(),
        facts=stated_facts(given),
        lang=lang,
        password_stdin=given.password_stdin,
        text_recognition=not given.no_ocr,
    )


def _parser(lang: Lang) -> Parser:
    about = comparetext("about", lang)
    usage = comparetext("synopsis", lang)
    parser = Parser(lang=lang, prog="klausellupe compare", description=about, usage=usage)
    files = parser.add_argument_group(text("arguments", lang))
    both = f"{comparetext('old', lang)}; {comparetext('new', lang)}"
    files.add_argument("files", nargs="*", type=Path, metavar="FILE", help=both)
    options = parser.add_argument_group(text("options", lang))
    options.add_argument("--forms", action="store_true", help=comparetext("forms", lang))
    options.add_argument(
        "--format", type=one_of(FORMATS, lang), metavar="|".join(FORMATS), help=comparetext("format", lang)
    )
    options.add_argument("-o", "--output", type=Path, metavar="FILE", help=comparetext("output", lang))
    options.add_argument("--overwrite", action="store_true", help=comparetext("overwrite", lang))
    options.add_argument("--outward", action="store_true", help=comparetext("outward", lang))
    options.add_argument("--reviewer", metavar="NAME", help=comparetext("reviewer", lang))
    options.add_argument("--library", type=Path, metavar="DIR", help=text("library", lang))
    options.add_argument("--password-stdin", action="store_true", help=text("password_stdin", lang))
    options.add_argument("--no-ocr", action="store_true", help=text("no_ocr", lang))
    options.add_argument("--lang", type=one_of(LANGS, lang), metavar="|".join(LANGS), help=text("lang", lang))
    add_help(options, lang)
    add_facts(parser.add_argument_group(text("facts", lang)), lang)
    return parser
