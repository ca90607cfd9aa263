"""E145 rewriting-insert, and E106 and E108 of inserts: what may be put in, and what may not."""

import pytest

from tests.evidence.valley import judged

# A post, an insert that only explains, one that does more, and what must be said of that.
PAIRS: list[tuple[str, str, str, str]] = [
    (
        "He gave it to the harbour master.",
        "He gave it [the key] to the harbour master.",
        "He gave it […] [the key] harbour master.",
        "E145",
    ),
    (
        "This was a decrease from last spring.",
        "This was a decrease from last spring.",
        "This was […] [an increase] from last spring.",
        "E145",
    ),
    (
        "This was a decrease from last spring.",
        "This was a decrease from last [cold] spring.",
        "This was [an increase,] […] from last spring.",
        "E145",
    ),
    (
        "My mother thinks that change is worse than peace.",
        "My mother thinks that change is worse",
        "My mother thinks that […] [peace] is worse",
        "E145",
    ),
    (
        "Two sailors received a pardon.",
        "Two [young] sailors received a pardon.",
        "Two [drunken thieving young men] sailors received a pardon.",
        "E145",
    ),
    (
        "The sailors left the harbour.",
        "The sailors [of Norwood] left the harbour.",
        "[All] The sailors left the harbour.",
        "E145",
    ),
    (
        "The sailors left the harbour.",
        "The [grey] sailors left the harbour.",
        "The sailors [stole and] left the harbour.",
        "E145",
    ),
    (
        "The sailors left the harbour.",
        "The sailors left the [north] harbour.",
        "The [criminal] sailors left the harbour.",
        "E145",
    ),
    ("The sailors left the harbour.", "The sailors left the harbour.", "The sailors [never] left the harbour.", "E106"),
    ("The sailors left the harbour.", "[T]he sailors left the harbour.", "[Forty] sailors left the harbour.", "E108"),
    (
        "The sailors left the harbour.",
        "The sailors [had] left the harbour.",
        "The sailors [should have] left the harbour.",
        "E145",
    ),
    ("They were able to swim.", "They [the sailors] were able to swim.", "They were [un]able to swim.", "E145"),
    (
        "They were able to swim.",
        "They [my friends] were able to swim.",
        "They [the guilty ones] were able to swim.",
        "E145",
    ),
    ("Some guards slept at noon.", "[Some] guards slept at noon.", "[Many] guards slept at noon.", "E145"),
    (
        "The host laughed [a joke of the cook] and left.",
        "laughed [a joke of the cook] and left.",
        "laughed [a curse of the cook] and left.",
        "E145",
    ),
    ("The tide took the boat.", "The tide [at dawn] took the boat.", "The tide […] a [thief] took the boat.", "E145"),
    (
        "The cook told me about it.",
        "The cook told me about it [the storm].",
        "The cook told me about it [the murder].",
        "E145",
    ),
    ("The cook paid for the coal.", "The cook [once] paid for the coal.", "The cook [half] paid for the coal.", "E145"),
]


@pytest.mark.parametrize(("post", "true", "bent", "code"), PAIRS)
def test_an_insert_explains_and_changes_nothing(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}
