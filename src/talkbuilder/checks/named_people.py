"""C301 real-name, C307 named-critic: people who must not be known again are called by a name."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import AT_RISK, HARMED, Person

# Words with which what is no name begins: "A woman", "One of them", "Women in a shelter".
_COMMON = (
    r"(?i)(?:an?|the|one|two|three|some\w*|any\w*|every\w*|no\w*|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|teenagers?|"
    r"people|persons?|moth\w+|fath\w+|daughters?|sons?|sisters?|brothers?|workers?|survivors?|residents?|"
    r"students?|teachers?|anonymous|those|they|who|our|my|his|her|their|words|from|in)$"
)
_PLACE = r"\b(?:in|from|near|of|at|to|by|into) (?:the )?(?:[A-Z][\w’'-]*(?:,? (?:and )?|$))+"
_CALLED = r"\b(?:called|named|known as|alias) [“‘\"']?[A-Z]|\bof [A-Z][a-z]+(?: [A-Z]\.)?$"
# What says where somebody comes from: "A Kazakh woman", "A Russian-speaking man".
_OF_A_PEOPLE = r"[A-Z]\w+(?:-[a-z]+)?(?= (?:\w+ )?(?:wom[ae]n|m[ae]n|girls?|boys?|workers?|famil|mother|father|guest))"
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
_ADJECTIVE = r"[A-Z][a-z-]+ (?!in\b|from\b|who\b|of\b|at\b|and\b|is\b|was\b|told\b|says\b|said\b|near\b|with\b)[a-z]"


def check(library: Library) -> Iterator[Diagnostic]:
    for person in library.people.values():
        if not isinstance(person, Person) or person.role not in AT_RISK:
            continue
        named = person.may_be_named or looks_like_a_name(person.credit.value)
        if (person.name_is_pseudonym and not person.may_be_named) or person.consent or not named:
            continue
        if person.role in HARMED:
            hint = "write 'A woman we met', or a name that you made up and 'name_is_pseudonym: true'"
            yield Diagnostic("C301", f"'{person.id}' may be called here by a real name", person.credit.span, hint)
        else:
            hint = "ask them first, and write down 'consent:'; or say only what they are"
            yield Diagnostic(
                "C307", f"'{person.id}' is named, and lives with those who are criticized", person.credit.span, hint
            )


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
