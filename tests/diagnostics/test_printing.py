"""How faults print: for people, for other programs, for GitHub."""

import json

import pytest

from talkbuilder.commands.console import has_errors, print_faults
from talkbuilder.diagnostics import Diagnostic, Report, Source, Span
from talkbuilder.diagnostics.printing import as_github, as_json, as_summary, as_text

EMPTY = Diagnostic("R003", "the file is empty", file="talks/talk.yaml", hint="write something")


def fault(text: str, words: str, code: str = "E001", message: str = "no fact 'x'", hint: str = "") -> Diagnostic:
    """A fault at the first place of some words in a text."""
    start = text.index(words)
    return Diagnostic(code, message, Span(Source("talks/talk.yaml", text), start, start + len(words)), hint)


def test_a_fault_prints_with_its_line_and_its_mark() -> None:
    one = fault("talk: A\nquote: q-speed\n", "q-speed", message="no quote 'q-speed'", hint="did you mean 'q-speeds'?")
    assert as_text([one]) == (
        "talks/talk.yaml:2:8: error[E001] no quote 'q-speed'\n"
        "  |\n"
        "2 | quote: q-speed\n"
        "  |        ^^^^^^^\n"
        "  = hint: did you mean 'q-speeds'?\n"
    )


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    assert as_text([fault("\n" * 122 + "quote: x", "x", hint="y")]).splitlines()[1:] == [
        "    |",
        "123 | quote: x",
        "    |        ^",
        "    = hint: y",
    ]


def test_a_fault_without_a_place_prints_its_file_and_hint() -> None:
    assert as_text([EMPTY]) == "talks/talk.yaml: error[R003] the file is empty\n  = hint: write something\n"


@pytest.mark.parametrize("words", ["one\ntwo\nthree", "three\n"])
def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first(words: str) -> None:
    _, _, line, mark = as_text([fault("one\ntwo\nthree\n", words)]).rstrip("\n").splitlines()
    assert mark.count("^") == len(line) - len("1 | ")


def test_a_fault_at_the_very_end_has_a_mark() -> None:
    source = Source("talk.yaml", "talk: A\n")
    assert as_text([Diagnostic("R004", "broken", Span(source, 8, 9))]).splitlines()[2:] == ["2 | ", "  | ^"]


def test_a_mark_stands_under_its_words_after_tabs() -> None:
    _, _, line, mark = as_text([fault("\ttitle:\tnope", "nope")]).rstrip("\n").splitlines()
    assert "\t" not in line
    assert line[mark.index("^") : mark.rindex("^") + 1] == "nope"


@pytest.mark.parametrize("sign", ["\x1b", "\x9b"])
def test_signs_that_command_a_terminal_are_not_printed(sign: str) -> None:
    printed = as_text([fault(f"a: b{sign}[2Jc nope", "nope", message=f"unknown key '{sign}[2J'")])
    assert sign not in printed


@pytest.mark.parametrize("wide", ["\U0001f600", "漢"])
def test_a_mark_stands_under_its_words_after_wide_letters(wide: str) -> None:
    mark = as_text([fault(f"a: {wide * 3} nope", "nope")]).rstrip("\n").splitlines()[-1]
    assert mark.index("^") == len("1 | a: ") + 2 * 3 + 1


def test_colour_changes_nothing_but_the_colour() -> None:
    import re

    found = [fault("quote: x", "x", hint="y"), fault("title: x", "x", "C002"), EMPTY]
    coloured = as_text(found, colour=True)
    assert "\x1b[31m" in coloured
    assert "\x1b[33m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == as_text(found)


def test_json_tells_everything() -> None:
    one = fault("talk: A\nquote: é\U0001f600\n", "\U0001f600", message="no quote 'é'", hint="there are none yet")
    printed = as_json([one, EMPTY])
    assert "é" in printed
    first, second = json.loads(printed)
    assert first == {
        "code": "E001",
        "name": "unknown-id",
        "severity": "error",
        "message": "no quote 'é'",
        "hint": "there are none yet",
        "file": "talks/talk.yaml",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 10,
    }
    assert [second[key] for key in ("file", "line", "column", "end_line", "end_column")] == [
        "talks/talk.yaml",
        *[None] * 4,
    ]


def test_github_shows_a_fault_beside_its_line() -> None:
    assert as_github([fault("quote: x", "x", hint="mend it")]) == (
        "::error file=talks/talk.yaml,line=1,col=8,title=E001 unknown-id::no fact 'x'%0Ahint: mend it"
    )


def test_github_is_not_misled_by_what_a_text_holds() -> None:
    one = Diagnostic("R003", "100% ::error::\nx", file="a,b:c%.yaml")
    assert as_github([one]) == "::error file=a%2Cb%3Ac%25.yaml,title=R003 file-empty::100%25 ::error::%0Ax"


