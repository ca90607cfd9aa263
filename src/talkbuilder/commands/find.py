"""`talkbuilder find`: what the posts and the library hold on some words, and quotations made of it."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, WRONG_USE, has_colour, remark, wrong
from talkbuilder.commands.folder import add_folder, root_of

if TYPE_CHECKING:
    from talkbuilder.evidence.library import Library
    from talkbuilder.posts.search.find import Search
    from talkbuilder.posts.search.index import Index
    from talkbuilder.posts.search.new_quote import Proposal
    from talkbuilder.posts.search.posts import Card

NAME = "find"
HELP = "search posts and library"
DESCRIPTION = (
    "Searches the library and the imported posts, best first: passages with all of the words, or else with some. "
    "Words in quote marks are a phrase."
)
_MOST = 5
_IMPORT = "'talkbuilder import FILE' imports a blog export"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for, in any form: clothes, clothing")
    parser.add_argument(
        "--new-quote",
        action="store_true",
        help="print the best passage as an entry for quotes.yaml; four or more words that stand in a post are taken"
        " just so",
    )
    parser.add_argument("--pick", type=_count, default=1, metavar="N", help="with --new-quote: the Nth passage")
    help = f"how many entries and passages are shown of each (default: {_MOST})"
    parser.add_argument("--most", type=_count, default=_MOST, metavar="N", help=help)
    add_folder(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how it is printed (default: text)")


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 1 to 1000")
    return int(text)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.posts.search.full_text import has_full_text

    if not has_full_text():
        hint = "install Python from python.org, or 'sqlite' with FTS5 from where your Python comes from"
        return wrong("this Python has no full-text search: its SQLite lacks FTS5", hint)
    from talkbuilder.diagnostics import Report
    from talkbuilder.posts.search.find import Search
    from talkbuilder.posts.search.posts import cards
    from talkbuilder.posts.search.terms import readings
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    root = root_of(options)
    if root is None:
        return WRONG_USE
    if not readings(tuple(options.words)):
        return wrong("there is no word to look for", "name a word, such as: talkbuilder find shelter")
    project, report = DiskProject(root), Report()
    library = read_library(project, report, ("people", "facts", "quotes", "actions"))
    if report.failed:
        remark("what is faulty in the library is not searched; 'talkbuilder check' lists it")
    search = Search(root / "assets" / "posts")

    def read_cards() -> "Mapping[str, Card]":
        return cards(read_library(project, Report(), ("posts",)).posts)

    posts = search.posts(root / "assets" / "posts.yaml", read_cards, _say)
    task = _new_quote if options.new_quote else _find
    if posts is None:
        return task(options, search, None, library, read_cards)
    with posts as opened:
        return task(options, search, opened, library, read_cards)


def _say(count: int) -> None:
    if count >= 1000:  # fewer are read before anybody wonders
        remark(f"reading {count:,} new or changed posts; the next search will not have to")


def _find(
    options: argparse.Namespace,
    search: "Search",
    posts: "Index | None",
    library: "Library",
    cards: "Callable[[], Mapping[str, Card]]",
) -> int:
    from talkbuilder.posts.search.find import find
    from talkbuilder.posts.search.posts import Card
    from talkbuilder.posts.search.showing import as_object, as_text

    known = {} if posts else cards()
    words = tuple(options.words)
    found = find(search, posts, library, words, options.most, posts.card if posts else lambda id: known.get(id, Card()))
    if posts is None:
        remark(f"no posts are imported yet, only the library is searched; {_IMPORT}")
    if options.format == "json":
        _print_json(as_object(found, library))
        return FINE
    if found.query is None:
        print(f"nothing is found of {_told(words)}")
        return FINE
    if found.query.begins:
        remark("nothing has these words; this has words that begin so")
    elif not found.query.all:
        remark("nothing has all of these words; this has some of them")
    print(as_text(found, library, _width(), has_colour(sys.stdout)))
    return FINE


def _new_quote(
    options: argparse.Namespace,
    search: "Search",
    posts: "Index | None",
    library: "Library",
    cards: "Callable[[], Mapping[str, Card]]",
) -> int:
    from talkbuilder.posts.search.new_quote import propose
    from talkbuilder.posts.search.showing import passage_object

    if posts is None:
        remark(f"no posts are imported yet; {_IMPORT}")
        return FAULTS
    proposals = propose(search, posts, library, tuple(options.words))
    if not proposals:
        remark(f"no post has {_told(tuple(options.words))}")
        return FAULTS
    if options.pick > len(proposals):
        return wrong(f"there is no passage {options.pick}", f"--pick takes 1 to {len(proposals)}")
    chosen = proposals[options.pick - 1]
    if options.format == "json":
        objects = [passage_object(one.passage, library) | {"id": one.id, "yaml": one.yaml} for one in proposals]
        _print_json({"chosen": objects.pop(options.pick - 1), "others": objects})
        return FINE
    print(chosen.yaml, end="")
    _tell(chosen, proposals, library)
    return FINE


def _tell(chosen: "Proposal", proposals: "list[Proposal]", library: "Library") -> None:
    """What to know of an entry before it is used; aside, so that the entry alone can be sent into a file."""
    from talkbuilder.posts.search.showing import place

    if chosen.held_by:
        remark(f"the library has these words already: '{chosen.held_by}'")
    if chosen.translated:
        remark(f"other words of this speaker in this post have 'translated: {chosen.translated}'; so may these")
    if not chosen.speaker:
        remark("assets/people.yaml has no one person of the role 'author': fill in the speaker")
    if not chosen.passage.card.title:
        remark(f"'{chosen.passage.post}' is not in assets/posts.yaml yet")
    if chosen.is_part:
        remark("it is a part of a sentence: make sure that the rest does not change what it says")
    if chosen.names:
        remark(f"it names {', '.join(chosen.names)}: make sure that it gives nobody away who could be hurt")
    others = [(number, one) for number, one in enumerate(proposals, start=1) if one is not chosen]
    if others:
        remark("the words stand elsewhere too; --pick N takes another:")
    for number, one in others[:_MOST]:
        text = " ".join(one.passage.text.split())
        short = text if len(text) <= 80 else text[:79].rstrip() + "…"
        remark(f"  {number}  {one.passage.post}, {place(one.passage, library)}: {short}")


def _told(words: tuple[str, ...]) -> str:
    from talkbuilder.posts.search.terms import typed
    from talkbuilder.source.nodes import shorten

    return f"'{shorten(typed(words), 60)}'"


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=1))


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
