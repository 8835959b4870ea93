"""Find absolute terms, such as "always" and "nobody", which give away that a statement is false."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

ABSOLUTE = lazy_pattern(
    r"(?<![\w-])(?<!almost )(?<!nearly )(?<!virtually )(?<!not )"
    r"(?:always|never|completely|absolutely|entirely|totally|invariably|exclusively|impossible"
    r"|everyone|everybody|everything|[Ww]ithout exception|[Uu]nder (?:no|all|any) circumstances"
    r"|[Ii]n (?:all|every) cases?|no matter what|without fail|forever|[Ee]ach and every|no exceptions)(?![\w-])"
    r"|^(?:Always|Never|Completely|Absolutely|Entirely|Everyone|Everybody|Nobody|Everything)"
    r"(?= [a-z])"
)
_ALL_OR_NONE = lazy_pattern(
    r"All (?!the\b|of the\b|\w+ly\b)[a-z][\w-]*|Every [a-z][\w-]*|Only [a-z]+s (?:may|can|must|are|have|need)\b"
    r"|The only (?:way|reason|cause|method|purpose|function|thing|kind|type)s? [a-z][\w-]*"
    r"|No [a-z]+(?= )(?! (?:is known|longer)\b)|None of the [a-z][\w-]*"
)
"""The beginning of a statement about all or none of a kind, which one exception makes false."""


def absolute_words(statement: str) -> re.Match[str] | None:
    """Return the first absolute term in ``statement``, or what at its beginning makes it one about all or none."""
    return ABSOLUTE.search(statement) or _ALL_OR_NONE.match(statement)
