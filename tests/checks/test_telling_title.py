"""E190: a post that protects somebody is cited by words that lead nowhere."""

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

PEOPLE = "me: {credit: A gardener, role: author}\nneighbor: {credit: A neighbor, role: critic}\n"
SLIDE = talk("- {title: A gate, statement: It is open., notes: Look.}\n")


def faults(post: str) -> list[tuple[str, str]]:
    files = {f"assets/{name}.yaml": "" for name in ("facts", "quotes", "actions")}
    files |= {"assets/people.yaml": PEOPLE, "assets/sources.yaml": f"a-gate: {{date: 2012-04, {post}}}\n", TALK: SLIDE}
    return [(one.code, one.message) for one in diagnostics(files) if one.code in ("E190", "E001")]


def cited(title: str, cite_as: str) -> list[str]:
    return [code for code, _ in faults(f"title: '{title}', cite_as: '{cite_as}', protects: [neighbor]")]


def test_a_post_that_protects_nobody_may_be_printed_by_its_title() -> None:
    assert faults("title: The old gate at last") == []
    assert faults("title: The old gate at last, cite_as: The old gate at last") == []


def test_a_post_that_protects_somebody_needs_another_name() -> None:
    message = "'a-gate' protects people, and slides would print its title"
    assert faults("title: The old gate at last, protects: [neighbor]") == [("E190", message)]


@from_table
def test_another_name_that_tells_the_title_is_none(title: str, cite_as: str) -> None:
    assert cited(title, cite_as) == ["E190"]


@from_table
def test_another_name_may_share_a_word_or_two(title: str, cite_as: str) -> None:
    assert cited(title, cite_as) == []


def test_whom_a_post_protects_must_be_known() -> None:
    assert faults("title: Gate, cite_as: A post, protects: [neighbour]") == [("E001", "no person 'neighbour'")]
