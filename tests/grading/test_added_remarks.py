"""A right answer with a remark that no rule can judge is undecided; another answer or a doubt beside it is wrong."""

from typing import Any

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.questions import ClozeQuestion, NumberQuestion, Question, ShortQuestion

_GAS: dict[str, Any] = {"stem": "Which gas do plants take in?", "answer": "carbon dioxide", "reject": {"smoke": None}}
_ALKENE = {"stem": "Give the systematic name of CH2=CHCH3.", "answer": "propene"}
_SALT = {"stem": "Give the formula of table salt.", "answer": "NaCl"}
_EQUATION = {"stem": "Balance the equation for burning magnesium.", "answer": "2Mg + O2 -> 2MgO"}
_PAINTER = {"stem": "Who painted The Starry Night?", "answer": "Vincent van Gogh"}
_CAPITAL = {"stem": "What is the capital of Kenya?", "answer": "Nairobi"}
_ENERGY = {"stem": "Is melting exothermic or endothermic?", "answer": "endothermic"}
_VERB = {"stem": "Espero que ella ___ (venir) mañana.", "answer": "venga"}
_NOUN = {"stem": "el coche", "answer": "the car", "answer_language": "en"}
_HUNGRY = {"stem": "Translate into Spanish: I am hungry.", "answer": "Tengo hambre.", "answer_language": "es"}
_PRINTED = {"stem": "What does the Python code `print(9 // 2)` print?", "answer": "4"}
_METHOD = {"stem": "Which method of a Python list adds an item at its end?", "answer": "append"}


def verdict(given: str, fields: dict[str, Any]) -> Verdict:
    question: Question
    if "text" in fields:
        question = ClozeQuestion.model_validate({"id": "q", "kind": "cloze"} | fields)
        return grade(question, tuple(given.split(" | ")))
    if isinstance(fields["answer"], int):
        question = NumberQuestion.model_validate({"id": "q", "kind": "number"} | fields)
    else:
        question = ShortQuestion.model_validate({"id": "q", "kind": "short"} | fields)
    return grade(question, given, rivals=["methane", "carbon dioxide", "Gauguin"])


_LAKES = {"stem": "How many Great Lakes are there?", "answer": 5}
_BLANK = {"text": "The heart pumps {{c1::blood}}."}
_BLANKS = {"text": "The {{c1::heart}} pumps {{c2::blood}}."}


@pytest.mark.parametrize(
    ("fields", "given", "remark"),
    [
        (_GAS, "carbon dioxide (for photosynthesis)", "for photosynthesis"),
        (_GAS, "carbon dioxide, which they turn into sugar", "which they turn into sugar"),
        (_GAS, "carbon dioxide because they need its carbon", "because they need its carbon"),
        (_GAS, "It is taken in by day: carbon dioxide", "It is taken in by day"),
        (_ALKENE, "propene (it is made from oil)", "it is made from oil"),
        (_SALT, "NaCl because sodium loses one electron", "because sodium loses one electron"),
        (_EQUATION, "2Mg + O2 -> 2MgO (it burns with a white flame)", "it burns with a white flame"),
        (_PAINTER, "Vincent van Gogh, the Dutch painter", "the Dutch painter"),
        (_PAINTER, "van Gogh - he was ill at the time", "he was ill at the time"),
        (_CAPITAL, "Nairobi, on the coast", "on the coast"),
        (_ENERGY, "endothermic, since heat is taken in", "since heat is taken in"),
        (_VERB, "venga (subj.)", "subj."),
        (_VERB, "venga porque es un deseo", "porque es un deseo"),
        (_VERB, "presente de subjuntivo: venga", "presente de subjuntivo"),
        (_LAKES, "5 (Superior, Huron, Michigan, Erie, Ontario)", "Superior, Huron, Michigan, Erie, Ontario"),
        (_LAKES, "5 (Superior, Huron and so on)", "Superior, Huron and so on"),
        (_LAKES, "5, the largest is Superior", "the largest is Superior"),
        (_PRINTED, "4 because // rounds down", "because // rounds down"),
        (_METHOD, "append (it changes the list)", "it changes the list"),
        (_BLANK, "blood (plasma with cells)", "plasma with cells"),
        (_VERB, "presente: venga (tercera persona)", 'presente" and "tercera persona'),
        (_GAS, "By day: carbon dioxide, which they turn into sugar", 'By day" and "which they turn into sugar'),
        (_LAKES, "5 (the largest is Superior), since Huron counts", 'the largest is Superior" and "since Huron counts'),
        (_VERB, "venga (no accent)", "no accent"),
        (_METHOD, "append (without the brackets)", "without the brackets"),
        (_BLANKS, "heart | blood, which is red", "which is red"),
    ],
)
def test_a_remark_is_left_to_the_reader(fields: dict[str, Any], given: str, remark: str) -> None:
    found = verdict(given, fields)
    assert (found.outcome, found.share) == (Outcome.UNDECIDED, 0)
    assert found.note is not None
    assert f'"{remark}' in found.note


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_GAS, "carbon dioxide, oxygen"),
        (_GAS, "carbon dioxide and oxygen"),
        (_GAS, "carbon dioxide or oxygen"),
        (_GAS, "carbon dioxide (methane)"),  # another answer of the set
        (_GAS, "carbon dioxide, like smoke"),  # rejected
        (_GAS, "carbon dioxide, maybe from the soil"),
        (_GAS, "carbon dioxide, but only by night"),
        (_GAS, "not from the soil: carbon dioxide"),
        (_GAS, "frozen carbon dioxide"),
        (_GAS, "oxygen, which becomes the gas that plants need"),
        (_GAS, "carbon dioxide, oxygen (by night)"),
        (_GAS, "carbon dioxide (not oxygen)"),
        (_VERB, "viene: venga (tercera persona)"),
        (_VERB, "viene (no accent)"),
        (_LAKES, "5 (6), since Huron counts"),
        (_METHOD, "append, extend (no brackets)"),
        (_SALT, "NaCl, KCl"),
        (_SALT, "NaCl2"),
        (_PAINTER, "Vincent van Gogh, Claude Monet"),
        (_PAINTER, "Vincent van Gogh (Gauguin)"),
        (_PAINTER, "Theo van Gogh, the painter"),
        (_CAPITAL, "Nairobi, Mombasa"),
        (_CAPITAL, "Nairobi, and then Mombasa"),
        (_CAPITAL, "Nairobi, in Uganda"),  # known to be false
        (_ENERGY, "endothermic (exothermic)"),
        (_VERB, "venga, viene"),
        (_VERB, "venga (viene)"),
        (_HUNGRY, "Tengo hambre, porque no comí."),
        (_HUNGRY, "Hola, tengo hambre."),
        (_LAKES, "5, 6 with Lake Champlain or so"),
        (_LAKES, "5 (6)"),
        (_LAKES, "5; 6"),
        (_LAKES, "5 (million)"),
        (_LAKES, "5, because 2 + 2 = 5"),
        (_METHOD, "append, extend"),
        (_BLANKS, "lungs | blood, which is red"),
        (_GAS | {"grading": "exact"}, "carbon dioxide (for photosynthesis)"),
    ],
)
def test_another_answer_or_a_doubt_is_no_remark(fields: dict[str, Any], given: str) -> None:
    assert verdict(given, fields).outcome in {Outcome.WRONG, Outcome.PARTLY}


