"""The sources of a talk, on as many slides as they need."""

import pytest
from msgspec import structs

from talkbuilder.kinds.sources import KIND
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.items import Group, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.units import EMU_PER_POINT
from tests.cases import apart_from_proof, apart_from_timing
from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import built, talk


def deck_of(count: int) -> Deck:
    """A deck that rests on so many sources, each of two lines."""
    facts = "".join(
        f"fact-{n}: {{says: Fact {n}, show: x, source: s-{n}, kind: primary, post: first, exact: word}}\n"
        for n in range(count)
    )
    people = "".join(
        f"s-{n}: {{credit: A source of which there are many number {n}, role: source}}\n" for n in range(count)
    )
    cited = "".join(
        f"  - {{title: T {_letters(n)}, statement: Sentence {_letters(n)}, cite: [fact-{n}], notes: Words.}}\n"
        for n in range(count)
    )
    post = "first: {title: T, date: 2012}"
    deck, report = built(talk(cited), facts=facts, people=people, sources=post, quotes="", actions="", media="")
    assert not apart_from_proof(apart_from_timing(report.diagnostics))
    return deck


def _letters(number: int) -> str:
    """A number that is none to who reads it: a figure would have to say where it comes from."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def lists(count: int) -> list[dict[str, str]]:
    return [one for one in shown(deck_of(count)) if one["layout"] == "Sources"]


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("sources", deck_of(12), golden)


def test_long_lists_are_continued_on_another_slide() -> None:
    found = lists(30)
    assert [one["Title"] for one in found] == [f"Sources ({n}/{len(found)})" for n in range(1, len(found) + 1)]
    assert len(found) > 1
    listed = [name for one in found for name in names(one)]
    assert len(listed) == len(set(listed)) == 30


def names(page: dict[str, str]) -> list[str]:
    """Who is listed on a slide: those who say it in the same posts stand in one line."""
    return [name for line in page["Sources"].splitlines() for name in line.split(". In ")[0].split("; ")]


def short(people: str, count: int = 1, second: str = "}", first: str = "") -> Page:
    """The one sources slide of a talk that cites a report, its author and so many others."""
    facts = "".join(
        f"f-{n}: {{says: Fact {n}, show: x, source: p-{n}, kind: hearsay, post: first, exact: word}}\n"
        for n in range(count)
    )
    facts += "mine: {says: Mine, show: x, source: me, kind: observation, post: second, exact: word}\n"
    facts += "report: {says: Theirs, show: x, source: bureau, kind: primary, post: second, exact: word}\n"
    ids = ", ".join(f"f-{n}" for n in range(count))
    cited = f"  - {{title: T, statement: Sentence, cite: [mine, report, {ids}], notes: Words.}}\n"
    everybody = (
        "me: {credit: The author, role: author}\n"
        "bureau: {credit: A report, role: source, may_be_named: true}\n" + people
    )
    posts = f"first: {{title: T, date: 2012-04{first}}}\nsecond: {{title: U, date: 2013{second}\n"
    deck, _ = built(talk(cited), facts=facts, people=everybody, sources=posts, quotes="", actions="", media="")
    return deck.pages[-1]


def test_sorts_of_sources_are_counted_and_every_source_stands_in_the_notes() -> None:
    page = short("p-0: {credit: A neighbour, role: public}\n")
    (group,) = (item for item in page.items if isinstance(item, Group))
    texts = [" ".join(line.text for line in item.lines) for item in group.items if isinstance(item, Text)]
    assert [one.replace("\xa0", " ") for one in texts] == [
        *("2 posts of one blog", "The author, April 2012 to 2013"),
        *("1 published source", "A report"),
        *("1 person who said it", "A neighbour"),
    ]
    assert group.alt == "2 posts of one blog; 1 published source; 1 person who said it"
    assert [one.text for one in page.notes.shown] == [
        "The author; A report. In “U”, 2013",
        "A neighbour. In “T”, April 2012",
    ]


_WORKS = """
wells: {kind: report, by: bureau, title: Wells, publisher: A press, date: 2011, url: "https://press.example/wells"}
talk-with-her: {kind: interview, by: witness, title: An evening at the river, date: 2010}
mine: {title: A walk, date: 2012}
"""
_CITED = """
counted: {says: They counted wells, show: wells, source: bureau, kind: primary, post: wells, exact: word, page: 12}
again: {says: They counted them again, show: again, source: bureau, kind: primary, post: wells, exact: word, page: 3}
told: {says: She told it, show: told, source: witness, kind: primary, post: talk-with-her, exact: word}
seen: {says: I saw it, show: seen, source: me, kind: observation, post: mine, exact: word}
"""
_WHO = """
me: {credit: A walker, role: author}
bureau: {credit: A bureau that counts, role: source, may_be_named: true}
witness: {credit: A witness, role: public}
"""


def test_works_stand_among_published_sources_with_publisher_year_pages_and_a_live_link() -> None:
    cited = "  - {title: T, statement: Words, cite: [counted, again, told, seen], notes: Words.}\n"
    deck, _ = built(talk(cited), facts=_CITED, people=_WHO, sources=_WORKS, quotes="", actions="", media="")
    (page,) = (page for page in deck.pages if page.kind == "sources")
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    told = {
        item.name: "".join(paragraph.text for paragraph in item.paragraphs).replace("\u00a0", " ")
        for item in drawn.items
        if isinstance(item, Text)
    }
    assert told["1 published source, who"] == "A bureau that counts, in “Wells”, A press, 2011, pp. 12 and 3"
    assert told["1 person who said it, who"] == "A witness, in “An evening at the river”, 2010"
    assert told["1 post of one blog, who"] == "A walker, 2012"
    another = "another: {says: He told it, show: so, source: smith, kind: primary, post: talk-with-her, exact: word}\n"
    two = built(
        talk(cited.replace("told,", "told, another,")),
        facts=_CITED + another,
        people=f"{_WHO}smith: {{credit: A smith, role: public}}\n",
        sources=_WORKS,
        quotes="",
        actions="",
        media="",
    )
    assert "2 people who said it" in next(page.alt for page in two[0].pages[-1].items if isinstance(page, Group))
    links = {run.link for item in drawn.items if isinstance(item, Text) for one in item.paragraphs for run in one.runs}
    assert links == {"", "https://press.example/wells"}
    listed = [paragraph.text for paragraph in page.notes.shown]
    assert "A bureau that counts. In “Wells”, A press, 2011, pp. 12 and 3" in listed


def test_what_the_speaker_wrote_is_their_own_whatever_it_is_filed_as() -> None:
    cited = "  - {title: T, statement: Words, cite: [counted, seen, more], notes: Words.}\n"
    more = "more: {says: I saw more, show: more, source: me, kind: observation, post: essay, exact: word}\n"
    sources = f"{_WORKS}essay: {{kind: article, by: me, title: E, date: 2013}}\n"
    deck, _ = built(talk(cited), facts=_CITED + more, people=_WHO, sources=sources, quotes="", actions="", media="")
    (group,) = (item for item in deck.pages[-1].items if isinstance(item, Group))
    assert group.alt == "2 own texts; 1 published source"


def test_the_source_line_of_a_slide_leads_to_the_source() -> None:
    cited = "  - {title: T, statement: Words, cite: [counted], notes: Words.}\n"
    deck, _ = built(talk(cited), facts=_CITED, people=_WHO, sources=_WORKS, quotes="", actions="", media="")
    lines = [item for page in deck.pages for item in page.items if getattr(item, "name", "") == "source line"]
    runs = [run for line in lines if isinstance(line, Text) for one in line.paragraphs for run in one.runs]
    assert ("“Wells”, A press, 2011", "https://press.example/wells") in {(run.text, run.link) for run in runs}


def test_the_year_of_what_protects_people_is_told_once_here_and_under_no_slide() -> None:
    post = "first: {title: T, date: 2012, cite_as: 'A walker’s notes, 2012', protects: [s]}"
    fact = "f: {says: A fact, show: x, source: s, kind: primary, post: first, exact: word}"
    cited = "  - {title: T, statement: A sentence, cite: [f], notes: Words.}\n"
    people = "s: {credit: A miller, role: source}"
    deck, _ = built(talk(cited), facts=fact, people=people, sources=post, quotes="", actions="", media="")
    under_slides = [text for page in shown(deck) for text in page.values() if "notes" in text]
    assert under_slides == ["Source: A miller, in a walker’s notes"]
    assert [one.text for one in deck.pages[-1].notes.shown] == ["A miller. In a walker’s notes, 2012"]


def test_on_a_template_no_rule_stands_over_the_first_row() -> None:
    cited = "  - {title: T, statement: Words, cite: [counted, again, told, seen], notes: Words.}\n"
    deck, _ = built(talk(cited), facts=_CITED, people=_WHO, sources=_WORKS, quotes="", actions="", media="")
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "sources")
    layout = deck.pages[-1].layout
    counted = []
    for one in (layout, structs.replace(layout, base="A layout of theirs")):
        (drawn,) = (item for item in KIND.pages(told, one)[0].items if isinstance(item, Group))
        counted.append(sum(item.name == "hairline" for item in drawn.items))
    assert counted == [3, 2]


@pytest.mark.parametrize("base", ["", "A layout of theirs"])
def test_what_sources_are_called_has_a_line_and_air_after_it(base: str) -> None:
    cited = "  - {title: T, statement: Words, cite: [counted, again, told, seen], notes: Words.}\n"
    deck, _ = built(talk(cited), facts=_CITED, people=_WHO, sources=_WORKS, quotes="", actions="", media="")
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "sources")
    layout = structs.replace(deck.pages[-1].layout, base=base)
    for share in (10, 8):  # the narrower the page, the more columns
        grid = structs.replace(layout.grid, width=layout.grid.width * share // 10)
        (drawn,) = (
            one for one in KIND.pages(told, structs.replace(layout, grid=grid))[0].items if isinstance(one, Group)
        )
        texts = {one.name: one for one in drawn.items if isinstance(one, Text)}
        called = [one for name, one in texts.items() if not name.endswith(", who")]
        assert {len(one.lines) for one in called} == {1}
        [(size, who)] = {(one.styles[0].size_pt, one.box.x) for name, one in texts.items() if name.endswith(", who")}
        assert who - max(one.right for one in letters_in(called)) >= size * EMU_PER_POINT
    grid = structs.replace(layout.grid, width=layout.grid.width * 4 // 10)  # where none has, they have what there is
    (drawn,) = (one for one in KIND.pages(told, structs.replace(layout, grid=grid))[0].items if isinstance(one, Group))
    beside = {one.box.x for one in drawn.items if isinstance(one, Text) and one.name.endswith(", who")}
    assert len(beside) == 1
    assert max(beside) <= grid.margin + round(0.55 * grid.width)
