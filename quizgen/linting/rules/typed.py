"""Rules about answers from memory: units, typed words, and the backs of cards."""

import re
from collections.abc import Iterator

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import listed_items
from quizgen.linting.registry import HDR, WOZNIAK, question_rule
from quizgen.linting.results import FEWEST_GIVEN, FIGURES
from quizgen.linting.units import NAMED_CURRENCY
from quizgen.linting.wording import YEAR
from quizgen.questions import CardQuestion, NumberQuestion
from quizgen.questions.problem import DataPath
from quizgen.text.content_words import is_name, uncoded, words_of
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.plurals import count
from quizgen.text.units import parse_unit

_MODIFIERS = r"(?:(?!(?:of|atomic|molecular|relative)\b)[a-z-]+ ){0,2}?"
_MEASURED = lazy_pattern(
    r"\bhow (?:far|long|tall|high|deep|heavy|wide|fast|hot|warm|cold|large|thick)\b"
    r"|\bhow much (?:does|do|did)\b.*\bweigh\b"
    r"|\bhow much (?:water|energy|heat|oxygen|air|milk|oil|fuel|blood|flour|sugar|salt|power|electricity|gas|gasoline"
    r"|petrol|alcohol|caffeine|protein|fat|fib(?:er|re)|work|rain|snow|precipitation|wood|coal|carbon dioxide"
    r"|coffee|tea|rice|pasta|butter|cheese|meat|nitrogen|calcium|iron|waste)"
    r" (?:is|are|was|were|does|do|did|can|will|must|should|may|falls?|fell|goes)\b"
    r"|\bwhat (?:is|was|are) the (?!(?:\w+ )?(?:atomic|molecular|relative) |mass number)(?:\w+ ){0,2}(?:length|height"
    r"|dose|(?:daily|dietary|caloric) intake|energy (?:content|value|need|needs|requirement)|rainfall|precipitation"
    r"|mass|weight|distance|speed|velocity|temperature|area"
    r"|depth|boiling point|melting point|freezing point|diameter|radius|circumference|volume|density|wavelength"
    r"|frequency|pressure|width|altitude|elevation|acceleration|momentum|voltage|half-life|kinetic energy"
    r"|potential energy|electrical resistance|range(?! of [-−]?\d)|wingspan|span|thickness|capacity|body temperature"
    r"|heart rate)\b"
    rf"|\b(?:what|which) {_MODIFIERS}(?:length|height|mass|weight|distance|speed|velocity|temperature|depth|diameter"
    r"|radius|volume|pressure|width|altitude|elevation|acceleration|voltage|current|area|wavelength|wingspan|thickness"
    r"|(?:mass|weight|volume) of (?!the\b)[a-z]+(?: [a-z]+)?)"
    r" (?:does|do|did|is|was|are|were|must|should|can|will|would|has)\b"
    rf"|\b(?:at|to|from|under|with) (?:what|which) {_MODIFIERS}(?:temperature|pressure|altitude|depth|speed|height"
    r"|distance|voltage)\b"
    r"|\bwhat (?:is|was|are) the (?:(?!of\b)[\w-]+ ){0,3}(?:(?<!effective )dose|dosage|payload"
    r"|(?:working|breaking|axle|snow|wind|roof|floor|wheel|wing|maximum|permitted|safe) load|torque|thrust"
    r"|(?:operating|mains|supply|output|input|rated|nominal|cell|battery|terminal|breakdown|threshold|line|peak)"
    r" voltage|wattage|capacitance|inductance|flow rate|focal length|(?:tensile|yield) strength|wheelbase"
    r"|wall thickness|clearance|planting (?:depth|distance))\b"
    r"(?!-| (?:ratio|factor|fraction|index|number|coefficient|level|class|category|percentage|share)\b)"
    r"|\b(?:what|which) (?:(?!of\b)[a-z-]+ ){0,2}?(?:dose|load|torque|force) (?:of (?!the\b)[a-z]+ )?"
    r"(?:is|was|does|do|did|can|may|must|should|will) ",
    re.IGNORECASE,
)
# A quantity per another one: no single unit will do.
_RATE = lazy_pattern(
    r"\bwhat (?:is|was|are) the (?:\w+ ){0,2}(?:density|acceleration|molar mass|(?:speed|velocity) of)\b", re.IGNORECASE
)
_RATE_UNIT = lazy_pattern(
    r"\w/\w|\bper\b|\b(?:mph|kph|knots?|mach|[kcm]?m s|g mol|kg m)\b|⁻|\^|\b(?:light|relative|fraction|ratio)\b"
    r"|\(in [^)]+\)|, in \w+(?: \w+)?\W*$",
    re.IGNORECASE,
)
_GIVEN = lazy_pattern(r"\d[\d.,]* ?[^\s?.,;]+")
_CONDITION = lazy_pattern(
    r"\b(?:at|of|from|to|and|under|near|above|below|with|by|in|for|after|within|than)"
    r" (?:about |an? \w+ of |an? |the |its )?"
    r"[-−+]?\d[\d.,]* ?"
    r"(?:°\s?[CF]?|degrees(?: \w+)?|K|kPa|bar|atm|k?g|m/s|km/h|mph|[kcmµn]?m|cm|V|A|W|s|h|hours?|minutes?|seconds?"
    r"|days?|years?|meters?|metres?|grams?|kilograms?)(?!\w)"
)
"""A given quantity, such as the temperature at which something else is measured, or the size of a lens."""
_GIVEN_UNIT = lazy_pattern(
    rf"(?<!\bto )(?<!\bunit )\b(?:an?|each|every|{any_number_word(1, 19)}) (?:[a-z]+ ){{0,2}}?"
    r"(?:\w*met(?:er|re)s?|\w*grams?|lit(?:er|re)s?|tons?|tonnes?|pounds?|ounces?|hectares?|acres?|miles?|feet|foot"
    r"|inch(?:es)?|hours?|minutes?|seconds?|days?|weeks?|months?|years?)\b(?! (?:long|high|tall|deep|wide|far|old)\b)",
    re.IGNORECASE,
)
"""A given amount of which something is asked, such as one gram of fat, and the time in which it happens."""
_UNIT = lazy_pattern(
    rf"[°%{CURRENCY_SIGNS}]|\b(?:\w*met(?:er|re)s?|[kcm]?m|miles?|feet|foot|inch(?:es)?|yards?|\w*grams?|kg|tons?"
    rf"|tonnes?|pounds?"
    r"|degrees?|celsius|fahrenheit|kelvin|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries"
    r"|percent|per cent|lit(?:er|re)s?|km/h|mph|hertz|\w?hz|pascals?|dollars?|euros?|hectares?|acres?|newtons?"
    r"|joules?|watts?|volts?|knots?|light-years?)\b"
    r"|\b(?:many|in) (?:bits?|bytes?|characters?|words?|lines?|units?|pages?|generations?|cups?|bars?|spoons?"
    r"|ounces?)\b"
    r"|\b(?:pH|index|ratio|score|magnitude|scale|factor|probability|list|array|string)\b"
    r"|\(in [^)]+\)|, in \w+(?: \w+)?\W*$",
    re.IGNORECASE,
)


