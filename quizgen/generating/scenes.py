"""Recognize sentences that tell no fact by themselves: the background of an event, a figure of speech, a judgment."""

import re

from quizgen.generating.dating import has_year
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.numbers import any_number_word

_HOW = r"(?:[a-z]+ly |still |just |already |long |also |only |now |then |always |often |soon )?"
_DONE = rf"(?:[a-z]{{2,}}(?:ed|wn|en)|{IRREGULAR_PAST}|begun|come|done|gone|run|sung|sunk)"
_MEANWHILE = re.compile(rf"\b(?P<verb>(?:was|were) {_HOW}(?!no|any|some|every|being\b)[a-z]{{3,}}ing)\b(?! to\b)")
"""What went on while something else happened: "the king was keeping court"."""
_LASTING = re.compile(r"\b(?:living|lying|standing|working)$")
"""What may have been so in some year, rather than until something happened."""
_EARLIER = re.compile(rf"\b(?P<verb>had {_HOW}(?:been {_HOW})?{_DONE})\b")
"""What was so before something else happened: "a team had fitted birds with loggers"."""
_UNTIL = re.compile(
    r"\b(?:already|before|ever|never|once|since|until|yet|by (?:\d|(?:the )?(?:end|time|early|late|mid|middle|then)\b"
    r"|[A-Z][a-z]+ \d))",
    re.IGNORECASE,
)
"""What says until when something had been so: "By 1870 Kent had sold 12 ships"."""
_DEPENDENT = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|why|because|while|after|before|since|until|if|as|although|though|is|are"
    rf"|has|have|can|could|will|would|does|do|did|{IRREGULAR_PAST})\b(?! by\b)"
)
"""A word before a verb that makes it that of a clause, or another verb, which is the main one."""
_HAPPENED = re.compile(r" when |\bborn\b")
_COPULA = r"(?:is|are|was|were|becomes?|became|(?:has|have|had) become|remains?|remained|proved|got|grew)"
_VALUE = (
    r"(?:(?:very|rather|quite|so|too|extremely|as) )?"
    r"(?:afraid|angry|awkward|bad|bored|busy|charming|comfortable|complicated|content|cruel|curious|desperate|difficult"
    r"|disappointing|dull|eager|easy|exciting|famous|fine|good|great|happy|hard|harsh|helpless|honest|hopeless"
    r"|humble|important|impressive|interesting|keen|lazy|lucky|miserable|modest|nice|noble|odd|patient|pleasant|poor"
    r"|popular|powerful|proud|quiet|reluctant|restless|rich|sad|serious|shy|simple|splendid|strange|stubborn|stupid"
    r"|successful|terrible|tiresome|tricky|troublesome|ugly|unhappy|unlucky|unpleasant|unpopular|useless|valuable|vital"
    r"|weak|wise|wonderful|wretched)"
)
_VALUED = re.compile(rf"\b{_COPULA} {_HOW}(?:(?:an?|the) )?{_VALUE}(?= [a-z]+\b|[.,;])(?! (?:for|in|at|than|of the)\b)")
"""A quality without a measure: "was a poor country"."""
_FELT = re.compile(
    rf"\b{_COPULA} {_HOW}(?:in (?:despair|trouble|doubt|luck|love|high spirits)"
    r"|at (?:a loss|peace|war|odds|ease)|out of (?:luck|favou?r|the question)|not (?:far to seek|to be sneezed at))\b"
)
_CALLED_SO = re.compile(
    r"\b(?:called|found|thought|considered) (?:it|him|her|them|(?:the|his|her|their|its) [a-z]+) "
    r"(?P<value>[a-z]+)(?=[.,;])"
)
"""What somebody thought of something: "called the plan preposterous"."""
_LIKENED = re.compile(
    rf"\b{_COPULA} {_HOW}(?:(?:an?|the) )?(?:[a-z]+ )?(?:piece|point|matter|question|story|tale|thing|stuff|sea|forest"
    r"|world|shadow|ghost|mountain|sort|way) of (?=[a-z])(?!art\b|land\b|music\b)"
)
"""What something is only in a manner of speaking: "a piece of furniture"."""
_IS_A = re.compile(
    rf"(?:[^,;:]*, )?(?:[\w-]+ )*?(?P<what>[A-Za-z]\w+) {_COPULA} {_HOW}(?:an?|the) (?:[a-z-]+ )*?(?P<noun>[a-z]+)"
    r"(?=[.,;]| (?:of|in|for|who|that|to|with|among)\b)"
)
_ANNOUNCED = re.compile(
    r"(?:[^,;:]{3,20}\d{4},? )?"
    r"(?P<what>(?:the|an?|its|his|her|their|(?:[A-ZÀ-Þ][\w’'-]+ )*[A-ZÀ-Þ][\w-]+['’]s) (?:[a-z-]+ ){0,2}?"
    r"(?:answer|blow|breakthrough|chance|change|crisis|decision|disaster|discovery|end|explanation|hour|idea|moment"
    r"|problem|proof|reaction|reform|rescue|result|revolution|setback|shock|solution|step|success|surprise|test"
    r"|triumph|trouble|turn|turning point|victory)) "
    r"(?:came|arrived|followed|happened|occurred|was (?:made|taken|reached|found))(?: only)?"
    r"(?: (?:in|on|at|by|with|from|after|before) [^,;:]*)?\.$",
    re.IGNORECASE,
)
"""What says when something came and leaves it to the next sentence what that was: "The great surprise came in 1870"."""
_COUNTED = re.compile(
    rf"(?:(?:[^,;:]*\b(?:has|have|had)|[^,;:]*\bthere (?:are|were)) (?:only |just |at least |about )?)?"
    rf"(?:{any_number_word(2, 12)}) (?:[a-z]+ ){{0,2}}"
    r"(?:advantages|aims|disadvantages|drawbacks|explanations|faults|flaws|functions|goals|kinds|limitations|methods"
    r"|problems|purposes|reasons|rules|sorts|tasks|theories|tricks|types|uses|virtues|weaknesses|ways)\b"
    r"(?: (?:of|to|in) [^,;:]*| (?:have|had|has|are|were) (?:been )?[a-z]+)?\.$",
    re.IGNORECASE,
)
"""What says how many there are of something and leaves it to the next sentence which: "It has two limitations"."""
_PUNISHED = re.compile(
    rf"(?:[^,;:]*, )?(?:(?:[a-z]+|\d{{4}}) )*?(?:\d[\d,]*|{any_number_word(2, 19)}|dozens of|hundreds of|thousands of) "
    r"(?:[\w’'-]+ ){1,4}?(?:was|were) (?P<done>arrested|beheaded|deported|dismissed|executed|exiled|fined|flogged"
    r"|hanged|imprisoned|jailed|sentenced)(?=[.,;])(?!.*\b(?:for|as|because|after|since|when|accused|charged|suspected)\b)",
    re.IGNORECASE,
)
"""What was done to many people, without what they had done: "more than 6,000 people were arrested"."""
_INVITING = re.compile(
    r"\b(?:can|could|may|might) (?:still )?[^,;]*\b(?:by|for|to) any(?:one|body)\b|^(?:Any(?:one|body)|Whoever)\b"
    r"|^(?:[Ff]or|[Ii]n|[Dd]uring|[Uu]ntil) [^,;:]*?,? (?:any|every|no)(?:one|body| one) who\b"
    r"|\b(?:so to speak|as it were)\b|\bthere (?:is|was) (?:little|much|plenty|nothing|no need) (?:to|for)\b"
)
"""What any reader might do, rather than what is known."""
_EVERYDAY = re.compile(
    r"\b(?:went to bed|got (?:up|dressed|drunk)|woke (?:up|to)|sat down|stood up"
    r"|(?:climbed|went up|came down) the stairs"
    r"|(?:bell|telephone|phone|alarm) rang|knocked (?:at|on)|rang the bell"
    r"|looked (?:up|out|around)|put on (?:his|her|an?)|took off (?:his|her))\b"
)
"""What anybody does on any day, which only makes a story of it."""


