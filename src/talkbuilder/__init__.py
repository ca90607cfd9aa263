"""YAML talk outlines in, native PowerPoint decks out; begin reading at `pipeline.py`.

For other programs: `build` makes a deck of a talk, `check` finds what is wrong, and both tell it as `Diagnostic`s. What
stands in `__all__` is stable from 1.0 on; all else may change with any version.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from talkbuilder.api import Diagnostic, Result, build, check

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Result", "__version__", "build", "check"]


def __getattr__(name: str) -> object:
    """Loads what is asked for, and nothing before that: every command imports this file first."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from talkbuilder import api

    return getattr(api, name)
