"""C030 not-reviewed, C031 sent-back: entries and slides of a talk that no person has signed."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.signing import standings_of
from talkbuilder.talk.talk import quoted

_MEND = "correct it, then look at it again with 'talkbuilder review {}'"


def check(plan: Plan) -> Iterator[Diagnostic]:
    slides = plan.talk.slides
    signable = (entry for slide in slides for one in slide.citations for entry in (one, *one.roots))
    cited = {(one.kind, one.id): one for one in signable if one.standing}
    written = standings_of(plan.talk)
    told = (
        _counted([one.standing.state for one in cited.values() if one.standing], "facts and quotations"),
        _counted([one.state for one in written.values()], "slides"),
    )
    if unsigned := " and ".join(filter(None, told)):
        hint = f"'talkbuilder review {plan.talk.name}' shows each next to what it rests on, to be signed or sent back"
        yield Diagnostic("C030", f"{unsigned} of the talk are not yet reviewed", plan.talk.place, hint)
    for one in cited.values():
        entry = plan.talk.library.entry(one.kind, one.id)
        if one.standing and one.standing.state == "returned" and entry:
            yield _sent_back(one.standing, f"'{one.id}'", entry.span, one.id)
    for slide in slides:
        if (standing := written.get(id(slide))) and standing.state == "returned":
            yield _sent_back(standing, f"the slide {quoted(slide.title.text)}", slide.title.span, plan.talk.name)


def _counted(states: list[str], what: str) -> str:
    """How many are unsigned, of how many; "" for none. A slide waits for entries that are counted themselves."""
    unsigned = sum(state in ("unsigned", "changed") for state in states)
    return f"{unsigned:,} of {len(states):,} {what}" if unsigned else ""


def _sent_back(standing: Standing, what: str, span: Span, name: str) -> Diagnostic:
    assert standing.review
    reason = f": {standing.review.reason}" if standing.review.reason else ""
    return Diagnostic("C031", f"{standing.review.by.value} sent {what} back{reason}", span, _MEND.format(name))
