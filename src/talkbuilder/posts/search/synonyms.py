"""Words that mean the same to somebody who searches: American and British spelling, and plain synonyms.

The table below is small and of everyday words. Authors add rows of their own in assets/synonyms.yaml, each a word and
those that mean the same, as `shelter: [refuge, safe house]`; what they write there goes both ways.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from talkbuilder.claims.texts import stem
from talkbuilder.diagnostics import Refused, Report, Source
from talkbuilder.source.characters import text_of
from talkbuilder.source.nodes import Mapping as Keys
from talkbuilder.source.nodes import Node, Scalar, Sequence, kind_of
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.project import Project
from talkbuilder.source.reader import Reader

FILE = "assets/synonyms.yaml"
_MOST = 24  # others of one word: a row of hundreds is a list of something else

# Each row is words of which anyone may be searched for and anyone may stand in a text; only forms that word stems do
# not bring together: spend and spent, child and children.
_ROWS = """
    not, no, never, refused, failed, unable
    spend, spent, money, funding, dollars, USD
    pay, paid, funded
    give, gave, given, donate, raise, contribute
    help, assist, aid, support
    say, said, says, tell, told
    think, thought, believe
    teach, taught, teacher
    child, children, kids, minors
    man, men
    woman, women
    film, video, movie
    doctor, medical, medicine, health
    prison, jail, imprisonment
    sentence, penalty, punishment
    longest, maximum, highest, up to
    size, big, large, largest, land mass
    population, inhabitants, people live, people living
    talk, presentation, speech, lecture
    newspaper, press, articles
    crop, harvest
    farm, agriculture, farming
    cow, cattle
    job, work, employment
    wages, pay, salary
    foreign, abroad, overseas
    sent home, repatriated, repatriation
    came from, come from, origins
    with, together, jointly
    police, officers
    court, judges, trial
    free, freedom
    fear, afraid
    rank, ranked, place
    shelter, refuge, centre
    organization, NGO, society, charity
    church, congregation
    school, university, college
    travel, move, moved
    leave, left
    go, went
    die, died, death
    law, statute, legal
    passport, documents
    building site, construction site
    begin, began, start
    buy, bought
    sell, sold, sale
"""

# British and American spelling, with what stands before and behind: both ways. A form that no one writes finds nothing.
_BRITISH = (
    (r"\w{3,}", "our", "or", "(?:s|ed|ing|ers?|hoods?|able|ful|less|ite)?"),
    (r"\w{2,}", "tre", "ter", "[sd]?"),
    (r"\w{3,}", "is", "iz", "(?:es?|ed|ers?|ing|ation|ations|ational)"),
    (r"\w{2,}", "ys", "yz", "(?:es?|ed|ers?|ing)"),
    (r"\w+[aeiou]", "ll", "l", "(?:ed|ing|ers?|ors?)"),
    ("def|off|lic|pret", "ence", "ense", "s?"),
    ("program", "me", "", "[sd]?"),
    ("pl", "ough", "ow", "(?:s|ed|ing)?"),
    ("gr", "ey", "ay", "s?"),
)
_SPELLINGS = tuple(
    (re.compile(f"({before}){one}({behind})"), rf"\1{other}\2")
    for before, british, american, behind in _BRITISH
    for one, other in ((british, american), (american, british))
)


class Synonyms(Struct, frozen=True):
    """What else each word may be called, by its stem."""

    others: Mapping[str, tuple[str, ...]]

    def of(self, word: str) -> tuple[str, ...]:
        """The other ways to write a word, then the other words for it; never the word itself."""
        low = word.casefold()
        found = (*_spelled(low), *self.others.get(_key(low), ()))
        return tuple(one for one in dict.fromkeys(found) if one != low)[:_MOST]


def _spelled(word: str) -> Iterator[str]:
    for pattern, other in _SPELLINGS:
        if found := pattern.fullmatch(word):
            yield found.expand(other)


def _key(words: str) -> str:
    """What all forms of a word share."""
    return " ".join(stem(word) for word in words.split())


def _joined(rows: Iterable[tuple[str, ...]]) -> Synonyms:
    others: dict[str, list[str]] = {}
    for row in rows:
        for word in row:
            others.setdefault(_key(word), []).extend(one for one in row if one != word)
    return Synonyms({word: tuple(dict.fromkeys(found)) for word, found in others.items()})


_OWN = [tuple(word.strip().casefold() for word in row.split(",")) for row in _ROWS.strip().splitlines()]
PLAIN = _joined(_OWN)


def read_synonyms(project: Project, report: Report) -> Synonyms:
    """Our table with an author's rows, if there are any; what is wrong in them is reported and passed over."""
    try:
        text = text_of(project.read(FILE) or b"", FILE)
    except Refused as refused:
        report(refused.diagnostic)
        return PLAIN
    node = None if is_blank(text) else parse(Source(FILE, text), report)
    rows = tuple(_written(node, Reader(report))) if node else ()
    return _joined((*rows, *_OWN)) if rows else PLAIN


def _written(node: Node, reader: Reader) -> Iterator[tuple[str, ...]]:
    if not isinstance(node, Keys):
        hint = "write a word and what means the same, as 'shelter: [refuge, safe house]'"
        reader.fault("E004", f"synonyms must be keys, found {kind_of(node)}", node.span, hint)
        return
    for key, value in node.entries:
        if isinstance(value, Sequence) and all(isinstance(one, Scalar) for one in value.items):
            said = (one.value for one in value.items if isinstance(one, Scalar))
            yield tuple(" ".join(one.casefold().split()) for one in (key.value, *said) if one.strip())
        else:
            hint = f"write '{key.value}: [another word, …]'"
            reader.fault("E004", f"'{key.value}' must have a list of words", value.span, hint)
