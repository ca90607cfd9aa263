"""Every code is explained, and its examples do what the explanation says."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from talkbuilder.cli import main
from talkbuilder.diagnostics.codes import CODES, explanation
from talkbuilder.diagnostics.phrase_rules import RULES
from tests import templates
from tests.cases import LIBRARY, check, read_case, section, talk_in_time
from tests.listing import written
from tests.posts.importers.test_docx import TRACKED, docx, paragraph
from tests.running import edit
from tests.sample import SLIDES, built, slide
from tests.sample import talk as talk_of

WIDEST = 78  # a terminal of 80 columns, with a little room
OUTPUT_CODES = [code for code in CODES if code.startswith("O")]
IMPORT_CODES = [code for code in CODES if code.startswith("I")]
TEMPLATE_CODES = [code for code in CODES if code.startswith("T")]
OTHER_CODES = [code for code in CODES if code[0] not in "OIT"]
# Their examples have nothing else to report of time; all others are over in no time.
TIMING_CODES = ("C101", "C102", "C103", "C104", "C105")

_FAULT = re.compile(r"^(\S.*: (?:error|unproved|warning|advice)\[\w+\])", re.MULTILINE)


def test_an_explanation_has_its_name_fits_a_terminal_and_says_how_to_mend_it_before_it_shows_it() -> None:
    for code, one in CODES.items():
        lines = explanation(code).splitlines()
        assert lines[0] == f"# {code} {one.name}"
        assert [line for line in lines if len(line) > WIDEST or line != line.rstrip()] == [], code
        assert [line for line in lines if line.startswith("## ")] == ["## Bad", "## Good"], code
        assert len(prose(code).split()) >= 40, code


def test_an_explanation_says_which_rule_it_holds_or_whose_it_is_and_how_often_it_is_wrong() -> None:
    for code, one in CODES.items():
        assert not one.rule or f"rule {one.rule}" in prose(code), code
        assert one.rule or code[:3] not in ("C35", "C50") or "The editor's own" in prose(code), code
    for code in RULES:
        assert re.search(r"In 68,340 words of ordinary prose .* in 100,000\.", prose(code)), code


def prose(code: str) -> str:
    """What an explanation says before its examples, on one line."""
    return " ".join(explanation(code).partition("## Bad")[0].split())


@pytest.mark.parametrize("code", OTHER_CODES)
def test_the_bad_example_has_the_marked_faults_and_the_good_one_has_none(code: str) -> None:
    for name in ("Bad", "Good"):
        case = read_case(section(explanation(code), name))
        told = {label for _, _, label in case.expected}
        assert case.files
        assert f"{CODES[code].severity}[{code}]" in told if name == "Bad" else not told
        check(case, timing=code in TIMING_CODES, reviews=code == "C030")


def _edit(deck: Path) -> None:
    main(["build", "-C", str(deck.parent.parent)])
    with zipfile.ZipFile(deck, "a") as package:
        package.writestr("ppt/slides/slide99.xml", "<changed/>")


SITUATIONS: dict[str, Callable[[Path], object]] = {
    "O001": _edit,
    "O002": lambda deck: deck.with_name("~$talk.pptx").write_bytes(b""),
    "O003": lambda deck: (deck.parent.parent / "notes.txt").write_text("a file"),
    "O004": lambda deck: deck.write_bytes(b"a deck from elsewhere"),
    "O005": lambda deck: None,  # an author's file alone does it
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder on disk, in which commands run."""
    for path, text in {**LIBRARY, "talks/talk.yaml": talk_in_time()}.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "build").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write_files(markdown: str, folder: Path) -> None:
    """Puts what an example holds on disk."""
    for path, data in read_case(markdown).files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)


def _run(markdown: str) -> list[int]:
    """Runs the commands that a piece of Markdown shows; their exit statuses."""
    commands = re.findall(r"^\$ talkbuilder (.*)$", markdown, re.MULTILINE)
    assert commands
    return [main(command.split()) for command in commands]


