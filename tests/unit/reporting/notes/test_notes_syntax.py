"""Just enough of PDF's syntax: where values end, and one entry changed with every other byte kept."""

from __future__ import annotations

import pytest

from app.reporting.notes import syntax
from app.reporting.notes.syntax import SyntaxProblem

VALUES = [
    b"12",
    b"-1.5",
    b"true",
    b"null",
    b"/Name",
    b"/",
    b"/N#20ame",
    b"12 0 R",
    b"(text)",
    b"(a (b) c)",
    rb"(a \) b)",
    rb"(a \( b)",
    rb"(\\)",
    b"(%)",
    b"(>>)",
    b"<4142>",
    b"< 41\n42 >",
    b"<>",
    b"[]",
    b"[1 2 0 R (x]) <5d>]",
    b"<</A<41>>>",
    b"<< /A << /B [ << >> ] >> /C (>>) >>",
    b"<< /A 1 % >>\n >>",
    b"<</A/B/C(d)>>",
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("behind", [b"", b" ", b"\nendobj\n", b"/Next 1", b"]", b">>"], ids=repr)
def test_a_value_ends_where_it_ends(value: bytes, behind: bytes) -> None:
    touching = behind[:1].isalpha() and value[-1:].isalnum()
    data = b"  %c\n" + value + (b" " if touching else b"") + behind
    assert syntax.value(data, 0) == value


def test_two_numbers_are_no_reference() -> None:
    assert syntax.value(b"12 0 Rx", 0) == b"12"
    assert syntax.value(b"12 0 ", 0) == b"12"


@pytest.mark.parametrize(
    "broken",
    [b"", b"   ", b"(never", b"<< /A 1", b"[1 2", b"<41", b"]", b">>", b")", b"[" * 300 + b"]" * 300],
    ids=repr,
)
def test_what_is_no_value_is_refused(broken: bytes) -> None:
    with pytest.raises(SyntaxProblem):
        syntax.value(broken, 0)


@pytest.mark.parametrize("broken", [b"[1]", b"12", b"<< 1 2 >>", b"<< /A >>", b"<< /A 1"], ids=repr)
def test_what_is_no_dictionary_has_no_entries(broken: bytes) -> None:
    with pytest.raises(SyntaxProblem):
        list(syntax.entries(broken))


DICTIONARY = b"<</Type/Page /Annots[1 0 R]\n/Odd#20\xe4\xff 3 0 R % sic\n/Contents 4 0 R>>"


def test_an_entry_is_found_by_its_whole_name() -> None:
    assert syntax.entry(DICTIONARY, b"/Annots") == b"[1 0 R]"
    assert syntax.entry(DICTIONARY, b"/Annot") is None
    assert syntax.entry(b"<< /A << /Annots 1 >> >>", b"/Annots") is None


def test_of_two_entries_of_one_name_the_last_counts() -> None:
    assert syntax.entry(b"<</A 1/A 2>>", b"/A") == b"2"


def test_an_entry_is_replaced_and_every_other_byte_stays() -> None:
    changed = syntax.with_entry(DICTIONARY, b"/Annots", b"[1 0 R 9 0 R]")
    assert syntax.entry(changed, b"/Annots") == b"[1 0 R 9 0 R]"
    assert changed.count(b"/Annots") == 1
    assert b"\n/Odd#20\xe4\xff 3 0 R % sic\n/Contents 4 0 R" in changed


def test_an_entry_is_added_where_there_is_none() -> None:
    changed = syntax.with_entry(b"<</A 1>>", b"/Annots", b"[9 0 R]")
    assert [name for name, _, _ in syntax.entries(changed)] == [b"/A", b"/Annots"]


def test_an_entry_behind_a_comment_is_not_swallowed_by_it() -> None:
    changed = syntax.with_entry(b"<</A 1 % sic\n>>", b"/B", b"2")
    assert syntax.entry(changed, b"/B") == b"2"


def test_elements_are_added_at_the_end() -> None:
    assert syntax.with_elements(b" [ 1 0 R (]) ] ", b"9 0 R") == b"[ 1 0 R (])  9 0 R]"
    assert syntax.with_elements(b"[]", b"9 0 R") == b"[ 9 0 R]"
    with pytest.raises(SyntaxProblem):
        syntax.with_elements(b"<<>>", b"9 0 R")