@question_rule(
    "Q131",
    "missing-unit",
    kinds=("number",),
    english=True,
    source=f"{HDR}, guideline 14 (the stem clear by itself)",
)
def missing_unit(item: Item) -> Iterator[Flaw]:
    """Flag questions that ask for a length, weight, time, price or other measurement without naming a unit. The unit of
    a given amount ("in one gram of fat") is not the one of the answer. Also flag questions that ask for a figure such
    as a margin or an increase, which may be an amount or a percentage, without saying which.

    ## Why it matters
    Learners cannot tell whether kilometers or miles are meant, and a learner who types the unit may be marked wrong.

    ## Example
    ```yaml
    - id: q
      kind: number
      stem: How long is the Danube?
      answer: 2850
      tolerance: 50
    ```

    ## Better
    ```yaml
    - id: q
      kind: number
      stem: How long is the Danube?
      answer: 2850
      tolerance: 50
      unit: km
    ```
    """
    question = item.question
    assert isinstance(question, NumberQuestion)
    if question.unit is None and (figure := _amount_or_share(item.stem)) is not None:
        yield Flaw(
            f"{figure!r} may be an amount or a percentage",
            "ask 'how much' or 'by how many percent', and add `unit`",
            ("answer",),
        )
        return
    if question.unit is not None:
        return
    if _MEASURED.search(item.stem) and not _names_unit(item.stem):
        yield Flaw(
            "the answer is a measurement without a unit", "add `unit`, or name the unit in the stem", ("answer",)
        )
    elif _PRICE.search(item.stem) and not _names_currency(item.stem):
        yield Flaw(
            "the answer is an amount of money without a currency",
            "add `unit`, or name the currency in the stem",
            ("answer",),
        )


