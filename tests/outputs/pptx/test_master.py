"""Masters and layouts: what layouts inherit, and what dark ones have of their own."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Image
from talkbuilder.layout.theme import Layout, Master
from talkbuilder.outputs.pptx.master import add_master
from talkbuilder.outputs.pptx.package import ROOT, Package, PackageFault
from talkbuilder.themes.layouts import FOR_WORDS
from tests.outputs.pptx.by_hand import NAMES, all_of, image, page, part, sample, values

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


def test_a_picture_on_layouts_of_ours_is_stored_once() -> None:
    picture: Image = image(name="logo")
    with_logo = structs.replace(own(), layouts=(structs.replace(page().layout, items=(picture, picture)),))
    assert [name for name in _write(with_logo) if name.startswith("ppt/media/")] == ["ppt/media/layout1.png"]


def _write(master: Master) -> list[str]:
    """The names of its parts, which are made when they are written."""
    package = Package()
    main, _ = add_master(package, master)
    package.relate(ROOT, main, "slideMaster")
    return [name for name, _ in package.parts()]


def test_the_lines_of_a_theme_are_thin_thicker_and_thick() -> None:
    made = part(sample(), "ppt/theme/theme1.xml")
    lines = made.iterfind(".//a:lnStyleLst/a:ln", NAMES)
    assert [one.get("w") for one in lines] == ["9525", "19050", "28575"]  # 0.75, 1.5 and 2.25 points
