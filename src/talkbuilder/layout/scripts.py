"""What scripts ask of whoever sets them: where Chinese and Japanese may break, which way Arabic and Hebrew run."""

import re
from itertools import chain
from unicodedata import bidirectional, category, combining, east_asian_width

from talkbuilder.talk.talk import Paragraph

# Kana and Han: lines may break between any two, but not before what closes nor behind what opens (JIS X 4051).
_IDEOGRAPHS = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_CLOSING = "、。，．：；？！）］｝」』】〉》〕…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_OPENING = "（［｛「『【〈《〔"
_WORD = r"[^ \t\n/–—-]*(?:[/–—-]+(?=[^ \t\n])|[/–—-]*)"
_FOREIGN_WORD = _WORD.replace("[^ ", f"[^{_IDEOGRAPHS}{_OPENING} ", 1)
# A word and the blank after it: lines may break after blanks, and after hyphens, dashes and slashes inside a word.
_WORDS = rf"({_WORD})([ \t\n]*)"
_NOT_PLAIN = ("  ", "-", "/", "–", "—", "\t", "\n")
# Not compiled here: most texts have none of these letters.
_IDEOGRAPHIC = rf"([{_OPENING}]*[{_IDEOGRAPHS}][{_CLOSING}]*|{_FOREIGN_WORD}|[{_OPENING}]+)([ \t\n]*)"
_NARROW_EM = 0.65  # Arabic, Hebrew, Thai and the scripts of India are no wider a letter, on the average
_WIDE_EM, _EMOJI_EM = 1.0, 1.4
_LETTER = re.compile("[A-Za-z]")
_STRONG = ("L", "R", "AL")
_JOINERS = "\u200b\u200c\u200d\ufe0e\ufe0f"


def words(text: str) -> list[str]:
    """The words of a text, behind each the blank after it, which may be ""; between them lines may break."""
    pattern = _IDEOGRAPHIC if has_ideographs(text) else _WORDS
    if pattern is _IDEOGRAPHIC or any(one in text for one in _NOT_PLAIN):
        return [*chain.from_iterable(re.findall(pattern, text))][:-2]  # the last is empty
    split = text.split(" ")  # the same of a plain text, in a tenth of the time
    found = [" "] * (2 * len(split))
    found[::2], found[-1] = split, ""
    return found if split[-1] else found[:-2]


def has_ideographs(text: str) -> bool:
    """Whether lines may break between letters."""
    return not text.isascii() and max(text) >= _IDEOGRAPHS[0] and re.search(f"[{_IDEOGRAPHS}]", text) is not None


def is_right_to_left(paragraph: Paragraph) -> bool:
    """Whether a paragraph runs from right to left: its first letter tells (Unicode Bidirectional Algorithm, P2)."""
    for run in paragraph.runs:
        if run.text.isascii():
            if _LETTER.search(run.text):
                return False
        elif strong := next((one for one in map(bidirectional, run.text) if one in _STRONG), ""):
            return strong != "L"
    return False


def roughly_em(letter: str) -> float:
    """How wide a letter may be that no font of ours has, in ems."""
    if combining(letter) or letter in _JOINERS or category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if category(letter) in ("So", "Sk") and ord(letter) > 0x2000:
        return _EMOJI_EM
    return _WIDE_EM if east_asian_width(letter) in "WF" or not letter.isalpha() else _NARROW_EM
