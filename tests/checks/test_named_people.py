"""C301, C307: nobody who was harmed, and nobody who finds fault at home, is called by a name."""

from talkbuilder.checks.protected_word import texts_on
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.people import looks_like_a_name
from talkbuilder.pipeline import BuildOptions
from tests.cases import LIBRARY, TALK, build_once, diagnostics, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

ME = "example-person: {credit: Me, role: author}\n"


def codes(person: str) -> list[str]:
    return [one.code for one in diagnostics({"assets/people.yaml": f"{ME}guest: {{{person}}}\n"})]


@from_table
def test_a_name_is_told_by_its_capital(credit: str) -> None:
    assert looks_like_a_name(credit)


@from_table
def test_what_a_person_is_and_where_is_no_name(credit: str) -> None:
    assert not looks_like_a_name(credit)


@from_table
def test_what_protects_a_person_is_what_they_are(person: str, expected: list[str]) -> None:
    assert codes(person) == expected


def test_it_is_told_at_the_credit_and_without_the_name() -> None:
    (fault,) = diagnostics({"assets/people.yaml": f"{ME}guest:\n  credit: Anna\n  role: survivor\n"})
    assert fault.place == ("assets/people.yaml", 3, 11)
    assert "Anna" not in fault.message + fault.hint


def test_nor_does_a_draft_in_the_preview_hold_it() -> None:
    anna = "example-person: {credit: Anna, role: minor, consent: {by: herself, on: 2026-05-14, uses: talks}}\n"
    slides = "- {title: It is over, quote: example-quote, notes: N.}\n"
    outline = talk(slides).replace("speaker: Your name", "speaker: example-person")
    deck = build_once(MemoryProject({**LIBRARY, "assets/people.yaml": anna, TALK: outline}), Report(), BuildOptions())
    assert deck
    told = [text for page in deck.pages for text, _ in texts_on(page, is_cover=True)]
    assert "Somebody" in " ".join(told)
    assert "Anna" not in " ".join(told)
