"""Rules about questions with many right answers, and about opinions."""

import re
from collections.abc import Iterator

from quizgen.grading.stems.code import asks_for_regex, case_in_code, is_about_queries
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.wording import possessives
from quizgen.questions import NumberQuestion, Question, ShortQuestion
from quizgen.text.content_words import is_name
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.verbs import is_irregular_past, is_third_person

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
_KINDS_OF_MANY = (
    r"(?:animals?|birds?|fish|insects?|mammals?|reptiles?|amphibians?|rodents?|predators?|herbivores?|carnivores?"
    r"|plants?"
    r"|trees?|flowers?|herbs?|spices?|fruits?|vegetables?|mushrooms?|foods?|dish(?:es)?|instruments?|sports?|games?"
    r"|vehicles?|words?|nouns?|adjectives?|verbs?|languages?|rivers?|cit(?:y|ies)|mountains?|islands?|lakes?|composers?"
    r"|painters?|novelists?|poets?|philosophers?|numbers?|integers?|dances?|operas?|symphon(?:y|ies)|novels?"
    r"|paintings?)"
)
_SHARED_TRAIT = lazy_pattern(
    rf"(?:which|what) (?!(?:mammals?|fish) (?:can|has|have) (?:fly|walk|wings)){_KINDS_OF_MANY} (?:"
    r"(?:can|cannot|can['’]t|do(?:es)? not|doesn['’]t|don['’]t) (?:fly|swim|climb|jump|run|walk|hear|see|sing|hibernate"
    r"|migrate|lay eggs|eat meat|change (?:its |their )?colou?r|have (?:legs|wings|teeth|a tail|fur|feathers|eyes))"
    r"|lays? eggs|hibernates?|migrates?|(?:is|are) (?:nocturnal|poisonous|venomous|edible|extinct|flightless"
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
"""Kinds and traits that many of their members share: "Which bird cannot fly?"."""
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
    r"|what can (?:be|you) (?:said|say|done|seen|found) (?:about|in|at)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_HOW = lazy_pattern(
    r"(?:why|how) (?:is|are|was|were|do|does|did|can|could|should|would|has|have)\b", re.IGNORECASE
)
_EXPLAINING_WORDS = 4
"""The fewest words of an answer that explains something instead of naming it."""
_FEW_WORDINGS = 2
"""So few accepted wordings cannot cover what learners may write."""


def _asks_for_own_words(question: ShortQuestion, stem: str) -> bool:
    """Return whether ``question`` asks for a definition, a reason or a way that can be worded in many ways."""
    if question.pattern is not None or question.answer_language is not None or len(question.accept) > _FEW_WORDINGS:
        return False
    words = len(question.answer.split())
    if _WIDE.fullmatch(stem):
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
    ask for a definition or an explanation, prompts such as "What do you know about …?" and "What happened in 1914?",
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
    is_one = (isinstance(question, ShortQuestion) and not question.accept and question.pattern is None) or (
        isinstance(question, NumberQuestion) and not question.accept and question.range is None
    )
    if is_one and (
        (_ANY_OF.fullmatch(stem) and not _asks_for_one_piece_of_code(stem))
        or _SHARED_TRAIT.fullmatch(stem)
        or _has_several_words(question, stem)
        or _asks_for_instance(question, stem)
    ):
        yield Flaw(
            "the stem asks for any one of several answers, but only one is accepted",
            "add the other answers to `accept`, or narrow the question until only one answer is right",
            ("answer",),
        )


def _has_several_words(question: Question, stem: str) -> bool:
    """Return whether the stem asks for a synonym, or for the translation of a word that has several: "you"."""
    if _SYNONYM.fullmatch(stem):
        return True
    found = _TRANSLATES_ONE.fullmatch(stem)
    return found is not None and (found["language"] or found["lang"]) is not None


def _asks_for_any_code(question: ShortQuestion, stem: str) -> bool:
    """Return whether the stem asks for a piece of code that does something, and a single one is accepted."""
    if question.accept or question.pattern is not None or not _ANY_CODE.search(stem):
        return False
    return asks_for_regex(stem) or case_in_code(stem) is not None or is_about_queries(stem)


def _asks_for_one_piece_of_code(stem: str) -> bool:
    """Return whether the stem asks for a short piece of code, which it usually determines: a CSS selector."""
    return _ONE_PIECE_OF_CODE.search(stem) is not None and (case_in_code(stem) is not None or is_about_queries(stem))


