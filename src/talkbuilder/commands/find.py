"""`talkbuilder find`: what the posts and the library hold on some words, and quotations made of it."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.commands.adding import add_entry, kind_asked, note_protected, show_entry, values_of
from talkbuilder.commands.console import count, has_colour, note, print_faults, print_json
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.keyboard import ask_line, is_terminal
from talkbuilder.commands.options import Folder, Format, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.evidence.library.exposed import kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.posts.search.entries import entries_of
from talkbuilder.posts.search.filling import Kind
from talkbuilder.posts.search.find import Passage, find, meant
from talkbuilder.posts.search.index import NAMES, Index, opened
from talkbuilder.posts.search.posts import Card, cards, read_post
from talkbuilder.posts.search.showing import as_object, as_text
from talkbuilder.posts.search.synonyms import Synonyms, read_synonyms
from talkbuilder.posts.search.terms import arguments_of, folded, has_full_text, holds, readings, typed
from talkbuilder.source.nodes import shorten
from talkbuilder.source.project import Project
from talkbuilder.stages.read import POSTS, read_library

DESCRIPTION = (
    "Searches the library and the imported posts, best first: passages with all of the words, or else with some. "
    "Words in quote marks are a phrase."
)
_MOST = 5
_FEW = 5  # words around one of several passages that are alike
_LIKE = 0.75  # of two words
_LEAST_LETTERS = 4  # of a word that another one may be near to
_IMPORT = "'talkbuilder import FILE' imports a blog export"


class Options(Struct, frozen=True):
    words: tuple[str, ...]
    kind: Kind | None  # of the entry to be made
    adds: bool
    told: tuple[str, ...]
    pick: int  # 0 where nobody says it
    most: int
    folder: Folder
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "what to look for, in any form: clothes, clothing"
        parser.add_argument("words", nargs="+", metavar="WORDS", help=help)
        help = "print the best passage as an entry for quotes.yaml; four or more words that stand in a post are taken"
        made = parser.add_mutually_exclusive_group()
        made.add_argument("--new-quote", action="store_const", dest="kind", const="quote", help=f"{help} just so")
        help = "print the best passage as an entry for facts.yaml, with its figure, unit, year, kind and pointer"
        made.add_argument("--new-fact", action="store_const", dest="kind", const="fact", help=help)
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
    root: Path
    options: Options
    posts: Index | None
    library: Library
    cards: Callable[[], Mapping[str, Card]]
    synonyms: Synonyms

    def passages(self) -> list[Passage]:
        """Those that the words may mean, one of which was asked for; none (and a note) where there is none.

        Raises WrongUse.
        """
        words, pick = self.options.words, self.options.pick
        if self.posts is None:
            note(f"no posts are imported yet; {_IMPORT}")
            return []
        found = meant(self.posts, words, self.synonyms)
        if not found:
            texts = (
                read_post(self.root / POSTS, one.stem) for one in (self.root / POSTS).glob("*.txt") if one.name != NAMES
            )
            likely = _near(words, texts)
            if not likely or kept_by(self.library)[0].hits(likely):  # no message tells a protected name
                likely = "try fewer or other words, and 'talkbuilder find' with them"
            note(f"no post has {_quoted(words)}; {likely}")
        elif pick > len(found):
            raise WrongUse(f"there is no passage {pick}", f"--pick takes 1 to {len(found)}")
        return found


def run(options: Options) -> int:
    if not has_full_text():
        hint = "install Python from python.org, or 'sqlite' with FTS5 from where your Python comes from"
        raise WrongUse("this Python has no full-text search: its SQLite lacks FTS5", hint)
    root = root_of(options.folder)
    if options.told and not options.adds:
        raise WrongUse("--set says what --add writes", "add --add")
    if not readings(options.words):
        raise WrongUse("there is no word to look for", "name a word, such as: talkbuilder find shelter")
    project, report = Project(root), Report()
    library = read_library(project, report, ("people", "facts", "quotes", "actions"))
    if report.failed:
        note("what is faulty in the library is not searched; 'talkbuilder check' lists it")
    synonyms = _synonyms(project)

    def read_cards() -> Mapping[str, Card]:
        return cards(read_library(project, Report(), ("sources",)))

    posts = opened(root, read_cards, _note_reading)
    task = _make if options.adds or options.kind else _find
    with posts or nullcontext() as index:
        return task(_Sought(root, options, index, library, read_cards, synonyms))


def _synonyms(project: Project) -> Synonyms:
    """Our synonyms and the author's own; what is wrong with those is told, and the rest is used."""
    report = Report()
    synonyms = read_synonyms(project, report)
    print_faults(report.diagnostics, "text")
    return synonyms


