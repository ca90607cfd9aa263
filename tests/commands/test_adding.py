"""`find --add`: what is asked and what is told, what is written, and what is not."""

import json
import sys
from pathlib import Path

import pytest

from tests.posts.importers.test_pdf import leaf, pdf
from tests.running import edit, put, run
from tests.terminal import on_terminal
from tests.wells import OVERHEARD

FACT = ("find", "--add", "--new-fact", "171 held water")
QUOTE = ("find", "--add", "--new-quote", "nobody ever asked me")
DAYS = ("find", "--add", "--new-quote", "A repair takes four days")
CHILDREN = ("find", "--add", "--new-quote", "four children who carry the water")
OWN = ("--set", "says=In 2011 at least 171 of 212 wells held water", "--set", "value=171", "--set", "id=wells-171")
OFFICE = ("--set", "who=office")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(put(tmp_path, OVERHEARD))
    return tmp_path


def library(folder: Path) -> dict[str, str]:
    return {file.stem: file.read_text("utf-8") for file in (folder / "assets").glob("*.yaml")}


def test_what_is_told_is_checked_and_written_and_its_name_printed(folder: Path) -> None:
    before = library(folder)
    status, out, err = run(*FACT, *OWN, *OFFICE, "--set", "measure=wells that held water")
    assert (status, out) == (0, "{wells-171}\n")
    assert "found in the passage, as it should be: 2011, 171 and 212\n" in err
    assert "it stands in assets/facts.yaml" in err
    after = library(folder)
    assert after["facts"].startswith(before["facts"])
    assert (
        "\nwells-171:\n  says: In 2011 at least 171 of 212 wells held water\n  show: at least 171\n" in after["facts"]
    )
    assert {**after, "facts": before["facts"]} == before
    assert run("verify")[0] == 0


