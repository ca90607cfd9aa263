"""Files to Outline and Library: finds them, decodes them, and reads them into their models."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, structs

from talkbuilder.claims.normal import normalise
from talkbuilder.diagnostics import Diagnostic, Refused, Report, Source, also, near
from talkbuilder.evidence.library.derived import derive
from talkbuilder.evidence.library.library import DAMAGED_INDEX, MODELS, PRIVATE, PROTECTED, Library, Unread
from talkbuilder.evidence.library.reviews import REVIEWS, Review, last_of
from talkbuilder.evidence.library.sources import Source as Entry
from talkbuilder.evidence.library.sources import Stretch, Voice
from talkbuilder.evidence.proof.lock import LOCK
from talkbuilder.kinds import WRITTEN
from talkbuilder.source.characters import text_of
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Broken, Text, Written, fields_of
from talkbuilder.source.ids import is_device
from talkbuilder.source.nodes import Mapping, Node, Scalar, kind_of
from talkbuilder.source.nodes import Sequence as Items
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.source.parse import is_blank, parse, parse_entries
from talkbuilder.source.project import ASSETS, Project
from talkbuilder.source.reader import Reader, first_line
from talkbuilder.source.slips import COMMON_KINDS, equated, kind_meant

TALKS = "talks"
POSTS = "assets/posts"
POSTS_FILE = "posts.yaml"  # what sources.yaml was called once
# Files of talks/ that are no outlines.
EVENTS = "events"
NO_TALKS = frozenset({EVENTS})
REHEARSALS = ".rehearsals"  # what the names of files end in that keep the times of a talk
_DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".pptx")
_TEXTS = (".yaml", ".md")
_RESTORE = "restore it from version control; the program itself writes it"
_MODEL = TypeVar("_MODEL", bound=Written)
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")  # with which such files begin

_NO_TALK = (
    "if it is written as an outline ('talk: …'), save it as plain text (.txt, UTF-8) named {file}; "
    "else 'talkbuilder new NAME' begins one, and 'talkbuilder import' takes in what a talk rests on"
)


def talk_names(project: Project) -> tuple[str, ...]:
    stems = (PurePosixPath(name).stem for name in project.names(TALKS, ".yaml"))
    return tuple(stem for stem in stems if stem not in NO_TALKS and not stem.endswith(REHEARSALS))


def misnamed(project: Project) -> Iterator[Diagnostic]:
    """Files that were meant to be read and are not, for the ending of their names."""
    for folder in (TALKS, ASSETS):
        for file in project.names(folder, ""):
            if file.endswith((".yml", ".yaml.txt", ".yml.txt")):
                stem = file.split(".", 1)[0]
                hint = f"rename it to '{stem}.yaml' (Windows hides '.txt' unless told otherwise)"
                yield Diagnostic("R011", "this file is not read, for its ending", file=f"{folder}/{file}", hint=hint)


def read_outline(project: Project, name: str, report: Report) -> Outline | None:
    """The outline of a talk; None where nothing can be built on it. Reports all its faults."""
    path = f"{TALKS}/{name}.yaml"
    if is_device(name):
        hint = f"rename the file to '{name}-1.yaml' or the like"
        report(Diagnostic("E010", f"'{name}' is a device on Windows", file=path, hint=hint))
        return None

    def missing() -> Diagnostic:
        file = "" if PurePosixPath(name).suffix else path
        return Diagnostic("R001", f"no talk '{name}'", file=file, hint=_nearest_talk(project, name))

    source = _source(project, path, report, missing)
    if source is None:
        return None
    node = parse(source, report)
    if node is None:
        return None
    if isinstance(node, Scalar) or (isinstance(node, Items) and all(isinstance(one, Scalar) for one in node.items)):
        hint = (
            "a talk is written as an outline of keys and values: 'talkbuilder new my-talk' writes one, into which "
            "these words go as 'title:', 'bullets:' and 'notes:'"
        )
        report(Diagnostic("E004", "this is plain text, and no outline of a talk", node.span, hint))
        return None

    def sought(file: str, words: str) -> Iterator[str]:
        entries = _entries(project, file, PurePosixPath(file).stem, Report())
        return _having(words, entries if isinstance(entries, dict) else {})

    read = Reader(report, {Slide: _slide}, sought).model(node, Outline)
    return read if isinstance(read, Outline) else None


def _having(words: str, entries: dict[str, object]) -> Iterator[str]:
    """The entries one of whose texts has some words, by their ids."""
    wanted = normalise(words).text.lower().strip(" .\"'")
    for id, one in entries.items():
        texts = (getattr(one, name, None) for name in getattr(one, "__struct_fields__", ()))
        if any(isinstance(text, Text) and wanted in normalise(text.value).text.lower() for text in texts):
            yield id


def _slide(reader: Reader, node: Node) -> Slide | Broken:
    """A slide, of the kind whose key it carries."""
    if not isinstance(node, Mapping):
        hint = "begin with 'title:' and one of " + ", ".join(f"'{name}:'" for name in WRITTEN)
        return reader.fault("E004", f"a slide must have keys, found {kind_of(node)}", node.span, equated(node) or hint)
    contents = [key for key, _ in node.entries if key.value in WRITTEN]
    if not contents:
        return _without_kind(reader, node)
    kind, extras = _kind_of(contents)
    for extra in extras:
        hint = "a slide has one kind of content; make two slides of it"
        reader.fault("E007", f"'{extra.value}' beside '{kind.value}'", extra.span, hint)
    model = WRITTEN[kind.value].model
    assert model is not None
    rest = tuple(entry for entry in node.entries if entry[0] not in extras)
    return reader.model(Mapping(rest, node.span), model)


def _kind_of(contents: Sequence[Scalar]) -> tuple[Scalar, tuple[Scalar, ...]]:
    """Of keys that name kinds, the one that is the slide's: that beside which most of them may stand; and the rest."""

    def strangers(key: Scalar) -> tuple[Scalar, ...]:
        model = WRITTEN[key.value].model
        return tuple(
            one for one in contents if one is not key and one.value not in getattr(model, "__struct_fields__", ())
        )

    kind = min(contents, key=lambda key: len(strangers(key)))
    return kind, strangers(kind)


