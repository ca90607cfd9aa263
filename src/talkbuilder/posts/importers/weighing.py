"""How a page's words are spread over its elements: how many are in links, and how many are the article's.

What the article is, trafilatura judges: it knows the layouts of thousands of sites. Only its judgement is used, and
none of its text, which it tidies: what a page says is read to the letter from the page itself.
"""

import logging
import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.markup import BLOCKS, Element, is_silent, with_few_attributes, with_templates

_LARGEST = 4_000_000  # characters of a page that is judged: a longer one is an archive, and takes seconds
_WORD = pattern_of(r"\w+")
_BLOCK_END = pattern_of(r"</(?:p|div|li|td|h[1-6])\b", re.I)
_MANY = 350  # blocks
_LEAST = 50  # words of an article: of fewer, too little can be told
_PIECE = 6  # words that are looked for together
_FEW = 4  # words that may stand anywhere, and are only found as a line of their own


class Weight(Struct):
    """How many words an element holds, how many of them are links, and how many are of the article."""

    words: int = 0
    linked: int = 0
    article: int = 0

    @property
    def is_linked(self) -> bool:
        """Whether much of it is links, as in menus and lists of other pages."""
        return self.linked * 3 > self.words

    @property
    def is_article(self) -> bool:
        """Whether most of it is the article's."""
        return self.article * 2 > self.words


class Weights:
    """The weights of all elements of a page."""

    def __init__(self, page: Element, markup: str) -> None:
        self._article = _Article(markup)
        self.is_judged = self._article.is_found
        self._weights: dict[Element, Weight] = {}
        self._order: dict[Element, int] = {}
        elements = [one for one in page.iter() if isinstance(one.tag, str)]
        for at, element in enumerate(elements):
            self._order[element] = at
            self._weights[element] = Weight()
        self._last_of = dict(self._order)
        first, last = len(elements), -1
        self._placed: list[tuple[int, int]] = []  # the article's words, by the place of the block that holds them
        for block, words, linked in _blocks(elements):
            own = self._weights[block]
            own.words += len(words)
            own.linked += linked
            found = self._article.count(words)
            own.article += found
            self._placed.append((self._order[block], found))
            if found * 2 > len(words):
                first, last = min(first, self._order[block]), max(last, self._order[block])
        self._first, self._last = first, last
        for element in reversed(elements):
            above = element.getparent()
            if above in self._weights:
                own, its = self._weights[element], self._weights[above]
                its.words, its.linked = its.words + own.words, its.linked + own.linked
                its.article += own.article
                self._last_of[above] = max(self._last_of[above], self._last_of[element])

    def __getitem__(self, element: Element) -> Weight:
        return self._weights.get(element, Weight())

    def is_outside(self, element: Element) -> bool:
        """Whether an element stands wholly before the first words of the article or behind its last."""
        at = self._order.get(element, 0)
        return self._last >= 0 and (self._last_of.get(element, at) < self._first or at > self._last)

    def is_one_of_article(self, element: Element, within: Element) -> bool:
        """Whether an element, or the one around it, is a sibling of one of the article's that looks the same: then it
        is most likely of it."""
        around = element.getparent()
        return self._has_alike(element) or (around is not None and around is not within and self._has_alike(around))

    def _has_alike(self, element: Element) -> bool:
        above, look = element.getparent(), element.get("class")
        alike = (one for one in above if one.get("class") == look) if look and above is not None else ()
        return any(self[one].article and self[one].is_article for one in alike)

    def before(self, element: Element) -> int:
        """How many words of the article stand before an element."""
        at = self._order.get(element, 0)
        return sum(words for place, words in self._placed if place < at)

    def around_article(self, page: Element) -> Element:
        """The smallest element that holds nine tenths of the article."""
        wanted = self[page].article * 0.9
        around = page
        while (inner := next((one for one in around if self[one].article >= wanted), None)) is not None:
            around = inner
        return around


class _Article:
    """The article as it was judged, for asking whether words are of it."""

    def __init__(self, markup: str) -> None:
        text = _judged(markup) if len(markup) <= _LARGEST else ""
        lines = [_WORD.findall(line.lower()) for line in text.split("\n")]
        if sum(map(len, lines)) < _LEAST:
            lines = []
        self._lines = {" ".join(line) for line in lines if line}
        self._whole = " " + " ".join(word for line in lines for word in line) + " "
        self.is_found = bool(self._lines)

    def count(self, words: list[str]) -> int:
        """How many of the words are the article's."""
        if not words or not self.is_found:
            return 0
        if len(words) < _FEW:
            return len(words) * (" ".join(words) in self._lines)
        pieces = (words[at : at + _PIECE] for at in range(0, len(words), _PIECE))
        return sum(len(piece) for piece in pieces if f" {' '.join(piece)} " in self._whole)


def _judged(markup: str) -> str:
    import trafilatura  # 0.3 s, which only a saved page pays

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it finds strange is none of a speaker's business
    is_long = len(_BLOCK_END.findall(markup)) > _MANY  # what it tries where there is little takes the square of blocks
    page = with_few_attributes(with_templates(markup))
    try:
        return trafilatura.extract(page, include_comments=False, fast=is_long) or ""
    except (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return ""  # a page that it cannot read is read without its judgement


def _blocks(elements: list[Element]) -> Iterator[tuple[Element, list[str], int]]:
    """Stretches of text that no block parts, by the block that holds them: their words, and how many are in links."""
    block_of: dict[Element, Element | None] = {}
    is_linked: dict[Element, bool] = {}
    texts: dict[Element, list[tuple[str, bool]]] = {}
    for element in elements:
        above = element.getparent()
        if is_silent(element) or (above is not None and block_of.get(above, element) is None):
            block_of[element], is_linked[element] = None, False
        else:
            around = block_of.get(above) if above is not None else None
            block_of[element] = element if element.tag in BLOCKS or around is None else around
            is_linked[element] = element.tag == "a" or is_linked.get(above, False)
            if element.tag == "br" and around is not None:
                texts.setdefault(around, []).append((" ", False))
            if element.text and (block := block_of[element]) is not None:
                texts.setdefault(block, []).append((element.text, is_linked[element]))
        if element.tail and above is not None and (outer := block_of.get(above)) is not None:
            texts.setdefault(outer, []).append((element.tail, is_linked[above]))
    for block, pieces in texts.items():
        words = _WORD.findall("".join(text for text, _ in pieces).lower())
        yield block, words, sum(len(_WORD.findall(text)) for text, linked in pieces if linked)
