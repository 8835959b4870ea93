"""Every feature of GIFT that the published grammar's own tests cover, in texts of our own.

The grammar: https://github.com/fuhrmanator/GIFT-grammar-PEG.js
"""

from typing import Any

import pytest
from import_samples import left_out, remarks

from quizgen.importing.detect import read
from quizgen.importing.validate import Accepted, accept

TF = {"kind": "true_false", "stem": "Ice floats.", "answer": True}
LAKE = {"kind": "short", "stem": "Deepest lake?", "answer": "Baikal"}
FEATURES: dict[str, tuple[str, dict[str, Any]]] = {
    "true": ("Ice floats.{T}", TF),
    "true in capitals with a title": ("::ice::Ice floats.{TRUE}", TF),
    "true with space": ("Ice floats. { T }", TF),
    "feedback for wrong answers": ("Ice floats.{T#It is lighter.}", {**TF, "explanation": "It is lighter."}),
    "feedback for both answers": ("Ice sinks.{F##It is lighter.}", {"kind": "true_false", "stem": "Ice sinks.", "answer": False, "explanation": "It is lighter."}),
    "general feedback": ("Ice floats.{T####It is lighter.}", {**TF, "explanation": "It is lighter."}),
    "html": ("[html]<p>Ice <b>floats</b>.</p>{T}", {**TF, "stem": "Ice **floats**."}),
    "markdown": ("[markdown]Ice **floats**.{T}", {**TF, "stem": "Ice **floats**."}),
    "plain": ("[plain]Ice <b>floats.{T}", {**TF, "stem": "Ice <b>floats."}),
    "moodle": ("[moodle]Ice *floats*.{T}", {**TF, "stem": "Ice \\*floats\\*."}),
    "lists in markdown": ("[markdown]Floats\\:\\n- ice\\n- wood{T}", {**TF, "stem": "Floats:\n- ice\n- wood"}),
    "a line break in markdown": ("[markdown]Ice  \nfloats.{T}", {**TF, "stem": "Ice\\\nfloats."}),
    "spaces before a list in markdown": ("[markdown]Floats\\:  \\n- ice\\n- wood{T}", {**TF, "stem": "Floats:\n- ice\n- wood"}),
    "one choice": ("Lake?{=Baikal ~Garda ~Como}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": ["Garda", "Como"]}),
    "one choice per line": ("Lake?{\n  ~Garda\n  =Baikal\n}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": ["Garda"]}),
    "an HTML comment": ("[html]Lake?{=Baikal<!-- a\\: note --> ~Garda}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": ["Garda"]}),
    "shares with decimals": ("Lakes?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}", {"kind": "multiple", "stem": "Lakes?", "answers": ["a", "b", "c"], "distractors": ["d"]}),
    "feedback on several lines": ("Lake?{=Baikal#Deep,\n and old. ~Garda}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": ["Garda"], "explanation": "Deep,\\\nand old."}),
    "feedback for a wrong option": ("Lake?{=Baikal ~Como#[html]<b>Small</b> ~Garda}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": [{"text": "Como", "feedback": "**Small**"}, "Garda"]}),
    "a share for a wrong option": ("Lake?{=Baikal ~%50%Tanganyika#Second. ~%33.33333%Como}", {"kind": "choice", "stem": "Lake?", "answer": "Baikal", "distractors": [{"text": "Tanganyika", "feedback": "Second.", "share": 0.5}, {"text": "Como", "share": 0.3333333}]}),
    "several short answers": ("Deepest lake?{=Baikal =Lake Baikal}", {**LAKE, "accept": ["Lake Baikal"]}),
    "a short answer without a sign": ("Deepest lake?{Baikal}", LAKE),
    "shares of short answers": ("Deepest lake?{=%100%Baikal#Yes, it is. =%0%Garda#Too small.}", {**LAKE, "explanation": "It is.", "reject": {"Garda": "Too small."}}),
    "an arrow in an option": ("Menu?{~File -> New =Edit -> Cut}", {"kind": "choice", "stem": "Menu?", "answer": "Edit -> Cut", "distractors": ["File -> New"]}),
    "a missing word": ("[html]<p>The {=Po#Yes} flows.</p>", {"kind": "short", "stem": "The \\_\\_\\_\\_\\_ flows.", "answer": "Po"}),
    "a missing word first": ("{=Po} is long.", {"kind": "short", "stem": "\\_\\_\\_\\_\\_ is long.", "answer": "Po"}),
    "matching": ("Match.{=Po -> Adriatic =Rhine -> North Sea}", {"kind": "match", "stem": "Match.", "pairs": {"Po": "Adriatic", "Rhine": "North Sea"}}),
    "matching with formats": ("Match.{=[html]<i>Po</i> -> a\n=[plain]Rhine -> b}", {"kind": "match", "stem": "Match.", "pairs": {"*Po*": "a", "Rhine": "b"}}),
    "a number": ("Depth?{#1642}", {"kind": "number", "stem": "Depth?", "answer": 1642}),
    "a number with an error": ("Depth?{#1642:5.5}", {"kind": "number", "stem": "Depth?", "answer": 1642, "tolerance": "5.5"}),
    "a range": ("Depth?{#1640..1644}", {"kind": "number", "stem": "Depth?", "answer": 1642, "range": [1640, 1644]}),
    "several numbers": ("Depth?{#\n=1642:0\n=%100%1637\n=%0%100#In meters.\n}", {"kind": "number", "stem": "Depth?", "answer": 1642, "accept": ["1637"], "reject": {"100": "In meters."}}),
    "escapes": ("::a\\:b::1 \\= 1\\: \\{\\#\\~\\} \\\\{T}", {**TF, "stem": "1 = 1: {#~} \\\\"}),
    "a new line and math": ("[html]Sum\\:\\n\\\\(\\\\frac\\{1\\}\\{2\\}\\\\){T}", {**TF, "stem": "Sum: \\(\\frac{1}{2}\\)"}),
    "TeX between dollars": ("$$x^2$$ is even.{T}", {**TF, "stem": "\\(x^2\\) is even."}),
    "an essay with feedback": ("Why?{####Because.}", {"kind": "card", "stem": "Why?", "answer": "Because."}),
    "an id and tags in two comments": ("// [id:ice.1]\n// [tag:a] [tag:b c]\nIce floats.{T}", {**TF, "tags": ["a", "b-c"]}),
    "comments after the title and in the braces": ("::ice:: // one\nIce floats. // two\n{ // three\n  // four\n  T // five\n}", {**TF, "stem": "Ice floats. // two"}),
    "an address in an option": ("Site?{=https\\://a.example ~x // y}", {"kind": "choice", "stem": "Site?", "answer": "https://a.example", "distractors": ["x // y"]}),
    "a comment before the text format": ("::ice:: // one\n[markdown]*Ice*?{=*x* ~y}", {"kind": "choice", "stem": "*Ice*?", "answer": "*x*", "distractors": ["y"]}),
    "comments inside": ("// one\nIce // not\n// two\nfloats.{T}", {**TF, "stem": "Ice // not\\\nfloats."}),
}  # fmt: skip


