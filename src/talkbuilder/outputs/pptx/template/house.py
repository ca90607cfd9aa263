"""What the file's own slides show in the same way, written into the layouts that they stand on: many houses keep their
look on slides. Taken are pictures that repeat, grounds, and how titles are set; never words, which are of another talk.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from statistics import median

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.layout.typefaces import is_fixed
from talkbuilder.outputs.pptx.template.changing import (
    FIRST_LEVEL,
    FOOTER,
    TITLE,
    Layouts,
    Traits,
    middle_of,
    of_level,
    of_run,
    text_of,
)
from talkbuilder.outputs.pptx.template.package import Element, Parts, TemplateFault, parse, relationships, whole
from talkbuilder.outputs.pptx.template.shapes import printed_in
from talkbuilder.outputs.pptx.template.styles import FOOT, A, P, mark_of
from talkbuilder.outputs.pptx.xml import OFFICE
from talkbuilder.source.fields import Text
from talkbuilder.units import Box

GROUND = "the ground of most of them"  # as it is told
_MOST_SLIDES, _MOST_BYTES = 24, 600_000  # that are looked at: they are as many as it takes to see what most say
_LEAST, _FEW = 3, 4  # slides, that agree where one may be a chance; two are enough of so few
_MOST_LETTERS = 100  # of a title
_HEAD, _WIDE = 0.25, 0.25  # of the page: how far down the middle of a title is at most, how wide one is at least
_OPENING = 0.6  # of the page's height, in which the title of what opens ends
_NAMED = {"font", "ink", "b", "i", "algn"}  # traits of titles that all have alike, and not each its own
_LETTERS, _MOST, _NEARLY = 100, 0.75, 0.9  # that are set alike, at least: of texts, and of all there is
_LEAVES = (f"{P}sp", f"{P}cxnSp", f"{P}pic")


class Slide(Struct, frozen=True):
    """A slide of the file's own, as a tree; `targets` are the parts that it leads to, by the ids of relationships."""

    layout: str
    root: Element
    targets: Mapping[str, str]

    @property
    def ground(self) -> Element | None:
        return self.root.find(f"{P}cSld/{P}bg")

    @property
    def tree(self) -> Element:
        return self.root.find(f"{P}cSld/{P}spTree")

    @property
    def drawn(self) -> list[Element]:
        """What stands on it but for places to fill, from back to front."""
        return [one for one in self.tree.iterchildren(*_LEAVES, f"{P}grpSp") if mark_of(one) is None]

    def pictures_in(self, drawing: Element) -> list[str]:
        """The parts of the pictures that something on it shows; "" for one that is nowhere."""
        return [self.targets.get(blip.get(f"{{{OFFICE}}}embed", ""), "") for blip in drawing.iter(f"{A}blip")]

    @property
    def texts(self) -> list[Element]:
        """What has words on it, but for what is too long for a title."""
        return [
            one for one in self.root.iterfind(f"{P}cSld/{P}spTree/{P}sp") if 1 < len(words_of(one)) <= _MOST_LETTERS
        ]


def with_looks_of_slides(template: Parts) -> Parts:
    """A template whose layouts have what most of the file's own slides on them show. Raises TemplateFault."""
    if not template.stood_on:
        return template
    layouts = Layouts(template)
    slides = [slide for slide in _slides(template) if slide.layout in layouts.master_of]
    slides = slides if len(template.stood_on) > 1 else []  # one may be a sample
    heads = _heads(slides, layouts)
    titles = _titles(slides, layouts)  # before layouts have another ground than their inks are for
    texts = _texts(slides, layouts)
    grounds, pictures = _grounds(slides, layouts), _repeat(slides, layouts)
    taken = [GROUND] * grounds
    taken += ["what stands at one place on most of them"] * pictures + ["how their titles are set"] * titles
    taken += ["how their texts are set"] * texts
    taken += ["which places have their titles"] * heads
    is_changed = (len(slides) >= _LEAST and _without_footers(slides, layouts)) or taken
    return structs.replace(template, parts=layouts.finished(), taken=tuple(taken)) if is_changed else template


