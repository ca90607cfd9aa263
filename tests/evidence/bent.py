"""Facts beside what was made of them: sentences of posts of our own, and what an entry says of them.

Of each passage `post` holds the text and `exact` the pointer; then come statements that are true of it, and those that
bend it. What else an entry has stands in `keys`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Passage(NamedTuple):
    """A few sentences of a post, with what may be said of them and what may not."""

    post: str
    exact: str
    true: tuple[str, ...]
    bent: tuple[str, ...]
    keys: Mapping[str, Any] = MappingProxyType({})


PASSAGES = (
    Passage(
        "The harbour office inspected 88 boats in 2010, a sharp rise from 49 boats in 2009.",
        "inspected 88 boats in 2010",
        (
            "The harbour office inspected 88 boats in 2010",
            "Eighty-eight boats were inspected by the harbor office in 2010",
            "In 2010 the office’s inspections reached 88 boats",
        ),
        (
            "The harbour office inspected 88 thousand boats in 2010",
            "The harbour office did not inspect 88 boats in 2010",
            "The harbour office should inspect 88 boats in 2010",
            "Boats inspected 88 harbour offices in 2010",
            "The harbour office sank 88 boats in 2010",
            "All 88 boats in the harbour were inspected in 2010",
        ),
        {"value": 88, "unit": "boats", "measure": "boats inspected", "as_of": 2010},
    ),
    Passage(
        "The harbour office inspected 88 boats in 2010, a sharp rise from 49 boats in 2009.",
        "88 boats in 2010, a sharp rise from 49 boats",
        (
            "Inspections of boats rose from 49 in 2009 to 88 in 2010",
            "The number of boats inspected went up from 49 to 88",
        ),
        (
            "Inspections of boats fell from 88 in 2009 to 49 in 2010",
            "Inspections of boats fell from 88 to 49",
            "Inspections of boats stayed at 88",
        ),
    ),
    Passage(
        "The council gave the school $70,000 for books; this was a decrease from the $84,000 it gave the year before.",
        "gave the school $70,000 for books; this was a decrease from the $84,000",
        (
            "The money for books fell from $84,000 to $70,000",
            "The council gave the school less money for books than the year before: $70,000 and not $84,000",
        ),
        (
            "The money for books rose from $70,000 to $84,000",
            "The council gave the school more money for books than the year before, $84,000",
            "The school gave the council $70,000 for books",
            "The money for books grew to $84,000 from $70,000",
        ),
    ),
    Passage(
        "Thousands of letters arrived without a stamp.",
        "Thousands of letters arrived without a stamp",
        ("Thousands of letters had no stamp", "Letters arrived in their thousands, and without a stamp"),
        (
            "Millions of letters arrived without a stamp",
            "Most letters arrived without a stamp",
            "All letters arrived without a stamp",
            "Thousands of letters arrived with a stamp",
            "Hundreds of letters arrived without a stamp",
        ),
    ),
    Passage(
        "Although most drivers paid the toll, some drivers refused to stop at the gate.",
        "some drivers refused to stop at the gate",
        ("Some drivers refused to stop at the gate", "There were drivers who refused to stop at the gate"),
        (
            "All drivers refused to stop at the gate",
            "Drivers refused to stop at the gate",
            "Most drivers refused to stop at the gate",
            "Many drivers refused to stop at the gate",
            "Some drivers stopped at the gate",
            "No drivers refused to stop at the gate",
            "Few drivers refused to stop at the gate",
        ),
    ),
    Passage(
        "Recommendations for the town: repair the old bridge before winter; train more bus drivers; and close the pit.",
        "repair the old bridge before winter",
        (
            "The town should repair the old bridge before winter",
            "Repair the old bridge before winter",
            "The advice is to repair the old bridge before winter",
        ),
        (
            "The town repaired the old bridge before winter",
            "The old bridge was repaired before winter",
            "The town repairs the old bridge before winter",
        ),
    ),
    Passage(
        "The mayor plans to open a second library next year.",
        "plans to open a second library",
        ("The mayor plans to open a second library", "A second library is planned"),
        (
            "The mayor opened a second library",
            "The mayor has opened a second library",
            "The mayor opens a second library",
            "The mayor plans to close a second library",
            "The mayor plans to open a third library",
        ),
    ),
    Passage(
        "Two men tried to cross the frozen lake in March.",
        "Two men tried to cross the frozen lake in March",
        ("Two men tried to cross the frozen lake", "In March two men tried to cross the frozen lake"),
        (
            "Two men crossed the frozen lake in March",
            "Two men tried to cross the frozen lake in May",
            "Two women tried to cross the frozen lake in March",
            "Three men tried to cross the frozen lake in March",
            "Two children tried to cross the frozen lake in March",
        ),
    ),
    Passage(
        "The teacher accused the director of lying.",
        "The teacher accused the director of lying",
        (
            "The teacher accused the director of lying",
            "The director was accused of lying by the teacher",
            "A teacher says that the director lied",
        ),
        (
            "The director accused the teacher of lying",
            "The teacher was accused of lying by the director",
            "The director accused a teacher of lying",
            "The teacher lied",
        ),
    ),
    Passage(
        "The government identified 82 victims of the flood, nine of them children.",
        "identified 82 victims of the flood, nine of them children",
        (
            "The government identified 82 victims of the flood",
            "Nine of the 82 victims of the flood were children",
            "Eighty-two victims of the flood were identified",
        ),
        (
            "The government identified 82 million victims of the flood",
            "82 children were victims of the flood",
            "Ninety victims of the flood were identified",
            "The victims of the flood identified the government",
            "The government identified victims of the flood, ninety in all",
        ),
    ),
    Passage(
        "I worked two and a half years in the mine, and half a year in the office.",
        "worked two and a half years in the mine",
        ("The miner worked two and a half years in the mine", "Work in the mine: 2½ years"),
        (
            "The miner worked two years in the mine",
            "The miner worked two and a half months in the mine",
            "The miner worked three and a half years in the mine",
            "The miner worked two and a half years in the office",
        ),
        {"value": 2.5, "unit": "years", "measure": "years of work in the mine"},
    ),
    Passage(
        "A dozen families still live by the river.",
        "A dozen families still live by the river",
        ("A dozen families live by the river", "Twelve families still live by the river"),
        ("Dozens of families live by the river", "Ten families still live by the river", "120 families live there"),
        {"value": 12, "unit": "families", "measure": "families by the river"},
    ),
    Passage(
        "In the U.S. about 300 towns have such a clock. Here we have none.",
        "about 300 towns have such a clock",
        ("In the U.S. about 300 towns have such a clock",),
        (
            "Here about 300 towns have such a clock, and 500 in the U.S.",
            "In the U.S. 300 towns have such a clock",
            "In the U.S. about 300 villages have no clock",
        ),
        {"value": 300, "unit": "towns", "measure": "towns with a clock", "precision": "about"},
    ),
    Passage(
        "The old tower is the second tallest in the county.",
        "The old tower is the second tallest in the county",
        ("The old tower is the second tallest in the county",),
        (
            "The old tower is the tallest in the county",
            "The old tower is the third tallest in the county",
            "The old tower is the second oldest in the county",
            "The new tower is the second tallest in the county",
            "The old tower is not the second tallest in the county",
        ),
    ),
    Passage(
        "The report did not mention any accident on the railway.",
        "did not mention any accident on the railway",
        ("The report did not mention any accident on the railway", "The report mentions no accident on the railway"),
        (
            "The report mentioned an accident on the railway",
            "The report mentions accidents on the railway",
            "The report mentioned every accident on the railway",
        ),
    ),
    Passage(
        "The inspectors checked the cellars and found no evidence of damp.",
        "checked the cellars and found no evidence of damp",
        ("Inspectors found no evidence of damp in the cellars", "No evidence of damp was found"),
        (
            "Inspectors found evidence of damp in the cellars",
            "Inspectors did not check the cellars",
            "The cellars are damp",
        ),
    ),
    Passage(
        "Only members may vote in the spring meeting.",
        "Only members may vote in the spring meeting",
        ("Only members may vote in the spring meeting", "Nobody but members may vote in the spring meeting"),
        (
            "Everybody may vote in the spring meeting",
            "Members may not vote in the spring meeting",
            "Only members may vote in the autumn meeting",
            "All members vote in the spring meeting",
        ),
    ),
    Passage(
        "Bread is cheaper in the village than in the city.",
        "Bread is cheaper in the village than in the city",
        ("Bread is cheaper in the village than in the city",),
        (
            "Bread is cheaper in the city than in the village",
            "Bread is dearer in the village than in the city",
            "Bread is cheapest in the village",
        ),
    ),
    Passage(
        "The bakery opened its doors to the refugees for two weeks.",
        "opened its doors to the refugees for two weeks",
        ("The bakery opened its doors to refugees for two weeks",),
        (
            "The bakery closed its doors to the refugees for two weeks",
            "The bakery opened its doors to the refugees for two months",
            "The refugees opened the bakery for two weeks",
        ),
    ),
    Passage(
        "Most of the vines survived the frost, and a few of them died.",
        "Most of the vines survived the frost",
        ("Most vines survived the frost", "The majority of the vines survived the frost"),
        (
            "All the vines survived the frost",
            "Few of the vines survived the frost",
            "None of the vines survived the frost",
            "Most of the vines died in the frost",
        ),
    ),
    Passage(
        "Every house on the square was painted by volunteers.",
        "Every house on the square was painted by volunteers",
        (
            "Every house on the square was painted by volunteers",
            "Volunteers painted all the houses on the square",
            "Volunteers painted houses on the square",
        ),
        (
            "Volunteers never painted a house on the square",
            "The houses on the square painted the volunteers",
            "Every house in town was painted by prisoners",
        ),
    ),
    Passage(
        "The ferry can carry 40 cars. On Sunday it carried 12.",
        "can carry 40 cars",
        ("The ferry can carry 40 cars",),
        (
            "The ferry carried 40 cars on Sunday",
            "The ferry can carry 40 tons of cars",
            "The ferry can carry 40,000 cars",
            "The ferry cannot carry 40 cars",
        ),
        {"value": 40, "unit": "cars", "measure": "cars a ferry can carry"},
    ),
    Passage(
        "The road was closed after the first snow and opened again in April.",
        "was closed after the first snow",
        ("The road was closed after the first snow",),
        (
            "The road was closed before the first snow",
            "The road was never closed",
            "The road was opened after the first snow",
            "The road was closed after the last snow",
        ),
    ),
    Passage(
        "One third of the pupils walk to school, and half of them come by bus.",
        "One third of the pupils walk to school",
        ("A third of the pupils walk to school", "One in three pupils walks to school"),
        (
            "Half of the pupils walk to school",
            "Two thirds of the pupils walk to school",
            "A third of the teachers walk to school",
            "A third of the pupils walk to school alone",
        ),
    ),
    Passage(
        "The company promised the workers a new canteen. It was never built.",
        "promised the workers a new canteen",
        ("The company promised the workers a new canteen", "Workers were promised a new canteen"),
        (
            "The company built the workers a new canteen",
            "The company gave the workers a new canteen",
            "The workers promised the company a new canteen",
            "The company never promised the workers a new canteen",
        ),
    ),
    Passage(
        "Police in the county stopped 120 lorries. Of these, 15 were overloaded.",
        "Of these, 15 were overloaded",
        ("15 of the 120 lorries that police stopped were overloaded",),
        (
            "120 of the lorries that police stopped were overloaded",
            "15 of the drivers that police stopped were drunk",
            "Of the lorries that police stopped 15% were overloaded",
            "15 lorries stopped the police",
        ),
        {"value": 15, "unit": "lorries", "measure": "overloaded lorries"},
    ),
    Passage(
        "She said that visitors might have broken the fence.",
        "visitors might have broken the fence",
        ("Visitors might have broken the fence", "Perhaps visitors broke the fence"),
        ("Visitors broke the fence", "Visitors must have broken the fence", "Visitors will break the fence"),
    ),
    Passage(
        "The children were allowed to swim in the quarry until August.",
        "were allowed to swim in the quarry until August",
        ("Children were allowed to swim in the quarry until August",),
        (
            "Children were forced to swim in the quarry until August",
            "Children were not allowed to swim in the quarry until August",
            "Children swam in the quarry until September",
            "Adults were allowed to swim in the quarry until August",
        ),
    ),
    Passage(
        "About half of the fields lie fallow; farmers wait for rain.",
        "About half of the fields lie fallow",
        ("About half of the fields lie fallow", "Around half of the fields lie fallow"),
        ("More than half of the fields lie fallow", "Half of the fields lie fallow", "The fields lie fallow"),
    ),
    Passage(
        "The museum was founded in 1921 and burned down in 1944.",
        "founded in 1921 and burned down in 1944",
        ("The museum was founded in 1921", "The museum burned down in 1944"),
        (
            "The museum was founded in 1944",
            "The museum burned down in 1921",
            "The museum was founded in 1912",
            "The museum was rebuilt in 1944",
        ),
    ),
    Passage(
        "Wolves killed 14 sheep in the valley last winter, fewer than the year before.",
        "Wolves killed 14 sheep in the valley last winter",
        ("Wolves killed 14 sheep in the valley last winter", "14 sheep were killed by wolves in the valley"),
        (
            "14 sheep killed wolves in the valley last winter",
            "Wolves killed 14 sheep in the valley, more than the year before",
            "Wolves killed 14 shepherds in the valley last winter",
            "Wolves killed 14 sheep in the valley last summer",
            "Wolves kill 14 sheep in the valley every winter",
        ),
    ),
    Passage(
        "The hospital lacks doctors; in the north there is one doctor for 4,000 people.",
        "one doctor for 4,000 people",
        ("In the north one doctor serves 4,000 people", "There is one doctor for 4,000 people in the north"),
        (
            "In the south there is one doctor for 4,000 people",
            "There is one doctor for 4 million people in the north",
            "There are 4,000 doctors in the north",
            "There is one doctor for 4,000 patients cured in the north",
        ),
    ),
    Passage(
        "Nurses told us that the ward may be closed in spring.",
        "the ward may be closed in spring",
        ("The ward may be closed in spring", "Nurses say that the ward might be closed in spring"),
        (
            "The ward was closed in spring",
            "The ward is closed in spring",
            "The ward will be closed in spring",
            "The ward may be opened in spring",
            "The ward may be closed in autumn",
        ),
    ),
    Passage(
        "Farmers are not allowed to burn straw, but many do it at night.",
        "not allowed to burn straw, but many do it at night",
        ("Many farmers burn straw at night, which is not allowed", "Farmers are not allowed to burn straw"),
        (
            "Farmers are allowed to burn straw",
            "All farmers burn straw at night",
            "Few farmers burn straw at night",
            "Farmers are not allowed to burn wood",
            "Farmers burn straw during the day",
        ),
    ),
    Passage(
        "The council voted against the new stadium.",
        "voted against the new stadium",
        ("The council voted against the new stadium",),
        (
            "The council voted for the new stadium",
            "The council voted against the old stadium",
            "The council did not vote against the new stadium",
            "The council supported the new stadium",
        ),
    ),
    Passage(
        "Without the volunteers the kitchen would have closed.",
        "Without the volunteers the kitchen would have closed",
        ("Without the volunteers the kitchen would have closed",),
        (
            "The kitchen closed",
            "With the volunteers the kitchen closed",
            "The volunteers closed the kitchen",
            "The kitchen would have closed because of the volunteers",
        ),
    ),
    Passage(
        "If the rain stays away, the harvest will be the smallest since 1976.",
        "the harvest will be the smallest since 1976",
        ("If the rain stays away, the harvest will be the smallest since 1976",),
        (
            "The harvest is the smallest since 1976",
            "The harvest will be the largest since 1976",
            "The harvest was the smallest since 1967",
            "The harvest will be the smallest since 1976",
        ),
    ),
    Passage(
        "According to the union, only one in ten drivers is paid on time.",
        "only one in ten drivers is paid on time",
        (
            "According to the union, only one in ten drivers is paid on time",
            "The union says that one driver in ten is paid on time",
        ),
        (
            "According to the union, nine in ten drivers are paid on time",
            "Only one driver in twenty is paid on time",
            "One in ten drivers is never paid",
            "One in ten passengers is paid on time",
        ),
    ),
    Passage(
        "Some 40 people sleep in the station each night; the youngest is twelve.",
        "Some 40 people sleep in the station each night",
        ("About 40 people sleep in the station each night", "Some 40 people sleep in the station"),
        (
            "40 children sleep in the station each night",
            "Some 40 people sleep in the station each year",
            "Some 40 people died in the station",
            "At least 40 people sleep in the station each night",
        ),
        {"value": 40, "unit": "people", "measure": "people asleep in the station", "precision": "about"},
    ),
    Passage(
        "My neighbour, who keeps bees, sold 200 jars of honey. I sold 20.",
        "sold 200 jars of honey",
        ("The neighbour sold 200 jars of honey", "200 jars of honey were sold"),
        (
            "The neighbour bought 200 jars of honey",
            "The neighbour sold 200 bees",
            "The neighbour sold 20 jars of honey",
            "The neighbour sold 200 tons of honey",
            "The neighbour stole 200 jars of honey",
        ),
    ),
    Passage(
        "The bus stops at each of the seven villages, except on Sundays.",
        "stops at each of the seven villages, except on Sundays",
        ("The bus stops at each of the seven villages, except on Sundays",),
        (
            "The bus stops at each of the seventy villages",
            "The bus never stops at the seven villages",
            "The bus stops at each of the seven villages on Sundays",
        ),
    ),
    Passage(
        "Three of the five judges came from the capital, two from the coast.",
        "Three of the five judges came from the capital",
        ("Three of the five judges came from the capital", "Two of the judges came from the coast"),
        (
            "All five judges came from the capital",
            "Five judges came from the capital",
            "Two of the judges came from the capital",
            "Three of the judges came from the coast",
            "Three of the eight judges came from the capital",
        ),
    ),
    Passage(
        "The mine paid its workers 30 roubles a month until 1998.",
        "paid its workers 30 roubles a month",
        ("The mine paid its workers 30 roubles a month", "Workers were paid 30 roubles a month by the mine"),
        (
            "The mine paid its workers 30 roubles a day",
            "The workers paid the mine 30 roubles a month",
            "The mine paid its workers 30 dollars a month",
            "The mine did not pay its workers 30 roubles a month",
            "The mine paid its workers $30 a month",
        ),
    ),
    Passage(
        "Doctors warned the ministry that the vaccine was too old.",
        "Doctors warned the ministry that the vaccine was too old",
        ("Doctors warned the ministry that the vaccine was too old", "The ministry was warned by doctors"),
        (
            "The ministry warned doctors that the vaccine was too old",
            "Doctors were warned by the ministry",
            "Nobody warned the ministry that the vaccine was too old",
            "Doctors warned the ministry that the vaccine was too new",
            "Doctors thanked the ministry for the vaccine",
        ),
    ),
    Passage(
        "Twenty years ago the lake was twice as large.",
        "Twenty years ago the lake was twice as large",
        ("Twenty years ago the lake was twice as large", "The lake was twice as large 20 years ago"),
        (
            "The lake is twice as large as twenty years ago",
            "Two years ago the lake was twice as large",
            "Twenty years ago the lake was half as large",
            "Twenty years ago the lake was ten times as large",
            "Twenty years ago the lake was twice as small",
        ),
    ),
    Passage(
        "Almost no tourist comes here before May, and hardly any stay for the night.",
        "Almost no tourist comes here before May",
        ("Almost no tourist comes here before May", "Hardly a tourist comes before May"),
        (
            "Most tourists come here before May",
            "No tourist comes here after May",
            "Almost every tourist comes here before May",
            "Tourists come here before May",
        ),
    ),
    Passage(
        "The owner denied that the ship had carried weapons.",
        "denied that the ship had carried weapons",
        ("The owner denied that the ship had carried weapons",),
        (
            "The ship had carried weapons",
            "The owner admitted that the ship had carried weapons",
            "The ship carried weapons, says the owner",
            "The owner denied that the ship had carried passengers",
        ),
    ),
    Passage(
        "Students may use the library free of charge. Others pay five euros a year.",
        "Students may use the library free of charge",
        ("Students may use the library free of charge",),
        (
            "Students may not use the library",
            "Students pay five euros a year for the library",
            "Everybody may use the library free of charge",
            "Students must use the library",
        ),
    ),
    Passage(
        "Temperatures fell below minus 30 in January, the coldest night for 50 years.",
        "fell below minus 30 in January",
        ("Temperatures fell below minus 30 in January",),
        (
            "Temperatures rose above 30 in January",
            "Temperatures fell below minus 30 in June",
            "Temperatures fell below minus 50 in January",
            "Temperatures fell to minus 130 in January",
        ),
    ),
    Passage(
        "The priest and two teachers asked the governor to free the prisoners.",
        "asked the governor to free the prisoners",
        ("A priest and two teachers asked the governor to free the prisoners",),
        (
            "The governor freed the prisoners",
            "The governor asked the priest to free the prisoners",
            "A priest and two teachers freed the prisoners",
            "The prisoners asked the governor to free the priest",
            "A priest and two teachers asked the governor to punish the prisoners",
        ),
    ),
    Passage(
        "From 2005 to 2009 the number of schools dropped from 61 to 44.",
        "dropped from 61 to 44",
        ("From 2005 to 2009 the number of schools dropped from 61 to 44", "The number of schools fell from 61 to 44"),
        (
            "The number of schools rose from 44 to 61",
            "The number of schools dropped from 44 to 61",
            "The number of pupils dropped from 61 to 44",
            "The number of schools dropped by 61",
            "From 2005 to 2009 the number of schools doubled",
        ),
    ),
)
