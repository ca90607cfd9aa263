"""`talkbuilder sources`: every claim of a talk with its evidence."""

import json
from pathlib import Path

import pytest

from tests.blog import TALK, write
from tests.running import edit, run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    return tmp_path


def test_a_fact_is_told_with_all_that_a_checker_needs(folder: Path) -> None:
    status, out, _ = run("sources", "bread")
    assert status == 0
    assert out.startswith("Bread: 2 facts, 1 quote, 1 action on 5 slides\n")
    told = (
        "slide 3: Prices went up by 12%  (talks/bread.yaml:7)\n"
        "  its words: not yet reviewed\n"
        "\n"
        "  fact price-rise\n"
        "    says       Prices rose by 12 percent in a week\n"
        "    value      12 % (exact)\n"
        "    counts     rise of prices\n"
        "    as of      2012\n"
        "    who        A traveller (blogger)\n"
        "    certainty  observation: seen by the one who tells it\n"
        "    post       “On market day”, May 2012 (the-market)\n"
        "    look for   “Prices rose by 12% in one week”\n"
        "    sentence   Prices rose by 12% in one week.\n"
    )
    assert told in out


def test_a_quotation_and_an_action_are_told_with_all_that_a_checker_needs(folder: Path) -> None:
    edit(folder / "assets" / "actions.yaml", "give-flour: {", "give-flour: {until: 2027-05-31, ")
    out = run("sources", "bread")[1]
    assert (
        "  quote no-oven\n"
        "    text       Today I bake for those who have no oven.\n"
        "    who        An old baker (baker)\n"
        "    post       “The first snow”, April 18, 2012 (first-snow)\n"
        "    sentence   Today I bake for those who have no oven.”\n"
    ) in out
    assert (
        "  action give-flour\n"
        "    do         Give a bag of flour\n"
        "    contact    555-0100\n"
        "    until      May 31, 2027\n"
        "    checked    January 31, 2026\n"
        "    post       “On market day”, May 2012 (the-market)\n"
    ) in out


def test_what_is_computed_is_told_with_all_that_it_is_computed_from(folder: Path) -> None:
    ages = (
        "age: {says: The baker began at nine, show: nine, value: 9, unit: years, measure: age, as_of: 2012,"
        " source: baker, kind: primary, post: first-snow, exact: when I was nine}\n"
        'age-ten: {says: "He began at ten, a farmer has heard", show: ten, value: 10, unit: years, measure: age heard,'
        ' as_of: 2012, source: farmer, kind: hearsay, post: the-market, exact: "she has heard, began at ten"}\n'
        'apart: {says: "He began 1 year before that, as a farmer has heard", from: [age, age-ten], by: difference}\n'
    )
    edit(folder / "assets" / "facts.yaml", "price-rise: {", f"{ages}price-rise: {{")
    edit(folder / "talks" / "bread.yaml", "cite: [baking-age]", "cite: [apart]")
    assert (
        "    certainty  hearsay: computed: 9 - 10; hearsay: somebody told it, nobody checked it\n"
        "    from       age: The baker began at nine\n"
        "    post       “The first snow”, April 18, 2012 (first-snow)\n"
        "    look for   “when I was nine”\n"
        "    from       age-ten: He began at ten, a farmer has heard\n"
        "    post       “On market day”, May 2012 (the-market)\n"
        "    look for   “she has heard, began at ten”\n"
    ) in run("sources", "bread")[1]


def test_what_is_only_said_is_told_apart_and_conflicts_are_named(folder: Path) -> None:
    out = run("sources", "talks/bread.yaml")[1]
    notes = out.index("fact baking-age, only in the notes")
    assert notes < out.index("status     conflict; conflicts with baking-age-ten") < out.index("slide 3:")
    assert "quote no-oven\n    text       Today I bake for those who have no oven.\n    who        An old baker" in out


def test_without_the_post_there_is_no_sentence(folder: Path) -> None:
    assert run("verify")[0] == 0
    (folder / "assets" / "posts" / "the-market.txt").unlink()
    out = run("sources", "bread")[1]
    assert "    look for   “Prices rose by 12% in one week”\n\n" in out
    assert "    sentence   Today I bake for those who have no oven.”\n" in out
    told = json.loads(run("sources", "bread", "--format", "json")[1])
    sentences = {one["id"]: one.get("sentence") for slide in told["slides"] for one in slide["claims"]}
    assert sentences["price-rise"] is None
    assert sentences["no-oven"] == "Today I bake for those who have no oven.”"


