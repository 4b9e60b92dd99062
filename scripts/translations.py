"""Bring resources/translations up to date: collect the window's German sources, then build the .qm file.

`--check` changes nothing and fails if a source is missing, obsolete or untranslated. Both tools are in PySide6-Essentials.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TS, QM = FOLDER / "klausellupe_en.ts", FOLDER / "klausellupe_en.qm"


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def collect(target: Path) -> None:
    """Write the sources of app/ui into `target`, keeping its translations."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app" / "ui").rglob("*.py"))
    options = ["-source-language", "de", "-target-language", "en", "-no-obsolete", "-locations", "none"]
    command = [_tool("lupdate"), "-silent", *options, *sources, "-ts", str(target)]
    subprocess.run(command, check=True, cwd=ROOT)


def messages(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) → translation; "" where it is unfinished."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if done and translation is not None else ""
    return found


def complaints() -> list[str]:
    """What is wrong with the files as they are."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TS.name
        collect(fresh)
        wanted, known = set(messages(fresh)), messages(TS)
    wrong = [f"missing: {key}" for key in sorted(wanted - set(known))]
    wrong += [f"obsolete: {key}" for key in sorted(set(known) - wanted)]
    wrong += [f"untranslated: {key}" for key, text in sorted(known.items()) if not text]
    return wrong


def main() -> int:
    """Update and build, or check."""
    if "--check" not in sys.argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        collect(TS)
        subprocess.run([_tool("lrelease"), "-silent", str(TS), "-qm", str(QM)], check=True)
    wrong = complaints()
    print("\n".join(wrong) or f"{TS.name}: complete")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
