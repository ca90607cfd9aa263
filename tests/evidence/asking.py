"""What is asked about a fact of a post that is only a text of its own."""

from typing import Any

from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from tests.evidence.valley import fact, library


def judged(text: str, title: str = "A letter", **keys: Any) -> Verdict:
    """The verdict on the walker's fact, of a post that is only this text."""
    posts = f"valley: {{title: {title}, date: 2011-12}}\n"
    told = {"source": "walker", "kind": "secondary"} | keys
    return prove(library(fact(**told), sources_yaml=posts, posts__valley_txt=f"{text}\n")).verdicts[0]


def asked(text: str, **keys: Any) -> str:
    """What is asked about a fact that is proved."""
    found = judged(text, **keys)
    assert found.proved, found.faults
    return found.question
