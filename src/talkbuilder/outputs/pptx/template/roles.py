"""The roles that slides of a talk have in a template, and which of its layouts serves for each: by what the author
says, by name, by placeholders, and else by where it stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.pptx.template.fallback import scaled
from talkbuilder.outputs.pptx.template.layouts import Found, Read
from talkbuilder.outputs.pptx.template.matching import WANTED, Misfit, Wish, cleared, serve
from talkbuilder.outputs.pptx.template.names import plain, sort_by_name, sort_by_type, sort_within
from talkbuilder.units import Box


class Role(Struct, frozen=True):
    """What a slide is for: which of our layouts it stands on, and which sorts of a template's do for it, best first."""

    name: str
    means: str
    layouts: tuple[str, ...]
    sorts: tuple[str, ...]


CANVAS = "canvas"
ROLES: Mapping[str, Role] = {
    role.name: role
    for role in (
        Role("cover", "the title of the talk", ("Cover",), ("cover",)),
        Role("section", "the beginning of a part", ("Section",), ("section", "cover")),
        Role("text", "title and points", ("Bullets", "Few points"), ("text",)),
        Role("statement", "one large sentence", ("Statement",), ("statement", "section")),
        Role("quote", "a quotation and who said it", ("Quote",), ("quote",)),
        Role("number", "a large figure", ("Number",), ("number",)),
        Role("picture", "title, picture, caption", ("Photo",), ("picture",)),
        Role("ask", "what to do, and whom to turn to", ("Ask",), ()),
        Role("question", "a question to the room", ("Question",), ("question",)),
        Role("sources", "the list of sources", ("Sources",), ("text",)),
        Role("closing", "the last slide", ("Closing",), ("closing",)),
        Role(CANVAS, "under charts, maps, tables and drawings", (), ()),
    )
}

NAMED, TYPED, PLACED, GUESSED, CHOSEN = "name", "type", "placeholders", "position", "mapping"


class Match(Struct, frozen=True):
    """Which layout of a template serves for a role, and by what it was found; None where ours stand in.

    `why_not` tells of a layout that the author or its name proposes, and which cannot serve.
    """

    role: Role
    found: Found | None = None
    by: str = ""
    layouts: Mapping[str, Layout] = {}  # by the names of ours
    why_not: tuple[str, ...] = ()


class Matches(Struct, frozen=True):
    """The matches of all roles, and the master that they are of."""

    read: Read
    reads: tuple[Read, ...]
    by_role: Mapping[str, Match]

    @property
    def layouts(self) -> dict[str, Layout]:
        """The template's layouts by the names of ours."""
        return {name: layout for match in self.by_role.values() for name, layout in match.layouts.items()}


def match(reads: Sequence[Read], mapping: Mapping[str, Found | None] = {}) -> Matches:
    """What serves on the master that most roles fit, of two such the one with more layouts; `mapping` is what the
    author says by role, None for ours."""
    clear = _Clear(Box(0, 0, reads[0].width, reads[0].height))
    found = [_on(read, mapping, clear) for read in reads]
    pairs = zip(reads, found, strict=True)
    read, most = max(pairs, key=lambda pair: (sum(map(_weight, pair[1].values())), len(pair[0].layouts)))
    return Matches(read, tuple(reads), most)


def _weight(match: Match) -> float:
    """How much a match says for its master: a guess says next to nothing."""
    return 0.0 if match.found is None else 0.1 if match.by == GUESSED else 1.0


class _Clear:
    """Layouts with their places cut, each looked at once, and only if it is looked at at all."""

    def __init__(self, page: Box) -> None:
        self._page = page
        self._cut: dict[str, Found] = {}

    def __call__(self, found: Found) -> Found:
        if found.part not in self._cut:
            self._cut[found.part] = cleared(found, self._page)
        return self._cut[found.part]


def _on(read: Read, mapping: Mapping[str, Found | None], clear: _Clear) -> dict[str, Match]:
    matches = {
        name: Match(role) if name in mapping and mapping[name] is None else _of(role, read, mapping.get(name), clear)
        for name, role in ROLES.items()
    }
    if matches[_FIRST].found is None and _FIRST not in mapping and (guessed := _guessed(ROLES[_FIRST], read, clear)):
        matches[_FIRST] = guessed
    return matches


