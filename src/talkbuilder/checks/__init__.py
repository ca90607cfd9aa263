"""The checks, one file each, by the earliest product that can answer them."""

from collections.abc import Callable, Iterable

from talkbuilder.checks import (
    alt_text,
    another_claim,
    bad_pause,
    bare_link,
    borrowed_credit,
    content_notice,
