"""The package of a template: what is kept of it, what is mended, and what no program could have written."""

import pytest

from talkbuilder.outputs.pptx.template import package as template_package
from talkbuilder.outputs.pptx.template.package import (
    Relationship,
    TemplateFault,
    is_kept,
    open_template,
    parse,
    relationships,
    relationships_of,
    tidied,
)
from tests.templates import MASTER, PRESENTATION, TYPES, Parts, changed, default, layout, parts_of, remade, zipped

_SAVE_AGAIN = "open it in PowerPoint and save it again"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def fault(data: bytes) -> tuple[str, str]:
    """What is wrong with a template, and what to do."""
    with pytest.raises(TemplateFault) as raised:
        open_template(data)
    return str(raised.value), raised.value.hint


def related(part: str, word: str, target: str, mode: str = "") -> bytes:
    """The default template with one relationship more."""

    def change(parts: Parts) -> None:
        rels = relationships_of(part)
        one = f'<Relationship Id="rId77" Type="{_KIND}{word}" Target="{target}"{mode}/></Relationships>'
        parts[rels] = parts[rels].replace(b"</Relationships>", one.encode())
        parts["ppt/extra.xml"] = b"<extra/>"

    return remade(change)


# What is refused


def test_what_is_no_template_is_refused_with_what_to_do() -> None:
    assert fault(b"text") == ("it is no PowerPoint file", "give a .pptx or a .potx")
    assert fault(b"\xd0\xcf\x11\xe0 and more") == (
        "it is protected by a password, or of PowerPoint 97 to 2003",
        "open it in PowerPoint and save it as .potx, without a password",
    )
    no_template = "it is a zip file, but no PowerPoint template"
    assert fault(zipped({"a": b""})) == (no_template, "save a template as .potx or .pptx in PowerPoint")
    odp = {"mimetype": b"application/vnd.oasis.opendocument.presentation"}
    assert fault(zipped(odp)) == (no_template, "open it in LibreOffice and save it as .potx")
    document = changed((TYPES, "presentationml.presentation", "wordprocessingml.document"))
    assert fault(document) == ("it holds no presentation", "save a template as .potx or .pptx in PowerPoint")
    other = changed((TYPES, "presentation.main+xml", "presentation.other+xml"))
    assert fault(other)[0] == "it holds no presentation"
    nowhere = changed(("_rels/.rels", "ppt/presentation.xml", "ppt/nowhere.xml"))
    assert fault(nowhere)[0] == "it holds no presentation"


def test_a_strict_presentation_is_refused() -> None:
    strict = ("it is a Strict Open XML presentation", "save it as an ordinary .pptx or .potx")
    ordinary = "http://schemas.openxmlformats.org/"
    assert (
        fault(changed((PRESENTATION, f"{ordinary}presentationml/2006/main", "http://purl.oclc.org/ooxml/p"))) == strict
    )
    assert (
        fault(changed(("_rels/.rels", f"{ordinary}officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")))
        == strict
    )


def test_a_password_is_told() -> None:
    data = bytearray(default())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert fault(bytes(data)) == ("it is protected by a password", "save it without one")


def test_a_part_that_is_missing_or_broken_is_named() -> None:
    missing = remade(lambda parts: parts.pop(layout(3)))
    assert fault(missing) == (f"its part '{layout(3)}' is missing", _SAVE_AGAIN)
    broken = remade(lambda parts: parts.update({MASTER: b"<a>"}))
    assert fault(broken) == (f"its part '{MASTER}' is broken", _SAVE_AGAIN)
    typed = remade(lambda parts: parts.update({MASTER: b"<!DOCTYPE a><a/>"}))
    assert fault(typed)[0] == f"its part '{MASTER}' declares a document type, which Office never does"
    with pytest.raises(TemplateFault) as raised:
        parse("one.xml", {})
    assert (str(raised.value), raised.value.hint) == ("its part 'one.xml' is missing", _SAVE_AGAIN)


def test_a_template_may_be_as_large_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, parts_of(default()).values()))
    monkeypatch.setattr(template_package, "_MOST_BYTES", size)
    assert open_template(default()).main == PRESENTATION
    monkeypatch.setattr(template_package, "_MOST_BYTES", size - 1)
    assert fault(default()) == ("it is larger than any template", "take pictures and slides out of it")


# What is kept


