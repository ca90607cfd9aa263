"""Authors' texts to paragraphs: marks become style, braces become facts, and every fault lies where it was written."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Diagnostic, Report, Source, Span
from talkbuilder.diagnostics.printing import as_text
from talkbuilder.evidence.library.library import Library
from talkbuilder.source.fields import Text
from talkbuilder.source.nodes import Mapping, Scalar
from talkbuilder.source.parse import parse
from talkbuilder.stages.read import read_library
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from tests.cases import LIBRARY
from tests.corpora.tables import from_table
from tests.growth import growth
from tests.memory import MemoryProject
from tests.sample import built, slide, talk

BOLD, ITALIC, BOTH = "bold", "italic", "bold italic"


def library() -> Library:
    return read_library(MemoryProject(LIBRARY), Report())


def text_of(yaml: str) -> Text:
    """The text behind the one key of a document."""
    report = Report()
    node = parse(Source("talk.yaml", yaml), report)
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    assert report.diagnostics == ()
    return Text(value.value, value.span)


def paragraphs(yaml: str) -> tuple[tuple[Paragraph, ...], tuple[Diagnostic, ...]]:
    report = Report()
    return Markup(library(), report).paragraphs(text_of(yaml)), report.diagnostics


def styled(written: str) -> list[tuple[str, str]]:
    """The runs of a text that has no fault, each with its style."""
    source = Source("talk.yaml", written)
    report = Report()
    line = Markup(library(), report).line(Text(written, Span(source, 0, len(written))))
    assert report.diagnostics == ()
    return [(run.text, " ".join(filter(None, (run.bold * BOLD, run.italic * ITALIC)))) for run in line.runs]


@from_table
def test_marks_become_style_and_braces_become_facts(written: str, runs: list[tuple[str, str]]) -> None:
    assert styled(written) == runs


def test_a_blank_line_begins_a_paragraph_and_a_line_break_is_a_space() -> None:
    found, faults = paragraphs("notes: |\n  One\n  two.\n\n  Three.\n  \n\n  Four.\n")
    assert [one.text for one in found] == ["One two.", "Three.", "Four."]
    assert faults == ()


def test_a_mark_does_not_reach_into_the_next_paragraph() -> None:
    _, faults = paragraphs("notes: |\n  One **two\n\n  three** four\n")
    assert [one.code for one in faults] == ["E008", "E008"]


def test_a_fact_in_braces_carries_its_citation() -> None:
    (paragraph,), _ = paragraphs("notes: It has {example-fact}, and {example-fact} it is.\n")
    cited = [run.citation for run in paragraph.runs if run.citation]
    assert [(one.kind, one.id) for one in cited] == [("fact", "example-fact")] * 2
    assert cited[0] is cited[1]


KEY = "notes: "
PLACES = {
    "plain": "a {wrong} b",
    "single-quoted": "'It''s {wrong}'",
    "double-quoted": '"\\"a\\" {wrong}"',
    "double-quoted, continued": '"a\\\n  b {wrong} c"',
    "plain, continued": "a\n  b {wrong} c",
    "folded": ">\n  Some words and\n  then {wrong} words\n",
    "folded, without the last break": ">-\n  Some words and\n\n  then {wrong} words\n",
    "literal": "|\n  Some words\n\n    and {wrong} words\n",
    "literal, indented by a number": "|2\n   and {wrong} words\n",
    "after an emoji": "'\U0001f600\U0001f469‍\U0001f33e {wrong}'",
    "in bold": "'**a {wrong} b**'",
    "after right ones": "'{example-fact} {example-fact} {wrong}'",
}


@pytest.mark.parametrize("written", PLACES.values(), ids=PLACES)
def test_a_reference_is_located_in_every_style_of_text(written: str) -> None:
    yaml = KEY + written
    _, (fault,) = paragraphs(yaml)
    at = yaml.index("{wrong}")
    assert (fault.code, fault.message) == ("E001", "no fact 'wrong'")
    assert fault.span is not None
    assert (fault.span.start, fault.span.end) == (at, at + len("{wrong}"))
    assert fault.place[1:] == (yaml.count("\n", 0, at) + 1, at - yaml.rfind("\n", 0, at))


def test_each_of_several_equal_references_is_located() -> None:
    yaml = "notes: |\n  {wrong} and {other}\n\n  {wrong}, {wrong}\n"
    _, faults = paragraphs(yaml)
    assert [(one.message, *one.place[1:]) for one in faults] == [
        ("no fact 'wrong'", 2, 3),
        ("no fact 'other'", 2, 15),
        ("no fact 'wrong'", 4, 3),
        ("no fact 'wrong'", 4, 12),
    ]


def test_a_reference_that_was_written_with_escapes_is_told_at_its_text() -> None:
    yaml = 'notes: "\\u007bwrong}"\n'
    _, (fault,) = paragraphs(yaml)
    assert fault.span is not None
    assert yaml[fault.span.start : fault.span.end] == '"\\u007bwrong}"'


@pytest.mark.parametrize("written", ['"\\\\\\\\{wrong}"', "So {no\n such} {wrong}"])
def test_where_marks_are_others_in_the_source_a_fault_is_told_at_the_text(written: str) -> None:
    yaml = f"notes: {written}\n"
    _, faults = paragraphs(yaml)
    assert "no fact 'wrong'" in [one.message for one in faults]
    for one in faults:
        assert one.span is not None
        assert yaml[one.span.start : one.span.end] == written


@from_table
def test_a_mark_without_its_partner_is_told_where_it_stands(written: str, mark: str) -> None:
    yaml = KEY + written
    _, faults = paragraphs(yaml)
    assert {one.code for one in faults} == {"E008"}
    assert faults[0].span is not None
    assert (faults[0].span.start, yaml[faults[0].span.start : faults[0].span.end]) == (yaml.index(mark), mark)


@from_table
def test_a_mark_without_its_partner_is_not_confused_with_an_earlier_one(written: str, columns: list[int]) -> None:
    _, faults = paragraphs(KEY + written)
    assert [one.place[2] for one in faults] == columns


def test_what_names_no_fact_stays_as_it_was_written() -> None:
    (paragraph,), _ = paragraphs("notes: 'a {wrong} b {Not So}'\n")
    assert paragraph.text == "a {wrong} b {Not So}"


@given(st.text(st.sampled_from("ab *{}\\-\n"), max_size=40))
def test_no_text_is_too_strange(written: str) -> None:
    report = Report()
    found = Markup(library(), report).paragraphs(Text(written, Span(Source("talk.yaml", written), 0, len(written))))
    assert len(found) >= 1
    for one in report.diagnostics:
        assert one.code in ("E001", "E008")
        assert one.span is not None
        assert 0 <= one.span.start <= one.span.end <= len(written)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="*{}\\"), min_size=1))
def test_a_text_without_marks_is_left_as_it_is(written: str) -> None:
    assert styled(written) == [(written, "")]


@pytest.mark.parametrize("piece", ["{no-such-NUMBER} ", "{nobody} ", "a * b ", "**a** ", "\\\\* ", "{{ ", "} ", "{} "])
def test_the_work_grows_as_the_number_of_marks(piece: str) -> None:
    def work(count: int) -> Callable[[], object]:
        written = "".join(piece.replace("NUMBER", str(number)) for number in range(count))
        text, read = text_of(f'notes: "{written}"'), library()

        def run() -> None:
            report = Report()
            Markup(read, report).paragraphs(text)
            as_text(report.diagnostics)

        return run

    assert growth(work) < 5


def test_of_thousands_of_unknown_names_only_the_first_are_compared_with_the_others() -> None:
    written = "".join(f"{{exampel-fact-{number}}} " for number in range(1200))
    _, found = paragraphs(f"notes: 'a {written}'")
    hints = [one.hint for one in found]
    assert len(hints) == 1200
    assert hints[0] == "did you mean 'example-fact'?"
    assert hints[-1] == "'talkbuilder find WORDS' looks for one"
    assert hints.count(hints[0]) == 1000


def linked(written: str) -> list[tuple[str, str]]:
    """The runs of a text that has no fault, each with where it leads."""
    line, faults = paragraphs(f"notes: {written}\n")
    assert faults == ()
    return [(run.text, run.link) for run in line[0].runs]


def test_words_in_brackets_before_an_address_are_a_link() -> None:
    page = "https://example.org/a?b=c"
    assert linked(f"See [our page]({page}), or ring.") == [("See ", ""), ("our page", page), (", or ring.", "")]
    assert linked("'[Ring **now**](tel:911)'") == [("Ring ", "tel:911"), ("now", "tel:911")]
    assert linked("'[{example-fact} more](sms:55501)'")[-1] == (" more", "sms:55501")


@pytest.mark.parametrize(
    "written", ["Wait [pause 5] (a bit)", "a [b] c", "'[1] (2)'", "'[](https://example.org)'", "a](b)"]
)
def test_brackets_alone_are_brackets(written: str) -> None:
    assert linked(written) == [(written.strip("'"), "")]


def test_a_bracket_that_is_meant_as_such_is_written_with_a_stroke_before_it() -> None:
    assert linked(r"See \[1](https://example.org)") == [("See [1](https://example.org)", "")]


@pytest.mark.parametrize(
    "target",
    [
        *("http://example.org", "javascript:alert", "javascript:alert(1)", "example.org", "file:///a", ""),
        *("https://", "https://example.org/a b", "https://example.org/%zz", "tel:1-800-FLOWERS"),
    ],
)
def test_a_link_elsewhere_is_reported_where_it_stands(target: str) -> None:
    yaml = f"notes: 'See [it]({target}).'\n"
    (line,), (fault,) = paragraphs(yaml)
    assert fault.code == "E050"
    assert fault.span is not None
    assert fault.span.start == yaml.index("[")
    assert line.text == "See it."
    assert not any(run.link for run in line.runs)


def test_an_address_with_brackets_of_its_own_is_one() -> None:
    page = "https://example.org/wiki/Steppe_(grass)"
    assert linked(f"See [the steppe]({page}).") == [("See ", ""), ("the steppe", page), (".", "")]


def test_words_that_name_another_page_than_the_link_leads_to_are_reported() -> None:
    _, (fault,) = paragraphs("notes: 'See [example.org](https://example.net).'\n")
    assert fault.code == "E050"


def own(written: str) -> list[tuple[str, str, str]]:
    """What of a text is marked as the speaker's own: the words, what is cited for them, and why."""
    line = Markup(library(), Report()).line(Text(written, Span(Source("talk.yaml", written), 0, len(written))))
    return [(run.text, run.citation.says, run.citation.reason) for run in line.runs if run.citation]


