"""What an audience hears: how many words a text has when it is said aloud, and how long a slide takes to say; and how
words are pronounced, in parentheses in the notes, where a word first occurs in a talk.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

from msgspec import Struct, structs

from talkbuilder.claims.figures import ORDINALS, TENS, UNITS
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.words import Pronounced
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide

PACE = 120  # words a minute: calm speech to a mixed audience; academic talks run at 120 to 140
PACE_RANGE = 0.15  # nobody speaks evenly: a plan says how long it takes if the pace is this much faster or slower
CHANGE_SECONDS = 4.0  # until the audience has taken a new slide in
PAUSE_SECONDS = 3.0  # a [pause] of no given length: what interpreters ask for before the next slide

_LETTER = re.compile(r"\w")
_BETWEEN = r"[\W_]+"
_DOT = re.compile(r"\.(?<=\w\w\.)(?=[a-zA-Z]{2})")  # of a web address, where it is said
_BEGINS_FIGURE = re.compile(r"[+(\d$€£¥₸]")  # to look for these first is six times as fast
_FIGURE = (
    r"(?P<digits>\+\d[\d ]{5,}\d|\+?\d{1,3}(?:[-–]\d{2,}){2,}|(?:\(\d{3}\) ?)?\b\d{3}-\d{4}\b"  # telephones
    r"|\b(?:1[ .])?\d{3}(?P<dot>[ .])\d{3}(?P=dot)\d{4}\b|\b(?:911|988)\b|\b0\d+|\b\d{6,}\b(?![,.]\d))"  # and codes
    r"|(?P<currency>[$€£¥₸])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<unit>\s?[%€₸£¥])|(?P<ordinal>(?:st|nd|rd|th)\b)|(?:’s|'s|s)\b)?"
)
_RANGE = r"(?<![\d.,–])(\d[\d.,]*%?)\s?–\s?(?=[$€£₸]?\d[\d.,]*(?![\d.,–]))"  # with two, a telephone
_MARK = r"(?i)\[\s*pause(?P<length>[^\[\]\n]*)\]"
_LENGTH = r"(?i)\s*(?:(?P<seconds>\d{1,4}(?:\.\d+)?)\s*(?:s|sec|seconds)?)?\s*"
_MOST_DIGITS = 15  # a longer figure is read out digit by digit
_FRACTIONS = {"½": " and a half", "¼": " and a quarter", "¾": " and three quarters", "⅓": " and a third"}
_FIRST_YEAR, _LAST_YEAR = 1100, 2099  # between them, four digits are said as a year: twenty ten
_SAID_IN_ENGLISH = frozenset({"en", "am"})  # in Amharic num2words never comes to an end of seven digits
_NAMES_OF_LANGUAGES = {"kk": "kz"}  # num2words calls Kazakh by its country
# Numbers in English words, as num2words has them, which takes 20 ms to import.
_SMALL, _TENS, _PLACES = tuple(UNITS), ("", "", *TENS), ("", *ORDINALS)
_THOUSANDS = ("", " thousand", " million", " billion", " trillion", " quadrillion")


class Spoken(Struct, frozen=True):
    """How long a slide takes: its speech, which follows the pace, and the rest, which does not."""

    words: int
    speech_seconds: float
    other_seconds: float

    @property
    def seconds(self) -> float:
        return self.speech_seconds + self.other_seconds

    def seconds_at(self, pace: float) -> float:
        """At so many times the pace that it was reckoned for."""
        return self.speech_seconds / pace + self.other_seconds


def time_of(slide: Slide, pace: float, language: str) -> Spoken:
    """The time of a slide: its notes and what it reads aloud at `pace` words a minute, pauses, media and the change.

    `minutes` on a slide stand for all but its pauses.
    """
    texts = [paragraph.text for paragraph in (*slide.notes, *slide.aloud)]
    words = sum(words_said(text, language) for text in texts)
    pauses = slide.pause + sum(pauses_in(text) for text in texts)
    if slide.minutes is not None:
        return Spoken(words, 0.0, slide.minutes * 60 + pauses)
    return Spoken(words, words / pace * 60, pauses + slide.media + (0.0 if slide.is_unseen else CHANGE_SECONDS))


def pauses_in(text: str) -> float:
    """The seconds of all pauses that are marked in a text: [pause 5], or [pause], which is PAUSE_SECONDS."""
    return sum(seconds for _, _, seconds in marked_pauses(text)) if "[" in text else 0.0


def marked_pauses(text: str) -> Iterator[tuple[int, int, float]]:
    """Where pauses are marked in a text, from and to, and how many seconds each takes."""
    for mark in re.finditer(_MARK, text):
        if length := re.fullmatch(_LENGTH, mark["length"]):
            yield mark.start(), mark.end(), float(length["seconds"] or PAUSE_SECONDS)


def misspelt_pauses(text: str) -> tuple[str, ...]:
    """Marks that look like pauses and say no length that can be read, such as [pause five]."""
    if "[" not in text:
        return ()
    return tuple(mark[0] for mark in re.finditer(_MARK, text) if not re.fullmatch(_LENGTH, mark["length"]))


@lru_cache(maxsize=1024)  # editions and bookings of a talk say the same texts again
def words_said(text: str, language: str = "en-US") -> int:
    """How many words a text has when it is read aloud: "$64,200" has six; a marked pause has none."""
    if "[" in text:
        text = re.sub(_MARK, " ", text)
    if "." in text:
        text = _DOT.sub(" dot ", text)
    for fraction, said in _FRACTIONS.items():
        text = text.replace(fraction, said)
    if "–" in text:
        text = re.sub(_RANGE, r"\1 to ", text)
    words = "".join(_with_figures_said(text, language)).replace("—", " ").split()
    return len(words) - sum([not _LETTER.search(word) for word in filterfalse(str.isalnum, words)])


def _with_figures_said(text: str, language: str) -> Iterator[str]:
    at, begins = 0, _BEGINS_FIGURE.search(text)
    while begins:
        figure = re.compile(_FIGURE).match(text, begins.start())
        if figure:
            yield f"{text[at : figure.start()]} {_said(figure[0], language)} "
            at = figure.end()
        begins = _BEGINS_FIGURE.search(text, at if figure else begins.end())
    yield text[at:]


@lru_cache(maxsize=4096)
def _said(figure: str, language: str) -> str:
    """A figure in words: "$64,200" as "sixty four thousand, two hundred dollars", "2010" as "twenty ten"."""
    found = re.fullmatch(_FIGURE, figure)
    assert found
    if found["digits"]:
        return " ".join(re.findall(r"\d", found["digits"]))
    number = found["number"].replace(",", "")
    unit = "unit" if found["currency"] or found["unit"] else ""  # dollars, percent: one word, whatever it is called
    if found["ordinal"]:
        form = "ordinal"
    elif len(found["number"]) == 4 and not unit and _FIRST_YEAR <= float(number) <= _LAST_YEAR:
        form = "year"
    else:
        form = "cardinal"
    return f"{_spelled(number, form, language).replace('-', ' ')} {unit}"


@lru_cache(maxsize=256)
def years_said(year: int, language: str = "en-US") -> tuple[str, ...]:
    """The ways in which a year is said: 2012 as "twenty twelve", "two thousand and twelve", "two thousand twelve"."""
    ways = (_spelled(str(year), form, language).replace("-", " ").replace(",", "") for form in ("year", "cardinal"))
    return tuple(dict.fromkeys(way for said in ways for way in (said, said.replace(" and ", " "))))


def says_year(text: str, year: str, language: str) -> bool:
    """Whether a text has a year, in figures or in words."""
    words = _plain(text)
    return any(f" {said} " in words for said in (year, *years_said(int(year), language)))


@lru_cache(maxsize=16)  # many years are looked for in a part of a talk
def _plain(text: str) -> str:
    """A text in small letters with a blank between its words, and around them."""
    return f" {re.sub(_BETWEEN, ' ', text.lower()).strip()} "


def _spelled(number: str, form: str, language: str) -> str:
    if len(number) > _MOST_DIGITS:
        return " ".join(number.replace(".", ""))
    code = language.split("-")[0].lower()
    in_english = {"cardinal": cardinal, "ordinal": ordinal, "year": year_said}[form](number)
    if code in _SAID_IN_ENGLISH:
        return in_english
    from num2words import num2words  # 20 ms and more, which only a talk with figures in another language pays

    value = float(number) if "." in number else int(number)
    if form == "ordinal":
        value = int(value)
    try:
        return str(num2words(value, lang=_NAMES_OF_LANGUAGES.get(code, code), to=form))
    except (RuntimeError, ArithmeticError, LookupError, AttributeError, ValueError, TypeError):
        # It lacks the language, or stumbles in it (no years in Vietnamese, no "0th" in Polish): count it as English.
        return in_english


def cardinal(digits: str) -> str:
    """A number of at most 18 digits: 64200 as "sixty four thousand two hundred", 0.05 as "zero point zero five"."""
    whole, _, decimals = digits.partition(".")
    after = [_SMALL[int(digit)] for digit in decimals.rstrip("0")]
    return " ".join((_whole(int(whole)), *(["point", *after] if after else ())))


def ordinal(digits: str) -> str:
    """The place that a number stands for, its decimals aside: 21 as "twenty first"."""
    before, blank, last = _whole(int(digits.partition(".")[0])).rpartition(" ")
    ending = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{before}{blank}{_PLACES[UNITS[last]] if UNITS.get(last) else ending}"


def year_said(digits: str) -> str:
    """A year of four digits: 2010 as "twenty ten", 1901 as "nineteen oh one", 2001 as "two thousand and one"."""
    century, rest = divmod(int(digits), 100)
    if century % 10 == 0 and rest < 10:
        return _whole(int(digits))
    if not rest:
        return f"{_whole(century)} hundred"
    return f"{_whole(century)} {'oh ' if rest < 10 else ''}{_whole(rest)}"


def _whole(number: int) -> str:
    parts: list[str] = []
    left, power = number, 0
    while left:
        left, group = divmod(left, 1000)
        if group:
            joint = "and " if power == 0 and group < 100 and left else ""
            parts.append(f"{joint}{_below_a_thousand(group)}{_THOUSANDS[power]}")
        power += 1
    return " ".join(reversed(parts)) or _SMALL[0]


def _below_a_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        said = _SMALL[rest] if rest < len(_SMALL) else f"{_TENS[tens]} {_SMALL[ones]}" if ones else _TENS[tens]
        words.append(said)
    return " and ".join(words)


_HOW = "how it is said"


def is_help(run: Run) -> bool:
    """Whether a run says how the word before it is pronounced, so that nobody reads it out."""
    return run.citation is not None and run.citation.reason == _HOW


class Helps:
    """The helps of a library that have not been printed yet; notes are given to it in the order of the talk.

    They are printed after everything is timed, because nobody says them aloud.
    """

    def __init__(self, library: Library) -> None:
        self._left = {one.id: one.says.value for one in library.of(Pronounced)}

    def added(self, notes: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """The notes, with a help after each word that occurs for the first time."""
        if not self._left:
            return notes
        # What is longer goes first: "Almaty Region" has its own help.
        names = "|".join(map(re.escape, sorted(self._left, key=len, reverse=True)))
        words = re.compile(rf"(?<!\w)({names})(?:['’]s)?(?!\w)")
        return tuple(
            structs.replace(one, runs=tuple(self._runs(one, words))) if words.search(one.text) else one for one in notes
        )

    def _runs(self, paragraph: Paragraph, words: re.Pattern[str]) -> Iterator[Run]:
        for run in paragraph.runs:
            at = 0
            for found in words.finditer(run.text):
                if says := self._left.pop(found[1], ""):
                    yield structs.replace(run, text=run.text[at : found.end()])
                    own = Citation("own", "", says, "", "", "", "", reason=_HOW)
                    yield Run(f" ({says})", italic=True, citation=own)
                    at = found.end()
            if at < len(run.text):
                yield structs.replace(run, text=run.text[at:])
