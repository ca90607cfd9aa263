"""`talkbuilder template`: the doctor of templates, what it writes down, and the gallery in one."""

import json
from pathlib import Path

import pytest

from tests.running import run
from tests.templates import MASTER, THEME, changed, default, layout, parts_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder, in which commands are given, with a template beside it."""
    (tmp_path / "talks").mkdir()
    (tmp_path / "church.potx").write_bytes(default())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*options: str) -> dict[str, object]:
    status, out, _ = run("template", "church.potx", "--format", "json", *options)
    assert status == 0
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def test_it_tells_what_serves_for_what_and_why(home: Path) -> None:
    status, out, _ = run("template", "church.potx")
    assert status == 0
    assert out.splitlines()[0].endswith("720 × 540 pt, 1 master (Office Theme), 11 layouts")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "text 'Title and Content', by its name" in lines
    assert "canvas drawn by talkbuilder, over what 'Title and Content' shows: it serves for the text" in lines
    assert "quote drawn by talkbuilder, over what 'Title and Content' shows" in lines
    assert "sources 'Title and Content', as for the text; one that is short is drawn" in lines
    at = lines.index("picture drawn by talkbuilder, over what 'Title and Content' shows")
    assert lines[at + 1].startswith("'Picture with Caption' cannot serve: its title is narrower")


def test_what_else_a_cover_may_be_that_is_guessed_is_told(home: Path) -> None:
    unknown = (layout(1), 'type="title"', ""), (layout(1), "Title Slide", "Our church"), (layout(1), "subTitle", "body")
    (home / "church.potx").write_bytes(
        changed(*unknown, (layout(2), 'type="obj"', ""), (layout(2), "Title and Content", "A"))
    )
    cover = told()["roles"][1]  # type: ignore[index]  # a list
    assert cover["why"] == "by its place, which is a guess"
    assert cover["notes"] == ["it may as well be 'A'"]


def test_a_program_reads_the_same_and_more(home: Path) -> None:
    found = told()
    assert found["file"] == "church.potx"
    assert found["mapping"] == "assets/templates/church.yaml"
    roles = {one["role"]: one for one in found["roles"]}  # type: ignore[attr-defined]  # a list
    assert roles["cover"]["layout"] == "Title Slide"
    assert (roles["quote"]["layout"], roles["quote"]["drawn_on"]) == (None, "Title and Content")
    assert len(found["rooms"]) == 11  # type: ignore[arg-type]  # a list


@pytest.mark.parametrize(
    ("top", "high", "kind", "message"),
    [
        (5_900_000, 100_000, "ctrTitle", "'Title Slide' prints words on each of its slides: 'A. Speaker'"),
        (2_200_000, 2_700_000, "body", "what 'Title Slide' shows is left out: write 'cover: Title Slide' to have"),
    ],
)
def test_what_a_cover_prints_or_what_of_it_is_left_out_is_told(
    home: Path, top: int, high: int, kind: str, message: str
) -> None:
    text = '<p:sp><p:nvSpPr><p:cNvPr id="98" name="Name"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" '
    text += f'y="{top}"/><a:ext cx="9144000" cy="{high}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>'
    text += "A. Speaker</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    cover = (layout(1), "</p:spTree>", text), (layout(1), 'type="ctrTitle"', f'type="{kind}"')
    (home / "church.potx").write_bytes(changed(*cover))
    _, out, _ = run("template", "church.potx")
    assert message in out
    assert "\n  'Title and Content': 88% of the width, from 6%; 7" in out  # where slides are drawn


def test_rooms_that_are_alike_are_told_once(home: Path) -> None:
    (home / "church.potx").write_bytes(changed((layout(3), 'algn="l"', 'algn="ctr"')))
    _, out, _ = run("template", "church.potx")
    assert "\n  'Title Slide' and 1 more: 100% of the width, from 0%; 93% of the height, from 0%\n" in out


def test_a_footer_that_names_somebody_is_told_and_can_be_left_out(home: Path) -> None:
    named = "<a:p><a:r><a:t>A. Speaker</a:t></a:r></a:p>"
    text = parts_of(default())[layout(2)].decode()
    at = text.index("<a:p>", text.index('type="ftr"'))
    end = text.index("</a:p>", at) + len("</a:p>")
    (home / "church.potx").write_bytes(changed((layout(2), text[at - 200 : end], text[at - 200 : at] + named)))
    assert told()["words"] == ["A. Speaker"]
    assert "#   - 'A. Speaker'\n" in (home / "assets/templates/church.yaml").read_text("utf-8")


def test_a_number_that_the_template_prints_is_told_and_a_reason_once(home: Path) -> None:
    box = '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Page"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    box += '<a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>'
    box += '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>1</a:t></a:fld></a:p>'
    (home / "church.potx").write_bytes(changed((MASTER, "</p:spTree>", f"{box}</p:txBody></p:sp></p:spTree>")))
    assert told()["changed"] == ["the number that the template prints"]
    _, out, _ = run("template", "church.potx")
    assert "Slides that are drawn have\n  the number that the template prints\n" in out
    assert out.count("'Picture with Caption' cannot serve") == 1


def test_words_that_every_slide_will_carry_are_told_once(home: Path) -> None:
    box = '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Event"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    box += '<a:off x="0" y="6500000"/><a:ext cx="3000000" cy="300000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p>'
    box += "<a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    for said, found in (("Spring Synod", ["Spring Synod"]), ("2", [])):
        (home / "church.potx").write_bytes(changed((MASTER, "</p:spTree>", box.format(said))))
        assert told()["words"] == found
        _, out, _ = run("template", "church.potx")
        assert out.count("Spring Synod") == len(found)


def test_fonts_and_colours_that_give_trouble_are_told(home: Path) -> None:
    font = (THEME, '<a:latin typeface="Calibri"/>', '<a:latin typeface="Nobody Sans"/>')
    pale = '<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr>'
    pale += '<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    bare = '<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
    (home / "church.potx").write_bytes(changed(font, (layout(2), bare, pale)))
    found = told()
    fonts = {one["family"]: one["is_here"] for one in found["fonts"]}  # type: ignore[attr-defined]  # a list
    assert fonts["Nobody Sans"] is False
    assert "\n  Nobody Sans, measured as 'Carlito'\n" in run("template", "church.potx")[1]
    (ink,) = [one for one in found["inks"] if one["text"] == "Title"]  # type: ignore[attr-defined]  # a list
    assert (ink["layout"], ink["ink"], ink["ground"], ink["becomes"]) == (
        *("Title and Content", "EEEEEE", "FFFFFF", "000000"),
    )
    assert ink["contrast"] < 3
    assert ink["then"] == 21


def test_what_it_writes_is_kept_once_it_is_there_and_counts_in_builds(home: Path) -> None:
    assert run("template", "church.potx")[0] == 0
    file = home / "assets" / "templates" / "church.yaml"
    mine = file.read_text("utf-8").replace("statement: drawn", "statement: 'Title Slide'")
    assert mine != file.read_text("utf-8")
    file.write_text(mine, "utf-8")
    _, out, err = run("template", "church.potx")
    assert "'assets/templates/church.yaml' is kept as you have it" in err
    assert file.read_text("utf-8") == mine
    assert "statement  'Title Slide', as you say" in out
    assert "text       'Title and Content', by its name" in out  # which says only what is found anyway


def test_of_two_layouts_of_one_name_the_second_is_written_down_as_it_is_found(home: Path) -> None:
    (home / "church.potx").write_bytes(
        changed((layout(1), "Title Slide", "Sermon"), (layout(2), "Title and Content", "Sermon"))
    )
    run("template", "church.potx")
    text = (home / "assets" / "templates" / "church.yaml").read_text("utf-8")
    assert "\n# canvas: 'Sermon'" in text
    assert "\n# text: 'Sermon'" in text


def test_it_says_that_it_writes_nothing_where_there_is_no_talk_folder(home: Path) -> None:
    (home / "talks").rmdir()
    _, _, err = run("template", "church.potx")
    assert "no mapping is written" in err
    assert not (home / "assets").exists()


def test_a_mistake_in_it_is_told_at_its_place(home: Path) -> None:
    (home / "assets" / "templates").mkdir(parents=True)
    (home / "assets" / "templates" / "church.yaml").write_text("text: Title and Contant\n", "utf-8")
    status, _, err = run("template", "church.potx")
    assert status == 1
    assert "assets/templates/church.yaml:1:7: error[E001] no layout 'Title and Contant' in 'church.potx'" in err
    assert "did you mean 'Title and Content'" in err


def test_a_file_that_is_no_template_is_refused(home: Path) -> None:
    (home / "church.potx").write_bytes(b"text")
    status, out, err = run("template", "church.potx")
    assert (status, out) == (1, "")
    assert "error[T001] this template cannot be used: it is no PowerPoint file" in err
    assert not (home / "assets").exists()
    assert run("template", "none.potx")[0] == 2


def test_its_gallery_has_every_kind_of_slide_in_the_template(home: Path) -> None:
    status, out, _ = run("template", "church.potx", "--gallery", "--out", home / "out")
    assert status == 0
    assert "gallery-church: " in out
    assert (home / "out" / "gallery-church.pptx").is_file()
