"""E001 in the library: whatever an entry names is there."""

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

FACT = "one: {says: One thing, show: x, source: bureau, kind: primary, post: first, exact: a word%s}\n"
QUOTE = "two: {text: Two words, speaker: bureau, post: first}\n"
PEOPLE = "bureau: {credit: A bureau, role: source}\n"
POSTS = "first: {title: A post, date: 2012-04}\n"


def told(**changed: str) -> list[tuple[str, str, str]]:
    """Code, message and hint of all that is said of a library, apart from proof."""
    files = {
        "facts": FACT % "",
        "quotes": QUOTE,
        "people": PEOPLE,
        "sources": POSTS,
        "actions": "",
        "media": "",
    } | changed
    slide = "- {statement: S, cite: [one], notes: Some words.}\n"
    found = diagnostics({TALK: talk(slide), **{f"assets/{name}.yaml": text for name, text in files.items()}})
    return [(one.code, one.message, one.hint) for one in found if one.code == "E001"]


@from_table
def test_an_entry_that_names_what_is_not_there_is_told_of_the_nearest(
    name: str, text: str, message: str, near: str
) -> None:
    ((code, said, hint),) = told(**{name: text})
    assert (code, said) == ("E001", message)
    assert near in hint


def test_who_is_like_nobody_is_shown_as_an_entry_to_add() -> None:
    (told_of,) = told(quotes=QUOTE.replace("bureau", "miller"))
    assert told_of[2].startswith(
        "one of: bureau; or add a line to assets/people.yaml: miller: {credit: what a slide may print, role: "
    )
