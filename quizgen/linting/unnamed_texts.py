"""Find references in English to a text or a lesson without its name: "the article", "what we learned last week"."""

import re

from quizgen.linting.wording import SEVERAL_SENTENCES, possessives
from quizgen.text.content_words import unquoted
from quizgen.text.lazy_pattern import lazy_pattern

_TEXT_NOUNS = (
    "article text passage paragraph excerpt extract reading chapter lesson lecture slide slides video caption headline"
    " heading author"
).split()
_TEXTS = rf"(?:{'|'.join(_TEXT_NOUNS)})"
TEXT_WORDS = possessives(_TEXT_NOUNS)
"""Every reference to an unnamed text contains one of these nouns."""
_IN_TEXT = lazy_pattern(
    r"\b(?:according to|in|from|by|does|did|which|what|where"
    r"|(?:idea|theme|message|topic|purpose|point|tone|title|conclusion) of) (?:the|this|our|your) (?:\w+ )?"
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
    r"|\b(?:discussed|mentioned|named|listed|introduced|defined) on (?:the|our) (?:last |first |previous )?slides?\b"
    r"|\bon (?:the|our|your|this) (?:handout|coursebook|workbook|syllabus|whiteboard|blackboard)\b"
    r"|\bin class(?=[,?.]| (?:today|yesterday|last)\b)"
    r"|\b(?:did|does) (?:(?:the|your|our) (?:lecturer|instructor|presenter|speaker)|(?:your|our) (?:teacher|professor"
    r"|tutor|trainer|coach)) (?:use|say|mention|call|give|name"
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
    " lecturer instructor presenter speaker teacher professor tutor trainer coach".split()
)
"""Every reference to a lesson or to its material contains one of these words."""
_TITLED = lazy_pattern(
    rf"\b{_TEXTS}\b(?! means? by\b)[^?]{{0,30}}[“\"«(]|\b{_TEXTS} (?:on|about|from|by|in)\b", re.IGNORECASE
)


def unnamed_text(stem: str) -> str | None:
    """Return the words of ``stem`` that refer to a text without saying which."""
    plain = unquoted(stem)
    if (found := _IN_CLASS.search(plain)) is not None:
        return found[0]
    found = None if SEVERAL_SENTENCES.search(plain) else _IN_TEXT.search(plain)
    return found[0] if found and not _TITLED.search(stem) else None
