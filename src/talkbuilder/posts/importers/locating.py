"""Where on a page its posts are, and what there is only the frame that every page of a site has around them.

Names of elements are a hint, and no more: a blog system may call the element that holds everything "widget". Where the
words are, and which of them are the article's, goes before what an element is called.
"""

import re
from functools import cached_property

from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.markup import BLOCKS, Element
from talkbuilder.posts.importers.weighing import Weights

# What themes call the element that holds a post's text, the surest first.
_CONTENTS = (
    *("entry-content", "post-content", "post-body", "entry-body", "articlebody", "post_content", "storycontent"),
    *("entrytext", "post-entry", "article-content", "blog-post", "entry", "snap_preview"),
)
WHOLE_POSTS = ("article", "main")
_FRAME_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu"})
_FRAME = pattern_of(
    r"(?:^|[-_])(?:nav|navigation|menu|share|sharing|sharedaddy|sd|related|relatedposts|comments?|commentlist|respond|reply"
    r"|pager|breadcrumbs?|adverts?|adsense|wpadvert|wpcnt|reblog|cookies?|postmetadata|screen-reader-text|subscribe)"
    r"(?:[-_]|$)",
    re.I,
)
# What the frame is called, and often an element that is no frame.
_PERHAPS = pattern_of(
    r"(?:^|[-_])(?:sidebar|widgets?|social|likes?|ads|skip|metadata|byline|tags|footer|jp|author|newsletter|promo)(?:[-_]|$)",
    re.I,
)
_NO_FRAME = pattern_of(r"^(?:category|tag|type|status|format|has|hentry)-|-(?:open|closed|enabled)$", re.I)
_COMMENTS = pattern_of(r"(?:comments?|commentlist|respond|disqus)(?:[-_]|$)", re.I)
_ROLES = ("navigation", "complementary", "search", "contentinfo")
_MOST_OF_ARTICLE, _MUCH_OF_ARTICLE = 0.95, 0.6
_SHORT = 12  # words
_FEW = 4
_SINGLE = frozenset({"single", "single-post", "item", "item-view", "post-template-default"})  # what themes call a body


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
            ours = self._weights[heading].article if heading is not None and _is_within(heading, element) else 0
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


def _is_within(element: Element, other: Element) -> bool:
    return any(up is other for up in element.iterancestors())
