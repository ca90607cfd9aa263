"""C361: no talk holds the title of a post that protects somebody."""

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

TITLE = "The old gate, at last"
PEOPLE = "me: {credit: A gardener, role: author}\nneighbor: {credit: A neighbor, role: critic}\n"


def codes(slides: str, title: str = TITLE, protects: str = "[neighbor]", head: str = "") -> list[str]:
    posts = f"a-gate: {{date: 2012-04, title: '{title}', cite_as: 'A blog, 2012', protects: {protects}}}\n"
    files = {"assets/people.yaml": PEOPLE, "assets/sources.yaml": posts, TALK: head + talk(slides)}
    return [one.code for one in diagnostics(files) if one.code == "C361"]


@from_table
def test_it_is_found_wherever_it_was_typed(slide: str) -> None:
    assert codes(f"- {slide}\n") == ["C361"]


def test_it_is_found_in_what_a_deck_says_of_itself() -> None:
    assert codes("- {title: T, statement: S., notes: N.}\n", head="summary: On the old gate at last\n") == ["C361"]


@from_table
def test_other_words_and_titles_too_short_to_be_meant_are_fine(slide: str, title: str) -> None:
    assert codes(f"- {slide}\n", title) == []


def test_a_post_that_protects_nobody_may_be_named() -> None:
    assert codes("- {title: The old gate at last, statement: S., notes: N.}\n", protects="[]") == []
