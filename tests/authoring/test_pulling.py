"""What comes back of an edited deck: each kind of edit, into the line that it came from, and nothing else."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.outputs.pptx.record import texts_of
from talkbuilder.source.events import Occasion
from tests.conftest import ROOT
from tests.corpora.tables import from_table
from tests.pulled import (
    OUTLINE,
    Workshop,
    add_after,
    add_slide,
    drop,
    move,
    our_library,
    paragraph,
    paragraphs,
    remove,
    retype,
    slide,
    text,
)
from tests.sample import slide as sample
from tests.sample import talk


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_a_deck_that_nobody_edited_brings_nothing(shop: Workshop) -> None:
    pulled = shop.pulled()
    assert (pulled.differences, pulled.told) == ((), ())


@from_table
def test_a_text_changes_where_it_is_written(
    shop: Workshop, on: str, begins: str, words: str, before: str, after: str
) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, on), begins), words))
    assert shop.taken() == OUTLINE.replace(before, after, 1)


def test_points_are_added_removed_and_moved_with_their_remarks(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        on = slide(deck, "What was counted")
        add_after(paragraph(on, "Wolves"), "Snow lay on the grass")
        add_after(paragraph(on, "Snow"), "And ice: everywhere")
        remove(paragraph(on, "Before that"))
        last = paragraph(on, "Nobody had")
        first = paragraph(on, "There were")
        first._p.addprevious(last._p)

    shop.edit(edit)
    bullets = """\
    - Nobody had counted before
    # the first one matters most
    - 'There were {herds} of them, and **many** wells'
    - Over the winter:
      - Snow lay on the grass
      - "And ice: everywhere"
      - Wolves came down
      - Snow lay on the grass
