"""Readings and analyses as bytes: JSON by the type hints of the frozen dataclasses, compressed.

Strategy: cattrs writes and reads every field by its type; what has another type, lacks a field or has one too many is
refused, nothing is converted or filled in. With the content goes a fingerprint of its form: names and types of all fields that can
occur in it. Content of another form was written by another version of the program, and a value that this version knows and
the other did not would be missing: it is refused with a sentence (the document has to be read again), never guessed. No
pickle: a database must not be able to run code.

The json module holds the interpreter for as long as it works on a text, with a long document 50 ms and more, in which the window
would not move although another thread is at work. So long lists are written in pieces, and reading pauses at every object.
"""

from __future__ import annotations

import hashlib
import json
import types
import zlib
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from app.errors import ErrorCode, ExpectedError
from app.models.provisions import ProvisionValue

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

T = TypeVar("T")

_LENGTH: Final = 16  # of a fingerprint in hexadecimal digits
_PIECE: Final = 64  # elements of a list: some milliseconds at most, if they are findings


def packed(value: T, kind: type[T]) -> bytes:
    """The bytes of a value, always the same for equal values."""
    content = {"form": form(kind), "content": _converter().unstructure(value, kind)}
    return zlib.compress(b"".join(piece.encode("utf-8", "surrogatepass") for piece in _written(content)))


def unpacked(data: bytes, kind: type[T]) -> T:
    """The value of the bytes. Raises ExpectedError CASE_OUTDATED (other version) or CASE_DAMAGED."""
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError, StructureHandlerNotFoundError

    unfit = (BaseValidationError, ForbiddenExtraKeysError, StructureHandlerNotFoundError)
    try:
        stored = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"), object_hook=_pausing)
        if stored["form"] != form(kind):
            raise ExpectedError(ErrorCode.CASE_OUTDATED)
        return _converter().structure(stored["content"], kind)
    except (zlib.error, ValueError, TypeError, LookupError, AttributeError, RecursionError, *unfit) as error:
        raise ExpectedError(ErrorCode.CASE_DAMAGED) from error


# --- the text


def _written(value: object) -> Iterator[str]:
    """What `json.dumps` would write, in pieces."""
    match value:
        case dict() if value:
            for start, (name, inner) in zip("{" + "," * len(value), value.items(), strict=False):
                yield f"{start}{_json(name)}:"
                yield from _written(inner)
            yield "}"
        case list() | tuple() if len(value) > _PIECE:
            for at in range(0, len(value), _PIECE):
                yield f"{',' if at else '['}{_json(value[at : at + _PIECE])[1:-1]}"
            yield "]"
        case _:
            yield _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pausing(content: dict[str, Any]) -> dict[str, Any]:
    """A call of Python code is where the interpreter lets another thread go on."""
    return content


# --- the converter


@cache
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    converter = make_converter(detailed_validation=False, forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))  # whose members are texts too
    configure_tagged_union(ProvisionValue, converter)
    return converter


def _exactly(kind: type[T]) -> Callable[[object, object], T]:
    def check(value: object, _: object) -> T:
        if type(value) is not kind:
            raise TypeError
        return value

    return check


def _number(value: object, _: object) -> float:
    """A number stays whole if it was: 14 days are not 14.0 days in a report."""
    if type(value) is not float and type(value) is not int:
        raise TypeError
    return value


# --- the form


def form(kind: Any) -> str:  # noqa: ANN401 - types and their unions have no type in common
    """Fingerprint of everything a value of this type can consist of."""
    return _form(kind)


@cache
def _form(kind: object) -> str:
    lines = sorted(f"{_name(c)}: {fields}" for c, fields in _classes(kind, {}).items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_LENGTH]


def _classes(hint: object, found: dict[type, str]) -> dict[type, str]:
    """The dataclasses in a type, each with the names and types of its fields in order."""
    origin = get_origin(hint) or hint
    if is_dataclass(origin) and isinstance(origin, type) and origin not in found:
        hints = _stored(origin)
        found[origin] = ", ".join(f"{name} {_name(h)}" for name, h in hints.items())
        for inner in hints.values():
            _classes(inner, found)
    for inner in get_args(hint):
        _classes(inner, found)
    return found


def _stored(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: hints[name] for name in kind.__dataclass_fields__}  # type: ignore[attr-defined]


def _name(hint: object) -> str:
    """Of a type, the same in every version of Python."""
    origin = get_origin(hint)
    if origin is None:
        return str(getattr(hint, "__name__", hint))
    inner = [_name(arg) for arg in get_args(hint)]
    if origin in (Union, types.UnionType):
        return "|".join(inner)
    return f"{_name(origin)}[{', '.join(inner)}]"