@from_table
def test_the_speakers_own_knowledge_is_printed_and_marked(written: str, marked: list[tuple[str, str, str]]) -> None:
    assert own(written) == marked


def test_the_speakers_own_words_stand_in_the_text_in_its_style() -> None:
    assert styled("It took **{own: seventy | I was there} years**.") == [
        ("It took ", ""),
        ("seventy", BOLD),
        (" years", BOLD),
        (".", ""),
    ]


@pytest.mark.parametrize("written", ["{own:}", "{own: }", "{own: | I was there}"])
def test_a_mark_of_no_words_is_told(written: str) -> None:
    (told,) = paragraphs(f"notes: '{written} is it.'")[1]
    assert (told.code, told.message) == ("E008", f"'{written}' marks no words")


def test_another_word_for_own_is_told_with_how_it_is_written() -> None:
    (told,) = paragraphs("notes: 'It took {mine: seventy years}.'")[1]
    assert told.hint.startswith("write {own: seventy years} for what you know yourself")


def test_references_side_by_side_stay_apart() -> None:
    (made,), _ = paragraphs("notes: '{example-fact}{example-fact} **a**{example-fact}'")
    assert [(run.text, bool(run.citation)) for run in made.runs] == [
        ("60 minutes", True),
        ("60 minutes", True),
        (" ", False),
        ("a", False),
        ("60 minutes", True),
    ]


