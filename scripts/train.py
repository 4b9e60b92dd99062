"""Train the topic model on AGB-DE and write resources/models (`make train`): weights, curves, fingerprints.

Reads ../shared/data/agb-de, and for the curves the annotated documents of ../shared/corpus. Two runs write the same bytes. The figures of the data card come from `make quality
ARGS=--topics`, which trains the same way on parts of the corpus.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.nlp.clausetype_words import HEADINGS, TEXTS  # noqa: E402
from app.nlp.topicmodel.model import NAME, TopicModel  # noqa: E402
from app.nlp.topicmodel.topics import TYPE_OF  # noqa: E402
from scripts.training import business, curves, ridge  # noqa: E402
from scripts.training.choice import choose, prepare  # noqa: E402
from scripts.training.corpus import read  # noqa: E402
from scripts.training.folds import grouped_folds  # noqa: E402

CORPUS = ROOT.parent / "shared/data/agb-de"
MODELS = ROOT / "resources/models"


def fingerprint(*parts: bytes) -> str:
    """SHA-256 of all parts."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def save(model: TopicModel, path: Path) -> None:
    """The weights as a compressed archive of arrays; no pickles, no times in it."""
    arrays = {"topics": np.array(" ".join(model.topics)), "rules": model.rules, "frequency": model.frequency}
    for name in ("words", "pieces", "titles"):
        block = getattr(model, name)
        arrays |= {f"{name}_weights": block.weights, f"{name}_rarity": block.rarity}
        arrays[f"{name}_multipliers"] = block.multipliers
    np.savez_compressed(path, **arrays)


def main() -> int:
    """Choose, train on all contracts, write."""
    missing = [str(folder) for folder in (CORPUS, business.FOLDER) if not folder.is_dir()]
    if missing:
        print(f"Not here, nothing to train on: {', '.join(missing)}", file=sys.stderr)
        return 1
    corpus = read(CORPUS)
    prepared = prepare(corpus)
    rows = np.arange(corpus.size)
    choice = choose(prepared, rows, grouped_folds)
    model = ridge.quantised(choice.space, rows, choice.duals, choice.setting, corpus.topics)
    MODELS.mkdir(exist_ok=True)
    weights = MODELS / f"{NAME}.npz"
    save(model, weights)
    truth = [TYPE_OF[corpus.topics[label]] for label in corpus.labels]
    held = curves.documents(corpus.contracts.tolist(), prepared.voices, choice.held_out, truth)
    fitted = curves.fit(held, business.documents(model))
    (MODELS / "calibration.json").write_text(curves.written(fitted), "utf-8")
    facts = {
        "name": NAME,
        "licence": "CC-BY-SA-4.0",
        "corpus": {
            "name": "AGB-DE",
            "doi": "10.18653/v1/2024.acl-long.559",
            "clauses": corpus.size,
            "contracts": len(set(corpus.contracts.tolist())),
        },
        "corpus_sha256": fingerprint((CORPUS / "clauses.csv").read_bytes()),
        "weights_sha256": fingerprint(weights.read_bytes()),
        "stems_sha256": fingerprint(HEADINGS.encode(), TEXTS.encode()),
        "curves_business_types_sha256": fingerprint(business.FITTED.read_bytes()),
        "topics": list(corpus.topics),
        "setting": asdict(choice.setting),
    }
    (MODELS / f"{NAME}.json").write_text(json.dumps(facts, indent=2) + "\n", "utf-8")
    print(json.dumps(facts, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
