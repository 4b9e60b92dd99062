"""The worker that users have understands a document again with corrections: as in one process, and it can be cancelled."""

from __future__ import annotations

from datetime import date

from app import paths
from app.errors import Cancelled
from app.importing.options import ReadOptions
from app.jobs import worker
from app.jobs.messages import Analysed
from app.models.corrections import correction, merge
from app.pipeline.facts import assumed
from app.pipeline.stages import read, understand

TERMS = "§ 1 Preise\n\n(1) Der Preis gilt ab Werk.\n\n(2) Rechnungen sind binnen 14 Tagen zu zahlen.\n\n" * 2
FACTS = assumed(date(2026, 1, 2))


def test_a_corrected_document_comes_back_from_the_worker(talk):
    known = understand(read(TERMS.encode(), "preise.txt", ReadOptions()))
    paid = next(c for c in known.clauses if "14 Tagen" in c.text)
    edits = (merge(known, paid), correction(known.clauses[0], "type", "warranty"))
    conversation = talk("preise.txt", entry=worker.main, reading=known)
    job = conversation.client.understand(edits, paths.clause_library(), FACTS)
    conversation.client.cancel(job)
    assert isinstance(conversation.next().error, Cancelled)
    conversation.client.understand(edits, paths.clause_library(), FACTS)
    reply = conversation.next()
    assert isinstance(reply, Analysed)
    assert reply.analysis.reading == understand(known.source, edits)
    assert reply.analysis.reading.source is known.source
    assert any("14 Tagen" in provision.quote for provision in reply.analysis.reading.provisions)
    assert reply.analysis.reading.clauses[0].type == "warranty"
