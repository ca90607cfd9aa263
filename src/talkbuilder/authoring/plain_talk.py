"""Words of plain talk, which claim nothing about the world by themselves: those with which one speaks to a room."""

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
    "mostly else rest bit pair half piece"
)
_TO_LIVE = (
    "people person man woman child boy girl kid friend neighbor family mother father parent teacher student group "
    "church school class home house town city country place world land life day morning evening night street road "
    "car bus work job become became happen live meet leave come go get move open close"
)
_TO_GO_ON = (
    "follow reach act add pass prove play plan shape order pile hurry trip travel carry voice test doubt silence "
    "message subject spell grade above below public ordinary easy happy firm smart rude empty anymore newer"
    " overnight "
    "hat coat bag poem danger mistake decision putting trick lead"
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
)
PLAIN = frozenset(stem(word) for word in LITTLE_WORDS) | stems(
    f"{_TO_A_ROOM} {_TO_QUALIFY} {_TO_LIVE} {_TO_GO_ON} {_TO_AN_EVENING}"
)

# What is left of 'aren't' and 'they'd' says no more than 'are' and 'they'.
SHORTENED = ("n't", "'ve", "'ll", "'re", "'d", "'m")
