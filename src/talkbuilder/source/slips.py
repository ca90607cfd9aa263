"""Slips of the pen: what went wrong where a file is no YAML, often a line above where the parser gave up; and what a
key or a choice was meant to be that is none of ours.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic, Source, Span, near
from talkbuilder.source.nodes import Mapping, Node, Scalar, shorten

# Each with what is meant by it, of which a model has one at most.
_OFTEN_CALLED = {
    "minutes": "duration length time slot",
    "talk": "title name heading presentation",
    "section": "title name heading part chapter",
    "sections": "parts chapters section",
    "title": "heading headline head header",
    "lead": "subtitle subheading kicker",
    "notes": "speaker-notes speakernotes script speech say",
    "credit": "name",
    "cite": "source sources reference references",
    "extra": "optional",
    "about": "roughly circa ca approximately approx around",
    "at-least": "minimum",
    "at-most": "maximum up-to no-more-than",
    "says": "text statement fact claim",
    "text": "quote words says",
    "source": "by speaker who person",
    "speaker": "author presenter lecturer teacher by who person source",
    "url": "link address website web href",
    "alt": "description caption describes",
    "file": "image picture photo src path",
    "date": "day when year published",
    "head": "what event title name label heading",
    "place": "where location venue",
    "starts": "time begins start",
    "must": "high important always 1",
    "should": "medium normal 2",
    "could": "low optional 3",
    "share": "pie donut doughnut",
    "bars": "bar horizontal",
    "columns": "column vertical histogram",
    "article": "website webpage page news newspaper",
    "post": "source source-id from report document blog blogpost",
    "book": "novel memoir",
    "data": "dataset statistics table",
    "observation": "eyewitness saw",
    "hearsay": "rumour rumor second-hand secondhand",
    "public": "politician official journalist",
}


_A_SLIP = 0.75  # so much alike are a word and the same with a slip; 'janitor' and 'author' are 0.62
_LOOKS = (
    "color colour font fontsize font-size size width height background layout style align alignment bold animation"
    " transition position x y left top master template"
)


def no_look(key: str) -> str:
    """The hint for a key that would say how a slide looks, which nobody writes; "" for any other."""
    is_one = key.lower().replace("_", "-") in _LOOKS.split()
    return "leave it out: how slides look is for the theme, or the '--template' of a build, to say" if is_one else ""


def chosen(written: str, choices: Iterable[str]) -> str:
    """The hint for a choice that there is not: a slip is mended, and whoever had another word in mind sees all."""
    return meant(written, choices, _A_SLIP)


def meant(written: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The hint for a key or a choice that is none of those that are known."""
    if (text := written.lstrip("-")) != written:
        return f"a blank belongs behind the dash: '- {text[:30].rstrip()} …'"
    names = tuple(known)
    plain = written.strip("“”‘’\"'").lower().replace("_", "-").replace(" ", "-")
    hint = near(written, names, likeness)
    if hint.startswith("did you mean") and plain not in _ALL:
        return hint
    found = next((name for name in names if plain in _OFTEN_CALLED.get(name, "").split()), "")
    return f"write '{found}'" if found else hint


_ALL = frozenset(word for called in _OFTEN_CALLED.values() for word in called.split())


_LINES_ABOVE = 6  # in which a slip may lie; further away it is another's
_MOST_CHARACTERS = 2_000  # of a line that is looked at: nobody typed a longer one, and rules look back and forth in it
# The keys that are written most; what looks like a key and is none of these may be a word of a text.
_KEYS = (
    "talk speaker subtitle summary minutes section sections slides title notes lead bullets statement quote number"
    " caption chart facts map ask photo text head cite priority only says show value unit"
    " source kind post exact credit"
)
_WORD = r"(?P<key>[A-Za-z_][\w-]*)"
_BEGIN = r"^\s*(?:- +)?"
_Found = tuple[int, int, str, str]  # where it begins and ends in its line, the message, the hint
_Rule = Callable[[str], _Found | None]


