"""`talkbuilder import`: blog exports and saved pages into the archive that facts and quotes are proved against."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

import msgspec
from msgspec import Struct, structs

from talkbuilder.authoring.photos import Described, add_photo, keep_photo, photo_of
from talkbuilder.commands.console import count, has_errors, note, print_faults, print_json
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.keyboard import ask_key, ask_line, is_terminal
from talkbuilder.commands.options import Folder, Printing
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Diagnostic, Refused, Report, near
from talkbuilder.diagnostics.harmless import harmless
from talkbuilder.diagnostics.printing import as_objects
from talkbuilder.evidence.library.exposed import without_names
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.evidence.library.sources import CALLED, Kind
from talkbuilder.layout.pictures import NotAPicture
from talkbuilder.posts.archive import Archive, Asking, Told
from talkbuilder.posts.archive.same import slug
from talkbuilder.posts.archive.speaking import Speaker
from talkbuilder.posts.archive.tally import Tally, tell_left_out
from talkbuilder.posts.importers import importer_of, is_picture
from talkbuilder.source.dates import read_date
from talkbuilder.source.ids import ADVICE, as_id, is_id
from talkbuilder.source.nodes import shorten

DESCRIPTION = (
    "Takes in sources: a WordPress, Blogger or Movable Type export, a feed, a saved page, a PDF, a Word file, a text, "
    "photos. New ones are added; nothing that is there changes unless --update says so. Their text stays on this "
    "machine: git ignores it."
)
_MEGABYTE = 1_000_000
_MOST_WHOLE = 5  # findings that are printed each with what to do
_MOST_PASSAGES = 12  # that are listed of a file
_LARGEST = 150  # MB; ten thousand posts of 1,500 words fill 100
_FEWEST_PX = 960  # across, for a whole slide: half of what a projector has


class Options(Struct, frozen=True):
    files: tuple[str, ...]
    folder: Folder
    update: bool
    date: str  # "" for none
    kind: str
    by: str
    voices: tuple[str, ...]
    printing: Printing

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "an export (.xml), a feed, a page (.html), a .pdf, .docx, .md or .txt, a photo"
        parser.add_argument("files", nargs="+", metavar="FILE", help=help)
        Folder.add(parser)
        parser.add_argument("--update", action="store_true", help="take the new text of posts that have changed")
        help = "for posts that tell none: 2012, 2012-04, 2012-04-18"
        parser.add_argument("--date", metavar="DATE", default="", help=help)
        kinds = "post, article, report, book, interview, letter or data"
        help = f"what new sources are: {kinds} (default: what such a file usually is)"
        parser.add_argument("--kind", metavar="KIND", default="", help=help)
        help = "whose words new sources hold: an id of assets/people.yaml, or what slides may call them"
        parser.add_argument("--by", metavar="WHO", default="", help=help)
        help = 'who is speaking behind a name in an interview: "Q=interviewer", the last an id of assets/people.yaml'
        parser.add_argument("--voice", action="append", metavar="NAME=ID", default=[], dest="voices", help=help)
        Printing.add(parser)


class Taken(Struct, frozen=True):
    """A photo that was taken in, by the file that it came in: what a slide calls it, and whether that is new."""

    name: str
    id: str
    size_px: tuple[int, int]
    is_new: bool = False
    was_gone: bool = False
    to_say: tuple[str, ...] = ()  # the keys of its entry that nobody has filled in
    credit: str = ""


def run(options: Options) -> int:
    day, why = _date_of(options.date) if options.date else ("", "")
    if why:
        raise WrongUse(f"'{options.date}' is no date that a source can have", why)
    options = structs.replace(options, date=day)
    if options.kind and options.kind not in CALLED:
        raise WrongUse(f"'{options.kind}' is no kind of source", near(options.kind, CALLED))
    if options.by and not is_id(options.by) and not slug(options.by):
        hint = "write what slides may call them, as --by 'The town office', or an id of assets/people.yaml"
        raise WrongUse(f"'{options.by}' names nobody", hint)
    _voices(options)
    if missing := [file for file in options.files if not Path(file).is_file()]:
        raise _missing(missing[0], options.files)
    return _import(root_of(options.folder), options)


def _date_of(told: str) -> tuple[str, str]:
    """The date of a source as authors write it, and why it is none: one of the two is ""."""
    found, why = read_date(told)
    if found > date.today().isoformat()[: len(found)]:
        return "", "it is still to come: write when this was published, or first said"
    return found, why


def _voices(options: Options) -> dict[str, str]:
    """Who is speaking behind which name. Raises WrongUse."""
    found = {}
    for told in options.voices:
        name, _, who = (part.strip() for part in told.rpartition("="))
        if not name:
            raise WrongUse(
                f"'{told}' names nobody", 'write --voice "Q=interviewer": the name in the file, then who that is'
            )
        if not is_id(who):
            raise WrongUse(f"'{who}' is no id", f'write --voice "{name}={as_id(who) or "a-farmer"}"; {ADVICE}')
        found[name] = who
    return found


def _missing(file: str, files: tuple[str, ...]) -> WrongUse:
    """What to raise for what cannot be imported, for it is no file."""
    at = files.index(file)
    for end in range(at + 2, len(files) + 1):
        if Path(whole := " ".join(files[at:end])).is_file():
            return WrongUse(f"there is no file '{file}'", f'a name with blanks needs quote marks: "{whole}"')
    if file.lower().startswith(("http://", "https://", "www.")):
        hint = "open it in a browser, save the page (Ctrl+S, as HTML), and import that file"
        return WrongUse("pages are not fetched from the web", hint)
    if file.lower().startswith("file:"):
        return WrongUse(f"there is no file '{file}'", "leave 'file://' out: name it as it lies in its folder")
    if Path(file).is_dir():
        endings = sorted({one.suffix for one in Path(file).iterdir() if one.is_file() and one.suffix}) or [".html"]
        such = " ".join(Path(file, f"*{ending}").as_posix() for ending in endings[:_MOST_PASSAGES])
        return WrongUse(f"'{file}' is a folder", f"name the files in it, as {such}")
    hint = near(Path(file).name, [one.name for one in Path(file).parent.glob("*")])
    hint = hint if "did you mean" in hint else "compare the name letter by letter, and the folder it lies in"
    return WrongUse(f"there is no file '{file}'", hint)


def _import(root: Path, options: Options) -> int:
    tallies: list[Tally] = []
    photos: list[Taken] = []
    found: list[Diagnostic] = []
    archive = Archive(root)
    for file in dict.fromkeys(options.files):
        report = Report()
        try:
            taken = _take_in(Path(file), root, archive, report, options, photos)
        except KeyboardInterrupt:  # the files before it are taken in
            _print(found, tallies, photos, options.printing)
            if kept := ", ".join([*(one.name for one in tallies), *(one.name for one in photos)]):
                note(f"what was taken in stays: {kept}; import the others again")
            raise
        if isinstance(taken, Taken):
            photos.append(taken)
        elif taken:
            tallies.append(taken)
        found += report.diagnostics
    status = _print(found, tallies, photos, options.printing)
    if any(one.hidden for one in tallies) and (telling := archive.telling()):
        note(f"the titles of {_some(telling)} hold what is protected now: 'talkbuilder protect --sources' takes it out")
    return status


def _take_in(
    path: Path, root: Path, archive: Archive, report: Report, options: Options, photos: list[Taken]
) -> Tally | Taken | None:
    """Imports one file; None, once that is reported, where it is not to be had."""
    if (size := path.stat().st_size) > _LARGEST * _MEGABYTE:
        megabytes = -(-size // _MEGABYTE)
        message = f"{megabytes:,} MB is more than the {_LARGEST} MB that are read"
        hint = "export one year at a time, and import all the files"
        report(Diagnostic("I003", message, file=path.name, hint=hint))
        return None
    data = path.read_bytes()
    is_asking = options.printing.format == "text"
    if is_picture(data):
        return _take_photo(root, path.name, data, report, is_asking, photos, archive.protected)
    importer = importer_of(data, path.name, report)
    if importer is None:
        return None
    asks = is_terminal() and is_asking
    told = Told(
        date=options.date,
        kind=cast(Kind | None, options.kind or None),
        by=options.by,
        voices=_voices(options),
        ask=Asking(_ask_title, _ask_date, _ask_who, _ask_by, _ask_own) if asks else None,
    )
    return archive.take_in(path.name, data, importer, report, options.update, told)


def _ask_who(speaker: Speaker, taken: Mapping[str, str]) -> str:
    """Asks who somebody is; "" where that is left open. Two names, of one that is `taken` too, may be one person's."""
    print(harmless(f"'{speaker.name}' has {count(speaker.lines, 'line')}: “{shorten(speaker.said, 60)}”"))
    hint = "an id of assets/people.yaml, or what slides may call them, such as 'A farmer'"
    while answer := ask_line(f"  who is that? {hint}; Enter for nobody you name:"):
        other = taken.get(slug(answer))
        if not other or ask_key(harmless(f"  '{other}' is {answer} already: the same person, y or n?"), "yn") == "y":
            return answer
    return ""


