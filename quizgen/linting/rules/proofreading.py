"""The rule about slips that proofreading finds: doubled words, misspellings, and missing question marks."""

import re
from collections.abc import Iterator
from operator import eq
from typing import TYPE_CHECKING

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.names import misspellings
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.spelling import SHORTEST, corrected, unswapped
from quizgen.questions.typed import ShortQuestion, TypedQuestion
from quizgen.text.content_words import SMALL_WORDS, is_name, unquoted, words_of
from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.verbs import is_irregular_past, is_third_person
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import listed

if TYPE_CHECKING:
    from quizgen.questions.problem import DataPath

_DOUBLED = lazy_pattern(
    r"(?<![\w-])(the|a|an|of|to|in|is|are|was|were|and|or|for|with|on|at|by|from|as|it|its|which|what|who)"
    r" (\1)(?![\w'’-])",
    re.IGNORECASE,
)
_ADVERBS = frozenset({"in", "on", "to", "by"})
"""Words that may end one phrase and begin the next: "the state it is in in winter"."""
_MISSPELLED: dict[str, str] = (
    dict(
        pair.split(":")
        for pair in """
        accomodate:accommodate accross:across acheive:achieve acheived:achieved adress:address agressive:aggressive
        alot:a_lot aparent:apparent arguement:argument arised:arose athmosphere:atmosphere becuase:because
        begining:beginning beleive:believe beleived:believed benifit:benefit buisness:business catagory:category
        cemetary:cemetery charachter:character commited:committed completly:completely concious:conscious
        consistant:consistent continous:continuous definately:definitely definitly:definitely desparate:desperate
        developement:development diffrent:different dissapear:disappear enviroment:environment
        equiptment:equipment existance:existence familar:familiar febuary:February foriegn:foreign fourty:forty
        freind:friend goverment:government govermental:governmental happend:happened heigth:height heirarchy:hierarchy
        hieght:height immediatly:immediately independance:independence independant:independent intresting:interesting
        knowlege:knowledge lenght:length libary:library liason:liaison maintainance:maintenance
        maintenence:maintenance mathmatics:mathematics medeval:medieval neccessary:necessary necessery:necessary
        noticable:noticeable occured:occurred occuring:occurring occurance:occurrence orginal:original
        parliment:parliament particuarly:particularly percieve:perceive persistant:persistent
        photosynthisis:photosynthesis posess:possess preceeding:preceding privelege:privilege probaly:probably
        recieve:receive recieved:received recieves:receives reccomend:recommend refered:referred
        referrence:reference relevent:relevant religous:religious rember:remember resistence:resistance
        responsable:responsible seperate:separate seperated:separated seperates:separates sieze:seize similiar:similar
        speach:speech strenght:strength succesful:successful succesfully:successfully successfull:successful
        suprise:surprise temperture:temperature temprature:temperature thier:their threshhold:threshold
        tommorow:tomorrow tounge:tongue truely:truly unforseen:unforeseen untill:until usefull:useful vaccum:vacuum
        villian:villain visable:visible wich:which wierd:weird writen:written writting:writing
        whith:with teh:the adn:and taht:that teached:taught
    """.split()
    )
    | misspellings()
)
_INTERROGATIVE = lazy_pattern(
    r"(?:(?:in|on|at|by|for|to|from|with|of|during|under) )?(?:which|what|who|whom|whose|when|where(?! a\b)|why|how)"
    r"(?: [\w'’-]+){0,3}? (?:is|are|was|were|did|do|does|has|have|had|can|could|will|would)\b"
    r"(?P<rest>[^?!:;_.…\n]{8,})\.?",
    re.IGNORECASE,
)
_SECOND_VERB = lazy_pattern(r"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b")


@question_rule(
    "Q149",
    "slip",
    english=True,
    source=f"{HDR}, guidelines 11 and 12 (edit and proof items; correct grammar, punctuation and spelling)",
)
def slip(item: Item) -> Iterator[Flaw]:
    """Flag words written twice ("the the"), misspellings ("recieve", "Magelan"), and questions that end without a
    question mark. A word counts as misspelled if one typical correction turns it into an English word. Names are
    compared with typical misspellings of well-known names. Questions about languages are not checked.

    ## Why it matters
    Learners stop to wonder whether they misread the question. A misspelled option looks wrong, even if it is the key.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants recieve from the air?
      answer: carbon dioxide
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants receive from the air?
      answer: carbon dioxide
    ```
    """
    words = item.all_words
    distinct = set(words)
    is_repeated = len(distinct) < len(words) and any(map(eq, words, words[1:]))
    found: list[Flaw] = []
    if is_repeated or not _MISSPELLED.keys().isdisjoint(distinct):
        found += _in_words(item)
    if not item.stem.endswith("?"):
        found += _missing_question_mark(item)
    if not found:
        new = [word for word in distinct - _SOUND if len(word) >= _SWAPPED_LENGTH and word.isalpha()]
        if not all(map(_is_sound, new)):
            found += _swapped_letters(item) if item.options else ()
            found += _unknown_word(item) if not found else ()
    if not found or item.asks_about_form:
        return
    question = item.question
    is_language_course = isinstance(question, TypedQuestion) and question.answer_language is not None
    is_exercise = isinstance(question, ShortQuestion) and is_language_exercise(item.stem, question.answer)
    if not is_language_course and not is_exercise and guessed_language(item.stem) is None:
        yield from found


_SWAPPED_LENGTH = 5
"""Shorter words may be names with any letters."""
_SOUND: set[str] = set()
"""Words that were checked and are right. Most words of a set are among them after a few hundred questions."""
_MOST_SOUND = 65_536