def slip(source: Source, at: int, opened: int | None) -> Diagnostic | None:
    """The slip that explains why no YAML was found at a place; `opened` is where the list or text there began."""
    last = source.position(min(at, max(0, len(source.text) - 1)))[0]
    begun = [source.position(opened)[0]] if opened is not None else []
    lines = [*range(last, max(0, last - _LINES_ABOVE), -1), *begun]
    if of_block := _not_indented(source, last) or _no_bar(source, last):
        return of_block
    for rules in (_SURE, _LIKELY):
        for number in dict.fromkeys(lines):
            if found := next(_found(source.line(number), rules), None):
                start, end, message, hint = found
                while (above := next(_found(source.line(number - 1), rules), None)) and above[2] == message:
                    number, (start, end, _, hint) = number - 1, above
                begin = source.line_at(number)[0]
                return Diagnostic("R004", message, Span(source, begin + start, begin + end), hint)
    if opened is not None and source.text[opened : opened + 1] in ("[", "{"):
        closing = "]" if source.text[opened] == "[" else "}"
        hint = f"put a '{closing}' behind its end"
        return Diagnostic(
            "R004", f"what begins with this '{source.text[opened]}' is never closed", _one(source, opened), hint
        )
    return None


def _not_indented(source: Source, last: int) -> Diagnostic | None:
    """A text of several lines that begins no further to the right than the key that it is to be under."""
    for number in range(last, max(0, last - _LINES_ABOVE), -1):
        head = re.match(rf"(?P<left>\s*(?:- +)?){_WORD}: *[|>][+-]?\s*$", source.line(number - 1) if number > 1 else "")
        line = source.line(number)
        left = len(line) - len(line.lstrip())
        if head and line.strip() and left <= len(head["left"]) and not re.match(rf"{_BEGIN}{_WORD}\s*:|\s*-\s", line):
            begin = source.line_at(number)[0] + left
            message = f"the text of '{head['key']}' begins no further to the right than '{head['key']}' itself"
            hint = f"put {len(head['left']) + 2} blanks before each of its lines"
            return Diagnostic("R004", message, Span(source, begin, begin + 1), hint)
    return None


_OF_TEXTS = "notes|says|summary|statement"  # keys under which no other key can stand


def _no_bar(source: Source, last: int) -> Diagnostic | None:
    """A text under its key that has ': ' in it, and no '|' behind the key."""
    for number in range(last - 1, max(0, last - 2 * _LINES_ABOVE), -1):
        head = re.match(rf"(?P<left>\s*(?:- +)?)(?P<key>{_OF_TEXTS}):\s*$", source.line(number))
        if not head:
            continue
        for below in range(number + 1, last + 1):
            line = source.line(below)[:_MOST_CHARACTERS]
            if line.strip() and len(line) - len(line.lstrip()) <= len(head["left"]):
                return None
            if colon := re.match(r"\s+[^\s#].*?(:)\s", line):
                message = f"a text with ': ' in it stands under '{head['key']}:'"
                place = _one(source, source.line_at(below)[0] + colon.start(1))
                return Diagnostic("R004", message, place, f"write '{head['key']}: |' in line {number}")
        return None
    return None


def _one(source: Source, at: int) -> Span:
    return Span(source, at, at + 1)


def _found(line: str, rules: tuple[_Rule, ...]) -> Iterator[_Found]:
    if len(line) <= _MOST_CHARACTERS and not line.lstrip().startswith("#"):
        yield from (found for rule in rules if (found := rule(line)))


def _wrong_blank(line: str) -> _Found | None:
    found = re.match(r"[ \t]*([\u00a0\u2000-\u200b\u202f\u3000]+)", line)
    if not found:
        return None
    return (*found.span(1), "a blank of another kind stands where spaces are needed", "type the spaces anew")