_HOW_MUCH = lazy_pattern(r"\bhow much\b", re.IGNORECASE)
_PER_TIME = lazy_pattern(r"\bper (?:second|minute|hour|day|week|month|year)\b", re.IGNORECASE)
_PRICE = lazy_pattern(
    r"\bhow much (?:money|(?:does|do|did|would|will) [^?.]*\b(?:cost|pay|paid|earn|charge|fetch|sell for)\b"
    r"|(?:is|was|were) [^?.]*\b(?:paid|charged)\b)"
    r"|^what (?:does|did|do) [^?.]*\bcost(?= [^?.]{0,40}\?|\?)"
    r"|\b(?:what|which) (?:is|was|were|are) the (?:[\w-]+ ){0,2}(?:price|cost|fee|fine|fare|salary|wage|rent|toll"
    r"|(?:national|public|government) debt|revenue|budget|turnover)"
    r"(?! (?:index|elasticit\w+|ratio|factor|increase|level|ceiling)\b)",
    re.IGNORECASE,
)


def _names_currency(stem: str) -> bool:
    """Return whether ``stem`` names a currency, or has figures in which the answer is to be given as well."""
    return (
        _UNIT.search(_GIVEN_UNIT.sub(" ", stem)) is not None
        or NAMED_CURRENCY.search(stem) is not None
        or FIGURES.search(YEAR.sub("", stem)) is not None
    )


_AMOUNT_OR_SHARE = lazy_pattern(
    r"\b(?:what|which|calculate|find|determine|work out|compute|give|state|enter)\b[^.?!]{0,200}?"
    r"\b(?:the|its|their|his|her|[\w-]{1,30}['’]s?) (?:(?:total|annual|yearly|monthly|gross|net|trade|price|overall"
    r"|average|sales|weekly|daily|wage|salary|population|profits?) )*"
    r"(?P<figure>margin|mark-?up|growth|increase|decrease|change|discount"
    r"|rise|fall|drop"
    r"|decline|reduction|return|interest|commission|mark-?down|raise|pay rise|surcharge|deduction|loss of weight"
    r"|weight loss)"
    r"(?: in (?!terms\b)(?:the |its |their |his |her )?[a-z]+(?: [a-z]+)?)?(?: (?:on|of|from|for|over"
    r"|between) [^.?!]*)?[.?!]*$",
    re.IGNORECASE,
)
_SAYS_FORM = lazy_pattern(
    r"%|\b(?:per ?cent\w*|in (?:dollars|euros|pounds|cents|pence|yen|[a-z]+s)|rate|ratio|fraction|decimal|amount"
    r"|how (?:much|many)"
    r"|[a-z]\([a-z0-9]\)|in [a-z](?:,|\?|\.|$)|points?|index)",
    re.IGNORECASE,
)
_VARIABLE = lazy_pattern(r"(?<![\w'’])[b-hj-z](?![\w'’.])")


def _amount_or_share(stem: str) -> str | None:
    """Return the figure that ``stem``, with two or more figures, asks for without saying in which form."""
    found = _AMOUNT_OR_SHARE.search(stem)
    if found is None or len(FIGURES.findall(stem)) < FEWEST_GIVEN or _VARIABLE.search(stem):
        return None
    return None if _SAYS_FORM.search(stem) else found["figure"]


_IN_UNIT = lazy_pattern(r"\bin (?P<unit>[^\W\d][\w/·²³⁴-]+)")
"""In which unit the answer is: in kilonewtons, in mg."""


def _names_unit(stem: str) -> bool:
    if _RATE.search(stem):
        return _RATE_UNIT.search(_GIVEN.sub(" ", stem)) is not None
    if any(parse_unit(found["unit"]) is not None for found in _IN_UNIT.finditer(stem)):
        return True
    asked = _GIVEN_UNIT.sub(" ", _CONDITION.sub(" ", stem))
    return _UNIT.search(_PER_TIME.sub(" ", asked) if _HOW_MUCH.search(stem) else asked) is not None


