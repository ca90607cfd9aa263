"""How a slide credits what it rests on: who says it, for which year, in which source, on which page, with a link."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from talkbuilder.evidence.library.actions import Action, Contact
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.evidence.library.sources import Source, Voice, with_article, within_sentence
from talkbuilder.source.nodes import capital
from talkbuilder.talk.talk import Citation, Run
from talkbuilder.talk.words import ENGLISH, Words

_AS_QUOTED = r", as (?:quoted (?:on|in) [^,;]+|the speaker noted it)$"


def source_line(citations: tuple[Citation, ...], words: Words, in_brief: bool = False) -> tuple[Run, ...]:
    """The source line of a slide: grouped by source, each only once; nothing for the speaker's own.

    In brief it tells who says it, and not where: the slide of sources has that as well.
    """
    asserted = tuple(one for cited in citations if cited.kind != "own" for one in cited.asserted)
    if not asserted:
        return ()
    parts = [tuple(_part(where, asserted, words)) for where in dict.fromkeys(one.where for one in asserted)]
    parts = [(_who(asserted, words),)] if in_brief else parts
    is_one = len(parts) == 1 and not any(";" in run.text for run in parts[0])
    runs = [Run(words.say("source_one" if is_one else "source_many", who=""))]
    for number, part in enumerate(parts):
        runs += [Run(" · "), *part] if number else part
    return joined(runs)


def _part(where: str, asserted: tuple[Citation, ...], words: Words) -> Iterator[Run]:
    """Everybody who says something in one source, and the source."""
    own = [one for one in asserted if one.where == where]
    yield _who(own, words)
    if where:
        yield Run(words.say("within", where=""))
        yield from source_runs(own, words)


def _who(cited: Iterable[Citation], words: Words) -> Run:
    years: dict[str, list[str]] = {}
    for one in cited:
        known = years.setdefault(one.who, [])
        if one.as_of and one.as_of not in known:
            known.append(one.as_of)
    return Run("; ".join(_with_years(name, told, words) for name, told in years.items()))


def source_runs(cited: list[Citation], words: Words, in_full: bool = False) -> Iterator[Run]:
    """The one source of some citations, as it stands within a sentence, with a link where it has one, and the pages.

    In full it also says when notes were made, and when somebody fetched it: the line under a slide has no room for it.
    """
    first = cited[0]
    where = first.beside if all(one.beside for one in cited) else first.where if in_full else first.line or first.where
    yield Run(words.quotes(within_sentence(where)), link=first.link)
    if pages := words.pages(one.page for one in cited):
        yield Run(f", {pages}")
    if in_full and first.fetched:
        yield Run(f", {words.say('retrieved', date=words.date(first.fetched))}")


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs, of which neighbours that look alike and lead to the same place are one."""
    made: list[Run] = []
    for run in runs:
        before = made[-1] if made else None
        if before and (before.bold, before.link, before.citation) == (run.bold, run.link, run.citation):
            made[-1] = Run(before.text + run.text, run.bold, link=run.link, citation=run.citation)
        elif run.text:
            made.append(run)
    return tuple(made)


def _with_years(name: str, years: list[str], words: Words) -> str:
    listed = sorted({year[:4] for year in years})
    if not listed:
        return name
    return words.say("figures_of" if len(listed) > 1 else "figure_of", who=name, years=words.both(listed))


def in_words(one: Contact, words: Words) -> Contact:
    """A line to write down in the words of the talk."""
    if one.way != "text":
        return one
    message, number = one.parts[1] if len(one.parts) > 2 else "", one.parts[-1]
    parts = words.parts("text" if message else "text_only", message=message, n=number)
    return structs.replace(one, parts=parts)


def as_quoted(source: Source) -> str:
    """How words are known that somebody else quotes there."""
    if source.cite_as and source.protects:
        return "as the speaker noted it"
    if source.is_post:
        return "as quoted on the speaker’s blog"
    return f"as quoted in {'an' if source.called[0] in 'aeiou' else 'a'} {source.called}"


def without_way(credited: str) -> str:
    """Who says it, without how that is known."""
    return re.sub(_AS_QUOTED, "", credited)


def voice_of(entry: Fact | Quote, library: Library) -> Voice | None:
    """The voice of a source in which who says an entry speaks there; None for the author's own words."""
    return _heard(entry, library)[1]


