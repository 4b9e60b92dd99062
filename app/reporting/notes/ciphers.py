"""Encryption that gives the same bytes for the same content.

Strategy: AES needs a vector that differs from string to string but need not be secret; it is made of the key and the content in place of
chance (as in AES-SIV). RC4, which old files have, knows no such thing.
"""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7
from pypdf._crypt_providers import CryptBase
from pypdf._encryption import CryptFilter

_BLOCK = 16


class _SteadyAes(CryptBase):
    def __init__(self, algorithm: AES) -> None:
        self._algorithm = algorithm

    def encrypt(self, data: bytes) -> bytes:
        vector = hashlib.sha256(bytes(self._algorithm.key) + data).digest()[:_BLOCK]
        padder, encryptor = PKCS7(_BLOCK * 8).padder(), Cipher(self._algorithm, CBC(vector)).encryptor()
        padded = padder.update(data) + padder.finalize()
        return vector + encryptor.update(padded) + encryptor.finalize()


def steadily(known: CryptFilter) -> CryptFilter:
    """The same filter without chance."""
    return CryptFilter(*(_steady(crypt) for crypt in (known.stm_crypt, known.str_crypt, known.ef_crypt)))


def _steady(crypt: CryptBase) -> CryptBase:
    algorithm = getattr(crypt, "alg", None)
    return _SteadyAes(algorithm) if isinstance(algorithm, AES) else crypt
