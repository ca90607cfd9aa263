"""C002: every slide has something to say from, those that the talk makes itself included."""

from tests.cases import HEAD, TAIL, TALK, diagnostics
from tests.corpora.tables import from_table

WHOLE = (
    f"{HEAD}  - {{title: T, statement: S, cite: [example-fact], notes: N.}}\n"
    f"closing: {{title: Bye, notes: Goodbye.}}\n{TAIL}"
)


@from_table
def test_each_slide_without_notes_is_told_at_its_title(notes: str, title: str) -> None:
    assert diagnostics({TALK: WHOLE}) == ()
    text = WHOLE.replace(notes, "", 1)
    (fault,) = diagnostics({TALK: text})
    assert (fault.code, fault.message) == ("C002", f"no notes for '{title}'")
    assert fault.span is not None
    assert text[fault.span.start : fault.span.end] == title


def test_sources_that_nobody_wrote_about_need_no_notes() -> None:
    assert diagnostics({TALK: WHOLE.removesuffix(TAIL)}) == ()
