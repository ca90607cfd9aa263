"""The roles that slides of a talk have in a template, and which of its layouts serves for each: by what the author
says, by name, by placeholders, and else by where it stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, tee
from typing import Annotated, Any

from msgspec import Meta, Struct, defstruct, structs

from talkbuilder.diagnostics import Diagnostic, Report, Source, near
from talkbuilder.layout.items import Image
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.pptx.template.free_area import is_of_one_colour, picture_cells
from talkbuilder.outputs.pptx.template.layouts import TITLES, Found, Read, is_headed
from talkbuilder.outputs.pptx.template.legibility import hard_to_read
from talkbuilder.outputs.pptx.template.matching import (
    CHOSEN,
    GUESSED,
    HELD,
    NAMED,
    PLACED,
    TYPED,
    USED,
    WANTED,
    Misfit,
    serve,
)
from talkbuilder.outputs.pptx.template.names import plain, sort_by_name, sort_by_type, sort_within
from talkbuilder.outputs.pptx.template.shapes import GRADIENT
from talkbuilder.source.fields import Text, Written
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.reader import Reader


class Role(Struct, frozen=True):
    """What a slide is for: which of our layouts it stands on, and which sorts of a template's do for it, best first.

    `drawn` tells of slides like it that stand on a drawn layout, whatever the template has.
    """

    name: str
    means: str
    layouts: tuple[str, ...]
    sorts: tuple[str, ...]
    drawn: str = ""


CANVAS = "canvas"
POSED = ("cover", "section", "picture", "closing")  # which may have a picture of their own
_DRAWN_OVER = ("cover", "section", "closing")  # of which the picture is more than the places
_LOUD = "its title is larger than the words under it, and meant to be the quotation"
_WORDS = "it prints words, which belong to one slide and not to every part"
_HIGH, _AT_HEAD = "its title stands at the head of a page with nothing on it", 0.25  # of the page
_STOCK = "it looks as texts do, but for where its title stands"
_SOMEBODY, _POSTER = "its picture may show somebody who is not of the talk", 0.3  # of the page, that such a one takes
_COLOURS = 180  # of 576 points of a picture, that a photograph has at least
_ANOTHER = "the file's own slides look another way"
_MUCH = 1.1  # more room, for a later layout to be taken instead of the first
EVERY_TALK = ("cover", "section", "text")  # what templates have layouts for; all else is mostly drawn
ROLES: Mapping[str, Role] = {
    role.name: role
    for role in (
        Role(CANVAS, "under charts, maps, tables and drawings", (), ()),
        Role("cover", "the title of the talk", ("Cover",), ("cover",)),
        Role("section", "the beginning of a part", ("Section",), ("section", "cover")),
        Role("text", "title and points", ("Bullets", "Few points"), ("text",)),
        Role("statement", "one large sentence", ("Statement",), ("statement",)),
        Role("quote", "a quotation and who said it", ("Quote",), ("quote",), "a key one, or one beside a drawing"),
        Role("number", "a large figure", ("Number",), ("number",), "one that is shown in figures"),
        Role("picture", "title, picture, caption", ("Photo",), ("picture",), "one that fills the slide"),
        Role("ask", "what to do, and whom to turn to", ("Ask",), ()),
        Role("question", "a question to the room", ("Question",), ("question",), "one with a ring of chairs"),
        Role("sources", "the list of sources", ("Sources",), ("text",), "one that is short"),
        Role("closing", "the last slide", ("Closing",), ("closing",), "one with a drawing"),
    )
}


class Match(Struct, frozen=True):
    """Which layout of a template serves for a role, and by what it was found; None where ours stand in.

    These are drawn `over` one whose picture an author wants, and which has not the places. `why_not` tells of a layout
    that the author or its name proposes, and which cannot serve.
    """

    role: Role
    found: Found | None = None
    by: str = ""
    layouts: Mapping[str, Layout] = {}  # by the names of ours
    why_not: tuple[str, ...] = ()
    over: Found | None = None


class Matches(Struct, frozen=True):
    """The matches of all roles, and the master that they are of."""

    read: Read
    reads: tuple[Read, ...]
    by_role: Mapping[str, Match]
    mapping: Mapping[str, Found | None]  # what the author says

    @property
    def over(self) -> dict[str, Found]:
        """What ours are drawn over, by their names."""
        return {name: one.over for one in self.by_role.values() if one.over for name in one.role.layouts}

    @property
    def layouts(self) -> dict[str, Layout]:
        """The template's layouts by the names of ours."""
        return {name: layout for match in self.by_role.values() for name, layout in match.layouts.items()}


