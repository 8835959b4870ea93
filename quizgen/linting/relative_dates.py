"""Find dates in English that depend on an earlier sentence or on the day on which they are read."""

import re

from quizgen.linting.wording import SEVERAL_SENTENCES, possessives
from quizgen.text.content_words import unquoted
from quizgen.text.dates import MONTH, MONTHS, YEAR
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.numbers import any_number_word
from quizgen.text.words import listed

_NUMBERS = rf"(?:a|an|{any_number_word(1, 10)}|\d+|a few|several|many|some)"
_PERIOD = r"(?:(?:second|minute|hour|day|night|morning|evening|week|month|year|decade|century)s?|centuries)"
_HOURS = rf"{any_number_word(1, 12)}|\d{{1,2}}|half|a quarter|noon|midnight|dawn|sunrise|sunset|dark"
# At the start of a sentence, there is nothing that these could follow.
_RELATIVE_AT_START = lazy_pattern(
    rf"(?:(?:on|in|by|during)\s+)?(?:the\s+(?:next|following|previous|same)\s+{_PERIOD}"
    rf"|{_NUMBERS}\s+{_PERIOD}\s+(?:later|earlier|before|after(?:wards)?)(?=\s*,|\s+(?:the|a|an|its|his|her|their)\b)"
    rf"|that\s+(?:same\s+)?{_PERIOD}|then|meanwhile|by then|at (?:the|that) time"
    rf"|(?:soon|shortly) after(?:wards)?(?!\s+(?:{_HOURS})\b)"
    r"|afterwards|later)\b(?!\s+(?:of|to)\b)",
    re.IGNORECASE,
)
MONTH_WORDS = possessives(map(str.lower, MONTHS))
"""Every day without a year contains one of these words."""
DATING_WORDS = MONTH_WORDS | possessives(
    [
        *"next following previous same later earlier before after afterwards that then meanwhile time".split(),
        *"recent record won richest wealthiest oldest eu nato un nations union eurozone opec g20 commonwealth".split(),
        *"currently recently yesterday tomorrow nowadays this last ago incumbent current latest newest".split(),
        *"president minister chancellor pope ceo secretary-general secretary monarch present moment".split(),
        *"date far today now still past days champion people inhabitants residents population old".split(),
        *"popular visited downloaded watched streamed followed subscribed listened".split(),
        *"mayor governor coach employees members students subscribers followers stores branches many".split(),
    ]
)
"""Every relative date, and every day without a year, contains one of these words."""
# Wherever they are, these depend on the day on which they are read.
_DEICTIC = lazy_pattern(
    r"\b(?:currently|(?<!most )(?<!more )(?<!less )(?<!least )recently|yesterday|tomorrow|nowadays"
    rf"|(?:this|last|next)\s+(?:{_PERIOD}|season|spring|summer|autumn|fall"
    r"|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    rf"|(?<![\d,]){_NUMBERS} {_PERIOD} ago)\b(?!\s+(?:of|before|in which|that)\b)",
    re.IGNORECASE,
)
_MODIFIERS = r"(?:(?!(?:in|of|through|at|is|was|flows?|that|which|and|or|to|from|for|by|with|as)\b)[\w-]+ ){0,3}?"
# Who holds an office, or which version is the latest, changes without anybody noticing.
_UNTIL_NOW = lazy_pattern(
    r"\bwho is (?:the )?(?:current |present |incumbent )?(?:president|prime minister|chancellor|pope|ceo"
    r"|secretary[- ]general|head of state|head of government|monarch)\b"
    r"(?= of\b| in (?!the (?:novel|story|play|film))|\?)"
    r"|\bthe (?:current|present|incumbent) (?:president|prime minister|chancellor|king|queen|pope|monarch|emperor|ceo"
    r"|(?:(?:interest|exchange|tax|unemployment|inflation|growth) )?rate|price|owner|coach|manager|league"
    r"|head|champion|holder|mayor|governor|secretary|government|version|record|population|world (?:champion|record))\b"
    rf"|(?:(?:\bthe|\bits|\btheir|['’]s|s['’]) (?:current|present)|\btoday['’]s) {_MODIFIERS}(?:president|minister"
    r"|leader|chancellor|head coach|captain"
    r"|(?!(?:flow|drain|discharge|charging|frame|bit|data|sampling|learning|heart) )[\w-]+ rate"
    r"|(?:speed|age|weight|spending|income|carbon|debt) limit|wage|salary|(?:voting|retirement|pension|drinking|driving"
    r"|marriage|school-leaving) age"
    r"|(?:tax|labor|labour|copyright|divorce|abortion|drug|immigration) laws?|tax|fee|fare|fine|legislation"
    r"|budget|deficit|debt|membership|number of(?! an?\b)|world record|record|edition)\b"
    r"|\bthe (?:latest|newest|most recent) (?!(?:[\w-]+ ){0,2}?(?:common|ancestors?|commits?|entry|entries|elements?"
    r"|items?|values?|calls?|messages?|files?|changes?|epochs?|eras?|periods?|ice|glacia\w+|geologic\w*|stages?|dates?"
    r"|times?|possible|updates?|point|state|line|input|node|event|memor\w+|experiences?|page|layer|deposits?|rocks?"
    r"|theor\w+)\b)(?!of\b)[\w-]+"
    r"|\bwho (?:holds|has|owns) the (?:[\w'’-]+ ){0,5}?record\b|\bwhat is the (?:\w+ ){0,3}world record\b"
    r"|\b(?:who|which \w+|which (?:\w+ ){1,2}\w+) (?:has|have) won the most\b"
    r"|\bhow many (?:countries|states|members|member states|nations) (?:are|belong|does|do|has|have|make)\b[^?]*"
    r"\b(?:EU|European Union|NATO|UN|United Nations|eurozone|Commonwealth|OPEC|African Union|G20)\b"
    r"|\b(?:is|are) the (?:world['’]s )?(?:richest|wealthiest|oldest living) (?:person|people|man|woman)\b"
    r"|^(?:how (?:many|much)|what is the (?:price|cost|salary|wage|fee|rent) of)\b[^?]* (?:today|now)(?=\?)"
    r"|\bmost recently(?=\?)"
    r"|^(?:which|what|who) [^?,]*?\b(?:is|are) (?:[\w'’-]+ ){0,4}?most(?: widely)?"
    r" (?:popular|visited|downloaded|watched|streamed|followed|subscribed|listened)\b"
    r"(?![^?]*\b(?:of all time|ever|novel|story|film|ancient|medieval)\b)"
    r"|^who is the (?:lord )?(?:mayor|governor|head coach|prime minister) of (?-i:[A-Z])[\w' -]+(?=\?)"
    r"|^(?:which|what|who|how)\b(?=[^?]*\b(?:today|now)\?)[^?]*\b"
    r"(?:[a-z]{3,}est|most|leading)\b"
    r"[^?]*\b(?:today|now)(?=\?)"
    r"|\bthese days(?=[?.]|,)"
    r"|^who is (?:the )?(?:reigning )?(?:world|european|olympic) (?:[\w-]+ ){0,2}champion\b"
    r"|^(?:which|what) (?:[\w-]+ ){1,2}(?:holds|has) the (?:world )?record\b"
    r"|\bat (?:present(?![- ](?:day|value|worth))|the (?:present )?moment(?=[?.,])|the present time)\b",
    re.IGNORECASE,
)
_UP_TO_NOW = lazy_pattern(
    # What is found while a program runs is no date: "the largest value seen so far".
    r"(?<!seen )(?<!found )(?<!read )(?<!visited )(?<!processed )(?<!computed )(?<!examined )(?<!scanned )\bso far\b"
    r"(?! (?:as|from|away|apart|that|north|south|east|west|below|above|ahead|behind|inland|out|off|back|into)\b)"
    r"|^to date,|, to date,|\b(?:is|are) to date the\b"
    r"|\b(?:has|have) to date (?:been|had|led|made|set|sold|won|\w+ed|\w+en)\b"
    r"|(?<!up )(?<!used )(?<!how )(?<!way )(?<!method )(?<!out )\bto date(?=[?.]?$)"
    r"|\b(?:as of (?:now|today)|(?:until|up to|up until|till) now|in recent (?:months|weeks))\b(?! (?:that|we)\b)"
    r"|(?:\bthe |(?<=['’]s ))(?:(?:lea|be|wor|mo)st|[a-z]{3,}(?<!for)(?<!inter)(?<!har)(?<!requ)(?<!prot)(?<!cont)est)"
    r" (?:[\w-]+ ){1,4}?(?:of|in) recent (?:years|decades|times|months|weeks|history|memory)\b"
    r"|\b(?:is|are) still the (?:only|most|least|[a-z]{3,}est|world|record|reigning)\b"
    r"|\bstill (?:holds? (?:the|a|this|that) (?:[\w-]+ ){0,2}(?:record|title)|reigns?(?=[?. ])|plays? for|in office"
    r"|in power)\b"
    r"|^(?:who|which [^?,]*) (?:is|are) still (?:alive|living|reigning|in office|in power|president|king|queen)\b"
    r"|\b(?:in|over|during|within) the (?:last|past) (?:few|couple of|several|[1-9]\d?|twenty|thirty|forty|fifty"
    rf"|hundred|{any_number_word(2, 19)}) (?:years|decades|months|weeks)\b(?! of\b)",
    re.IGNORECASE,
)
_IN_CASE = lazy_pattern(
    r"(?:if|when|suppose|imagine|assume|an? (?:[\w-]+ ){1,3}?(?:has|have|had|is|was|who|that)|your?|we|mr|ms|mrs)\b",
    re.IGNORECASE,
)
"""The beginning of a made-up case, whose present is that of the question."""
_INDEFINITE = lazy_pattern(r"\ban? [a-z]", re.IGNORECASE)
"""Any one of its kind: "How much has a share gained that …"."""
_MAY_DEPEND_ON_TIME = lazy_pattern(
    "this|last|next|ago|currently|recently|yesterday|tomorrow|nowadays"
    "|who is |current |present|incumbent |latest |newest |most recent |record|won the most|richest|wealthiest"
    "|how many (?:countries|states|member|nations)"
    "|oldest living|mayor|governor|head coach|prime minister|so far|to date|moment|today|now|still|at present|past"
    "|recent|these days|champion|most "
)
"""Every match of ``_DEICTIC``, ``_UNTIL_NOW`` and ``_UP_TO_NOW`` contains one of these."""
_OF_ANYBODY = lazy_pattern(
    r"\b(?:an?|one|any|each|every) (?:[\w-]+ ){0,2}?(?P<who>[a-z]+)(?=[ ,.?])|(?P<generic>^an? (?:payment|invoice"
    r"|bill|sale"
    r"|debt|loan|order|deposit|purchase)\b)",
    re.IGNORECASE,
)
_ENTERPRISES = listed("firm company business shop store bank school hospital charity restaurant bakery household team")
_PERIOD_NAMED = lazy_pattern(rf"\b(?P<which>this|last|next)\s+{_PERIOD}", re.IGNORECASE)
_THE_LAST = lazy_pattern(r"\b(?:the|its|his|her|their|every|each|one|whose)\s+$", re.IGNORECASE)
_BY_CONSTITUTION = lazy_pattern(r"\b(?:Senate|constitution\w*|elected|appointed|chosen)\b|\bin (?:the )?[A-Z][\w']+,")
_DATED = lazy_pattern(rf"\b{YEAR}\b|\b(?:{MONTH}) \d{{3}}\b(?![,.]\d)|\bA\.?D\b|\bB\.?C\b|\bcentury\b")
_DAY = lazy_pattern(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH})|(?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?)\b")
_DIGIT = lazy_pattern(r"\d")
_PAST = lazy_pattern(r"\b(?:was|were|did|had|went|met|took|began|became|fell|broke|left|came|sent|held|\w{3,}ed)\b")
_YEARLY = lazy_pattern(
    r"\b(?:year|every|annual\w*|(?<!\bto )celebrat\w+|holiday|festival|feast|equinox|solstice|birthday|calendar"
    r"|day called|commemorat\w+|observed|traditionally)\b",
    re.IGNORECASE,
)