@pytest.mark.parametrize(
    ("word", "is_kept_of_main", "is_kept_of_layout"),
    [("theme", True, True), ("slide", False, False), ("comments", False, False), ("image", False, True)],
)
def test_what_a_part_leads_to_is_kept_or_left(word: str, is_kept_of_main: bool, is_kept_of_layout: bool) -> None:
    assert ("ppt/extra.xml" in open_template(related(PRESENTATION, word, "extra.xml")).parts) == is_kept_of_main
    assert ("ppt/extra.xml" in open_template(related(layout(1), word, "../extra.xml")).parts) == is_kept_of_layout
    one = Relationship("rId1", _KIND + word, "ppt/extra.xml", False)
    assert is_kept(layout(1), one, PRESENTATION, {"ppt/extra.xml": b""}) == is_kept_of_layout


def test_targets_are_found_however_they_are_written() -> None:
    for target in ("../extra.xml", "/ppt/extra.xml", "../EXTRA.xml", "..%2Fextra.xml", "./../extra.xml"):
        assert "ppt/extra.xml" in open_template(related(layout(1), "image", target)).parts, target
    assert relationships({"_rels/.rels": parts_of(default())["_rels/.rels"]}, "")[0].target
    assert relationships({}, "ppt/none.xml") == []
    assert (relationships_of(""), relationships_of("a.xml"), relationships_of("b/a.xml")) == (
        *("_rels/.rels", "_rels/a.xml.rels", "b/_rels/a.xml.rels"),
    )


# What is mended


def labelled(*ids: str) -> bytes:
    """The default template, on whose second layout shapes have such ids besides its own, 1 to 6."""
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="S"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>' for id in ids
    )
    return changed((layout(2), "</p:grpSpPr>", f"</p:grpSpPr>{shapes}"))


def ids_of(data: bytes) -> list[str]:
    root = parse(layout(2), open_template(data).parts)
    return [one.get("id") for one in root.iter("{*}cNvPr")]


def test_ids_that_stand_twice_or_are_none_are_given_anew_and_others_kept() -> None:
    own = ids_of(default())
    assert ids_of(labelled("50")) == [own[0], "50", *own[1:]]
    assert ids_of(labelled("50", "50", "0")) == [own[0], "50", "51", "52", *own[1:]]
    assert ids_of(labelled("0")) == [own[0], str(max(map(int, own)) + 1), *own[1:]]


def test_a_namespace_that_is_only_named_is_kept_and_what_the_format_has_no_longer_is_not() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    said = f'xmlns:mc="{compatible}" xmlns:mv="urn:mv" xmlns:mx="urn:mx" mc:Ignorable="mv" mc:PreserveAttributes="mv:*"'
    data = changed((layout(2), "<p:sldLayout ", f"<p:sldLayout {said} "))
    root = parse(layout(2), open_template(data).parts)
    assert [name for name in root.attrib if compatible in name] == [f"{{{compatible}}}Ignorable"]
    made = tidied(root)
    assert b'xmlns:mv="urn:mv"' in made
    assert b"urn:mx" not in made


def test_an_outline_of_letters_that_lets_all_through_is_none() -> None:
    def outlined(alpha: str) -> list[str]:
        fill = f'<a:solidFill><a:schemeClr val="tx1"><a:alpha val="{alpha}"/></a:schemeClr></a:solidFill>'
        line = f'<a:ln w="0">{fill}</a:ln>'
        data = changed(
            (layout(2), "<a:lstStyle/>", f"<a:lstStyle><a:lvl1pPr><a:defRPr>{line}</a:defRPr></a:lvl1pPr></a:lstStyle>")
        )
        return [one[0].tag for one in parse(layout(2), open_template(data).parts).iter("{*}ln")]

    assert {one.rpartition("}")[2] for one in outlined("0")} == {"noFill"}
    assert {one.rpartition("}")[2] for one in outlined("50000")} == {"solidFill"}


# What must not travel along


def led(word: str, shape: str, mode: str = "") -> bytes:
    """The second layout with a shape that leads, by the relationship rId77, to something of a kind."""
    parts = parts_of(related(layout(2), word, "https://example.org/" if mode else "../extra.xml", mode))
    head, tail = parts[layout(2)].split(b"</p:grpSpPr>", 1)
    parts[layout(2)] = head + b"</p:grpSpPr>" + shape.encode() + tail
    return zipped(parts)