def match(reads: Sequence[Read], mapping: Mapping[str, Found | None] = {}) -> Matches:
    """What serves on the master that most of the file's own slides stand on, if anything does or most of all show what
    it draws, else on that which most roles fit, of two such the one with more layouts; `mapping` is what the author
    says by role, None for ours."""
    read, matches, most = reads[0], dict[str, Match](), (-1, 0.0, 0)
    half = sum(it.slides for it in reads) / 2
    for one in sorted(reads, key=lambda it: -it.slides):
        if most[0] > one.slides:
            break  # fewer slides stand on all that follow
        found = _on(one, mapping)
        fit = sum(_weight(match, one) for match in found.values())
        is_most = one.slides > half and any(it.slides > 1 and it.look.drawn for it in one.layouts)
        weight = one.slides if fit > 1 or is_most else 0, fit, len(one.layouts)
        if weight > most:
            read, matches, most = one, found, weight
    if "cover" not in mapping:
        matches["cover"] = _cover_of_others(matches["cover"], [one for one in reads if one is not read])
    return Matches(read, tuple(reads), matches, mapping)


def _cover_of_others(own: Match, others: Sequence[Read]) -> Match:
    """The cover that the slide which opens the file tells on another master; one that is known there, before a guess;
    or ours over what is called a cover there."""
    is_guess = own.by in ("", GUESSED)
    opens = [read for read in others if any(one.is_made or one.opens for one in read.layouts)]
    for read in (*opens, *(one for one in others if is_guess and one not in opens)):
        found = _of(ROLES["cover"], read, None)
        if found.found and (found.found.is_made or found.found.opens or (is_guess and found.by != GUESSED)):
            return found
        if found.over and found.over.is_made and not own.found:
            return found
    called = (one for read in others for one in read.layouts if is_guess and one.sort == "cover")
    return next((structs.replace(own, found=None, by="", layouts={}, over=one) for one in called), own)


def _weight(match: Match, read: Read) -> float:
    """How much a match says for a master: a guess says next to nothing, and a layout of another master nothing."""
    if match.found is None or match.found.part not in {one.part for one in read.layouts}:
        return 0.0
    return 0.1 if match.by == GUESSED else 1.0


def _on(read: Read, mapping: Mapping[str, Found | None]) -> dict[str, Match]:
    return {
        name: _of(role, read, mapping.get(name), is_drawn=name in mapping and mapping[name] is None)
        for name, role in ROLES.items()
    }


def _of(role: Role, read: Read, wanted: Found | None, is_drawn: bool = False) -> Match:
    """What serves for a role: the wanted layout comes first, as it would be used if nobody asked for it."""
    if is_drawn:
        free = _of(role, read, None)
        return Match(role, why_not=(*free.why_not, *([f"'{spoken(free.found)}' would serve"] if free.found else ())))
    why_not: dict[str, list[str]] = {}  # by the reason, the layouts that it is true of
    best: Match | None = None
    known = [by for found, by in _candidates(role, read) if found.part == wanted.part] if wanted else []
    asked = [(wanted, by, CHOSEN) for by in (*known, GUESSED, CHOSEN)] if wanted else []
    for found, by, called_by in chain(asked, ((one, by, by) for one, by in _candidates(role, read))):
        if best and best.found and (by != best.by or by in (CHOSEN, NAMED)):
            break
        if role.name == CANVAS:
            return Match(role, found, called_by)
        made = fitted(role, found.cleared, read, by)
        if not isinstance(made, Misfit) and (why := _objection(role, found, made, read, by, called_by == CHOSEN)):
            made = Misfit(why)
        if isinstance(made, Misfit):
            if found.is_made or (role.name == "cover" and by == USED and not (_kind(found) or best or wanted)):
                return Match(role, over=found, by=called_by, why_not=_summed_up(why_not))
            is_told = by != PLACED and not best and (by == CHOSEN or called_by != CHOSEN)
            if is_told:
                why_not.setdefault(made.why, []).append(f"'{spoken(found)}'")
        elif best is None or _ampleness(made) > _MUCH * _ampleness(best.layouts):
            best = Match(role, found, called_by, made, _summed_up(why_not))
    if wanted and role.name in _DRAWN_OVER and (best is None or best.by != CHOSEN):
        return Match(role, over=wanted, by=CHOSEN, why_not=_summed_up(why_not))
    return best or Match(role, why_not=_summed_up(why_not))


