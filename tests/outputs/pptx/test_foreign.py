"""The foreign half of a deck: a template's parts under names of their own, its presentation with our slides."""

import re
from collections.abc import Mapping

import pytest
from lxml import etree

from talkbuilder.layout.theme import Theme
from talkbuilder.outputs.pptx.foreign import Presentation, add_template
from talkbuilder.outputs.pptx.package import Package, PackageFault
from talkbuilder.outputs.pptx.template.package import Element, relationships_of
from talkbuilder.outputs.pptx.xml import NOTHING, OFFICE, PRESENTATION, Xml
from tests.templates import MASTER, TYPES, Parts, changed, default, layout, parts_of, remade, theme_of, zipped
from tests.templates import PRESENTATION as MAIN

_P = f"{{{PRESENTATION}}}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MASTERS = Xml('<p:sldMasterId id="9" r:id="rId9"/>')
_SLIDES = Xml('<p:sldIdLst><p:sldId id="256" r:id="rId8"/></p:sldIdLst>')
_NOTES = Xml('<p:notesMasterIdLst><p:notesMasterId r:id="rId7"/></p:notesMasterIdLst>')


def added(theme: Theme) -> tuple[Package, Presentation]:
    package = Package()
    return package, add_template(package, theme)


def of(data: bytes) -> Presentation:
    return added(theme_of(data))[1]


def written(data: bytes, extensions: Xml = NOTHING, notes: Xml = _NOTES) -> Mapping[str, bytes]:
    """The parts of a deck that is made from a template."""
    package, presentation = added(theme_of(data))
    presentation.finish(_MASTERS, notes, _SLIDES, extensions)
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
    [
        *("ppt/slides/slide1.xml", "ppt/notesSlides/one.xml", "ppt/charts/chart1.xml", "ppt/embeddings/book1.xml"),
        *("ppt/template/one.xml", "ppt/media/picture1.xml", "docProps/app.xml", "ppt/tableStyles.xml"),
    ],
)
def test_a_part_whose_name_is_ours_gets_another(name: str) -> None:
    parts = written(related("tags", name, kind="extra+xml"))
    assert name not in parts
    assert parts[f"ppt/template/{name.replace('/', '-')}"] == b"<extra/>"
    assert name.replace("/", "-").encode() in parts[relationships_of(layout(2))]


@pytest.mark.parametrize(
    "name", ["ppt/media/image1.xml", "ppt/tags/tag1.xml", "docs/one.xml", "ppt/media/pictures.xml"]
)
def test_a_part_of_another_name_keeps_it(name: str) -> None:
    parts = written(related("tags", name, kind="extra+xml"))
    assert parts[name] == b"<extra/>"


@pytest.mark.parametrize(
    ("told", "type_"),
    [("image/svg", "image/svg+xml"), ("image/jpg", "image/jpeg"), ("image/png", "image/png")],
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


def test_relationships_keep_their_ids_and_what_lies_outside_its_address() -> None:
    parts = parts_of(default())
    rels = relationships_of(layout(2))
    link = f'<Relationship Id="rId55" Type="{_KIND}hyperlink" Target="https://example.org/" TargetMode="External"/>'
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    made = etree.fromstring(written(zipped(parts))[rels])
    told = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in made}
    assert told["rId55"] == ("https://example.org/", "External")
    before = {one.get("Id") for one in etree.fromstring(parts[rels])}
    assert set(told) == before


def test_what_the_presentation_leads_to_besides_masters_is_left_out() -> None:
    made = etree.fromstring(written(default())[relationships_of(MAIN)])
    assert {one.get("Type").rsplit("/", 1)[1] for one in made} == {"slideMaster", "theme"}


# Numbers and ids


def test_our_parts_are_numbered_after_all_of_the_templates() -> None:
    assert of(default()).number == 12
    assert of(related("tags", "ppt/tags/tag47.xml", kind="extra+xml")).number == 48
    assert of(related("tags", "ppt/tags/tag470x.xml", kind="extra+xml")).number == 12


def test_ids_for_our_master_are_the_first_that_are_free() -> None:
    first = 2_147_483_648

    def free(*taken: int, count: int = 5) -> int:
        """The first id, beside a master and layouts of such ids."""

        def change(parts: Parts) -> None:
            ids = iter((*taken, *range(1, 20)))
            parts[MAIN] = re.sub(
                rb'(<p:sldMasterId id=)"\d+"', lambda found: found[1] + b'"%d"' % next(ids), parts[MAIN]
            )
            parts[MASTER] = re.sub(
                rb'(<p:sldLayoutId id=)"\d+"', lambda found: found[1] + b'"%d"' % next(ids), parts[MASTER]
            )

        return of(remade(change)).free_id(count) - first

    assert free(1) == 0
    assert free(first) == 1
    assert free(1, first + 4) == 5
    assert free(1, first + 5) == 0
    assert free(1, first + 5, count=6) == 6
    assert free(first + 1, first + 3, first + 7, count=3) == 4


# The presentation


def test_slides_and_masters_are_listed_where_the_schema_wants_them() -> None:
    root = finished(default())
    assert [one.tag.removeprefix(_P) for one in root] == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle"),
    ]
    assert [one.get("id") for one in root[0]] == ["2147483648", "9"]
    assert root.find(f"{_P}sldIdLst/{_P}sldId").get("id") == "256"
    extended = finished(default(), Xml('<p:ext uri="x"/>'))
    assert extended[-1].tag == f"{_P}extLst"
    assert extended[-1][0].get("uri") == "x"


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


def test_a_list_that_is_none_or_of_something_else_is_a_fault() -> None:
    for slides, told in (
        (NOTHING, "one 'sldIdLst' is wanted"),
        (_NOTES, "one 'sldIdLst' is wanted"),
        (Xml("<p:sldIdLst/>"), "lists no slide"),
    ):
        with pytest.raises(PackageFault, match=told):
            of(default()).finish(_MASTERS, _NOTES, slides, NOTHING)


def test_the_presentation_is_written_as_office_writes_it() -> None:
    data = written(default())[MAIN]
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    head = data[: data.index(b"<p:sldMasterIdLst")]
    assert [prefix for prefix in (b"xmlns:a=", b"xmlns:r=", b"xmlns:p=") if prefix in head] != []
    assert data.count(b"xmlns:p=") == data.count(b"xmlns:r=") == data.count(b"xmlns:a=") == 1


def test_a_layout_is_found_by_its_part_and_says_its_colours() -> None:
    theme = theme_of(default())
    presentation = added(theme)[1]
    bullets = theme.layouts["Bullets"]
    assert presentation.layout(bullets) == layout(2)
    assert presentation.colours_of(bullets) == Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
    names = ("bg1", "tx1", "bg2", "tx2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    mapped = " ".join(
        f'{name}="{one}"' for name, one in zip(names, ("dk1", "lt1", "dk2", "lt2", *names[4:]), strict=True)
    )
    turned = f"<p:clrMapOvr><a:overrideClrMapping {mapped}/></p:clrMapOvr>"
    other = theme_of(changed((layout(2), "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", turned)))
    assert added(other)[1].colours_of(other.layouts["Bullets"]) == Xml(turned)
