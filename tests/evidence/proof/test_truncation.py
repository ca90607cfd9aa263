"""E141 truncated-quote: what a quotation may not cut off its sentence, and what it may."""

import pytest

from tests.evidence.valley import codes, judged, quote

# A post, a cut of it that may not be, and what must be said of that.
PAIRS = [
    ("The hill is to some degree a refuge.", "The hill is […] a refuge.", "E141"),
    ("I wonder how the pier was built.", "the pier was built.", "E141"),
    ("We never knew why. I have no idea why he left.", "he left.", "E141"),
    ("It is unclear when the well dried up.", "the well dried up.", "E141"),
    ("The guards opened the door reluctantly.", "The guards opened the door", "E141"),
    ("The county helps the island very little.", "The county helps the island", "E141"),
    ("The nuns are married to him in name.", "The nuns are married to him", "E141"),
    ("The weavers worked there for nothing.", "The weavers worked there", "E141"),
    ("If the keeper is awake, the gate opens at six.", "the gate opens at six.", "E141"),
    ("All boats came home except the old trawler.", "All boats came home", "E141"),
    ("Although many came, some fishermen refused to pay.", "fishermen refused to pay.", "E141"),
    ("The harbour is cursed, according to an old song.", "The harbour is cursed", "E141"),
    ("The rope is strong, but it was never tested.", "The rope is strong", "E141"),
    ("Only the captain may ring the bell.", "the captain may ring the bell.", "E141"),
    ("The pier is safe, the mayor says.", "The pier is safe", "E141"),
    ("I wonder whether the pier was ever paid for.", "the pier was ever paid for.", "E141"),
    ("The council should repair the pier before winter.", "repair the pier before winter.", "E141"),
    ("Most of the nets are mended by hand.", "the nets are mended by hand.", "E141"),
    ("An alleged smuggler lived in the lighthouse.", "smuggler lived in the lighthouse.", "E107"),
    ("The light works provided that somebody feeds it.", "The light works", "E141"),
    ("The fish is fresh, if you trust the label, and cheap.", "The fish is fresh, […] and cheap.", "E141"),
    ("The quay was only partly rebuilt after the war.", "The quay was […] rebuilt after the war.", "E141"),
    ("The bay would be bottomless in a dream of my aunt.", "bottomless in a dream", "E141"),
    ("I hope that the school will open again.", "the school will open again.", "E141"),
    ("It would be a lie to say that the school teaches nothing.", "the school teaches nothing.", "E141"),
    ("Were the mayor honest, he would resign.", "he would resign.", "E141"),
    ("The mayor is said to be honest.", "honest.", "E141"),
    ("Suppose the mayor sold the forest.", "the mayor sold the forest.", "E107"),
    ("What if the mayor sold the forest?", "the mayor sold the forest", "E141"),
    ("A handful of teachers beat the boys.", "teachers beat the boys.", "E141"),
    ("Teachers sometimes beat the boys.", "Teachers […] beat the boys.", "E141"),
    ("Teachers no longer beat the boys.", "Teachers […] beat the boys.", "E106"),
    ("The rumour is false that teachers beat the boys.", "teachers beat the boys.", "E106"),
    ("Far from being poor, the widow owned three mills.", "being poor, the widow owned three mills.", "E141"),
    ("The guards stopped helping the widow.", "helping the widow.", "E141"),
    ("The river is almost clean.", "The river is […] clean.", "E141"),
    ("The river is anything but clean.", "The river is […] clean.", "E141"),
    ("The river is clean enough for ducks, if not for us.", "The river is clean enough for ducks", "E141"),
    ("The river is clean on paper.", "The river is clean", "E141"),
    ("It is illegal to hire children here.", "hire children here.", "E141"),
    ("In my dream the flood returned.", "the flood returned.", "E141"),
    ("The bus comes every hour (except in winter).", "The bus comes every hour", "E141"),
    ("The bus comes every hour … if it comes.", "The bus comes every hour", "E141"),
    ("My uncle, if he is to be believed, met a bear.", "My uncle […] met a bear.", "E141"),
    ("Not all the uncles met a bear.", "the uncles met a bear.", "E106"),
    ("Up to forty uncles met bears.", "forty uncles met bears.", "E107"),
    ("Even the best uncles lie, except mine.", "Even the best uncles lie", "E141"),
    ("Rarely have I seen such cruel officers.", "have I seen such cruel officers.", "E106"),
    ("Officers would be cruel to us, people feared.", "Officers would be cruel to us", "E141"),
    ("A former thief guards the bank.", "thief guards the bank.", "E141"),
    ("I have been told that the king was kind.", "the king was kind.", "E107"),
    ("My grandmother used to tell us the king was kind.", "the king was kind.", "E141"),
    ("Who would say that the king was kind?", "the king was kind", "E141"),
    ("It's not as if the king was kind.", "the king was kind.", "E141"),
    ("That the king was kind is a fairy tale.", "the king was kind", "E141"),
    ("The king was kind, though only to horses.", "The king was kind", "E141"),
    ("No man in the land that the king ruled was cruel.", "the king ruled was cruel.", "E106"),
    ("Doctors treated 40 of 900 patients.", "Doctors treated 40 […] patients.", "E141"),
    ("Every patient in ward six sees a doctor.", "Every patient […] sees a doctor.", "E141"),
    ("The doctors could have saved them.", "saved them.", "E107"),
    ("The doctors were ordered to kill the dogs.", "kill the dogs.", "E141"),
    ("If only the doctors had come!", "the doctors had come!", "E141"),
    ("Give me ten honest men.", "honest men.", "E141"),
    ("Even if he came, the doctor would not help.", "he came", "E141"),
    ("The nurses help, provided the cook is away.", "The nurses help", "E141"),
    ("The mayor believes that the pier is safe.", "the pier is safe.", "E107"),
    ("They claim the pier was paid for twice.", "the pier was paid for twice.", "E107"),
    ("The quay, some say, was built by giants.", "The quay […] was built by giants.", "E107"),
    ("Imagine the mayor had sold the forest.", "the mayor had sold the forest.", "E107"),
    ("The inspectors found no proof that teachers beat the boys.", "teachers beat the boys.", "E106"),
    ("The officers were neither cruel nor kind.", "The officers were […] cruel", "E106"),
    ("Everyone is supposed to think the king was kind.", "the king was kind.", "E107"),
    ("The textbook wants us to believe the king was kind.", "the king was kind.", "E107"),
    ("It is hard to believe that the king was kind.", "the king was kind.", "E107"),
    ("The king was kind, despite what you hear, and never mean.", "The king was […] mean.", "E106"),
    ("Patients seldom died here.", "Patients […] died here.", "E106"),
]
# What only a person can judge.
DOUBTFUL = [
    ("Nobody rowed out that night, saw the lamp, or heard the bell.", "heard the bell."),
    ("None of them had learned to swim, or wanted to.", "wanted to."),
    ("Neither of the sisters married, or left the valley.", "left the valley."),
    ("Teachers in two villages beat the boys.", "Teachers […] beat the boys."),
    ("The river is clean until the mill opens.", "The river is clean"),
    ("The river is as clean as a gutter.", "The river is […] clean"),
    ("The bus comes every hour. But the sign is old.", "The bus comes every hour."),
    ("The officers were cruel and kind by turns.", "The officers were cruel […] by turns."),
    ("The king was kind by the standards of his age.", "The king was kind"),
    ("The king was kind before the war.", "The king was kind"),
    ("The cook of the king was cruel.", "the king was cruel."),
    ("Patients who ate the berries died.", "Patients […] died."),
    ("Recommendations for the town: mend the pier at once.", "mend the pier at once."),
    ("They came at night.", "They [the Turks] came at night."),
    ("The boys were quiet.", "The boys were quiet [or else]."),
    ("He helps the poor.", "He helps [himself to] the poor."),
    ("She went to the mayor.", "She [the whore] went to the mayor."),
]
# Quotations that look as if something were lost, and nothing is.
WHOLE = [
    ("Nobody rowed out that night, and the lamp went out.", "the lamp went out."),
    ("I know how the bell was cast.", "the bell was cast."),
    ("I remember when the pier was built.", "the pier was built."),
    ("She called it “the quiet year” and laughed.", "She called it ‘the quiet year’ and laughed."),
    ("I never left the U.S. This is a small town.", "This is a small town."),
    ("The U.S. Embassy sent a letter to Mr. Brown.", "The U.S. Embassy sent a letter to Mr. Brown."),
    ("We met Mr. Brown on the long grey pier of the town.", "We met Mr. Brown […] of the town."),
    ("It took 2 1/2 hours to cross.", "It took 2½ hours to cross."),
    ("When I was young, the bay froze each winter.", "the bay froze each winter."),
    ("The bay froze each winter, and we walked across it.", "we walked across it."),
    ("He asked if I was cold; the room had no stove.", "the room had no stove."),
    ("Some people envy us, and we smile at them.", "we smile at them."),
    ("My aunt, who lived by the pier, sang every night.", "My aunt […] sang every night."),
    ("I wrote: “Courage needs company.”", "Courage needs company."),
    ("Many left early because the soup was cold.", "the soup was cold."),
    ("The soup was cold, which nobody minded.", "The soup was cold"),
    ("I remember that the river was clean.", "the river was clean."),
    ("The good news is that the river is clean.", "the river is clean."),
    ("After the flood, the river was clean, and the fish came back.", "the river was clean"),
    ("The river was clean, so we swam.", "The river was clean"),
    ("My aunt, a nurse in Norwood, never slept before noon.", "My aunt […] never slept before noon."),
    ("We have two dogs, three cats and a goat.", "and a goat."),
    ("I saw many people, and they were singing.", "they were singing."),
    ("He can sing, and he plays the harp well.", "he plays the harp well."),
    ("I used to live there, but the house is gone now.", "the house is gone now."),
    ("The kitchen was warm even though it snowed.", "it snowed."),
    ("Yes, the kitchen was warm.", "the kitchen was warm."),
    ("The kitchen was warm, it smelled of bread, and everybody sang.", "it smelled of bread"),
    ("I met the only doctor of the town, who taught me chess.", "who taught me chess."),
    ("He arrived from the U.S. with Mrs. Hill and Dr. Moss.", "with Mrs. Hill and Dr. Moss."),
    ("I told them that courage is a habit.", "courage is a habit."),
    ("The book “Rivers of ‘Home’” is mine.", "The book “Rivers of ‘Home’” is mine."),
    ("Everybody knows the song [and hates it].", "Everybody knows the song [and hates it]."),
    ("The smell of some herbs reminds me of her kitchen.", "reminds me of her kitchen."),
    ("We can see the sea from here, a blue line.", "a blue line."),
    ("What I liked most was the view from the roof.", "the view from the roof."),
    ("My students wrote a song about rain.", "wrote a song about rain."),
    ("The teacher asked for silence; the boys were quiet.", "the boys were quiet."),
    ("It's St. Anne's, as you can see. The boys were quiet.", "The boys were quiet."),
    ("The street was empty, as always on Sundays.", "The street was empty"),
    ("To this day I dream of that street.", "I dream of that street."),
    ("This street, I told her, is mine.", "This street, I told her, is mine."),
    ("At school we learned to sing; at home we learned to mend nets.", "at home we learned to mend nets."),
    ("Each spring the river rises.", "the river rises."),
    ("The river rose, the bridge fell, and we rowed.", "the bridge fell"),
    ("My wife likes the river more than I do.", "My wife likes the river"),
    ("The teacher told us about rivers. They are long.", "They are long."),
    ("I was twelve when the river rose.", "the river rose."),
    ("We had enough bread, cheese and hope.", "We had enough bread"),
    ("More than anything, I missed the river.", "I missed the river."),
    ("Two years later, I came back.", "I came back."),
    ("Many years ago, the river froze.", "the river froze."),
    ("After some time we ran home.", "we ran home."),
    ("With only two oars we rowed home.", "we rowed home."),
    ("At least the bell rang.", "the bell rang."),
    ("The stove (if you could call it one) was lit at six by my aunt.", "lit at six by my aunt."),
    ("They are paid little, if anything at all.", "They are paid little"),
    ("The soup was not only hot but good, my favourite.", "The soup was not only hot"),
    ("The wall of this house, which does anything but keep us warm, is new.", "The wall of this house […] is new."),
    ("My aunt, who sang well, lived here.", "My aunt, […] sang well"),
    ("The rules are in articles 3, 4, and 5, which nobody reads.", "4, and 5"),
]


