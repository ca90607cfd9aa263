"""Words in a row of sources that protect somebody: found by their texts, and without these by the lock."""

from base64 import b64decode
from collections.abc import Mapping

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from talkbuilder.evidence.proof.lock import Proved, hash_text, write_lock
from talkbuilder.evidence.proof.verbatim import Verbatim, with_hashes
from talkbuilder.stages.read import read_library
from tests.memory import MemoryProject

TEXT = (
    "We set out early and walked along the river with Tamara until the sun came over the hills. The office counted"
    " seven wells in the whole of the upper valley that year, and five since then. At noon we sat down on a wall in the"
    " shade and ate what bread there was.\n"
)
PEOPLE = """\
walker: {credit: A walker, role: author}
miller: {credit: A miller, role: critic}
office: {credit: The county office, role: source, may_be_named: true}
"""
SOURCES = """\
walk:
  known_by: 0123456789abcdef 0123456789abcdef01234567
  cite_as: A walker’s notes, 2012
  date: 2012
  protects: [miller]
  voices: [{who: office, from: The office counted, to: five since then.}]
"""
CONSENT = (
    "miller: {credit: M, role: critic, consent: {by: The miller, on: 2012-01-01, uses: talks, until: 2013-01-01}}\n"
)
ROW = "walked along the river with her; at noon we sat down on a wall in the shade and ate"


def library(people: str = PEOPLE, files: Mapping[str, bytes] = {}) -> Library:
    told: dict[str, str | bytes] = {"assets/people.yaml": people, "assets/sources.yaml": SOURCES}
    return read_library(MemoryProject(told | {"assets/posts/walk.txt": TEXT} | dict(files)), Report())


def rows(text: str, here: Library, day: str = "") -> list[str]:
    return [" ".join(words) for words, _ in Verbatim(here, day).hits(text)]


def locked(here: Library) -> Library:
    """The same library without its texts, and with the lock that was written where they are."""
    (line,) = with_hashes([Proved("post", "walk", text=hash_text(TEXT))], here, {})
    return structs.replace(here, texts=lambda post: None, lock=lambda: write_lock([line]))


def test_eight_words_are_found_and_seven_are_not() -> None:
    assert rows("so at noon we sat down on a wall then", library()) == ["at noon we sat down on a wall"]
    assert rows("so noon we sat down on a wall then", library()) == []


def test_marks_capitals_and_pauses_make_no_difference() -> None:
    assert rows("“At NOON we sat: [pause 3] down on a wall!”", library()) == ["at noon we sat down on a wall"]


def test_what_is_published_elsewhere_is_free_and_parts_what_stands_around_it() -> None:
    assert rows("The office counted seven wells in the whole of the upper valley that year", library()) == []
    assert rows("sun came over the hills and since then at noon we sat down", library()) == []


def test_consent_of_all_whom_it_protects_frees_a_source_until_it_ends() -> None:
    agreed = library(PEOPLE.replace("miller: {credit: A miller, role: critic}\n", CONSENT))
    assert rows(ROW, agreed, "2012-11") == []
    assert rows(ROW, agreed, "2026-11") != []


def test_without_the_text_eleven_words_are_found_by_the_lock() -> None:
    away = locked(library())
    words = TEXT.lower().replace(",", "").replace(".", "").split()
    start = words.index("at")
    for at in range(start, len(words) - 11):
        assert rows(" ".join(words[at : at + 11]), away), at
    assert rows("The office counted seven wells in the whole of the upper valley that year", away) == []


def test_the_lock_has_a_quarter_of_the_runs_and_none_with_a_protected_name() -> None:
    kept = write_protected(protect(Protected(), "Tamara", bytes(16)))
    plain, named = (
        b64decode(with_hashed(one)[16:]) for one in (library(), library(files={"assets/posts/protected.txt": kept}))
    )
    assert len(plain) == 4 * (3 + 3)  # of 11 and of 12 runs before and behind what is free
    assert len(named) < len(plain)


def test_where_the_names_are_not_here_what_was_left_out_for_them_stays_out() -> None:
    kept = write_protected(protect(Protected(), "Tamara", bytes(16)))
    line = Proved("post", "walk", text=hash_text(TEXT))
    (named,) = with_hashes([line], library(files={"assets/posts/protected.txt": kept}), {})
    assert list(with_hashes([line], library(), {("post", "walk"): named})) == [named]


def with_hashed(here: Library) -> str:
    (line,) = with_hashes([Proved("post", "walk", text=hash_text(TEXT))], here, {})
    return line.runs


def test_a_source_that_is_away_keeps_its_hashes_and_all_have_one_salt() -> None:
    here = library()
    line = Proved("post", "walk", text="of another text", runs="0123456789abcdef")
    (again,) = with_hashes([line], here, {("post", "walk"): line})
    assert again.runs.startswith("0123456789abcdef")
    away = structs.replace(here, texts=lambda post: None)
    assert [one.runs for one in with_hashes([line], away, {("post", "walk"): again})] == [again.runs]
