"""Facts: checkable statements in our own words, each with a pointer into the post that holds it."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import NODEFAULT, Meta

from talkbuilder.claims.currencies import currency
from talkbuilder.claims.currencies import written as money
from talkbuilder.claims.figures import scale_of
from talkbuilder.claims.texts import word_set
from talkbuilder.source.fields import Broken, Entry, Field, Flaw, Id, Pages, Text, When
from talkbuilder.source.nodes import Node, Sequence
from talkbuilder.source.reader import Reader

Precision = Literal["exact", "about", "at-least", "at-most", "over", "almost", "rank", "range"]
FactKind = Literal["primary", "secondary", "hearsay", "observation", "opinion", "unsourced"]
_KINDS = (
    "how the one who asserts it knows: primary counted, decided or lived it; secondary has it from a source; hearsay"
    " was told; observation saw it; opinion thinks so; unsourced does not say"
)
Status = Literal["ok", "disputed", "conflict", "retired"]

HEDGES = {"about": "about", "at-least": "at least", "at-most": "at most", "over": "more than", "almost": "almost"}
HEDGE_WORDS = ("about", "at least", "more than", "over", "almost", "nearly", "around", "up to", "fewer than")

_FRESH_YEARS = 2
# What is measured stays so: a repair takes four days. What is counted, paid or a share is so in some year.
_LASTING = frozenset(("time", "months", "length", "weight", "area", "volume", "degrees"))
# How sure it is that a number is just that: "more" is at least that much, "told" is hearsay.
Certainty = Literal["exact", "more", "about", "told"]
_MOST_PASSAGES = 2


class Pointer(Text, frozen=True):
    """Words of a post; `then` are those of a second passage, which stands behind the first."""

    then: Text | None = None

    called: ClassVar[str] = "words of the post, or a list of two passages"
    schema: ClassVar[Mapping[str, Any]] = {
        "anyOf": [
            dict(Text.schema),
            {"type": "array", "items": dict(Text.schema), "minItems": 1, "maxItems": _MOST_PASSAGES},
        ]
    }

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Pointer | Broken":
        """`[first passage, second passage]`; words alone are read as any text is."""
        if not isinstance(node, Sequence) or not 1 <= len(node.items) <= _MOST_PASSAGES:
            hint = "write a few words of the post, or two such passages as a list: ['…', '…']"
            return reader.fault("E004", "'exact' must be a text, or a list of two", node.span, hint)
        passage = Field("exact", "exact", Text, "", NODEFAULT)
        read = [reader.value(item, passage) for item in node.items]
        texts = [one for one in read if isinstance(one, Text)]
        if len(texts) < len(read):
            return Broken(node.span)
        return cls(texts[0].value, texts[0].span, texts[1] if len(texts) > 1 else None)

    @property
    def passages(self) -> tuple[Text, ...]:
        return (self,) if self.then is None else (self, self.then)

    @property
    def plainly(self) -> object:
        return self.value if self.then is None else [one.value for one in self.passages]

    @property
    def told(self) -> str:
        """The passages as a reader sees them."""
        return " … ".join(one.value for one in self.passages)


By = Literal["sum", "difference", "ratio", "percent"]
MOST_PARENTS = 20
_COMPUTED = word_set("""
    value unit precision place as_of as_of_why source kind post exact within status part_of conflicts_with
