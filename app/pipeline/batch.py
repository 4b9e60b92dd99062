"""One document of a portfolio: from its file to its digest, by what was kept of an earlier run as far as that holds.

The library is read once for all documents of a process: a run is one point in time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.importing.options import ReadOptions
from app.library.model import Library
from app.models.analysis import Analysis, LibraryStamp
from app.models.facts import DealFacts
from app.models.portfolio import BUG, DocumentDigest, Failure
from app.pipeline.batchcache import BatchCache, key_of
from app.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What holds for all documents; `cache` None: nothing is kept and nothing taken."""

    library: Path
    facts: DealFacts
    options: ReadOptions = field(default_factory=ReadOptions)
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`known`: it was kept and is as good as new; `read_before`: only its evaluation was made anew."""

    digest: DocumentDigest
    known: bool = False
    read_before: bool = False


class Reviewer:
    """Of one process."""

    def __init__(self, request: BatchRequest) -> None:
        self._request = request
        self._cache = BatchCache(request.cache) if request.cache else None

    @cached_property
    def _library(self) -> Library:
        from app.pipeline.libraries import open_library

        return open_library(self._request.library)

    @cached_property
    def _model(self) -> str:
        from app.nlp.topicmodel import model

        found = model.load()
        return found.name if found else ""

    def review(self, path: Path, name: str, options: ReadOptions, *, progress: Progress = silent) -> Reviewed:
        """The document's digest. Raises ExpectedError or Cancelled (from `progress`)."""
        from app.comparing.portfolio import digest_of

        data = read_file(path, options.max_bytes)
        key = key_of(data, name, options, self._model)
        kept = self._cache.get(key) if self._cache else None
        if kept is None:
            analysis = self._analysed(data, name, options, progress)
        elif self._holds(kept):
            return Reviewed(digest_of(kept), known=True)
        else:
            analysis = self._evaluated(kept, progress)
        if self._cache and not options.skipped:  # a page that was given up may be read on a quieter day
            self._cache.put(key, analysis)
        return Reviewed(digest_of(analysis), read_before=kept is not None)

    def _analysed(self, data: bytes, name: str, options: ReadOptions, progress: Progress) -> Analysis:
        from app.pipeline.analyse import analyse

        return analyse(data, name, self._library, self._request.facts, options, progress=progress)

    def _evaluated(self, kept: Analysis, progress: Progress) -> Analysis:
        from app.pipeline.stages import evaluate

        return evaluate(kept.reading, self._library, self._request.facts, progress=progress)

    def _holds(self, kept: Analysis) -> bool:
        """Whether library, rules and facts are those of today."""
        from app.pipeline.facts import settled

        library, rules = self._library, self._library.rules
        stamp = LibraryStamp(rules.name, rules.sha256) if rules else None
        facts = settled(self._request.facts, kept.reading.document_facts)
        return (kept.library, kept.rules, kept.facts) == (LibraryStamp(library.name, library.sha256), stamp, facts)


def read_file(path: Path, limit: int) -> bytes:
    """The bytes. Raises ExpectedError, also of what is no plain file: a pipe would never end."""
    try:
        if path.exists() and not path.is_file():
            raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name})
        size = path.stat().st_size
        if size > limit:
            raise ExpectedError(ErrorCode.FILE_TOO_LARGE, {"size": size, "limit": limit, "unit": "bytes"})
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_FOUND, {"name": path.name}) from error
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": path.name}) from error


def skipping(options: ReadOptions, page: int, why: str) -> ReadOptions:
    """Without a page that brought a reader down."""
    return replace(options, skipped=(*options.skipped, (page, why)))


def failure_of(error: KlausellupeError) -> Failure:
    """What a portfolio keeps of an error."""
    return Failure(error.code, error.params) if isinstance(error, ExpectedError) else Failure(BUG)
