"""Take pictures of the program with our own sample documents: those of docs/screenshots, or with `--all` every state in every variant.

A variant is a language, a theme and a scale. Each has a process and an empty home of its own, because Qt reads the scale once; which
pictures the documentation shows is in DOCS. Pictures have 256 colours to keep the repository small; that of the report needs
Chromium. Without a display they are taken in a virtual one (xvfb-run), or offscreen where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Variant = tuple[str, str, int]  # language, theme, scale in percent
EVERYTHING = frozenset(("",))
DOCS: Mapping[Variant, frozenset[str]] = {
    ("de", "light", 100): EVERYTHING,
    ("de", "dark", 100): frozenset(
        ("start", "fenster", "uebersicht", "doppeltes", "fehler", "bibliothek", "export-kopie", "gegenueber")
    ),
    ("en", "light", 100): frozenset(("start", "fenster", "fristen", "einstellungen", "export-bericht", "vergleich")),
    ("de", "light", 200): frozenset(("start", "fenster", "fristen", "export-bericht")),
    ("en", "dark", 200): frozenset(("fenster", "angaben")),
}
ALL: Mapping[Variant, frozenset[str]] = {
    (lang, theme, scale): EVERYTHING for lang in ("de", "en") for theme in ("light", "dark") for scale in (100, 200)
}


def main() -> int:
    """Start a process for each variant."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every state in every variant, into build/screenshots")
    parser.add_argument("--out", type=Path, help="another folder")
    parser.add_argument("--variant", help="only this one, as de-light-100")
    parser.add_argument("--only", nargs="*", default=[], help="only these pictures")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    out = (options.out or ROOT / ("build" if options.all else "docs") / "screenshots").resolve()
    out.mkdir(parents=True, exist_ok=True)
    wanted = ALL if options.all else DOCS
    variants = [_variant(options.variant)] if options.variant else list(wanted)
    if options.here:
        from screenshots_camera import take

        take(variants[0], frozenset(options.only) or wanted[variants[0]], out)
        return 0
    for variant in variants:
        _start(variant, [*(["--all"] if options.all else []), "--out", str(out), "--only", *options.only])
    pictures = list(out.glob("*.png"))
    print(f"{len(pictures)} pictures in {out}, {sum(p.stat().st_size for p in pictures) / 1e6:.1f} MB")
    return 0


def _variant(text: str) -> Variant:
    lang, theme, scale = text.split("-")
    return lang, theme, int(scale)


def _start(variant: Variant, arguments: list[str]) -> None:
    name = "-".join(map(str, variant))
    with tempfile.TemporaryDirectory() as home:
        own = [sys.executable, __file__, "--here", "--variant", name, *arguments]
        subprocess.run([*_display(), *own], check=True, env=_environment(variant[2], home))


def _display() -> list[str]:
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") or not shutil.which("xvfb-run"):
        return []
    return ["xvfb-run", "-a", "-s", "-screen 0 3200x2000x24"]


def _environment(scale: int, home: str) -> dict[str, str]:
    platform = "xcb" if _display() or os.environ.get("DISPLAY") else os.environ.get("QT_QPA_PLATFORM", "offscreen")
    python = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
    return (
        os.environ | homes | {"QT_SCALE_FACTOR": f"{scale / 100:g}", "QT_QPA_PLATFORM": platform, "PYTHONPATH": python}
    )


if __name__ == "__main__":
    sys.exit(main())
