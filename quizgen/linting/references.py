"""Find words in English that refer to what a reader cannot see: pronouns, relative dates, "the battle", "the text"."""

import re
from collections.abc import Iterable

from quizgen.text.content_words import content, unquoted, words_of
from quizgen.text.dates import MONTH, MONTHS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word

_SEVERAL = lazy_pattern(r"[.!?;:]\s")
"""Between sentences: in a stem with several, the last one may refer to the case that the others describe."""
_AUXILIARY = r"(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]t)?"
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
# "In which year did he …", "How long was it …": nothing before the pronoun can be what it refers to.
_AFTER_AUXILIARY = lazy_pattern(
    r"(?:(?:in|on|at|by|for|to|from|with|of|under|about|after|before|since|until|through|into|over|across|against)\s+)?"
    rf"{_ASKING}(?:\s+(?!{_AUXILIARY}\s)[a-z]+){{0,3}}?(?:\s+(?:of|in|on)\s+(?:the|a|an)\s+[a-z]+)?\s+{_AUXILIARY}\s+(?P<pronoun>he|she|they|it|this|that|his|her|its|their)\b"
    r"(?P<rest>[^?]*)",
    re.IGNORECASE,
)
# "Which river has its source in …": its own.
_OWN = lazy_pattern(r"(?:who|what|which)\b[^?]*\s(?:has|have|had)$", re.IGNORECASE)
# "Who discovered it?", "What caused them?", "Which chemist discovered it?"
_AS_OBJECT = lazy_pattern(
    r"(?:(?:who|what)\s+[a-z]+\s+(?P<pronoun>it|him|her|them|this)|which\s+[a-z]+\s+[a-z]+\s+(?P<it>it|him|them))\b"
    r"(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_PART = (
    r"(?:which|what|how many|how much|(?:what|which) (?:is|are|was|were) the [a-z]+|most|many|some|few|all|none|one|two"
    r"|three|both|each|half|part|the [a-z]+|which [a-z]+|what [a-z]+)"
)
# "How many of them survived?", "Which part of it …", "What are the effects of this?"
_PARTITIVE = lazy_pattern(
    rf"(?:(?:in|on|to|from|for|by) )?{_PART} of "
    r"(?:(?P<pronoun>it|its|them|their|him|his)\b|(?P<it>this)(?=\?))(?P<rest>[^?]*)",
    re.IGNORECASE,
)
# "If he pays …, how much does he owe?", "Because of their size, they …": the main clause does not name anybody, either.
_IN_CLAUSE = lazy_pattern(
    r"(?:if|when|while|after|before|once|since|because|although|though|as|until|unless|where|whenever|wherever"
    r"|because of|despite|in spite of|due to|thanks to|unlike|like|without|during|with|at|in|on|by|from) (?:[a-z]+ly )?"
    r"(?P<pronoun>he|she|they|it|his|her|their|its)\b(?P<rest>[^,?]*), (?P<main>[^?]*)",
    re.IGNORECASE,
)
_SUBJECT = lazy_pattern(rf"(?:^|\b{_AUXILIARY} )(?:then )?(?P<pronoun>he|she|they|it)\b(?P<rest>.*)", re.IGNORECASE)
_SAME = {"his": "he", "her": "she", "their": "they", "its": "it"}
_WHAT_TIME = lazy_pattern(r"what (?:time|day|date|month|season|year) (?:is|was|will) it\b", re.IGNORECASE)
# "He wrote Hamlet. Who is he?", "… Which instrument is it?": the answer is what the pronoun refers to.
_RIDDLE = lazy_pattern(
    r"(?:who|what|which)(?: \w+){0,3} (?:is|are|was|were|am) (?:he|she|it|they|this|these|i)\b[^?]{0,30}\?$",
    re.IGNORECASE,
)
_FIRST_OF_SEVERAL = lazy_pattern(
    r"(?P<pronoun>he|she|they|it)\b(?P<rest>[^.!?;:]*)[.!;] (?P<asking>.*\?)$", re.IGNORECASE
)
# "What did the latter discover?", "The former is larger."
_OF_TWO = lazy_pattern(
    rf"\bthe (?P<pronoun>latter(?! (?:half|part|stages?|days?|years?))|former(?=[?.,]| (?:{_AUXILIARY}|than)\b))\b",
    re.IGNORECASE,
)
_TWO = lazy_pattern(r"\b(?:and|or|than|from|between)\b|,", re.IGNORECASE)
# "Its governor was killed." "He surrendered." "This led to …"
_AT_START = lazy_pattern(
    r"(?P<preposition>(?:on|in|by|after|before|with|from)\s+)?"
    r"(?P<pronoun>he|she|they|it|his|her|its|their|this|these|those)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "After her retirement Ida Lund moved", "In its long life, an oak may lose …": the subject follows.
_OWNER_FOLLOWS = lazy_pattern(
    r"(?: [a-z-]+){1,4}(?<! of)(?<! in)(?<! at)(?<! to)(?<! on)(?<! by)(?<! from)(?<! near)(?<! the)(?<! and),? "
    r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)* [a-z]"
)
_THING_FOLLOWS = lazy_pattern(
    r"[^,.;:]{3,60}, (?:an?|each|every) (?:[a-z-]+ ){1,3}?(?:is|has|can|may|must|will|does|needs|[a-z]{2,}[^s\W]s) "
)
# "After its first epidemic, cholera returned"
_MASS_FOLLOWS = lazy_pattern(
    r"[^,.;:]{3,60}, (?!(?:it|he|she|they|there|life|people|men|women|children|work|nobody|everybody|nothing|this|that"
    r"|these|those)\b)[a-z]{3,}[^\Ws] "
    r"(?:is|was|has|had|can|came|became|went|fell|rose|grew|spread|began|[a-z]{3,}ed|[a-z]{2,}[^\Ws]s)\b"
)
# "In its early years, the Bank of England …"
_NAME_FOLLOWS = lazy_pattern(r"[^,.;:]{3,60}, (?:[Tt]he )?[A-ZÀ-Þ][a-zà-þ]")
# "In 1871 it …", "By then its people …", "However, …": a date or a connection is all that comes before.
_WHEN = (
    rf"(?:by then|since then|meanwhile|in the meantime|today|nowadays|later"
    r"|(?:in|on|by|until|since|from|during|after|before)(?: the)?"
    rf"(?: (?:early|late|mid|spring|summer|autumn|fall|winter|middle|end|beginning)(?: of)?(?: the)?)?"
    rf" (?:\d{{1,2}} )?(?:(?:{MONTH}) )?(?:\d{{1,2}}, )?(?:\d{{3,4}}s?|\w+ century|middle ages))"
)
_AFTER_DATE = lazy_pattern(
    rf"(?:{_WHEN},?\s+(?P<pronoun>he|she|they|it|his|her|its|their)\b"
    r"|(?P<connection>however|therefore|moreover|furthermore|instead|consequently|as a result|for this reason"
    r"|because of this|in addition|in contrast),\s)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# It rains, it takes an hour to …, it is said that …, it was Newton who …: "it" refers to nothing.
_EXPLETIVE = lazy_pattern(
    r"\s*(?:(?:be|been|is|was|has|had|will|would|can|may|might|also|not|\w+ly)\s+)*(?:rain|snow|dark|cold|warm|hot|late"
    r"|early|take|took|mean|cost|follow|seem|appear|happen|matter|possible|important|easi|dangerous|safe|hard"
    r"|difficult|better|best|useful|necessary|legal|illegal|customary|common|usual|said|known|true|called when)"
    r"|.*\b(?:to (?!(?:the|an?|its|his|her|their|this)\b)(?-i:[a-z])|(?:that|who|when|if|whether|for|because|what)\b)",
    re.IGNORECASE,
)
_DEFINITE = lazy_pattern(rf"\s*(?:days?|ones?|{any_number_word(2, 4)}|kinds?|sorts?|types?|following)\b", re.IGNORECASE)
_RESTRICTED = lazy_pattern(r"\s*(?:who|which|that|of)\b")


def lone_pronoun(text: str) -> str | None:
    """Return a pronoun that nothing before it in ``text``, a question or a statement, can explain."""
    plain = unquoted(text).strip()
    if "\n" in text.strip() or "__" in plain:
        return None
    if (found := _OF_TWO.search(plain)) is not None and not _TWO.search(plain[: found.start()]):
        return f"the {found['pronoun']}"
    for pattern in (_AFTER_AUXILIARY, _AS_OBJECT, _PARTITIVE):
        if (found := pattern.match(plain)) is not None:
            pronoun = found["pronoun"] or found["it"]
            is_own = pronoun in _SAME and _OWN.match(plain[: found.start("pronoun")].rstrip())
            return None if is_own or _refers_to_nothing(pronoun, found["rest"]) else pronoun
    if (found := _IN_CLAUSE.match(plain)) is not None and _goes_on_alone(found):
        return found["pronoun"]
    if plain.endswith("?"):
        return _before_question(plain)
    if (found := _AFTER_DATE.match(plain)) is not None and found["connection"]:
        return found["connection"]
    if found is None and (found := _AT_START.match(plain)) is not None and _is_explained_after(found):
        return None
    return None if found is None or _refers_to_nothing(found["pronoun"], found["rest"]) else found["pronoun"]


def _goes_on_alone(clause: re.Match[str]) -> bool:
    """Return whether the subject after ``clause``, which begins with a pronoun, is the same pronoun."""
    subject = _SUBJECT.search(clause["main"])
    if subject is None or _WHAT_TIME.search(clause["main"]):
        return False
    pronoun = clause["pronoun"].lower()
    return subject["pronoun"].lower() == _SAME.get(pronoun, pronoun) and not (
        _refers_to_nothing(pronoun, clause["rest"]) or _refers_to_nothing(subject["pronoun"], subject["rest"])
    )


def _before_question(plain: str) -> str | None:
    """Return the pronoun that begins the sentences before a question, unless the question asks what it refers to."""
    found = _FIRST_OF_SEVERAL.match(plain)
    if found is None or _RIDDLE.search(found["asking"]) or _refers_to_nothing(found["pronoun"], found["rest"]):
        return None
    return found["pronoun"]


def _is_explained_after(found: re.Match[str]) -> bool:
    """Return whether the subject that ``found``, a possessive after a preposition, refers to follows in its clause."""
    if not found["preposition"]:
        return False
    match found["pronoun"].lower():
        case "his" | "her":
            return _OWNER_FOLLOWS.match(found["rest"]) is not None
        case "its":
            return any(pattern.match(found["rest"]) for pattern in (_THING_FOLLOWS, _MASS_FOLLOWS, _NAME_FOLLOWS))
        case _:
            return False


def _refers_to_nothing(pronoun: str, rest: str) -> bool:
    """Return whether the words after a pronoun, ``rest``, show that it refers to nothing."""
    match pronoun.lower():
        case "it":
            pattern = _EXPLETIVE
        case "this" | "that" | "these" | "those":
            pattern = _DEFINITE
        case _:
            pattern = _RESTRICTED  # those who …, they that …
    return pattern.match(rest) is not None


def possessives(words: Iterable[str]) -> frozenset[str]:
    """Return ``words`` and their possessives, each of which is one word of a stem."""
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "'s", "’s"))