def _without_kind(reader: Reader, node: Mapping) -> Broken:
    """Says what a slide lacks; a key that nearly names a kind is most likely the one that was meant."""
    common = {field for field in Slide.__struct_fields__ if field != "span"}
    strange: list[Scalar] = [key for key, _ in node.entries if key.value not in common]
    for key in strange:
        hint = kind_meant(key.value, (*WRITTEN, *common))
        if len(strange) == 1 or hint not in (f"did you mean '{one}'?" for one in common):
            return reader.fault("E006", f"unknown kind of slide '{key.value}'", key.span, hint)
        reader.fault("E002", f"unknown key '{key.value}'", key.span, hint)
    first = node.entries[0][0].span if node.entries else node.span
    others = (name for name in WRITTEN if name not in COMMON_KINDS)
    hint = "add one of " + ", ".join(f"'{name}:'" for name in (*COMMON_KINDS, *others))
    return reader.fault("E006", "the slide has no content", first, hint)


def read_source(project: Project, name: str, report: Report) -> Source | None:
    """The text of a talk's outline, whatever it holds; None (and a diagnostic) where it cannot be read."""
    return _source(project, f"{TALKS}/{name}.yaml", report)


def _nearest_talk(project: Project, name: str) -> str:
    for file in project.names(TALKS, ""):
        if file.startswith(f"{name}.") and file.lower().endswith(_DOCUMENTS):
            return f"'{file}' is no plain text: {_NO_TALK.format(file=f'{name}.yaml')}"
        if file.startswith(f"{name}.") and file != f"{name}.yaml":
            return f"rename '{file}' to '{name}.yaml'"  # .yml, or the .txt that Notepad adds unseen
    if PurePosixPath(name).suffix:
        return f"talks are texts that end in .yaml; 'talkbuilder import {name}' takes in what a talk rests on"
    return also(near(name, talk_names(project)), "'talkbuilder new NAME' begins a talk")


