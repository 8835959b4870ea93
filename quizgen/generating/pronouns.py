"""Find words that nothing before them in the same sentence explains: "it", "they", "this", "there", "another"."""

import re
from collections.abc import Iterable

from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.linting.lone_pronouns import lone_pronoun
from quizgen.text.dates import MONTH
from quizgen.text.lexicon import MASSES, ROLES
from quizgen.text.numbers import any_number_word
from quizgen.text.word_forms import singular

_IT_IS_THAT = re.compile(
    r"It (?:takes?|took)\b(?! place| part| in| up| off| over)|It costs? (?:[\w.-]+ ){1,4}to [a-z]+"
    r"|It (?:is|was|has been|became|seems|seemed|appears|appeared|does|did) "
    r"(?!for (?:an?|many|some)\b)(?:(?!the\b|an?\b|so\b|too\b|such\b|to\b"
    r"|slow\b|quick\b|ready\b|able\b|unable\b|due\b|free\b|allowed\b|used\b"
    r"|brought\b|built\b|given\b|handed\b|lent\b|made\b|moved\b|returned\b|sent\b|sold\b|taken\b)[\w-]+ ){0,2}?"
    r"(?:that|whether|to|for|who)\b(?! be\b)"
    r"|It (?:is|was) (?:not until\b[^,;:]*|(?:only )?(?:in|on|after|from) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{3,4}) that\b"
    r"|It (?:is|was) (?:(?:usually|often|generally|normally|mostly|always|mainly|chiefly|only|then|also|again) )?"
    r"(?:(?:the|an?) |(?=[A-Z]))(?:(?!(?:of|to|by|in|at|for|from|with|on)\b)[\w’'-]+ ){1,6}?who\b"
    r"|It (?:is|was) an? (?:[a-z-]+ )?[\w’'-]+, [A-Z][^,;:]*, who\b"
)
_OPENING = re.compile(
    r"(?P<some>(?:Some|Most|Many|Both|All|Others?|Several|Few|None|Neither|Another|Two|Three|One|Each"
    r"|(?:More than )?[Hh]alf)"
    r"(?= (?:of (?:it|these|them|those|which)|is|are|was|were|has|have|had|can|could|became|become|did|do|will|would"
    r"|\w+ed)\b))"
    r"|(?P<who>(?:Some|Many|Most|Few|All|Both|Others)(?= [a-z]{2,}[^s\W] (?:the|an?|its|their|up|down|across|over)\b))"
    r"|(?P<left>What (?:(?:is|was) left(?: over| behind)?|remains|remained)\b(?! of\b))"
    r"|(?P<work>(?:Work|Construction|Building|Digging|Excavation|Production)"
    r"(?= (?:was |had )?(?:began|begun|started|stopped|finished|ended|continued|resumed)\b))"
    r"|(?P<other>(?:The (?:(?:former|latter)(?= (?:is|are|was|were|has|have|had|\w+ed)\b)|others?|rest|ones?"
    r"|(?:same|next)(?! (?:day|month|year|week)\b)"
    rf"|(?:{any_number_word(2, 6)}) \w+)|Such|This|These|Those|(?:An?|The) \w+ one|Out of this"
    r"|There "
    r"(?!(?:is|are|was|were|being|(?:has|have|had) been|(?:can|could|may|must|will|would) be)\b)"
    r"|Here|So|And|Or|Nor)\b(?! of (?!it|them|this|these)))"
    r"|(?P<more>(?:Another|(?:A|The) (?:second|third|fourth|next|new) (?!day|month|year|week)[a-z]+|Other [a-z]+)\b)"
)
_WHAT_CLAUSE = re.compile(r"(?:What|How|Why|Where) (?P<pronoun>it|they|he|she|[a-z]+) [^?]*[^?]$")
_LATER = re.compile(
    r"(?:After|Before|Since|Until|Besides|Despite|Like|Unlike|Beyond|Because of|In spite of) "
    r"(?:that|this|these|those)\b(?=,| (?:the|an?)\b)"
    r"|That (?!(?:year|day|month|week|night|morning|evening|spring|summer|autumn|winter|time)\b)[a-z]+[^s\W]\b"
    rf"(?= (?:is|has|could|would|{IRREGULAR_PAST}|[a-z]+ed)\b)"
    r"|The (?:most|least) [a-z]+ [a-z]+ of all\b(?=[,.;]| (?:is|was|stands?|stood|lies?|lay|lives?|grows?|[a-z]+ed)\b)"
    r"|The (?:most [a-z]+|[a-z]{3,}est|first|second|last)(?=,| of all\b| (?:is|are|was|were|has|have)\b)"
    r"|(?:(?:About|Only|Some|Almost|Nearly|More than|Fewer than|Less than) )?\d[\d,]*"
    r"(?= (?:are|were|live|lived|have|had|remain|remained|survive|survived|died|can|could|still)\b)"
    rf"|(?:Each|Every) one\b|The (?:first|last) (?:{any_number_word(2, 6)})\b(?= (?:are|were|have|had|[a-z]+ed)\b)"
    r"|(?:(?:About|Only|Almost|Nearly|More than) )?[\w.]+ per ?cent\b(?= (?:is|are|was|were|has|have|had)\b)"
    r"|The (?:first|second|third|fourth|fifth|last|final|other) (?:part|section|piece|half|item|point|category)\b"
    r"(?=,| (?:is|are|was|were|has|had|consists?|contains?|covers?|lies|[a-z]+ed)\b)"
    r"|In (?:return|exchange)\b(?! for\b)|In response\b(?! to\b)"
    r"|(?:[\w,]+ ){0,3}(?:new|old|newer|older|larger|smaller|first|last|other|[a-z]+er) ones\b(?! (?:of|that|which"
    r"|who)\b)"
    r"|The turning point\b(?! (?:of|in|for)\b)|(?:One|Another|Any|No) such\b"
    r"|(?:By|Since|Until|From) then\b|(?:At|By|Until|From) (?:that|this) (?:time|point|moment)\b|An? (?:epidemic"
    r"|outbreak|attack)\b(?! of\b| by\b|-)"
    r"|The first (?:symptoms?|signs?|cases?|victims?|patients?)\b(?! of\b)"
)
"""Words that begin a sentence about what the ones before it are about."""
_ALIKE = re.compile(
    r"\b(?:in|over|during|for) the (?:following|next|ensuing) (?:days|weeks|months|years|decades|centuries)\b|"
    r"\bsuch (?!as\b|an?\b|that\b)[a-z]+\b(?![^,.;]* as\b)"
    r"|\bthe (?:same|opposite|reverse) (?:thing|way|effect|idea|method|result|conclusion|mistake|experiment)\b"
    r"(?! (?:as|that|of|in which)\b)"
    r"|\b(?:its|their) (?:predecessor|successor|counterpart|rival)s?\b"
    r"|^There (?:is|are|was|were) (?:[a-z]+ ){1,3}(?:types|kinds|sorts|forms|ways|stages|steps|parts|reasons|phases)"
    r"(?=[.,:;])"
    r"|^There (?:were|are) (?:about |only |some )?[\d,.]+(?= (?:in|at|on|by|of them)\b)"
    r"|\bsimilar (?!to\b)[a-z]+s\b(?! to\b)|\ba case\b(?! of\b| in\b|,? (?:that|which|where)\b)"
    r"|(?:(?<=is )|(?<=are )|(?<=was )|(?<=were )|(?<=has )|(?<=had )|(?<=grow )|(?<=grows )|(?<=grew ))(?:as|so) "
    r"(?!(?:well|usual|before|planned|expected)\b)[a-z]+(?: to [a-z]+)?(?=\.$)"
)
"""What is compared with, or one of, what has been mentioned: "as easy to see", "for such survivors"."""
_SUBJECT_ASIDE = re.compile(
    r"^(?P<subject>(?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+), (?:on|in|at|with|from|by|for|like) [^,;:]*, "
    r"(?=[a-z]+ (?:it|them)\b)"
)
"""A subject and where or how it does something, which is no clause before "called it"."""
_ASIDE = re.compile(r", (?:an?|the) [^,;:]*,")
_PERSONAL = frozenset({"he", "she", "his", "her"})
"""Pronouns of people, who are found by their names."""
_THIRD_PERSON = re.compile(r"\b(?P<pronoun>it|its|they|them|their)\b")
_BOUNDARY = re.compile(
    r"\band (?![A-Z])|\b(?:but|or|that|which|who|whose|where|when|because|since|while|whereas|if|until|so|as|after"
    r"|before|than|though|although)\b|[;:–—]|,(?= (?:it|they|its|their)\b)"
    # "He counted the ships, sent them home": what precedes is a clause of its own.
    r"|,(?= (?:then )?[a-z]{2,}ed (?:it|them)\b)"
    r"|,(?= (?![a-z]+ed )(?:[\w-]+ ){0,3}(?:of|among) (?:it|them)\b|,? among them\b)"
)
_SINGULAR = re.compile(
    r"\b(?i:an?|the|each|every|this|that|no|any|another|one|his|her)\b "
    r"(?!\d|row\b|year|day|week|month|while|few|lot|little|time)"
    r"|^(?!In\b|On\b|At\b|For\b|By\b)[A-Z][a-z]+[^s\W] (?:was|is|has|had|[a-z]{2,}[^s\W]s)\b|^[A-Z][a-z]+['’]s [a-z]"
    rf"|^(?!(?:In|On|At|For|By|What|Who|Nobody|Nothing|Both|All|Some|Most"
    rf"|Many)\b)[A-ZÀ-Þ][\w’'-]*[^s\W] (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b"
    r"|(?<=[\w,] )[A-ZÀ-Þ]\w+"
)
_PLURAL = re.compile(
    r"\b(?!(?:was|has|its|his|this|years|months|weeks|days|hours|times|as|is|us|always|perhaps|across|less|plus"
    r"|thus)\b)"
    r"[a-z]{2,}s\b|\b(?:[Mm]en|[a-z]+men|[Ww]omen|[Pp]eople|[Cc]hildren|fish|data|mice|police|troops)\b"
    r"|^[A-Z][a-z]{2,}s\b(?! [A-Z])"
    r"|\b[Tt]he (?:[A-Z][\w-]+ )*[A-Z][a-z]{2,}[^s\W]s\b(?! [A-Z])"
    r"|\b[A-Z]\w+(?: [A-Z]\w+)* and (?:[A-Z]|her|his|its)|^[A-Z][a-z]+ and [a-z]{3,}(?=,| (?:are|were|have|had)\b)"
)
_SINGULAR_BEFORE = re.compile(r"\b(?:the|an?|this|each|every) [a-z]+[^s\W] $", re.IGNORECASE)
_OBJECT_AFTER = re.compile(r" (?:the|an?|its|his|her|across|up|down|into)\b")
_FINITE = re.compile(r" (?:was|is|had|has|could|can|would|will|may|might|must|did|does|[a-z]{3,}ed)\b")
_INFINITIVE = re.compile(r"\bto [a-z]+ $")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were) (?:[a-z]+ly )?(?:[a-z]{2,}ed|left|put|kept|cut|sold|made|taken|brought|given|shown"
    r"|told|taught|sent|paid)\b"
)
_ABOUT = re.compile(r"\b(?:an?|the) (?:[a-z-]+ ){1,3}(?:about|of) $")
"""What precedes "its": a poem about its leaf is not the poem of which it is the leaf."""
_MASKED = re.compile(r"\b[Tt]he (?:[A-Za-z-]+ ){1,3}(?=x{3})")
"""The role before a name that is masked."""
_WHO_IT_IS = re.compile(r"(?<=xxx), (?:an?|the) [^,;:]*(?:,|$)")
"""What follows a name that is masked, and says who that is."""
_PERSON = re.compile(
    r"\b(?i:an?|the|no|every|each) (?:[a-z-]+ ){0,2}"
    rf"(?:person|man|woman|boy|girl|{'|'.join(sorted(ROLES))})\b(?! of\b)"
)
"""A person, who is never "it"."""
_WHOSE = re.compile(r", whose (?=[^,;:]*$)")
_SCALE = re.compile(r"\b(?:Celsius|Fahrenheit|Kelvin)\b")
_SUBJECT_WITH_CLAUSE = re.compile(r"(?:An?|The|Each|Every) (?:[\w-]+ ){1,3}(?:that|which|who) (?=[^,;:]*$)")
_WHEN = re.compile(
    r"(?:For|After|In|During|Within|Over|On|At|By|Since|Until|Before) [^,]*?"
    rf"(?:years?|months?|weeks?|days?|hours?|\d{{4}}|{MONTH}),? "
)
_ONE = re.compile(
    r"(?<=found )one(?= (?:in|at|on|with|from|for|near)\b)|"
    r"(?:(?<=bought )|(?<=built ))one\b|"
    r"(?:(?<=kept )|(?<=owned )|(?<=caught )|(?<=seen )|(?<=shot ))one\b(?! of\b)|"
    r"(?<=\w of )one(?=[,.;]| (?:in order|to|and|which|that)\b)|"
    r"(?<=\w )(?:an?|the) (?!(?:last|first|only)\b)\w+ ones?\b"
    r"(?! (?:of|year|month|week|day|hour|spring|summer|autumn|winter|morning|afternoon|evening|night|man|woman)\b)"
)
_ONE_THAT = re.compile(
    r"(?<=[a-z]ed )one(?= (?:(?:that|which|he|she|it|they|[A-ZÀ-Þ]\w+) )(?:had|has|was|is|[a-z]{2,}ed|"
    rf"{IRREGULAR_PAST})\b)"
)
"""A thing that only what precedes it names: "described one he had seen"."""
_OWN = re.compile(r"\b(?!(?:is|are|was|were|be|become|became|of|than|to|from|with)\b)[a-z]+ (?P<word>hers|theirs)\b")
"""What somebody had of what only an earlier sentence names: "took theirs with sugar"."""
_SUBJECT = re.compile(r"^(?:[A-ZÀ-Þ][\w’'-]* )*[\w’'-]+, (?:an?|the) [^,;:]*,|^(?:The|An?) [a-z-]+")
_THING = re.compile(r"\b(?:an?|the|every|each|his|her|its|their) [a-z]")
_NO_SUBJECT = re.compile(r"(?:In|On|At|During|From|For|With|By|Near|Under|Outside|Inside) [^,;:]*,? ")
_BEFORE_THEY = re.compile(
    r"(?:In|On|At|During|After|Before|By|Since|Despite|For|From|With|Without) "
    rf"(?![^,;:]*\b(?:{IRREGULAR_PAST}|is|are|has|have|\w{{2,}}ed)\b)[^,;:]*(?:, (?:and|known as|called) [^,;:]*)?, "
)
"""A phrase without a clause of its own, which seldom names who does something after it."""
_ADVERBIAL = re.compile(r"(?:In|On|At|During|After|Before|By|Since|Until|From|For|With) [^;:]*, $")
_DEMONSTRATIVE = re.compile(
    r"(?<=[\w,] )(?P<word>this(?! (?:day|that)\b)|(?:these|those)(?! (?:who|that|of|with|in|day|which)\b))\b"
)
_SEVERAL = re.compile(
    rf"\b(?:[Tt]he (?:{any_number_word(2, 7)})|[Bb]oth) "
    r"(?!sides?\b|hands\b|ends\b(?! (?:are|were|had|have)\b)|eyes\b|ears\b|parents\b|sexes\b|hemispheres\b|cases\b)"
    r"(?:[a-z]+ )?(?P<noun>[a-z]+s|men|women|people)\b"
    r"(?! (?:of|who|that|which|where|whose|called|named|between|and)\b|,? [A-Z]| (?:in|at|on|from|near) (?:the )?[A-Z])"
)
"""Things that are known only if something before them names or counts them: "the two kinds", "both ships"."""
_NAMED_AFTER = re.compile(r", [A-Z]")
_KINDS = re.compile(
    rf"\b(?:[Tt]he (?:{any_number_word(2, 4)})|[Bb]oth) (?:kinds|types|sorts|forms|groups|versions) of [a-z]+"
)
_MEASURE_OF = re.compile(
    r"\b(?:tons|tonnes|gallons|barrels|pounds|kilograms|(?:cubic )?(?:met|lit)(?:re|er)s) of (?P<pronoun>it)\b"
)
"""An amount of a mass: "a million cubic metres of it", which is nothing that can be counted."""
_SOME_OF_THEM = re.compile(r"\b(?:\d[\d,]*|[a-z]+ (?:hundred|thousand|million)) of (?P<pronoun>them)\b")
_JOINED = re.compile(r"[,;:]|\b(?:and|but|or|that|which|who|when|where|because|after|before|of)\b")
_COMPARED = re.compile(
    r"\b[Aa]n? (?:more [a-z]+|newer|older|larger|smaller|greater|bigger|lower|higher|longer|shorter|taller|better|worse"
    r"|faster|slower|cheaper|stronger|wider|deeper|simpler|later|earlier)(?: and [a-z]+)? (?P<noun>(?!and\b)[a-z]+)\b"
)
"""What is compared with something before it: "a shorter account"."""
_THAT_ONE = re.compile(
    r"\b(?:(?:of|in|to|at|from|by|with|than|on|for) that|this|these|those) "
    rf"(?P<noun>(?!(?:{IRREGULAR_PAST}|\w+ed|who|the|are|can|is|day|time)\b)[a-z]{{3,}})\b"
    r"(?! (?:of|who|that|which|where)\b)"
)
"""A noun after "this" or "that", which means something mentioned before."""
_WHAT_IT_DOES = re.compile(r"\bthe (?:[a-z]+ )?(?P<last>[a-z]+) $")
"""What a pronoun does something to, which is not what it means: "the people" in "the people it counted"."""
_FEW = re.compile(r"[A-Z][a-z]+(?: [a-z]+)? ")
_OWNER_AFTER = re.compile(r" [^,;:]*, (?:the (?:[a-z]+ ){0,2})?[A-ZÀ-Þ]")
"""What follows "its" if its owner comes later: "Including its channels, the Ostby Canal is long"."""
_NOUN_AFTER = re.compile(
    rf" (?!(?:{IRREGULAR_PAST}|is|are|have|do|can|could|may|might|must|will|would|should|of|[a-z]+ed)\b)"
    r"(?P<noun>[a-z]+)"
)
"""A noun after "these", rather than what they do."""
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|does|do|did|[a-z]{2,}ed|[a-z]{2,}[^s\W]s)\b"
)
_HERE = re.compile(r"(?<=\w )here\b")
_THERE = re.compile(
    r"(?<=\w) there\b(?! (?:is|are|was|were|has|have|had|will|may|might|can|could|must|would|came|remain\w*)\b)"
)