@pytest.mark.parametrize(("post", "cut", "code"), PAIRS)
def test_a_cut_keeps_what_limits_the_words(post: str, cut: str, code: str) -> None:
    assert judged(post, post).faults == ()
    assert code in {one.code for one in judged(post, cut).faults}


@pytest.mark.parametrize(("post", "text"), DOUBTFUL)
def test_what_only_a_person_can_judge_is_listed(post: str, text: str) -> None:
    verdict = judged(post, text)
    assert verdict.faults == ()
    assert verdict.question


@pytest.mark.parametrize(("post", "text"), WHOLE)
def test_what_loses_nothing_is_proved(post: str, text: str) -> None:
    assert judged(post, text).faults == ()


@pytest.mark.parametrize(
    "behind",
    [
        "but the silence of the neighbors wore them down",
        "but his brothers stayed at home that night",
        "but our old mule carried the sacks",
        "but the rain came through the roof",
        "but a fire in the barn frightened everybody",
    ],
)
def test_a_but_of_another_matter_is_left_to_a_person(behind: str) -> None:
    found = judged(f"The carters wrapped their hands in wool, {behind}.", "The carters wrapped their hands in wool")
    assert found.faults == ()
    assert "'but'" in found.question


@pytest.mark.parametrize(
    "behind",
    [
        "but not their feet",
        "but only on Sundays",
        "but they never did so again",
        "but the wool did not help",
        "but the herder says it is untrue",
    ],
)
def test_a_but_that_takes_something_back_is_not(behind: str) -> None:
    found = judged(f"The carters wrapped their hands in wool, {behind}.", "The carters wrapped their hands in wool")
    assert [one.code for one in found.faults] == ["E141"]


