"""Computed facts in talks: what a reference prints, which posts the slide then cites, and what the notes say."""

import json

from msgspec import structs

from talkbuilder.authoring.evidence_list import as_object, claims_of
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.layout.notes_page import evidence
from talkbuilder.pipeline import build
from talkbuilder.source.fields import Text
from talkbuilder.talk.crediting import source_line
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Section, Talk
from talkbuilder.talk.words import ENGLISH
from tests.cases import LIBRARY, apart_from_timing, talk
from tests.evidence.computing import PARENTS, derived, reading
from tests.evidence.valley import PEOPLE, POST, POSTS, fact
from tests.memory import MemoryProject

RISE = derived(says="Leaks rose by 39", from_="[leaks, leaks-before]", by="difference")


def said(text: str, entries: str = RISE) -> tuple[Markup, Text]:
    library, report = reading(entries)
    assert report.diagnostics == ()
    return Markup(library, Report()), Text(text, library.facts["leaks"].span)


def test_a_reference_prints_what_is_computed_and_cites_what_it_is_computed_from() -> None:
    markup, text = said("Leaks rose by {result}.")
    runs = markup.line(text).runs
    assert "".join(run.text for run in runs) == "Leaks rose by 39 leaks."
    (cited,) = (run.citation for run in runs if run.citation)
    assert credited(cited) == "Source: The county office (figures for 2009 and 2010), in “The valley”, April 2012"
    assert [root.id for root in cited.asserted] == ["leaks", "leaks-before"]


def test_the_notes_say_how_it_was_computed() -> None:
    markup, text = said("{result}")
    (run,) = markup.line(text).runs
    assert run.citation
    told = [paragraph.text for paragraph in evidence((run.citation,), text.span, ENGLISH)]
    assert told[1:] == [
        "The county office, in “The valley”, April 2012",
        "Leaks rose by 39 (computed: 88 (2010) - 49 (2009); a primary source; not yet reviewed)",
    ]


def test_the_notes_tell_a_publisher_once() -> None:
    cited = Citation("fact", "a", "It is so", "The office", "“Wells”, The Office, 2012", "", "", beside="“Wells”, 2012")
    told = [paragraph.text for paragraph in evidence((cited,), said("")[1].span, ENGLISH)]
    assert told[1] == "The office, in “Wells”, 2012"


def test_what_rests_on_two_people_names_both() -> None:
    other = "told: {says: 'A miller tells of 3 leaks', value: 3, unit: leaks, measure: leaks told, as_of: 2012, "
    other += "source: miller, kind: observation, post: valley, exact: We don't grind}\n"
    markup, text = said("{result}", other + derived(says="More", from_="[leaks, told]", by="sum"))
    (run,) = markup.line(text).runs
    assert run.citation
    assert run.citation.who == "The county office; A miller"
    assert "A miller (figure for 2012)" in credited(run.citation)


def credited(cited: Citation) -> str:
    return "".join(run.text for run in source_line((cited,), ENGLISH))


def decked(entries: str) -> tuple[Talk, list[str]]:
    """A talk of one number that is computed, and the codes of what is reported of it."""
    parents = "".join(fact(id, **keys) for id, keys in PARENTS.items())
    slides = "- {title: Leaks, number: result, notes: So it is.}\n"
    files = {
        "assets/facts.yaml": parents + entries,
        "assets/people.yaml": PEOPLE + LIBRARY["assets/people.yaml"].replace("role: author", "role: public"),
        "assets/quotes.yaml": "",
        "assets/sources.yaml": POSTS + "\n" + LIBRARY["assets/sources.yaml"],
        "assets/posts/valley.txt": POST,
        "talks/talk.yaml": talk(slides),
    }
    report = Report()
    (deck,) = build(MemoryProject(dict(LIBRARY) | files), ("talk",), report)
    return deck.plan.edition.talk, [one.code for one in apart_from_timing(report.diagnostics)]


def test_a_talk_lists_as_its_sources_those_of_what_is_computed() -> None:
    made, codes = decked(RISE)
    assert codes == []
    sources = made.sections[-1].slides[-1].slots["sources"]
    assert isinstance(sources, tuple)
    assert [line.text for line in sources] == ["The county office. In “The valley”, April 2012"]


def test_who_checks_facts_is_led_to_the_words_in_the_posts() -> None:
    made, _ = decked(RISE)
    ((claim,),) = (one.claims for one in claims_of(made, made.library))
    lines = [line for line in claim.lines if line[0] in ("certainty", "from", "look for")]
    assert lines == [
        ("certainty", "primary: computed: 88 (2010) - 49 (2009); a primary source"),
        ("from", "leaks: Inspectors counted 88 leaks in 2010"),
        ("look for", "“counted 88 leaks in 2010”"),
        ("from", "leaks-before: 49 leaks in 2009"),
        ("look for", "“49 leaks in 2009”"),
    ]
    told = as_object(claim, made.library)
    assert (told["from_"], told["value"]) == (["leaks", "leaks-before"], 39.0)
    assert json.dumps(told)


def test_a_date_is_listed_with_its_reason_and_stands_on_no_slide() -> None:
    made, codes = decked(derived(says="Money fell by $14,000", from_="[money, money-before]", by="difference"))
    assert codes == []
    money = made.library.facts["money"]
    assert isinstance(money, Fact)
    cited = Markup(made.library, Report()).cite(money)
    claims = claims_of(structs.replace(made, sections=_citing(made.sections, cited)), made.library)
    (as_of,) = (value for one in claims for claim in one.claims for name, value in claim.lines if name == "as of")
    assert as_of == "2010 (the list is that of 2010)"


def _citing(sections: tuple[Section, ...], cited: Citation) -> tuple[Section, ...]:
    """The sections with nothing but one citation on each slide that has any."""
    return tuple(
        structs.replace(
            section,
            slides=tuple(structs.replace(one, shown=(cited,)) if one.shown else one for one in section.slides),
        )
        for section in sections
    )
