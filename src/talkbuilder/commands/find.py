"""`talkbuilder find`: what the posts and the library hold on some words, and quotations made of it."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from talkbuilder.commands.console import count, has_colour, note, print_faults, print_json
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.posts.search.filling import Kind
    from talkbuilder.posts.search.find import Passage, Search
    from talkbuilder.posts.search.index import Index
    from talkbuilder.posts.search.new_quote import Proposal
    from talkbuilder.posts.search.posts import Card
    from talkbuilder.posts.search.synonyms import Synonyms
    from talkbuilder.source.project import DiskProject

DESCRIPTION = (
    "Searches the library and the imported posts, best first: passages with all of the words, or else with some. "
    "Words in quote marks are a phrase."
)
_Entry = TypeVar("_Entry")
_Make = Callable[["Search", "Index", "Library", tuple[str, ...], "Synonyms"], list[_Entry]]
_MOST = 5
_FEW = 5  # words around one of several passages that are alike
_LEAST_LETTERS = 4  # of a word that another one may be near to
_IMPORT = "'talkbuilder import FILE' imports a blog export"


class Options(Struct, frozen=True):
    words: tuple[str, ...]
    new_quote: bool
    new_fact: bool
    adds: bool
    told: tuple[str, ...]
    pick: int  # 0 where nobody says it
    most: int
    folder: Folder
    format: Format

    @property
    def at(self) -> int:
        """Which passage is meant, counted from 0."""
        return max(0, self.pick - 1)

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "what to look for, in any form: clothes, clothing"
        parser.add_argument("words", nargs="+", metavar="WORDS", help=help)
        help = "print the best passage as an entry for quotes.yaml; four or more words that stand in a post are taken"
        made = parser.add_mutually_exclusive_group()
        made.add_argument("--new-quote", action="store_true", help=f"{help} just so")
        help = "print the best passage as an entry for facts.yaml, with its figure, unit, year, kind and pointer"
        made.add_argument("--new-fact", action="store_true", help=help)
        help = "write it into assets/facts.yaml or quotes.yaml once it is checked; asks for what only a person knows"
        parser.add_argument("--add", action="store_true", dest="adds", help=help)
        help = "with --add: what would be asked, as measure='wells that held water'; may be given several times"
        parser.add_argument("--set", action="append", default=[], dest="told", metavar="KEY=VALUE", help=help)
        help = "with --new-quote, --new-fact or --add: the Nth passage"
        parser.add_argument("--pick", type=_count, default=0, metavar="N", help=help)
        help = f"how many entries and passages are shown of each (default: {_MOST})"
        parser.add_argument("--most", type=_count, default=_MOST, metavar="N", help=help)
        Folder.add(parser)
        add_format(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 1 to 1000")
    return int(text)


class _Sought(Struct, frozen=True):
    """What is searched, and for what."""

    options: Options
    search: "Search"
    posts: "Index | None"
    library: "Library"
    cards: "Callable[[], Mapping[str, Card]]"
    synonyms: "Synonyms"

    def entries(self, make: "_Make[_Entry]") -> "list[_Entry]":
        """The entries that the words may mean, one of which was asked for; none (and a note) where there is none.

        Raises WrongUse.
        """
        words, pick = self.options.words, self.options.pick
        if self.posts is None:
            note(f"no posts are imported yet; {_IMPORT}")
            return []
        found = make(self.search, self.posts, self.library, words, self.synonyms)
        if not found:
            note(f"no post has {_quoted(words)}")
            return []
        if pick > len(found):
            raise WrongUse(f"there is no passage {pick}", f"--pick takes 1 to {len(found)}")
        return found


def run(options: Options) -> int:
    from talkbuilder.posts.search.full_text import has_full_text

    if not has_full_text():
        hint = "install Python from python.org, or 'sqlite' with FTS5 from where your Python comes from"
        raise WrongUse("this Python has no full-text search: its SQLite lacks FTS5", hint)
    from talkbuilder.diagnostics import Report
    from talkbuilder.posts.search.find import Search
    from talkbuilder.posts.search.posts import cards
    from talkbuilder.posts.search.terms import readings
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    root = root_of(options.folder)
    if options.told and not options.adds:
        raise WrongUse("--set says what --add writes", "add --add")
    if not readings(options.words):
        raise WrongUse("there is no word to look for", "name a word, such as: talkbuilder find shelter")
    project, report = DiskProject(root), Report()
    library = read_library(project, report, ("people", "facts", "quotes", "actions"))
    if report.failed:
        note("what is faulty in the library is not searched; 'talkbuilder check' lists it")
    synonyms = _synonyms(project)
    search = Search(root / "assets" / "posts")

    def read_cards() -> "Mapping[str, Card]":
        return cards(read_library(project, Report(), ("sources",)))

    assets = root / "assets"
    index_files = (assets / "sources.yaml", assets / "posts.yaml", assets / "posts" / "index.json")
    posts = search.posts(index_files, read_cards, _note_reading)
    task = _add if options.adds else _new_quote if options.new_quote else _new_fact if options.new_fact else _find
    if posts is None:
        return task(_Sought(options, search, None, library, read_cards, synonyms))
    with posts as opened:
        return task(_Sought(options, search, opened, library, read_cards, synonyms))


def _synonyms(project: "DiskProject") -> "Synonyms":
    """Our synonyms and the author's own; what is wrong with those is told, and the rest is used."""
    from talkbuilder.diagnostics import Report
    from talkbuilder.posts.search.synonyms import read_synonyms

    report = Report()
    synonyms = read_synonyms(project, report)
    print_faults(report.diagnostics, "text")
    return synonyms


