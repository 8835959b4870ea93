"""Rules that compare options: their differences, their style, and what they repeat."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import parse_measure
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.linting.rules.formats import is_all, is_none
from quizgen.linting.same_meaning import are_synonymous, telling_words, value_of
from quizgen.text.chemistry import formulas_of
from quizgen.text.content_words import content, words_of
from quizgen.text.folding import fold_option
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import are_one_sense

_DIGIT = lazy_pattern(r"\d")


_THE = lazy_pattern(r"\bthe\b|[^\w\s]|_", re.IGNORECASE)


@question_rule(
    "Q111",
    "near-equal-options",
    kinds=WITH_OPTIONS,
    skips_code=True,
    source=f"{HDR}, guidelines 22 and 28e (independent options, no pairs that give a clue)",
)
def near_equal_options(item: Item) -> Iterator[Flaw]:
    """Flag options that differ only in an article, in punctuation, in how a number is written, or in one letter of a
    long name. Also flag options that mean the same thing, such as synonyms ("windpipe" and "trachea") and equal values
    ("0.5" and "1/2").

    ## Why it matters
    Two options that say the same thing cannot both be the only correct answer, so learners rule out both. A difference
    of one letter tests eyesight, not knowledge.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who led the Soviet Union in 1950?
      answer: Joseph Stalin
      distractors: [Politburo, the Politburo, Vladimir Lenin]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who led the Soviet Union in 1950?
      answer: Joseph Stalin
      distractors: [Leon Trotsky, Nikita Khrushchev, Vladimir Lenin]
    ```
    """
    seen: dict[object, str] = {}
    for option in item.options:
        number = None
        form: object
        if _DIGIT.search(option):
            number = parse_measure(option)
            form = fold_option(option) if number is None else number
        else:
            form = " ".join(_THE.sub(" ", option).split()).lower()
            # In operators, chess moves, and code, punctuation is the difference.
            if len(form) <= 2 or _OTHER_SIGN.search(option):
                form = fold_option(option)
        if (other := seen.setdefault(form, option)) is not option and not _asks_for_difference(
            item, number is not None
        ):
            yield _near(item, option, other)
    yield from _same_meaning(item)
    long = [option for option in item.options if len(option) >= _LONG]
    if len(long) > 1:
        for first, second in combinations(long, 2):
            if _one_letter_apart(first, second) and not item.asks_about_form:
                yield _near(item, second, first)


_ABOUT_WORDING = lazy_pattern(
    r"\b(?:words?|terms?|synonyms?|mean(?:s|ing)?|British|American|translat\w+|abbreviat\w+|stands? for"
    r"|symbols?|formula|fractions?|decimals?|percent\w*|notation|written|writ(?:e|ten)|convert\w*|equal\w*|equivalent|expressed"
    r"|simplif\w+|form|letters?|adverbs?|verbs?|also (?:called|known)|other name|another name)\b|%",
    re.IGNORECASE,
)


_VALUE_SIGN = lazy_pattern("[/%]|percent")


def _same_meaning(item: Item) -> Iterator[Flaw]:
    """Yield the first option that says the same as an earlier one, in other words or figures."""
    known = telling_words()
    worded = [option for option in item.options if not known.isdisjoint(item.option_words[option])]
    pairs = combinations(worded, 2) if len(worded) > 1 else ()
    found = next(((one, other) for one, other in pairs if are_synonymous(one, other)), None)
    if found is None:
        nouns = item.noun_options
        pairs = combinations(nouns, 2) if len(nouns) > 1 else ()
        found = next(((one, other) for one, other in pairs if are_one_sense(one.lower(), other.lower())), None)
    if found is None and (formulas := [option for option in item.options if _FORMULA.fullmatch(option)]):
        found = next(
            ((one, other) for one in item.options for other in formulas if one != other and other in formulas_of(one)),
            None,
        )
    if found is None and not item.words.isdisjoint(_ASKING_FOR_PERSON):
        found = next(((one, other) for one, other in permutations(item.options, 2) if _is_surname_of(other, one)), None)
    # A number that is written in the same way as another one is left to the comparison of forms.
    if found is None and _VALUE_SIGN.search(item.option_text):
        valued = [(option, value) for option in item.options if (value := value_of(option)) is not None]
        found = next(
            (
                (one, other)
                for (one, value), (other, other_value) in combinations(valued, 2)
                if value == other_value and _shape(one) != _shape(other)
            ),
            None,
        )
    if found is not None and not item.asks_about_form and not _ABOUT_WORDING.search(item.stem):
        yield Flaw(
            f"{found[1]!r} means the same as {found[0]!r}",
            "remove one of them, or replace it with a different mistake",
            item.option_path(found[1]),
        )


_FORMULA = lazy_pattern(r"(?=\D+\d)(?:[A-Z][a-z]?\d{0,2}){1,12}")
_ASKING_FOR_PERSON = frozenset({"who", "whom"})


def _is_surname_of(name: str, full_name: str) -> bool:
    """Return whether ``name`` is only the last word of ``full_name``: Lenin, Vladimir Lenin."""
    words = full_name.split()
    return len(words) > 1 and words[-1] == name and all(word[:1].isupper() for word in words)


def _shape(value: str) -> str:
    """Return the signs of a number: ``0.5`` and ``0.50`` are written in the same way, ``1/2`` is not."""
    return "".join(char for char in value if char in "./%")


def _asks_for_difference(item: Item, are_numbers: bool) -> bool:
    """Return whether the question asks about the small difference."""
    return _PRECISION.search(item.stem) is not None if are_numbers else item.asks_about_form


_LONG, _LONG_WORD = 12, 7
_SPELT_EITHER_WAY = ("sz", "vw", "iy", "ck")
_PRECISION = lazy_pattern(r"\b(?:significant|decimal|digits?|round(?:ed)?|precis\w+|notation|writ\w+)\b", re.IGNORECASE)


_OTHER_SIGN = lazy_pattern(r"[^\w\s.,;'’“”\"!?()-]")


def _near(item: Item, option: str, other: str) -> Flaw:
    return Flaw(
        f"{option!r} is almost the same as {other!r}",
        "remove one of them, or make the difference clear",
        item.option_path(option),
    )


def _one_letter_apart(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _LONG or abs(len(first) - len(second)) > 1 or _DIGIT.search(first + second):
        return False
    ours, theirs = words_of(first), words_of(second)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    different = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(different) != 1:
        return False
    one, other = sorted(different[0], key=len)
    # Readers notice a prefix of one letter (typical, atypical).
    if len(one) < _LONG_WORD or one[0] != other[0] or one[-1] != other[-1]:
        return False
    start = next((at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    # A different letter makes a different word (nitrate, nitrite), unless both letters sound the same.
    swapped = "".join(sorted(one[start] + other[start]))
    return one[start + 1 :] == other[start + 1 :] and swapped in _SPELT_EITHER_WAY


_OPENERS = frozenset(
    "the a an it they he she in on at by to because when if with for from of both no its their".split()
)
_ABBREVIATION = lazy_pattern(r"\b(?:ltd|inc|co|corp|jr|sr|etc|[a-z])\.\s*$", re.IGNORECASE)
_SENTENCE_WORDS = 4
_ENDED = lazy_pattern(r"[.?!…][\"'”’»)]*\s*$")


@question_rule(
    "Q120",
    "mixed-style",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guidelines 12 and 23 (punctuation and capitals right, options alike in form)",
)
def mixed_style(item: Item) -> Iterator[Flaw]:
    """Flag options that differ in capitalization or in whether they end with a period. Also flag keys that are the only
    option in code format, in bold or italics, or in quotation marks.

    ## Why it matters
    The most carefully written option stands out, and it is usually the key.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Why do leaves turn yellow?
      answer: The green pigment breaks down first.
      distractors: [the sun bleaches them in summer, frost draws the water out, fungi grow on the stem]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Why do leaves turn yellow?
      answer: the green pigment breaks down first
      distractors: [the sun bleaches them in summer, frost draws the water out, fungi grow on the stem]
    ```
    """
    if (style := _style_of_key(item)) is not None:
        yield Flaw(f"only the key is {style}", "format all options the same way", item.option_path(item.keys[0]))
        return
    if item.has_code_options:
        return
    long = [
        option
        for option in item.options
        if len(item.option_words[option]) >= _SENTENCE_WORDS and not (is_all(item, option) or is_none(item, option))
    ]
    if len(long) < 2 or item.asks_about_form:
        return
    stopped = [option for option in long if option.rstrip().endswith(".") and not _ABBREVIATION.search(option)]
    bare = [option for option in long if not _ENDED.search(option)]
    if stopped and bare:
        few = stopped if len(stopped) <= len(bare) else bare
        yield Flaw(
            "some options end with a period and others do not", "end all options the same way", item.option_path(few[0])
        )
    opened = [option for option in long if item.option_words[option][0] in _OPENERS]
    small = [option for option in opened if option[:1].islower()]
    if small and len(small) < len(opened):
        few = small if 2 * len(small) <= len(opened) else [option for option in opened if option not in small]
        yield Flaw(
            "some options begin with a capital letter and others do not",
            "begin all options the same way",
            item.option_path(few[0]),
        )


_STYLES = {
    "in code format": ("`", lazy_pattern(r"`[^`]+`[.,;]?")),
    "in bold": ("**", lazy_pattern(r"\*\*[^*]+\*\*")),
    "in italics": ("*", lazy_pattern(r"\*[^*]+\*")),
    "in quotation marks": ('"“', lazy_pattern(r"\"[^\"]+\"|“[^”]+”")),
}
_IN_WORDS = lazy_pattern(
    r"\b(?:[Aa]n?|[Tt]he|[Nn]o|[Nn]one|[Nn]othing|[Ee]rror|it|is|are|of|and|or|with|to|in|[A-Z]\w+Error)\b"
)
"""Options in words, such as "an error", may stand among values in code format."""


def _style_of_key(item: Item) -> str | None:
    """Return the format that the key has from beginning to end and no distractor has in any part."""
    key = item.keys[0].strip()
    if item.kind != "choice" or len(item.distractors) < 2 or not (key[0] in '`*"“' and item.words):
        return None
    for style, (signs, pattern) in _STYLES.items():
        if pattern.fullmatch(key) is None:
            continue
        if any(sign in option for sign in signs for option in item.distractors):
            return None
        is_other = style == "in code format" and any(map(_IN_WORDS.search, item.distractors))
        return None if is_other else style
    return None


REPEATED_WORDS = 3
"""The fewest shared words to report, besides an article: many names share two, but three belong in the stem."""
_ARTICLES = (["the"], ["a"], ["an"])
_CONJUNCTIONS = (["when"], ["if"], ["because"], ["after"], ["before"], ["until"], ["once"], ["while"], ["that"])


@question_rule(
    "Q122",
    "repeated-phrase",
    kinds=WITH_OPTIONS,
    skips_code=True,
    source=f"{HDR}, guidelines 13 and 15 (little reading, the central idea in the stem)",
)
def repeated_phrase(item: Item) -> Iterator[Flaw]:
    """Flag options that all begin or end with the same words.

    ## Why it matters
    Text that all options share belongs in the stem, where it is read once.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What happens to water at 100 °C?
      answer: The water begins to boil
      distractors: [The water begins to freeze, The water begins to glow, The water begins to shrink]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What does water begin to do at 100 °C?
      answer: boil
      distractors: [freeze, glow, shrink]
    ```
    """
    options = item.options
    first, second = options[0], options[1]
    words = [item.option_words[option] for option in options]
    if (
        len(options) < 3
        or min(map(len, words)) <= REPEATED_WORDS  # one word at least is not repeated
        or (first[:3].lower() != second[:3].lower() and first[-3:].lower() != second[-3:].lower())
        or item.asks_about_form
    ):
        return
    if all(parse_measure(option) is not None for option in options):  # a unit belongs to its number
        return
    leading = _common(words)
    trailing = _common([each[::-1] for each in words])[::-1]
    for phrase in (leading, trailing):
        if len(phrase) - _small_words(phrase) >= REPEATED_WORDS:
            # In the stem, "it does not" would make a negative question.
            is_negative = any(word in {"not", "no", "never", "cannot"} or "n't" in word for word in phrase)
            yield Flaw(
                f"every option repeats {' '.join(phrase)!r}",
                "reword the options without the negation" if is_negative else "move these words into the stem",
                item.option_path(options[0]),
            )
            return


def _small_words(phrase: list[str]) -> int:
    """Return how many words at the beginning of ``phrase`` do not count: an article, and what introduces a clause.

    The clauses "when the goods arrive" and "when the goods are sold" need their subject.
    """
    introduces = phrase[:1] in _CONJUNCTIONS and phrase[1:2] != ["of"]
    return introduces + (phrase[introduces:][:1] in _ARTICLES)


def _common(words: list[list[str]]) -> list[str]:
    """Return the words that all of ``words`` begin with, leaving at least one word of each."""
    common: list[str] = []
    for column in list(zip(*words, strict=False))[: min(map(len, words)) - 1]:
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return common


_NO_ANSWER = lazy_pattern(
    r"(?:i (?:do not|don['’]t) (?:know|care)|(?:i have )?no (?:idea|clue)|who (?:cares|knows)|(?:i['’]m )?not sure"
    r"|nobody (?:knows|cares)|(?:it )?(?:does not|doesn['’]t) matter|your (?:mum|mom)|because i said so|just kidding"
    r"|blah(?: blah)*|asdf|(?:by )?magic)[.!?]*",
    re.IGNORECASE,
)
_FIGURE_OF_FUN = lazy_pattern(
    r"(?:mickey mouse|minnie mouse|donald duck|bugs bunny|homer simpson|bart simpson|spongebob(?: squarepants)?|popeye"
    r"|shrek|pikachu|batman|superman|spider-?man|captain america|wonder woman|darth vader|yoda|aliens|godzilla"
    r"|king kong"
    r"|chuck norris|harry potter|gandalf|dumbledore|hello kitty|peppa pig|winnie[ -]the[ -]pooh|scooby[ -]doo"
    r"|the grinch"
    r"|(?:the )?tooth fairy|(?:the )?easter bunny|father christmas|santa(?: claus)?)[.!?]*",
    re.IGNORECASE,
)
_ABOUT_FIGURES = lazy_pattern(
    r"\b(?:cartoons?|comics?|animat\w+|disney|marvel|pixar|films?|movies?|cinema|television|tv|series|shows?|franchise|games?"
    r"|characters?|(?:super)?hero(?:es)?|villains?|mascots?|ducks?|costumes?|christmas|easter|presents|gifts|legends?"
    r"|folklore|stories|tales?|fiction\w*|songs?|albums?|toys?)\b",
    re.IGNORECASE,
)
_LIVELESS = (
    r"(?:trees?|lea(?:f|ves)|plants?|cells?|atoms?|electrons?|metals?|water|planets?|moon|sun|stars?|rocks?|clouds?"
    r"|computers?|programs?|code|gas(?:es)?|ice|numbers?|rivers?|mountains?|words?|verbs?|instruments?|notes?)"
)
_MOODS = (
    r"(?:sad|lonely|bored|happy|angry|jealous|shy|hungry|embarrassed|sleepy|tired|lazy|grumpy|proud|in love|scared)"
)
# What somebody would do or want only in a joke: moods of things, and deeds that have nothing to do with any subject.
_ABSURD = lazy_pattern(
    r"\b(?:unicorns?|leprechauns?|zombies?|magic wands?|by magic|magic spells?|space aliens|santa claus|tooth fairy)\b"
    rf"|\bthe {_LIVELESS} (?:is|are|was|were|feels?|felt|gets?|got) (?:so |very |too )?{_MOODS}\b"
    r"|\b(?:is|are|was|were|gets?|got|feels?|felt) (?:so |very |too |just )?(?:bored|grumpy|sleepy|lazy"
    r"|tired of being)\b"
    r"|\b(?:is|are|was|were) allergic to\b"
    r"|\b(?:sing|sings|singing|wave|waves|waving|whisper|whispers|whispering|smile|smiles|smiling|dance|dances|dancing"
    r"|apologi[sz]e|apologi[sz]ing|bow|talk|talking) (?:at|to|for|with|around) it\b"
    r"|\b(?:hug|hugs|hugging|kiss|kissing|tickle|tickling|cuddle|cuddling|compliment) (?:it|them)\b"
    r"|\bhop(?:e|es|ing) for the best\b|\bcross(?:ing)? (?:your|one['’]s|their|his|her) fingers\b|\bmak(?:e|es"
    r"|ing) a wish\b"
    r"|\btak(?:e|es|ing) a (?:nap|selfie)\b|\b(?:throw|throws|throwing|have|having) a party\b|\bgo(?:es"
    r"|ing)? back to (?:bed|sleep)\b"
    r"|\b(?:go|goes|going|went|is|are|was|were) on (?:vacation|holiday)\b|\brun(?:ning|s)? (?:around )?(?:in circles"
    r"|screaming)\b"
    r"|\b(?:mak(?:e|es|ing)|brew(?:s|ing)?|order(?:s|ing)?|deliver(?:s|ing)?|fetch(?:es|ing)?) (?:a |the "
    r"|some )?(?:coffee|pizzas?)\b"
    r"|\b(?:finish|eat|grab|enjoy|share)(?:s|es|ing|ed)? (?:the |a |an |some |their |his |her |your )"
    r"(?:sandwich(?:es)?|lunch|dinner|breakfast|snacks?|cake|cookies?|ice cream|barbecue|picnic)\b"
    r"|\ba (?:pinch|bit|touch|dash|drop|little|lot) of (?:good )?(?:luck|love|hope|fairy dust)\b"
    r"|\b(?:call|ask|phone|text)(?:s|ing|ed)? (?:your|their|his|her) (?:grand)?(?:mother|mom|mum|ma) (?:for|what)\b"
    r"|\b(?:buy|buys|bought|buying) (?:a )?lottery tickets?\b|\b(?:burst|bursts|bursting) into (?:tears|song)\b"
    r"|\bselfies?\b|\bmade of (?:green )?cheese\b|\bafraid of the dark\b|\b(?:mother|mom|mum|wife|grandmother) told\b"
    r"|\b(?:likes?|liked|loves?|loved|hates?|hated) (?:the )?(?:colou?r|pizza|chocolate|mondays|naps|ice cream"
    r"|parties)\b",
    re.IGNORECASE,
)
_ABSURD_WORDS = frozenset(
    "unicorn unicorns leprechaun leprechauns zombie zombies wand wands spell spells space tooth sad lonely bored happy"
    " angry jealous shy hungry embarrassed sleepy tired lazy grumpy proud love scared allergic sing sings singing"
    " wave waves"
    " waving whisper whispers whispering smile smiles smiling dance dances dancing apologize apologise apologizing"
    " apologising bow talk talking hug hugs hugging kiss kissing tickle tickling cuddle cuddling compliment hope hopes"
    " hoping fingers wish nap selfie selfies party bed sleep vacation holiday circles screaming coffee pizza pizzas"
    " cheese dark told color colour chocolate mondays naps parties cream sandwich sandwiches lunch dinner"
    " breakfast snack snacks cake cookie cookies barbecue picnic luck mother mom mum grandmother grandma lottery tears"
    " song".split()
)
"""Every absurd option contains one of these words."""
_PHRASE_WORDS = 3
_ABOUT_PEOPLE = lazy_pattern(
    r"\b(?:feel\w*|mood|emotion\w*|allerg\w*|immun\w*|rash|symptoms?|patients?|doctor|nurse|employees?|workers?|hotel|guests?"
    r"|customers?|child(?:ren)?|bab(?:y|ies)|parents?|proverb|idiom|myth\w*|poems?|characters?|narrator|says?|said|express\w*"
    r"|sentence|cook\w*|bake\w*|baking|kitchen|café|cafe|coffee|drinks?|food|eat|eats|meals?|lunch|dinner|breakfast|weddings?|brides?|birthdays?|customs?|traditions?"
    r"|pets?|dog|cat|horse"
    r"|social media|phones?"
    r"|photo\w*|apps?|holiday|vacation|travel\w*|sleep\w*|festival|etiquette|polite\w*|startup|coat of arms"
    r"|heraldry)\b",
    re.IGNORECASE,
)
_ABOUT_WORDS = lazy_pattern(r"\b(?:means?|meaning|translat\w+|phrase|sentence|say|said|in english)\b", re.IGNORECASE)
_MAX_JOKES = 1


@question_rule(
    "Q151",
    "joke-option",
    kinds=WITH_OPTIONS,
    triggers=(
        "know knows care cares idea clue sure matter mum mom said kidding blah asdf magic mouse duck bunny simpson"
        " spongebob popeye shrek pikachu batman superman spider spiderman america woman vader yoda aliens fairy"
        " christmas santa godzilla kong norris potter gandalf dumbledore kitty pig pooh doo scooby-doo winnie-the-pooh"
        " grinch"
    ).split()
    + sorted(_ABSURD_WORDS),
    english=True,
    source=f"{HDR}, guidelines 29 and 31 (all distractors plausible; humor only if the teacher uses it too)",
)
def joke_option(item: Item) -> Iterator[Flaw]:
    """Flag distractors that nobody takes seriously, such as "Mickey Mouse", "I don't know" and "Sing to it".

    ## Why it matters
    Guessers have one fewer option to choose from, and a joke draws attention instead of testing knowledge.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the Mona Lisa?
      answer: Leonardo da Vinci
      distractors: [Raphael, Mickey Mouse, Titian]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the Mona Lisa?
      answer: Leonardo da Vinci
      distractors: [Raphael, Michelangelo, Titian]
    ```
    """
    jokes = [option for option in item.options if _is_joke(item, option.strip())]
    # Among others of their kind, they are part of the subject.
    if len(jokes) == _MAX_JOKES and jokes[0] not in item.keys:
        yield Flaw(
            f"nobody takes the option {jokes[0]!r} seriously",
            "replace it with a common mistake, or leave it out",
            item.option_path(jokes[0]),
        )


def _is_joke(item: Item, option: str) -> bool:
    """Return whether ``option`` is serious in no question, or only in one about fiction, people, or what words mean."""
    if _NO_ANSWER.fullmatch(option):
        return _ABOUT_WORDS.search(item.stem) is None
    if _FIGURE_OF_FUN.fullmatch(option) is not None:
        return _ABOUT_FIGURES.search(item.stem) is None
    if len(item.option_words.get(option, ())) < _PHRASE_WORDS or (found := _ABSURD.search(option)) is None:
        return False
    is_apart = frozenset(content(words_of(found[0]))).isdisjoint(item.stem_content)
    return is_apart and not (
        _ABOUT_FIGURES.search(item.stem) or _ABOUT_PEOPLE.search(item.stem) or item.asks_about_form
    )


_CLAUSE = lazy_pattern(
    r"\b(?:because|since|so that|in order to|that|which|who|when|whenever|where|while|until|if)\b", re.IGNORECASE
)
"""A clause makes an option as detailed as a key that gives a reason."""
_REMARK = lazy_pattern(r"\s\([^()]{2,}\)|,? (?:because|since|so that|in order to)\b", re.IGNORECASE)


@question_rule(
    "Q152",
    "remark-in-key",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 28d (no conspicuous correct choice)",
)
def remark_in_key(item: Item) -> Iterator[Flaw]:
    """Flag keys with a remark in parentheses or a reason, if no distractor has one.

    ## Why it matters
    Authors tend to qualify the correct option. Learners who know this pick the option with the remark.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which layer of the atmosphere absorbs most of the ultraviolet light?
      answer: the stratosphere (ozone layer)
      distractors: [the troposphere, the mesosphere, the thermosphere]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which layer of the atmosphere absorbs most of the ultraviolet light?
      answer: the stratosphere
      distractors: [the troposphere, the mesosphere, the thermosphere]
      explanation: It contains the ozone layer.
    ```
    """
    key = item.keys[0]
    found = _REMARK.search(key)
    rivals = _REMARK if found and "(" in found[0] else _CLAUSE
    if found is None or len(item.options) < 3 or any(rivals.search(option) for option in item.distractors):
        return
    said = found[0].strip(" ,")
    if "(" in said:
        message, what = f"only the key has a remark: {said!r}", "remark"
    else:
        message, what = f"only the key gives a reason, after {said!r}", "reason"
    help = f"move the {what} to the explanation, or add similar {what}s to the distractors"
    yield Flaw(message, help, item.option_path(key))
