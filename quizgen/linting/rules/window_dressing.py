"""The rule about parts of a stem that are not needed: introductions, stories and sentences without figures."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.questions.decidable import NAME
from quizgen.text.content_words import content, content_set, unquoted, words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import listed

_SENTENCES = lazy_pattern(r"(?<=[.!?])\s+(?=[^\W\da-z])")
_DRESSING_WORDS = 15
"""A part of a stem with fewer words costs little time."""
_DRESSED_STEM_WORDS = 20
"""The fewest words of a stem that has such a part and a question."""
_LONG_STORY_WORDS = 20
"""A story with fewer words costs little time."""
# The question refers to what comes before it.
_REFERS_BACK = lazy_pattern(
    r"\b(?:this|that(?! [a-z]+[^\Wsu]s\b)|these|those|it|its|he|she|his|her|him|they|their|them|you|your|such|here"
    r"|there|then|following|both"
    r"|other|another|same|two|first|second|above|we|our|i|my)\b",
    re.IGNORECASE,
)
_FACT = lazy_pattern(
    r"(?:(?:(?:in|on|at|by|to|from|for|after|of|during|under|with) )?(?:which|what|whose)(?: \w+)?|who|whom|when|where"
    r"|how (?:many|long|high|tall|far|old|deep|often|fast|wide|big|heavy|much)) (?:\w+ ){0,2}?\w+",
    re.IGNORECASE,
)
_CASE = lazy_pattern(r"(?:an? |suppose|imagine|consider|let |given|assume|two |three |you |your )", re.IGNORECASE)
_FIGURES = lazy_pattern(r"\d")
_FIGURE_RUN = lazy_pattern(r"\d[\d.,]*")
_HISTORY_WORDS = 25
"""A sentence or two about the past of a thing with fewer words costs little time."""
_HISTORY = lazy_pattern(
    r"\b(?:1[0-9]|20)\d\ds?\b|\b(?:century|founded|was born|invented|named after|grew out of|originally|dates back"
    r"|goes back)\b",
    re.IGNORECASE,
)
_BY_PRONOUN = lazy_pattern(
    r"^(?:(?:in|on|of|to|from|for|with|by|at) )?(?:which|what|who|how(?: many| much)?|where)\b[^?]*?"
    r"\b(?:its|it|his|her|their|he|she|they|this [a-z]+|the [a-z]+)\b[^?]*\?$",
    re.IGNORECASE,
)
_POINTS_TO_EVENT = lazy_pattern(
    r"\b(?:this|that|these|those|such|then|there|because|result|cause|caused|change|later|next|after|before|same|other"
    r"|another|two|first|second|following|above|both)\b",
    re.IGNORECASE,
)
_FEWEST_SIGNS = 2
_STARTS_WITH_NAME = lazy_pattern(
    r"(?:The )?(?!(?:A|An|In|On|At|When|If|After|Before|Your?|Two|Three|Some|Many)\b)[A-Z][\w-]+ "
)
_STORY = listed(
    "grandmother grandfather grandma grandpa granny aunt uncle cousin neighbor neighbour friend friends sister brother"
    " dog cat sunny bright rainy cozy cosy lovely pretty charming beautiful old favorite favourite window garden"
    " kitchen balcony cottage café sofa holiday holidays vacation weekend birthday morning afternoon evening saturday"
    " sunday summer autumn loves enjoys excited proud happy tired dreams cheerful curious finally mother father mom dad"
    " parents husband wife daughter son anniversary wedding party lunch dinner breakfast picnic coffee cake cheese"
    " chocolate smells hat dress scarf shoes hungry"
    " puppy kitten pony hamster rabbit cocoa tea lemonade sandwich sandwiches cookies pizza soup ice-cream thermos"
    " children kids twins niece nephew grandchildren granddaughter grandson toddler classmates roommate boyfriend"
    " girlfriend fiancé fiancée aunts uncles cousins neighbors neighbours grandparents stepfather"
    " chilly foggy stormy snowy windy freezing drizzling raining snowing warm sunshine moonlight rainbow"
    " garage attic basement porch backyard terrace hammock campfire tent beach lake bicycle bike"
    " nervous bored cheerfully laughs laughing giggles smiles smiling whistles whistling sings humming chats chatting"
    " strolls strolling wanders yawns sips sipping hugs waves jokes teases remembers forgets sweater mittens boots"
    " umbrella backpack suitcase jacket apron pajamas blanket slippers monday tuesday wednesday thursday friday tonight"
    " yesterday playing play game playground hobby cheers jumps"
    " home market flowers tulips roses bunch kettle alarm late bus shopping groceries newspaper football concert"
    " calendar postman librarian cactus pralines bakery hums tune radio living bedroom couch armchair queue gossip"
    " complains grumbles wonders hurries rushes missed forgot borrowed lent"
)
_EVERYDAY = listed(
    "trainee apprentice colleague colleagues hike hikes hiking weekends moved flat apartment tourists visitors popular"
    " famous zoo zoos generations bought commutes commute commuting cycles hobby hobbies fond grew hometown gym yoga"
    " guitar piano comedians fans office jogs jogging jog worked works own owns owned attracts shop called"
    " sketches team cup shift college evenings bakeries busy eager newly recently"
)
"""More words of a story, which may be part of a case as well."""
_CLINICAL = lazy_pattern(
    r"\b(?:patients?|symptoms?|pain|fever|doctors?|nurses?|hospital|clinic|bleed\w*|blood|dies|died|injur\w*|wound\w*"
    r"|pregnan\w*|contract|accident|sues|sued|charged|arrested|claims?|invoice|payroll|price|costs?|pays?|paid|sells?"
    r"|sold|loan|error|server|database|table|program|measures?|notices?|observes?|wants? to|needs? to|has to|must)\b",
    re.IGNORECASE,
)
_GENERAL_FACT = 3
"""The fewest content words of a question that can be understood without a story."""
_STORY_WORDS_APART = 2
_STORY_WORDS_IN_FEW = 3
_STORY_WORDS = 4
"""The fewest words about home, family, scenery and mood that make a story."""
# In psychology, medicine and the like, the story is the case.
_ASKS_ABOUT_STORY = lazy_pattern(
    r"\b(?:this|these|that(?! [a-z]+[^\Wsu]s\b)|illustrat\w+|explain\w*|describ\w+|demonstrat\w+|effects?|process|bias"
    r"|behavio\w+|likely"
    r"|should|feel\w*|terms?|concepts?|principles?|theor\w+|diagnos\w+|disorders?|conditions?|stages?|types?|why"
    r"|sentences?|words?"
    r"|text|story|he|she|his|her|him|they|their|example)\b",
    re.IGNORECASE,
)
_OPENER = lazy_pattern(
    r"\s*(?:(?:obviously|clearly|evidently|of course|naturally|undoubtedly|interestingly|needless to say"
    r"|believe it or not),"
    r"|as (?:everybody|everyone|we all|you all|you(?: probably| surely| certainly| may| might| will)?)(?: all)?"
    r" (?:knows?|remembers?|recalls?|learned|learnt|is aware),"
    r"|it is (?:well[- ]known|common knowledge|obvious|clear|no secret) that\b"
    r"|(?:everybody|everyone) knows that\b|(?:surely|certainly) you (?:know|remember)\b|did you know that\b)",
    re.IGNORECASE,
)
_PLATITUDE = lazy_pattern(
    r"\b(?:everywhere in (?:our|today['’]s|modern)|since the dawn of|in today['’]s (?:world|society)"
    r"|in our (?:modern )?world"
    r"|hard to imagine|for (?:centuries|thousands of years|hundreds of years)|all over the world|around the world"
    r"|(?:everybody|everyone|we all) (?:knows?|loves?|likes?)|has always fascinated|plays an important (?:role|part)"
    r"|part of (?:our|everyday|daily) li(?:fe|ves)|brings? joy)\b",
    re.IGNORECASE,
)
"""What is true of nearly every subject."""
_PLATITUDE_WORDS = 10


@question_rule(
    "Q153",
    "window-dressing",
    kinds=("choice", "multiple", "true_false", "short", "number", "card"),
    english=True,
    source=f"{HDR}, guideline 16 (avoid window dressing, that is, excessive verbiage)",
)
def window_dressing(item: Item) -> Iterator[Flaw]:
    """Flag sentences of 15 words or more that are not needed to answer the question. Examples are an introduction to a
    question that can be understood without it, a sentence that adds no figure to a calculation, the life of a person of
    whom the question needs only the name, and a story about a person's home, family or mood that has nothing to do with
    the question. Also flag stems that begin with words such as "Obviously" and "As everybody knows".

    ## Why it matters
    Learners look for the purpose of every sentence. A sentence without one costs time and tests only reading.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: >-
        Everybody knows that great buildings have fascinated people from all over the world for hundreds of years.
        Who designed the Sydney Opera House?
      answer: Jørn Utzon
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Who designed the Sydney Opera House?
      answer: Jørn Utzon
    ```
    """
    if (found := _OPENER.match(item.stem)) is not None:
        yield Flaw(
            f"{found[0].rstrip(' ,')!r} contributes nothing to the question",
            "remove it; it discourages learners who do not know the fact",
            item.stem_path,
        )
        return
    if (
        item.kind == "true_false"
        or len(item.stem_words) < _DRESSED_STEM_WORDS
        or "\n" in item.stem.strip()
        or "`" in item.stem
    ):
        return
    stem = item.stem.strip()
    *before, question = _SENTENCES.split(stem)
    if not before or not question.endswith("?") or unquoted(stem) != stem:
        return
    is_needless = (
        _is_platitude(before, question)
        or _is_needless_before(before, question)
        or _is_without_figures(before, question)
        or _is_history_before(before, question)
        or _is_life_before(before, question)
    )
    if is_needless or _tells_story(before, question):
        yield Flaw(
            "part of the stem contributes nothing to the question",
            "keep only what is needed to answer the question",
            item.stem_path,
        )


