"""A web page that was saved: the posts on it, without the frame that every page of the blog has around them.

Where a page shows several posts, as an archive of a month does, each is found by the element that holds its text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from statistics import median

from lxml import etree
from msgspec import structs

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut
from talkbuilder.posts.importers.locating import WHOLE_POSTS, Locator, Weights, is_within
from talkbuilder.posts.importers.markup import SILENT, Element, parse, read_element, seems_cut
from talkbuilder.source.dates import MONTHS, month_number

_TITLES = re.compile(r"(?:entry|post|article)-?title|storytitle|headline", re.I)
_DATE_NAMES = ("article:published_time", "datePublished", "citation_publication_date", "DC.date.issued")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')  # as pages tell it to search engines
_NEWS = re.compile(r'"@type"\s*:\s*\[?\s*"(?:Reportage|Analysis|Opinion)?NewsArticle"|schema\.org/NewsArticle')
_MUCH, _LITTLE = 300, 0.25  # words of a page, and the share of them that has to be taken
_MANY, _TEASER = 5, 80  # posts of one page, and words: where most are shorter, they lead to others
_GALLERY = re.compile(r"^\d{1,3} ?/ ?(\d{1,3})\b", re.MULTILINE)  # as pictures are counted that go on by themselves
_DATES = re.compile(r"(?:entry-|post-?|posted-)?(?:date(?:-header)?|on|published|postmetadata|timestamp)$", re.I)
_MONTH = "|".join(MONTHS)
_WRITTEN_DATE = re.compile(
    rf"\b(?:({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|(\d{{1,2}}) ({_MONTH}),? (\d{{4}}))\b", re.I
)
_MOST_BYTES = 20_000_000  # of a page without its pictures; its tree takes 20 times as much memory
_INLINED = re.compile(rb"\bdata:[a-z]+/[^\s\"'<>()]{200,}", re.I)  # pictures and fonts that were saved with the page
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")


def recognises(head: str) -> bool:
    return (
        re.match(r"\s*<", head) is not None
        and re.search(r"<(?:!doctype html|html|body|article|div)\b", head, re.I) is not None
    )


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The posts of a page; a page on which no post can be told from its frame is read as one."""
    data = _INLINED.sub(b"", data)
    if len(data) > _MOST_BYTES:
        message = f"{len(data) // 1_000_000:,} MB of page are more than can be read"
        hint = "import the blog's own export, or save the posts one by one"
        report(Diagnostic("I003", message, file=name, hint=hint))
        return
    markup = text_of(data, name, report)
    page = parse(markup)
    saved_from = _SAVED_FROM.search(markup[:4000])
    address = _meta(page, "og:url") or _canonical(page) or (saved_from[1] if saved_from else "")
    place = Locator(page, Weights(page, markup))
    contents = place.contents
    is_whole = re.search(r"</html\s*>|</body\s*>", markup[-20_000:], re.I) or "<html" not in markup[:20_000].lower()
    texts: list[str] = []
    for content in contents:
        post = _post(page, markup, content, place, address, len(contents) == 1)
        if isinstance(post, ImportedPost) and content is contents[-1] and not is_whole:
            post = structs.replace(post, cut_short=post.cut_short or "the page breaks off before its end")
        texts += [post.text] if isinstance(post, ImportedPost) else []
        yield post
    if doubt := _doubt(texts, place):
        hint = "compare the import with the page; if it is not the article, copy its text into a .txt and import that"
        report(Diagnostic("I012", doubt, file=name, hint=hint))


def _doubt(texts: list[str], place: Locator) -> str:
    """Why what was taken may not be the article; "" where nothing speaks for that."""
    lengths = [len(text.split()) for text in texts]
    if len(texts) >= _MANY and median(lengths) < _TEASER:
        return (
            f"{len(texts):,} posts of {round(median(lengths)):,} words or so were taken: they may only lead to others"
        )
    counts = Counter(found[1] for text in texts for found in _GALLERY.finditer(text))
    if counts and max(counts.values()) >= _MANY:
        return f"the captions of {counts.most_common(1)[0][0]} pictures seem to stand among the page's text"
    taken, words = sum(lengths), place.prose()
    if words < _MUCH or taken >= words * _LITTLE:
        return ""
    return f"only {taken:,} of the page's {words:,} words were taken"