@pytest.mark.parametrize(
    ("post", "text", "asked"),
    [
        ("The sailors, most from Oslo, sing.", "The sailors […] sing", "what is left out holds 'most': is it needed?"),
        ("They feed boys who sing at night.", "They feed boys", "the sentence goes on with 'who': is it needed?"),
    ],
)
def test_what_tells_how_many_or_which_ones_is_named(post: str, text: str, asked: str) -> None:
    assert judged(post, text).question == asked


def test_hardly_a_true_quotation_is_left_to_a_person() -> None:
    assert sum(bool(judged(post, text).question) for post, text in WHOLE) * 10 <= len(WHOLE)


def test_a_cut_is_told_with_the_word_that_is_lost() -> None:
    (fault,) = judged("The gate opens at six if the keeper is awake.", "The gate opens at six").faults
    assert fault.message.startswith("truncated: the sentence goes on with 'if', a condition")


def test_a_word_that_is_cut_off_may_be_kept_in_brackets_where_it_stood() -> None:
    post = "Although many came, some fishermen refused to pay."
    assert judged(post, "[Some] fishermen refused to pay.").faults == ()
    assert [one.code for one in judged(post, "fishermen refused [some] to pay.").faults] == ["E141", "E145"]
    post = "The harbour is cursed, according to an old song of the town."
    assert judged(post, "The harbour is cursed [according to an old song]").faults == ()