def _is_sound(word: str) -> bool:
    """Return whether ``word`` (lower case) is right, or unknown and close to no other word."""
    if corrected(word) or unswapped(word):
        return False
    if len(_SOUND) < _MOST_SOUND:
        _SOUND.add(word)
    return True


def _missing_question_mark(item: Item) -> Iterator[Flaw]:
    if item.kind in {"cloze", "true_false"}:
        return
    found = _INTERROGATIVE.fullmatch(item.stem.strip())
    if found is not None and not _SECOND_VERB.search(found["rest"]):
        yield Flaw("the question has no question mark", "end the question with '?'", item.stem_path)


def _in_words(item: Item) -> Iterator[Flaw]:
    """Yield the first slip in each text."""
    for at, text in item.texts:
        plain = unquoted(text)
        if (found := _DOUBLED.search(plain)) is not None and found[2].islower() and found[0].split()[0] not in _ADVERBS:
            yield Flaw(f"{found[1].lower()!r} is written twice", "delete the repeated word", at)
        wrong = next((word for word in words_of(plain) if word in _MISSPELLED), None)
        if wrong is not None:
            yield Flaw(f"{wrong!r} is misspelled", f"write {_MISSPELLED[wrong].replace('_', ' ')!r}", at)


_NAME_WORD = lazy_pattern(r"(?<![\w'’.@/\\-])[A-Za-z][a-z]{4,24}(?![\w'’@/\\-]|\.\w)")


def _swapped_letters(item: Item) -> Iterator[Flaw]:
    """Yield a word in an option that is none, but would be one if two of its letters were swapped."""
    if item.has_code_options or _LANGUAGE.search(item.stem):
        return
    for option in item.options:
        is_one_word = len(item.option_words[option]) < 2
        for found in _NAME_WORD.finditer(unquoted(option)):
            word = found[0].lower()
            if (is_one_word and len(word) < SHORTEST) or word in item.stem_words or is_english_word(word):
                continue
            right = unswapped(word)
            if right is not None:
                yield Flaw(f"{found[0]!r} is misspelled", f"write {right!r}", item.option_path(option))
                return


_PLAIN_WORD = lazy_pattern(r"(?<![\w'’.@/\\-])[A-Za-z]?[a-z]{5,24}(?![\w'’@/\\-]|\.\w)")
_STARTS = lazy_pattern(r"[.?!:]\s+$")
_LANGUAGE = lazy_pattern(
    r"\b(?:translat\w+|spell\w*|languages?|dialect|English|French|German|Spanish|Italian|Latin|Greek|Dutch|Portuguese"
    r"|Russian|Swedish|Norwegian|Danish|Polish|Turkish|Welsh|Irish|Gaelic|Esperanto|pronounc\w+|slang|anagram\w*"
    r"|words?|synonyms?|pun|rhymes?|species|genus|scientific name)\b"
)


def _unknown_word(item: Item) -> Iterator[Flaw]:
    """Yield the only word that no dictionary has, if it is close to one that they have."""
    if item.has_code_options or _LANGUAGE.search(item.stem) or "`" in item.all_text:
        return
    wrong: dict[str, tuple[str, DataPath]] = {}
    for at, text in item.texts:
        if at == ("answer",) and not item.options:  # a term that the learner has to spell
            continue
        plain = unquoted(text)
        for found in _PLAIN_WORD.finditer(plain):
            word = found[0]
            # A capital within a sentence begins a name.
            if word[0].isupper() and plain[: found.start()].strip() and not _STARTS.search(plain[: found.start()]):
                continue
            if (right := corrected(word.lower())) is not None:
                is_sure = word[0].islower() or (len(right) > len(word) and not _may_be_name(item, plain))
                is_sure = is_sure and not _follows_foreign(plain[: found.start()])
                wrong[word.lower()] = (right if is_sure else "", at)
    if len(wrong) != 1:  # several unknown words are terms of a subject
        return
    ((word, (right, at)),) = wrong.items()
    if right and item.all_text.lower().count(word) == 1:
        yield Flaw(f"{word!r} is misspelled", f"write {right!r}", at)


_LAST_WORD = lazy_pattern(r"(?P<word>[A-Za-z]{2,24})[ -]$")
_LENGTH_OF_ENTRIES = 4
"""The list of English words has no shorter ones."""
_SHORT_WORDS = listed("ago apt bio big coy dim etc hot icy lax mad new non odd sad sly via wry")
"""Short words that are neither nouns nor verbs, and stand before words that can be misspelled."""


def _follows_foreign(before: str) -> bool:
    """Return whether ``before`` ends with a word that is no English one, as in a foreign term: cor anglais."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found["word"].lower()
    if len(word) >= _LENGTH_OF_ENTRIES:
        return not is_english_word(word)
    is_verb = is_third_person(f"{word}s") or is_irregular_past(word)
    return not (is_verb or word in SMALL_WORDS or word in _SHORT_WORDS or is_noun(word))


_ASKS_FOR_NAME = lazy_pattern(
    r"\b(?:who|whose|whom|where|name|named|called|city|country|river|island|author|composer|painter|artist|novel|band"
    r"|ship|town|state|company|brand|character|scientist|philosopher|king|queen|language)\b",
    re.IGNORECASE,
)


def _may_be_name(item: Item, text: str) -> bool:
    """Return whether the first word of ``text`` may be a name: if the options are not all words of the language."""
    if len(words_of(text)) > 1:
        return text == item.stem or is_name(text) or _ASKS_FOR_NAME.search(item.stem) is not None
    words = [word for option in item.options if option != text for word in item.option_words[option]]
    return (
        not words or _ASKS_FOR_NAME.search(item.stem) is not None or any(corrected(word) is not None for word in words)
    )
