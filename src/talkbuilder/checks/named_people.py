"""C301 real-name, C307 named-critic: people who must not be known again are called by a name."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import HARMED, Person


def check(library: Library) -> Iterator[Diagnostic]:
    for person in library.of(Person):
        if person.must_not_be_named and person.role in HARMED:
            whose = "somebody grown up gave" if person.role == "minor" else "says who agreed"
            hint = (
                "write 'A woman we met', or a name that you made up and 'name_is_pseudonym: true'; who may really be "
                f"named has 'may_be_named: true' and a 'consent:' that {whose}: to tell a story is no consent to that"
            )
            yield Diagnostic("C301", f"'{person.id}' may be called here by a real name", person.credit.span, hint)
        elif person.must_not_be_named:  # 'Leader', as imports write it, may be none
            hint = "say what they are, as 'The leader of the choir'; or write 'may_be_named: true', if this is public"
            message = f"'{person.id}' has 'may_be_named: false', and may be called by a name: 'Somebody' is printed"
            yield Diagnostic("C307", message, person.credit.span, hint)
        elif person.role == "critic" and person.is_named and not (person.may_be_named and person.consent):
            hint = "ask them first, and write 'may_be_named: true' and 'consent:'; or say only what they are"
            message = f"'{person.id}' is named, and lives with those who are criticized"
            yield Diagnostic("C307", message, person.credit.span, hint)
