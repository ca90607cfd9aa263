"""A talk whose deck is edited, pulled and built again; for the tests of what comes back."""

import os
import subprocess
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation

from talkbuilder.authoring.differences import Answer, Difference
from talkbuilder.authoring.pulling import Pulled, pull, written
from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.reading import read_deck
from talkbuilder.pipeline import BuildOptions, build, worded
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import Project
from tests.conftest import ROOT, program
from tests.memory import MemoryProject
from tests.sample import project

OUTLINE = """\
# A talk for the tests; this line stays.
talk: Herds on the grass
speaker: A herder
minutes: 30
audiences: [youth]
sections:
- section: Then
  slides:
  - title: What was counted    # and by whom
    bullets:
    # the first one matters most
    - 'There were {herds} of them, and **many** wells'
    - "Before that, {herds-2009}"
    - Over the winter:
      - Snow lay on the grass
      - Wolves came down
    - Nobody had counted before
    notes: |
      We rode out early,
      before the sun was up.

      By then there were {herds} herds in the valley.

      That is the end of it.
  - title: Side by side
    lead: Two years of the same valley
    table:
      head: ['', then, later]
      rows:
      - [Herds, '{herds-2009}', '{herds}']
      - [Wells, '{wells-2009}', '{wells-2010}']
    notes: Look at the wells.
  - title: A quiet year
    statement: Nothing moved on the steppe for a whole year
- section: Now
  slides:
  - {title: On the grass, quote: grass, notes: Read it slowly.}

  - title: For the young
    bullets: [One thing, Another thing]
    only: [youth]
  - title: What comes next
    bullets:
    - Rain
    - Sun
    - Wind
    notes: >
      It may rain,
      or it may not.
closing:
  title: Questions
  text: Ask what you like
"""


class Workshop:
    """One talk in memory, its deck on disk."""

    def __init__(
        self,
        folder: Path,
        outline: str = OUTLINE,
        occasion: Occasion = EVERYDAY,
        project: Callable[[str], Project] = project,
    ) -> None:
        self.file, self.outline, self.occasion, self._project = folder / "talk.pptx", outline, occasion, project
        self.file.write_bytes(_made(outline, occasion, project))

    def deck(self) -> Deck:
        """The deck that the outline makes now."""
        return _worded(self.outline, self.occasion, self._project)

    def edit(self, change: Callable[[Any], object]) -> None:
        opened = Presentation(str(self.file))
        change(opened)
        opened.save(str(self.file))

    def pulled(self, by_likeness: bool = False) -> Pulled:
        found = pull(read_deck(self.file), self.deck(), self.outline.encode(), by_likeness)
        assert found is not None
        return found

    def taken(self, pulled: Pulled | None = None) -> str:
        """The outline with all that is taken over if nobody is asked, and remarks on the rest."""
        found = (pulled or self.pulled()).differences
        after = self.with_answers(*((one, one.choices[0].answer) for one in found))
        assert after is not None
        return after

    def with_answers(self, *answers: tuple[Difference, Answer]) -> str | None:
        after = written(answers, "talks/talk.yaml", self.outline.encode())
        return after.decode() if after else None


@lru_cache(16)
def _made(outline: str, occasion: Occasion, project: Callable[[str], Project]) -> bytes:
    [deck] = build(project(outline), ("talk",), Report(), BuildOptions(occasion))
    [made] = OUTPUTS["pptx"].render(deck)
    stream = BytesIO()
    made.write(stream)
    return stream.getvalue()


@lru_cache(16)
def _worded(outline: str, occasion: Occasion, project: Callable[[str], Project]) -> Deck:
    deck = worded(project(outline), "talk", Report(), BuildOptions(occasion))
    assert deck is not None
    return deck


def slide(deck: Any, title: str) -> Any:
    return next(one for one in deck.slides if any(shape.text_frame.text == title for shape in framed(one)))


def framed(slide: Any) -> list[Any]:
    """All shapes with a text, also of groups; a slide and a group both have `shapes`."""
    found = [[one] if one.has_text_frame else framed(one) if hasattr(one, "shapes") else [] for one in slide.shapes]
    return [one for several in found for one in several]


def paragraphs(slide: Any) -> list[Any]:
    """All paragraphs of a slide, with those of tables, and then those of its notes."""
    frames = [one.text_frame for one in framed(slide)]
    frames += [cell.text_frame for one in slide.shapes if one.has_table for cell in one.table.iter_cells()]
    frames.append(slide.notes_slide.notes_text_frame)
    return [paragraph for frame in frames for paragraph in frame.paragraphs]


def paragraph(slide: Any, begins: str) -> Any:
    return next(one for one in paragraphs(slide) if text(one).replace("\xa0", " ").startswith(begins))


def text(paragraph: Any) -> str:
    return "".join(run.text for run in paragraph.runs)


def retype(paragraph: Any, words: str) -> None:
    """Types other words over a paragraph."""
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = words


def add_after(paragraph: Any, words: str) -> None:
    """A paragraph behind another, as Enter makes one."""
    from copy import deepcopy

    from pptx.text.text import _Paragraph

    copy = deepcopy(paragraph._p)
    paragraph._p.addnext(copy)
    retype(_Paragraph(copy, paragraph._parent), words)


def remove(paragraph: Any) -> None:
    paragraph._p.getparent().remove(paragraph._p)


def drop(deck: Any, title: str) -> None:
    """Takes a slide out."""
    at = [*deck.slides].index(slide(deck, title))
    ids = deck.slides._sldIdLst
    deck.part.drop_rel(ids[at].rId)
    ids.remove(ids[at])


def move(deck: Any, title: str, to: int) -> None:
    """Moves a slide so that it is the one of a number, from 0."""
    move_from(deck, [*deck.slides].index(slide(deck, title)), to)


def add_slide(deck: Any, title: str, *points: str, at: int | None = None, layout: str = "Bullets") -> Any:
    """A new slide of a title and points."""
    made = deck.slides.add_slide(next(one for one in deck.slide_layouts if one.name == layout))
    made.shapes.title.text = title
    [body, *_] = [one for one in made.placeholders if one.placeholder_format.idx == 1]
    body.text_frame.text = "\n".join(points)
    if at is not None:
        move_from(deck, len(deck.slides) - 1, at)
    return made


def move_from(deck: Any, at: int, to: int) -> None:
    ids = deck.slides._sldIdLst
    one = ids[at]
    ids.remove(one)
    ids.insert(to, one)


def our_library(outline: str) -> MemoryProject:
    """The library of the talks that are here, with one talk, `talk`."""
    there = (ROOT / "assets").rglob("*")
    files: dict[str, str | bytes] = {
        one.relative_to(ROOT).as_posix(): one.read_bytes()
        for one in there
        if one.is_file() and "posts" not in one.parts
    }
    return MemoryProject({**files, "talks/talk.yaml": outline})


def office_saves(*files: Path) -> None:
    """LibreOffice opens decks and saves them."""
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = "pptx:Impress MS PowerPoint 2007 XML"
    for file in files:
        (folder / "saved" / file.name).unlink(missing_ok=True)
    command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", kind]
    patience = 60 + 60 * len(files)
    subprocess.run(
        [*command, "--outdir", str(folder / "saved"), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=patience,
        cwd=folder,
    )
    for file in files:
        os.replace(folder / "saved" / file.name, file)