def test_a_mark_may_go_over_two_lines_and_faults_behind_it_keep_their_place() -> None:
    yaml = "notes: |\n  It took {own: seventy\n  years}, and {wrong} too.\n"
    made, (told,) = paragraphs(yaml)
    assert made[0].text == "It took seventy years, and {wrong} too."
    assert told.span is not None
    assert yaml[told.span.start : told.span.end] == "{wrong}"


HEDGED = """
rank: {says: Supposedly the valley is fifth, show: fifth, source: example-person, kind: hearsay, post: village,
  exact: seven wells}
sold: {says: Probably it was sold, show: probably sold, source: example-person, kind: opinion, post: village,
  exact: seven wells}
lost: {says: Supposedly it is lost, show: lost, source: example-person, kind: hearsay, post: village,
  exact: seven wells, status: disputed}
ugly: {says: The dam is ugly, show: an ugly thing, source: example-person, kind: opinion, post: village,
  exact: seven wells}
walkers: {says: There are about 240 walkers, show: about 240, source: example-person, kind: primary, post: village,
  exact: seven wells}
"""


def hedged() -> Markup:
    return Markup(read_library(MemoryProject({**LIBRARY, "assets/facts.yaml": HEDGED}), Report()), Report())


def said(notes: str) -> str:
    return " | ".join(one.text for one in hedged().paragraphs(text_of(f"a: >-\n  {notes}\n")))