def _note_reading(count: int) -> None:
    if count >= 1000:  # fewer are read before anybody wonders
        note(f"reading {count:,} new or changed posts; the next search will not have to")


def _find(sought: _Sought) -> int:
    from talkbuilder.posts.search.find import find
    from talkbuilder.posts.search.posts import Card
    from talkbuilder.posts.search.showing import as_object, as_text

    options, posts, library = sought.options, sought.posts, sought.library
    known = {} if posts else sought.cards()
    card = posts.card if posts else lambda id: known.get(id, Card())
    found = find(sought.search, posts, library, options.words, options.most, card, sought.synonyms)
    if posts is None:
        note(f"no posts are imported yet, only the library is searched; {_IMPORT}")
    if options.format == "json":
        _print_json(as_object(found, library))
        return FINE
    if found.query is None:
        print(f"nothing is found of {_quoted(options.words)}")
        _note_searched(options.words, library, found.posts)
        return FINE
    if found.query.begins:
        note("nothing has these words; this has words that begin so")
    elif not found.query.all:
        note("nothing has all of these words; this has some of them")
    print(as_text(found, library, _width(), has_colour(sys.stdout)))
    if library.protected():
        _note_protected(library, as_text(found, library, _width(), False))
    return FINE


def _note_searched(words: tuple[str, ...], library: "Library", posts: int) -> None:
    """Where nothing was found, and the word there that is nearest to what was typed."""
    from talkbuilder.diagnostics import near
    from talkbuilder.posts.search.entries import entries_of
    from talkbuilder.posts.search.terms import folded

    entries = entries_of(library)
    known = dict.fromkeys(word for one in entries for word in folded(one.text) if len(word) >= _LEAST_LETTERS)
    hints = (near(word, known) for word in folded(" ".join(words)) if len(word) >= _LEAST_LETTERS)
    hint = next((hint for hint in hints if hint.startswith("did you mean")), "")  # or else it lists all words
    places = f"{len(entries):,} entries of the library and {count(posts, 'post')}"
    note(f"searched: {places}; {hint or 'try fewer or other words, or import a source that tells of it'}")


def _add(sought: _Sought) -> int:
    from talkbuilder.commands.adding import add_entry, kind_asked, values_of
    from talkbuilder.posts.search.new_quote import propose

    options = sought.options
    told = values_of(options.told)
    found = sought.entries(propose)
    if not found:
        return FAULTS
    alike = [one for one in found if one.passage.text == found[0].passage.text]
    if len(alike) > 1 and not options.pick:
        listed = "; ".join(f"--pick {found.index(one) + 1}: {_around(one.passage, sought)}" for one in alike)
        raise WrongUse(f"this stands in {len(alike)} places, and may be said by different people", listed)
    passage = found[options.at].passage
    if missed := _missed(sought, passage):
        nearest = " ".join(passage.text.split())
        raise WrongUse(
            missed, f"nearest is, in {passage.post}: “{nearest}”; type words that stand together in a source"
        )
    kind: Kind = "fact" if options.new_fact else "quote" if options.new_quote else kind_asked()
    return add_entry(root_of(options.folder), kind, passage, told, options.format == "json")


def _new_quote(sought: _Sought) -> int:
    from talkbuilder.posts.search.new_quote import propose
    from talkbuilder.posts.search.showing import passage_object

    options, library = sought.options, sought.library
    proposals = sought.entries(propose)
    if not proposals:
        return FAULTS
    chosen = proposals[options.at]
    if options.format == "json":
        objects = [passage_object(one.passage, library) | {"id": one.id, "yaml": one.yaml} for one in proposals]
        _print_json({"chosen": objects.pop(options.at), "others": objects})
        return FINE
    print(chosen.yaml, end="")
    if missed := _missed(sought, chosen.passage):
        note(f"{missed}: this is nearest")
    _note_cautions(chosen, proposals, library, sought.search)
    return FINE