def untold(text: str) -> str | None:
    """Return why ``text`` tells no fact by itself, or None."""
    for pattern in (_MEANWHILE, _EARLIER):
        found = pattern.search(text)
        if found is None or _DEPENDENT.search(text, 0, found.start()) or _HAPPENED.search(text, found.start()):
            continue
        is_count = _LASTING.search(found["verb"]) is not None and has_year(text)
        if (pattern is _MEANWHILE and not is_count) or not (_UNTIL.search(text) or has_year(text)):
            return f"{found['verb']!r} gives the background of something that it does not tell"
    if (found := _VALUED.search(text) or _FELT.search(text)) is not None:
        return f"{found[0]!r} is a judgment"
    if (found := _CALLED_SO.search(text)) is not None and not is_noun(found["value"]):
        return f"{found[0]!r} is a judgment"
    if (found := _LIKENED.search(text) or _INVITING.search(text)) is not None:
        return f"{found[0].strip()!r} is a manner of speaking"
    if (found := _EVERYDAY.search(text)) is not None:
        return f"{found[0]!r} belongs to a story rather than to a fact"
    if text.startswith(("Whether ", "whether ")):
        return "it is a question"
    if (found := _ANNOUNCED.match(text)) is not None:
        return f"it announces {found['what']!r} without telling it"
    if (found := _PUNISHED.match(text)) is not None:
        return f"it does not say for what somebody was {found['done']}"
    if _COUNTED.match(text) is not None:
        return "it announces something without telling it"
    found = _IS_A.match(text)
    if found is not None and _is_metaphor(found["what"], found["noun"]):
        return f"{found['noun']!r} is a manner of speaking"
    return None


def _is_metaphor(what: str, noun: str) -> bool:
    """Return whether a thing is called a person: "mercury is a poor traveller"."""
    is_thing = (
        what.islower() and is_noun(what) and not any(is_kind_of(what, kind) for kind in ("person", "animal", "group"))
    )
    return is_thing and is_mainly(noun, "person")
