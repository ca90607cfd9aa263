"""Plain English words, so that a name is known at the head of a sentence, where every word has a capital.

`english_words.txt` has the words of SCOWL that are no names (english_words-LICENSE; tests/talk/make_words.py makes it),
words that stand in small letters in the documentation of Python and of the programs beside it, and everyday words of
those who teach, travel and go to church. It leaves out what an ending makes of a word that it has. What stands there
with a capital is a name, though an ending would make it a word: Carter, of cart.
"""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("english_words.txt")
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("iness", "y"), ("iful", "y")),
    *(("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e")),
    *(("ers", ""), ("ers", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("ness", ""), ("ful", ""), ("less", "")),
    *(("able", ""), ("able", "e"), ("ish", ""), ("hood", ""), ("ship", ""), ("ment", ""), ("ments", ""), ("ward", "")),
    *(
        ("n", ""),
        ("wards", ""),
        ("like", ""),
        ("ation", "e"),
        ("ion", "e"),
        ("ion", ""),
        ("ions", ""),
        ("ity", ""),
        ("y", ""),
    ),
    *(("y", "e"), ("man", ""), ("men", ""), ("woman", ""), ("women", ""), ("al", ""), ("ous", "")),
)
_BEGINNINGS = (
    "un",
    "re",
    "over",
    "under",
    "out",
    "non",
    "mis",
    "in",
    "dis",
    "fore",
    "grand",
    "school",
    "class",
    "home",
)
_PARTICLES = frozenset(("ups", "ins", "ons", "bys", "tos"))  # many of what has a hyphen before it: close-ups
_LEAST = 3


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Whether it is a plain word, in whatever form and with whatever capital."""
    low = word.lower().replace("’", "'").removesuffix("n't").partition("'")[0]
    if low.title() in words():
        return False
    head, *behind = low.split("-")
    parts = (head, *(part for part in behind if part not in _PARTICLES))
    return len(low) < _LEAST or all(is_form(part, words()) for part in parts if len(part) >= _LEAST)


def is_form(word: str, known: Collection[str]) -> bool:
    """Whether a word in small letters is a form of one that is known."""
    heads = ("", *(head for head in _BEGINNINGS if word.startswith(head)))
    return any(
        again in known
        for head in heads
        for one in _readings(word.removeprefix(head))
        for again in _readings(one)  # careless-ly, care-less
    )


def _readings(word: str) -> Iterator[str]:
    """A word, and what it may be a form of."""
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST:
            yield stem + instead
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def words() -> frozenset[str]:
    """The list."""
    return frozenset(FILE.read_text("utf-8").split())
