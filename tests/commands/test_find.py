"""`talkbuilder find`: what it prints, and the entries that it proposes."""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report, Source
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader
from tests.blog import POSTS, QUOTES, write
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    return tmp_path


def read_quotes(yaml: str) -> dict[str, Quote]:
    """The entries of a quotes.yaml, in which there must be no fault."""
    report = Report()
    node = parse(Source("quotes.yaml", yaml), report)
    assert node is not None
    entries = Reader(report).entries(node, Quote)
    assert report.diagnostics == ()
    return {id: entry for id, entry in entries.items() if isinstance(entry, Quote)}


def own(yaml: str) -> str:
    """An entry once a person has said that its words are the author's."""
    return yaml.replace("  speaker:\n", "  speaker: blogger\n")


def add_third(folder: Path, text: str) -> None:
    """One more post, that is listed."""
    (folder / "assets" / "posts" / "third.txt").write_bytes(text.encode())
    with (folder / "assets" / "sources.yaml").open("a", encoding="utf-8") as index:
        index.write("third: {title: A third, date: 2012-06}\n")


def test_find_tells_ids_words_post_date_and_voice(folder: Path) -> None:
    status, out, err = run("find", "oven", "warm")
    assert (status, err) == (0, "")
    assert "  first-snow  The first snow, April 18, 2012\n    An old baker (baker):\n    The oven was warm" in out
    status, out, _ = run("find", "prices")
    assert "{price-rise}" in out
    assert "nobody yet: nothing tells whose words these are:" in out
    assert "A traveller, in “On market day”, May 2012" in out


def test_find_prints_for_other_programs(folder: Path) -> None:
    found = json.loads(run("find", "oven", "--format", "json", "--most", "1")[1])
    assert [one["id"] for one in found["library"]] == ["no-oven"]
    [one] = found["posts"]
    assert one["text"] == POSTS[one["post"]][one["start"] : one["end"]]
    assert (one["speaker"], one["date"], one["title"]) == ("baker", "2012-04-18", "The first snow")
    assert found["posts_searched"] == 2


def test_less_than_was_asked_for_is_told(folder: Path) -> None:
    assert run("find", "oven", "zebra")[2] == "nothing has all of these words; this has some of them\n"
    assert run("find", "barl")[2] == "nothing has these words; this has words that begin so\n"
    searched = "searched: 9 entries of the library and 2 posts"
    advice = "try fewer or other words, or import a source that tells of it"
    assert run("find", "zebra") == (0, "nothing is found of 'zebra'\n", f"{searched}; {advice}\n")
    assert run("find", "flowr")[2] == f"{searched}; did you mean 'flour'?\n"


def test_without_posts_the_library_alone_is_searched(tmp_path: Path) -> None:
    write(tmp_path, posts=False)
    status, out, err = run("find", "oven", "-C", tmp_path)
    assert (status, "quote: no-oven" in out) == (0, True)
    assert err.startswith("no posts are imported yet, only the library is searched; 'talkbuilder import")
    status, out, err = run("find", "--new-quote", "oven", "-C", tmp_path)
    assert (status, out) == (1, "")
    assert "no posts are imported yet" in err


@pytest.mark.parametrize("lack", ["sqlite", "FTS5"])
def test_without_full_text_search_it_says_what_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    if lack == "sqlite":
        monkeypatch.setitem(sys.modules, "sqlite3", None)
    else:
        monkeypatch.setattr("talkbuilder.posts.search.terms.TOKENS", "a tokenizer that no SQLite has")
    status, out, err = run("find", "oven", "warm")
    assert (status, out) == (2, "")
    assert err.startswith("talkbuilder: this Python has no full-text search: its SQLite lacks FTS5\n  = hint: ")


def test_a_faulty_library_is_searched_as_far_as_it_goes(folder: Path) -> None:
    (folder / "assets" / "quotes.yaml").write_text(QUOTES + "worse: {text: An oven}\n", "utf-8")
    status, out, err = run("find", "oven")
    assert (status, "quote: no-oven" in out, "worse" in out) == (0, True, False)
    assert "'talkbuilder check' lists it" in err


@pytest.mark.parametrize("arguments", [["..."], ["a", "--most", "0"], [], ["a", "-C", "/nowhere"]])
def test_a_wrong_command_line_is_2(folder: Path, arguments: list[str]) -> None:
    assert run("find", *arguments)[0] == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='"*()^:+-{}AND OR\x00\x1b\udcff oven', min_size=1, max_size=20))
def test_whatever_is_typed_no_traceback_and_no_control_signs(folder: Path, typed: str) -> None:
    for more in ((), ("--new-quote",)):
        status, out, err = run("find", *more, "--", typed)
        assert status in (0, 1, 2)
        assert "\x1b" not in out + err


def test_a_new_quote_is_ready_for_the_library(folder: Path) -> None:
    status, out, err = run("find", "--new-quote", "warm", "feet")
    assert (status, err) == (0, "")
    assert out == (
        "oven-warm-feet:\n  text: The oven was warm,\u00a0 and my feet were not.\n  speaker: baker\n"
        "  post: first-snow\n  translated: false\n  sensitive: []\n"
    )
    (folder / "assets" / "quotes.yaml").write_text(QUOTES + out, "utf-8")
    assert run("check")[0] == 0  # it is proved against the posts
    assert read_quotes(QUOTES + out)["oven-warm-feet"].text.value in POSTS["first-snow"]


