"""Our own words, in the language of a talk: one table, with plurals and dates as each language has them."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from talkbuilder.patterns import pattern_of

_TABLE = Path(__file__).with_name("words.tsv")
_OF_YEAR = pattern_of(r"(?<=\d)\s?([гж]\.)")
_QUOTED = pattern_of("“([^”]*)”")


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

    def count(self, row: str, number: int, **values: object) -> str:
        """The same of a row that has forms for numbers."""
        from babel import Locale

        form = Locale.parse(self.locale).plural_form(number)
        found = self.rows.get(f"{row}.{form}") or self.rows[f"{row}.other"]
        return found.format(n=number, **values)

    def slides(self, numbers: str) -> str:
        """What slides are called by their numbers: slide 7; slides 3–9."""
        return self.say("slide" if numbers.isdecimal() else "slides", n=numbers)

    def date(self, written: str) -> str:
        """2026, 2026-11 or 2026-11-25 as readers of the language know it; "" for no date."""
        from babel.dates import format_date, format_skeleton

        parts = written.split("-") if written else []
        if len(parts) < 2:
            return written
        day = date(*(int(one) for one in (*parts, "1")[:3]))
        if len(parts) == 2:
            told = format_skeleton("yMMMM", day, locale=self.locale)
        else:
            told = format_date(day, "long", locale=self.locale)
        return _OF_YEAR.sub("\N{NO-BREAK SPACE}\\1", told)

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