def unexplained_opening(text: str) -> str | None:
    """Return the first words of ``text`` if they refer to an earlier sentence, but not to a person: "Both", "It"."""
    if (found := _LATER.match(text) or _OPENING.match(text)) is not None:
        return found[0].strip()
    if (clause := _WHAT_CLAUSE.match(text)) is not None:  # a conjunction follows: "What they found was that …"
        return clause["pronoun"] if clause["pronoun"] in {"it", "they"} else None
    pronoun = opening_pronoun(text)
    return pronoun if pronoun is None or pronoun.lower() not in _PERSONAL else None


def opening_pronoun(text: str) -> str | None:
    """Return a pronoun that nothing before it in ``text`` explains; "it" may also refer to what follows."""
    if text.startswith("It ") and not _IT_IS_THAT.match(text):
        return "It"
    return lone_pronoun(text)


def unexplained_word(text: str, people: Iterable[str] = ()) -> str | None:
    """Return the first "it", "them" or "this" inside ``text`` that nothing before it explains.

    None of ``people``, names in the text, explains an "it".
    """
    text = _SUBJECT_ASIDE.sub(r"\g<subject> ", text)
    if (one := _ONE.search(text)) is not None and not _is_joined(text[: one.start()]):
        return one[0]
    if (one := _ONE_THAT.search(text)) is not None and _THING.search(_SUBJECT.sub("", text[: one.start()])) is None:
        return one[0]
    if (one := _OWN.search(text)) is not None:
        return one["word"]
    if (one := _ALIKE.search(text)) is not None and not _is_in(text[: one.start()], one[0].split()[-1]):
        return one[0][max(one[0].find("such "), 0) :]
    if (one := _SEVERAL.search(text)) is not None and not _is_counted(text[: one.start()], one["noun"]):
        return one[0]
    if (one := _MEASURE_OF.search(text)) is not None and MASSES.isdisjoint(text[: one.start()].lower().split()):
        return one["pronoun"]
    if (one := _SOME_OF_THEM.search(text)) is not None and _JOINED.search(text, 0, one.start()) is None:
        return one["pronoun"]
    if (one := _KINDS.search(text)) is not None:
        return one[0]
    if (one := _COMPARED.search(text)) is not None and not _has_comparison(text, one):
        return one[0]
    found = _THIRD_PERSON.search(text)
    if found is not None and found["pronoun"] in {"it", "its"}:
        for name in people:
            text = text.replace(name, "x" * len(name))
    unexplained: list[re.Match[str]] = []
    if found is not None and not _is_explained(text, found) and not _IT_IS_THAT.match(f"I{text[found.start() + 1 :]}"):
        unexplained.append(found)
    if (one := _THAT_ONE.search(text)) is not None and not _is_clear_one(text[: one.start()], one["noun"]):
        return one[0].split(" ", 1)[-1] if one[0].split()[1] == "that" else one[0]
    found = _DEMONSTRATIVE.search(text)
    if found is not None and not re.search(r"[,;:]", _ASIDE.sub("", text[: found.start()])):
        unexplained.append(found)
    return min(unexplained, key=lambda one: one.start())[0] if unexplained else None


