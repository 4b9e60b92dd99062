"""The package around a body: parts, properties and settings, with nothing in it that the paper did not bring.

Strategy: python-docx keeps the container (content types, relations, picture parts). Of its template only the skeleton stays; its styles,
preview picture, fonts, theme and properties go, because they name other programs and times. The ZIP is written anew with the oldest time
it knows, so that the same paper is the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Final

from app.reporting.celltext import cell_text
from app.reporting.logo import Logo, checked_logo
from app.reporting.paper import Paper
from app.reporting.word.body import body_of
from app.reporting.word.elements import Element, run, w
from app.reporting.word.furniture import footer_elements, header_elements, section_element
from app.reporting.word.place import Place, paragraph
from app.reporting.word.sheet import Sheet, sheet_of
from app.reporting.word.styles import LANGUAGES, style_elements
from app.wording.lang import Lang
from app.wording.wordfile import file_phrase

if TYPE_CHECKING:
    from docx.document import Document

_KEPT: Final = ("/styles", "/settings", "/numbering")
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
_EMU: Final = 360_000  # a centimetre
_LOGO_CM: Final = (5.0, 1.6)
_TIGHT: Final = 0.88  # of sizes and distances where everything must fit on one page
_LONGEST: Final = 255  # characters of a property


def package(paper: Paper) -> bytes:
    """The whole file."""
    import docx

    document, sheet = docx.Document(), sheet_of(paper)
    _strip(document)
    body = body_of(paper, sheet.text_width)
    _fill(document.styles.element, style_elements(paper.lang, _TIGHT if paper.one_page else 1.0))
    _fill(document.part.numbering_part.element, body.lists.elements())
    _fill(document.settings.element, _settings(paper.lang))
    section = _section(document, paper, sheet)
    _fill(document.element.body, [*_letterhead(document, paper, sheet), *body.elements, section])
    _describe(document, paper)
    target = BytesIO()
    document.save(target)
    return _steady(target.getvalue())


def _fill(element: Element, children: Iterable[Element]) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _strip(document: Document) -> None:
    """Leave the parts that are filled anew."""
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if not rel.reltype.endswith(_KEPT)]:
        rels.pop(key)
    outer = document.part.package.rels
    for key in [key for key, rel in outer.items() if not rel.reltype.endswith(("/officeDocument", "/core-properties"))]:
        outer.pop(key)


def _settings(lang: Lang) -> list[Element]:
    """In the order of the standard; hyphens, because German words are long and columns narrow."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    uri = "http://schemas.microsoft.com/office/word"
    german = lang == "de"
    return [
        w("zoom", percent=100),
        w("defaultTabStop", val=709),
        w("autoHyphenation"),
        w("hyphenationZone", val=425),
        w("doNotHyphenateCaps"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in modes.items())),
        w("themeFontLang", val=LANGUAGES[lang]),
        w("decimalSymbol", val="," if german else "."),
        w("listSeparator", val=";" if german else ","),
    ]


def _section(document: Document, paper: Paper, sheet: Sheet) -> Element:
    """The sheet with the parts of its header and footer, which are filled here."""
    from docx.oxml.ns import qn

    header, header_id = document.part.add_header_part()  # type: ignore[no-untyped-call]
    footer, footer_id = document.part.add_footer_part()  # type: ignore[no-untyped-call]
    _fill(header.element, header_elements(paper))
    _fill(footer.element, footer_elements(paper, sheet))
    return section_element(sheet, header_id, footer_id, qn("r:id"))


def _letterhead(document: Document, paper: Paper, sheet: Sheet) -> list[Element]:
    """The company's logo and name at the right above the title."""
    place, made = Place(sheet.text_width), []
    if paper.logo is not None:
        made.append(paragraph("company", (_picture(document, checked_logo(paper.logo), paper),), place))
    if paper.company:
        made.append(paragraph("company", (run(paper.company),), place))
    return made


def _picture(document: Document, logo: Logo, paper: Paper) -> Element:
    width, height = logo.fitted(*_LOGO_CM)
    inline = document.part.new_pic_inline(BytesIO(logo.content), round(width * _EMU), round(height * _EMU))
    name = file_phrase("logo", paper.lang)
    inline.docPr.set("name", name)
    inline.docPr.set("descr", cell_text(f"{name} {paper.company}".strip())[:_LONGEST])
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    return w("r", w("drawing", inline))


def _describe(document: Document, paper: Paper) -> None:
    """The file's properties: title, whose it is, its language and when it was made; no account, no program."""
    _fill(document.core_properties._element, ())  # noqa: SLF001 - there is no other way to take the template's out
    properties = document.core_properties
    properties.title = _short(paper.title)
    properties.subject = _short(paper.subtitle)
    properties.author = _short(paper.company)
    properties.language = LANGUAGES[paper.lang]
    if paper.made_at is not None:
        moment = paper.made_at.astimezone(UTC).replace(tzinfo=None)
        properties.created = properties.modified = moment


def _short(content: str) -> str:
    return " ".join(cell_text(content).split())[:_LONGEST]


def _steady(content: bytes) -> bytes:
    """The same entries without the time of writing."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.create_system, entry.external_attr = 0, 0  # the same on every system
            written.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, 6)
    return target.getvalue()
