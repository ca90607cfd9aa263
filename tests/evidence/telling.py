"""A fact that says something of a few sentences of a post, and what is found of it: what is true, and what bends it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from tests.evidence.valley import fact, library

REVIEW = "review"


class Bent(NamedTuple):
    """Sentences of a post, the words of them that are pointed to, and statements: a true one and one that bends it."""

    post: str
    exact: str
    true: str
    bent: str
    verdict: str  # of the bent one: its code, or `review`


def told(post: str, exact: str | Sequence[str], says: str, **keys: Any) -> Verdict:
    """The verdict on a fact of the walker's, who blogs."""
    entry = {"says": says, "source": "walker", "kind": "secondary", "exact": exact} | keys
    posts = "valley: {title: A letter, date: 2011-12}\n"
    return prove(library(fact(**entry), sources_yaml=posts, posts__valley_txt=f"{post}\n")).verdicts[0]


def verdicts(found: Verdict) -> set[str]:
    """The codes of all faults, and `review` where a person is asked."""
    return {fault.code for fault in found.faults} | ({REVIEW} if found.review else set())


def is_proved(one: Bent) -> bool:
    found = told(one.post, one.exact, one.true)
    return not found.faults and found.proved is not None


def is_caught(one: Bent) -> bool:
    return one.verdict in verdicts(told(one.post, one.exact, one.bent))
