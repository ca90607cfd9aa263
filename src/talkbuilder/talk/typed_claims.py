"""What of a typed text could be looked up and be wrong: figures about the world, quoted words, and who said so.

The speaker's own life ("I", "we", "our church"), questions, the clock, verses, numbers to call and small counts in
plain talk are free; so are names, of which only protected ones are looked for, elsewhere.
"""

import re
from bisect import bisect_left
from calendar import day_name, month_name
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from talkbuilder.claims.currencies import BEFORE, of_number
from talkbuilder.claims.figures import Figure, figures
from talkbuilder.claims.texts import irregular_verbs, sentence_ends

Sort = Literal["figure", "quoted", "saying"]

# The first person, kin whom nobody calls so but their own, and what is imagined: a speaker's own life cannot be looked
# up. 'US' is a country, and 'a mine' a pit.
_FIRST_PERSON = (
    r"\b(?:I|[Ww]e|[Mm](?:e|y|yself)|(?:of|is|was|than) mine|[Oo]urs?|us|[Oo]urselves|[Ll]et[’']s|Imagine|Suppose)\b"
    r"|\b(?:Gran(?:d(?:mother|father|ma|pa|dad)|ny)|Mum|Mom|Dad|Aunt|Uncle|(?:Mother|Father)(?= [a-z]))\b"
)
# Of which world a figure may be: names beside a count, but for those of times and of persons with a title; words of
# statistics; what is so now of anything but a person; a rate behind it, and another figure of which it is a part.
_TIMES = rf"(?:{'|'.join((*day_name, *month_name[1:]))}|Christmas|Easter)s?\b"
_TITLED = "".join(f"(?<!{one} )" for one in ("Mr", "Dr", "Ms", "Mrs", "Old", "Miss", "Sister", "Brother"))
_NAME = rf"(?<=[\w,;:] ){_TITLED}(?!{_TIMES})[A-Z]\w+"
_STATISTICS = r"(?i)\b(?:average|median|number of|total of|estimated|according to|survey|statistics)\b"
_RATE = r"(?: [\w-]+){1,3} (?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|year)\b"
_OF_MANY = r" (?:of|out of) (?:(?:the |all |its |their )?\d|these\b)"
_IS = r"\b(?:is|are|has|have)\b"
_WAS = r"\b(?:was|were|had|did|could|would|\w{2,}ed)\b"
_PERSON = r"(?i)\b(?:s?he|him|his|her|mr|mrs|miss)\b"
_WHILE = r" (?:\w+ )?(?:second|minute|hour|day|night|week|month|year)s?\b"
_LARGE = 100  # below, a count may be of the guests at a wedding
# What stands before a mark is asked for behind it: a pattern whose ways begin with letters is found ten times as fast.
_QUOTE = re.compile(
    r"“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|\"(?<!\w\")[^\"]+\"|‘(?<![\w’]‘)(?=\w)(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)"
)
_NEAR = 40  # characters before a figure or a quote mark, in which a sign of it stands
_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_FEW = 12  # what is more is counted
_LIVED = 1900  # years before are of nobody's own life
_FEWEST_QUOTED = 3  # words; fewer are only set apart
_CALLED = r"(?i)\b(?:book|film|movie|song|hymn|poem|article|report|post|called|titled|entitled|named) \Z"
_TO_SAY = r"(?i)\W*(?:please )?(?:say|ask|tell|write|type|text|search|pray|imagine|sing|repeat)\b"
_SAYS = (
    r"(?i)(?<![\w’'])(?!(?:x+|and|but|or|ha[sd]|have|nobody|whoever|this|that|it|you|he|she|they|them|people|who|may|might"
    r"|can|could|will|would|should|must|to|not|never)\b)(?:the "
    r"|an? )?[^\W\d_]+(?:[’'-][^\W\d_]+)* (?:(?:has|have|had|also|then|once) )?(?:sa(?:id|ys?)|claim(?:s|ed)"
    r"|report(?:s|ed)|wrote|writes|announced|declared|admitted|confirmed|explain(?:s|ed)|argue[sd]"
    r"|told (?:an? )?\w+) that\b|\b(?:according to|in the words of|as reported by) (?:the |an? )?\w+"
)
_TELLING = (" that", "according to", "in the words of", "as reported by")  # one of these stands in each of them
_SMALL = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"]
)
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_NUMBER = rf"(?:{_ONES}|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-{_ONES})?|a hundred|\d+)"
_MONTH = "(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
# 'Day 3', but not 'that day 40 factories closed'.
_DAY = (
    r"(?<!\b(?:the|one) )(?<!\b(?:that|this|each|same|next|last|some) )(?<!\b(?:every|first) )(?:day|week)s?"
    r"(?= \d\d?\b(?! ?%| per ?cent| (?:people|men|women|children)\b))"
)
# What is no figure about the world: clock and calendar, numbers to call and to look up, figures of speech.
_FREE = (
    r"(?i)\b\d{1,2}(?:[:.]\d\d)?(?=\s?(?:[ap]\.?m\b|o[’']clock))|\b\d{1,2}:\d\d\b|\bhalf (?:past|an?)\b"
    r"|\b(?:at|by|until|till|from) (?:\d{1,2}\.[0-5]\d|(?:[1-9]|1[0-2])(?: (?:to|until|till) (?:[1-9]|1[0-2]))?)\b"
    r"(?!:|[.,]\d| ?%| \w+s\b| per| of)"
    r"|\b(?:five|ten|twenty(?:-five)?) past \w+|\bat (?:five|ten|twenty(?:-five)?) to \w+"
    r"|\[\s*pause[^\[\]]*\]"
    rf"|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:\d{{1,2}}|[\w-]+(?:st|nd|rd|th))(?: of)? (?:{_MONTH})\b"
    r"|\b(?:in|for|after|another|next|last|takes?) (?:the (?:next|last) )?[\w-]+ (?:minutes?|seconds?)\b"
    r"|(?<!\w)\+?\d[\d()./ -]{5,}\d\b|\b(?:9-?1-?1|112|999|24[/-]7)\b|\b24[ -]hours?\b|\b(?:pages?|steps?|parts?"
    r"|questions?|numbers?|no\.|slides?|rows?|tables?|rooms?|points?|items?|lines?|lessons?|chapters?|junctions?"
    rf"|hymns?|songs?|grades?|class|options?|figures?|{_DAY}) \d+\b(?!,\d{{3}})|(?<=[A-Za-z]-)\d+\b"
    r"|(?-i:\bYears?) \d{1,2}\b"  # of a school
    r"|\b(?:at|by|until|till|from) \w+ (?:fifteen|thirty|forty-five)\b|\b(?:first|second|third|next|last) ones?\b"
    r"|\ba (?:hundred|thousand|million) (?:times|thanks|reasons|ways|things|questions|words|miles|years|and one)\b"
    r"|half (?:of )?(?:it|that|this|you|the (?:time|work|battle|way|story|truth|fun|job|day|night|room|page|answer))\b"
)
_PHONE = r"(?:\d{1,3}(?:,\d{3})+|\d{4} ?[-–] ?\d{4})\Z"  # which is none: 1,440,000, or 2009-2010
_SAID_YEAR = (
    rf"(?i)\b(?P<century>nineteen|twenty)[ -](?:oh[ -](?P<one>{_ONES})|(?P<year>ten|eleven|twelve|\w+teen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_ONES})?))\b"
)
_SHARE = rf"(?i)\b(?<!\d[.,])(?<!-){_NUMBER} (?:(?:(?!times)\w+ )?out of|in) (?:every )?(?!\d{{4}}\b){_NUMBER}\b"
_SUPERLATIVE = re.compile(
    r"[ -](?:\w+ )?(?:(?:larg|small|bigg|high|low|old|young|great|long|short|rich|poor|busi|deadli|fast|strong)est"
    r"|best|worst|most|least|in the world|place)\b"
)
_RANKS = re.compile(r"\brank(?:s|ed|ing)? (?:as |the )?\Z")
_OF = re.compile(r" (?:of|as (?:many|much))\b")
_OF_ITS_OWN = re.compile(r" of (?:the|what|those|our|his|her)\b")  # 'half of the beans', which a story has named
_BEFORE, _BEHIND = re.compile(rf"{BEFORE}\Z"), re.compile(r"\s?%| per ?cent\b")


