"""What the user asked for: arguments → `Request`, in the user's language.

Files and unknown arguments are checked here; `parsing` keeps argparse's own English out of the way.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.cli.parsing import (
    Convert,
    Parser,
    ShowVersion,
    UsageError,
    add_help,
    day,
    language,
    member,
    one_of,
    translated,
)
from app.models.facts import (
    Audience,
    ContractKind,
    DealFacts,
    Fact,
    FactSource,
    GoverningLaw,
    Perspective,
    UserOfTerms,
)
from app.pipeline.facts import assumed
from app.pipeline.libraries import default_library
from app.wording.commandline import text
from app.wording.lang import LANGS, Lang

_FORMATS: Final = ("json", "html", "text")
_BY_SUFFIX: Final = {".json": "json", ".html": "html", ".htm": "html", ".txt": "text"}
_LAWS: Final = ("de", "at", "ch", "auto")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?")
_PLAIN: Final = re.compile(r"\d+(?:[.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Request:
    """A run of `analyze`; `output` None: to standard output. `password_stdin`: a password is to be read from there."""

    files: tuple[Path, ...]
    format: str
    output: Path | None
    library: Path
    facts: DealFacts
    lang: Lang
    password_stdin: bool = False
    text_recognition: bool = True


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
        facts=_facts(given),
        lang=lang,
        password_stdin=given.password_stdin,
        text_recognition=not given.no_ocr,
    )


def _format_of(output: Path | None) -> str:
    return _BY_SUFFIX.get(output.suffix.lower(), "text") if output else "text"


# --- facts


def _facts(given: argparse.Namespace) -> DealFacts:
    """The user's facts over what is assumed; the clock is read here and nowhere else."""
    facts = assumed(given.as_of or datetime.now(tz=UTC).astimezone().date())
    law = None if given.law in (None, "auto") else GoverningLaw(given.law)
    stated = {
        "perspective": given.perspective,
        "user_of_terms": given.terms,
        "audience": given.audience,
        "governing_law": law,
        "contract_kind": given.contract_kind,
        "contract_date": given.contract_date,
        "contract_value": given.contract_value,
        "annual_fee": given.annual_fee,
        "as_of": given.as_of,
    }
    known = {name: Fact(value, FactSource.USER) for name, value in stated.items() if value is not None}
    return replace(facts, **known)


# --- types of values; each raises ArgumentTypeError with a sentence


def _money(lang: Lang) -> Convert:
    def convert(value: str) -> float:
        if not (_PLAIN.fullmatch(value) or _GROUPED.fullmatch(value)):
            raise argparse.ArgumentTypeError(text("bad_money", lang, value=value))
        cents = re.search(r"[.,](\d{1,2})$", value)
        whole = value[: cents.start()] if cents else value
        return float(f"{re.sub(r'[^0-9]', '', whole)}.{cents[1] if cents else '0'}")

    return convert


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
    commands.add_parser("library", lang=lang, help=text("library_command", lang))  # read by `libraryarguments`
    return parser


def _add_analyze(parser: argparse.ArgumentParser, lang: Lang) -> None:
    files = parser.add_argument_group(text("arguments", lang))
    files.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("files", lang))
    options = parser.add_argument_group(text("options", lang))
    options.add_argument("--format", type=one_of(_FORMATS, lang), metavar="|".join(_FORMATS), help=text("format", lang))
    options.add_argument("-o", "--output", type=Path, metavar="PATH", help=text("output", lang))
    options.add_argument("--library", type=Path, metavar="DIR", help=text("library", lang))
    options.add_argument("--password-stdin", action="store_true", help=text("password_stdin", lang))
    options.add_argument("--no-ocr", action="store_true", help=text("no_ocr", lang))
    options.add_argument("--lang", type=one_of(LANGS, lang), metavar="|".join(LANGS), help=text("lang", lang))
    add_help(options, lang)
    _add_facts(parser.add_argument_group(text("facts", lang)), lang)


def _add_facts(group: argparse._ArgumentGroup, lang: Lang) -> None:
    for name, kind in (("perspective", Perspective), ("terms", UserOfTerms), ("audience", Audience)):
        values = "|".join(value.value for value in kind)
        group.add_argument(f"--{name}", type=member(kind, lang), metavar=values, help=text(name, lang))
    group.add_argument("--law", type=one_of(_LAWS, lang), metavar="|".join(_LAWS), help=text("law", lang))
    kinds = ", ".join(kind.value for kind in ContractKind)
    kind_help = text("contract_kind", lang, choices=kinds)
    group.add_argument("--contract-kind", type=member(ContractKind, lang), metavar="KIND", help=kind_help)
    for name in ("contract-value", "annual-fee"):
        group.add_argument(f"--{name}", type=_money(lang), metavar="EUR", help=text(name.replace("-", "_"), lang))
    for name in ("contract-date", "as-of"):
        group.add_argument(f"--{name}", type=day(lang), metavar="DATE", help=text(name.replace("-", "_"), lang))
