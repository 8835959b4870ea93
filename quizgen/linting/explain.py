"""The rules in words: one for `--explain`, all of them for docs/lint.md."""

import textwrap
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml_rs

from quizgen.linting.registry import RULES, Rule

_HEAD = """\
# The linter

`quizgen check` also tells what no schema can: flaws that the literature on writing questions warns of. They are
warnings: they stop nothing, and the exit status stays 0 unless you say `--strict`. Where you have a reason, switch a
rule off:

```yaml
lint: {ignore: [Q107]}     # in a set or a seed, for all of it; or in one question or one fact
```

    quizgen check --ignore Q107         # for one run
    quizgen check --select Q104,Q2      # only this rule, and all that begin with Q2
    quizgen check --explain Q107        # what a rule is for

Codes are permanent. Q1 looks at a question, Q2 at a set, Q3 at facts. Rules marked *English* read English words; they
keep still in a set whose `language` is another. What is wrong with a generated question is told at its fact.

The literature:

- Haladyna, T. M., Downing, S. M. and Rodriguez, M. C. (2002). A review of multiple-choice item-writing guidelines for
  classroom assessment. *Applied Measurement in Education* 15(3), 309–334. The guidelines are numbered as there.
- NBME (2020). *Item-writing guide: constructing written test questions for the health sciences*. National Board of
  Medical Examiners; chapter 3, technical item flaws.

They name the flaws. Where too long, too often or too alike begins is for each rule of quizgen's own choosing.

This page is made by `quizgen check --explain all`.
"""


@cache
def _examples() -> dict[str, dict[str, str]]:
    written: Any = yaml_rs.loads(files("quizgen.linting").joinpath("examples.yaml").read_text(encoding="utf-8"))
    return dict(written)


def example(rule: Rule, side: Literal["flawed", "mended"]) -> str:
    """The rule's example as authors write it, in YAML: a list of questions, or of facts."""
    return _examples()[rule.code][side]


def explain(rule: Rule) -> str:
    """What the rule finds, why, an example and its cure, and where it comes from; in Markdown."""
    return "\n".join(
        (
            f"## {rule.code} {rule.name}",
            "",
            f"{rule.what}{' *English.*' if rule.english else ''}",
            "",
            textwrap.fill(" ".join(rule.reason.split()), 120, break_on_hyphens=False),
            "",
            "Flawed:",
            "",
            f"```yaml\n{example(rule, 'flawed')}```",
            "",
            "Mended:",
            "",
            f"```yaml\n{example(rule, 'mended')}```",
            "",
            f"Source: {rule.source}.",
            "",
        )
    )


def explain_all() -> str:
    """The whole of docs/lint.md."""
    rules = [RULES[code] for code in sorted(RULES)]
    table = ["| code | name | what |", "| --- | --- | --- |"]
    table += [f"| {rule.code} | [{rule.name}](#{rule.code.lower()}-{rule.name}) | {rule.what} |" for rule in rules]
    return "\n".join((_HEAD, *table, "", *map(explain, rules)))
