from __future__ import annotations

import pytest

from tests.unit.importing.made import labels, opened
from tests.unit.importing.word import docx, p, r, style


def field(instruction: str, data: str = "", *, separate: bool = False) -> str:
    """A field without a result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return (
        mark.format("begin", data) + code + (mark.format("separate", "") if separate else "") + mark.format("end", "")
    )


def box(inner: str) -> str:
    return f"<w:ffData><w:checkBox><w:sizeAuto/>{inner}</w:checkBox></w:ffData>"


def choice(inner: str) -> str:
    entries = '<w:listEntry w:val="monatlich"/><w:listEntry w:val="jährlich"/>'
    return f"<w:ffData><w:ddList>{inner}{entries}</w:ddList></w:ffData>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field("FORMCHECKBOX", box('<w:default w:val="0"/>')), "☐"),
        (field("FORMCHECKBOX", box('<w:default w:val="0"/><w:checked/>')), "☒"),
        (field("FORMCHECKBOX", box('<w:default w:val="1"/><w:checked w:val="0"/>'), separate=True), "☐"),
        (field("FORMDROPDOWN", choice("")), "monatlich"),
        (field("FORMDROPDOWN", choice('<w:result w:val="1"/>'), separate=True), "jährlich"),
        (field("FORMDROPDOWN", choice('<w:result w:val="7"/>')), ""),
        (field("REF _Ref1"), ""),
        (field("FORMTEXT", separate=True), ""),
    ],
)
def test_what_a_form_field_shows(content: str, text: str):
    assert opened(docx(p(r("Zahlung ") + content + r(" bitte")))).text.split() == f"Zahlung {text} bitte".split()


@pytest.mark.parametrize(
    ("instructions", "numbers"),
    [
        (["AUTONUM", "AUTONUM", "AUTONUM"], ["1.", "2.", "3."]),
        (["AUTONUM \\s )", "AUTONUM \\s )"], ["1)", "2)"]),
        (["LISTNUM", "LISTNUM"], ["1)", "2)"]),
        (["LISTNUM \\l 2", "LISTNUM \\l 2", "LISTNUM \\l 1", "LISTNUM \\l 2"], ["a)", "b)", "1)", "a)"]),
        (["LISTNUM \\s 5", "LISTNUM"], ["5)", "6)"]),
        (['LISTNUM "OutlineDefault"', "LISTNUM OutlineDefault \\l 2"], ["I.", "A."]),
        (["LISTNUM LegalDefault", "LISTNUM LegalDefault \\l 2"], ["1.", "1.1."]),
        (["LISTNUM", "AUTONUM", "LISTNUM"], ["1)", "1.", "2)"]),
    ],
)
def test_numbers_that_a_field_counts_are_labels(instructions: list[str], numbers: list[str]):
    source = opened(docx("".join(p(field(instruction) + r(" Text")) for instruction in instructions)))
    assert labels(source) == numbers


def test_each_number_in_a_paragraph_is_one_level_deeper():
    body = p(field("LISTNUM") + r(" a ") + field("LISTNUM") + r(" b")) + p(field("LISTNUM") + r(" c"))
    assert opened(docx(body)).text == "1) a a) b\n2) c"


def test_legal_numbers_follow_the_levels_of_the_headings():
    styles = style("H1", name="heading 1") + style("H2", name="heading 2")
    body = "".join(p(field("AUTONUMLGL") + r(" Titel"), style=name) for name in ("H1", "H2", "H2", "H1", "H2"))
    assert labels(opened(docx(body, styles=styles))) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_text_before_a_field_in_its_own_run_is_read():
    run = (
        '<w:r><w:t xml:space="preserve">vor </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>Ziffer 4</w:t><w:fldChar w:fldCharType="end"/><w:t> nach</w:t></w:r>'
    )
    assert opened(docx(p(run))).text == "vor Ziffer 4 nach"
