"""The spaCy pipeline for German terms: own tokenizer cases, sentences, quantities, citations, provisions.

Strategy: `spacy.blank("de")`, because no German model is needed: spaCy tokenises and hosts our components, the
grammar is ours. Values hang on the `Doc` (`doc._.quantities`, `doc._.citations`, `doc._.candidates`) with offsets in
characters, and as spans of tokens in `doc.spans["quantities"]`, `["citations"]`, `["references"]`. Feed it clause by
clause: spaCy refuses texts of more than a million characters.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from app.nlp.abbreviations import BINDING, OPEN
from app.nlp.citations import find_citations
from app.nlp.provisions.context import Surroundings, View, sentences_of
from app.nlp.provisions.frames import find_candidates
from app.nlp.quantities import find_quantities
from app.nlp.sentences import split_sentences


@lru_cache(maxsize=1)
def build() -> Language:
    """The pipeline, made once a process (about a second with spaCy's import)."""
    _register()
    nlp = spacy.blank("de")
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    for word in sorted(BINDING | OPEN):
        for form in {word, word[0].upper() + word[1:]}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    # Citations merge tokens: spans of tokens are made after them.
    for name in ("clause_sentences", "citations", "quantities", "provisions"):
        nlp.add_pipe(name)
    return nlp


def _register() -> None:
    """Extensions of spaCy are global: set them once."""
    for name in ("quantities", "citations", "candidates", "sentence_spans"):
        Doc.set_extension(name, default=(), force=True)
    Doc.set_extension("around", default=Surroundings(), force=True)


_INSIDE = 2**64 - 1  # spaCy's -1, as the unsigned number its arrays hold


def _text(doc: Doc) -> str:
    """A doc's text, put together from its tokens once: spaCy does it each time it is asked, a tenth of all work."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


@Language.component("clause_sentences")
def _sentences(doc: Doc) -> Doc:
    doc._.sentence_spans = tuple(split_sentences(_text(doc)))
    starts = [start for start, _ in doc._.sentence_spans]
    marks: Any = doc.to_array("SENT_START")
    passed, due = 0, True
    for token in doc:
        end = token.idx + len(token)
        while passed < len(starts) and starts[passed] < end:
            passed, due = passed + 1, True
        marks[token.i] = 1 if (due and not token.is_space) or token.i == 0 else _INSIDE
        due = due and token.is_space
    # All at once: setting `is_sent_start` token by token looks through the whole text each time.
    return doc.from_array(["SENT_START"], marks.reshape(-1, 1))


@Language.component("quantities")
def _quantities(doc: Doc) -> Doc:
    doc._.quantities = find_quantities(_text(doc))
    spans = [doc.char_span(q.start, q.end, label=q.kind.value, alignment_mode="expand") for q in doc._.quantities]
    doc.spans["quantities"] = [s for s in spans if s is not None]
    return doc


@Language.component("citations")
def _citations(doc: Doc) -> Doc:
    """Marks citations and references and keeps each of them in one token."""
    doc._.citations = find_citations(_text(doc))
    whole = (doc.char_span(c.start, c.end, alignment_mode="expand") for c in doc._.citations)
    with doc.retokenize() as retokenizer:
        for span in filter_spans(s for s in whole if s is not None and len(s) > 1):
            if not any(t.is_sent_start for t in span[1:]):
                retokenizer.merge(span)
    for group, internal in (("citations", False), ("references", True)):
        found = [c for c in doc._.citations if c.internal is internal]
        spans = [doc.char_span(c.start, c.end, label=c.law or "internal", alignment_mode="expand") for c in found]
        doc.spans[group] = [s for s in spans if s is not None]
    return doc


@Language.component("provisions")
def _provisions(doc: Doc) -> Doc:
    sentences = sentences_of(_text(doc), doc._.sentence_spans, doc._.quantities)
    doc._.candidates = find_candidates(View(_text(doc), sentences, doc._.around))
    return doc
