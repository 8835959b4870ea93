"""Rules about steps to order and pairs to match that give themselves away."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import date_shape, parse_measure
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.rules.cues import MIN_ECHO
from quizgen.questions import MatchQuestion, OrderQuestion
from quizgen.text.content_words import SMALL_WORDS, content_set, is_name, stem_of, words_of
from quizgen.text.dates import YEAR
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.numbers import BELOW_TWENTY

_YEAR = lazy_pattern(rf"(?<!\d){YEAR}(?!\d)")
_STEP = lazy_pattern(r"\s*(?:step\s+)?(?P<number>\d{1,2}|[a-h])\s*[.):]\s", re.IGNORECASE)
_SEQUENCE = lazy_pattern(
    r"\s*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|finally|lastly|last|in the end"
    r"|to begin with|at first)\b[,:]?\s",
    re.IGNORECASE,
)
_AFTER = lazy_pattern(r"\s*after (?P<what>[^,]+)(?=,)", re.IGNORECASE)


@question_rule(
    "Q141",
    "order-cue",
    kinds=("order",),
    source=f"{HDR}, guideline 28 (avoid clues to the right answer)",
)
def order_cue(item: Item) -> Iterator[Flaw]:
    """Flag steps that give away their order with years, numbers, or words such as "first" and "finally".

    ## Why it matters
    Learners can put the events in order by sorting the numbers, without knowing anything about the events.

    ## Example
    ```yaml
    - id: q
      kind: order
      stem: Put these steps toward the French Republic in order.
      steps: [The Estates General meet (1789), The king flees to Varennes (1791), The monarchy is abolished (1792)]
    ```

    ## Better
    ```yaml
    - id: q
      kind: order
      stem: Put these steps toward the French Republic in order.
      steps: [The Estates General meet, The king flees to Varennes, The monarchy is abolished]
    ```
    """
    question = item.question
    assert isinstance(question, OrderQuestion)
    steps = question.steps
    years = [found[0] for step in steps if (found := _YEAR.search(step))]
    help = "remove this cue from the steps"
    if len(years) == len(steps) and "year" not in item.stem_words and _is_rising(years):
        message = f"the years in the steps ({years[0]}, {years[1]}, …) give away the order"
    elif all(_STEP.match(step) for step in steps):
        message = "the numbers of the steps give away the order"
    elif cues := list(dict.fromkeys(filter(None, map(_order_word, steps)))):
        cues += [cue for step in steps if (cue := _earlier_step(step, steps)) is not None]
        message = f"the cue {cues[0]!r} gives away the order"
        if len(cues) > 1:
            message = f"the cues {', '.join(map(repr, cues))} give away the order"
            help = "remove these cues from the steps"
    else:
        return
    yield Flaw(message, help, ("steps",))


def _order_word(step: str) -> str | None:
    """Return the word at the start of ``step`` that says where it comes: first, then, finally."""
    found = _SEQUENCE.match(step)
    return None if found is None else found[0].strip(" ,:")


def _earlier_step(step: str, steps: Sequence[str]) -> str | None:
    """Return the start of ``step`` if it names another one that comes before it: after the stop bath."""
    found = _AFTER.match(step)
    named = frozenset() if found is None else content_set(found["what"])
    is_another = bool(named) and any(named <= content_set(other) for other in steps if other != step)
    return found[0].strip() if found is not None and is_another else None


def _is_rising(years: Sequence[str]) -> bool:
    return all(one <= other for one, other in pairwise(years)) or all(one >= other for one, other in pairwise(years))


@question_rule(
    "Q142",
    "echo-in-pairs",
    kinds=("match",),
    english=True,
    source=f"{HDR}, guideline 28b (clang associations); {NBME} (word repeats)",
)
def echo_in_pairs(item: Item) -> Iterator[Flaw]:
    """Flag matching questions in which right-hand items repeat a word from the left-hand item of the same pair, or a
    part of it ("anteater" and "ants", "glaciology" and "glaciers"). Words that several items of one side share are
    ignored, and so is a single pair of names, such as Mexico City and Mexico.

    ## Why it matters
    Learners can match these pairs by the repeated word, without knowing the subject.

    ## Example
    ```yaml
    - id: q
      kind: match
      stem: Match each instrument to what it measures.
      pairs: {pressure gauge: pressure of a gas, speedometer: speed of a car, rain gauge: rain per day}
    ```

    ## Better
    ```yaml
    - id: q
      kind: match
      stem: Match each instrument to what it measures.
      pairs: {barometer: pressure of the air, speedometer: velocity of a car, hygrometer: humidity}
    ```
    """
    question = item.question
    assert isinstance(question, MatchQuestion)
    lefts = [content_set(left) for left, _ in question.pairs]
    rights = [content_set(right) for _, right in question.pairs]
    in_lefts, in_rights = (Counter(chain.from_iterable(side)) for side in (lefts, rights))
    echoes: list[str] = []
    telling = 0
    for (left, right), said in zip(question.pairs, rights, strict=True):
        for word in dict.fromkeys(words_of(left)):
            part = next((part for part in _parts(word) if part in said and in_rights[part] == 1), None)
            if part is not None:
                echoes.append(next(echo for echo in words_of(right) if stem_of(echo) == part))
                telling += _is_telling(echoes[-1], right) and in_lefts[stem_of(word)] == 1
    if len(echoes) >= 2:
        message = f"some pairs have the same word on both sides: {', '.join(map(repr, echoes))}"
    elif telling and not _ABOUT_WORDS.search(item.stem):
        message = f"one pair has the same word on both sides: {echoes[0]!r}"
    elif (alike := _alike(question.pairs)) and not (_ABOUT_WORDS.search(item.stem) or _COGNATES.search(item.stem)):
        message = f"some pairs begin alike on both sides: {', '.join(map(repr, alike))}"
    else:
        return
    yield Flaw(message, "use a different word on one side", ("pairs",))


_SHARED_BEGINNING = 5
_COGNATES = lazy_pattern(
    r"\b(?:phrases?|expressions?|sentences?|equivalents?|English|French|Spanish|Italian|Portuguese|German"
    r"|Dutch|Latin)\b"
)
"""Languages in which many words begin alike."""


def _alike(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return a word of each right side, longer than a word or name, that begins like a left word of this pair only."""
    beginnings = [{word[:_SHARED_BEGINNING] for word in words_of(left) if word not in SMALL_WORDS} for left, _ in pairs]
    every = Counter(chain.from_iterable(beginnings))
    alike: list[str] = []
    for (_, right), begun in zip(pairs, beginnings, strict=True):
        words = words_of(right)
        if len(words) > 1 and not is_name(right):
            long = [word for word in words if len(word) >= _SHARED_BEGINNING and word[:_SHARED_BEGINNING] in begun]
            alike += [word for word in long if every[word[:_SHARED_BEGINNING]] == 1][:1]
    return alike if len(alike) > 1 else []