def _is_platitude(before: list[str], question: str) -> bool:
    """Return whether a sentence before ``question`` says only what is true of nearly every subject."""
    return not _REFERS_BACK.search(question) and any(
        _PLATITUDE.search(sentence) and len(words_of(sentence)) >= _PLATITUDE_WORDS and not _FIGURES.search(sentence)
        for sentence in before
    )


def _is_needless_before(before: list[str], question: str) -> bool:
    """Return whether ``question`` asks for a fact about something named, and shares no subject with what is before."""
    if _REFERS_BACK.search(question) or not _FACT.match(question) or not NAME.search(question):
        return False
    words = [word for sentence in before for word in words_of(sentence)]
    if len(words) < _DRESSING_WORDS or any(_CASE.match(sentence) or _FIGURES.search(sentence) for sentence in before):
        return False
    # Names may be what the question is about, under another name; without a common word, they are not.
    shared = frozenset(content(words)) & content_set(question)
    return len(shared) <= (0 if NAME.search(" ".join(before)) else 1)


def _is_history_before(before: list[str], question: str) -> bool:
    """Return whether ``question`` asks about something named before it of which the past is told at length.

    Nothing of the past is needed then but the name.
    """
    told = " ".join(before)
    words = words_of(told)
    return (
        len(words) >= _HISTORY_WORDS
        and _STARTS_WITH_NAME.match(told) is not None
        and len(_HISTORY.findall(told)) >= _FEWEST_SIGNS
        and _BY_PRONOUN.match(question) is not None
        and not _POINTS_TO_EVENT.search(question)
        and not _FIGURES.search(question)
        and frozenset(content(words)).isdisjoint(content(words_of(question)))
    )