def relative_date(text: str) -> str | None:
    """Return words in ``text`` that give a date only to readers who know when it was written or what came before."""
    plain = unquoted(text).strip()
    found = _RELATIVE_AT_START.match(plain)
    if (found is None and not _MAY_DEPEND_ON_TIME.search(plain.lower())) or SEVERAL_SENTENCES.search(plain):
        return None
    if found is not None:
        return found[0]
    if _DATED.search(plain):
        return None
    if (found := _UNTIL_NOW.search(plain)) and not _BY_CONSTITUTION.search(plain):
        return found[0]
    if (found := _UP_TO_NOW.search(plain)) and not (
        _IN_CASE.match(plain) or _INDEFINITE.search(plain[: found.start()])
    ):
        return found[0]
    if len({found["which"].lower() for found in _PERIOD_NAMED.finditer(plain)}) > 1:
        return None  # they depend on each other: next year's rent is no expense of this year
    return next(
        (
            found[0]
            for found in _DEICTIC.finditer(plain)
            if not (_THE_LAST.search(before := plain[: found.start()]) or _is_of_anybody(before))
        ),
        None,
    )


def _is_of_anybody(before: str) -> bool:
    """Return whether ``before``, the words before a date, are about anybody: what a customer owes for last week."""
    return any(
        found["generic"] or (who := found["who"].lower()) in _ENTERPRISES or is_mainly(who, "person")
        for found in _OF_ANYBODY.finditer(before)
    )