def _is_joined(before: str) -> bool:
    """Return whether ``before`` has a clause that may say what "one" after it means; "announced that" says nothing."""
    return any(found[0] != "that" for found in _BOUNDARY.finditer(before))


def _is_in(text: str, noun: str) -> bool:
    """Return whether ``text`` contains ``noun``, in the singular or in the plural."""
    return any(singular(word) == singular(noun) for word in re.findall(r"[a-z]+", text.lower()))


def _is_counted(before: str, noun: str) -> bool:
    """Return whether ``before``, in the same sentence, says which things of that ``noun`` are meant."""
    return " and " in before or _is_in(before, noun)


def _has_comparison(text: str, compared: re.Match[str]) -> bool:
    """Return whether ``text`` says what something is compared with, or is about any such thing at any time."""
    if past_verb(text) is None or " than " in text[compared.end() :]:
        return True
    if compared.start() > 0 and _NAMED_AFTER.match(text, compared.end()):
        return True
    before = text[: compared.start()]
    return "replaced" in before or _is_in(before, compared["noun"])


def _is_clear_one(before: str, noun: str) -> bool:
    """Return whether ``before``, in the same sentence, says what "that" or "this" with ``noun`` means.

    It does if it has the noun, or if it is a clause of its own.
    """
    if _is_in(before, noun):
        return True
    clauses = re.split(r"[,;:]", before)[:-1]
    return any(_HAS_VERB.search(clause) for clause in clauses)


