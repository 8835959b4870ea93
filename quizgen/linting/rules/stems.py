"""Rules about stems: blanks in the middle, and stems that ask nothing or two things."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME_GUIDE, WITH_OPTIONS, question_rule
from quizgen.text.content_words import content
from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.verbs import is_irregular_past, is_plural_verb, is_third_person
from quizgen.text.words import listed

_BLANK = lazy_pattern(r"_{3,}|\[\s*\]|\[blank\]|\(blank\)|\(\s*(?:\.{3}|…)\s*\)|\.{5,}|-(?: -){2,}", re.IGNORECASE)
_MAY_BE_BLANK = lazy_pattern(r"__|\[|\.\.\.|…|\(b|- -", re.IGNORECASE)
_DOTS = lazy_pattern(r"\s(?:\.\.\.|…)(?=\s+\w)")
_WORD_AFTER = lazy_pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")


@question_rule(
    "Q115",
    "blank-in-mid-stem",
    kinds=("card", "choice", "multiple", "short", "number"),
    source="common advice on completion items: put the blank last",
)
def blank_in_mid_stem(item: Item) -> Iterator[Flaw]:
    """Flag blanks in the middle of a stem.

    ## Why it matters
    With a blank in the middle, a reader has to remember half a sentence and read it twice. A direct question, or a
    stem with the blank at the end, needs only one reading. The kind `cloze` is made for text with blanks.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: The ____ is the largest organ of the human body.
      answer: skin
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the largest organ of the human body?
      answer: skin
    ```
    """
    if not _MAY_BE_BLANK.search(item.stem):
        return
    stem = item.plain_stem
    found = _BLANK.search(stem) or (_DOTS.search(stem) if "?" not in stem else None)
    # In code such as d["x"], only the quotation leaves empty brackets.
    if found and found[0] not in item.stem:
        return
    # After an instruction ("Fill in: …") or in a sentence in italics, the blank is where the language requires it.
    if found and (re.search(r"[:?\n]", stem[: found.start()]) or _is_in_italics(stem, found.start())):
        return
    # So it is in a sentence of a language that is being learned.
    if found and guessed_language(_BLANK.sub(" ", stem)) is not None:
        return
    # A unit or a single word after the blank does not require a second reading.
    if found and len(_WORD_AFTER.findall(stem[found.end() :])) > 1 and not _offers_forms(item):
        yield Flaw(
            "the sentence continues after the blank",
            "ask a direct question, move the blank to the end, or change the kind to `cloze`",
            item.stem_path,
        )


_ITALICS = lazy_pattern(r"(?<![\w*])\*(?![\s*])[^*\n]+\*(?!\*)")


def _is_in_italics(stem: str, at: int) -> bool:
    return any(found.start() < at < found.end() for found in _ITALICS.finditer(stem))


def _offers_forms(item: Item) -> bool:
    """Return whether the options are forms of one word, or function words: a grammar exercise."""
    beginnings = {word[:3] for option in item.options for word in content(item.option_words[option])}
    return bool(item.options) and len(beginnings) <= 1


_JUDGED = r"(?:true|correct|false|incorrect|right|wrong|accurate|inaccurate|valid)"
_CLAIMS = r"(?:statement|sentence|answer|option|assertion|claim|conclusion|fact|description|remark|observation)s?"
_JUDGING_WORDS = frozenset(
    content(
        "true correct false incorrect right wrong accurate valid statement sentence answer option claim choose select"
        " mark tick apply hold best choice".split()
    )
)
_UNFOCUSED = lazy_pattern(
    rf"""(?:(?:consider|read|look\ at)\ [^.?:]{{3,80}}[.:]\ )?
    (?:(?:according\ to|with\ regard\ to|regarding|concerning|as\ to)\ [^,?]{{1,80}},\ )?
    (?:which(?:\ one)?(?:\ of\ (?:the\ following|these|those)(?:\ \w+){{0,2}}|\ {_CLAIMS})?
        (?:\ (?:about|regarding|concerning|on|of)\b[^?]{{1,80}})?
        \ (?:is|are|was|were)\ (?:\*{{0,2}}not\*{{0,2}}\ )?{_JUDGED}\b[^?]*\?
    |(?:which|what)(?:\ of\ (?:these|the\ following))?(?:\ (?:is|are|applies|apply|holds|fits))?\W*
    |(?:choose|select|pick|mark|find|tick|identify|indicate)\ (?:the\ )?(?:one\ )?(?:\w+\ )?
        (?:{_JUDGED}|best)\ (?:answer|option|statement|one|choice|sentence)s?\b\W*
    |what\ (?:is|are)\ (?:true|correct|false)\b[^?]*\?
    |what\ can\ be\ (?:said|stated|concluded)\ (?:about|on|of)\ [^?]*\?
    |(?:choose|select|pick|mark|find|tick|identify|indicate)\ the\ {_CLAIMS}\ (?:that|which)\ (?:is|are)
        \ {_JUDGED}\ (?:of|about|for)\ [^?]*
    |what\ (?:do|can|should)\ (?:you|we|people|one)\ (?:know|say|tell)(?:\ for\ (?:certain|sure))?\ about\ [^?]*\?
    |(?:only\ )?one\ of\ (?:the\ following|these|those)(?:\ {_CLAIMS})?(?:\ (?:about|on|regarding)\ [^?.]{{1,60}})?
        \ is\ {_JUDGED}\b[^?]{{0,40}}
    |what\ (?:is|are)\ (?:special|interesting|important|notable|remarkable)\ about\ [^?]*\?
    |which(?:\ (?:of\ (?:these|those|the\ following)(?:\ {_CLAIMS})?|{_CLAIMS}))?
        \ (?:best\ )?appl(?:y|ies)\ to\ [^?]{{1,80}}\?)""",
    re.IGNORECASE | re.VERBOSE,
)
_UNFOCUSED_WORDS = listed(
    "true correct false incorrect right wrong accurate inaccurate valid best said stated concluded know say tell"
    " special interesting important notable remarkable apply applies"
)
_UNFOCUSED_ENDS = listed("which what these following is are applies apply holds fits")
"""``_UNFOCUSED`` needs one of the words above, or one of these at the end. Few stems have one, so that the pattern,
which takes long to compile, is seldom needed.
"""
# A few words that end in a verb or a colon are neither a question nor a sentence to complete.
_BARE_PHRASE = lazy_pattern(
    r"(?:in|for|with|about|regarding|concerning|as to|as for|on) (?:the |an? )?(?!(?:which|what|whom|order|how)\b)"
    r"[\w-]+(?: (?!(?:is|are|was|were|has|have|had|can|will|of)\b)[\w-]+){0,2}[,:…]?",
    re.IGNORECASE,
)
"""Where or what about, such as "In Python", without anything that is asked."""
_FRAGMENT = lazy_pattern(
    r"(?:[^\W_]+[^\w?]+){0,3}?(?:(?:is|are|was|were|has|have|can|does|will|may)\s*(?::|…|\.\.\.)?|[^\W_]+\s*(?::|…"
    r"|\.\.\.))",
    re.IGNORECASE,
)


@question_rule(
    "Q117",
    "unfocused-stem",
    kinds=WITH_OPTIONS,
    english=True,
    source=f"{HDR}, guideline 15 (the central idea in the stem); {NBME_GUIDE} (cover the options)",
)
def unfocused_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems that do not ask anything without the options.

    ## Why it matters
    Such a stem is several true-or-false questions in one. A person who knows the subject should be able to answer with
    the options covered.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which of the following is true of copper?
      answer: It conducts heat well
      distractors: [It rusts, It floats on water, It is magnetic]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How well does copper conduct heat?
      answer: better than iron
      distractors: [as well as wood, as well as glass, worse than iron]
    ```
    """
    if len(item.stem) > 200:
        return
    stem = item.stem.strip()
    # In a `multiple` question, "Which statements about bats are true?" does name its subject.
    if item.kind == "multiple" and not item.stem_content <= _JUDGING_WORDS:
        return
    is_fragment = _FRAGMENT.fullmatch(stem) or _BARE_PHRASE.fullmatch(stem)
    if is_fragment or _is_unfocused(item, stem) or _is_bare_topic(item):
        yield Flaw(
            "the stem does not ask anything without the options",
            "ask one question that can be answered with the options covered",
            item.stem_path,
        )


def _is_unfocused(item: Item, stem: str) -> bool:
    """Return whether the stem asks which option is true, and nothing else."""
    words = item.stem_words
    if _UNFOCUSED_WORDS.isdisjoint(words) and not (words and words[-1] in _UNFOCUSED_ENDS):
        return False
    return _UNFOCUSED.fullmatch(stem) is not None


_BARE_TOPIC_WORDS = 6
_PREDICATE = lazy_pattern(
    r"(?:is|are|was|were|has|have|had|can|cannot|will|would|does|did|may|must|occurs?|contains?|consists?|became"
    r"|becomes|causes?|caused|began|ended|led|leads|refers?|means?|makes?|made|lies?|takes?|took|uses?|used|belongs?"
    r"|describes?|shows?|states?|says|requires?|helps?|produces?|increases?|decreases?|results?"
    r"|(?:could|should|might|must|shall|need(?:s|ed)?|ought)(?: not| to|n['’]t)? [a-z]+"
    rf"|[a-z]{{2,}}ed (?:the|an?|his|her|its|their|that|how|what|when|where|why|{any_number_word(2, 12)}))\b",
    re.IGNORECASE,
)
_ASKING_OR_VERB = lazy_pattern(
    r"\?|_{2,}|\.\.\.|…"
    r"|\b(?:which|what|who|when|where|why|how|is|are|was|were|has|have|had|can|do|does|did|will|if|because)\b",
    re.IGNORECASE,
)


_ASPECT = lazy_pattern(
    r"(?:the |an? )?(?:[\w-]+ )?(?:meanings?|definition|description|functions?|purpose|aims?|causes?|effects?|results?"
    r"|reactions?|roles?|origins?|uses?|signs?|symptoms?|consequences?|advantages?|properties|property|features?"
    r"|characteristics?|translation|way|reasons?|forms?|state|process) (?:of|for|to|in|between)\b",
    re.IGNORECASE,
)
"""What is asked about a topic: "Meaning of …"."""


def _is_bare_topic(item: Item) -> bool:
    """Return whether the stem only names a topic, such as "Vitamin K", about which each option makes a statement."""
    if len(item.stem_words) > _BARE_TOPIC_WORDS or len(item.options) < 3 or _ASKING_OR_VERB.search(item.stem):
        return False
    if _ASPECT.match(item.stem):
        return False
    return _are_predicates(item) or (
        all(len(words) >= _STATEMENT_WORDS for words in item.option_words.values())
        and all(_STATEMENT.match(option) for option in item.options)
    )


def _are_predicates(item: Item) -> bool:
    """Return whether all options begin with a verb, like "stores urine", where at least half of them do for certain."""
    sure = [
        option
        for option, words in item.option_words.items()
        if _PREDICATE.match(option) or (words and (is_third_person(words[0]) or is_irregular_past(words[0])))
    ]
    if 2 * len(sure) >= len(item.options) and all(
        option in sure or _MAY_BE_PREDICATE.match(option) for option in item.options
    ):
        return True
    # "Octopuses" and what several of them do: "breathe with lungs".
    if not item.stem_words or not item.stem_words[-1].endswith(_PLURAL_ENDINGS):
        return False
    if not all(map(_PLURAL_PREDICATE.match, item.options)):
        return False
    doing = [words for words in item.option_words.values() if words[0] in _ACTIONS or is_plural_verb(words[0])]
    return 2 * len(doing) >= len(item.options)


_PLURAL_ENDINGS = ("s", "ia", "ae", "i", "people", "children", "fish")
_ACTIONS = listed(
    "have are can do need cause produce use make take lie show require help increase decrease result lead release form"
    " store copy supply digest transport control regulate protect feed live lay hunt nest sleep swim fly hatch build"
    " grow move turn change cool heat float sink shed flower fruit"
)
"""Plural forms of verbs that are nouns as well."""
_PLURAL_PREDICATE = lazy_pattern(r"[a-z]{2,}[^s\W] \w")
_MAY_BE_PREDICATE = lazy_pattern(r"[a-z]+(?:[^su\W]s [a-z]|ed \w)")
_STATEMENT_WORDS = 3
_STATEMENT = lazy_pattern(r"(?:it|they|he|she) \w+|an? \w+ \w+|the \w+ \w+", re.IGNORECASE)


_INTERROGATIVE = r"(?:who|whom|what|which|when|where|why|how)"
_SEVERAL_QUESTIONS = lazy_pattern(
    rf"\b{_INTERROGATIVE}\b[^?]*?(?P<joined>,? and (?:(?:in|at|on|by|for|to|from|of|with) )?{_INTERROGATIVE})\b[^?]*\?",
    re.IGNORECASE,
)
# "… know what to do and when to do it": a clause, and not a question of its own.
_SEVERAL_THINGS = lazy_pattern(
    r"^what (?:is|are|was|were) (?:the |its |their )?(?P<first>[\w-]+(?: [\w-]+)?)"
    r"(?:, (?:the |its |their )?[\w-]+(?: [\w-]+)?)+"
    r"(?P<joined>,? and (?:the |its |their )?[\w-]+(?: [\w-]+)?) (?:of|for|in|on)\b[^?]*\?",
    re.IGNORECASE,
)
"""The causes, the battles and the results of a war."""
_ASKED_AGAIN = rf"\?\s+(?P<joined>(?:and |but |or )?(?:(?:in|on|at|by|for|to|from|of|with) )?{_INTERROGATIVE})\b"
_SECOND_QUESTION = lazy_pattern(rf"^[^?]*\b{_INTERROGATIVE}\b[^?]*{_ASKED_AGAIN}[^?]*\?", re.IGNORECASE)
_TWO_THINGS = lazy_pattern(
    r"^(?:name|give|state|write down|what (?:are|were)) the (?!(?:same|difference|relation\w*|ratio|product|sum)\b)"
    r"[\w-]+(?P<joined> and the (?:[\w-]+ )?[\w-]+) (?:of|for)\b",
    re.IGNORECASE,
)
_AND_ITS = lazy_pattern(
    r"^(?:name|give|state|write down) the [^?.,]{3,60}?(?P<joined> and (?:his|her|its|their) [a-z]+)[.?]?$",
    re.IGNORECASE,
)
# "In which year was it founded and closed?": two years are asked for.
_TWO_EVENTS = lazy_pattern(
    r"^(?:in |on )?(?:which|what) (?:year|day|month|date|city|country|town|place) (?:was|were|is|are)\b[^?,]*?"
    r" (?:[a-z]+ed|born|built|begun|held)(?P<joined> and (?:[a-z]+ed|closed|died|buried|torn down|sold|won|lost))\?",
    re.IGNORECASE,
)
_THIRD_QUESTION = lazy_pattern(rf"\?[^?]*{_ASKED_AGAIN}[^?]*\?", re.IGNORECASE)
_CLAUSE_BEFORE = lazy_pattern(
    r"\b(?:knows?|knew|says?|said|tells?|told|shows?|decides?|explains?|determines?)\b", re.IGNORECASE
)


@question_rule(
    "Q144",
    "several-questions",
    triggers=("and", "who", "whom", "what", "which", "when", "where", "why", "how"),
    kinds=("short", "number", "card"),
    english=True,
    source=f"{HDR}, guideline 3 (single content)",
)
def several_questions(item: Item) -> Iterator[Flaw]:
    """Flag typed questions whose stem asks two questions. Also flag typed questions and cards that ask for three
    things. Choice questions are not checked.

    ## Why it matters
    Learners do not know how to combine the parts of a typed answer, and learners who know only one part get no credit.
    On a card, they have to mark all parts as correct or wrong together.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Who discovered penicillin, and in which year?
      answer: Alexander Fleming, 1928
      lint: {ignore: [Q129]}
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Who discovered penicillin?
      answer: Alexander Fleming
    ```
    """
    if "and" not in item.words and item.stem.count("?") < 2:
        return
    stem = item.plain_stem
    found = _SEVERAL_THINGS.search(stem)
    # A card may ask for two things that belong together.
    if found is None and item.kind == "card":
        found = _THIRD_QUESTION.search(stem) if stem.count("?") > 2 else None
    elif found is None:
        found = _SECOND_QUESTION.search(stem) if stem.count("?") > 1 else None
        found = found or _SEVERAL_QUESTIONS.search(stem) or _TWO_THINGS.search(stem) or _AND_ITS.match(stem)
        found = found or _TWO_EVENTS.match(stem)
    if found is not None and not _CLAUSE_BEFORE.search(stem[: found.start("joined")]):
        yield Flaw(
            f"the stem asks a second question, which begins with {found['joined'].strip(' ,')!r}",
            "split it into two questions",
            item.stem_path,
        )
