"""One difference between a statement and its passage, and the code of each kind that is refused."""

from msgspec import Struct

OWN_WORDS = 0.8  # the share of a statement's words from which on it is told in the words of its source
_CODES = {
    "negation": "E106",
    "hedge": "E107",
    "hearsay": "E107",
    "attribution": "E107",
    "rough": "E107",
    "figure": "E108",
    "unit": "E108",
    "thing": "E121",
    "rank": "E127",
    "year": "E109",
    "year of another": "E109",
    "direction": "E110",
    "quantity": "E124",
    "intent": "E123",
}


class Difference(Struct, frozen=True):
    """One thing in which a statement differs from its passage.

    `start` and `end` are offsets into the statement, or into the passage where `is_theirs`. With `may_refuse` it is
    refused where the statement is otherwise in the passage's own words; without, it is only asked about.
    """

    kind: str
    words: str
    start: int
    end: int
    is_theirs: bool
    message: str
    hint: str
    question: str = ""
    may_refuse: bool = True

    @property
    def code(self) -> str:
        """The code of a difference that is refused; conditions are only asked about."""
        return _CODES.get(self.kind, "")