_NUMBERS = rf"(?:a|an|{any_number_word(1, 10)}|\d+|a few|several|many|some)"
_PERIOD = r"(?:(?:second|minute|hour|day|night|morning|evening|week|month|year|decade|century)s?|centuries)"
# At the start of a sentence, there is nothing that these could follow.
_RELATIVE_AT_START = lazy_pattern(
    rf"(?:(?:on|in|by|during)\s+)?(?:the\s+(?:next|following|previous|same)\s+{_PERIOD}"
    rf"|{_NUMBERS}\s+{_PERIOD}\s+(?:later|earlier|before|after(?:wards)?)(?=\s*,|\s+(?:the|a|an|its|his|her|their)\b)"
    rf"|that\s+(?:same\s+)?{_PERIOD}|then|meanwhile|by then|at (?:the|that) time|(?:soon|shortly) after(?:wards)?"
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
        *"date far today now still past days champion".split(),
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
    r"|^(?:which|what|who|how)\b(?=[^?]*\b(?:today|now)\?)[^?]*\b"
    r"(?:highest|largest|biggest|most|lowest|smallest|richest|fastest|leading)\b"
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
    "|who is |current |present|incumbent |latest |newest |most recent |record|won the most|how many |richest|wealthiest"
    "|oldest living|so far|to date|moment|today|now|still|at present|past|recent|these days|champion"
)
"""Every match of ``_DEICTIC``, ``_UNTIL_NOW`` and ``_UP_TO_NOW`` contains one of these."""
_THE_LAST = lazy_pattern(r"\b(?:the|its|his|her|their|every|each|one|whose)\s+$", re.IGNORECASE)
_BY_CONSTITUTION = lazy_pattern(r"\b(?:Senate|constitution\w*|elected|appointed|chosen)\b|\bin (?:the )?[A-Z][\w']+,")
_DATED = lazy_pattern(r"\b(?:1\d|20)\d\d\b|\bB\.?C\b|\bcentury\b")
_DAY = lazy_pattern(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH})|(?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?)\b")
_DIGIT = lazy_pattern(r"\d")
_PAST = lazy_pattern(r"\b(?:was|were|did|had|went|met|took|began|became|fell|broke|left|came|sent|held|\w{3,}ed)\b")
_YEARLY = lazy_pattern(
    r"\b(?:year|every|annual\w*|celebrat\w+|holiday|festival|feast|equinox|solstice|birthday|calendar|day called"
    r"|commemorat\w+|observed|traditionally)\b",
    re.IGNORECASE,
)


