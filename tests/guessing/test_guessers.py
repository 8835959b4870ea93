"""Guessers pick by appearance alone, share ties, and are compared with chance."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from quizgen.checking import check
from quizgen.cli.check import check_command
from quizgen.guessing import FEW, GUESSERS, GuessReport, guess_report
from quizgen.guessing.pool import Pool
from quizgen.preview import gather, page
from quizgen.questions import Question

QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def make(**fields: Any) -> Question:
    return QUESTION.validate_python({"id": "one", **fields})


def choice(stem: str, answer: str, *distractors: str, **fields: Any) -> Question:
    return make(kind="choice", stem=stem, answer=answer, distractors=distractors, **fields)


def picks(name: str, *questions: Question) -> set[str]:
    """Return the options of the first question that the guesser picks from."""
    pool = Pool(questions)
    scores = GUESSERS[name](pool.choices[0], pool)
    return {option for option, score in zip(pool.choices[0].options, scores, strict=True) if score == max(scores)}


def share(report: GuessReport, name: str) -> float:
    return next(score.share for score in report.scores if score.name == name)


RIVERS = choice("Which river flows into the Black Sea?", "Danube", "Elbe", "Rhine")


@pytest.mark.parametrize(
    ("name", "question", "picked"),
    [
        ("is longest", choice("Which?", "in the deep sea", "in ponds", "on land"), {"in the deep sea"}),
        ("is shortest", choice("Which?", "in the deep sea", "in lakes", "on land"), {"on land"}),
        ("is most detailed", choice("Who?", "a smith", "a smith from Ulm (1805)", "a monk"), {"a smith from Ulm (1805)"}),
        ("is unlike the others", choice("What?", "red cross", "red star", "blue moon"), {"blue moon"}),
        ("is most like the others", choice("What?", "red cross", "red star", "green cross"), {"red cross"}),
        ("repeats words of the stem", choice("What measures pressure?", "pressure gauge", "scale", "ruler"), {"pressure gauge"}),
        ("is the middle number", choice("How many?", "1,200", "900 km", "3000"), {"1,200"}),
        ("is the middle number", choice("How many?", "40", "10", "30", "20"), {"20", "30"}),
        ("is the middle number", choice("How many?", "40", "none", "30"), {"40", "none", "30"}),
        ("is hedged", choice("When?", "usually in spring", "in May", "in June"), {"usually in spring"}),
        ("has no absolute words", choice("When?", "in May", "never", "always in June"), {"in May"}),
        ("means all of the others", choice("Which?", "all of them", "gold", "tin"), {"all of them"}),
    ],
)  # fmt: skip
def test_guessers_that_look_at_one_question(name: str, question: Question, picked: set[str]) -> None:
    assert picks(name, question) == picked


@pytest.mark.parametrize(
    ("name", "others", "picked"),
    [
        ("is named most often in other questions", [make(id="two", kind="card", stem="Where does the Elbe end?", answer="Cuxhaven")], {"Elbe"}),
        ("is named least often in other questions", [make(id="two", kind="card", stem="Is the Elbe or the Rhine longer?", answer="yes")], {"Danube"}),
        ("is offered most often in other questions", [choice("Which?", "Po", "Rhine", "Tiber", id="two")], {"Rhine"}),
        ("is offered least often in other questions", [choice("Which?", "Elbe", "Rhine", "Tiber", id="two")], {"Danube"}),
        ("is most often the answer to other questions", [make(id="two", kind="short", stem="Which?", answer="elbe")], {"Elbe"}),
        ("is least often the answer to other questions", [choice("Which?", "Elbe", "Po", id="two"), choice("Which?", "Rhine", "Po", id="three")], {"Danube"}),
        ("has the most words in common with other keys", [choice("Which is longest?", "the Rhine", "the Elbe", "the Danube", id="two")], {"Rhine"}),
        ("another question gives away", [make(id="two", kind="card", stem="How does the Danube reach the Black Sea?", answer="by a delta")], {"Danube"}),
        ("another question gives away", [make(id="two", kind="card", stem="Why is the Black Sea dark?", answer="algae", explanation="The Elbe is not.")], {"Elbe"}),
    ],
)  # fmt: skip
def test_guessers_that_look_at_the_set(name: str, others: list[Question], picked: set[str]) -> None:
    assert picks(name, RIVERS, *others) == picked


def test_every_guesser_is_documented_with_its_source() -> None:
    assert len(GUESSERS) >= 15
    for name, guesser in GUESSERS.items():
        assert guesser.__doc__, name
        assert "\n    Source: " in guesser.__doc__, name


def test_questions_about_the_same_fact_or_point_are_not_elsewhere() -> None:
    asked = choice("Which river flows into the Black Sea?", "Danube", "Elbe", "Rhine", fact="danube", point="p")
    sibling = make(id="two", kind="true_false", stem="The Danube flows into the Black Sea.", answer=True, fact="danube")
    same_point = make(id="three", kind="short", stem="Name the river at Vienna.", answer="Danube", point="p")
    for name in (
        "is named most often in other questions",
        "is most often the answer to other questions",
        "another question gives away",
    ):
        assert picks(name, asked, sibling, same_point) == {"Danube", "Elbe", "Rhine"}


def test_a_guesser_without_anything_to_go_by_is_as_good_as_chance() -> None:
    report = guess_report([RIVERS])
    assert report.chance == pytest.approx(1 / 3)
    assert share(report, "is hedged") == pytest.approx(1 / 3)


def test_tied_options_share_the_guess() -> None:
    report = guess_report([choice("Which?", "aaaa", "bbbb", "c"), choice("Which?", "dd", "eeee", "ffff", id="two")])
    assert share(report, "is longest") == pytest.approx(0.25)
    assert share(report, "is shortest") == pytest.approx(0.5)


def test_a_key_that_is_always_the_longest_is_above_the_limit() -> None:
    animals = [choice(f"Animal {n}?", f"the {n} animal", f"x{n}", f"y{n}", id=f"q{n}") for n in range(FEW)]
    report = guess_report(animals)
    assert report.best is not None
    assert (report.best.share, report.is_guessable) == (1.0, True)
    assert report.limit == pytest.approx(1 / 3 + 0.12)
    assert "fewer" not in " ".join(report.lines())
    assert "with fewer than 30 such questions, this figure is unreliable" in " ".join(guess_report(animals[1:]).lines())


def test_the_limit_of_a_large_set_is_a_number_of_standard_errors() -> None:
    large = [choice(f"Animal {n}?", f"a{n}", f"b{n}", id=f"q{n}") for n in range(400)]
    assert guess_report(large).limit == pytest.approx(0.5 + 2.73 * (0.25 / 400) ** 0.5)


def test_giveaways() -> None:
    obvious = choice(
        "What does a barometer measure, mostly for forecasts?",
        "mostly the pressure, for forecasts of 1 day",
        "an X",
        "an Y",
    )
    assert guess_report([RIVERS]).giveaways == ()
    report = guess_report([obvious])
    assert report.giveaways == ("one",)
    assert list(report.lines()) == ["1 giveaway (100%): one"]


def test_true_false_and_typed_questions() -> None:
    report = guess_report(
        [
            make(id="a", kind="true_false", stem="Water boils at 100 °C at sea level in a kettle.", answer=True),
            make(id="b", kind="true_false", stem="Ice always floats.", answer=False, explanation="Not in oil."),
            make(id="c", kind="true_false", stem="Iron floats here.", answer=False, explanation="It sinks."),
            make(id="d", kind="short", stem="Which?", answer="Po", accept=["Padus"]),
            make(id="e", kind="cloze", text="The {{c1::padus}} floods."),
            make(id="f", kind="number", stem="How many?", answer=2),
        ]
    )
    assert {score.name: score.share for score in report.statement_scores} == {
        "always gives the same answer": pytest.approx(2 / 3),
        "takes long statements as true": pytest.approx(5 / 6),
        "takes statements with absolute words as false": pytest.approx(2 / 3),
    }
    assert (report.typed, report.typed_answer, report.typed_hits) == (3, "padus", 2)


def test_one_answer_to_too_many_typed_questions() -> None:
    same = [make(id=f"q{n}", kind="short", stem=f"River {n}?", answer="Po") for n in range(3)]
    others = [make(id=f"r{n}", kind="short", stem=f"Lake {n}?", answer=f"Lake {n}") for n in range(20)]
    assert list(guess_report(same[:2]).lines()) == []  # two questions are too few to say
    assert list(guess_report(same).lines()) == [
        "the answer 'po' is correct for 3 of 3 typed questions; vary the answers so that learners cannot guess them"
    ]
    assert guess_report(same[:2] + others[:18]).is_repetitive
    assert not guess_report(same[:1] + others[:18]).is_repetitive
    cloze = make(id="c", kind="cloze", text="The {{c1::Po}} floods.", point=["q0"])
    assert not guess_report([*same[:1], cloze, *others[:18]]).is_repetitive  # about the same point as the first one


def test_retired_questions_are_left_out() -> None:
    assert guess_report([choice("Which?", "Danube", "Elbe", retired=True)]).choices == 0


SET = """\
id: rivers
title: Rivers
questions:
  - {id: end, kind: choice, stem: Where does the Danube end?, answer: in the Black Sea, distractors: [in a lake, in Rome]}
  - {id: rhine, kind: choice, stem: Where does the Rhine end?, answer: in the North Sea, distractors: [in a bog, in Bonn]}
  - {id: po, kind: choice, stem: Where does the Po end?, answer: in the blue sea, distractors: [in a pond, in Pisa]}
  - {id: elbe, kind: choice, stem: Where does the Elbe end?, answer: in the gray sea, distractors: [in a swamp, in Prague]}
  - {id: rhone, kind: choice, stem: Where does the Rhone end?, answer: in the wide sea, distractors: [in a cave, in Geneva]}
