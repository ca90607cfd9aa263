"""YAML text to nodes with exact places; the only module that knows YAML."""

import re
from typing import Any

import yaml

from talkbuilder.diagnostics import Diagnostic, Report, Source, Span
from talkbuilder.source.characters import first_unprintable, unprintable
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence, shorten
from talkbuilder.source.slips import slip

MAX_DEPTH = 20

_CONTENT = re.compile(r"^(?:[^\S\n]|\ufeff)*+(?!#|---\s*$)\S", re.MULTILINE)

# PyYAML's events are instances of these, and of no class derived from them.
_SCALAR, _SEQUENCE_END, _MAPPING_END = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
_QUOTED = frozenset("\"'|>")  # the styles of a scalar that does not stand plainly

_CURLY = "[“„‘][^“”„]*[“”’]"  # a value in marks as word processors write them

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse(source: Source, report: Report) -> Node | None:
    """The one document of a source; None (and a diagnostic) where there is none that can be used."""
    if is_blank(source.text):
        hint = "an outline begins with 'talk:', 'speaker:' and 'sections:'"
        report(Diagnostic("R003", "the file is empty", file=source.name, hint=hint))
        return None
    return _parsed(source, report, source.text)


def _parsed(source: Source, report: Report, text: str) -> Node | None:
    """The document of a text that stands in a source, place for place."""
    try:
        return _Builder(source, report, text).document()
    except yaml.MarkedYAMLError as fault:
        report(_broken(source, fault))
    except yaml.reader.ReaderError as fault:
        report(_unprintable(source, fault))
    except _Refused:
        pass
    return None


def parse_entries(source: Source, report: Report) -> tuple[Node | None, Span | None]:
    """As `parse`, of a file of entries: where only one of them is no YAML, the others, and the span of that one's key.

    What is wrong with it is reported all the same.
    """
    own = Report()
    node = parse(source, own)
    broken = None
    errors = [one for one in own.diagnostics if one.is_error]
    if node is None and len(errors) == 1 and errors[0].code in _OF_ONE_ENTRY and errors[0].span:
        node, broken = _without_entry(source, errors[0].span.start)
    for fault in own.diagnostics:
        report(fault)
    return node, broken


_OF_ONE_ENTRY = ("R004", "R005")
_KEY = r"(?m)^[^\s#'\"{\[&*!|>%@`-][^\s:]*(?=:)"  # of an entry, at the left margin


def _without_entry(source: Source, at: int) -> tuple[Node | None, Span | None]:
    """The file without the entry of a place, or the one before, which may lack its end; None where it is more."""
    keys = [*re.finditer(_KEY, source.text)]
    before = [key for key in keys if key.start() <= at]
    for key in reversed(before[-2:]):
        end = next((one.start() for one in keys if one.start() > key.start()), len(source.text))
        entry = re.sub(r"[^\n]", " ", source.text[key.start() : end])
        rest = source.text[: key.start()] + entry + source.text[end:]
        report = Report()
        if not is_blank(rest) and (node := _parsed(source, report, rest)) and not report.failed:
            return node, Span(source, *key.span())
    return None, None


def is_blank(text: str) -> bool:
    """Nothing but blanks and remarks."""
    return not _CONTENT.search(text)


class _Refused(Exception):
    """The document holds something that was reported and leaves nothing to build on."""