def relative_date(text: str) -> str | None:
    """Return words in ``text`` that give a date only to readers who know when it was written or what came before."""
    plain = unquoted(text).strip()
    found = _RELATIVE_AT_START.match(plain)
    if (found is None and not _MAY_DEPEND_ON_TIME.search(plain.lower())) or _SEVERAL.search(plain):
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
    return next(
        (found[0] for found in _DEICTIC.finditer(plain) if not _THE_LAST.search(plain[: found.start()])),
        None,
    )


def day_without_year(text: str) -> str | None:
    """Return a day and month in ``text``, a sentence about the past, that gives no year."""
    if not _DIGIT.search(text):
        return None
    plain = unquoted(text)
    found = _DAY.search(plain)
    if found is None or _DATED.search(plain) or _YEARLY.search(plain) or not _PAST.search(plain):
        return None
    return found[0]


_COLON = lazy_pattern(r":\s*\S")
_QUOTE = lazy_pattern("[`\"“'‘]")
_TOO_SHORT = lazy_pattern(
    r"`(?:[\w.]+(?:\(\w{0,12}\))?|\w+ = [\w.]+)`|(?<!\w)[\"“'‘][\w-]+(?: [\w-]+)?[.,]?[\"”'’](?!\w)"
)
"""A name, a value, or a quotation of a word or two: too short to be the material that a stem refers to."""


