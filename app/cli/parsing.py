"""argparse in the user's language, for all commands.

argparse speaks English only, so its own checks are kept out of the way: choices and dates are our types, and the rest of its
messages is translated by their beginnings. Nothing here prints or exits.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, NoReturn

import app
from app.wording.commandline import text
from app.wording.lang import LANGS, Lang

_GERMAN_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
Convert = Callable[[str], object]


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


def language(argv: Sequence[str]) -> Lang:
    """`--lang` before anything else is read, because help and mistakes are worded in it."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--lang", nargs="?")
    given = finder.parse_known_args(argv)[0].lang
    return next((lang for lang in LANGS if lang == given), "de")


# --- types of values; each raises ArgumentTypeError with a sentence


def one_of(choices: Sequence[str], lang: Lang) -> Callable[[str], str]:
    """One of these words."""

    def convert(value: str) -> str:
        if value not in choices:
            raise argparse.ArgumentTypeError(text("bad_choice", lang, value=value, choices=", ".join(choices)))
        return value

    return convert


def member(kind: type[StrEnum], lang: Lang) -> Convert:
    """A member of an enumeration by its value."""
    check = one_of([value.value for value in kind], lang)
    return lambda value: kind(check(value))


def day(lang: Lang) -> Convert:
    """A day, 2026-12-31 or 31.12.2026."""

    def convert(value: str) -> date:
        german = _GERMAN_DATE.fullmatch(value)
        try:
            return date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(value)
        except ValueError as error:
            raise argparse.ArgumentTypeError(text("bad_date", lang, value=value)) from error

    return convert


# --- the parser


class Parser(argparse.ArgumentParser):
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


class ShowHelp(argparse.Action):
    """Raises Help with the help of its parser."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise Help(parser.format_help())


class ShowVersion(argparse.Action):
    """Raises Help with the version."""

    def __call__(self, *_: object) -> NoReturn:
        raise Help(f"klausellupe {app.__version__}\n")


def add_help(group: argparse._ArgumentGroup, lang: Lang) -> None:
    """`-h`, `--help`."""
    group.add_argument("-h", "--help", action=ShowHelp, nargs=0, help=text("help", lang))


_MESSAGES: Final = {
    "expected one argument": "missing_value",
    "expected at least one argument": "missing_value",
    "ignored explicit argument": "no_value_wanted",
    "ambiguous option": "ambiguous",
}


def translated(error: argparse.ArgumentError, lang: Lang) -> str:
    """What argparse says, by their beginnings; those of our types are sentences already."""
    argument = error.argument_name or ""
    for beginning, code in _MESSAGES.items():
        if str(error.message).startswith(beginning):
            return text(code, lang, argument=argument)
    if argument == text("command", lang):
        return text("no_command", lang)
    return text("bad_argument", lang, argument=argument, problem=error.message)