@pytest.mark.parametrize("before", [0, 34, 5000])
@pytest.mark.parametrize("behind", [0, 66, 5000])
def test_of_a_long_line_a_hundred_characters_around_the_fault_are_shown(before: int, behind: int) -> None:
    text = f"{'b' * before}HERE{'a' * behind}"
    _, _, line, mark, *_ = as_text([fault(f"first\n{text}\nlast\n", "HERE")]).splitlines()
    shown = line.removeprefix("2 | ")
    assert len(shown.strip("…")) == min(100, len(text))
    assert shown.startswith("…") == (len(text) > 100 and before > 33)
    assert shown.strip("…") in text
    at = mark.index("^") - len("  | ")
    assert shown[at : at + mark.count("^")] == "HERE"


def test_the_summary_has_a_line_for_a_kind_of_what_stops_nothing() -> None:
    many = [fault(f"title: x{at}", f"x{at}", "C002", message=f"no notes {at}") for at in range(12)]
    to_type = Diagnostic("C030", "3 slides are not yet reviewed", hint="'talkbuilder review talk' shows them")
    lines = as_summary([*many, fault("a: x", "x", "C006", hint="say so"), to_type]).splitlines()
    assert lines == [
        "talks/talk.yaml:1:8: warning[C002] no notes 0, and 11 more",
        "talks/talk.yaml:1:4: warning[C006] no fact 'x'",
        "warning[C030] 3 slides are not yet reviewed; 'talkbuilder review talk' shows them",
    ]


def test_the_summary_says_what_to_do_about_what_was_not_read() -> None:
    assert as_summary([Diagnostic("R011", "not read", hint="rename it")]).endswith("not read; rename it")


def test_the_summary_has_four_kinds_and_what_keeps_people_safe_first() -> None:
    told = [Diagnostic(code, "x") for code in ("C406", "C456", "C002", "C006", "C007", "C307")]
    codes = [line.split("[")[1][:4] for line in as_summary(told).splitlines()]
    assert codes == ["C307", "C002", "C006", "C007"]


def test_the_summary_has_what_is_lost_first_and_each_with_its_place() -> None:
    lost = [fault(f"title: x #{at}", f"#{at}", "R012") for at in (1, 2)]
    small = fault("photo: hut", "hut", "C204")
    told = [*(Diagnostic(code, "x") for code in ("C002", "C002", "C307")), small, *lost]
    codes = [
        (line.split("[")[1][:4], line.split(":")[2].isdigit())
        for line in as_summary(told).splitlines()
        if line[0] == "t"
    ]
    assert codes == [("C204", True), ("R012", True), ("R012", True)]
    assert "C307" in as_summary(told)
    assert "C204" not in as_summary([*told, EMPTY])


def test_the_summary_shortens_no_error_and_no_unproved_claim() -> None:
    unproved = fault("a: 88", "88", "C020", hint="name its fact")
    assert as_summary([EMPTY] * 1101) == as_text([EMPTY] * 1101)
    assert as_summary([Diagnostic("C002", "no notes"), unproved]).endswith(f"\n\n{as_text([unproved])}")


def test_where_errors_stop_a_talk_what_else_could_be_better_with_it_is_only_counted() -> None:
    aside = Diagnostic("E010", "'Well' is no id", is_elsewhere=True)
    printed = as_summary([Diagnostic("C002", "no notes"), aside, EMPTY])
    assert printed == f"warning[E010] 'Well' is no id\n\n{as_text([EMPTY])}"


ADVICE = Diagnostic("C406", "the slide has 30 words")


def test_advice_is_no_fault_however_strict_one_is() -> None:
    assert not has_errors([ADVICE], strict=True)
    assert has_errors([ADVICE, Diagnostic("C002", "no notes")], strict=True)


def test_advice_says_that_it_is_such_and_is_a_notice_to_github() -> None:
    assert as_text([ADVICE]).startswith("advice[C406] ")
    assert as_github([ADVICE]) == "::notice title=C406 many-words::the slide has 30 words"
    assert as_summary([ADVICE] * 12) == "advice[C406] the slide has 30 words, and 11 more"


def test_advice_stands_before_warnings_and_errors_and_is_counted_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    for one in (Diagnostic("C001", "twice"), Diagnostic("C002", "no notes"), ADVICE):
        report(one)
    assert [one.code for one in report.diagnostics] == ["C406", "C002", "C001"]
    print_faults(report.diagnostics, "text")
    assert capsys.readouterr().err.endswith("1 error, 1 warning, 1 of advice\n")
