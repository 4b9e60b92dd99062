"""What a clause carries: spans, text, path, anchor; and that no character of a document is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.source import SourceDocument
from app.nlp.segmentation import segment
from tests.unit.nlp.segmentation.build import BOLD, document

SENTENCE = "Der Preis gilt ab Werk."

PIECES = st.sampled_from([
    "§ 1 Preise", "§ 2 Lieferung", "(1) Der Preis gilt.", "(2) Er gilt netto.", "1. Verzug", "1.1 Der Preis gilt.", "2.",
    "a) sofort,", "b) später.", "- Stahl", "I. Teil", "A. Anhang", ">> 3. Preise", "Artikel 2: Preise", "|und so weiter",
    "Allgemeine Bedingungen", "Ort, Datum ______________", "1. Preise ..... 2", "§ 3 (1) Der Preis gilt.", "Inhalt", " ", "3 Monate",
])  # fmt: skip
LOOKS = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(), "size": st.sampled_from([8.0, 10.0, 14.0]), "x0": st.sampled_from([0.0, 18.0]),
        "full": st.booleans(), "gap": st.sampled_from([None, 0.2, 1.5]), "bold_lead": st.sampled_from([0, 4]),
        "centered": st.booleans(), "page": st.sampled_from([1, 2]),
    },
)  # fmt: skip


def written(pieces: list[tuple[str, dict[str, object]]]) -> SourceDocument:
    first = [(text.removeprefix("|"), look) for text, look in pieces[:1]]
    return document(*first, *pieces[1:])


@given(st.lists(st.tuples(PIECES, LOOKS), min_size=1, max_size=25))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_visible_character_belongs_to_exactly_one_clause_or_is_not_analysed(
    pieces: list[tuple[str, dict[str, object]]],
) -> None:
    source = written(pieces)
    found = segment(source)
    count: Counter[int] = Counter()
    for item in (*found.clauses, *found.not_analysed):
        for start, end in item.spans:
            count.update(range(start, end))
    wrong = [i for i, c in enumerate(source.text) if not c.isspace() and count[i] != 1]
    assert not wrong, source.text[wrong[0] : wrong[0] + 20]


@given(st.lists(st.tuples(PIECES, LOOKS), min_size=1, max_size=25))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_a_clauses_text_is_its_body_in_the_canonical_text(pieces: list[tuple[str, dict[str, object]]]) -> None:
    source = written(pieces)
    for clause in segment(source).clauses:
        assert clause.text == "\n".join(source.text[a:b] for a, b in clause.body_spans)
        spans = clause.canonical(0, len(clause.text))
        assert "".join(source.text[a:b] for a, b in spans) == "".join(source.text[a:b] for a, b in clause.body_spans)


@given(st.lists(st.tuples(PIECES, LOOKS), min_size=1, max_size=25))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_ids_and_anchors_are_unique_and_parents_come_first(pieces: list[tuple[str, dict[str, object]]]) -> None:
    found = segment(written(pieces))
    clauses = found.clauses
    assert segment(written(pieces)) == found
    assert len({c.id for c in clauses}) == len({c.anchor for c in clauses}) == len(clauses)
    seen: dict[str, int] = {}
    for clause in clauses:
        assert clause.level == (seen[clause.parent] + 1 if clause.parent else 0)
        assert len(clause.path) == clause.level + 1
        seen[clause.id] = clause.level


def test_the_path_names_labels_and_headings_from_the_top() -> None:
    found = segment(document(("Preise", BOLD), f"1. {SENTENCE}", f"2. {SENTENCE}", ("Frist", BOLD), f"3. {SENTENCE}"))
    assert [c.path for c in found.clauses][:2] == [("Preise",), ("Preise", "1.")]


def test_an_anchor_survives_a_change_elsewhere() -> None:
    before = segment(document("§ 1 Ort", "Hier wird geliefert.", "§ 2 Preis", SENTENCE)).clauses
    after = segment(document("§ 1 Ort", "Dort wird abgeholt und gezahlt.", "§ 2 Preis", SENTENCE)).clauses
    assert before[1].anchor == after[1].anchor
    assert before[0].anchor != after[0].anchor


def test_equal_clauses_have_different_anchors() -> None:
    first, second = segment(document(f"1. {SENTENCE}", f"1. {SENTENCE}")).clauses
    assert first.anchor != second.anchor


def test_label_heading_and_body_are_where_they_are_printed() -> None:
    source = document(("§ 1: Preise", BOLD), SENTENCE, "Er gilt netto.")
    clause = segment(source).clauses[0]
    assert [source.text[a:b] for a, b in clause.label_spans] == ["§ 1:"]
    assert (clause.label, clause.heading, clause.text) == ("§ 1", "Preise", f"{SENTENCE}\nEr gilt netto.")
    assert clause.paragraph == 1


def test_a_paragraph_without_enough_words_speaks_its_sections_language() -> None:
    source = document(
        ("1. Lieferung der Ware an den Besteller", BOLD),
        "Die Ware wird von uns ab Werk an den Besteller geliefert.",
        "1.1 OK",
    )
    assert {c.language for c in segment(source).clauses} == {"de"}