_SHORTEST_PART = 3
_ABOUT_WORDS = lazy_pattern(
    r"\b(?:words?|terms?|translat\w+|languages?|verbs?|nouns?|adjectives?|forms?|spell\w*|plurals?|prefix\w*|suffix\w*"
    r"|mean(?:s|ing)?|definitions?|defin\w+|abbreviat\w+|names?|etymolog\w+|roots?|derived)\b",
    re.IGNORECASE,
)
"""What stems are about if a word on both sides may be what the question is about."""


def _parts(word: str) -> Iterator[str]:
    """Yield the stem of ``word``, and that of the first part of a compound: ants, for anteater."""
    if word in SMALL_WORDS or len(word) < _SHORTEST_PART:
        return
    yield stem_of(word)
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
        if is_noun(word[:end]) and is_noun(word[end:]):
            yield stem_of(word[:end])


def _is_telling(echo: str, right: str) -> bool:
    """Return whether ``echo`` alone gives a pair away: ``right`` is not a name, and says more than this."""
    return len(echo) >= MIN_ECHO and len(words_of(right)) > 1 and not is_name(right)


_BARE_ORDER = lazy_pattern(
    r"(?:please )?(?:put|arrange|sort|order|place|rank|list|sequence|bring)(?: each of| all(?: of)?)?"
    r"(?: (?:the|these|those|all))?(?: following| \w+ (?=items))?(?P<things>(?: [\w-]+){0,3}?)"
    r"(?: (?:in|into)(?: the| their)?(?: correct| right| proper)? (?:order|sequence)|correctly|properly)?\s*[.:!]*",
    re.IGNORECASE,
)
_IN_ORDER_OF = lazy_pattern(
    r"(?:please )?(?:put|arrange|sort|order|place|rank|list)\b[^.,:;()]*?"
    r"\b(?:in (?:the )?order of|by|according to)(?: their| its| the)? "
    r"(?P<quantity>(?:(?!increas|decreas|ascend|descend|rising|falling|growing|declining|alphabet|chronolog)[\w-]+ )"
    r"{0,2}(?:size|length|height|weight|mass|area|volume|density|speed|temperature|depth|width|strength|price|cost"
    r"|value|number|population|wavelength|loudness|brightness|hardness|frequency|duration|pitch|intensity|difficulty"
    r"|energy|radius|radii|diameter|charge|acidity|basicity|reactivity|electronegativity|conductivity|solubility"
    r"|viscosity|polarity|stability|boiling points?|melting points?|pH|age|distance|altitude|elevation|income|GDP"
    r"|output|capacity|thickness|magnitude|luminosity|sweetness|salinity|productivity|complexity|probability|velocity"
    r"|pressure|power|latitude|longitude|lifespan|range|amplitude|voltage|resistance"
    r"|(?:running|travel|cooking|reaction|response) time"
    r"|(?:alcohol|water|fat|sugar|salt|energy|oxygen|carbon|protein|caffeine|iron|vitamin|moisture) content)"
    # "By liquidity", "in order of softness": the names of properties have endings of their own.
    r"|(?!activity|nationality|university|sequence|occurrence|appearance|precedence|importance|preference|reference"
    r"|significance|relevance)[a-z]{3,}(?:ity|ness|ency|ance|ence|ivity)|risk|maturity|spice|heat|size|rank|wealth|yield"
    r"|return|profit|danger|toughness|purity|popularity"
    r"|how (?:fast|long|high|large|big|tall|far|hard|heavy|hot|old|wide|deep|loud|dense|strong|acidic|reactive|sweet"
    r"|expensive|quickly|easily|much|many)\b[^.,:;()]{0,60})"
    r"(?: (?:in|at|on|of|per) [^.,:;()]{1,40})?\s*[.:!]*",
    re.IGNORECASE,
)
_DIRECTION = lazy_pattern(
    r"\b(?:ascending|descending|increasing\w*|decreasing\w*|rising|falling|growing|declining|(?:from|starting|beginning"
    r"|first|last)(?! \w+ of\b))\b",
    re.IGNORECASE,
)
# A process, a story or a text has one natural order.
_IN_A_SEQUENCE = lazy_pattern(
    r"\b(?:step|stage|phase|event|part|movement|section|scene|act|chapter|verse|line|letter|word|sentence|paragraph"
    r"|instruction|task|action|operation|process|statement|command|layer|link|level|rank"
    r"|year|month|season|day|date|reign|ruler|king|queen|emperor|president|war|battle|treaty|treaties|revolution"
    r"|invention|discovery|discoveries|development|dynasty|dynasties|generation|organism|item|fragment|syllable|note"
    r"|block|clause|chunk|piece|procedure|milestone|incident|moment|journey|voyage)(?:s|es)?\b",
    re.IGNORECASE,
)
_TIMES = lazy_pattern(r"\b(?:periods?|eras?|epochs?|ages|centuries|decades)$", re.IGNORECASE)
"""Times with names, which are listed in either direction."""
_OF = lazy_pattern(r" (?:of|in|from|for|by|to|toward|towards|on|that)\b")
"""After the noun that says what is ordered: the steps of the dance."""
_STANDARD = lazy_pattern(r"\b(?:alphabetic|chronologic|numeric)al(?:ly)?\b", re.IGNORECASE)
_POINTING = frozenset({"these", "those", "following"})
_STEP_WORDS = 3
"""Steps with more words on average describe what happens, in the order in which it happens."""


