"""Money: the signs and codes by which a number is known to be money, and how an amount of it is written."""

import re

# Each currency with its sign, what it measures, and the words that no unit of something else has.
_KNOWN = (
    ("USD", "$", "dollars", "dollar"),
    ("EUR", "€", "euros", "euro"),
    ("GBP", "£", "pounds", "quid"),
    ("JPY", "¥", "yen", "yen"),
    ("KZT", "₸", "tenge", "tenge"),
    ("CHF", "", "francs", "franc"),
)
SIGNS = "".join(sign for _, sign, *_ in _KNOWN)
_CODES = "|".join(code for code, *_ in _KNOWN)
# As these stand right before a number: '£', 'US$', 'CHF '.
BEFORE = rf"(?:(?:\b(?:US|us))?[{SIGNS}]|\b(?:{_CODES}|{_CODES.lower()})(?= )) ?"
MEASURES = {
    measure: {word: 1.0, code.lower(): 1.0} | ({sign: 1.0} if sign else {}) for code, sign, measure, word in _KNOWN
}
_OF_NAME = {
    name: code
    for code, sign, measure, word in _KNOWN
    for name in (code.lower(), sign, word, measure)
    if name and name != "pounds"  # which may be a weight
}
_MEASURE_OF = {code: measure for code, _, measure, _ in _KNOWN}
_SIGN_OF = {code: sign for code, sign, *_ in _KNOWN}
_BEFORE = rf"{BEFORE}\Z"
_BEHIND = rf" ?[{SIGNS}](?! ?\d)| (?:US )?(?i:{_CODES}|dollars?|euros?|yen|tenge|francs?)\b"
_LONGEST = 5  # characters before a number: 'CHF '


def currency(unit: str) -> str:
    """The code of a unit that is money, 'USD' of '$' and of 'million dollars'; "" of all others."""
    return _OF_NAME.get(unit.lower().rpartition(" ")[2], "")


def measure(unit: str) -> str:
    """What a unit of money measures, as amounts of a text are measured; "" of all others."""
    return _MEASURE_OF.get(currency(unit), "")


def written(number: str, code: str) -> str:
    """An amount for a reader: £780, CHF 780."""
    return f"{_SIGN_OF[code]}{number}" if _SIGN_OF[code] else f"{code} {number}"


def begins(text: str, start: int) -> int:
    """Where the sign or code before a number begins; where the number does, if there is none."""
    found = re.compile(_BEFORE).search(text, max(0, start - _LONGEST), start)
    return found.start() if found else start


def ends(text: str, end: int) -> int:
    """Where the sign, code or word behind a number ends; where the number does, if there is none."""
    found = re.compile(_BEHIND).match(text, end)
    return found.end() if found else end


def of_number(text: str, start: int, end: int) -> str:
    """The code of the currency that stands beside a number; "" where none does."""
    told = text[begins(text, start) : start] or text[end : ends(text, end)]
    return currency(told.strip().lower().removeprefix("us")) or currency(told.strip())
