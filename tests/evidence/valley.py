"""A post of our own writing, with four voices and every trap, and what is found of an entry that points into it."""

from collections.abc import Mapping

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library

POST = (
    "I walked through the valley for 3 ½ weeks in the summer of 2011.\u00a0 The old mill – the tallest house "
    "for miles – has not turned since the flood. “Nobody mends what nobody needs,” a neighbour called "
    "over the wall… and I believed her.\n\n"
    "The miller wrote to me afterwards:\n\n"
    "“We don`t grind any more. The river is the ninth longest in the country, and it only carries about "
    "16 million barrels a year. I’ve heard that our bridge is ranked 10th or 13th in the county for "
    "accidents. Perhaps the road will be mended next year.\n\n"
    "My brother has never sold his land, and he will not sell it now. He would sell the meadow, without "
    "the mill, to anybody who asks.”\n\n"
    "The county office prints a list every spring.\n\n"
    "Inspectors counted 88 leaks in 2010, a significant increase from 49 leaks in 2009. They closed 35 "
    "wells in 2010, compared with 48 wells in 2009. Twenty-seven families moved away. The office "
    "received $ 70,000 for repairs; this was a decrease from the $84,000 that it received in 2009. At "
    "least 191 letters and over one thousand signatures reached it. In 2010, it repaired 82 pipes, "
    "including 13 pipes of lead, compared with 59 pipes, including 12 pipes of lead, repaired in 2009. "
    "It fined three owners in 2010, the same number as in 2009. A third of the valley is forest. "
    "Supposedly, the dam is fifth on a list of old dams.\n\n"
    "A shepherd told me that her flock had lost seven lambs. I think that wolves took them. The lake is "
    "almost dry, and the ice may have cracked the wall. The footbridge was closed in spring. The "
    "footbridge was closed in autumn. She knows all about the three passes, and she said that all that "
    "the villages may have. The inn has 1,000 windows [a joke of the host]. It stands at 609.281 metres. "
    "Two of the four springs ran dry in May 2011.\n"
)
PEOPLE = """
walker: {credit: A walker, role: author}
neighbour: {credit: A neighbour, role: critic}
miller: {credit: A miller, role: critic}
office: {credit: The county office, role: source}
shepherd: {credit: A shepherd, role: critic}
"""
VOICES = """
  - {who: neighbour, from: Nobody mends, to: nobody needs}
  - {who: miller, from: We don't grind, to: to anybody who asks.}
  - {who: office, from: Inspectors counted, to: list of old dams.}
"""
POSTS = f"valley:\n  title: The valley\n  date: 2012-04\n  voices:{VOICES}"


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