_KNOWN = (
    r"(?:(?:currently |officially )?(?:known(?! (?:ways?|quantit\w+|values?|sides?|angles?|points?|variables?"
    r"|facts?)\b)"
    r"|confirmed|recognized|recognised|discovered|documented|recorded|identified"
    r"|described|catalogued|cataloged|verified|living|surviving)"
    r"|active(?= (?:volcanoe?s|users|satellites|members|accounts)\b)"
    r"|registered(?= (?:voters|users|members|vehicles|cars|companies|charities|nurses|doctors|lawyers|players|clubs"
    r"|students|trademarks|patents|domains|aircraft|ships)\b))"
)
_SITES = (
    r"(?:(?:UNESCO )?World Heritage Sites?|national parks|nature reserves|universities|billionaires"
    r"|nuclear (?:warheads|reactors|power (?:plants|stations))|wind turbines|airports)"
)
_GROWING = (
    rf"(?:{_SITES}|satellites|followers|views"
    r"|stores"
    r"|shops|branches|outlets|restaurants|users|customers|subscribers|employees|members|member (?:states|countries)"
    r"|students|moons)"
)
_GROWN = (
    r"(?:discovered|confirmed|found|described|identified|catalogued|cataloged|awarded|sold|published|registered|recorded"
    r"|documented|launched|built|released|translated)"
)
_THERE = r"(?:does|do|has|have|are there|are|is|exist|orbit|live|belong|operate|remain)\b"
# "How many known moons does Saturn have?", "How many World Heritage Sites are there in Italy?"
_COUNT_TO_NOW = lazy_pattern(
    rf"(?:about |approximately |roughly )?how many (?:(?:different|official) )?(?:{_KNOWN} (?:[\w-]+ ){{1,3}}?{_THERE}"
    rf"(?=[^?]* (?-i:[A-Z]))|{_KNOWN} (?:[\w-]+ ){{1,4}}?(?:are there|exist|have been)\b"
    rf"|{_GROWING} (?:does|do|has|have)(?= (?-i:[A-Z]|the [A-Z]))(?! (?:the )?(?:Mercury|Venus|Mars|Earth|Moon)\b)"
    rf"|{_SITES} (?:are there|are) in (?:the )?(?-i:[A-Z])"
    rf"|(?:[\w-]+ ){{1,4}}?have (?:ever )?been {_GROWN}\b"
    r"|(?:native )?speakers (?:does|do)(?= (?-i:[A-Z]))"
    r"|(?:goals|titles|medals|albums|tournaments|Oscars|Grammys|championships|World Cups|trophies|races"
    r"|matches) (?:has|have)"
    r" (?:the )?(?-i:[A-Z])[^?]* (?:scored|won|sold|released|played)\b"
    r"|times has (?:the )?(?-i:[A-Z])[\w .-]*? won\b(?![^?]* (?:in|at) the \w+ century)"
    r"|(?:different )?species of [a-z ]+ are there(?=\?| (?:in the world|on Earth|worldwide))"
    r"|(?:people|women|men|countries|teams|players) have (?:ever )?(?:won|walked|climbed|flown|been|received|visited"
    r"|signed|ratified|joined)\b)",
    re.IGNORECASE,
)
_MADE_UP = lazy_pattern(
    r"\b(?:novel|story|stories|film|series|game|poem|play|episode|if|when|after|per)\b|[.;:] ", re.I
)
_POPULATION = lazy_pattern(
    r"(?:about |approximately |roughly )?how many (?:million |billion |thousand )?(?:people|inhabitants|residents)"
    r" (?:live|are living|does|do)(?= (?:in )?(?!You\b)(?-i:[A-Z]|the [A-Z]))"
    r"|how many (?:employees|members|students|subscribers|followers|stores|branches) (?:does|has)(?= (?-i:[A-Z]"
    r"|the [A-Z]))"
    r"|how old is (?!(?:Mount|Mt|Lake|River|Old|New|Planet|Halley)\b)(?-i:[A-Z][A-Za-z]+ [A-Z][A-Za-z]+)(?=\?)"
    r"|what is the (?:current )?population of(?= (?:the )?(?-i:[A-Z])[\w' -]+\?)",
    re.IGNORECASE,
)


_NAME = lazy_pattern(r"(?: the)?(?: [A-ZÀ-Þ][\w'’-]*)+")


def count_without_date(stem: str, *, is_open: bool = True) -> str | None:
    """Return the words of ``stem`` that ask for a number of today: of inhabitants, of known moons, of years of age.

    If there are options, so that it is not ``is_open``, a rough knowledge of inhabitants and ages is enough.
    """
    plain = unquoted(stem).strip()
    if _DATED.search(plain):
        return None
    if is_open and (found := _POPULATION.match(plain)) is not None:
        return found[0]
    found = _COUNT_TO_NOW.match(plain)
    if found is None or _MADE_UP.search(plain):
        return None
    name = _NAME.match(plain, found.end())
    return found[0] + ("" if name is None else name[0])


def day_without_year(text: str) -> str | None:
    """Return a day and month in ``text``, a sentence about the past, that gives no year."""
    if not _DIGIT.search(text):
        return None
    plain = unquoted(text)
    found = _DAY.search(plain)
    if found is None or _DATED.search(plain) or _YEARLY.search(plain) or not _PAST.search(plain):
        return None
    return found[0]
