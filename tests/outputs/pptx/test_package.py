"""The package builder: it raises where a package would be broken, and its bytes depend on nothing but the parts."""

import pytest
from lxml import etree

from talkbuilder.outputs.pptx.package import CONTENT_TYPES, ROOT, Package, PackageFault
from tests.corpora.tables import from_table

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package() -> Package:
    """A package with one part, to which it leads."""
    made = Package()
    made.add("ppt/main.xml", "main+xml", b"<main/>")
    made.relate(ROOT, "ppt/main.xml", "officeDocument")
    return made


def rels(made: Package, part: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in etree.fromstring(dict(made.parts())[part])]


def test_a_part_that_is_there_twice_is_a_fault() -> None:
    with pytest.raises(PackageFault, match=r"'ppt/main\.xml' is there already"):
        package().add("ppt/main.xml", "main+xml", b"")


def test_a_part_without_a_type_is_a_fault_unless_its_ending_has_one() -> None:
    with pytest.raises(PackageFault, match=r"'ppt/media/one\.webp' has no type"):
        package().add("ppt/media/one.webp", "", b"")
    assert package().add("ppt/media/one.png", "", b"") == "ppt/media/one.png"


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


def test_parts_come_in_their_order_each_before_its_relationships() -> None:
    made = package()
    made.add("docProps/app.xml", "app+xml", b"<app/>")
    made.relate(ROOT, "docProps/app.xml", "extended-properties")
    made.relate("ppt/main.xml", "docProps/app.xml", "app")
    assert [name for name, _ in made.parts()] == [
        *(CONTENT_TYPES, "_rels/.rels"),
        *("ppt/main.xml", "ppt/_rels/main.xml.rels", "docProps/app.xml"),
    ]


@from_table
def test_a_target_is_named_by_the_way_to_it(source: str, target: str, way: str) -> None:
    made = Package()
    for part in {source, target}:
        made.add(part, "any+xml", b"")
    made.relate(ROOT, source, "officeDocument")
    made.relate(source, target, "slide")
    folder, _, file = source.rpartition("/")
    (found,) = rels(made, f"{folder}/_rels/{file}.rels".removeprefix("/"))
    assert found == {"Id": "rId1", "Type": f"{_OFFICE}/slide", "Target": way}


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
