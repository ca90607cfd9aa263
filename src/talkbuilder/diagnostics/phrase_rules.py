"""The rules that look for phrases, as data: each is one file in `checks/phrases/`, and that folder is their table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
import tomli
from msgspec import Struct

_FOLDER = Path(__file__).parent.parent / "checks" / "phrases"


class Lacking(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that has to stand on a slide on which a rule finds something."""

    word: str
    message: str
    hint: str


class PhraseRule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file says. Message and hint may name what was found as `{}`.

    For rules about single words, `{phrase}` is what was looked for, `{times}` how often it is said and `{instead}` the
    plain words for it. `<slave>` in a phrase is each form of the word, as `words` or `words.toml` lists them; ` ~3 ` is
    up to three words, a blank is a blank or a hyphen, ` ?` one that may be missing; the rest is a regular expression. A
    group that is named `country` or `city` has to be one.
    """

    code: str
    name: str
    severity: Literal["error", "warning", "advice"]
    message: str
    hint: str
    why: str  # the explanation, up to its examples
    bad: str
    good: str
    rule: str = ""  # SG-14
    # Where it looks: see Place in `layout/texts.py`; "sentence" is one of the notes, without what is quoted in it.
    where: tuple[str, ...] = ("title", "text", "table", "chart", "notes", "evidence", "alt", "file", "properties")
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # a phrase that overlaps one of these means something else
    beside: tuple[str, ...] = ()  # only on slides that say one of these as well
    lacks: Lacking | None = None
    yields_to: str = ""  # the code of a rule that tells the same more exactly
    verses: bool = True  # whether it looks at verses of the Bible that are quoted with their place
    debunked: bool = True  # whether it looks at slides with `debunk: true`
    most: int = 0  # told so many times in a deck; 0 is always
    instead: Mapping[str, str] = {}  # phrases, and the plain words for each
    at_most: Mapping[str, int] = {}  # how often each of these may be said
    words: Mapping[str, str] = {}  # what phrases name, beside `words.toml`

    @property
    def explanation(self) -> str:
        """Its page, as `talkbuilder explain` prints it."""
        bad, good = (
            text if "```" in text else f"```yaml talks/talk.yaml\n{text}```\n" for text in (self.bad, self.good)
        )
        return f"# {self.code} {self.name}\n\n{self.why}\n## Bad\n\n{bad}\n## Good\n\n{good}"


def _read(path: Path) -> PhraseRule:
    return msgspec.convert(tomli.loads(path.read_text("utf-8")), PhraseRule)


_FILES = sorted(path for path in _FOLDER.glob("*.toml") if path.name != "words.toml")
RULES: Mapping[str, PhraseRule] = {rule.code: rule for rule in sorted(map(_read, _FILES), key=lambda one: one.code)}
WORDS: Mapping[str, str] = tomli.loads((_FOLDER / "words.toml").read_text("utf-8"))
