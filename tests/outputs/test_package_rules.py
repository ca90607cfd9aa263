"""Every deck keeps the rules of the package and the schemas, and each rule finds the fault that it is there for."""

import re
from collections.abc import Iterable
from typing import get_args

import pytest

from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests import package_rules, validation
from tests.corpora.tables import from_table
from tests.listing import written
from tests.opened import TYPES, Package, opened, packed
from tests.sample import built, slide, talk
from tests.shipped import TALKS, shipped

_NASTY = "A & B < C > ]]> &amp; 'E' %s {{}} \\U0001F40E \\u200f abc \\u200b"


def faults(data: bytes) -> list[str]:
    return [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)]


# Every kind of slide does so in each theme, and a talk on a template.
@pytest.mark.trial
@pytest.mark.parametrize("name", TALKS)
@pytest.mark.parametrize("aspect", get_args(Aspect))
def test_a_shipped_talk_keeps_every_rule_on_either_screen(name: str, aspect: Aspect) -> None:
    deck, _ = shipped(name, Occasion(aspect=aspect))
    assert faults(written(deck)) == []


def test_a_deck_with_nasty_texts_keeps_every_rule() -> None:
    outline = talk(
        f'  - {{title: "{_NASTY}", photo: steppe, caption: "{_NASTY}", notes: "{_NASTY}"}}\n'
        f'  - {{title: "Again {_NASTY}", bullets: ["{_NASTY}", "*{_NASTY}*"], notes: "{_NASTY}"}}\n'
        f'  - {{statement: "{_NASTY}", cite: [grass], notes: "{_NASTY}"}}'
    )
    for key in ("talk: A talk", "speaker: A speaker", "subtitle: On something", "section: First part"):
        outline = outline.replace(key, f'{key.split(":")[0]}: "{_NASTY}"')
    media = f'steppe: {{file: steppe.png, alt: "{_NASTY}", credit: "{_NASTY}", people: []}}'
    assert faults(written(built(outline, media=media)[0])) == []


def test_a_deck_of_110_slides_keeps_every_rule() -> None:
    """Numbers of slides of one, two and three digits: parts that are sorted by name and by number differ."""
    deck, _ = built(talk("\n".join(f"  - {{statement: Line {n}, cite: [grass]}}" for n in range(110))))
    data = written(deck)
    assert [*package_rules.broken(data), *package_rules.unlike_ours(data)] == []


def _deck_of(kinds: Iterable[str]) -> bytes:
    every = "\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in kinds)
    return written(built(talk(every))[0])


@pytest.fixture(scope="module")
def mixed() -> Package:
    """A deck without faults that has all that the rules are about."""
    data = _deck_of(("bullets", "photo", "statement"))
    assert faults(data) == []
    return opened(data)


@pytest.fixture(scope="module")
def small() -> Package:
    """A deck without faults that has what these are made of."""
    data = _deck_of(("bullets",))
    assert faults(data) == []
    return opened(data)


def changed(package: Package, part: str, before: str, after: str) -> bytes:
    """The deck with the first place in the parts of a name that matches a pattern written anew."""
    entries, made = [], 0
    for name, data in package.entries:
        if re.fullmatch(part, name) and not made:
            text, made = re.subn(before, after, data.decode(), count=1)
            data = text.encode()
        entries.append((name, data))
    assert made, "there is nothing to break"
    return packed(Package(tuple(entries)))


_MAIN = r"ppt/presentation\.xml"
_SLIDE = r"ppt/slides/slide\d+\.xml"
_LAYOUT = r"ppt/slideLayouts/slideLayout\d+\.xml"
_TYPES = re.escape(TYPES)
_MASTER = r"ppt/slideMasters/slideMaster1\.xml"


@from_table
def test_a_rule_finds_its_fault(fault: str, part: str, before: str, after: str, expected: str, mixed: Package) -> None:
    data = changed(mixed, part, before, after)
    assert expected in " ".join([*package_rules.broken(data), *package_rules.unlike_ours(data)]), fault


def test_types_come_first_and_no_name_comes_twice(mixed: Package) -> None:
    turned = packed(Package(mixed.entries[::-1]))
    assert package_rules.broken(turned) == [f"{TYPES} is not the first entry"]
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = packed(Package((*mixed.entries, mixed.entries[-1])))
    assert f"{mixed.entries[-1][0]} is there 2 times" in package_rules.broken(twice)


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        (_SLIDE, r"<a:rPr lang=\"en-US\"/>(<a:t>.*?</a:t>)", r'\1<a:rPr lang="en-US"/>'),
        (_LAYOUT, r'sz="\d+"', 'sz="1"'),
        (_MAIN, r"(<p:sldSz .*?/>)(<p:notesSz .*?/>)", r"\2\1"),
    ],
)
def test_the_schemas_know_order_names_and_values(part: str, before: str, after: str, small: Package) -> None:
    assert validation.problems(changed(small, part, before, after)) != []
