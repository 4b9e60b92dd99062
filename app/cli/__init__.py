"""The command line: `klausellupe analyze FILE…`, `klausellupe compare OLD NEW`, `klausellupe batch FOLDER…` and `klausellupe library …`.

`parsing` speaks the user's language. For `analyze`, `arguments` reads what the user asked for, `analyze` does it file by file,
`outputs` decides where results go, `ticker` shows progress. For `library`, `libraryarguments` reads and `librarycommand` chooses
who does it. For `batch`, `batcharguments` reads and `batch` does it. `signals` hears the wish to end. Exit codes: 0 done, 1 done but something could not be read or is not in order, 2
wrong use, 3 nothing could be done, 130 cancelled. A command is imported only when it is asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app.cli.exitcodes import CANCELLED, FAILED, WRONG_USE
from app.cli.parsing import Help, UsageError
from app.cli.signals import ends_as_interrupts
from app.wording.commandline import text


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (default: `sys.argv[1:]`) and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    try:
        with ends_as_interrupts():
            return _run(arguments)
    except Help as wanted:
        sys.stdout.write(wanted.text)
        return 0
    except UsageError as error:
        sys.stderr.write(f"{text('wrong_use', error.lang, problem=error.problem)}\n{_see_help(arguments, error)}\n")
        return WRONG_USE
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        _give_up_stdout()
        return FAILED


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["library"]:
        from app.cli.librarycommand import run as run_library

        return run_library(arguments[1:])
    if arguments[:1] == ["batch"]:
        from app.cli.batch import run as run_batch

        return run_batch(arguments[1:])
    if arguments[:1] == ["compare"]:
        from app.cli.compare import run as run_compare

        return run_compare(arguments[1:])
    from app.cli.analyze import run
    from app.cli.arguments import parse

    return run(parse(arguments))


def _see_help(arguments: Sequence[str], error: UsageError) -> str:
    commands = {"library": "see_library_help", "batch": "see_batch_help", "compare": "see_compare_help"}
    return text(commands.get("".join(arguments[:1]), "see_help"), error.lang)


def _give_up_stdout() -> None:
    """The reader went away (`| head`): keep the interpreter from complaining about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
