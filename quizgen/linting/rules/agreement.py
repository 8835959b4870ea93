"""Rules about stems and keys that do not fit together: how many answers are asked for, and of which type."""

import re
from collections.abc import Iterator
from typing import assert_never

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import listed_items
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.wording import OF_OPTIONS
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.content_words import words_of
from quizgen.text.dates import MONTH
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import BELOW_TWENTY, TENS, any_number_word
from quizgen.text.plurals import count
from quizgen.text.verbs import SINGULAR_AUXILIARIES, is_third_person
from quizgen.text.word_forms import singular
from quizgen.text.words import listed

_NUMBERS = {word: number for number, word in enumerate(BELOW_TWENTY[:11]) if number > 1}
_N = rf"(?P<n>{'|'.join(_NUMBERS)}|[2-9])"
_ASKED = lazy_pattern(
    rf"(?:\b(?:which|what|select|choose|pick|mark|name|identify|find|give|list|check|tick)(?: the| exactly| all)?) {_N}"
    r"(?![-–\w:/×*+]|[.,]\d|\s*(?:or|and|to|[-+*/×])\s)"
    r"(?! (?:letters?|words?|digits?|numbers?|syllables?|characters?)\b)",
    re.IGNORECASE,
)
_SEVERAL_WANTED = lazy_pattern(
    r"\b(?:select|choose|mark|check|tick|pick|identify) (?:all|every)\b[^.?]{0,40}"
    r"\b(?:that|which|correct|apply|options?|answers?)\b",
    re.IGNORECASE,
)
_THESE = lazy_pattern(
    rf"(?:\bthese|\bthe following|^(?:put|order|arrange|sort|rank|match) the) {_N} (?!\w+(?: \w+)?['’])[a-z]",
    re.IGNORECASE,
)
_AND = lazy_pattern(r"\s(?:and|&)\s")
_CLAUSE = lazy_pattern(r"\b(?:which|who|that|because|where|when|is|are|was|were)\b|[.:()\n]")
_ITEM_WORDS = 4
"""The most words of an item in a list of answers."""


