"""Writes the folder of one race: our talk and its library, and the same slides for PptxGenJS.

    python -m tests.bench.generate DIR SLIDES [--pictures]

It is a process of its own: Pillow would make the one that measures large, and on Linux the peak memory of a child
is at least that of the process that started it.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from pathlib import Path
from random import Random
from textwrap import indent, wrap

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import schedule
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.talk.edition import QUESTIONS
from tests.bench.content import ACTIONS, ALLOWED, PICTURES, Content, Slide, content

_WIDTH_PX, _HEIGHT_PX = 1920, 1080
_GRAIN_PX = 2  # the noise is this coarse: a JPEG of it then weighs what a photograph does
_QUALITY = 78

_ALT = "Patches of colour without any meaning"
_MOST_MINUTES = 45  # of a slot that any of these talks fits, before it is known which they need


def generate(folder: Path, slides: int, with_pictures: bool) -> None:
    """Writes talks/talk.yaml and assets/ for us, slides.json for PptxGenJS."""
    made = content(slides, with_pictures)
    files = {
        "talks/talk.yaml": _outline(made, _MOST_MINUTES),
        "assets/facts.yaml": "\n".join(_facts(made)),
        "assets/quotes.yaml": "\n".join(_quotes(made)),
        "assets/people.yaml": "".join(
            f"person-{number}: {{credit: {name}, role: source}}\n" for number, name in enumerate(made.people)
        ),
        "assets/sources.yaml": "".join(
            f"post-{number}: {{title: {title}, date: 2011-04, voices: [{_voice(number)}]}}\n"
            for number, title in enumerate(made.posts)
        ),
        **{f"assets/posts/post-{number}.txt": _post(number, made) for number in range(len(made.posts))},
        "assets/actions.yaml": "".join(f"{id}: {{do: Tell us what you saw, url: example.org}}\n" for id in ACTIONS),
        "slides.json": json.dumps([_told(slide, made, folder) for slide in made.slides]),
    }
    if with_pictures:
        files["assets/media.yaml"] = "".join(
            f"{name.removesuffix('.jpg')}: {{file: {name}, alt: {_ALT}, credit: nobody, people: []}}\n"
            for name in PICTURES
        )
        for name in PICTURES:
            _picture(folder / "assets" / "images" / name)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "talks" / "talk.yaml").write_text(_outline(made, _fitting_minutes(folder)), encoding="utf-8")


def _fitting_minutes(folder: Path) -> int:
    """The least slot that the talk of a folder fits: it may be neither over its slot nor far under it."""
    project, report = Project(folder), Report()
    outline = read_outline(project, "talk", report)
    assert outline, report.diagnostics
    seconds = schedule("talk", outline, load_library(project, report), report).seconds
    return ceil(seconds / 60 / (1 - QUESTIONS))


def _picture(file: Path) -> None:
    """A JPEG of about 1 MB, as large as a projector shows, without metadata."""
    from PIL import Image

    small = (_WIDTH_PX // _GRAIN_PX, _HEIGHT_PX // _GRAIN_PX)
    noise = Image.frombytes("RGB", small, Random(file.name).randbytes(small[0] * small[1] * 3))
    file.parent.mkdir(parents=True, exist_ok=True)
    noise.resize((_WIDTH_PX, _HEIGHT_PX), Image.Resampling.BICUBIC).save(file, "JPEG", quality=_QUALITY)


def _outline(made: Content, minutes: int) -> str:
    cover = made.slides[0]
    return "\n".join(
        (
            f"talk: {cover.title}",
            f"subtitle: {cover.lines[0][1]}",
            "speaker: Somebody from the town",
            f"minutes: {minutes}",
            "date: 2011-04",
            ALLOWED.rstrip(),
            _notes(cover),
            "sections:",
            # The build makes as many sources slides as it needs: they are written once.
            *dict.fromkeys(_written(slide) for slide in made.slides[1:]),
            "",
        )
    )


def _written(slide: Slide) -> str:
    """A slide as our outline has it; a section slide opens its section."""
    match slide.kind:
        case "section":
            return f"- section: {slide.title}\n{indent(_notes(slide), '  ')}\n  slides:"
        case "closing":
            text = f"closing:\n  title: {slide.title}\n  text: {slide.lines[0][1]}\n  ask: {ACTIONS[0]}\n"
            return text + indent(_notes(slide), "  ")
        case "sources":
            return f"sources:\n  title: {slide.title}\n{indent(_notes(slide), '  ')}"
    title = "" if slide.kind == "statement" else f"title: {slide.title}\n"
    body = indent(f"{title}{_key(slide)}\n{_notes(slide)}", "    ")
    return f"  - {body.lstrip()}"


def _key(slide: Slide) -> str:
    match slide.kind:
        case "bullets":
            return "bullets:\n" + "\n".join(_points(slide))
        case "statement":
            return f"statement: {slide.title}\ncite: [{slide.refers}]"
        case "photo":
            return f"photo: {slide.refers.removesuffix('.jpg')}\ncaption: {slide.lines[0][1]}"
        case kind:
            return f"{kind}: {slide.refers}"


def _points(slide: Slide) -> Iterator[str]:
    for (level, text), (next_level, _) in pairwise((*slide.lines, (0, ""))):
        yield f"{'  ' * level}- {text}{':' if next_level > level else ''}"


def _notes(slide: Slide) -> str:
    return "notes: |\n" + indent("\n".join(wrap(slide.notes, 100, break_on_hyphens=False)), "  ")


def _facts(made: Content) -> Iterator[str]:
    for fact in made.facts:
        yield f"{fact.id}:"
        yield f"  says: The {fact.what} counted {fact.value:,} visitors in {fact.year}"
        yield f"  value: {fact.value}"
        yield "  unit: visitors"
        yield "  precision: exact"
        yield f"  measure: {fact.measure}"
        yield f"  place: {fact.id}"
        yield f"  as_of: {fact.year}"
        yield f"  source: person-{fact.person}"
        yield "  kind: secondary"
        yield f"  post: post-{fact.post}"
        yield f"  exact: counted {fact.value:,} visitors in {fact.year}\n"


def _voice(post: int) -> str:
    """A letter is all its writer's: two to a person."""
    return f"{{who: person-{post // 2}, from: 'Dear reader of letter {post}', to: 'the writer of letter {post}'}}"


