"""The command line: `klausellupe analyze FILE…`.

`arguments` reads what the user asked for, `analyze` does it file by file, `outputs` decides where results go, `ticker` shows
progress, `signals` hears the wish to end. Exit codes: 0 done, 1 done but something could not be read, 2 wrong use, 3 no file could be analysed, 130
cancelled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app.cli.analyze import CANCELLED, FAILED, WRONG_USE, run
from app.cli.arguments import Help, UsageError, parse
from app.cli.signals import ends_as_interrupts
from app.wording.commandline import text


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (default: `sys.argv[1:]`) and return the exit code."""
    try:
        request = parse(sys.argv[1:] if argv is None else argv)
        with ends_as_interrupts():
            return run(request)
    except Help as wanted:
        sys.stdout.write(wanted.text)
        return 0
    except UsageError as error:
        sys.stderr.write(f"{text('wrong_use', error.lang, problem=error.problem)}\n{text('see_help', error.lang)}\n")
        return WRONG_USE
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        _give_up_stdout()
        return FAILED


def _give_up_stdout() -> None:
    """The reader went away (`| head`): keep the interpreter from complaining about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