def _ask_title(name: str) -> str:
    """Asks for the title of a file that tells none but its name; "" where that may stay."""
    return ask_line(harmless(f"'{name}' tells no title; which is it? Enter for the name of the file:")) or ""


def _ask_date(title: str, likely: str) -> str:
    """Asks of when something is, which may be `likely`; "" where that is left open."""
    print(harmless(f"'{title}' tells no date"))
    such = f" [{likely}]" if likely else "?"
    while told := ask_line(f"  of when is it, as precise as you know: 2012, 2012-04 or 2012-04-18{such}") or likely:
        day, why = _date_of(told)
        if day:
            return day
        print(harmless(f"  '{told}': {why}"))
    return ""


def _ask_by(title: str) -> str:
    """Asks whose words something holds; "" where that is left open."""
    print(harmless(f"'{title}' does not tell whose words it holds"))
    hint = "an id of assets/people.yaml, or what slides may call them, such as 'The town office'"
    return ask_line(f"  whose? {hint}; Enter to say it later:") or ""


def _ask_own(title: str) -> bool | None:
    """Asks whether a page is of one's own blog; None where nobody answers."""
    print(harmless(f"'{title}' does not tell whose page it is"))
    return {"y": True, "n": False}.get(ask_key("  is it a post of your own blog, y or n?", "yn"))


