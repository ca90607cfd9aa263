"""What is told of a line in which a protected name stands."""

from talkbuilder.diagnostics import Diagnostic, Source, Span
from talkbuilder.evidence.library.exposed import hushed
from talkbuilder.evidence.library.protected import Protected, protect

KEPT = protect(Protected(), "Tamara Olenina", bytes(16), is_person=True)
SOURCE = Source("talks/talk.yaml", "a: Tamara\nb: Boris\n")


def test_a_name_is_left_out_of_message_and_hint_and_its_line_is_not_shown() -> None:
    found = Diagnostic("C020", "'Tamara Olenina' is a name", Span(SOURCE, 3, 9), "write {own: Tamara} or so")
    (told,) = hushed([found], KEPT)
    assert (told.message, told.hint, told.is_hidden) == ("'…' is a name", "write {own: …} or so", True)
    assert told.span == found.span


def test_what_tells_nobody_is_told_as_it_is() -> None:
    found = Diagnostic("C020", "'Boris' is a name", Span(SOURCE, 13, 18), "write so")
    assert list(hushed([found], KEPT)) == [found]
