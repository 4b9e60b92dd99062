"""Damages documents at random, by a seed: the same seed gives the same file.

Strategy: half of the damage is done to the file as it is (cut off, bits flipped, blocks swapped, lost, doubled), as a bad disk or
download does it. The other half is done inside: a packed stream of a PDF is unpacked, damaged and packed again into its old place, so that
the file's table stays right; a part of a Word file is damaged as bytes or, well-formed still, as a tree. Otherwise nearly
every file would fail at the door and nothing behind it would be tried.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

from lxml import etree

Damage = Callable[[bytes, Random], bytes]

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORD = re.compile(rb"\S+")
_NUMBERS = (b"0", b"-1", b"1e9", b"2147483648", b"-99999999999999999999", b"0.0000001", b"65536", b"NaN")
_VALUES = ("", "0", "-1", "99999999999", "NaN", "x", "true", "\u202e", "w:p", "1" * 400)
_MOST_STREAMS = 200  # looked at in one file


# --- the file as it is


def truncated(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def beheaded(data: bytes, random: Random) -> bytes:
    return data[random.randrange(min(len(data), 4096)) :]


def flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 4, 16, 64, 256))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _block(data: bytes, random: Random) -> slice:
    start = random.randrange(len(data))
    return slice(start, start + random.choice((1, 16, 512, 4096, max(1, len(data) // 4))))


def lost(data: bytes, random: Random) -> bytes:
    block = _block(data, random)
    return data[: block.start] + data[block.stop :]


def doubled(data: bytes, random: Random) -> bytes:
    block = _block(data, random)
    return data[: block.stop] + data[block] * random.choice((1, 1, 50)) + data[block.stop :]


def swapped(data: bytes, random: Random) -> bytes:
    first, second = sorted((_block(data, random), _block(data, random)), key=lambda s: s.start)
    middle = data[first.stop : second.start]
    return data[: first.start] + data[second] + middle + data[first] + data[second.stop :]


def overwritten(data: bytes, random: Random) -> bytes:
    block = _block(data, random)
    length = len(data[block])
    filling = random.choice((b"\0" * length, b"\xff" * length, random.randbytes(length), b"(" * length))
    return data[: block.start] + filling + data[block.stop :]


def renumbered(data: bytes, random: Random) -> bytes:
    """Some numbers in the file are others now."""
    numbers = list(_NUMBER.finditer(data))
    for found in sorted(random.sample(numbers, min(len(numbers), 5)), key=lambda m: -m.start()):
        data = data[: found.start()] + random.choice(_NUMBERS) + data[found.end() :]
    return data


def shuffled(data: bytes, random: Random) -> bytes:
    """Some words have changed places: operators without their operands, keys with others' values."""
    words = list(_WORD.finditer(data))
    if len(words) < 2:
        return data
    changed = [found.group() for found in words]
    for _ in range(random.choice((1, 5, 50))):
        one, other = random.randrange(len(changed)), random.randrange(len(changed))
        changed[one], changed[other] = changed[other], changed[one]
    return b" ".join(changed)


OUTSIDE: Sequence[Damage] = (truncated, beheaded, flipped, flipped, lost, doubled, swapped, overwritten, renumbered)
INSIDE: Sequence[Damage] = (truncated, flipped, lost, doubled, swapped, overwritten, renumbered, renumbered, shuffled)


# --- inside a PDF


def inside_pdf(data: bytes, random: Random) -> bytes:
    """One packed stream is damaged; as it is if there is none."""
    streams = list(_STREAM.finditer(data))[:_MOST_STREAMS]
    random.shuffle(streams)
    for found in streams:
        try:
            content = zlib.decompress(found.group(1))
        except zlib.error:
            continue
        if content:
            packed = _fitting(random.choice(INSIDE)(content, random), len(found.group(1)))
            return data[: found.start(1)] + packed + data[found.end(1) :]
    return random.choice(OUTSIDE)(data, random)


def _fitting(content: bytes, room: int) -> bytes:
    """Packed into exactly `room` bytes: what is too much is cut off, the rest is filled up behind the packed data."""
    packed = zlib.compress(content, 9)
    while len(packed) > room and content:
        content = content[: len(content) * 9 // 10]
        packed = zlib.compress(content, 9)
    return packed[:room].ljust(room, b"\n")


# --- inside a Word file


def inside_zip(data: bytes, random: Random) -> bytes:
    """One part is damaged, as bytes or as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    names = [name for name in parts if name.endswith((".xml", ".rels")) and parts[name]]
    name = (
        random.choice(names + ["word/document.xml"] * len(names))
        if "word/document.xml" in parts
        else random.choice(names)
    )
    damage = random.choice((random.choice(INSIDE), *[disordered] * 4))
    parts[name] = damage(parts[name], random)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in parts.items():
            archive.writestr(member, content)
    return buffer.getvalue()


def disordered(data: bytes, random: Random) -> bytes:
    """Well-formed XML in which elements are lost, doubled, moved, renamed and their attributes changed."""
    root = etree.fromstring(data)
    for _ in range(random.choice((1, 5, 30))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        random.choice((_drop, _double, _move, _rename, _change, _change, _bare, _retell))(elements, random)
    return etree.tostring(root)


def _drop(elements, random: Random) -> None:
    element = random.choice(elements)
    if element.getparent() is not None:
        element.getparent().remove(element)


def _double(elements, random: Random) -> None:
    element = random.choice(elements[1:] or elements)
    if element.getparent() is not None:
        for _ in range(random.choice((1, 1, 1, 20))):
            element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))


def _move(elements, random: Random) -> None:
    element, place = random.choice(elements), random.choice(elements)
    if element.getparent() is not None and element not in (place, *place.iterancestors()):
        place.append(element)


def _rename(elements, random: Random) -> None:
    random.choice(elements).tag = random.choice(elements).tag


def _change(elements, random: Random) -> None:
    element = random.choice([e for e in elements if e.attrib] or elements)
    if element.attrib:
        others = [value for e in random.sample(elements, min(20, len(elements))) for value in e.attrib.values()]
        element.set(random.choice(list(element.attrib)), random.choice([*_VALUES, *others]))


def _bare(elements, random: Random) -> None:
    random.choice(elements).attrib.clear()


def _retell(elements, random: Random) -> None:
    random.choice(elements).text = random.choice([*_VALUES, "§ 1 Haftung"])


# --- both


def damaged(data: bytes, random: Random) -> bytes:
    """One to three kinds of damage, from outside or inside; never the file as it was."""
    changed = data
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        changed = _damaged_once(changed, random) or b"\0"
    return changed if changed != data else flipped(data, random)


# What opening a package that is damaged already may raise: then it is damaged from outside.
_TOO_DAMAGED = (zipfile.BadZipFile, zlib.error, etree.LxmlError, ValueError, IndexError, OSError, NotImplementedError)


def _damaged_once(data: bytes, random: Random) -> bytes:
    inside = random.random() < 0.55
    if inside and data.startswith(b"%PDF"):
        return inside_pdf(data, random)
    if inside and data.startswith(b"PK"):
        with suppress(*_TOO_DAMAGED):
            return inside_zip(data, random)
    return random.choice(OUTSIDE)(data, random)
