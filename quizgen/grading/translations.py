"""Translations into English in other words: the time first, a contraction, my mother's house or the house of my mother.

Every variant means the same in any sentence. Another tense, person or number does not, and is none.
"""

import re
from collections.abc import Iterator

from quizgen.text.lazy_pattern import lazy_pattern

_TIME = r"(?:\w+\s){1,2}(?:years?|months?|weeks?|days?|hours?|decades?)"
_NOT_FOR = lazy_pattern(
    r"(?P<before>\b(?:(?:have|has|had)\s?(?:n['’]t|\s+not|\s+never)|['’](?:ve|s|d)\s+(?:not|never))\s.*\b)(?:for|in)"
    rf"(?=\s{_TIME}\b)",
    re.IGNORECASE,
)
"""For how long something has not been done, which English says with "for" or "in"."""
_WHEN = (
    rf"(?:for\s{_TIME}|today|tomorrow|yesterday|tonight|now|nowadays|(?:this|every|last|next)\s(?:morning|afternoon|evening"
    r"|night|day|week|weekend|month|year|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)days?|in\s(?:the\s)?(?:morning|afternoon|evening|spring|summer|autumn|winter))"
)
_JOINS = r"(?:that|if|when|because|while|who|which|and|but|or)"
_CLAUSE = (
    r"(?:if|when|while|because|although|before|after|until|as\ssoon\sas)\s(?!.*\b(?:that|and|but|or|who|which)\b)[^,]+"
)
_ONE_CLAUSE = rf"(?P<main>(?!.*\b{_JOINS}\b).+\S)"
_MAIN = rf"(?P<main>(?:(?!\b{_JOINS}\b).)+[^\s,])"
_TIME_LAST = lazy_pattern(rf"{_ONE_CLAUSE},?\s(?P<time>{_WHEN})[.!]?", re.IGNORECASE)
_TIME_FIRST = lazy_pattern(rf"(?P<time>{_WHEN}),?\s{_ONE_CLAUSE}", re.IGNORECASE)
_CLAUSE_LAST = lazy_pattern(rf"{_MAIN},?\s(?P<time>{_CLAUSE}\w)[.!]?", re.IGNORECASE)
_CLAUSE_FIRST = lazy_pattern(rf"(?P<time>{_CLAUSE}),\s{_MAIN}", re.IGNORECASE)
"""A clause at either end of a sentence: they wash their hands before eating."""
_PLACE_LAST = lazy_pattern(
    r"(?P<main>there\s(?:is|are|was|were)\s.+?)\s(?P<time>(?:in|on|at|under|near|behind)\s[^,]+\w)[.!]?", re.IGNORECASE
)
"""Where something is: there are two chairs in the kitchen."""
_PLEASE_LAST = lazy_pattern(r"(?P<main>[^,]+?),?\s(?P<time>please)[.!?]?", re.IGNORECASE)
_PLEASE_FIRST = lazy_pattern(r"(?P<time>please),?\s(?P<main>[^,]+)", re.IGNORECASE)
_LAST = (_PLEASE_LAST, _TIME_LAST, _CLAUSE_LAST, _PLACE_LAST)
_MOVES = (*_LAST, _PLEASE_FIRST, _TIME_FIRST, _CLAUSE_FIRST)
_PERSON = r"(?:I|you|he|she|it|we|they)"
_THAN = {"me": "I am", "him": "he is", "her": "she is", "us": "we are", "them": "they are", "you": "you are"}
_FAMILY = {"mother": "mum mom", "father": "dad", "grandmother": "grandma granny", "grandfather": "grandpa granddad"}
_NAME = r"\b(?!(?:It|He|She|That|There|Here|What|Who|Where|How|When|Let)\b)(?-i:[A-Z])[a-z]+"
_MET = r"(?P<met>\b(?:we|they)\s(?:(?:have|had|first)\s)?met)"
_AFTER_MET = r"(?:at|in|on|by|during|yesterday|last)\b"
_OTHER_WORDS = tuple(
    (lazy_pattern(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (rf"\b(?P<who>{_PERSON})\swould\b", r"\g<who>'d"),
        (rf"\b(?P<who>{_PERSON})['’]d(?=\s(?:like|love|prefer|rather)\b)", r"\g<who> would"),
        (rf"\b(?P<who>{_PERSON})\shad(?=\s\w+(?:ed|en|wn|ne|ught)\b)", r"\g<who>'d"),
        *((rf"\bthan\s{who}(?=[.!]?$)", f"than {said}") for who, said in _THAN.items()),
        *((rf"\bthan\s{said}(?=[.!]?$)", f"than {who}") for who, said in _THAN.items()),
        *((rf"\bthan\s{said}(?=[.!]?$)", f"than {said.split()[0]}") for said in _THAN.values()),
        *((rf"{_MET}(?=\s{_AFTER_MET}|[.!?]?$)", rf"\g<met> {whom}") for whom in ("each other", "one another")),
        (r"\bvery\b(?!\smuch\b)", "really"),
        (r"(?P<be>\b(?:am|is|are|was|were)|\w['’](?:s|m|re))\sreally\b", r"\g<be> very"),
        (
            rf"(?P<owner>\b(?:my|your|his|our|their|the)\s[a-z]+|{_NAME})['’]s\s(?P<thing>[a-z]+)(?=[.!?]?$)",
            r"the \g<thing> of \g<owner>",
        ),
        (
            rf"\bthe\s(?P<thing>[a-z]+)\sof\s(?P<owner>(?:my|your|his|her|our|their)\s[a-z]+[^s\W]|{_NAME})(?=[.!?]?$)",
            r"\g<owner>'s \g<thing>",
        ),
        *(
            (rf"\b{one}\b(?!\s(?:tongue|nature|of))", other)
            for one, others in _FAMILY.items()
            for other in others.split()
        ),
        *((rf"\b{other}\b", one) for one, others in _FAMILY.items() for other in others.split()),
    )
)
"""Words of a sentence, and others that mean the same there."""
_MOST = 24


def in_other_words(answer: str) -> Iterator[str]:
    """Yield the English text in other words: a verb without "to", and the time at the other end of a sentence."""
    yield answer.removeprefix("to ")
    said = list(dict.fromkeys((answer, *(_NOT_FOR.sub(rf"\g<before>{word}", answer) for word in ("for", "in")))))
    for pattern, words in _OTHER_WORDS:
        said += [pattern.sub(words, each) for each in said if pattern.search(each)]
        if len(said) > _MOST:
            break
    for each in dict.fromkeys(said):
        yield each
        for pattern in _MOVES:
            if (found := pattern.fullmatch(each)) is not None:
                time, main = found["time"], found["main"]
                yield f"{time} {main}" if pattern in _LAST else f"{main.rstrip('.!?')} {time}"
                break
