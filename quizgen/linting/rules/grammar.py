"""The rule about keys that stand out by their grammatical form."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.text.lazy_pattern import lazy_pattern

# Without a vowel before the ending, a word is no form of a shorter one: bring, spring, thing, string.
_ING = r"[a-z]*[aeiouy][a-z]*ing"
# "Leading questions can alter a memory", "Swimming is forbidden": the predicate of a sentence.
_OF_SENTENCE = (
    r"(?: (?!(?:that|which|who|where|when|if|because|so|than|as|and|or)\b)[\w-]+){0,4}"
    r" (?:is|are|was|were|has|have|had|can|cannot|could|may|might|will|would|must|should|does|do|did|makes?|causes?"
    r"|leads?|raises?|lowers?|increases?|decreases?|reduces?|helps?|prevents?|allows?|requires?)\b"
    # "Packing together leaves less of the body exposed"
    r"|(?: (?!(?:that|which|who|and|or)\b)[\w-]+){0,3}"
    r" (?:leaves|keeps|gives|takes|lets|saves|adds|slows|speeds|protects|creates|produces|forms|changes|removes|stops"
    r"|brings|means|shows|turns|moves|holds|releases|spreads|improves|avoids|limits|destroys|weakens|strengthens"
    r"|exposes|hides|kills|cools|warms|dries|draws|pushes|pulls|forces|ensures|uses|wastes|needs|costs|hurts|damages)"
    r" (?:an?|the|its?|their|them|his|her|him|one|you|people|all|more|less|fewer|most|much|many|no|some|little"
    r"|too)\b"
    # "Leading questions bias the results", "Boiling liquids fill their containers"
    r"| [a-z]+[^s\W]s (?!(?:in|on|at|to|of|for|from|by|with|into|out|off|over|up|down|under|and|or|than|as|that|before"
    r"|after|against|between|through|without|near|during)\b)[a-z]{3,} (?:an?|the|its?|their|them|his|her|all"
    r"|more|less|[a-z]+s)\b"
)
# What a phrase is, by how it begins: "reducing it", "to reduce it", "by reducing it", "because it is smaller".
_FORMS = {
    "an -ing form": lazy_pattern(
        rf"(?!(?:during|something|nothing|anything|everything|according)\b){_ING}(?!{_OF_SENTENCE})"
        r" (?:an?|the|it|them|its|their|his|her|your|one|all|more|less|fewer|to|up|down|in|on|at|from|by|with|for|into"
        r"|out|off|over|[a-z]+ly|[a-z]+s)\b",
        re.IGNORECASE,
    ),
    "an infinitive": lazy_pattern(
        r"to (?!the\b|an?\b|its?\b|their\b|his\b|her\b|one\b|all\b)[a-z]{2,}\b", re.IGNORECASE
    ),
    "a phrase with 'by' and an -ing form": lazy_pattern(rf"by (?:[a-z]+ly )?{_ING}\b", re.IGNORECASE),
    "a reason": lazy_pattern(r"because\b", re.IGNORECASE),
}
_FEWEST_DISTRACTORS = 2


@question_rule(
    "Q154",
    "form-cue",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{HDR}, guidelines 23 and 28c (options homogeneous in grammatical structure; grammatical inconsistencies)",
)
def form_cue(item: Item) -> Iterator[Flaw]:
    """Flag keys that are the only option of their grammatical form, such as the only infinitive among -ing forms. Also
    flag options in three or more different forms, such as "to give …", "it gives …" and "giving …", and translations
    that are different parts of speech.

    ## Why it matters
    Learners can guess the key from grammar alone if it is the only option that fits the stem or if it differs in form
    from the others.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: To prune a tree is to
      answer: cut off some of its branches
      distractors: [digging up the roots, spraying the leaves, moving it to another place]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: To prune a tree is to
      answer: cut off some of its branches
      distractors: [dig up its roots, spray its leaves, move it to another place]
    ```
    """
    key = item.keys[0]
    if (different := _different_translations(item)) is not None:
        yield Flaw(
            f"the options are different parts of speech: {', '.join(map(repr, different))}",
            "give all options the part of speech of the word that is asked about",
            item.stem_path,
        )
        return
    if len(item.distractors) < _FEWEST_DISTRACTORS or not all(" " in option for option in item.options):
        return
    if item.asks_about_form or _JUDGES_LANGUAGE.search(item.stem):
        return
    form, *others = [_form_of(option) for option in (key, *item.distractors)]
    # "boiling water" may be a thing or an action.
    unsure = [key] if form is None else item.distractors if others[0] is None else ()
    if form not in others and len(set(others)) == 1 and not any(_MAYBE_ING.match(option) for option in unsure):
        odd = form if form is not None else f"not {others[0]}"
        yield Flaw(
            f"only the key is {odd}",
            "give all options the same grammatical form",
            item.option_path(key),
        )
    elif (different := _different_forms(item)) is not None:
        yield Flaw(
            f"the options differ in grammatical form: {', '.join(map(_beginning, different))}",
            "give all options the same grammatical form",
            item.option_path(different[0]),
        )


_QUOTED_WORD = r"(?:[*\"“‘'][^*\"”’']+[*\"”’']|`[^`]+`)"
_MEANING = lazy_pattern(
    rf"what (?:does|do) (?:the \w+(?: \w+)? )?{_QUOTED_WORD} mean\b"
    rf"|what is (?:the meaning of )?{_QUOTED_WORD}(?: in English)?\?",
    re.IGNORECASE,
)
_PARTS_OF_SPEECH = {
    "verb": lazy_pattern(r"to (?!(?:the|an?|my|your|his|her|our|their|me|you|him|us|them)\b)[a-z]+"),
    "adverb": lazy_pattern(
        r"(?:on|in|at|under|with|from|by|for|of|behind|between|after|before|during|without|into|over) .+"
        r"|(?!family|reply|supply|holy|ugly|early|friendly|lonely|lovely|belly|jelly|lily|july|silly)[a-z]{3,}ly"
        r"|yesterday|today|tomorrow|soon|never|always|often|here|there|now|then"
    ),
}


