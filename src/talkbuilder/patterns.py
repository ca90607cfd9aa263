"""The regular expressions of the program: what each became is kept, as Python keeps the modules that it compiled.

Compiling those of a check takes 0.15 s, for Python does that in Python; making them of what was kept takes 5 ms.
It lies beside this module's own compiled form, is written only where that would be, and may be deleted at any time. It
is looked up by the whole text of a pattern, so nothing in it is ever out of date. Patterns made of an author's words do
not belong here: they would be kept where the program is, for others to read.

The file begins with an index; the codes follow, a megabyte of which most commands want a tenth.
"""

import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

_sre: Any = None
with suppress(ImportError):  # nothing public tells what a pattern became; a Python without these compiles each time
    import _sre  # type: ignore[import-not-found, no-redef]
    from re import _compiler, _parser  # type: ignore[attr-defined]

# What a pattern became: flags, code, groups, which of them have a name, the name of each.
_Code = tuple[int, bytes, int, Mapping[str, int], tuple[str | None, ...]]
_Codes = dict[tuple[str, int], _Code]
# The same, with where the code begins and how long it is instead of the code.
_Index = dict[tuple[str, int], tuple[int, int, int, int, Mapping[str, int], tuple[str | None, ...]]]

_HEAD = (
    sys.hexversion,
    getattr(_sre, "MAGIC", 0),
    getattr(_sre, "CODESIZE", 0),
    sys.byteorder,
)  # what another Python kept is of no use
_WORD = "I"  # in which Python writes code, 4 bytes long everywhere it runs
_MOST_BYTES = 4_000_000  # who works on the patterns leaves old ones behind: from here on all begins anew
_LENGTH = 4  # bytes at the beginning, that say how long the index is
_FILE = f"{__spec__.cached}.kept" if __spec__ and __spec__.cached else ""

_compile = re.compile
_stored: "list[_Kept]" = []  # read for the first pattern that is asked for
_new: _Codes = {}


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns. Raises what it raises."""
    if not _stored:
        _stored.append(_read())
    asked = (pattern, int(flags))
    with suppress(KeyError, OSError, RuntimeError, TypeError, ValueError):  # not there, or damaged
        return _made(pattern, _stored[0].code(asked))
    with suppress(AttributeError, TypeError):  # another Python's internals
        _new[asked] = _coded(*asked)
        return _made(pattern, _new[asked])
    _new.pop(asked, None)
    return _compile(pattern, flags)


@contextmanager
def keeping() -> Iterator[None]:
    """While a library is imported, its patterns are kept as well."""

    def kept(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        return compiled(pattern, flags) if isinstance(pattern, str) else _compile(pattern, flags)

    re.compile = kept
    try:
        yield
    finally:
        re.compile = _compile


def keep() -> None:
    """Keeps what had to be compiled, at the end of a process, for the next ones."""
    if not _new or not _FILE or sys.dont_write_bytecode:
        return
    kept = _read()  # again, for a copy of this process may have ended before it
    data = _packed({asked: kept.code(asked) for asked in kept.index} | _new)
    writing = f"{_FILE}.{os.getpid()}"
    with suppress(OSError):  # where only the owner may write
        with open(writing, "wb") as file:
            file.write(data)
        os.replace(writing, _FILE)  # at once, as others may be reading it


class _Kept:
    """What is kept: the index, and the codes, which are read one by one as they are asked for."""

    def __init__(self, index: _Index, begins: int, part: Callable[[int, int], bytes]) -> None:
        self.index, self._begins, self._part = index, begins, part

    def code(self, asked: tuple[str, int]) -> _Code:
        """Raises KeyError where it is not there, and OSError."""
        flags, at, size, groups, names, of_groups = self.index[asked]
        return flags, self._part(self._begins + at, size), groups, names, of_groups


def _read() -> _Kept:
    with suppress(OSError, EOFError, ValueError, TypeError):  # not there, or damaged
        part = _reader()
        begins = _LENGTH + int.from_bytes(part(0, _LENGTH), "big")
        if begins < _MOST_BYTES:
            head, total, index = marshal.loads(part(_LENGTH, begins - _LENGTH))
            if head == _HEAD and begins + total < _MOST_BYTES:
                return _Kept(index, begins, part)
    return _Kept({}, 0, lambda at, size: b"")


def _reader() -> Callable[[int, int], bytes]:
    """What gives out a part of the file: where it begins, and how long it is. Raises OSError."""
    if not hasattr(os, "pread"):  # Windows, where a file that is open cannot be replaced either
        with open(_FILE, "rb") as file:
            data = file.read()
        return lambda at, size: data[at : at + size]
    return partial(_part, os.open(_FILE, os.O_RDONLY))  # stays open, though another process puts a new one there


def _part(file: int, at: int, size: int) -> bytes:
    return os.pread(file, size, at)


def _packed(codes: _Codes) -> bytes:
    index: _Index = {}
    total = 0
    for asked, (flags, code, groups, names, of_groups) in codes.items():
        index[asked] = flags, total, len(code), groups, names, of_groups
        total += len(code)
    told = marshal.dumps((_HEAD, total, index))
    return len(told).to_bytes(_LENGTH, "big") + told + b"".join([code for _, code, *_ in codes.values()])


def _coded(pattern: str, flags: int) -> _Code:
    parsed = _parser.parse(pattern, flags)
    names = parsed.state.groupdict
    of_groups: list[str | None] = [None] * parsed.state.groups
    for name, at in names.items():
        of_groups[at] = name
    code = array(_WORD, _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(of_groups)


def _made(pattern: str, coded: _Code) -> re.Pattern[str]:
    flags, code, *groups = coded
    made: re.Pattern[str] = _sre.compile(pattern, flags, array(_WORD, code).tolist(), *groups)
    return made
