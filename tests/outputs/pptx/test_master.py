"""Masters and layouts: what layouts inherit, and what dark ones have of their own."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Image
from talkbuilder.layout.theme import Layout, Master
from talkbuilder.outputs.pptx.master import add_master
from talkbuilder.outputs.pptx.package import ROOT, Package, PackageFault
from talkbuilder.themes.layouts import FOR_WORDS
from tests.outputs.pptx.by_hand import NAMES, all_of, fragment, image, one, page, part, parts, sample, tags, values

_MASTER = "ppt/slideMasters/slideMaster1.xml"


def own() -> Master:
    """The master as it is written: with the layouts for words, and those that slides stand on."""
    made = sample()
    wanted = FOR_WORDS | {page.layout.name for page in made.pages}
    master = made.theme.own
    return structs.replace(master, layouts=tuple(one for one in master.layouts if one.name in wanted))


def at(name: str) -> int:
    return [layout.name for layout in own().layouts].index(name) + 1


def layout(name: str) -> Any:
    return part(sample(), f"ppt/slideLayouts/slideLayout{at(name)}.xml")


def dark() -> list[Layout]:
    return [one for one in own().layouts if one.is_dark]


def test_the_master_lists_its_layouts_with_ids_after_its_own() -> None:
    made = part(sample(), _MASTER)
    listed = all_of(made, "p:sldLayoutIdLst/p:sldLayoutId")
    assert [int(found.get("id")) for found in listed] == [2**31 + number for number in range(1, len(listed) + 1)]
    rels = {found.get("Id"): found.get("Target") for found in part(sample(), _rels(_MASTER))}
    assert [rels[found.get(f"{{{NAMES['r']}}}id")] for found in listed] == [
        f"../slideLayouts/slideLayout{number}.xml" for number in range(1, len(own().layouts) + 1)
    ]
    assert sorted(rels.values())[-1] == "../theme/theme1.xml"


def _rels(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def test_the_master_says_on_which_ground_and_in_which_colours_text_is() -> None:
    made = part(sample(), _MASTER)
    assert tags(made) == ["cSld", "clrMap", "sldLayoutIdLst", "txStyles"]
    assert values(made, "p:cSld/p:bg/p:bgPr/a:solidFill/a:schemeClr") == {"val": "bg1"}
    assert values(made, "p:clrMap") == {
        "bg1": "lt1",
        "tx1": "dk1",
        "bg2": "lt2",
        "tx2": "dk2",
        "hlink": "hlink",
        "folHlink": "folHlink",
        **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    }


def test_the_styles_of_the_master_are_those_of_its_placeholders() -> None:
    styles = one(part(sample(), _MASTER), "p:txStyles")
    assert tags(styles) == ["titleStyle", "bodyStyle", "otherStyle"]
    title, text = (own().frame.placeholders[name].styles for name in ("Title", "Text"))
    for tag, expected in (("titleStyle", title), ("bodyStyle", text), ("otherStyle", (own().label,) * 5)):
        sizes = [found.get("sz") for found in all_of(styles, f"p:{tag}/*/a:defRPr")]
        assert sizes == [str(round(style.size_pt * 100)) for style in expected]
    assert values(styles, "p:titleStyle/a:lvl1pPr/a:defRPr/a:latin") == {"typeface": "+mj-lt"}


@pytest.mark.parametrize("name", ["Title", "Text"])
def test_a_master_needs_a_title_and_a_text(name: str) -> None:
    frame = own().frame
    left = {key: place for key, place in frame.placeholders.items() if key != name}
    with pytest.raises(PackageFault, match=f"the master has no placeholder '{name}'"):
        _write(structs.replace(own(), frame=structs.replace(frame, placeholders=left)))


def test_a_dark_layout_hides_what_the_master_draws_and_turns_its_colours() -> None:
    assert dark()
    for one_layout in dark():
        made = layout(one_layout.name)
        assert made.get("showMasterSp") == "0"
        assert values(made, "p:clrMapOvr/a:overrideClrMapping") == {
            "bg1": "dk1",
            "tx1": "lt1",
            "bg2": "dk2",
            "tx2": "lt2",
            "hlink": "accent4",
            "folHlink": "accent2",
            **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
        }
        ground = "accent1" if one_layout.name == "Key quote" else "bg1"
        assert values(made, "p:cSld/p:bg/p:bgPr/a:solidFill/a:schemeClr") == {"val": ground}


def test_a_light_layout_inherits_shapes_colours_and_ground() -> None:
    made = layout("Bullets")
    assert "showMasterSp" not in made.attrib
    assert tags(one(made, "p:clrMapOvr")) == ["masterClrMapping"]
    assert not all_of(made, "p:cSld/p:bg")


def test_a_layout_that_has_nothing_beneath_it_hides_the_master_in_light_colours_too() -> None:
    package = Package()
    bare = structs.replace(own(), layouts=(structs.replace(page().layout, beneath=()),))
    main, _ = add_master(package, bare, 1, 2**31)
    package.relate(ROOT, main, "slideMaster")
    made = dict(package.parts())["ppt/slideLayouts/slideLayout1.xml"]
    assert b' showMasterSp="0"' in made


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Cover", "title"), ("Section", "secHead"), ("Bullets", "obj"), ("Photo", "picTx"), ("Sources", "tx")],
)
def test_a_layout_says_what_the_format_calls_it(name: str, kind: str) -> None:
    assert layout(name).get("type") == kind


def test_a_layout_for_which_the_format_has_no_word_says_nothing() -> None:
    assert "type" not in layout("Quote").attrib


def test_every_layout_keeps_its_name_and_stays_when_no_slide_uses_it() -> None:
    for one_layout in own().layouts:
        made = layout(one_layout.name)
        assert one(made, "p:cSld").get("name") == one_layout.name
        assert (made.get("preserve"), made.get("userDrawn")) == ("1", "1")
        names = [found.get("name") for found in made.iterfind(".//p:cNvPr", NAMES)]
        assert names[1:] == [item.name for item in (*one_layout.items, *one_layout.placeholders.values())]
        ids = [int(found.get("id")) for found in made.iterfind(".//p:cNvPr", NAMES)]
        assert ids == list(range(1, len(ids) + 1))
        (rel,) = part(sample(), _rels(f"ppt/slideLayouts/slideLayout{at(one_layout.name)}.xml"))
        assert rel.get("Target") == "../slideMasters/slideMaster1.xml"


def test_what_a_master_draws_is_marked_as_drawn_by_hand_and_decorative() -> None:
    (drawn, *_) = all_of(part(sample(), _MASTER), "p:cSld/p:spTree/p:sp")
    assert values(drawn, "p:nvSpPr/p:nvPr") == {"userDrawn": "1"}
    assert all(not all_of(shape, "p:nvSpPr/p:nvPr[@userDrawn]/p:ph") for shape in (drawn,))


def test_a_picture_on_a_layout_of_ours_is_a_fault() -> None:
    picture: Image = image(name="logo")
    with_logo = structs.replace(own(), layouts=(structs.replace(page().layout, items=(picture,)),))
    with pytest.raises(PackageFault, match="the layout's picture 'logo' belongs to no template"):
        _write(with_logo)


def _write(master: Master) -> None:
    """Its parts are made when they are written."""
    package = Package()
    main, _ = add_master(package, master, 1, 2**31)
    package.relate(ROOT, main, "slideMaster")
    for _ in package.parts():
        pass


def test_a_second_master_has_names_and_ids_of_its_own() -> None:
    package = Package()
    add_master(package, own(), 1, 2**31)
    main, layouts = add_master(package, own(), 2, 2**31 + 100)
    assert main == "ppt/slideMasters/slideMaster2.xml"
    assert layouts["Bullets"] == f"ppt/slideLayouts/slideLayout2-{at('Bullets')}.xml"
    package.relate(ROOT, main, "slideMaster")
    made = fragment(dict(package.parts())[main].decode().partition("\n")[2])
    assert all_of(made, ".//p:sldLayoutId")[0].get("id") == str(2**31 + 101)


def test_pages_that_are_printed_are_white() -> None:
    for name, white in (("theme1", own().colours.light1), ("theme2", "FFFFFF")):
        theme = part(sample(), f"ppt/theme/{name}.xml")
        assert values(theme, ".//a:clrScheme/a:lt1/a:srgbClr") == {"val": white}
        assert values(theme, ".//a:clrScheme/a:dk1/a:srgbClr") == {"val": own().colours.dark1}
        assert theme.get("name") == own().name


def test_each_part_of_master_and_theme_has_its_type() -> None:
    types = part(sample(), "[Content_Types].xml")
    kinds = {found.get("PartName"): found.get("ContentType").rpartition(".")[2] for found in types}
    assert kinds[f"/{_MASTER}"] == "slideMaster+xml"
    assert kinds["/ppt/slideLayouts/slideLayout1.xml"] == "slideLayout+xml"
    assert kinds["/ppt/theme/theme1.xml"] == kinds["/ppt/theme/theme2.xml"] == "theme+xml"
    assert f"ppt/slideLayouts/slideLayout{len(own().layouts)}.xml" in parts(sample())
