"""Every deck keeps the rules of the package and the schemas, and each rule finds the fault that it is there for."""

import re
from collections.abc import Iterable

import pytest

from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests import package_rules, validation
from tests.listing import written
from tests.opened import TYPES, Package, opened, packed
from tests.sample import built, slide, talk
from tests.shipped import shipped

_NASTY = "A & B < C > ]]> &amp; 'E' %s {{}} \\U0001F40E \\u200f abc \\u200b"


def faults(data: bytes) -> list[str]:
    return [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)]


@pytest.mark.parametrize(
    ("name", "aspect"),
    [
        ("kazakhstan", "16:9"),
        ("human-trafficking", "4:3"),
        pytest.param("kazakhstan", "4:3", marks=pytest.mark.trial),
        pytest.param("human-trafficking", "16:9", marks=pytest.mark.trial),
    ],
)
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
_FAULTS = {
    "slide id 255": (_MAIN, r'id="256"', 'id="255"', "slide id 255 is out of range"),
    "a slide id of the masters' numbers": (_MAIN, r'id="257"', 'id="2147483648"', "is out of range"),
    "two slides of one id": (_MAIN, r'<p:sldId id="257"', '<p:sldId id="256"', "id 256 is used 2 times"),
    "a layout with the id of a slide": (_MASTER, r'id="2147483649"', 'id="256"', "id 256 is out of range"),
    "a layout with the id of its master": (_MASTER, r'id="2147483649"', 'id="2147483648"', "is used 2 times"),
    "shapes of one id": (_SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"', "shape id 2 is used 2 times"),
    "a crop divided by ten": (_SLIDE, r'srcRect t="(\d+)\d" b="(\d+)\d"', r'srcRect t="\1" b="\2"', "fills a frame"),
    "a crop of one side": (_SLIDE, r'(srcRect t="\d+") b="\d+"', r"\1", "fills a frame"),
    "a crop of more than all": (_SLIDE, r'srcRect t="\d+"', 'srcRect t="100001"', "a picture is cut by"),
    "a dark layout with the master's shapes": (_LAYOUT, r' showMasterSp="0"', "", "is dark and has showMasterSp None"),
    "a light layout without them": (r".*/slideLayout3\.xml", r' type="obj"', ' showMasterSp="0"', "is light and has"),
    "a dark layout on the master's ground": (_LAYOUT, r"<p:bg>.*</p:bg>", "", "has no ground of its own"),
    "a slide with the wrong colours": (
        _SLIDE,
        r"<a:overrideClrMapping[^>]*/>",
        "<a:masterClrMapping/>",
        "maps colours in another way",
    ),
    "a level that states no space": (_LAYOUT, r"<a:spcBef>.*?</a:spcBef>", "", "leaves spcBef to others"),
    "a level that states no size": (_LAYOUT, r'<a:defRPr sz="\d+"', "<a:defRPr", "leaves sz to others"),
    "a level that states no bullet": (_LAYOUT, r"<a:buNone/>", "", "leaves its bullet to others"),
    "a placeholder that inherits all its text": (
        _LAYOUT,
        r"<a:lstStyle>.*?</a:lstStyle>",
        "<a:lstStyle/>",
        "leaves everything to others",
    ),
    "a placeholder that inherits its place": (_LAYOUT, r"(<p:ph .*?<p:spPr>)<a:xfrm>.*?</a:xfrm>", r"\1", "no place"),
    "a placeholder that inherits its anchor": (_LAYOUT, r' anchor="\w+"', "", "leaves its anchor"),
    "a placeholder of no layout": (_SLIDE, r'type="body" idx="11"', 'type="body" idx="99"', "is not on its layout"),
    "text between elements": (_LAYOUT, r"(<a:\w+Autofit/>)", r"\1x", "'x' stands in bodyPr"),
    "no declaration": (_SLIDE, r"<\?xml.*\?>\n", "", "does not begin with the XML declaration"),
    "no standalone": (r".*\.rels", r' standalone="yes"', "", "does not begin with the XML declaration"),
    "a part without a type": (_TYPES, r'<Default Extension="png"[^>]*/>', "", "has no content type"),
    "a part of any XML": (_TYPES, r'<Override PartName="/ppt/slides/slide1\.xml"[^>]*/>', "", "as any XML"),
    "a type for no part": (_TYPES, r"/slides/slide1\.xml", "/slides/slide0.xml", "which is not there"),
    "a slide typed as a layout": (_TYPES, r"\.slide\+xml", ".slideLayout+xml", "is not of the type of a slide"),
    "a relationship to nothing": (r"ppt/slides/_rels/.*", r"notesSlide1\.xml", "notesSlide0.xml", "is not there"),
    "an unknown relationship": (_SLIDE, r'r:embed="rId\d+"', 'r:embed="rId99"', "names relationship 'rId99'"),
    "a relationship twice": (r"ppt/slides/_rels/.*", r'Id="rId2"', 'Id="rId1"', "has 2 relationships rId1"),
    "a part that nothing leads to": (r"ppt/_rels/.*", r"<Relationship [^>]*viewProps[^>]*/>", "", "nothing leads to"),
    "a slide that is not listed": (_MAIN, r'<p:sldId id="258"[^>]*/>', "", "lists slide"),
    "a slide in no section": (_MAIN, r'<p14:sldId id="258"/>', "", "sections list the slides"),
    "sections out of order": (_MAIN, r'(<p14:sldId id="258"/>)(<p14:sldId id="259"/>)', r"\2\1", "sections list"),
    "sections of one id": (
        _MAIN,
        r'(name="Opening" id="(\{\S+\})".*?name="First part" id=")[^"]*',
        r"\1\2",
        "sections share an id",
    ),
    "the slides before their masters": (
        _MAIN,
        r"(<p:notesMasterIdLst>.*</p:notesMasterIdLst>)(<p:sldIdLst>.*</p:sldIdLst>)",
        r"\2\1",
        "has its elements in the order",
    ),
    "notes of another slide": (r".*/notesSlide1\.xml\.rels", r"slides/slide1\.xml", "slides/slide2.xml", "lead back"),
}  # fmt: skip


@pytest.mark.parametrize("name", _FAULTS)
def test_a_rule_finds_its_fault(name: str, mixed: Package) -> None:
    part, before, after, expected = _FAULTS[name]
    data = changed(mixed, part, before, after)
    assert expected in " ".join([*package_rules.broken(data), *package_rules.unlike_ours(data)])


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
