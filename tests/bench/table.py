"""The results as plain text."""

from collections.abc import Iterable, Sequence

from tests.bench.race import Result
from tests.bench.targets import Target

_HEAD = f"  {'':28}{'seconds':>9}{'least':>9}{'most':>9}{'ratio':>9}{'peak MB':>9}{'deck MB':>9}{'slides':>8}"


def of_results(title: str, results: Sequence[Result], reference: str) -> str:
    """A line a contender; the ratio is to the median of `reference`."""
    base = next((result.median for result in results if result.name == reference), None)
    lines = [title, _HEAD]
    for result in results:
        ratio = f"{result.median / base:9.2f}" if base else f"{'':9}"
        deck = f"{result.deck_mb:9.2f}{result.slides:8,}" if result.slides else ""
        lines.append(
            f"  {result.name:28}{result.median:9.3f}{min(result.seconds):9.3f}{max(result.seconds):9.3f}"
            f"{ratio}{result.peak_mb:9.1f}{deck}"
        )
    return "\n".join((*lines, f"  (ratio: to {reference})", "")) if base else "\n".join((*lines, ""))


def of_targets(targets: Iterable[Target]) -> str:
    lines = ["Targets", f"  {'':28}{'measured':>10}{'at most':>10}"]
    for target in targets:
        figure = "      none" if target.figure is None else f"{target.figure:10.2f}"
        verdict = "not measured" if target.figure is None else "met" if target.figure <= target.limit else "MISSED"
        lines.append(f"  {target.name:28}{figure}{target.limit:10.2f} {target.unit:26}{verdict}")
    return "\n".join(lines)
