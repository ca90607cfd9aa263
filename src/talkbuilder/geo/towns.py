"""Towns that a sentence names: cities that maps know, and other names that stand where a town's would."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from talkbuilder.geo.places import known_cities
from talkbuilder.source.dates import MONTHS

_NAME = r"[A-Z][\w-]+(?:[ -](?:[A-Z][\w-]+))*"
# A name, and whether it stands where that of a place would.
_FOUND = re.compile(
    r"(?P<at>\b(?:in|near|outside|around|(?:the )?(?:city|town|village) of) )?"
    rf"(?P<name>{_NAME})(?P<of>['’]s\b)?"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WIDER = (
    *(
        "Asia",
        "Africa",
        "Europe",
        "America",
        "Australia",
        "Central Asia",
        "Middle East",
        "Soviet Union",
        "West",
        "East",
    ),
    *("North", "South", "Siberia", "Midwest", "Balkans", "Caucasus", "Caspian", "English", "God", "Jesus", "Christ"),
)


def towns_in(sentence: str) -> Iterator[str]:
    """The towns that a sentence names, each as it stands there; countries, states and parts of the earth are none."""
    for found in _FOUND.finditer(sentence):
        name = found["name"]
        if name in _no_towns() or name.split()[0] in ("I",):
            continue
        is_known = name in _cities() and (found.start() > 0 or bool(found["of"]))
        if is_known or (found["at"] and _is_plain(name)):
            yield name


def _is_plain(name: str) -> bool:
    """Whether a name could be a town's: no letters for a body of people such as IOM, and no language or people."""
    return not name.isupper() and not name.endswith(("ish", "ese", "ian", "ians"))


@cache
def _cities() -> frozenset[str]:
    return frozenset(known_cities())


@cache
def _no_towns() -> frozenset[str]:
    folder = Path(__file__).parent
    files = ((folder / f"{name}.tsv").read_text("utf-8") for name in ("countries", "states"))
    lines = (line for text in files for line in text.splitlines())
    return frozenset((*(line.split("\t")[-1] for line in lines), *MONTHS, *_DAYS, *_WIDER))
