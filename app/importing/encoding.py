"""From bytes to characters, for text, Markdown and HTML alike.

Strategy: a byte order mark decides; then UTF-8, which nothing else looks like; then what the file says of itself; then the
two encodings German texts were written in before, Windows-1252 and the one of DOS (CP850), told apart by their umlauts:
each one's umlauts are signs in the other that hardly stand within words.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.models.source import ImportNote

_UTF16_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE: Final = 200_000  # bytes
_ENOUGH_ASCII: Final = 0.6  # of every second byte: UTF-16 of a western text is half zeros
_DOS: Final = "cp850"
_WINDOWS: Final = "cp1252"
_SHOWN: Final = {_DOS: "DOS (CP850)", _WINDOWS: "Windows-1252"}
# The bytes of ä ö ü ß within words, of Ä Ö Ü before them, and of § before a number, in each.
_DOS_UMLAUTS: Final = re.compile(rb"(?<=[A-Za-z])[\x84\x94\x81\xe1](?=[a-z])|(?<=\s)[\x8e\x99\x9a](?=[a-z])|\xf5 ?\d")
_WINDOWS_UMLAUTS: Final = re.compile(
    rb"(?<=[A-Za-z])[\xe4\xf6\xfc\xdf](?=[a-z])|(?<=\s)[\xc4\xd6\xdc](?=[a-z])|\xa7 ?\d"
)


def decoded(data: bytes, stated: str | None = None) -> tuple[str, tuple[ImportNote, ...]]:
    """The characters and, where the encoding is only likely, a note. `stated`: the encoding the file names, if it does.

    TEXT_UNDECODABLE where no encoding fits.
    """
    if data.startswith(_UTF16_BOMS):
        return _strictly(data, "utf-16"), ()
    quiet = _quiet_utf16(data)
    if quiet is not None:
        return _strictly(data, quiet), (_note(quiet.upper()),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _in_old_encoding(data, stated)


def _in_old_encoding(data: bytes, stated: str | None) -> tuple[str, tuple[ImportNote, ...]]:
    known = _known(stated)
    if known is not None:
        try:
            return data.decode(known), ()
        except UnicodeDecodeError:
            pass  # it says what it is not
    guess = _DOS if _looks_dos(data) else _WINDOWS
    return _strictly(data, guess), (_note(_SHOWN[guess]),)


def _known(stated: str | None) -> str | None:
    """Python's name of a stated encoding; Latin-1 means Windows-1252, as in every browser."""
    if stated is None:
        return None
    try:
        name = codecs.lookup(stated.strip()).name
    except (LookupError, ValueError):
        return None
    return _WINDOWS if name in ("iso8859-1", "ascii") else name


def _quiet_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte is zero, and no other."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) / 2 * _ENOUGH_ASCII
    if odd >= enough and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even >= enough and odd == 0 else None


def looks_like_quiet_utf16(data: bytes) -> bool:
    """Whether `data` is UTF-16 that does not say so."""
    return _quiet_utf16(data) is not None


def _looks_dos(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_DOS_UMLAUTS.findall(sample)) > len(_WINDOWS_UMLAUTS.findall(sample))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ExpectedError(ErrorCode.TEXT_UNDECODABLE) from error


def _note(encoding: str) -> ImportNote:
    return ImportNote("encoding_guessed", {"encoding": encoding})
