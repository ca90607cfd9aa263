"""Words of plain talk, which claim nothing about the world by themselves: those with which one speaks to a room."""

import re

from talkbuilder.evidence.words import LITTLE_WORDS, stem, stems

_TO_A_ROOM = (
    "ask answer question think know believe remember forget imagine wonder guess hope wish want like love mind "
    "mean look see watch listen hear notice read write speak talk tell explain call name count counted compare "
    "picture show find learn understand decide choose pick try start begin end finish stop wait stay stand sit "
    "walk sound seem feel turn keep hold bring put set give use need help thank thanks please welcome sorry okay "
    "yes good luck hang swear worry trust change bet loud proud glad secondhand depend suppose judge view opinion "
    "belief honest sure certain raise hand phone screen slide map list line page sheet paper pen word sentence "
    "story point example reason source figure number title part step door wall room seat table corner row middle "
    "side front back top bottom dot arrow gap box shelf"
)
_TO_QUALIFY = (
    "really almost maybe perhaps probably anyway always often sometimes seldom soon later late early long short "
    "ago today tomorrow yesterday tonight now moment minute hour day week month year time age once finally "
    "suddenly again little big small great whole real true simple plain easy hard bad better best worse wrong "
    "right nice fine fair enough plenty apart alone either neither anywhere everywhere somewhere nowhere "
    "everybody everyone anybody anyone somebody someone nobody yourself themselves everything anything till "
    "whichever whoever far near close open new old young next last single different important exactly actually "
    "mostly else rest bit pair half piece become became happen come go open close"
)
_TO_LIVE = (
    "people person man woman child boy girl kid friend neighbor family mother father parent teacher student group "
    "church school class home house town city country place world land life day morning evening night street road "
    "car bus work job live meet leave get move"
)
_TO_GO_ON = (
    "follow reach act add pass prove play plan shape order pile hurry trip travel carry voice test doubt silence "
    "message subject spell grade above below public ordinary easy happy firm smart rude empty anymore newer"
    " overnight "
    "hat coat bag poem danger mistake decision putting trick lead meanwhile meantime journey"
)
_TO_AN_EVENING = (
    "evening snow rain wind cold warm weather winter summer spring fall autumn season march april may june sunday"
    " monday tuesday wednesday thursday friday saturday weekend christmas easter coffee tea soup bread cake cookie"
    " supper lunch breakfast dinner meal cup plate kitchen bake cook taste hungry thirsty tired sleepy awake"
    " asleep scared afraid brave shy nervous calm grateful curious surprise laugh smile cry joke fun funny silly"
    " odd strange stranger frank frankly grace hope joy faith pray prayer sing song hymn choir verse amen bless"
    " bow kneel joy peace patience mercy handout pencil paper notebook chalk board quiz bell recess homework"
    " lesson classroom library librarian book bookshelf novel poem chapter paragraph author reader pin drop leg"
    " foot finger thumb ear eye nose mouth knee elbow stretch clap cheer applaud whisper nod wave shrug drive"
    " drove bus bike idea thought chance pattern favorite memory dream afterwards afterward besides indeed past"
    " present prepared prepare training grown grown-up grandmother grandfather grandma grandpa aunt uncle cousin"
    " niece nephew sister brother husband wife mom dad baby birthday anniversary scarf mitten glove boot shoe"
    " pocket button sweater blanket pillow lamp candle window garden thorn flower rose tree leaf bird dog cat"
    " horse offer invite imagine pretend noise loud slow fast slowly quickly pay paid trip road mile block"
    " neighborhood porch sidewalk parking serve first-come polite tv radio newspaper movie film photo camera hurry"
    " rush habit courage kindness ring lend borrow earn draw drawing sketch mark serious"
    " card envelope grey gray stamp piano guitar violin microphone cable scissors glue tape string basket tray spoon"
    " fork napkin crayon marker sticker folder clipboard blackboard aisle pew pulpit lobby hallway kettle"
)
# What claims nothing whoever is told of.
PLAIN_OF_OTHERS = frozenset(stem(word) for word in LITTLE_WORDS) | stems(f"{_TO_A_ROOM} {_TO_QUALIFY} {_TO_GO_ON}")
# The same, and what claims nothing of those who sit in the room: of others it would tell a job, a night or a neighbor.
PLAIN = PLAIN_OF_OTHERS | stems(f"{_TO_LIVE} {_TO_AN_EVENING}")

