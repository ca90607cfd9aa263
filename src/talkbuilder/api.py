"""What other programs call: one talk built, or a folder checked. Its names are those of `talkbuilder` itself."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands.booked import built
from talkbuilder.commands.check import look
from talkbuilder.commands.console import hushed
from talkbuilder.commands.options import ENDINGS, Delivery, Edition, Events, Folder, Request, Talks, Template
from talkbuilder.commands.status import FaultsFound, WrongUse
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.file import Paper, Size
from talkbuilder.units import Aspect

__all__ = ["Diagnostic", "Result", "build", "check"]


class Result(Struct, frozen=True):
    """What became of a talk. Where `files` is empty, nothing was written, and `findings` tell why."""

    talk: str
    files: tuple[Path, ...] = ()
    slides: int = 0
    seconds: float = 0.0  # that it takes to say
    slot_seconds: float = 0.0  # of its slot, without the time for questions
    is_draft: bool = False  # whether it has claims that nothing proves, and says so on its slides
    is_unchanged: bool = False  # whether it was there already, and was left as it is
    findings: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> Path | None:
        """The deck; None where none was written."""
        return self.files[0] if self.files else None


def build(
    folder: str | Path,
    talk: str,
    *,
    event: str | None = None,
    minutes: int | None = None,
    audience: str = "",
    aspect: Aspect | None = None,
    template: str | Path | None = None,
    theme: str = "",
    to: Sequence[str] = ENDINGS,
    out: str | Path | None = None,
    final: bool = False,
    strict: bool = False,
    force: bool = False,
    paper: Size = "a4",
    notes: bool = False,
) -> Result:
    """Builds a talk of a talk folder, as `talkbuilder build` does with the options of these names.

    What is wrong in the talk is no exception, but among the findings. Raises ValueError where arguments make no sense.
    """
    if unknown := [ending for ending in to if ending not in OUTPUTS]:
        raise ValueError(f"nothing is written as '{unknown[0]}'; there is {', '.join(OUTPUTS)}")
    report = Report()
    try:
        request = _request(folder, talk, event, minutes, audience, aspect, template, theme, final)
        delivery = Delivery(False, tuple(to), str(out) if out else None, force, Paper(paper, notes))
        (made,) = built(request, delivery, strict, report).made
    except FaultsFound as found:
        return Result(talk, findings=tuple(hushed(found.diagnostics)))
    except WrongUse as wrong:
        raise ValueError(f"{wrong.message}: {wrong.hint}") from None
    deck, delivered = made.deck, made.delivered
    return Result(
        talk,
        tuple(map(Path, delivered.files)) if delivered else (),
        len(deck.pages) if deck else 0,
        deck.plan.seconds if deck else 0.0,
        deck.plan.slot.seconds if deck else 0.0,
        made.is_draft,
        delivered is not None and delivered.is_unchanged,
        tuple(hushed(report.everything)),
    )


def check(
    folder: str | Path,
    talk: str | None = None,
    *,
    event: str | None = None,
    minutes: int | None = None,
    audience: str = "",
    aspect: Aspect | None = None,
    template: str | Path | None = None,
    theme: str = "",
    final: bool = False,
) -> tuple[Diagnostic, ...]:
    """What is wrong with a talk, or with all of a folder; nothing is written. Raises ValueError as `build` does."""
    report = Report()
    try:
        request = _request(folder, talk, event, minutes, audience, aspect, template, theme, final)
        look(request, False, report)
    except FaultsFound as found:
        return tuple(hushed(found.diagnostics))
    except WrongUse as wrong:
        raise ValueError(f"{wrong.message}: {wrong.hint}") from None
    return tuple(hushed(report.everything))


def _request(
    folder: str | Path,
    talk: str | None,
    event: str | None,
    minutes: int | None,
    audience: str,
    aspect: Aspect | None,
    template: str | Path | None,
    theme: str,
    final: bool,
) -> Request:
    if minutes is not None and minutes < 1:
        raise ValueError(f"{minutes} is no number of minutes, such as 20")
    return Request(
        Talks((talk,) if talk else ()),
        Folder(str(folder)),
        Edition(minutes, audience, aspect),
        Events(event),
        Template(Path(template) if template else None, theme),
        final,
    )
