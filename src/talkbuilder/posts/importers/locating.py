"""Where on a page its posts are, and what there is only the frame that every page of a site has around them.

Names of elements are a hint, and no more: a blog system may call the element that holds everything "widget". Where the
words are, and which of them are the article's, goes before what an element is called. What the article is, trafilatura
judges: it knows the layouts of thousands of sites. Only its judgement is used, and none of its text, which it tidies.
"""

import logging
import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from msgspec import Struct

from talkbuilder.posts.importers.markup import BLOCKS, Element, is_silent, with_few_attributes, with_templates

# What themes call the element that holds a post's text, the surest first.
_CONTENTS = (
    *("entry-content", "post-content", "post-body", "entry-body", "articlebody", "post_content", "storycontent"),
    *("entrytext", "post-entry", "article-content", "blog-post", "entry", "snap_preview"),
)
WHOLE_POSTS = ("article", "main")
_FRAME_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu"})
_FRAME = re.compile(
    r"(?:^|[-_])(?:nav|navigation|menu|share|sharing|sharedaddy|sd|related|relatedposts|comments?|commentlist|respond|reply"
    r"|pager|breadcrumbs?|adverts?|adsense|wpadvert|wpcnt|reblog|cookies?|postmetadata|screen-reader-text|subscribe)"
    r"(?:[-_]|$)",
    re.I,
)
# What the frame is called, and often an element that is no frame.
_PERHAPS = re.compile(
    r"(?:^|[-_])(?:sidebar|widgets?|social|likes?|ads|skip|metadata|byline|tags|footer|jp|author|newsletter|promo)(?:[-_]|$)",
    re.I,
)
_NO_FRAME = re.compile(r"^(?:category|tag|type|status|format|has|hentry)-|-(?:open|closed|enabled)$", re.I)
_COMMENTS = re.compile(r"(?:comments?|commentlist|respond|disqus)(?:[-_]|$)", re.I)
_ROLES = ("navigation", "complementary", "search", "contentinfo")
_MOST_OF_ARTICLE, _MUCH_OF_ARTICLE = 0.95, 0.6
_SHORT = 12  # words
_FEW = 4  # words that may stand anywhere, and are only found as a line of their own
_SINGLE = frozenset({"single", "single-post", "item", "item-view", "post-template-default"})  # what themes call a body
_LARGEST = 4_000_000  # characters of a page that is judged: a longer one is an archive, and takes seconds
_WORD = re.compile(r"\w+")
_BLOCK_END = re.compile(r"</(?:p|div|li|td|h[1-6])\b", re.I)
_MANY = 350  # blocks
_LEAST = 50  # words of an article: of fewer, too little can be told
_PIECE = 6  # words that are looked for together


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
        self.order: dict[Element, int] = {}
        elements = [one for one in page.iter() if isinstance(one.tag, str)]
        for at, element in enumerate(elements):
            self.order[element] = at
            self._weights[element] = Weight()
        self._last_of = dict(self.order)
        first, last = len(elements), -1
        self._placed: list[tuple[int, int]] = []  # the article's words, by the place of the block that holds them
        for block, words, linked in _blocks(elements):
            own = self._weights[block]
            own.words += len(words)
            own.linked += linked
            found = self._article.count(words)
            own.article += found
            self._placed.append((self.order[block], found))
            if found * 2 > len(words):
                first, last = min(first, self.order[block]), max(last, self.order[block])
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
        at = self.order.get(element, 0)
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
        at = self.order.get(element, 0)
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
        whole = [word for line in lines for word in line]
        sizes = range(_FEW, _PIECE + 1)
        self._runs = {hash(tuple(whole[at : at + size])) for size in sizes for at in range(len(whole) - size + 1)}
        self.is_found = bool(self._lines)

    def count(self, words: list[str]) -> int:
        """How many of the words are the article's."""
        if not words or not self.is_found:
            return 0
        if len(words) < _FEW:
            return len(words) * (" ".join(words) in self._lines)
        found = 0
        for at in range(0, len(words), _PIECE):
            piece = words[at : at + _PIECE]
            run = piece if len(words) < _PIECE else words[at - _PIECE + len(piece) : at + len(piece)]
            found += len(piece) * (hash(tuple(run)) in self._runs)
        return found


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


