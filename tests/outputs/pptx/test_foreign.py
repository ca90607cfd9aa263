"""The foreign half of a deck: a template's parts under names of their own, its presentation with our slides."""

import re
from collections.abc import Mapping

import pytest
from lxml import etree
from msgspec import structs

from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Ink, Shape, rectangle
from talkbuilder.layout.theme import Theme
from talkbuilder.outputs.pptx.foreign import Presentation, add_template, in_own_colours
from talkbuilder.outputs.pptx.package import Package, PackageFault
from talkbuilder.outputs.pptx.template.package import Element, relationships_of
from talkbuilder.outputs.pptx.xml import DRAWING, NOTHING, OFFICE, PRESENTATION, Xml
from tests.templates import MASTER, TYPES, Parts, changed, default, layout, parts_of, remade, theme_of, zipped
from tests.templates import PRESENTATION as MAIN

_P, _A = f"{{{PRESENTATION}}}", f"{{{DRAWING}}}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SLIDES = Xml('<p:sldIdLst><p:sldId id="256" r:id="rId8"/></p:sldIdLst>')
_NOTES = Xml('<p:notesMasterIdLst><p:notesMasterId r:id="rId7"/></p:notesMasterIdLst>')


def added(theme: Theme) -> tuple[Package, Presentation]:
    package = Package()
    return package, add_template(package, theme, ())


def of(data: bytes) -> Presentation:
    return added(theme_of(data))[1]


def written(data: bytes, extensions: Xml = NOTHING, notes: Xml = _NOTES) -> Mapping[str, bytes]:
    """The parts of a deck that is made from a template."""
    package, presentation = added(theme_of(data))
    presentation.finish(notes, _SLIDES, extensions)
    package.relate("", MAIN, "officeDocument")
    return dict(package.parts())


def finished(data: bytes, extensions: Xml = NOTHING, notes: Xml = _NOTES) -> Element:
    """Its presentation."""
    return etree.fromstring(written(data, extensions, notes)[MAIN])


def related(word: str, part: str, data: bytes = b"<extra/>", kind: str = "", source: str = layout(2)) -> bytes:
    """The default template with one part more, to which a layout leads."""

    def change(parts: Parts) -> None:
        rels = relationships_of(source)
        one = f'<Relationship Id="rId77" Type="{_KIND}{word}" Target="/{part}"/></Relationships>'
        parts[rels] = parts[rels].replace(b"</Relationships>", one.encode())
        parts[part] = data
        override = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>' if kind else "</Types>"
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())

    return remade(change)


# Parts


@pytest.mark.parametrize(
    "name",
    ["ppt/slides/slide1.xml", "ppt/template/one.xml", "ppt/media/picture1.xml"],
)
def test_a_part_whose_name_is_ours_gets_another(name: str) -> None:
    parts = written(related("image", name, kind="image/png"))
    assert name not in parts
    assert parts[f"ppt/template/{name.replace('/', '-')}"] == b"<extra/>"
    assert name.replace("/", "-").encode() in parts[relationships_of(layout(2))]


@pytest.mark.parametrize(
    ("told", "type_"),
    [("image/svg", "image/svg+xml"), ("image/jpg", "image/jpeg")],
)
def test_types_that_powerpoint_does_not_know_are_put_right(told: str, type_: str) -> None:
    parts = written(related("image", "ppt/media/one.xml", kind=told))
    assert f'ContentType="{type_}"'.encode() in parts[TYPES]


def test_a_type_may_be_that_of_an_ending() -> None:
    def change(parts: Parts) -> None:
        parts[TYPES] = parts[TYPES].replace(
            b"<Default ", b'<Default Extension="abc" ContentType="image/abc"/><Default ', 1
        )

    parts = parts_of(related("image", "ppt/media/one.ABC"))
    change(parts)
    assert b"image/abc" in written(zipped(parts))[TYPES]


def test_a_part_without_a_type_is_a_fault() -> None:
    with pytest.raises(PackageFault, match=r"the template says no type of 'ppt/media/one\.abc'"):
        added(theme_of(related("image", "ppt/media/one.abc")))


def test_a_part_that_is_not_there_is_a_fault() -> None:
    theme = theme_of(default())
    for gone, told in ((MAIN, "has no presentation"), (layout(3), f"leads to '{layout(3)}', which is not there")):
        left = {name: data for name, data in theme.template.items() if name != gone}
        with pytest.raises(PackageFault, match=re.escape(told)):
            added(Theme(theme.name, theme.width, theme.height, theme.layouts, theme.own, left, theme.template_main))


def test_relationships_keep_their_ids_and_none_leads_outside() -> None:
    parts = parts_of(default())
    rels = relationships_of(layout(2))
    link = f'<Relationship Id="rId55" Type="{_KIND}hyperlink" Target="https://example.org/" TargetMode="External"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    made = etree.fromstring(written(zipped(parts))[rels])
    before = {one.get("Id") for one in etree.fromstring(parts[rels])}
    assert {one.get("Id") for one in made} == before - {"rId55"}


# The presentation


