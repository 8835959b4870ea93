"""Which answers in the learner's own words no rule can judge, so that only a reader can compare them with the key.

Such a response is not called wrong: its outcome is ``UNDECIDED``. That takes all of the following.

- Nothing asks for a certain form: the policy is the lenient one, the answer is English, and the stem asks neither for
  a name, a person or a place nor for a symbol or a translation, and for a term or code only to explain it.
- An accepted answer says something. It is a sentence, or the stem asks for a reason, an observation or a definition,
  and it has at least three content words that are not names. A term, a title or a list of names says nothing.
- The response is words that say something, too: at least two content words, one of which an answer has but the stem
  does not. "I don't know" is none.
- Nothing speaks against the response: it does not have all content words of a rejected answer, is more than a part of
  an answer, and has no other number, no other name, no opposite ("increases" for "decreases") and no negation unless
  the answer has one.

Every doubt leaves a response wrong. Notes and the author's feedback do, too; ``grader`` looks at those first.
"""

import re
from dataclasses import replace

from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.lenient import is_another
from quizgen.grading.opposites import has_opposite
from quizgen.grading.policy import LENIENT
from quizgen.grading.stems.code import asks_for_name_in_code, case_in_code
from quizgen.grading.stems.formulas import asks_for_symbol
from quizgen.grading.stems.names import asks_for_kind_of_name
from quizgen.text.countries import NATIONS
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import synonyms_of
from quizgen.text.verbs import is_irregular_past, is_plural_verb, is_third_person
from quizgen.text.word_forms import is_english_word, stem
from quizgen.text.words import FUNCTION_WORDS, Phrase, digits, listed, phrase

_MOST_WORDS = 80
"""A longer response is a text rather than an answer to compare."""