def _objection(role: Role, found: Found, made: Mapping[str, Layout], read: Read, by: str, is_chosen: bool) -> str:
    """Why a layout that has the places for a role does not serve for it all the same; "" where it does."""
    name, house = role.name, read.house
    if _is_for_texts(role) and house and found.look != house.look:
        is_bare = house.look.drawn and not found.look.drawn
        if by in (HELD, PLACED) or is_bare:
            return _ANOTHER
    if is_chosen:
        return ""
    if name not in POSED and _shows_somebody(found, read):
        return _SOMEBODY
    if name == "quote":  # the title is meant to be the quotation
        title, said = (made["Quote"].placeholders[place].sizes_pt[0] for place in ("Title", "Quote"))
        return _LOUD if title > said else ""
    if name == "section":
        tests = (
            (_WORDS, printed_on(found, read)),
            (_HIGH, _is_high(made, found)),
            (_STOCK, _is_stock(made, found, read)),
        )
        return next((why for why, is_so in tests if is_so), "")
    return ""


def _is_high(made: Mapping[str, Layout], found: Found) -> bool:
    """Whether a part would begin as on any other slide, on a layout whose name tells of no part."""
    is_named = "section" in (sort_by_name(found.name), sort_within(found.name))
    bottom = made["Section"].placeholders["Title"].box.bottom
    return bool(found.sort) and not is_named and bottom < _AT_HEAD * found.page.height


def _is_stock(made: Mapping[str, Layout], found: Found, read: Read) -> bool:
    """Whether a part would begin as programs have it, on a layout that nobody made the house's: it looks as that for
    texts, and is one for titles, or has its title on another side than all others."""
    if found.slides or found.look != _for_texts(read).look:
        return False
    usual = next((one.styles[0].align for one in read.master.slots if one.kind in TITLES), "left")
    is_aside = made["Section"].placeholders["Title"].styles[0].align != usual
    return (found.sort == "cover" and not found.opens) or (found.kind == "secHead" and is_aside)


