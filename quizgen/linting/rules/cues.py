"""What gives the right option away to somebody who does not know it."""

import re
from collections import Counter
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.words import content, unquoted, words_of
from quizgen.questions import ChoiceQuestion, ShortQuestion
from quizgen.text.folding import fold, stands_in

MIN_ECHO = 4
"""Letters that a word must have for its echo to be heard."""
# Words with which questions are asked, and counting: their echo tells nothing of the subject.
_OF_ASKING = frozenset(
    """
    best better likely main mainly correct right true false statement following example difference total
    three four five seven eight nine both
    """.split()
)


@question_rule(
    "Q107",
    "echo-of-the-stem",
    kinds=("choice",),
    prose=True,
    english=True,
    source=f"{HDR}, guideline 28b (clang associations); {NBME} (word repeats)",
)
def echo_of_the_stem(item: Item) -> Iterator[Flaw]:
    """A word of the stem that the key repeats and no other option.

    Where only the right option repeats a word of the question, its sound gives it away (a clang association).
    """
    key = item.keys[0]
    echoed = [word for word in content(item.option_words[key]) if word in item.stem_content and _is_heard(word)]
    if not echoed:
        return
    for option in item.distractors:
        if not item.stem_content.isdisjoint(content(item.option_words[option])):
            return
    stem = unquoted(item.stem)
    if stands_in(fold(key), fold(stem)):
        return  # the whole key: another rule's affair
    heard = frozenset(content(words_of(stem)))
    word = next((word for word in echoed if word in heard), None)
    if word is not None:
        written = next(each for each in item.option_words[key] if content([each]) == [word])
        yield Flaw(
            f"only the right option repeats a word of the question: {written!r}",
            "use another word in the question or in the option, or let a wrong option repeat it too",
            item.at_option(key),
        )


def _is_heard(word: str) -> bool:
    return len(word) >= MIN_ECHO and not word.isdecimal() and word not in _OF_ASKING


_ENDS_IN_ARTICLE = re.compile(r"\b(?P<article>an?)[\s_*.:…?]*$", re.IGNORECASE)
_SOUNDS_VOWEL = re.compile(r"(?:[aeiou]|hour|hono|heir|honest|8|1[18](?!\d))", re.IGNORECASE)
_SOUNDS_CONSONANT = re.compile(
    r"(?:uni(?!n|m)|us[eu]|eu|ewe|one\b|once\b|ut[eio]|ubi|ur(?:an|ea|in)|uk)", re.IGNORECASE
)


_SHORT_FORM = re.compile(r"[A-Z](?:[A-Z]|\b)")


def _takes_an(option: str) -> bool | None:
    """Whether the article before ``option`` is `an`; None for a short form: an FBI agent, but a FIFA official."""
    if _SHORT_FORM.match(option):
        return None
    return bool(_SOUNDS_VOWEL.match(option)) and not _SOUNDS_CONSONANT.match(option)


@question_rule(
    "Q108",
    "article-cue",
    kinds=("choice", "multiple"),
    words=("a", "an"),
    english=True,
    source=f"{HDR}, guideline 28c (grammatical inconsistencies); {NBME} (grammatical cues)",
)
def article_cue(item: Item) -> Iterator[Flaw]:
    """`a` or `an` before options of which some do not fit.

    After `an` at the end of the question only options that begin with a vowel can be right.
    """
    found = _ENDS_IN_ARTICLE.search(item.stem)
    if found is None:
        return
    wants_an = found["article"].lower() == "an"
    misfits = [option for option in item.distractors if _takes_an(option) is (not wants_an)]
    if misfits:
        yield Flaw(
            f"{misfits[0]!r} cannot follow the {found['article']!r} at the end of the question",
            "end the question before the article and give each option its own",
            item.at_stem,
        )