_AMONG = lazy_pattern(r"\b(?:which|what|who|one|two|any|each|all|some|most|none|many) of $", re.IGNORECASE)


def missing_material(stem: str, *, has_options: bool = False) -> str | None:
    """Return the words of ``stem`` that point to a table, a program or a picture, unless it has several lines.

    A quotation, code, or text after a colon may be what the words refer to, and so may options: "Which of the metals
    listed below …".
    """
    plain = (_TOO_SHORT.sub(" ", stem) if _QUOTE.search(stem) else stem).strip()
    if "\n" in plain or unquoted(plain) != plain or _COLON.search(plain):
        return None
    found = _NOT_THERE.search(plain) or (_SEEN_HERE.search(plain) if _MAY_BE_SEEN.search(plain) else None)
    if found is None or _MAY_BE_SHOWN.search(plain[: found.start()]):
        return None
    return None if has_options and _AMONG.search(plain[: found.start()]) else found[0]


_TASK = r"(?:questions?|problems?|exercises?|tasks?|quiz|examples?|items?|part)"
_ANSWER = r"(?:answers?|results?|solutions?)"
# "The noun from the previous question", "your answer to question 3", "the verb you just conjugated".
_ELSEWHERE = lazy_pattern(
    rf"\b(?:the|your|this) (?:previous|preceding|above|earlier|(?:last|next)(?! items?\b)) (?:{_TASK}|{_ANSWER})\b"
    r"(?! (?:of|that|in|asked)\b)"
    r"|\b(?:from|in|to|of|for|see|using|as in) (?:question|problem|exercise|task) (?:no\.? ?)?#?\d{1,3}\b(?! of\b)"
    rf"|\byour (?:(?:previous|last|earlier|first) )?{_ANSWER} (?:to|from|for|in) (?:the )?"
    rf"(?:previous|preceding|last|first|above|(?:{_TASK} )?(?:\d|\(?[a-h]\)))"
    r"|\b(?:in|from|of|to) part \([a-h1-9]\)"
    r"|\b(?:that )?you(?: have|['’]ve)? just (?:heard|seen|saw|read|watched|listened to|conjugated|calculated"
    r"|computed|named|identified|answered|learned|learnt"
    r"|solved|translated|chose|chosen|selected|drew|drawn|listed|worked out|found|defined)\b",
    re.IGNORECASE,
)
ELSEWHERE_WORDS = frozenset(
    "previous preceding last next above earlier question problem exercise task answer answers result results solution"
    " solutions part just".split()
)
"""Every reference to another question contains one of these words."""


