"""Computed facts in talks: what a reference prints, which posts the slide then cites, and what the notes say."""

from talkbuilder.diagnostics import Report
from talkbuilder.layout.notes import evidence
from talkbuilder.source.fields import Text
from talkbuilder.talk.markup import Markup, source_line
from tests.evidence.computing import derived, reading

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
    assert source_line((cited,)) == "Source: The county office (figures for 2009 and 2010), in “The valley”, April 2012"
    assert [root.id for root in cited.asserted] == ["leaks", "leaks-before"]


def test_the_notes_say_how_it_was_computed() -> None:
    markup, text = said("{result}")
    (run,) = markup.line(text).runs
    assert run.citation
    told = [paragraph.text for paragraph in evidence((run.citation,), text.span)]
    assert told[1:] == [
        "The county office, in “The valley”, April 2012",
        "Leaks rose by 39 (computed: 88 (2010) - 49 (2009); a primary source)",
    ]


def test_what_rests_on_two_people_names_both() -> None:
    other = "told: {says: 'A miller tells of 3 leaks', value: 3, unit: leaks, measure: leaks told, as_of: 2012, "
    other += "source: miller, kind: observation, post: valley, exact: We don't grind}\n"
    markup, text = said("{result}", other + derived(says="More", from_="[leaks, told]", by="sum"))
    (run,) = markup.line(text).runs
    assert run.citation
    assert run.citation.who == "The county office; A miller"
    assert "A miller (figure for 2012)" in source_line((run.citation,))