@pytest.mark.parametrize("code", OUTPUT_CODES)
def test_what_cannot_be_written_is_reported_as_shown(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = section(explanation(code), "Bad")
    _write_files(bad, folder)
    SITUATIONS[code](folder / "build" / "talk.pptx")
    capsys.readouterr()
    assert _run(bad) == [0 if CODES[code].severity == "warning" else 1]
    assert _FAULT.findall(capsys.readouterr().err) == _FAULT.findall(bad)
    assert f"[{code}]" in bad
    good = section(explanation(code), "Good")
    for file in (folder / "build").iterdir():
        file.unlink()
    _write_files(good, folder)
    if code != "O002":  # there the deck has been closed
        SITUATIONS[code](folder / "build" / "talk.pptx")
    capsys.readouterr()
    assert {*_run(good)} == {0}
    assert not _FAULT.findall(capsys.readouterr().err)


def _import_older(root: Path) -> None:
    file = root / "april.txt"
    new = file.read_bytes()
    file.write_bytes(new.replace(b"closed", b"opened"))
    main(["import", "april.txt"])
    file.write_bytes(new)


def _make_huge(root: Path) -> None:
    with (root / "blog.xml").open("wb") as stream:
        stream.truncate(200_000_000)


def _bury(root: Path) -> None:
    """A page whose article is short, beside long texts of which it has nothing."""
    said = "".join(
        f"<p>We walked over hill {number} and down again to the river, and said little.</p>" for number in range(5)
    )
    other = "".join(
        f"<p>Box {number} holds apples and pears, as it says on its lid in red.</p>" for number in range(40)
    )
    frame = f"<div class='sidebar'>{other}</div>"
    page = f"<html><body><article><h1>A walk</h1>{said}</article>{frame}</body></html>"
    (root / "plan.html").write_text(page, encoding="utf-8")


def _track(root: Path) -> None:
    (root / "interview.docx").write_bytes(docx(paragraph("Talk with a neighbor"), TRACKED))


def _block_posts(root: Path) -> None:
    shutil.rmtree(root / "assets" / "posts")
    (root / "assets" / "posts").write_text("a file")


@cache
def _whole_template() -> dict[str, bytes]:
    return templates.parts_of(written(built(talk_of("\n".join(map(slide, SLIDES))))[0]))


def _template(tampered: str = "") -> bytes:
    """A template that has all layouts: a deck of ours, to which one thing is done."""
    parts = dict(_whole_template())
    master, rels = templates.MASTER, "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    if tampered == "link":
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        one = f'<Relationship Id="rId99" Type="{kind}" Target="https://example.org/" TargetMode="External"/>'
        parts[rels] = parts[rels].replace(b"</Relationships>", f"{one}</Relationships>".encode())
        parts[master] = re.sub(
            rb'(<p:cNvPr id="2" name="[^"]*")/>', rb'\1><a:hlinkClick r:id="rId99"/></p:cNvPr>', parts[master], count=1
        )
    if tampered == "cover":
        first = templates.layout(1)
        for was, now in ((b'name="Cover"', b'name="Welcome"'), (b'type="title"', b""), (b'"subTitle"', b'"body"')):
            parts[first] = parts[first].replace(was, now, 1)
        opens = "ppt/slides/_rels/slide1.xml.rels"  # the file opens on another
        parts[opens] = parts[opens].replace(b"slideLayout1.xml", b"slideLayout2.xml")
    if tampered == "words":
        said = (
            '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Words"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="100000" y="100000"/><a:ext cx="3000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
            "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Service of 3 May</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
        )
        first = templates.layout(1)
        parts[first] = parts[first].replace(b"</p:spTree>", said.encode())
    if tampered == "photo":
        first = templates.layout(1)
        colours = Image.frombytes("RGB", (24, 24), bytes(Random(1).choices(range(120, 256), k=3 * 24 * 24))).resize(
            (480, 270), 0
        )
        out = io.BytesIO()
        colours.save(out, "PNG")
        parts["ppt/media/photo.png"] = out.getvalue()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        one = f'<Relationship Id="rId99" Type="{kind}" Target="../media/photo.png"/></Relationships>'
        rels = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
        parts[rels] = parts[rels].replace(b"</Relationships>", one.encode())
        shown = (
            '<p:pic><p:nvPicPr><p:cNvPr id="99" name="Photo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip '
            'r:embed="rId99"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="12192000" cy="2743200"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr></p:pic></p:spTree>'
        )
        parts[first] = parts[first].replace(b"</p:spTree>", shown.encode())
    if tampered == "font":
        theme = "ppt/theme/theme1.xml"
        parts[theme] = parts[theme].replace(b'typeface="Calibri"', b'typeface="Nowhere Sans"')
    return templates.zipped(parts)


TEMPLATE_SITUATIONS: dict[str, Callable[[], bytes]] = {
    "T001": lambda: templates.zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation-template"}),
    "T002": templates.untitled,
    "T003": lambda: _template("link"),
    "T004": lambda: _template("cover"),
    "T005": lambda: _template(),
    "T006": lambda: _template(),
    "T007": lambda: _template("font"),
    "T008": lambda: _template("words"),
    "T009": lambda: _template("photo"),
}


_POINT = "We carried boxes from the bridge down to the road, and back again"
_LONG_LIST = "\n".join(
    (
        "  - title: Twelve points",
        "    bullets:",
        *(f"    - {_POINT} {at}" for at in "abcdefghijkl"),
        "    notes: We carried boxes.",
        "",
    )
)


def _given(markdown: str) -> list[str]:
    """The templates that a piece of Markdown builds with."""
    return re.findall(r"^\$ talkbuilder build --template (\S+)$", markdown, re.MULTILINE)


@pytest.mark.parametrize("code", TEMPLATE_CODES)
def test_what_a_template_lacks_is_reported_as_shown(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = section(explanation(code), "Bad")
    (name,) = _given(bad)
    (folder / name).write_bytes(TEMPLATE_SITUATIONS[code]())
    said = folder / "assets" / "templates" / f"{Path(name).stem}.yaml"
    if code == "T005":
        said.parent.mkdir(parents=True)
        said.write_text("text: Drawing\n", "utf-8")
    if code == "T006":
        edit(folder / "talks" / "talk.yaml", "  slides:\n", f"  slides:\n{_LONG_LIST}")
    assert _run(bad) == [CODES[code].severity == "error"]
    told = [one for one in _FAULT.findall(capsys.readouterr().err) if "[T" in one]  # a long list has other faults too
    assert told == _FAULT.findall(bad)
    assert f"[{code}]" in bad


def test_of_a_template_that_lacks_nothing_nothing_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which is what the good examples come to, all of them with one command."""
    goods = [section(explanation(code), "Good") for code in TEMPLATE_CODES]
    assert {(*_given(good), *_FAULT.findall(good)) for good in goods} == {("church.potx",)}
    (folder / "church.potx").write_bytes(_template())
    assert _run(goods[0]) == [0]
    assert _FAULT.findall(capsys.readouterr().err) == []


IMPORT_SITUATIONS: dict[str, Callable[[Path], object]] = {
    "I003": _make_huge,
    "I009": _import_older,
    "I010": _block_posts,
    "I012": _bury,
    "I014": _track,
}


def _import(code: str, markdown: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[int], list[str]]:
    """Imports what an example holds; exit statuses, and the faults that were reported."""
    _write_files(markdown, folder)
    if code == "I009" or f"[{code}]" in markdown:
        IMPORT_SITUATIONS.get(code, bool)(folder)
    capsys.readouterr()
    return _run(markdown), _FAULT.findall(capsys.readouterr().err)


@pytest.mark.parametrize("code", IMPORT_CODES)
def test_what_cannot_be_imported_is_reported_as_shown(
    code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = section(explanation(code), "Bad")
    statuses, found = _import(code, bad, folder, capsys)
    assert statuses == [CODES[code].severity == "error"]
    assert found == _FAULT.findall(bad)
    assert f"[{code}]" in bad