def _slides(template: Parts) -> Iterator[Slide]:
    """The slides, or as many from all over the file as can be looked at."""
    room, names = _MOST_BYTES, [*template.stood_on]
    most = min(_MOST_SLIDES, len(names))
    for name in (names[at * len(names) // most] for at in range(most)):
        if (size := len(template.file[name])) <= room:
            room -= size
            yield from slide_of(name, template)


def slide_of(name: str, template: Parts) -> tuple[Slide, ...]:
    """A slide; none where it is broken."""
    with suppress(TemplateFault):
        slide = Slide(template.stood_on[name], parse(name, template.file), pictures_of(name, template.file))
        return (slide,) if slide.tree is not None else ()
    return ()


def pictures_of(name: str, file: Mapping[str, bytes]) -> Mapping[str, str]:
    """The pictures of a slide, by the ids of relationships."""
    leads = relationships(file, name)
    return {one.id: one.target for one in leads if not one.external and one.word == "image"}


def words_of(shape: Element) -> str:
    return "".join(one.text or "" for one in shape.iter(f"{A}t")).strip()


def _grounds(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Gives layouts the ground that most slides have of their own, as far as these stand on them, and those on which no
    slide stands, where they have none; whether any has."""
    looks = [_looks_of_ground(slide, layouts) for slide in slides]
    house = next((one for one in looks if one and looks.count(one) >= max(_LEAST, len(slides) / 2)), None)
    alike = [slide for slide, look in zip(slides, looks, strict=True) if house and look == house]
    shows, on = (Counter(slide.layout for slide in each) for each in (alike, slides))
    masters = {layouts.master_of[part] for part in shows}
    for part, master in layouts.master_of.items():
        is_open = master in masters and not layouts.has_ground(part)
        if 0 < on[part] <= 2 * shows[part] or (is_open and not on[part]):
            layouts.set_ground(alike[-1].ground, alike[-1].root, alike[-1].targets, part)
    return bool(alike)


def _looks_of_ground(slide: Slide, layouts: Layouts) -> object:
    """What tells a ground from others; None where a slide has none of its own, or one that cannot be kept."""
    ground = slide.ground
    if ground is None or (looks := looks_of(ground, slide, layouts.file)) is None:
        return None
    said = (*ground.iter("*"), *slide.root.iterfind(f"{P}clrMapOvr/{A}overrideClrMapping"))
    own = (sorted(each for each in one.items() if not each[0].startswith(f"{{{OFFICE}}}")) for one in said)
    return looks, *((one.tag, *traits) for one, traits in zip(said, own, strict=True))


def _repeat(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Puts what stands at one place on most slides into their layouts, and those that no slide stands on, as those of
    parts that draw nothing; whether there was any. What stands in the middle is what slides are about, unless it is
    their ground. Of two slides the second tells where a picture stands that both show, for the first opens."""
    least = 2 if len(slides) <= _FEW else max(_LEAST, len(slides) / 2)
    at_place: defaultdict[tuple[object, ...], list[tuple[Slide, Element]]] = defaultdict(list)
    on = Counter(slide.layout for slide in slides)
    for slide in slides:
        for one in slide.drawn:
            box, is_paired = layouts.box(one), len(slides) == 2 and one.tag == f"{P}pic"
            is_central = box and box.holds(middle_of(layouts.page)) and not layouts.covers(box)
            if box and (not is_central or (is_paired and slide is slides[0])):
                sides = (round(side / whole * 100) for side, whole in zip(box, layouts.page[2:] * 2, strict=True))
                at_place[one.tag, *(() if is_paired else sides)].append((slide, one))
    parts = [part for part in layouts.master_of if layouts.sort(part) == "section" and layouts.ground(part) is None]
    is_found, bare = False, {part for part in parts if not layouts.drawn(part)}  # of a house's own nothing is there
    for there in at_place.values():
        alike: defaultdict[object, list[tuple[Slide, Element]]] = defaultdict(list)
        for slide, one in there:
            alike[looks_of(one, slide, layouts.file)].append((slide, one))
        for looks, shown in alike.items():
            shows = Counter({id(slide): slide.layout for slide, _ in shown}.values())
            if looks is None or shows.total() < least:
                continue
            is_found, masters = True, {layouts.master_of[part] for part in shows}
            for part, master in layouts.master_of.items():
                is_open = not layouts.is_seldom(part) or part in bare
                if 2 * shows[part] >= on[part] and (on[part] or is_open) and master in masters:
                    layouts.draw(shown[-1][1], shown[-1][0].targets, part)
    return is_found


def looks_of(one: Element, slide: Slide, file: Mapping[str, bytes]) -> object:
    """What tells a drawing from others; None where it has words, or shows what cannot be kept."""
    pictures = slide.pictures_in(one)
    if words_of(one) or not all(part in file for part in pictures):
        return None
    drawn = [child for leaf in one.iter(*_LEAVES) for child in leaf.iterfind(f"{P}spPr/*") if child.tag != f"{A}xfrm"]
    plain = [text_of(child) for child in drawn if one.tag != f"{P}pic" and child.tag != f"{A}blipFill"]
    return (one.tag, *plain, *(file[part] for part in pictures))


def _heads(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Makes titles of the places for texts at the head of layouts without a title that most slides on them have a few
    words in, and of the highest on that of the slide that opens; whether there was any."""
    on: defaultdict[str, list[Slide]] = defaultdict(list)
    for slide in slides:
        on[slide.layout].append(slide)
    is_found = False
    for part, own in on.items():
        opens, is_usual = own == slides[:1], len(own) > 1 and not layouts.is_seldom(part)
        is_bare = (opens or is_usual) and layouts.box_of(part, TITLE) is None
        head = layouts.head(part, _OPENING if opens else _HEAD) if is_bare else None
        if head is not None:
            filled = [text for slide in own for text in slide.texts if _idx(text) == head.get("idx")]
            if 2 * len(filled) > len(own):
                layouts.make_title(part, head)
                is_found = True
    return is_found


def _idx(shape: Element) -> str | None:
    mark = mark_of(shape)
    return None if mark is None else mark.get("idx")


def _titles(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Sets and places the titles of layouts as most slides on them have theirs, and those that stand where the layout
    with most slides has its title as most slides of the file; whether any was. Other titles follow in what they had
    alike, as those of covers and parts, where their own slides do not say otherwise."""
    by_layout: defaultdict[str, list[Element]] = defaultdict(list)
    titles = [(slide, title) for slide in slides if (title := _title_of(slide, layouts)) is not None]
    # A file that nowhere fills a place for a title has it where its few slides write it, but for that which opens.
    is_few = len(titles) < _LEAST and all(mark_of(title) is None for _, title in titles)
    least = 1 if is_few else _LEAST
    for slide, title in titles:
        if not (is_few and slide is slides[0]):
            by_layout[slide.layout].append(title)
    usual = [part for part in by_layout if not layouts.is_seldom(part)] or [*by_layout]
    of_file = _agreed([title for part in usual for title in by_layout[part]], layouts, least)[1]
    agreed = {part: _agreed(own, layouts, least) for part, own in by_layout.items()}
    if not any(of_file.values()) and not any(place or any(traits.values()) for place, traits in agreed.values()):
        return False
    places = {part: layouts.box_of(part, TITLE) for part in layouts.master_of}
    most = max(usual, key=lambda part: len(by_layout[part]))
    was, had = places.get(most), layouts.traits(most, TITLE)
    is_set, named = False, {name for name in _NAMED if of_file.get(name)}
    for part, here in places.items():
        place, traits = agreed.get(part, (None, {}))
        if part == most or (was and here and layouts.is_near(was, here) and not layouts.is_seldom(part)):
            place = place if part in agreed else agreed[most][0]
            traits = of_file | {name: value for name, value in traits.items() if value}
        elif here and named and layouts.master_of[part] == layouts.master_of[most]:
            now, own = layouts.traits(part, TITLE), [*map(traits_of, by_layout[part])]
            left = {"ink": layouts.has_ground(part), "algn": layouts.sort(part) != "section"}
            alike = {name for name in named if now.get(name) == had.get(name) and not left.get(name)}
            traits |= {name: of_file[name] for name in alike if all(one[name] == of_file[name] for one in own)}
        is_set |= layouts.set_place(part, TITLE, place, traits)
    return is_set


def _texts(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Sets texts, on masters and on the layouts of slides that say so, in the font and in the ink that most letters on
    them have, but for titles, for what is at their foot, and for what stands in a form; and all in one font, where
    nearly all letters are; whether any was."""
    is_set, family = False, _family(slides)
    for master in dict.fromkeys(layouts.master_of[slide.layout] for slide in slides):
        own = [slide for slide in slides if layouts.master_of[slide.layout] == master]
        texts = [(one, slide.layout) for slide in own for one in slide.root.iter(f"{P}sp") if _is_plain_text(one)]
        inked = [one for one, _ in texts if mark_of(one) is not None]  # others may stand on what is drawn
        traits = {"font": _most(own, [one for one, _ in texts], "font", _MOST), "ink": _most(own, inked, "ink", _MOST)}
        said = {name: value for name, value in traits.items() if value}
        parts = {part for one, part in texts if said.items() & traits_of(one).items()}
        is_set |= bool(said) and layouts.set_letters(master, parts, said, is_all=False)
        parts = {part for part, its in layouts.master_of.items() if its == master}
        is_set |= family is not None and layouts.set_letters(master, parts, {"font": family}, is_all=True)
    return is_set


def _is_plain_text(shape: Element) -> bool:
    mark, form = mark_of(shape), (f"{P}spPr/{A}solidFill", f"{P}style")
    is_title_or_foot = mark is not None and mark.get("type") in (*TITLE.kinds, *FOOT)
    return not is_title_or_foot and not any(shape.find(one) is not None for one in form)


def _family(slides: Sequence[Slide]) -> str | None:
    """The family in which nearly all words of the slides are set, but for what is at their foot."""
    texts = (text.getparent() for slide in slides for text in slide.root.iter(f"{P}txBody", f"{A}txBody"))
    shown = [one for one in texts if (mark := mark_of(one)) is None or mark.get("type") not in FOOT]
    return _most(slides, shown, "font", _NEARLY)


def _most(slides: Sequence[Slide], texts: Iterable[Element], trait: str, share: float) -> str | None:
    """What is said of a share of the letters of some texts; None where there is little to tell it from, or it is the
    theme's font or one for code."""
    said: Counter[str | None] = Counter()
    for run in (run for text in texts for run in text.iterfind(f"*/{A}p/{A}r")):
        said[of_run(run.find(f"{A}rPr"))[trait]] += len(run.findtext(f"{A}t") or "")
    most = max(said, key=lambda one: said[one], default=None)
    is_told = len(slides) >= _LEAST and said[most] >= max(_LETTERS, share * said.total())
    return most if is_told and most and not most.startswith("+") and not is_fixed(most) else None


def _without_footers(slides: Sequence[Slide], layouts: Layouts) -> bool:
    """Takes from layouts the words of footers that no slide of the file shows: they are of somebody else's talk."""
    said = {words_of(one) for slide in slides if (one := layouts.filled(slide.tree, FOOTER)) is not None}
    footers = ((part, layouts.filled(layouts.tree(part), FOOTER)) for part in layouts.master_of)
    unsaid = [(part, one) for part, one in footers if one is not None and words_of(one) not in ("", *said)]
    for part, one in unsaid:
        layouts.empty(part, one)
    return bool(unsaid)


def without_words(template: Parts, words: Sequence[Text], report: Report) -> Parts:
    """A template that does not print some words of its masters and layouts; reports those that it does not print
    anyway. Raises TemplateFault."""
    layouts = Layouts(template)
    printed: defaultdict[str, list[tuple[str, Element]]] = defaultdict(list)
    for part in dict.fromkeys([*layouts.master_of.values(), *layouts.master_of]):
        for shape in layouts.root(part).iter(f"{P}sp"):
            printed[printed_in(shape)].append((part, shape))
    for one in words:
        found = printed.get(" ".join(one.value.split()), [])
        for part, shape in found:
            layouts.empty(part, shape)
        if not found:
            message = f"no layout prints '{one.value}'"
            report(Diagnostic("E001", message, one.span, near(one.value, filter(None, printed))))
    return structs.replace(template, parts=layouts.finished())


def _title_of(slide: Slide, layouts: Layouts) -> Element | None:
    """The title of a slide; where it has none, the largest text at its head."""
    titles = (one for one in slide.texts if (mark := mark_of(one)) is not None and mark.get("type") in TITLE.kinds)
    if (title := next(titles, None)) is not None:
        return title
    at_head: list[tuple[int, int, Element]] = []
    for one in (one for one in slide.texts if mark_of(one) is None):
        box = layouts.box(one)
        if box and box.y + box.height / 2 < _HEAD * layouts.page.height and box.width > _WIDE * layouts.page.width:
            at_head.append((-whole(traits_of(one)["sz"], 1800), box.y, one))
    return min(at_head, key=lambda one: one[:2])[2] if at_head else None


def _agreed(titles: Sequence[Element], layouts: Layouts, least: int) -> tuple[Box | None, Traits]:
    """Where most of some titles stand, and how most of them are set."""

    def is_most(count: int) -> bool:
        return count >= least and 2 * count > len(titles)

    boxes = [box for one in titles if (box := layouts.box(one))]
    alike = max(([it for it in boxes if layouts.begin_alike(it, one)] for one in boxes), key=len, default=[])
    place = Box(*(round(median(sides)) for sides in zip(*alike, strict=True))) if is_most(len(alike)) else None
    all_traits = [traits_of(one) for one in titles]
    traits: Traits = {}
    for name in all_traits[0] if all_traits else ():
        value, count = Counter(one[name] for one in all_traits).most_common(1)[0]
        traits[name] = value if is_most(count) else None
    return place, traits


def traits_of(shape: Element) -> Traits:
    """How most letters of a shape are set, as far as that is said on the slide."""
    said: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
    level = of_level(shape.find(FIRST_LEVEL))
    for paragraph in shape.iterfind(f"{P}txBody/{A}p"):
        own = of_level(paragraph.find(f"{A}pPr"))
        runs = [(one.find(f"{A}rPr"), len(one.findtext(f"{A}t") or "")) for one in paragraph.iterfind(f"{A}r")]
        for run, letters in runs or [(paragraph.find(f"{A}endParaRPr"), 0)]:  # which an empty place says for them
            for name, value in (own | of_run(run)).items():
                said[name][value or level[name]] += letters
    body = shape.find(f"{P}txBody/{A}bodyPr")
    anchor = None if body is None else body.get("anchor")
    most = {name: max(count, key=lambda one: count[one]) for name, count in said.items()}
    return {**of_level(None), **most, "anchor": anchor}
