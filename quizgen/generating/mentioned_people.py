"""Find whom a sentence mentions by name, by a deed or only as "a clerk", and whom else it may mention."""

import re
from collections.abc import Iterator, Sequence

from quizgen.generating.gazetteer import is_place
from quizgen.generating.named import Named
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.lexicon import ROLES
from quizgen.text.noun_kinds import is_first_kind_of
from quizgen.text.word_forms import is_english_word, singular

_MEN = "male|man|boy|father|brother|son|uncle|husband|grandfather|king|emperor|prince"
_WOMEN = "female|woman|girl|mother|sister|daughter|aunt|wife|widow|grandmother|queen|empress|princess"
_OTHERS = sorted(ROLES - frozenset(f"{_MEN}|{_WOMEN}|general|major|chair|head|principal".split("|")))
UNNAMED = re.compile(
    r"(?<!\bwas )(?<!\bis )(?<!\bbe )(?<!\bbeen )(?<!\bbecame )(?<!\bbecome )(?<!\bas )(?<!\bof )"
    r"(?:(?<!, )\b(?i:an?|the|his|her)|\b(?i:another|one)|(?<!, )[’']s?) (?:[a-z][a-z-]* ){0,2}?"
    rf"(?:(?P<man>{_MEN})|(?P<woman>{_WOMEN})"
    rf"|friend|colleague|partner|cousin|child|{'|'.join(_OTHERS)})\b"
    r"(?!,? (?:[A-ZÀ-Þ]|of\b)| (?:in|from) [A-ZÀ-Þ][\w-]+, [A-ZÀ-Þ])"
)
"""A person without a name, whom a pronoun in the next sentence may mean: "a doctor", "her father"."""
THE_ONE = re.compile(rf"(?:^The|(?<=\w )the) (?:{_MEN}|{_WOMEN}|{'|'.join(_OTHERS)}) (?![a-z]* ?[A-Z])")
"""Somebody whom a pronoun after it may mean."""
OWNER = re.compile(rf"(?:The|An?|One) (?:[a-z-]+ ){{0,2}}?(?:(?P<man>{_MEN})|{_WOMEN})\b")
"""A man or woman who is the subject of a sentence, and has what "his" or "her" in the sentence refers to."""
OF_OTHER = re.compile(rf"{OWNER.pattern}[^,;:]* (?:was|is|were|are|became) $")
"""What precedes "his" in "The man who built it was his brother": the brother of somebody else."""
DONE_TO = re.compile(rf"The (?:{_MEN}|{_WOMEN}|{'|'.join(_OTHERS)}) (?:was|is) [a-z]+ed\b")
"""A person to whom something is done, so that "his" means that person: "The composer was mobbed by his admirers"."""
_THE_ONE_WAS = re.compile(
    rf"The (?:man|woman|person|{'|'.join(sorted(ROLES))}) (?:who|whose|behind) (?:(?!\b(?:who|was|were)\b)[^,;:])* "
    r"(?:was|is) (?:(?:an?|the) (?:[A-Z][a-z]+ )?(?:[a-z-]+ ){1,3})?"
)
"""What introduces somebody by a deed: "The man who found the wreck was the Danish diver", before a name."""
ADVERBIAL = re.compile(
    r"(?:In|On|At|By|After|Before|Since|Until|From|During|For|With|Within|Around|About|As|When|While|Once) "
    r"(?:[^,;:]*?\b\d{4}(?![,\d])|[^,;:]*,|[A-Z][a-z]+(?= [A-Z])) ?"
)
"""What precedes the subject of a sentence: "In 1875 ", "After the fire, "."""
_UNKNOWN_SUBJECT = re.compile(
    r"(?!(?:The|An?|His|Her|Its|Their|This|That|These|Those|It|They|He|She|There|Both|All|Some|Many|Most|Two|Three|What|How|Each"
    r"|One|Another|Nothing|Nobody|Every\w+|\w+men|Coffee|Work|America"
    r"|Parliament|Congress)\b)"
    r"[A-ZÀ-Þ][\w’'.-]*[^s\W](?: (?:de |van |von |of )?[A-ZÀ-Þ][\w’'.-]*)*"
    rf"(?:, [^,;:]*,| and (?:his|her) [a-z]+)? (?:[a-z]+ly |never |then |later |soon |also )?(?:{IRREGULAR_PAST}"
    r"|[a-z]{3,}ed|is|has)\b"
)
"""A subject without an article, which is a name even if it is an English word, too."""
_SOMEBODY = re.compile(
    r"(?<!\bwas )(?<!\bis )(?<!\bbecame )(?<!\bbecome )(?<!\bas )(?<!, )"
    r"(?:\b(?i:an?|the|another|one)) (?:(?!an?\b|the\b|of\b|and\b|in\b)[a-z][a-z-]* ){0,2}?(?P<noun>[a-z]{3,})"
    rf"(?= (?:is|has|who|of|and|in|at|on|to|from|by|with|met|led|set|cut|ran|won|{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b"
    r"|[.;]|,(?! [A-Z])|['’])(?! (?:in|from) [A-ZÀ-Þ][\w-]+, [A-ZÀ-Þ])"
)
"""Somebody who has no name in the sentence: "the plan of a young clerk"."""
_NAME_FIRST = re.compile(r"(?P<name>[A-ZÀ-Þ][^\W\d_]{3,}), (?:when|as|while|after|before|since|because) $")
_NO_ONE = frozenset("first last one other second third world public person".split())
_OF_NAME = re.compile(r"\b(?:of|by|for|with) $")
_AT = re.compile(r"\b(?:in|at|near|to|from|of|for|on|across|around|outside|between|through|into|over) (?:the )?$")
_LISTED = re.compile(r", |,? and |,? or ")
EPONYM = re.compile(r"\b[Tt]he [A-ZÀ-Þ][\w’'-]+(?= [a-z])")
"""What is called after somebody: "the Bayer process"."""


