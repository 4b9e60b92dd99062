"""What the built program starts with: `app.__main__`, the watch over LibreOffice, or the check of the build.

A checkout runs `supervisor.py` with the Python it runs with itself; a built program has no Python but itself, so it is called
again with the word below (app/importing/conversion/run.py). LibreOffice must not load the libraries of the build.
"""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run what is asked for."""
    if sys.argv[1:2] == ["--supervise"]:
        os.environ.pop("LD_LIBRARY_PATH", None)  # of the build; supervisors get a clean one anyway
        from app.importing.conversion import supervisor

        return supervisor.main(sys.argv[2:])
    if sys.argv[1:] == ["--check-build"]:
        import buildcheck

        return buildcheck.main()
    from app.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
