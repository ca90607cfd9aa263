"""Photos among what `import` is given: asks at a terminal what only a person knows, and tells what is still open."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.console import count
from talkbuilder.commands.keyboard import ask_key, ask_line, is_terminal

if TYPE_CHECKING:
    from talkbuilder.authoring.photos import Described
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.library.protected import Protected


_FEWEST_PX = 960  # across, for a whole slide: half of what a projector has


class Taken(Struct, frozen=True):
    """A photo that was taken in, by the file that it came in: what a slide calls it, and whether that is new."""

    name: str
    id: str
    size_px: tuple[int, int]
    is_new: bool = False
    was_gone: bool = False
    to_say: tuple[str, ...] = ()  # the keys of its entry that nobody has filled in
    credit: str = ""


def take_photo(
    root: Path, name: str, data: bytes, report: "Report", asks: bool, before: Sequence[Taken], names: "Protected"
) -> Taken | None:
    """Puts a photo into a folder; None, once that is reported, where it cannot be used. Raises OSError.

    Those that were taken `before` tell whose it may be; `names` are protected.
    """
    from talkbuilder.authoring.adding import NotAdded
    from talkbuilder.authoring.photos import Described, add_photo, keep_photo, photo_of
    from talkbuilder.diagnostics import Diagnostic
    from talkbuilder.evidence.library.exposed import without_names
    from talkbuilder.layout.pictures import NotAPicture

    is_telling, name = bool(names.hits(name)), without_names(name, names)
    try:
        photo, kept = photo_of(root, name, data, is_telling)
        if photo.is_listed:
            keep_photo(root, photo, kept)
            return Taken(name, photo.id, photo.size_px, was_gone=photo.was_gone)
        told = _asked(name, before[-1].credit if before else "") if asks and is_terminal() else Described()
        add_photo(root, photo, kept, told)
    except NotAPicture as fault:
        report(Diagnostic("E015", f"the picture cannot be used: {fault}", file=name, hint=fault.hint))
        return None
    except NotAdded as refused:
        report(refused.diagnostic)
        return None
    said = {"alt": told.alt, "credit": told.credit, "people": told.shows_nobody}
    to_say = tuple(key for key, value in said.items() if not value)
    return Taken(name, photo.id, photo.size_px, is_new=True, to_say=to_say, credit=told.credit)


def _asked(name: str, usual: str) -> "Described":
    from talkbuilder.authoring.photos import Described
    from talkbuilder.diagnostics.harmless import harmless

    alt = ask_line(harmless(f"{name}: what is there to see, for those who cannot see it?")) or ""
    such = f" [{usual}]" if usual else ", such as 'Photo: a neighbor'?"
    credit = ask_line(f"  whose picture is it, as slides are to print it{such}") or ""
    return Described(alt, credit or usual, ask_key("  can anybody in it be recognized, y or n?", "yn") == "n")


def lines_of(taken: list[Taken]) -> Iterator[str]:
    """What is told of the photos of an import."""
    for one in taken:
        known = "put back; see that it is the one of assets/media.yaml" if one.was_gone else "known"
        how = "new" if one.is_new else known
        yield f"{one.name}: photo, {how}: 'photo: {one.id}' on a slide shows it"
        if one.size_px[0] < _FEWEST_PX:
            size = f"{one.size_px[0]:,} × {one.size_px[1]:,} pixels are too few for a whole slide"
            yield f"  {size}: it must be {_FEWEST_PX:,} across at least, better 1,920; take the one of the camera"
    if to_say := [one for one in taken if one.to_say]:
        keys = [key for key in ("alt", "credit", "people") if any(key in one.to_say for one in to_say)]
        told = " and ".join(f"'{key}:'" for key in keys)
        whose = "it" if len(to_say) == 1 else "them"
        photos = count(len(to_say), "photo")
        yield f"  fill in {told} of {photos} in assets/media.yaml; until then no slide shows {whose}"
