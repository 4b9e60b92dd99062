"""The starter library of this version of the program, as a pack, and whether it is another one than was last answered.

An update is offered, never forced: `merging.merge` with the fingerprints of what the user's library was made from says what
is new, what changed, and where the user has changed the same clause.
"""

from __future__ import annotations

import hashlib
from functools import cache

from app.library.packfiles import pack_contents
from app.library.packs import Pack, read_pack
from app.library.problems import Problems
from app.paths import clause_library


def starter_pack() -> Pack:
    """The shipped library."""
    return read_pack(clause_library())


@cache
def starter_digest() -> str:
    """Fingerprint of the shipped files: cheap, to see at start that there is nothing new."""
    digest = hashlib.sha256()
    for name, content in pack_contents(clause_library(), Problems()).items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
