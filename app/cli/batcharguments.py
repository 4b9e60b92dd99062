"""What the user asked of `klausellupe batch`: arguments → `BatchCall`, in the user's language."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.dealfacts import add_facts, stated_facts
from app.cli.parsing import Parser, UsageError, add_help, language, one_of, translated
from app.errors import ErrorCode, ExpectedError
from app.models.facts import DealFacts
from app.pipeline.batchfiles import KNOWN
from app.pipeline.libraries import default_library
from app.reporting.portfolio.formats import PORTFOLIO_FORMATS
from app.wording.batch import batch_phrase
from app.wording.commandline import text
from app.wording.lang import LANGS, Lang

_SUFFIXES = {known.suffix: known.name for known in PORTFOLIO_FORMATS.values()} | {".htm": "html"}


@dataclass(frozen=True, slots=True)
class BatchCall:
    """A run of `batch`; `output` None: to standard output. `forget`: delete what is kept, and nothing else."""

    paths: tuple[Path, ...]
    format: str
    output: Path | None
    library: Path
    facts: DealFacts
    lang: Lang
    text_recognition: bool = True
    cache: bool = True
    forget: bool = False
    overwrite: bool = False
    reviewer: str = ""


def parse(argv: Sequence[str]) -> BatchCall:
    """The call. Raises UsageError, Help where help is asked for, or ExpectedError where nothing could be written."""
    lang = language(argv)
    try:
        given, unknown = _parser(lang).parse_known_args(argv)
    except argparse.ArgumentError as error:
        raise UsageError(translated(error, lang), lang) from error
    if unknown:
        raise UsageError(text("unknown_argument", lang, argument=unknown[0]), lang)
    call = BatchCall(
        paths=tuple(dict.fromkeys(given.paths)),
        format=given.format or (_SUFFIXES.get(given.output.suffix.lower(), "text") if given.output else "text"),
        output=given.output,
        library=given.library or default_library(),
        facts=stated_facts(given),
        lang=lang,
        text_recognition=not given.no_ocr,
        cache=not given.no_cache,
        forget=given.forget,
        overwrite=given.overwrite,
        reviewer=given.reviewer or "",
    )
    _check(call)
    return call


def _check(call: BatchCall) -> None:
    """Before an hour of work, not after it."""
    if call.forget:
        return
    lang = call.lang
    if not call.paths:
        raise UsageError(batch_phrase("no_paths", lang), lang)
    for path in call.paths:
        if not _there(path):
            raise UsageError(batch_phrase("not_there", lang, path=path), lang)
    if call.output is None:
        if not PORTFOLIO_FORMATS[call.format].readable:
            raise UsageError(batch_phrase("output_needed", lang, format=call.format), lang)
        return
    _check_output(call.output, call)


def _check_output(output: Path, call: BatchCall) -> None:
    lang = call.lang
    if any(_same(output, path) for path in call.paths):
        raise UsageError(text("output_is_input", lang, path=output), lang)
    folder = output.absolute().parent
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(output)})
    if output.is_dir() or (output.exists() and not call.overwrite):
        raise UsageError(batch_phrase("taken", lang, path=output), lang)
    if output.exists() and _among_documents(output, call.paths):
        raise UsageError(batch_phrase("among_documents", lang, path=output), lang)


def _there(path: Path) -> bool:
    """Also what may not be looked at: it is named as not read."""
    try:
        return path.exists()
    except OSError:
        return True


def _among_documents(output: Path, paths: Sequence[Path]) -> bool:
    """Whether it may be a document that is reviewed: by its name nobody can tell a contract from an earlier table."""
    target = output.resolve()
    return target.suffix.lower() in KNOWN and any(path.resolve() in target.parents for path in paths if path.is_dir())


def _same(output: Path, path: Path) -> bool:
    return output.exists() and path.is_file() and output.samefile(path)


def _parser(lang: Lang) -> Parser:
    about = batch_phrase("about", lang)
    parser = Parser(lang=lang, prog="klausellupe batch", description=about, usage=batch_phrase("synopsis", lang))
    files = parser.add_argument_group(text("arguments", lang))
    files.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=batch_phrase("paths", lang))
    options = parser.add_argument_group(text("options", lang))
    names = tuple(PORTFOLIO_FORMATS)
    choices = ", ".join(names)
    options.add_argument(
        "--format",
        type=one_of(names, lang),
        metavar="|".join(names),
        help=batch_phrase("format", lang, choices=choices),
    )
    options.add_argument("-o", "--output", type=Path, metavar="PATH", help=batch_phrase("output", lang))
    options.add_argument("--overwrite", action="store_true", help=batch_phrase("overwrite", lang))
    options.add_argument("--reviewer", metavar="NAME", help=batch_phrase("reviewer", lang))
    options.add_argument("--library", type=Path, metavar="DIR", help=text("library", lang))
    options.add_argument("--no-ocr", action="store_true", help=text("no_ocr", lang))
    options.add_argument("--no-cache", action="store_true", help=batch_phrase("no_cache", lang))
    options.add_argument("--forget", action="store_true", help=batch_phrase("forget", lang))
    options.add_argument("--lang", type=one_of(LANGS, lang), metavar="|".join(LANGS), help=text("lang", lang))
    add_help(options, lang)
    add_facts(parser.add_argument_group(text("facts", lang)), lang)
    return parser
