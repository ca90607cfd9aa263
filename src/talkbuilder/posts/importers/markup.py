"""HTML to paragraphs, links and pictures; the only module that knows HTML. Tags go, every word and character stays."""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html
from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.kind import ImportedPost, Link, TooDeep, paragraphs

Element = Any  # lxml ships without type information
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "tr", "ul"),
    )
)
# What is no text of a post, wherever it stands.
SILENT = frozenset(
    (
        *("audio", "button", "canvas", "datalist", "dialog", "embed", "head", "iframe", "input", "map", "math"),
        *("noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video"),
    )
)
_FILMS = frozenset({"audio", "embed", "iframe", "object", "video"})
_REMARK_OR_SCRIPT = pattern_of(r"<!--|<(script|style)\b", re.I)
_ENDS = {name: pattern_of(rf"</{name}\s*>", re.I) for name in ("script", "style")} | {"": pattern_of("-->")}
# Blogger puts posts into such a script, and shows them from there.
_TEMPLATE = pattern_of(r"<script\s+type=[\"']text/(?:x-)?template[\"']\s*>([^{]{200,}?)</script\s*>", re.I)
_TAG = pattern_of(r"""<[a-zA-Z](?:[^>=]|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|))*+""")
_QUOTED = pattern_of(r"""=\s*(?:"[^"]*"|'[^']*')""")
_MOST_ATTRIBUTES = 500  # the parser takes time with the square of them
_HIDDEN = pattern_of(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.I)
_MORE = pattern_of(r"\bmore-link\b|\bread-?more\b", re.I)
_BOLD = frozenset({"b", "dt", "strong"})
_APART = frozenset({"em", "i", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
# What is quoted in a block, or stands under a picture: by its element, its name, or as editors and mails indent it.
_QUOTING = frozenset({"blockquote", "caption", "figcaption", "q"})
_LINE_END = pattern_of(r"\A[^\S\n]*\n")
_CALLED_QUOTED = pattern_of(
    r"(?:^|[\s_-])(?:(?:block|pull)?quote[ds]?|quotation|epigraph|testimonial|(?:wp|tr)-caption|caption|MsoQuote"
    r"|MsoIntenseQuote|MsoCaption)(?:[\s_-]|$)"
)
_INDENTED = pattern_of(
    r"(?:margin|padding)(?:-left|-inline-start)\s*:\s*(?P<left>[\d.]+)(?P<unit>px|pt|em|rem|in|cm|mm|%)"
    r"|margin\s*:\s*(?:[\d.]+\w*\s+){3}(?P<fourth>[\d.]+)(?P<of>px|pt|em|rem|in|cm|mm|%)",
    re.I,
)
_INDENTS = {
    "px": 20,
    "pt": 15,
    "em": 1.5,
    "rem": 1.5,
    "in": 0.25,
    "cm": 0.6,
    "mm": 6,
    "%": 4,
}  # from which on it is one
_LISTED = pattern_of(r"\bMsoList")  # Word's list items are indented too
_NO_PLACE = pattern_of(r"\s*(?:#|mailto:|tel:|javascript:|about:)", re.I)
_ELLIPSIS = pattern_of(r"(?:\[?(?:…|\.\.\.)\]?|\(more(?:…|\.\.\.)?\)|(?:continue reading|read more)\W*)$", re.I)


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
        root = html.document_fromstring(tamed if tamed.strip() else "<div></div>", parser=parser)
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
        # Between which pieces something is quoted, bold, or set apart; and what of it has begun.
        self._quoted: list[Range] = []
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
            (tag in _BOLD, self._bold),
            (tag in _APART, self._apart),
            (self._is_quoted(element), self._quoted),
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

    def _is_quoted(self, element: Element) -> bool:
        if element is self._root:
            return False
        if element.tag in _QUOTING:
            return True
        if element.tag not in BLOCKS and element.tag != "td":
            return False
        style = element.get("style")
        is_verse = element.tag == "pre" and next(element.iter("code", "samp", "kbd"), None) is None
        is_perhaps = (
            is_verse or _CALLED_QUOTED.search(element.get("class", "")) or (style and _is_indented(element, style))
        )
        # An element that holds most of a text only sets it.
        return bool(is_perhaps) and 2 * len("".join(element.itertext())) < len("".join(self._root.itertext()))

    def _ranges(self, text: str, found: list[Range]) -> tuple[Range, ...]:
        """Where pieces stand in the text that was made of all of them, in which nothing but blanks has changed."""
        if not found:
            return ()
        before = [0, *accumulate(len("".join(piece.split())) for piece in self._pieces)]
        places = [one.start() for one in re.finditer(r"\S", text)]
        spans = ((before[min(a, len(before) - 1)], before[min(b, len(before) - 1)]) for a, b in found)
        return tuple((places[a], places[b - 1] + 1) for a, b in spans if a < b)

    def extract(self) -> Extract:
        text = "".join(self._pieces)
        if not self._raw:
            text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", text))
        text = paragraphs(text)
        return Extract(
            text=text,
            quoted=self._ranges(text, self._quoted),
            bold=self._ranges(text, self._bold),
            apart=self._ranges(text, self._apart),
            links=tuple(self._links),
            lost_links=tuple(self._lost),
            pictures=tuple(self._pictures),
            goes_on=self._goes_on,
        )


def _are_numbers(one: Element | None, other: Element) -> bool:
    """Whether two cells hold numbers, which must not be read as one."""
    cells = ("".join(cell.itertext()).strip() for cell in (one, other) if cell is not None)
    return [any(map(str.isdigit, cell[-1:] + cell[:1])) for cell in cells] == [True, True]


def _is_indented(element: Element, style: str) -> bool:
    found = _INDENTED.search(style)
    if not found or element.tag in ("li", "ol", "ul") or _LISTED.search(element.get("class", "")):
        return False
    return float(found["left"] or found["fourth"] or 0) >= _INDENTS[(found["unit"] or found["of"]).lower()]


def _joined(address: str, href: str) -> str:
    try:
        return urljoin(address, href)
    except ValueError:  # such as an address with half a bracket
        return ""


def seems_cut(text: str) -> bool:
    """Whether a text ends as the beginning of a longer one does: in […], … or 'continue reading'."""
    return _ELLIPSIS.search(text.rstrip()[-80:]) is not None