def read_library(project: Project, report: Report, fields: Iterable[str] = tuple(MODELS)) -> Library:
    """The whole library, or some files of it; a file that is not there holds nothing. Reports all its faults."""
    entries: dict[str, Any] = {}
    for field in fields:
        read = _entries(project, f"{ASSETS}/{field}.yaml", field, report)
        if field == "sources":
            read = _joined(read, _entries(project, f"{ASSETS}/{POSTS_FILE}", field, report), report)
            read = _complete(read, project, report)
        if read is not None:
            entries[field] = derive(read, report) if field == "facts" and not isinstance(read, Unread) else read
    there, files = project.names(ASSETS, ".yaml"), {f"{ASSETS}/{field}.yaml" for field in entries}
    return Library(
        **entries,
        today=project.today,
        missing=frozenset(field for field in fields if f"{field}.yaml" not in there and field not in entries),
        image_names=lambda: project.names(f"{ASSETS}/images", ""),
        drawing_names=lambda: tuple(name.removesuffix(".svg") for name in project.names(f"{ASSETS}/drawings", ".svg")),
        images=cache(lambda name: project.read(f"{ASSETS}/images/{name}")),
        drawings=cache(lambda name: _bytes(project, f"{ASSETS}/drawings/{name}.svg", report)),
        printed=cache(lambda path: _bytes(project, path, report)),
        themes=cache(lambda name: _source(project, f"{ASSETS}/themes/{name}.yaml", report)),
        theme_names=lambda: tuple(name.removesuffix(".yaml") for name in project.names(f"{ASSETS}/themes", ".yaml")),
        templates=lambda name: read_mapping(project, name, report),
        texts=cache(lambda post: read_text(project, f"{POSTS}/{post}.txt", report)),
        others=cache(
            lambda: texts_of(project, [one for one in _committed(project) if one.endswith(_TEXTS) and one not in files])
        ),
        committed=cache(lambda: tuple(_committed(project))),
        lock=cache(lambda: project.read(LOCK)),
        lands=_lands,
        protected=cache(lambda: _protected(project, report)),
        reviews=cache(lambda: last_of(read_reviews(project, report))),
        imported=cache(lambda: read_imported(project, POSTS, report)),
        stretches=read_stretches(project, POSTS),
    )


def _committed(project: Project) -> Iterator[str]:
    """All files of a talk folder that are not its own alone, as texts of posts are; but for the talks."""
    talks = {f"{TALKS}/{name}.yaml" for name in talk_names(project)}
    for folder in (ASSETS, TALKS):
        yield from (one for one in project.below(folder) if one not in talks and not one.startswith(f"{POSTS}/"))


def texts_of(project: Project, paths: Iterable[str]) -> tuple[Source, ...]:
    """Files as far as they are texts; what else is wrong with one, who reads it tells."""
    return tuple(one for path in paths if (one := _source(project, path, Report())))


def _entries(project: Project, file: str, field: str, report: Report) -> Any:
    """The entries of a file by id; Unread where nothing of it can be read, None where it holds none."""
    own = Report()
    source = _source(project, file, own)
    node, broken = parse_entries(source, own) if source and not is_blank(source.text) else (None, None)
    read: Any = None
    if node is not None:
        read = Reader(own).entries(node, MODELS[field])
        if broken:
            id = broken.source.text[broken.start : broken.end]
            read[id] = Broken(broken, id)
    elif own.failed:
        read = Unread(file)
    for fault in own.diagnostics:
        report(fault)
    return read


def _joined(sources: Any, posts: Any, report: Report) -> Any:
    """All sources: those of posts.yaml, where posts were listed when there was no other kind, are read as well."""
    if sources is None or posts is None or isinstance(sources, Unread) or isinstance(posts, Unread):
        return posts if sources is None or isinstance(posts, Unread) else sources
    hint = f"leave it in one of them; the entries of 'assets/{POSTS_FILE}' can be moved"
    for id in sorted(sources.keys() & posts.keys()):
        report(Diagnostic("R008", f"'{id}' stands in assets/sources.yaml too", posts[id].span, hint))
    return posts | sources