@from_table
def test_a_reference_prints_its_hedge_unless_its_sentence_has_one(notes: str, wanted: str) -> None:
    assert said(notes) == wanted


def test_what_is_said_in_a_head_holds_for_what_is_under_it() -> None:
    markup = hedged()
    point, head = text_of("a: It is {rank}"), text_of("a: I heard this")
    assert markup.line(point, under=(head,)).text == "It is fifth"
    markup.heads = (head, None)
    assert markup.line(point).text == "It is fifth"


def test_a_head_of_a_slide_is_hedged_by_those_above_it_alone() -> None:
    markup = hedged()
    title, lead = text_of("a: It is {rank}"), text_of("a: I heard this")
    markup.heads = (title, lead)
    assert markup.line(title).text == "It is supposedly fifth"
    markup.heads = (lead, title)
    assert markup.line(title).text == "It is fifth"


_TORN = """
ten: {says: It was ten, show: ten, source: example-person, kind: hearsay, post: village, exact: seven wells,
  status: disputed, conflicts_with: [eleven]}
eleven: {says: It was eleven, show: eleven, source: example-person, kind: hearsay, post: village, exact: seven wells,
  status: disputed, conflicts_with: [ten]}
"""


@pytest.mark.parametrize(("notes", "codes"), [("It was {ten}.", ["C006"]), ("It was {ten}, or {eleven}.", [])])
def test_a_disputed_fact_is_told_of_unless_what_contradicts_it_stands_beside_it(notes: str, codes: list[str]) -> None:
    report = Report()
    library = read_library(MemoryProject({**LIBRARY, "assets/facts.yaml": _TORN}), Report())
    Markup(library, report).paragraphs(text_of(f"a: '{notes}'"))
    assert [one.code for one in report.diagnostics] == codes


@from_table
def test_a_reference_that_begins_a_sentence_has_a_capital(before: str, printed: str) -> None:
    deck, _ = built(talk(slide("quote", notes=f"'{before}{{walking}} came, and no more.'")))
    (page,) = [page for page in deck.pages if page.kind == "quote"]
    assert page.notes.said[0].text.removesuffix(", and no more.").endswith(printed)


def test_a_figure_rests_on_no_fact_of_the_sentence_behind_it() -> None:
    _, report = built(talk(slide("quote", notes="There were 377 goats. {walking} came, and no more.")))
    assert "C021" in {one.code for one in report.everything}
