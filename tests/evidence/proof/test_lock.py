"""E113 to E115: without the posts the lock is what counts, and it is the same for the same library."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.evidence.proof.changes import lines, signatures
from talkbuilder.evidence.proof.lock import Proved, Unreadable, read_lock, write_lock
from talkbuilder.evidence.proof.proof import prove
from tests.corpora.tables import from_table
from tests.evidence.facts import LEAKS
from tests.evidence.valley import PEOPLE, POST, POSTS, VOICES, codes, fact, found, library, quote

FACTS = fact(**LEAKS)
QUOTES = quote("I walked through the valley")


ACTIONS = "call: {do: Call the office, phone: 555-0100, verified_on: 2026-11-25}\n"


def lock(facts: str = FACTS, quotes: str = QUOTES, **changed: str | None) -> str:
    """The lock of a library whose posts are here."""
    whole = library(facts, quotes, **({"actions_yaml": ACTIONS} | changed))
    verdicts = prove(whole).verdicts
    read = ((one.kind, one.id) for one in verdicts)
    proved = (one.proved for one in verdicts if one.proved)
    return write_lock((*proved, *lines(whole, {}), *signatures(whole, {}, read))).decode()


def without_posts(facts: str = FACTS, quotes: str = QUOTES, **changed: str | None) -> list[str]:
    """What is found of a library whose posts are not here; by default with the lock of the unchanged one."""
    files: dict[str, str | None] = {"evidence_lock": lock(), "posts__valley_txt": None, "actions_yaml": ACTIONS}
    return codes(facts, quotes, **(files | changed))


def test_what_was_proved_stays_proved_without_the_posts() -> None:
    assert without_posts() == []


def test_without_posts_and_lock_nothing_is_proved() -> None:
    assert without_posts(evidence_lock=None) == ["E113", "E113"]


def test_an_entry_that_is_not_in_the_lock_is_not_proved() -> None:
    assert without_posts(FACTS + fact("new", **(LEAKS | {"says": "88 in 2010"}))) == ["E113"]


@from_table
def test_a_fact_that_was_changed_since_is_told(change: dict[str, object]) -> None:
    assert without_posts(fact(**(LEAKS | change))) == ["E114"]


def test_a_quotation_that_was_changed_since_is_told() -> None:
    assert without_posts(quotes=quote("I walked through the valleys")) == ["E114"]
    assert without_posts(quotes=quote("I walked through the valley", "miller")) == ["E114"]


def test_a_second_author_is_told_once_a_post_instead_of_each_entry() -> None:
    second = PEOPLE + "other: {credit: Another teacher, role: author}\n"
    faults = found(
        FACTS, QUOTES, evidence_lock=lock(), posts__valley_txt=None, actions_yaml=ACTIONS, people_yaml=second
    )
    assert {one.code for one in faults} == {"E114"}
    assert len(set(faults)) == 1
    assert "'walker' and 'other' have the role 'author'" in faults[0].message


def test_whoever_changes_who_is_speaking_changes_what_was_proved() -> None:
    voices = VOICES.replace("from: We don't grind", "from: I walked")
    assert without_posts(sources_yaml=POSTS.replace(VOICES, voices)) == ["E114"]  # told once, of the post


@from_table
def test_what_entries_rest_on_and_what_people_are_asked_to_do_is_locked_too(
    file: str, old: str, new: str, code: str
) -> None:
    whole = {"people_yaml": PEOPLE, "sources_yaml": POSTS, "actions_yaml": ACTIONS}[file]
    assert old in whole
    assert without_posts(**{file: whole.replace(old, new)})[0] == code


def test_how_fast_somebody_speaks_and_when_a_line_was_tried_is_not_locked() -> None:
    assert without_posts(people_yaml=PEOPLE.replace("A walker,", "A walker, pace: 120,")) == []
    assert without_posts(actions_yaml=ACTIONS.replace("2026-11-25", "2027-01-02")) == []


def test_what_no_proof_rests_on_may_change() -> None:
    changed = QUOTES + "  sensitive: [health]\n"
    assert without_posts(FACTS, changed) == []


def test_with_the_posts_no_lock_is_needed_and_a_stale_one_does_no_harm() -> None:
    assert codes(FACTS, QUOTES) == []
    stale = lock(FACTS, quote("for 3 ½ weeks"))
    assert codes(FACTS, QUOTES, evidence_lock=stale, actions_yaml=ACTIONS) == []


def _without(number: int) -> Callable[[list[str]], list[str]]:
    return lambda rows: rows[:number] + rows[number + 1 :]


DAMAGE: dict[str, Callable[[list[str]], list[str]]] = {
    "the marks of a conflict": lambda rows: ["<<<<<<< ours", *rows],
    "the first line deleted": _without(0),
    "a line in the middle deleted": _without(2),
    "the last entry deleted": lambda rows: [*rows[:-2], rows[-1]],
    "the closing line deleted": lambda rows: rows[:-1],
    "all but the closing line deleted": lambda rows: rows[-1:],
    "two lines exchanged": lambda rows: [rows[1], rows[0], *rows[2:]],
    "in another order, closed": lambda rows: [*reversed(rows[:-1]), rows[-1]],
    "a line doubled": lambda rows: [rows[0], *rows],
    "a line doubled at the end": lambda rows: [*rows[:-1], rows[0], rows[-1]],
    "the closing line doubled": lambda rows: [*rows, rows[-1]],
    "a line behind the closing one": lambda rows: [*rows, rows[0]],
    "a line of another kind": lambda rows: ['{"kind":"dog","id":"a"}', *rows],
    "a key that is none": lambda rows: [rows[0].replace('"kind"', '"more":1,"kind"'), *rows[1:]],
    "a hash changed": lambda rows: [rows[0], rows[1].replace('"entry":"', '"entry":"0'), *rows[2:]],
    "the hash of the post changed": lambda rows: [row.replace('"text":"', '"text":"f') for row in rows],
    "a place changed": lambda rows: [row.replace('"length":', '"length":1') for row in rows],
    "a count changed": lambda rows: [*rows[:-1], rows[-1].replace('"lines":', '"lines":1')],
    "a blank line": lambda rows: [rows[0], "", *rows[1:]],
    "an entry put in": lambda rows: [*rows[:2], rows[1].replace('"id":"', '"id":"z-'), *rows[2:]],
    "nothing left": lambda rows: [],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_lock_that_somebody_edited_is_told(damage: Callable[[list[str]], list[str]]) -> None:
    edited = "".join(row + "\n" for row in damage(lock().splitlines()))
    assert edited != lock()
    assert without_posts(evidence_lock=edited) == ["E115"]
    assert codes(FACTS, QUOTES, evidence_lock=edited) == ["E163"]  # where the posts prove all, it only has to be mended


def test_the_ends_of_lines_of_another_system_are_no_edit() -> None:
    assert without_posts(evidence_lock=lock().replace("\n", "\r\n")) == []


def test_what_was_taken_out_of_a_lock_and_closed_again_is_missed() -> None:
    def closed_without(kind: str, id: str) -> list[str]:
        rest = (one for key, one in read_lock(lock().encode()).items() if key != (kind, id))
        return without_posts(evidence_lock=write_lock(rest).decode())

    assert closed_without("fact", "a-fact") == ["E113"]
    assert closed_without("post", "valley") == ["E113", "E113"]
    assert closed_without("person", "office") == ["E114"]
    assert closed_without("person", "shepherd") == []  # whom no entry names
    assert closed_without("action", "call") == ["E164"]


def test_a_line_of_which_nothing_is_left_is_told() -> None:
    assert without_posts("") == ["E167"]
    assert without_posts(people_yaml=PEOPLE.partition("shepherd")[0]) == ["E167"]


def test_a_lock_of_an_older_talkbuilder_is_to_be_written_anew() -> None:
    old = "".join(row + "\n" for row in lock().splitlines() if '"kind":"fact"' in row or '"kind":"quote"' in row)
    (told,) = found(FACTS, QUOTES, evidence_lock=old, posts__valley_txt=None)
    assert told.code == "E115"
    assert "an older talkbuilder" in told.message
    assert "talkbuilder verify" in told.hint


def test_the_lock_tells_where_the_words_stand_in_the_post_itself() -> None:
    proved = read_lock(lock(quotes=quote("for 3 1/2 weeks in the summer of 2011. The old mill")).encode())
    one = proved["quote", "a-quote"]
    assert POST[one.offset : one.offset + one.length] == "for 3 ½ weeks in the summer of 2011.\u00a0 The old mill"


def test_the_lock_has_one_order_whatever_that_of_the_library() -> None:
    other = fact("b-fact", **(LEAKS | {"says": "88 in 2010"}))
    assert lock(FACTS + other) == lock(other + FACTS)
    assert lock() == lock()


proofs = st.lists(
    st.builds(
        Proved,
        st.sampled_from(["fact", "quote", "post", "person", "action", "review"]),
        st.text(),
        st.text(),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    unique_by=lambda one: (one.kind, one.id),
)


@given(proofs)
def test_a_lock_reads_as_it_was_written(written: list[Proved]) -> None:
    assert list(read_lock(write_lock(written)).values()) == sorted(written, key=lambda one: (one.kind, one.id))


@pytest.mark.parametrize("data", [b"x\n", b"{}\n", b"[1]\n", b"\xff\n", b'{"kind": 1, "id": "a"}\n', b"null\n"])
def test_a_lock_of_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        read_lock(lock().splitlines(keepends=True)[0].encode() + data)
    assert raised.value.line == 2


@from_table
def test_the_line_at_fault_is_named(damage: str, line: int, told: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_lock("\n".join(DAMAGE[damage](lock().splitlines())).encode())
    assert raised.value.line == line
    assert told in str(raised.value)


def test_a_line_of_another_kind_is_no_line_of_a_lock_that_was_closed_again() -> None:
    with pytest.raises(Unreadable):
        read_lock(write_lock([Proved("dog", "a")]))
