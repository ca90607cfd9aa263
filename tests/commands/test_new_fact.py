"""`talkbuilder find --new-fact`: a passage as an entry for facts.yaml."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report, Source
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader
from tests.blog import FACTS, POSTS, write
from tests.corpora.tables import from_table
from tests.running import run

MILL = (
    "In 2011 the county counted at least 1,200 sheep, compared with 900 sheep in 2010. The mill cost $5,000. About"
    " 30% of the fields were dry. The river is the third longest in the valley. I heard that six wolves came. I saw"
    " four bears at the mill. The mill was old and the mill was dark. And the mill was old and the mill was dark"
    " again in 2009. A quarter of the oxen died. They never came back. Over two thousand dollars went to the smith."
    " Ten years later the office counted 265 ducks."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    (tmp_path / "assets" / "posts" / "mill.txt").write_text(MILL, "utf-8")
    with (tmp_path / "assets" / "sources.yaml").open("a", encoding="utf-8") as posts:
        posts.write("mill: {title: The mill, date: 2012-06}\n")
    return tmp_path


def own(yaml: str) -> str:
    """An entry once a person has said that its words are the author's, or in their own words what somebody else says
    of 'me' or 'us'."""
    says = "" if "\n  says:" in yaml else "\n  says: They say so"
    return yaml.replace(":\n", f":{says}\n", 1).replace("  source:\n", "  source: blogger\n")


def read_fact(yaml: str) -> Fact:
    report = Report()
    node = parse(Source("facts.yaml", own(yaml)), report)
    assert node is not None
    [fact] = Reader(report).entries(node, Fact).values()
    assert isinstance(fact, Fact)
    assert report.diagnostics == ()
    return fact


def completed(yaml: str) -> str:
    """An entry with what no program knows."""
    wanted = {"measure": "what was counted at the mill", "as_of": "2012-06"} if "  value:" in yaml else {}
    added = "".join(f"  {key}: {value}\n" for key, value in wanted.items() if f"  {key}:" not in yaml)
    return own(yaml).replace("  source:", f"{added}  source:")


def test_a_new_fact_is_proved_once_it_has_what_no_program_knows(folder: Path) -> None:
    status, out, err = run("find", "--new-fact", "county", "sheep", "1,200")
    assert (status, err[:52]) == (0, "error[E160] it is not recorded whose words these are")
    assert out == (
        "county-counted-sheep-compared:\n"
        "  says: In 2011 the county counted at least 1,200 sheep, compared with 900 sheep in 2010\n"
        "  show: at least 1,200\n  value: 1200\n  unit: sheep\n  precision: at-least\n  as_of: 2011\n"
        "  source:\n  kind: secondary\n  post: mill\n"
        "  exact: county counted at least 1,200 sheep, compared with 900 sheep in 2010\n  status: ok\n"
    )
    (folder / "assets" / "facts.yaml").write_text(FACTS + completed(out), "utf-8")
    assert run("verify")[0] == 0


@from_table
def test_what_the_sentence_tells_is_filled_in(folder: Path, words: list[str], expected: dict[str, object]) -> None:
    status, out, _ = run("find", "--new-fact", *words)
    fact = read_fact(out)
    told = {key: getattr(getattr(fact, key), "value", getattr(fact, key)) for key in expected}
    assert (status, told) == (0, expected)
    (folder / "assets" / "facts.yaml").write_text(FACTS + completed(out), "utf-8")
    assert run("verify")[0] == 0


def test_words_that_stand_more_than_once_are_pointed_to_within_others(folder: Path) -> None:
    (folder / "assets" / "posts" / "mill.txt").write_text("It was dark. The mill stood still. " * 3, "utf-8")
    status, out, _ = run("find", "--new-fact", "mill", "stood")
    assert status == 0
    assert read_fact(out).within


def test_programs_get_it_with_what_is_open(folder: Path) -> None:
    told = json.loads(run("find", "--new-fact", "mill", "cost", "--format", "json")[1])["chosen"]
    assert read_fact(told["yaml"]).id == told["id"]
    assert told["post"] == "mill"
    assert "whose words" in told["faults"][0]


def test_nothing_found_prints_no_entry(folder: Path) -> None:
    assert run("find", "--new-fact", "zebra") == (
        1,
        "",
        "no post has 'zebra'; try fewer or other words, and 'talkbuilder find' with them\n",
    )
    assert "did you mean 'wolves'?" in run("find", "--new-fact", "wolfes")[2]
    assert run("find", "--new-fact", "--new-quote", "mill")[0] == 2
    assert run("find", "--new-fact", "wolves", "--pick", 9)[0] == 2
    for post in (folder / "assets" / "posts").glob("*.txt"):
        post.unlink()
    assert run("find", "--new-fact", "mill")[0] == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(" ".join((*POSTS.values(), MILL)).split()), min_size=1, max_size=3))
def test_every_draft_reads_and_points_into_its_post(folder: Path, words: list[str]) -> None:
    status, out, _ = run("find", "--new-fact", "--", *words)
    if status == 0:
        fact = read_fact(out)
        assert len(fact.exact.value.split()) <= 12
        assert fact.post.value in {*POSTS, "mill"}
