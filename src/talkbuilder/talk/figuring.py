"""How a sentence bends the figure that it prints: a rate, a bound, a multiple or a year that is none of its fact."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.facts import Fact
from talkbuilder.talk.referring import Printed, Sentence, said

Bent = tuple[str, str]  # the words, and what they are

_SPANS = r"second|minute|hour|day|night|week|weekend|month|year|decade"
_RATE = re.compile(
    rf"\s*(?:[\w’'-]+ ){{0,3}}?(?P<rate>(?:an? |per |each |every |/ ?|in a single )(?:{_SPANS})\b"
    r"|(?:daily|weekly|monthly|hourly)\b)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?(?P<rate>(?:for|to|per|on|from) (?:each|every)(?: single| one)?(?: of)?(?: \w+)? \w+"
    r"|apiece|a head"
    r"|per (?!cent|capita GDP)\w+|each(?! other| and|\w))",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(
    r"\b(?P<rate>(?!(?:each|every)(?: one)? of (?:us|you)\b)(?:each|every)(?: single| one)? (?:of (?:the |these "
    r"|those )?)?\w+)(?: \w+){0,2}? (?:got|gets?"
    r"|received?s?|cost|costs"
    r"|had|has|was|were|is|are|paid|pays?|earned|earns?|gave|gives?|took|takes?|brought|made|lost|spent|owed|owes|needed)\b[^,;:.]*\Z",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(rf"(?:\A|[,;:.] )(?P<rate>(?:every|each) (?:{_SPANS})\b)[^,;:.]*\Z", re.IGNORECASE)
_DISTRIBUTES = re.compile(r"\b(?:each|every|per|apiece|a head)\b")
_A_YEAR = re.compile(r"\bin an? |\ba year (?:later|before|earlier|ago|after)", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?P<bound>(?:no |not )?(?:more|fewer|less|higher|lower|greater) than|at most"
    r"|(?<!went )(?<!rose )(?<!climbed )(?<!grew )up to|over|under|below|above"
    r"|nearly|almost|beyond|no fewer than|twice|double|triple|three times|ten times|half(?: of)?|one (?:in|of)"
    r"|a (?:third|quarter|tenth|fraction) of|one out of|every)"
    r"(?: as many as| the| a)?\s*\Z",
    re.IGNORECASE,
)
_OVER = frozenset(("over", "above", "below", "under", "beyond"))  # 'over the 40 tables' is a place
_DURATIONS = frozenset({"years", "year", "months", "weeks", "days", "hours", "minutes", "minute"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OWN_YEAR = re.compile(r"[^,;:.]{0,60}?\bin (?P<year>(?:1[5-9]|20)\d\d)\b")


def bent_figures(one: Sentence) -> Iterator[Bent]:
    """Every bend of a figure, with what the words are."""
    for number, printed in enumerate(one.printed):
        fact = printed.fact
        if fact.value is None:
            continue
        following = one.printed[number + 1].start if number + 1 < len(one.printed) else len(one.text)
        known = said(fact).lower()
        if found := _rate(one.text, printed, following, known):
            yield found, "a rate that is not the one of"
        if found := _bound(one.text, printed, one.printed[number - 1].fact if number else None, known):
            yield found, "another bound than that of"
        if found := _year(one, printed, following, known):
            yield found, "another year than that of"


def _rate(text: str, printed: Printed, following: int, known: str) -> str:
    fact = printed.fact
    if fact.unit and fact.unit.value in _DURATIONS:
        return ""
    before, behind = text[: printed.start], text[:following]
    if each := _EACH.match(behind, printed.end) or _EACH_BEFORE.search(before):
        return "" if _DISTRIBUTES.search(known) else each["rate"].strip()
    found = _RATE.match(behind, printed.end) or _RATE_BEFORE.search(before)
    if found is None or _A_YEAR.search(text, max(0, found.start("rate") - 3), found.end("rate") + 8):
        return ""
    words = found["rate"].lower().split()
    return "" if words[-1].strip("/") in known.split() and words[0] in known.split() else found["rate"].strip()


def _bound(text: str, printed: Printed, before: Fact | None, known: str) -> str:
    found = _BOUND.search(text, 0, printed.start)
    if found is None:
        return ""
    words = found["bound"].lower()
    if words in _OVER and text[: printed.start].rstrip().lower().endswith("the"):
        return ""
    if before is not None and before.value is not None and words.endswith("than"):  # one figure beside another
        is_more = words.startswith(("more", "higher", "greater"))
        return found["bound"] if is_more != (before.value > (printed.fact.value or 0.0)) else ""
    return "" if re.search(rf"\b{re.escape(words)}\b", known) else found["bound"]


def _year(one: Sentence, printed: Printed, following: int, known: str) -> str:
    """The year that a sentence gives a figure of another year."""
    fact = printed.fact
    own = fact.as_of.value if fact.as_of else ""
    if len(own) != 4 or (fact.unit and fact.unit.value in _DURATIONS):
        return ""
    beside = _OWN_YEAR.match(one.text[:following], printed.end)
    years = {beside["year"]} if beside else {found[0] for found in _YEAR.finditer(one.text)}
    theirs = {other.as_of.value for other in one.facts if other.value is not None and other.as_of and not beside}
    return "" if not years or years & {own, *theirs, *_YEAR.findall(known)} else min(years)