def _complete(sources: Any, project: Project, report: Report) -> Any:
    """Sources with their titles, which stay with the texts where a mark stands for them; none without a title, or with
    a voice that is nowhere."""
    if sources is None or isinstance(sources, Unread):
        return sources
    entries = dict(sources)
    titles = cache(lambda: _index(project, POSTS, Report()) or {})
    for id, one in sources.items():
        if not isinstance(one, Entry):
            continue
        lacking = [] if one.title.value or one.known_by else [("title", one.span)]
        lacking += [("from", own.span) for own in one.voices if not own.at and not own.from_]
        lacking += [("to", own.span) for own in one.voices if not own.at and not own.to]
        for name, span in lacking:
            hint = f"add '{name}:' ({ {one.name: one.doc for one in fields_of(Entry) + fields_of(Voice)}[name] })"
            report(Diagnostic("E003", f"'{name}' is missing", first_line(span), hint))
        if lacking:
            entries[id] = Broken(one.span, id)
        elif not one.title.value and (known := titles().get(id)) and known.title:
            entries[id] = structs.replace(one, title=Text(known.title, one.span))
    return entries


def _protected(project: Project, report: Report) -> dict[str, bytes]:
    found = {file: _bytes(project, file, report) for file in (PROTECTED, PRIVATE)}
    return {file: data for file, data in found.items() if data}


def _lands() -> "dict[str, str]":
    from talkbuilder.geo.gazetteer import lands  # which talks without a place need not read

    return lands()


def read_mapping(project: Project, template: str, report: Report) -> Source | None:
    """What an author says of a template, by its name without the ending; None where nothing is said."""
    return _source(project, f"{ASSETS}/templates/{template}.yaml", report)


def read_list(source: Source | None, thing: str, model: type[_MODEL], report: Report) -> Iterator[_MODEL]:
    """The items of a file that the program itself adds to, but those that (reported) cannot be read."""
    node = None if source is None or is_blank(source.text) else parse(source, report)
    if node is not None and not isinstance(node, Items):
        report(Diagnostic("E004", f"expected a list of {thing}, found {kind_of(node)}", node.span, _RESTORE))
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(read := Reader(report).model(item, model), model):
            yield read


def read_reviews(project: Project, report: Report) -> tuple[Review, ...]:
    """All lines of assets/reviews.yaml, but those that (reported) cannot be read."""
    found = []
    for one in read_list(_source(project, REVIEWS, report), "reviews", Review, report):
        subjects = (one.fact, one.quote, one.slide)
        if sum(it is not None for it in subjects) == 1 and (one.slide is None) == (one.title is None):
            found.append(one)
        else:
            message = "a review is of one fact, of one quotation, or of one slide with its title"
            report(Diagnostic("E003", message, one.span, _RESTORE))
    return tuple(found)


class _Imported(Struct, frozen=True):
    sha256: str
    title: str = ""
    stretches: tuple[Stretch, ...] = ()


class _Index(Struct, frozen=True):
    posts: dict[str, _Imported]


def read_imported(project: Project, folder: str, report: Report) -> dict[str, str]:
    """The hash of each post's text, as its import wrote it down beside the texts."""
    if (posts := _index(project, folder, report)) is None:
        # So that whoever proves tells of it, too: that may be another process.
        return {DAMAGED_INDEX: f"{folder}/index.json".removeprefix("/")}
    return {id: post.sha256 for id, post in posts.items()}


def read_stretches(project: Project, folder: str) -> Callable[[str], tuple[Stretch, ...]]:
    """Who is speaking where in each source, as its import wrote it down beside the texts."""
    read = cache(lambda: _index(project, folder, Report()) or {})
    return lambda id: post.stretches if (post := read().get(id)) else ()


