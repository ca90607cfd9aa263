"""C350 topic-title: a title that names a subject and says nothing of it, so that one has to read the slide."""

import re
from collections.abc import Iterator
from functools import cache

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Talk

_OTHERS = MADE | {"ask", "question", "blank", "quote", "statement", "photo"}  # which say something themselves
# Forms of verbs that say something; those that end in -ed are told by that.
_VERBS = """
is are was were be been am has have had do does did can could may might must shall should will would went gone
came saw seen knew known took taken gave given got gotten made said told thought found left kept began begun
became brought bought built caught chose chosen drew drove ate fell fallen felt fought forgot grew grown held
heard hid hidden hurt lay led lost meant met paid put ran rang rode rose sang sat sent set shook shot shut slept
sold spent spoke spoken stood stole stuck swept swam taught threw understood woke won wore worn wrote written
broke broken blew bore beat cost cut dealt fed flew froze hit kneel let lit read says tells thinks goes comes
sees knows takes gives gets makes finds leaves keeps begins becomes brings buys builds catches chooses draws
drives eats falls feels fights forgets grows holds hears hides lies leads loses means meets pays puts runs rises
sits sends sets sells spends speaks stands stays sticks teaches throws needs wins writes breaks costs cuts wants
asks works helps looks lives moves plays starts stops turns uses waits walks talks tries follows shows calls
opens closes carries covers crosses counts depends ends fits happens hopes learns listens matters names owns
passes pulls pushes reaches remains rests seems serves shares sounds touches travels welcomes blames belongs
cannot isn’t aren’t don’t doesn’t didn’t won’t can’t go come see know take give get make find leave keep begin
become bring buy say tell think ask remember look listen write call choose try follow stay stand help start stop
turn talk walk learn need want live hold mean believe hear speak teach send pay run fit lie blame belong meet
grow kills vanishes earns notices hires binds protects rings glitters fades persists spreads survives arrives
deserves disappears kill vanish earn notice hire bind protect disappear deserve survive arrive lacks lack hardly
"""
# What compares or denies says something without a verb.
_COMPARES = "more less fewer most least no not never nobody nothing none only too than better worse nor without"
# What only its neighbours tell: "They drink tea", "Women lead them", "Guests sleep well", "Silence protects the wrong".
_ACTS = re.compile(
    r"^(?:they|we|you|I|he|she|it|people|women|men|children) "
    r"(?!(?:and|or|of|in|at|from|with|to|on|for|by|who|under|near|as|into|without)\b)\w+"
    r"|\b(?!(?:its|his|this|across|always)\b)\w\w+s (?:work|drink|sleep|lead|play|travel|study|cook|sing|dance|pray|"
    r"farm|fear|return|vote|trust|share)\b"
    r"|^(?:\w+ )?\w+s (?!(?:and|or|of|in|at|from|with|to|on|for|by|under|near|as|into|without|over|"
    r"after|before|across)\b)\w+ (?:an?|the|it|them|him|her|us|you|what|whom|how|first|last|little|much)\b"
    r"|\w+ \w+s (?:the|an?|it|them|him|her|us|me|you|people|everybody|nobody|its|their|his|my|our|your)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|of|for|from|since|until) (?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def check(talk: Talk) -> Iterator[Diagnostic]:
    if not talk.language.startswith("en"):
        return
    for slide in talk.slides:
        if slide.kind not in _OTHERS and not slide.is_unseen and not says_something(slide.title.text):
            hint = "say in a sentence what the slide shows: 'Police opened more cases in 2010'"
            message = f"'{slide.title.text}' names a subject and says nothing of it"
            yield Diagnostic("C350", message, slide.title.span, hint)


def says_something(title: str) -> bool:
    """Whether a title has a verb, a figure, or a question: who cannot tell a verb from a noun takes it for a verb."""
    figures = _YEAR.sub("", title)
    if any(mark in title for mark in "?:,;") or any(letter.isdigit() for letter in figures) or _ACTS.search(title):
        return True
    words = [word.lower().replace("'", "’") for word in _WORD.findall(title)]
    return any(
        word in _verbs() or (word.endswith("ed") and len(word) > 4) or word.endswith(("’re", "’m", "’ll", "’ve"))
        for word in words
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(f"{_VERBS} {_COMPARES}".split())
