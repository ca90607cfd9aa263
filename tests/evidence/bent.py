"""Facts beside what was made of them: sentences of posts of our own, and what an entry says of them.

Of each passage `post` holds the text and `exact` the pointer; then come statements that are true of it, and those that
bend it, each with the verdict that it must get: a code, or `review` where no rule can tell, and a person must look.
What else the entry has stands in `keys`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Passage(NamedTuple):
    """A few sentences of a post, with what may be said of them and what may not."""

    post: str
    exact: str
    true: tuple[str, ...]
    bent: Mapping[str, str]
    keys: Mapping[str, Any] = MappingProxyType({})


PASSAGES = (
    Passage(
        "The report did not say how many boats came, and the harbour had no light at all.",
        "did not say how many boats came",
        ("The report did not say how many boats came",),
        {"Many boats came": "E106"},
    ),
    Passage(
        "Not all of the bakers came. The most important guest was late.",
        "Not all of the bakers came",
        ("Not all of the bakers came", "Some of the bakers came"),
        {"All of the bakers came": "E124"},
    ),
    Passage(
        "Of those counted, nine were grey wolves, an increase from three grey wolves counted in 2009.",
        "three grey wolves counted in 2009",
        ("Three grey wolves were counted in 2009", "Grey wolves were counted in 2009, three of them"),
        {"Three grey wolves counted herders in 2009": "review"},
    ),
    Passage(
        "Porters seized in a raid on the wharf were sent home by the harbour office.",
        "Porters seized in a raid on the wharf",
        ("Porters were seized in a raid on the wharf",),
        {"Porters seized the harbour office in a raid": "review"},
    ),
    Passage(
        "The guild issued several letters that forbade the use of nets.",
        "issued several letters that forbade the use of nets",
        ("The guild forbade nets in several letters", "In several letters the guild forbade the use of nets"),
        {"The guild forbade nets in its letters": "E124"},
    ),
    Passage(
        "Some young herders were kept in old barns.",
        "Some young herders were kept in old barns",
        ("Some young herders were kept in barns", "Of young herders, some were kept in old barns"),
        {"Young herders were kept in several old barns": "E124", "Young herders were kept in barns": "E124"},
    ),
    Passage(
        "The town seemed then a palace of light.",
        "The town seemed then a palace of light",
        (
            "The town looked like a palace of light then",
            "The town had the look of a palace of light then",
            "They took the town for a palace of light then",
            "The town struck them as a palace of light then",
        ),
        {
            "They looked at the town, a palace of light": "E107",
            "The town was a palace of light then": "E107",
            "They took the town, then a palace of light": "E107",
        },
    ),
    Passage(
        "Inns are open to all; however, some young herders of the plain are unable to pay for a bed.",
        "unable to pay for a bed",
        (
            "Some young herders of the plain are unable to pay for a bed",
            "There are young herders who are unable to pay for a bed",
            "The letter speaks of young herders who are unable to pay for a bed",
        ),
        {"Young herders of the plain cannot pay for a bed": "E124", "Herders are unable to pay for a bed": "E124"},
    ),
    Passage(
        "Many of the men who worked at the kiln with him were not being paid.",
        "were not being paid",
        ("Many of the men at the kiln were not being paid", "I was told of men at the kiln who were not being paid"),
        {"The men who worked at the kiln were not being paid": "E124"},
    ),
    Passage(
        "I still wonder at their decision to leave the valley in May, herders and all.",
        "decision to leave the valley in May",
        ("The herders left the valley",),
        {"The herders are no longer in the valley": "review", "The herders are not in the valley": "E122"},
    ),
    Passage(
        "The inn is a good one.",
        "The inn is a good one",
        ("The inn is good",),
        {"The inn is the best one": "E127"},
    ),
    Passage(
        "Prices rose in spring; wages rose too.",
        "Prices rose in spring",
        ("Prices rose in spring",),
        {"Prices fell in spring": "E110", "Prices rose in autumn": "E126"},
    ),
    Passage(
        "The inn bought 12 beds, compared with 30 chairs for the hall.",
        "bought 12 beds, compared with 30 chairs",
        ("The inn bought 12 beds and 30 chairs",),
        {"The inn bought 12 chairs": "E121"},
    ),
    Passage(
        "What people can do besides donating cards is to pay a visit.",
        "besides donating cards",
        ("Cards are donated",),
        {},
    ),
    Passage(
        "Some patients are unable to see a doctor due to a lack of papers.",
        "unable to see a doctor due to a lack of papers",
        ("Some patients cannot see a doctor for want of papers",),
        {"Some patients want to see a doctor": "E123"},
    ),
    Passage(
        "An order for 300 coats came from the court.",
        "An order for 300 coats came",
        ("300 coats were for the court",),
        {"An order for 300 hats came from the court": "E121"},
    ),
    Passage(
        "In March, the mayor will open a library.",
        "In March, the mayor will open a library",
        ("In March the mayor will open a library",),
        {"In March the mayor opened a library": "E123"},
    ),
    Passage(
        "The captain denied that the ferry had been late.",
        "denied that the ferry had been late",
        ("The ferry had not been late, said the captain", "The captain denied that the ferry had been late"),
        {"The ferry had been late": "E106", "The captain said that the ferry had been late": "E106"},
    ),
    Passage(
        "The harbour office inspected 88 boats in 2010, a sharp rise from 49 boats in 2009.",
        "inspected 88 boats in 2010",
        (
            "The harbour office inspected 88 boats in 2010",
            "Eighty-eight boats were inspected by the harbor office in 2010",
            "In 2010 the office’s inspections reached 88 boats",
        ),
        {
            "The harbour office inspected 88 thousand boats in 2010": "E108",
            "The harbour office did not inspect 88 boats in 2010": "E122",
            "The harbour office should inspect 88 boats in 2010": "E123",
            "Boats inspected 88 harbour offices in 2010": "E125",
            "The harbour office sank 88 boats in 2010": "review",
            "All 88 boats in the harbour were inspected in 2010": "E124",
        },
        {"value": 88, "unit": "boats", "measure": "boats inspected", "as_of": 2010},
    ),
    Passage(
        "The harbour office inspected 88 boats in 2010, a sharp rise from 49 boats in 2009.",
        "88 boats in 2010, a sharp rise from 49 boats",
        (
            "Inspections of boats rose from 49 in 2009 to 88 in 2010",
            "The number of boats inspected went up from 49 to 88",
        ),
        {
            "Inspections of boats fell from 88 in 2009 to 49 in 2010": "E110",
            "Inspections of boats fell from 88 to 49": "E110",
            "Inspections of boats stayed at 88": "E110",
        },
    ),
    Passage(
        "The council gave the school $70,000 for books; this was a decrease from the $84,000 it gave the year before.",
        "gave the school $70,000 for books; this was a decrease from the $84,000",
        (
            "The money for books fell from $84,000 to $70,000",
            "The council gave the school less money for books than the year before: $70,000 and not $84,000",
        ),
        {
            "The money for books rose from $70,000 to $84,000": "E110",
            "The council gave the school more money for books than the year before, $84,000": "E110",
            "The school gave the council $70,000 for books": "E125",
            "The money for books grew to $84,000 from $70,000": "E110",
        },
    ),
    Passage(
        "Thousands of letters arrived without a stamp.",
        "Thousands of letters arrived without a stamp",
        (
            "Thousands of letters had no stamp",
            "Letters arrived in their thousands, and without a stamp",
        ),
        {
            "Millions of letters arrived without a stamp": "E124",
            "Most letters arrived without a stamp": "E124",
            "All letters arrived without a stamp": "E124",
            "Thousands of letters arrived with a stamp": "E106",
            "Hundreds of letters arrived without a stamp": "E124",
        },
    ),
    Passage(
        "Although most drivers paid the toll, some drivers refused to stop at the gate.",
        "some drivers refused to stop at the gate",
        (
            "Some drivers refused to stop at the gate",
            "There were drivers who refused to stop at the gate",
        ),
        {
            "All drivers refused to stop at the gate": "E124",
            "Drivers refused to stop at the gate": "E124",
            "Most drivers refused to stop at the gate": "E124",
            "Many drivers refused to stop at the gate": "E124",
            "Some drivers stopped at the gate": "E106",
            "No drivers refused to stop at the gate": "E122",
            "Few drivers refused to stop at the gate": "E124",
        },
    ),
    Passage(
        "Recommendations for the town: repair the old bridge before winter; train more bus drivers; and close the pit.",
        "repair the old bridge before winter",
        (
            "The town should repair the old bridge before winter",
            "Repair the old bridge before winter",
            "The advice is to repair the old bridge before winter",
        ),
        {
            "The town repaired the old bridge before winter": "E123",
            "The old bridge was repaired before winter": "E123",
            "The town repairs the old bridge before winter": "E123",
        },
    ),
    Passage(
        "The mayor plans to open a second library next year.",
        "plans to open a second library",
        (
            "The mayor plans to open a second library",
            "A second library is planned",
        ),
        {
            "The mayor opened a second library": "E123",
            "The mayor has opened a second library": "E123",
            "The mayor opens a second library": "E123",
            "The mayor plans to close a second library": "E126",
            "The mayor plans to open a third library": "E108",
        },
    ),
    Passage(
        "Two men tried to cross the frozen lake in March.",
        "Two men tried to cross the frozen lake in March",
        (
            "Two men tried to cross the frozen lake",
            "In March two men tried to cross the frozen lake",
        ),
        {
            "Two men crossed the frozen lake in March": "E123",
            "Two men tried to cross the frozen lake in May": "E126",
            "Two women tried to cross the frozen lake in March": "E126",
            "Three men tried to cross the frozen lake in March": "E108",
            "Two children tried to cross the frozen lake in March": "E121",
        },
    ),
    Passage(
        "The teacher accused the director of lying.",
        "The teacher accused the director of lying",
        (
            "The teacher accused the director of lying",
            "The director was accused of lying by the teacher",
            "A teacher says that the director lied",
        ),
        {
            "The director accused the teacher of lying": "E125",
            "The teacher was accused of lying by the director": "review",
            "The director accused a teacher of lying": "E125",
            "The teacher lied": "E123",
        },
    ),
    Passage(
        "The government identified 82 victims of the flood, nine of them children.",
        "identified 82 victims of the flood, nine of them children",
        (
            "The government identified 82 victims of the flood",
            "Nine of the 82 victims of the flood were children",
            "Eighty-two victims of the flood were identified",
        ),
        {
            "The government identified 82 million victims of the flood": "E108",
            "82 children were victims of the flood": "E121",
            "Ninety victims of the flood were identified": "E108",
            "The victims of the flood identified the government": "E125",
            "The government identified victims of the flood, ninety in all": "E108",
        },
    ),
    Passage(
        "I worked two and a half years in the mine, and half a year in the office.",
        "worked two and a half years in the mine",
        (
            "The miner worked two and a half years in the mine",
            "Work in the mine: 2½ years",
        ),
        {
            "The miner worked two years in the mine": "E108",
            "The miner worked two and a half months in the mine": "E126",
            "The miner worked three and a half years in the mine": "E108",
            "The miner worked two and a half years in the office": "review",
        },
        {"value": 2.5, "unit": "years", "measure": "years of work in the mine"},
    ),
    Passage(
        "A dozen families still live by the river.",
        "A dozen families still live by the river",
        (
            "A dozen families live by the river",
            "Twelve families still live by the river",
        ),
        {
            "Dozens of families live by the river": "E108",
            "Ten families still live by the river": "E108",
            "120 families live there": "E108",
        },
        {"value": 12, "unit": "families", "measure": "families by the river"},
    ),
    Passage(
        "In the U.S. about 300 towns have such a clock. Here we have none.",
        "about 300 towns have such a clock",
        ("In the U.S. about 300 towns have such a clock",),
        {
            "Here about 300 towns have such a clock, and 500 in the U.S.": "E108",
            "In the U.S. 300 towns have such a clock": "E107",
            "In the U.S. about 300 villages have no clock": "E122",
        },
        {"value": 300, "unit": "towns", "measure": "towns with a clock", "precision": "about"},
    ),
    Passage(
        "The old tower is the second tallest in the county.",
        "The old tower is the second tallest in the county",
        ("The old tower is the second tallest in the county",),
        {
            "The old tower is the tallest in the county": "E127",
            "The old tower is the third tallest in the county": "E108",
            "The old tower is the second oldest in the county": "E127",
            "The new tower is the second tallest in the county": "E126",
            "The old tower is not the second tallest in the county": "E122",
        },
    ),
    Passage(
        "The report did not mention any accident on the railway.",
        "did not mention any accident on the railway",
        (
            "The report did not mention any accident on the railway",
            "The report mentions no accident on the railway",
        ),
        {
            "The report mentioned an accident on the railway": "E106",
            "The report mentions accidents on the railway": "E106",
            "The report mentioned every accident on the railway": "E106",
        },
    ),
    Passage(
        "The inspectors checked the cellars and found no evidence of damp.",
        "checked the cellars and found no evidence of damp",
        (
            "Inspectors found no evidence of damp in the cellars",
            "No evidence of damp was found",
        ),
        {
            "Inspectors found evidence of damp in the cellars": "E106",
            "Inspectors did not check the cellars": "E122",
            "The cellars are damp": "E106",
        },
    ),
    Passage(
        "Only members may vote in the spring meeting.",
        "Only members may vote in the spring meeting",
        (
            "Only members may vote in the spring meeting",
            "Nobody but members may vote in the spring meeting",
        ),
        {
            "Everybody may vote in the spring meeting": "E124",
            "Members may not vote in the spring meeting": "E122",
            "Only members may vote in the autumn meeting": "E126",
            "All members vote in the spring meeting": "E107",
        },
    ),
    Passage(
        "Bread is cheaper in the village than in the city.",
        "Bread is cheaper in the village than in the city",
        ("Bread is cheaper in the village than in the city",),
        {
            "Bread is cheaper in the city than in the village": "E125",
            "Bread is dearer in the village than in the city": "E126",
            "Bread is cheapest in the village": "E127",
        },
    ),
    Passage(
        "The bakery opened its doors to the refugees for two weeks.",
        "opened its doors to the refugees for two weeks",
        ("The bakery opened its doors to refugees for two weeks",),
        {
            "The bakery closed its doors to the refugees for two weeks": "E126",
            "The bakery opened its doors to the refugees for two months": "E126",
            "The refugees opened the bakery for two weeks": "review",
        },
    ),
    Passage(
        "Most of the vines survived the frost, and a few of them died.",
        "Most of the vines survived the frost",
        (
            "Most vines survived the frost",
            "The majority of the vines survived the frost",
        ),
        {
            "All the vines survived the frost": "E124",
            "Few of the vines survived the frost": "E124",
            "None of the vines survived the frost": "E122",
            "Most of the vines died in the frost": "E124",
        },
    ),
    Passage(
        "Every house on the square was painted by volunteers.",
        "Every house on the square was painted by volunteers",
        (
            "Every house on the square was painted by volunteers",
            "Volunteers painted all the houses on the square",
            "Volunteers painted houses on the square",
        ),
        {
            "Volunteers never painted a house on the square": "E122",
            "The houses on the square painted the volunteers": "review",
            "Every house in town was painted by prisoners": "review",
        },
    ),
    Passage(
        "The ferry can carry 40 cars. On Sunday it carried 12.",
        "can carry 40 cars",
        ("The ferry can carry 40 cars",),
        {
            "The ferry carried 40 cars on Sunday": "E123",
            "The ferry can carry 40 tons of cars": "E121",
            "The ferry can carry 40,000 cars": "E108",
            "The ferry cannot carry 40 cars": "E122",
        },
        {"value": 40, "unit": "cars", "measure": "cars a ferry can carry"},
    ),
    Passage(
        "The road was closed after the first snow and opened again in April.",
        "was closed after the first snow",
        ("The road was closed after the first snow",),
        {
            "The road was closed before the first snow": "E126",
            "The road was never closed": "E122",
            "The road was opened after the first snow": "E126",
            "The road was closed after the last snow": "E126",
        },
    ),
    Passage(
        "One third of the pupils walk to school, and half of them come by bus.",
        "One third of the pupils walk to school",
        (
            "A third of the pupils walk to school",
            "One in three pupils walks to school",
        ),
        {
            "Half of the pupils walk to school": "E121",
            "Two thirds of the pupils walk to school": "E108",
            "A third of the teachers walk to school": "E126",
            "A third of the pupils walk to school alone": "review",
        },
    ),
    Passage(
        "The company promised the workers a new canteen. It was never built.",
        "promised the workers a new canteen",
        (
            "The company promised the workers a new canteen",
            "Workers were promised a new canteen",
        ),
        {
            "The company built the workers a new canteen": "E123",
            "The company gave the workers a new canteen": "E123",
            "The workers promised the company a new canteen": "E125",
            "The company never promised the workers a new canteen": "E122",
        },
    ),
    Passage(
        "Police in the county stopped 120 lorries. Of these, 15 were overloaded.",
        "Of these, 15 were overloaded",
        ("15 of the 120 lorries that police stopped were overloaded",),
        {
            "120 of the lorries that police stopped were overloaded": "E108",
            "15 of the drivers that police stopped were drunk": "E121",
            "Of the lorries that police stopped 15% were overloaded": "E108",
            "15 lorries stopped the police": "review",
        },
        {"value": 15, "unit": "lorries", "measure": "overloaded lorries"},
    ),
    Passage(
        "She said that visitors might have broken the fence.",
        "visitors might have broken the fence",
        (
            "Visitors might have broken the fence",
            "Perhaps visitors broke the fence",
        ),
        {
            "Visitors broke the fence": "E107",
            "Visitors must have broken the fence": "E107",
            "Visitors will break the fence": "E107",
        },
    ),
    Passage(
        "The children were allowed to swim in the quarry until August.",
        "were allowed to swim in the quarry until August",
        ("Children were allowed to swim in the quarry until August",),
        {
            "Children were forced to swim in the quarry until August": "E123",
            "Children were not allowed to swim in the quarry until August": "E122",
            "Children swam in the quarry until September": "E126",
            "Adults were allowed to swim in the quarry until August": "E126",
        },
    ),
    Passage(
        "About half of the fields lie fallow; farmers wait for rain.",
        "About half of the fields lie fallow",
        (
            "About half of the fields lie fallow",
            "Around half of the fields lie fallow",
        ),
        {
            "More than half of the fields lie fallow": "E107",
            "Half of the fields lie fallow": "E107",
            "The fields lie fallow": "E124",
        },
    ),
    Passage(
        "The museum was founded in 1921 and burned down in 1944.",
        "founded in 1921 and burned down in 1944",
        (
            "The museum was founded in 1921",
            "The museum burned down in 1944",
        ),
        {
            "The museum was founded in 1944": "E109",
            "The museum burned down in 1921": "E109",
            "The museum was founded in 1912": "E108",
            "The museum was rebuilt in 1944": "review",
        },
    ),
    Passage(
        "Wolves killed 14 sheep in the valley last winter, fewer than the year before.",
        "Wolves killed 14 sheep in the valley last winter",
        (
            "Wolves killed 14 sheep in the valley last winter",
            "14 sheep were killed by wolves in the valley",
        ),
        {
            "14 sheep killed wolves in the valley last winter": "E125",
            "Wolves killed 14 sheep in the valley, more than the year before": "E110",
            "Wolves killed 14 shepherds in the valley last winter": "E121",
            "Wolves killed 14 sheep in the valley last summer": "E126",
            "Wolves kill 14 sheep in the valley every winter": "E124",
        },
    ),
    Passage(
        "The hospital lacks doctors; in the north there is one doctor for 4,000 people.",
        "one doctor for 4,000 people",
        (
            "In the north one doctor serves 4,000 people",
            "There is one doctor for 4,000 people in the north",
        ),
        {
            "In the south there is one doctor for 4,000 people": "E126",
            "There is one doctor for 4 million people in the north": "E108",
            "There are 4,000 doctors in the north": "E121",
            "There is one doctor for 4,000 patients cured in the north": "E121",
        },
    ),
    Passage(
        "Nurses told us that the ward may be closed in spring.",
        "the ward may be closed in spring",
        (
            "The ward may be closed in spring",
            "Nurses say that the ward might be closed in spring",
        ),
        {
            "The ward was closed in spring": "E107",
            "The ward is closed in spring": "E107",
            "The ward will be closed in spring": "E107",
            "The ward may be opened in spring": "E126",
            "The ward may be closed in autumn": "E126",
        },
    ),
    Passage(
        "Farmers are not allowed to burn straw, but many do it at night.",
        "not allowed to burn straw, but many do it at night",
        (
            "Many farmers burn straw at night, which is not allowed",
            "Farmers are not allowed to burn straw",
        ),
        {
            "Farmers are allowed to burn straw": "E106",
            "All farmers burn straw at night": "E106",
            "Few farmers burn straw at night": "E106",
            "Farmers are not allowed to burn wood": "review",
            "Farmers burn straw during the day": "E106",
        },
    ),
    Passage(
        "The council voted against the new stadium.",
        "voted against the new stadium",
        ("The council voted against the new stadium",),
        {
            "The council voted for the new stadium": "E126",
            "The council voted against the old stadium": "E126",
            "The council did not vote against the new stadium": "E122",
            "The council supported the new stadium": "review",
        },
    ),
    Passage(
        "Without the volunteers the kitchen would have closed.",
        "Without the volunteers the kitchen would have closed",
        ("Without the volunteers the kitchen would have closed",),
        {
            "The kitchen closed": "E106",
            "With the volunteers the kitchen closed": "E106",
            "The volunteers closed the kitchen": "E106",
            "The kitchen would have closed because of the volunteers": "E106",
        },
    ),
    Passage(
        "If the rain stays away, the harvest will be the smallest since 1976.",
        "the harvest will be the smallest since 1976",
        ("If the rain stays away, the harvest will be the smallest since 1976",),
        {
            "The harvest is the smallest since 1976": "E123",
            "The harvest will be the largest since 1976": "E107",
            "The harvest was the smallest since 1967": "E108",
            "The harvest will be the smallest since 1976": "E107",
        },
    ),
    Passage(
        "According to the union, only one in ten drivers is paid on time.",
        "only one in ten drivers is paid on time",
        (
            "According to the union, only one in ten drivers is paid on time",
            "The union says that one driver in ten is paid on time",
        ),
        {
            "According to the union, nine in ten drivers are paid on time": "E108",
            "Only one driver in twenty is paid on time": "E108",
            "One in ten drivers is never paid": "E122",
            "One in ten passengers is paid on time": "E121",
        },
    ),
    Passage(
        "Some 40 people sleep in the station each night; the youngest is twelve.",
        "Some 40 people sleep in the station each night",
        (
            "About 40 people sleep in the station each night",
            "Some 40 people sleep in the station",
        ),
        {
            "40 children sleep in the station each night": "E107",
            "Some 40 people sleep in the station each year": "review",
            "Some 40 people died in the station": "review",
            "At least 40 people sleep in the station each night": "E107",
        },
        {"value": 40, "unit": "people", "measure": "people asleep in the station", "precision": "about"},
    ),
    Passage(
        "My neighbour, who keeps bees, sold 200 jars of honey. I sold 20.",
        "sold 200 jars of honey",
        (
            "The neighbour sold 200 jars of honey",
            "200 jars of honey were sold",
        ),
        {
            "The neighbour bought 200 jars of honey": "E126",
            "The neighbour sold 200 bees": "E121",
            "The neighbour sold 20 jars of honey": "E108",
            "The neighbour sold 200 tons of honey": "E121",
            "The neighbour stole 200 jars of honey": "review",
        },
    ),
    Passage(
        "The bus stops at each of the seven villages, except on Sundays.",
        "stops at each of the seven villages, except on Sundays",
        ("The bus stops at each of the seven villages, except on Sundays",),
        {
            "The bus stops at each of the seventy villages": "E108",
            "The bus never stops at the seven villages": "E122",
            "The bus stops at each of the seven villages on Sundays": "E107",
        },
    ),
    Passage(
        "Three of the five judges came from the capital, two from the coast.",
        "Three of the five judges came from the capital",
        (
            "Three of the five judges came from the capital",
            "Two of the judges came from the coast",
        ),
        {
            "All five judges came from the capital": "E124",
            "Five judges came from the capital": "E121",
            "Two of the judges came from the capital": "E121",
            "Three of the eight judges came from the capital": "E108",
        },
    ),
    Passage(
        "The mine paid its workers 30 roubles a month until 1998.",
        "paid its workers 30 roubles a month",
        (
            "The mine paid its workers 30 roubles a month",
            "Workers were paid 30 roubles a month by the mine",
        ),
        {
            "The mine paid its workers 30 roubles a day": "E126",
            "The workers paid the mine 30 roubles a month": "E125",
            "The mine paid its workers 30 dollars a month": "E121",
            "The mine did not pay its workers 30 roubles a month": "E122",
            "The mine paid its workers $30 a month": "E108",
        },
    ),
    Passage(
        "Doctors warned the ministry that the vaccine was too old.",
        "Doctors warned the ministry that the vaccine was too old",
        (
            "Doctors warned the ministry that the vaccine was too old",
            "The ministry was warned by doctors",
        ),
        {
            "The ministry warned doctors that the vaccine was too old": "E125",
            "Doctors were warned by the ministry": "review",
            "Nobody warned the ministry that the vaccine was too old": "E122",
            "Doctors warned the ministry that the vaccine was too new": "E126",
            "Doctors thanked the ministry for the vaccine": "review",
        },
    ),
    Passage(
        "Twenty years ago the lake was twice as large.",
        "Twenty years ago the lake was twice as large",
        (
            "Twenty years ago the lake was twice as large",
            "The lake was twice as large 20 years ago",
        ),
        {
            "Twenty years ago the lake was half as large": "E108",
            "Twenty years ago the lake was ten times as large": "E108",
            "Twenty years ago the lake was twice as small": "E126",
        },
    ),
    Passage(
        "Almost no tourist comes here before May, and hardly any stay for the night.",
        "Almost no tourist comes here before May",
        (
            "Almost no tourist comes here before May",
            "Hardly a tourist comes before May",
        ),
        {
            "Most tourists come here before May": "E106",
            "No tourist comes here after May": "E126",
            "Almost every tourist comes here before May": "E106",
            "Tourists come here before May": "E106",
        },
    ),
    Passage(
        "The owner denied that the ship had carried weapons.",
        "denied that the ship had carried weapons",
        ("The owner denied that the ship had carried weapons",),
        {
            "The ship had carried weapons": "E106",
            "The owner admitted that the ship had carried weapons": "E106",
            "The ship carried weapons, says the owner": "E106",
            "The owner denied that the ship had carried passengers": "review",
        },
    ),
    Passage(
        "Students may use the library free of charge. Others pay five euros a year.",
        "Students may use the library free of charge",
        ("Students may use the library free of charge",),
        {
            "Students may not use the library": "E122",
            "Students pay five euros a year for the library": "E108",
            "Everybody may use the library free of charge": "E124",
            "Students must use the library": "E107",
        },
    ),
    Passage(
        "Temperatures fell below minus 30 in January, the coldest night for 50 years.",
        "fell below minus 30 in January",
        ("Temperatures fell below minus 30 in January",),
        {
            "Temperatures rose above 30 in January": "E110",
            "Temperatures fell below minus 30 in June": "E126",
            "Temperatures fell below minus 50 in January": "E121",
            "Temperatures fell to minus 130 in January": "E108",
        },
    ),
    Passage(
        "The priest and two teachers asked the governor to free the prisoners.",
        "asked the governor to free the prisoners",
        ("A priest and two teachers asked the governor to free the prisoners",),
        {
            "The governor freed the prisoners": "E123",
            "The governor asked the priest to free the prisoners": "review",
            "A priest and two teachers freed the prisoners": "E123",
            "A priest and two teachers asked the governor to punish the prisoners": "review",
        },
    ),
    Passage(
        "From 2005 to 2009 the number of schools dropped from 61 to 44.",
        "dropped from 61 to 44",
        (
            "From 2005 to 2009 the number of schools dropped from 61 to 44",
            "The number of schools fell from 61 to 44",
        ),
        {
            "The number of schools rose from 44 to 61": "E110",
            "The number of schools dropped from 44 to 61": "E110",
            "The number of pupils dropped from 61 to 44": "review",
            "The number of schools dropped by 61": "E110",
            "From 2005 to 2009 the number of schools doubled": "E120",
        },
    ),
    Passage(
        "Police investigated 88 trafficking cases in 2010, a rise from 49 investigations in 2009.",
        "investigated 88 trafficking cases in 2010",
        (),
        {"Police investigated 88 trafficking cases in 2010": "E108"},
        {"as_of": 2010, "measure": "cases", "unit": "thousand cases", "value": 88},
    ),
    Passage(
        "Police investigated 88 trafficking cases in 2010, a rise from 49 investigations in 2009.",
        "investigated 88 trafficking cases in 2010",
        (),
        {"Police investigated 88 trafficking cases in 2010": "E121"},
        {"as_of": 2010, "measure": "cases", "show": "88 child brothels", "unit": "cases", "value": 88},
    ),
    Passage(
        "Police investigated 88 trafficking cases in 2010, a rise from 49 investigations in 2009.",
        "investigated 88 trafficking cases in 2010",
        (),
        {"Police investigated 88 trafficking cases in 2010": "E121"},
        {"as_of": 2010, "measure": "cases", "unit": "child brothels", "value": 88},
    ),
    Passage(
        "Police investigated 88 trafficking cases in 2010, a rise from 49 investigations in 2009.",
        "investigated 88 trafficking cases in 2010",
        (),
        {"Ninety cases were opened by police": "E108", "Police beat 88 people in 2010": "review"},
    ),
    Passage(
        "Police investigated 88 trafficking cases in 2010. Snow fell early.",
        "investigated 88 trafficking cases in 2010",
        (),
        {"Snow buried the town": "E120"},
    ),
    Passage(
        "The inspectors visited nine farms and found children at work on two of them.",
        "found children at work on two of them",
        ("Inspectors found children at work on two of nine farms",),
        {"Inspectors found children at work on all nine farms": "E124"},
    ),
    Passage(
        "The embassy gave visas to 300 nurses. It refused 40.",
        "gave visas to 300 nurses",
        (),
        {"The embassy refused 300 nurses": "review"},
    ),
    Passage(
        "The embassy gave visas to 300 nurses. It refused 40.",
        "It refused 40",
        ("The embassy refused 40 nurses",),
        {},
    ),
    Passage(
        "Salaries are among the lowest in Europe.",
        "among the lowest in Europe",
        ("Salaries are among the lowest in Europe",),
        {"Salaries are the lowest in Europe": "E127"},
    ),
    Passage(
        "Up to 60 people sleep in a hall built for 20.",
        "Up to 60 people sleep in a hall",
        ("Up to 60 people sleep in a hall for 20",),
        {"60 people sleep in a hall built for 20": "E107"},
    ),
    Passage(
        "Most of the money went to the south. The north got a quarter.",
        "Most of the money went to the south",
        (),
        {"Most of the money went to the north": "E126"},
    ),
    Passage(
        "Most of the money went to the south. The north got a quarter.",
        "The north got a quarter",
        ("The north got a quarter of the money",),
        {},
    ),
    Passage(
        "She was born in Osh and grew up in Tashkent.",
        "born in Osh and grew up in Tashkent",
        ("She was born in Osh",),
        {"She was born in Tashkent and grew up in Osh": "E125"},
    ),
    Passage(
        "Tens of thousands marched through the capital.",
        "Tens of thousands marched through the capital",
        (
            "Tens of thousands marched through the capital",
            "Thousands marched through the capital",
        ),
        {"Hundreds of thousands marched through the capital": "E124"},
    ),
    Passage(
        "The bridge cost 2.7 million dollars, three times the estimate.",
        "The bridge cost 2.7 million dollars",
        ("The bridge cost $2.7 million",),
        {"The bridge cost 2.7 billion dollars": "E108"},
    ),
    Passage(
        "The bridge cost 2.7 million dollars, three times the estimate.",
        "The bridge cost 2.7 million dollars, three times the estimate",
        (),
        {"The bridge cost a third of the estimate": "E108"},
    ),
    Passage(
        "Many of the girls return to their villages.",
        "Many of the girls return to their villages",
        ("Many girls return to their villages",),
        {"The girls never return to their villages": "E122", "Many of the girls left their villages": "review"},
    ),
    Passage(
        "Nobody was hurt when the roof fell in.",
        "Nobody was hurt when the roof fell in",
        ("Nobody was hurt when the roof fell in",),
        {"Everybody was hurt when the roof fell in": "E106"},
    ),
    Passage(
        "Nobody was hurt when the roof fell in.",
        "when the roof fell in",
        (),
        {"People were hurt when the roof fell in": "E106"},
    ),
    Passage(
        "The law bans smoking in schools but not in hospitals.",
        "bans smoking in schools but not in hospitals",
        ("The law bans smoking in schools",),
        {"The law bans smoking in hospitals": "E106"},
    ),
    Passage(
        "The court sentenced the trader to six years.",
        "sentenced the trader to six years",
        ("The trader was sentenced to six years",),
        {
            "The trader sentenced the court to six years": "E125",
            "The trader was sentenced to sixty years": "E108",
            "The traders were sentenced to six years each": "E124",
        },
    ),
    Passage(
        "Prices have doubled since spring.",
        "Prices have doubled since spring",
        ("Prices have doubled since spring",),
        {"Prices have halved since spring": "E110", "Prices have tripled since spring": "E110"},
    ),
    Passage(
        "It is said that the well is haunted.",
        "the well is haunted",
        ("It is said that the well is haunted",),
        {"The well is haunted": "E107"},
        {"kind": "hearsay"},
    ),
    Passage(
        "She would like to become a doctor.",
        "would like to become a doctor",
        ("She wants to become a doctor",),
        {"She became a doctor": "E123"},
    ),
    Passage(
        "The dam was supposed to be finished in 2008.",
        "supposed to be finished in 2008",
        ("The dam was supposed to be finished in 2008",),
        {"The dam was finished in 2008": "E123"},
    ),
    Passage(
        "The union demands that the mine be closed.",
        "demands that the mine be closed",
        ("The union demands that the mine be closed",),
        {"The mine was closed": "E123"},
    ),
    Passage(
        "The union wants the mine closed.",
        "wants the mine closed",
        (),
        {"The union closed the mine": "E123"},
    ),
    Passage(
        "In 2011 the clinic treated 1,200 patients, 300 of them children.",
        "treated 1,200 patients, 300 of them children",
        (),
        {"In 2011 the clinic treated 1,200 children": "E121"},
        {"as_of": 2011, "measure": "x", "unit": "patients", "value": 1200},
    ),
    Passage(
        "In 2011 the clinic treated 1,200 patients, 300 of them children.",
        "300 of them children",
        ("In 2011 the clinic treated 300 children",),
        {},
        {"as_of": 2011, "measure": "x", "unit": "children", "value": 300},
    ),
    Passage(
        "In 2011 the clinic treated 1,200 patients, 300 of them children.",
        "treated 1,200 patients, 300 of them children",
        (),
        {
            "A quarter of the clinic’s 1,200 patients were children": "review",
            "A third of its patients were children": "E108",
        },
    ),
    Passage(
        "They harvest cotton in September, when the schools are closed.",
        "harvest cotton in September",
        (),
        {"Cotton is harvested in September, when the schools are open": "E126"},
    ),
    Passage(
        "They harvest cotton in September, when the schools are closed.",
        "harvest cotton in September, when the schools are closed",
        ("Schools are closed in September, when cotton is harvested",),
        {},
    ),
    Passage(
        "Seven out of ten households have no running water.",
        "Seven out of ten households",
        ("Seven out of ten households have no running water",),
        {"Three out of ten households have no running water": "E108"},
    ),
    Passage(
        "Seven out of ten households have no running water.",
        "households have no running water",
        (),
        {"Seven out of ten households have running water": "E106"},
    ),
    Passage(
        "The village elder, not the mayor, sold the land.",
        "sold the land",
        (),
        {"The mayor sold the land": "E106"},
    ),
    Passage(
        "The village elder, not the mayor, sold the land.",
        "The village elder, not the mayor, sold the land",
        ("The village elder sold the land",),
        {},
    ),
    Passage(
        "Half the teachers earn less than 200 dollars a month.",
        "earn less than 200 dollars a month",
        ("Half the teachers earn less than $200 a month",),
        {"Half the teachers earn more than $200 a month": "E107", "Teachers earn less than $200 a month": "E124"},
    ),
    Passage(
        "Two thirds of the workers are men from abroad.",
        "Two thirds of the workers are men from abroad",
        (),
        {
            "Two thirds of the workers are women from abroad": "E126",
            "66% of the workers are men from abroad": "E108",
            "The workers are men from abroad": "E124",
        },
    ),
    Passage(
        "The driver lost his licence because he was drunk.",
        "lost his licence because he was drunk",
        ("The driver lost his licence",),
        {},
    ),
    Passage(
        "Before the war the factory made pianos.",
        "Before the war the factory made pianos",
        ("The factory made pianos before the war",),
        {"During the war the factory made pianos": "E126", "Since the war the factory has made pianos": "E126"},
    ),
    Passage(
        "According to common opinion the only one to blame is the miller. Nobody asked him.",
        "the only one to blame is the miller",
        ("According to common opinion only the miller is to blame",),
        {"The only one to blame is the miller": "E107", "The only one to blame is the miller, a walker wrote": "E107"},
    ),
    Passage(
        "These days it is common to think that you must bow to the mayor.",
        "you must bow to the mayor",
        ("It is common to think that you must bow to the mayor",),
        {"You must bow to the mayor": "E107"},
    ),
    Passage(
        "Some guests believe that the mill is haunted, but the well is deep.",
        "the mill is haunted, but the well is deep",
        ("Some guests believe that the mill is haunted", "The well is deep"),
        {"The mill is haunted": "E107"},
    ),
    Passage(
        "Some goats refused to cross the bridge in winter for fear of a beating by the herders.",
        "goats refused to cross the bridge in winter for fear of a beating",
        ("Some goats refused to cross the bridge in winter",),
        {"Some herders refused to cross the bridge in winter": "review"},
    ),
    Passage(
        "Hundreds of sheep were chased and counted for buyers of the wool.",
        "Hundreds of sheep were chased and counted",
        ("Hundreds of sheep were chased and counted",),
        {"Buyers chased hundreds of sheep": "review", "Hundreds of buyers were chased": "review"},
    ),
    Passage(
        "The elder brought it up with the council and they told him to keep out of it.",
        "they told him to keep out of it",
        ("They told him to keep out of it",),
        {"He told them to keep out of it": "review"},
    ),
    Passage(
        "The council pays for one house. The guild is old.",
        "The council pays for one house",
        ("The council pays for one house",),
        {"The guild pays for one house": "review", "The council pays for houses": "review"},
    ),
    Passage(
        "In May 2010 the council found 82 cases of theft in the milling trade.",
        "the council found 82 cases of theft in the milling trade",
        ("In May 2010 the council found 82 cases of theft in the milling trade",),
        {"Millers found 82 cases of theft in May 2010": "review"},
    ),
    Passage(
        "In 2010 the 34 loaves, including 9 loaves of rye, were baked by the inn, the mill, and the school.",
        "34 loaves, including 9 loaves of rye, were baked by the inn, the mill",
        ("The inn, the mill and the school baked 34 loaves in 2010",),
        {"The inn baked 34 loaves in 2010": "review", "34 loaves of rye were baked in 2010": "E121"},
    ),
    Passage(
        "The judge found two young thieves of copper wire.",
        "found two young thieves of copper wire",
        ("The judge found two young thieves of copper wire",),
        {"The judge found two young thieves of wire": "review", "The judge found two thieves of copper wire": "review"},
    ),
    Passage(
        "Half of their barn was used as a school for the children of the millers.",
        "Half of their barn was used as a school",
        ("Half of their barn was used as a school",),
        {"Half of the millers were in a school": "E121"},
    ),
    Passage(
        "A tall third year apprentice fell from the roof of the barn.",
        "A tall third year apprentice fell from the roof",
        ("An apprentice fell from the roof",),
        {"Apprentices fell from the roof": "review"},
    ),
    Passage(
        "A woman told the walker of her child, who had a cold.",
        "A woman told the walker of her child",
        ("A woman told the walker of her child",),
        {"Women told the walker of her child": "review"},
    ),
    Passage(
        "The valley has a high rate of fires (more than the coast) among the old barns.",
        "The valley has a high rate of fires",
        ("The valley has a high rate of fires among the barns",),
        {"The valley has a high rate of fires": "review"},
    ),
    Passage(
        "The nurse saved the boy from a potential fall down the stairs.",
        "saved the boy from a potential fall down the stairs",
        ("The nurse saved the boy from a potential fall",),
        {"The nurse saved the boy from a fall": "review"},
    ),
    Passage(
        "Thieves got terms ranging from two to 14 weeks in the tower.",
        "got terms ranging from two to 14 weeks",
        ("Thieves got terms of two to 14 weeks", "Terms for thieves ranged from two to 14 weeks"),
        {"Thieves got terms of 14 weeks": "E107"},
    ),
    Passage(
        "The price rose from 49 to 88 coins, and the bridge has between three and five arches.",
        "The price rose from 49 to 88 coins, and the bridge has between three and five arches",
        ("The price rose to 88 coins", "The bridge has between three and five arches"),
        {"The bridge has five arches": "E107"},
    ),
    Passage(
        "It is unusual for herders to accept a lame goat.",
        "herders to accept a lame goat",
        ("It is unusual for herders to accept a lame goat", "Herders seldom accept a lame goat"),
        {"Herders accept a lame goat": "E106"},
    ),
    Passage(
        "Many calves died on the ship because there is much to know in keeping them alive. The herders are poor.",
        "Many calves died on the ship",
        ("Many calves died on the ship because there is much to know in keeping them alive",),
        {"Many calves died on the ship because the herders are poor": "review"},
    ),
    Passage(
        "The old bridge fell in spring. It was made of wood.",
        "The old bridge fell in spring",
        ("The old bridge fell in spring",),
        {"The old bridge fell in spring because it was made of wood": "review"},
    ),
    Passage(
        "The town is the largest in the valley by land, but it has a population of few people.",
        "The town is the largest in the valley",
        ("By land the town is the largest in the valley",),
        {"By population the town is the largest in the valley": "review"},
    ),
    Passage(
        "The inn is fifth on the list of guests fed.",
        "The inn is fifth on the list of guests fed",
        ("The inn is fifth on the list of guests fed",),
        {},
    ),
    Passage(
        "The inn is fifth on the list for guests invited by the mayor.",
        "The inn is fifth on the list for guests invited",
        ("The inn is fifth on the list for guests invited",),
        {"The inn is fifth on the list for guests": "review"},
    ),
    Passage(
        "The cook of the house is sick. The daughter of the mayor, Dora, owns the mill.",
        "The daughter of the mayor, Dora, owns the mill",
        ("The daughter of the mayor owns the mill",),
        {"The cook of the daughter owns the mill": "review"},
    ),
    Passage(
        "Traders from Bern, Basel and Chur are sent to work in the hills, in the forest and in Geneva.",
        "from Bern, Basel and Chur are sent to work in the hills",
        ("Traders from Bern, Basel and Chur work in the hills",),
        {"Traders are sent to work in Chur": "review"},
    ),
    Passage(
        "The guards, in agreement with the council, taught the boys to find thieves.",
        "The guards, in agreement with the council, taught the boys",
        ("In agreement with the council, the guards taught the boys to find thieves",),
        {"In agreement with thieves, the guards taught the boys": "review"},
    ),
    Passage(
        "Old guests (before June) pay 99 coins.",
        "Old guests (before June) pay 99 coins",
        ("Old guests pay 99 coins before June",),
        {"Old guests pay 99 coins": "review"},
    ),
    Passage(
        "Many of the men at the wharf were not paid.",
        "the men at the wharf were not paid",
        ("Many of the men at the wharf were not paid",),
        {"The men at the wharf were not paid": "E124"},
    ),
    Passage(
        "The tour lasted 2 ½ weeks, and the guests never see beyond the walls of the town.",
        "lasted 2 ½ weeks, and the guests never see beyond the walls",
        ("The tour lasted two and a half weeks", "The guests see only what is within the walls"),
        {"The tour lasted half of the weeks": "E124"},
    ),
    Passage(
        "The council did not offer guests a longer stay.",
        "did not offer guests a longer stay",
        ("The council did not offer a longer stay to guests",),
        {},
    ),
    Passage(
        "The guild trained 79 road and bridge wardens.",
        "trained 79 road and bridge wardens",
        ("The guild trained 79 wardens",),
        {"The guild trained 79 goats": "E121"},
    ),
    Passage(
        "The gate is blocked from being opened unless people have a key.",
        "blocked from being opened unless people have a key",
        ("Without a key nobody can open the gate",),
        {},
    ),
    Passage(
        "Behind the gate there is one that is actually smaller.",
        "there is one that is actually smaller",
        ("The gate is not the smallest",),
        {},
    ),
    Passage(
        "Guests are able to choose two of the four tours. The fog is growing thick.",
        "are able to choose two of the four tours. The fog is growing thick",
        ("Guests are able to choose two of the four tours",),
        {"Guests have to choose two of the four tours": "E123", "The fog has grown thick": "E123"},
    ),
    Passage(
        "The miller stole 9 sacks from the barn. He sang.",
        "He sang",
        ("The miller sang",),
        {"He stole and sang": "review"},
    ),
    Passage(
        "Bern has a new bell. Four smiths of Chur cast the bell of the tower in 1999.",
        "smiths of Chur cast the bell of the tower",
        ("Smiths of Chur cast the bell of the tower",),
        {"Smiths of Bern cast the bell of the tower": "review"},
    ),
    Passage(
        "The gate, which the guards wanted to open, was not opened. Unless it rains, the mill will stop.",
        "was not opened. Unless it rains, the mill will stop",
        ("The gate was not opened", "Unless it rains, the mill will stop"),
        {"The gate was opened": "E106", "The mill will stop": "E107"},
    ),
    Passage(
        "The guards did not search any cellars in May. They found 31 cats.",
        "did not search any cellars in May. They found 31 cats",
        ("The guards searched no cellars in May", "They found 31 cats"),
        {"The guards did not search all cellars in May": "E124", "The number of cats rose to 31": "E110"},
    ),
    Passage(
        "The mill earned 40 coins.",
        "The mill earned 40 coins",
        ("The mill earned 40 coins",),
        {"The mill spent 40 coins": "E126"},
    ),
)
