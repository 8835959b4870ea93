"""The prompt that asks a language model for a seed, with a description of the format."""

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from quizgen.facts.article import Article
from quizgen.facts.model import Ask, Dated, Entity, Fact, Quotation, Seed, Source
from quizgen.questions.base import Model
from quizgen.questions.descriptions import descriptions

_TASK = """\
Write a seed for the program quizgen: a YAML file with the facts of the article below, which become quiz questions.

Rules:
1. State only what the article says. Do not invent names, figures, dates or quotations.
2. Write each fact in your own words, as one sentence. Do not repeat facts.
3. Mark each answer worth asking for: the first as {{c1::answer}}, the next as {{c2::answer}}. A marked answer must not
   appear anywhere else in its statement.
4. For each fact, cite the number of its paragraph, given in brackets before the paragraph, and one or two phrases of
   at most six words, copied exactly from that paragraph. Figures in the statement must appear in the same paragraph.
5. Name people, places, organizations and events as the article does, in entities and aliases too. If a fact is
   somebody's claim, name that person or body under `attribution`, worded to fit after "according to".
6. Under `ask`, write one question for each mark. Learners must be able to answer the question without seeing options.
   Add three wrong options that are plausible, of the same kind and length as the correct one, and clearly wrong
   according to the article.
7. Ids consist of lowercase letters, digits and hyphens, and are unique. Put text with ": " or " #" in double quotes.
8. Answer only with the YAML, in one code block.
"""
_EXAMPLE = """\
id: rivers
source: {title: Rivers of Italy}
topics: {rivers: Rivers}
entities:
  po: {name: Po, type: place, group: river, role: Flows to the Adriatic, aliases: [Padus]}
facts:
  - id: longest
    topic: rivers
    statement: "The longest river in Italy is the {{c1::Po}}, {{c2::652}} km long."
    attribution: the national water authority
    citation: {paragraph: 2, phrases: [the Po is longest]}
    ask:
      - {stem: "Which river is Italy's longest?", answer: c1, distractors: [Arno, Tiber, Adige]}
      - {stem: "How long is the Po?", answer: c2, unit: km, distractors: [405, 850, 1230]}
    when: {date: 1951, event: The Po floods its delta}
"""
_PARTS: tuple[tuple[str, type[Model], frozenset[str]], ...] = (
    ("The file", Seed, frozenset({"lint"})),
    ("source", Source, frozenset({"sha256", "paragraphs", "text"})),
    ("each of `entities`", Entity, frozenset()),
    ("each of `facts`", Fact, frozenset({"lint", "todo", "derived"})),
    ("citation", Quotation, frozenset({"quote"})),
    ("when", Dated, frozenset()),
    ("each of `ask`", Ask, frozenset()),
)


def prompt(article: Article) -> str:
    """Return the task, the keys of a seed, an example, and the article with numbered paragraphs."""
    paragraphs = "\n".join(f"[{number}] {text}" for number, text in enumerate(article.paragraphs, 1))
    return f"{_TASK}\nThe keys of a seed:\n\n{_keys()}\n\nAn example:\n\n{_EXAMPLE}\nThe article:\n\n{paragraphs}\n"


def _keys() -> str:
    return "\n".join(line for title, model, left_out in _PARTS for line in _keys_of(title, model, left_out))


def _keys_of(title: str, model: type[Model], left_out: frozenset[str]) -> Iterator[str]:
    yield f"{title}:"
    texts = descriptions(model)
    for name, info in model.model_fields.items():
        if name not in left_out:
            needed = " (required)" if info.is_required() else ""
            choices = (
                f" One of {', '.join(get_args(info.annotation))}." if get_origin(info.annotation) is Literal else ""
            )
            yield f"- {name}{needed}: {' '.join(texts.get(name, '').split())}{choices}"
