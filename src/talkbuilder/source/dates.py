"""Dates as authors write them and readers read them; the one place that knows the months."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def is_date(text: str) -> bool:
    """Whether a text is a date as authors write it: 2012, 2012-04 or 2012-04-18."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not found:
        return False
    month, day = int(found[2] or 1), int(found[3] or 1)
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def is_day(text: str) -> bool:
    """Whether a text is a day that the calendar has, and that somebody may live to see: 2012-04-18, no February 30."""
    try:
        return len(text) == 10 and "1900" < text < "2200" and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def as_date(text: str) -> str:
    """A date in another form, 25.11.2026 or November 25, 2026, as authors are to write it; "" for what is none."""
    written = _in_order(text)
    return written if is_date(written) else ""


def no_such(text: str) -> str:
    """Why the calendar has no such day, in whatever form it is written; "" where it may have."""
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", _in_order(text) or text.strip())
    if parts and not 1 <= int(parts[2]) <= 12:
        return f"there is no month {parts[2]}"
    if parts and parts[3] and not 1 <= int(parts[3]) <= monthrange(int(parts[1]), int(parts[2]))[1]:
        return f"{MONTHS[int(parts[2]) - 1]} {parts[1]} has no day {int(parts[3])}"
    return ""


def _in_order(text: str) -> str:
    """What is written as a date in another form, in the order of year, month and day, be there such a day or not."""
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text.strip())
    if found:
        first, second, year = found.groups()
        # With dots the day goes first; with slashes the month does, as in America, unless there is no such month.
        day, month = (second, first) if "/" in text and int(first) <= 12 else (first, second)
        return f"{year}-{int(month):02}-{int(day):02}"
    named = re.fullmatch(
        r"(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)?,? (\d{4})", text.strip()
    )
    if named and (month := month_number(named[2])):
        day = named[1] or named[3]
        return f"{named[4]}-{month:02}" + (f"-{int(day):02}" if day else "")
    return ""


def read_date(text: str) -> tuple[str, str]:
    """A date in any form as authors are to write it, and why it is none: one of the two is ""."""
    text = " ".join(text.split())
    if is_date(text):
        return text, ""
    written = as_date(text)
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if written and found and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12:
        one, other = (f"{found[3]}-{int(found[of]):02}-{int(found[3 - of]):02}" for of in (2, 1))
        return "", f"it may be {spell_date(one)}, or {spell_date(other)}: write {one} or {other}"
    if written and is_date(written):
        return written, ""
    if why := no_such(text):
        return "", f"{why}: write the year, the month and the day, as 2012-04-18"
    return "", "write 2012, 2012-04 or 2012-04-18; or April 18, 2012"


def dates_in(text: str) -> Iterator[str]:
    """The dates that a text names, as authors are to write them."""
    day, months = r"\d{1,2}(?:st|nd|rd|th)?", "|".join(MONTHS)
    named = rf"(?:{day} )?(?:{months})(?: {day},)?,? \d{{4}}"
    for found in re.finditer(rf"\b(?:{named}|\d{{4}}-\d\d-\d\d|(?:19|20)\d\d)\b", text):
        if told := read_date(found[0])[0]:
            yield told


def spell_date(date: str) -> str:
    """2012-04-18 as a reader writes it: April 18, 2012."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    if not month:
        return str(year)
    return f"{MONTHS[month - 1]} {day}, {year}" if day else f"{MONTHS[month - 1]} {year}"


def minute_of_day(text: str) -> int | None:
    """The minutes since midnight of a time as people write it: 19:30, 7:30 pm; None of anything else."""
    found = re.fullmatch(r"(\d\d?):([0-5]\d)(?: ?([ap])\.?m\.?)?", text, re.IGNORECASE)
    if not found:
        return None
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        return (hour % 12 + (12 if half == "p" else 0)) * 60 + int(found[2]) if 1 <= hour <= 12 else None
    return hour * 60 + int(found[2]) if hour < 24 else None


def years_of(date: str) -> float:
    """Where a date stands in time, in years; 2012 as 2012.0, for its beginning."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return year + (month - 1) / 12 + (day - 1) / 365


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, by its English name or the first three letters of it; 0 for anything else."""
    wanted = name.lower()
    return next((n for n, month in enumerate(MONTHS, 1) if wanted in (month.lower(), month[:3].lower())), 0)