def _number_as_dash(line: str) -> _Found | None:
    found = re.match(r"\s*(\d{1,2}[.)])\s+(\S.*)", line)
    if not found:
        return None
    hint = f"type a hyphen and a space: '- {shorten(found[2].strip(), 30)}'"
    return (*found.span(1), "a number begins no item of a list", hint)


def _wrong_dash(line: str) -> _Found | None:
    found = re.match(r"\s*([–—−‐•·*])\s", line)
    if not found:
        return None
    return (*found.span(1), f"'{found[1]}' begins no item of a list", "type a hyphen and a space: '- '")


def _wrong_colon(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}{_WORD}\s*([：︰﹕∶])", line)
    if not found:
        return None
    return (
        *found.span(2),
        f"this is no colon that YAML knows, behind '{found['key']}'",
        "type ': ' with the keyboard's own",
    )


def _no_blank_behind_key(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}{_WORD}:(?![\s/]|$)", line)
    if not found or found["key"] not in _KEYS.split():
        return None
    rest = shorten(line[found.end() :].strip(), 30)
    return (*found.span("key"), f"a blank is missing behind '{found['key']}:'", f"write '{found['key']}: {rest}'")


def _no_blank_behind_dash(line: str) -> _Found | None:
    found = re.match(r"\s*(-)(?=[^\W\d_]|[“\"'{])", line)
    if not found:
        return None
    rest = shorten(line[found.end() :].strip(), 30)
    return (*found.span(1), "a blank is missing behind '-'", f"write '- {rest}'")


