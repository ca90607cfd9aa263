"""Products to diagnostics: what checks find in library, talk, plan and deck, on another core where that is worth it.

Checks that are known to find nothing, because they were tried on the same product before, are not tried again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from msgspec import structs

from talkbuilder.beside import ask_beside, given_out, make_beside
from talkbuilder.checks import ON_DECK, ON_LIBRARY, ON_PLAN, ON_TALK
from talkbuilder.diagnostics import Diagnostic, Source
from talkbuilder.diagnostics.carried import carried, taken
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.quotes import Quote
from talkbuilder.layout.page import Deck
from talkbuilder.memory import UNSEEN, Memory, Seen
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import ASSETS, Project
from talkbuilder.talk.judging import judged, refused
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Talk

# From so many on a copy of the process, which takes some milliseconds to make, is worth it.
_MANY_ENTRIES = 12
_NEWS = b"\xff"  # in place of the number of a check
_MANY_LETTERS = 100_000  # of an outline, once for each check that reads them


def seen_library(library: Library, project: Project, memory: Memory) -> Seen:
    """What is known of a library of a project.

    All that its checks may read is read for that, and in this process: a copy of it then reads nothing else.
    """
    if not memory.is_kept:
        return UNSEEN
    entries = (*library.facts.values(), *library.quotes.values())
    for post in sorted({one.post.value for one in entries if isinstance(one, Fact | Quote)}):
        library.texts(post)
    for more in (library.lock, library.protected, library.reviews, library.imported):
        more()
    return memory.of(project.told(ASSETS))


def seen_talk(name: str, occasion: Occasion, library: Library, project: Project, memory: Memory) -> Seen:
    """What is known of a talk, its plan and its deck, once all of its files are read.

    Of the day only this tells: which agreements have ended by then. So what is known today holds until one ends.
    """
    ended = (one.encode() for one in library.ended_by(occasion.today))
    daily = structs.replace(occasion, today="")
    return memory.of(project.told(), name.encode(), repr(daily).encode(), *ended)


def ask_whether_sound(library: Library, seen: Seen) -> Callable[[], bool]:
    """Begins to ask whether a library has no faults; what is returned says False where somebody has to look."""
    if seen.knows(*ON_LIBRARY.names):
        return lambda: True
    if len(library.facts) + len(library.quotes) < _MANY_ENTRIES:
        return lambda: False
    told = ask_beside(lambda: not any(True for _ in ON_LIBRARY.faults(library, seen)))

    def is_sound() -> bool:
        if not told():
            return False
        seen.learn(*ON_LIBRARY.names)
        return True

    return is_sound


_Found = tuple[Iterable[Diagnostic], Iterable[Diagnostic]]


def check_beside(talk: Talk, planned: Plan, seen: Seen = UNSEEN) -> Callable[[], _Found]:
    """Begins to check a plan and its talk; what is returned waits for what is found in each, and may be called once.

    Whoever waits takes part: each check is done by who comes to it first. What is lost with a copy is done again.
    """

    checks = [
        *(partial(ON_PLAN.of, name, planned, seen) for name in ON_PLAN.names),
        *(partial(ON_TALK.of, name, talk, seen) for name in ON_TALK.names),
    ]

    def judge(known: Mapping[int, Iterable[Diagnostic]]) -> _Found:
        found = [known[at] if at in known else check() for at, check in enumerate(checks)]
        of_plan, of_talk = (
            chain.from_iterable(one) for one in (found[: len(ON_PLAN.names)], found[len(ON_PLAN.names) :])
        )
        return judged(of_plan, planned.talk), judged(chain(of_talk, refused(talk)), talk)

    wanted = sum(not seen.knows(one) for one in (*ON_PLAN.names, *ON_TALK.names))
    if len(talk.outline.span.source.text) * wanted < _MANY_LETTERS:
        return lambda: judge({})
    sources, numbers = _sources(talk), given_out(len(checks))

    def made() -> Iterator[bytes]:
        yield from (bytes([at]) + carried(checks[at](), sources) for at in numbers)
        yield _NEWS + seen.news

    told = make_beside(made)

    def found() -> _Found:
        known: dict[int, Iterable[Diagnostic]] = {at: [*checks[at]()] for at in numbers}
        for piece in told():
            if piece[:1] == _NEWS:
                seen.learn_from(piece[1:])
            else:
                known[piece[0]] = taken(piece[1:], sources)
        return judge(known)

    return found


def check_deck(deck: Deck, seen: Seen = UNSEEN) -> tuple[Diagnostic, ...]:
    return tuple(judged(ON_DECK.faults(deck, seen), deck.plan.talk))


def _sources(talk: Talk) -> tuple[Source, ...]:
    """The files in which checks of a talk and of its plan find faults."""
    library = talk.library
    tables = (library.facts, library.quotes, library.people, library.sources, library.actions, library.media)
    entries = (entry.span.source for table in tables for entry in table.values())
    events = (talk.occasion.event.span.source,) if talk.occasion.event else ()
    return tuple({id(source): source for source in (talk.outline.span.source, *events, *entries)}.values())