def taken(text: str) -> Accepted:
    return accept(read(f"{text}\n".encode(), ".gift"))


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature(feature: str) -> None:
    text, expected = FEATURES[feature]
    accepted = taken(text)
    assert left_out(accepted) == ()
    (question,) = accepted.questions
    assert {key: value for key, value in question.items() if key != "id"} == expected


EXPLAINED = "feedback for the correct answer became the explanation, which learners see after every answer"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Match.{=a -> b =c -> d = -> e}", "left out '-> e', because one side of the pair is missing"),
        ("Lake?{=Baikal =%50%Tanganyika}", "left out 'Tanganyika', which is not fully correct"),
        ("Lake?{=Baikal ~Como#como}", "left out the feedback for 'Como', because the feedback only repeats the option"),
        (
            "Lake?{=Baikal =Lake Baikal#[html]<b>Well done!</b>}",
            "left out praise for the correct answer: **Well done!**",
        ),
        ("Lake?{=Baikal#It is in Russia. ~Como}", EXPLAINED),
        ("So?{F#It is not.}", EXPLAINED.replace("the correct", "a wrong")),
        ("Lake?{=Baikal =Baik* =%0%Gard*}", "left out 'Baik*', 'Gard*': wildcards (*) are not supported"),
        ("Depth?{#1642:5~#Look it up.}", "left out the feedback for all other answers: Look it up."),
        ("Depth?{#=1642:5~#Look it up.}", "left out the feedback for all other answers: Look it up."),
    ],
)
def test_parts_without_a_field_are_named(text: str, said: str) -> None:
    assert [message for _, message in remarks(taken(text))] == [said]


@pytest.mark.parametrize(
    ("answers", "explanation"),
    [
        ("=a#Well done! It rises in the Alps. ~b", "It rises in the Alps."),
        ("=a#Right, it ends in the sea. ~b#Yes, but small.", "It ends in the sea."),
        ("=a#Exactly. Very good! ~b", None),
        ("=a#Sehr gut, genau! ~b", None),
        ("=a#Good conductors are metals. ~b", "Good conductors are metals."),
        ("=a#Right-angled ones are. ~b", "Right-angled ones are."),
        ("=a#Yes-no questions are. ~b", "Yes-no questions are."),
        ("=a#Yes — it melts. ~b", "It melts."),
        ("=a#Yes - it melts. ~b", "It melts."),
        ("=a#Well done! 🎉 ~b", None),
        ("=a#[html]<b>Bravo!</b> Das stimmt nicht immer. ~b", "Das stimmt nicht immer."),
        ("=a#[html]<b>Correct:</b> pH is small. ~b", "pH is small."),
        ("~%50%a#Nile ~%50%b#Rhine ~c", "a: Nile\n\nb: Rhine"),
        ("~%50%a*#Nile ~%50%b ~c", "a\\*: Nile"),
        ("=a#Both. =b#Both.", "Both."),
        ("=a_b_c#A name. =ab#Yes, in short.", "a_b_c: A name.\n\nab: In short."),
        ("F#No.#Right! It is not.####More.", "It is not.\n\nMore."),
        ("F##Right!", "The statement is false."),
    ],
)
def test_feedback_for_correct_answers_is_not_shown_as_praise_after_wrong_ones(
    answers: str, explanation: str | None
) -> None:
    accepted = taken(f"Which?{{{answers}}}")
    assert [question.get("explanation") for question in accepted.questions] == [explanation] * len(accepted.questions)


def test_the_feedback_for_an_option_of_a_blank_is_named() -> None:
    assert [message for _, message in remarks(taken("{1:MC:=Baikal~Como#Small.} and {=Po} flow."))] == [
        "left out the wrong option 'Como', because learners type their answers into the blanks",
        "left out the feedback for 'Como': Small.",
    ]


def test_categories_and_descriptions() -> None:
    accepted = taken("$CATEGORY: $course$/top/Ice/Sea & land\n\n::d::[html]<p>Read\\: this.</p>\n\n// [id:7]\nIce floats.{T}\n\n$CATEGORY: tom/dick//harry\n\nIce sinks.{F}")  # fmt: skip
    assert [(question["stem"], accepted.topics[question["topic"]]) for question in accepted.questions] == [
        ("Read: this.\n\nIce floats.", "Ice: Sea & land"), ("Ice sinks.", "tom: dick/harry"),
    ]  # fmt: skip
