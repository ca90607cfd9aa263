"""Who else is speaking, as it is told beside quote marks: 'he said', 'said the old miller', 'she told me:'."""

import re

_VERB = (
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|ask(?:ed|s)|answer(?:ed|s)|repl(?:ied|ies)|cr(?:ied|ies)|shout(?:ed|s)"
    r"|whisper(?:ed|s)|yell(?:ed|s)|scream(?:ed|s)|mutter(?:ed|s)|mumbled|murmured|exclaimed|wr(?:ote|ites)|add(?:ed|s)"
    r"|explain(?:ed|s)|insist(?:ed|s)|repeat(?:ed|s)|warn(?:ed|s)|begged|sighed|growled|snapped|joked|laughed|thought"
    r"|announced|declared)"
)
_TO = r"(?: (?:to )?(?:me|us|him|her|them|you|everybody|everyone|nobody))?"
# What comes between the verb and the words: 'again', 'loudly', 'that'.
_HOW = r"(?: (?:again|once|back|only|simply|just|softly|loudly|quietly|at last|that|\w+ly))*"
_CALLED = r"called(?! (?:it|him|her|them|this|that)\b)"  # to call somebody something is to name them
_WHO = (
    r"(?:(?!I\b|[Ww]e\b)(?:he|she|they|it|somebody|someone|nobody|everybody|everyone"
    r"|(?:the|an?|my|our|his|her|their|one|another|that|this)(?: [\w'-]+){1,4}?|(?:[A-Z][\w'.-]+ ?){1,3}?(?<! )))"
)
_TAG = rf"(?:{_WHO}(?: (?:had|then|just|only|\w+ly))? (?:{_VERB}|{_CALLED})|(?:{_VERB}|{_CALLED}) {_WHO})\b"
_BEFORE = re.compile(rf"\b{_VERB}(?:{_TO}{_HOW},?|[^.!?\"]*:) ?\Z")
_BEHIND = re.compile(rf",? ?{_TAG}")
_MINE = re.compile(rf",? ?(?:(?:I|[Ww]e)(?: \w+)? (?:{_VERB}|{_CALLED})|{_VERB} (?:I|we))\b")

# Such a tag tells who is speaking and nothing else: whoever claims, jokes or thinks something says it otherwise.
_PLAIN = (
    r"(?:sa(?:id|ys)|told|asked|answered|replied|cried|shouted|whispered|wrote|added|went on|continued"
    rf"|{_CALLED})"
)
_SAID_BY = rf"(?:{_WHO} {_PLAIN}|{_PLAIN} {_WHO}){_TO}(?: (?:again|then|at last|softly|loudly|quietly))?"
_BETWEEN = re.compile(rf"[,.?!]?\"[,.]? ?{_SAID_BY}[,.:;]? ?\"")
_ENDED = re.compile(r",\"|\",")


def is_between(gap: str) -> bool:
    """Whether nothing but a tag stands between a closing mark and the next opening one: '," she said, "'."""
    return _BETWEEN.fullmatch(gap) is not None


def ends_with_tag(text: str, at: int, end: int) -> bool:
    """Whether a quotation ends at a place with the comma of a tag, and the sentence, at `end`, with that tag."""
    mark = _ENDED.match(text, at)
    if mark is None:
        return False
    behind = text[at + 2 : end]
    return '"' not in behind and (is_ascribed(behind) or is_mine(behind))


def is_announced(before: str) -> bool:
    """Whether what stands before an opening mark ends with somebody who says what follows."""
    return _BEFORE.search(before) is not None


def is_ascribed(behind: str) -> bool:
    """Whether what stands behind a closing mark begins with somebody else who has said it."""
    return _BEHIND.match(behind) is not None


def is_mine(behind: str) -> bool:
    """Whether what stands behind a closing mark begins with 'I said'."""
    return _MINE.match(behind) is not None
