"""What a slide shows that stands in no outline: what its pictures, its drawing and its actions say."""

from talkbuilder.diagnostics import Report
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.supplied import supplied
from tests.cases import LIBRARY, TALK, picture, talk

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A mill</title>'
    '<rect class="teal" width="4" height="4"/></svg>'
)
FILES: dict[str, str | bytes] = {
    **LIBRARY,
    "assets/drawings/mill.svg": DRAWING.encode(),
    "assets/images/gate.png": picture(),
}


def told(slide: str, kind: str) -> list[tuple[str, str]]:
    files = {**FILES, "assets/media.yaml": "gate: {file: gate.png, alt: A gate, credit: 'Photo: me', people: []}\n"}
    project, report = MemoryProject({**files, TALK: talk(slide)}), Report()
    outline = read_outline(project, "talk", report)
    assert outline
    library = read_library(project, report)
    made = resolve("talk", outline, library, report)
    (one,) = (one for one in made.slides if one.kind == kind)
    return [(text.key, text.text.value) for text in supplied(one, library)]


def test_a_drawing_tells_what_it_shows() -> None:
    assert told("- {title: A mill, drawing: mill, notes: So.}\n", "drawing") == [("shown", "A mill")]


def test_a_photo_tells_what_it_shows_and_whose_it_is() -> None:
    found = told("- {title: It, photo: gate, caption: It, notes: So.}\n", "photo")
    assert found == [("shown", "A gate"), ("credit", "Photo: me")]


def test_an_action_tells_what_to_do() -> None:
    found = told("- {title: Do it, ask: example-action, notes: So.}\n", "ask")
    assert found == [("do", "Write down what you want your audience to do")]


def test_bullets_tell_nothing_but_what_is_typed() -> None:
    assert told("- {title: It, bullets: [One, Other], notes: So.}\n", "bullets") == []