def test_what_another_voice_says_of_it_limits_nothing() -> None:
    # 'called over the wall' is the walker's, and so are the words before a voice.
    assert codes(quotes=quote("Nobody mends what nobody needs", "neighbour")) == []
    post = "If he is awake, my uncle insists, “The old well is deep,” though he says so of every well."
    voices = "{title: The valley, date: 2012-04, voices: [{who: miller, from: The old, to: is deep}]}"
    assert (
        codes(quotes=quote("The old well is deep", "miller"), sources_yaml=f"valley: {voices}", posts__valley_txt=post)
        == []
    )


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The mill was sold because supposedly the town is rich.", "The mill was sold"),
        ("A choir was founded since apparently the nuns were bored.", "A choir was founded"),
        ("They left the island because reportedly the well was dry.", "They left the island"),
        ("The inn closed as supposedly no guest could find it.", "The inn closed"),
        ("I gave up my boat because allegedly the harbor leaks.", "I gave up my boat"),
        ("The school moved, because apparently the roof was unsafe, to a barn.", "The school moved"),
    ],
)
def test_a_doubt_of_the_reason_alone_is_left_to_a_person(post: str, text: str) -> None:
    found = judged(post, text)
    assert found.proved, found.faults


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The mill was sold, supposedly because the town is rich.", "The mill was sold"),
        ("A choir was founded apparently by nuns.", "A choir was founded"),
        ("The inn closed in May, reportedly.", "The inn closed in May"),
        ("The well is dry because of the dam, allegedly.", "The well is dry"),
        ("They left the island, as supposedly everybody did.", "They left the island"),
        ("The school moved because the roof was unsafe, according to the mayor.", "The school moved"),
    ],
)
def test_a_doubt_of_all_of_it_may_not_be_cut_off(post: str, text: str) -> None:
    assert {"E107", "E141"} & {one.code for one in judged(post, text).faults}


