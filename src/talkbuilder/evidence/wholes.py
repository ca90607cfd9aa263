"""Whether the post joins what a fact counts with the whole that its `part_of` names: else a person is asked."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from talkbuilder.evidence.comparing import Placed
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.normal import Range
from talkbuilder.evidence.parts import is_part
from talkbuilder.evidence.post_text import PostText


def unjoined(
    places: Mapping[str, Iterable[Placed]], post_texts: Mapping[str, PostText | None]
) -> Mapping[str, tuple[str, ...]]:
    """By its id, what to ask of each fact whose whole stands in another sentence, and is told there of others."""
    sentences = dict(_sentences(places, post_texts))
    facts = {fact.id: fact for found in places.values() for fact, _ in found}
    asked: dict[str, tuple[str, ...]] = {}
    for fact in facts.values():
        whole = facts.get(fact.part_of.value) if fact.part_of else None
        if whole is None or sentences[fact.id] == sentences[whole.id] or is_part(_without(fact), whole):
            continue
        asked[fact.id] = (f"'part_of' is '{whole.id}', and no sentence joins the two: is it some of the same?",)
    return asked


def _sentences(
    places: Mapping[str, Iterable[Placed]], post_texts: Mapping[str, PostText | None]
) -> Iterator[tuple[str, tuple[str, Range]]]:
    for post, found in places.items():
        if post_text := post_texts.get(post):
            yield from ((fact.id, (post, post_text.sentence(*place))) for fact, place in found)


def _without(fact: Fact) -> Fact:
    return structs.replace(fact, part_of=None)