class Locator:
    """Finds the posts of a page, and tells them from what is around them and between their paragraphs."""

    def __init__(self, page: Element, weights: Weights) -> None:
        self._page, self._weights = page, weights

    @cached_property
    def contents(self) -> list[Element]:
        """The elements that hold the texts of posts, none within another."""
        named = self._named()
        whole = self._weights[self._page].article
        if not whole:
            body = self._page.find(".//body")
            return named or [self._page if body is None else body]
        found = sum(self._weights[one].article for one in named)
        if named and found >= whole * _MOST_OF_ARTICLE:
            if len(named) == 1 or not self._is_single():
                return named
            main = max(named, key=lambda one: self._weights[one].article)
            if self._weights[main].article >= whole * _MOST_OF_ARTICLE:
                return [main]
        if len(named) == 1 and found >= whole * _MUCH_OF_ARTICLE and not self._weights.before(named[0]) > whole * 0.05:
            return named  # what is taken for the article behind it are comments
        return [self._weights.around_article(self._page)]

    def _is_single(self) -> bool:
        """Whether a page says of itself that it shows one post: what else looks like one is a teaser."""
        body = self._page.find(".//body")
        called = set((body.get("class") or "").lower().split()) if body is not None else set()
        told = self._page.xpath("//meta[@property='og:type']/@content")
        return bool(called & _SINGLE) or (bool(told) and str(told[0]).strip().lower() == "article")

    def _named(self) -> list[Element]:
        """The elements that are called as such elements are."""
        candidates: dict[str, list[Element]] = {}
        for element in self._page.iter():
            names = {name.lower() for name in (element.get("class") or "").split()}
            if element.get("itemprop", "").lower() == "articlebody":
                names.add("articlebody")
            for name in names.intersection(_CONTENTS) | {element.tag}.intersection(WHOLE_POSTS):
                candidates.setdefault(name, []).append(element)
        for name in (*_CONTENTS, *WHOLE_POSTS):
            found: list[Element] = []
            taken: set[Element] = set()
            for element in candidates.get(name, ()):
                if not any(up in taken or self.is_around(up) for up in element.iterancestors()):
                    found.append(element)
                    taken.add(element)
            if found := [one for one in found if self._weights[one].words]:
                return found
        return []

    def is_around(self, element: Element) -> bool:
        """Whether an element belongs to the frame: by its name, and unless it holds much of what is to be read."""
        if element.tag == "body" or not (_is_called_frame(element, _FRAME) or _is_called_frame(element, _PERHAPS)):
            return False
        own, whole = self._weights[element], self._weights[self._page]
        if whole.article:
            return own.article * 3 < whole.article
        return own.is_linked or own.words * 3 < whole.words

    def is_frame(self, element: Element, content: Element, heading: Element | None) -> bool:
        """Whether an element within a post's is no part of the post; what stands in a quotation always is."""
        tag, own, whole = element.tag, self._weights[element], self._weights[content]
        if any(up.tag in ("blockquote", "cite", "q") for up in (element, *element.iterancestors())):
            return False
        if tag == "header":
            ours = self._weights[heading].article if heading is not None and is_within(heading, element) else 0
            return own.article - ours < _FEW
        if tag in _FRAME_TAGS or _is_called_frame(element, _FRAME):
            return not (own.article * 5 >= whole.article * 2 if whole.article else own.words * 2 > whole.words)
        if _is_called_frame(element, _PERHAPS):
            if not whole.article:
                return own.is_linked or own.words * 2 <= min(_SHORT, whole.words)
            return not own.is_article and (own.is_linked or not self._weights.is_one_of_article(element, content))
        if len(self.contents) > 1 or not whole.article or own.article or not own.words or tag not in BLOCKS:
            return False
        if own.linked * 3 > own.words * 2:
            return True
        is_outside = self._weights.is_outside(element) and own.words < _SHORT
        return is_outside and not self._weights.is_one_of_article(element, content)

    def stands_before(self, element: Element, other: Element) -> bool:
        """Whether an element begins before another one."""
        return self._weights.order[element] < self._weights.order[other]

    def prose(self) -> int:
        """How many words there are to read on the page that are no links and no comments."""
        whole, others = self._weights[self._page], [self._page]
        words = whole.words - whole.linked
        for element in self._page.iter():
            names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
            if any(map(_COMMENTS.match, names)) and not any(up in others[1:] for up in element.iterancestors()):
                others.append(element)
                own = self._weights[element]
                words -= own.words - own.linked if own.article * 3 < whole.article else 0
        return words


def _is_called_frame(element: Element, names: re.Pattern[str]) -> bool:
    tag = element.tag
    if tag in ("body", "html", "article", "main", "blockquote", "cite", "q"):
        return False
    if names is _FRAME and (tag in _FRAME_TAGS or element.get("role") in _ROLES):
        return True
    called = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(names.search(name) and not _NO_FRAME.search(name) for name in called)


def is_within(element: Element, other: Element) -> bool:
    return any(up is other for up in element.iterancestors())