def test_what_belongs_to_slides_or_to_the_file_goes_and_what_belongs_to_masters_stays() -> None:
    kept = ("embeddedFontLst", "kinsoku")
    left = ("handoutMasterIdLst", "smartTags", "custShowLst", "photoAlbum", "custDataLst", "modifyVerifier", "extLst")
    more = "".join(f"<p:{name}/>" for name in ("handoutMasterIdLst", "sldIdLst"))
    rest = "".join(f"<p:{name}/>" for name in ("smartTags", "embeddedFontLst", *left[2:5], "kinsoku"))
    data = changed(
        (MAIN, "<p:sldSz", f"<!-- remark -->{more}<p:sldSz"),
        (MAIN, "<p:defaultTextStyle>", f"{rest}<p:defaultTextStyle>"),
        (MAIN, "</p:defaultTextStyle>", "</p:defaultTextStyle><p:modifyVerifier/><p:extLst/>"),
    )
    root = finished(data, Xml('<p:ext uri="x"/>'))
    assert [str(one.tag).removeprefix(_P) for one in root] == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", *kept, "defaultTextStyle", "extLst"),
    ]
    assert len(root[-1]) == 1


def with_notes_master(listed: bool) -> bytes:
    parts = parts_of(related("notesMaster", "ppt/notesMasters/notesMaster1.xml", kind="notesMaster+xml", source=MAIN))
    if listed:
        own = b'<p:notesMasterIdLst><p:notesMasterId r:id="rId77"/></p:notesMasterIdLst><p:sldSz'
        parts[MAIN] = parts[MAIN].replace(b"<p:sldSz", own)
    return zipped(parts)


@pytest.mark.parametrize("listed", [True, False])
def test_a_notes_master_of_the_templates_is_listed_once(listed: bool) -> None:
    assert of(with_notes_master(listed)).notes_master == "ppt/notesMasters/notesMaster1.xml"
    ids = finished(with_notes_master(listed), notes=NOTHING).findall(f"{_P}notesMasterIdLst/{_P}notesMasterId")
    assert [one.get(f"{{{OFFICE}}}id") for one in ids] == ["rId77"]
    assert of(default()).notes_master == ""


# Colours


@pytest.mark.parametrize(
    ("panel", "expected"),
    [
        (Ink("dark1", 8, offset_percent=92), Ink("dark1", 22, offset_percent=78)),  # a grey that was 7 % of black
        (Ink("accent1", 60), Ink("accent1", 51)),
    ],
)
def test_a_shade_of_a_shade_follows_the_theme_as_far_as_one_can(panel: Ink, expected: Ink) -> None:
    colours = {"dark1": "000000", "accent1": "4F81BD"}
    plain = theme_of(default()).layouts["Drawing"]
    seen = {**plain.palette, "light2": rgb(panel, colours)}
    dune = rectangle("Dune", plain.stage, Ink("light2", 85))
    layout = structs.replace(plain, palette=seen, shades={"light2": panel}, items=(dune,))
    (made,) = in_own_colours(layout).items
    assert isinstance(made, Shape)
    assert made.fill == expected
    shown, wanted = rgb(expected, colours), rgb(Ink("light2", 85), seen)
    assert all(abs(int(shown[at : at + 2], 16) - int(wanted[at : at + 2], 16)) <= 3 for at in (0, 2, 4))


def test_a_shade_of_a_shade_has_its_hue() -> None:
    plain = theme_of(default()).layouts["Drawing"]
    title = rectangle("Title", plain.stage, Ink("their accent1", hue_degrees=-25))
    palette, shades = {**plain.palette, "their accent1": "4F81BD"}, {"their accent1": Ink("accent1")}
    (made,) = in_own_colours(structs.replace(plain, palette=palette, shades=shades, items=(title,))).items
    assert isinstance(made, Shape)
    assert made.fill == Ink("accent1", hue_degrees=-25)


@pytest.mark.parametrize("adorned", ["<a:ln/>", "<a:effectLst/>"])
def test_only_titles_have_the_outlines_and_shadows_that_a_master_gives_its_letters(adorned: str) -> None:
    def letters(data: bytes) -> Mapping[str, list[str]]:
        theme, package = theme_of(data), Package()
        ours = theme.layouts["Quote beside drawing"]
        presentation = add_template(package, theme, (ours,))
        presentation.finish(_NOTES, _SLIDES, NOTHING)
        package.relate("", MAIN, "officeDocument")
        part, found = presentation.layout(ours), {}
        for shape in etree.fromstring(dict(package.parts())[part]).iter(f"{_P}sp"):
            for mark in shape.iter(f"{_P}ph"):
                tags = [str(one.tag).removeprefix(_A) for one in shape.find(f".//{_A}defRPr")]
                found[mark.get("type", mark.get("idx"))] = tags[:3]
        return found

    plain = letters(default())
    marked = letters(changed((MASTER, "<a:solidFill>", f"{adorned}<a:solidFill>")))
    assert all(one == ["solidFill", "latin", "ea"] for one in plain.values())
    assert marked == {one: ["ln", "solidFill", "effectLst"] for one in plain} | {"title": plain["title"]}