class _Builder:
    """Builds nodes from PyYAML's events, which (unlike its nodes) tell aliases, tags and later documents."""

    def __init__(self, source: Source, report: Report, text: str) -> None:
        self._source = source
        self._report = report
        self._next = _Loader(text).get_event

    def document(self) -> Node:
        self._expect(yaml.StreamStartEvent, yaml.DocumentStartEvent)
        node = self._node(self._next(), 0)
        self._expect(yaml.DocumentEndEvent)
        event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._fault("R006", "a second document begins here", self._span(event), "keep one talk to a file")
        return node

    def _expect(self, *kinds: type[yaml.Event]) -> None:
        for kind in kinds:
            event = self._next()
            assert isinstance(event, kind)

    def _node(self, event: Any, depth: int) -> Node:  # PyYAML's stubs lack what all node events have
        span = Span(self._source, event.start_mark.index, event.end_mark.index)
        if event.__class__ is _SCALAR and event.anchor is None and event.tag is None and depth <= MAX_DEPTH:
            is_plain = event.style not in _QUOTED
            if is_plain and self._source.text.startswith("#", span.end + 1):
                self._swallowed(span)
            return Scalar(event.value, span, is_plain)  # as most are
        if isinstance(event, yaml.AliasEvent):
            self._fault("R007", f"'*{event.anchor}' repeats another part", span, "write the words out here")
            raise _Refused
        if depth > MAX_DEPTH:
            hint = f"an outline needs no more than {MAX_DEPTH}"
            self._fault("R009", f"lists and keys are nested more than {MAX_DEPTH} deep", span, hint)
            raise _Refused
        if event.anchor is not None:
            text = self._source.text[span.start : self._source.text.find("\n", span.start)].strip()
            hint = f"""quote a text that begins with '&': "{shorten(text)}"; or leave '&{event.anchor}' out"""
            self._fault("R007", f"'&{event.anchor}' names a part to repeat", span, hint)
        if event.tag is not None:
            hint = "leave it out; quote a text that begins with '!'"
            tag = self._source.text[span.start :].split(maxsplit=1)[0]
            self._fault("R010", f"the tag '{shorten(tag)}' means nothing here", span, hint)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, span, event.style not in _QUOTED)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(span, depth)
        return self._mapping(span, depth)

    def _sequence(self, span: Span, depth: int) -> Sequence:
        items: list[Node] = []
        while (event := self._next()).__class__ is not _SEQUENCE_END:
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._until(span, event))

    def _mapping(self, span: Span, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        repeats: list[tuple[Scalar, Node]] = []
        is_next = False  # whether a dash is missing, with which the next item of a list would have begun
        while (event := self._next()).__class__ is not _MAPPING_END:
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if isinstance(value, Scalar) and value.plain and re.fullmatch(_CURLY, value.value):
                hint = f"""leave them out; or, if the audience is to see them: "{shorten(value.value)}\""""
                self._fault("R013", "quote marks like these are no YAML, and are printed", value.span, hint)
            if not isinstance(key, Scalar):
                hint = "quote a text that begins with '{' or '['"
                self._fault("E004", "a list or mapping cannot be a key", key.span, hint)
            elif is_next:
                repeats.append((key, value))
            elif key.value in entries and self._begins_item(span, key, next(iter(entries))):
                is_next = True
                hint = f"write '- {key.value}: …', the dash under the one above; or take this '{key.value}' out"
                self._fault("R008", f"a dash is missing before '{key.value}', or it is written twice", key.span, hint)
                repeats.append((key, value))
            elif key.value in entries:
                hint = f"it stands in line {entries[key.value][0].span.line} already; keep one of the two"
                if self._is_further_left(key.span):
                    hint += ", or move it to the right if it belongs to what stands above it"
                self._fault("R008", f"'{key.value}' is written twice", key.span, hint)
                repeats.append((key, value))
            else:
                entries[key.value] = (key, value)
        return Mapping(tuple(entries.values()), self._until(span, event), tuple(repeats))

    def _begins_item(self, span: Span, key: Scalar, first: str) -> bool:
        """Whether the item of a list, or another of that list, begins with a key that stands in it once more, at the
        beginning of a line."""
        text = self._source.text
        before, line = (text[text.rfind("\n", 0, at) + 1 : at] for at in (span.start, key.span.start))
        begins = key.value == first or re.search(rf"^{re.escape(before + key.value)}:", text, re.MULTILINE)
        return bool(begins) and before.strip(" -") == "" and before.rstrip().endswith("-") and not line.strip()

    def _span(self, event: Any) -> Span:
        return Span(self._source, event.start_mark.index, event.end_mark.index)

    def _until(self, span: Span, event: Any) -> Span:
        return Span(self._source, span.start, event.end_mark.index)

    def _is_further_left(self, span: Span) -> bool:
        """Whether a key begins further to the left than the line above it."""
        line, column = self._source.position(span.start)
        above = self._source.line(line - 1) if line > 1 else ""
        return bool(above.strip()) and column - 1 < len(above) - len(above.lstrip(" -"))

    def _swallowed(self, span: Span) -> None:
        """Tells of words behind a '#' that look like the end of a text: no blank behind it, or several words before."""
        line_end = self._source.text.find("\n", span.end)
        rest = self._source.text[span.end + 1 : line_end if line_end >= 0 else None]
        words = self._source.text[span.start : span.end].split()
        if re.match(r"#[^\s#!]" if len(words) == 1 else r"#(?:[^\s#!]| +\S)", rest):
            lost = Span(self._source, span.end + 1, span.end + 1 + len(rest.rstrip()))
            text = f"{self._source.text[span.start : span.end]} {rest.strip()}"
            hint = f"put the text in quote marks: \"{shorten(text)}\"; or two blanks before a remark's '# '"
            self._fault("R012", "what stands behind ' #' is left out, as a remark", lost, hint)

    def _fault(self, code: str, message: str, span: Span, hint: str) -> None:
        self._report(Diagnostic(code, message, span, hint))


def _broken(source: Source, fault: yaml.MarkedYAMLError) -> Diagnostic:
    mark = fault.problem_mark or fault.context_mark
    at = min(mark.index if mark else 0, len(source.text))
    if both := re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE).search(source.text):
        hint = "keep one of the two, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'"
        return Diagnostic("R004", "two versions of the same lines stand here", Span(source, *both.span()), hint)
    if tab := re.compile(r"^ *\t", re.MULTILINE).search(source.text, source.text.rfind("\n", 0, at) + 1):
        line_end = source.text.find("\n", at)
        if tab.start() <= (line_end if line_end >= 0 else len(source.text)):
            span = Span(source, tab.end() - 1, tab.end())
            return Diagnostic("R005", "a tab stands where spaces are needed", span, "indent with spaces only")
    problem = fault.problem or "this is not YAML"
    if "quoted scalar" in (fault.context or "") and fault.context_mark and "end of stream" in problem:
        opening = Span(source, fault.context_mark.index, fault.context_mark.index + 1)
        return Diagnostic("R004", "this quote mark is never closed", opening, "put the same mark after the text")
    if "escape character" in problem or "hexdecimal" in problem:
        hint = "or put the text in single quote marks, in which '\\' stands for itself"
        return Diagnostic("R004", _plainly(problem), Span(source, at, at + 1), hint)
    if open_quote := _unclosed(source, at):
        return Diagnostic("R004", "this quote mark is never closed", open_quote, "put the same mark at the line's end")
    if missing := _no_dash(source, at):
        return missing
    at = len(source.text[:at].rstrip(" \n")) - 1 if at and not source.line(source.position(at)[0]).strip() else at
    opened = fault.context_mark.index if fault.context_mark and fault.context else None
    found = slip(source, at, opened if "flow" in (fault.context or "") else None)
    return found or _misplaced(source, at) or Diagnostic("R004", _plainly(problem), Span(source, at, at + 1), _ADVICE)


