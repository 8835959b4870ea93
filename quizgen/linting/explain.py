"""The pages of the rules: one for `quizgen check --explain`, all of them for docs/lint.md.

A page is the docstring of the rule's function: one paragraph that begins with "Flag", and the sections "Why it
matters", "Example" and "Better". Each example is a YAML list of questions, or of facts for a Q3 rule.
"""

import re
import textwrap
from dataclasses import dataclass

from quizgen.linting.registry import RULES, Rule
from quizgen.text.lazy_pattern import lazy_pattern

_SECTIONS = lazy_pattern(
    r"(?P<summary>Flag .+?)\n\n## Why it matters\n(?P<why>.+?)\n\n"
    r"## Example\n```yaml\n(?P<example>.+?)```\n\n## Better\n```yaml\n(?P<better>.+?)```",
    re.DOTALL,
)

_HEAD = """\
# Lint rules

`quizgen check` warns about flaws that no schema can catch, most of them described in the literature on item writing.
Warnings do not change the exit status unless you add `--strict`. If you have a reason to keep a question as it is,
suppress the rule:

```yaml
lint: {ignore: [Q107]}     # in a set, a seed, a question, or a fact
```

    quizgen check --ignore Q107         # for this run only
    quizgen check --select Q104,Q2      # run only Q104 and the rules whose codes begin with Q2
    quizgen check --explain Q107        # show the page for one rule

Codes are permanent. Codes that begin with Q1 are for rules that check a single question, Q2 for rules that check a set,
and Q3 for rules that check the facts of a seed. Rules marked *English only* depend on English wording and skip sets in
other languages. A warning about a generated question gives the position of its fact in the seed.

Sources:

- Haladyna, T. M., Downing, S. M., and Rodriguez, M. C. (2002). A review of multiple-choice item-writing guidelines for
  classroom assessment. *Applied Measurement in Education* 15(3), 309–334. Guideline
  numbers refer to this article.
- NBME (2020). *Item-writing guide: constructing written test questions for the health sciences*. National Board of
  Medical Examiners. Chapter 3, technical item flaws.

These sources describe the flaws. The thresholds (how long is too long, how often is too often) are quizgen's own.

This page is generated: `quizgen check --explain all > docs/lint.md`.
"""


@dataclass(frozen=True, slots=True)
class Page:
    """The sections of a rule's page; ``example`` and ``better`` are YAML."""

    summary: str
    why: str
    example: str
    better: str


def page_of(rule: Rule) -> Page:
    """Return the page of ``rule``. Raise ValueError if its docstring lacks a section."""
    found = _SECTIONS.fullmatch(rule.doc)
    if found is None:
        raise ValueError(
            f"the docstring of {rule.code} {rule.name} must begin with 'Flag …' and have the sections"
            " '## Why it matters', '## Example' and '## Better', the last two with a ```yaml block"
        )
    summary = " ".join(found["summary"].split())
    summary = summary.replace("Flag ", "Flags ", 1).replace("Also flag ", "Also flags ")
    return Page(summary, " ".join(found["why"].split()), found["example"], found["better"])


def explain(rule: Rule, level: int = 1) -> str:
    """Return the page of ``rule`` in Markdown; its title is a heading of ``level``."""
    page = page_of(rule)
    title, section = "#" * level, "#" * (level + 1)
    return "\n".join(
        (
            f"{title} {rule.code} {rule.name}",
            "",
            f"{section} What it does",
            _filled(page.summary + (" *English only.*" if rule.english else "")),
            "",
            f"{section} Why it matters",
            _filled(page.why),
            "",
            f"Source: {rule.source}.",
            "",
            f"{section} Example",
            f"```yaml\n{page.example}```",
            "",
            f"{section} Better",
            f"```yaml\n{page.better}```",
            "",
        )
    )


def explain_all() -> str:
    """Return docs/lint.md: an introduction, a table of the rules, and their pages."""
    rules = [rule for _, rule in sorted(RULES.items())]
    table = ["| code | name | what it does |", "| --- | --- | --- |"]
    table += [
        f"| {rule.code} | [{rule.name}](#{rule.code.lower()}-{rule.name}) | {page_of(rule).summary} |" for rule in rules
    ]
    return "\n".join((_HEAD, *table, "", *(explain(rule, level=2) for rule in rules)))


def _filled(text: str) -> str:
    return textwrap.fill(text, 120, break_on_hyphens=False)