def _new_fact(sought: _Sought) -> int:
    from talkbuilder.posts.search.new_fact import draft
    from talkbuilder.posts.search.showing import passage_object

    options, library = sought.options, sought.library
    drafts = sought.entries(draft)
    if not drafts:
        return FAULTS
    chosen = drafts[options.at]
    if options.format == "json":
        told = {"id": chosen.id, "yaml": chosen.yaml, "todo": chosen.todo, "faults": chosen.faults}
        _print_json({"chosen": passage_object(chosen.passage, library) | told, "others": len(drafts) - 1})
        return FINE
    print(chosen.yaml, end="")
    if missed := _missed(sought, chosen.passage):
        note(f"{missed}: this is nearest")
    _note_protected(library, chosen.yaml)
    if chosen.held_by:
        note(f"the library has these words already: '{chosen.held_by}'")
    _note_wanted(chosen.wanted, chosen.passage.post)
    for line in (*(f"TODO: {todo}" for todo in chosen.todo), *(f"not proved yet: {one}" for one in chosen.faults)):
        note(line)
    if len(drafts) > 1:
        note(f"the words stand elsewhere too; --pick 2 to {len(drafts)} takes another")
    return FINE


def _around(passage: "Passage", sought: _Sought) -> str:
    """A passage between the words before and behind it, and in which source."""
    text = sought.search.spoken(passage.post, passage.card).text
    before, behind = text[: passage.start].split()[-_FEW:], text[passage.end :].split()[:_FEW]
    return f"“{' '.join((*before, '[…]', *behind))}”, in {passage.post}"


def _missed(sought: _Sought, passage: "Passage") -> str:
    """What to tell where a passage has not what was typed, and is only the nearest to it."""
    from talkbuilder.posts.search.matching import holds

    words = sought.options.words
    has_all = holds(passage.text, words, sought.synonyms)
    return "" if has_all else f"{_quoted(words)} is not in any source, or of more than one speaker there"


def _note_cautions(chosen: "Proposal", proposals: "list[Proposal]", library: "Library", search: "Search") -> None:
    """What to know of an entry before it is used; aside, so that the entry alone can be sent into a file."""
    from talkbuilder.posts.search.new_quote import unproved
    from talkbuilder.posts.search.showing import place

    _note_protected(library, chosen.passage.text)
    if chosen.held_by:
        note(f"the library has these words already: '{chosen.held_by}'")
    if chosen.translated:
        note(f"other words of this speaker in this post have 'translated: {chosen.translated}'; so may these")
    if not chosen.passage.card.title:
        note(f"'{chosen.passage.post}' is not in assets/sources.yaml yet")
    _note_wanted(chosen.passage.wanted, chosen.passage.post)
    if not chosen.passage.wanted and not chosen.fields["speaker"]:
        author = chosen.passage.card.author(library)
        own = f"'speaker: {author}'" if author else "the author's id"
        rest = "if they are another's, 'find --add' writes down whose"
        note(f"say whose words these are: write {own} if they are the author's own; {rest}")
    for fault in unproved(chosen, library, search):
        note(f"not proved yet: {fault}")
    if chosen.is_part:
        note("it is a part of a sentence: make sure that the rest does not change what it says")
    others = [(number, one) for number, one in enumerate(proposals, start=1) if one is not chosen]
    if others:
        note("the words stand elsewhere too; --pick N takes another:")
    for number, one in others[:_MOST]:
        text = " ".join(one.passage.text.split())
        short = text if len(text) <= 80 else text[:79].rstrip() + "…"
        note(f"  {number}  {one.passage.post}, {place(one.passage, library)}: {short}")


def _note_wanted(line: str, post: str) -> None:
    """That nobody knows whose words these are, and where to say it."""
    if line:
        voices = f"the 'voices' of '{post}' in assets/sources.yaml"
        note(f"nobody tells whose words these are, so nobody is named: add to {voices}, and name them: {line}")


def _note_protected(library: "Library", text: str) -> None:
    """That a name stands there which no deck may hold; which it is, who reads it sees."""
    if not library.protected():
        return
    from talkbuilder.evidence.library.exposed import caution, kept_by

    if told := caution(kept_by(library)[0], text):
        note(told)


def _quoted(words: tuple[str, ...]) -> str:
    from talkbuilder.posts.search.terms import typed
    from talkbuilder.source.nodes import shorten

    return f"'{shorten(typed(words), 60)}'"


def _print_json(value: object) -> None:
    print_json(value)


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