def _post(number: int, made: Content) -> str:
    """The letter that proves every entry that names it, and as much again that nobody cites."""
    lines = [f"Dear reader of letter {number}, this is what we saw."]
    for fact in (one for one in made.facts if one.post == number):
        lines.append(f"In the evening the {fact.what} counted {fact.value:,} visitors in {fact.year}.")
        lines.append("Some of them went home, and others stayed for the night.")
    for quote in (one for one in made.quotes if one.post == number):
        lines += [f"{quote.text}.", "We wrote it down, for it was well said."]
    return "\n\n".join((*lines, f"With many greetings, the writer of letter {number}\n"))


def _quotes(made: Content) -> Iterator[str]:
    for quote in made.quotes:
        yield f"{quote.id}:"
        yield f"  text: {quote.text}"
        yield f"  speaker: person-{quote.person}"
        yield f"  post: post-{quote.post}\n"


def _told(slide: Slide, made: Content, folder: Path) -> dict[str, object]:
    """A slide as PptxGenJS is told it: nothing is left to look up or to decide."""
    return {
        "kind": slide.kind,
        "title": slide.title,
        "lines": [(level, made.spelled(text)) for level, text in slide.lines],
        "notes": made.spelled(slide.notes),
        "picture": str(folder / "assets" / "images" / slide.refers) if slide.kind == "photo" else "",
    }


if __name__ == "__main__":
    _parser = argparse.ArgumentParser()
    _parser.add_argument("folder", type=Path)
    _parser.add_argument("slides", type=int)
    _parser.add_argument("--pictures", action="store_true")
    _options = _parser.parse_args()
    generate(_options.folder, _options.slides, _options.pictures)