_ASKS_FOR = re.compile(
    r"\s*(?:what|which|who)(?: of (?:the following|these|those)|(?: [a-z]+){0,2}?) (?P<first>is|are|was|were)\b"
    r"|\b(?P<last>is|are|was|were)\W*$",
    re.IGNORECASE,
)
_MANY = frozenset(
    "men women people children teeth feet mice geese bacteria data ova fungi nuclei larvae phenomena criteria".split()
)
_ABOUT_NUMBER = re.compile(r"\b(?:plural|singular)\b", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\s(?:of|in|on|at|from|for|with|to|that|which|who|between)\s", re.IGNORECASE)


def _is_plural(option: str) -> bool | None:
    """Whether ``option`` names several things; None where that cannot be told."""
    words = words_of(_HEAD_ENDS.split(option)[0])
    if not words:
        return None
    if "and" in words or words[-1] in _MANY:
        return True
    if words[0] in {"a", "an", "one", "each"}:
        return False
    last = words[-1]
    if last.endswith(("ss", "us", "is", "ics", "'s", "’s", "ness")):
        return False if last.endswith(("ss", "us", "ness")) else None
    return last.endswith("s")


@question_rule(
    "Q109",
    "number-cue",
    kinds=("choice",),
    words=("is", "are", "was", "were"),
    english=True,
    source=f"{HDR}, guideline 28c (grammatical inconsistencies); {NBME} (grammatical cues)",
)
def number_cue(item: Item) -> Iterator[Flaw]:
    """Only the key agrees with the number of the verb.

    Where the verb of the question is plural (or singular) and only the right option is, grammar answers it.
    """
    found = _ASKS_FOR.search(item.stem)
    if found is None or len(item.distractors) < 2 or _ABOUT_NUMBER.search(item.stem):
        return
    verb = (found["first"] or found["last"]).lower()
    plural = verb in {"are", "were"}
    # A name with a capital may end in s and be one: only a plural verb makes sure.
    if not plural and all(option[:1].isupper() for option in item.options):
        return
    if _is_plural(item.keys[0]) is plural and all(_is_plural(option) is (not plural) for option in item.distractors):
        yield Flaw(
            f"only the right option fits {verb!r} in number",
            "make all options singular or all plural, or ask so that both fit",
            item.at_option(item.keys[0]),
        )


@question_rule(
    "Q116",
    "convergence",
    kinds=("choice",),
    prose=True,
    english=True,
    source=f"{NBME} (convergence); {HDR}, guideline 28e (pairs or triplets of options)",
)
def convergence(item: Item) -> Iterator[Flaw]:
    """The key shares more with the other options than any of them does.

    Authors make wrong options by changing one part of the right one, so the option that shares most with the
    others is the one to guess.
    """
    options = item.options
    if len(options) < 4 or " " not in item.keys[0].strip():
        return
    parts = {
        option: frozenset(word for word in content(item.option_words[option]) if not word.isdecimal())
        for option in options
    }
    in_all = frozenset.intersection(*parts.values())
    frequency = Counter(part for each in parts.values() for part in each)
    key = parts[item.keys[0]] - in_all
    # Every part of the key must come back in another option; a part that sets it apart ends the pattern.
    if len(key) < 2 or any(frequency[part] < 2 for part in key):
        return
    shared = {option: sum(frequency[part] - 1 for part in parts[option] - in_all) for option in options}
    if all(shared[option] < shared[item.keys[0]] for option in item.distractors):
        echoed = [word for word in item.option_words[item.keys[0]] if not key.isdisjoint(content([word]))]
        yield Flaw(
            f"the right option shares most with the others: {', '.join(map(repr, echoed))}",
            "vary all options alike, each part with each other, or make them quite different",
            item.at_option(item.keys[0]),
        )


@question_rule(
    "Q124",
    "answer-in-stem",
    kinds=("choice", "short"),
    source=f"{HDR}, guideline 28b (options identical to words in the stem)",
)
def answer_in_stem(item: Item) -> Iterator[Flaw]:
    """The answer stands in the stem, and no wrong option does.

    A question that holds its own answer can be answered by reading it.
    """
    question = item.question
    assert isinstance(question, ChoiceQuestion | ShortQuestion)
    answer = question.answer
    if len(answer) < 3 or answer.lower() not in item.stem.lower():
        return
    stem = fold(unquoted(item.stem))
    if not stands_in(fold(answer), stem) or re.search(r"\bor\b", stem):
        return
    if any(fold(option) in stem for option in item.distractors):
        return
    yield Flaw(
        f"the question holds its answer: {answer!r}",
        "describe it in other words, or ask for something else",
        item.at_stem,
    )
