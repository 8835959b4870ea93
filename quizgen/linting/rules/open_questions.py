"""The rule about questions with many right answers."""

import re
from collections.abc import Iterator

from quizgen.grading.data import is_data
from quizgen.grading.stems.code import asks_for_regex, case_in_code, is_about_queries
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.questions import NumberQuestion, Question, ShortQuestion
from quizgen.text.content_words import is_name, words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.words import listed

_MATUSCHAK = "Matuschak (2020), *How to write good prompts* (prompts should be focused and precise)"
_UNIQUE = r"(?:only|also|both|most|first|last|[a-z]{3,}est)"
# "What is a French verb with …?", "What is a river in Portugal?"; without a name, as in "What is a verb that takes an
# object?" and "What is a poem with fourteen lines?", the answer may be the name of the kind.
_INSTANCE = lazy_pattern(
    r"what (?:is|was) an? (?:(?P<word>(?-i:[A-Z])[a-z]+ (?:[a-z-]+ )?(?:verb|noun|adjective|adverb|preposition"
    r"|conjunction|pronoun)) (?:with|without|that|which|whose|in|of|ending)"
    r"|(?-i:[A-Z])[a-z]+ (?:country|city|town|river|lake|mountain|island|volcano|composer|painter|poet|novelist"
    r"|philosopher|president|king|emperor) (?:with|without|that|which|whose|who|where)"
    r"|(?:[A-Za-z-]+ ){0,2}(?:country|city|town|river|lake|mountain|island|volcano|desert|planet|moon|constellation"
    r"|novel|play|poem|opera|symphony|painting|film|composer|painter|poet|novelist|playwright|philosopher|scientist"
    r"|president|monarch|king|emperor|company|language|religion)"
    r" (?:in|on|from|near|along|of|by)(?: the)?(?: \w+ern)?(?= (?-i:[A-Z])))"
    rf" (?!.*\b(?:{_UNIQUE}|call\w*|known|terms?|means?|meaning)\b)(?:\S+ ){{0,4}}\S+(?<! by)(?<! of)(?<! to)\?",
    re.IGNORECASE,
)
# Terms and commands have one name, and "the only" or "the largest" has one answer.
_ANY_OF = lazy_pattern(
    r"(?:please )?(?:name|give|state|mention|identify|list|write(?: down)?|cite) (?:me )?(?:an?|one|any|some"
    r"|at least one)(?: (?:example|instance) of| of)? (?!(?:\w+ )?(?:word|term|name|formula|symbol|expression|command"
    r"|(?:(?:balanced|ionic|chemical|word|overall) )+equation|half-?equation"
    r"|keyword|function|abbreviation|acronym|title|definition)\b)"
    rf"(?!.*\b{_UNIQUE}\b).+"
    r"|(?:what|who) (?:is|was) an? (?:famous|important|well[- ]known|popular|typical|notable|common|major) .+"
    r"|(?:what|which|who) (?:are|were) (?:some|a few|several) .+"
    r"|what (?:can|could|may|might) (?:be used to"
    r"|be (?:made|done|cooked|baked|grown|built|sewn|knitted|seen|found|bought) (?:from|with|out of|of|in|at|on"
    r"|using)|cause|trigger|lead to|help|damage|improve) .+"
    rf"|which (?:famous|well[- ]known|important|popular) [a-z]+ (?:lived|lives|comes|came|was born"
    rf"|worked) (?!.*\b{_UNIQUE}\b).+"
    r"|(?:what|which [a-z]+) goes (?:well|best) with .+"
    r"|what (?:can|could|might) (?:you|we|one|people|somebody|someone|an? [a-z]+) (?:use|do|wear|add|buy|play|make)\b.+"
    r"|what (?:might|could) (?:you|we|one|people|an? [a-z]+) [a-z]+\b.+"
    r"|(?-i:Where) (?:can|could) (?:you|we|one|people) (?:find|see|buy|get)\b(?!.*(?-i:[A-Z])).+"
    r"|(?:what|which|who) (?:is|was|are) (?:an example of|one (?:example|reason|way|advantage|disadvantage|cause|effect"
    r"|use|symptom|type|kind|of the)\b).+",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_OF_ANY = listed("a an one any some several few can could may might famous important popular well best")
"""Words of which ``_ANY_OF`` needs one."""
# Code can be written in several ways; "the statement" and "the command" are more often a single one.
_ANY_CODE = lazy_pattern(
    r"\b(?:write|give|state)(?: down)? an? (?:[\w.#+-]+ ){0,3}?(?:expression|regex|pattern|comprehension|lambda"
    r"|function|loop|condition|query|slice|one-liner|script|program)\b",
    re.IGNORECASE,
)
_ONE_PIECE_OF_CODE = lazy_pattern(
    r"\b(?:write|give|state)(?: down)? an? (?:[\w.#+-]+ ){0,3}?(?:selector|statement|declaration|assignment|instruction"
    r"|tag|element|line)\b",
    re.IGNORECASE,
)
_ANYTHING = lazy_pattern(
    r"(?:what (?:do|can|could) (?:you|we) (?:know|say|tell|remember|write)(?: \w+)? about\b"
    r"|what (?:is|was|makes?|are) (?:so )?(?:important|interesting|special|notable|remarkable|significant) about\b"
    r"|(?:please )?(?:tell (?:me |us )?(?:something |everything |all )?about|talk about|say something about"
    r"|write (?:something |everything )?about|discuss|describe everything|(?:what|how) about)\b).*",
    re.IGNORECASE | re.DOTALL,
)
# Each has several translations: familiar and polite, singular and plural, or one for each gender and occasion.
_TRANSLATES_ONE = lazy_pattern(
    r"(?:how (?:do|would|can) (?:you|we|I|one|somebody|people) say|what is|translate"
    r"|what is the (?P<lang>(?-i:[A-Z])[a-z]+) (?:word )?for)"
    r" (?:the (?:\w+ )?(?:word )?)?[\"“*'‘]?(?P<word>you|your|yours|the|they|hello|hi|goodbye|bye|to know|excuse me"
    r"|sorry|these|those|this|friend|teacher|student)[\"”*'’]?"
    r"(?: (?:in|into|to) (?P<language>(?-i:[A-Z])[a-z]+))?[.?]",
    re.IGNORECASE,
)
_SYNONYM = lazy_pattern(
    r"(?:what is|give|name|write|tell(?: me)?|find|state|type) (?:an?|one|any|another)(?: good| possible)?"
    r" (?:synonym (?:of|for)|(?:other )?word for|word that means|antonym (?:of"
    r"|for)) (?:the (?:\w+ )?)?[\"“*'‘]?[a-z]{3,8}[\"”*'’]?[.?]",
    re.IGNORECASE,
)
_CALLED_WORDS = listed("synonym antonym word")
"""Words of which ``_SYNONYM`` needs one."""
_ASKS_WHETHER_KNOWN = lazy_pattern(
    r"(?:do you (?:know|remember|recall)|(?:can|could) you (?:name|tell|say|explain|guess|remember)"
    r"|have you ever heard of)\b",
    re.IGNORECASE,
)
_ESSAY = lazy_pattern(
    r"(?:please )?(?:(?:briefly )?(?:explain|describe|discuss|compare|summarize|outline"
    r"|justify|comment on|argue|reflect))\b",
    re.IGNORECASE,
)
_KINDS_OF_MANY = listed(
    "animal animals bird birds fish insect insects mammal mammals reptile reptiles amphibian amphibians rodent rodents"
    " predator predators herbivore herbivores carnivore carnivores plant plants tree trees flower flowers herb herbs"
    " spice spices fruit fruits vegetable vegetables mushroom mushrooms food foods dish dishes instrument instruments"
    " sport sports game games vehicle vehicles word words noun nouns adjective adjectives verb verbs language languages"
    " river rivers city cities mountain mountains island islands lake lakes composer composers painter painters"
    " novelist novelists poet poets philosopher philosophers number numbers integer integers dance dances opera operas"
    " symphony symphonies novel novels painting paintings"
)
_SHARING = listed(
    "can cannot can't can’t do does doesn't doesn’t don't don’t lay lays hibernate hibernates migrate migrates is are"
    " has have live lives eat eats grow grows begin begins start starts end ends was were need needs like likes prefer"
    " prefers"
)
"""The first words of ``_SHARED_TRAIT``."""
_SHARED_TRAIT = lazy_pattern(
    r"(?:(?:can|cannot|can['’]t|do(?:es)? not|doesn['’]t|don['’]t) (?:fly|swim|climb|jump|run|walk|hear|see|sing"
    r"|hibernate|migrate|lay eggs|eat meat|change (?:its |their )?colou?r|have (?:legs|wings|teeth|a tail|fur|feathers"
    r"|eyes))|lays? eggs|hibernates?|migrates?|(?:is|are) (?:nocturnal|poisonous|venomous|edible|extinct|flightless"
    r"|endangered|domesticated|sweet|sour|red|green|yellow|white|black|brown|spicy|toxic|prime|even|odd|healthy|famous"
    r"|dangerous|fast|slow|big|small)"
    r"|(?:has|have) (?:an? )?(?:(?:long|short|large|big|sharp|black|white|brown|red|yellow|small) )?(?:wings|feathers"
    r"|fur"
    r"|strings|keys|seeds|stripes|spots|tails?|horns|claws|scales|gills|thorns|antlers|hooves|whiskers|beak|pits?"
    r"|stones?)"
    r"|lives? (?:in|on|under) (?:the )?(?:water|sea|ocean|trees|ground|forest|jungle|desert|soil|rivers|lakes|Africa"
    r"|Asia"
    r"|Europe|Australia|South America|North America|farms?)"
    r"|eats? (?:grass|meat|insects|plants|fish|leaves|seeds|fruit|other animals|worms)"
    r"|grows? (?:in|on|under) (?:trees|the ground|water|bushes|the soil|vines|Africa|Asia|Europe|the tropics)"
    r"|(?:begins?|starts?|ends?) (?:with|in) (?:the letter )?(?:an? )?(?:vowel|consonant|[*'‘“]?\w[*'’”]?)"
    r"|(?:is|are) (?:in|from|found in|spoken in|native to) (?:Africa|Asia|Europe|South America|North America|America)"
    r"|(?:was|were) (?:born|written|composed|painted) in the (?:\w+teenth|nineteenth|twentieth|\d\dth) century"
    r"|(?:needs?|likes?|prefers?) (?:shade|full sun|light|a lot of water|little water)"
    r")\?",
    re.IGNORECASE,
)
"""What many members of a kind share: the rest of "Which bird cannot fly?"."""
_UNUSUAL = lazy_pattern(r"(?:mammals?|fish) (?:can|has|have) (?:fly|walk|wings)", re.IGNORECASE)
"""What few members of a kind share."""
_IN_YEAR = lazy_pattern(
    r"what (?:\w+ )?(?:event )?(?:happened|took place|occurred) (?:in|during) (?:the year )?\d{3,4}(?: AD| BC)?\?",
    re.IGNORECASE,
)


# "What is osmosis?", "What does a judge do?", "What is important when baking bread?", "What does a cell contain?"
_DEFINE = lazy_pattern(r"(?:what is|what are|define) (?:an? )?(?!an? )[a-z-]+(?: [a-z-]+){0,2}[?.]", re.IGNORECASE)
_NOT_DEFINED = lazy_pattern(r"\b(?:of|for|in|between|called|the|its|their|your|by)\b", re.IGNORECASE)
_WIDE = lazy_pattern(
    r"what (?:does|do|did) (?:an? |the )?(?:[a-z-]+ ){1,3}do\?"
    r"|what (?:does|do) (?:an? )?(?:[a-z-]+ )?[a-z-]+ (?:contain|need|have|send|want|like|use)(?: (?:to"
    r"|from) (?:an? )?[a-z-]+)?\?"
    r"|what (?:is|are) (?:very |most )?(?:important|essential|necessary|helpful|useful) (?:when|in|for|to|about|if"
    r"|while)\b.*"
    r"|what (?:should|must|can|could) (?:you|we|one|people|a person|somebody|someone) (?:do|consider|remember|know"
    r"|keep in mind"
    r"|avoid|watch out for|pay attention to)\b.*"
    r"|what (?:is|are) (?:an? |the )?[a-z-]+(?: [a-z-]+)? used for\?"
    r"|what can (?:be|you) (?:said|say|done|seen|found) (?:about|in|at)\b.*"
    r"|what do (?:the )?[\w-]+(?:,? [\w-]+){0,3} and (?:the )?[\w-]+(?: [\w-]+){0,3} have in common\?"
    r"|what makes an? (?:good|great|successful|effective|healthy|strong) .*"
    r"|what (?:influences?|affects?) (?:an? |the )?[a-z-]+(?: (?:of|in|at) .*)?\?"
    r"|how (?:can|could|should) (?:you|we|one|people|somebody|someone|an? [a-z]+) (?:prevent|avoid|reduce|improve"
    r"|increase|help|support|encourage|motivate|protect|treat|tell|recogni[sz]e|save|relieve|stop)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_TELLS_APART = lazy_pattern(
    r"(?:what (?:distinguishes|separates|differentiates|sets)|how do|how can you (?:tell|distinguish)) (?:the )?"
    r"(?P<one>[a-z]+)(?: (?:apart )?from| differ from) (?:the )?(?P<other>[a-z]+)\?",
    re.IGNORECASE,
)
"""What distinguishes birds from mammals?"""
_LIVING_OR_MADE = ("animal", "plant", "artifact", "person")
"""Things that differ in more than one way, unlike the terms of a subject, such as alkenes and alkanes."""
_ASKS_HOW = lazy_pattern(
    r"(?:why|how) (?:is|are|was|were|do|does|did|can|could|should|would|has|have)\b", re.IGNORECASE
)
_EXPLAINING_WORDS = 4
"""The fewest words of an answer that explains something instead of naming it."""
_FEW_WORDINGS = 2
"""So few accepted wordings cannot cover what learners may write."""


def _begins_with(stem: str, *beginnings: str) -> bool:
    """Return whether ``stem`` begins with one of ``beginnings``, which are in lower case.

    Few stems do, and to ask that first saves compiling and trying a long pattern.
    """
    return stem.lower().startswith(beginnings)


def _tells_things_apart(stem: str) -> bool:
    """Return whether the stem asks how two kinds of living or made things differ: birds from mammals."""
    found = _TELLS_APART.fullmatch(stem)
    return found is not None and all(
        any(is_mainly(found[side].lower(), kind) for kind in _LIVING_OR_MADE) for side in ("one", "other")
    )


def _asks_for_own_words(question: ShortQuestion, stem: str) -> bool:
    """Return whether ``question`` asks for a definition, a reason or a way that can be worded in many ways."""
    if question.pattern is not None or question.answer_language is not None or len(question.accept) > _FEW_WORDINGS:
        return False
    words = len(question.answer.split())
    if _begins_with(stem, "what ", "how ") and (_WIDE.fullmatch(stem) or _tells_things_apart(stem)):
        return True
    if words < _EXPLAINING_WORDS or question.type != "text":
        return False
    return _ASKS_HOW.match(stem) is not None or (_DEFINE.fullmatch(stem) is not None and not _NOT_DEFINED.search(stem))


@question_rule(
    "Q145",
    "open-question",
    kinds=("short", "number", "card"),
    triggers=(
        "name give state mention identify list write cite example one about discuss happened place occurred explain"
        " describe compare summarize outline justify comment argue reflect what why how define who where know remember"
        " recall tell say guess heard translate which find type".split()
    ),
    english=True,
    source=f"{HDR}, guideline 19 (only one right answer); {_MATUSCHAK}",
)
def open_question(item: Item) -> Iterator[Flaw]:
    """Flag typed questions that have many right answers but accept only one, such as "Name a river", "What is a river
    in Portugal?", "Which bird cannot fly?" and "Write a regular expression that …". Also flag typed questions that
    ask for a definition or an explanation, for what two kinds of things differ in, or for a place of any size ("Where
    is the *Mona Lisa*?"), prompts such as "What do you know about …?" and "What happened in 1914?",
    and stems that only ask whether the learner knows ("Can you name …?").

    ## Why it matters
    If the only accepted answer to "Name a planet that has rings." is Saturn, a learner who names Uranus is right but is
    marked wrong. A question as open as "What do you know about Rome?" does not indicate which answer is expected.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Name a planet that has rings.
      answer: Saturn
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Name a planet that has rings.
      answer: Saturn
      accept: [Jupiter, Uranus, Neptune]
    ```
    """
    question, stem = item.question, item.stem.strip()
    if (asked := _ASKS_WHETHER_KNOWN.match(stem)) is not None:
        yield Flaw(
            f"{asked[0]!r} asks for yes or no",
            "ask the question itself: who, when, where, which, or why",
            item.stem_path,
        )
        return
    if _ANYTHING.match(stem) or _IN_YEAR.fullmatch(stem):
        yield Flaw(
            "the stem does not say what is being asked about its subject",
            "ask for one thing: who, when, where, which, or why",
            item.stem_path,
        )
        return
    if isinstance(question, ShortQuestion) and question.pattern is None and _ESSAY.match(stem):
        yield Flaw(
            "the stem asks for an explanation, but a typed answer is compared word by word",
            "change the kind to `card`, or ask for one word",
            item.stem_path,
        )
        return
    if isinstance(question, ShortQuestion) and _asks_for_own_words(question, stem):
        yield Flaw(
            "the stem can be answered in many ways, but a typed answer is compared word by word",
            "change the kind to `card`, or narrow the question until only one answer is right",
            item.stem_path,
        )
        return
    if isinstance(question, ShortQuestion) and _asks_for_any_code(question, stem):
        yield Flaw(
            "the stem asks for code that can be written in several ways, but only one of them is accepted",
            "add the other ways to `accept`, or say in the stem what the code must contain",
            ("answer",),
        )
        return
    if isinstance(question, ShortQuestion) and _asks_where(question, stem):
        yield Flaw(
            f"a wider or a narrower place than {question.answer!r} is right as well, but it is not accepted",
            'say what kind of place is asked for ("In which city …?"), or add the others to `accept`',
            ("answer",),
        )
        return
    is_one = (isinstance(question, ShortQuestion) and not question.accept and question.pattern is None) or (
        isinstance(question, NumberQuestion) and not question.accept and question.range is None
    )
    if is_one and (
        (not item.words.isdisjoint(_WORDS_OF_ANY) and _ANY_OF.fullmatch(stem) and not _determines_code(question, stem))
        or _asks_for_shared_trait(stem)
        or _has_several_words(item, stem)
        or _asks_for_instance(question, stem)
    ):
        yield Flaw(
            "the stem asks for any one of several answers, but only one is accepted",
            "add the other answers to `accept`, or narrow the question until only one answer is right",
            ("answer",),
        )


_WHERE = lazy_pattern(
    r"where (?:is|are|was|were|did|does|do|can you find)\b(?! it\b)(?! the (?:capital|seat)\b)"
    r"(?!.*\b(?:end|flow|empty|drain)\b)",
    re.IGNORECASE,
)
_NOT_IN_ANOTHER = listed(
    "earth mars venus mercury jupiter saturn uranus neptune pluto moon sun africa antarctica asia europe australia"
)
"""Places that nobody would replace by a wider one."""


def _asks_where(question: ShortQuestion, stem: str) -> bool:
    """Return whether the stem asks for a place of any size, and only one is accepted: a museum, or its city."""
    if question.accept or question.pattern is not None or question.answer_language is not None:
        return False
    if _WHERE.match(stem) is None or not is_name(question.answer) or "," in question.answer:
        return False
    return _NOT_IN_ANOTHER.isdisjoint(words_of(question.answer))


def _asks_for_shared_trait(stem: str) -> bool:
    """Return whether the stem asks for anything of a kind by a trait that many have: "Which bird cannot fly?"."""
    asking, _, rest = stem.partition(" ")
    kind, _, trait = rest.partition(" ")
    if asking.lower() not in {"which", "what"} or kind.lower() not in _KINDS_OF_MANY:
        return False
    if trait.partition(" ")[0].rstrip("?").lower() not in _SHARING:
        return False
    return _SHARED_TRAIT.fullmatch(trait) is not None and _UNUSUAL.match(rest) is None


def _has_several_words(item: Item, stem: str) -> bool:
    """Return whether the stem asks for a synonym, or for the translation of a word that has several: "you"."""
    if not item.words.isdisjoint(_CALLED_WORDS) and _SYNONYM.fullmatch(stem):
        return True
    if not _begins_with(stem, "what is ", "how ", "translate "):
        return False
    found = _TRANSLATES_ONE.fullmatch(stem)
    return found is not None and (found["language"] or found["lang"]) is not None


def _asks_for_any_code(question: ShortQuestion, stem: str) -> bool:
    """Return whether the stem asks for a piece of code that does something, and a single one is accepted."""
    if question.accept or question.pattern is not None or not _ANY_CODE.search(stem):
        return False
    return asks_for_regex(stem) or case_in_code(stem) is not None or is_about_queries(stem)


def _determines_code(question: Question, stem: str) -> bool:
    """Return whether the stem asks for data, or a short piece of code, which it usually determines: a CSS selector."""
    if isinstance(question, ShortQuestion) and is_data(question.answer, stem):
        return True
    return _ONE_PIECE_OF_CODE.search(stem) is not None and (case_in_code(stem) is not None or is_about_queries(stem))


def _asks_for_instance(question: Question, stem: str) -> bool:
    """Return whether the stem asks for anything of its kind: a river in Portugal, a French verb with two stems."""
    if not _begins_with(stem, "what is ", "what was "):
        return False
    found = _INSTANCE.fullmatch(stem)
    return found is not None and isinstance(question, ShortQuestion) and bool(found["word"] or is_name(question.answer))
