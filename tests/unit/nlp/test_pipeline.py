"""What the spaCy pipeline marks in a text."""

from __future__ import annotations

from app.nlp.pipeline import build

TEXT = (
    "Nach § 309 Nr. 7 BGB i.S.v. Ziffer 4.2 haftet er gem. Abs. 2 bis 1 Mio. € je Fall. Die Frist beträgt drei Monate."
)


def test_abbreviations_and_citations_are_one_token() -> None:
    words = [t.text for t in build()(TEXT)]
    assert {"§ 309 Nr. 7 BGB", "i.S.v.", "Ziffer 4.2", "gem."} <= set(words)


def test_sentences_are_those_of_the_splitter() -> None:
    assert [s.text for s in build()(TEXT).sents] == [TEXT[:82], "Die Frist beträgt drei Monate."]


def test_quantities_citations_and_references_are_span_groups() -> None:
    doc = build()(TEXT)
    assert [(s.text, s.label_) for s in doc.spans["quantities"]] == [("1 Mio. €", "money"), ("drei Monate", "duration")]
    assert [s.text for s in doc.spans["citations"]] == ["§ 309 Nr. 7 BGB"]
    assert [s.text for s in doc.spans["references"]] == ["Ziffer 4.2", "Abs. 2"]


def test_the_pipeline_is_made_once() -> None:
    assert build() is build()


def test_an_empty_text_is_no_error() -> None:
    assert list(build()("").sents) == []
