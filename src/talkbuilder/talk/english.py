"""Numbers in English words as they are said aloud, without commas and hyphens."""

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS = ("", " thousand", " million", " billion", " trillion", " quadrillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(digits: str) -> str:
    """A number of at most 18 digits: 64200 as "sixty four thousand two hundred", 0.05 as "zero point zero five"."""
    whole, _, decimals = digits.partition(".")
    after = [_SMALL[int(digit)] for digit in decimals.rstrip("0")]
    return " ".join((_whole(int(whole)), *(["point", *after] if after else ())))


def ordinal(digits: str) -> str:
    """The place that a number stands for, its decimals aside: 21 as "twenty first"."""
    before, blank, last = _whole(int(digits.partition(".")[0])).rpartition(" ")
    ending = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{before}{blank}{_ORDINALS.get(last, ending)}"


def year(digits: str) -> str:
    """A year of four digits: 2010 as "twenty ten", 1901 as "nineteen oh one", 2001 as "two thousand and one"."""
    century, rest = divmod(int(digits), 100)
    if century % 10 == 0 and rest < 10:
        return _whole(int(digits))
    if not rest:
        return f"{_whole(century)} hundred"
    return f"{_whole(century)} {'oh ' if rest < 10 else ''}{_whole(rest)}"


def _whole(number: int) -> str:
    """64200 by groups of three digits."""
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
