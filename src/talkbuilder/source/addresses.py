"""Where a click or a camera may lead: pages, telephones, text messages and letters; never files or scripts."""

import re
from urllib.parse import quote

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
_MAILBOX_FORM = rf"[A-Za-z0-9._+-]+@{_HOST}"
# What may stand in an address as it is written; all else is written as %XX.
_LETTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})"
# An address of each sort, whole: what is less no program opens, and PowerPoint takes a deck with it for broken.
_ADDRESSES = {
    "https": rf"//(?P<host>{_HOST})(?::[0-9]{{1,4}})?(?:[/?]{_LETTER}*)?(?:\#{_LETTER}*)?",
    "tel": r"\+?[0-9]+(?:[-.()]+[0-9]+)*",
    "sms": rf"\+?[0-9]+(?:\?body={_LETTER}*)?",
    "mailto": rf"{_MAILBOX_FORM}(?:\?{_LETTER}+)?",
}
_TELEPHONE = r"\+?[0-9() ./–-]*[0-9]"
# Marks that turn the order of letters round, or are not seen, have no place in what somebody is to copy.
_UNSEEN = r"\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# Not compiled here: few talks have an address that is read by people.
_PAGE = rf"(?P<host>{_HOST})(?:[/?#](?:[^\s<>\"\#%{_UNSEEN}]|%[0-9A-Fa-f]{{2}})*)?(?:#[^\s<>\"\#%{_UNSEEN}]*)?"
_MAILBOX = _MAILBOX_FORM
_KEPT = "/?#[]@!$&'()*+,;=%:~"  # of an address that is written as it is


def may_be_linked(target: str) -> bool:
    """Whether a slide may lead to an address: to a page, a letter, a telephone; never to a file or a script."""
    return _address(target) is not None


def _address(target: str) -> re.Match[str] | None:
    sort, _, rest = target.partition(":")
    pattern = _ADDRESSES.get(sort.lower())
    return re.fullmatch(pattern, rest) if pattern else None


def is_web_address(text: str) -> bool:
    """Whether a text is the whole address of a page, as a browser shows it: with https:// or http://."""
    begins = re.match(r"https?://", text, re.I)
    return begins is not None and may_be_linked(f"https://{quote(text[begins.end() :], safe=_KEPT)}")


def to_web_address(text: str) -> str:
    """Such an address as a link holds it: what is no letter of one is written as %XX."""
    return quote(text, safe=_KEPT)


def leads_elsewhere(words: str, target: str) -> bool:
    """Whether words look like the address of a page, and a link on them leads to another."""
    said, leads = re.fullmatch(_PAGE, re.sub(r"^https?://", "", words.strip())), _address(target)
    if said is None or leads is None or not target.lower().startswith("https:"):
        return False
    return _bare(said["host"]) != _bare(leads["host"])


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def is_telephone(text: str) -> bool:
    """Whether a text is a number that can be dialled: digits, set apart as people do."""
    return re.fullmatch(_TELEPHONE, text) is not None


def is_page(text: str) -> bool:
    """Whether a text is the address of a page as people say it, without https://."""
    return re.fullmatch(_PAGE, text) is not None


def is_mailbox(text: str) -> bool:
    return re.fullmatch(_MAILBOX, text) is not None


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