def _print(found: list[Diagnostic], tallies: list[Tally], photos: list[Taken], printing: Printing) -> int:
    if printing.format == "json":
        told = {"files": tallies, "photos": photos, "diagnostics": as_objects(found)}
        print_json(msgspec.to_builtins(told))
    else:
        print_faults(found, printing.format, every=printing.every or len(found) <= _MOST_WHOLE)
        out = sys.stdout if printing.format == "text" else sys.stderr
        for tally in tallies:
            print("\n".join(_lines(tally, printing.every)), file=out)
        for line in _photo_lines(photos):
            print(harmless(line), file=out)
    return FAULTS if has_errors(found, printing.strict) else FINE


def _lines(tally: Tally, every: bool) -> list[str]:
    """What was found in a file, in a few lines; all of it if `every`."""
    most = len(tally.speakers) + len(tally.nobodys) if every else _MOST_PASSAGES
    numbers = f"{tally.new:,} new, {tally.known:,} known, {tally.changed:,} changed"
    thing = CALLED[next(iter(tally.kinds))] if len(tally.kinds) == 1 else "source"
    lines = [f"{tally.name}: {tally.format}, {count(tally.posts, thing)}, {count(tally.words, 'word')}: {numbers}"]
    missing = (
        (tally.undated, thing, "without a date"),
        (tally.cut_short, thing, "cut short"),
        (tally.lost_links, "lost link", ""),
        (tally.pictures, "lost picture", ""),
        (tally.unbalanced, "paragraph", "with unpaired quote marks"),
    )
    if told := [f"{count(number, thing)} {rest}".strip() for number, thing, rest in missing if number]:
        lines.append(f"  {', '.join(told)}")
    if tally.left_out:
        lines.append(f"  left out: {tell_left_out(tally)}")
    further = (*_by_whom(tally), *_unchanged(tally), *_protected(tally))
    more = (*_who_speaks(tally, most), *further, *_whose(tally, most))
    return [harmless(line) for line in (*lines, *more)]


def _who_speaks(tally: Tally, most: int) -> Iterator[str]:
    """Whom an interview was found to be of, and who was added to people.yaml for it."""
    if not tally.speakers:
        return
    yield "  it is read as an interview, by the names before its lines:"
    shown = tally.speakers[:most]
    for one in shown:
        where = f" in {one.post}" if tally.posts > 1 else ""
        yield f"    '{one.name}', {count(one.lines, 'line')}{where}: {one.who or 'nobody is named'}"
    if more := len(tally.speakers) - len(shown):
        yield f"    … and {more:,} more; --all lists each"
    if new := list(dict.fromkeys(one.who for one in tally.speakers if one.is_new)):
        if tally.undated:
            yield "  they are listed, and can be cited, once you tell the date"
        else:
            yield f"  new in assets/people.yaml, unnamed and protected until you say there who that is: {_some(new)}"
    for id, other in tally.renamed.items():
        yield f"  '{id}' holds a word of such a name, and ids stand in files: '{other}' stands in its place"
    if tally.hidden:
        listed = ", ".join(f"'{one}'" for one in tally.hidden)
        yield f"  protected from now on, kept as hashes: {listed}; no slide and no note may hold it"
        yield "  if one is no name of a person, 'talkbuilder protect --free NAME' takes it off the list"
    if tally.roles:
        listed = ", ".join(f"'{one}'" for one in dict.fromkeys(tally.roles))
        yield f"  taken for what somebody is, and not protected: {listed}; if one is a name, 'talkbuilder protect' it"
    for id, line in tally.unlisted.items():
        yield f"  write at '{id}' in assets/sources.yaml, until when nobody new is quoted from it: {line}"