# Verses of the Bible.
_BOOKS = """
Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job Psalms?
Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk
Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Philippians
Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude Revelation
"""
_DIGIT = r"\d"  # without one there is no place, as in most texts
_BOOK = rf"(?:[1-3] )?(?:Song of (?:Songs|Solomon)|{'|'.join(_BOOKS.split())})"
_PLACE = (
    rf"\b{_BOOK} (?:chapter )?\d{{1,3}}(?::\d{{1,3}}(?:[a-c]\b)?)?(?:[-–]\d{{1,3}})?(?:, ?\d{{1,3}})*"
    r"|\b(?:chapter|verse)s? \d{1,3}(?: ?[-–] ?\d{1,3})?"
)
_IN_MARKS = '[“"][^“”"]+[”"]'
_VERSE = rf"{_BOOK} \d{{1,3}}:\d{{1,3}}(?:[a-c]\b)?(?:[-–]\d{{1,3}})?(?:, ?\d{{1,3}})*"
_VERSES = rf"{_IN_MARKS}[.,]?\s*[(—–-]?\s*{_VERSE}\)?|(?:{_VERSE}|verse \d{{1,3}}),?:?\s*{_IN_MARKS}"


class Claim(Struct, frozen=True):
    """Some words of a text, and the sentence in which they stand.

    A small count is said in so many ways that it claims something only where the library counts the same. So is one
    that is open: a year, a duration or a count below a hundred that is told of the past, with no rate and no word of
    statistics, nor a name beside a year or a count.
    """

    sort: Sort
    words: str
    start: int
    end: int
    sentence: tuple[int, int]
    values: tuple[float, ...] = ()
    is_small: bool = False
    is_open: bool = False