def _asks_for_instance(question: Question, stem: str) -> bool:
    """Return whether the stem asks for anything of its kind: a river in Portugal, a French verb with two stems."""
    found = _INSTANCE.fullmatch(stem)
    return found is not None and isinstance(question, ShortQuestion) and bool(found["word"] or is_name(question.answer))


_WORKS = (
    r"(?:traged(?:y|ies)|comed(?:y|ies)|sonnets?|essays?|dramas?|statues?|sculptures?|ballets?|concert(?:o|os|i)"
    r"|sonatas?"
    r"|quartets?|arias?|fresco(?:es)?|portraits?|landscapes|cathedrals?|goals?|strikers?|goalkeepers?|tenors?|sopranos?"
    r"|chefs?|sculptors?|dramatists?|orators?|economists?|comedians?|rulers?|monarchs?|performances?"
    r"|creations?|characters?|lyrics?|beach(?:es)?|restaurants?|novels?|novelists?|poems?|poets?|writers?|authors?"
    r"|playwrights?|plays?|books?|stor(?:y|ies)|paint(?:er|ing)s?"
    r"|artists?|composers?|symphon(?:y|ies)|operas?|films?|movies?|directors?|act(?:or|ress)(?:es)?s?|singers?|bands?"
    r"|songs?"
    r"|albums?|musicians?|guitarists?|players?|footballers?|athletes?|boxers?|teams?|leaders?|kings?|queens?|emperors?"
    r"|presidents?|generals?|scientists?|physicists?|chemists?|biologists?|philosophers?|mathematicians?|inventors?"
    r"|inventions?|works? of art|masterpieces?|heroe?s?|cit(?:y|ies)|countr(?:y|ies)|cuisines?|languages?|buildings?"
    r"|programming languages?|games?|dishes|dish|woman|women|man|men|person|people|thinkers?|minds?"
    r"|music|melod(?:y|ies)|acting|singing|wines?|beers?|pizzas?|scenery|architects?|violinists?|pianists?|dancers?"
    r"|speech(?:es)?)"
)
_DEEDS = (
    r"(?:ideas?|insights?|legac(?:y|ies)|accomplishments?|reforms?|achievements?|contributions?|inventions?"
    r"|discover(?:y|ies)|qualit(?:y|ies)|virtues?|lessons?)"
)
_TASTE = (
    r"(?:beautiful|interesting|boring|delicious|exciting|charming|overrated|underrated|attractive|enjoyable|fascinating"
    r"|lovable|admirable|tragic|moving(?! parts?\b)|elegant|impressive|wonderful|inspiring|amusing|entertaining"
    r"|brilliant|spectacular|breathtaking|stunning|awful|terrible|annoying|disgusting|ridiculous|graceful|tasteful"
    r"|expressive"
    r"|memorable|unforgettable|gifted|talented|profound|imaginative|heroic|thrilling|haunting|touching|heartbreaking"
    r"|uplifting|captivating|gripping|poetic|soulful|evocative|creative|glorious|magnificent|splendid|majestic"
    r"|convincing|persuasive|compelling|insightful|ingenious|witty|lucid|sublime|lively|delightful|disappointing"
    r"|dramatic"
    r"|clever|sensible|courageous|tragic|endearing|seductive|vivid|soothing|melodious|catchy|comfortable|believable"
    r"|heavenly|divine|adorable|gorgeous|marvel(?:l)?ous|superb|fabulous|dreadful|horrible|hideous|irritating|exquisite"
    r"|enchanting|mesmeri[sz]ing|hypnotic|joyful|pleasing|agreeable|lovely|cute|tacky|kitschy|soulless|dreary|monotonous"
    r"|picturesque|scenic|likable|likeable|appealing|pleasant|relaxing|romantic|stylish|tasty|flavou?rful|refreshing"
    r"|skil?lful|accomplished|satisfying|pointless|tedious|unfair|shameful|evil|noble|perfect)"
)
_PHYSICAL = (
    r"(?:grains?|grained|particles?|sand|sands|threads?|mesh|powder|powders|silt|clay|sediments?|textures?|wires?"
    r"|fib(?:er|re)s?|hairs?"
    r"|pores?|tips?|points?|needles?|gauge|divisions?|details?|scale|resolution|filters?|sieve|dust|lines?|adjustments?"
    r"|gravel|soils?|structure|level|granularity|mist|spray|nozzle|hour|hours|tun(?:ing|er))"
)
_SUPERLATIVE = lazy_pattern(
    r"\b(?:finest|greatest|best|worst|most (?:important|influential|significant|talented|gifted|brilliant|inspiring"
    r"|elegant|famous|impressive))(?! (?:known|selling|paid))"
    rf"(?: (?!(?:in|of|at|on|for|to|by|from|with|and|or)\b)[\w-]+){{0,3}}? {_WORKS}\b"
    rf"|\b(?:is|are|was|were) (?:by far )?the most {_TASTE}\b(?! (?:to|than)\b)"
    rf"|\b(?:the|['’]s|his|her|their|its) (?:very |single )?(?:most {_TASTE}(?! than\b)"
    rf"|finest(?! {_PHYSICAL}\b)|loveliest|prettiest|ugliest|tastiest|funniest|nicest|coolest|silliest|dullest"
    rf"|catchiest|saddest)"
    r" (?!(?:of|to|part of speech)\b)[a-z-]+"
    r"|\bis (?:the )?(?:loveliest|prettiest|ugliest|tastiest|funniest|nicest|coolest|silliest|dullest|catchiest|saddest"
    r"|easiest to (?:learn|use|love|read)|hardest to learn|(?:easiest|hardest) [a-z]+ to (?:learn|play|master|read"
    r"|draw))(?=\W*$)"
    r"|(?<=['’]s )(?:true |great |one )?masterpiece(?=\?$|\.$)"
    rf"|(?<=['’]s )(?:greatest|best|finest|worst) {_DEEDS}\b"
    r"|\bis the worst (?:crime|sin|disease|job|war|vice)(?=\W*$)"
)
_ESTEEM = (
    r"(?:accomplished|beautiful|interesting|exciting|convincing|memorable|gifted|talented|skil?lful|impressive|moving"
    r"|brilliant|original|profound|elegant|entertaining|enjoyable|refined|inspired|inspiring|charming|delicious|boring"
    r"|likable|likeable|attractive|thrilling|satisfying|fascinating|imaginative|heroic|admirable|sophisticated|graceful"
    r"|tasteful|fun|important|significant)"
)
_JUDGED = lazy_pattern(
    r"\b(?:is|are|was|were) (?:(?:very|really|truly|simply|quite|so|rather|far) )?(?:beautiful|boring|delicious"
    r"|overrated|underrated|wonderful|amazing|awesome|terrible|awful|magnificent|fascinating|disgusting|ugly"
    r"|brilliant)\b"
    rf"|\b(?:a |far |much )?(?:better|worse) (?:[a-z-]+ )?{_WORKS} than\b"
    rf"|\b(?:a |far |much )?(?:more|less) {_ESTEEM} (?:[a-z-]+ )?{_WORKS} than\b"
    rf"|\b(?:is|are|was|were) (?:far |much )?(?:more|less) {_ESTEEM} than\b"
    r"|\b(?:is|are|was|were) (?:a |an )?(?:far |much )?(?:nicer|prettier|lovelier|tastier|funnier|uglier|cooler|finer"
    r"|kinder|braver|wiser|nobler) (?:[a-z-]+ )?(?:than\b|[a-z]+ than\b)"
    r"|\b(?:should|ought to) be (?:banned|abolished|legalized|legalised|allowed|illegal|forbidden|ashamed|proud)\b"
)
_THINGS = (
    rf"(?:{_DEEDS}|goals?|aims?|purposes?|reasons?|dut(?:y|ies)|tasks?|skills?|values?|aspects?|things?|rules?"
    r"|principles?|events?|rights?|priorit(?:y|ies)|subjects?)"
)
_PEOPLE = (
    r"(?:(?:central )?banks?|governments?|the government|the state|states|countries|every country|society|societies"
    r"|schools?|universities|parents|children|people|everyone|everybody|we|citizens|politicians|companies|employers"
    r"|teachers|students|consumers|the rich|museums?|artists?|writers?|composers?|scientists?|programmers|developers"
    r"|cities|the law|taxes|parliaments?|Europe|the (?:EU|UN))"
)
_RANKED = lazy_pattern(
    r"\b(?:is|are|was|were) (?:by far )?the (?:single )?most (?:important|valuable|precious|worthwhile) (?:[\w-]+ )?"
    rf"{_THINGS}\b"
    rf"|\bwh(?:at|ich) (?:is|was|are|were) (?:the|[\w-]+['’]s?|his|her|its|their) (?:single )?most"
    rf" (?:important|valuable|significant|influential) (?:[\w-]+ )?{_THINGS}\b"
    # "Freud's most valuable contribution to psychology was …"
    rf"|^(?:[\w-]+ ){{0,3}}?(?:the|[\w-]+['’]s?|his|her|its|their) (?:single )?(?:greatest|most (?:important|valuable"
    rf"|significant|influential)) (?:[\w-]+ )?{_DEEDS}\b(?![^?]*\bfor\b)[^?,]*"
    r" (?:is|are|was|were)(?= (?!(?:\w+ed|made|written|given|held|found|known)\b))"
    r"(?![^?]*\?)",
    re.IGNORECASE,
)
_PREFERRED = lazy_pattern(
    rf"\b(?:more|less) (?:important|valuable|worthwhile|desirable|beautiful|interesting|enjoyable|impressive|elegant)"
    r" (?:[\w-]+ ){0,3}?than\b"
    rf"|^{_PEOPLE} (?:should|ought to)\b|\b(?:deserves?|ought) to be\b"
    r"|\b(?:tastes?|looks?|sounds?|smells?|feels?) (?:much |far |a lot )?(?:better|worse|nicer|prettier)"
    r" (?:than|with|without)\b"
    r"|\b(?:is|are|was|were) (?:his|her|their|its) (?:very )?(?:best|finest|worst)(?=[.,]|$)"
    r"|^(?:every|each) (?:student|child|person|citizen|country|school|parent|teacher) (?:should|ought to)\b"
    r"|\b(?:is|are|was|were) (?:morally|ethically) (?:wrong|right|justified|acceptable|unacceptable)\b"
    r"|\b(?:is|are|was|were) (?:a waste of (?:time|money)|a disgrace|unethical|immoral|unjust|evil|shameful"
    r"|a stroke of genius|a triumph|a marvel|second to none|unrivall?ed|unparalleled|in a class of (?:its|his|her"
    r"|their) own"
    r"|not worth (?:the|it|learning|reading|seeing))\b"
    r"|^It is (?:wrong|unfair|immoral|unjust|shameful|cruel|a shame|a pity) (?:to|that)\b",
    re.IGNORECASE,
)
_BEST = lazy_pattern(
    r"^(?:which|what|who)\b[^?.!:;]*\b(?:is|are|was|were|makes?) (?:by far )?the (?:very |single )?"
    r"(?:best|worst|nicest|most (?:important|useful|valuable|enjoyable|interesting))"
    r"(?: (?:one|choice|kind|type|sort|way|thing))?(?= (?:for|to|in|of all|of the)\b|\W*$)"
    r"|^(?:which|what|who)\b[^?.!:;]*\bmakes? the (?:best|worst|nicest) (?:[a-z-]+ ){0,2}[a-z-]+(?=\W*$)"
    r"|^(?:which|what) (?:[\w-]+ ){1,3}should (?:(?:every|each) (?:child|student|pupil|person|citizen|adult|teacher"
    r"|parent)|everyone|everybody|people|children|schools|parents|governments|we)\b"
    r"(?![^?]*\b(?:under|by law|if|when|before|after)\b)"
    r"|^who (?:is|was) the best\b(?![ -](?:known|paid|selling))",
    re.IGNORECASE,
)
_MEASURABLE = lazy_pattern(
    r"\b(?:treat\w*|drugs?|therap\w*|patients?|diagnos\w*|tests?|management|interventions?|graphs?|charts?|plots?"
    r"|diagrams?"
    r"|data|algorithms?|methods?|estimat\w*|measures?|statistic\w*|functions?|commands?|structures?|conductors?"
    r"|insulators?"
    r"|evidence|sources?|models?|titles?|summar\w*|descri\w*|explan\w*|translations?|synonyms?|words?|sentences?"
    r"|phrases?"
    r"|results?|scores?|times?|records?|seeds?|cards?|hands?|moves?)\b",
    re.IGNORECASE,
)
"""Words for what is measured, or decided in a profession."""
_SOMEBODYS = lazy_pattern(
    r"\b(?:according to|considered|regarded|voted|rated|ranked|ranking|award\w*|prize|poll|survey|critics?|oscars?"
    r"|emmys?|grammys?|golden globe|of the season|myth\w*|select(?:s|ed)?|chose|choose|called|named"
    r"|opinion|believed?|thought|said|argued|claim\w*|described|judged|declared|chosen|listed|title"
    r"|means?|translat\w+|proverb|saying|for (?:him|her|them)|in (?:his|her|their) (?:view|eyes))\b|\*",
    re.IGNORECASE,
)


