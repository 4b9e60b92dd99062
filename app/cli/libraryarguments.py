"""What the user asked of `klausellupe library`: arguments → `LibraryRequest`, in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.cli.parsing import Parser, UsageError, add_help, day, language, member, one_of, translated
from app.library.model import Status
from app.models.facts import Audience, Perspective
from app.wording.commandline import text
from app.wording.lang import LANGS, Lang
from app.wording.librarycommand import librarytext

STOP: Final = "stop"
_CONFLICTS: Final = ("ours", "theirs", "both", STOP)


class LibraryCommand(StrEnum):
    """What can be asked."""

    LIST = "list"
    SHOW = "show"
    VALIDATE = "validate"
    EXPORT = "export"
    IMPORT = "import"
    DIFF = "diff"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which clauses; what is None or empty does not restrict."""

    type: str | None = None
    perspective: Perspective | None = None
    audience: Audience | None = None
    status: Status | None = None
    tag: str | None = None
    text: str | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryRequest:
    """`library` None: the user's own, else the shipped one. `what`: paths or versions to compare, or the path asked about."""

    command: LibraryCommand
    lang: Lang
    library: Path | None = None
    json: bool = False
    filters: Filters = field(default_factory=Filters)
    clause: str | None = None
    what: tuple[str, ...] = ()
    as_of: date | None = None
    dry_run: bool = False
    on_conflict: str = STOP
    author: str = ""
    reason: str = ""
    perspective: Perspective | None = None

    @property
    def path(self) -> Path:
        """The one path that the command is about."""
        return Path(self.what[0])


def parse(argv: Sequence[str]) -> LibraryRequest:
    """The request. Raises UsageError, or Help where help is asked for."""
    lang = language(argv)
    try:
        given, unknown = _parser(lang).parse_known_args(argv)
    except argparse.ArgumentError as error:
        if error.argument_name == text("command", lang):
            raise UsageError(librarytext("no_command", lang), lang) from error
        raise UsageError(translated(error, lang), lang) from error
    if unknown:
        raise UsageError(text("unknown_argument", lang, argument=unknown[0]), lang)
    if given.command is None:
        raise UsageError(librarytext("no_command", lang), lang)
    return _request(vars(given), lang)


def _request(given: dict[str, object], lang: Lang) -> LibraryRequest:
    known = {name: given[name] for name in _PLAIN if given.get(name) is not None}
    chosen = {name: given[name] for name in Filters.__dataclass_fields__ if given.get(name) is not None}
    chosen["ids"] = tuple(chosen.get("ids", ()))  # type: ignore[arg-type]
    what = given.get("what") or ()
    return LibraryRequest(
        command=LibraryCommand(str(given["command"])),
        lang=lang,
        filters=Filters(**chosen),  # type: ignore[arg-type]
        what=(what,) if isinstance(what, str) else tuple(what),  # type: ignore[arg-type]
        **known,  # type: ignore[arg-type]
    )


_PLAIN: Final = (*("library", "json", "clause", "as_of", "dry_run", "on_conflict", "author", "reason", "perspective"),)


# --- the parser


@dataclass(frozen=True, slots=True)
class _Groups:
    """Where a command puts what it asks for; argparse's own groups have English names."""

    arguments: argparse._ArgumentGroup
    filters: argparse._ArgumentGroup
    options: argparse._ArgumentGroup


def _parser(lang: Lang) -> Parser:
    parser = Parser(
        lang=lang,
        prog="klausellupe library",
        description=librarytext("description", lang),
        usage=librarytext("synopsis", lang),
    )
    add_help(parser.add_argument_group(text("options", lang)), lang)
    commands = parser.add_subparsers(dest="command", title=text("commands", lang), metavar=text("command", lang))
    for command, add in _ADD.items():
        about = librarytext(command.value, lang)
        usage = librarytext("synopsis_one", lang, command=f"{command.value} {_ARGUMENTS[command]}".rstrip())
        one = commands.add_parser(command.value, lang=lang, help=about, description=about, usage=usage)
        titles = (text("arguments", lang), librarytext("filters", lang), text("options", lang))
        groups = _Groups(*map(one.add_argument_group, titles))
        add(groups, lang)
        _add_common(groups.options, lang)
    return parser


