"""What may stand in brackets in place of the post's own words: a tense, a pronoun, who is meant; and what may not."""

import pytest

from tests.evidence.valley import judged

# A post, a quotation in which something else stands for a word of it, and one in which more is made of it.
PAIRS = [
    ("The nuns are sent to the coast.", "The nuns [were] sent to the coast.", "The nuns [must be] sent to the coast."),
    ("They have closed the gate.", "They [had] closed the gate.", "They [never] closed the gate."),
    ("We walk to the well in June.", "We [walked] to the well in June.", "We [ran] to the well in June."),
    (
        "I think my father built the pier.",
        "I think [her] father built the pier.",
        "I think [every] father built the pier.",
    ),
    ("In May Erik Lund became a monk.", "In May [the boy] became a monk.", "In May [the drunkard] became a monk."),
    ("In May Erik Lund became a monk.", "In May [Lund] became a monk.", "In May [Per Holm] became a monk."),
    ("In May Erik Lund became a monk.", "In May [he] became a monk.", "In May [Erik], […] became a monk."),
    ("The old smith was kind to us.", "The old smith was kind to [them].", "The [young] smith was kind to us."),
    (
        "On Friday she moves to the island.",
        "On Friday [Hanna] moves to the island.",
        "On Friday [she never] moves there.",
    ),
    ("For years we walked to the well.", "For years [they] walked to the well.", "For years [they ran] to the well."),
    ("The guests may have paid for it.", "The guests may have paid for it.", "The guests [had] paid for it."),
    ("The guests pay, and I smile.", "The guests pay, and [she] smile[s].", "The guests [smile] I smile."),
]


@pytest.mark.parametrize(("post", "true", "bent"), PAIRS, ids=[true for _, true, _ in PAIRS])
def test_an_insert_may_stand_for_whom_or_when_and_for_nothing_else(post: str, true: str, bent: str) -> None:
    assert judged(post, true).faults == ()
    assert judged(post, bent).faults


@pytest.mark.parametrize("true", [true for _, true, _ in PAIRS if "[" in true])
def test_a_person_sees_each_of_them(true: str) -> None:
    post = next(post for post, own, _ in PAIRS if own == true)
    assert any("is put in" in asked for asked in judged(post, true).review)
