"""How a slide credits what it rests on: who says it, for which year, in which source, on which page, with a link."""

from collections.abc import Iterable, Iterator

from talkbuilder.evidence.library.sources import on_pages, within_sentence
from talkbuilder.talk.talk import Citation, Run


def source_line(citations: tuple[Citation, ...]) -> tuple[Run, ...]:
    """The source line of a slide: grouped by source, each only once; nothing for the speaker's own."""
    asserted = tuple(one for cited in citations if cited.kind != "own" for one in cited.asserted)
    if not asserted:
        return ()
    parts = [tuple(_part(where, asserted)) for where in dict.fromkeys(one.where for one in asserted)]
    is_one = len(parts) == 1 and ";" not in _text(parts[0])
    runs = [Run("Source: " if is_one else "Sources: ")]
    for number, part in enumerate(parts):
        runs += [Run(" · "), *part] if number else part
    return joined(runs)


def _part(where: str, asserted: tuple[Citation, ...]) -> Iterator[Run]:
    """Everybody who says something in one source, and the source."""
    own = [one for one in asserted if one.where == where]
    years: dict[str, list[str]] = {}
    for one in own:
        known = years.setdefault(one.who, [])
        if one.as_of and one.as_of not in known:
            known.append(one.as_of)
    yield Run("; ".join(_with_years(name, told) for name, told in years.items()))
    if where:
        yield Run(", in ")
        yield from source_runs(own)


def source_runs(cited: list[Citation], in_full: bool = False) -> Iterator[Run]:
    """The one source of some citations, as it stands within a sentence, with a link where it has one, and the pages.

    In full it is told as well when somebody fetched it, for which the line under a slide has no room.
    """
    first = cited[0]
    where = first.beside if all(one.beside for one in cited) else first.where
    yield Run(within_sentence(where), link=first.link)
    if pages := on_pages(one.page for one in cited):
        yield Run(f", {pages}")
    if in_full and first.fetched:
        yield Run(f", {first.fetched}")


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs, of which neighbours that look alike and lead to the same place are one."""
    made: list[Run] = []
    for run in runs:
        before = made[-1] if made else None
        if before and (before.bold, before.link, before.citation) == (run.bold, run.link, run.citation):
            made[-1] = Run(before.text + run.text, run.bold, link=run.link, citation=run.citation)
        elif run.text:
            made.append(run)
    return tuple(made)


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _with_years(name: str, years: list[str]) -> str:
    listed = sorted({year[:4] for year in years})
    if not listed:
        return name
    *most, last = listed
    return f"{name} (figures for {', '.join(most)} and {last})" if most else f"{name} (figure for {last})"