_OUTSIDE = ' TargetMode="External"'
_LABEL = '<p:cNvPr id="50" name="S">{}</p:cNvPr>'
_SHAPE = f"<p:sp><p:nvSpPr>{_LABEL}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>"
_PICTURE = (
    f"<p:pic><p:nvPicPr>{_LABEL.format('')}<p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
    "<p:blipFill><a:blip {}/></p:blipFill><p:spPr/></p:pic>"
)
_FRAME = (
    f"<p:graphicFrame><p:nvGraphicFramePr>{_LABEL.format('')}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
    '<a:graphic><a:graphicData uri="u"><p:oleObj r:id="rId77">{}</p:oleObj></a:graphicData></a:graphic>'
    "</p:graphicFrame>"
)


@pytest.mark.parametrize(
    ("word", "shape", "mode", "gone", "called"),
    [
        ("hyperlink", _SHAPE.format('<a:hlinkClick r:id="rId77"/>'), _OUTSIDE, b"hlinkClick", "links"),
        ("slide", _SHAPE.format('<a:hlinkClick r:id="rId77"/>'), "", b"hlinkClick", ""),
        ("image", _PICTURE.format('r:link="rId77"'), _OUTSIDE, b"<p:pic>", "pictures from other places"),
        ("oleObject", _FRAME.format(""), "", b"graphicFrame", "embedded objects"),
        ("control", '<p:controls><p:control r:id="rId77"/></p:controls>', "", b"controls", "controls"),
        ("chart", _FRAME.format("").replace("p:oleObj", "c"), "", b"graphicFrame", "charts"),
    ],
)
def test_what_runs_or_leads_elsewhere_is_cut_out_and_told(
    word: str, shape: str, mode: str, gone: bytes, called: str
) -> None:
    data = led(word, shape, mode)
    assert gone in parts_of(data)[layout(2)]
    opened = open_template(data)
    assert gone not in opened.parts[layout(2)]
    assert b"rId77" not in opened.parts[layout(2)]
    assert "ppt/extra.xml" not in opened.parts
    assert opened.left_out == ((called,) if called else ())


def test_a_link_takes_no_shape_along_and_an_object_leaves_its_picture() -> None:
    linked = open_template(led("hyperlink", _SHAPE.format('<a:hlinkClick r:id="rId77"/>'), _OUTSIDE))
    assert b'name="S"' in linked.parts[layout(2)]
    shown = open_template(led("oleObject", _FRAME.format(_PICTURE.format('r:embed="rId1"'))))
    assert b"<p:pic>" in shown.parts[layout(2)]
    assert b"graphicFrame" not in shown.parts[layout(2)]


def test_a_picture_that_is_not_there_is_left_out() -> None:
    data = led("image", _PICTURE.format('r:embed="rId77"'))
    parts = parts_of(data)
    del parts["ppt/extra.xml"]
    assert b"<p:pic>" not in open_template(zipped(parts)).parts[layout(2)]


def test_macros_are_refused() -> None:
    office, microsoft = "openxmlformats-officedocument.presentationml", "ms-powerpoint"
    told = "it holds macros, programs that no deck needs", "save it as .potx, which leaves them out"
    renamed = (TYPES, f"{office}.presentation.main", f"{microsoft}.presentation.macroEnabled.main")
    assert fault(changed(renamed)) == told
    assert fault(related(PRESENTATION, "vbaProject", "extra.xml")) == told


def test_what_its_slides_stand_on_is_told_though_they_are_left_out() -> None:
    def change(parts: Parts) -> None:
        main, slide = relationships_of(PRESENTATION), "ppt/slides/slide{}.xml"
        led = "".join(
            f'<Relationship Id="rId7{number}" Type="{_KIND}slide" Target="slides/slide{number}.xml"/>'
            for number in (1, 2, 3)
        )
        parts[main] = parts[main].replace(b"</Relationships>", f"{led}</Relationships>".encode())
        to = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
        layout_of = f'<Relationship Id="rId1" Type="{_KIND}slideLayout" Target="../slideLayouts/slideLayout2.xml"/>'
        for number, rels in ((1, to.format(layout_of)), (2, to.format("")), (3, "broken")):
            parts[slide.format(number)] = b"<p/>"
            parts[relationships_of(slide.format(number))] = rels.encode()

    kept = open_template(remade(change))
    assert kept.stood_on == {"ppt/slides/slide1.xml": layout(2)}
    assert not any("slides/" in part for part in kept.parts)