def other_question(stem: str) -> str | None:
    """Return the words of ``stem`` that refer to another question or to its answer."""
    found = _ELSEWHERE.search(unquoted(stem))
    return found[0] if found is not None else None


_EVENTS = (
    r"battle|war|siege|treaty|agreement|ceasefire|truce|revolt|revolution|uprising|rebellion|strike|protest|attack"
    r"|massacre|election|referendum|summit|conference|meeting|ceremony|expedition|voyage|invasion|exercise|drill|trial"
    r"|experiment|study|survey|discovery|invention|discoverer|inventor|author|poem|novel|story|play|painting|photograph"
    r"|speech|letter|law|bill|accident|disaster|earthquake|eruption|king|queen|emperor|mayor|governor|minister"
    r"|match|race|tournament|championship|verdict|crisis|famine|festival"
    r"|prime minister|president|company|building|bridge|tower|castle|village|town|institute|ministry|spokesman"
    r"|spokesperson|spokeswoman"
)
_HAPPENED = (
    r"take place|begin|began|begun|end|ended|start|started|happen|happened|fight|fought|die|died|win|won|fail|failed"
    r"|show|shows|showed|prove|proved|cause|caused|lead|led|say|said|live|lived|called|named|built|held|signed|written"
    r"|discovered|come from|cost|last|lasted"
)
_SEEN = "chart diagram graph map picture image photo photograph figure table example".split()
POINTING_WORDS = frozenset(["this", "these", *_SEEN, *(event.split()[-1] for event in _EVENTS.split("|"))])
"""Every reference to something that a stem does not name contains one of these nouns."""
# The noun ends the question or is followed by a verb: nothing says which one is meant.
_BARE_EVENT = lazy_pattern(rf"\b[Tt]he (?:\w+ )?(?P<noun>{_EVENTS})\b(?=\s*\?$|\s+(?:{_AUXILIARY}|{_HAPPENED})\b)")
# "A member of this chamber": nothing in the stem says which one.
_THIS_THING = lazy_pattern(
    r"\b(?:this|these) (?:[a-z]+ )?(?!(?:is|are|was|were|do|does|did|can|will|year|month|week|day|century|decade"
    r"|morning|evening|season|spring|summer|fall|autumn|winter|time|way|case|kind|type|sort|one|ones|two|three|four|and|or|in|of"
    r"|on|at|by|to|for|from|with|as|than|be|called|sentences?|words?|questions?|statements?|options?|answers?)\b)[a-z]{3,}\b"
    r"(?! (?:of|in which|where|that|who|which|about|from|called|named)\b)"
)
# "What does a judge read at the end of the trial?": of any trial.
_OF_ANY = lazy_pattern(r"\b(?:does|do|can|may|must|should) an? [a-z]", re.IGNORECASE)
_CONDITIONAL = lazy_pattern(r"\b(?:if|when|after|before|once|while|because|since|and|but)\b", re.IGNORECASE)
_UNSEEN = lazy_pattern(rf"\b[Tt]he (?:\w+ )?(?:{'|'.join(_SEEN)}) (?:shows?|illustrates?)\b")
_MATERIAL = (
    "program code snippet listing script output query circuit passage excerpt extract poem dialogue conversation"
    " illustration drawing screenshot cartoon advertisement timeline equation formula sentence structure molecule"
    " sequence expression function loop melody chord recipe contract clause paragraph letter email quotation quote"
    " headline document recording clip audio video spreadsheet ledger scenario stanza verse matrix array text data"
    " dataset proof"
).split()
_SHOWN = rf"(?:{'|'.join((*_SEEN, *_MATERIAL))})"
_SIGHTS = (
    r"(?:[a-z]+ )?(?:signs?|symbols?|plots?|paintings?|portraits?|flags?|logos?|shapes?|triangles?|polygons?"
    r"|animals?|plants?"
    r"|birds?|flowers?|lea(?:f|ves)|minerals?|rocks?|bones?|organs?|cells?|buildings?|curves?|circuits?|words?|verbs?"
    r"|statements?|lines? of code|reaction|angle|solid|knots?|tools?|instruments?|uniforms?|coins?)"
)
"""What is shown below or above a stem."""
_DRAWN = "diagram|figure|illustration|drawing|screenshot|cartoon|picture|photo|photograph|sketch"
"""What is hardly ever the subject of a question, unless the stem mentions it before."""
# "The table below", "the program shown above", "the following code", "see Figure 2".
_NOT_THERE = lazy_pattern(
    # Once for all, so that nothing else is tried inside of a word.
    r"\b(?:"
    rf"\b(?:the|this|that|each|which) (?:[\w-]+ ){{0,2}}?{_SHOWN}s? (?:(?:is |are )?(?:shown|given|printed|displayed)"
    r" )?(?:above|below|on the (?:left|right|next page|board|screen|wall|slide|poster))\b"
    r"(?! (?:the|an?|\d|sea|zero|ground|which|whose|it|them|him|her)\b)"
    rf"|\b(?<!of )the following (?:[\w-]+ ){{0,2}}?{_SHOWN}\b(?! (?:of|to|from|for|about|in which)\b)"
    rf"|\bthe {_SHOWN} (?:shown|pictured|displayed|provided|given)(?: here)?(?=[,?.]| (?:is|are|was|do|does|when|if)\b)"
    r"|\b(?:see|in|of|from|to|does|on) (?:the )?(?:[Ff]igure|[Ff]ig\.|[Dd]iagram|[Ee]xhibit|[Tt]able|[Gg]raph) \d\b"
    r"|\bas (?:shown|seen|pictured|depicted|described|mentioned|stated|explained) (?:above|below|earlier|previously)\b"
    r"|\bthe (?:[\w-]+ ){0,2}?(?:shown|given|listed|mentioned|described|printed|displayed|pictured|quoted|reproduced"
    r"|depicted|drawn|sketched|outlined) (?:above|below|here)\b"
    r"|\bthe above(?:-mentioned)? [a-z]+\b"
    rf"|^(?:given|using|based on) the (?:data|values|figures|information|{_SHOWN})"
    rf"(?=,| in the (?:{_SHOWN})\b)"
    r"|\bthe (?:red |blue |black |green )?arrows? (?:points?|indicates?|shows?|marks?)\b(?![^?]*\bin an? )"
    r"|\bdo(?:es)? the (?:red |blue |black |green )?arrows? (?:point|indicate|show|mark)\b(?![^?]*\bin an? )"
    r"|\b(?:marked|indicated|shown|pointed out) (?:by|with) the (?:red |blue |black )?arrow\b"
    # "The yacht in the diagram", "marked on the map", "according to the chart", "the organ labeled B".
    rf"|\b(?:in|on) (?:the|this) (?:{_DRAWN})(?=[,?.]| (?:{_AUXILIARY}|labell?ed|marked|shows?|called)\b"
    r"| (?!(?:book|frame|room|album|series|program|file|format|plane|editor|essay|strip|gallery)s?\b)[a-z]+"
    r"(?: to| at| from| for| on| in| with)?\?)"
    rf"|^(?:look at|study|examine|consider|use|using|refer to|read|listen to|watch) (?:the|this) (?:[\w-]+ )?"
    rf"(?:{_DRAWN}|map|graph|chart|table|timeline|passage|text|dialogue|recording|audio|clip|video|strip|tracing|scan|x-ray)"
    r"(?=[,.]| and\b| to (?:find|answer|determine|calculate|work out|identify|decide|complete|estimate|tell)\b)"
    rf"|\b(?:marked|labell?ed|shaded|highlighted|circled|numbered|indicated|plotted|outlined)(?: [\w-]+){{0,4}}?"
    rf" (?:in|on) the {_SHOWN}(?=[,?.]| (?:{_AUXILIARY})\b)"
    rf"|\b(?:judging by|according to|based on|read(?:ing)? from) the {_SHOWN}(?=[,?.])"
    r"|\b(?:is|are) (?:labell?ed|marked|numbered)(?: with| by| as)?(?: the)?(?: letter| number)? (?-i:[A-Z]|\d{1,2})\?$"
    r"|\bthe (?:part|structure|organ|bone|muscle|region|area|point|angle|layer|country|city|component|object) "
    r"(?:that is |which is )?(?:labell?ed|marked|numbered)(?: with)?(?: the)?(?: letter| number)?"
    rf" (?-i:[A-Z]|\d{{1,2}})(?=[,?.]?$|[,.] | (?:{_AUXILIARY})\b)"
    r")",
    re.IGNORECASE,
)
_MAY_BE_SHOWN = lazy_pattern(rf"\ban? (?:[\w-]+ )?{_SHOWN}\b|\b{_SHOWN}s\b", re.IGNORECASE)
"""A picture that the stem is about: if you take a photograph of a waterfall, what happens in the photograph?"""
# "What does the sign below mean?", "What is the plot below called?", "What do these road markings mean?"
_SEEN_HERE = lazy_pattern(
    rf"\bthe {_SIGHTS} (?:below|above)(?=\?|,| (?:{_AUXILIARY}|means?|called|shows?|depicts?|represents?|stands?)\b)"
    r"|\bwhat (?:does|do) (?:this|these) (?:[a-z]+ )?(?:signs?|symbols?|markings?|icons?|gestures?) (?:mean|indicate"
    r"|show)"
    r"|\bthe (?!(?:movie|film|series|program|episode|play|show)\b)[a-z]+ (?:shown|pictured|depicted)(?=\?)"
    r"|\b(?:mentioned|discussed|described|introduced|named) (?:earlier|previously)(?=[?,])",
    re.IGNORECASE,
)
_MAY_BE_SEEN = lazy_pattern("below|above|shown|pictured|depicted|sign|symbol|marking|icon|gesture|earlier|previously")
"""Every match of ``_SEEN_HERE`` contains one of these."""
REFERRING_WORDS = frozenset(
    "above below following shown given pictured displayed provided see figure fig diagram exhibit table graph left"
    " right page board screen wall slide poster earlier previously above-mentioned marked labeled labelled shaded"
    " highlighted circled numbered indicated plotted outlined judging according based read reading"
    " look study examine consider use using refer read listen watch here printed quoted reproduced depicted drawn"
    " sketched outlined arrow arrows sign signs symbol symbols marking markings icon icons gesture gestures".split()
).union(_DRAWN.split("|"))
"""Every reference to material that is not in the question contains one of these words."""
BARE_ASKING = frozenset(content("match pair order sort arrange correct answer true false question choose".split()))
"""The word stems of stems that say nothing about a subject."""
BARE_MATCHING = BARE_ASKING | frozenset(
    content("item list column side entry left right box thing correctly connect link together belong".split())
)
"""The word stems of stems that say nothing about what is matched."""


