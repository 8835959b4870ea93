"""Find pronouns that nothing in an English text explains."""

import re

from quizgen.linting.wording import AUXILIARY
from quizgen.text.content_words import unquoted
from quizgen.text.dates import MONTH
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word

_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
# "In which year did he …", "How long was it …": nothing before the pronoun can be what it refers to.
_AFTER_AUXILIARY = lazy_pattern(
    r"(?:(?:in|on|at|by|for|to|from|with|of|under|about|after|before|since|until|through|into|over|across|against)\s+)?"
    rf"{_ASKING}(?:\s+(?!{AUXILIARY}\s)[a-z]+){{0,3}}?(?:\s+(?:of|in|on)\s+(?:the|a|an)\s+[a-z]+)?\s+{AUXILIARY}\s+(?P<pronoun>he|she|they|it|this|that|his|her|its|their)\b"
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
# "What share of its own weight can a bat eat?": the subject follows.
_SUBJECT_FOLLOWS = lazy_pattern(
    rf"(?: own(?: [a-z-]+){{1,3}}? {AUXILIARY} (?:the [a-z]|[A-ZÀ-Þ])"
    rf"|(?: [a-z-]+){{1,4}}? {AUXILIARY} (?:an?|each|every) [a-z])"
)
# "How much of its heat does the Sun lose?", "How many of their eggs do most turtles lose?", "In which of his works does
# Pascal …?"
_KIND_FOLLOWS = lazy_pattern(
    rf"(?: [a-z-]+){{1,4}}? {AUXILIARY} (?:(?:the )?[A-ZÀ-Þ]|(?:most|many|some|all|male|female|adult|young) [a-z])"
)
# "If he pays …, how much does he owe?", "Because of their size, they …": the main clause does not name anybody, either.
_IN_CLAUSE = lazy_pattern(
    r"(?:if|when|while|after|before|once|since|because|although|though|as|until|unless|where|whenever|wherever"
    r"|because of|despite|in spite of|due to|thanks to|unlike|like|without|during|with|at|in|on|by|from) (?:[a-z]+ly )?"
    r"(?P<pronoun>he|she|they|it|his|her|their|its)\b(?P<rest>[^,?]*), (?P<main>[^?]*)",
    re.IGNORECASE,
)
_SUBJECT = lazy_pattern(rf"(?:^|\b{AUXILIARY} )(?:then )?(?P<pronoun>he|she|they|it)\b(?P<rest>.*)", re.IGNORECASE)
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
    rf"\bthe (?P<pronoun>latter(?! (?:half|part|stages?|days?|years?))|former(?=[?.,]| (?:{AUXILIARY}|than)\b))\b",
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
# "In its early years, the Bank …", "With its irony, *Emma* …"; of a title in quotation marks, a space is left.
_NAME_FOLLOWS = lazy_pattern(r"[^,.;:]{3,60}, (?:[Tt]he )?(?:\*{0,2}[A-ZÀ-Þ][a-zà-þ]|\*{1,2}[a-zà-þ]|\s+[a-z])")
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
# It rains, it takes an hour to …, it is said that …, it was Newton who …, it was shown how …: "it" refers to nothing.
_EXPLETIVE = lazy_pattern(
    r"\s*(?:(?:be|been|is|was|has|had|will|would|can|may|might|also|not|\w+ly)\s+)*(?:rain|snow|dark|cold|warm|hot|late"
    r"|early|take|took|mean|cost|follow|seem|appear|happen|matter|possible|important|easi|dangerous|safe|hard"
    r"|difficult|better|best|useful|necessary|legal|illegal|customary|common|usual|said|known|true|called when)"
    r"|.*\b(?:to (?!(?:the|an?|its|his|her|their|this)\b)(?-i:[a-z])|(?:that|who|when|if|whether|for|because|what)\b"
    r"|[a-z]+(?:ed|n|wn|d|lear) (?:how|why|where|which)\b)",
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
            is_own = pronoun in _SAME and (
                _OWN.match(plain[: found.start("pronoun")].rstrip())
                or _SUBJECT_FOLLOWS.match(found["rest"])
                or _KIND_FOLLOWS.match(found["rest"])
            )
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
