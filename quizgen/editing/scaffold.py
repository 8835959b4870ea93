"""A first seed and a first set: short, commented, and valid."""

import re
from dataclasses import dataclass
from pathlib import Path

from quizgen.loading.likely_mistakes import EXAMPLES
from quizgen.text.yaml_scalars import scalar

_PLAIN_PATH = re.compile(r"[a-z./][\w./-]*", re.ASCII)
SCHEMA_FOLDER = ".quizgen"


@dataclass(frozen=True, slots=True)
class NewSet:
    """What an author decides at the start.

    ``source`` is the title of the text that the facts come from, if any; ``facts`` is an existing seed, as the set
    names it.
    """

    id: str
    title: str
    source: str | None = None
    sha256: str | None = None
    language: str | None = None
    markdown: bool = False
    """Whether the set is written as Markdown."""
    facts: str | None = None


def scaffold(new_set: NewSet) -> dict[Path, str]:
    """Return the files of a new set, keyed by path in the project folder; a set without a source gets no seed."""
    if new_set.markdown:
        files = {Path("decks", f"{new_set.id}.md"): _markdown(new_set)}
    else:
        files = {Path("decks", f"{new_set.id}.yaml"): _set(new_set)}
    if new_set.source is not None and new_set.facts is None:
        files = {Path("seeds", f"{new_set.id}.yaml"): _seed(new_set, new_set.source), **files}
    return files


def _schema_line(name: str) -> str:
    return f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/{name}.schema.json\n"


def _seed(new_set: NewSet, source: str) -> str:
    sha256 = (
        f"  sha256: {new_set.sha256}\n"
        if new_set.sha256
        else "  # sha256: hash of your copy of the text (added by `quizgen record`); required by `check --article`\n"
    )
    return f"""\
{_schema_line("seed")}# Facts from one text, each in your own words. `quizgen check` reports errors.
id: {scalar(new_set.id)} # permanent
source:
  title: {scalar(source)}
{sha256}
topics: # id: name as learners see it; scores are kept by topic
  general: General

# People, places, organizations and events. If one of them is the answer to a question, other entities of the same type
# and group are proposed as distractors.
# entities:
#   volga: {{name: Volga, type: place, group: river, role: Longest river in Europe, aliases: [Volga river]}}

facts:
  # This is an example, not from your text. Write your own facts below, then remove the example.
  # Ids are permanent and must never be reused.
  - id: example-boiling-point
    topic: general
    statement: "{EXAMPLES["example-boiling-point"]}"
    citation: {{paragraph: 1}} # counted from 1 (the title); `quizgen coverage` shows the numbers
    ask:
      - stem: At what temperature, in degrees Celsius, does water boil at sea level?
        answer: c1
        distractors: [80, 90, 120]
    # attribution: who makes the claim, if the statement is a claim
"""


def _set(new_set: NewSet) -> str:
    language = f"language: {new_set.language}\n" if new_set.language else ""
    head = f"""\
{_schema_line("set")}# `quizgen check` reports errors, `quizgen preview` shows the set, `quizgen add` adds a question.
id: {scalar(new_set.id)} # permanent: reviews and Anki history depend on it
title: {scalar(new_set.title)}
{language}# description: what the set is about
# tags: [geography]
"""
    if new_set.facts is not None:
        return f"{head}{_facts_line(new_set)}"
    if new_set.source is not None:
        facts = _facts_line(new_set)
        return f"""\
{head}{facts}
questions: # written by hand, in addition to those from the facts
  # This is an example. Change or remove it.
{_EXAMPLE}"""
    return f"""\
{head}
questions:
  # This is an example. Write your own questions below, then remove the example. Ids are permanent; never reuse them.
{_EXAMPLE}"""


_EXAMPLE = f"""\
  - id: example-melting-point
    kind: choice
    stem: {EXAMPLES["example-melting-point"]}
    answer: 0
    distractors: [-10, 10, 32]
    explanation: Ice melts at 0 degrees Celsius, which is 32 degrees Fahrenheit.

  # Other kinds, without ids, which `quizgen fix` adds. See docs/authoring.md for more, such as order and match.
  # - kind: short
  #   stem: {EXAMPLES["example-steam"]}
  #   answer: steam
  #   accept: [water vapor]
  # - kind: number
  #   stem: At what temperature does water boil at sea level?
  #   answer: 100
  #   unit: °C
  #   tolerance: 1
  # - kind: true_false
  #   stem: Ice floats on water.
  #   answer: true
  # - kind: multiple
  #   stem: Which of these are forms of ice?
  #   answers: [hail, snow]
  #   distractors: [dew, fog]
  # - kind: cloze
  #   text: When steam cools, it {{{{c1::condenses}}}}.
  # - kind: card
  #   stem: Why does ice float on water?
  #   answer: It is less dense than water.
"""


def _facts_line(new_set: NewSet) -> str:
    path = new_set.facts or f"../seeds/{new_set.id}.yaml"
    written = path if _PLAIN_PATH.fullmatch(path) else scalar(path)
    return f"facts: {written} # each fact yields several kinds of questions\n"


def _markdown(new_set: NewSet) -> str:
    language = f"language: {new_set.language}\n" if new_set.language else ""
    facts = _facts_line(new_set) if new_set.source or new_set.facts else ""
    return f"""\
---
id: {scalar(new_set.id)} # permanent: reviews and Anki history depend on it
title: {scalar(new_set.title)}
{language}{facts}# description: what the set is about
# tags: [geography]
---

<!-- `quizgen check` reports errors, `quizgen preview` shows the set, and `quizgen fix` adds missing ids. -->
<!-- A flashcard is `Answer: …`, a gap is {{{{c1::…}}}}, a number `=# 12 m`; docs/markdown.md shows all nine kinds. -->
<!-- These are examples. Write your own questions below, then remove these. Ids are permanent; never reuse them. -->

## Ice and water {{#example}}

### {EXAMPLES["example-melting-point"]} {{#example-melting-point}}
- [ ] -10
- [x] 0
- [ ] 10

Why: Ice melts at 0 degrees Celsius, which is 32 degrees Fahrenheit.

### {EXAMPLES["example-steam"]} {{#example-steam}}
= steam
= water vapor
"""
