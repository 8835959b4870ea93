"""Whose or which name a stem asks for: that of a person, a place, a team or a work, and which kind of name."""

import re

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import OCCUPATIONS
from quizgen.text.words import listed

_PEOPLE = listed(
    """
    athlete aviator botanist boxer character chef choreographer conqueror cricketer cyclist czar dancer
    detective dictator driver drummer entrepreneur goalkeeper golfer guitarist gymnast husband jockey man model
    monarch monk navigator nurse person pharaoh photographer pianist player politician presenter rapper reformer
    revolutionary ruler runner saint screenwriter skater skier songwriter sprinter statesman striker sultan
    swimmer theologian tsar violinist wife woman wrestler
    """
)
"""Who else may be asked for."""
_PERSON = lazy_pattern(
    rf"""^[\s¿]*(?:who|whose|whom|wer|wen|wem|wessen|qui|quién|quien|chi|quem|кто|кого|ποιος)\b(?!\ est-ce\ qu)
    |\b(?:which|what)\ (?:of\ (?:the|these|his|her)\ )?
    (?:(?!(?:did|do|does|was|were|is|are|has|had|have|of|by|in|the|a|an|to|for|from|about|with|on|at|that|who|would|can
    |could)\b)[\w'’.-]+\ ){{0,4}}?
    (?:prime\ minister|{"|".join(sorted(OCCUPATIONS | _PEOPLE))})\b
    |\b(?:which|what)\ (?-i:[A-Z][a-z]+(?:an|[ei]sh|ese|eek|ench|utch|wiss|elsh|zech))\ (?:\w+ed|became
    |won|wrote|led|built|drew|found|sang|ran|flew|took|made|held|played|broke|beat)\b
    |^(?:(?!\b(?:which|what|where|when|how|name)\b).){{1,50}}\bwho\b
    |\bby\ whom\b|\bwho\ (?:was|is|were|wrote|played|had|did|became|won|led)\b
    |^\W*(?:name|identify)\ (?:an?|the|one)\ (?:(?!(?:company|firm|team|band|group|party|country|nation|tribe|who)\b)
    [^\s,;:.]+\ )+who\b
    |^\W*(?:name|identify)\ the\ (?:[\w-]+\ ){{0,3}}?(?:{"|".join(sorted(OCCUPATIONS | _PEOPLE))})
        (?=\W*$|\ (?:from|in|during|whose|between)\b)
    |^\W*(?:name|identify)\ the\ (?:[\w-]+\ ){{0,3}}?(?:{"|".join(sorted(OCCUPATIONS))})\ of\b
    |\b(?:real|birth|pen|stage|maiden)\ name\b
    |\bname\ of\ the\ (?:actor|actress|man|woman|boy|girl|person|singer|character|author|king|queen|president)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_person(stem: str) -> bool:
    """Return whether the stem asks who somebody is, by its question word or its noun."""
    return _PERSON.search(stem) is not None


_SEVERAL_PEOPLE = lazy_pattern(
    r"""\b(?:leaders|presidents|people|men|women|scientists|authors|writers|poets|painters|artists|composers|kings
        |queens|generals|emperors|astronauts|physicists|chemists|philosophers|founders|inventors|explorers|politicians
        |members)\b
    |^\s*who\s+(?:were|are)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_people(stem: str) -> bool:
    """Return whether the stem asks for several people."""
    return _SEVERAL_PEOPLE.search(stem) is not None


_NUMBERED = lazy_pattern(
    r"""\b(?:\d+(?:st|nd|rd|th)    # 44th, forty-fourth
        |[a-z-]*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth))
    \s+(?:[\w.]+\s+){0,2}?(?:president|prime\s+minister|chancellor|king|queen|emperor|governor)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_numbered_ruler(stem: str) -> bool:
    """Return whether the stem asks for one of those who held an office in turn, among whom relatives share names."""
    return _NUMBERED.search(stem) is not None


_PLACE = lazy_pattern(
    r"""^[\s¿]*(?:where|wo|où|dónde|donde|dove|onde|где)\b|\bcapitale?\b|\bhauptstadt\b
    # Which city, in which country, in other languages
    |\b(?:qué|quel(?:le)?|welche[rs]?|quale|que|em\ que)\ (?:ciudad|país|ville|pays|stadt|land|città|paese|cidade)\b
    |\b(?:which|what|in)\ (?:[\w'’-]+\ ){0,3}?
        (?:city|town|state|village|country|island|square|place|building|tower|bridge|landmark|museum|stadium|monument
        |castle|palace|cathedral)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_place(stem: str) -> bool:
    """Return whether the stem asks where something is, or for a place."""
    return _PLACE.search(stem) is not None


_TEAM = lazy_pattern(
    r"""\b(?:NBA|NFL|NHL|MLB|MLS|WNBA|baseball|basketball|American\s+football|ice\s+hockey)\s+
    (?:\w+\s+){0,2}?(?:team|club|franchise)s?\b""",
    re.VERBOSE,
)


def asks_for_team(stem: str) -> bool:
    """Return whether the stem asks for a team of a league in which teams have a city and a nickname."""
    return _TEAM.search(stem) is not None


_TITLE = lazy_pattern(
    r"\b(?:film|movie|novel|book|play|musical|song|single|album|opera|ballet|poem|sitcom|series|band|group|painting)s?\b",
    re.IGNORECASE,
)


def asks_for_title(stem: str) -> bool:
    """Return whether the stem is about a work or a band, whose name has one number: Alien is not Aliens."""
    return _TITLE.search(stem) is not None


_ONE_TITLE = lazy_pattern(
    r"\b(?:which|what)\s+(?:[\w'’-]+\s+){0,4}?(?:film|movie|novel|book|play|musical|song|single|album|opera|ballet|poem"
    r"|sitcom|series|band|group|duo|painting|title|company|firm)\b",
    re.IGNORECASE,
)


def asks_for_one_title(stem: str) -> bool:
    """Return whether the stem asks for the name of one work, band or company: Pride and Prejudice is no list."""
    return _ONE_TITLE.search(stem) is not None


_KIND_OF_NAME = lazy_pattern(
    r"""\b(?:scientific|latin|medical|technical|anatomical|botanical|zoological|common|everyday|informal|iupac
        |systematic|chemical|full|alternative|another|other|old|former|modern|british|american)
        (?:\s+\([^()]*\))?\s+(?:name|term|word)s?\b
    |\biupac\b|\bsystematic|\bsynonym
    |\bstands?\s+for\b|\babbreviat|\bacronym|\bshort\s+for\b|\bin\s+full\b
    |\brenamed\b|\bformerly\b|\bbetter\s+known\b|\balso\s+(?:known|called)\b|\bnow\s+(?:known|called)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_STANDS_FOR = lazy_pattern(r"\bstands?\s+for\b|\bshort\s+for\b|\babbreviation\s+(?:of|for)\b", re.IGNORECASE)


def asks_what_letters_stand_for(stem: str) -> bool:
    """Return whether the stem asks what letters stand for, which is these very words."""
    return _STANDS_FOR.search(stem) is not None


def asks_for_kind_of_name(stem: str) -> bool:
    """Return whether the stem asks for one kind of name, such as the scientific one, or for what letters stand for."""
    return _KIND_OF_NAME.search(stem) is not None
