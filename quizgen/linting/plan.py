"""Which rules a question needs: those whose words, characters and field it has."""

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar

from quizgen.linting.item import Item
from quizgen.linting.registry import RULES, OptionalField, QuestionRule, SeedRule, SetRule
from quizgen.linting.selection import Selection
from quizgen.questions.kinds import KINDS, Kind

R = TypeVar("R", QuestionRule, SetRule, SeedRule)

_MOST_COMBINATIONS = 10_000
"""The most combinations of what questions have whose rules are remembered."""


class _Found(NamedTuple):
    """What a question has of what the rules depend on."""

    words: frozenset[str]
    signs: frozenset[str]
    fields: tuple[OptionalField, ...]
    has_code: bool

    def needs(self, rule: QuestionRule) -> bool:
        """Return whether ``rule`` can report a question that has this."""
        return (
            (rule.triggers is None or not rule.triggers.isdisjoint(self.words))
            and (not rule.signs or not self.signs.isdisjoint(rule.signs))
            and (rule.field is None or rule.field in self.fields)
            and not (rule.skips_code and self.has_code)
        )


class Plan:
    """The rules for one kind of question, in the order of their codes.

    What a question has is found for all rules at once: their words in one intersection, their characters in one search.
    Most questions of a set have the same few of these, so the rules for each combination are remembered.
    """

    def __init__(self, rules: list[QuestionRule]) -> None:
        self._rules = rules
        self._triggers = frozenset[str]().union(*(rule.triggers for rule in rules if rule.triggers is not None))
        signs = "".join(sorted({sign for rule in rules for sign in rule.signs}))
        self._sign = re.compile(f"[{re.escape(signs)}]") if signs else None
        self._fields = tuple(dict.fromkeys(rule.field for rule in rules if rule.field is not None))
        self._known: dict[_Found, list[QuestionRule]] = {}

    def rules_for(self, item: Item) -> list[QuestionRule]:
        """Return the rules to run on ``item``: one list for all questions that need the same."""
        question = item.question
        found = _Found(
            self._triggers & item.words,
            frozenset(self._sign.findall(item.all_text)) if self._sign is not None else frozenset(),
            tuple([field for field in self._fields if getattr(question, field) is not None]),
            bool(item.options) and item.has_code_options,
        )
        if (rules := self._known.get(found)) is None:
            rules = list(filter(found.needs, self._rules))
            if len(self._known) < _MOST_COMBINATIONS:
                self._known[found] = rules
        return rules


@lru_cache(maxsize=64)
def plans_for(selection: Selection, english: bool) -> dict[Kind, Plan]:
    """Return the plan of each kind for the selected rules; ``english`` is whether the set is in English."""
    rules = selected(QuestionRule, selection, english)
    return {kind: Plan([rule for rule in rules if kind in rule.kinds]) for kind in KINDS}


def selected(kind: type[R], selection: Selection, english: bool) -> list[R]:
    """Return the selected rules of a class that can check a set in English, or in another language."""
    return [
        rule
        for code, rule in sorted(RULES.items())
        if isinstance(rule, kind) and selection.includes(code) and (english or not rule.english)
    ]