def claims(text: str) -> tuple[Claim, ...]:
    quotes = [found.span() for found in _QUOTE.finditer(text)]
    aside = _blanked(text, quotes)  # what somebody is quoted with is nobody's own life
    sentences = pairwise(dict.fromkeys((0, *sentence_ends(text), len(text))))
    found = [one for place in sentences for one in _of_sentence(text, aside, place, quotes)]
    free = {place for place in {one.sentence for one in found} if _is_free(aside, *place)}
    found = [one for one in found if one.sentence not in free]
    spared = _marked(text, [*verses(text), *places(text)] if found else [])
    kept = (one for one in found if 1 not in spared[one.start : one.end])
    return tuple(sorted(kept, key=lambda one: one.start))


def _is_free(aside: str, start: int, end: int) -> bool:
    """Whether a sentence asks, or is of the speaker's own life."""
    is_question = aside[start:end].rstrip(" )\n").endswith("?")
    return is_question or re.compile(_FIRST_PERSON).search(aside, start, end) is not None


def _of_sentence(text: str, aside: str, sentence: tuple[int, int], quotes: list[tuple[int, int]]) -> Iterator[Claim]:
    begins, ends = sentence
    for start, end in quotes[bisect_left(quotes, (begins, 0)) : bisect_left(quotes, (ends, 0))]:
        if not _is_set_apart(text, start, end, begins):
            yield Claim("quoted", text[start:end], start, end, sentence)
    is_told = any(sign in aside[slice(*sentence)].lower() for sign in _TELLING)
    for found in re.compile(_SAYS).finditer(aside, *sentence) if is_told else ():
        yield Claim("saying", found[0], *found.span(), sentence)
    yield from _figures(aside, sentence)


def _is_set_apart(text: str, start: int, end: int, begins: int) -> bool:
    """Whether quote marks stand round one or two words, a title, or what the audience is asked to say."""
    words = re.findall(_WORD, text[start:end])
    long = [word for word in words if len(word) > 3]
    is_title = len(long) > 1 and all(word[0].isupper() for word in long)
    is_short = len(words) < _FEWEST_QUOTED
    is_called = re.compile(_CALLED).search(text, max(0, start - _NEAR), start) is not None
    return is_short or is_title or is_called or re.match(_TO_SAY, text[begins:start]) is not None


