"""A program that decides about all findings of a stored analysis, says each time when the bar would say "stored", and waits to be killed."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QUndoStack

from app.models.decisions import Verdict
from app.ui.cases import Cases
from app.ui.review import Review
from app.ui.review_keeping import Kept


def main(pickled: str) -> None:
    application = QGuiApplication([])
    analysis = pickle.loads(Path(pickled).read_bytes())
    cases, review = Cases(), Review(QUndoStack())
    review.kept_changed.connect(lambda: print(len(review.log), flush=True) if review.kept is Kept.STORED else None)
    review.kept_changed.connect(lambda: decide() if review.kept is Kept.STORED else None)
    left = iter(analysis.findings)

    def decide() -> None:
        finding = next(left, None)
        if finding is not None:
            review.decide(finding, verdict=Verdict.REJECT, note=f"Nr. {len(review.log)}")

    cases.keep(analysis, Path("wartung.pdf"))
    review.show(analysis)
    review.keep_with(cases)
    decide()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
