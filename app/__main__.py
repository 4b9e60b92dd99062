"""Entry of the program: chooses between its two faces, the command line and the window.

The choice is made here because neither face may import the other. Each is imported only when it is chosen, so that
`klausellupe --version` loads no Qt and the window nothing of the command line.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from pathlib import Path

_COMMAND_LINE = frozenset({"analyze", "batch", "compare", "library", "--help", "-h", "--version"})


def main(argv: list[str] | None = None) -> int:
    """Run the program on `argv` (default: `sys.argv[1:]`) and return its exit code."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if _wants_command_line(arguments):
        from app import cli

        return cli.main(arguments)
    return _open_window(arguments)


def _wants_command_line(arguments: list[str]) -> bool:
    return bool(arguments) and arguments[0] in _COMMAND_LINE


def _open_window(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="klausellupe", add_help=False)
    parser.add_argument("--lang", choices=("de", "en"))
    parser.add_argument("--library", type=Path, metavar="DIR")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)

    from app.ui import application

    return application.run(options.files, lang=options.lang, library=options.library)


if __name__ == "__main__":
    sys.exit(main())
