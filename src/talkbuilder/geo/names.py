"""Names of places that plain talk may use: of countries, states and cities; read without their outlines."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_TABLES = {"countries.tsv": 2, "states.tsv": 1, "cities.tsv": 0}  # and in which column each has its names
_STATES = "US-"
_CAPITALS = re.compile(r"(?:[A-Z][\w’-]+)(?: (?:and the |and |of the |of )?[A-Z][\w’-]+)*")

_LONGEST = 6  # words of a name: the Democratic Republic of the Congo


def is_place(name: str) -> bool:
    """Whether a country, a state or a city is called so."""
    return name in _ids()


def land_of(name: str) -> str:
    """The id of the country or state of that name; "" where none is called so."""
    return _ids().get(name, "")


def lands_in(text: str) -> Iterator[tuple[str, str]]:
    """The countries and states that a text names, with their ids."""
    for run in _CAPITALS.finditer(text):
        words = [word.removesuffix("’s") for word in run[0].split()]
        # The longest first, for 'In North Dakota' begins a sentence, and 'New York City' goes on behind the state.
        taken: set[int] = set()
        for length in range(min(len(words), _LONGEST), 0, -1):
            for first in range(len(words) - length + 1):
                name, places = " ".join(words[first : first + length]), range(first, first + length)
                if taken.isdisjoint(places) and (id := land_of(name)):
                    taken.update(places)
                    yield name, id


def towns_in(text: str) -> Iterator[tuple[str, int]]:
    """The cities that a text names, each with its place."""
    for run in _CAPITALS.finditer(text):
        words = run[0].removesuffix("’s").split()
        names = (" ".join(words[first:]) for first in range(len(words)))  # 'Around Almaty' begins a sentence
        if name := next((one for one in names if is_place(one) and not land_of(one)), ""):
            yield name, run.start() + run[0].index(name)


@cache
def lands() -> dict[str, str]:
    """The names of countries and states by their ids."""
    found: dict[str, str] = {}
    for table in ("states.tsv", "countries.tsv"):
        for line in Path(__file__).with_name(table).read_text("utf-8").splitlines():
            columns = line.split("\t")
            id = columns[0] if table == "countries.tsv" else _STATES + columns[0]
            found[id] = columns[_TABLES[table]].partition(",")[0]
    return found


@cache
def _ids() -> dict[str, str]:
    """The ids of countries and states by their names; of cities "", for the same name may be anywhere."""
    ids: dict[str, str] = {}
    for table in ("cities.tsv", "states.tsv", "countries.tsv"):
        for line in Path(__file__).with_name(table).read_text("utf-8").splitlines():
            columns = line.split("\t")
            name = columns[_TABLES[table]].partition(",")[0]
            ids[name] = {"cities.tsv": "", "states.tsv": _STATES + columns[0]}.get(table, columns[0])
    return ids
