"""Faults of the library that stop no build: those of entries that no talk which is built rests on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Source
from talkbuilder.evidence.library.library import MODELS, Library
from talkbuilder.source.fields import Broken, Id

Entry = tuple[str, str]  # a file of the library by its name in MODELS, and an id in it

_SPOKEN = "C033"  # how a word is said: no talk names one, and the notes of all print it


def set_apart(faults: Iterable[Diagnostic], library: Library, named: Iterable[str]) -> Iterator[Diagnostic]:
    """The faults of a library for talks that name these ids; in entries that they do not rest on, they only warn.

    What stands in no entry stops every talk. So does all of it where a talk rests on an entry that could not be read
    for the sake of another: nobody knows of which.
    """
    found = tuple(faults)
    rests_on = _grounds(library, named)
    places = _places(library)
    owners = [_owner(fault, places) for fault in found]
    unread = {one for one in rests_on if isinstance(getattr(library, one[0]).get(one[1]), Broken)}
    is_known_why = unread <= {*owners}
    for fault, owner in zip(found, owners, strict=True):
        stops = owner is None or fault.code == _SPOKEN or owner in rests_on or not is_known_why
        yield fault if stops else _aside(fault)


def those_beneath(faults: Iterable[Diagnostic], library: Library, named: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Of some faults of a library those of the entries of these ids, and of what they rest on."""
    rests_on, places = _grounds(library, named), _places(library)
    return tuple(fault for fault in faults if _owner(fault, places) in rests_on)


def _aside(fault: Diagnostic) -> Diagnostic:
    if not fault.is_grave:
        return fault
    hint = f"{fault.hint}; " if fault.hint else ""
    return structs.replace(fault, is_elsewhere=True, hint=f"{hint}nothing that is built here rests on it")


def _grounds(library: Library, named: Iterable[str]) -> Set[Entry]:
    """The entries of some names, and all that they rest on in their turn; one name may be that of several."""
    found: set[Entry] = set()
    names = [*named]
    while names:
        name = names.pop()
        for file in MODELS:
            entries: Mapping[str, object] = getattr(library, file)
            if name in entries and (file, name) not in found:
                found.add((file, name))
                names += _ids(entries[name])
    return found


def _ids(value: object) -> Iterator[str]:
    """Every id that an entry holds."""
    match value:
        case Id():
            yield value.value
        case tuple():
            for one in value:
                yield from _ids(one)
        case Struct() if not isinstance(value, Source):
            for key in value.__struct_fields__:
                yield from _ids(getattr(value, key))


def _places(library: Library) -> Mapping[str, list[tuple[int, Entry]]]:
    """Where entries begin, by the file that they stand in."""
    places: dict[str, list[tuple[int, Entry]]] = {}
    for file in MODELS:
        for id, entry in getattr(library, file).items():
            places.setdefault(entry.span.source.name, []).append((entry.span.start, (file, id)))
    return {name: sorted(rows) for name, rows in places.items()}


def _owner(fault: Diagnostic, places: Mapping[str, list[tuple[int, Entry]]]) -> Entry | None:
    """The entry in which a fault stands."""
    if fault.span is None:
        return None
    rows = places.get(fault.span.source.name, [])
    at = bisect_right(rows, fault.span.start, key=lambda row: row[0])
    return rows[at - 1][1] if at else None
