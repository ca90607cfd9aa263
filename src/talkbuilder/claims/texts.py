"""Sentences, clauses and words of a text, and the stem that all forms of a word share."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import Stemmer
from msgspec import Struct

from talkbuilder.claims.normal import Range, lowered

_END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s+|\Z)""")
_OPENING = r"""(?:> ?)*["'“‘«(\[]*"""  # a mail that is quoted begins its lines with '>'
# A stop behind these ends no sentence. A sentence taken too long is only searched for more hedges.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gov|Sen|Rev|Gen|Col|Capt|Lt|Sgt|Hon|Jr|Sr|Mt|Ft|Inc|Ltd|Co|No"
    r"|[Ss]ubd|vs|approx|[Aa]rt|Sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Za-z]\.[A-Za-z]|\b[A-Z])\.\Z"
)
_LONGEST_SHORT = 8
_NEAR = 40  # characters, which hold whatever ends a sentence
_SMALL = frozenset({"subd", "vs", "approx", "art"})  # those of them in small letters
# 'U.S.' may end a sentence all the same, where a word follows that begins one, and no name: 'U.S. Embassy'.
_LETTERS = r"[A-Za-z]\.[A-Za-z]\.[\"'”’»)\]]*\s+\Z"
_BEGINNING = (
    r"(?:The|This|That|These|Those|There|Here|It|I|We|He|She|They|You|My|Our|His|Her|Their|Its|A|An|But|And|So|Yet|However"
    r"|If|When|While|Although|As|Some|Many|Most|All|No(?!\.)|Not|Nobody|Everybody|What|Why|How|Who|Where|After|Before|Then|Now)\b"
)


def word_set(words: str) -> frozenset[str]:
    """A list of words, written one after the other."""
    return frozenset(words.split())


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where sentences end in a part of a text, each with the blanks behind it; the last ends with the part."""
    stop = len(text) if end is None else end
    for found in _END.finditer(text, start, stop):
        if not _is_short(text, start, found) and (found.end() == stop or _begins(text, found.end())):
            yield found.end()


def sentences(text: str) -> Iterator[str]:
    start = 0
    for end in sentence_ends(text):
        yield text[start:end].strip()
        start = end
    if rest := text[start:].strip():
        yield rest


def sentence_at(text: str, begins: int, ends: int, start: int = 0, stop: int | None = None) -> tuple[int, int]:
    """Where the sentence stands, or the sentences, over which a stretch goes, in a part of a text."""
    stop = len(text) if stop is None else stop
    return among(tuple(sentence_ends(text, start, stop)), begins, ends, start, stop)


def among(sentence_ends: Sequence[int], begins: int, ends: int, start: int, stop: int) -> tuple[int, int]:
    """The same, of a text of which it is known where its sentences end."""
    last = bisect_left(sentence_ends, ends)
    first = bisect_right(sentence_ends, begins, 0, last)
    begin = sentence_ends[first - 1] if first else start
    return begin, sentence_ends[last] if last < len(sentence_ends) else stop


def ends_before(text: str, at: int) -> bool:
    """Whether a sentence ends right before a place, where something stands that can begin one."""
    if not text[:at].endswith((" ", "\n")):
        return False
    start = max(0, at - _NEAR)
    return at - start in sentence_ends(f"{text[start:at]}X")


def _begins(text: str, at: int) -> bool:
    """Whether what stands at a place can begin a sentence: a capital or a digit, behind quote marks or brackets."""
    first = text[at : at + 1]
    if not first.isalnum() and (opening := re.compile(_OPENING).match(text, at)):
        first = text[opening.end() : opening.end() + 1]
    return first.isalnum() and not first.islower()


def _is_short(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a stop ends an abbreviation, and no sentence."""
    at = found.start()
    if text[at] != ".":
        return False
    first = max(start, at - _LONGEST_SHORT)
    word = text[max(first, text.rfind(" ", first, at) + 1) : at]
    is_plain = word.islower() and word.isalpha() and word not in _SMALL  # as most are, which the pattern tells slowly
    if is_plain or not _SHORT.search(text[first : at + 1]):
        return False
    is_letters = re.search(_LETTERS, text[first : found.end()])
    return not (is_letters and re.compile(_BEGINNING).match(text, found.end()))