def _heard(entry: Fact | Quote, library: Library) -> tuple[str, Voice | None]:
    """How words are known that are only quoted where an entry stands, and the voice that says it there."""
    source = library.source_of(entry)
    voice = source.voice(entry.teller.value) if source else None
    return as_quoted(source) if source and voice and voice.as_quoted else "", voice


def credit(entry: Fact | Quote, library: Library) -> str:
    """What is printed of who says it, as it begins a line; "" where nobody has that id."""
    person = library.people.get(entry.teller.value)
    named = capital(person.printed) if isinstance(person, Person) else ""
    quoted, _ = _heard(entry, library)
    return f"{named}, {quoted}" if named and quoted else named


def translation(entry: Fact | Quote, library: Library) -> str:
    """How its words were translated or summed up; "" where they are the speaker's own."""
    voice = voice_of(entry, library)
    if voice and voice.translation:
        return voice.translation
    return entry.translation if isinstance(entry, Quote) else ""


def known_by(fact: Fact, words: Words = ENGLISH) -> str:
    """How the one who asserts a fact knows it; of what is computed, the sum as well."""
    if not isinstance(fact, Computed):
        return words.say(fact.kind)
    return f"computed: {fact.sum_written}; {words.say(fact.kind)}" if words.written == "en" else words.say("computed")


def certainty(entry: Fact | Quote, library: Library, words: Words = ENGLISH) -> str:
    """The same with what its voice in a source adds, in English with all that the library tells."""
    if isinstance(entry, Computed):
        return known_by(entry, words)
    is_english, how = words.written == "en", with_article(translation(entry, library))
    known = [words.say("quote") if isinstance(entry, Quote) else known_by(entry, words)]
    if how and not is_english:
        known.append(words.say("translated"))
    elif how and isinstance(entry, Quote):
        known = [f"{known[0]} in {how}"]
    elif how:
        known.append(f"known from {how}")
    known.append(_heard(entry, library)[0] if is_english else "")
    if isinstance(entry, Fact) and entry.status in ("disputed", "conflict"):
        known.append(words.say(entry.status))
    return "; ".join(filter(None, known))


def how_reviewed(one: Standing, words: Words = ENGLISH) -> str:
    """How an entry or a slide stands, for the evidence in the notes."""
    row = {"signed": "reviewed", "returned": "sent_back"}.get(one.state)
    if row is None or one.review is None:
        return words.say("not_reviewed")
    return words.say(row, who=one.review.by.value, date=words.date(one.review.on.value))


_LONGEST = 150  # letters of a label, of which a sort has two at most; more sources are listed one by one
_TOLD = frozenset({"interview", "letter"})  # kinds of sources that are somebody's, and not published

Runs = tuple[Run, ...]


class Sort(Struct, frozen=True):
    """Sources of one sort: how many, what they are called, and who or what they are."""

    count: int  # 0: not told, of whom must not be found
    called: str
    labels: tuple[Runs, ...]


def sorts(citations: tuple[Citation, ...], library: Library, words: Words) -> Iterator[Sort]:
    """The sorts of the sources that citations rest on; people.yaml says which of those cited in posts are published."""
    people = {one.credit.value: one for one in library.of(Person)}
    blogger = library.credit(library.blogger) if library.blogger else ""
    works = _works(citations, library)
    cited = [one.who for one in citations if one.who and one.who != blogger and not _is_of_works(one, works, library)]
    printed = [who for who in dict.fromkeys(cited) if _is_published(people.get(without_way(who)))]
    published: list[Runs] = [(Run(who),) for who in printed if who == without_way(who)]
    noted: list[Runs] = [(Run(without_way(who)),) for who in printed if who != without_way(who)]
    others: list[Runs] = [(Run(who),) for who in dict.fromkeys(cited) if who not in printed]
    published += [_work(own, words) for source, own in works.values() if source.kind not in _TOLD]
    others += [_work(own, words) for source, own in works.values() if source.kind in _TOLD]
    found = {one.id: one for cited in citations for one in _sources_of(cited, library) if _is_own(one, library)}
    own = tuple(found.values())
    # What protects somebody must not be found, and how many there are, of a blog, would help.
    is_hidden = any(one.protects for one in own) and all(one.cite_as for one in own)
    if own:
        row = "posts_of" if all(one.is_post for one in own) else "texts_of"
        count, row = (1, "notes_of") if is_hidden else (len(own), row)
        yield Sort(0 if is_hidden else count, words.count(row, count), ((Run(_of_posts(own, blogger, words)),),))
    heard = (one.who for source, own in works.values() if source.kind in _TOLD for one in own)
    tellers = {without_way(one) for one in (*heard, *cited) if not _is_published(people.get(without_way(one)))}
    counts = (("published_of", published, len(published)), ("noted_of", noted, len(noted)))
    for row, told, count in (*counts, ("people_of", others, len(tellers) or 1)):
        if told:
            yield Sort(count, words.count(row, count), tuple(told) if is_hidden else _labels(told))


