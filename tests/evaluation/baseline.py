"""The saved baseline and what changed against it, by name: items of the gold sets and figures of the import.

It holds ids and numbers only, no text of any document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.evaluation.imported import ImportFigures

TOLERANCE = 0.0005  # figures of the import move by less where only a bullet is read otherwise
REGRESSED = "REGRESSED"
Items = Mapping[str, list[str]]
Figures = dict[str, dict[str, Any]]
_WORSE_IF_HIGHER = {"lost": True, "invented": True, "order": False, "back": False}


def import_figures(figures: Iterable[ImportFigures]) -> Figures:
    """What the baseline keeps of the import's figures."""
    return {
        f.document: {
            "error": f.error,
            "clauses": f.clauses,
            "words": f.words,
            **{name: None if getattr(f, name) is None else round(getattr(f, name), 5) for name in _WORSE_IF_HIGHER},
        }
        for f in figures
    }


def save(path: Path, items: Items, figures: Figures) -> None:
    """Replace what was measured now; what was not measured stays."""
    saved = _load(path)
    saved = {"items": {**saved["items"], **items}, "import": {**saved["import"], **figures}}
    path.write_text(json.dumps(saved, ensure_ascii=False, indent=0) + "\n", "utf-8")


def changes(path: Path, items: Items, figures: Figures) -> list[str]:
    """One line for everything that improved or regressed."""
    if not path.exists():
        return ["no baseline saved yet"]
    saved = _load(path)
    lines = [*_changed_items(saved["items"], items), *_changed_figures(saved["import"], figures)]
    return lines or ["nothing changed against the baseline"]


def _load(path: Path) -> dict[str, dict[str, Any]]:
    saved: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {"items": saved.get("items", {}), "import": saved.get("import", {})}


def _changed_items(before: Items, now: Items) -> list[str]:
    lines = []
    for name, items in now.items():
        old, new = set(before.get(name, [])), set(items)
        for item in sorted(old ^ new):
            better = (item in new) == item.startswith("+")
            lines.append(f"{'improved ' if better else REGRESSED} {name}: {item[2:]}")
    return lines


def _changed_figures(before: Figures, now: Figures) -> list[str]:
    lines = []
    for name, figures in now.items():
        old = before.get(name)
        if old is None:
            continue
        if old["error"] != figures["error"]:
            lines.append(
                f"{REGRESSED if figures['error'] else 'improved '} {name}: {old['error']} → {figures['error']}"
            )
        lines += [
            line for measure in _WORSE_IF_HIGHER if (line := _changed(name, measure, old[measure], figures[measure]))
        ]
    return lines


def _changed(name: str, measure: str, old: float | None, new: float | None) -> str:
    if old is None or new is None or abs(new - old) < TOLERANCE:
        return ""
    worse = (new > old) == _WORSE_IF_HIGHER[measure]
    return f"{REGRESSED if worse else 'improved '} {name}: import {measure} {old:.4f} → {new:.4f}"