def missing_anchor(stem: str) -> str | None:
    """Return the words of ``stem`` that point to something it does not name; all of it if it says nothing at all.

    A name, a figure, a quotation or an earlier sentence counts as an anchor.
    """
    plain = unquoted(stem).strip()
    if "\n" in plain or plain != stem.strip():
        return None
    if not plain.endswith("?") and BARE_ASKING.issuperset(content(words_of(plain))):
        return plain
    if any(map(str.isdigit, plain)) or _names_something(plain) or _SEVERAL.search(plain):
        return None
    if found := _UNSEEN.search(plain):
        return found[0]
    if "," not in plain and (found := _THIS_THING.search(plain)) and not _CONDITIONAL.search(plain[: found.start()]):
        return found[0]
    if found := _BARE_EVENT.search(plain):
        # "When a king abdicates, who replaces the king?" has explained it.
        before = plain[: found.start()]
        is_explained = re.search(rf"\ban?\b[^?]*\b{found['noun']}\b", before) or _OF_ANY.search(before)
        return None if is_explained else found[0]
    return None


def _names_something(text: str) -> bool:
    return any(word[0].isupper() and word != "I" for word in re.findall(r"[^\W\d_]+", text)[1:])


_TEXT_NOUNS = (
    "article text passage paragraph excerpt extract reading chapter lesson lecture slide slides video caption headline"
    " heading author"
).split()
_TEXTS = rf"(?:{'|'.join(_TEXT_NOUNS)})"
TEXT_WORDS = possessives(_TEXT_NOUNS)
"""Every reference to an unnamed text contains one of these nouns."""
_IN_TEXT = lazy_pattern(
    r"\b(?:according to|in|from|by|does|did|which|what|where) (?:the|this|our|your) (?:\w+ )?"
    rf"(?P<noun>{_TEXTS})\b(?! of (?!(?:the|this|our|your) (?:text|article|passage|extract|story|poem)\b))",
    re.IGNORECASE,
)
# "What did we learn in the last lesson about …?", "On which page does … begin?", "as shown on slide 7".
_IN_CLASS = lazy_pattern(
    r"\b(?:did|have|has) (?:I|we|you|your teacher|the teacher|our teacher|the lecturer|the professor|the instructor)"
    r" (?:tell you|told you|show you|shown you"
    r"|(?:learn|learned|learnt|discuss|discussed|cover|covered|study|studied|read|practi[cs]e|practi[cs]ed|rehearse)"
    r" (?:in (?:class|the|our|this)|last|yesterday|today|about))\b"
    r"|\b(?:discussed|covered|learned|learnt|studied|mentioned|presented|explained|shown|taught|introduced) in"
    r" (?:class|(?:the|our|this|today['’]s|last week['’]s) (?:class|course|lesson|lecture|unit|module|seminar|handout"
    r"|worksheet|textbook))\b"
    r"|\bon (?:the|our|your|this) (?:handout|coursebook|workbook|syllabus|whiteboard|blackboard)\b"
    r"|\bin class(?=[,?.]| (?:today|yesterday|last)\b)"
    r"|\b(?:did|does) (?:the|your|our) (?:lecturer|instructor|presenter|speaker) (?:use|say|mention|call|give|name"
    r"|present|explain|recommend|suggest|show)\b"
    r"|\b(?:according to|in|from) (?:the|our|your) (?:textbook|coursebook|workbook|handout|worksheet|syllabus"
    r"|course notes|lecture notes|lab manual)\b"
    r"|\b(?:on|in) (?:which|what) (?:page|slide|chapter|lesson)\b(?! of\b)(?=[^?]*\b(?:chapter|section|exercise|topic"
    r"|begins?|starts?|explain\w*|discuss\w*|introduc\w*|described|mentioned|defined|treated)\b)"
    r"|\b(?:on|in|from|see) (?:page|slide|chapter|lesson) \d+\b(?! of\b)"
    r"|\b(?:point|topic|theme|message|idea|subject) of (?:chapter|unit|lesson|lecture|module) \d+\b(?! of\b)",
    re.IGNORECASE,
)
CLASS_WORDS = frozenset(
    "tell told show shown learn learned learnt discuss discussed cover covered study studied read mentioned presented"
    " explained taught introduced class textbook coursebook workbook handout worksheet syllabus notes manual page slide"
    " chapter lesson unit lecture module practice practise practiced practised rehearse whiteboard blackboard"
    " lecturer instructor presenter speaker".split()
)
"""Every reference to a lesson or to its material contains one of these words."""
_TITLED = lazy_pattern(rf"\b{_TEXTS}\b[^?]{{0,30}}[“\"«(]|\b{_TEXTS} (?:on|about|from|by|in)\b", re.IGNORECASE)