@pytest.mark.parametrize(
    ("told", "status", "said"),
    [
        ((*FACT, *OWN, *OFFICE), 1, "has a value and no 'measure'"),
        ((*FACT, *OWN, *OFFICE, "--set", "measure=wells", "--set", "precision=exact"), 1, "error[E107]"),
        ((*FACT, *OWN, "--set", "mesure=wells"), 2, "did you mean 'measure'?"),
        ((*FACT, "--set", "measure"), 2, "--set takes KEY=VALUE"),
        (QUOTE, 2, "--set who=ID"),
        ((*QUOTE, "--set", "who=A miller"), 1, "'A miller' is nobody in assets/people.yaml; did you mean 'miller'"),
        ((*QUOTE, "--set", "who=offic"), 1, "did you mean 'office'?"),
        ((*FACT, *OWN, "--set", "who=me"), 1, "no entry was written"),
        ((*DAYS, "--set", "who=A miller"), 1, "no entry was written"),
        # What a proof refuses writes no voice either.
        ((*DAYS, "--set", "who=miller", "--set", "text=A repair takes nine days"), 1, "error[E1"),
        ((*CHILDREN, "--set", "who=office"), 2, "'miller' is recorded as who speaks there, and not 'office'"),
        (("find", "--add", "held water"), 2, "add --new-fact or --new-quote"),
        (("find", "held water", "--set", "measure=wells"), 2, "add --add"),
        (("find", "--add", "--new-fact", "zebra"), 1, "no post has 'zebra'"),
        (("find", "--add", "--new-quote", "wells sing at night", *OFFICE), 2, "is not in any source"),
        (("find", "--add", "--new-fact", "zebra", "wells", *OFFICE), 2, "nearest is, in report: “"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    told: tuple[str, ...], status: int, said: str, folder: Path
) -> None:
    before = library(folder)
    found, out, err = run(*told)
    assert (found, out) == (status, "")
    assert said in err
    assert library(folder) == before


def test_who_speaks_is_written_first(folder: Path) -> None:
    status, out, err = run(*QUOTE, "--set", "who=The miller, in a talk", "--set", "role=source", "--format", "json")
    told = json.loads(out)
    assert (status, told["kind"], told["file"]) == (0, "quote", "assets/quotes.yaml")
    assert told["use"] == f"quote: {told['id']}"
    assert "'miller-in-talk' speaks there, as assets/sources.yaml now says" in err
    assert run(*QUOTE, "--set", "id=again")[0] == 0  # now it is known
    assert library(folder)["sources"].count("miller-in-talk") == 1
    assert run("verify")[0] == 0


def a_book(folder: Path) -> None:
    edit(folder / "assets" / "sources.yaml", "kind: report", "kind: book")


def test_whose_words_another_source_holds_is_never_assumed(folder: Path) -> None:
    a_book(folder)
    for told in (DAYS, (*FACT, *OWN, "--set", "measure=wells")):
        status, _, err = run(*told)
        assert (status, "--set who=office if they are the author's own" in err) == (2, True)
    assert run(*DAYS, "--set", "who=the county office")[0] == 0
    assert "speaker: office\n" in library(folder)["quotes"]
    before = library(folder)["sources"]
    smith = ("--set", "who=A smith", "--set", "role=source", "--set", "id=smith")
    status, _, err = run("find", "--add", "--new-quote", "He carried the water home", *smith)
    assert (status, "'smith' speaks there, as assets/sources.yaml now says, and is new" in err) == (0, True)
    assert "{who: smith, from: He carried the water, to: carried the water home" in library(folder)["sources"]
    assert library(folder)["sources"] != before
    assert run("verify")[0] == 0


def test_what_another_is_told_to_say_is_not_written_down_as_the_authors(folder: Path) -> None:
    before = library(folder)
    status, _, err = run(*QUOTE, "--set", "who=office")
    assert (status, "the source tells beside these words that somebody else says them" in err) == (1, True)
    assert "- {who: office, from: nobody ever asked me, to:" in err
    assert library(folder) == before


def test_ones_own_report_is_asked_about_as_a_post_is(folder: Path) -> None:
    edit(folder / "assets" / "sources.yaml", "by: office", "by: neighbor")
    status, _, err = run(*DAYS)
    assert (status, "if they are the author's own" in err) == (2, True)


def test_a_quotation_holds_the_words_that_were_typed_and_not_the_frame_around_them(folder: Path) -> None:
    report = folder / "assets" / "posts" / "report.txt"
    more = "According to the smith the gates have never been oiled. The mayor is said to sleep under the mill."
    report.write_text(f"{report.read_text('utf-8')}\n{more}\n", "utf-8")
    told = ("--set", "who=A smith", "--set", "role=source")
    assert run("find", "--add", "--new-quote", "the gates have never been oiled", *told)[0] == 0
    assert "  text: the gates have never been oiled\n  speaker: smith\n" in library(folder)["quotes"]
    assert "from: the gates have never, to: have never been oiled}" in library(folder)["sources"]
    told = ("--set", "who=A mayor", "--set", "role=source")
    status, _, err = run("find", "--add", "--new-quote", "sleep under the mill", *told)
    assert (status, "somebody else says that of them: make a fact of it" in err) == (1, True)


def test_of_a_sentence_that_stands_twice_one_is_chosen(folder: Path) -> None:
    report = folder / "assets" / "posts" / "report.txt"
    report.write_text(
        f"{report.read_text('utf-8')}\nThe gate is shut. It rains.\n\nSo be it. The gate is shut.\n", "utf-8"
    )
    shut = ("find", "--add", "--new-quote", "The gate is shut.")
    status, out, err = run(*shut)
    assert (status, out) == (2, "")
    assert "So be it. […]”, in report" in err
    assert run(*shut, "--pick", "2")[0] == 0


def test_a_library_has_one_author(folder: Path) -> None:
    before = library(folder)
    status, _, err = run(*QUOTE, "--set", "who=A smith", "--set", "role=author")
    assert (status, "has one author" in err, library(folder)) == (1, True, before)


def test_a_fact_is_about_the_number_that_was_looked_for(folder: Path) -> None:
    told = ("--set", "measure=wells that were counted", "--set", "says=212 wells were counted in 2011", *OFFICE)
    assert run("find", "--add", "--new-fact", "the 212 wells that were counted", *told)[0] == 0
    assert "  value: 212\n" in library(folder)["facts"]


def test_a_source_that_is_not_listed_gives_nothing(folder: Path) -> None:
    (folder / "assets" / "posts" / "other.txt").write_text("We counted 14 gates at the mill.\n", "utf-8")
    status, _, err = run("find", "--add", "--new-fact", "14 gates")
    assert (status, "assets/sources.yaml lists the source" in err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_terminal_it_asks_for_what_only_a_person_knows(folder: Path) -> None:
    a_book(folder)
    with on_terminal(*FACT) as terminal:
        assert "Nobody yet: Of the 212 wells" in terminal.until("Whose words are these? office,")
        terminal.type("office\n")
        terminal.until("What the number counts:")
        terminal.type("wells that held water\n")
        assert "  value: 171\r\n" in terminal.until("Enter adds it; or type what is to be otherwise, as 'says: …':")
        terminal.type("says: In 2011 exactly 99 wells held water\n")
        assert "error[" in terminal.until("Enter leaves it out")
        for answer in ("sys: at least 171 held water", "says: In 2011 at least 171 of 212 wells held water"):
            terminal.type(f"{answer}\n")
            terminal.until("or type what is to be otherwise")
        terminal.type("as_of: 2010\n")
        terminal.until("How the year is known, if the passage names another")
        terminal.type("the office wrote to me\n")
        terminal.until("Enter adds it")
        terminal.type("\n")
        assert "{wells-counted-held-water}" in terminal.until("Words to look for next, or Enter to stop:")
        terminal.type("wells sing at night\n")
        assert "is not in any source" in terminal.until("Words to look for next")  # and it goes on
        terminal.type("\n")
    assert "  show: at least 171\n  value: 171\n  unit: wells\n" in library(folder)["facts"]
    assert "  as_of: 2010\n  as_of_why: the office wrote to me\n" in library(folder)["facts"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_terminal_what_is_missing_is_asked_for(folder: Path) -> None:
    (folder / "assets/posts/report.txt").write_text("In 2011 a smith counted the gates. It had 14 in all.\n", "utf-8")
    with on_terminal("find", "--add", "--new-fact", "It had 14 in all", *OFFICE) as terminal:
        terminal.until("What the number counts:")
        terminal.type("\n")
        terminal.until("say in a few words what it counts")
        terminal.type("gates of the county\n")
        terminal.until("For which year, if it is of any [2011: the text names it before: In 2011 a smith counted …]:")
        for question, answer in (
            ("", "\n"),
            ("  as_of: 2011", ""),
            ("Enter adds it", "as_of: 20x11\n"),
            ("is no date", ""),
            ("Enter leaves it out", "as_of: 2011\n"),
            ("Enter adds it", "\n"),
            ("Words to look for next", "\n"),
        ):
            terminal.until(question)
            terminal.type(answer)
    assert "  as_of: 2011\n" in library(folder)["facts"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_terminal_it_asks_which_of_the_two_and_who_speaks(folder: Path) -> None:
    with on_terminal("find", "--add", "nobody ever asked me") as terminal:
        terminal.until("A [f]act or a [q]uotation?")
        terminal.type("q")
        assert "Nobody yet:" in terminal.until("Whose words are these? office,")
        terminal.type("\n")  # goes with the key
        terminal.until("Whose words are these? office,")
        terminal.type("\n")  # is no answer
        terminal.until("or q to leave.")
        terminal.until("Whose words are these? office,")
        terminal.type("A smith\n")
        for answer in ("\n", "king\n", "source\n"):  # it asks again until there is one
            terminal.until("Their role (")
            terminal.type(answer)
        terminal.until("Enter adds it; or type what is to be otherwise, as 'text: …':")
        terminal.type("\n")
        assert "quote: asked" in terminal.until("Words to look for next")
        terminal.type("\n")
    assert "speaker: smith\n" in library(folder)["quotes"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_where_a_source_names_nobody_those_of_the_library_are_named(folder: Path) -> None:
    edit(folder / "assets" / "sources.yaml", ", by: office", "")
    with on_terminal("find", "--add", "--new-quote", "nobody ever asked me") as terminal:
        terminal.until("Whose words are these? office, miller, neighbor, or what slides may call them:")
        terminal.type("q\n")
        terminal.until("Words to look for next, or Enter to stop:")
        terminal.type("\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize("answers", [["q"], ["A smith", "q"]])
def test_nobody_need_say_whose_words_they_are(answers: list[str], folder: Path) -> None:
    before = library(folder)
    with on_terminal("find", "--add", "--new-quote", "nobody ever asked me") as terminal:
        for question, answer in zip(("Whose words are these?", "Their role ("), answers, strict=False):
            terminal.until(question)
            terminal.type(f"{answer}\n")
        terminal.until("tell it with --set who=ID")
        terminal.until("Words to look for next, or Enter to stop:")
        terminal.type("\n")
    assert library(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_enter_behind_a_key_adds_nothing_that_nobody_has_read(folder: Path) -> None:
    before = library(folder)["quotes"]
    with on_terminal("find", "--add", "nobody ever asked me", "--set", "who=miller") as terminal:
        terminal.until("A [f]act or a [q]uotation?")
        terminal.press("q")
        for _ in range(2):  # it is asked once more
            terminal.until("Enter adds it")
        assert library(folder)["quotes"] == before
        terminal.type("\n")
        terminal.until("Words to look for next")
        terminal.type("\n")
    assert library(folder)["quotes"] != before


def test_what_a_mail_quotes_loses_the_sign_before_its_lines(folder: Path) -> None:
    report = folder / "assets" / "posts" / "report.txt"
    report.write_text(f"{report.read_text('utf-8')}\n> They had 14 gates in 2011 and no\n> more than that.\n", "utf-8")
    run("find", "--add", "--new-fact", "14 gates", "--set", "measure=gates")
    out = run("find", "--new-fact", "14 gates")[1]
    assert "  says: They had 14 gates in 2011 and no more than that\n" in out
    assert "  exact: They had 14 gates in 2011 and no\n" in out


def test_the_page_of_a_pdf_is_written(folder: Path) -> None:
    (folder / "gates.pdf").write_bytes(
        pdf(leaf(1, "We painted the fences of the county."), leaf(2, "In 2011 there were 14 gates."))
    )
    run("import", "gates.pdf", "--date", "2011", "--by", "office")
    gates = ("find", "--add", "--new-fact", "there were 14 gates", "--set", "measure=gates", *OFFICE, "--set")
    status, _, err = run(*gates, "page=two")
    assert (status, "error[E004] 'two' is no page; write its number, as in 12, 12-14 or xii" in err) == (1, True)
    asked = "the PDF has these words on page 2, and 'page' says 1: which is right?"
    assert asked in run(*gates, "page=1")[2]
    assert "; 1 question to a person, which '--all' lists" in run("verify")[1]
    assert run("verify", "--all")[1].endswith(f": gates: {asked}\n")
    edit(folder / "assets/facts.yaml", "page: 1", "page: 1-3")
    assert "question" not in run("verify", "--all")[1]
    run(*gates, "id=more-gates")
    assert "\n  page: 2\n" in library(folder)["facts"]