def listed(citations: Iterable[Citation], words: Words) -> Iterator[Runs]:
    """Who says it, and where, in the order of the talk; whoever says it in the same places stands in one line."""
    places: dict[str, dict[str, list[Citation]]] = {}
    for one in citations:
        places.setdefault(one.who, {}).setdefault(one.where, []).append(one)
    alike: dict[tuple[str, ...], list[str]] = {}
    for who, own in places.items():
        alike.setdefault(tuple(filter(None, own)), []).append(who)
    within = words.say("within", where="").lstrip(", ").capitalize()
    for where, those in alike.items():
        told: list[Run] = []
        for place in where:
            cited = [one for who in those for one in places[who][place]]
            told += [Run("; " if told else f". {within}"), *source_runs(cited, words, in_full=True)]
        for names in _labels([(Run(who),) for who in those]):
            yield joined((Run("".join(run.text for run in names), bold=True), *told))


def _works(citations: tuple[Citation, ...], library: Library) -> dict[str, tuple[Source, list[Citation]]]:
    """What is cited that is no text of the speaker's own, by its id, with what is cited of it."""
    works: dict[str, tuple[Source, list[Citation]]] = {}
    for one in (asserted for cited in citations for asserted in cited.asserted):
        for source in _sources_of(one, library):
            if not _is_own(source, library):
                works.setdefault(source.id, (source, []))[1].append(one)
    return works


def _is_own(source: Source, library: Library) -> bool:
    """Whether it is the speaker's own text: a post, or whatever else it is filed as."""
    is_by_speaker = library.blogger is not None and library.author_of(source) == library.blogger
    return source.is_post or (is_by_speaker and source.kind not in _TOLD)


def _is_of_works(cited: Citation, works: Iterable[str], library: Library) -> bool:
    """Whether it stands in nothing but such works: then it is listed with them."""
    ids = [one.id for one in _sources_of(cited, library)]
    return bool(ids) and all(id in works for id in ids)


def _work(cited: list[Citation], words: Words) -> Runs:
    who = "; ".join(dict.fromkeys(without_way(one.who) for one in cited if one.who))
    within = words.say("within", where="")
    return joined((Run(f"{who}{within}" if who else ""), *source_runs(cited, words, in_full=True)))


def _sources_of(citation: Citation, library: Library) -> Iterator[Source]:
    """The sources that a citation rests on: several may be cited alike, and each is counted."""
    for one in citation.asserted:
        entry = library.entry(one.kind, one.id)
        named = entry.post if isinstance(entry, Fact | Quote | Action) else None
        source = library.sources.get(named.value) if named else None
        if isinstance(source, Source):
            yield source


def _labels(told: list[Runs]) -> tuple[Runs, ...]:
    """Who or what sources are, in as few labels as can be read at a glance: each holds all that it has room for."""
    labels: list[list[Run]] = [[]]
    filled = 0
    for one in told:
        length = sum(len(run.text) for run in one)
        if filled and filled + len("; ") + length > _LONGEST:
            labels.append([])
            filled = 0
        labels[-1] += [Run("; "), *one] if filled else one
        filled += length + len("; ") * bool(filled)
    return tuple(map(joined, labels))


def _of_posts(posts: tuple[Source, ...], blogger: str, words: Words) -> str:
    """What stands for posts: the words by which all of them are to be cited, or else whose they are, and of when."""
    named = {post.cited(words.date) for post in posts if post.cite_as}
    if len(named) == 1 and all(post.cite_as for post in posts):
        return named.pop()
    dates = sorted({post.day_told for post in posts})
    start, end = map(words.date, (dates[0], dates[-1]))
    span = words.say("to", start=start, end=end) if start != end else start
    return ", ".join(filter(None, (blogger, span)))


def _is_published(person: Person | None) -> bool:
    return person is not None and person.is_published
