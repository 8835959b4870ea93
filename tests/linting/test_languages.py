"""Sound questions in other languages are not reported: rules do not expect English words, plurals or numbers."""

from typing import Any

import pytest
from lint_samples import codes, question_set

from quizgen.linting import lint_set


def choice(stem: str, answer: str, *distractors: str) -> dict[str, Any]:
    return {"kind": "choice", "stem": stem, "answer": answer, "distractors": list(distractors)}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (
            "de",
            choice(
                "Was ist eine Sonate?",
                "ein Stück für eine Stimme",
                "ein Tanz mit vielen Schritten",
                "ein Lied ohne Worte",
            ),
        ),
        ("de", choice("Was heißt „man“ in „so man will“?", "wenn", "jeder", "niemand")),
        ("de", choice("Wie lang ist der Weg?", "2,5 km", "3 km", "4 km")),
        ("fr", choice("Combien d’habitants a Paris ?", "2,1 millions", "1 million", "3,5 millions", "900 000")),
        ("fr", choice("Combien de chevaux a la ferme ?", "1 cheval", "2 chevaux", "3 chevaux")),
        ("fr", choice("Comment s’appelle un a", "arbre", "fleur", "herbe")),
        ("ru", choice("Сколько лет длилась война?", "5 лет", "1 год", "3 года", "7 лет")),
        ("ru", choice("Кто написал «Войну и мир»?", "Лев Толстой", "Антон Чехов", "Иван Тургенев")),
        ("ar", choice("كم سنة دامت الحرب؟", "3 سنوات", "سنة واحدة", "11 سنة", "5 سنوات")),
        ("ja", choice("富士山の高さは?", "3776メートル", "2776メートル", "4810メートル")),
        ("ja", choice("『坊っちゃん』の作者は誰ですか。", "夏目漱石", "森鴎外", "川端康成")),
    ],
)
def test_sound_questions_in_other_languages(language: str, question: dict[str, Any]) -> None:
    assert not list(lint_set(question_set([question]).model_copy(update={"language": language})))


def test_other_rules_apply_in_every_language() -> None:
    questions = [
        choice("Was macht Wasser bei 100 °C?", "Das Wasser fängt an zu kochen", "Das Wasser fängt an zu gefrieren",
               "Das Wasser fängt an zu leuchten"),
        choice("Wer schrieb „Der Prozess?", "Franz Kafka", "Max Brod"),
    ]  # fmt: skip
    found = lint_set(question_set(questions).model_copy(update={"language": "de"}))
    assert codes(list(found)) == {"Q121", "Q122", "Q123"}