def _figures(text: str, sentence: tuple[int, int]) -> Iterator[Claim]:
    begins, ends = sentence
    told = ((one, one.start + begins, one.end + begins) for one in figures(text[begins:ends]))
    counted = [(one, start, end) for one, start, end in told if not _is_plain(one, text, start, end)]
    if not counted:  # without a figure there is no year and no share either
        return
    found = re.compile(_FREE).finditer(text, begins, ends)
    free = _marked(text, [one.span() for one in found if not re.match(_PHONE, one[0].strip())])
    counted = [one for one in counted if 1 not in free[slice(*one[1:])]]  # the 14 of a day counts nothing in its year
    said = list(re.compile(_SAID_YEAR).finditer(text, begins, ends))
    for year in said:
        century, rest = (figures(part)[0].values[0] for part in (year["century"], year["one"] or year["year"]))
        yield Claim("figure", year[0], *year.span(), sentence, (100 * century + rest,))
    shares = [found.span() for found in re.compile(_SHARE).finditer(text, begins, ends)]
    taken = _marked(text, [*(found.span() for found in said), *shares])
    for start, end in shares:
        parts = tuple(figures(text[start:end])[0].values)
        yield Claim("figure", text[start:end], start, end, sentence, parts)
    is_of_world = _tells_of_world(text[begins:ends], [one for one, *_ in counted])
    for one, start, end in counted:
        if 1 in taken[start:end]:
            continue
        if sign := _BEFORE.search(text, max(begins, start - _NEAR), start):
            start = sign.start()
        if sign := _BEHIND.match(text, end):
            end = sign.end()
        words = text[start:end]
        is_small = words.lower() in _SMALL
        is_open = is_small or not (is_of_world or _is_of_world(one, text, start, end))
        yield Claim("figure", words, start, end, sentence, one.values, is_small, is_open)


def _tells_of_world(sentence: str, counted: list[Figure]) -> bool:
    """Whether a sentence has a word of statistics, tells what is so now, or what was counted in a year or a place."""
    is_story = re.search(_WAS, sentence) or not irregular_verbs().isdisjoint(sentence.lower().split())
    years = [one.values[0] for one in counted if one.is_year]
    numbers = [one for one in counted if one.values[0] > _FEW and not re.compile(_WHILE).match(sentence, one.end)]
    is_count = any((years and not one.is_year) or re.search(_NAME, sentence) for one in numbers)
    is_history = len(years) > 1 or any(year < _LIVED for year in years)
    is_now = re.search(_STATISTICS, sentence) or (re.search(_IS, sentence) and not re.search(_PERSON, sentence))
    return bool(not is_story or is_now or is_count or is_history)


def _is_of_world(figure: Figure, text: str, start: int, end: int) -> bool:
    """Whether a figure is money, a share, a rank, a rate or a large count."""
    is_large = figure.values[0] > _LARGE and not figure.is_year
    is_part = figure.values[0] < 1
    is_share = not _OF_ITS_OWN.match(text, end) if is_part else _BEHIND.search(text, start, end) is not None
    is_rated = any(re.compile(rule).match(text, end) for rule in (_RATE, _OF_MANY))
    return is_large or is_share or is_rated or figure.is_rank or bool(of_number(text, start, end))


def _is_plain(figure: Figure, text: str, start: int, end: int) -> bool:
    """Whether it is no figure but plain talk: one day, the first time, a quarter past; and not the ninth largest."""
    words = text[start:end].lower()
    if words == "one":
        return True
    if figure.is_rank and not any(part in words for part in ("hal", "third", "quarter")):
        return not (_SUPERLATIVE.match(text, end) or _RANKS.search(text, max(0, start - _NEAR), start))
    if re.search(r"\b(?:half|halves|thirds?|quarters?|twice)\Z", words):
        return not (_OF.match(text, end) or _SUPERLATIVE.match(text, end))
    return False


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    """A text with other letters in some places, as long as it was; what ends a sentence there ends none."""
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start], "_" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def _marked(text: str, places: list[tuple[int, int]]) -> bytearray:
    """A 1 for every character of a text that stands in one of some places."""
    marks = bytearray(len(text))
    for start, end in places:
        marks[start:end] = b"\1" * (end - start)
    return marks


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a book of the Bible with a chapter or a verse."""
    if re.search(_DIGIT, text):
        yield from (found.span() for found in re.finditer(_PLACE, text))


def verses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text quotes the Bible, and says from where."""
    if re.search(_DIGIT, text):
        yield from (found.span() for found in re.finditer(_VERSES, text))
