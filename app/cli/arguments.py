"""What the user asked for: arguments → `Request`, in the user's language.

argparse speaks English only, so its own checks are kept out of the way: choices, dates and amounts are our types, files and
unknown arguments are checked here, and the rest of its messages is translated by their beginnings.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NoReturn

import app
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
_GERMAN_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_Convert = Callable[[str], object]


class UsageError(Exception):
    """Wrong use; `problem` is a sentence in `lang`."""

    def __init__(self, problem: str, lang: Lang) -> None:
        super().__init__(problem)
        self.problem, self.lang = problem, lang


class Help(Exception):
    """Help or version was asked for: `text` is what to print."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


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
    lang = _language(argv)
    parser = _parser(lang)
    try:
        given, unknown = parser.parse_known_args(argv)
    except argparse.ArgumentError as error:
        raise UsageError(_translated(error, lang), lang) from error
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


def _language(argv: Sequence[str]) -> Lang:
    """`--lang` before anything else is read, because help and mistakes are worded in it."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--lang", nargs="?")
    given = finder.parse_known_args(argv)[0].lang
    return next((lang for lang in LANGS if lang == given), "de")


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


def _one_of(choices: Sequence[str], lang: Lang) -> Callable[[str], str]:
    def convert(value: str) -> str:
        if value not in choices:
            raise argparse.ArgumentTypeError(text("bad_choice", lang, value=value, choices=", ".join(choices)))
        return value

    return convert


def _member(kind: type[StrEnum], lang: Lang) -> _Convert:
    check = _one_of([member.value for member in kind], lang)
    return lambda value: kind(check(value))


def _date(lang: Lang) -> _Convert:
    def convert(value: str) -> date:
        german = _GERMAN_DATE.fullmatch(value)
        try:
            return date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(value)
        except ValueError as error:
            raise argparse.ArgumentTypeError(text("bad_date", lang, value=value)) from error

    return convert


def _money(lang: Lang) -> _Convert:
    def convert(value: str) -> float:
        if not (_PLAIN.fullmatch(value) or _GROUPED.fullmatch(value)):
            raise argparse.ArgumentTypeError(text("bad_money", lang, value=value))
        cents = re.search(r"[.,](\d{1,2})$", value)
        whole = value[: cents.start()] if cents else value
        return float(f"{re.sub(r'[^0-9]', '', whole)}.{cents[1] if cents else '0'}")

    return convert


# --- the parser


class _Parser(argparse.ArgumentParser):
    """An argparse in the user's language that raises instead of printing and exiting."""

    def __init__(self, *, lang: Lang, **settings: Any) -> None:  # noqa: ANN401 - argparse's own settings
        super().__init__(add_help=False, exit_on_error=False, allow_abbrev=False, **settings)
        self.lang = lang

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.lang)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", text("usage", self.lang), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", text("usage", self.lang), 1)


class _ShowHelp(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise Help(parser.format_help())


class _ShowVersion(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        raise Help(f"klausellupe {app.__version__}\n")


def _parser(lang: Lang) -> _Parser:
    parser = _Parser(lang=lang, prog="klausellupe", description=text("description", lang), epilog=text("epilog", lang))
    options = parser.add_argument_group(text("options", lang))
    _add_help(options, lang)
    options.add_argument("--version", action=_ShowVersion, nargs=0, help=text("version", lang))
    commands = parser.add_subparsers(dest="command", title=text("commands", lang), metavar=text("command", lang))
    about = text("analyze", lang)
    _add_analyze(
        commands.add_parser("analyze", lang=lang, help=about, description=about, usage=text("synopsis", lang)), lang
    )
    return parser


def _add_help(group: argparse._ArgumentGroup, lang: Lang) -> None:
    group.add_argument("-h", "--help", action=_ShowHelp, nargs=0, help=text("help", lang))


def _add_analyze(parser: argparse.ArgumentParser, lang: Lang) -> None:
    files = parser.add_argument_group(text("arguments", lang))
    files.add_argument("files", nargs="*", type=Path, metavar="FILE", help=text("files", lang))
    options = parser.add_argument_group(text("options", lang))
    options.add_argument(
        "--format", type=_one_of(_FORMATS, lang), metavar="|".join(_FORMATS), help=text("format", lang)
    )
    options.add_argument("-o", "--output", type=Path, metavar="PATH", help=text("output", lang))
    options.add_argument("--library", type=Path, metavar="DIR", help=text("library", lang))
    options.add_argument("--password-stdin", action="store_true", help=text("password_stdin", lang))
    options.add_argument("--no-ocr", action="store_true", help=text("no_ocr", lang))
    options.add_argument("--lang", type=_one_of(LANGS, lang), metavar="|".join(LANGS), help=text("lang", lang))
    _add_help(options, lang)
    _add_facts(parser.add_argument_group(text("facts", lang)), lang)


def _add_facts(group: argparse._ArgumentGroup, lang: Lang) -> None:
    for name, kind in (("perspective", Perspective), ("terms", UserOfTerms), ("audience", Audience)):
        values = "|".join(member.value for member in kind)
        group.add_argument(f"--{name}", type=_member(kind, lang), metavar=values, help=text(name, lang))
    group.add_argument("--law", type=_one_of(_LAWS, lang), metavar="|".join(_LAWS), help=text("law", lang))
    kinds = ", ".join(kind.value for kind in ContractKind)
    kind_help = text("contract_kind", lang, choices=kinds)
    group.add_argument("--contract-kind", type=_member(ContractKind, lang), metavar="KIND", help=kind_help)
    for name in ("contract-value", "annual-fee"):
        group.add_argument(f"--{name}", type=_money(lang), metavar="EUR", help=text(name.replace("-", "_"), lang))
    for name in ("contract-date", "as-of"):
        group.add_argument(f"--{name}", type=_date(lang), metavar="DATE", help=text(name.replace("-", "_"), lang))


_MESSAGES: Final = {
    "expected one argument": "missing_value",
    "expected at least one argument": "missing_value",
    "ignored explicit argument": "no_value_wanted",
    "ambiguous option": "ambiguous",
}


def _translated(error: argparse.ArgumentError, lang: Lang) -> str:
    """What argparse says, by their beginnings; those of our types are sentences already."""
    argument = error.argument_name or ""
    for beginning, code in _MESSAGES.items():
        if str(error.message).startswith(beginning):
            return text(code, lang, argument=argument)
    if argument == text("command", lang):
        return text("no_command", lang)
    return text("bad_argument", lang, argument=argument, problem=error.message)