""")


class Derived(Entry, frozen=True, kw_only=True):
    """An entry of assets/facts.yaml that is computed from others: it has no figure and no post of its own."""

    says: Annotated[Text, Meta(description="the fact in our own words, with the computed figure and its hedges")]
    show: Annotated[
        Text | None, Meta(description="what {id} prints; left out: the computed value and unit, written for a reader")
    ] = None
    from_: Annotated[
        tuple[Id, ...],
        Meta(description="the facts that it is computed from, in this order", min_length=2, max_length=MOST_PARENTS),
    ]
    by: Annotated[
        By, Meta(description="sum; difference: first minus second; ratio, percent: of the first to the second")
    ]
    measure: Annotated[
        Text | None, Meta(description="what the result counts; left out: taken from the facts under `from`")
    ] = None

    @classmethod
    def unknown(cls, key: str) -> Flaw:
        if key in _COMPUTED:
            hint = "leave it out; it comes from the facts under 'from'"
            return Flaw("E130", f"'{key}' is typed in a fact that is computed", hint)
        return super().unknown(key)


class Fact(Entry, frozen=True, kw_only=True):
    """An entry of assets/facts.yaml."""

    says: Annotated[Text, Meta(description="the fact in our own words, with its hedges")]
    show: Annotated[
        Text | None, Meta(description="what {id} prints; left out: value and unit, written for a reader")
    ] = None
    value: Annotated[float | None, Meta(description="the number, in digits without commas")] = None
    unit: Annotated[Text | None, Meta(description="what the number counts: cases, people, USD, %")] = None
    precision: Annotated[Precision, Meta(description="how exact the number is")] = "exact"
    measure: Annotated[Text | None, Meta(description="what is counted; equal measures may be compared")] = None
    place: Annotated[Text | None, Meta(description="the country or state that it holds for, such as KZ or US-MN")] = (
        None
    )
    as_of: Annotated[
        When | None, Meta(description="the year that the figure is for; may be left out where `says` names no year")
    ] = None
    as_of_why: Annotated[
        Text | None, Meta(description="how it is known that the figure is for `as_of`, where the passage does not tell")
    ] = None
    source: Annotated[Id, Meta(description="who asserts it: an id of assets/people.yaml")]
    kind: Annotated[FactKind, Meta(description=_KINDS)]
    post: Annotated[Id, Meta(description="the source that holds it: an id of assets/sources.yaml")]
    page: Annotated[Pages | None, Meta(description="the page of the source on which it stands: 12, 12-14, xii")] = None
    exact: Annotated[
        Pointer, Meta(description="at most 12 words that stand in the source just so, or a list of two such passages")
    ]
    within: Annotated[
        tuple[Text, ...], Meta(description="a few words before and after, where `exact` occurs more than once")
    ] = ()
    status: Annotated[Status, Meta(description="retired facts cannot be used")] = "ok"
    part_of: Annotated[
        Id | None, Meta(description="the fact of the whole that it counts some of, where its `measure` does not tell")
    ] = None
    conflicts_with: Annotated[tuple[Id, ...], Meta(description="facts that say otherwise")] = ()

    others: ClassVar[Mapping[str, type[Entry]]] = {"from": Derived, "by": Derived}

    @property
    def teller(self) -> Id:
        """Who asserts it, as of a quotation who says it."""
        return self.source

    @property
    def display(self) -> str:
        """What `{id}` prints in a sentence, hedge included."""
        return self.show.value if self.show else " ".join(filter(None, (HEDGES.get(self.precision), self._figure())))

    @property
    def in_full(self) -> float:
        """The number with the scale of its unit, as of 'million people'; 0 where there is none."""
        return (self.value or 0.0) * (scale_of(self.unit.value) if self.unit else 1.0)

    @property
    def grows_old(self) -> bool:
        """Whether it is a figure that will be another one day; how long something takes stays true."""
        from talkbuilder.claims.reckoning import measure_of  # which only a figure needs

        return self.value is not None and (self.unit is None or measure_of(self.unit.value) not in _LASTING)

    def is_old_on(self, day: str) -> bool:
        """Whether it is a figure that grows old, and was more than two years old on a day: 2027-05-14, or 2026-11."""
        if not self.grows_old or self.as_of is None:
            return False
        as_of, oldest = self.as_of.value, f"{int(day[:4]) - _FRESH_YEARS:04}{day[4:]}"
        return as_of < oldest[: len(as_of)]

    def _figure(self) -> str:
        if self.value is None:
            return self.says.value
        unit = self.unit.value if self.unit else ""
        number = write_number(self.value)
        if self.precision == "rank":
            return ordinal(int(self.value))
        if " " not in unit and (code := currency(unit)):
            return money(number, code)
        return f"{number}%" if unit == "%" else f"{number} {unit}".strip()


def write_number(value: float) -> str:
    """A number for a reader: 64,200; 2.7 million; 3.5."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and round(value / size, 2) * size == value:
            return f"{value / size:g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def ordinal(number: int) -> str:
    """9 as 9th, 21 as 21st, 12 as 12th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def split_hedge(shown: str) -> tuple[str, str]:
    """('about', '16 million') of 'about 16 million'; ('', shown) where it begins with no hedge."""
    for word in sorted(HEDGE_WORDS, key=len, reverse=True):
        if shown.lower().startswith(word + " "):
            return shown[: len(word)], shown[len(word) :].strip()
    return "", shown
