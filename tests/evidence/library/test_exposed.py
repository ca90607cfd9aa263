"""What is told of a line in which a protected name stands."""

from talkbuilder.diagnostics import Diagnostic, Source, Span
from talkbuilder.evidence.library.exposed import hushed
from talkbuilder.evidence.library.protected import Protected, protect

KEPT = protect(Protected(), "Tamara Olenina", bytes(16), is_person=True)
SOURCE = Source("talks/talk.yaml", "a: Tamara\nb: Boris\n")


def test_a_name_is_left_out_of_message_and_hint_and_dots_stand_for_it_in_its_line() -> None:
    found = Diagnostic("C020", "'Tamara Olenina' is a name", Span(SOURCE, 3, 9), "write {own: Tamara} or so")
    (told,) = hushed([found], KEPT)
    assert (told.message, told.hint) == ("'…' is a name", "write {own: …} or so")
    assert told.span is not None
    assert (told.place, told.span.source.text) == (found.place, "a: ••••••\nb: Boris\n")


def test_all_of_a_place_that_is_hidden_is_dots_and_so_is_the_name_of_a_file() -> None:
    source = Source("talks/tamara.yaml", "a: Boris B\n")
    (told,) = hushed([Diagnostic("C041", "a name", Span(source, 3, 8), is_hidden=True)], KEPT)
    assert told.span is not None
    assert (told.place[0], told.span.source.text) == ("talks/….yaml", "a: ••••• B\n")


def test_what_tells_nobody_is_told_as_it_is() -> None:
    found = Diagnostic("C020", "'Boris' is a name", Span(SOURCE, 13, 18), "write so")
    assert list(hushed([found], KEPT)) == [found]
