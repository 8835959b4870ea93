"""Rules about hints and explanations."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.questions import ClozeQuestion, MatchQuestion, OptionsQuestion, OrderQuestion, TrueFalseQuestion
from quizgen.questions.view import answer_text
from quizgen.text.content_words import SMALL_WORDS, WORD, content, is_name, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word, number_word_run, parse_number
from quizgen.text.verbs import is_irregular_past
from quizgen.text.words import listed

# A denial about the subject: "the question did not say …" is about the question.
_DENIAL = lazy_pattern(
    r"(?<!question did )(?<!question does )(?<!statement does )"
    r"\b(?:not|no|never|nor|neither|none|cannot|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOTHING_NEW = frozenset(content("correct right wrong true false answer option statement question choice fact".split()))


@question_rule(
    "Q143",
    "repeating-explanation",
    field="explanation",
    english=True,
    source="Shute (2008), *Focus on formative feedback*, Review of Educational Research 78(1), 153–189 (elaborate)",
)
def repeating_explanation(item: Item) -> Iterator[Flaw]:
    """Flag explanations that say only what the stem and the answer already say.

    ## Why it matters
    The learner has just read the stem and the answer. Use the explanation to give the reason, a contrast, or a common
    mistake.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants take up to build sugar?
      answer: carbon dioxide
      explanation: Plants take up carbon dioxide to build sugar.
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants take up to build sugar?
      answer: carbon dioxide
      explanation: It enters through pores on the underside of the leaf, called stomata.
    ```
    """
    question = item.question
    assert question.explanation is not None
    if item.is_generated:  # the statement of a fact is its explanation by default
        return
    # That a false statement is not so repeats the answer; elsewhere, a denial is new.
    is_false = isinstance(question, TrueFalseQuestion) and not question.answer
    if not is_false and _DENIAL.search(question.explanation) and not _DENIAL.search(question.stem):
        return
    if is_false and _HALF.search(question.explanation):
        return
    said = _NOTHING_NEW.union(item.stem_content, content(words_of(answer_text(question))))
    if said.issuperset(content(words_of(question.explanation))) and not _shows_work(question.explanation, item.stem):
        yield Flaw(
            "the explanation only repeats the question and the answer",
            "add the reason, a contrast or a common mistake, or remove the explanation",
            ("explanation",),
        )


_HALF = lazy_pattern(
    r"[,;:] (?:but|however|although|though|while|whereas|yet|only)\b|^(?:but|only|although)\b", re.IGNORECASE
)
"""What sets the false half of a statement apart from the other one: "It is a fungus, but has no roots."."""


# Where two things are compared or a mistake is quoted, an explanation may name what is wrong.
_CONTRAST = lazy_pattern(
    r"\b(?:not|no|never|nor|neither|none|cannot|but|while|whereas|unlike|instead|although|though|however|than|only"
    r"|also|too"
    r"|rather|actually|really|other|others|another|again|later|earlier|before|after|until|if|false|wrong|incorrect|myth"
    r"|mistake|mistaken|confus\w+|believed?|think|thought|claim\w*|said|call\w*|would|opposite|reverse|vice versa"
    r"|without"
    r"|except|almost|nearly|second|next|similar|like|both|former\w*|today|now|since|once|used to|old|new)\b|n['’]t\b",
    re.IGNORECASE,
)
_VERDICT = lazy_pattern(
    r"\s*(?:(?P<true>true|yes|correct|right)|(?P<false>false|no|wrong|incorrect))\s*[,.:;!–—]", re.IGNORECASE
)
_FEWEST_SHARED = 2


@question_rule(
    "Q164",
    "contradicting-explanation",
    kinds=("choice", "true_false"),
    field="explanation",
    english=True,
    source="quizgen (the explanation is the last thing that the learner reads)",
)
def contradicting_explanation(item: Item) -> Iterator[Flaw]:
    """Flag explanations that give a distractor as the answer, that confirm a false statement, or that deny a true one.

    ## Why it matters
    Either the explanation or the key is wrong. Learners who were marked wrong cannot tell which one.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which vitamin does the skin make in sunlight?
      answer: vitamin D
      distractors: [vitamin A, vitamin C]
      explanation: In sunlight, the skin makes vitamin C from cholesterol.
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which vitamin does the skin make in sunlight?
      answer: vitamin D
      distractors: [vitamin A, vitamin C]
      explanation: In sunlight, the skin makes it from cholesterol.
    ```
    """
    question = item.question
    explanation = question.explanation
    assert explanation is not None
    if isinstance(question, TrueFalseQuestion):
        verdict = _VERDICT.match(explanation)
        is_denied = verdict is not None and (verdict["true"] is None) is question.answer
        stem = fold(question.stem).rstrip(" .")
        is_repeated = not question.answer and stem in fold(explanation) and not _CONTRAST.search(explanation)
        if is_denied:
            marked, said = ("true", "false") if question.answer else ("false", "true")
            yield Flaw(
                f"the answer is {marked}, but the explanation says that the statement is {said}",
                "correct the answer or the explanation",
                ("explanation",),
            )
        elif is_repeated:
            yield Flaw(
                "the answer is false, but the explanation repeats the statement as if it were true",
                "correct the answer or the explanation",
                ("explanation",),
            )
        return
    if item.has_code_options or _CONTRAST.search(explanation) or _CONTRAST.search(item.stem):
        return
    folded = fold(explanation)
    if any(occurs_in(fold(key), folded) for key in item.keys):
        return
    named = [option for option in item.distractors if occurs_in(fold(option), folded)]
    asked = item.subject.difference(*item.option_content.values())
    if len(named) == 1 and len(asked) >= _FEWEST_SHARED and asked.issubset(content(words_of(explanation))):
        yield Flaw(
            f"the explanation gives {named[0]!r} as the answer",
            "correct the answer or the explanation",
            ("explanation",),
        )


_CALCULATION = lazy_pattern(r"\(?\d[\d.,]*[^\w=]*[×·*/÷:+−^-][\d\s.,()%×·*/÷:+−^-]*\d")


def _shows_work(explanation: str, stem: str) -> bool:
    """Return whether ``explanation`` has a calculation that ``stem`` lacks: "20 × 4 + 10 × 9 = 170"."""
    written = "".join(stem.split())
    return any("".join(found[0].split()) not in written for found in _CALCULATION.finditer(explanation))


@question_rule(
    "Q140",
    "revealing-hint",
    field="hint",
    source="quizgen (a hint narrows the search but does not give the answer)",
)
def revealing_hint(item: Item) -> Iterator[Flaw]:
    """Flag hints that contain the answer, a part that identifies it (a person's surname, or "Hastings" if the answer is
    "Battle of Hastings"), or a related word ("Mongolians" if the answer is "Mongolia", "evaporates" if it is
    "evaporation"). Also flag hints that spell out what an abbreviation such as "NATO" stands for, that give a number in
    words ("one hundred" if the answer is 100), or that give most letters of the answer.

    ## Why it matters
    Such a hint lets learners copy the answer instead of recalling it.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: Canberra was chosen because Sydney and Melbourne could not agree.
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: It lies between Sydney and Melbourne.
    ```
    """
    question = item.question
    assert question.hint is not None
    if isinstance(question, TrueFalseQuestion | OrderQuestion | MatchQuestion):
        return
    hint = fold(question.hint)
    if isinstance(question, OptionsQuestion):
        if any(occurs_in(fold(option), hint) for option in question.distractors):
            return  # a hint may compare options
        answers = list(question.keys)
    elif isinstance(question, ClozeQuestion):
        answers = [mark.answer for mark in question.marks]
    else:
        answers = [answer_text(question)]
    for answer in answers:
        if (words := _number_in_words(answer, question.hint)) is not None:
            yield Flaw(
                f"the hint gives the answer {answer!r} in words: {words!r}", "describe the answer without it", ("hint",)
            )
            return
        folded = fold(answer)
        if len(folded) > 2 and occurs_in(folded, hint):
            yield Flaw(f"the hint contains the answer: {answer!r}", "describe the answer without naming it", ("hint",))
            return
        word = _formed_from(answer, question.hint)
        if word is not None and not any(_formed_from(option, question.hint) for option in item.distractors):
            yield Flaw(
                f"the hint contains a word formed from the answer {answer!r}: {word!r}",
                "describe the answer without words related to it",
                ("hint",),
            )
            return
        if (part := _part_of_name(answer, item, question.hint)) is not None:
            yield Flaw(
                f"the hint contains part of the answer {answer!r}: {part!r}",
                "describe the answer without the words of its name",
                ("hint",),
            )
            return
        if (related := _words_of_term(answer, item, question.hint)) is not None:
            yield Flaw(
                f"the hint repeats the words of the answer {answer!r}: {', '.join(map(repr, related))}",
                "describe the answer without words related to it",
                ("hint",),
            )
            return
        if (halves := _halves_of_compound(answer, question.hint)) is not None:
            yield Flaw(
                f"the hint contains both parts of the answer {answer!r}: {halves[0]!r} and {halves[1]!r}",
                "describe the answer without the words that it is made of",
                ("hint",),
            )
            return
        if (words := _spelled_out(answer, question.hint)) is not None:
            yield Flaw(
                f"the hint spells out {answer!r}: {words!r}", "describe the answer without its letters", ("hint",)
            )
            return


_ONE_NUMBER = lazy_pattern(r"(?P<number>\d(?:[\d.,]*\d)?)(?!st|nd|rd|th)\D*")
_COUNTED = 12
"""Up to this number, things are often counted in words, and a hint may do so: "It has two wings."."""


def _number_in_words(answer: str, hint: str) -> str | None:
    """Return the words of ``hint`` that are the only number of ``answer``: one hundred, of 100 °C."""
    found = _ONE_NUMBER.fullmatch(answer)
    value = parse_number(found["number"]) if found is not None else None
    if value is None or value <= _COUNTED:
        return None
    words = words_of(hint)
    at = 0
    while at < len(words):
        width, number = number_word_run(words[at:])
        if number is not None and number == value:
            return " ".join(words[at : at + width])
        at += max(width, 1)
    return None


_SHORTEST_PART = 4
_LONGEST_TERM = 3
"""The most words of a term; longer answers are sentences, whose words a hint may share."""
_ANY_THINGS = listed(
    "north south east west northern southern eastern western great greater new old saint first second third last left"
    " right upper lower inner outer high long short major minor general common simple compound white black blue green"
    " brown grey gray yellow small large free public civil world international national united states royal holy little"
)
"""Words of many names, which tell little."""


def _part_of_name(answer: str, item: Item, hint: str) -> str | None:
    """Return the word of ``hint`` that identifies ``answer``, a name or a term of two or three words.

    This is the surname of a person, a name within a name (Hastings, for the Battle of Hastings), and what says which
    kind of a thing is meant (opportunity, for opportunity cost). That it is a kind of cost only narrows the search.
    """
    if answer.isalnum():
        return None
    words = WORD.findall(_ARTICLE.sub("", answer))
    if not 1 < len(words) <= _LONGEST_TERM + 2:
        return None
    if is_name(answer):
        parts = [word for word in words if word[:1].isupper()]
        if item.kind != "cloze" and len(parts) == len(words) and _asks_for_person(item):
            parts = parts[-1:]
    elif len(words) <= _LONGEST_TERM and SMALL_WORDS.isdisjoint(words):
        parts = words[:-1]
    else:
        return None
    shown = frozenset(WORD.findall(hint))
    parts = [
        part
        for part in parts
        if len(part) >= _SHORTEST_PART
        and not shown.isdisjoint({part, f"{part}'s", f"{part}’s"})
        and part.lower() not in _ANY_THINGS
        and not any(char.isdigit() for char in part)
    ]
    if not parts:
        return None
    known = item.stem_content.union(*(content(words_of(option)) for option in item.distractors))
    return next((part for part in parts if known.isdisjoint(content([part.lower()]))), None)


_SHORTEST_HALF = 3


def _halves_of_compound(answer: str, hint: str) -> tuple[str, str] | None:
    """Return the two words of ``hint`` of which ``answer``, one word, is made: bow and line, of bowline."""
    if not answer.isalpha():
        return None
    word, shown = fold(answer), words_of(hint)
    beginnings = [each for each in shown if word.startswith(each) and len(each) >= _SHORTEST_HALF]
    halves = ((each, word[len(each) :]) for each in beginnings)
    return next((pair for pair in halves if len(pair[1]) >= _SHORTEST_HALF and pair[1] in shown), None)


_SHARED_LETTERS = 5
_SHARED_PART = 0.7
"""What share of the shorter one of two related words they have in common: convers, of conversion and convert."""


def _words_of_term(answer: str, item: Item, hint: str) -> list[str] | None:
    """Return the words of ``hint`` that are related to each word of ``answer``, a term of several words.

    Words that the stem or another option has as well give nothing away.
    """
    if " " not in answer:
        return None
    parts = [word for word in content(words_of(answer)) if len(word) > 2]
    if not 1 < len(parts) <= _LONGEST_TERM + 1 or is_name(answer):
        return None
    shown = [(word, stem) for word in words_of(hint) for stem in content([word])]
    related = [next((word for word, stem in shown if _are_related(part, stem)), None) for part in parts]
    if None in related:
        return None
    known = item.stem_content.union(*(content(words_of(option)) for option in item.distractors))
    if not any(all(not _are_related(part, word) for word in known) for part in parts):
        return None
    return [word for word in related if word is not None]


def _are_related(one: str, other: str) -> bool:
    """Return whether two word stems begin alike: convers and convert."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    alike = next((at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs), shorter)
    return alike >= _SHARED_LETTERS and alike >= _SHARED_PART * shorter


_PERSON = lazy_pattern(
    r"(?:to |by |from |for |with |of )?(?:who|whom|whose)\b"
    r"|(?:by |for |with |from |to )?(?:which|what) (?:[\w-]+ ){0,2}?(?:[a-z]+(?:er|or|ist|ian)|king|queen|poet|chef"
    r"|president|judge|architect|monarch|pope|saint|general|athlete|man|woman|person)\b",
    re.IGNORECASE,
)


def _asks_for_person(item: Item) -> bool:
    """Return whether a person is asked for, whose first name tells little."""
    return getattr(item.question, "type", "text") == "person" or _PERSON.match(item.stem) is not None


_SHORTEST_STEM = 5
"""Words that share fewer letters are often not related."""
_SHORTEST_NAME = 4
"""Names that share so few are: Cuba, Cubans."""
_DROPPED = ("", "e", "y", "a", "o", "us", "um", "is", "on", "s", "sis", "cy")
_FORMING = frozenset(
    "s es al ial ic ical ically tic tically atic ian an n ish ese i ous eous ary ar ive ize ized izing ist ism ed ing"
    " er or ly ity oid ate ation ful less like".split()
)
"""Endings that form a word of another one: diaphragmatic, volcanic, insects, Mongolian."""


_ARTICLE = lazy_pattern(r"(?:an?|the) ")
_OF_ACTION = ("ation", "ion", "ing", "ment", "er", "or", "ance", "ence")
_OF_VERB = ("s", "e", "es", "ed", "ing", "ate", "ates", "ated", "ating")
"""Endings of nouns and of their verbs: evaporation, evaporates."""


def _formed_from(answer: str, hint: str) -> str | None:
    """Return the word of ``hint`` that is formed from ``answer``, one word, or from which the answer is formed."""
    noun = _ARTICLE.sub("", fold(answer))
    if not noun.isalpha():
        return None
    roots = _without_endings(noun, _OF_ACTION)
    for written in WORD.findall(hint):
        word = fold(written)
        shortest = _SHORTEST_NAME if answer.istitle() and written.istitle() else _SHORTEST_STEM
        if (
            _is_formed(word, noun, shortest)
            or (written.istitle() and _is_formed(noun, word, shortest))
            or not roots.isdisjoint(_without_endings(word, _OF_VERB))
        ):
            return word
    return None


def _is_formed(word: str, noun: str, shortest: int) -> bool:
    """Return whether ``word`` is ``noun`` with another ending, perhaps in the plural: Mongolians, Mongolia."""
    return any(
        len(stem) >= shortest
        and word.startswith(stem)
        and not _FORMING.isdisjoint({ending := word[len(stem) :], ending.removesuffix("s")})
        for stem in {noun.removesuffix(dropped) for dropped in _DROPPED}
    )


def _without_endings(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """Return what is left of ``word`` without each of ``endings`` that it has, where that is long enough to tell."""
    roots = [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
    return frozenset(root for root in roots if len(root) >= _SHORTEST_STEM)


_ACRONYM = lazy_pattern(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_STANDS_FOR = lazy_pattern(
    r"\b(?:short for|stands? for|abbreviation (?:of|for)|acronym (?:of|for)|initials of"
    r"|first letters of)\b(?P<words>[^.;]*)",
    re.IGNORECASE,
)
_LETTERS = lazy_pattern(
    r"\b(?:starts?|begins?|beginning|starting|ends?|ending|first"
    r"|last)\b[^.;,]{0,30}?[\"'“‘*]?(?P<letters>\b[A-Za-z]{2,}\b)"
    r"[\"'”’*]?(?=[.;,]| and\b|$|-)"
)
_MOST_OF = 0.7
"""The share of the letters of an answer that is too much."""
_MINOR_WORDS = frozenset("of the and for in on to a an".split())


def _spelled_out(answer: str, hint: str) -> str | None:
    """Return the words of ``hint`` that begin with the letters of ``answer``, or that give most of its letters."""
    if _ACRONYM.fullmatch(answer):
        found = _STANDS_FOR.search(hint)
        told = [word for word in words_of(found["words"]) if word not in _MINOR_WORDS] if found else []
        # "Its first letter stands for 'free'" leaves something to think about.
        if found and len(told) > 1 and told[0][0] == answer[0].lower() and told[-1][0] in answer.lower():
            return found[0]
        words = [word for word in words_of(hint) if word not in _MINOR_WORDS]
        wanted = answer.lower()
        for at in range(len(words) - len(wanted) + 1):
            part = words[at : at + len(wanted)]
            if len(wanted) > 2 and "".join(word[0] for word in part) == wanted:
                return " ".join(part)
    elif " " not in answer:
        word = answer.lower()
        if "_" in hint and (masked := _masked(word, hint)) is not None:
            return masked
        may_be_cut = "with" in hint or "..." in hint or not _CUTTING.isdisjoint(hint)
        if may_be_cut and (given := _first_letters(word, hint)) is not None:
            return given
        parts = [found["letters"].lower() for found in _LETTERS.finditer(hint)]
        told = [part for part in parts if part != word and (word.startswith(part) or word.endswith(part))]
        if told and sum(map(len, told)) >= max(3, _MOST_OF * len(word)):
            return hint if len(hint) <= 60 else told[0]
    return None


_MASK = lazy_pattern(r"\b(?=\w*_)(?:[^\W\d]|_){3,}")


def _masked(word: str, hint: str) -> str | None:
    """Return the text in ``hint`` that is ``word`` with at most half of its letters hidden: H_M."""
    for found in _MASK.finditer(hint.lower()):
        pairs = list(zip(found[0], word, strict=False))
        shown = [one == other for one, other in pairs if one != "_"]
        if len(found[0]) == len(word) and all(shown) and 2 * len(shown) >= len(word):
            return hint[found.start() : found.end()]
    return None


_SOME_LETTERS = lazy_pattern(
    r"\b(?:begins?|starts?|starting"
    r"|beginning) with (?:the letters? )?[\"“'‘*]?(?P<first>[^\W\d_]{2,})[\"”'’*]?(?![\w-])"
    r"|(?<!\w)(?P<cut>[^\W\d_]{2,})(?:_+|\.\.\.|…|-(?![\w-]))"
    r"|\b(?P<spelled>[^\W\d_](?:-[^\W\d_]){2,})\b",
    re.IGNORECASE,
)
"""fem__, "begins with merc", V-e-r-d-i."""
_CUTTING = frozenset("_-…")
"""Characters of which all of these have one, unless they have three dots or the word "with"."""


def _first_letters(word: str, hint: str) -> str | None:
    """Return the words of ``hint`` that give at least half of ``word`` from its first letter on."""
    for found in _SOME_LETTERS.finditer(hint):
        letters = (found["first"] or found["cut"] or found["spelled"].replace("-", "")).lower()
        if word.startswith(letters) and 2 * len(letters) >= len(word) and len(letters) > 2:
            return found[0].strip()
    return None


_BY_LETTER = lazy_pattern(
    r"\b(?i:options?|answers?|choices?|alternatives?|distractors?) \(?(?P<named>[A-H]\b|[a-h](?=\)))"
    r"|\b(?i:answer|option|choice|solution) (?i:is|was) \(?(?P<given>[A-H])(?=\)|[.,;:]|$| (?:because|since|as)\b)"
    r"|(?:^|(?<=[.;:!?]) ?)(?:Not|Unlike) \(?(?P<denied>[A-H])(?=\)|[.,;:]|$| (?:because|since|as)\b)"
    r"|(?:^|(?<=[.;:!?(]) ?)\(?(?P<letter>[A-H])\)? (?:is|was|(?:and|or) [A-H] are) "
    r"(?:the )?(?:only |also |not )?(?:right|correct|wrong|incorrect|false|true)\b"
)
# "B and C join two ropes, and D fastens a rope": clauses whose subjects are letters.
_LETTERS_AS_SUBJECT = lazy_pattern(
    r"(?:^|[.;:!?(]\s*|(?:,|\b(?:and|but|while|whereas|because|since|although)),? )(?:(?:[Bb]oth|[Oo]nly|[Nn]either) )?"
    r"(?P<letters>[A-H](?:(?:, [A-H])*,? (?:and|or|nor) [A-H])?)"
    r" (?:(?:also|only|both|all|just|never|\w+ly) )?(?P<verb>[a-z]+)\b"
)
_AUXILIARIES = listed("is are was were has have had does do did can cannot could may might must should will would")
_AFTER_LETTERS = listed("major minor flat sharp blood type")
"""What follows letters that are notes or blood groups."""
_OF_LETTERS = lazy_pattern(
    r"\b(?:sets?|theorems?|triangles?|points?|events?|matri\w+|vectors?|angles?|sides?|vert(?:ex|ices)|probabilit\w+"
    r"|logic\w*|variables?|notes?|chords?|blood|vitamins?|hepatitis|grades?|groups?|types?)\b",
    re.IGNORECASE,
)
"""Things that are often named by letters."""
_ABOUT_OPTION = listed("would describes refers confuses reverses mixes swaps names states contradicts")
"""What is said of an option, but hardly of a note, a vitamin, or a point."""
_BY_NUMBER = lazy_pattern(
    r"\bthe (?:first|second|third|fourth|fifth|last)(?: two| three)? (?P<noun>option|answer|choice|alternative"
    r"|distractor)s?\b"
    r"(?= (?:\w+s|are|can|cannot|could|had|have|may|would)\b|\s*[^\w\s]|$)"
    r"|\b(?P<named>option|answer|choice|alternative|distractor) (?:number |no\. )?"
    rf"(?:[1-8]|{any_number_word(1, 4)})\b"
    r"|\bthe (?P<place>answer|option|choice) (?:at|on) the (?:top|bottom)\b",
    re.IGNORECASE,
)
_ABOUT_OPTIONS = ("explanation", "hint", "feedback")


@question_rule(
    "Q166",
    "option-by-position",
    kinds=WITH_OPTIONS,
    english=True,
    source=f"{HDR}, guideline 20 (vary the location of the right answer)",
)
def option_by_position(item: Item) -> Iterator[Flaw]:
    """Flag explanations, hints and feedback that refer to an option by its letter or position ("C is right", "the first
    option"), although the options are shuffled.

    ## Why it matters
    The options are in another order each time, so the letter names a different option.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Saturn, Neptune, Earth]
      explanation: Option B has the largest rings.
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Saturn, Neptune, Earth]
      explanation: Saturn has the largest rings.
    ```
    """
    question = item.question
    assert isinstance(question, OptionsQuestion)
    if not question.shuffle:
        return
    shown = f"{item.stem}\n{item.option_text}"
    for at, text in item.texts:
        if at[0] not in _ABOUT_OPTIONS and at[-1] not in _ABOUT_OPTIONS:
            continue
        found = _BY_LETTER.search(text)
        # A, B and C may be points, notes or blood types of the question itself.
        if found is not None and re.search(rf"\b{next(filter(None, found.groups()))}\b", shown):
            found = None
        if found is None:
            found = _letters_as_subjects(text, shown, len(item.options))
        if found is None:
            found = _BY_NUMBER.search(text)
            # The question may be about choices that somebody has.
            if found is not None and (found["noun"] or found["named"] or found["place"]).lower() in shown.lower():
                found = None
        if found is not None:
            yield Flaw(
                f"{found[0].strip(' (')!r} refers to an option by its position, but the options are shuffled",
                "write the text of the option instead",
                at,
            )
            return


def _letters_as_subjects(text: str, shown: str, options: int) -> re.Match[str] | None:
    """Return where ``text`` says something of letters that stand for options, and for nothing in the question."""
    if _OF_LETTERS.search(shown):
        return None
    named: set[str] = set()
    first = None
    for found in _LETTERS_AS_SUBJECT.finditer(text):
        letters = re.findall(r"\b[A-H]\b", found["letters"])
        if any(ord(letter) - ord("A") >= options or re.search(rf"\b{letter}\b", shown) for letter in letters):
            return None
        if _may_be_verb(found["verb"], is_plural=len(letters) > 1):
            named.update(letters)
            first = first or found
            if found["verb"] in _ABOUT_OPTION:
                return found
    return first if len(named) > 1 else None


def _may_be_verb(word: str, *, is_plural: bool) -> bool:
    """Return whether ``word`` may be the verb after one or several subjects."""
    if word in _AUXILIARIES:
        return True
    if word in SMALL_WORDS or word in _AFTER_LETTERS:
        return False
    is_past = word.endswith("ed") or is_irregular_past(word)
    return is_past or word.endswith("s") is not is_plural
