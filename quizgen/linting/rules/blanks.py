"""Rules about the blanks of a cloze: enough must be left to decide them, and they must hide something worth knowing."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import WOZNIAK, question_rule
from quizgen.questions import ClozeQuestion
from quizgen.questions.decidable import NAME, is_decidable
from quizgen.questions.marks import unmarked
from quizgen.text.content_words import is_name, words_of
from quizgen.text.dates import MONTHS
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.plurals import count
from quizgen.text.verbs import is_third_person
from quizgen.text.words import listed

MOST_BLANKS = 4
"""The maximum number of different blanks in a cloze."""


@question_rule(
    "Q138",
    "undecidable-blank",
    kinds=("cloze",),
    english=True,
    source=f"{WOZNIAK}, rule 5 (cloze deletion)",
)
def undecidable_blank(item: Item) -> Iterator[Flaw]:
    """Flag clozes that leave too little text to decide what belongs in the blanks, or that have more than 4 blanks.
    Also flag blanks that either a time or a place would fit ("was born in ____") and, in language courses, sentences
    that almost any noun could complete, if the blank has no hint ("I would like ____").

    ## Why it matters
    "____ was guillotined on ____." has hundreds of correct solutions but accepts only one.

    ## Example
    ```yaml
    - id: q
      kind: cloze
      text: "{{c1::Georges Danton}} was guillotined on {{c2::5 April 1794}}."
    ```

    ## Better
    ```yaml
    - id: q
      kind: cloze
      text: The revolutionary leader Georges Danton was guillotined in the year {{c1::1794}}.
    ```
    """
    question = item.question
    assert isinstance(question, ClozeQuestion)
    marks = question.marks
    if "`" in question.text or not marks:
        return
    if len(marks) > MOST_BLANKS and (blanks := len({(mark.name, fold(mark.answer)) for mark in marks})) > MOST_BLANKS:
        yield Flaw(
            f"the text has {count(blanks, 'blank')}",
            f"hide at most {MOST_BLANKS} answers, and ask for the others in separate questions",
            ("text",),
        )
        return
    if not is_decidable(question.text, marks):
        yield Flaw(
            f"the remaining text does not say enough to fill in {count(len(marks), 'blank')}",
            "say more about the hidden words, hide fewer of them, or ask a direct question",
            ("text",),
        )
    elif _says_anything(question):
        yield Flaw(
            "many words fit the blank",
            "add a hint, such as a translation: {{c1::answer::hint}}, or details that leave only one word",
            ("text",),
        )
    elif (event := _time_or_place(question)) is not None:
        yield Flaw(
            f"the blank after {event!r} could be filled by a time or a place",
            "write 'in the year' or 'in the city of' before the blank, add the time or place that is not asked for, or "
            "add a hint",
            ("text",),
        )


_ABOUT_ANYBODY = lazy_pattern(
    r"(?:(?:I|we|you|he|she|my [a-z]+|(?-i:[A-Z])[a-z]+) (?:really |often |always |would )?"
    r"(?:likes?|loves?|wants?|buys?|bought|eats?|ate|drinks?|drank|plays?|goes|go|went|have|has|needs?|saw|sees?)"
    r"|ich|du|er|sie|wir|meine? \w+|je|j['’]\w+|tu|il|elle|nous|vous|mon \w+|ma \w+|yo|tú|él|ella|nosotros|mi \w+"
    r"|io|lui|lei|noi|(?:quiero|tengo|bebo|como|ho|vorrei|bevo|mangio))(?= )",
    re.IGNORECASE,
)
_AT_END = lazy_pattern(
    r"\W*(?:(?:please|s['’]il vous plaît|bitte|por favor|per favore|every day|today|again)\W*)?", re.IGNORECASE
)
_EXERCISE_WORDS = range(2, 9)
_HELPS = frozenset('()[]:=→"“`0123456789')
"""Characters of a sentence that says more about its blank, such as a translation in parentheses."""


def _says_anything(question: ClozeQuestion) -> bool:
    """Return whether a sentence from a language course ends with its only blank, without a hint: Ich trinke ____."""
    mark = question.marks[0]
    if len(question.marks) != 1 or mark.hint or question.hint or question.image or question.audio:
        return False
    before, after = question.text[: mark.start], question.text[mark.end :]
    return (
        _ABOUT_ANYBODY.match(before) is not None
        and _AT_END.fullmatch(after) is not None
        and len(words_of(before)) in _EXERCISE_WORDS
        and len(mark.answer) > _SHORTEST_NOUN
        and " " not in mark.answer
        and not _is_function_word(mark.answer)
        and _HELPS.isdisjoint(before + after)
    )


_SHORTEST_NOUN = 2
_TIME_OR_PLACE = lazy_pattern(
    r"(?P<event>(?:was|were|is) (?:\w+ly |first )?(?:born|signed|founded|held|crowned|married|buried|baptized|baptised"
    r"|murdered|assassinated|executed|guillotined|opened|built|invented|discovered|published|printed|introduced"
    r"|launched"
    r"|completed|established|performed|staged|shown|adopted|tested|formed|created|defeated|arrested|ratified|proclaimed"
    r"|inaugurated|released)"
    r"(?: and raised)?(?: (?:to|for|by|as) (?:[\w-]+ ){0,3}?[\w-]+)? in|\b(?:died|began|started|took place|happened|met"
    r"|broke out|originated|emerged|arose|appeared|flourished"
    r"|became (?:popular|common|famous|fashionable|widespread|independent)) in)\s*$"
)
_NAMES_TIME = lazy_pattern(rf"\d{{3,4}}|\b(?:century|year|{'|'.join(month for month in MONTHS if month != 'May')})\b")
_NAMES_PLACE = lazy_pattern(
    r"\b(?:in|at|near|from|of|outside) (?:the )?[A-Z]|\b(?:city|town|country|village|state|place)\b"
)


def _time_or_place(question: ClozeQuestion) -> str | None:
    """Return the words before the blank if both a time and a place would fit: "was born in ____."."""
    if len(question.marks) != 1 or question.marks[0].hint is not None:
        return None
    mark = question.marks[0]
    before, after = question.text[: mark.start], question.text[mark.end :]
    found = _TIME_OR_PLACE.search(before)
    if found is None or words_of(after):
        return None
    other = _NAMES_PLACE if mark.answer.strip().isdecimal() else _NAMES_TIME if is_name(mark.answer) else None
    return found["event"].strip() if other is not None and not other.search(before) else None


_FUNCTION_WORDS = listed(
    "a an the of in on at to for from by with as and or but is are was were be been being do does did has have"
    " had having it its this that these those which who there into than so also both very"
    " each every some any several many few most another other such either neither"
    " only just even still already then thus however therefore because although while when where if"
)
_PLAIN_VERBS = listed(
    "keep keeps kept make makes made take takes took taken give gives gave given get gets got put puts go goes went"
    " gone come comes came let lets help helps helped use uses used show shows showed shown bring brings brought become"
    " becomes became called known need needs needed can may must will would should could"
)
"""Verbs of everyday speech, in whose place others would do as well: "keeps" for "stores"."""
_PERSONAL = listed("i you he she we they me him us them my your his her our their mine yours")
_SPOKEN = _PERSONAL - listed("they them their")
_GRAMMAR = listed("noun nouns verb verbs adjective adjectives adverb adverbs pronoun pronouns superlative superlatives")
_LONG_WORD = 9
_RATHER_LONG = 7
_FEWEST_RATHER_LONG = 3
_LONG_TEXT = 12
"""So many words in the present, some of them rather long, are about something, too; exercises are shorter or tell."""
_TELLING = listed("was were had been")


@question_rule(
    "Q139",
    "function-word-blank",
    kinds=("cloze",),
    english=True,
    source=f"{WOZNIAK}, rule 5 (cloze deletion)",
)
def function_word_blank(item: Item) -> Iterator[Flaw]:
    """Flag blanks that hide only words such as "the", "of", "is" and "each", or an everyday verb such as "keeps", for
    which learners may write others. Grammar exercises are not checked.

    ## Why it matters
    Such a blank either can be filled in without any knowledge of the subject or cannot be filled in at all.

    ## Example
    ```yaml
    - id: q
      kind: cloze
      text: Photosynthesis takes place {{c1::in}} the chloroplasts of plant cells.
    ```

    ## Better
    ```yaml
    - id: q
      kind: cloze
      text: Photosynthesis takes place in the {{c1::chloroplasts}} of plant cells.
    ```
    """
    question = item.question
    assert isinstance(question, ClozeQuestion)
    blank = next(
        (
            mark
            for mark in question.marks
            if mark.hint is None
            and (_is_function_word(mark.answer) or _joins_number(mark.answer, question.text[mark.end :]))
        ),
        None,
    )
    if blank is None:
        return
    plain = unmarked(question.text)
    words = words_of(plain)
    is_about_something = (
        not _is_function_word(blank.answer)
        or any(len(word) >= _LONG_WORD or word.isdecimal() for word in words)
        or NAME.search(plain)
        or (
            len(words) >= _LONG_TEXT
            and sum(len(word) >= _RATHER_LONG for word in words) >= _FEWEST_RATHER_LONG
            and _TELLING.isdisjoint(words)
        )
    )
    # "They" may begin an exercise; later in a text, it stands for what the text is about.
    is_spoken = not _SPOKEN.isdisjoint(words_of(plain.replace("US", ""))) or words[0] in _PERSONAL
    is_exercise = question.answer_language or is_spoken or item.asks_about_form or not _GRAMMAR.isdisjoint(words)
    if is_exercise or not is_about_something:
        return
    yield Flaw(f"the blank hides only {blank.answer!r}", "hide a word that the learner should know", ("text",))


_BEFORE_NUMBER = lazy_pattern(
    rf"\s+(?:(?:about|around|roughly|nearly|almost|exactly|only|up to|at least|at most|between|over|an? total of) )?"
    rf"(?:\d|{any_number_word(2, 20)}\b)",
    re.IGNORECASE,
)
_JOINING_VERBS = listed("spans measures counts numbers totals covers features has have span contain cover measure")
"""Verbs that are more often nouns, or that the list of verbs lacks."""


def _joins_number(answer: str, after: str) -> bool:
    """Return whether a verb is hidden before a number, where others do as well: spans, covers, has seven semitones."""
    verb, *rest = words_of(answer) or [""]
    is_verb = verb in _JOINING_VERBS or is_third_person(verb)
    return is_verb and _FUNCTION_WORDS.issuperset(rest) and _BEFORE_NUMBER.match(after) is not None


def _is_function_word(answer: str) -> bool:
    words = words_of(answer)
    return bool(words) and (_FUNCTION_WORDS.issuperset(words) or answer.strip() in _PLAIN_VERBS)


_LEADING = lazy_pattern(r"\s*(?:(?:the|an?) )?(?P<mark>\{\{c\d+::.*?\}\})(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_FEWEST_AFTER = 5
"""A blank at the beginning of a text with fewer words after it is read together with them."""


@question_rule(
    "Q150",
    "leading-blank",
    kinds=("cloze",),
    english=True,
    source="Gronlund (1998), *Assessment of student achievement* (completion items: put the blank near the end)",
)
def leading_blank(item: Item) -> Iterator[Flaw]:
    """Flag clozes that begin with their only blank, if the blank has no hint.

    ## Why it matters
    Learners reach the blank before they know what the text is about, and have to read it twice. If the blank is near
    the end, the rest of the sentence serves as the question.

    ## Example
    ```yaml
    - id: q
      kind: cloze
      text: "{{c1::Evaporation}} turns the water of lakes and seas into vapor."
    ```

    ## Better
    ```yaml
    - id: q
      kind: cloze
      text: The process that turns the water of lakes and seas into vapor is called {{c1::evaporation}}.
    ```
    """
    question = item.question
    assert isinstance(question, ClozeQuestion)
    found = _LEADING.fullmatch(question.text)
    if found is None or len(question.marks) != 1 or question.marks[0].hint is not None or item.is_statement_of_fact:
        return
    words = words_of(found["rest"])
    # "They" and "them" may stand for things that the text names.
    is_exercise = question.answer_language is not None or item.asks_about_form or not _SPOKEN.isdisjoint(words)
    if len(words) >= _FEWEST_AFTER and "`" not in question.text and not is_exercise:
        yield Flaw(
            "the text begins with the blank",
            "reword it so that the blank comes near the end, or add a hint: {{c1::answer::hint}}",
            ("text",),
        )