@question_rule(
    "Q147",
    "wrong-count",
    kinds=("choice", "multiple", "order", "match", "card"),
    triggers=(*_NUMBERS, *"23456789", "all"),
    english=True,
    source=f"{HDR}, guideline 14 (clear directions in the stem)",
)
def wrong_count(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask for the wrong number of answers, such as "Which two …" with three correct options, or "Select
    all that apply" if only one option can be chosen.

    ## Why it matters
    Learners who do what the stem says are marked wrong, even if they know all the answers.

    ## Example
    ```yaml
    - id: q
      kind: multiple
      stem: Which two of these countries border Spain?
      answers: [France, Portugal, Andorra]
      distractors: [Italy, Switzerland]
    ```

    ## Better
    ```yaml
    - id: q
      kind: multiple
      stem: Which three of these countries border Spain?
      answers: [France, Portugal, Andorra]
      distractors: [Italy, Switzerland]
    ```
    """
    question, stem = item.question, item.plain_stem
    if isinstance(question, ChoiceQuestion) and _SEVERAL_WANTED.search(stem):
        yield Flaw(
            "the stem asks for all correct options, but only one can be chosen",
            "change the kind to `multiple`, or ask for one option",
            item.stem_path,
        )
    low, high, what = 0, 0, "correct option"
    match question:
        case MultipleQuestion():
            found = _ASKED.search(stem)
            low = high = len(question.answers)
        case OrderQuestion():
            found, what = _THESE.search(stem), "step"
            low = high = len(question.steps)
        case MatchQuestion():
            found, what = _THESE.search(stem), "pair"
            low = high = len(question.pairs)
        case CardQuestion():
            found, what = _ASKED.search(stem), "item"
            low, high = _number_of_items(question.answer)
        case ChoiceQuestion() | ShortQuestion() | NumberQuestion() | ClozeQuestion() | TrueFalseQuestion():
            return
        case _:
            assert_never(question)
    if found is None or (high < 2 and not isinstance(question, MultipleQuestion)):
        return
    asked = _NUMBERS.get(found["n"].lower()) or int(found["n"])
    if not low <= asked <= high:
        yield Flaw(
            f"the stem says {found['n']!r}, but there {'is' if low == 1 else 'are'} {count(low, what)}",
            "change the number in the stem, or the answers",
            item.stem_path,
        )


def _number_of_items(answer: str) -> tuple[int, int]:
    """Return the least and the largest number of items in ``answer``, since a name may contain "and"; 0 for prose."""
    parts = listed_items(answer)
    if _CLAUSE.search(answer) or any(len(part.split()) > 2 * _ITEM_WORDS for part in parts):
        return 0, 0
    return len(parts), len(parts) + sum(len(_AND.findall(part)) for part in parts)


_ANY_NUMBER_VERBS = frozenset("can could must may might will would did should had".split())
_WITHOUT_NUMBER = listed(
    "equipment information evidence furniture advice food software hardware music literature research water money"
    " clothing data fish sheep deer aircraft offspring people police staff side pair group set combination half part"
    " stuff work who whom none all any both each every"
)
"""Nouns that may mean several things in the singular, and words that leave open how many there are."""
_SEVERAL_ALLOWED = lazy_pattern(
    r"\b(?:all|any|appl(?:y|ies)|select|choose|mark|tick|check|several|each|every|one or more|at least"
    r"|more than one)\b|\(e?s\)",
    re.IGNORECASE,
)
_NOUN_WORDS = 4
"""The most words of a noun phrase after "which"."""
_HEAD_ENDS = frozenset("of in on at from for with to that which who".split())


@question_rule(
    "Q162",
    "singular-stem",
    kinds=("multiple",),
    triggers=("which", "what"),
    english=True,
    source=f"{HDR}, guidelines 12 and 14 (grammar; clear directions in the stem)",
)
def singular_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask for one thing ("Which preposition takes …") if several options are correct.

    ## Why it matters
    Learners who take the stem literally choose one option and are marked wrong.

    ## Example
    ```yaml
    - id: q
      kind: multiple
      stem: Which of these animals is a mammal?
      answers: [bat, whale]
      distractors: [penguin, shark, frog]
    ```

    ## Better
    ```yaml
    - id: q
      kind: multiple
      stem: Which of these animals are mammals?
      answers: [bat, whale]
      distractors: [penguin, shark, frog]
    ```
    """
    if len(item.keys) < 2 or item.asks_about_form or _SEVERAL_ALLOWED.search(item.stem):
        return
    if (words := _asks_for_one(item.stem_words)) is not None:
        yield Flaw(
            f"{words!r} asks for one answer, but {len(item.keys)} options are correct",
            "use the plural in the stem, or mark only one option as correct",
            item.stem_path,
        )


def _asks_for_one(words: list[str]) -> str | None:
    """Return the beginning of a question that asks for one thing, up to the verb."""
    asking = next((at for at, word in enumerate(words) if word in {"which", "what"}), None)
    if asking is None:
        return None
    rest = words[asking + 1 :]
    if rest[:2] in OF_OPTIONS or rest[:3] == ["one", "of", "these"]:
        verb = next((at for at, word in enumerate(rest[: 3 + _NOUN_WORDS]) if word in SINGULAR_AUXILIARIES), None)
        if verb is None or asking > 0 or (rest[verb] == "does" and rest[verb + 1 : verb + 2] != ["not"]):
            return None  # "In which of these countries is …", "Which of these countries does …": of another subject
        return " ".join(words[asking : asking + verb + 2])
    if words[asking] == "what" and asking == 0 and rest[:1] in (["is"], ["was"]) and rest[1:2] in (["a"], ["an"]):
        return " ".join(words[:3])
    if words[asking] == "which" and rest[:1] in (["is"], ["was"]) and asking == 0:
        return f"which {rest[0]}"
    for at, word in enumerate(rest[1 : _NOUN_WORDS + 1], 1):
        noun = rest[at - 1]
        if word in _HEAD_ENDS or noun in _WITHOUT_NUMBER:
            return None
        is_singular_verb = word in SINGULAR_AUXILIARIES or is_third_person(word)
        if is_singular_verb or ((word in _ANY_NUMBER_VERBS or word.endswith("ed")) and singular(noun) == noun):
            return " ".join(words[asking : asking + at + 2])
    return None


_DEALING = (
    "eat drink produce contain make use carry wear build play sell measure study collect hunt export import grow store"
    " absorb release secrete lay emit catch weave write repair treat form transport pollinate need consume"
).split()
"""What somebody, or something, does with things: "What do koalas eat?"."""
_ON_OR_OF = ("consist", "feed", "live")
_NUMBER_WORDS = frozenset((*BELOW_TWENTY, *TENS)) | listed(
    """
    no none hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half quarter
    third once twice pair single double all both neither many several few infinite infinitely infinity uncountable
    uncountably countable unlimited more less fewer most same number equal depends first second fourth fifth sixth
    seventh eighth ninth tenth last any some every never unknown nobody i ii iii iv v vi vii viii ix x xi xii
    """
)
_YEAR = lazy_pattern(
    r"(?:(?:in|by|since|until|during|from|after|before) )?(?:which|what) year\b"
    r"(?! of\b|['’-]|s\b| (?:group|level|class)\b)",
    re.IGNORECASE,
)
_HOW_MANY = lazy_pattern(
    r"(?:(?:in|by|after|for|into|from|with|of|on|at) )?how many\b(?! (?:letters? spell|kinds of))", re.IGNORECASE
)
_WHO = lazy_pattern(
    r"who (?:is|was|were|did|has|had|[a-z]+ed|wrote|led|won|built|sang|found|became|gave)\b", re.IGNORECASE
)
_WHERE = lazy_pattern(
    r"where (?:is|was|were) (?-i:[A-Z])[\w' -]+ (?:born|buried|signed|founded|held|fought|built)\?", re.IGNORECASE
)
_ONLY_FIGURES = lazy_pattern(r"[-−\d.,\s%°/]*\d[-−\d.,\s%°/]*")


@question_rule(
    "Q148",
    "wrong-answer-type",
    kinds=("choice", "multiple", "short", "card"),
    triggers=("year", "many", "much", "who", "whom", "whose", "where", "when", "why", "how", *_DEALING, *_ON_OR_OF),
    english=True,
    source=f"{HDR}, guideline 12 (grammar); {NBME} (options that follow from the stem)",
)
def wrong_answer_type(item: Item) -> Iterator[Flaw]:
    """Flag answers that do not fit the question word. Examples are a key without a number for "How many" or "In which
    year", a key that is only a number for "Who", and a distractor that gives a time for "Who" or a reason for "Where",
    or the place where animals live for "What do … eat?".

    ## Why it matters
    Such a key usually belongs to an earlier version of the question, or to another question. Such a distractor can be
    ruled out without knowing the subject.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: In which year did the Berlin Wall fall?
      answer: Erich Honecker
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: In which year did the Berlin Wall fall?
      answer: '1989'
    ```
    """
    question, stem = item.question, item.stem.strip()
    yield from _answers_another_question(item)
    if isinstance(question, MultipleQuestion):
        return
    assert isinstance(question, ChoiceQuestion | ShortQuestion | CardQuestion)
    answer = question.answer
    words = words_of(answer)
    if item.has_code_options or "`" in stem or len(answer) < 3 or len(words) > _ITEM_WORDS:
        return
    expected = None
    if _YEAR.match(stem) or _HOW_MANY.match(stem):
        expected = None if _has_number(answer) else "a year" if _YEAR.match(stem) else "a number"
    elif _WHO.match(stem) and _ONLY_FIGURES.fullmatch(answer):
        expected = "a person"
    elif _WHERE.match(stem) and _ONLY_FIGURES.fullmatch(answer):
        expected = "a place"
    if expected is not None:
        yield Flaw(
            f"the stem asks for {expected}, but the answer is {answer!r}",
            "correct the stem or the answer",
            ("answer",),
        )


def _has_number(answer: str) -> bool:
    return any(map(str.isdigit, answer)) or any(
        part in _NUMBER_WORDS or part.endswith(("teen", "ty")) for word in words_of(answer) for part in word.split("-")
    )


_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PERIODS = r"(?:second|minute|hour|day|night|morning|evening|week|month|season|year|decade|century|centuries)s?"
_A_TIME = (
    rf"(?:every|each)(?: (?:other|{any_number_word(2, 20)}|\d+|second|third|fourth|fifth))?"
    rf" (?:{_PERIODS}|{_WEEKDAY}|spring|summer|autumn|fall|winter)"
    rf"|(?:once|twice|(?:{any_number_word(3, 20)}|\d+) times) (?:a|an|per|every|each) (?:\w+ )?{_PERIODS}"
    r"|(?:in|since|until|before|after|by|around|on) (?:(?:early|late|mid) )?(?:\d{1,2} )?"
    rf"(?:(?:{MONTH}) )?(?:\d{{1,2}}, )?(?:\d{{4}}|{MONTH})"
    rf"|on (?:{_WEEKDAY})s?(?: \w+)?|at (?:noon|midnight|dawn|dusk|night|sunrise|sunset)"
    rf"|(?:for|after|within|in) (?:about )?(?:{any_number_word(1, 20)}|\d+) {_PERIODS}"
    rf"|(?:annually|yearly|monthly|weekly|daily|yesterday|tomorrow|(?:last|next) {_PERIODS})"
)
_A_REASON = r"because (?!of\b).+|because of .+|so that .+|in order to .+|due to .+"
_A_WAY = r"by (?:train|car|bus|plane|boat|ship|bike|bicycle|phone|email|e-mail|post|mail|hand|\w+ing\b.*)|with an? \w+"
_A_SITE = (
    r"(?:(?:mostly|mainly|only|usually|often|always|typically|high|deep|high up|deep down|far) )*"
    r"(?:(?:in|on|under|near|inside|behind|above|below|beneath|along|at|among|between|around|up|beside|off|over)"
    r" (?:the |an? |its |their |his |her |some )?(?:\w+ )?"
    r"(?:trees?|forests?|woods|ground|water|seas?|oceans?|rivers?|lakes?|ponds?|streams?|air|sky|fields?|meadows?|grass"
    r"|mountains?|deserts?|soil|mud|sand|houses?|kitchens?|schools?|cit(?:y|ies)|villages?|shade|dark|sun|burrows?"
    r"|nests?"
    r"|caves?|dens?|caverns?|coasts?|shores?|beach(?:es)?|tropics|arctic|equator|poles?|bed|surface|bottom|home|barns?"
    r"|gardens?|parks?|hospitals?|offices?|churches|church|theaters?|theatres?|studios?|court|courts|parliament"
    r"|library|libraries|mast|tower|hill|shelf|cupboard|bowl|street|road|workshops?|factor(?:y|ies)|oven|fridge"
    r"|refrigerator|freezer|table|wall|roof)"
    r"|underground|underwater|outdoors|indoors|upstairs|downstairs|everywhere)"
)
_A_MANNER = (
    r"(?:(?:very|quite|rather|mostly|mainly|only|usually) )?(?:slowly|quickly|rapidly|carefully|quietly|loudly|silently"
    r"|alone|together|in (?:groups|pairs|packs|herds|flocks|silence|turn))"
)
_OFTEN = r"(?:(?:mostly|mainly|only|usually|often|always|typically|especially) )?"
_AT_SOME_TIME = (
    rf"{_OFTEN}(?:{_A_TIME}|(?:during|in|by|throughout) (?:the )?(?:early |late )?"
    r"(?:day|night|morning|evening|afternoon|winter|summer|spring|autumn|fall|daytime|nighttime|rainy season"
    r"|dry season)"
    r"|after dark|before dawn|all day|all night|all year)"
)
_OTHER_KINDS = {
    "who": (
        "a person",
        lazy_pattern(rf"(?:{_A_TIME}|{_A_SITE}|{_A_REASON}|{_A_WAY}|(?:in|at|near) (?-i:[A-Z])\w+)\.?", re.IGNORECASE),
    ),
    "where": ("a place", lazy_pattern(rf"(?:{_AT_SOME_TIME}|{_A_REASON})\.?", re.IGNORECASE)),
    "when": ("a time", lazy_pattern(rf"(?:{_A_SITE}|{_A_REASON}|{_A_MANNER})\.?", re.IGNORECASE)),
    "thing": (
        "a thing",
        lazy_pattern(rf"(?:{_AT_SOME_TIME}|{_A_SITE}|{_A_REASON}|{_A_MANNER})\.?", re.IGNORECASE),
    ),
    "why": ("a reason", lazy_pattern(rf"(?:{_A_TIME})\.?", re.IGNORECASE)),
    "how many": ("a number", lazy_pattern(rf"(?:{_A_TIME}|{_A_REASON}|{_A_WAY})\.?", re.IGNORECASE)),
}
"""What each question word asks for, and what answers another one."""
_QUESTION_WORD = lazy_pattern(
    r"(?:(?:to|by|from|for|with|of|at|in) )?(?:(?P<who>who|whom|whose)|(?P<where>where)|(?P<why>why)"
    r"|(?P<when>when)(?= (?:do|does|did|is|are|was|were|should|must|can)\b)"
    rf"|(?P<thing>what (?:do|does|did) [^?]*? (?:{'|'.join(_DEALING)}|consist of|feed on|live on)"
    r"(?= (?:mostly|mainly|in|on|at|with|to|from|for|during|when|by)\b|\?))"
    r"|(?P<many>how (?:many|much)))\b",
    re.IGNORECASE,
)


def _answers_another_question(item: Item) -> Iterator[Flaw]:
    """Yield a distractor that answers another question word than that of the stem: every four years, to who."""
    found = _QUESTION_WORD.match(item.stem.strip())
    if found is None or len(item.options) < 3 or item.has_code_options:
        return
    asked = "how many" if found["many"] else (found.lastgroup or "")
    expected, other = _OTHER_KINDS[asked]
    odd = [option for option in item.options if other.fullmatch(option.strip())]
    if not odd and _HOW_MANY.match(item.stem.strip()) and not any(map(str.isdigit, item.option_text)):
        unnumbered = [option for option in item.options if not _has_number(option)]  # among digits, Q119 finds it
        odd = unnumbered if len(unnumbered) == 1 else []
    if odd and not any(key in odd for key in item.keys):
        yield Flaw(
            f"the stem asks for {expected}, which {odd[0]!r} is not",
            "replace it with an option of the same type as the others",
            item.option_path(odd[0]),
        )
