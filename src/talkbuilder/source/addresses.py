"""Where a click or a camera may lead: pages, telephones, text messages and letters; never files or scripts."""

import re
from urllib.parse import quote

# Of the characters that an address may have; others are written as %XX.
_ADDRESS = re.compile(r"(?i:https|mailto|sms|tel):[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_TELEPHONE = re.compile(r"\+?[\d() ./–-]*\d")
_PAGE = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?:[/?#][^\s<>\"]*)?")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_KEPT = "/?#[]@!$&'()*+,;=%:~"  # of an address that is written as it is


def may_be_linked(target: str) -> bool:
    """Whether a slide may lead to an address: to a page, a letter, a telephone; never to a file or a script."""
    return _ADDRESS.fullmatch(target) is not None


def is_telephone(text: str) -> bool:
    """Whether a text is a number that can be dialled: digits, set apart as people do."""
    return _TELEPHONE.fullmatch(text) is not None


def is_page(text: str) -> bool:
    """Whether a text is the address of a page as people say it, without https://."""
    return _PAGE.fullmatch(text) is not None


def is_mailbox(text: str) -> bool:
    return _MAILBOX.fullmatch(text) is not None


def to_telephone(number: str) -> str:
    return f"tel:{_dialled(number)}"


def to_message(number: str, words: str = "") -> str:
    """A text message, with what it is to say; as RFC 5724 has it."""
    return f"sms:{_dialled(number)}" + (f"?body={quote(words, safe='')}" if words else "")


def to_page(page: str) -> str:
    return f"https://{quote(page, safe=_KEPT)}"


def to_mailbox(mailbox: str) -> str:
    return f"mailto:{mailbox}"


def _dialled(number: str) -> str:
    return re.sub(r"[^\d+]", "", number)
