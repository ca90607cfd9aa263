"""Names of places that plain talk may use: of countries, states and cities; read without their outlines."""

from functools import cache
from pathlib import Path

_TABLES = {"countries.tsv": 2, "states.tsv": 1, "cities.tsv": 0}  # and in which column each has its names
_STATES = "US-"


def is_place(name: str) -> bool:
    """Whether a country, a state or a city is called so."""
    return name in _ids()


def land_of(name: str) -> str:
    """The id of the country or state of that name; "" where none is called so."""
    return _ids().get(name, "")


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