_WORD = lazy_pattern(r"[^\W\d_]{2}|\d|^[aI]$")
"""What makes a part of an answer a word or a number, and not a sign or a variable."""
TYPED_WORDS = 6
"""The maximum number of words that a learner can be expected to type as the author did."""


@question_rule(
    "Q134",
    "long-typed-answer",
    kinds=("short", "cloze"),
    source=f"{WOZNIAK}, rule 4 (stick to the minimum information principle)",
)
def long_typed_answer(item: Item) -> Iterator[Flaw]:
    """Flag typed answers of more than 6 words, except names, code and answers to language exercises.

    ## Why it matters
    A long answer can be worded in many ways, but only the listed wordings are accepted.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Why do leaves turn yellow in fall?
      answer: because the green pigment breaks down before the yellow pigments do
    ```

    ## Better
    ```yaml
    - id: q
      kind: card
      stem: Why do leaves turn yellow in fall?
      answer: Because the green pigment breaks down before the yellow pigments do.
    ```
    """
    for at, answer in _typed(item):
        words = sum(_WORD.search(part) is not None for part in answer.split())
        if words > TYPED_WORDS and not is_name(answer.replace("-", "")) and words_of(uncoded(answer)):
            from quizgen.grading.source_code import statement_kind  # needed for few sets

            if statement_kind(answer, item.stem) is not None or is_language_exercise(item.stem, answer):
                continue  # there is one wording, or practice in it is the point
            yield Flaw(
                f"the typed answer has {words} words",
                "ask for only a word or two, or change the kind to `card`",
                at,
            )
            return


def _typed(item: Item) -> Iterator[tuple[DataPath, str]]:
    question = item.question
    if question.kind == "short" and question.pattern is None:
        yield ("answer",), question.answer
    elif question.kind == "cloze":
        yield from ((("text",), mark.answer) for mark in question.marks)


BACK_WORDS = 40
"""The maximum number of words on the back of a card."""
BACK_ITEMS = 4
"""The most items of a list on the back of a card."""
_LINE = lazy_pattern(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)
_LAST_ITEM = lazy_pattern(r"[^\s,;] (?:and|or|&) (?:\S+ ?){1,3}$")
"""The last item of a list without a comma before "and"."""
_ANY = lazy_pattern(r"\s*(?:any|one|two|three)\b", re.IGNORECASE)
"""The start of a list of which the learner has to recall only a part: "any two of"."""


@question_rule(
    "Q135",
    "long-back",
    kinds=("card",),
    source=f"{WOZNIAK}, rules 4 and 9 (the minimum information principle; avoid sets)",
)
def long_back(item: Item) -> Iterator[Flaw]:
    """Flag cards whose answer has more than 40 words, not counting code, or lists more than 4 items.

    ## Why it matters
    A learner who recalls only half of a long answer has to mark it as either correct or wrong, and then to review all
    of it because of one missing part.

    ## Example
    ```yaml
    - id: q
      kind: card
      stem: Which countries does the Danube flow through or along?
      answer: Germany, Austria, Slovakia, Hungary, Croatia, Serbia, Romania, Bulgaria, Moldova, Ukraine
    ```

    ## Better
    ```yaml
    - id: q
      kind: card
      stem: Which two countries share the delta of the Danube?
      answer: Romania and Ukraine
    ```
    """
    question = item.question
    assert isinstance(question, CardQuestion)
    answer = uncoded(question.answer)
    if _ANY.match(answer):
        return
    words = len(words_of(answer))
    items = max(len(_LINE.findall(answer)), *map(_likely_number_of_items, re.split(r"[.:()]\s?", answer)))
    is_list = items > BACK_ITEMS and words <= 4 * items
    if words > BACK_WORDS or is_list:
        yield Flaw(
            f"the answer lists {count(items, 'item')}" if is_list else f"the answer has {words} words",
            "change the kind to `multiple` or `order`, or ask for the items in several questions"
            if is_list
            else "ask for one part of the answer, or move the details to the explanation",
            ("answer",),
        )


def _likely_number_of_items(text: str) -> int:
    """Return the number of items in ``text``, of which "and" may join only the last two."""
    number = len(listed_items(text))
    return number + bool(number > 1 and _LAST_ITEM.search(text))