_LIFE_WORDS = 35
_LIFE = lazy_pattern(
    r"\b(?:was born|was raised|grew up|the (?:eldest|youngest|only|first|second|third|fourth|fifth|sixth|seventh) of"
    r"|(?:sons?|daughters?|child) of|studied|graduated|taught|trained|apprenticed|moved to|emigrated|settled"
    r"|married|served (?:as|in)|worked (?:as|at|in|for)|retired|inherited|toured|traveled|travelled|lived in)\b"
)
_FEWEST_STATIONS = 3
_FULL_NAME = lazy_pattern(r"[A-Z][\w.’'-]* (?:(?:[a-z]{2,3}|[A-Z][\w.’'-]*) ){0,2}?[A-Z][\w’'-]+\b")
_IN_TERMS_OF = lazy_pattern(
    r"\b(?:stages?|theor\w+|terms?|concepts?|types?|kinds?|effects?|should|likely|diagnos\w+|disorders?|conditions?"
    r"|risks?|rights?|laws?|taxes|status|illustrat\w+|explain\w*|describ\w+|example|age|old)\b",
    re.IGNORECASE,
)


def _is_life_before(before: list[str], question: str) -> bool:
    """Return whether a long sentence tells the life of a person by name, and ``question`` uses nothing of it.

    It may be about what the person made. A case, of which a term or a judgment is asked, is needed whole.
    """
    first = before[0]
    words = words_of(first)
    return (
        len(words) >= _LIFE_WORDS
        and _FULL_NAME.match(first) is not None
        and len(_LIFE.findall(first)) >= _FEWEST_STATIONS
        and not _IN_TERMS_OF.search(question)
        and not _POINTS_TO_EVENT.search(question)
        and not _FIGURES.search(question)
        and frozenset(content(words)).isdisjoint(content(words_of(question)))
    )


def _is_without_figures(before: list[str], question: str) -> bool:
    """Return whether a long sentence has none of the figures of a calculation, and no word of the other sentences."""
    sentences = [*before, question]
    figured = [sentence for sentence in sentences if _FIGURES.search(sentence)]
    if sum(len(_FIGURE_RUN.findall(sentence)) for sentence in figured) < 2:
        return False
    for sentence in before:
        words = words_of(sentence)
        others = frozenset(content([word for each in sentences if each is not sentence for word in words_of(each)]))
        if sentence not in figured and len(words) >= _DRESSING_WORDS and others.isdisjoint(content(words)):
            return True
    return False


def _tells_story(before: list[str], question: str) -> bool:
    """Return whether a long story comes before a ``question`` that is about nobody in it."""
    words = [word for sentence in before for word in words_of(sentence)]
    told = _STORY.intersection([word.removesuffix("'s").removesuffix("’s") for word in words])
    if sum(len(_FIGURE_RUN.findall(sentence)) for sentence in before) > 1:
        return False  # a calculation needs its case
    # A story that shares no word and no name with the question needs fewer signs of being one.
    is_apart = frozenset(content(words)).isdisjoint(content(words_of(question))) and not _REFERS_BACK.search(question)
    if is_apart and len(content_set(question)) >= _GENERAL_FACT and not any(map(_CLINICAL.search, before)):
        told |= _EVERYDAY.intersection(words)
    is_long = len(words) >= (_DRESSING_WORDS if is_apart and len(told) >= _STORY_WORDS_IN_FEW else _LONG_STORY_WORDS)
    return (
        is_long
        and len(told) >= (_STORY_WORDS_APART if is_apart else _STORY_WORDS)
        and told.isdisjoint(words_of(question))
        and _ASKS_ABOUT_STORY.search(question) is None
    )
