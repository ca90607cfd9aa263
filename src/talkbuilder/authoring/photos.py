"""Photos into a talk folder: the file into assets/images/, without what is hidden in it, and an entry in media.yaml."""

from pathlib import Path, PurePath

from anyascii import anyascii
from msgspec import Struct

from talkbuilder.authoring.adding import bytes_of, entries_of, with_entries, write
from talkbuilder.layout.pictures import prepare
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.ids import as_id, free_id, is_device
from talkbuilder.source.project import ASSETS
from talkbuilder.source.scalars import as_scalar

FILE = f"{ASSETS}/media.yaml"
IMAGES = f"{ASSETS}/images"
_LONGEST_ID = 60


class Described(Struct, frozen=True):
    """What only a person knows of a photo; "" where nobody has said it."""

    alt: str = ""
    credit: str = ""
    shows_nobody: bool = False


class Photo(Struct, frozen=True):
    """A photo of a folder, as a slide names it; whether it is listed already, and whether the file lies there."""

    id: str
    file: str
    is_listed: bool
    is_there: bool
    size_px: tuple[int, int]

    @property
    def was_gone(self) -> bool:
        """Whether its file was deleted, and is put back."""
        return self.is_listed and not self.is_there


def photo_of(root: Path, name: str, data: bytes, is_telling: bool = False) -> tuple[Photo, bytes]:
    """What a photo is or will be called there, and the bytes to keep; one whose name is telling gets another.

    Raises NotAPicture, Refused, OSError.
    """
    kept, ending, *size = prepare(data)
    size_px = size[0], size[1]
    folder, entries = root / IMAGES, entries_of(bytes_of(root, FILE), FILE)
    listed = {str(entry.get("file")): id for id, entry in entries.items()}
    there = {one.name: one for one in sorted(folder.iterdir()) if one.is_file()} if folder.is_dir() else {}
    same = [name for name, path in there.items() if path.read_bytes() in (kept, data)]
    if known := next((name for name in same if name in listed), ""):
        return Photo(listed[known], known, is_listed=True, is_there=True, size_px=size_px), kept
    stem = "" if is_telling else as_id(anyascii(PurePath(name).stem))[:_LONGEST_ID].strip("-")
    stem = stem or "photo"
    stem = f"photo-{stem}" if is_device(stem) else stem
    if (again := f"{stem}.{ending}") in listed and again not in there:  # it was deleted
        return Photo(listed[again], again, is_listed=True, is_there=False, size_px=size_px), kept
    taken = {*entries, *(PurePath(one).stem.lower() for one in there if one not in same)}
    id = free_id(stem, taken)
    return Photo(id, same[0] if same else f"{id}.{ending}", is_listed=False, is_there=bool(same), size_px=size_px), kept


def keep_photo(root: Path, photo: Photo, kept: bytes) -> None:
    """Writes the file of a photo where it is not there. Raises OSError."""
    if not photo.is_there:
        (root / IMAGES).mkdir(parents=True, exist_ok=True)
        write_whole(root / IMAGES / photo.file, kept, root)


def add_photo(root: Path, photo: Photo, kept: bytes, told: Described) -> None:
    """Writes a new photo and its entry, in which stands what is to be said yet. Raises Refused, OSError."""
    lines = (
        f"{photo.id}:",
        f"  file: {as_scalar(photo.file)}",
        f"  alt: {as_scalar(told.alt) if told.alt else ' # what there is to see, for those who cannot see it'}",
        f"  credit: {as_scalar(told.credit) if told.credit else ' # whose picture it is, as slides print it'}",
        "  people: []" if told.shows_nobody else "  # people: [] if nobody can be recognized; else who that is",
        "",
    )
    keep_photo(root, photo, kept)
    write(root, FILE, lambda data: with_entries(data, FILE, "\n".join(lines)))