"""
    begin, end = OUTLINE.index("    # the first one"), OUTLINE.index("    notes: |\n      We rode")
    assert shop.taken() == OUTLINE[:begin] + bullets + OUTLINE[end:]


def test_paragraphs_of_notes_that_changed_places_keep_their_references(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        paragraph(on, "We rode")._p.addprevious(paragraph(on, "By then")._p)

    shop.edit(edit)
    then = "      By then there were {herds} herds in the valley.\n\n"
    begin = "      We rode out early,"
    assert shop.taken() == OUTLINE.replace(then, "").replace(begin, f"{then}{begin}")


def test_notes_that_were_split_over_a_line_of_ours_stay_one_text(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        lines = slide(deck, "Side by side").notes_slide.notes_text_frame.paragraphs
        look = next(at for at, one in enumerate(lines) if text(one).startswith("Look"))
        retype(lines[look], "Look")
        retype(lines[look + 1], "at the wells.")

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("Look at the wells.\n", "|\n      Look\n\n      at the wells.\n")


def test_a_slide_without_notes_gets_some(shop: Workshop) -> None:
    shop.edit(lambda deck: add_after(slide(deck, "A quiet year").notes_slide.notes_text_frame.paragraphs[0], "Say it."))
    year = "    statement: Nothing moved on the steppe for a whole year\n"
    assert shop.taken() == OUTLINE.replace(year, f"{year}    notes: Say it.\n")


def test_an_opener_and_the_cover_without_notes_get_some(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for at in (0, [one.shapes.title.text for one in deck.slides].index("Now")):
            deck.slides[at].notes_slide.notes_text_frame.text = "Good evening."

    shop.edit(edit)
    after = OUTLINE.replace("sections:\n", "notes: Good evening.\nsections:\n")
    assert shop.taken() == after.replace("section: Now\n", "section: Now\n  notes: Good evening.\n")


def test_what_is_typed_over_a_bold_line_of_ours_in_notes_is_not_bold(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        lines = slide(deck, "Side by side").notes_slide.notes_text_frame.paragraphs
        bold(lines[0], text(lines[0]))
        for one in lines[1:]:
            remove(one)
        retype(lines[0], "Look around.")

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("Look at the wells.", "Look around.")


def test_notes_that_are_emptied_take_no_slide_out(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for one in deck.slides:
            one.notes_slide.notes_text_frame.text = ""

    shop.edit(edit)
    assert not [one for one in shop.pulled().differences if one.field in ("slide", "place")]
    left = shop.taken()
    assert all(f"title: {title}" in left for title in ("What was counted", "Side by side", "What comes next"))


def test_slides_go_move_and_come(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        move(deck, "What comes next", 2)
        add_slide(deck, "New: a slide", "One point", "Another", at=3)
        drop(deck, "A quiet year")

    shop.edit(edit)
    after = shop.taken()
    begin, end = OUTLINE.index("  - title: A quiet year"), OUTLINE.index("- section: Now")
    moved = OUTLINE[OUTLINE.index("  - title: What comes next") : OUTLINE.index("closing:")]
    made = '  - title: "New: a slide"\n    bullets:\n    - One point\n    - Another\n'
    wanted = (OUTLINE[:begin] + OUTLINE[end:]).replace(moved, "")
    first = "  - title: What was counted "
    assert after == wanted.replace(first, f"{moved}{made}{first}")


def test_a_figure_changed_by_hand_is_disputed_and_not_taken(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), "Before that"), "Before that, 99"))
    [one] = shop.pulled().differences
    assert [(it.written, it.typed) for it in one.disputes] == [("{herds-2009}", "99")]
    point = '    - "Before that, {herds-2009}"\n'
    assert shop.taken() == OUTLINE.replace(point, f"    # deck: Before that, 99\n{point}")


def test_what_else_was_changed_beside_a_disputed_figure_is_taken_and_the_reference_stays(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        retype(paragraph(slide(deck, "What was counted"), "Before that"), "Before all that, 99")
        retype(paragraph(slide(deck, "What was counted"), "By then"), "By then we had 87 million herds in the hills.")

    shop.edit(edit)
    point, then = '    - "Before that, {herds-2009}"\n', "there were {herds} herds in the valley"
    after = OUTLINE.replace(point, f"    # deck: Before all that, 99\n{point.replace('that', 'all that')}")
    notes = "    # deck: By then we had 87 million herds in the hills.\n    notes: |\n      We rode"
    after = after.replace("    notes: |\n      We rode", notes)
    assert shop.taken() == after.replace(then, "we had {herds} herds in the hills")
    one = next(one for one in shop.pulled().differences if one.field == "bullets")
    assert [choice.answer for choice in one.choices] == ["take", "leave", "typed"]
    assert shop.with_answers((one, "typed")) == OUTLINE.replace("Before that, {herds-2009}", "Before all that, 99")
    assert "“99”, {herds-2009} says “49”; its source: “" in one.cautions[0]
    assert "it is assets/facts.yaml:" in one.cautions[0]
    assert "'talkbuilder review herds-2009' shows it" in one.cautions[0]


def test_own_words_may_be_others_and_stay_own(tmp_path: Path) -> None:
    outline = OUTLINE.replace("Two years of the same valley", "'Two years of {own: the same valley}, I think'")
    shop = Workshop(tmp_path, outline)
    shop.edit(
        lambda deck: retype(paragraph(slide(deck, "Side by side"), "Two"), "Two years of our green valley, I think")
    )
    assert shop.taken() == outline.replace("the same valley", "our green valley")


def test_a_paragraph_that_was_split_keeps_its_references(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        one = paragraph(slide(deck, "What was counted"), "By then")
        add_after(one, "88 herds in the valley.")
        retype(one, "By then there were")

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("there were {herds} herds", "there were\n\n      {herds} herds")


@given(
    st.sampled_from(["There were", "Before that", "Nobody had", "By then", "That is the end"]),
    st.lists(st.sampled_from(("There were", "88", "herds", "of them", "in the valley", "Before that, 49", "Nobody"))),
)
def test_what_is_typed_anew_comes_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, behind: str, words: list[str]
) -> None:
    typed, shop = " ".join(["Well,", *words[:4]]), Workshop(tmp_path_factory.mktemp("deck"))
    shop.edit(lambda deck: add_after(paragraph(slide(deck, "What was counted"), behind), typed))
    shop.outline = shop.taken()
    page = next(one for one in shop.deck().pages if one.title == "What was counted")
    assert typed in [one.text for one in texts_of(page)]


def test_a_paragraph_that_was_written_anew_lets_its_references_go_and_says_so(shop: Workshop) -> None:
    words = "My uncle came home over the pass with the dogs, late in the evening."
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), "By then"), words))
    [one] = shop.pulled().differences
    assert (one.disputes, one.cautions) == ((), ("{herds} goes with the words around it",))
    assert shop.taken() == OUTLINE.replace("By then there were {herds} herds in the valley.", words)


def test_notes_that_were_replaced_as_a_whole_say_which_references_go(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        slide(deck, "What was counted").notes_slide.notes_text_frame.text = "Only this remains, with 88 in it."

    shop.edit(edit)
    assert [one.cautions for one in shop.pulled().differences] == [("{herds} goes with the words around it",)]


@pytest.mark.parametrize("words", ["A lid of oak", "In that summer nobody came", "Before us, many", "3 wells dried up"])
def test_a_reference_goes_unless_something_of_its_sort_stands_alone_in_its_place(shop: Workshop, words: str) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), "Before that"), words))
    [one] = shop.pulled().differences
    assert (one.disputes, one.cautions[0]) == ((), "{herds-2009} goes with the words around it")
    assert shop.taken() == OUTLINE.replace('"Before that, {herds-2009}"', f'"{words}"')


def test_what_was_cut_from_a_slide_into_its_notes_or_back_stands_there(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        remove(paragraph(on, "Before that"))
        remove(paragraph(on, "That is"))
        add_after(paragraph(on, "We rode"), "Before that, 49")
        add_after(paragraph(on, "Nobody had"), "That is the end of it.")

    shop.edit(edit)
    assert [one.cautions for one in shop.pulled().differences] == [(), ()]
    after = OUTLINE.replace('    - "Before that, {herds-2009}"\n', "")
    after = after.replace("sun was up.\n", "sun was up.\n\n      Before that, {herds-2009}\n")
    after = after.replace("\n      That is the end of it.\n", "")
    assert shop.taken() == after.replace("counted before\n", "counted before\n    - That is the end of it.\n")


@from_table
def test_a_line_pasted_over_another_has_its_references_and_a_figure_alone_has_none(
    shop: Workshop, over: str, words: str, before: str, after: str
) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), over), words))
    assert shop.taken() == OUTLINE.replace(before, after)


def test_lines_of_the_program_that_were_changed_are_told_once(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for one in deck.slides:
            clock = one.notes_slide.notes_text_frame.paragraphs[0]
            retype(clock, text(clock).replace("slide", "SLIDE"))

    shop.edit(edit)
    pulled = shop.pulled()
    assert (pulled.differences, len(pulled.told)) == ((), 1)
    assert "in notes (slide 1, 2, 3, " in pulled.told[0].why
    assert pulled.told[0].why.endswith("not taken over: “SLIDE”")


def test_a_photo_that_was_deleted_is_told(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("photo", "A well")))

    def edit(deck: Any) -> None:
        photo = next(one for one in slide(deck, "A well").shapes if one._element.tag.endswith("}pic"))
        photo._element.getparent().remove(photo._element)

    shop.edit(edit)
    pulled = shop.pulled()
    assert (pulled.differences, pulled.told[0].why) == ((), "the deck leaves out a picture; the outline keeps it")


def test_a_slide_that_the_outline_has_moved_as_well_gets_a_remark(tmp_path: Path) -> None:
    shop = without_openers(tmp_path)
    shop.edit(lambda deck: move(deck, "A quiet year", 1))
    begin, end = shop.outline.index("  - title: A quiet year"), shop.outline.index("- section: Now")
    quiet = shop.outline[begin:end]
    shop.outline = shop.outline.replace(quiet, "").replace("closing:", f"{quiet}closing:")
    remark = "  # deck: now stands at the beginning of “Then”\n"
    assert shop.taken() == shop.outline.replace(quiet, f"{remark}{quiet}")


def test_a_remark_on_notes_has_the_paragraph_that_was_changed(shop: Workshop) -> None:
    words = "By then there were 90 herds in the valley."
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), "By then"), words))
    notes = "    notes: |\n      We rode"
    assert shop.taken() == OUTLINE.replace(notes, f"    # deck: {words}\n{notes}")


def test_what_is_bold_alone_is_said(shop: Workshop) -> None:
    shop.edit(lambda deck: bold(paragraph(slide(deck, "What comes next"), "Rain"), "Rain", bold=True))
    [styled] = shop.pulled().differences
    assert (styled.texts, styled.cautions) == (("Rain", "**Rain**"), ())


def test_texts_that_changed_places_do_so_in_the_outline(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "Side by side")
        wells, herds = paragraph(on, "Wells"), paragraph(on, "Herds")
        retype(wells, "Herds")
        retype(herds, "Wells")

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("- [Wells", "- [H").replace("- [Herds", "- [Wells").replace("[H,", "[Herds,")
    shop.outline = OUTLINE.replace("- [Wells", "- [Deep wells")  # what the outline has changed since is not undone
    assert "[Deep wells, '{wells-2009}'" in shop.taken()


def test_a_label_is_known_by_its_shape_whatever_it_says(tmp_path: Path) -> None:
    outline = (ROOT / "talks" / "kazakhstan.yaml").read_text("utf-8")
    line = next(line for line in outline.splitlines() if "labels: [herds, " in line)
    first, second, third, *_, last = yaml.safe_load(line)["labels"]
    shop = Workshop(tmp_path, outline, project=our_library)

    def edit(deck: Any) -> None:
        on = slide(deck, "The map isn’t empty anymore")
        retype(paragraph(on, first), "cows")
        places = paragraph(on, second), paragraph(on, third)
        retype(places[0], third)
        retype(places[1], second)
        remove(paragraph(on, "cattlemen"))

    shop.edit(edit)
    assert shop.taken() == outline.replace(f"[{first}, {second}, {third}, ", f"[cows, {third}, {second}, ")
    [left] = shop.pulled().told
    assert left.why.replace("\xa0", " ") == f"the deck leaves out “{last}”; the outline keeps it ('labels')"


def test_a_slide_taken_out_of_the_deck_of_an_edition_goes_from_all_and_that_is_said(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, occasion=Occasion(minutes=20, audience="youth"))
    shop.edit(lambda deck: drop(deck, "Side by side"))
    [one] = shop.pulled().differences
    assert one.cautions == (
        "it goes from every edition of the talk, not from this one alone: 'not: [youth]' in the outline leaves it out "
        "for them alone",
    )


def test_a_quotation_changed_by_hand_is_told_with_both_texts(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        retype(paragraph(slide(deck, "On the grass"), "The grass was"), "It was greener.")

    shop.edit(edit)
    pulled = shop.pulled()
    assert pulled.differences == ()
    both = "the deck says “It was greener.”, 'quote: grass' says “The grass was *higher* than {we} were.”"
    assert both in " ".join(pulled.told[0].why.split())


def test_a_town_on_a_map_keeps_its_name(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("map", "Where it is")))
    shop.edit(lambda deck: retype(paragraph(slide(deck, "Where it is"), "Astana"), "My town"))
    pulled = shop.pulled()
    assert (pulled.differences, len(pulled.told)) == ((), 1)


def test_what_both_have_changed_becomes_a_remark(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "Side by side"), "Two years"), "Two hard years"))
    shop.outline = OUTLINE.replace("Two years of the same valley", "One valley, twice")
    assert shop.taken() == shop.outline.replace("    lead:", "    # deck: Two hard years\n    lead:")


def test_what_only_the_outline_has_changed_stays(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "A quiet year"), "Nothing"), "Nothing at all"))
    shop.outline = OUTLINE.replace("    - Rain\n", "    - Rain and hail\n    - Fog\n").replace("early,", "late,")
    shop.outline = shop.outline.replace(
        "  - title: Side by side", "  - title: Added\n    bullets: [One]\n  - title: Side by side"
    )
    year = "Nothing moved on the steppe for a whole year"
    assert shop.taken() == shop.outline.replace(year, "Nothing at all")


def at_of(deck: Any, title: str) -> int:
    return [*deck.slides].index(slide(deck, title))


def copy_with_id(element: Any, id: str) -> Any:
    made = deepcopy(element)
    made.set("id", id)
    return made


def bold(paragraph: Any, words: str, **look: bool) -> None:
    """Makes some words of a paragraph of one run bold or italic, as somebody who marks them does."""
    [run] = paragraph.runs
    before, after = run.text.split(words)
    add = [run, *(paragraph.add_run() for _ in range(2))]
    for one, text_of_it in zip(add, (before, words, after), strict=True):
        one.text = text_of_it
    for name, is_on in look.items():
        setattr(add[1].font, name, is_on)


def test_what_was_made_bold_or_italic_is_so_in_the_outline(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        bold(paragraph(slide(deck, "What comes next"), "Rain"), "Rain", bold=True)
        bold(paragraph(slide(deck, "What was counted"), "We rode"), "the sun", bold=True, italic=True)

    shop.edit(edit)
    after = OUTLINE.replace("- Rain\n", '- "**Rain**"\n').replace("before the sun", "before ***the sun***")
    assert shop.taken() == after


def test_what_is_bold_no_longer_is_not_so_in_the_outline(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for run in paragraph(slide(deck, "What was counted"), "There were").runs:
            run.font.bold = None

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("**many**", "many")


def test_a_text_that_was_made_bold_throughout_is_so_in_the_outline(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        for words in ("What was", "Two years"):
            for one in deck.slides:
                for run in (run for found in paragraphs(one) if text(found).startswith(words) for run in found.runs):
                    run.font.bold = True

    shop.edit(edit)
    after = OUTLINE.replace("title: What was counted", 'title: "**What was counted**"')
    shop.outline = shop.taken()
    assert shop.outline == after.replace("Two years of the same valley", '"**Two years of the same valley**"')
    assert shop.pulled().differences == ()
    assert "What was counted" in [page.title for page in shop.deck().pages]


def test_a_line_break_in_a_text_of_one_paragraph_is_told(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("compare", "A year")))
    shop.edit(lambda deck: add_after(paragraph(slide(deck, "A year"), "A well in"), "and no road"))
    assert shop.taken() == shop.outline.replace("in every yard", "in every yard and no road")
    [told] = shop.pulled().told
    assert told.why == "'text' is one paragraph in the outline: its line breaks stay in the deck alone"


def test_a_label_that_its_layout_makes_bold_is_not_marked_so(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("steps", "What to do")))
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What to do"), "A count"), "Another count"))
    before, shop.outline = shop.outline, shop.taken()
    assert shop.outline == before.replace("head: A count", "head: Another count")
    assert shop.pulled().differences == ()


def test_a_paragraph_that_its_kind_makes_bold_is_not_marked_so(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("memory", "A meal")))
    shop.edit(lambda deck: retype(paragraph(slide(deck, "A meal"), "One winter"), "Two winters"))
    [one] = shop.pulled().differences
    assert one.texts == ("One winter", "Two winters")
    assert shop.taken() == shop.outline.replace("when: One winter", "when: Two winters")


def test_a_hidden_slide_is_skipped(shop: Workshop) -> None:
    shop.edit(lambda deck: slide(deck, "A quiet year").part._element.set("show", "0"))
    assert shop.taken() == OUTLINE.replace("a whole year\n", "a whole year\n    skip: true\n")


def test_a_question_without_a_title_is_skipped_and_what_is_edited_on_it_later_is_told(tmp_path: Path) -> None:
    question = "  - question: Who moved?\n"
    year = OUTLINE[OUTLINE.index("  - title: A quiet year") : OUTLINE.index("- section: Now")]
    shop, asked = Workshop(tmp_path, OUTLINE.replace(year, question)), "Who moved?"
    shop.edit(lambda deck: slide(deck, asked).part._element.set("show", "0"))
    shop.outline = shop.taken()
    assert f"{question}    skip: true\n" in shop.outline

    def edit(deck: Any) -> None:
        on = slide(deck, asked)
        on.part._element.attrib.pop("show")
        retype(paragraph(on, asked), "Did nothing move?")

    shop.edit(edit)
    pulled = shop.pulled()
    [why] = [one.why for one in pulled.told]
    assert (pulled.differences, why.startswith("the outline shows no such slide any more;")) == ((), True)


def test_a_slide_that_was_taken_out_may_be_skipped_instead(shop: Workshop) -> None:
    shop.edit(lambda deck: drop(deck, "On the grass"))
    [one] = shop.pulled().differences
    after = OUTLINE.replace("Read it slowly.}", "Read it slowly., skip: true}")
    assert shop.with_answers((one, "skip")) == after


def test_a_comment_becomes_a_remark_at_its_slide_once(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        part = slide(deck, "Side by side").part
        name = PackURI("/ppt/comments/comment1.xml")
        data = b'<p:cmLst xmlns:p="urn:p"><p:cm><p:text>Which valley?</p:text></p:cm></p:cmLst>'
        kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
        made = Part(name, kind, part.package, data)
        part.relate_to(made, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments")

    shop.edit(edit)
    shop.outline = shop.taken()
    assert shop.outline == OUTLINE.replace("  - title: Side", "  # deck: Which valley?\n  - title: Side")
    assert shop.pulled().differences == ()


def without_openers(folder: Path) -> Workshop:
    return Workshop(folder, OUTLINE.replace("minutes: 30\n", "minutes: 30\nopener: none\n"))


def test_a_new_slide_at_the_border_of_parts_goes_where_its_section_says(tmp_path: Path) -> None:
    shop = without_openers(tmp_path)

    def edit(deck: Any) -> None:
        add_slide(deck, "Between", "One point", at=at_of(deck, "On the grass"))
        made = str(deck.slides._sldIdLst[at_of(deck, "Between")].id)
        sections = [*deck.part._element.iter("{*}section")]
        now = next(one for one in sections if one.get("name") == "Now")
        ids = now.find("{*}sldIdLst")
        ids.insert(0, copy_with_id(ids[0], made))

    shop.edit(edit)
    made = "  - title: Between\n    bullets:\n    - One point\n"
    first = "  - {title: On the grass"
    assert shop.taken() == shop.outline.replace(first, f"{made}{first}")


def order(outline: str) -> list[str]:
    """The first words of its slides and of its parts."""
    return re.findall(r"(?:- {?title|section): (\w+ ?\w*)", outline)


@from_table
def test_a_slide_that_was_moved_stands_where_it_does_in_the_deck(
    tmp_path: Path, has_openers: bool, title: str, before: str, wanted: str
) -> None:
    shop = Workshop(tmp_path) if has_openers else without_openers(tmp_path)

    def edit(deck: Any) -> None:
        [*shown] = [one.shapes.title.text for one in deck.slides]
        move(deck, title, shown.index(before) - (shown.index(title) < shown.index(before)))

    shop.edit(edit)
    shop.outline = shop.taken()
    assert "|".join(order(shop.outline)) == wanted
    assert shop.pulled().differences == ()


def test_what_is_made_of_keys_of_the_talk_and_was_moved_is_told(shop: Workshop) -> None:
    shop.edit(lambda deck: move(deck, "Where this comes from", 3))
    pulled = shop.pulled()
    assert pulled.differences == ()
    assert [one.why for one in pulled.told] == [
        "the sources slide was moved; it is made of keys of the talk, and stays as these have it"
    ]


def test_a_new_slide_of_a_quotation_names_it(shop: Workshop) -> None:
    quote = shop.deck().plan.talk.library.quotes["grass"]
    assert isinstance(quote, Quote)
    words = quote.text.value
    shop.edit(lambda deck: add_slide(deck, "Again", f"“{words}”", at=3))
    shop.outline = shop.taken()
    assert "  - title: Again\n    quote: grass\n" in shop.outline
    assert shop.pulled().differences == ()


def test_a_new_slide_that_is_hidden_waits_and_is_not_offered_again(shop: Workshop) -> None:
    shop.edit(lambda deck: add_slide(deck, "Later", "One point", at=3).part._element.set("show", "0"))
    shop.outline = shop.taken()
    assert "  - title: Later\n    bullets:\n    - One point\n    skip: true\n" in shop.outline
    assert shop.pulled().differences == ()


def test_what_was_copied_onto_a_new_slide_keeps_its_references(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        points = "Before that, 49", "There were 88 of them, and many wells", "Nobody came"
        add_slide(deck, "What was counted", *points, at=3)

    shop.edit(edit)
    points = (
        "    - Before that, {herds-2009}\n    - There were {herds} of them, and **many** wells\n    - Nobody came\n"
    )
    made = f"  - title: What was counted (2)\n    bullets:\n{points}"
    assert shop.taken() == OUTLINE.replace("  - title: Side by side", f"{made}  - title: Side by side")


def test_figures_of_a_chart_are_told(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, talk(sample("chart", "Herds were counted")))

    def edit(deck: Any) -> None:
        chart = next(one.chart for one in slide(deck, "Herds were counted").shapes if one.has_chart)
        chart._chartSpace.findall(".//{*}val//{*}v")[0].text = "99"

    shop.edit(edit)
    [one] = shop.pulled().told
    assert one.why == "its chart has other figures, which stay in the deck alone: 99"


def test_a_shape_that_was_moved_is_told(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        table = next(one for one in slide(deck, "Side by side").shapes if one.has_table)
        table.left += 100_000

    shop.edit(edit)
    assert [one.why for one in shop.pulled().told] == [
        "something on it was moved, resized or drawn: that stays in the deck alone"
    ]


def test_points_in_brackets_come_and_go(tmp_path: Path) -> None:
    outline = OUTLINE.replace("    - Rain\n    - Sun\n    - Wind\n", "").replace(
        "next\n    bullets:\n", 'next\n    bullets: [Rain, "Sun, a lot", Wind]\n'
    )
    shop = Workshop(tmp_path, outline)

    def edit(deck: Any) -> None:
        add_after(paragraph(slide(deck, "What comes next"), "Rain"), "Hail, too")
        remove(paragraph(slide(deck, "What comes next"), "Wind"))

    shop.edit(edit)
    assert shop.taken() == outline.replace('[Rain, "Sun, a lot", Wind]', '[Rain, "Hail, too", "Sun, a lot"]')


def test_what_was_pulled_is_what_a_new_deck_says_and_is_not_offered_again(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        retype(paragraph(on, "There were"), "There were 88 of them, and few wells")
        remove(paragraph(on, "Before that"))
        add_slide(deck, "New", "One point", "Another", at=3)
        drop(deck, "A quiet year")
        move(deck, "What comes next", 2)

    shop.edit(edit)
    shop.outline = shop.taken()
    assert shop.pulled().differences == ()
    texts = [one.text for page in shop.deck().pages for one in texts_of(page)]
    assert {"There were 88 of them, and few wells", "One point", "Another"} <= {*texts}
    assert "Nothing moved on the steppe for a whole year" not in texts


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    outline = "\ufeff" + OUTLINE.replace("\n", "\r\n")
    shop = Workshop(tmp_path, outline)

    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        retype(paragraph(on, "We rode"), "We rode out late, before the sun was up.")
        add_after(paragraph(on, "We rode"), "It was cold.")
        add_after(paragraph(on, "Nobody had"), "Somebody has since")
        drop(deck, "A quiet year")

    shop.edit(edit)
    after = outline.replace("early,", "late,").replace("up.\r\n", "up.\r\n\r\n      It was cold.\r\n")
    after = after.replace("counted before\r\n", "counted before\r\n    - Somebody has since\r\n")
    begin, end = after.index("  - title: A quiet year"), after.index("- section: Now")
    assert shop.taken() == after[:begin] + after[end:]


def test_each_change_can_be_taken_by_itself(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        add_slide(deck, "New", "One point", at=at_of(deck, "Side by side"))
        move(deck, "What comes next", at_of(deck, "Side by side"))
        drop(deck, "A quiet year")
        retype(paragraph(slide(deck, "Side by side"), "Two years"), "Two good years")

    shop.edit(edit)
    differences = shop.pulled().differences
    assert [one.sort for one in differences] == ["text", "new", "moved", "removed"]
    for one in differences:
        assert shop.with_answers((one, "take")) not in (None, OUTLINE), one.sort
    moved = shop.with_answers((differences[2], "take"))  # without the new one that is before it
    assert moved is not None
    assert moved.index("title: What was") < moved.index("title: What comes") < moved.index("title: Side by")


@pytest.mark.parametrize("words", ["null", "~"])
@pytest.mark.parametrize(
    ("on", "begins"), [("Side by side", "Wells"), ("What comes next", "Rain"), ("Side by side", "Two")]
)
def test_what_yaml_reads_as_nothing_is_quoted(shop: Workshop, on: str, begins: str, words: str) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, on), begins), words))
    shop.outline = shop.taken()
    assert f'"{words}"' in shop.outline
    assert shop.pulled().differences == ()


def test_a_mark_goes_with_its_own_words(tmp_path: Path) -> None:
    outline = OUTLINE.replace("Two years of the same valley", "'{own: Two} years of the same valley'")
    shop = Workshop(tmp_path, outline)
    shop.edit(lambda deck: retype(paragraph(slide(deck, "Side by side"), "Two"), "Next to nothing of the same valley"))
    assert "lead: 'Next to nothing of the same valley'" in shop.taken()
