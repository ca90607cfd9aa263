"""A memory: in no deck until its line is written, told by its prompt, and drawn where there is no photo."""

from msgspec import structs

from talkbuilder.kinds.memory import KIND, lay_out
from talkbuilder.layout.items import Group, Image, Text
from talkbuilder.layout.page import Deck
from tests.kinds import flaws
from tests.sample import built, codes, talk

KEYS = "title: A winter, memory: 'a meal, a ride home', seconds: 40, without: names, drawing: gate"


def of(keys: str = "") -> Deck:
    """A deck of one memory and another slide, without a fault."""
    other = "  - {title: Then, statement: It was so., notes: N., cite: [grass]}"
    deck, report = built(talk(f"  - {{{KEYS}{keys}}}\n{other}"))
    assert codes(report) == []
    return deck


def test_without_its_line_it_is_left_out_and_nothing_is_reported() -> None:
    deck = of()
    assert "A winter" not in [page.title for page in deck.pages]
    (left,) = (one for one in deck.plan.edition.choices if one.slide.kind == "memory")
    assert (left.kept, left.why) == (False, "its 'line' is not written yet")


def test_notes_tell_where_it_would_stand_until_its_line_is_written() -> None:
    told = "Here “A winter” would stand, once its line is written"
    for keys, count in (("", 1), (", line: We talked.", 0)):
        notes = [one.text for page in of(keys).pages for one in page.notes.spoken + page.notes.aside]
        assert notes.count(told) == count


def test_its_prompt_stands_in_the_notes_and_it_takes_its_seconds() -> None:
    deck = of(", line: We talked.")
    (page,) = (one for one in deck.pages if one.kind == "memory")
    assert [one.text for one in page.notes.said] == ["Your own memory, 40 seconds: a meal, a ride home. Without names."]
    (timing,) = (one for one in deck.plan.timings if one.slide.kind == "memory")
    assert timing.seconds == 40
    assert not flaws(page)


def test_the_drawing_stands_in_for_a_photo_that_is_not_there() -> None:
    for photo, drawn in (
        ("", Group),
        (", photo: not-yet", Group),
        (", photo: missing", Group),
        (", photo: steppe", Image),
    ):
        deck = of(f", line: We talked., when: One winter{photo}")
        (page,) = (one for one in deck.pages if one.kind == "memory")
        assert [type(one) for one in page.items if isinstance(one, Group | Image)] == [drawn], photo


def test_on_a_template_its_words_have_more_of_the_width_and_stand_under_the_picture_on_a_tall_page() -> None:
    deck = of(", line: We talked., when: One winter, photo: steppe")
    (page,) = (one for one in deck.pages if one.kind == "memory")
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "memory")
    for times in (1, 3):
        grid = structs.replace(page.layout.grid, row=times * page.layout.grid.row)
        (made,) = lay_out(KIND, told, structs.replace(page.layout, base="A layout of a template", grid=grid))
        line = next(one.box for one in made.items if isinstance(one, Text) and one.name == "line")
        photo = next(one.box for one in made.items if isinstance(one, Image))
        assert line.width > page.layout.placeholders["Line"].box.width
        assert (line.y >= photo.bottom) is (times == 3)
        assert (line.x >= photo.right) is (times == 1)


def test_it_says_whose_it_is_and_who_took_the_photo() -> None:
    deck = of(", line: We talked., photo: steppe")
    (timing,) = (one for one in deck.plan.timings if one.slide.kind == "memory")
    assert "".join(run.text for run in timing.slide.source).startswith("The speaker’s own memory · ")
