"""A worker process that reads, and analyses only documents whose name says so. Importable by the spawned process."""

from __future__ import annotations

from app.jobs import process, worker
from app.models.analysis import Analysis, LibraryStamp
from app.models.reading import Reading

WHOLE = "whole"  # names of documents that are analysed begin with it


class ReadOnly(worker.Pipeline):
    def analyse(self, data, name, library, facts, options, corrections, progress):
        if name.startswith(WHOLE):
            return super().analyse(data, name, library, facts, options, corrections, progress)
        from app.pipeline.stages import read

        return Analysis(Reading(read(data, name, options, progress=progress), ()), facts, LibraryStamp("", ""))


def main(connection):
    process.prepare()
    worker.serve(connection, ReadOnly())