def _by_whom(tally: Tally) -> Iterator[str]:
    """The new sources that nobody's words are in yet, and those whose words it is not sure that they hold."""
    for id, day in tally.titled.items():
        yield f"  '{id}' is of {day}, as its title says"
    for id in tally.guessed:
        yield f"  '{id}' is taken for a post of your own blog: if it is another's, say so in assets/sources.yaml, with"
        yield "  'kind: article' and in 'by:' whose words it holds (or import such pages with --kind article --by NAME)"
    for id, kind in tally.nobodys_sources.items():
        called = CALLED[cast(Kind, kind)]
        listed = f"listed as {'an' if called[0] in 'aeiou' else 'a'} {called}"
        yield f"  '{id}' is {listed}: say in assets/sources.yaml whose words it holds ('by:'), or change its 'kind:'"

    for id, one in tally.guests.items():
        new = ", who is new in assets/people.yaml, unnamed and protected until you say there who that is"
        yield f"  '{id}' is by '{one.name}', and not by the blog's author: listed as of '{one.who}'{new * one.is_new}"
    for id, called in tally.publishers.items():
        yield f"  '{id}', whose words it holds, is new in assets/people.yaml, where slides call them {called}"


def _unchanged(tally: Tally) -> Iterator[str]:
    """The sources that are listed otherwise than the options say, which hold for new ones alone."""
    for option, key in {"kind": "kind", "by": "by", "date": "date", "voice": "speakers"}.items():
        if ids := [id for id, options in tally.unchanged.items() if option in options]:
            yield f"  --{option} says only what new sources are; mend '{key}:' in assets/sources.yaml of: {_some(ids)}"


def _protected(tally: Tally) -> Iterator[str]:
    """The sources that hold protected names, which they may; no deck may."""
    if tally.untitled:
        held = f"{count(len(tally.untitled), 'title')} left out of assets/sources.yaml"
        yield f"  {held}, for names or details that are protected: {_some(tally.untitled)}"
    if names := [*tally.protected]:
        held = f"{count(len(names), 'source')} {'holds' if len(names) == 1 else 'hold'} names or details"
        yield f"  {held} that are protected, and that no deck may hold: {_some(names)}"


def _some(names: list[str]) -> str:
    return ", ".join(names[:_MOST_PASSAGES]) + (", …" if len(names) > _MOST_PASSAGES else "")


def _whose(tally: Tally, most: int) -> Iterator[str]:
    """The passages that are nobody's, each with the line that says whose they are."""
    if not tally.nobodys:
        return
    passages = count(len(tally.nobodys), "passage")
    until = "cannot be cited until 'voices' in assets/sources.yaml says whose"
    yield f"  {passages} may not be the author's, and {until}:"
    for one in tally.nobodys[:most]:
        yield f"  {one.post}, {one.place}"
        yield f"    {one.why.replace('around them', 'around it').replace('they stand', 'it stands')}: {one.line}"
    if (more := len(tally.nobodys) - most) > 0:
        yield f"  … and {more:,} more; --all lists each"


def _take_photo(
    root: Path, name: str, data: bytes, report: Report, asks: bool, before: Sequence[Taken], names: Protected
) -> Taken | None:
    """Puts a photo into a folder; None, once that is reported, where it cannot be used. Raises OSError.

    Those that were taken `before` tell whose it may be; `names` are protected.
    """
    is_telling, name = bool(names.hits(name)), without_names(name, names)
    try:
        photo, kept = photo_of(root, name, data, is_telling)
        if photo.is_listed:
            keep_photo(root, photo, kept)
            return Taken(name, photo.id, photo.size_px, was_gone=photo.was_gone)
        told = _photo_asked(name, before[-1].credit if before else "") if asks and is_terminal() else Described()
        add_photo(root, photo, kept, told)
    except NotAPicture as fault:
        report(Diagnostic("E015", f"the picture cannot be used: {fault}", file=name, hint=fault.hint))
        return None
    except Refused as refused:
        report(refused.diagnostic)
        return None
    said = {"alt": told.alt, "credit": told.credit, "people": told.shows_nobody}
    to_say = tuple(key for key, value in said.items() if not value)
    return Taken(name, photo.id, photo.size_px, is_new=True, to_say=to_say, credit=told.credit)


def _photo_asked(name: str, usual: str) -> Described:
    alt = ask_line(harmless(f"{name}: what is there to see, for those who cannot see it?")) or ""
    such = f" [{usual}]" if usual else ", such as 'Photo: a neighbor'?"
    credit = ask_line(f"  whose picture is it, as slides are to print it{such}") or ""
    return Described(alt, credit or usual, ask_key("  can anybody in it be recognized, y or n?", "yn") == "n")


def _photo_lines(taken: list[Taken]) -> Iterator[str]:
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
