"""Our own words on paper, in the language of a talk: one table, with plurals and dates as each language has them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

_TABLE = Path(__file__).with_name("words.tsv")


class Words(Struct, frozen=True):
    """The words of one language; `locale` is what babel calls it, such as en_GB."""

    locale: str
    rows: Mapping[str, str]

    def say(self, row: str, **values: object) -> str:
        """What a row says, with values in the places that it has for them."""
        return self.rows[row].format(**values)

    def count(self, row: str, number: int, **values: object) -> str:
        """The same of a row that has forms for numbers."""
        from babel import Locale

        form = Locale.parse(self.locale).plural_form(number)
        found = self.rows.get(f"{row}.{form}") or self.rows[f"{row}.other"]
        return found.format(n=number, **values)

    def date(self, written: str) -> str:
        """2026, 2026-11 or 2026-11-25 as readers of the language know it; "" for no date."""
        from babel.dates import format_date, format_skeleton

        parts = written.split("-") if written else []
        if len(parts) < 2:
            return written
        day = date(*(int(one) for one in (*parts, "1")[:3]))
        if len(parts) == 2:
            return format_skeleton("yMMMM", day, locale=self.locale)
        return format_date(day, "long", locale=self.locale)


@cache
def words_in(language: str) -> Words:
    """The words of a language such as en-GB; English ones where the table has none of it."""
    from babel import Locale, UnknownLocaleError

    head, *lines = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines())
    code = language.split("-")[0].lower()
    column = head.index(code) if code in head[1:] else 1
    try:
        locale = str(Locale.parse(language, sep="-")) if column > 1 or code == "en" else "en_US"
    except (UnknownLocaleError, ValueError):
        locale = head[column]
    return Words(locale, {line[0]: line[column] for line in lines if line[column]})
