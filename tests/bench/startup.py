"""What a build imports, and how long that takes: the figures of `python -X importtime`."""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median

from tests.bench.race import environment

_LINE = re.compile(r"import time: +(\d+) \| +(\d+) \| +(\S+)")


def import_times(arguments: Sequence[str], runs: int) -> Mapping[str, float]:
    """Milliseconds of every module's own code, medians, slowest first; without what Python itself imports."""
    always = _imported(("-c", "pass"))
    rounds = [_imported(arguments) for _ in range(runs)]
    own = {module: median(one.get(module, 0.0) for one in rounds) for module in rounds[0] if module not in always}
    return dict(sorted(own.items(), key=lambda item: -item[1]))


def by_package(own: Mapping[str, float]) -> Mapping[str, float]:
    """The same by top-level package, the standard library's all under one name."""
    sums: dict[str, float] = {}
    for module, took in own.items():
        package = module.split(".")[0]
        name = "(standard library)" if package in sys.stdlib_module_names else package
        sums[name] = sums.get(name, 0.0) + took
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def _imported(arguments: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-X", "importtime", *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment()).stderr
    return {found[3]: int(found[1]) / 1000 for found in _LINE.finditer(said)}
