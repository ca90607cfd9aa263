"""Adds the words of a list of SCOWL to `talk/english_words.txt`: of Debian's package wamerican, or of any other size.

python -m tests.talk.make_words /usr/share/dict/american-english

What is a name as well, for the list has it with a capital too, is left to the words that stand there already. A name of
which an ending would make a word is added with its capital.
"""

import sys
from pathlib import Path

from talkbuilder.talk import vocabulary

_LEAST = 3  # letters of a word, and one more of a name


def main(file: Path) -> None:
    listed = {word for word in file.read_text("utf-8").split() if word.isascii() and word.isalpha()}
    small = {word for word in listed if word.islower() and len(word) >= _LEAST}
    names = {word for word in listed if word.istitle() and len(word) > _LEAST}
    kept = {word for word in vocabulary.words() if word.islower()}
    was = {name for name in names if vocabulary.is_form(name.lower(), kept)}
    # The short ones first, of which others are forms.
    for word in sorted(small - {name.lower() for name in names}, key=lambda one: (len(one), one)):
        if not vocabulary.is_form(word, kept):
            kept.add(word)
    no_words = {name for name in names - was if name.lower() not in small and vocabulary.is_form(name.lower(), kept)}
    text = "".join(f"{word}\n" for word in sorted(kept | no_words, key=str.lower))
    vocabulary.FILE.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