def people_of(text: str, named: Sequence[Named]) -> Iterator[str]:
    """Yield the people among ``named``; "the Albert and Victoria Docks" are none."""
    thing_until = -1
    for one in named:
        is_listed = thing_until >= 0 and _LISTED.fullmatch(text[thing_until : one.start]) is not None
        if is_listed or text[: one.start].endswith(("the ", "The ")):
            thing_until = one.end
        elif one.is_person:
            yield one.name


def introduced(text: str, named: Sequence[Named]) -> str | None:
    """Return whom ``text`` introduces by a deed: "The man who dug the canal was the engineer Ole Krag"."""
    found = _THE_ONE_WAS.match(text)
    people = [one for one in named if one.is_person]
    if found is None or not people or people[0].start != found.end():
        return None
    return people[0].name if len(people) == 1 or text.startswith(",", people[0].end) else None


def in_focus(text: str, named: Sequence[Named]) -> str | None:
    """Return the only person of whom a clause says something, if all others in ``text`` only own something.

    "It found its champion in Ole Krag, who had sailed during Jan Vos's voyage."
    """
    people = [one for one in named if one.is_person]
    doers = [one for one in people if re.match("['’]s? ", text[one.end :]) is None]
    if len(doers) == 1 < len(people) and text.startswith(", who ", doers[0].end):
        return doers[0].name
    return None


def may_name_another(text: str, named: Sequence[Named]) -> bool:
    """Return whether ``text`` may name a person besides those among ``named``.

    A name that looks like that of a place may be a person's, "Rowland Hill", and so may what is not known as a name:
    "Wren was dismissed by Robert Peel".
    """
    opening = ADVERBIAL.match(text)
    begin = opening.end() if opening is not None else 0
    subject = _UNKNOWN_SUBJECT.match(text, begin)
    if subject is not None and is_place(subject[0].split()[0]):
        subject = None
    if subject is not None and not any(
        one.is_person or (one.start == begin and one.is_body) for one in named if begin <= one.start < subject.end()
    ):
        return True
    return any(not one.is_person and _is_like_person(text, one) for one in named)


def may_mean_another(text: str, named: Sequence[Named]) -> bool:
    """Return whether the subject of ``text`` may be somebody else than the people that it names: "A clerk met him"."""
    if any(
        is_first_kind_of(found["noun"], "person") and found["noun"] not in _NO_ONE and _is_one(found["noun"])
        for found in _SOMEBODY.finditer(text)
    ):
        return True
    first = next((one.start for one in named if one.is_person), len(text))
    return any(not one.is_person and _OF_NAME.search(text[: one.start]) for one in named if one.start < first)


def begins_with_person(before: str) -> bool:
    """Return whether ``before`` begins with a person whom "he" after it means: "The monk who wrote that", "Galileo"."""
    if (found := _SOMEBODY.match(before)) is not None:
        return is_first_kind_of(found["noun"], "person")
    name = _NAME_FIRST.match(before)
    return name is not None and not is_english_word(name["name"].lower()) and not is_place(name["name"])


def is_eponym(text: str, one: Named) -> bool:
    found = EPONYM.search(text, max(one.start - len("the "), 0))
    return one.is_person and found is not None and found.end() == one.end


def _is_one(noun: str) -> bool:
    return singular(noun) == noun


def _is_like_person(text: str, one: Named) -> bool:
    """Return whether ``one``, a name that does not seem to be a person's, may be one by its place in ``text``."""
    before = text[: one.start]
    is_word = " " not in one.name and is_english_word(one.name.lower())  # "taught Latin", "their dog, Tray"
    is_thing = (
        is_word or before.endswith(("the ", "The ", " a ", " an ", "*", "“", '"')) or one.is_body or is_place(one.name)
    )
    return not is_thing and _AT.search(before) is None
