"""The rule about keys that stand out by their grammatical form."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.text.lazy_pattern import lazy_pattern

# Without a vowel before the ending, a word is no form of a shorter one: bring, spring, thing, string.
_ING = r"[a-z]*[aeiouy][a-z]*ing"
# What a phrase is, by how it begins: "reducing it", "to reduce it", "by reducing it", "because it is smaller".
_FORMS = {
    "an -ing form": lazy_pattern(
        rf"(?!(?:during|something|nothing|anything|everything|according)\b){_ING} (?:an?|the|it|them|its|their|his"
        r"|her|your|one|all|more|less|fewer|to|up|down|in|on|at|from|by|with|for|into|out|off|over|[a-z]+ly|[a-z]+s)\b",
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
    """Flag keys that are the only option of their grammatical form, such as the only infinitive among -ing forms.

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
    if len(item.distractors) < _FEWEST_DISTRACTORS or not all(" " in option for option in item.options):
        return
    if item.asks_about_form or _JUDGES_LANGUAGE.search(item.stem):
        return
    form, *others = [_form_of(option) for option in (key, *item.distractors)]
    # "boiling water" may be a thing or an action.
    unsure = [key] if form is None else item.distractors
    if form not in others and len(set(others)) == 1 and not any(_MAYBE_ING.match(option) for option in unsure):
        odd = form if form is not None else f"not {others[0]}"
        yield Flaw(
            f"only the key is {odd}",
            "give all options the same grammatical form",
            item.option_path(key),
        )


_JUDGES_LANGUAGE = lazy_pattern(
    r"\b(?:gerunds?|infinitives?|participles?|clauses?|phrases?|grammatical\w*|verbs?|sentences?|completes?)\b",
    re.IGNORECASE,
)


_MAYBE_ING = lazy_pattern(rf"{_ING}\b", re.IGNORECASE)


def _form_of(option: str) -> str | None:
    return next((form for form, pattern in _FORMS.items() if pattern.match(option.strip())), None)