# (a sentence, what is quoted of it), cut off right behind "that".
WEIGHED = (
    ("This should mean that the ferry will run on Sundays.", "the ferry will run on Sundays."),
    ("From his letters it would follow that the abbot sold the vines.", "the abbot sold the vines."),
    ("The ashes suggest that the bakers fled at night.", "the bakers fled at night."),
    ("The cooks hope that the cellar will be dry by May.", "the cellar will be dry by May."),
    ("It could be that the smith owns both forges.", "the smith owns both forges."),
    ("All of which implies that the mayor sold the lake.", "the mayor sold the lake."),
    ("One would hope that the judge reads the letters.", "the judge reads the letters."),
    ("Let us pray that the dam holds until spring.", "the dam holds until spring."),
    ("Odds are that the nuns will move to the coast.", "the nuns will move to the coast."),
    ("That ought to mean that guests pay nothing.", "guests pay nothing."),
)
STATED = (
    ("I know that the ferry runs on Sundays.", "the ferry runs on Sundays."),
    ("It is a fact that the abbot sold the vines.", "the abbot sold the vines."),
    ("We saw that the bakers fled at night.", "the bakers fled at night."),
    ("I am proud that the cellar was dry by May.", "the cellar was dry by May."),
    ("The trouble is that the smith owns both forges.", "the smith owns both forges."),
    ("What I learned is that the mayor sold the lake.", "the mayor sold the lake."),
    ("Let me add that the judge reads the letters.", "the judge reads the letters."),
    ("She built a wall that the goats climbed every day.", "the goats climbed every day."),
    ("I am glad that the dam held until spring.", "the dam held until spring."),
    ("The road was so bad that the nuns walked.", "the nuns walked."),
    ("Was that loud when the bell fell down?", "the bell fell down?"),
)


@pytest.mark.parametrize(("post", "text"), WEIGHED)
def test_what_is_only_wished_or_concluded_keeps_its_frame(post: str, text: str) -> None:
    assert {"E107", "E141"} & {one.code for one in judged(post, text).faults}
    assert not judged(post, post).faults


@pytest.mark.parametrize(("post", "text"), STATED)
def test_what_the_speaker_says_or_knows_needs_no_frame(post: str, text: str) -> None:
    assert not judged(post, text).faults


@pytest.mark.parametrize(("frame", "named"), [("Odds are", "odds are"), ("They have the idea", "idea")])
def test_a_frame_is_named_by_its_view(frame: str, named: str) -> None:
    (fault,) = judged(f"{frame} that the nuns will move.", "the nuns will move.").faults
    assert fault.message.endswith(f"begins with '{named}', a frame of what is quoted")
