"""C202: the sources of a slide have room at its foot."""

from tests.cases import apart_from_proof, apart_from_timing
from tests.sample import built, talk


def test_the_hint_of_a_source_line_is_to_cite_less() -> None:
    facts = "".join(
        f"f-{n}: {{says: S, show: x, source: s-{n}, kind: primary, post: first, exact: w}}\n" for n in range(20)
    )
    people = "".join(f"s-{n}: {{credit: A source with quite a long name {n}, role: source}}\n" for n in range(20))
    cite = ", ".join(f"f-{n}" for n in range(20))
    outline = talk(f"  - {{title: T, statement: Sentence, cite: [{cite}], notes: Words.}}")
    _, report = built(
        outline, facts=facts, people=people, sources="first: {title: T, date: 2012}", quotes="", actions="", media=""
    )
    (fault,) = (one for one in apart_from_proof(apart_from_timing(report.diagnostics)) if one.is_error)
    assert (fault.code, fault.hint) == ("C202", "cite fewer sources on this slide, or make two slides of it")
