"""E141 truncated-quote: what a quotation may not cut off its sentence, and what it may."""

import pytest

from tests.evidence.valley import codes, judged, quote

# A post, a quotation of it that is true, the same cut where it may not be, and what must be said of that.
PAIRS: list[tuple[str, str, str, str]] = [
    (
        "The town is a market and, to a lesser extent, a port for grain.",
        "The town is a market and, to a lesser extent, a port for grain.",
        "The town is a market and […] a port for grain.",
        "E141",
    ),
    ("The hill is to some degree a refuge.", "is to some degree a refuge.", "The hill is […] a refuge.", "E141"),
    ("The choir is partially paid.", "The choir is partially paid.", "The choir is […] paid.", "E141"),
    ("I wonder how the pier was built.", "I wonder how the pier was built.", "the pier was built.", "E141"),
    ("She was not sure whether the ice held.", "not sure whether the ice held.", "the ice held.", "E141"),
    ("We never knew why. I have no idea why he left.", "I have no idea why he left.", "he left.", "E141"),
    ("They asked me if the town was safe.", "asked me if the town was safe.", "the town was safe.", "E141"),
    ("It is unclear when the well dried up.", "unclear when the well dried up.", "the well dried up.", "E141"),
    (
        "It is a fund designed to rebuild the pier.",
        "It is a fund designed to rebuild the pier.",
        "rebuild the pier.",
        "E141",
    ),
    (
        "The guards opened the door reluctantly.",
        "The guards opened the door reluctantly.",
        "The guards opened the door",
        "E141",
    ),
    ("They searched the forest in vain.", "They searched the forest in vain.", "They searched the forest", "E141"),
    (
        "The county helps the island very little.",
        "The county helps the island very little.",
        "The county helps the island",
        "E141",
    ),
    (
        "The herders left the plain against their will.",
        "The herders left the plain against their will.",
        "The herders left the plain",
        "E141",
    ),
    (
        "The nuns are married to him in name.",
        "The nuns are married to him in name.",
        "The nuns are married to him",
        "E141",
    ),
    ("The doctors came too late.", "The doctors came too late.", "The doctors came", "E141"),
    (
        "The weavers worked there for nothing.",
        "The weavers worked there for nothing.",
        "The weavers worked there",
        "E141",
    ),
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
        "E107",
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
    (
        "Nobody but the cook may open the cellar.",
        "Nobody but the cook may open the cellar.",
        "the cook may open the cellar.",
        "E141",
    ),
    (
        "It would be a lie to say that the school teaches nothing.",
        "It would be a lie to say that the school teaches nothing.",
        "the school teaches nothing.",
        "E141",
    ),
    (
        "Had the bridge been closed, nobody would have drowned.",
        "Had the bridge been closed, nobody would have drowned.",
        "nobody would have drowned.",
        "E141",
    ),
    ("Were the mayor honest, he would resign.", "Were the mayor honest, he would resign.", "he would resign.", "E141"),
    (
        "The mayor is honest in the eyes of his mother.",
        "The mayor is honest in the eyes of his mother.",
        "The mayor is honest",
        "E141",
    ),
    ("The mayor is said to be honest.", "The mayor is said to be honest.", "honest.", "E141"),
    (
        "Critics of the mayor say he sold the forest.",
        "Critics of the mayor say he sold the forest.",
        "he sold the forest.",
        "E141",
    ),
    ("Suppose the mayor sold the forest.", "Suppose the mayor sold the forest.", "the mayor sold the forest.", "E141"),
    (
        "Imagine the mayor had sold the forest.",
        "Imagine the mayor had sold the forest.",
        "the mayor had sold the forest.",
        "E141",
    ),
    ("What if the mayor sold the forest?", "What if the mayor sold the forest?", "the mayor sold the forest", "E141"),
    (
        "The mayor sold the forest, or so the baker says.",
        "The mayor sold the forest, or so the baker says.",
        "The mayor sold the forest",
        "E141",
    ),
    ("A handful of teachers beat the boys.", "A handful of teachers beat the boys.", "teachers beat the boys.", "E141"),
    ("One in nine teachers beat the boys.", "One in nine teachers beat the boys.", "teachers beat the boys.", "E141"),
    ("Teachers sometimes beat the boys.", "Teachers sometimes beat the boys.", "Teachers […] beat the boys.", "E141"),
    ("Teachers used to beat the boys.", "Teachers used to beat the boys.", "beat the boys.", "E141"),
    ("Teachers no longer beat the boys.", "Teachers no longer beat the boys.", "Teachers […] beat the boys.", "E106"),
    (
        "Teachers were accused of beating the boys.",
        "Teachers were accused of beating the boys.",
        "beating the boys.",
        "E141",
    ),
    (
        "The rumour is false that teachers beat the boys.",
        "The rumour is false that teachers beat the boys.",
        "teachers beat the boys.",
        "E106",
    ),
    (
        "The inspectors found no proof that teachers beat the boys.",
        "The inspectors found no proof that teachers beat the boys.",
        "teachers beat the boys.",
        "E106",
    ),
    (
        "Far from being poor, the widow owned three mills.",
        "Far from being poor, the widow owned three mills.",
        "being poor, the widow owned three mills.",
        "E141",
    ),
    (
        "Instead of helping, the guards laughed.",
        "Instead of helping, the guards laughed.",
        "helping, the guards laughed.",
        "E141",
    ),
    ("The guards stopped helping the widow.", "The guards stopped helping the widow.", "helping the widow.", "E141"),
    ("The guards avoided beating anybody.", "The guards avoided beating anybody.", "beating anybody.", "E141"),
    ("The river is almost clean.", "The river is almost clean.", "The river is […] clean.", "E141"),
    ("The river is far from clean.", "The river is far from clean.", "The river is […] clean.", "E141"),
    ("The river is anything but clean.", "The river is anything but clean.", "The river is […] clean.", "E141"),
    (
        "The river is less clean than the lake.",
        "The river is less clean than the lake.",
        "The river is […] clean",
        "E141",
    ),
    (
        "The river is clean enough for ducks, if not for us.",
        "The river is clean enough for ducks, if not for us.",
        "The river is clean enough for ducks",
        "E141",
    ),
    (
        "The river is clean, at least on Sundays.",
        "The river is clean, at least on Sundays.",
        "The river is clean",
        "E141",
    ),
    ("The river is clean on paper.", "The river is clean on paper.", "The river is clean", "E141"),
    (
        "The river, which is hardly ever clean, runs past the school.",
        "The river, which is hardly ever clean, runs past the school.",
        "The river […] clean, runs past the school.",
        "E106",
    ),
    (
        "The law forbids parents to hire children.",
        "The law forbids parents to hire children.",
        "parents to hire children.",
        "E141",
    ),
    ("It is illegal to hire children here.", "It is illegal to hire children here.", "hire children here.", "E141"),
    (
        "The bishop warned that the flood would return.",
        "The bishop warned that the flood would return.",
        "the flood would return.",
        "E141",
    ),
    ("In my dream the flood returned.", "In my dream the flood returned.", "the flood returned.", "E141"),
    (
        "On a good day the bus comes every hour.",
        "On a good day the bus comes every hour.",
        "the bus comes every hour.",
        "E141",
    ),
    (
        "The bus comes every hour (except in winter).",
        "The bus comes every hour (except in winter).",
        "The bus comes every hour",
        "E141",
    ),
    (
        "The bus comes every hour – except in winter.",
        "The bus comes every hour – except in winter.",
        "The bus comes every hour",
        "E141",
    ),
    (
        "The bus comes every hour … if it comes.",
        "The bus comes every hour … if it comes.",
        "The bus comes every hour",
        "E141",
    ),
    (
        "The bus comes daily and, if the road is dry, on time.",
        "The bus comes daily and, if the road is dry, on time.",
        "The bus comes daily and […] on time.",
        "E141",
    ),
    (
        "My uncle, if he is to be believed, met a bear.",
        "My uncle, if he is to be believed, met a bear.",
        "My uncle […] met a bear.",
        "E141",
    ),
    (
        "My uncle the liar claims to have met a bear.",
        "My uncle the liar claims to have met a bear.",
        "have met a bear.",
        "E141",
    ),
    ("Not all the uncles met a bear.", "Not all the uncles met a bear.", "the uncles met a bear.", "E106"),
    ("Few uncles ever met a bear.", "Few uncles ever met a bear.", "uncles ever met a bear.", "E141"),
    ("Up to forty uncles met bears.", "Up to forty uncles met bears.", "forty uncles met bears.", "E107"),
    (
        "The only uncle who met a bear was blind.",
        "The only uncle who met a bear was blind.",
        "uncle who met a bear was blind.",
        "E141",
    ),
    (
        "Even the best uncles lie, except mine.",
        "Even the best uncles lie, except mine.",
        "Even the best uncles lie",
        "E141",
    ),
    (
        "The officers were neither cruel nor kind.",
        "The officers were neither cruel nor kind.",
        "The officers were […] cruel",
        "E106",
    ),
    (
        "Rarely have I seen such cruel officers.",
        "Rarely have I seen such cruel officers.",
        "have I seen such cruel officers.",
        "E106",
    ),
    ("The officers denied being cruel to us.", "The officers denied being cruel to us.", "being cruel to us.", "E106"),
    (
        "Officers would be cruel to us, people feared.",
        "Officers would be cruel to us, people feared.",
        "Officers would be cruel to us",
        "E141",
    ),
    ("So-called doctors sold us water.", "So-called doctors sold us water.", "doctors sold us water.", "E141"),
    ("A former thief guards the bank.", "A former thief guards the bank.", "thief guards the bank.", "E141"),
    ("The king, they insist, was kind.", "The king, they insist, was kind.", "The king […] was kind.", "E141"),
    (
        "I have been told that the king was kind.",
        "I have been told that the king was kind.",
        "the king was kind.",
        "E107",
    ),
    (
        "Everyone is supposed to think the king was kind.",
        "Everyone is supposed to think the king was kind.",
        "the king was kind.",
        "E141",
    ),
    (
        "My grandmother used to tell us the king was kind.",
        "My grandmother used to tell us the king was kind.",
        "the king was kind.",
        "E141",
    ),
    (
        "The textbook wants us to believe the king was kind.",
        "The textbook wants us to believe the king was kind.",
        "the king was kind.",
        "E141",
    ),
    ("Who would say that the king was kind?", "Who would say that the king was kind?", "the king was kind", "E141"),
    (
        "It is hard to believe that the king was kind.",
        "It is hard to believe that the king was kind.",
        "the king was kind.",
        "E141",
    ),
    ("It's not as if the king was kind.", "It's not as if the king was kind.", "the king was kind.", "E141"),
    (
        "To say that the king was kind is to mock us.",
        "To say that the king was kind is to mock us.",
        "the king was kind",
        "E141",
    ),
    ("That the king was kind is a fairy tale.", "That the king was kind is a fairy tale.", "the king was kind", "E141"),
    ("The king was kind – or pretended to be.", "The king was kind – or pretended to be.", "The king was kind", "E141"),
    (
        "The king was kind, though only to horses.",
        "The king was kind, though only to horses.",
        "The king was kind",
        "E141",
    ),
    (
        "The king was kind, despite what you hear, and never mean.",
        "The king was kind, despite what you hear, and never mean.",
        "The king was […] mean.",
        "E106",
    ),
    (
        "No man in the land that the king ruled was cruel.",
        "No man in the land that the king ruled was cruel.",
        "the king ruled was cruel.",
        "E106",
    ),
    (
        "Without a licence, doctors may treat only pets.",
        "Without a licence, doctors may treat only pets.",
        "doctors may treat only pets.",
        "E141",
    ),
    (
        "Doctors treated 40 of 900 patients.",
        "Doctors treated 40 of 900 patients.",
        "Doctors treated 40 […] patients.",
        "E141",
    ),
    (
        "In theory, every patient sees a doctor.",
        "In theory, every patient sees a doctor.",
        "every patient sees a doctor.",
        "E141",
    ),
    (
        "Every patient in ward six sees a doctor.",
        "Every patient in ward six sees a doctor.",
        "Every patient […] sees a doctor.",
        "E141",
    ),
    ("Patients seldom died here.", "Patients seldom died here.", "Patients […] died here.", "E106"),
    ("The doctors could have saved them.", "The doctors could have saved them.", "saved them.", "E107"),
    ("The doctors tried to save them.", "The doctors tried to save them.", "The doctors […] save them.", "E141"),
    (
        "The doctors were ordered to kill the dogs.",
        "The doctors were ordered to kill the dogs.",
        "kill the dogs.",
        "E141",
    ),
    ("Doctors who kill should be tried.", "Doctors who kill should be tried.", "Doctors […] kill", "E141"),
    ("If only the doctors had come!", "If only the doctors had come!", "the doctors had come!", "E141"),
    (
        "The doctors came, thank God, unlike the police.",
        "The doctors came, thank God, unlike the police.",
        "The doctors came […] the police.",
        "E141",
    ),
    ("Give me ten honest men.", "Give me ten honest men.", "honest men.", "E141"),
    (
        "Whether or not he paid, the doctor came.",
        "Whether or not he paid, the doctor came.",
        "the doctor came.",
        "E141",
    ),
    ("Even if he came, the doctor would not help.", "Even if he came, the doctor would not help.", "he came", "E141"),
    (
        "The work was long, hard but fair, and ended in May.",
        "The work was long, hard but fair, and ended in May.",
        "The work was long […] and ended in May.",
        "E141",
    ),
    (
        "The nurses help, provided the cook is away.",
        "The nurses help, provided the cook is away.",
        "The nurses help",
        "E141",
    ),
]
# What only a person can judge.
DOUBTFUL: list[tuple[str, str]] = [
    ("Nobody rowed out that night, saw the lamp, or heard the bell.", "heard the bell."),
    ("It is sad that no one here reads, sings or plants trees.", "plants trees."),
    ("None of them had learned to swim, or wanted to.", "wanted to."),
    ("Few came home, and told their children of it.", "told their children of it."),
    ("Neither of the sisters married, or left the valley.", "left the valley."),
    ("The mayor sold the forest in the film.", "The mayor sold the forest"),
    ("Teachers in two villages beat the boys.", "Teachers […] beat the boys."),
    ("The river is clean when nobody looks.", "The river is clean"),
    ("The river is clean until the mill opens.", "The river is clean"),
    ("The river is too clean to be true.", "The river is […] clean"),
    ("The river is as clean as a gutter.", "The river is […] clean"),
    ("The bus comes every hour. Or so the sign says.", "The bus comes every hour."),
    ("The bus comes every hour. But the sign is old.", "The bus comes every hour."),
    ("We are free to leave and to return.", "We are free to leave"),
    ("The officers were cruel and kind by turns.", "The officers were cruel […] by turns."),
    ("The king was kind whenever the queen looked.", "The king was kind"),
    ("The king was kind by the standards of his age.", "The king was kind"),
    ("The king was once kind.", "The king was […] kind."),
    ("The king was kind before the war.", "The king was kind"),
    ("The late king's brother was cruel.", "brother was cruel."),
    ("The cook of the king was cruel.", "the king was cruel."),
    ("Doctors treated 40 patients and lost three.", "Doctors treated 40 patients"),
    ("Patients who ate the berries died.", "Patients […] died."),
    ("All the boats came home.", "boats came home."),
    ("Recommendations for the town: mend the pier at once.", "mend the pier at once."),
    ("In the film the mayor sold the forest.", "the mayor sold the forest."),
    ("They came at night.", "They [the Turks] came at night."),
    ("The boys were quiet.", "The boys were [deadly] quiet."),
    ("The boys were quiet.", "The boys were quiet [or else]."),
    ("He lives at the shore.", "He lives [off women] at the shore."),
    ("He helps the poor.", "He helps [himself to] the poor."),
    ("She said no to the mayor.", "She said no [yes] to the mayor."),
    ("She went to the mayor.", "She [the whore] went to the mayor."),
]
# Quotations that look as if something were lost, and nothing is.
WHOLE: list[tuple[str, str]] = [
    ("Nobody rowed out that night, and the lamp went out.", "the lamp went out."),
    ("No one came, or so they say; my aunt baked anyway.", "my aunt baked anyway."),
    ("I know how the bell was cast.", "the bell was cast."),
    ("She told us where the lamp stood.", "the lamp stood."),
    ("I remember when the pier was built.", "the pier was built."),
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
    ("The boys told me they liked the soup. I had cooked it at home.", "I had cooked it at home."),
    ("I remember that the river was clean.", "the river was clean."),
    ("I was glad that the river was clean.", "the river was clean."),
    ("The good news is that the river is clean.", "the river is clean."),
    ("Last year, in the village of my mother, the river was clean.", "the river was clean."),
    ("After the flood, the river was clean, and the fish came back.", "the river was clean"),
    ("The river was clean, and the fish came back.", "the fish came back."),
    ("The river was clean, so we swam.", "The river was clean"),
    ("Because the mill had closed, the river was clean.", "the river was clean."),
    ("My aunt, a nurse in Norwood, never slept before noon.", "My aunt […] never slept before noon."),
    ("We walked to the lake and swam until noon.", "We walked to the lake"),
    ("We have two dogs, three cats and a goat.", "and a goat."),
    ("There were two schools in the town, and both were full.", "both were full."),
    ("I saw many people, and they were singing.", "they were singing."),
    ("In 2010 they built a bridge.", "they built a bridge."),
    ("He can sing, and he plays the harp well.", "he plays the harp well."),
    ("To our surprise the door was open.", "the door was open."),
    ("I used to live there, but the house is gone now.", "the house is gone now."),
    ("She asked whether I was hungry. The kitchen was warm.", "The kitchen was warm."),
    ("The kitchen was warm even though it snowed.", "it snowed."),
    ("I do not know why, but the kitchen was warm.", "the kitchen was warm."),
    ("Yes, the kitchen was warm.", "the kitchen was warm."),
    ("The kitchen, warm and small, was my classroom.", "The kitchen […] was my classroom."),
    ("The kitchen was warm, it smelled of bread, and everybody sang.", "it smelled of bread"),
    ("They gave us bread, butter and two eggs each morning.", "They gave us bread"),
    ("I met the only doctor of the town, who taught me chess.", "who taught me chess."),
    ("He arrived in the U.S. in May. He stayed.", "He arrived in the U.S. […] He stayed."),
    ("He arrived from the U.S. with Mrs. Hill and Dr. Moss.", "with Mrs. Hill and Dr. Moss."),
    ("“Come in,” I said, and the boy sat down.", "the boy sat down."),
    ("I told them that courage is a habit.", "courage is a habit."),
    ("It lasted 1½ days; 2½ were planned.", "It lasted 1½ days"),
    ("The book “Rivers of ‘Home’” is mine.", "The book “Rivers of ‘Home’” is mine."),
    ("The book “Rivers of ‘Home’” is mine.", "The book ‘Rivers of “Home”’ is mine."),
    ("Everybody knows the song [and hates it].", "Everybody knows the song [and hates it]."),
    ("Everybody knows the song [and hates it], the poor thing.", "[My dear] Everybody knows the song [and hates it]"),
    ("The smell of some herbs reminds me of her kitchen.", "reminds me of her kitchen."),
    ("As a child I believed in bears. The forest was dark.", "The forest was dark."),
    ("We can see the sea from here, a blue line.", "a blue line."),
    ("I hoped to see her again. The train was late.", "The train was late."),
    ("What I liked most was the view from the roof.", "the view from the roof."),
    ("It was the first time that I saw snow.", "I saw snow."),
    ("My students wrote a song about rain.", "wrote a song about rain."),
    ("On Sunday my students wrote a song about rain.", "a song about rain."),
    ("The teacher asked for silence; the boys were quiet.", "the boys were quiet."),
    ("The boys, of course, were quiet.", "The boys […] were quiet."),
    ("It's St. Anne's, as you can see. The boys were quiet.", "The boys were quiet."),
    ("She said no to the mayor. The street was empty.", "The street was empty."),
    ("The street was empty, as always on Sundays.", "The street was empty"),
    ("The street was empty – not a soul in sight.", "not a soul in sight."),
    ("To this day I dream of that street.", "I dream of that street."),
    ("For years I have walked that street.", "I have walked that street."),
    ("This street, I told her, is mine.", "This street, I told her, is mine."),
    ("I say that the street is ours.", "the street is ours."),
    ("At school we learned to sing; at home we learned to mend nets.", "at home we learned to mend nets."),
    (
        "We learned to mend nets from Mr. O'Hara, B.A., of Norwood.",
        "We learned to mend nets from Mr. O'Hara, B.A., of Norwood.",
    ),
    ("It cost ½ a crown. I paid ¼.", "It cost 1/2 a crown. I paid 1/4."),
    ("Each spring the river rises.", "the river rises."),
    ("The river rises each spring, as it did in my childhood.", "as it did in my childhood."),
    ("The river rose, the bridge fell, and we rowed.", "the bridge fell"),
    ("Oh, how the river rose!", "how the river rose!"),
    ("My wife likes the river more than I do.", "My wife likes the river"),
    ("A friend sent me this: the river rose.", "A friend sent me this"),
    ("The teacher told us about rivers. They are long.", "They are long."),
    ("He was asked to sing. His voice was thin.", "His voice was thin."),
    ("I was twelve when the river rose.", "the river rose."),
    ("There is a river, and there is a bridge, which is new.", "there is a bridge"),
    ("We had enough bread, cheese and hope.", "We had enough bread"),
    ("All in all, it was a good year.", "it was a good year."),
    ("More than anything, I missed the river.", "I missed the river."),
    ("Most of all, I missed the river.", "I missed the river."),
    ("Two years later, I came back.", "I came back."),
    ("One day I came back.", "I came back."),
    ("Many years ago, the river froze.", "the river froze."),
    ("Every time the bell rang, we ran home.", "we ran home."),
    ("After some time we ran home.", "we ran home."),
    ("For some reason the bell rang.", "the bell rang."),
    ("With only two oars we rowed home.", "we rowed home."),
    ("Once more the bell rang.", "the bell rang."),
    ("At least the bell rang.", "the bell rang."),
    ("Almost at once the bell rang.", "the bell rang."),
    ("The stove (if you could call it one) was lit at six by my aunt.", "lit at six by my aunt."),
    ("If it rained we stayed, and in the evening my aunt sang.", "my aunt sang."),
    ("They are paid little, if anything at all.", "They are paid little"),
    ("I went home to see if the stove was lit.", "I went home"),
    ("The soup was not only hot but good, my favourite.", "The soup was not only hot"),
    ("We had nothing in the house but bread.", "We had nothing […] but bread."),
    ("The wall of this house, which does anything but keep us warm, is new.", "The wall of this house […] is new."),
    ("The children were used to the cold and to hunger.", "the cold"),
    ("My aunt, who sang well, lived here.", "My aunt, […] sang well"),
    ("We watched the film, then wrote a song.", "We watched the film"),
    ("The rules are in articles 3, 4, and 5, which nobody reads.", "4, and 5"),
    ("The nurses, with our cook, provided lunch.", "The nurses"),
]