# Words of grammar, which every text has: they tell of no subject.
GRAMMAR = frozenset(Path(__file__).with_name("grammar.txt").read_text("utf-8").split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WORD_IN_ASCII = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")  # the same of a text without other letters, at twice the speed
# Where one clause ends and the next begins. "He told me that", "if" and "unless" lead a clause, and belong to it.
_CLAUSE_ENDS = (
    r"[;:()]| - |, (?!\d)|\b(?:and|but|although|though|while|whereas|however|yet|because|which|who|so that|except)\b"
)
# Written so here and so there: harbour and harbor, centre and center, organise and organize, defence and defense.
_SPELLINGS = (
    ("our", r"(?<=\w\w)our(?=s|ed|ing|er|able|ful|hood|ite|$)", "or"),
    ("tre", r"tre(?=s?$)", "ter"),
    ("is", r"(?<=\w\w)is(?=e[ds]?$|ing$|ation)", "iz"),
    ("ence", r"(?<=def|off|lic|ret)ence(?=s?$)", "ense"),
    ("ogue", r"ogue(?=s?$)", "og"),
)


_STEMMER = Stemmer.Stemmer("english")


class Word(Struct, frozen=True, gc=False):  # as in Span
    """A word where it stands in a text; `is_content` tells it from words of grammar. Figures are no words."""

    text: str
    stem: str
    start: int
    end: int
    is_content: bool

    @property
    def place(self) -> Range:
        return self.start, self.end


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """All words of a text in normal form, in small letters, without the `'s` behind one."""
    found, low = [], lowered(text)
    for one in (_WORD_IN_ASCII if low.isascii() else _WORD).finditer(low):
        word = one[0].removesuffix("'s")
        is_content = word not in GRAMMAR and not word.endswith("n't")
        found.append(Word(word, stem(word), one.start(), one.start() + len(word), is_content))
    return tuple(found)


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry what a text is about, in their order."""
    return tuple(word.stem for word in words(text) if word.is_content)


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What the forms of a word share, by Porter's second stemmer for English ("snowball"); 'fell' is 'fall'."""
    for letters, pattern, plain in _SPELLINGS:
        if letters in word:  # as in few words, of which this is soon told
            word = re.sub(pattern, plain, word)
    stemmed: str = _STEMMER.stemWord(_irregular().get(word, (word,))[0])
    return stemmed


@cache
def _irregular() -> Mapping[str, Sequence[str]]:
    """Forms that no ending makes, each with the word that it is a form of, and the kind of that."""
    lines = Path(__file__).with_name("irregular.tsv").read_text("utf-8").splitlines()[1:]
    return {form: rest for form, *rest in (line.split("\t") for line in lines)}


@cache
def irregular_verbs() -> frozenset[str]:
    """Forms of verbs that no ending makes: 'gave', 'taken'."""
    return frozenset(form for form, (_, kind) in _irregular().items() if kind == "verb")


def clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
    """The clauses of a sentence, which lies from `start` to `end` in a text in normal form."""
    stop = len(text) if end is None else end
    low, at, seen = lowered(text), start, start
    word = _WORD_IN_ASCII if low.isascii() else _WORD
    for found in re.compile(_CLAUSE_ENDS).finditer(low, start, stop):
        if word.search(low, seen, found.start()):
            yield at, found.start()
            at = found.start()
        seen = found.start()
    if at < stop:
        yield at, stop


@lru_cache(maxsize=1024)  # each figure of a text asks for its sentence
def sentence_ranges(text: str) -> tuple[Range, ...]:
    ends = list(sentence_ends(text))
    if text[ends[-1] if ends else 0 :].strip():
        ends.append(len(text))
    return tuple(pairwise((0, *ends)))