def _different_translations(item: Item) -> list[str] | None:
    """Return a verb, an adverb and another word if the stem asks what a word means: to drink, soon, table."""
    if not _MEANING.match(item.stem):
        return None
    first: dict[str, str] = {}
    for option in item.options:
        part = next((part for part, pattern in _PARTS_OF_SPEECH.items() if pattern.fullmatch(option)), "other")
        first.setdefault(part, option)
    return list(first.values()) if len(first) > len(_PARTS_OF_SPEECH) else None


_JUDGES_LANGUAGE = lazy_pattern(
    r"\b(?:gerunds?|infinitives?|participles?|clauses?|phrases?|grammatical\w*|verbs?|sentences?|completes?)\b",
    re.IGNORECASE,
)


_MANY_FORMS = 3
_BEGINNINGS = {
    "-ing form": lazy_pattern(
        rf"(?!(?:during|something|nothing|anything|everything|according)\b){_ING}\b", re.IGNORECASE
    ),
    "infinitive": _FORMS["an infinitive"],
    "sentence": lazy_pattern(r"(?:it|they|he|she|you|we|there|people|this|one) (?!of\b)[a-z]+", re.IGNORECASE),
    "verb": lazy_pattern(r"[a-z]{2,}[^s\W]s (?:the|an?|its|their|his|her|all|every|each|another)\b", re.IGNORECASE),
    "adverbial": lazy_pattern(
        r"(?:when|if|because|where|while|by|for|in|on|at|with|from|after|before|until|without|through|as|since"
        r"|during)\b",
        re.IGNORECASE,
    ),
    "noun phrase": lazy_pattern(r"(?:the|an?|its|their|his|her|no|some|more|less)\b", re.IGNORECASE),
}
"""How the forms begin; an adverbial is a phrase or a clause."""
_MAY_BE_SUBJECT = ("-ing form", "noun phrase")
_SENTENCE = lazy_pattern(
    rf"{_ING}(?:{_OF_SENTENCE})|(?:the|an?|its|their|his|her|no|some|more|less)(?: (?!(?:that|which|who|whose|where"
    r"|when|if|because|so|than|as)\b)[\w'’-]+){1,5} (?:is|are|was|were|has|have|had|can|cannot|could|may|might|will"
    r"|would|must|should|does|do|did)\b",
    re.IGNORECASE,
)
"""A sentence whose subject is an -ing form or a noun: "The ice is firmer in the middle"."""
_MAY_BE_TITLES = lazy_pattern(
    r"\b(?:titles?|novels?|books?|films?|movies?|songs?|albums?|plays?|poems?|paintings?|works?|stor(?:y|ies)"
    r"|proverbs?|sayings?"
    r"|idioms?|expressions?|mottos?|slogans?|quot\w+|lines?|lyrics?|headlines?|words?|says?|said|wrote|written"
    r"|repl(?:y|ies)"
    r"|respon\w+|answers?|messages?|prompts?|operas?|musicals?|series|episodes?|headings?)\b",
    re.IGNORECASE,
)


def _different_forms(item: Item) -> list[str] | None:
    """Return options of three or more grammatical forms, one of each."""
    first: dict[str, str] = {}
    for option in item.options:
        form = next((name for name, pattern in _BEGINNINGS.items() if pattern.match(option.strip())), None)
        if form in _MAY_BE_SUBJECT and _SENTENCE.match(option.strip()):
            form = "sentence"
        if form is not None:
            first.setdefault(form, option)
    if len(first) < _MANY_FORMS or _MAY_BE_TITLES.search(item.stem) or item.option_text.istitle():
        return None
    return list(first.values())


def _beginning(option: str) -> str:
    words = option.split()
    return repr(f"{words[0]} {words[1]} …" if len(words) > 2 else option)


_MAYBE_ING = lazy_pattern(rf"{_ING}\b", re.IGNORECASE)


def _form_of(option: str) -> str | None:
    return next((form for form, pattern in _FORMS.items() if pattern.match(option.strip())), None)