@pytest.mark.parametrize(("post", "true", "bent", "code"), PAIRS)
def test_a_cut_keeps_what_limits_the_words(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}


@pytest.mark.parametrize(("post", "text"), DOUBTFUL)
def test_what_only_a_person_can_judge_is_listed(post: str, text: str) -> None:
    verdict = judged(post, text)
    assert verdict.faults == ()
    assert verdict.review


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
    assert "'but'" in " ".join(found.review)


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
    assert judged(post, text).review == (asked,)


def test_hardly_a_true_quotation_is_left_to_a_person() -> None:
    assert sum(bool(judged(post, text).review) for post, text in WHOLE) * 10 <= len(WHOLE)


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
    ("They said that he came, and I know the ferry runs on Sundays.", "the ferry runs on Sundays."),
    ("I read a story behind that wall, and the smith owns both forges.", "the smith owns both forges."),
    ("Was that loud when the bell fell down?", "the bell fell down?"),
)


@pytest.mark.parametrize(("post", "text"), WEIGHED)
def test_what_is_only_wished_or_concluded_keeps_its_frame(post: str, text: str) -> None:
    assert [one.code for one in judged(post, text).faults] == ["E141"]
    assert not judged(post, post).faults


@pytest.mark.parametrize(("post", "text"), STATED)
def test_what_the_speaker_says_or_knows_needs_no_frame(post: str, text: str) -> None:
    assert not judged(post, text).faults


@pytest.mark.parametrize(("frame", "named"), [("Odds are", "odds are"), ("They have the idea", "idea")])
def test_a_frame_is_named_by_its_view(frame: str, named: str) -> None:
    (fault,) = judged(f"{frame} that the nuns will move.", "the nuns will move.").faults
    assert fault.message.endswith(f"begins with '{named}', a frame of what is quoted")
