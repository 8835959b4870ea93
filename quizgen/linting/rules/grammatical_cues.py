"""Rules about cues of grammar: an article or a number that fits only the key."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, WITH_OPTIONS, question_rule
from quizgen.text.content_words import is_name, words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_mainly, is_noun
from quizgen.text.verbs import SINGULAR_AUXILIARIES, is_third_person
from quizgen.text.word_forms import singular, takes_an
from quizgen.text.words import listed

_ENDS_IN_ARTICLE = lazy_pattern(r"\b(?P<article>an?)(?:[\s_*.:…?]*$|\s+_{2,})", re.IGNORECASE)
_ACRONYM = lazy_pattern(r"[A-Z](?:[A-Z]|\b)")


@question_rule(
    "Q108",
    "article-cue",
    kinds=WITH_OPTIONS,
    triggers=("a", "an"),
    english=True,
    source=f"{HDR}, guideline 28c (grammatical inconsistencies); {NBME} (grammatical cues)",
)
def article_cue(item: Item) -> Iterator[Flaw]:
    """Flag stems that end in "a" or "an" if that article does not fit all options.

    ## Why it matters
    After "an", only the options that begin with a vowel sound can be correct, so grammar rules out the others.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: A person who studies the stars is an
      answer: astronomer
      distractors: [botanist, geologist, chemist]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What is a person who studies the stars called?
      answer: astronomer
      distractors: [botanist, geologist, chemist]
    ```
    """
    found = _ENDS_IN_ARTICLE.search(item.stem)
    if found is None:
        return
    is_an = found["article"].lower() == "an"
    # An acronym may be spoken either way: an FBI agent, but a FIFA official.
    misfits = [option for option in item.options if takes_an(option) != is_an and not _ACRONYM.match(option)]
    if misfits:
        yield Flaw(
            f"the option {misfits[0]!r} does not fit the {found['article']!r} at the end of the stem",
            "remove the article from the stem and give each option its own",
            item.stem_path,
        )


_ASKS_FOR = lazy_pattern(
    r"\s*(?:what|which|who)(?: of (?:the following|these|those)|(?: [a-z]+){0,3}?) (?P<first>is|are|was|were)\b"
    r"|\bwhat (?P<called>is|are|was|were)\b[^?]*\b(?:called|known as|named|termed)\W*$"
    r"|\b(?P<last>is|are|was|were)"
    r"(?: (?:(?:\w+ly |also )?(?:called|known as|named|termed|referred to as)|examples of|kinds of|types of"
    r"|its|their|the))?\W*$",
    re.IGNORECASE,
)
_ABOUT_NUMBER_WORDS = frozenset({"plural", "singular"})
_PLURAL_VERBS = listed(
    "are were have do did can may must should will would make made form share filter give flex contain protect"
)
_JOINS = lazy_pattern(r"\b(?:and|or)\b|[,&/+]")
_NOUN_PLACES = 4
"""After how many words of a stem at most the noun comes that is asked for: "Which two chess pieces …"."""


def _asked_in_plural(item: Item) -> str | None:
    """Return the noun in the plural that is asked for ("Which bones form …") if only the key joins several things."""
    key = item.keys[0]
    if " and " not in key or any(map(_JOINS.search, item.distractors)):
        return None
    words = item.stem_words
    if words[:2] in (["who", "are"], ["who", "were"]):
        return "who are" if words[1] == "are" else "who were"
    if words[:1] not in (["which"], ["what"]):
        return None
    # The first noun in the plural that is followed by a verb in the plural, or by one that says nothing of the number.
    noun = next(
        (
            word
            for word in words[1:_NOUN_PLACES]
            if word not in SINGULAR_AUXILIARIES and singular(word) != word and is_noun(singular(word))
        ),
        None,
    )
    if noun is None or any(_is_plural(option) and not is_name(option) for option in item.distractors):
        return None
    after = words[words.index(noun) + 1 :][:1]
    return noun if after and _may_be_plural_verb(after[0]) else None


def _asked_by_noun(item: Item) -> str | None:
    """Return the noun that is asked for ("Which devices keep …") if only the key has its number, beyond any doubt."""
    words = item.stem_words
    if words[:1] not in (["which"], ["what"]):
        return None
    for at, (noun, after) in enumerate(pairwise(words[1 : _NOUN_PLACES + 1]), 1):
        if noun in _DEMONSTRATIVE or not is_noun(singular(noun)):
            continue
        then = "".join(words[at + 2 : at + 3])
        is_verb = not then or then in _ARTICLES or (singular(then) != then and is_noun(singular(then)))
        ends_in_s = after.endswith("s") and after not in _PLURAL_VERBS
        if singular(noun) != noun and (is_verb or _may_be_plural_verb(after)) and not ends_in_s:
            key, other = True, False
        elif singular(noun) == noun and not noun.endswith("s") and ends_in_s and (is_verb or is_third_person(after)):
            if noun in _COLLECTIVE or any(is_mainly(noun, kind) for kind in _UNCOUNTED):  # a system of roads
                return None
            key, other = False, True
        else:
            continue
        is_clear = _names_several(item.keys[0]) is key and all(_names_several(one) is other for one in item.distractors)
        return noun if is_clear else None
    return None


_ARTICLES = frozenset({"the", "a", "an"})
"""What follows a verb, even one that is also a noun: "Which tools measure the …", as the plural of a noun does."""
_DEMONSTRATIVE = frozenset({"of", "these", "those", "the", "kind", "kinds", "type", "types", "sort", "sorts"})
_COLLECTIVE = listed("system method network sector industry family series food product structure feature measure")
_UNCOUNTED = ("substance", "material", "abstraction", "act", "group", "process", "feeling")


def _names_several(option: str) -> bool | None:
    """Return whether ``option`` names several things of a known kind in the plural, or one; None if it is uncertain."""
    words = words_of(_HEAD_ENDS.split(option)[0])
    if not words or "and" in words or any(word[:1].isupper() for word in option.split()[1:]):
        return None
    last = words[-1]
    if words[0] in {"a", "an", "one"}:
        return False
    one = singular(last)
    if not is_noun(one) or last.endswith(("ss", "us", "is", "ics", "'s", "’s")):
        return None
    if one != last:
        return True
    return None if last.endswith("s") or any(is_mainly(one, kind) for kind in _UNCOUNTED) else False


def _may_be_plural_verb(word: str) -> bool:
    return word in _PLURAL_VERBS or word.endswith("ed") or is_third_person(f"{word}s") or is_third_person(f"{word}es")


_HEAD_ENDS = lazy_pattern(r"\s(?:of|in|on|at|from|for|with|to|that|which|who|between)\s", re.IGNORECASE)


def _is_plural(option: str) -> bool | None:
    """Return whether ``option`` is plural; None if that is uncertain."""
    words = words_of(_HEAD_ENDS.split(option)[0])
    if not words:
        return None
    last = words[-1]
    is_irregular = not last.endswith("s") and singular(last) != last
    if "and" in words or is_irregular or last == "data":
        return True
    if words[0] in {"a", "an", "one", "each"}:
        return False
    if len(words) > 1 and words[0].endswith("ing"):  # "storing passwords" is singular, "blocking stones" may be plural
        return None
    if last.endswith(("ss", "us", "is", "ics", "'s", "’s", "ness")):
        return False if last.endswith(("ss", "us", "ness")) else None
    return last.endswith("s")


@question_rule(
    "Q109",
    "number-cue",
    kinds=("choice",),
    triggers=("is", "are", "was", "were", "and", "which", "what"),
    english=True,
    source=f"{HDR}, guideline 28c (grammatical inconsistencies); {NBME} (grammatical cues)",
)
def number_cue(item: Item) -> Iterator[Flaw]:
    """Flag stems whose verb agrees in number only with the key, and stems that ask for several things ("Which bones
    form …") or one thing ("Which plant closes …") if only the key names as many.

    ## Why it matters
    If only the key matches the verb in number (singular or plural), grammar gives the answer away.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which are the blood vessels that lead to the heart?
      answer: veins
      distractors: [the lung, an artery, a capillary]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which blood vessels lead to the heart?
      answer: veins
      distractors: [lungs, arteries, capillaries]
    ```
    """
    if len(item.distractors) < 2 or not item.words.isdisjoint(_ABOUT_NUMBER_WORDS):
        return
    if (noun := _asked_in_plural(item)) is not None:
        yield Flaw(
            f"the stem asks for {noun!r}, and only the key names several",
            "use the singular in the stem, or let every option name as many",
            item.stem_path,
        )
        return
    found = _ASKS_FOR.search(item.stem)
    if found is None:
        if (asked := _asked_by_noun(item)) is not None:
            yield Flaw(
                f"only the key agrees in number with {asked!r}",
                "make all options singular or all plural",
                item.option_path(item.keys[0]),
            )
        return
    verb = (found["first"] or found["called"] or found["last"]).lower()
    plural = verb in {"are", "were"}
    # A capitalized name may end in s and still be singular, so only a plural verb is conclusive.
    if not plural and all(option[:1].isupper() for option in item.options):
        return
    if _is_plural(item.keys[0]) is plural and all(_is_plural(option) is (not plural) for option in item.distractors):
        yield Flaw(
            f"only the key agrees in number with {verb!r}",
            "make all options singular or all plural, or reword the stem so that singular and plural options both fit",
            item.option_path(item.keys[0]),
        )
