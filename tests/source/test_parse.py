"""YAML to nodes: every value at its exact place, and every way in which YAML breaks told at the place to mend."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Diagnostic, Report, Source, Span
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence
from talkbuilder.source.parse import MAX_DEPTH, parse
from talkbuilder.source.scalars import as_item, as_scalar
from tests.cases import diagnostics, talk

# Lone surrogates come from no file: bytes that would decode to them are not UTF-8.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
# What tells YAML its way, so that random texts are often nearly YAML.
NEARLY_YAML = st.lists(
    st.sampled_from(
        [*"abc:-#'\"{}[],&*!|>%@`?~ \t\n", ": ", "- ", "\n  ", "---\n", "...", "\\", "é", "\U0001f600", "\ufeff"]
    )
).map("".join)


def read(text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    report = Report()
    return parse(Source("talk.yaml", text), report), report.diagnostics


def marked(span: Span | None) -> str:
    """The piece of the source that a span marks."""
    assert span is not None
    return span.source.text[span.start : span.end]


def only(text: str) -> tuple[str, int, int]:
    """Code, line and column of the one fault of a text."""
    _, found = read(text)
    assert len(found) == 1, found
    return (found[0].code, *found[0].place[1:])


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items=items):
            return [one for item in items for one in scalars(item)]
        case Mapping(entries=entries):
            return [one for key, value in entries for one in (key, *scalars(value))]
        case _:
            raise AssertionError("unreachable")


def test_every_value_keeps_the_place_where_it_stands() -> None:
    node, found = read("talk: A walk\nslides:\n- title: 'Up'\n  notes: \"Down\"\n")
    assert found == ()
    assert node
    assert [(one.value, marked(one.span)) for one in scalars(node)] == [
        ("talk", "talk"),
        ("A walk", "A walk"),
        ("slides", "slides"),
        ("title", "title"),
        ("Up", "'Up'"),
        ("notes", "notes"),
        ("Down", '"Down"'),
    ]


@pytest.mark.parametrize("before", ["\U0001f600", "\U0001f469‍\U0001f33e", "\ufeff"])
def test_places_are_exact_after_characters_of_any_width(before: str) -> None:
    node, found = read(f"a: {before} x\nb: here\n")
    assert found == ()
    assert isinstance(node, Mapping)
    value = node.get("b")
    assert value
    assert marked(value.span) == "here"


@pytest.mark.parametrize("written", ["{}", "\ufeff{}", "# \U0001f600\n{}"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_faults_are_placed_alike_after_a_byte_order_mark_and_whatever_breaks_the_lines(
    written: str, line_break: str
) -> None:
    text = written.format(talk("- {title: Up \U0001f600, ask: nobody, notes: N.}\n")).replace("\n", line_break)
    (found,) = diagnostics({"talks/talk.yaml": text.encode()})
    assert (found.code, marked(found.span)) == ("E001", "nobody")
    assert found.place[1:] == (8 + written.count("\n"), 24)


def test_scalars_stay_text_and_know_whether_they_were_quoted() -> None:
    node, _ = read("[1:30, no, 2012-04-18, 0x1F, ~, 1e3, .inf]")
    assert node
    assert [one.value for one in scalars(node)] == ["1:30", "no", "2012-04-18", "0x1F", "~", "1e3", ".inf"]
    node, _ = read("[a, 'b', \"c\"]")
    assert node
    assert [one.plain for one in scalars(node)] == [True, False, False]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\n\n# a remark", "# one\n\ufeff", "\ufeff\n\ufeff# one"])
def test_a_file_without_content_is_empty(text: str) -> None:
    node, (fault,) = read(text)
    assert node is None
    assert (fault.code, fault.file, fault.span) == ("R003", "talk.yaml", None)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b: c\n", "R004", 1, 5),
        ("a: b\n  c: d\n", "R004", 2, 3),
        ("- a\nb: c\n", "R004", 2, 1),
        ("a: 'it's'\n", "R004", 1, 7),
        ('a: "So" said\n', "R004", 1, 7),
        ('a: "x\\q"\n', "R004", 1, 6),
        ("a: @x\n", "R004", 1, 4),
        ("a: [b]]\n", "R004", 1, 7),
        ("\ta: b\n", "R005", 1, 1),
        ("a:\n\tb: c\n", "R005", 2, 1),
        ("a: |\n  x\n\ty\n", "R005", 3, 1),
        ("a: b\n---\nc: d\n", "R006", 2, 1),
        ("a: *b\n", "R007", 1, 4),
        ("a: b\na: c\n", "R008", 2, 1),
        ("a: !x b\n", "R010", 1, 4),
        ("[a]: b\n", "E004", 1, 1),
        ("a: b\x07\n", "E012", 1, 5),
    ],
)
def test_what_yaml_cannot_be_is_told_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    assert only(text) == (code, line, column)


def test_an_unclosed_quote_is_told_where_it_opens() -> None:
    assert only("a: b\nc: 'It began\nd: e\nf: g\n") == ("R004", 2, 4)


@pytest.mark.parametrize(
    ("text", "word"),
    [("a: b: c\n", "quote"), ("a: 'it's'\n", "quote"), ("a: @x\n", "quote marks"), ("a: b\nc\n", "lines above")],
)
def test_broken_yaml_comes_with_advice_that_fits(text: str, word: str) -> None:
    _, (fault,) = read(text)
    assert word in fault.hint


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{n}: &{n} [*{p},*{p},*{p},*{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    node, found = read(bomb)
    assert node is None
    assert {one.code for one in found} == {"R007"}


def test_of_two_documents_and_of_two_equal_keys_the_first_is_used() -> None:
    node, _ = read("a: b\n---\nc: d\n")
    assert isinstance(node, Mapping)
    assert node.get("a")
    assert not node.get("c")
    node, (fault,) = read("x: 1\na: b\nc: d\na: e\n")
    assert isinstance(node, Mapping)
    assert [one.value for one in scalars(node)] == ["x", "1", "a", "b", "c", "d"]
    assert "line 2" in fault.hint


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_has_a_limit(opening: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    node, found = read(opening * MAX_DEPTH + "x" + closing * MAX_DEPTH)
    assert (node is not None, found) == (True, ())
    assert only(opening * (MAX_DEPTH + 1) + "x" + closing * (MAX_DEPTH + 1))[0] == "R009"


def in_quotes(text: str) -> str:
    """A text as a double-quoted scalar: signs as they are, whatever cannot stand there escaped."""
    signs = (one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08X}" for one in text)
    return f'"{"".join(signs)}"'


@given(TEXTS)
def test_any_text_in_double_quotes_comes_back_with_its_exact_span(text: str) -> None:
    quoted = in_quotes(text)
    node, found = read(f"\U0001f600é: x\nbefore: [{quoted}, {quoted}]\nafter: y\n")
    assert found == ()
    assert node
    twice = [one for one in scalars(node) if not one.plain]
    assert [(one.value, marked(one.span)) for one in twice] == [(text, quoted), (text, quoted)]


@given(TEXTS | NEARLY_YAML)
@example("# a remark\n")
def test_any_text_is_parsed_or_told_but_never_raises(text: str) -> None:
    node, found = read(text)
    assert node is not None or found
    for one in found:
        assert one.span is None or 0 <= one.span.start <= one.span.end <= len(text) + 1
    if node is not None:
        for scalar in scalars(node):
            assert 0 <= scalar.span.start <= scalar.span.end <= len(text)


def test_between_braces_a_question_is_read_by_other_readers_too() -> None:
    assert yaml.safe_load(f"{{to: {as_item('Does it matter at all?')}}}") == {"to": "Does it matter at all?"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("An inn", "An inn"),
        ("The inn: a story", '"The inn: a story"'),
        ("null", '"null"'),
        ('"Yes" \\ no', '"\\"Yes\\" \\\\ no"'),
        ("a\u200bb\nc", '"a\\u200Bb\\nc"'),
        ("# a", '"# a"'),
        ("“Yes”", '"“Yes”"'),
    ],
)
def test_a_text_is_written_so_that_it_reads_back(text: str, written: str) -> None:
    assert as_scalar(text) == written
    node, found = read(f"key: {written}\n")
    assert found == ()
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0][1], Scalar)
    assert node.entries[0][1].value == text


def test_only_marks_around_a_whole_value_are_told_to_be_no_quote_marks() -> None:
    _, found = read("a: “Yes”\nb: ‘No’\nc: “Go” and „Geh“\nd: [“Yes”]\ne: |\n  “Yes”\nf: “Go and do” (Luke 10:37)\n")
    assert [(one.code, one.place[1:]) for one in found] == [("R013", (1, 4)), ("R013", (2, 4))]


def test_a_text_with_a_list_below_it_is_told_to_be_one_of_the_two() -> None:
    report = Report()
    parse(Source("talks/talk.yaml", "title: A\nbullets: One thing\n- Another\n"), report)
    (fault,) = report.diagnostics
    assert (fault.code, fault.message, fault.place[1]) == ("R004", "'bullets' has a text, and a list below it", 3)
