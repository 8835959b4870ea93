"""English word lists for finding proper names: words next to names, words in names, and words mistaken for names."""

from quizgen.text.titles import ADDRESSES, NOBLES

JOINS = frozenset(
    "of for the de da dei del della delle degli di du la le van von der den ten zu af y bin ibn al es".split()
)
"""Lowercase words that join the parts of a name."""

OCCUPATIONS = frozenset(
    """activist actor actress admiral ambassador analyst archbishop architect artist astronaut astronomer author banker
    biologist bishop captain chairman chairwoman chancellor chemist coach colonel comedian commander
    commissioner composer correspondent cosmonaut dean designer director doctor economist editor emperor empress
    engineer envoy explorer farmer footballer founder general geographer geologist governor historian inspector
    inventor journalist judge king lawyer leader lecturer lieutenant linguist mathematician mayor merchant
    minister musician naturalist novelist painter philosopher physician physicist pioneer playwright poet pope
    president professor programmer prosecutor psychologist queen reporter researcher scholar scientist sculptor
    secretary senator sergeant singer sociologist spokesman spokesperson spokeswoman student surgeon surveyor
    teacher trader writer zoologist""".split()
)
"""Occupations and ranks that nearly always mean a person: "the surveyor", "which surveyor?"."""

ROLES = OCCUPATIONS | frozenset(
    """chair chief deputy executive head major officer official premier prime prince princess principal producer
    publisher""".split()
)
"""Roles and occupations that appear next to names; some mean something else elsewhere: a major river."""

TITLES = (
    ADDRESSES
    | NOBLES
    | frozenset("mister dr prof madame monsieur gov lt col sgt sen rep gen capt cpt cmdr adm maj rev hon".split())
)
"""Titles before people's names that do not name an occupation."""

ORGANISATIONS = frozenset(
    """academy agency airlines alliance army association authority bank board brothers bureau business chamber choir
    church club college commission committee company confederation congress consortium cooperative corp corporation
    council court department federation fleet force forces foundation fund government group guard holding inc
    industries initiative institute institution journal laboratories laboratory league legion ltd magazine ministry
    mission museum navy network news newspaper observatory office orchestra organisation organization parliament
    partners party police post press radio railway railways review school senate service services shipping society
    sons station studios syndicate television theatre times tribune trust union university works""".split()
)
PLACES = frozenset(
    """airport archipelago avenue bay beach bridge canal canyon cape castle cathedral city coast cove county creek
    desert district falls field forest garden gardens gate glacier gulf hall harbour harbor hill hills hotel house
    island islands isle lake lane mill mine mount mountain mountains ocean palace park peninsula plateau port province
    region republic river road sea square state states strait street tower town valley village""".split()
)
EVENTS = frozenset(
    """accord agreement battle championship championships conference congress convention cup day election exhibition
    expedition exposition fair festival fire flood games massacre olympics panic rebellion revolution revolt siege
    summit treaty trial uprising war week""".split()
)

NO_NAMES = frozenset(
    """a about above according after again against all almost already also although always among an and another any
    are around as at average because before behind being below beside besides between both but by can could critics
    despite did do does during each earlier early either else even ever every everyone everybody experts far few
    finally first five following for former formerly four from further half had has have he hence her here hers
    him his how however i if in indeed initially instead into is it its itself just last late later latest
    learners least less like little locals many may meanwhile moreover more most much must my near nearly neither
    never nevertheless new next no nobody none nor not nothing now of off officials often on once one only or
    originally other others our out over overall people perhaps police proponents rather recent recently residents
    second several shares she should similarly since so some somebody someone sometimes soon still such ten than
    thanks that the their them then there therefore these they third this those though three through throughout
    thus to today together too twice two under unless unlike until up upon us very was we were what when whenever
    where whereas whether which while who whom whose why will with within without workers would yes yet you your
    jr sr inc corp ltd co vol pp vs etc see spring summer autumn winter january february march april june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that begin sentences, or that are capitalized without being part of a name."""

SHORT_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())

SHORT_FORMS = (
    "Mr|Mrs|Ms|Dr|Prof|St|Mt|Ft|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Capt|Cmdr|Adm|Maj|Rev|Hon|vs?|cf|al|eds?"
    r"|approx|ca|c|Univ|Dept|Vol|vol|pp?|ch|figs?|Figs?|esp|incl|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e"
    r"|z\.B|d\.h|bzw"
)
"""Abbreviations whose period does not end a sentence."""
ENDING_SHORT_FORMS = r"Jr|Sr|Inc|Corp|Co|Ltd|Bros|etc|p\.a|a\.m|p\.m|[A-Z]"
"""Abbreviations and initials that may end a sentence, depending on the next word."""

MASSES = frozenset(
    """air art blood bread cancer coal copper corn cotton crime death demand electricity energy fire fish food
    forgetting freedom friction fuel gas gold grain gravity heat history ice iron knowledge labour land language
    law lead learning life light literature love mathematics memory metal milk money music nature oil paper peace
    philosophy plastic poverty power practice production progress rain religion research rice salt sand science
    silk silver sleep smoke snow soil sound space speech steam steel sugar tea technology time trade training
    water wheat wind wine wood wool work""".split()
)
"""Mass nouns, which can begin a sentence without an article."""
