"""Slips of the pen: what went wrong where a file is no YAML, often a line above where the parser gave up; and what a
key or a choice was meant to be that is none of ours.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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


class _Rule(NamedTuple):
    """A slip in a line: its pattern, what is wrong at its group `at`, and what to type; both hold its other groups."""

    pattern: str
    message: str
    hint: str
    of_keys: bool = False  # whether it is one only where `key` is one that is written often


def _found(line: str, rules: tuple[_Rule, ...]) -> Iterator[_Found]:
    if len(line) > _MOST_CHARACTERS or line.lstrip().startswith("#"):
        return
    for rule in rules:
        found = re.match(rule.pattern, line)
        if found and (not rule.of_keys or found["key"] in _KEYS.split()):
            told = {name: shorten(words.strip(), 40) for name, words in found.groupdict(default="").items()}
            yield *found.span("at"), rule.message.format(**told), rule.hint.format(**told)


_VALUE = rf"{_BEGIN}(?:{_WORD}: +)?"
_STRAIGHT = 'type the straight ones of the keyboard: "{rest}"'
_QUOTE_IT = 'put it in quote marks: "{rest}"'
_TEXT = rf"{_BEGIN}{_WORD}: +(?![\"'|>\[{{#])"
_UNQUOTED = "a text in which ': ' stands needs quote marks"
_NO_ITEM = "begins no item of a list"
# What can be nothing else, and then what may be meant otherwise.
_SURE = (
    _Rule(
        r"[ \t]*(?P<at>[\u00a0\u2000-\u200b\u202f\u3000]+)",
        "a blank of another kind stands where spaces are needed",
        "type the spaces anew",
    ),
    _Rule(r"\s*(?P<at>[–—−‐•·*])\s", f"'{{at}}' {_NO_ITEM}", "type a hyphen and a space: '- '"),
    _Rule(
        rf"{_BEGIN}{_WORD}\s*(?P<at>[：︰﹕∶])",
        "this is no colon that YAML knows, behind '{key}'",
        "type ': ' with the keyboard's own",
    ),
    _Rule(
        rf"{_BEGIN}(?P<at>{_WORD}):(?![\s/]|$)(?P<rest>.*)",
        "a blank is missing behind '{key}:'",
        "write '{key}: {rest}'",
        of_keys=True,
    ),
    _Rule(
        rf"{_BEGIN}{_WORD}: +(?P<at>[|>][+-]?) +(?!#)\S",
        "behind '{at}' nothing more may stand on the line",
        "begin the text on the next line, indented; or leave out the '{at}'",
    ),
    _Rule(rf"{_VALUE}(?P<rest>(?P<at>[*&!%@`])\s*\S.*)", "no text can begin with '{at}'", _QUOTE_IT),
    _Rule(
        r".*?(?<=[:,-] )(?P<at>[“„”])(?P<rest>\{[^“„”]*|[^“„”:]*: [^“„”]*)[“”]",
        "curly quote marks hold no text together in which a ': ' stands, or a '{{' first",
        _STRAIGHT,
    ),
    _Rule(
        rf"{_VALUE}(?P<rest>(?=(?P<at>.))(?:\{{[^{{}}]*\}}|\[[^\[\]]*\])(?= *[^\s,#\]}}:]).*)",
        "a text that begins with '{at}' is taken for a list, or for keys and values",
        _QUOTE_IT,
    ),
    _Rule(
        rf"{_VALUE}(?P<mark>[\"'])(?:(?!(?P=mark)).)*(?P<at>(?P=mark))(?! *(?:[,\]}}:#]|$))",
        "the text in quote marks ends here, and more follows",
        "quote the whole of it, and use ’ and “ ” inside",
    ),
    _Rule(
        rf"{_TEXT}(?P<rest>(?:[^#:]|:\S)*?(?<!\S)(?P<own>{'|'.join(_KEYS.split())})(?P<at>:)(?:\s.*|$))",
        _UNQUOTED,
        "write {key}: \"{rest}\"; or, if it is a key, begin a line of its own with '{own}:'",
        of_keys=True,
    ),
    _Rule(rf"{_TEXT}(?P<rest>[^#]*?(?P<at>:)(?:\s.*|$))", _UNQUOTED, 'write {key}: "{rest}"', of_keys=True),
)
_LIKELY = (
    _Rule(r"\s*(?P<at>-)(?=[^\W\d_]|[“\"'{])(?P<rest>.*)", "a blank is missing behind '-'", "write '- {rest}'"),
    _Rule(r"\s*(?P<at>\d{1,2}[.)])\s+(?P<rest>\S.*)", f"a number {_NO_ITEM}", "type a hyphen and a space: '- {rest}'"),
    _Rule(
        rf"{_BEGIN}(?P<at>{_WORD}) +(?=[^\s:#])[ =]*(?P<rest>[^:]*)$",
        "a ':' is missing behind '{key}'",
        "write '{key}: {rest}'",
        of_keys=True,
    ),
)


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