"""


def test_check_and_preview_show_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    path.write_text(SET)
    line = (
        "learners who always pick the option that has the most words in common with other keys get 100% of 5 choice"
        " questions right without knowing the subject (chance: 33%; limit: 45%); with fewer than 30 such questions, this figure is unreliable"
    )
    assert list(check(path).guesses[path].lines()) == [line]
    runner = CliRunner()
    assert f"{path}: {line}\n" in runner.invoke(check_command, [str(path)]).output
    assert line not in runner.invoke(check_command, [str(path), "--format", "github"]).output
    (data,) = json.loads(runner.invoke(check_command, [str(path), "--json"]).output)["guesses"]
    assert data["path"] == str(path)
    assert data["choice"]["weak"] is True
    assert set(data["choice"]["guessers"]) == set(GUESSERS)
    assert f"Guessing: {line}" in page(gather(path))
    keys = "Tiber Arno Piave, Rhine Isar Weser, Po Mincio Adda, Vltava Morava Ohre, Seine Rhone Garonne".split(", ")
    rivers = [
        f"  - {{id: q{number}, kind: choice, stem: Which?, answer: {key}, distractors: [{', '.join(others)}]}}\n"
        for number, (key, *others) in enumerate(map(str.split, keys))
    ]
    path.write_text("id: rivers\ntitle: Rivers\nquestions:\n" + "".join(rivers))
    (line,) = check(path).guesses[path].lines(is_verbose=True)
    assert "(chance: 33%; limit: 45%)" in line
    assert line not in runner.invoke(check_command, [str(path)]).output
    assert line in runner.invoke(check_command, [str(path), "-v"]).output