def _post(
    page: Element, markup: str, content: Element, place: Locator, address: str, is_only: bool
) -> ImportedPost | LeftOut:
    around = _container(content, is_only)
    heading = _heading(around, content, place) if around is not None else None
    link = None if heading is None else next(iter(heading.xpath("ancestor-or-self::a[@href] | .//a[@href]")), None)
    own = link.get("href") if link is not None and str(link.get("href")).startswith("http") else ""
    url = address if is_only and address else own

    def skips(element: Element) -> bool:
        return element is heading or place.is_frame(element, content, heading)

    extract = read_element(content, address=url or address, skips=skips)
    if not extract.text:
        return LeftOut("without text")
    title = " ".join("".join(heading.itertext()).split(" ")) if heading is not None else ""
    if not title.strip() and is_only:
        title = _meta(page, "og:title") or _page_title(page)
    goes_on = "it ends where a link leads to the rest" if extract.goes_on else ""
    last = extract.text.rpartition("\n\n")[2]
    ends = f"it ends in '{last[-12:].strip()}'" if seems_cut(last) and re.search(r"\[(?:…|\.\.\.)\]$", last) else ""
    return extract.post(
        title=re.sub(r"[ \t\n]+", " ", title).strip(),
        date=_date(page, markup, around, is_only),
        publisher=_meta(page, "og:site_name") if is_only else "",
        is_page=is_only,
        is_news=is_only and _NEWS.search(markup) is not None,
        url=url,
        cut_short=goes_on or ends,
    )


def _container(content: Element, is_only: bool) -> Element | None:
    """The element that holds a post with its title, and no other post."""
    if is_only:
        return next(reversed(list(content.iterancestors())), content)
    around = content
    for up in content.iterancestors():
        if up.tag in ("body", "html", "main") or len(_alike(up, content)) > 1:
            break
        around = up
    return around


def _alike(within: Element, content: Element) -> list[Element]:
    same = within.iter(content.tag)
    # No more is looked at than the first two: a page may hold thousands.
    return list(islice((one for one in same if one.get("class") == content.get("class")), 2))


def _heading(around: Element, content: Element, place: Locator) -> Element | None:
    """The title's element: the one that is called so, else the last heading over the text, else the text's first."""
    before = _as_the_page(around, content, place)
    if before is not None:
        return before
    for element in around.iter("h1", "h2", "h3"):
        if is_within(element, content):
            first = element if _says(element) and _opens(element, content) else None
            return first if before is None or content.tag in WHOLE_POSTS else before
        if _TITLES.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"):
            return element
        if any(place.is_around(up) for up in element.iterancestors()) or not _says(element):
            continue
        if place.stands_before(element, content):
            before = element
    return before


def _as_the_page(around: Element, content: Element, place: Locator) -> Element | None:
    """The heading that says what the page is called, of a page of one post."""
    if len(place.contents) > 1:
        return None
    called = " ".join((_meta(around, "og:title") or _page_title(around)).split()).casefold()
    for element in around.iter("h1", "h2", "h3"):
        said = " ".join("".join(element.itertext()).split()).casefold()
        is_inside = is_within(element, content) and not _opens(element, content)
        if said and not is_inside and (called == said or called.startswith(f"{said} ")):
            return element
    return None


def _opens(element: Element, content: Element) -> bool:
    """Whether nothing is said in a post before a heading."""
    for event, node in etree.iterwalk(content, events=("start", "end")):
        if node is element:
            return True
        said = node.text if event == "start" else node.tail
        if said and said.strip() and node.tag not in SILENT:
            return False
    return False


def _says(element: Element) -> bool:
    return bool("".join(element.itertext()).strip())


def _date(page: Element, markup: str, around: Element | None, is_only: bool) -> str:
    if is_only and (told := next(filter(None, (_meta(page, name) for name in _DATE_NAMES)), "")):
        return told[:10]
    if is_only and (found := _PUBLISHED.search(markup)):
        return found[1]
    if around is None:
        return ""
    for element in around.iter("time", "abbr", "span", "div", "p", "h2", "small", "a", "meta"):
        if element.get("itemprop") == "datePublished" or element.tag == "time":
            told = element.get("datetime") or element.get("content") or element.get("title") or ""
            if found := re.match(r"\d{4}-\d\d-\d\d", told):
                return found[0]
        names = (element.get("class") or "").split()
        if any(_DATES.fullmatch(name) for name in names):
            told = f"{element.get('title') or ''} {''.join(element.itertext())}"
            if found := re.match(r"\s*(\d{4}-\d\d-\d\d)", told):
                return found[1]
            if date := _written_date(told):
                return date
    return ""


def _written_date(text: str) -> str:
    found = _WRITTEN_DATE.search(" ".join(text.split()))
    if not found:
        return ""
    month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    return f"{year}-{month_number(month):02d}-{int(day):02d}"


def _meta(page: Element, name: str) -> str:
    found = page.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() if found else ""


def _canonical(page: Element) -> str:
    found = page.xpath("//link[@rel='canonical']/@href")
    return str(found[0]).strip() if found and str(found[0]).startswith("http") else ""


def _page_title(page: Element) -> str:
    """The page's title without the blog's name, which most themes put after or before it."""
    found = page.find(".//title")
    title = "" if found is None else "".join(found.itertext())
    return re.split(r"\s+[|»«·]\s+", title.strip())[0]
