"""Find why a statement is not clear, complete and certain by itself: what a strict reader would ask about it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from quizgen.generating.descriptions import is_part_of_structure
from quizgen.generating.entities import FoundEntity
from quizgen.generating.explanations import term_in
from quizgen.generating.given_names import without_number
from quizgen.generating.noun_phrases import (
    ABSTRACT,
    DATE_AFTER,
    HOMES,
    MEMBERS,
    POINTING,
    SUPERLATIVE,
    VAGUE,
    Description,
    descriptions_in,
    has_noun,
    is_extreme,
)
from quizgen.generating.pronouns import is_explained_these
from quizgen.generating.short_names import short_name
from quizgen.generating.states import has_amount, is_custom, is_what_it_was
from quizgen.generating.tails import LONGEST
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.generating.unclear import is_largest_agent, says_which
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import CENTURY_WORDS, MONTH, YEAR
from quizgen.text.folding import fold
from quizgen.text.lexicon import EVENTS, PLACES, ROLES
from quizgen.text.mentions import find_mentions
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.numbers import any_number_word
from quizgen.text.word_forms import capitalized, singular
from quizgen.text.words import listed

_REFERRING = re.compile(
    r"\b(?P<word>different(?! from| [a-z]+s\b)|similar(?! to)|same(?! (?:[a-z]+ )?(?:as|that)\b)|latter"
    r"|former(?! [a-z-]+ (?:of|in|at) )"
    r"|instead(?! of)|altogether|another|likewise|therefore|thus|accordingly|nevertheless|nonetheless"
    r"|(?<!any )(?<!each )(?<!no )(?<!every )(?<!among )(?<!most )others?(?! than)|such(?! as| an?\b| that)"
    r"|too(?=[.,])|however(?! (?:many|much|few|little)\b| [a-z]+ (?:it|they|he|she|the|an?|his|its|their)\b)"
    r"|these|those(?! (?:who|that|of|in|which))|this"
    r"|that (?:year|day|month|time|summer|winter|spring|autumn)"
    r"|once (?:more|again)|(?:[\w.,]+ )?(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
    r" (?:later|earlier|afterwards)"
    r"|again(?=\.$)|times as (?:much|many)(?=\.$)|such an? [a-z]+(?!.* (?:that|as)\b)"
    r"|(?<!even )further(?=[,.])|[a-z]+er of the two"
    r"|previous|either(?!.* or\b)|neither(?!.* nor\b)|meanwhile|afterwards|what(?= (?:it|they|he|she))"
    r"|more importantly|over there|by then)\b"
    r"|(?<=[a-z] )(?P<there>there)\b(?! (?:is|are|was|were|will|may|can|must|(?:has|have|had) been))"
    r"|^(?P<best>The (?:best|least|most|worst)[- ][a-z]+)(?= (?:is|was|are|were)\b)"
    r"|^(?P<order>Then|Next|Finally|Hers|Theirs)\b|(?-i:\b(?P<new>[Tt]he new)(?= [A-Z]))",
    re.IGNORECASE,
)
_ONES = re.compile(
    r"^(?!.*[a-z]{3}s\b.* ones\b)[^“\"]*? (?P<word>ones)\b"
    r"|^(?P<even>[Ee]ven (?!if\b|though\b|when\b|in\b|at\b|after\b)[a-z]+)"
    r"|^[^“\"]* (?:bought|built|caught|filmed|found|gave|kept|killed|lent|made|met|saw|sent|sold) (?P<one>one)"
    r"(?=[,.;]| (?:to|from|for|at|with|by|on|in|as|and|until|before|after|when)\b)"
    r"|\b(?:on|about) (?P<subject>the (?:subject|matter|topic))(?! (?:of|that|in)\b)"
    r"|\b(?P<those>of the (?:two|three|four|five|six))(?=[,.;]| (?:and|was|were|is|are|in|on|at)\b)"
)
"""What refers to something that an earlier sentence names, or adds to it: "some older ones", "even the phrase"."""
_NOBODY = re.compile(
    r"^(?:[A-Z][^,;:]*?(?:\d{4}|morning|evening|day|night),? )?(?P<who>an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child"
    r"|stranger|visitor|passer-by|reporter|officer))\b(?! (?:named|called|of|who (?:later|then)|usually|is|can)\b)"
    r"(?! (?:should|may|must|needs|has|takes|weighs|lives)\b)",
    re.IGNORECASE,
)
"""Somebody who did something, but whose name is not told: "On 1 May 1870 a short man lifted the flag"."""
_COMPARED = re.compile(
    r"(?:\b(?:an?|the|much|far|even|his|her|its|their)|['’]s) (?P<word>(?:more|less) (?!than)[a-z]+|(?:better|worse"
    r"|larger|smaller|bigger|shorter|longer|cheaper|easier|harder|faster|slower|newer|older|higher|lower|deeper|wider"
    r"|stronger|simpler|warmer|colder|purer|finer|richer|lighter|heavier|safer|thinner|thicker|brighter|darker|further"
    r"|farther))\b(?! (?:part|brother|sister|cousin|half)\b)"
    r"(?!.* than\b)"
    r"|\b(?:which|that|who) (?:is|was|are|were) "
    r"(?P<so>(?:more|less) [a-z]+|[a-z]{3,}(?<!ov)(?<!und)(?<!eith)er)(?=[,.]|$)"
    r"|\b(?:is|was|are|were|became|proved) (?P<and>(?:much |far )?(?:cheaper|better|worse|larger|smaller|faster|slower"
    r"|stronger|safer|lighter|heavier|(?:more|less) [a-z]+)(?: and (?:more )?[a-z]+)?)(?=[,.;])(?!.* than\b)"
)
_READER = re.compile(r"\b(?:we|our|ours|us|you|your|yours|I|my|me)\b")
_SAID = re.compile(r"[“\"][^“”\"]*[”\"]")
_UNCERTAIN = re.compile(
    r"\b(?:seem(?:s|ed)?|appear(?:s|ed)? to|apparently|perhaps|probably|possibly|presumably|supposedly|reportedly"
    r"|(?:it )?(?:is|are|was|were) (?:often |sometimes )?(?:said|thought|believed|rumou?red"
    r"|reported(?= (?:to|as|that)\b))"
    r"|(?:is|are|was|were) (?:now |often |widely )?(?:regarded|considered)|no doubt|doubtless|surely|disputed"
    r"|may (?:[a-z]+ )?have|might(?: have)?|could have|almost certainly"
    r"|(?:according to|by) (?:one|some|most) (?:stor(?:y|ies)|accounts?|versions?|estimates?|traditions?|sources?)"
    r"|according to (?:legend|tradition|rumou?r|(?:an?|the) (?:[a-z]+ )?(?:story|legend|tradition|sagas?|myth)))\b",
    re.IGNORECASE,
)
_VALUING = re.compile(
    r"\b(?:oddly|sadly|unfortunately|fortunately|luckily|ironically|curiously|strangely|surprisingly|admittedly|alas"
    r"|of course|remarkably|famously|typically|happily|more or less|best-(?:loved|known) (?:of|in|stor(?:y|ies)))\b"
    r"|\b(?:hardly|scarcely) (?:anybody|anyone|surprising)\b"
    r"|\bowes? (?:much|a (?:good|great) deal|a lot) to\b",
    re.IGNORECASE,
)
_UNIQUE = listed(
    """
    sun moon earth world sky ground air equator sea seas ocean public police poor rich past future present rest time
    way east west north south spring summer autumn winter morning evening night day living dead internet wind rain
    wild open surface others total average left right point fact country crown coast south-east south-west north-east
    north-west interior tropics continent universe horizon arctic antarctic century atmosphere nineteenth twentieth
    planets stars brain heart kidney liver lung pancreas skin spleen stomach throat
    """
)
_TELLING = re.compile(
    r"(?:(?:, [a-z-]+)* and [a-z-]+)?"
    r" (?:of (?!it\b|them\b|this\b|these\b|its\b)|(?:that|who|which|whose|whom|where|between"
    r"|called(?! less\b| more\b)|named|known as) "
    r"|(?:it|he|she|they|we) (?!(?:is|are|was|were)\b)[a-z]|\d"
    r"|(?:in|on|at|near|from|to|for|with|by|into|through|around|under|over|across|against|behind|along|after|before) "
    r"(?:an? |each |any |all |the (?:[a-z]+ )?)?(?:[A-Z]|\d|[a-z]+s\b))"
    r"|,? \*?[A-Z]|, (?:an?|the|one of) | \("
)
"""What says which one is meant."""
_ONE = re.compile(r"\b[Oo]ne\b")
_OF_SUBJECT = re.compile(r"(?:An?|The|[A-Z][a-z]+) [^,;:]*, $")
_APPOSED = re.compile(r"[A-ZÀ-Þ][\w’'-]*\*?, (?:then |once |later )?$")
_COULD = re.compile(
    r"^(?:(?!\b(?:that|which|who|whose)\b)[^,;:])*\b(?:could|would|had to|(?<!been )(?<!is )(?<!are )used to)\b"
)
"""What was so at some time, which no lead-in says."""
_PERIODS = listed("year decade century month week")
_ITS_YEAR = re.compile(rf"[^;:]*\b{YEAR}\b")
_OPENING = re.compile(r"(?:(?:[Mm]ost|[Mm]uch|[Pp]art|[Hh]alf) of )?")
_CREATED = re.compile(
    r" (?:was|were) (?:first |originally )?(?:announced|built|coined|composed|described|designed|discovered|drawn"
    r"|founded|invented|introduced|named|opened|painted|published|settled|written)\b"
)
"""What is said of the one thing that the text is about, or of a part of it."""
_SUPERLATIVE_AFTER = re.compile(
    r" (?:[a-z]{3,}(?:ed|wn) (?:by|with|in|from|on|at)|to|in|of|on|that|ever|known|since|until|for|at|built|found|made"
    r"|with|outside)\b"
)
_CAPITAL_HEAD = re.compile(
    r"\b[Tt]he (?P<word>Board|College|Society|Commission|House|Act|Council|Company|Committee|Convention|Treaty|Bank"
    r"|Academy|Association|Institute|League|Ministry|Museum|University|Union|Assembly|Bill|Order|Party|Court)\b"
    r"(?! (?:(?:of|for) (?:the )?)?[A-Z])"
)
_LEADING_IT = re.compile(
    r"^(?:With|In|On|At|For|After|By|From|Under|During|Within|Over|Since|Until|Because of|Like|Unlike|Despite|Around) "
    rf"(?:(?!, (?:[A-Z]|the )|\b(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) (?:a|an|the|its) )[^;:])*?"
    r"(?P<word>\bit|\bthey|\bits|\btheir)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\b(?P<word>do|does|did|is|was|were|are|had|has|can|could|would|not|none|several|few|dozen"
    r"|(?<!per )(?:hundred|thousand|million)|one)\.$"
)
_OF_NUMBER = re.compile(r"\b(?:population|number|total|circulation|membership)\b.*\b(?:hundred|thousand|million)\.$")
"""What says of what it is the number: "The population is about two million."."""
_PRICE_LAST = re.compile(rf"[{CURRENCY_SIGNS}] ?[\d.,]+ (?:thousand|million|billion)\.$")
_AS_OTHERS_DO = re.compile(r", (?:just )?as (?:the )?[a-z]+s? (?:do|does|did|is|are)\.$")
_FRAGMENT = re.compile(r"^(?P<word>[A-Za-z]+(?:ed|ught|ilt|ound) (?:by|in|from|at|on))\b(?![^.]*,)")
_NO_VERB = re.compile(
    r"^(?:The )?(?:[A-ZÀ-Þ][\w’'-]* ?)+, (?P<word>[a-z]{3,}ed (?:as|at|by|from|in|on|with))\b(?=[^,]*\.$)"
)
"""A name with what was done to it, which says nothing of it: "The Ostby Bridge, finished in 1870."."""
_AS_SOMEBODY = re.compile(r"^(?:[Aa]s|Like|Unlike|With|Under) [A-Z][^,]*? (?P<word>he|she)\b")
_WHOSE = re.compile(
    r"(?P<first>(?:[A-ZÀ-Þ][\w.-]+ )+)?(?<![\w-])[A-ZÀ-Þ]\w+[’']s? (?P<noun>[a-z]+)\b"
    r"(?! (?:of|for|to|that|which|called|in|on|at)\b|,? [A-Z*“\"]|, "
    r"| (?:was|is) (?:the |an? )?(?:[a-z-]+ ){0,3}[A-ZÀ-Þ])"
)
_INVENTED = re.compile(r"\b(?:devised|discovered|invented|introduced|patented|pioneered) $")
_CEREMONY = re.compile(r"\b(?:cut|drove|hammered(?: in)?|laid|placed|put in|set|tightened|turned) $")
"""What is done to the first or last part of what the text is about: "laid the first stone"."""
_TIME_OF = re.compile(r"\b(?:after|before|during|since|until) $")
_SINCE = re.compile(r"\b(?P<word>had been [a-z]+ing)\b(?!.*\b(?:when|by|before|until)\b).* since (?:the )?\d")
"""What had lasted up to a time that only an earlier sentence gives."""
_SOMEBODY = re.compile(
    r"\b(?P<word>[Tt]he (?:boy|brother|child|daughter|girl|man|men|sister|son|woman|women)), (?=[A-ZÀ-Þ])"
)
"""Somebody whom the text has mentioned without a name: "The boy, Ole Krag"."""
_NOT_DONE = re.compile(r"\b(?P<word>(?:could|did|would|was|were|had|has|does|do|can) not)(?=[,.;])")
_NOTHING_KNOWN = re.compile(
    r"^(?P<word>(?:Little|Nothing|Not much|Hardly anything) (?:is|was) (?:[a-z]+ ){0,2}known"
    r"|Now that|Now(?= [a-z]))|\b(?P<left>there (?:is|was) (?:little|nothing|not much|much|no point|no need) )",
    re.IGNORECASE,
)
"""What says that there is nothing to say, or leads from one subject to the next."""
_MORE = re.compile(
    r"^(?P<word>(?:(?:More|Less|Much|Enough|Worse|Better) (?:is|are|was|were|has|had|could|can)"
    r"|(?:Worse|Better) (?:came|followed|happened)))\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"^(?P<word>That)(?=,| (?:is|was|were|would|had|has|did|does|made|left|gave|meant)\b"
    rf"| (?:[a-z]+ly )?(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed|[a-z]{{3,}}[^s\W]s)"
    rf" (?:(?:the|an?|all|any|no|some|his|her|its|their|it|them|him|both|about|only|{any_number_word(2, 19)})\b"
    r"|\d|(?-i:[A-ZÀ-Þ])))"
    r"|^(?P<which>Which|Who|Whom)(?= (?:is|are|was|were|had|has|made|left|gave|meant|explains)\b)"
    r"|\b(?:altered|changed|ended|prevented|reversed|solved) (?P<object>that)(?=[.,;]| (?:in|by|on|with|when)\b)"
    r"|, (?P<noun>that [a-z]+)(?= (?:[a-z]{2,}ed|was|were|had|fell|rose|came|went|began)\b)",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    r"^(?:(?!\b(?:to|from|into|through|across|over|climb(?:s|ed|ing)?|div(?:e|es|ed|er|ers|ing)|journey|voyage|trip"
    r"|sail(?:s|ed|ing)?|travel[a-z]*|march[a-z]*)\b).)*?"
    r"(?<!\bis )(?<!\bare )\b(?P<word>on the way (?:down|up|back|out|in|home|there))\b"
    r"(?! (?:from|to|of|into|through)\b)",
    re.IGNORECASE,
)
"""A part of a way that only an earlier sentence tells: "On the way down the heart slows"."""
_AFTER_THAT = re.compile(r"\b(?:after|before|since|until|during|following) (?P<word>that [a-z]+)\b", re.IGNORECASE)
_OF_NOTHING = re.compile(
    r"^(?P<word>(?:an?|one|another) (?:[a-z]+ )?(?:answer|attempt|cause|cure|example|exception|explanation|problem"
    r"|purpose|reason|remedy|result|solution|substitute|success|failure|theory|version|way))"
    r"(?! (?:of|for|to|that|which|in which|against|called|named)\b)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"The (?:adults|chicks|cubs|eggs|females|hatchlings|larvae|males|workers|young|queen)(?= [a-z])(?! of\b)"
)
_UNFINISHED = re.compile(
    r"\b(?P<word>(?<!is )(?<!was )(?<!are )(?<!were )finished|succeeded|failed|gave (?:in|up|way)|tried|won"
    r"|continued|hesitated|came back|went on|followed|attacked|surrendered|agreed|refused)(?=\.$|, but\b)"
)
"""What does not say with what somebody did so."""
_FIRST_TO = re.compile(r"\b(?P<word>the (?:first|last) to [a-z]+)\.$")
_ADDED = re.compile(r"\b(?:been|was|were) (?P<word>added)\b(?! to\b)")
_OF_WHAT = re.compile(
    r"(?:\d|hundred|thousand|million) (?P<word>rolls|pieces|doses|bottles|boxes|sacks|bags|crates)\b(?! of\b)"
    r"|\b(?P<spoon>(?:tea|table)spoons?|spoonfuls?|cupfuls?|mouthfuls?|bucketfuls?)\b(?! of\b)"
)
_NUMBER = rf"\d[\d,]*(?!,?\d)|{any_number_word(2, 19)}|hundreds|thousands"
_SO_MANY = re.compile(
    r"\b(?:gave|sold|took|bought|ordered|sent|shipped|shot|killed|caught|built|owned|found"
    r"|to (?:build|buy|deliver|make|order|print|produce|sell|send)) "
    r"(?:(?:about|only|some|over|nearly|more than) )*"
    rf"(?P<word>{_NUMBER}|a (?:hundred|thousand|million))(?= (?:to|in|for|from|at|on|by|each)\b|[.,;])"
    rf"|\b(?:on|with|for|to|by|from|in) (?P<which>{any_number_word(2, 19)}) (?:that|who|which|whose)\b"
    rf"|\b(?:only|some|about|over|nearly) (?P<those>{_NUMBER}) "
    r"(?:can|could|may|will|was|were|are|have|had|remain|remained|survived?|died|live)\b"
    rf"|\bthere (?:are|were|have been|had been) (?:(?:about|only|some|over|nearly|more than) )*"
    rf"(?P<there>{_NUMBER})(?=[.;]|,(?!\d))"
)
_FOUND_THAT = re.compile(
    r"\b(?:estimates?|estimated|shows?|showed|found|suggests?|suggested|discovered|proved) that (?P<word>it)\b"
)
"""What says something of an "it" that is seldom whoever found it out."""
_THAT_IT = re.compile(r"^it (?:is|was|takes?|took) [^,;:]*\bthat (?P<word>it|they|he|she)\b", re.IGNORECASE)
"""A pronoun after "it" that refers to nothing: "It is likely that she did it"."""
_BEFORE_IT = re.compile(r"^(?:Until|Before) [^,]*,? (?:few|nobody|no one|hardly|little|many|most)\b", re.IGNORECASE)
_OWN = re.compile(r"\bof [A-Z][\w ]+[’']s? own\b")
_WHAT_IS_OWNED = VAGUE - listed(
    "wife son father child boy woman queen king emperor prince captain house army death body inhabitant resident"
)
_AGE = r"(?:[a-z]+teen|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
_WHEN = re.compile(
    rf"\b{YEAR}|\b\d{{3,4}} (?:BC|AD)|\byear \d{{3}}\b|centur(?:y|ies)\b|\b(?:{MONTH})\b"
    r"|\b(?:War|Wars|Revolution|Empire|Renaissance|Reformation|Middle Ages|ice age|Antiquity)\b"
    rf"|\b[Aa]t (?:\d\d|{_AGE}) (?:(?:he|she) |[A-ZÀ-Þ])"
    r"|\b(?:ancient|medieval|prehistoric|Roman|reign of|under (?:King|Queen|Emperor)|at the age of|ago)\b"
)
_DONE = re.compile(
    r"\b(?:wrote|composed|painted|filmed|directed|published) .*[*“\"]|\b(?:named|called|known|coined|written|derived)\b"
)
"""What somebody did once, so that it needs no date to be told apart."""
MADE = (
    "built|co-?founded|coined|composed|created|decorated|designed|developed|devised|directed|discovered|drew|engraved"
    "|founded|improved|invented|painted|patented|proposed|proved|pioneered|taught|trained|translated|worked out"
    "|wrote(?! down| back| to| that| it)|corresponded with|made the first|is named|was named"
)
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:de |la |van |von |der |d[’'])*[A-ZÀ-Þ][\w’'.-]*)+"
_MADE_BY = re.compile(
    rf"{_NAME}(?:, (?:an?|the|who|then|later|himself|herself) [^,;:]*,)? (?:also |first |later )?(?:{MADE}) "
    r"(?!(?:it|its|them|their|this|that|these|one|another)\b)"
    rf"|\b(?:was|were) (?:first |later |originally )?(?:{MADE}|drawn|written) by "
    rf"(?:the (?:[A-Za-z-]+ ){{1,4}})?{_NAME}"
)
"""What somebody did once, so that it needs no date to be told apart."""
_OF_KIND = re.compile(
    r"There (?:is|are) (?:about |some |nearly |only |more than |over )*(?:an?|\d[\d,.]*|[a-z-]+) [^,;:]*\b(?:of|in|on) "
    r"|(?:(?:In|On|At|Under|During) (?:the )?[a-z-]+(?: [a-z-]+)?,? (?=an? |each |every ))?"
    r"(?!(?:The|This|That|These|Those|It|He|She|They|We|His|Her|Its|Their|Here|There|One|Both|Others?|Another|Two|Three"
    r"|Such|What|How|When|If|As|So|Then|Nothing|Nobody)\b)"
    r"(?:(?:An?|Each|Every|Most|Many) )?[A-Za-z][a-z-]+(?:,? (?:and |or )?[a-z-]+){0,7}? "
    r"(?:is|are|has|have|can|cannot|may|must|need|needs|contain|contains|consists?|lives?|weighs?|lays?|grows?|eats?"
    r"|feeds?|holds?|hold|takes?|produces?|makes?|turns?|melts?|boils?|freezes?)\b"
)
"""A statement about all of a kind, whose subject has no article, or an indefinite one."""
DISASTERS = frozenset("airlift earthquake eruption famine landing pandemic raid scheme strike".split())
_EVENT = re.compile(rf"\b{YEAR}\b|\b(?:{'|'.join(sorted(EVENTS | DISASTERS))})\b", re.IGNORECASE)
"""A lead-in that says by itself when something happened: "The Winter War: "."""
_EARLIER = re.compile(r"\bhad (?!to\b|an?\b|the\b|no\b)")
_DAYS = frozenset("day night morning afternoon evening weekend week".split())
"""Words of a title that show that everything is about one event: "Dagen H: the day Sweden changed sides"."""
_WHERE = listed("northern southern eastern western upper lower outer inner whole entire early late human open general")
_VAGUE_TOO = listed(
    "proof evidence news record change step question success failure decision gesture discovery change works mistake"
    " error confusion dispute hierarchy craft"
)
_POINTING = listed("two three four five six seven second third next new old whole present other")
_WORDS: Sequence[tuple[re.Pattern[str], str]] = (
    (_READER, "{} refers to the author or the readers"),
    (_UNCERTAIN, "{} marks it as uncertain"),
    (_VALUING, "{} is a judgment"),
    (_REFERRING, "{} refers to an earlier sentence"),
    (_ONES, "{} refers to an earlier sentence"),
    (_NOBODY, "it does not say who {} was"),
    (_COMPARED, "{} does not say what it is compared with"),
    (_LEADING_IT, "{} refers to an earlier sentence"),
    (_AS_SOMEBODY, "{} refers to an earlier sentence"),
    (_SOMEBODY, "{} refers to an earlier sentence"),
    (_NOT_DONE, "{} refers to an earlier sentence"),
    (_NOTHING_KNOWN, "{} leads over to another sentence"),
    (_MORE, "{} does not say what it is compared with"),
    (_THAT, "{} refers to an earlier sentence"),
    (_ON_THE_WAY, "{} refers to an earlier sentence"),
    (_AFTER_THAT, "{} refers to an earlier sentence"),
    (_OF_NOTHING, "{} does not say of or for what"),
    (_UNFINISHED, "{} refers to an earlier sentence"),
    (_FIRST_TO, "{} refers to an earlier sentence"),
    (_ADDED, "{} does not say to what"),
    (_OF_WHAT, "it mentions {} but does not say of what"),
    (_SO_MANY, "{} does not say what is counted"),
    (_FOUND_THAT, "{} refers to an earlier sentence"),
    (_SINCE, "{} does not say until when"),
    (_THAT_IT, "{} refers to an earlier sentence"),
    (_BEFORE_IT, "it describes only the time before a change"),
    (_NO_VERB, "it says nothing of what is {}"),
    (_FRAGMENT, "it has no subject before {}"),
    (_ELLIPTIC, "{} at the end refers to an earlier sentence"),
    (_OWN, "{} refers to an earlier sentence"),
)
_LIFE_DATE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+){0,3}) (?:died|was born) (?:in|on) (?:\d+ )?(?:[A-Z][a-z]+ )?\d{4}"
    r"(?: (?:at the age of|aged) [\w-]+)?\."
)
"""A year in the life of somebody whom the text may mention only in passing."""
_FOR_WHAT = re.compile(
    r"\b(?P<word>marched|demonstrated|protested|petitioned|rallied|went on strike|(?:an?|the|in|for) (?:[a-z’']+ ){0,2}"
    r"(?:march|demonstration|petition|rally|strike))\b(?!.*\b(?:for|against|over|about|demanding|because|in support of"
    r"|to (?:demand|secure|win|save|stop|protest))\b)"
)
"""What people do for a purpose that the rest of the text may tell, but not a date and a place: "marched to Kent"."""
_WHO_IT_WAS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,3})(?:, born [^,;]*,)? was an? "
    r"(?:[A-Z]?[a-z-]+ ){1,4}?[a-z-]+(?: and (?:an? |the )?[a-z-]+)?(?: (?:in|from|at|of) [A-Z][^,;]*)?\."
)
"""What somebody was by profession, without anything that happened."""


def doubt_about(
    text: str,
    begin: int,
    people: Mapping[str, FoundEntity],
    title_words: set[str],
    settled: Collection[str] = (),
    longest: int = LONGEST,
    *,
    is_one_thing: bool = False,
) -> str | None:
    """Return why ``text``, after a lead-in that ends at ``begin``, is not clear, complete and certain.

    The lead-in explains the phrases that are ``settled``. Without it, no more than ``longest`` words can be taken in.
    If it ``is_one_thing``, such as a building, its figures need no date.
    """
    return short_name(text[begin:], people) or _problem(
        text, begin, title_words, settled, longest, is_one_thing=is_one_thing
    )


def _problem(
    text: str, begin: int, words: set[str], settled: Collection[str], longest: int, *, is_one_thing: bool
) -> str | None:
    """Return why ``text``, after a lead-in that ends at ``begin``, is not clear, complete and certain."""
    body = text[begin:]
    bare = without_number(_SAID.sub('"…"', body))
    if len(body.split()) > longest:
        return "it is too long for one fact"
    for pattern, reason in _WORDS:
        if (found := pattern.search(bare)) is not None and not (
            pattern is _ELLIPTIC and (_OF_NUMBER.search(bare) or _AS_OTHERS_DO.search(bare) or _PRICE_LAST.search(bare))
        ):
            word = next(filter(None, found.groups()), found[0])
            if pattern is _NOBODY and begin:
                continue  # "The theft of 1870: a short man lifted the flag"
            if word in {"other", "another"} and _ONE.search(bare[: found.start()]):
                continue  # "from one ocean to the other"
            if pattern is _REFERRING and is_explained_these(bare, found):
                continue
            return reason.format(repr(word))
    if (unexplained := next(_undefined(text, begin, settled, words), None)) is not None:
        return f"{unexplained!r} is not explained in the sentence"
    is_event = begin > 0 and (_EVENT.search(text[:begin]) is not None or not words.isdisjoint(_DAYS))
    may = _COULD.search(body) if begin else None
    if may is not None and not _WHEN.search(body) and not (is_event and may[0].endswith("had to")):
        return "it does not say when this was so"
    is_titled = any(word in words for word in _folded_words(body))
    is_dated = any(one.search(body) for one in (_WHEN, _DONE, _MADE_BY)) or is_what_it_was(body)
    is_dated |= is_event and not _EARLIER.search(body)
    is_dated |= (begin > 0 or is_titled) and is_custom(body)
    is_dated |= begin > 0 and is_one_thing and has_amount(body) and not _EARLIER.search(body)
    if past_verb(body) is not None and not is_dated:
        return "it does not say when this happened"
    life = _LIFE_DATE.fullmatch(body) if begin else None
    if life is not None and words.isdisjoint(map(fold, life["name"].split())):
        return "it says only when somebody was born or died"
    who = _WHO_IT_WAS.fullmatch(body)
    if who is not None and words.isdisjoint(map(fold, who["name"].split())):
        return "it says only who somebody was"
    if not begin and not is_titled and (some := _OF_WHICH.match(body)) is not None:
        return f"{some[0]!r} does not say of which animal"
    if not begin and not is_titled and (done := _FOR_WHAT.search(body)) is not None:
        return f"it does not say what {done['word']!r} was for"
    if not begin and not _is_about(body, words):
        return "it does not name what it is about"
    return None


def _is_about(body: str, words: set[str]) -> bool:
    """Return whether ``body`` names something, or defines a term, or is about a word of the title or a kind of things.

    What is always true of a kind, or how many of them there are, needs no name: "Fresh nectar is mostly water".
    """
    if past_verb(body) is None and _OF_KIND.match(body) is not None:
        return True
    has_name = any(one.kind == "name" for one in find_mentions(body)) or re.match(r"[A-Z][a-z]+ [A-Z]", body)
    if has_name or term_in(body) is not None:
        return True
    return any(word in words for word in _folded_words(body))


def _undefined(text: str, begin: int, settled: Collection[str], words: set[str]) -> Iterator[str]:
    """Yield the phrases of ``text`` that mean a certain thing and do not say which one; the title has ``words``."""
    body = text[begin:]
    for one in descriptions_in(body):
        is_plain = not one.has_adjective or is_extreme(one.text.lower().split()[1:])
        is_title = is_plain and fold(one.noun) in words and one.noun not in VAGUE  # "the platypus", "the oldest eels"
        is_title |= (one.noun not in VAGUE or one.has_adjective) and words.issuperset(
            _folded_words(one.text.lower().removeprefix("the "))
        )
        is_thing = is_part_of_structure(one.text.lower().split()[1:])
        is_thing |= one.noun not in ROLES | PLACES and is_mainly(one.noun, "object")
        is_settled = one.text in settled and one.noun not in ROLES
        if not {one.text, capitalized(one.text)}.isdisjoint(settled):  # "Ants: the queen", "The Ostby Fire: the tank"
            is_settled |= is_thing or one.noun in MEMBERS | HOMES
        if not is_title and not is_settled and not _is_defined(text, begin, one, words):
            yield one.text
    for found in _CAPITAL_HEAD.finditer(body):
        yield found[0]
    for found in _WHOSE.finditer(body):
        is_time = found["first"] is not None and _TIME_OF.search(body[: found.start()]) is not None
        if found["noun"] in _WHAT_IS_OWNED and not is_time:  # "during Ida Lund's voyage"
            yield found[0]


def _folded_words(text: str) -> Iterator[str]:
    return (fold(singular(word)) for word in re.findall(r"[^\W\d_]{3,}", text))


def is_unique(one: Description) -> bool:
    """Return whether there is only one of what ``one`` means: the sun, or the police."""
    return one.text.lower().split()[-1] in _UNIQUE or one.noun in _UNIQUE


def _is_defined(text: str, begin: int, one: Description, titled: Collection[str]) -> bool:
    body = text[begin:]
    before, after = body[: one.start], body[one.end :]
    is_told = _TELLING.match(after) is not None and DATE_AFTER.match(after) is None
    words = one.text.lower().split()[1:]
    if one.noun == "one":
        return False
    if says_which(before, one):
        return True
    if words == ["other"] and _ONE.search(before) is not None:
        return True
    is_ordinal = words[0] in POINTING or SUPERLATIVE.match(words[0]) is not None
    if begin > 0 and one.noun in HOMES and words[0] in {"entire", "whole"}:
        return True  # "Ants: the queen is the mother of the whole colony"
    if _INVENTED.search(before) is not None and one.has_adjective and not is_ordinal:
        return True  # "patented the aneroid barometer": all of that kind
    if has_noun(text[: begin + one.start], one.noun) or _APPOSED.search(before) is not None:
        return True
    if one.noun == "century" and words[0] in CENTURY_WORDS:
        return True
    if one.noun in _PERIODS and _ITS_YEAR.match(after) is not None:
        return True  # "the first year, from 70 in 1839 to 90 in 1840"
    if (
        any(SUPERLATIVE.match(word) for word in words)
        and _OF_SUBJECT.match(before) is not None
        and after.startswith(",")
    ):
        return True  # "The giant octopus, the largest species, weighs 15 kilograms"
    if any(SUPERLATIVE.match(word) for word in words):
        is_subject = not before and (begin > 0 or any(word in titled for word in _folded_words(body)))
        if is_extreme(words) and is_subject and one.noun not in ABSTRACT | _VAGUE_TOO:
            return True  # "The Ostby Company: the first fleet left Kent in 1698"
        is_of_many = before.startswith(("Of ", "Among ")) and after == "."
        return (
            is_of_many
            or (begin > 0 and is_extreme(words) and _CEREMONY.search(before) is not None)
            or (begin > 0 and is_largest_agent(words))
            or _SUPERLATIVE_AFTER.match(after) is not None
            or is_told
        )
    if (is_unique(one) and (not one.has_adjective or words[0] in _WHERE)) or is_told:
        return True
    is_general = past_verb(body) is None or (begin > 0 and _OPENING.fullmatch(before) and _CREATED.match(after))
    return (
        (is_general or (begin > 0 and one.has_adjective))
        and one.noun not in VAGUE | ABSTRACT | _VAGUE_TOO
        and words[0] not in _POINTING
    )
