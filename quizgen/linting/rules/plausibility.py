"""The rule about options that are too far from the question to be believed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, takewhile

from quizgen.linting.finding import Flaw
from quizgen.linting.household_names import misfit_person
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.linting.wording import OF_OPTIONS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.series import series
from quizgen.text.word_forms import singular

_FACTOR = 100
"""A number that is so many times as large as all others, which are close to each other, is of another size."""
_CLOSE = 10
_PLAIN = lazy_pattern(r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<unit>(?: [a-z]+)?)")
_SIZES_DIFFER = lazy_pattern(
    r"\b(?:orders? of magnitude|powers?|significant|factor|scale|metric|convert\w*|prefix\w*)\b"
)


@question_rule(
    "Q157",
    "implausible-option",
    kinds=WITH_OPTIONS,
    skips_code=True,
    english=True,
    source=f"{HDR}, guidelines 28f and 29 (no blatantly absurd options; all distractors plausible)",
)
def implausible_option(item: Item) -> Iterator[Flaw]:
    """Flag options that are far from what the stem asks for. Examples are a household name from another field or time
    (a pop singer among painters), something of a different kind (a bicycle among spices), and a number that is at least
    100 times larger or smaller than all the others.

    ## Why it matters
    Learners who know nothing about the subject rule the option out, so the others are easier to guess. If the odd one
    is the key, it stands out.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the ceiling of the Sistine Chapel?
      answer: Michelangelo
      distractors: [Raphael, Elvis Presley, Titian]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the ceiling of the Sistine Chapel?
      answer: Michelangelo
      distractors: [Raphael, Leonardo da Vinci, Titian]
    ```
    """
    options = item.options
    if (person := misfit_person(item.stem, options, item.keys)) is not None:
        yield Flaw(
            f"{person!r} has nothing to do with what the stem asks for",
            "replace it with someone whom learners could mistake for the key",
            item.option_path(person),
        )
        return
    if (other := _other_kind(item)) is not None:
        option, kind = other
        yield Flaw(
            f"{option!r} is a kind of {kind}, which is not what the stem asks for",
            "replace it with an option of the same kind as the others",
            item.option_path(option),
        )
        return
    if (other := _thing_or_process(item)) is not None:
        option, offered = other
        yield Flaw(
            f"{option!r} names {offered}, which is not what the stem asks for",
            "replace it with an option of the same kind as the key",
            item.option_path(option),
        )
        return
    if (mixed := _mixed_kinds(item)) is not None:
        yield Flaw(
            f"the options are of different kinds: {mixed}",
            "use options of the same kind as the key, between which learners have to choose",
            item.stem_path,
        )
        return
    if (misfit := _misfit_number(item.stem, options)) is not None:
        number, size = misfit
        yield Flaw(
            f"{number!r} is far {size} than all the other options",
            "use numbers that learners could arrive at by mistake",
            item.option_path(number),
        )


_KIND_WORDS = 3
"""After how many words at most the kind of the answer is named: "Which internal organ …"."""
_FEWEST_OPTIONS = 3
_HEAD_ENDS = frozenset("of in on at for from with to that which who by as and or".split())
_KINDS = frozenset(
    "organ bone muscle tooth bird fish mammal reptile insect tree vehicle weapon garment furniture building fabric"
    " beverage cheese bread metal gas acid emotion disease sport dance river mountain ocean planet drug"
    " utensil tool appliance machine instrument".split()
)
"""Kinds of things that nobody mistakes for each other, unless one thing is of both."""
_ASKED_FOR = _KINDS | frozenset(
    "spice herb vegetable fruit cereal animal flower pasta city country star constellation mineral rock gland vitamin"
    " hormone god goddess emperor particle planet".split()
)
"""Kinds of things of which few things of other kinds are."""
_OF_SEVERAL_KINDS = frozenset("leatherjacket swift darter skimmer".split())
"""Names that animals of several kinds share, of which the list of nouns lacks some: a larva, a moth, dragonflies."""
_SUBSTANCES = frozenset("acid gas metal drug".split())
_MAY_BE_SUBSTANCES = frozenset("spice mineral rock vitamin hormone drug particle gas metal acid".split())
"""What may be one of these as well: a hormone may be an acid."""


def _head_phrase(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a noun phrase up to the noun that it is about: "red blood cell" without "of a mammal"."""
    if _HEAD_ENDS.isdisjoint(words):
        return words
    return words[: next(at for at, word in enumerate(words) if word in _HEAD_ENDS)]


def _head(words: Sequence[str]) -> str:
    """Return the noun that the words of a noun phrase are about: cell, for "red blood cell of a mammal"."""
    return "".join(_head_phrase(words)[-1:])


@lru_cache(maxsize=4096)
def _kinds_of(noun: str) -> tuple[str, ...]:
    return tuple([kind for kind in _KINDS if is_kind_of(noun, kind)])


def _other_kind(item: Item) -> tuple[str, str] | None:
    """Return the only distractor that is of another kind than the stem asks for, and its kind: a kneecap among organs.

    What is not certainly of another kind is left out, since the list of nouns does not know everything.
    """
    words = item.stem_words
    asking = next((at for at, word in enumerate(words[:2]) if word in {"which", "what"}), None)
    if asking is None or len(item.options) < _FEWEST_OPTIONS or item.asks_about_form:
        return None
    first = asking + 1
    if words[first : first + 2] in OF_OPTIONS:  # "Which of these minerals …"
        first += 2
    after = _head_phrase(words[first : first + _KIND_WORDS])
    asked = next((kind for word in after if (kind := singular(word)) in _ASKED_FOR), None)
    if asked is None:
        return None
    # The last word of a name is no noun: Puerto Rico.
    heads = {
        option: "" if " " in option and option.istitle() else _head(item.option_words[option])
        for option in item.options
    }
    kinds = {option: _kinds_of(head) for option, head in heads.items()}
    if not any(kinds.values()):
        return None
    # "Bones" and "muscles" are wide terms, which may be chosen as such.
    named = {
        option: head
        for option, head in heads.items()
        if (singular(head) not in _KINDS or len(item.option_words[option]) > 1)
        and singular(head) not in _OF_SEVERAL_KINDS
    }
    odd = [(option, kind) for option, head in named.items() for kind in kinds[option] if is_mainly(head, kind)]
    odd = [(option, kind) for option, kind in odd if not (is_kind_of(heads[option], asked) or is_kind_of(kind, asked))]
    if asked in _MAY_BE_SUBSTANCES:
        odd = [(option, kind) for option, kind in odd if kind not in _SUBSTANCES]
    if len(odd) != 1 or odd[0][0] in item.keys or any(odd[0][1] in kinds[each] for each in heads if each != odd[0][0]):
        return None
    return odd[0]


_BASIC_KINDS = {
    "a person": ("person",),
    "a living thing": ("animal", "plant"),
    "a disease": ("disease", "pathology"),
    "a feeling": ("feeling",),
    "a food": ("food",),
    "a thing": ("artifact",),
    "a substance": ("substance",),
    "an action or event": ("process", "act", "event"),
    "a part of the body": ("organ", "bone", "muscle", "gland", "duct", "vein", "nerve"),
    "a place": ("location",),
    "a time": ("period",),
}
"""Kinds that nothing is at once, for the most common meanings of nouns."""
_FEWEST_KINDS = 3
_LONGEST_NAME = 3
_SHORT_GERUND = 6
"""A word in -ing that is no longer may be anything: "spring", "lining"."""
_WIDE_STEM = lazy_pattern(
    r"\b(?:causes?|caused|influenc\w+|affects?|contain\w*|needs?|requir\w+|symbol\w*|represent\w*|stands? for|means?"
    r"|meaning|called|example|examples|examples? of|words?|noun|term|associated|helps?|destroy\w*|kill\w*|threat\w*"
    r"|sold|goods?|exports?|imports?|invent\w*|discover\w*|about|deals?|described?|describes|depends?|best known|famous"
    r"|title|painting|poem|novel|subject|picture|shows?|happen\w*|translat\w+|not|except|of these|of the following)\b",
    re.IGNORECASE,
)
"""What may be anything: a cause, a symbol, the subject of a painting."""


@lru_cache(maxsize=4096)
def _basic_kinds(noun: str) -> tuple[str, ...]:
    """Return the basic kinds of ``noun`` in any meaning, that of the most common one first; none if that has none."""
    if not is_noun(noun):
        return ("an action or event",) if noun.endswith("ing") and len(noun) > _SHORT_GERUND else ()
    main = [name for name, kinds in _BASIC_KINDS.items() if any(is_mainly(noun, kind) for kind in kinds)]
    if not main:
        return ()
    return (
        *main,
        *(name for name, kinds in _BASIC_KINDS.items() if any(is_kind_of(noun, kind) for kind in kinds)),
    )


def _mixed_kinds(item: Item) -> str | None:
    """Return what the options are if three are of kinds without any overlap: ureter, cystitis, dialysis."""
    if item.kind != "choice" or not item.stem_words or item.stem_words[0] not in {"what", "which", "how"}:
        return None
    kinds: dict[str, tuple[str, ...]] = {}
    for option in item.options:
        words = item.option_words[option]
        # The last word of a name is no noun: Ansel Adams, only Mark.
        is_named = len(words) > 1 and option.strip().split()[-1].istitle()
        if 0 < len(words) <= _LONGEST_NAME and not is_named and (found := _basic_kinds(_head(words))):
            kinds[option] = found
    if len(kinds) < _FEWEST_KINDS or _WIDE_STEM.search(item.stem) or item.asks_about_form:
        return None
    for three in combinations(kinds, _FEWEST_KINDS):
        if all(frozenset(kinds[one]).isdisjoint(kinds[other]) for one, other in combinations(three, 2)):
            return series([f"{option!r} is {kinds[option][0]}" for option in three])
    return None


_ASKS_WHAT_FOR = lazy_pattern(
    r"\s*(?:what|which) (?:is|are|was|were) (?:the |an? )?(?:[a-z]+ )?(?:functions?|purposes?|jobs?|tasks?)\b"
    r"|\s*(?:what|which) (?:[a-z]+ )?(?P<process>process|activity|reaction)\b"
    r"|\s*(?:what|which) (?:[a-z]+ )?(?P<thing>organs?|organelles?|bones?|glands?|tissues?|parts?|tools?|devices?"
    r"|instruments?|utensils?|machines?)\b(?! of\b)",
    re.IGNORECASE,
)
"""What a thing does, or the thing that does it."""
_WHAT_FOR_WORDS = frozenset(
    "function functions purpose purposes job jobs task tasks process activity reaction organ organs organelle"
    " organelles bone bones gland glands tissue tissues part parts tool tools device devices instrument instruments"
    " utensil utensils machine machines".split()
)
"""Every question of this kind contains one of these words."""
_PROCESSES = ("process", "act", "action", "activity", "event", "change")
_OBJECTS = ("object", "organ", "structure", "tissue", "cell", "part", "artifact")


@lru_cache(maxsize=4096)
def _is_process(noun: str) -> bool:
    return any(is_mainly(noun, kind) for kind in _PROCESSES) and not any(is_mainly(noun, kind) for kind in _OBJECTS)


@lru_cache(maxsize=4096)
def _is_object(noun: str) -> bool:
    return any(is_mainly(noun, kind) for kind in _OBJECTS) and not any(is_kind_of(noun, kind) for kind in _PROCESSES)


def _thing_or_process(item: Item) -> tuple[str, str] | None:
    """Return a distractor that is a thing if the stem asks what something does, or the reverse, and what it names."""
    if _WHAT_FOR_WORDS.isdisjoint(item.stem_words) or len(item.options) < _FEWEST_OPTIONS:
        return None
    found = _ASKS_WHAT_FOR.match(item.stem)
    if found is None or item.asks_about_form:
        return None
    misfits, names = (_is_object, "a thing") if found["thing"] is None else (_is_process, "a process")
    heads = {option: _head(words) for option, words in item.option_words.items()}
    if any(misfits(heads[key]) or (found["thing"] is None and not _is_process(heads[key])) for key in item.keys):
        return None
    odd = [option for option in item.distractors if misfits(heads[option]) and not option[1:].istitle()]
    return (odd[0], names) if 2 * len(odd) <= len(item.options) and odd else None


def _misfit_number(stem: str, options: Sequence[str]) -> tuple[str, str] | None:
    """Return the only option that is far "larger" or "smaller" than all others, which have the same unit, and which."""
    found = takewhile(bool, (_PLAIN.fullmatch(option.strip()) for option in options))
    plain = [each for each in found if each is not None]
    if len(plain) != len(options) or len(plain) < _FEWEST_OPTIONS or len({each["unit"] for each in plain}) > 1:
        return None
    values = [int(each["number"].replace(",", "")) for each in plain]
    if min(values) <= 0 or _SIZES_DIFFER.search(stem):
        return None
    for at, value in enumerate(values):
        others = values[:at] + values[at + 1 :]
        is_odd = value >= _FACTOR * max(others) or value * _FACTOR <= min(others)
        if is_odd and max(others) <= _CLOSE * min(others):
            return options[at], "larger" if value > max(others) else "smaller"
    return None