def test_what_was_typed_and_marked_is_listed(folder: Path) -> None:
    own_words = "notes: 'I baked for {own: forty years | in my mother’s shop}.'"
    marked = TALK.replace("notes: Say it slowly, {price-rise} in one week.", own_words)
    (folder / "talks" / "bread.yaml").write_text(marked, "utf-8")
    out = run("sources", "bread")[1]
    assert out.startswith("Bread: 2 facts, 1 quote, 1 action, 1 mark of the speaker's own on 5 slides\n")
    assert (
        "  the speaker's own, typed and marked, only in the notes\n    words      forty years\n"
        "    why        in my mother’s shop\n"
    ) in out
    told = json.loads(run("sources", "bread", "--format", "json")[1])
    own = [one for slide in told["slides"] for one in slide["claims"] if one["kind"] == "own"]
    assert own == [{"kind": "own", "where": "notes", "words": "forty years", "why": "in my mother’s shop"}]


def test_how_a_voice_is_known_is_told_with_its_claims(folder: Path) -> None:
    posts = folder / "assets" / "sources.yaml"
    known = "who: baker, summary: true, as_quoted: true, "
    posts.write_text(posts.read_text("utf-8").replace("who: baker, ", known), "utf-8")
    out = run("sources", "bread")[1]
    assert "    who        An old baker, as quoted on the speaker’s blog (baker)\n" in out
    assert "    translated summary\n" in out
    assert "; known from a summary; as quoted on the speaker’s blog" in out
    told = json.loads(run("sources", "bread", "--format", "json")[1])
    [quote] = [one for slide in told["slides"] for one in slide["claims"] if one["kind"] == "quote"]
    assert (quote["who"], quote["translated"]) == ("An old baker, as quoted on the speaker’s blog", "summary")


def test_sources_are_told_to_other_programs(folder: Path) -> None:
    told = json.loads(run("sources", "bread", "--format", "json")[1])
    assert told["talk"] == "Bread"
    assert [slide["number"] for slide in told["slides"]] == [1, 3, 4, 5, 6]
    [fact] = told["slides"][1]["claims"]
    assert (fact["value"], fact["precision"], fact["as_of"], fact["certainty"]) == (12, "exact", "2012", "observation")
    assert (fact["post"], fact["date"], fact["exact"]) == ("the-market", "2012-05", "Prices rose by 12% in one week")
    assert (fact["source"], fact["who"], fact["where"]) == ("blogger", "A traveller", "slide")
    assert told["slides"][0]["claims"][0]["conflicts_with"] == ["baking-age-ten"]
    assert {fault["severity"] for fault in told["faults"]} <= {"warning"}


def test_faults_are_told_and_the_rest_is_listed(folder: Path) -> None:
    (folder / "talks" / "bread.yaml").write_text(TALK.replace("quote: no-oven", "quote: no-stove"), "utf-8")
    status, out, err = run("sources", "bread")
    assert status == 1
    assert "error[E001]" in err
    assert "What you can do" in out
    status, out, err = run("sources", "bread", "--format", "json")
    assert (status, err) == (1, "")
    assert [fault["code"] for fault in json.loads(out)["faults"] if fault["severity"] == "error"] == ["E001"]


@pytest.mark.parametrize("arguments", [["breed"], ["a", "b"], ["../bread.yaml"]])
def test_a_wrong_command_line_is_2(folder: Path, arguments: list[str]) -> None:
    assert run("sources", *arguments)[0] == 2


def test_of_many_warnings_of_a_kind_the_first_is_told_and_all_if_asked(folder: Path) -> None:
    slides = "".join(
        f"  - {{title: A loaf of the day {word}, statement: Bread {word}, cite: [price-rise]}}\n"
        for word in ("here", "there", "then", "now", "again")
    )
    outline = folder / "talks/bread.yaml"
    text = outline.read_text("utf-8")
    at = text.index("  - title:")
    outline.write_text(text[:at] + slides + text[at:], "utf-8")

    for command in ("sources", "time", "check"):
        _, out, err = run(command, "bread")
        assert (out + err).count("warning[C002] no notes") == 1, command
        assert ", and 5 more\n" in out + err
        assert "; '--all' prints each with its line and what to do\n" in out + err
        _, out, err = run(command, "bread", "--all")
        assert (out + err).count("warning[C002] no notes") == 6, command
        assert ", and 5 more" not in out + err