def _summed_up(why_not: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Each reason once, with the first of the layouts that it is true of and how many others."""
    told = []
    for why, names in why_not.items():
        first, *others = dict.fromkeys(names)
        told.append(f"{first}{f' and {len(others)} more' if others else ''} cannot serve: {why}")
    return tuple(told)


def _shows_somebody(found: Found, read: Read) -> bool:
    """Whether a large picture is on this layout and not on that for texts: a person on it would be taken for one of
    the talk's."""
    large, usual = (
        {i.data for i in _large(one, read) if not is_of_one_colour(i.data, i.crop)} for one in (found, _for_texts(read))
    )
    return bool(large) and not large & usual


def shows_photo(found: Found, read: Read) -> bool:
    """Whether a large picture on a layout has as many colours as photographs have."""
    return any(len({*picture_cells(one.data, one.crop, 24, 24)}) >= _COLOURS for one in _large(found, read))


def _large(found: Found, read: Read) -> Iterator[Image]:
    least = _POSTER * read.width * read.height
    for one in found.look.drawn:
        if isinstance(one, Image) and one.name != GRADIENT and one.box.width * one.box.height >= least:
            yield one


def printed_on(found: Found, read: Read) -> tuple[str, ...]:
    """The words, as somebody's name, that a cover prints and the layout for texts does not."""
    known = _for_texts(read).look.words if found.sort == "cover" else found.look.words
    return tuple(one for one in found.look.words if one not in known)


def _is_for_texts(role: Role) -> bool:
    return any(WANTED[name].by_placeholders for name in role.layouts)


def _for_texts(read: Read) -> Found:
    return next((one for one in read.layouts if one.sort == "text"), read.master)


def _ampleness(layouts: Mapping[str, Layout]) -> int:
    """How much room texts have."""
    return sum(it.box.width * it.box.height for one in layouts.values() for it in one.placeholders.values())


def fitted(role: Role, found: Found, read: Read, by: str) -> Mapping[str, Layout] | Misfit:
    """The layouts of ours that a template's becomes in a role."""
    made: dict[str, Layout] = {}
    for name in role.layouts:
        served = serve(name, found, read, by)
        if isinstance(served, Misfit):
            return served
        made[name] = served
    return made


def _candidates(role: Role, read: Read) -> Iterable[tuple[Found, str]]:
    """The layouts that may serve, the likeliest first: for texts, one that is called so and that the file's own slides
    stand on, then any that they do, then all others; none whose title stands in the middle, but by its name."""
    likely = _likely(role, read)
    if role.name in _DRAWN_OVER:
        return (one for is_last, each in enumerate(tee(likely)) for one in each if _is_for_photo(one[0]) == is_last)
    if not _is_for_texts(role):
        return likely
    ordered = sorted(likely, key=lambda one: (one[1] != NAMED or one[0].use < 1, -one[0].use))
    # The places of each are read when it is asked for.
    return (one for one in ordered if one[1] == NAMED or is_headed(one[0]))


def likely_for_texts(read: Read) -> Found | None:
    """The likeliest layout of a master for texts, whether it serves or not."""
    return next((found for found, _ in _candidates(ROLES["text"], read)), None)


def _is_for_photo(found: Found) -> bool:
    """Whether much of a layout is for a photo, without which its other places stand beside nothing."""
    least = _POSTER * found.page.width * found.page.height
    return any(one.kind == "pic" and one.box.width * one.box.height >= least for one in found.slots)


def _likely(role: Role, read: Read) -> Iterator[tuple[Found, str]]:
    """The layouts that may serve, the likeliest first: of our name, of others' names, of the type, of a name that is
    part of theirs, of such places; for a cover before all that of the slide that opens the file, and that on which this
    stands, and last the first layout, unless it is known to be something else."""
    layouts = [one for one in read.layouts if role.name == "cover" or not one.is_made]
    if role.name == "cover":
        yield from ((one, USED) for one in layouts if one.is_made)
    ours = {plain(name) for name in (role.name, *role.layouts)}
    yield from ((one, NAMED) for one in layouts if plain(one.name) in ours)
    unknown = [one for one in layouts if not sort_by_name(one.name)]
    for sort in role.sorts:
        if sort == "cover":
            opens = (one for one in layouts if one.opens and _kind(one) == sort)
            yield from ((one, NAMED if sort_by_name(one.name) == sort else USED) for one in opens)
        yield from ((one, NAMED) for one in layouts if sort_by_name(one.name) == sort)
        if role.name == "cover":  # a house may open its talks as it does their parts, or on what it calls by no name
            yield from ((one, USED) for one in layouts if one.opens and _kind(one) in ("section", ""))
        yield from ((one, TYPED) for one in layouts if sort_by_type(one.kind) == sort)
        yield from ((one, HELD) for one in unknown if sort_within(one.name) == sort)
        if opening := _OPENING.get(sort):
            unsaid = (one for one in unknown if not _kind(one))
            yield from ((one, PLACED) for one in unsaid if opening <= {slot.kind for slot in one.slots})
    if _is_for_texts(role):
        sorts = ("", "title", *role.sorts)  # what is called a title alone may have a text as well
        yield from ((one, USED if one.use > 0 else PLACED) for one in layouts if one.sort in sorts)
    if role.name == "cover" and read.layouts[0].sort in ("", role.name):
        yield read.layouts[0], GUESSED


def _kind(found: Found) -> str:
    """What a layout is by its name or type, or by a part of its name; "" where these tell nothing."""
    return found.sort or sort_within(found.name)


# The places that a layout has which is meant for an opening, whatever it is called.
_OPENING: Mapping[str, Set[str]] = {"cover": {"ctrTitle", "subTitle"}, "section": {"ctrTitle"}}


def spoken(found: Found) -> str:
    """The name of a layout on one line."""
    return " ".join(found.name.split())


def names_of(reads: Sequence[Read]) -> dict[str, str]:
    """What an author may call the layouts, by their parts; a name that two masters have, with theirs before it."""
    names = [(read, one.part, spoken(one)) for read in reads for one in read.layouts]
    seen = Counter(name for *_, name in names)
    return {part: f"{read.name}/{name}" if seen[name] > 1 and len(reads) > 1 else name for read, part, name in names}


def called(name: str, reads: Sequence[Read]) -> Found | None:
    """The layout that somebody means by a name: by its letters, or else by what they come to."""
    each = [(one, (spoken(one), f"{read.name}/{spoken(one)}")) for read in reads for one in read.layouts]
    return next((one for way in (str.strip, plain) for one, its in each if way(name) in map(way, its)), None)


def as_asked(found: Found, matches: Matches) -> dict[str, Layout]:
    """What a layout that a slide asks for is for each of ours, as far as it serves."""
    found = found.cleared
    made: dict[str, Layout] = {}
    for role in ROLES.values():
        served = fitted(role, found, matches.read, CHOSEN)
        made |= {} if isinstance(served, Misfit) else served
    return made


FOLDER = "assets/templates"
DRAWN = "drawn"  # in the place of a layout's name: none of the template's is wanted

# A key a role, each with the name of a layout.
Roles: type[Written] = defstruct(  # type: ignore[assignment]  # a model like any other
    "Roles",
    [
        (name, Annotated[Text | None, Meta(description=f"the layout for {role.means}")], None)
        for name, role in ROLES.items()
    ]
    + [("without", Annotated[tuple[Text, ...], Meta(description="words that the template prints, to leave out")], ())],
    bases=(Written,),
    frozen=True,
    kw_only=True,
    module=__name__,
    namespace={"__doc__": "A file of assets/templates/: a role, and the layout of the template that serves for it."},
)


class Chosen(Struct, frozen=True):
    """What an author says of a template: a layout by role, None where ours are to be drawn."""

    layouts: Mapping[str, Found | None] = {}
    said: Mapping[str, Text] = {}  # by role, the words with their place


def read_mapping(source: Source | None, report: Report) -> Any:
    """What a mapping says, as `Roles`; None where it says nothing."""
    node = None if source is None or is_blank(source.text) else parse(source, report)
    read = Reader(report).model(node, Roles) if node is not None else None
    return read if isinstance(read, Roles) else None


def chosen_in(read: Any, reads: Sequence[Read], template: str, report: Report) -> Chosen:
    """The layouts that a mapping names, in a template that is called so; reports those that there are not."""
    said = {name: text for name in ROLES if (text := getattr(read, name, None))}
    layouts: dict[str, Found | None] = {}
    for role, text in said.items():
        if plain(text.value) == DRAWN:
            layouts[role] = None
        elif found := called(text.value, reads):
            layouts[role] = found
        else:
            hint = near(text.value, [*names_of(reads).values(), DRAWN])
            report(Diagnostic("E001", f"no layout '{text.value}' in '{template}'", text.span, hint))
    return Chosen(layouts, said)


def unfit(matches: Matches, chosen: Chosen, report: Report) -> None:
    """Reports what the author has chosen and what cannot serve, or is hard to read."""
    for role, match in matches.by_role.items():
        if chosen.layouts.get(role) and match.by != CHOSEN:
            name, _, why = match.why_not[0].partition(" cannot serve") if match.why_not else ("it", "", "")
            message = f"{name} cannot serve as '{role}'{why}"
            report(Diagnostic("T005", message, chosen.said[role].span, "name another, or write 'drawn'"))
        elif match.found and match.by == CHOSEN:
            texts = {
                one.lower()
                for layout in match.layouts.values()
                for one in hard_to_read(layout.placeholders, match.found)
            }
            if texts:
                hard = ", ".join(sorted(texts))
                message = f"'{spoken(match.found)}' serves as '{role}', as you say, but is hard to read: {hard}"
                report(Diagnostic("T005", message, chosen.said[role].span, "look at the slide, or name another"))


_HEAD = """\
# Which layout of {file} serves for what. 'talkbuilder template' wrote this file, and it is yours to change:
# behind a colon stands the name of a layout, or 'drawn', where slides are to be drawn on the template's background.
"""


_WITHOUT = """
# Words that it prints on your slides. To leave out those of another talk or event, take the '# ' from 'without:' and
# from their lines.
# without:
"""


def mapping_text(matches: Matches, file: str, canvas: str, words: Iterable[str]) -> str:
    """A mapping as it is written for an author: what serves, which `words` are printed, and what else there is;
    `canvas` is what is drawn upon."""
    lines = [_HEAD.format(file=file)]
    lines += [f"{_line(match, matches, canvas):44}# {match.role.means}\n" for match in matches.by_role.values()]
    if words:
        lines += [_WITHOUT, *(f"#   - {_quoted(one)}\n" for one in words)]
    lines.append("\n# The layouts of the file:\n")
    made = {one.part for read in matches.reads for one in read.layouts if one.is_made}  # and none of the file's
    names = dict.fromkeys(name for part, name in names_of(matches.reads).items() if part not in made)
    lines += [f"#   {name}\n" for name in names]
    return "".join(lines)


def _line(match: Match, matches: Matches, canvas: str) -> str:
    found = match.found or match.over
    if found and found.is_made:
        return f"# {match.role.name}: as on your first slide"
    if not found and match.role.name != CANVAS:
        return f"{match.role.name}: {DRAWN}"
    part = found.part if found else canvas
    name = names_of(matches.reads)[part]
    meant = called(name, matches.reads)  # the first of two layouts of one name
    is_meant = meant is not None and meant.part == part
    return f"{'' if is_meant else '# '}{match.role.name}: {_quoted(name)}"


def _quoted(name: str) -> str:
    """A name as YAML takes it for text."""
    return "'{}'".format(name.replace("'", "''"))