def _add_common(options: argparse._ArgumentGroup, lang: Lang) -> None:
    options.add_argument("--library", type=Path, metavar="PATH", help=librarytext("library", lang))
    options.add_argument("--lang", type=one_of(LANGS, lang), metavar="|".join(LANGS), help=librarytext("lang", lang))
    add_help(options, lang)


def _add_list(to: _Groups, lang: Lang) -> None:
    _add_filters(to, lang)
    _add_as_of(to, lang)
    _add_json(to, lang)


def _add_show(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("clause", metavar="ID", help=librarytext("id", lang))
    _add_as_of(to, lang)
    _add_json(to, lang)


def _add_validate(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("what", nargs="?", metavar="PATH", help=librarytext("place", lang))


def _add_export(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("what", metavar="PATH", help=librarytext("target", lang))
    to.arguments.add_argument("ids", nargs="*", metavar="ID", help=librarytext("ids", lang))
    _add_filters(to, lang)
    _add_as_of(to, lang)


def _add_import(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("what", metavar="PATH", help=librarytext("source", lang))
    to.options.add_argument("--dry-run", action="store_true", help=librarytext("dry_run", lang))
    to.options.add_argument(
        "--on-conflict",
        type=one_of(_CONFLICTS, lang),
        metavar="|".join(_CONFLICTS),
        help=librarytext("on_conflict", lang),
    )
    to.options.add_argument("--author", metavar="NAME", help=librarytext("author", lang))
    to.options.add_argument("--reason", metavar="TEXT", help=librarytext("reason", lang))
    _add_member(to.options, "perspective", Perspective, "side", lang)


def _add_diff(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("what", nargs="*", metavar="A", help=librarytext("what", lang))
    to.options.add_argument("--clause", metavar="ID", help=librarytext("clause", lang))
    _add_json(to, lang)


def _add_history(to: _Groups, lang: Lang) -> None:
    to.arguments.add_argument("clause", metavar="ID", help=librarytext("id", lang))
    _add_json(to, lang)


_ARGUMENTS: Final = {
    LibraryCommand.LIST: "",
    LibraryCommand.SHOW: "ID",
    LibraryCommand.VALIDATE: "[PATH]",
    LibraryCommand.EXPORT: "PATH [ID …]",
    LibraryCommand.IMPORT: "PATH",
    LibraryCommand.DIFF: "[A] [B]",
    LibraryCommand.HISTORY: "ID",
}
_ADD: Final = {
    LibraryCommand.LIST: _add_list,
    LibraryCommand.SHOW: _add_show,
    LibraryCommand.VALIDATE: _add_validate,
    LibraryCommand.EXPORT: _add_export,
    LibraryCommand.IMPORT: _add_import,
    LibraryCommand.DIFF: _add_diff,
    LibraryCommand.HISTORY: _add_history,
}


def _add_filters(to: _Groups, lang: Lang) -> None:
    to.filters.add_argument("--type", metavar="TYPE", help=librarytext("type", lang))
    for name, kind in (("perspective", Perspective), ("audience", Audience), ("status", Status)):
        _add_member(to.filters, name, kind, name, lang)
    to.filters.add_argument("--tag", metavar="TAG", help=librarytext("tag", lang))
    to.filters.add_argument("--text", metavar="TEXT", help=librarytext("text", lang))


def _add_member(group: argparse._ArgumentGroup, name: str, kind: type[StrEnum], help_code: str, lang: Lang) -> None:
    values = "|".join(value.value for value in kind)
    group.add_argument(f"--{name}", type=member(kind, lang), metavar=values, help=librarytext(help_code, lang))


def _add_as_of(to: _Groups, lang: Lang) -> None:
    to.options.add_argument("--as-of", type=day(lang), metavar="DATE", help=librarytext("as_of", lang))


def _add_json(to: _Groups, lang: Lang) -> None:
    to.options.add_argument("--json", action="store_true", help=librarytext("json", lang))
