"""Hostile text and web pages: too long, too deep, or of characters that nobody types."""

from __future__ import annotations

from collections.abc import Callable

_TERMS = "1. Der Kunde zahlt binnen 14 Tagen.\n\n2. Der Anbieter haftet unbeschränkt.\n\n"


def page(markup: str) -> bytes:
    """A saved web page."""
    return f"<!DOCTYPE html><html><body>{markup}<p>{_TERMS}</p></body></html>".encode()


CASES: dict[str, Callable[[], bytes]] = {
    "only_line_ends.txt": lambda: b"a" + b"\n" * 100_000_000,
    "too_large.txt": lambda: b"a" * (100 * 1024 * 1024 + 1),
    "one_line.txt": lambda: b"Haftung " * 620_000,
    "one_word.txt": lambda: b"a" * 4_900_000,
    "too_many_characters.txt": lambda: b"Haftung\n\n" * 700_000,
    "brackets.txt": lambda: b"(" * 2_000_000 + _TERMS.encode(),
    "labels.txt": lambda: b"".join(b"%d.\n\n" % n for n in range(300_000)),
    "sections.txt": lambda: "".join(f"§ {n} Haftung\n\nText.\n\n" for n in range(100_000)).encode(),
    "deep_labels.txt": lambda: "".join(f"{'1.' * (n % 3000)}1 Haftung\n\n" for n in range(3000)).encode(),
    "headings.md": lambda: b"# Haftung\n" * 300_000,
    "bold_marks.md": lambda: b"**" * 1_000_000 + b" " + b"__a" * 500_000,
    "hyphens.txt": lambda: b"Haf-\ntung-\n" * 300_000,
    "combining.txt": ("a" + "\u0323\u0301" * 1_000_000).encode,
    "direction.txt": ("\u202e\u2066" * 500_000 + _TERMS).encode,
    "lone_surrogates.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 1000,
    "bytes_of_no_encoding.txt": lambda: b"Haftung \x81\x8d\x8f\x90\x9d" * 1000,
    "controls.txt": lambda: bytes(range(1, 32)) * 1000 + _TERMS.encode(),
    "digits.txt": lambda: b"Der Preis betraegt " + b"9" * 1_000_000 + b" Euro.\n\n" + _TERMS.encode(),
    "numbers.txt": lambda: b"Die Haftung ist auf 1.000 Euro je Schadensfall begrenzt. " * 80_000,
    "nested.html": lambda: page("<div>" * 1_000_000),
    "nested_tables.html": lambda: page("<table><tr><td>" * 100_000),
    "attributes.html": lambda: page("<p " + " ".join(f"a{n}=x" for n in range(500_000)) + ">"),
    "unclosed.html": lambda: page("<b><i><a href=x>" * 300_000),
    "wrongly_closed.html": lambda: page("</p></div><b></i>" * 300_000),
    "spans.html": lambda: page('<table><tr><td colspan="999999999" rowspan="999999999">a</td></tr></table>'),
    "entities.html": lambda: page("&nbsp;&#x10FFFF;&#999999999999;&amp" * 200_000),
    "comment.html": lambda: page("<!--" + "-" * 10_000_000),
    "data_address.html": lambda: page(f'<img src="data:image/png;base64,{"A" * 30_000_000}">'),
    "script.html": lambda: page("<script>while(true){}</script>" * 100_000),
    "comments_before.html": lambda: b"<!-- x -->" * 100_000 + page(""),
    "entity_bomb.html": lambda: b'<!DOCTYPE html [<!ENTITY a "b">]>' + page("&a;" * 100_000),
    "groups.rtf": lambda: rb"{\rtf1 " + b"{" * 1_000_000 + b"}" * 1_000_000 + b"}",
    "ole_header.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 1_000_000,
}