def _of(role: Role, read: Read, wanted: Found | None, clear: _Clear) -> Match:
    why_not: list[str] = []
    for found, by in [*([(wanted, CHOSEN)] if wanted else []), *_candidates(role, read)]:
        if role.name == CANVAS:
            return Match(role, found, by)
        made = fitted(role, clear(found), read, _wish(by))
        if not isinstance(made, Misfit):
            return Match(role, found, by, made, tuple(why_not))
        if by != PLACED:
            why_not.append(f"'{spoken(found)}' cannot serve: {made.why}")
    return Match(role, why_not=tuple(dict.fromkeys(why_not)))


def _wish(by: str) -> Wish:
    return Wish(by == CHOSEN, by in (CHOSEN, NAMED))


def fitted(role: Role, found: Found, read: Read, wish: Wish) -> Mapping[str, Layout] | Misfit:
    """The layouts of ours that a template's becomes in a role."""
    grid, sizes = scaled(read)
    made: dict[str, Layout] = {}
    for name in role.layouts:
        served = serve(name, found, read, grid, sizes, wish)
        if isinstance(served, Misfit):
            return served
        made[name] = served
    return made


def _candidates(role: Role, read: Read) -> Iterator[tuple[Found, str]]:
    """The layouts that may serve, the likeliest first: of our name, of others' names, of the type, of such places."""
    ours = {plain(name) for name in (role.name, *role.layouts)}
    yield from ((one, NAMED) for one in read.layouts if plain(one.name) in ours)
    for sort in role.sorts:
        yield from ((one, NAMED) for one in read.layouts if sort_by_name(one.name) == sort)
    for sort in role.sorts:
        yield from ((one, TYPED) for one in read.layouts if sort_by_type(one.kind) == sort)
    unknown = [one for one in read.layouts if not sort_by_name(one.name)]
    for sort in role.sorts:
        yield from ((one, TYPED) for one in unknown if sort_within(one.name) == sort)
    if any(WANTED[name].by_placeholders for name in role.layouts):
        known = ((one, sort_by_name(one.name) or sort_by_type(one.kind)) for one in read.layouts)
        yield from ((one, PLACED) for one, sort in known if not sort or sort in role.sorts)


_FIRST = "cover"  # a template's first layout is most likely meant for it


def _guessed(role: Role, read: Read, clear: _Clear) -> Match | None:
    """The first layout, whatever else is on it, unless it is known to be something else."""
    found = read.layouts[0]
    if (sort_by_name(found.name) or sort_by_type(found.kind) or role.name) != role.name:
        return None
    made = fitted(role, clear(found), read, Wish(may_leave=True))
    return None if isinstance(made, Misfit) else Match(role, found, GUESSED, made)


def spoken(found: Found) -> str:
    """The name of a layout on one line."""
    return " ".join(found.name.split())


def names_of(reads: Sequence[Read]) -> list[str]:
    """What an author may call the layouts: where another master has one of that name, with the master's before it."""
    names = [(read, spoken(one)) for read in reads for one in read.layouts]
    seen = Counter(name for _, name in names)
    return list(dict.fromkeys(f"{read.name}/{name}" if seen[name] > 1 and read.name else name for read, name in names))


def called(name: str, reads: Sequence[Read]) -> Found | None:
    """The layout that somebody means by a name: by its letters, or else by what they come to."""
    ways = (str.strip, plain)
    for way in ways:
        for read in reads:
            for one in read.layouts:
                if way(name) in (way(spoken(one)), way(f"{read.name}/{spoken(one)}")):
                    return one
    return None


def as_asked(found: Found, matches: Matches) -> dict[str, Layout]:
    """What a layout that a slide asks for is for each of ours, as far as it serves."""
    found = cleared(found, Box(0, 0, matches.read.width, matches.read.height))
    made: dict[str, Layout] = {}
    for role in ROLES.values():
        served = fitted(role, found, matches.read, _wish(CHOSEN))
        made |= {} if isinstance(served, Misfit) else served
    return made
