"""Bytes to text: finds the encoding, mends what is damaged, and says so."""

import codecs
import io
import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.source.characters import UNPRINTABLE

CHUNK = 1 << 20
_FEW = 4
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEGINNINGS = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))  # markup of two bytes a character, without a mark
_DECLARED = re.compile(rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,200}?charset)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_FORBIDDEN = re.compile(f"[{UNPRINTABLE}\\x80-\\x9f]")
_WINDOWS = "cp1252"  # of Western Europe and America
_A_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"\b(?:the|and|of|that|with|was|for|from|they|this|have|had)\b", re.I)
_SPARSE = 30  # words of which one at least is one of these
# Letters and signs as no English writes them: three foreign letters in a row, a capital within a word, and signs of
# money and the like against a letter.
_SIGNS = "¡¢£¤¥¦§¨¬¯°±²³¶¸¹¼½¾¿×÷†‡ˆ‰‹›‚„ƒ˜"
_OUT_OF_PLACE = re.compile(
    rf"(?:(?![A-Za-z])[^\W\d_]){{3}}|[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]|[À-ÖØ-ÞŠŒŽŸ][A-Z][a-z]|[^\W\d_][{_SIGNS}][^\W\d_]"
    rf"|[^\W\d_][‚„¤ƒ]|[£¤¥¢¯²³¹][^\W\d_]"
)
_NOT_ASCII = re.compile(rb"[^\x00-\x7f]")


def encoding_of(data: bytes) -> str:
    """The encoding of a file: its mark's, else UTF-8 if that is possible, else what it declares or looks like."""
    for mark, name in (*_BOMS, *_BEGINNINGS):
        if data.startswith(mark):
            return name
    broken, whole = _utf8_sequences(data)
    if broken <= max(whole, _FEW):  # a few damaged bytes in UTF-8 are no reason to read all others wrongly
        return "utf-8"
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii") if declared else ""
    if name.lower().replace("-", "") not in ("", "utf8") and _decodes(data, name):
        return name
    return _guess(data)


def _utf8_sequences(data: bytes) -> tuple[int, int]:
    """How many places of the first that are not ASCII are broken UTF-8, and how many are whole."""
    broken = whole = 0
    for found in re.finditer(rb"[\x80-\xff]+", data):
        try:
            whole += len(found[0].decode("utf-8"))
        except UnicodeDecodeError:
            broken += 1
        if broken + whole > 20_000:
            break
    return broken, whole


def _decodes(data: bytes, name: str) -> bool:
    try:
        data[:CHUNK].decode(name)
    except UnicodeDecodeError as fault:
        return fault.start > CHUNK - 8  # only the chunk's end cut a character in two
    except (LookupError, ValueError):
        return False
    return True


def _guess(data: bytes) -> str:
    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - 1000) if first else 0
    seen = data[start : start + 50_000]
    if _decodes(data, _WINDOWS) and _is_english(seen.decode(_WINDOWS, "replace")):
        return _WINDOWS
    from charset_normalizer import from_bytes  # only a file of unknown encoding pays for this import

    best = from_bytes(seen).best()
    return best.encoding if best and _decodes(data, best.encoding) else _WINDOWS


def _is_english(text: str) -> bool:
    """Whether a text has the words of English, and no sign in it stands where English has none.

    So it is told from another encoding that has the same bytes for other signs: most of it is ASCII, and of a few
    accents nobody can tell by how often they come.
    """
    words = _A_WORD.findall(text)
    return len(_ENGLISH.findall(text)) * _SPARSE >= len(words) and _OUT_OF_PLACE.search(text) is None


def text_of(data: bytes, name: str, report: Report) -> str:
    """The whole text of a file."""
    return "".join(chunks_of(data, name, report))


def beginning(data: bytes) -> str:
    """The first characters of a file, for telling what it is; reports nothing."""
    encoding = encoding_of(data[:CHUNK])
    return data[:CHUNK].decode(encoding, "replace").lstrip("\ufeff")


def chunks_of(data: bytes, name: str, report: Report) -> Iterator[str]:
    """The text of a file piece by piece, with line ends as \\n and nothing in it that no text may hold."""
    encoding = encoding_of(data)
    mender = _Mender()
    codecs.register_error("talkbuilder", mender)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("talkbuilder"), translate=True)
    controls = 0
    for start in range(0, len(data), CHUNK):
        piece = decoder.decode(data[start : start + CHUNK], start + CHUNK >= len(data))
        piece, removed = _FORBIDDEN.subn(_allowed, piece)
        controls += removed
        yield piece.removeprefix("\ufeff") if start == 0 else piece
    _tell(encoding, mender.count, controls, name, report)


class _Mender:
    """Reads a lone byte as Windows would; anything longer is the rest of a character that is lost."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, fault: UnicodeError) -> tuple[str, int]:
        assert isinstance(fault, UnicodeDecodeError)
        self.count += 1
        lone = fault.object[fault.start : fault.end]
        return (lone.decode("cp1252", "replace") if len(lone) == 1 else "\ufffd"), fault.end


def _allowed(found: re.Match[str]) -> str:
    """What stands for a character that no text may hold: browsers read 0x80 to 0x9F as Windows did, and Word breaks
    lines with 0x0B."""
    character = ord(found[0])
    if 0x80 <= character <= 0x9F:
        return bytes([character]).decode("cp1252", "ignore")
    return "\n" if character in (0x0B, 0x0C) else ""


def _tell(encoding: str, mended: int, controls: int, name: str, report: Report) -> None:
    parts = []
    if not encoding.startswith("utf-"):
        parts.append(f"it is not UTF-8 and was read as {encoding}")
    if mended:
        parts.append(f"{mended:,} damaged byte{'' if mended == 1 else 's'} had to be guessed")
    if controls:
        parts.append(f"{controls:,} control character{'' if controls == 1 else 's'} had to be taken out")
    if parts:
        hint = "compare accents and quote marks of the imported posts with the blog"
        report(Diagnostic("I006", "; ".join(parts), file=name, hint=hint))
