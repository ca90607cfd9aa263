"""C030 not-reviewed, C031 sent-back: what a talk rests on that no person has signed beside its passage in the post."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Citation

_MEND = "correct the entry, then look at it again with 'talkbuilder review {}'"


def check(plan: Plan) -> Iterator[Diagnostic]:
    slides = plan.talk.slides
    cited = {(one.kind, one.id): one for slide in slides for one in slide.citations if one.standing}
    unsigned = [one for one in cited.values() if one.standing and one.standing.state in ("unsigned", "changed")]
    if unsigned:
        message = f"{len(unsigned):,} of {len(cited):,} facts and quotations of the talk are not yet reviewed"
        hint = f"'talkbuilder review {plan.talk.name}' shows each beside its post, to be signed or sent back"
        yield Diagnostic("C030", message, plan.talk.place, hint)
    for one in cited.values():
        review = one.standing.review if one.standing and one.standing.state == "returned" else None
        if review and (entry := _entry(plan, one)):
            message = f"{review.by.value} sent '{one.id}' back" + (f": {review.reason}" if review.reason else "")
            yield Diagnostic("C031", message, entry.span, _MEND.format(one.id))


def _entry(plan: Plan, one: Citation) -> Fact | Quote | None:
    entries = plan.talk.library.facts if one.kind == "fact" else plan.talk.library.quotes
    found = entries.get(one.id)
    return found if isinstance(found, Fact | Quote) else None
