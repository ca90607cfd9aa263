"""E141 truncated-quote: what a quotation may not cut off its sentence, and what it may."""

import pytest

from tests.evidence.valley import judged

# A post, a quotation of it that is true, the same cut where it may not be, and what must be said of that.
PAIRS: list[tuple[str, str, str, str]] = [
    (
        "The gate opens at six if the keeper is awake.",
        "The gate opens at six if the keeper is awake.",
        "The gate opens at six",
        "E141",
    ),
    (
        "If the keeper is awake, the gate opens at six.",
        "If the keeper is awake, the gate opens at six.",
        "the gate opens at six.",
        "E141",
    ),
    (
        "The ferry sails every day unless the wind turns.",
        "The ferry sails every day unless the wind turns.",
        "The ferry sails every day",
        "E141",
    ),
    (
        "All boats came home except the old trawler.",
        "All boats came home except the old trawler.",
        "All boats came home",
        "E141",
    ),
    (
        "Some fishermen refused to sign the letter.",
        "Some fishermen refused to sign the letter.",
        "fishermen refused to sign the letter.",
        "E141",
    ),
    (
        "Although many came, some fishermen refused to pay.",
        "some fishermen refused to pay.",
        "fishermen refused to pay.",
        "E141",
    ),
    (
        "According to an old song, the harbour is cursed.",
        "According to an old song, the harbour is cursed.",
        "the harbour is cursed.",
        "E141",
    ),
    (
        "The harbour is cursed, according to an old song.",
        "The harbour is cursed, according to an old song.",
        "The harbour is cursed",
        "E141",
    ),
    (
        "The crew may freely enter and leave the harbour.",
        "may freely enter and leave the harbour.",
        "may freely enter […] the harbour.",
        "E141",
    ),
    (
        "The rope is strong, but it was never tested.",
        "The rope is strong, but it was never tested.",
        "The rope is strong",
        "E141",
    ),
    (
        "The rope is strong; however, it was never tested.",
        "The rope is strong; however, it was never tested.",
        "The rope is strong",
        "E141",
    ),
    (
        "Only the captain may ring the bell.",
        "Only the captain may ring the bell.",
        "the captain may ring the bell.",
        "E141",
    ),
    (
        "The mayor believes that the pier is safe.",
        "The mayor believes that the pier is safe.",
        "the pier is safe.",
        "E141",
    ),
    ("The pier is safe, the mayor says.", "The pier is safe, the mayor says.", "The pier is safe", "E141"),
    (
        "They claim the pier was paid for twice.",
        "They claim the pier was paid for twice.",
        "the pier was paid for twice.",
        "E141",
    ),
    (
        "I wonder whether the pier was ever paid for.",
        "I wonder whether the pier was ever paid for.",
        "the pier was ever paid for.",
        "E141",
    ),
    ("Is the pier a danger to the town?", "Is the pier a danger to the town?", "the pier a danger to the town", "E141"),
    (
        "The council should repair the pier before winter.",
        "The council should repair the pier before winter.",
        "repair the pier before winter.",
        "E141",
    ),
    (
        "The council promised to repair the pier.",
        "The council promised to repair the pier.",
        "repair the pier.",
        "E141",
    ),
    (
        "Most of the nets are mended by hand.",
        "Most of the nets are mended by hand.",
        "the nets are mended by hand.",
        "E141",
    ),
    (
        "Three young sailors drowned in the bay.",
        "Three young sailors drowned in the bay.",
        "young sailors drowned in the bay.",
        "E141",
    ),
    (
        "An alleged smuggler lived in the lighthouse.",
        "An alleged smuggler lived in the lighthouse.",
        "smuggler lived in the lighthouse.",
        "E141",
    ),
    (
        "The light works as long as somebody feeds it.",
        "The light works as long as somebody feeds it.",
        "The light works",
        "E141",
    ),
    (
        "The light works provided that somebody feeds it.",
        "The light works provided that somebody feeds it.",
        "The light works",
        "E141",
    ),
    ("The light often fails in a storm.", "The light often fails in a storm.", "fails in a storm.", "E141"),
    (
        "The fish is fresh, if you trust the label, and cheap.",
        "The fish is fresh, if you trust the label, and cheap.",
        "The fish is fresh, […] and cheap.",
        "E141",
    ),
    (
        "The quay, some say, was built by giants.",
        "The quay, some say, was built by giants.",
        "The quay […] was built by giants.",
        "E141",
    ),
    (
        "The quay was only partly rebuilt after the war.",
        "The quay was only partly rebuilt after the war.",
        "The quay was […] rebuilt after the war.",
        "E141",
    ),
    (
        "It is a myth that the bay is bottomless.",
        "It is a myth that the bay is bottomless.",
        "the bay is bottomless.",
        "E141",
    ),
    (
        "The bay would be bottomless in a dream of my aunt.",
        "The bay would be bottomless in a dream",
        "bottomless in a dream",
        "E141",
    ),
    (
        "The gulls live as if they owned the roofs.",
        "The gulls live as if they owned the roofs.",
        "they owned the roofs.",
        "E141",
    ),
    (
        "I hope that the school will open again.",
        "I hope that the school will open again.",
        "the school will open again.",
        "E141",
    ),
]
# Quotations that look as if something were lost, and nothing is.
WHOLE: list[tuple[str, str]] = [
    ("She called it ‘the quiet year’ and laughed.", "She called it “the quiet year” and laughed."),
    ("She called it “the quiet year” and laughed.", "She called it ‘the quiet year’ and laughed."),
    ("She lived through “the ‘quiet’ year” of her life.", "the ‘quiet’ year”"),
    ("I never left the U.S. This is a small town.", "This is a small town."),
    ("I think he lives in the U.S. The town is small.", "The town is small."),
    ("The U.S. Embassy sent a letter to Mr. Brown.", "The U.S. Embassy sent a letter to Mr. Brown."),
    ("We met Mr. Brown at the pier. He waved […] at us.", "We met Mr. Brown at the pier."),
    ("We met Mr. Brown on the long grey pier of the town.", "We met Mr. Brown […] of the town."),
    ("It took 2½ hours to cross.", "It took 2 1/2 hours to cross."),
    ("It took 2 1/2 hours to cross.", "It took 2½ hours to cross."),
    ("It took ⅖ of a day.", "It took 2/5 of a day."),
    ("When I was young, the bay froze each winter.", "the bay froze each winter."),
    ("I know that the bay froze each winter.", "the bay froze each winter."),
    ("The bay froze each winter, and we walked across it.", "we walked across it."),
    ("The bay froze each winter because the current was weak.", "The bay froze each winter"),
    ("He asked if I was cold; the room had no stove.", "the room had no stove."),
    ("He is my friend. Some people envy us.", "He is my friend."),
    ("Some people envy us, and we smile at them.", "we smile at them."),
    ("It was cold (if you were from the south), and the stove was lit.", "the stove was lit."),
    (
        "The fish that we caught, some big and some small, went into one pot.",
        "The fish that we caught […] went into one pot.",
    ),
    ("My aunt, who lived by the pier, sang every night.", "My aunt […] sang every night."),
    ("Not only the pier but also the quay was new.", "Not only the pier but also the quay was new."),
    ("I wrote: “Courage needs company.”", "Courage needs company."),
    ("Two of the boats were red. They sailed at dawn.", "They sailed at dawn."),
    ("Many left early because the soup was cold.", "the soup was cold."),
    ("The keeper [a cousin of mine] was asleep on duty.", "The keeper [a cousin of mine] was asleep […]"),
    ("The soup was cold, which nobody minded.", "The soup was cold"),
]


@pytest.mark.parametrize(("post", "true", "bent", "code"), PAIRS)
def test_a_cut_keeps_what_limits_the_words(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}


@pytest.mark.parametrize(("post", "text"), WHOLE)
def test_what_loses_nothing_is_proved(post: str, text: str) -> None:
    assert judged(post, text).faults == ()
