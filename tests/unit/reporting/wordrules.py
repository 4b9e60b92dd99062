"""What Word demands of a file, beyond what LibreOffice takes: `broken_rules(content)` names every rule that is broken.

Word is not at hand where the tests run; these are the rules whose breach it answers with "unreadable content": parts and relations complete,
ids unique, ranges paired, children in the order of the standard, everything in a parent where it may stand, references that lead somewhere.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile

from lxml import etree

from tests.unit.reporting.wordorder import ORDERS, PARENTS, PROPERTIES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"
REVISIONS = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "sectPrChange",
    "cellIns",
    "cellDel",
)
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def broken_rules(content: bytes) -> list[str]:
    """Sentences, none for a file that keeps them all."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if not name.endswith("/")]
        parts = {name: package.read(name) for name in names}
    trees = {name: etree.fromstring(data, _PARSER) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    return [f"{name} twice in the package" for name, count in Counter(names).items() if count > 1] + list(
        _rules(parts, trees)
    )


def _rules(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    yield from _content_types(parts, trees)
    relations = {name: dict(_relations(name, trees)) for name in trees if not name.endswith(".rels")}
    yield from _relation_rules(parts, trees, relations)
    for name, tree in trees.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            yield from (f"{name}: {rule}" for rule in _part_rules(tree))
    yield from _references(trees)
    yield from _comments(trees)


# --- the package


def _content_types(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    defaults = {one.get("Extension").lower() for one in types.iter(f"{TYPES}Default")}
    overrides = [one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")]
    yield from (f"type of {name} given twice" for name, count in Counter(overrides).items() if count > 1)
    yield from (f"type of {name}, which is not there" for name in overrides if name not in parts)
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name} has no type"


def _relations(name: str, trees: dict[str, etree._Element]) -> Iterator[tuple[str, etree._Element]]:
    rels = trees.get(_rels_of(name))
    if rels is not None:
        yield from ((one.get("Id"), one) for one in rels.iter(RELATION))


def _rels_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relation_rules(
    parts: dict[str, bytes], trees: dict[str, etree._Element], relations: dict[str, dict[str, etree._Element]]
) -> Iterator[str]:
    for rels_name, rels in trees.items():
        if not rels_name.endswith(".rels"):
            continue
        ids = Counter(one.get("Id") for one in rels.iter(RELATION))
        yield from (f"{rels_name}: {key} twice" for key, count in ids.items() if count > 1)
        base = posixpath.dirname(posixpath.dirname(rels_name))
        for one in rels.iter(RELATION):
            target = posixpath.normpath(posixpath.join("/", base, one.get("Target"))).lstrip("/")
            if one.get("TargetMode") != "External" and target not in parts:
                yield f"{rels_name}: {one.get('Target')} is not there"
    for name, known in relations.items():
        used = {
            value for node in trees[name].iter(etree.Element) for key, value in node.attrib.items() if key.startswith(R)
        }
        yield from (f"{name}: relation {key} is not there" for key in sorted(used) if key not in known)


# --- one part


def _part_rules(tree: etree._Element) -> Iterator[str]:
    for node in tree.iter(etree.Element):
        yield from _node_rules(node)
    yield from _ignorable(tree)
    yield from _bookmarks(tree)
    yield from _fields(tree)
    yield from _tables(tree)
    yield from _unique("revision", (one.get(f"{W}id") for kind in REVISIONS for one in tree.iter(W + kind)))
    yield from _unique("drawing", (one.get("id") for one in tree.iter(DOC_PR)))
    yield from _unique("content control", (one.get(f"{W}val") for one in tree.iterfind(f".//{W}sdtPr/{W}id")))


def _node_rules(node: etree._Element) -> Iterator[str]:
    name, parent = _name(node), node.getparent()
    children = [_name(child) for child in node if isinstance(child.tag, str) and child.tag.startswith(W)]
    if name in ORDERS:
        yield from _order(name, children)
    if name in PARENTS and parent is not None and parent.tag.startswith(W) and _name(parent) not in PARENTS[name]:
        yield f"{name} in {_name(parent)}"
    wanted = PROPERTIES.get(name, "")
    if wanted in children[1:] and not (
        name == "tbl" and set(children[: children.index(wanted)]) <= {"bookmarkStart", "bookmarkEnd"}
    ):
        yield f"{wanted} is not the first child of {name}"
    if name == "tc" and (not children or children[-1] != "p") and children[-1:] != ["bookmarkEnd"]:
        yield "a cell that does not end with a paragraph"
    yield from _text_rules(node, name)


def _order(name: str, children: list[str]) -> Iterator[str]:
    order = ORDERS[name]
    known = [order.index(child) for child in children if child in order]
    if known != sorted(known) and name != "sectPr":
        yield f"children of {name} in a wrong order: {' '.join(children)}"
    yield from (f"{child} in {name}" for child in children if child not in order and name not in ("tbl", "sdt"))


def _text_rules(node: etree._Element, name: str) -> Iterator[str]:
    if (
        name in ("t", "delText", "instrText")
        and node.text
        and node.text != node.text.strip()
        and node.get(SPACE) != "preserve"
    ):
        yield f"white space of {name} is not kept"
    if name in ("t", "instrText") and _inside(node, ("del", "moveFrom")):
        yield f"{name} in deleted text"
    if name == "delText" and not _inside(node, ("del", "moveFrom")):
        yield "deleted text outside a deletion"
    if name in ("ins", "del") and not node.get(f"{W}author"):
        yield f"{name} without an author"
    yield from _nesting(node, name)


def _nesting(node: etree._Element, name: str) -> Iterator[str]:
    """What was inserted can be deleted again, nothing else: and no comment stands where Word cannot show one."""
    around = list(takewhile(lambda above: above != "p", map(_name, node.iterancestors())))
    for outer in {"ins": ("ins", "del"), "del": ("del",)}.get(name, ()):
        if outer in around:
            yield f"{name} in {outer}"
    if name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if _inside(node, ("txbxContent", "footnotes", "endnotes", "hdr", "ftr", "comments")):
            yield f"{name} outside the main text"
        if name == "commentReference" and "del" in around:
            yield "a comment in deleted text"


def _inside(node: etree._Element, names: tuple[str, ...]) -> bool:
    return any(_name(above) in names for above in node.iterancestors())


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname


def _unique(what: str, ids: Iterator[str | None]) -> Iterator[str]:
    yield from (f"{what} id {key} {count} times" for key, count in Counter(ids).items() if count > 1)


def _ignorable(tree: etree._Element) -> Iterator[str]:
    for prefix in (tree.get(IGNORABLE) or "").split():
        if prefix not in tree.nsmap:
            yield f"prefix {prefix} is not declared"


def _bookmarks(tree: etree._Element) -> Iterator[str]:
    starts = list(tree.iter(f"{W}bookmarkStart"))
    ends = [one.get(f"{W}id") for one in tree.iter(f"{W}bookmarkEnd")]
    yield from _unique("bookmark", (one.get(f"{W}id") for one in starts))
    yield from _unique("bookmark's end", iter(ends))
    yield from _unique("bookmark named", (one.get(f"{W}name").lower() for one in starts))
    if sorted(one.get(f"{W}id") for one in starts) != sorted(ends):
        yield "bookmarks that do not begin and end"
    yield from (
        f"no name for a bookmark: {one.get(f'{W}name')}"
        for one in starts
        if not _BOOKMARK.fullmatch(one.get(f"{W}name"))
    )


def _fields(tree: etree._Element) -> Iterator[str]:
    depth = 0
    for one in tree.iter(f"{W}fldChar"):
        kind = one.get(f"{W}fldCharType")
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        if depth < 0 or (kind == "separate" and depth == 0):
            yield "a field that does not begin"
            return
    if depth:
        yield "a field that does not end"


def _tables(tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        if not table.findall(f"{W}tr"):
            yield "a table without rows"
        if table.find(f"{W}tblGrid") is None:
            yield "a table without columns"
    yield from ("a row without cells" for row in tree.iter(f"{W}tr") if row.find(f".//{W}tc") is None)


# --- between parts


def _references(trees: dict[str, etree._Element]) -> Iterator[str]:
    styles = {one.get(f"{W}styleId") for one in _all(trees, "word/styles.xml", "style")}
    yield from (
        f"style {key} {count} times"
        for key, count in _ids(trees, "word/styles.xml", "style", "styleId").items()
        if count > 1
    )
    lists = {one.get(f"{W}numId") for one in _all(trees, "word/numbering.xml", "num")} | {"0"}
    kinds = {one.get(f"{W}abstractNumId") for one in _all(trees, "word/numbering.xml", "abstractNum")}
    marks = {one.get(f"{W}name") for one in _all(trees, DOCUMENT, "bookmarkStart")}
    for part in trees:
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            yield from _lost(trees, part, name, "val", styles)
        yield from _lost(trees, part, "numId", "val", lists)
        yield from _lost(trees, part, "hyperlink", "anchor", marks | {"_top", "_Top"})
    for one in _all(trees, "word/numbering.xml", "num"):
        if one.find(f"{W}abstractNumId").get(f"{W}val") not in kinds:
            yield "a list without a definition"


def _all(trees: dict[str, etree._Element], part: str, name: str) -> Iterator[etree._Element]:
    if part in trees:
        yield from trees[part].iter(W + name)


def _ids(trees: dict[str, etree._Element], part: str, name: str, key: str) -> Counter[str | None]:
    return Counter(one.get(W + key) for one in _all(trees, part, name))


def _lost(trees: dict[str, etree._Element], part: str, name: str, key: str, known: set[str | None]) -> Iterator[str]:
    wanted = {one.get(W + key) for one in _all(trees, part, name)} - {None}
    yield from (f"{part}: {name} {value} is not there" for value in sorted(wanted - known))


def _comments(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Each comment has a beginning, an end behind it and a reference; each of those has a comment."""
    comments = _ids(trees, "word/comments.xml", "comment", "id")
    yield from (f"comment {key} {count} times" for key, count in comments.items() if count > 1)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = Counter(
            one.get(f"{W}id") for part in trees if part != "word/comments.xml" for one in _all(trees, part, name)
        )
        yield from (f"{name} {key} {count} times" for key, count in found.items() if count > 1)
        yield from (f"{name} {key} without a comment" for key in found if key not in comments)
        if name == "commentReference":
            yield from (f"comment {key} without a reference" for key in comments if key not in found)
    for tree in trees.values():
        yield from _ranges(tree)


def _ranges(tree: etree._Element) -> Iterator[str]:
    begun: set[str | None] = set()
    ended: set[str | None] = set()
    for one in tree.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"):
        key = one.get(f"{W}id")
        if one.tag == f"{W}commentRangeStart":
            begun.add(key)
        elif key not in begun:
            yield f"comment {key} ends before it begins"
        else:
            ended.add(key)
    yield from (f"comment {key} does not end" for key in begun - ended)