@pytest.mark.parametrize(
    ("fields", "given"),
    [(_NOUN, "the car"), (_CAPITAL, "Nairobi, Kenya"), (_PRINTED, "4"), (_EQUATION, "2Mg + O2 -> 2MgO")],
)
def test_what_a_rule_can_check_is_right(fields: dict[str, Any], given: str) -> None:
    assert verdict(given, fields).counts_right


_YEARS = {"stem": "How long was he in prison?", "answer": 18, "unit": "years"}
_FALL = {"stem": "In which year did Granada fall?", "answer": 1492}
_VOTES = {"stem": "How many members voted for the law?", "answer": 310}
_MASS = {"stem": "What is the mass of the crate?", "answer": 40, "unit": "kg"}


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_YEARS, "18 yrs on an island"),
        (_FALL, "It fell in 1492 to Ferdinand II of Aragon"),
        (_VOTES, "310 out of 577"),
        (_VOTES, "310 of the 577 members"),
        (_VOTES, "310 (100110110 in binary)"),
        (_MASS, "40 kg with the lid"),
        (_MASS, "40kg on the scales"),
    ],
)
def test_a_right_number_in_words_is_left_to_the_reader(fields: dict[str, Any], given: str) -> None:
    found = verdict(given, fields)
    assert found.outcome is Outcome.UNDECIDED
    assert "number" in (found.note or "")


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_YEARS, "18 months on an island"),
        (_YEARS, "18 guards"),
        (_YEARS, "18 years on an island, 20 in all"),
        (_YEARS, "at least 18 years in prison"),
        (_YEARS, "18 years a month"),
        (_YEARS, "18 million years in prison"),
        (_FALL, "It fell in 1492 BC to Ferdinand"),
        (_FALL, "It fell in 1492 or so to Ferdinand"),
        (_VOTES, "577 out of 310"),
        (_VOTES, "310 votes against, out of 577"),
        (_VOTES, "-310 of the members"),
        (_VOTES, "310 + 1 of the members"),
        (_VOTES | {"grading": "exact"}, "310 out of 577"),
        (_MASS, "40 kg per metre"),
        ({"stem": "What is the probability that it rains?", "answer": 1}, "1 out of 2"),
    ],
)
def test_another_number_thing_or_limit_stays_wrong(fields: dict[str, Any], given: str) -> None:
    assert verdict(given, fields).outcome is Outcome.WRONG