def is_explained_these(text: str, word: re.Match[str]) -> bool:
    """Return whether ``word`` is "these" or "those", and a clause before it in ``text`` says what is meant."""
    if word[0].lower() not in {"these", "those"}:
        return False
    before = text[: word.start()]
    noun = _NOUN_AFTER.match(text, word.end())
    if noun is not None:
        return _is_in(before, noun["noun"])
    return _BOUNDARY.search(before) is not None and _has_plural(before)


def there(text: str) -> int | None:
    """Return the position of a "there" that refers to a place in ``text``."""
    found = _THERE.search(text)
    return found.start() if found is not None else None


def here(text: str) -> int | None:
    """Return the position of a "here", the place that a text is about, in ``text``."""
    found = _HERE.search(text)
    return found.start() if found is not None else None


def _is_explained(text: str, pronoun: re.Match[str]) -> bool:
    """Return whether something in ``text`` before ``pronoun`` may be what it refers to."""
    before = text[: pronoun.start()]
    if pronoun["pronoun"] in {"its", "their"} and _OWNER_AFTER.match(text, pronoun.end()) and _FEW.fullmatch(before):
        return True
    start = 0
    if (when := _WHEN.match(before)) is not None:
        start = when.end()
    before = before[start:]
    if pronoun["pronoun"] == "they" and _BEFORE_THEY.fullmatch(text[: pronoun.start()]):
        return False
    done = _WHAT_IT_DOES.search(before) if pronoun["pronoun"] in {"it", "they"} else None
    if done is not None and done["last"] not in ENDS:
        before = before[: done.start()]
    is_about_a_name = start > 0 and before[:1].isupper()  # "In 1912 Ostby sold its ferry"
    is_subject = pronoun["pronoun"] == "they" or (
        pronoun["pronoun"] != "them"
        and _FINITE.match(text, pronoun.end()) is not None
        and _INFINITIVE.search(before) is None
    )
    is_purpose = _INFINITIVE.search(before) is not None and _PASSIVE.search(before) is not None
    if pronoun["pronoun"] not in {"its", "their"} and not is_subject and not is_purpose:
        # An object is not what the subject of its own clause is.
        ends = [one.start() for one in _BOUNDARY.finditer(text, start) if one.start() < pronoun.start()]
        before = text[start : ends[-1]] if ends else ""
        if (doer := _SUBJECT_WITH_CLAUSE.match(text[: pronoun.start()])) is not None and doer.end() > len(before):
            before = text[doer.end() : pronoun.start()]
    if pronoun["pronoun"] in {"its", "their"} and _ADVERBIAL.fullmatch(text[: pronoun.start()]):
        return False
    if is_subject and _NO_SUBJECT.fullmatch(text[: pronoun.start()]) and not _HAS_VERB.search(before):
        return False
    if pronoun["pronoun"] in {"it", "its"}:
        if (whose := _WHOSE.search(before)) is not None:
            before = before[whose.end() :]  # "the Sami, whose lands lay across its path": of something else
        for needless in (_ABOUT, _MASKED, _WHO_IT_IS, _SCALE, _PERSON):
            before = needless.sub("", before)
        if is_subject and before.rstrip().endswith(" that"):
            before = _ASIDE.sub(",", before.rstrip().removesuffix("that"))  # "Ida Lund, an engineer, argued that it …"
        return (is_about_a_name and bool(before)) or _SINGULAR.search(before) is not None
    return _has_plural(before)


def _has_plural(text: str) -> bool:
    """Return whether ``text`` mentions several things or people."""
    return any(not _is_verb(text, found) for found in _PLURAL.finditer(text))


def _is_verb(text: str, found: re.Match[str]) -> bool:
    """Return whether what looks like a plural is a verb: "moves" in "the sun moves across the sky"."""
    return (
        _SINGULAR_BEFORE.search(text[: found.start()]) is not None
        and _OBJECT_AFTER.match(text, found.end()) is not None
    )