def _index(project: Project, folder: str, report: Report) -> dict[str, _Imported] | None:
    """What imports wrote down of posts; None where that is damaged."""
    path = f"{folder}/index.json".removeprefix("/")
    data = _bytes(project, path, report)
    try:
        return msgspec.json.decode(data, type=_Index).posts if data else {}
    except (msgspec.MsgspecError, UnicodeDecodeError):
        report(Diagnostic("R002", DAMAGED_INDEX, file=path, hint="delete it, and import your files again"))
        return None


def read_events(project: Project, report: Report, wanted: str | None = None) -> dict[str, Event | Broken]:
    """The events by id, Broken where anything is wrong with one: half a booking would be built for the wrong people.

    None of them where there is no file. Reports all faults, or those of the one that is wanted.
    """
    source = _source(project, f"{TALKS}/{EVENTS}.yaml", report)
    parsed = Report()
    node = None if source is None or is_blank(source.text) else parse(source, parsed)
    events: dict[str, Event | Broken] = {}
    if node is not None and not isinstance(node, Mapping):
        Reader(report).entries(node, Event)
    entries, repeats = (node.entries, node.repeats) if isinstance(node, Mapping) else ((), ())
    faults = {key.value: Report() for key, _ in entries}
    for fault in parsed.diagnostics:
        faults.get(_event_at(fault, (*entries, *repeats)), report)(fault)
    known = talk_names(project)
    for key, value in entries:
        own = faults[key.value]
        event = Reader(own).entry(key, value, Event)
        if isinstance(event, Event) and event.talk.value not in known:
            own(Diagnostic("E001", f"no talk '{event.talk.value}'", event.talk.span, near(event.talk.value, known)))
        events[key.value] = Broken(key.span, key.value) if own.failed else event
    for id, own in faults.items():
        if wanted not in faults or id == wanted:
            for fault in own.diagnostics:
                report(fault)
    return events


def _event_at(fault: Diagnostic, entries: Sequence[tuple[Scalar, Node]]) -> str:
    """The event in which a fault of the YAML stands; "" for none."""
    at = fault.span.start if fault.span else -1
    around = (key for key, value in entries if key.span.start <= at < max(key.span.end, value.span.end))
    return next((key.value for key in around), "")


def read_text(project: Project, path: str, report: Report) -> str | None:
    """The text of a post, in its own characters; None where it is not here, or (reported) cannot be read."""
    data = _bytes(project, path, report)
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        hint = "import the post again; its text is kept as UTF-8"
        report(Diagnostic("R002", "it is not UTF-8 text", file=path, hint=hint))
    return None


def _bytes(
    project: Project, path: str, report: Report, missing: Callable[[], Diagnostic] | None = None
) -> bytes | None:
    """What a file holds; None where it cannot be read, or is not there (reported only if `missing` tells how)."""
    try:
        data = project.read(path)
    except OSError as fault:
        why = "you may not read this file" if isinstance(fault, PermissionError) else fault.strerror or str(fault)
        is_folder = isinstance(fault, IsADirectoryError)
        hint = "rename that, and put the file there" if is_folder else "see who may read the file, and its size"
        report(Diagnostic("R002", f"cannot be read: {why}", file=path, hint=hint))
        return None
    if data is None and missing:
        report(missing())
    return data


def _source(
    project: Project, path: str, report: Report, missing: Callable[[], Diagnostic] | None = None
) -> Source | None:
    """The text of a file, in one form of line ends; None as with _bytes, or (reported) where it is no text."""
    data = _bytes(project, path, report, missing)
    if data is None:
        return None
    if data.startswith(_PACKED):
        hint = "open it in the program that made it, and save it as plain text (.txt, UTF-8) under this name"
        if path.startswith(f"{TALKS}/"):
            hint = _NO_TALK.format(file=PurePosixPath(path).name)
        message = "this is a document of Word or another program, and no plain text"
        report(Diagnostic("R002", message, file=path, hint=hint))
        return None
    try:
        return Source(path, text_of(data, path))
    except Refused as refused:
        report(refused.diagnostic)
        return None
