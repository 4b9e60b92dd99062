"""Write NOTICE: every package of the runtime lock with the licence that its own metadata state.

Packages that are locked for other systems only are not installed here; their licences are given by hand, and a package
without any statement stops the script, so that nothing is listed with a guess.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_LOCKED = re.compile(r"^([a-z0-9._-]+)==", re.MULTILINE)
_LONGEST_NAME_OF_A_LICENCE = 80  # some packages put the whole text into the field

_NOT_INSTALLED_EVERYWHERE = {
    "colorama": ("colorama", "BSD-3-Clause"),  # Windows only
}

_HEAD = """\
Klausellupe
Copyright 2026 The Klausellupe contributors

Licensed under the Apache License, Version 2.0; see LICENSE.

Klausellupe uses the packages below. They are installed beside it from their own distributions, unchanged, and stay
under their own licences, which lie in each package's folder. Qt for Python (PySide6, shiboken6) and Qt itself are used
under the LGPL 3.0: they are separate, dynamically loaded libraries that you may replace by your own build. Written by
`make notice` from the metadata of the locked packages.

The topic model in resources/models is adapted from AGB-DE (Daniel Braun and Florian Matthes, ACL 2024, doi
10.18653/v1/2024.acl-long.559) and is licensed, like the corpus, under CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/); resources/models/README.md says how it was made.

The fonts in resources/fonts go into the PDF reports: Liberation Sans (Google Corporation and Red Hat, Inc.) under the SIL
Open Font License 1.1, DejaVu Sans (Bitstream, Inc. and Tavmjong Bah; changes in the public domain) under the Bitstream
Vera and Arev licences; their texts lie beside them.

"""


def main() -> int:
    """Write the file; return 1 if a licence is unknown."""
    names = sorted(set(_LOCKED.findall((_ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8"))))
    rows = [_name_and_licence(name) for name in names]
    unknown = [name for name, licence in rows if not licence]
    if unknown:
        print("no licence stated:", ", ".join(unknown), file=sys.stderr)
        return 1
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {licence}" for name, licence in rows]
    (_ROOT / "NOTICE").write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _name_and_licence(package: str) -> tuple[str, str]:
    try:
        facts = metadata(package)
    except PackageNotFoundError:
        return _NOT_INSTALLED_EVERYWHERE.get(package, (package, ""))
    declared = facts.get("License-Expression") or facts.get("License") or ""
    if not declared or len(declared) > _LONGEST_NAME_OF_A_LICENCE or declared == "UNKNOWN":
        declared = _from_classifiers(facts.get_all("Classifier") or [])
    return package, " ".join(declared.split())


def _from_classifiers(classifiers: list[str]) -> str:
    licences = [line.rsplit(" :: ", 1)[1] for line in classifiers if line.startswith("License :: ")]
    return ", ".join(licence for licence in licences if licence != "OSI Approved")


if __name__ == "__main__":
    sys.exit(main())