_OPENS = r"""^\s*(?:- +)*(?:[\w-]+: +)?(["'])(?=\S)"""  # a value in quote marks that begins on a line


def _unclosed(source: Source, at: int) -> Span | None:
    """The quote mark of a line above that the next one of its kind was taken to close, behind which the fault lies."""
    last = source.position(at)[0]
    for number in range(last - 1, 0, -1):
        if opens := re.match(_OPENS, source.line(number)):
            begin, stop = source.line_at(number)
            start = begin + opens.start(1)
            closes = source.text.find(opens[1], start + 1)
            is_open = stop <= closes <= at and source.position(closes)[0] == last
            return Span(source, start, start + 1) if is_open else None
    return None


def _no_dash(source: Source, at: int) -> Diagnostic | None:
    """The key of a line that has no dash, where others of its name begin the items of that list."""
    number = source.position(at)[0]
    above = next((one for one in range(number - 1, 0, -1) if source.line(one).strip()), 0)
    found = re.match(r"(?P<left> *)(?P<key>[A-Za-z_][\w-]*):(?=\s)", source.line(above)) if above else None
    if not found or not re.search(rf"^{found['left']}- +{found['key']}:", source.text, re.MULTILINE):
        return None
    begin = source.line_at(above)[0] + len(found["left"])
    hint = f"write '- {shorten(source.line(above).strip(), 40)}'"
    return Diagnostic("R004", f"a dash is missing before '{found['key']}'", Span(source, begin, begin + 1), hint)


