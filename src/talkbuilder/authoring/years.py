"""The years that figures on slides lack: an old figure without its year passes for today's.

Sure is what needs no other word: a year in brackets behind a reference with which a phrase ends, or behind the caption
of a number. Notes are left alone, where a year has to be said in a sentence.
"""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.authoring.prose import Edit
from talkbuilder.evidence.facts import Fact
from talkbuilder.source.nodes import Mapping as Keys
from talkbuilder.source.nodes import Node, Scalar
from talkbuilder.source.nodes import Sequence as Items
from talkbuilder.source.spelled import characters_of

Facts = Mapping[str, object]
NO_FACTS: Facts = {}
YEAR = re.compile(r" \(\d{4}\)")  # as it is put in
_AT_END = re.compile(r"\{([a-z0-9-]+)\}(?=\s*(?:$|[.,;:!?)]))")
_UNSEEN = frozenset({"notes", "id", "why"})
_REFERENCE = re.compile(r"\{[^{}]*\}")
_YEARS = re.compile(r"\b[12]\d{3}\b")


def old_figures(facts: Facts, given_on: str) -> dict[str, str]:
    """The year of each fact that is an old figure on the day of a talk ("2026-11"), by the rule of its check."""
    old = (one for one in facts.values() if isinstance(one, Fact) and one.is_old_on(given_on))
    dated = ((one, one.as_of.value[:4]) for one in old if one.as_of)
    # A year that the fact does not tell may be the one in which somebody wrote of it.
    return {one.id: year for one, year in dated if year in one.says.value}


def missing_years(talk: Node, years: Mapping[str, str], prose: frozenset[str]) -> Iterator[Edit]:
    """The years to put in, by their places in the file; only what stands under keys of prose is read."""
    for slide in _slides(talk):
        shown = list(_shown(slide, prose))
        told = {year for one in shown for year in _YEARS.findall(_REFERENCE.sub("", one.value))}
        number, caption = slide.get("number"), slide.get("caption")
        year = years.get(number.value, "") if isinstance(number, Scalar) else ""
        if year and isinstance(caption, Scalar) and not told:
            yield from _behind(caption, r".*[\w}%]", year)
            told.add(year)
        for one in shown:
            for found in _AT_END.finditer(one.value):
                year = years.get(found[1], "")
                if year and year not in told:
                    yield from _behind(one, re.escape(found[0]), year)
                    told.add(year)


def _behind(scalar: Scalar, words: str, year: str) -> Iterator[Edit]:
    """A year behind some words; none where an escape or a folded line hides how they are written."""
    characters = characters_of(scalar)
    if found := re.match(rf"(?s).*?(?:{words})", "".join(one.text for one in characters)):
        end = characters[found.end() - 1].end
        yield Edit(end, end, f" ({year})")


def _slides(node: Node) -> Iterator[Keys]:
    match node:
        case Keys(entries):
            for key, value in entries:
                if key.value == "slides" and isinstance(value, Items):
                    yield from (one for one in value.items if isinstance(one, Keys))
                else:
                    yield from _slides(value)
        case Items(items):
            for one in items:
                yield from _slides(one)


def _shown(node: Node, prose: frozenset[str], key: str = "") -> Iterator[Scalar]:
    """The texts that are seen on a slide, those of its lists included."""
    match node:
        case Scalar():
            if key in prose:
                yield node
        case Items(items):
            for one in items:
                yield from _shown(one, prose, key)
        case Keys(entries):
            for name, value in entries:
                if name.value not in _UNSEEN:
                    yield from _shown(value, prose, name.value)
