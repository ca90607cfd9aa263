"""C407 many-points: more points on a slide than anybody keeps in mind."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk

MOST = 5


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        points = slide.slots.get("bullets") if slide.kind == "bullets" else ()
        if isinstance(points, tuple) and (count := sum(point.level == 0 for point in points)) > MOST:
            hint = "make two slides of it, or leave out what matters least"
            yield Diagnostic("C407", f"the slide has {count} points", points[MOST].span, hint)