def test_of_two_authors_neither_is_taken_for_the_speaker(folder: Path) -> None:
    with (folder / "assets" / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("sister: {credit: Her sister, role: author}\n")
    status, out, err = run("find", "--new-quote", "nobody", "money")
    assert (status, re.search("speaker: \\w", out)) == (0, None)
    assert "it is not recorded whose words these are" in err
    found = json.loads(run("find", "nobody", "money", "--format", "json")[1])
    assert found["posts"][0]["speaker"] is None
    # And the proof would not have taken either of them.
    for name in ("blogger", "sister"):
        (folder / "assets" / "quotes.yaml").write_text(
            QUOTES + own(out).replace("speaker: blogger", f"speaker: {name}"), "utf-8"
        )
        assert "error[E103]" in run("check")[1]


def test_words_that_stand_in_a_post_are_taken_just_so(folder: Path) -> None:
    [quote] = read_quotes(run("find", "--new-quote", "bake for those who", "have")[1]).values()
    assert quote.text.value == "bake for those who have"
    [quote] = read_quotes(run("find", "--new-quote", "today i bake for those who have no oven.")[1]).values()
    assert quote.text.value == "Today I bake for those who have no oven."
    [quote] = read_quotes(run("find", "--new-quote", "those who have")[1]).values()
    assert quote.text.value == "Today I bake for those who have no oven."


def test_other_voices_and_posts_are_offered(folder: Path) -> None:
    words = ("find", "--new-quote", "gave bread to the shelter")
    status, out, err = run(*words)
    assert status == 0
    assert "the words stand elsewhere too; --pick N takes another:\n  2  " in err
    speakers = [re.search("speaker:(.*)", run(*words, "--pick", number)[1]) for number in (1, 2)]
    told = sorted(one[1] for one in speakers if one)
    # A voice is filled in, and the author is not.
    assert told == ["", " farmer"]
    assert run(*words, "--pick", 3)[0] == 2
    told = json.loads(run(*words, "--format", "json")[1])
    assert told["chosen"]["yaml"] == out
    assert len(told["others"]) == 1


def test_words_in_quote_marks_are_nobodys_until_somebody_tells(folder: Path) -> None:
    add_third(folder, "")
    for sentence in ("The miller said: “It is too late.”", "“It is too late,” she told me.", "It is too late."):
        (folder / "assets" / "posts" / "third.txt").write_text(f"I walked on. {sentence} I walked home.\n", "utf-8")
        status, out, err = run("find", "--new-quote", "it is too late")
        assert (status, "post: third" in out, "whose words these are" in err) == (0, True, True)
        assert "  speaker:\n" in out


def test_a_quote_that_the_library_has_is_told_and_ids_stay_unique(folder: Path) -> None:
    assert "the library has these words already: 'no-oven'" in run("find", "--new-quote", "no oven", "today")[2]
    first = run("find", "--new-quote", "warm", "feet")[1]
    (folder / "assets" / "quotes.yaml").write_text(QUOTES + first, "utf-8")
    assert run("find", "--new-quote", "warm", "feet")[1].startswith("oven-warm-feet-2:\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab:#-\"'\\{}[]*&!|>%@`,? \n\t\u00a0\u2028“”é🙂", min_size=1, max_size=40))
def test_a_printed_new_quote_reads_back_verbatim(folder: Path, around: str) -> None:
    text = f"{around} zebra {around}"
    write(folder)
    add_third(folder, text)
    status, out, _ = run("find", "--new-quote", "zebra")
    assert status in (0, 2)  # where a quote mark parts the words, they are of more than one
    for quote in read_quotes(own(out)).values() if status == 0 else ():
        assert quote.text.value in text
        assert "zebra" in quote.text.value


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("t stop the wind blowing", "didn’t stop the wind blowing"), ("000 times it blew", "1,000 times it blew")],
)
def test_no_word_is_cut_in_two(folder: Path, typed: str, expected: str) -> None:
    add_third(folder, "We didn’t stop the wind blowing, 1,000 times it blew.")
    status, out, _ = run("find", "--new-quote", typed)
    [quote] = read_quotes(own(out)).values()
    assert (status, quote.text.value) == (0, expected)


@pytest.mark.parametrize(
    "command", [["oven", "warm"], ["--new-quote", "oven", "was", "warm"], ["--new-fact", "oven", "warm"]]
)
def test_a_protected_name_in_a_passage_is_pointed_out_without_being_repeated(folder: Path, command: list[str]) -> None:
    assert "protected" not in run("find", *command)[2]
    assert run("protect", "oven")[0] == 0
    status, _, err = run("find", *command)
    assert status == 0
    assert "protected: no deck may hold it" in err
    assert "oven" not in err.replace(", ".join(command), "")


def test_the_list_of_protected_names_is_no_source(folder: Path) -> None:
    run("protect", "Tamara Olenina")
    assert (folder / "assets/posts/protected.txt").exists()
    _, out, err = run("find", "hashes")
    assert "protected" not in out + err.split("\n")[0]
