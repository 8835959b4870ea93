"""Which phrases with "the" are unclear: each rule decides about its samples, in the order of the table."""

import re
from collections import Counter

import pytest

from quizgen.generating.noun_phrases import descriptions_in
from quizgen.generating.topic import Topic
from quizgen.generating.unclear import RULES, Case, Known, Rule, Said, deciding_rule
from quizgen.text.word_forms import singular

SAMPLES = [
    pytest.param(rule, sample, verdict, id=f"{rule.applies.__name__}-{verdict}")
    for rule in RULES
    for sample, verdict in ((rule.unclear, True), (rule.clear, False))
    if sample
]


def said_in(sentences: list[str], title: str) -> Said:
    """Return what ``sentences`` say: their words, and what their names are called by."""
    text = " ".join(sentences)
    known: dict[str, list[Known]] = {}
    for name in re.findall(r"(?<=the )[A-Z]\w+ [A-Z]\w+", text):
        known.setdefault(singular(name.split()[-1].lower()), []).append(Known(name, 1))
    introduced = set(re.findall(r"\b[Aa]n? ([a-z]+)", text))
    topic = Topic(title.lower(), frozenset(), noun=title.lower().removeprefix("the ")) if title else None
    words = {singular(word) for word in re.findall(r"\b[a-z]{3,}", text)}
    return Said(words, known, introduced, {singular(word.lower()) for word in title.split()}, topic)


@pytest.mark.parametrize(("rule", "sample", "verdict"), SAMPLES)
def test_a_rule_decides_about_its_samples(rule: Rule, sample: str, verdict: bool) -> None:
    *before, marked = sample.split(" / ")
    title = before.pop(0).removeprefix("# ") if before and before[0].startswith("# ") else ""
    said, text, phrase = said_in(before, title), marked.replace("*", ""), marked.split("*")[1]
    one = next(one for one in descriptions_in(text) if one.text == phrase)
    decides = deciding_rule(case := Case(text, one, said))
    assert (decides.applies.__name__, decides.finds_unclear(case)) == (rule.applies.__name__, verdict)


def test_each_rule_has_a_sample_of_each_verdict() -> None:
    for rule in RULES:
        expected = (rule.verdict, not rule.verdict) if isinstance(rule.verdict, bool) else (True, True)
        assert (bool(rule.unclear), bool(rule.clear)) == expected, rule.applies.__name__
    assert max(Counter(rule.applies for rule in RULES).values()) == 1