@question_rule(
    "Q159",
    "unclear-order",
    kinds=("order",),
    english=True,
    source=f"{HDR}, guideline 14 (clear directions in the stem)",
)
def unclear_order(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask learners to order things without saying what determines the order or what comes first, such
    as "Put these planets in order" and "Sort these metals by density". Steps, stages and events are not flagged,
    because they are ordered by time.

    ## Why it matters
    Planets can be ordered by size or by distance from the Sun, and each order can be reversed. Learners who know all
    the answers have to guess what the author had in mind.

    ## Example
    ```yaml
    - id: q
      kind: order
      stem: Put these planets in order.
      steps: [Mercury, Venus, Earth, Mars]
    ```

    ## Better
    ```yaml
    - id: q
      kind: order
      stem: Put these planets in order, starting with the one nearest to the Sun.
      steps: [Mercury, Venus, Earth, Mars]
    ```
    """
    question, stem = item.question, item.stem.strip()
    assert isinstance(question, OrderQuestion)
    if (found := _IN_ORDER_OF.fullmatch(stem)) is not None and not _DIRECTION.search(stem):
        yield Flaw(
            f"the stem does not say whether the largest or the smallest {found['quantity']!r} comes first",
            'add the direction, such as "smallest first"',
            item.stem_path,
        )
        return
    found = _BARE_ORDER.fullmatch(stem)
    if (
        found is None
        or _STANDARD.search(found["things"])
        or _IN_A_SEQUENCE.search(_OF.split(found["things"])[0].rpartition(" ")[2])
    ):
        return
    if not item.stem_content and item.words.isdisjoint(_POINTING):  # "Put in order." is left to Q125
        return
    if sum(len(words_of(step)) for step in question.steps) > _STEP_WORDS * len(question.steps):
        return
    if _TIMES.search(found["things"]):
        yield Flaw(
            "the stem does not say whether the earliest or the latest comes first",
            'add the direction, such as "earliest first"',
            item.stem_path,
        )
    else:
        yield Flaw(
            "the stem says neither what determines the order nor what comes first",
            'state both, such as "by length, longest first"',
            item.stem_path,
        )


_NUMBER_WORDS = frozenset((*BELOW_TWENTY, "none", "twenty", "dozen", "hundred", "thousand", "million", "half"))
_VALUE_WORDS = frozenset("undefined infinity infinite true false error nothing unlimited varies variable".split())
_PERSON = (
    r"authors?|writers?|composers?|painters?|inventors?|discoverers?|founders?|directors?|creators?|architects?|poets?"
    r"|sculptors?|librettists?|leaders?|kings?|queens?|presidents?|emperors?|winners?|explorers?|conquerors?|founders?"
    r"|composer|playwrights?|chancellors?|commanders?|monarchs?|who"
)
_TIME = r"years?|dates?|centur(?:y|ies)|decades?|days?|months?|eras?|periods?|when"
_PLACE = (
    r"cit(?:y|ies)|countr(?:y|ies)|capitals?|places?|towns?|continents?|birthplaces?|regions?|states?|villages?|rivers?"
    r"|lakes?|mountains?|seas?|oceans?|islands?|where"
)
_AMOUNT = (
    r"numbers?|lengths?|heights?|widths?|distances?|weights?|mass|area|population|price|how (?:many|much|long|far)"
)
_ASKED_TYPES = {
    name: lazy_pattern(
        rf"(?:the |its |his |her |their )?(?:\w+ )?(?:{nouns})"
        r" (?:of|in|at|on|by|that|who|which|whose|where|when|was|did|is)\b",
        re.IGNORECASE,
    )
    for name, nouns in (("person", _PERSON), ("time", _TIME), ("place", _PLACE), ("amount", _AMOUNT))
}


@question_rule(
    "Q160",
    "mixed-pairs",
    kinds=("match",),
    english=True,
    source=f"{HDR}, guideline 23 (homogeneous in content)",
)
def mixed_pairs(item: Item) -> Iterator[Flaw]:
    """Flag matching questions whose right-hand items are of different types, such as a person, a year and a city, or in
    which only one of the left-hand items is a number, a person or a quotation.

    ## Why it matters
    Learners match by type: only one of the items can be a year. A matching question tests knowledge only if each
    right-hand item could belong to each left-hand item.

    ## Example
    ```yaml
    - id: q
      kind: match
      stem: Match these facts about The Magic Flute.
      pairs: {composer: Mozart, year of the premiere: "1791", city of the premiere: Vienna}
    ```

    ## Better
    ```yaml
    - id: q
      kind: match
      stem: Match each opera with its composer.
      pairs: {The Magic Flute: Mozart, Fidelio: Beethoven, Tosca: Puccini}
    ```
    """
    question = item.question
    assert isinstance(question, MatchQuestion)
    if "`" in item.all_text or len(question.pairs) < _FEWEST_PAIRS:
        return
    lefts, rights = zip(*question.pairs, strict=True)
    numbers = [right for right in rights if parse_measure(right) is not None or date_shape(right) is not None]
    words = [right for right in rights if _is_in_words(right)]
    if numbers and words:
        odd, other = (numbers[0], words[0]) if len(numbers) <= len(words) else (words[0], numbers[0])
        yield _mixed(f"{odd!r} is a different type of item from {other!r}")
        return
    # Among names, a lone number ("Galileo", "light-year", "1969"), or a lone person among things.
    numeric = [left for left in lefts if any(map(str.isdigit, left))]
    in_words = [left for left in lefts if _is_in_words(left)]
    lone = numeric[0] if len(numeric) == 1 and _A_NUMBER.fullmatch(numeric[0].strip()) else None
    if lone is not None and len(in_words) >= max(2, len(lefts) - 2):
        yield _mixed(f"{lone!r} is a different type of item from {in_words[0]!r}")
        return
    quoted = [left for left in lefts if _QUOTATION.fullmatch(left.strip())]
    if len(quoted) == 1:
        other = next(left for left in lefts if left != quoted[0])
        yield _mixed(f"{quoted[0]!r} is a different type of item from {other!r}")
        return
    if (person := _lone_person(question.pairs)) is not None:
        other = next(left for left in lefts if left != person)
        yield _mixed(f"{person!r} is a different type of item from {other!r}")
        return
    types = [_asked_type(left) for left in lefts]
    if None not in types and len(set(types)) > 1:
        first, second = list(dict.fromkeys(types))[:2]
        yield _mixed(f"some pairs ask for a {first}, others for a {second}".replace("a amount", "an amount"))


_FEWEST_PAIRS = 3
_QUOTATION = lazy_pattern(r"[\"“„«][A-ZÀ-Þ][^\"”“» ]*(?: [^\"”“» ]+){3,}[\"”“»]")
"""A sentence in quotation marks, and not a term."""
_A_NUMBER = lazy_pattern(r"[−-]?\d+(?:[.,]\d+)*\s?%?")
_FULL_NAME = lazy_pattern(r"[A-Z][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-Z][\w'’-]+)+")
_ROLE = lazy_pattern(_PERSON)
_AFTER_HEAD = lazy_pattern(r"[,;(]| (?:of|in|on|at|for|from|with|to|that|which|who|whose|whom|where|when|by|as|and)\b")


def _lone_person(pairs: Sequence[tuple[str, str]]) -> str | None:
    """Return the only full name on the left, if its right side says what a person is, and the others name things."""
    names = [left for left, _ in pairs if _FULL_NAME.fullmatch(left.strip())]
    if len(names) != 1:
        return None
    heads = {left: "".join(words_of(_AFTER_HEAD.split(right, maxsplit=1)[0])[-1:]) for left, right in pairs}
    are_things = all(
        is_noun(head) and not is_kind_of(head, "person") for left, head in heads.items() if left != names[0]
    )
    role = heads[names[0]]
    return names[0] if are_things and (is_mainly(role, "person") or _ROLE.fullmatch(role)) else None


def _mixed(message: str) -> Flaw:
    return Flaw(
        message, "match things of one type, such as people with their works, or ask several questions", ("pairs",)
    )


def _is_in_words(right: str) -> bool:
    """Return whether ``right`` is a name or a word, and no number, symbol or formula."""
    words = words_of(right)
    is_long = any(len(word) > 2 for word in words)
    return is_long and not (
        any(map(str.isdigit, right)) or _NUMBER_WORDS.intersection(words) or _VALUE_WORDS.intersection(words)
    )


def _asked_type(left: str) -> str | None:
    return next((name for name, pattern in _ASKED_TYPES.items() if pattern.match(left.strip())), None)
