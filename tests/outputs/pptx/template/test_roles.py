"""Which layout serves for a role: by the author's word, by name, type, placeholders, place; and on which master."""

from msgspec import structs

from talkbuilder.outputs.pptx.template import roles
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.outputs.pptx.template.matching import WANTED
from talkbuilder.outputs.pptx.template.roles import ROLES, Match, match, names_of
from tests.outputs.pptx.template.test_matching import for_ours, made
from tests.templates import read_of


def matched(role: str, *layouts: Found, **mapping: Found | None) -> Match:
    return match((read_of(*layouts),), mapping).by_role[role]


def test_every_layout_that_is_wanted_belongs_to_a_role() -> None:
    assert {name for role in ROLES.values() for name in role.layouts} == set(WANTED)


def test_a_name_goes_before_the_type_the_type_before_a_part_of_a_name_and_that_before_placeholders() -> None:
    named, typed = made(1, "Titre et contenu"), made(1, "Unsere Folie", kind="obj")
    held, other = made(1, "Blue Title and Content"), made(1, "Any")
    found = [matched("text", *layouts) for layouts in ((other, held, typed, named), (other, held, typed))]
    found += [matched("text", *layouts) for layouts in ((other, held), (other,))]
    assert [one.found and one.found.name for one in found] == [one.name for one in (named, typed, held, other)]
    assert [one.by for one in found] == [roles.NAMED, roles.TYPED, roles.TYPED, roles.PLACED]


def test_the_author_goes_before_any_name_and_may_want_none() -> None:
    named, other = made(1, "Title and Content"), made(1, "Any")
    chosen = matched("text", named, other, text=other)
    assert (chosen.found, chosen.by) == (other, roles.CHOSEN)
    assert matched("text", named, other, text=None).found is None


def test_what_the_author_wants_and_cannot_serve_is_told_and_another_found() -> None:
    named, bare = made(1, "Title and Content"), made(0, "Bare")
    told = matched("text", named, bare, text=bare)
    assert (told.found, told.by) == (named, roles.NAMED)
    assert told.why_not == ("'Bare' cannot serve: it has no text",)


def test_points_never_stand_on_a_layout_that_is_meant_for_something_else() -> None:
    for other in (made(1, "Title Slide"), made(1, "X", kind="secHead"), made(1, "Picture with Caption")):
        assert matched("text", other).found is None


def test_a_first_layout_of_any_name_is_taken_for_the_cover() -> None:
    first = made(2, "Our church")
    assert (matched("cover", first).found, matched("cover", first).by) == (first, roles.GUESSED)
    assert matched("cover", first, cover=None).found is None
    assert matched("section", first).found is None


def test_a_section_may_be_a_title_alone() -> None:
    (layout,) = matched("section", made(0, "SECTION_HEADER")).layouts.values()
    assert "Kicker" not in layout.placeholders


def test_of_several_masters_that_serves_which_most_roles_fit() -> None:
    bare = read_of(made(0, "Blank"), name="Bare")
    full = read_of(for_ours("Cover", called="Title Slide"), made(1, "Title and Content"), name="Full")
    assert match((bare, full)).read is full
    assert match((full, bare)).read is full


def test_a_layout_of_a_name_that_two_masters_have_is_called_with_its_master() -> None:
    one, other = (read_of(made(1, "Points", kind="obj"), name=name) for name in ("Day", "Night"))
    assert names_of((one, other)) == ["Day/Points", "Night/Points"]
    assert roles.called("Night/Points", (one, other)) is other.layouts[0]
    assert roles.called("points", (one, other)) is one.layouts[0]
    assert roles.called("Dusk/Points", (one, other)) is None


def test_turned_texts_are_no_hindrance_where_the_name_is_known() -> None:
    layout = made(1, "Title and Content")
    turned = structs.replace(layout.slots[1], kind="dt", is_upright=False, index=77)
    assert matched("text", layout.placed((*layout.slots, turned))).found is not None