def _note_reading(count: int) -> None:
    if count >= 1000:  # fewer are read before anybody wonders
        note(f"reading {count:,} new or changed posts; the next search will not have to")


def _find(sought: _Sought) -> int:
    options, posts, library = sought.options, sought.posts, sought.library
    known = {} if posts else sought.cards()
    card = posts.card if posts else lambda id: known.get(id, Card())
    found = find(posts, library, options.words, options.most, card, sought.synonyms)
    if posts is None:
        note(f"no posts are imported yet, only the library is searched; {_IMPORT}")
    if options.format == "json":
        print_json(as_object(found, library))
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
        note_protected(library, as_text(found, library, _width(), False))
    return FINE


def _note_searched(words: tuple[str, ...], library: Library, posts: int) -> None:
    """Where nothing was found, and the word there that is nearest to what was typed."""
    entries = entries_of(library)
    hint = _near(words, (one.text for one in entries))
    places = f"{len(entries):,} entries of the library and {count(posts, 'post')}"
    note(f"searched: {places}; {hint or 'try fewer or other words, or import a source that tells of it'}")


def _near(words: tuple[str, ...], texts: Iterable[str]) -> str:
    """The hint with the word of some texts that is nearest to what was typed; "" where none is near."""
    known = {word for text in texts for word in folded(text) if len(word) >= _LEAST_LETTERS}
    hints = (near(word, known, _LIKE) for word in folded(" ".join(words)) if len(word) >= _LEAST_LETTERS)
    return next((hint for hint in hints if hint.startswith("did you mean")), "")  # or else it lists all words


def _make(sought: _Sought) -> int:
    """Entries of passages, one after the other as long as somebody at a terminal goes on."""
    options = sought.options
    goes_on = options.adds and is_terminal()
    while True:
        try:
            status = _made(sought)
        except WrongUse as wrong:
            if not goes_on:
                raise
            status = FINE  # it is asked again
            note(f"{wrong}; {wrong.hint}")
        line = ask_line("\nWords to look for next, or Enter to stop:") if goes_on else None
        if not line:
            return status
        again = structs.replace(options, words=arguments_of(line), pick=0, told=())
        sought = structs.replace(sought, options=again)


def _made(sought: _Sought) -> int:
    """An entry of a passage: with --add it is written, else printed."""
    options = sought.options
    told = values_of(options.told)
    if not (found := sought.passages()):
        return FAULTS
    at = max(0, options.pick - 1)
    passage = found[at]
    missed = _missed(sought, passage)
    if not options.adds:
        if missed:
            note(f"{missed}: this is nearest")
        return show_entry(sought.root, options.kind or "fact", found, at, options.format == "json")
    alike = [one for one in found if one.text == found[0].text]
    if len(alike) > 1 and not options.pick:
        listed = "; ".join(f"--pick {found.index(one) + 1}: {_around(one, sought)}" for one in alike)
        raise WrongUse(f"this stands in {len(alike)} places, and may be said by different people", listed)
    if missed:
        nearest = " ".join(passage.text.split())
        raise WrongUse(
            missed, f"nearest is, in {passage.post}: “{nearest}”; type words that stand together in a source"
        )
    return add_entry(sought.root, options.kind or kind_asked(), passage, told, options.format == "json")


def _around(passage: Passage, sought: _Sought) -> str:
    """A passage between the words before and behind it, and in which source."""
    assert sought.posts
    text = sought.posts.spoken(passage.post).text
    before, behind = text[: passage.start].split()[-_FEW:], text[passage.end :].split()[:_FEW]
    return f"“{' '.join((*before, '[…]', *behind))}”, in {passage.post}"


def _missed(sought: _Sought, passage: Passage) -> str:
    """What to tell where a passage has not what was typed, and is only the nearest to it."""
    words = sought.options.words
    has_all = holds(passage.text, words, sought.synonyms)
    return "" if has_all else f"{_quoted(words)} is not in any source, or of more than one speaker there"


def _quoted(words: tuple[str, ...]) -> str:
    return f"'{shorten(typed(words), 60)}'"


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns
