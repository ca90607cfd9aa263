"""HTML to paragraphs, links and pictures; the only module that knows HTML. Tags go, every word and character stays."""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html
from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.claims.texts import word_set
from talkbuilder.evidence.proof.attribution import announces
from talkbuilder.posts.importers.kind import ImportedPost, Link, Look, TooDeep, paragraphs, set_apart

Element = Any  # lxml ships without type information
BLOCKS = word_set("""
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul
""")
# What is no text of a post, wherever it stands.
SILENT = word_set("""
    audio button canvas datalist dialog embed head iframe input map math noscript object script select style svg
    template textarea title video
""")
_FILMS = frozenset({"audio", "embed", "iframe", "object", "video"})
_REMARK_OR_SCRIPT = re.compile(r"<!--|<(script|style)\b", re.I)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style")} | {"": re.compile("-->")}
# Blogger puts posts into such a script, and shows them from there.
_TEMPLATE = re.compile(r"<script\s+type=[\"']text/(?:x-)?template[\"']\s*>([^{]{200,}?)</script\s*>", re.I)
_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|))*+""")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_MOST_ATTRIBUTES = 500  # the parser takes time with the square of them
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.I)
_MORE = re.compile(r"\bmore-link\b|\bread-?more\b", re.I)
_BOLD = frozenset({"b", "dt", "strong"})
_APART = frozenset({"em", "i", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
# What is quoted in a block, or stands under a picture.
_QUOTING = frozenset({"blockquote", "caption", "figcaption", "q"})
_LISTS = frozenset({"dl", "ol", "ul"})
_LINE_END = re.compile(r"\A[^\S\n]*\n")
# What may be set apart: paragraphs, whose element holds no headings, lists and tables, and what is in them, where it
# is all of a line; Word's items are only called so.
_PARAGRAPHS = frozenset({"aside", "center", "dd", "div", "p", "pre", "section", "td"})
_LINES = frozenset({"big", "cite", "em", "font", "i", "ins", "kbd", "mark", "samp", "small", "span", "tt", "u"})
_PLAIN = frozenset({"div", "font", "p", "section", "span", "td"})  # elements that by themselves look like any other
_PARTS = ("article", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "table")
_ANNOUNCED = re.compile(r"(?::|\b(?:said|says|wrote|writes|told|tells|asked|answered|replied)(?: \w+)?)\s*[\"“]?\Z")
_FEWEST_SAID = 4  # words
_SET_OFF = re.compile(r"^<|italic")
_LISTED = re.compile(r"\bMsoList")
_NEAR = 100  # characters beside a stretch that are looked at
_NO_PLACE = re.compile(r"\s*(?:#|mailto:|tel:|javascript:|about:)", re.I)
_ELLIPSIS = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\(more(?:…|\.\.\.)?\)|(?:continue reading|read more)\W*)$", re.I)


class Extract(Struct, frozen=True, kw_only=True):
    """What a piece of HTML says."""

    text: str
    links: tuple[Link, ...] = ()
    lost_links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    quoted: tuple[Range, ...] = ()
    bold: tuple[Range, ...] = ()
    apart: tuple[Range, ...] = ()
    goes_on: bool = False  # a link 'continue reading' stood in it

    def post(self, **told: Any) -> ImportedPost:
        """A post that says this."""
        own = {name: getattr(self, name) for name in self.__struct_fields__ if name != "goes_on"}
        return ImportedPost(**{**own, **told})


def parse(markup: str) -> Element:
    """The tree of a whole page. Raises TooDeep."""
    tamed = with_few_attributes(without_scripts(with_templates(markup)))
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        # lxml refuses a text that begins with an XML declaration, of an encoding that it no longer has.
        root = html.document_fromstring(f" {tamed}" if tamed.strip() else "<div></div>", parser=parser)
    except etree.ParserError:  # nothing but a remark, or a tag that never ends
        root = html.document_fromstring("<div></div>")
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooDeep
    return root


def with_templates(markup: str) -> str:
    """A page with the text that it shows from scripts in its place."""
    return _TEMPLATE.sub(r"<div>\1</div>", markup) if "/template" in markup else markup


def without_scripts(markup: str) -> str:
    """A page without scripts and styles, which the parser need not see: an unclosed one goes on to the end.

    What stands in a remark is none.
    """
    pieces: list[str] = []
    at = shown = 0
    endless: set[str] = set()
    while found := _REMARK_OR_SCRIPT.search(markup, at):
        name = (found[1] or "").lower()
        end = None if name in endless else _ENDS[name].search(markup, found.end())
        if end is None:
            endless.add(name)
        if not name:
            at = end.end() if end else found.end()
            continue
        at = end.end() if end else len(markup)
        pieces.append(markup[shown : found.start()])
        shown = at
    return "".join((*pieces, markup[shown:]))


def with_few_attributes(markup: str) -> str:
    """A page without the attributes of tags that have more of them than anybody writes."""
    return _TAG.sub(_tamed, markup)


def _tamed(found: re.Match[str]) -> str:
    tag = found[0]
    if len(tag) < _MOST_ATTRIBUTES or len(re.findall(r"[\s/=]+", _QUOTED.sub("=", tag))) < _MOST_ATTRIBUTES:
        return tag
    name = re.match(r"<\w+", tag)
    return name[0] if name else ""


def read_piece(markup: str, raw: bool = False, address: str = "") -> Extract:
    """What a piece of HTML says. Raises TooDeep.

    In a `raw` one, as WordPress stores it, blank lines part paragraphs.
    """
    if not re.search(r"[<&]", markup):
        return Extract(text=paragraphs(markup) if raw else paragraphs(" ".join(re.split(r"[ \t\n]+", markup))))
    return read_element(parse(f"<div>{markup}"), raw, address)


def read_line(markup: str) -> str:
    """A title without its tags, in one line."""
    if not re.search(r"[<&]", markup):
        return " ".join(re.split(r"[ \t\n]+", markup)).strip()
    return " ".join(re.split(r"[ \t\n]+", read_piece(markup).text)).strip()


def read_element(
    root: Element, raw: bool = False, address: str = "", skips: Callable[[Element], bool] = lambda element: False
) -> Extract:
    """What an element says, but for what lies in elements that `skips` names."""
    writer = _Writer(root, raw, address)
    walk = etree.iterwalk(root, events=("start", "end"))
    silent = None
    for event, element in walk:
        if event == "start" and silent is None:
            if element is not root and (is_silent(element) or skips(element) or _is_footnote_mark(element)):
                silent = element
                walk.skip_subtree()
                writer.passes(element)
            else:
                writer.begin(element)
        elif event == "end":
            if element is silent:
                silent = None
            else:
                writer.end(element)
            if element is not root:
                # In a raw one the end of a line is shown as a break of it, unless one stands before it.
                is_broken = raw and element.tag == "br" and element.tail
                writer.say(_LINE_END.sub("", element.tail) if is_broken else element.tail)
    return writer.extract()


def is_silent(element: Element) -> bool:
    """Whether nobody sees an element as text. Pages that a script shows hide their body until then."""
    if element.tag in SILENT:
        return True
    is_hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None
    return is_hidden and element.tag not in ("html", "body")


def _is_footnote_mark(element: Element) -> bool:
    return element.tag == "sup" and ("data-fn" in element.attrib or "footnote" in element.get("class", ""))


class _Writer:
    """Puts down what is read, element by element."""

    def __init__(self, root: Element, raw: bool, address: str) -> None:
        self._root, self._raw, self._address = root, raw, address
        self._pieces: list[str] = []
        self._open: list[tuple[Element, int]] = []
        # Between which pieces something is quoted, bold, or may be set apart by its looks; and what has begun.
        self._quoted: list[Range] = []
        self._looks: dict[Look, list[Range]] = {}
        self._lists: list[Range] = []
        self._bold: list[Range] = []
        self._apart: list[Range] = []
        self._begun: list[tuple[Element, list[Range], int]] = []
        self._links: list[Link] = []
        self._lost: list[str] = []
        self._pictures: list[str] = []
        self._goes_on = False

    def begin(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._pieces.append("\n\n")
        elif tag == "br":
            self._pieces.append("\n")
        elif tag in ("td", "th"):
            self._pieces.append(" | " if _are_numbers(element.getprevious(), element) else " ")
        elif tag == "img":
            self._picture(element)
        elif tag == "a":
            self._open.append((element, len(self._pieces)))
        for is_one, found in (
            (tag in _BOLD or _is_before_one(element), self._bold),
            (tag in _LISTS, self._lists),
            (tag in _APART, self._apart),
            (tag in _QUOTING and element is not self._root, self._quoted),
            *((True, self._looks.setdefault(look, [])) for look in _looks(element) if element is not self._root),
        ):
            if is_one:
                self._begun.append((element, found, len(self._pieces)))
        self.say(element.text)

    def end(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._pieces.append("\n\n")
        elif self._open and self._open[-1][0] is element:
            self._link(*self._open.pop())
        while self._begun and self._begun[-1][0] is element:
            _, found, start = self._begun.pop()
            found.append((start, len(self._pieces)))

    def passes(self, element: Element) -> None:
        """Notes what cannot be kept as words."""
        if element.tag in _FILMS:
            self._pictures.append(element.get("src") or element.get("data") or str(element.tag))

    def say(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._raw else re.sub(r"[ \t\n]+", " ", text))

    def _picture(self, element: Element) -> None:
        look = f"{element.get('class', '')} {element.get('src', '')}"
        if re.search(r"\b(?:wp-smiley|emoji)\b", look):
            self.say(element.get("alt"))
        elif element.get("width") != "1" and not re.search(r"pixel\.wp\.com|/b\.gif\b|feedburner", look):
            self._pictures.append(element.get("alt") or element.get("src") or "a picture")

    def _link(self, element: Element, start: int) -> None:
        words = " ".join("".join(self._pieces[start:]).split())
        href = (element.get("href") or "").strip()
        if _MORE.search(element.get("class", "")):
            del self._pieces[start:]
            self._goes_on = True
        elif "href" not in element.attrib or _NO_PLACE.match(href):
            return
        elif href and (place := _joined(self._address, href)).startswith(("http://", "https://")):
            self._links.append(Link(words, place))
        else:
            self._lost.append(words or href)

    def _places(self, text: str) -> Callable[[list[Range]], tuple[Range, ...]]:
        """Tells where pieces stand in the text that was made of them all, in which nothing but blanks has changed."""
        before = [0, *accumulate(len("".join(piece.split())) for piece in self._pieces)]
        places = [one.start() for one in re.finditer(r"\S", text)]

        def ranges(found: list[Range]) -> tuple[Range, ...]:
            spans = ((before[min(a, len(before) - 1)], before[min(b, len(before) - 1)]) for a, b in found)
            return tuple((places[a], places[b - 1] + 1) for a, b in spans if a < b)

        return ranges

    def extract(self) -> Extract:
        written = "".join(self._pieces)
        if not self._raw:
            written = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", written))
        text = paragraphs(written)
        places = self._places(text)
        looks = {look: places(found) for look, found in self._looks.items()}
        whole = {look: [one for one in found if _is_whole(text, *one)] for look, found in looks.items()}
        # 'She wrote: <i>…</i>'
        set_off = (one for look, found in looks.items() if any(map(_SET_OFF.search, look)) for one in found)
        told = [one for one in set_off if _is_told(text, *one)]
        told += [one for one in places(self._lists) if announces(text[: one[0]].rstrip().rpartition("\n")[2])]
        return Extract(
            text=text,
            quoted=tuple(sorted({*places(self._quoted), *set_apart(written, whole), *told})),
            bold=places(self._bold),
            apart=places(self._apart),
            links=tuple(self._links),
            lost_links=tuple(self._lost),
            pictures=tuple(self._pictures),
            goes_on=self._goes_on,
        )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing stands on the lines of a stretch beside it but marks."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not any(map(str.isalnum, before.rpartition("\n")[2] + behind.partition("\n")[0]))


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether words within a line stand behind what tells that somebody says them."""
    is_announced = _ANNOUNCED.search(text[max(0, start - _NEAR) : start]) is not None
    return is_announced and len(text[start:end].split()) >= _FEWEST_SAID and not _is_whole(text, start, end)


