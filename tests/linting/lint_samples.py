"""Samples from files: what each rule must report, and what it must not."""

from pathlib import Path
from typing import Any

import yaml_rs
from pydantic import TypeAdapter

from quizgen.facts.article import Article
from quizgen.facts.model import Seed
from quizgen.linting import RULES, Finding, QuestionRule, SeedRule, SetRule, lint_seed, lint_set
from quizgen.questions import Question, QuestionSet

QUESTIONS: TypeAdapter[tuple[Question, ...]] = TypeAdapter(tuple[Question, ...])
FOLDER = Path(__file__).parent / "samples"


def samples(code: str) -> dict[str, list[Any]]:
    """Return the rule's samples, ``flawed`` and ``sound``; none if there is no file yet."""
    path = FOLDER / f"{code}.yaml"
    if not path.is_file():
        return {"flawed": [], "sound": []}
    data: Any = yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)
    return dict(data)


def question_set(questions: list[dict[str, Any]]) -> QuestionSet:
    """Return a set of the questions, with ids where they have none."""
    numbered = [{"id": f"question-{number}", **question} for number, question in enumerate(questions, 1)]
    return QuestionSet(id="sample", title="Sample", questions=QUESTIONS.validate_python(numbered))


def seed_of(facts: list[dict[str, Any]], **more: Any) -> Seed:
    """Return a seed of the facts, with a river as its only entity."""
    heading = {
        "id": "sample",
        "source": {"title": "Sample"},
        "topics": {fact["topic"]: "Topic" for fact in facts},
        "entities": {"po": {"name": "Po", "type": "place", "aliases": ["Padus"]}},
    }
    return Seed.model_validate({**heading, **more, "facts": facts})


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def found_in(code: str, sample: Any) -> set[str]:
    """Return the codes of all findings in a sample of the rule ``code``."""
    match RULES[code]:
        case QuestionRule():
            return codes(list(lint_set(question_set([sample]))))
        case SetRule():
            return codes(list(lint_set(question_set([_expanded(each, n) for n, each in enumerate(sample)]))))
        case SeedRule():
            return _found_in_facts(sample)


def _found_in_facts(sample: Any) -> set[str]:
    facts = [
        {"id": f"fact-{number}", "topic": "topic", "statement": statement, "citation": {"paragraph": 1}}
        for number, statement in enumerate(sample["facts"], 1)
    ]
    facts[0]["attribution"] = sample.get("attribution")
    facts[-1]["lint"] = sample.get("in_fact")
    facts[0]["true_false"] = sample.get("true_false")
    if "stem" in sample:
        ask = {
            "stem": sample["stem"],
            "answer": "c1",
            "distractors": sample["distractors"],
            "accept": sample.get("accept", ()),
        }
        facts[0]["ask"] = [ask]
    article = Article.from_bytes(sample["text"].encode()) if "text" in sample else None
    return codes(list(lint_seed(seed_of(facts, lint=sample.get("lint")), sample.get("asked"), article=article)))


def _expanded(sample: Any, number: int) -> dict[str, Any]:
    """Return a question from the short form of some samples: key and distractors, or key position and all options."""
    if isinstance(sample, dict):
        return sample
    stem = f"Which of these stands first under heading {number} of the list?"
    first, *rest = sample
    if isinstance(first, int):
        return {"kind": "choice", "stem": stem, "answer": rest[first - 1], "options": rest, "shuffle": False}
    return {"kind": "choice", "stem": stem, "answer": first, "distractors": rest}
