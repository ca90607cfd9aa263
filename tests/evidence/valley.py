"""A post of our own writing, with four voices and every trap, and what is found of an entry that points into it."""

from collections.abc import Mapping

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.stages.read import read_library
from tests import folders
from tests.memory import MemoryProject

_FILES = folders.files("valley")
POST, PEOPLE, POSTS = (_FILES[f"assets/{path}"] for path in ("posts/valley.txt", "people.yaml", "sources.yaml"))
VOICES = POSTS.partition("voices:")[2]


def library(facts: str = "", quotes: str = "", **changed: str | None) -> Library:
    """A library of these entries; `changed` replaces a file, or leaves it out."""
    files: dict[str, str | None] = {
        "assets/facts.yaml": facts,
        "assets/quotes.yaml": quotes,
        "assets/people.yaml": PEOPLE,
        "assets/sources.yaml": POSTS,
        "assets/posts/valley.txt": POST,
    }
    files |= {f"assets/{name.replace('__', '/').replace('_', '.')}": text for name, text in changed.items()}
    report = Report()
    read = read_library(MemoryProject({path: text for path, text in files.items() if text is not None}), report)
    assert report.diagnostics == ()
    return read


def quote(text: str, speaker: str = "walker") -> str:
    """A quotation as it stands in quotes.yaml; the text in single quotes, for its backslashes and colons."""
    return "a-quote:\n  text: '{}'\n  speaker: {}\n  post: valley\n".format(text.replace("'", "''"), speaker)


def fact(id: str = "a-fact", **keys: object) -> str:
    """A fact as it stands in facts.yaml, with what every fact must have."""
    entry: dict[str, object] = {"says": "It is so", "source": "office", "kind": "primary", "post": "valley"}
    entry |= {"precision": "exact"} | keys
    return f"{id}:\n" + "".join(f"  {key}: {_scalar(value)}\n" for key, value in entry.items() if value is not None)


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_scalar(one) for one in value)}]"
    return "'{}'".format(value.replace("'", "''")) if isinstance(value, str) else str(value)


def found(facts: str = "", quotes: str = "", **changed: str | None) -> tuple[Diagnostic, ...]:
    return tuple(prove(library(facts, quotes, **changed)).diagnostics)


def codes(facts: str = "", quotes: str = "", **changed: str | None) -> list[str]:
    return [one.code for one in found(facts, quotes, **changed)]


def judged(post: str, text: str, others: Mapping[str, str] | None = None) -> Verdict:
    """The verdict on a quotation of the walker, of a post that is only this; `others` are more posts of the library."""
    posts = {"valley": post, **(others or {})}
    titles = "".join(f"{id}: {{title: 'The {id}, by and by', date: 2012-04}}\n" for id in posts)
    texts = {f"posts__{id}_txt": words for id, words in posts.items()}
    (verdict,) = prove(library("", quote(text), sources_yaml=titles, **texts)).verdicts
    return verdict
