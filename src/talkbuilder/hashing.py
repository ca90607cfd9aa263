"""Python's own hashes, of little data: hashlib loads OpenSSL for them, which takes 3 ms."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

__all__ = ["blake2b", "sha256_of"]

try:
    from _blake2 import blake2b
except ImportError:  # a Python with other internals
    from hashlib import blake2b


def _sha256() -> Callable[[bytes], Any]:
    with suppress(ImportError):
        return import_module("_sha2").sha256  # type: ignore[no-any-return]  # from Python 3.12 on
    with suppress(ImportError):
        return import_module("_sha256").sha256  # type: ignore[no-any-return]
    return import_module("hashlib").sha256  # type: ignore[no-any-return]


_SHA256 = _sha256()


def sha256_of(data: bytes) -> str:
    """The SHA-256 of some data, in small hexadecimal digits."""
    told: str = _SHA256(data).hexdigest()
    return told