# What the parser says, and what that means to somebody who never wrote a parser.
_PLAINLY = (
    ("mapping values are not allowed", "a ':' stands where no key can be"),
    ("block sequence entries are not allowed", "a list item stands where none can be"),
    ("did not find expected '-' indicator", "this line belongs to no list item above it"),
    ("did not find expected key", "this line does not line up with the keys above it"),
    ("could not find expected ':'", "a ':' is missing"),
    ("did not find expected ',' or ']'", "a ',' or a ']' is missing"),
    ("did not find expected ',' or '}'", "a ',' or a '}' is missing"),
    ("cannot start any token", "no text can begin with this character"),
    ("did not find expected <document start>", "the text goes on after its end"),
    ("found unexpected document indicator", "a line of '---' or '...' stands inside a text"),
    ("unknown escape character", "in double quote marks a '\\' must be written '\\\\'"),
    ("did not find expected hexdecimal number", "in double quote marks a '\\' must be written '\\\\'"),
)


def _plainly(problem: str) -> str:
    return next((words for theirs, words in _PLAINLY if theirs in problem), "here the file cannot be read on")


_ADVICE = "compare where the line begins with the lines above; a text with ': ' or ' #' in it needs quote marks"


_ITEM_OR_KEY = r"\s*(?:- .*|[A-Za-z_][\w-]*:.*)$"


def _left(line: str) -> int:
    """Where the text of a line begins, behind the blanks and dashes before it."""
    return len(line) - len(line.lstrip(" -"))


def _misplaced(source: Source, at: int) -> Diagnostic | None:
    """A line that begins further to the right or left than the one above, or lacks a dash: often all that is wrong."""
    number = source.position(at)[0]
    line = source.line(number)
    before = next((one for one in range(number - 1, 0, -1) if source.line(one).strip()), 0)
    above = source.line(before) if before else ""
    own, theirs = _left(line), _left(above)
    begin = source.line_at(number)[0] + own
    first = (source.line_at(before)[0] + theirs) if before else 0
    at_above = Span(source, first, first + 1)
    is_key, is_item = re.match(r"\s*[A-Za-z_][\w-]*:(?:\s|$)", line) is not None, line.lstrip().startswith("- ")
    is_below_item = above.lstrip().startswith("- ")
    lines = map(source.line, range(before - 1, 0, -1))
    beside = next((one for one in lines if one.strip() and len(one) - len(one.lstrip()) <= own), "")
    place, message = Span(source, begin, begin + 1), "this line begins too far to the left"
    if is_below_item and is_item and own < theirs:
        more = "one blank more" if theirs - own == 1 else f"{theirs - own} blanks more"
        place = Span(source, begin - 2, begin)
        hint = f"put {more} before it, so that its dash stands under the one above"
    elif line.strip() and is_below_item and not is_key and not is_item:
        message = "a dash is missing before this line"
        hint = f"write '- {shorten(line.strip(), 30)}', the dash under the one above; what belongs together is one line"
    elif own < theirs and is_key:
        hint = f"put {theirs} blanks before it, as many as before the line above; now it has {own}"
    elif above.strip() and own == theirs + 2 * is_item and not re.match(_ITEM_OR_KEY, above):
        place, message = at_above, "a dash is missing before this line"
        hint = f"write '- {shorten(above.strip(), 30)}'{'' if is_key else ', as the line below has one'}"
        if is_key and not beside.lstrip().startswith("- ") and not beside.endswith(":"):
            message = "nothing tells what this line belongs to"
            hint = "put two blanks more before it if it goes on with the line above; "
            hint += "or begin it with a key, as 'lead: '"
    elif own <= theirs or not line.strip():
        return None
    elif is_key and _left(beside) == own and re.match(r" *[A-Za-z_]", above):
        place = at_above
        hint = f"put {own} blanks before it, as many as before the lines around it; now it has {theirs}"
    elif is_item and (key := re.match(r"\s*(?:- )?([A-Za-z_][\w-]*): \S", above)):
        message = f"'{key[1]}' has a text, and a list below it"
        hint = f"write '{key[1]}:' alone on its line, and its text below it, behind a dash too"
    else:
        message = "this line is indented further than the one above"
        hint = f"move it to the left until it stands under the line above, {own - theirs} to the left"
    return Diagnostic("R004", message, place, hint)


def _unprintable(source: Source, fault: yaml.reader.ReaderError) -> Diagnostic:
    at = first_unprintable(source.text)
    if at is None:  # the parser refuses some that are allowed in files, and does not always say where
        at = min(fault.position if isinstance(fault.position, int) else 0, len(source.text))
    return unprintable(source.text[at : at + 1], Span(source, at, at + 1))
