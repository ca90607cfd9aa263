"""People and institutions: who speaks, and what a slide may print of them."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from msgspec import Meta

from talkbuilder.claims.texts import word_set
from talkbuilder.diagnostics import near
from talkbuilder.source.fields import Day, Entry, Text, Written

Role = Literal["author", "source", "staff", "critic", "survivor", "minor", "public"]
HARMED = frozenset({"survivor", "minor"})  # whose story is theirs to tell
AT_RISK = HARMED | {"critic"}  # whom their own words could harm
PROTECTED = AT_RISK | {"staff"}  # who could be hurt by being recognized
MOST_YEARS = 3  # that an agreement holds which names no end

# Words with which what is no name begins: "A woman", "One of them", "Women in a shelter".
_COMMON = (
    r"(?i)(?:an?|the|one|two|three|some\w*|any\w*|every\w*|no\w*|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|teenagers?|"
    r"people|persons?|moth\w+|fath\w+|daughters?|sons?|sisters?|brothers?|workers?|survivors?|residents?|"
    r"students?|teachers?|anonymous|those|they|who|our|my|his|her|their|words|from|in)$"
)
_PLACE = r"\b(?:in|from|near|of|at|to|by|into|on) (?:the )?(?:[A-Z][\w’'-]*(?:,? (?:and |for )?|$))+"
_CALLED = r"\b(?:called|named|known as|alias) [“‘\"']?[A-Z]|\bof [A-Z][a-z]+(?: [A-Z]\.)?$"
# What says where somebody comes from: "A Kazakh woman", "A Russian-speaking man".
_OF_A_PEOPLE = r"[A-Z]\w+(?:-[a-z]+)?(?= (?:\w+ )?(?:wom[ae]n|m[ae]n|girls?|boys?|workers?|famil|mother|father|guest))"
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
_ADJECTIVE = r"[A-Z][a-z-]+ (?!in\b|from\b|who\b|of\b|at\b|and\b|is\b|was\b|told\b|says\b|said\b|near\b|with\b)[a-z]"
# By what a child is called who agrees alone.
_ALONE = word_set("a child girl he her herself him himself me minor myself she the they themself themselves")


def nobody(name: str, known: Iterable[str]) -> str:
    """The hint for an id that nobody has: whose it may be, or the line that makes it somebody's."""
    hint = near(name, known)
    if hint.startswith("did you mean"):
        return hint
    listed = f"{hint}; or " if hint.startswith("one of") else ""
    roles = ", ".join(get_args(Role))
    entry = f"{name}: {{credit: what a slide may print, role: source}}"
    return f"{listed}add a line to assets/people.yaml: {entry} (or another role: {roles})"


class Agreement(Written, frozen=True, kw_only=True):
    """That somebody may be shown or quoted, or that their story may be told: who agreed, when, to what, until when."""

    by: Annotated[Text, Meta(description="who agreed: the person, or who may speak for them")]
    on: Annotated[Day, Meta(description="the day on which they agreed")]
    uses: Annotated[Text, Meta(description="what they agreed to, such as talks at churches")]
    until: Annotated[Day | None, Meta(description="the last day; left out: three years")] = None

    @property
    def last_day(self) -> str:
        if self.until:
            return self.until.value
        day = self.on.value
        return f"{int(day[:4]) + MOST_YEARS:04}{day[4:]}"


class Risk(Written, frozen=True, kw_only=True):
    """That somebody is quoted without having been asked: who decided that, when and why."""

    by: Annotated[Text, Meta(description="who decided it, and answers for it")]
    on: Annotated[Day, Meta(description="the day on which it was decided")]
    why: Annotated[Text, Meta(description="why it does the person no harm")]


class Person(Entry, frozen=True, kw_only=True):
    """An entry of assets/people.yaml."""

    credit: Annotated[Text, Meta(description="what a slide may print")]
    role: Annotated[Role, Meta(description="decides how far the person is protected")]
    may_be_named: Annotated[
        bool, Meta(description="true only for who is public or agreed to be named; false keeps names off slides")
    ] = False
    name_is_pseudonym: Annotated[bool, Meta(description="true where the credit is a name that was made up")] = False
    consent: Annotated[
        Agreement | None, Meta(description="that they may be quoted, and their story told: who agreed, when, to what")
    ] = None
    risk_accepted: Annotated[
        Risk | None, Meta(description="that the person, who is at risk, is quoted without having been asked")
    ] = None
    pace: Annotated[
        int | None, Meta(description="how many words a minute the person speaks, who gives talks", ge=60, le=240)
    ] = None

    @property
    def is_named(self) -> bool:
        """Whether slides call them by a name, and one that nobody made up."""
        return self.may_be_named or (not self.name_is_pseudonym and looks_like_a_name(self.credit.value))

    @property
    def must_not_be_named(self) -> bool:
        """Whether they are named all the same: who lets a story be told allows no name, and no child allows its own."""
        if not self.is_named or self.role not in HARMED:
            return self.is_named and not self.may_be_named and self.place_of_key("may_be_named") is not None
        agreed = self.consent.by.value if self.consent else ""
        by, own = (set(re.findall(r"\w+", one.casefold())) for one in (agreed, self.credit.value))
        return not (self.may_be_named and by) or (self.role == "minor" and by <= _ALONE | own)

    @property
    def printed(self) -> str:
        """What a slide prints of them."""
        return "Somebody" if self.must_not_be_named else self.credit.value

    @property
    def is_protected(self) -> bool:
        """Whether somebody could be hurt by being recognized."""
        return self.role in PROTECTED and not self.may_be_named

    @property
    def is_published(self) -> bool:
        """Whether words of theirs stand in print elsewhere, and lead to that and not to anybody's notes."""
        return self.role == "source" and self.may_be_named

    @property
    def is_at_risk(self) -> bool:
        """Whether words of theirs could harm them, if somebody searches for these and finds who said them."""
        return self.role in AT_RISK and not self.may_be_named

    def may_be_quoted(self, day: str) -> bool:
        """Whether it is decided that they may be quoted on a day: 2027-05-14, or as much as is known of it."""
        return not self.is_at_risk or self.has_agreed(day)

    def has_agreed(self, day: str) -> bool:
        """Whether they have agreed to be found, or somebody answers for it."""
        agreed = self.consent is not None and day <= self.consent.last_day
        return agreed or self.risk_accepted is not None


def looks_like_a_name(credit: str) -> bool:
    """Whether what a slide prints of a person has a name in it: of places it may."""
    if re.search(_CALLED, credit):
        return True
    words = re.sub(_PLACE, "", re.sub(_OF_A_PEOPLE, "some", credit)).split()
    if not words:
        return True
    first, *rest = words
    if any(re.match(_CAPITAL, word) and not word.isupper() for word in (one.lstrip("(“‘\"'") for one in rest)):
        return True
    bare = first.strip(",.;:“”\"'")
    return bool(re.match(_CAPITAL, bare)) and not re.match(_COMMON, bare) and not re.match(_ADJECTIVE, credit)