def _is_before_one(cell: Element) -> bool:
    """Whether a cell is the first of two, as a name is before what somebody says."""
    behind = cell.getnext() if cell.tag in ("td", "th") and cell.getprevious() is None else None
    return behind is not None and behind.getnext() is None


def _are_numbers(one: Element | None, other: Element) -> bool:
    """Whether two cells hold numbers, which must not be read as one."""
    cells = ("".join(cell.itertext()).strip() for cell in (one, other) if cell is not None)
    return [any(map(str.isdigit, cell[-1:] + cell[:1])) for cell in cells] == [True, True]


def _looks(element: Element) -> Iterator[Look]:
    """What may set an element apart, each for itself: what it is, its style, and its names, of which one may be that of
    all."""
    tag, called = element.tag, element.get("class", "")
    if tag not in _PARAGRAPHS | _LINES or _LISTED.search(called) or next(element.iter(*_PARTS), None) is not None:
        return
    is_program = tag == "pre" and next(element.iter("code", "samp", "kbd"), None) is not None
    if not is_program and tag not in _PLAIN:
        yield frozenset({f"<{tag}>"})
    style = f"{element.get('style', '')};{element.get('align', '')};{element.get('color', '')}"
    for words in (called.split(), [" ".join(one.split()) for one in style.lower().split(";") if one.strip()]):
        if words:
            yield frozenset(words)


def _joined(address: str, href: str) -> str:
    try:
        return urljoin(address, href)
    except ValueError:  # such as an address with half a bracket
        return ""


def seems_cut(text: str) -> bool:
    """Whether a text ends as the beginning of a longer one does: in […], … or 'continue reading'."""
    return _ELLIPSIS.search(text.rstrip()[-80:]) is not None
