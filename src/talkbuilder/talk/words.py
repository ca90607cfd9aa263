"""Our own words, in the language of a talk: one table, with plurals and dates as each language has them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from talkbuilder.source.dates import spell_date

_AMERICAN = ("en", "en-US")
_PLACES = r"\{(\w+)\}"
_SEVERAL = r"[–,]|\band\b"
_TABLE = Path(__file__).with_name("words.tsv")
_OF_YEAR = r"(?<=\d)\s?([гж]\.)"
_QUOTED = re.compile("“([^”]*)”")


class Words(Struct, frozen=True, dict=True):  # the dict is for the locale, which few ask for
    """The words of one language, such as en-GB; `written` is the column of the table that they are from."""

    language: str
    written: str
    rows: Mapping[str, str]

    @cached_property
    def locale(self) -> str:
        """What babel calls the language, or that of the words where it knows none of it."""
        from babel import Locale, UnknownLocaleError

        if self.written != self.language.split("-")[0].lower():
            return "en_US"
        try:
            return str(Locale.parse(self.language, sep="-"))
        except (UnknownLocaleError, ValueError):
            return self.written

    def say(self, row: str, **values: object) -> str:
        """What a row says, with values in the places that it has for them."""
        return self.rows[row].format(**values)

    def parts(self, row: str, **values: str) -> tuple[str, ...]:
        """The same in parts, of which every second is a value."""
        pieces = re.split(_PLACES, self.rows[row])
        return tuple(values[one] if at % 2 else one for at, one in enumerate(pieces) if at % 2 or one or at == 0)

    def count(self, row: str, number: float, **values: object) -> str:
        """The same of a row that has forms for numbers."""
        found = self.rows.get(f"{row}.{self.form(number)}") or self.rows[f"{row}.other"]
        return found.format(n=f"{number:,.6g}" if self.written == "en" else f"{number:.6g}", **values)

    def form(self, number: float) -> str:
        """The form of words that a number wants: one, few, many, other."""
        if self.written == "en":  # babel takes a while to load
            return "one" if number == 1 else "other"
        from babel import Locale

        return str(Locale.parse(self.locale).plural_form(number))

    def country(self, letters: str, name: str) -> str:
        """What the language calls a country; its English name where nobody knows."""
        if self.written == "en":
            return name
        from babel import Locale

        return str(Locale.parse(self.locale).territories.get(letters, name))

    def slides(self, numbers: str) -> str:
        """What slides are called by their numbers: slide 7; slides 3–9."""
        return self.say("slide" if numbers.isdecimal() else "slides", n=numbers)

    def date(self, written: str) -> str:
        """2026, 2026-11 or 2026-11-25 as readers of the language know it; "" for no date."""
        if self.language in _AMERICAN:
            return spell_date(written) if written else ""
        from babel.dates import format_date, format_skeleton

        parts = written.split("-") if written else []
        if len(parts) < 2:
            return written
        day = date(*(int(one) for one in (*parts, "1")[:3]))
        if len(parts) == 2:
            told = format_skeleton("yMMMM", day, locale=self.locale)
        else:
            told = format_date(day, "long", locale=self.locale)
        return re.sub(_OF_YEAR, "\N{NO-BREAK SPACE}\\1", told)

    def time(self, minute: int) -> str:
        """A minute of a day, or of the next, as readers of the language know it: 7:30 PM, 19:30."""
        hour, minutes = divmod(minute % (24 * 60), 60)
        if self.language in _AMERICAN:
            return f"{(hour + 11) % 12 + 1}:{minutes:02}\N{NO-BREAK SPACE}{'PM' if hour >= 12 else 'AM'}"
        from babel.dates import format_time

        return format_time(time(hour, minutes), "short", locale=self.locale)

    def when(self, date: str) -> str:
        """What is told behind an amount: " in 2010"; "" for no date."""
        return self.say("alt_when", date=date) if date else ""

    def pages(self, pages: Iterable[str]) -> str:
        """Where in a source: p. 12; pp. 12–14; pp. 3 and 12; "" for nowhere."""
        told = list(dict.fromkeys(one.strip().replace("-", "–") for one in pages if one.strip()))
        if not told:
            return ""
        is_one = len(told) == 1 and not re.search(_SEVERAL, told[0])
        return self.say("page_of" if is_one else "pages_of", n=self.both(told))

    def both(self, told: Sequence[str]) -> str:
        """One, two and three."""
        *most, last = told
        return self.say("both", most=", ".join(most), last=last) if most else last

    def hedged(self, text: str) -> str:
        """A text in which the words that make our figures less certain are those of the language."""
        if self.written == "en":
            return text
        own = {words: self.rows[name] for name, words in words_in("en").rows.items() if name.startswith("hedge_")}

        def told(found: re.Match[str]) -> str:
            said = own[found[0].lower()]
            return said.capitalize() if found[0][0].isupper() else said

        return re.sub(rf"\b(?:{'|'.join(own)})\b", told, text, flags=re.IGNORECASE)

    def quotes(self, text: str) -> str:
        """A text with the quotation marks of the language."""
        return _QUOTED.sub(lambda one: self.say("quoted", text=one[1]), text)


@cache
def words_in(language: str) -> Words:
    """The words of a language such as en-GB; English ones where the table has none of it."""
    head, *lines = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines())
    code = language.split("-")[0].lower()
    column = head.index(code) if code in head[1:] else 1
    return Words(language, head[column], {line[0]: line[column] for line in lines if line[column]})


def numbers_said(row: str, text: str) -> Mapping[str, int]:
    """The numbers that a text has in the places of a row, in whichever language it says it; none where it does not."""
    found = next((hit for said in _with_numbers(row) if (hit := said.search(text))), None)
    return {name: int(number) for name, number in found.groupdict().items()} if found else {}


@cache
def _with_numbers(row: str) -> tuple[re.Pattern[str], ...]:
    """A row of each language, as a pattern of what it says with numbers in its places."""
    patterns = []
    for language in _TABLE.read_text("utf-8").partition("\n")[0].split("\t")[1:]:
        pieces = re.split(_PLACES, words_in(language).rows[row])
        said = "".join(rf"(?P<{one}>\d+)" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
        patterns.append(re.compile(rf"\b{said}\b"))
    return tuple(patterns)


ENGLISH = words_in("en-US")
