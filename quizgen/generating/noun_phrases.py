"""Noun phrases with "the" in a sentence, as candidates for phrases that do not say which one is meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.dates import MONTH, YEAR
from quizgen.text.word_forms import singular
from quizgen.text.words import listed

ANY_PAST = re.compile(rf"(?:{IRREGULAR_PAST}|\w{{2,}}ed)\b")
_VERBS = frozenset(IRREGULAR_PAST.split("|")) | listed(
    """
    is are be been being has have do does can could may might must shall should will would go goes say says see
    become becomes begin begins know knew known seem seems need needs feel grow grows keep keeps lie lies live
    lives show shows
    """
)
ENDS = _VERBS | listed(
    """
    a about across after again against all almost along already also always among an and any around as at away
    back because before behind below beneath beside between beyond both but by cannot destroy down during each
    eight either even every except far five for forward four from he her here him his how if in inside into it
    its itself just keep later like make makes more most much near neither never nine no nor not now of off
    often on once one only onto or out outside over past quite rather seven she since six so some soon still
    such take ten than that the their them then there these they this those though three through throughout thus
    to today together too toward towards twice two under until up upon us usually very we when where whether which
    while who whom whose why with within without yet you
    """
)
_WORDS = re.compile(r"\b[Tt]he (?=(?P<words>[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*){0,4}))")
VAGUE = listed(
    """
    abbey academy account agreement animal answer area army article attack attempt author authority bank basin battle
    bay bed blade boat book bridge building business cable camp canal capital captain castle cause center century
    channel child church city clock club coast colonist colony committee community company compass compound conflict
    congress council country court crew currency custom cut dam deal decision device directors disaster discovery
    disease district document dose drawing effect emperor empire engineer enzyme event exhibition expedition
    experiment factory family farm father figure film firm fleet forest former fort fortress founder government
    governor group harbor harbour hormone hospital house idea image industry inhabitant inquiry institute institution
    instrument invention island journey king laboratory lake land latter law leader letter level library line machine
    magazine majority manuscript marriage meadow meeting message method mine minister ministry mission model molecule
    monastery money mountain movement museum name navy network newspaper note novel observation observatory office
    officer orchestra organization outbreak owner painting palace paper park parliament part party period place plan
    plane plant poem population port post president price prince prison problem process product project proposal
    province publication queen railway rebellion reform region report republic resident rest result revolt revolution
    river road rule ruler salinity scheme scholar school scientist settlement settler ship shore side siege signal
    site skeleton society soldier son sponsor state statue storm strain strait student study subject substance success
    sum survey survivor symptom system task team technique temple test text theater theory tower town trade treaty
    troop tunnel turbine university valley version vessel victim village villager voyage wall war water wife woman
    work worker workshop year
    """
)
"""Nouns with which "the" nearly always refers to something that the text has named before."""
MEMBERS = listed("adult calf chick cub drone female fledgling forager hatchling hen larva male pup queen worker young")
"""Nouns for some of any kind of animals: "the queen", of bees."""
HOMES = listed("brood burrow colony comb den flock herd hive lair litter nest pack pride shoal swarm web")
"""Nouns for where animals live, and for many of them together."""
PARTS = listed(
    """
    base beginning bottom branch color colour debt deck edge end excess function hull inside keel layer load mast middle
    mixture outside profit remainder route share side spike staff surplus tip top wall
    """
)
"""Nouns for a part of something, which say nothing unless the sentence says of what."""
SUPERLATIVE = re.compile(
    r"(?:first|last|only|main|best|worst|most|least|largest|same|so-called|whole|entire"
    r"|(?:best|most|least|\w{2,}est)-[a-z]+|\w{3,}(?<!for)(?<!inter)(?<!har)(?<!requ)est)$"
)
_NO_EXTREMES = listed("main same so-called whole entire only")
WITH_ARTICLE = 2
"""The number of words of a noun with only an article: "the shells"."""
ABSTRACT = listed("aim answer difference cause effect goal problem purpose reason result solution version")
POINTING = listed("second third next latter former other others new old whole")
SPECIFIED = re.compile(
    r" (?:of (?!it\b|them\b|this\b|these\b)|that |who |whose |whom |where |which |between |called |named |known as"
    r"|(?:it|he|she|they|we) (?!(?:is|are|was|were)\b)[a-z])"
    r"|,? [*“\"]?[A-Z]| \d{3,4}\b| (?:at|in|on|near|from|around|under|with|by|across|along|to|off|for|against|into|over"
    rf"|through|behind|below|above) (?:the )?(?:[A-Z](?!-)|{YEAR}\b|\d{{1,2}} [A-Z])"
    r"| (?:at|in|on|under) the (?:[a-z]+ ){1,2}of (?:the (?:[a-z]+ of (?:the )?)?)?[A-Z]"
)
DATE_AFTER = re.compile(rf" (?:in|on|by|from|since|until|at) (?:(?:early|late|mid) )?(?:\d|{MONTH})")
_IS = re.compile(r"\b(?:is|was|still|remains?|remained) $")
COMPARED = listed("newer older larger smaller greater bigger lower higher longer shorter taller better worse")
_SUPERLATIVES = frozenset({"best", "most", "least", "worst"})
_PARTS_OF_TIME = listed("early mid late")
_NAMING = listed("expression motto name nickname phrase slogan term title word")
_ORDER = listed("first second third fourth fifth last only next")
_IDIOM = re.compile(
    r"with the (?:help|aid) of\b|on the (?:way (?:back|down|home|in|out|to|up)|run|spot|rise|market|move|one hand)\b"
    r"|in the (?:end|main|making|meantime|long run|process)(?! of)\b|all the (?:way|while)\b|the better part of\b"
    r"|on the (?:radio|telephone|phone|air)\b|against the law\b|the (?:left|right)-hand side\b"
    r"|for the (?:most part|better|worse|first time|last time)\b|to the full\b|by the (?:dozen|hundred|thousand)s?\b",
    re.IGNORECASE,
)
"""Phrases with "the" that mean no certain thing."""


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase with "the" and its noun in a sentence: "the company", whose ``noun`` is "company"."""

    start: int
    end: int
    text: str
    noun: str
    has_adjective: bool