_WORDS = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PROSE = lazy_pattern(r"(?:[^\W\d_]|\d{1,4}(?=[\s,.;)]|$)|[\s,.;:!?'’()“”\"/–—-])+")
"""Words and punctuation, with short whole numbers, and no sign of a formula, a quantity or code."""
_JOINED_CAPITALS = lazy_pattern(r"[a-z][A-Z]|\b[A-Z]{2}|\d")
_QUOTED = lazy_pattern(r"[\"“”]")
_IN_WORDS = lazy_pattern(
    r"""\b(?:why|explain|describe|define|definition|meant|meaning|significance|purpose|reasons?|consequences?|result
        |differences?|effects?|advantages?|disadvantages?|benefits?|drawbacks?|evidence|functions?|roles?|importance
        |observ\w+|notice|happens?|happened|causes?|caused|uses?\ of)\b
    |\bwhat\ (?:\w+\ ){0,3}?(?:see|seen)\b
    |\b(?:in\ )?what\ (?:\w+\ ){0,2}?(?:ways?|have\ in\ common)\b
    |\bwhat\ (?:do|does|did)\ .*\b(?:do|mean|measure|tell|say|show|cause|argue|claim|want|believe)\b
    |\bhow\ (?:do|does|did|is|are|was|were|can|could|would|will)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""What asks for a reason, an observation, a definition or a comparison."""
_ASKS_FOR_TERM = lazy_pattern(
    r"""\b(?:terms?|words?|called|named?|known\ as|titles?|translate|translation|synonym|antonym|opposite|formula|symbol
        |unit|colou?rs?|command|keyword|expression|equation|statement|complete|fill|rewrite|quote|slogan|motto|lyrics?
        |proverb|idiom|phrase|line|code|query|output|prints?|printed|spell|spelled|spelling)\b|_{2,}""",
    re.IGNORECASE | re.VERBOSE,
)
"""What asks for a term, for certain words, or for a symbol."""
_EXPLAINS = lazy_pattern(
    r"""\b(?:why|explain|describe|define|definition|meant\ by|differences?|purpose|reasons?|(?:dis)?advantages?)\b
    |\b(?:function|role|effect)\ of\b
    |\bwhat\ (?:is|do|does|did)\ .*\b(?:do|mean)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""What asks to explain something, which may be a term, a statement or other code."""
_NOT_KNOWN = lazy_pattern(
    r"""\b(?:(?:do|did|does)\ ?(?:not|n['’]?t)|ca\ ?n['’]?o?t|cannot)\ (?:really\ )?(?:know|remember|recall|say|tell)\b
    |\bdunno\b|\bidk\b|\bno\ (?:idea|clue)\b|\b(?:not|un)\ ?sure\b|\bforg[eo]t
    |\bhaven['’]?t\ (?:a\ clue|learn)|\bguess\b|\bskip\b|\bpass\b""",
    re.IGNORECASE | re.VERBOSE,
)

_PRONOUNS = listed(
    "i you he she it we they me him her us them my your his its our their this that these those there who which what"
    " when where whose one ones"
)
_AUXILIARIES = listed(
    "am is are was were be been being has have had having do does did will would can could may might must should shall"
)
_JOINING = listed(
    "because so as if but than then while since also too very just only more most so both either into onto out up down"
    " over under about after before between during through per via within without not no never nor cannot neither none"
    " get gets got become becomes became go goes went make makes made"
    " turn turns turned give gives given gave form forms formed appear appears appeared"
)
_SMALL = FUNCTION_WORDS | _PRONOUNS | _AUXILIARIES | _JOINING
"""Words that are not counted as content."""
_FINITE = listed(
    "am is are was were has have had does did do will would can could may might must should becomes became"
)
_PAST = lazy_pattern(
    r"\w\ [a-z]{2,}ed\ (?:the|an?|its|his|her|their|them|it|to|by|in|on|from|with|at|into|as|for)\b", re.IGNORECASE
)
"""A past or a participle inside a phrase, and what follows it: destroyed the harvest."""
_CLAUSES = listed("because that which who when if so to while whose where")
"""Words that begin a clause, which no term has."""
_NEGATIONS = listed(
    "not no never nor neither none cannot without nobody nothing nowhere hardly unable fail fails failed lack lacks"
    " lacked unlike instead except"
)
_NO_CHANGE = lazy_pattern(
    r"\b(?:no|not|never) (?:\w+ ){0,2}?(?:chang\w*|effects?|affect\w*|shift\w*|moves?|alter\w*|influence\w*)(?!\w)"
    r"|\bun(?:changed|affected|altered)\b"
)
"""What says that something stays as it is, by a negation."""
_STEADY = listed("constant steady same equal stay stays stayed remain remains remained")


def allows_own_words(key: AnswerKey) -> bool:
    """Return whether some responses to the question may be undecided."""
    return _asks_in_words(key) and bool(_telling(key))


def is_undecided(key: AnswerKey, given: str) -> bool:
    """Return whether only a reader can judge ``given``, which no rule accepts."""
    if not _asks_in_words(key) or not _is_in_words(given) or _NOT_KNOWN.search(given):
        return False
    said, telling = _Text(key.phrase(given)), _telling(key)
    if not 2 <= len(said.phrase.words) <= _MOST_WORDS or key.is_rival(said.phrase.words):
        return False
    if all(is_another(form, said.phrase, key) for form in key.forms):
        return False
    answers = _in_words(key)
    own = said.content - _content(key.phrase(key.stem))
    if not telling or not own:
        return False
    if any(_says_rejected(said, key.phrase(wrong), telling) for wrong in key.rejected):
        return False
    if any(own <= answer.content and not answer.content <= said.content for answer in answers):
        return False  # only a part of the answer
    if len(said.content) < 2 or not any(own & answer.related for answer in answers):
        return False
    return (
        any(_deny_alike(said, answer) for answer in telling)
        and _has_own_names(said, key)
        and not _has_other_number(said, key)
        and not has_opposite(said.phrase.words, key)
    )


def _in_words(key: AnswerKey) -> list["_Text"]:
    return [_Text(key.phrase(answer)) for answer in key.answers if _is_in_words(answer)]


def _telling(key: AnswerKey) -> list["_Text"]:
    """Return the answers that say something."""
    return [answer for answer in _in_words(key) if _says_something(answer, key)]


_FEWEST = 3
"""Number of content words that say something."""


class _Text:
    """An answer or a response: its words, the stems of those that count, and whether it has a negation."""

    def __init__(self, words: Phrase) -> None:
        self.phrase = words
        self.content = _content(words)
        rest = _NO_CHANGE.sub(" ", words.normal)
        self.denies = not _NEGATIONS.isdisjoint(rest.split())
        self.says_no_change = rest != words.normal
        self.is_steady = self.says_no_change or not _STEADY.isdisjoint(words.words)

    @property
    def is_sentence(self) -> bool:
        """Whether there is a verb, as far as verbs can be recognized."""
        words = self.phrase.words
        return (
            _PAST.search(self.phrase.text) is not None
            or not _FINITE.isdisjoint(words)
            or any(is_third_person(word) or is_irregular_past(word) or is_plural_verb(word) for word in words)
        )

    @property
    def related(self) -> frozenset[str]:
        """The stems of the content words, and of their other names."""
        names = (name for word in self.phrase.words if word not in _SMALL for name in synonyms_of((word,)))
        return self.content | {stem(name) for name in names}


def _content(words: Phrase) -> frozenset[str]:
    return frozenset(stem(word) for word in words.words if word not in _SMALL)


def _asks_in_words(key: AnswerKey) -> bool:
    """Return whether the question may be answered in own words."""
    if (
        replace(key.policy, tolerance=None) != LENIENT
        or key.pattern is not None
        or key.type != "text"
        or key.language != "en"
    ):
        return False
    asked = key.stem
    if key.asks_for_person or key.asks_for_place or key.may_be_form or key.is_translation:
        return False
    if asks_for_symbol(asked) or asks_for_name_in_code(asked) or asks_for_kind_of_name(asked):
        return False
    if _EXPLAINS.search(asked):
        return True
    return case_in_code(asked) is None and not _ASKS_FOR_TERM.search(asked)


def _is_in_words(text: str) -> bool:
    return _PROSE.fullmatch(text.strip(ENDS)) is not None


def _says_something(answer: _Text, key: AnswerKey) -> bool:
    """Return whether an answer is a sentence, or what the stem asks for in words, of enough words that are no names."""
    text = answer.phrase.text
    if _QUOTED.search(text) or _JOINED_CAPITALS.search(text):
        return False
    words = _WORDS.findall(text)
    plain = [word for place, word in enumerate(words) if word.islower() or (not place and not _is_name(word))]
    if len({stem(fold(word)) for word in plain if fold(word) not in _SMALL}) < _FEWEST:
        return False
    is_clause = answer.is_sentence or not _CLAUSES.isdisjoint(answer.phrase.words)
    return is_clause or _IN_WORDS.search(key.stem) is not None


def _is_name(word: str) -> bool:
    lower = fold(word)
    return lower in NATIONS or (len(lower) >= 4 and not is_english_word(lower))


def _names_in(text: str) -> frozenset[str]:
    """Return the capitalized words of ``text`` that do not begin a sentence, and the countries and peoples."""
    found: set[str] = set()
    for match in _WORDS.finditer(text):
        word, before = match[0], text[: match.start()].rstrip(" \"“'‘(")
        begins = not before or before[-1] in ".!?:;"
        if fold(word) in NATIONS or (word[0].isupper() and word != "I" and (not begins or _is_name(word))):
            found.update(map(stem, phrase(word).words))
    return frozenset(found)


def _says_rejected(said: _Text, wrong: Phrase, telling: list[_Text]) -> bool:
    """Return whether the response has all content words of a rejected answer, which is not part of the right one."""
    content = _content(wrong)
    is_part = not content or any(content <= answer.content for answer in telling)
    return wrong.words == said.phrase.words or (not is_part and content <= said.content)


def _has_own_names(said: _Text, key: AnswerKey) -> bool:
    """Return whether all names of the response are words of the question and its answers."""
    known = {stem(word) for text in (key.stem, *key.answers) for word in key.phrase(text).words}
    return all(name in known or key.in_stem(name) for name in _names_in(said.phrase.text))


def _deny_alike(one: _Text, other: _Text) -> bool:
    """Return whether both have a negation or neither, where "does not change" is not a negation of "stays the same"."""
    if (one.says_no_change or other.says_no_change) and not (one.is_steady and other.is_steady):
        return False
    return one.denies == other.denies


def _has_other_number(said: _Text, key: AnswerKey) -> bool:
    """Return whether the response has a number that the question does not have, or lacks one of the answer."""
    asked = {*digits(key.phrase(key.stem).words), *_NO_NUMBERS}
    numbers = {*digits(said.phrase.words)} - asked
    return all(numbers != {*digits(key.phrase(answer).words)} - asked for answer in key.answers)


_NO_NUMBERS = ("1", "1th")
"""What "one" and "first" are read as, which need not mean a number."""