_YOURS = lazy_pattern(
    r"\b(?:in your (?:own )?(?:opinion|view)|(?:what|who|which [\w ]{1,30}) do you (?:like|prefer))\b", re.IGNORECASE
)
_UNNAMED_VIEW = lazy_pattern(
    r"(?:(?:many|some|most|several|a few|modern|today['’]s|leading) )?(?:experts|critics|scholars|scientists|historians"
    r"|researchers|economists|doctors|people|observers|teachers|musicians|chefs|lawyers|linguists|philosophers|studies"
    r"|research|surveys)(?: have| has)? (?:believed?|think|thought|say|said|argued?|claim|claimed|agreed?|showed|shown"
    r"|shows?|suggests?|suggested|proves?|proved|found) that\b"
    r"|it (?:is|has been) (?:often |sometimes |widely |generally )?(?:said|believed|thought|claimed|rumou?red) that\b"
    r"|(?:some|many|most) (?:believe|say|think|claim|argue) that\b",
    re.IGNORECASE,
)


@question_rule(
    "Q146",
    "opinion",
    triggers=possessives(
        "finest greatest best worst most beautiful boring delicious overrated underrated wonderful amazing awesome"
        " terrible awful magnificent fascinating disgusting ugly brilliant better worse should ought more less deserve"
        " loveliest prettiest ugliest tastiest funniest nicest coolest silliest dullest catchiest saddest easiest"
        " hardest"
        " masterpiece"
        " deserves wrong unfair immoral unjust shameful cruel shame pity nicer prettier lovelier tastier funnier uglier"
        " cooler finer kinder braver wiser nobler morally ethically waste disgrace unethical evil worth said believed"
        " thought claimed rumored rumoured believe think say argue claim show shows suggest prove proves agree"
        " genius triumph marvel second unrivaled unrivalled unparalleled"
        " class your prefer like tastes looks sounds".split()
    ),
    english=True,
    source=f"{HDR}, guideline 6 (no items based on opinions)",
)
def opinion(item: Item) -> Iterator[Flaw]:
    """Flag judgments of taste and of priority that are graded as facts, such as "the finest novel", "is boring", "the
    most important goal" and "governments should". Also flag true-or-false statements that report the view of nobody in
    particular ("Experts believe that …").

    ## Why it matters
    Learners who disagree are marked wrong, although neither view can be verified. All that can be verified is who
    holds which view.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: Tolstoy is the greatest novelist of the nineteenth century.
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: Virginia Woolf called Tolstoy the greatest of all novelists.
      answer: true
    ```
    """
    stem = item.plain_stem
    if item.question.attribution is not None or item.is_statement_of_fact:
        return
    is_statement = item.kind == "true_false"
    if is_statement and (found := _UNNAMED_VIEW.match(stem)) is not None:
        yield Flaw(
            f"{found[0]!r} does not say whose view it is",
            "name the person, the study or the text, or state the fact itself",
            item.stem_path,
        )
        return
    if (found := _YOURS.search(stem)) is not None:
        yield Flaw(f"{found[0]!r} asks for an opinion", "ask about something that can be verified", item.stem_path)
        return
    found = _SUPERLATIVE.search(stem)
    # "Who, one of the greatest painters of his time, …" asks for something else.
    if found is not None and not is_statement and stem[: found.start()].endswith("one of the "):
        return
    if found is None:
        found = _RANKED.search(stem)
    if found is None and (best := _BEST.search(stem)) is not None and not _MEASURABLE.search(stem):
        found = best
    if found is None and is_statement:
        found = _JUDGED.search(stem) or _PREFERRED.search(stem)
    if found is not None and not _SOMEBODYS.search(stem):
        yield Flaw(
            f"{_with_noun(stem, found)!r} is an opinion",
            "say whose judgment it is, or ask about something that can be verified",
            item.stem_path,
        )


_REST_OF_NOUN = lazy_pattern(
    r"(?P<words>(?: (?!(?:of|in|at|on|for|to|by|from|with|and|or|that|who|is|was|are|were|ever|has|have|had"
    r"|you)\b)[a-z-]+)"
    r"{1,2})(?=[?.,;:]|$| (?:of|in|at|on|for|to|by|from|with|and|or|that|which|who|is|was|are|were|ever|has|have"
    r"|had)\b)"
)


def _with_noun(stem: str, found: re.Match[str]) -> str:
    """Return the words of a judgment and the rest of its noun, which ``found`` may cut: the best dining table."""
    rest = None if found[0].endswith(("was", "is", "were", "are")) else _REST_OF_NOUN.match(stem, found.end())
    words = rest["words"] if rest is not None else ""
    is_verb = any(is_third_person(word) or is_irregular_past(word) or word.endswith("ed") for word in words.split())
    return found[0].strip() + ("" if is_verb else words)