def is_extreme(words: Sequence[str]) -> bool:
    """Return whether ``words`` say which one of all is meant: "first fleet", but not "main fleet"."""
    is_one = words[-1].lower() in {"one", "ones"}
    return not is_one and any(SUPERLATIVE.match(word) and word not in _NO_EXTREMES for word in words[:-1])


def has_noun(text: str, noun: str) -> bool:
    return any(singular(word) == noun for word in re.findall(r"[^\W\d_]+", text.lower()))


def is_bare(text: str, one: Description) -> bool:
    """Return whether nothing says more about ``one`` at the beginning of ``text``: "The kernel", "The pollen waits"."""
    after = text[one.end :].split()
    is_verb = one.text.endswith("s") and bool(after) and after[0] in ENDS - _VERBS
    return len(one.text.split()) == (3 if one.has_adjective and is_verb else 2)


def _is_plural(word: str) -> bool:
    """Return whether ``word`` is a plural or a verb; "famous", "walrus" and "glass" only end like one."""
    return singular(word) != word and not word.endswith(("us", "ss", "is"))


def _is_after_noun(chunk: list[str]) -> bool:
    return not chunk or not chunk[-1].endswith(
        ("al", "ive", "ent", "ic", "ry", "ble", "ing", "ed", "gh", "low", "average")
    )


def chunk_of(words: str) -> list[str]:
    """Return the words of ``words`` up to the end of a noun phrase."""
    chunk: list[str] = []
    every = words.split()
    for word, following in zip(every, [*every[1:], "the"], strict=True):
        if chunk and word in {"one", "ones"}:
            return [*chunk, word]  # "the first general one"
        is_noun = word == "cost" and not _is_after_noun(chunk)  # "the actual cost of", but not "the ship cost"
        if (word in ENDS and not is_noun and not (word in _SUPERLATIVES and chunk and chunk[-1] in POINTING)) or (
            chunk
            and word.endswith(("ed", "ly"))
            and chunk[-1] not in _SUPERLATIVES
            and (chunk[-1] not in _ORDER or following in ENDS)  # "the first printed edition"
        ):
            break
        if chunk and (_is_plural(chunk[-1]) or chunk[-1] == "century"):
            break  # "the butterflies find": a plural ends the phrase
        chunk.append(word)
    return chunk


def descriptions_in(text: str) -> Iterator[Description]:
    idioms = [one.span() for one in _IDIOM.finditer(text)]
    for found in _WORDS.finditer(text):
        chunk = chunk_of(found["words"])
        if any(start <= found.start() < end for start, end in idioms):
            continue
        if not chunk or (
            chunk[-1] in _PARTS_OF_TIME and re.match(r"[ -]\d", text[found.start("words") + len(" ".join(chunk)) :])
        ):
            continue  # "the late 1890s", "the mid-1890s"
        if chunk[-1] in _NAMING and re.match(' [“"‘*]', text[found.start("words") + len(" ".join(chunk)) :]):
            continue  # "the word “barometer”"
        end = found.start("words") + len(" ".join(chunk))
        if (
            len(chunk) > 1
            and _is_plural(chunk[-1]) != _is_plural(chunk[-2])
            and (_is_plural(chunk[-2]) or chunk[-2] in VAGUE | ABSTRACT | PARTS)
            and ANY_PAST.match(text[end:].lstrip()) is None
        ):
            chunk = chunk[:-1]  # "the company listens", "the butterflies find"
            end = found.start("words") + len(" ".join(chunk))
        if chunk == ["same"] and text.startswith(" as ", end):
            continue
        if chunk == ["record"] and _IS.search(text, 0, found.start()) is not None:
            continue  # "which is still the record"
        yield Description(found.start(), end, text[found.start() : end], singular(chunk[-1]), len(chunk) > 1)