# What one does with paper, pencils and phones: plain where one asks a room to do it, and nobody else is told of.
HOUSEHOLD = stems(
    "cut fold glue paste tape grab fill stick sew wrap tie stir pour wipe sweep stack silent mute unplug mix peel"
    " sharpen roll pin clip tick circle underline"
)
# What everybody says, and nobody takes at its word.
PROVERBS = re.compile(
    r"\b(?:(?:till|until) the cows come home|many hands make light work|rome was(?:n[’']t| not) built in a day"
    r"|all (?:your|our|my|the) eggs in one basket|beat(?:ing)? (?:a|about|around) the bush|judge a book by its cover"
    r"|sleep on it|better late than never|the early bird (?:gets|catches) the worm|actions speak louder than words"
    r"|no news is good news|practice makes perfect|back to the drawing board|(?:barking|bark) up the wrong tree"
    r"|(?:bite|bit) off more than (?:I|we|you) can chew|break the ice|burn(?:ing)? the midnight oil"
    r"|call it a (?:day|night)|cross that bridge|count (?:your|our|my) chickens(?: before they (?:hatch|are hatched))?"
    r"|every cloud has a silver lining|get the ball rolling|hit the (?:nail on the head|road|sack|hay)"
    r"|hold your horses|it takes a village|let sleeping dogs lie|money (?:doesn[’']t|does not) grow on trees"
    r"|once in a blue moon|piece of cake|practice what (?:I|we|you) preach|raining cats and dogs|rise and shine"
    r"|sit(?:ting)? on the fence|still waters run deep|the more the merrier|the proof of the pudding|time flies"
    r"|when pigs fly|out of the frying pan(?: into the fire)?|knock on wood|walk(?:ing)? on eggshells"
    r"|(?:keep|cross) (?:your|my|our) fingers(?: crossed)?|the grass is (?:always )?greener on the other side)\b",
    re.IGNORECASE,
)

_VERY = r"(?:(?:a|little|bit|rather|very|quite|somewhat|pretty|and|or|but|,) ?)*"
_WHERE = (
    r"(?:on|to|at|by|near|next|down|up|in|behind|across|past|around|outside|through|over|the|your|my|a|of|from|and|or"
    r"|left|right|hall|hallway|stairs|staircase|corridor|doors?|back|front|corner|end|first|second|ground|floor"
    r"|basement|entrance|lobby|both|sides?|kitchen|here|there|just|room|building|office)"
)
_SIDE = r"(?:the )?(?:far )?(?:north|south|east|west|middle|center|heart)(?:east|west)?\b"
# Where something is in the house, how the next part will be, and where a place lies: nothing of which one doubts.
PRACTICAL = re.compile(
    r"\b(?:rest ?rooms?|toilets?|bathrooms?|washrooms?|(?:emergency )?exits?|elevators?|cloakrooms?|coat racks?"
    rf"|water fountains?|outlets|parking(?: lot)?) (?:is|are) (?:{_WHERE}\b[, ]*)+(?![\w’'-])"
    r"|\b(?:bear|hang on|stay) with (?:me|us)\b"
    r"|\b(?:this|that|the next|the following|the last) (?:part|bit|slide|section|page|stretch|piece|minute|chapter)"
    rf" (?:is|gets|was|will be) {_VERY}(?:(?:dry|boring|technical|dull|tedious|dense|tricky)\b ?{_VERY})+"
    rf"|\b(?:to|in|on) {_SIDE} lies\b|\blies (?:(?:far|just|close|right) )?(?:to|in|on) {_SIDE}",
    re.IGNORECASE,
)

# What is the speaker's own, and no pit, ends with 'mine': 'the mistakes are mine', 'a friend of mine'.
MINE = re.compile(
    r"\b(?:is|are|was|were|be|been)(?: (?:all|only|just|not|also|no longer))* mine\b"
    r"(?=[.,;:!?)—–]|\Z| (?:and|not|alone|too|or|but)\b)"
    r"|\b(?:an?|one|this|that|these|those|some|any|two|three|no|few|several)"
    r"(?! (?:kind|sort|type|piece|part|map|picture|owner|depth|shaft)s?\b)(?: [\w’'-]+){1,3}? of mine\b"
    r"(?=[.,;:!?)—–]|\Z| (?:who|whom|that|which|and|in|from|at|once|always|never|has|had|is|was|says?|said|told|tells"
    r"|knows?|knew|went|came|saw|works?|lives?|wrote)\b)"
    r"|(?:\A|(?<=[.!?] ))\W*mine(?= (?:is|are|was|were) (?:an?|the|not|no|only|just|called|mostly|very)\b)",
    re.IGNORECASE,
)

# Why who speaks stands here and tells it.
OWN_RESULT = re.compile(
    r"\b(?:that[’']s why|(?:that|this|which) is why|therefore|so) (?:(?:tonight|today|also) )?(?:I|we)"
    r"(?:(?:[’']m| am|[’']re| are) (?:here|telling|talking|speaking|asking|showing|reading|giving)"
    r"|(?: have|[’']ve)? (?:came|come) (?:here|back|tonight|today|to (?:you|talk|speak|tell))"
    r"|(?: (?:want(?:ed)?|chose|like)|[’']d like)? ?(?:to )?(?:tell|talk|speak|show|begin|read|ask|bring|brought)"
    r" (?:to |with |about |of )?(?:it|this|that|you|here))\b(?: (?:here|tonight|today|to you))*",
    re.IGNORECASE,
)

# What is left of 'aren't' and 'they'd' says no more than 'are' and 'they'.
SHORTENED = ("n't", "'ve", "'ll", "'re", "'d", "'m")
