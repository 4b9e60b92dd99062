"""Write resources/samples and tests/data/gold again from tests/data/samples (`make samples`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.samples.source import gold, read_sample  # noqa: E402
from scripts.samples.to_docx import write_docx  # noqa: E402
from scripts.samples.to_pdf import write_pdf  # noqa: E402
from scripts.samples.to_text import write_text  # noqa: E402

WRITERS = {"one-column": write_pdf, "two-column": write_pdf, "word": write_docx, "text": write_text}


def main(documents: Path = ROOT / "resources/samples", golds: Path = ROOT / "tests/data/gold") -> int:
    """Write every sample and its gold file."""
    documents.mkdir(parents=True, exist_ok=True)
    golds.mkdir(parents=True, exist_ok=True)
    for source in sorted((ROOT / "tests/data/samples").glob("*.sample")):
        sample = read_sample(source)
        WRITERS[sample.keys["layout"]](sample, documents / sample.file)
        text = json.dumps(gold(sample), ensure_ascii=False, indent=1)
        (golds / Path(sample.file).with_suffix(".json").name).write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
