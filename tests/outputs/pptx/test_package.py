"""The package builder: it raises where a package would be broken, and its bytes depend on nothing but the parts."""

from typing import Any

import pytest
from lxml import etree

from talkbuilder.outputs.pptx.package import CONTENT_TYPES, ROOT, Package, PackageFault
from talkbuilder.outputs.pptx.xml import Xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package() -> Package:
    """A package with one part, to which it leads."""
    made = Package()
    made.add("ppt/main.xml", "main+xml", b"<main/>")
    made.relate(ROOT, "ppt/main.xml", "officeDocument")
    return made


def rels(made: Package, part: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in etree.fromstring(dict(made.parts())[part])]


def types(made: Package) -> list[tuple[str, dict[str, str]]]:
    listed: Any = etree.fromstring(dict(made.parts())[CONTENT_TYPES])
    return [(etree.QName(one).localname, dict(one.attrib)) for one in listed]


def test_a_part_that_is_there_twice_is_a_fault() -> None:
    with pytest.raises(PackageFault, match=r"'ppt/main\.xml' is there already"):
        package().add("ppt/main.xml", "main+xml", b"")


def test_a_part_without_a_type_is_a_fault_unless_its_ending_has_one() -> None:
    with pytest.raises(PackageFault, match=r"'ppt/media/one\.webp' has no type"):
        package().add("ppt/media/one.webp", "", b"")
    assert package().add("ppt/media/one.png", "", b"") == "ppt/media/one.png"


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        *(("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("gif", "image/gif")),
        *(("bmp", "image/bmp"), ("emf", "image/x-emf"), ("wmf", "image/x-wmf"), ("svg", "image/svg+xml")),
        *(("tif", "image/tiff"), ("tiff", "image/tiff")),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_what_templates_and_charts_bring_has_a_type_by_its_ending(ending: str, kind: str) -> None:
    made = package()
    made.add(f"ppt/media/one.{ending}", "", b"")
    assert ("Default", {"Extension": ending, "ContentType": kind}) in types(made)


def test_a_relationship_to_nowhere_is_a_fault() -> None:
    made = package()
    made.relate("ppt/main.xml", "ppt/slide.xml", "slide")
    with pytest.raises(PackageFault, match=r"'ppt/main\.xml' leads to 'ppt/slide\.xml', which is not there"):
        list(made.parts())


def test_a_relationship_from_nowhere_is_a_fault() -> None:
    made = package()
    made.relate("ppt/slide.xml", "ppt/main.xml", "slide")
    with pytest.raises(PackageFault, match=r"'ppt/slide\.xml' has relationships and is not there"):
        list(made.parts())


def test_a_package_into_which_nothing_leads_is_a_fault() -> None:
    with pytest.raises(PackageFault, match="nothing leads into the package"):
        list(Package().parts())


def test_a_target_may_be_added_after_what_leads_to_it() -> None:
    made = package()
    made.relate("ppt/main.xml", "ppt/slides/slide1.xml", "slide")
    made.add("ppt/slides/slide1.xml", "slide+xml", b"<slide/>")
    assert dict(made.parts())["ppt/slides/slide1.xml"] == b"<slide/>"


def test_parts_come_in_their_order_each_before_its_relationships() -> None:
    made = package()
    made.add("docProps/app.xml", "app+xml", b"<app/>")
    made.relate(ROOT, "docProps/app.xml", "extended-properties")
    made.relate("ppt/main.xml", "docProps/app.xml", "app")
    assert [name for name, _ in made.parts()] == [
        *(CONTENT_TYPES, "_rels/.rels"),
        *("ppt/main.xml", "ppt/_rels/main.xml.rels", "docProps/app.xml"),
    ]


def test_a_part_that_is_sealed_last_is_left_out_and_yet_listed() -> None:
    made = package()
    made.add("docProps/custom.xml", "custom+xml", b"")
    assert "docProps/custom.xml" not in [name for name, _ in made.parts(but={"docProps/custom.xml"})]
    assert ("Override", {"PartName": "/docProps/custom.xml", "ContentType": "custom+xml"}) in types(made)


def test_a_part_may_be_made_when_it_is_written() -> None:
    made = package()
    made.add("ppt/late.xml", "late+xml", lambda: Xml("<late>é</late>"))
    made.add("ppt/media/late.png", "", lambda: b"png")
    written = dict(made.parts())
    assert written["ppt/late.xml"] == "<late>é</late>".encode()
    assert written["ppt/media/late.png"] == b"png"


def test_every_part_has_its_type_and_every_ending_one() -> None:
    made = package()
    for name in ("ppt/media/b.png", "ppt/media/a.jpg", "ppt/media/c.png", "ppt/embeddings/d.xlsx"):
        made.add(name, "", b"")
    assert types(made) == [
        ("Default", {"Extension": "jpg", "ContentType": "image/jpeg"}),
        ("Default", {"Extension": "png", "ContentType": "image/png"}),
        ("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        (
            "Default",
            {
                "Extension": "xlsx",
                "ContentType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            },
        ),
        ("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        ("Override", {"PartName": "/ppt/main.xml", "ContentType": "main+xml"}),
    ]


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "slide2.xml"),
        ("ppt/slides/slide1.xml", "ppt/media/picture1.png", "../media/picture1.png"),
        ("ppt/main.xml", "ppt/slides/slide1.xml", "slides/slide1.xml"),
        ("ppt/slides/slide1.xml", "ppt/main.xml", "../main.xml"),
        ("ppt/a/b/one.xml", "doc/a/b/two.xml", "../../../doc/a/b/two.xml"),
        ("ppt/a/one.xml", "ppt/a/b/two.xml", "b/two.xml"),
        ("one.xml", "ppt/two.xml", "ppt/two.xml"),
    ],
)
def test_a_target_is_named_by_the_way_to_it(source: str, target: str, way: str) -> None:
    made = Package()
    for part in {source, target}:
        made.add(part, "any+xml", b"")
    made.relate(ROOT, source, "officeDocument")
    made.relate(source, target, "slide")
    folder, _, file = source.rpartition("/")
    (found,) = rels(made, f"{folder}/_rels/{file}.rels".removeprefix("/"))
    assert found == {"Id": "rId1", "Type": f"{_OFFICE}/slide", "Target": way}


def test_relationships_of_the_package_itself_have_the_types_that_the_format_has() -> None:
    made = package()
    made.add("docProps/core.xml", "core+xml", b"")
    made.relate(ROOT, "docProps/core.xml", "core-properties")
    assert rels(made, "_rels/.rels") == [
        {"Id": "rId1", "Type": f"{_OFFICE}/officeDocument", "Target": "ppt/main.xml"},
        {"Id": "rId2", "Type": f"{_RELS}/metadata/core-properties", "Target": "docProps/core.xml"},
    ]


def test_an_address_outside_is_kept_as_it_is() -> None:
    made = package()
    assert made.relate("ppt/main.xml", "https://example.org/?a=1&b=2", "hyperlink", external=True) == "rId1"
    assert made.relate("ppt/main.xml", "https://example.org/?a=1&b=2", "hyperlink", external=True) == "rId2"
    listed = {
        "Type": f"{_OFFICE}/hyperlink",
        "Target": "https://example.org/?a=1&b=2",
        "TargetMode": "External",
    }
    assert rels(made, "ppt/_rels/main.xml.rels") == [{"Id": "rId1", **listed}, {"Id": "rId2", **listed}]


def test_names_types_and_targets_are_escaped() -> None:
    made = package()
    made.add('ppt/a & "b".xml', "x & y+xml", b"")
    made.relate("ppt/main.xml", 'ppt/a & "b".xml', "a & b")
    written = dict(made.parts())
    assert b'PartName="/ppt/a &amp; &quot;b&quot;.xml" ContentType="x &amp; y+xml"' in written[CONTENT_TYPES]
    assert b'/a &amp; b" Target="a &amp; &quot;b&quot;.xml"' in written["ppt/_rels/main.xml.rels"]


def test_ids_that_a_foreign_part_uses_are_not_given_again() -> None:
    made = package()
    made.keep("ppt/main.xml", "rId2", "ppt/main.xml", f"{_OFFICE}/theme", False)
    made.keep("ppt/main.xml", "kept", "https://example.org", f"{_OFFICE}/hyperlink", True)
    assert [made.relate("ppt/main.xml", "ppt/main.xml", "slide") for _ in range(2)] == ["rId3", "rId4"]
    assert [(one["Id"], one["Type"]) for one in rels(made, "ppt/_rels/main.xml.rels")] == [
        ("rId2", f"{_OFFICE}/theme"),
        ("kept", f"{_OFFICE}/hyperlink"),
        ("rId3", f"{_OFFICE}/slide"),
        ("rId4", f"{_OFFICE}/slide"),
    ]


def test_a_number_that_is_taken_is_passed_over() -> None:
    made = package()
    made.add("ppt/charts/chart2.xml", "chart+xml", b"")
    assert [made.free("ppt/charts/chart", "xml") for _ in range(2)] == [
        "ppt/charts/chart1.xml",
        "ppt/charts/chart3.xml",
    ]
    assert made.free("ppt/embeddings/chart", "xlsx") == "ppt/embeddings/chart1.xlsx"


def test_the_xml_of_the_package_declares_itself() -> None:
    made = package()
    for name in (CONTENT_TYPES, "_rels/.rels"):
        assert dict(made.parts())[name].startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<')
