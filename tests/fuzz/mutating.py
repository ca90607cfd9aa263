"""Mutations of bytes: what a slip of the hand, a broken disk or somebody with bad intentions makes of a file."""

from collections.abc import Callable
from random import Random

from tests.fuzz.reshaping import reshaped

# What has a meaning somewhere, or too much of it.
_TELLING = """
{ } [ ] : # ' " | > &a *a !!str ~ % null true yes 1:30 1e999 -1 0 99999999999999999999 0x10 .inf NaN 2012-02-30
{weeks} {{ {} ** *x [x](javascript:a) … […] [x] “ ” con ../.. /etc/passwd <!-- --> <![CDATA[ ]]> &amp; &#0; &#x110000;
<? &b; <p> </p> <div> </div> <script> <svg> <table> </html> minutes allow: é № 𝔸 👩‍👩‍👧 ١٢ Ⅻ ½
"""
_SIGNS = ("\x00", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\udc80", "\r", "\t", "\x0c", ": ", "- ", " #")
_PIECES = (
    *("---\n", "...\n", "{own: x}", "[pause 9999999]", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<a href='javascript:x'>"),
    *("only: [youth]", "map: {focus: [KZ]}", "chart: columns", "drawing: calendar", "key: true"),
    *("a" * 5_000, "a " * 2_000, "(" * 300, "<" * 300, "\n" * 300, "- " * 300, "{" * 300),
)
_WORDS = tuple(word.encode("utf-8", "surrogatepass") for word in (*_TELLING.split(), *_SIGNS, *_PIECES))
_MOST = 6  # mutations of one file
_LONG = 40  # bytes


def mutated(data: bytes, random: Random) -> bytes:
    """A file that something happened to, once or several times."""
    for _ in range(random.randint(1, _MOST)):
        data = random.choice(_MUTATIONS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_WORDS) + data[at:]


def _replace(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + random.choice(_WORDS) + data[end:]


def _delete(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _noise(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + random.randbytes(end - start) + data[end:]


def _swap_lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _drop_line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def _indent(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = (
        random.choice((b" ", b"  ", b"    ", b"\t")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    )
    return b"\n".join(lines)


def _revalue(data: bytes, random: Random) -> bytes:
    """Another value for a key."""
    lines = data.split(b"\n")
    keyed = [at for at, line in enumerate(lines) if b": " in line]
    if keyed:
        at = random.choice(keyed)
        lines[at] = lines[at].partition(b": ")[0] + b": " + random.choice(_WORDS)
    return b"\n".join(lines)


def _recode(data: bytes, random: Random) -> bytes:
    """The same text in an encoding of another program."""
    return data.decode("utf-8", "replace").encode(
        random.choice(("utf-16", "cp1251", "cp1252", "utf-32", "utf-8-sig")), "replace"
    )


_MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _insert, _insert, _replace, _replace, _delete, _repeat, _cut, _noise),
    *(_swap_lines, _drop_line, _indent, _revalue, _revalue, _recode, reshaped, reshaped, reshaped, reshaped),
)


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, _LONG))
