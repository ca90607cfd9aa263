"""Where a fact is told of: a place that its passage gives to another country or state."""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.wording import wording
from talkbuilder.evidence.words import stem

# What tells where something is so; 'from' and 'to' tell only where somebody came from or went.
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Ii]nside|[Aa]ll over) (?:the |all of )?"
    r"(?P<name>[A-Z][\w'-]+(?: (?:of (?:the )?)?[A-Z][\w'-]+)*)"
)


# 'to two shelters in Norway'; how much something costs there is no such thing.
_IS_THERE = re.compile(r"\b(?:to|from|with) (?:(?!\d)[\w'-]+ ){0,3}?(?P<thing>[a-z]{3,}) \Z")
_HAS = re.compile(r"\W*(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*) (?:has|have|had|is|was)\b")  # a land, and of itself
_BEGINS = re.compile(r"\W*(?:(?:And|But|Then|So|Yet|Today|Back)\W+)?")


def elsewhere(fact: Fact, post_text: PostText, words: Range, lands: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That a passage tells it of another land than the fact's `place`, which it does not name; `lands` by their ids.

    Only where its sentence begins with the land, or the `words` that the fact points to name it: else somebody's mother
    may be in Uzbekistan, of whom it is not told.
    """
    left, right = post_text.sentence(*words)
    passage, own = post_text.text[left:right], (words[0] - left, words[1] - left)
    place = fact.place.value if fact.place else ""
    if not place or any(name in passage for name in called(lands.get(place, place))):
        return
    ids = {name: id for id, name in lands.items()}
    for found in (*filter(None, (_HAS.match(passage),)), *_IN.finditer(passage)):
        other = ids.get(found["name"].removesuffix("'s"), "")
        begins = _BEGINS.match(passage)
        is_first = begins is not None and found.start() in (0, begins.end())
        is_meant = is_first or (own[0] <= found.start() and found.end() <= own[1])
        is_meant = is_meant and found["name"] not in fact.says.value
        thing = _IS_THERE.search(passage, 0, found.start())
        if thing and not is_first and stem(thing["thing"].lower()) not in wording(lowered(fact.says.value)).all_stems:
            continue  # what is there is told in passing, and the fact leaves it out
        if other and is_meant and place.partition("-")[0] != other.partition("-")[0]:
            message = f"the passage tells it of {lands[other]}, and 'place' is {place}"
            assert fact.place
            yield Diagnostic("E124", message, fact.place.span, f"write 'place: {other}', or point to another passage")
            return


def called(place: str) -> tuple[str, ...]:
    """What a text may call a country or state: its people too."""
    if place.startswith("United States"):
        return "United States", "U.S.", "US ", "USA", "America"
    root = place[: -len("stan")] if place.endswith("stan") else place
    return place, root
