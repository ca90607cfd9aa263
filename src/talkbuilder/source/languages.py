"""Languages, by the tags that documents, browsers and PowerPoint know them by (BCP 47): en-US, kk, ru-KZ."""

import re

# A language of two or three letters; then, as it applies, a script, a country or region, and variants. What a registry
# keeps beyond that (five to eight letters, grandfathered and private tags) names no language that people speak to.
PATTERN = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$"
_TAG = PATTERN.removeprefix("^").removesuffix("$")


def is_language(text: str) -> bool:
    """Whether a text has the shape of a language tag; whether there is such a language is not looked up."""
    return re.fullmatch(_TAG, text) is not None


def is_same_language(one: str, other: str) -> bool:
    """Whether two language tags name one language: en-US and en-GB do."""
    return one.split("-")[0].lower() == other.split("-")[0].lower()


_NAMES = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en-US", "french": "fr", "german": "de",
    "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "kazakh": "kk", "korean": "ko", "kyrgyz": "ky",
    "polish": "pl", "portuguese": "pt", "russian": "ru", "somali": "so", "spanish": "es", "tajik": "tg",
    "turkish": "tr", "ukrainian": "uk", "uzbek": "uz", "vietnamese": "vi",
}  # fmt: skip  # what somebody may write who does not know the tags


def tag_of(name: str) -> str:
    """The tag of a language that is called by its English name; "" where that is not known."""
    return _NAMES.get(name.strip().lower(), "")
