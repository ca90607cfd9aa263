"""Derivations: facts that each build computes from others, as their author writes them."""

from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.source.fields import Entry, Flaw, Id, Text

By = Literal["sum", "difference", "ratio", "percent"]

MOST_PARENTS = 20
_COMPUTED = frozenset(
    (
        *("value", "unit", "precision", "place", "as_of", "as_of_why", "source", "kind"),
        *("post", "exact", "within", "status", "part_of", "conflicts_with"),
    )
)


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
    measure: Annotated[Text | None, Meta(description="what the result counts; left out: told by its parents")] = None

    @classmethod
    def unknown(cls, key: str) -> Flaw:
        if key in _COMPUTED:
            hint = "leave it out; it comes from the facts under 'from'"
            return Flaw("E130", f"'{key}' is typed in a fact that is computed", hint)
        return super().unknown(key)
