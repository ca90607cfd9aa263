"""Times talks that show: one with five charts and three maps against a bare script of the same charts alone, and what
one more chart and one more map cost.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench import table
from tests.bench.content import ALLOWED, mark
from tests.bench.race import NO_FAULTS, Contender, Result, Stumbled, race
from tests.bench.targets import BARE_CHARTS, FEW, MANY, SHOWN, charts_of, maps_of

_SLIDES = 30
_CHARTS, _MAPS = 5, 3
_KINDS = ("columns", "bars", "slope", "columns", "bars")
_YEARS = (2009, 2010)
_PLACES = ("mill", "bridge", "market", "harbour", "school", "orchard", "station", "library", "square", "garden", "inn")
_ON_MAPS = (
    "{focus: [KZ], label: [Astana, Almaty]}",
    "{focus: [KZ], routes: [UZ > KZ, KG > KZ, TJ > KZ]}",
    "{view: globe, focus: [KZ], routes: [US-ND > KZ]}",
)
_NOTES = "We counted them ourselves, day after day, and wrote it all down in the evening. " * 5
_HELLO = "Good evening to all of you, and thank you for the invitation to this hall."
_HERE = Path(__file__).parent


def measure(scratch: Path, runs: int) -> Mapping[str, Result]:
    """All results by name; prints the table. Raises Stumbled."""
    asked = {SHOWN: (_CHARTS, _MAPS)}
    asked |= {charts_of(count): (count, 0) for count in (FEW, MANY)}
    asked |= {maps_of(count): (0, count) for count in (FEW, MANY)}
    contenders = [_contender(scratch / f"shown-{at}", name, *asked[name]) for at, name in enumerate(asked)]
    results = race([*contenders, _bare(scratch)], runs)
    title = f"{_SLIDES} slides of which {_CHARTS} are charts and {_MAPS} maps: {runs} runs"
    print(table.of_results(title, results, BARE_CHARTS))
    return {result.name: result for result in results}


def _contender(folder: Path, name: str, charts: int, maps: int) -> Contender:
    write(folder, charts, maps)
    build = (sys.executable, "-m", "talkbuilder", "build", "-C", str(folder))
    checked = subprocess.run((*build[:3], "check", *build[4:]), capture_output=True, text=True)
    if NO_FAULTS not in checked.stdout:
        raise Stumbled(f"'{name}' has faults:\n{checked.stdout[-2000:]}")
    return Contender(name, build, folder / "build" / "talk.pptx")


def write(folder: Path, charts: int, maps: int, slides: int = _SLIDES) -> Path:
    """Writes a talk of so many slides and its library; returns its outline."""
    files = {
        "assets/people.yaml": "writer: {credit: Somebody from the town, role: author}\n",
        "assets/sources.yaml": "letter: {title: A letter, date: 2011-12}\n",
        "assets/posts/letter.txt": "\n\n".join(f"We say that {_said(place, at)}." for place, at in _counted()) + "\n",
        "assets/facts.yaml": "".join(_fact(place, at) for place, at in _counted()),
        "talks/talk.yaml": "".join(_outline(charts, maps, slides)),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder / "talks" / "talk.yaml"


def _outline(charts: int, maps: int, slides: int) -> Iterator[str]:
    yield f"talk: A count\nspeaker: Somebody from the town\nminutes: {26 * slides // _SLIDES}\ndate: 2011-12\n{ALLOWED}"
    yield f"notes: {_HELLO}\nopener: none\n"
    yield "sections:\n- section: All that we counted\n  slides:\n"
    for number in range(slides - 1):
        place = _PLACES[number % len(_PLACES)]
        yield f"  - title: Slide {mark(number)} tells of the {place}\n    notes: {_NOTES}\n"
        if number < charts:
            ids = ", ".join(_id(place, at) for at in range(len(_YEARS)))
            yield f"    chart: {_KINDS[number % len(_KINDS)]}\n    facts: [{ids}]\n"
        elif number < charts + maps:
            yield f"    map: {_ON_MAPS[number % len(_ON_MAPS)]}\n    cite: [{_id(place, 0)}]\n"
        else:
            yield f"    bullets: ['{{{_id(place, 1)}}} came', One more point, And the last of them]\n"
    yield "sources: {title: Where this comes from, notes: Ask us.}\n"


def _counted() -> Iterator[tuple[str, int]]:
    return ((place, at) for place in _PLACES for at in range(len(_YEARS)))


def _id(place: str, at: int) -> str:
    return f"{place}-{_YEARS[at]}"


def _value(place: str, at: int) -> int:
    return 40 + 7 * _PLACES.index(place) + 30 * at


def _said(place: str, at: int) -> str:
    return f"the {place} counted {_value(place, at)} visitors in {_YEARS[at]}"


def _fact(place: str, at: int) -> str:
    return (
        f"{_id(place, at)}:\n  says: The {place} counted {_value(place, at)} visitors in {_YEARS[at]}\n"
        f"  value: {_value(place, at)}\n  unit: visitors\n  precision: exact\n"
        f"  measure: visitors counted at the {place}\n  place: {place}\n  as_of: {_YEARS[at]}\n  source: writer\n"
        f"  kind: secondary\n  post: letter\n  exact: {_said(place, at)}\n"
    )


def _bare(scratch: Path) -> Contender:
    """The charts alone: neither maps nor any other slide."""
    told = [
        {
            "kind": kind,
            "title": f"Slide {mark(number)} tells of the {place}",
            "categories": [str(year) for year in _YEARS],
            "series": f"visitors counted at the {place}",
            "values": [_value(place, at) for at in range(len(_YEARS))],
        }
        for number, (kind, place) in enumerate(zip(_KINDS, _PLACES, strict=False))
    ]
    source, deck = scratch / "charts.json", scratch / "charts.pptx"
    source.write_text(json.dumps(told), encoding="utf-8")
    return Contender(BARE_CHARTS, (sys.executable, str(_HERE / "bare_charts.py"), str(source), str(deck)), deck)