def _no_colon(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}{_WORD} +(?![:#])\S", line)
    if not found or ":" in line or found["key"] not in _KEYS.split():
        return None
    rest = shorten(line[found.end("key") :].strip(" ="), 30)
    return (*found.span("key"), f"a ':' is missing behind '{found['key']}'", f"write '{found['key']}: {rest}'")


def _text_behind_bar(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}{_WORD}: +([|>][+-]?) +(?!#)\S", line)
    if not found:
        return None
    hint = f"begin the text on the next line, indented; or leave out the '{found[2]}'"
    return (*found.span(2), f"behind '{found[2]}' nothing more may stand on the line", hint)


def _begins_oddly(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}(?:{_WORD}: +)?(?P<sign>[*&!%@`])(?=\S|\s+\S)", line)
    if not found:
        return None
    value = line[found.start("sign") :].strip()
    return (
        *found.span("sign"),
        f"no text can begin with '{found['sign']}'",
        f'put it in quote marks: "{shorten(value, 30)}"',
    )


def _more_behind_bracket(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}(?:{_WORD}: +)?(?P<all>(?:\{{[^{{}}]*\}}|\[[^\[\]]*\])(?= *[^\s,#\]}}:]).*)", line)
    if not found:
        return None
    begins = found["all"][0]
    message = f"a text that begins with '{begins}' is taken for {'keys and values' if begins == '{' else 'a list'}"
    start = found.start("all")
    return start, start + 1, message, f'put it in quote marks: "{shorten(found["all"].strip(), 30)}"'


def _more_behind_quote(line: str) -> _Found | None:
    found = re.match(
        rf"{_BEGIN}(?:{_WORD}: +)?(?P<mark>[\"'])(?P<text>(?:(?!(?P=mark)).)*)(?P<end>(?P=mark))(?! *(?:[,\]}}:#]|$))",
        line,
    )
    if not found:
        return None
    hint = "quote the whole of it, and use ’ and “ ” inside"
    return (*found.span("end"), "the text in quote marks ends here, and more follows", hint)


def _curly_marks(line: str) -> _Found | None:
    found = re.search(r"(?<=[:,-] )([“„”])(?P<text>\{[^“„”]*)[“”]", line)
    if not found:
        return None
    hint = f'type the straight ones of the keyboard: "{shorten(found["text"], 30)}"'
    return (*found.span(1), "curly quote marks hold no text together before a '{'", hint)


def _second_colon(line: str) -> _Found | None:
    found = re.match(rf"{_BEGIN}{_WORD}: +(?![\"'|>\[{{#])(?P<value>[^#]*?(?P<colon>:)(?:\s.*|$))", line)
    if not found or found["key"] not in _KEYS.split():
        return None
    value = shorten(found["value"].strip(), 40)
    hint = f'write {found["key"]}: "{value}"'
    before = line[: found.start("colon")].split()[-1]
    if before in _KEYS.split():
        hint += f"; or, if it is a key, begin a line of its own with '{before}:'"
    return (*found.span("colon"), "a text in which ': ' stands needs quote marks", hint)


# What can be nothing else, and then what may be meant otherwise.
_SURE: tuple[_Rule, ...] = (
    *(_wrong_blank, _wrong_dash, _wrong_colon, _no_blank_behind_key, _text_behind_bar, _begins_oddly),
    *(_curly_marks, _more_behind_bracket, _more_behind_quote, _second_colon),
)
_LIKELY: tuple[_Rule, ...] = (_no_blank_behind_dash, _number_as_dash, _no_colon)


# What people call that which a kind of slide shows.
_CALLED = {
    "photo": "image images picture pictures img pic foto photograph figure illustration",
    "bullets": "list points items bulletpoints bullet-points ul content",
    "statement": "text body words paragraph sentence message claim",
    "quote": "quotation citation saying",
    "number": "stat statistic figure-number big-number count fact",
    "chart": "graph diagram plot pie bar columns barchart",
    "steps": "process flow arrows",
    "compare": "versus vs comparison columns-two two-columns",
    "timeline": "history dates events",
    "question": "discussion discuss poll",
    "ask": "action call contact call-to-action hotline",
    "table": "grid matrix",
    "blank": "black empty pause",
    "map": "country countries",
}
_FILMS = frozenset(("video", "film", "movie", "audio", "sound", "youtube", "clip"))
COMMON_KINDS = ("bullets", "statement", "quote", "number", "photo", "map", "chart", "ask")


def equated(node: Node) -> str:
    """The hint where '=' was written for ':'; "" where it was not."""
    found = re.match(r"([A-Za-z_][\w-]*)\s*=\s*(\S.*)", node.value) if isinstance(node, Scalar) else None
    return f"write ':' where '=' stands, as in '{found[1]}: …'" if found else ""


def parted(node: Mapping) -> dict[str, str]:
    """The keys that are pieces of a text, which a comma ended within braces: the first of a text with the hint."""
    hints: dict[str, str] = {}
    whole: Span | None = None  # the text so far, from the last key that has a value
    first = ""
    for key, value in node.entries:
        text = key.span.source.text
        if value.span.start < value.span.end or text[key.span.end :].lstrip().startswith(":"):
            whole, first = value.span, ""
        elif whole:
            first = first or key.value
            whole = Span(whole.source, whole.start, key.span.end)
            written = text[whole.start : whole.end]
            hints |= {key.value: "", first: f'a comma ends a text within braces; write "{shorten(written)}"'}
    return hints


def kind_meant(name: str, known: Iterable[str]) -> str:
    """The hint for a key that names no kind of slide."""
    plain = name.lower().replace("_", "-")
    if plain in _FILMS:
        return "a deck holds no films: 'photo:' shows a still of one, and 'media:' says how many seconds it runs"
    if meant := next((kind for kind, called in _CALLED.items() if plain in called.split()), ""):
        return f"write '{meant}:'; 'talkbuilder gallery' shows every kind of slide"
    hint = near(plain, known)
    others = ", ".join(f"'{kind}:'" for kind in COMMON_KINDS)
    return (
        hint
        if hint.startswith("did you mean")
        else f"kinds of slides are {others} and others: 'talkbuilder gallery' shows all"
    )
