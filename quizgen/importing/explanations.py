"""The explanation of a question, which learners see after every answer, from feedback for the correct ones."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizgen.importing.answers import Answer
from quizgen.importing.plain import begins_block, plain_to_markdown, without_line_ends

FALSE_STATEMENT = "The statement is false."
"""The explanation of a false statement for which the file has none."""
_TYPED = frozenset({"short", "number"})
_WORDS = (
    "right(?: answer)?|(?:your answer is |you are |you're |you got it )?(?:correct|right)|(?:correct|right) answer|yes"
    "|all correct|exactly|precisely|indeed|good|(?:good|great|nice|excellent) (?:job|work|answer|one)|you got it"
    "|(?:very |well )?(?:good|done)|great|excellent|perfect|brilliant|bravo|congratulations|fantastic|awesome|super"
    "|richtig|genau|stimmt|(?:sehr )?gut|gut gemacht|prima|korrekt|ja"  # German
    "|exact|exactement|(?:très )?bien|bien joué|oui|parfait|juste"  # French
    "|correcto|(?:muy )?bien|bien hecho|exacto|sí|excelente|perfecto"  # Spanish
    "|corretto|esatto|(?:molto )?bene|ottimo|sì|giusto|perfetto|certo|muito bem|exato|sim"  # Italian, Portuguese
    "|(?:heel )?goed|goed gedaan|juist|klopt"  # Dutch
    "|(?:bardzo )?dobrze|brawo|świetnie|tak|poprawnie|dokładnie|správně|výborně|ano"  # Polish, Czech
    "|верно|правильно|молодец|отлично|да"  # Russian
)
_PRAISE = re.compile(
    rf"\**(?:that's |that is |das ist |c'est |è |es )?(?:{_WORDS})\b\**"
    r"(?:\s*[.!,:;…]+\**(?=\s|\Z)|\s*—|\s[–-]+(?=\s)|\s*\Z)\s*",  # not as in "right-angled" and "1:1"
    re.IGNORECASE,
)
"""Words that tell a learner only that the answer is correct, where a sentence or a clause ends with them."""
_WORD = re.compile(r"\w")


def explanation_of(data: dict[str, Any], notes: list[str], general: str = "", correct: str = "") -> str:
    """Return the explanation of the question with the fields ``data``.

    Learners see the feedback ``general`` after every answer, and ``correct`` after a correct one. The field ``right``,
    which is removed from ``data``, has the correct answers with their feedback. What becomes of the feedback for
    correct answers is added to ``notes``.
    """
    said = dict.fromkeys(_feedback(data.pop("right", ()), notes, is_typed=data["kind"] in _TYPED))
    said |= dict.fromkeys(_feedback([Answer("", 100, correct)], notes, is_typed=False))
    if said:
        notes.append("feedback for the correct answer became the explanation, which learners see after every answer")
    found = "\n\n".join(filter(None, dict.fromkeys((data.pop("explanation", ""), *said, general))))
    return found or (FALSE_STATEMENT if data.get("answer") is False else "")


def _feedback(right: Sequence[Answer], notes: list[str], *, is_typed: bool) -> Iterator[str]:
    """Yield what the feedback for correct answers explains, with their names if there are several.

    Praise is left out: it would be untrue after a wrong answer.
    """
    explained: dict[str, list[str]] = {}
    for answer in right:
        praise, rest = _parted(answer.feedback)
        if praise:
            notes.append(f"left out praise for the correct answer: {without_line_ends(praise)}")
        if rest:
            explained.setdefault(rest, []).append(answer.text)
    for text, answers in explained.items():
        is_for_all = len(answers) == len(right)
        names = ", ".join(map(plain_to_markdown, answers) if is_typed else answers)
        space = "\n\n" if begins_block(text) else " "
        yield text if is_for_all else f"{names}:{space}{text}"


def _parted(feedback: str) -> tuple[str, str]:
    """Return the praise that ``feedback`` begins with, and the rest as a sentence."""
    end = 0
    while found := _PRAISE.match(feedback, end):
        end = found.end()
    if end and not _WORD.search(feedback, end):
        end = len(feedback)  # the rest is a smile
    praise, rest = feedback[:end].strip(), feedback[end:].strip()
    first = re.match(r"\w+", rest)
    if praise and first and first[0].islower():
        rest = rest[0].upper() + rest[1:]
    return praise, rest