def unnamed_text(stem: str) -> str | None:
    """Return the words of ``stem`` that refer to a text without saying which."""
    plain = unquoted(stem)
    if (found := _IN_CLASS.search(plain)) is not None:
        return found[0]
    found = None if _SEVERAL.search(plain) else _IN_TEXT.search(plain)
    return found[0] if found and not _TITLED.search(stem) else None


_HOME = (
    r"country|nation|state|city|town|village|region|province|county|district|school|university|capital|president"
    r"|prime minister|king|queen|mayor|governor|government|parliament|constitution|currency|flag|anthem|language"
    r"|climate|head of (?:state|government)|national [a-z]+|political system|legal system|electoral system"
)
# "Our planet", "our body" and "our galaxy" are the same for everybody.
_AT_HOME = lazy_pattern(
    rf"\b(?:our (?:(?:own|local|home|current|present) )?(?:{_HOME})"
    r"|your (?:own )?(?:country|home country|home town|state))\b"
    r"|(?:vote|drive|drink|marry|pay|live|legal|allowed|illegal) here(?=\?)"
    r"|\b(?:here )?in (?:this|our) (?:country|city|town|region|county|part of the (?:world|country))\b",
    re.IGNORECASE,
)
_OF_THE_NATION = lazy_pattern(
    r"\bthe (?:national (?:anthem|flag|holiday|day|currency|language|animal|flower|bird|dish)"
    r"|nation['’]s (?:capital|flag))\b(?! of\b)",
    re.IGNORECASE,
)
HOME_WORDS = frozenset("our your here this national nation's nation’s".split())
"""Every reference to a place that depends on the reader contains one of these words."""


def relative_place(stem: str) -> str | None:
    """Return the words of ``stem`` that mean another place to readers from elsewhere: "our country"."""
    plain = unquoted(stem)
    # "Norway has a king. Who rules in this country?" and "What is the national flower of Japan?" name the country.
    named = _names_something(plain)
    found = _AT_HOME.search(plain)
    if found is not None and named and " this " in found[0].lower():
        found = None
    if found is None and not named:
        found = _OF_THE_NATION.search(plain)
    return found[0] if found is not None else None
