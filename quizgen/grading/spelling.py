"""A word in a language that is being learned: every letter counts, and the feedback names the slip."""

import re
import unicodedata
from dataclasses import replace

from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.misspellings import misspelling_note
from quizgen.grading.policy import EXACT, FORMULA, Policy
from quizgen.grading.pronouns import (
    SUBJECTS,
    names_subject,
    with_one_pronoun,
    with_pronoun_first,
    without_inner_pronoun,
    without_last_pronoun,
    without_pronoun,
)
from quizgen.grading.readings import CHOOSING
from quizgen.grading.sentence_order import PLEASES, is_reordered
from quizgen.grading.spanish_spelling import in_one_spelling
from quizgen.grading.spanish_times import same_future, same_time, time_last
from quizgen.grading.stems.phrases import BLANK_WITH_WORD
from quizgen.grading.stems.writing import asks_for_number_in_words
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict, in_quotes
from quizgen.text.folding import without_accents
from quizgen.text.genders import article_disagrees, language_of
from quizgen.text.guessed_language import guessed_language
from quizgen.text.number_words import NUMBER_LANGUAGES, number_words_in_digits
from quizgen.text.word_forms import umlauts_written_out
from quizgen.text.words import ARTICLES, LEADING_ARTICLES, listed

_ARTICLES = LEADING_ARTICLES | ARTICLES | {"unos", "unas", "uno", "uns", "umas", "des", "η", "ο", "το", "l'"}
_WITHOUT_A = frozenset({"es", "fr", "it", "de", "ca"})
"""Languages in which "a" is no article: ¿A dónde?"""
_UNWRITTEN = re.compile(
    "[\u064b-\u065f\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|(?<=[аеёиоуыэюяАЕЁИОУЫЭЮЯ])\u0301"
)
"""Marks that textbooks write and others leave out: Arabic and Hebrew vowel signs, and the stress of Russian words."""
_KEYS = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ё": "е"})
_UNSPACED = re.compile(r"[\uac00-\ud7a3\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Scripts in which spaces are optional, or not used: Korean, Japanese, Chinese and Thai."""
_REMARK = re.compile(
    r"\s*[(（](?:m|f|n|pl|sg|adj|adv|v|masc|fem|neut|masculine|feminine|neuter|plural|singular|noun|verb|formal|informal"
    r"|[\u3040-\u30ff]+)\.?[)）]\s*$",
    re.IGNORECASE,
)
"""The gender or word class of a word, or the reading of a Chinese character, in parentheses after it."""
_QUE = re.compile(r"^\s*(?:que\s+|qu['’])", re.IGNORECASE)
"""What Spanish and French say before a verb in the subjunctive: que tú vengas."""
_BEFORE_QUE = re.compile(r"subj|\bojalá\b(?!\s+que\b)", re.IGNORECASE)
"""What a stem has after which a verb may have it: a form of the subjunctive, or a wish."""
_OPTIONAL = re.compile(r"^\s*\((?P<word>[^()\s]{1,10})\)\s*")
_PRESENTED = re.compile(
    r"^(?:the|el|la|le|das|il)\s+(?:word|verb|noun|adjective|verbo|palabra|verbe|mot|wort|parola)\s+", re.I
)


_NUMBER_SAID = re.compile(
    r"(?:(?:en )?el año |el número |en (?=mil)|(?:en )?l['’]an(?:née)? |le (?:nombre|numéro) |(?:das|im) jahre? "
    r"|die zahl |(?:nel)?l['’]anno |il numero |[on]o (?:ano|número) |the (?:year|number) )(?=\S)",
    re.IGNORECASE,
)
"""What may be said before a number that is to be written in words: el año mil novecientos."""
_SAID = re.compile(
    r"(?:la respuesta (?:correcta )?es|la réponse est|die antwort (?:ist|lautet)|se dice|on dit|man sagt|si dice|se diz"
    r"|diz-se|you say)(?:\s*:|\s+que)?\s+(?=\S)",
    re.IGNORECASE,
)
"""What may be said before a translation: se dice "¿Qué hora es?"."""


def grade_spelling(key: AnswerKey, given: str) -> Verdict:
    """Grade a word in a language that is being learned: a slip makes it wrong, and the feedback names the slip."""
    said = _without_frame(_comparable(_without_remark(given, key), key.policy), key)
    for answer in key.answers:
        if _is_right(answer, said, given, key):
            return CORRECT
        if (difference := _forgiven(answer, said, key)) is not None:
            return replace(CORRECT, difference=difference)
        if key.policy.bare_nouns and _lacks_article(answer, said, key):
            return replace(CORRECT, note=f"With its article: {in_quotes(answer)}", difference="article left out")
    parts = _ALTERNATIVES.split(given) if len(key.answers) > 1 else []
    if len(parts) > 1 and all(part.strip() and grade_spelling(key, part).counts_right for part in parts):
        return CORRECT
    notes = (misspelling_note(_comparable(answer, key.policy), said, answer) for answer in key.answers)
    note = next(filter(None, notes), None)
    return Verdict(Outcome.WRONG, 0.0, note) if note else WRONG


def _is_right(answer: str, said: str, given: str, key: AnswerKey) -> bool:
    """Return whether ``said``, what counts in ``given``, is the answer, or another way to say just the same."""
    right = _comparable(answer, key.policy)
    return (
        said == right
        or _as_typed(said) == _as_typed(right) != ""
        or in_one_spelling(said, key.stem) == in_one_spelling(right, key.stem)
        or _has_words_of_stem_around(said, right, key)
        or _is_presented(said, right, key)
        or _adds_feminine(said, right)
        or (said.startswith("^") and said[1:] == without_accents(right))  # Greek capitals carry no accents
        or _is_end_moved(given, answer, key)
        or _same_in_digits(said, right, key)
        or _same_but_polite(said, right, key)
        or (_ORDER.search(key.stem) is not None and _without_call(said, key) == right)
        or said in _with_likes_moved(right)
        or _IN_WHERE.sub("", said) == _IN_WHERE.sub("", right)
        or same_time(said, right, key)
        or same_future(said, right, key.stem)
        or _speaks_as_other_gender(said, right, key)
    )


def _forgiven(answer: str, said: str, key: AnswerKey) -> str | None:
    """Return how ``said`` differs from the answer, if that makes no difference; None if it does."""
    right = _comparable(answer, key.policy)
    if right in {without_pronoun(part, key.stem) for part in (said, *without_last_pronoun(said, key.stem))}:
        return "pronoun added"
    if right in set(without_inner_pronoun(said, key.stem)):
        return "pronoun added"
    if without_pronoun(right, key.stem) == said:
        return "pronoun left out"
    if _adds_article(answer, said, key):
        return "article added"
    if not key.policy.articles and _bare(said) == _bare(right):
        return "article"
    if not key.policy.word_order and sorted(said.split()) == sorted(right.split()):
        return "word order"
    return None


def _adds_article(answer: str, said: str, key: AnswerKey) -> bool:
    """Return whether ``said`` is the answer, a noun, after an article of its gender; no answer may have one.

    Before a verb, it is an object pronoun: la han abierto.
    """
    first, _, tail = said.partition(" ")
    right = _comparable(answer, key.policy)
    if first not in _ARTICLES or not _as_typed(tail) == _as_typed(right) != "":
        return False
    if any(_comparable(other, key.policy).split(" ", 1)[0] in _ARTICLES for other in key.answers):
        return False
    if asks_for_number_in_words(key.stem) or _is_clause(answer, key.stem):
        return False  # mil, not un mil
    language = (key.language if key.language != "en" else guessed_language(answer)) or language_of(key.stem, first)
    return not (first == "a" and language in _WITHOUT_A) and not article_disagrees(
        first, _noun_of(right, language), language
    )


def _lacks_article(answer: str, said: str, key: AnswerKey) -> bool:
    """Return whether ``said`` is the answer, a noun, without the article before it."""
    right = _comparable(answer, key.policy)
    article, _, noun = right.replace("l'", "l' ", 1).partition(" ") if right.startswith("l'") else right.partition(" ")
    return article in _ARTICLES and _as_typed(said) == _as_typed(noun) != ""


def _noun_of(phrase: str, language: str | None) -> str:
    """Return the first word of a phrase in a Romance language, which is the noun or agrees with it, or the phrase."""
    return phrase.partition(" ")[0] if language in _ROMANCE else phrase


_WITH_OTHER_NOUN = re.compile(
    r"(?<!\bde)(?<!\bdi)(?<!\bvon) (?:el|la|los|las|un|una|le|les|une|des|der|die|das|den|il|lo|gli) "
)


def _is_clause(answer: str, stem: str) -> bool:
    """Return whether ``answer`` begins with a verb rather than a noun: han abierto la ventana.

    It is a sentence, has a noun with an article after it, or translates a clause with a subject.
    """
    words = answer.strip().rstrip(ENDS)
    if " " not in words:
        return False
    return answer.rstrip()[-1:] in {".", "!", "?"} or names_subject(stem) or _WITH_OTHER_NOUN.search(words) is not None


_AROUND_WORD = re.compile(
    r"(?:(?:the )?(?P<noun>[^\W\d_]+) of )?(?P<word>[^\W\d_]+)(?: (?P<after>[^\W\d_]+)| ?\((?P<gloss>[^()]+)\))?"
)


def _has_words_of_stem_around(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether ``said`` is one word with words of the stem: the policy of glasnost, glasnost (openness)."""
    found = _AROUND_WORD.fullmatch(said)
    if found is None or found["word"] != right or key.language != "en" or found["noun"] == right:
        return False
    around = " ".join(filter(None, found.group("noun", "after", "gloss"))).split()
    nouns = [word for word in around if word not in key.function_words]
    return bool(nouns) and len({*nouns}) == len(nouns) and all(map(key.in_stem, nouns)) and not CHOOSING & {*around}


_ALTERNATIVES = re.compile(r"\s*[/;]\s*")
"""What may be between two accepted answers: anteayer / antes de ayer."""
_COPULAS = listed("es est ist è é is son sont sind sono são are")


def _is_presented(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether ``said`` is the answer after words of the stem and a verb: el contrario es caro."""
    before, _, rest = said.removesuffix(right).rstrip().rpartition(" ")
    if not said.endswith(f" {right}") or rest not in _COPULAS:
        return False
    stem = {*_comparable(key.stem, key.policy).split()}
    stem.update(word for word, english in _LABELS.items() if not stem.isdisjoint(english.split()))
    return all(word in stem or word in _ARTICLES or word in _SMALL for word in before.split())


_LABELS = {
    "contrario": "opposite antonym", "opuesto": "opposite antonym", "antónimo": "opposite antonym",
    "sinónimo": "synonym", "adverbio": "adverb", "plural": "plural", "singular": "singular", "femenino": "feminine",
    "masculino": "masculine", "gerundio": "gerund", "participio": "participle", "pasado": "past",
    "diminutivo": "diminutive", "pretérito": "preterite", "imperfecto": "imperfect", "superlativo": "superlative",
    "comparativo": "comparative", "verbo": "verb",
}  # fmt: skip
"""What an answer may be called in Spanish, and the words for it in a stem in English."""


def _adds_feminine(said: str, right: str) -> bool:
    """Return whether ``said`` is an adjective with its feminine, too: caro/a, caro (a), caro, -a, caro o cara."""
    found = _FEMININE.fullmatch(said)
    if found is None or found["word"] != right or len(right) < 4 or not right.endswith("o"):
        return False
    return found["feminine"] in {"a", f"{right[:-1]}a"}


def _is_end_moved(given: str, answer: str, key: AnswerKey) -> bool:
    """Return whether ``given`` begins with the end of a Romance sentence: desde hace un año, vive allí.

    Without a comma, this end has to be a phrase with a preposition (a las ocho vamos a comer), or one of time, which
    may also be at the beginning of the answer: voy a estudiar mañana.
    """
    clause, comma, main = answer.partition(",")
    if comma and "," not in main + given and clause.lower().lstrip("¿¡ ").startswith(_CONJUNCTIONS):
        return _comparable(given, key.policy) == _comparable(f"{main} {clause}", key.policy)
    known = key.language if key.language != "en" else guessed_language(answer) or language_of(key.stem, "")
    if known not in _ROMANCE:
        return False
    right = _comparable(answer, key.policy)
    first, comma, rest = given.partition(",")
    if comma and "," not in answer:
        return _comparable(f"{rest} {first.lstrip('¿¡ ')}", key.policy) == right
    words, said = (_comparable(text.replace(",", ""), key.policy).split() for text in (answer, given))
    return is_reordered(words, said, answer, known)


_LIKED = re.compile(
    rf"(?P<who>a [^,]+?) (?P<likes>{PLEASES.pattern}) "
    r"(?P<what>(?:el|la|los|las|mi|mis|tu|tus|su|sus|est[aeo]s?|[^\W\d_]+[aei]r)\b[^,]*)"
)
"""A sentence in Spanish with a verb like gustar, and who likes what: a Ana le gusta el té."""


def _with_likes_moved(sentence: str) -> set[str]:
    """Return ``sentence`` with its parts in the other orders that Spanish has, if it says who likes what."""
    found = _LIKED.fullmatch(sentence)
    if found is None:
        return set()
    who, likes, what = found.group("who", "likes", "what")
    orders = ((likes, what, who), (likes, who, what), (what, likes, who), (what, who, likes))
    return set(map(" ".join, orders))


_ROMANCE = frozenset({"es", "fr", "it", "pt", "ca"})
_CONJUNCTIONS = (
    "aunque ", "si ", "cuando ", "mientras ", "porque ", "como ", "para que ", "antes de ", "después de ", "quand ",
    "parce qu", "bien qu", "pendant qu", "avant ", "après ", "pour qu", "lorsqu", "s'il", "se ", "quando ", "mentre ",
    "perché ", "anche se ", "sebbene ", "prima ", "dopo ", "embora ", "enquanto ", "antes ", "depois ",
)  # fmt: skip
"""What a clause begins with that may come before the main clause or after it: aunque llueve."""
_PLEASE = re.compile(
    r"\b(?:por favor|per favore|per piacere|por gentileza|se faz favor|s'il (?:vous|te) plaît|bitte|please)\b"
)
_IN_WHERE = re.compile(r"\ben (?=dónde )")
"""What Spanish may say before where something is: ¿En dónde está?"""


_ORDER = re.compile(
    r"\b(?:orden|manda\w*|command|order|imp[eé]rati\w*|befehl\w*|ordre|ordine|tell|ask|invite)\b|\((?:usted(?:es)?|tú|Sie|vous|Lei)\)",
    re.IGNORECASE,
)
"""What asks for an order, which may be polite even if it is one word."""


def _same_but_polite(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether ``said`` begins or ends with "please", and the answer has it in the same place or not at all."""
    (rest, polite), (other, asked) = _without_please(said), _without_please(right)
    is_request = " " in rest or _ORDER.search(key.stem) is not None
    return is_request and rest == other and polite != "" and asked in {"", polite}


_CALL = re.compile(r"^(?:oye|mira|eh|ay|hey),? (?=\S)")
"""What a friend may be called with, before an order: oye, espera."""


def _without_call(said: str, key: AnswerKey) -> str:
    """Return ``said`` without what calls a friend before an order, where the stem asks what to tell one."""
    return _CALL.sub("", said) if _TO_FRIEND.search(key.stem) and not _POLITE.search(key.stem) else said


_TO_FRIEND = re.compile(r"\bfriend\b|\(tú\)|\bamig[oa]\b")
_POLITE = re.compile(r"\busted\b|\bpolite|\bformal")


def _without_please(text: str) -> tuple[str, str]:
    """Return ``text`` without the word for "please" at its start or end, and this word, or an empty one."""
    for found in _PLEASE.finditer(text):
        if found.start() == 0 or found.end() == len(text):
            return (text[: found.start()] + text[found.end() :]).strip(), found[0]
    return text, ""


def _same_in_digits(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether a sentence has a number in digits that the answer has in words, or the other way around.

    An answer that is only a number is there to be written in words: quince mil.
    """
    if " " not in right or not any(map(str.isdigit, said + right)):
        return False
    said, right = (time_last(text, key.stem) for text in (said, right))
    known = guessed_language(right) or key.language
    for language in NUMBER_LANGUAGES if known == "en" else (known,):  # the language of the answer may not be known
        number = number_words_in_digits(right, language)
        if not number.isdigit() and number_words_in_digits(said, language) == number:
            return True
    return False


_SPEAKER = re.compile(r"(?<!and )\b(?:I|[Ww]e|[Yy]ou)\b(?! and\b)")
_SEXES = re.compile(
    r"\b(?:s?he|fe?male|feminine|masculine|girls?|boys?|wom[ae]n|m[ae]n|sisters?|brothers?|mothers?|fathers?|daughters?|sons?"
    r"|aunts?|uncles?|lad(?:y|ies)|gentlem[ae]n|wi(?:fe|ves)|husbands?|act(?:or|ress)(?:es|s)?)\b|\([mf]\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?P<be>(?:no )?(?:estoy|estás|estamos|estáis|soy|eres|somos|sois|estaba|estabas|estábamos|he estado|hemos estado)"
    r"(?: (?:muy|tan|bastante|siempre|ya))? )(?P<what>\w{3,})(?P<sex>[oa])(?P<many>s?)"
    r"(?P<rest>(?: (?!(?:y|o|ni|pero)\b).*)?)"
    r"|(?P<etre>(?:je (?:ne )?suis|tu es|nous sommes|vous êtes|j'étais|nous étions)(?: (?:pas|très))? )"
    r"(?P<quoi>\w+[éiu])(?P<genre>e?)(?P<plus>s?)(?P<reste>(?: (?!(?:et|ou|mais)\b).*)?)"
)
"""How or what the speaker, or who is spoken to, is: estamos cansados, nous sommes allés."""


def _speaks_as_other_gender(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether both are a sentence about "I", "we" or "you", whose sex the stem does not tell: estoy cansada."""
    one, other = (_STATE.fullmatch(without_pronoun(text, key.stem)) for text in (said, right))
    if one is None or other is None or not _SPEAKER.search(key.stem) or _SEXES.search(key.stem):
        return False
    return all(one[name] == other[name] for name in one.groupdict() if name not in {"sex", "genre"})


_USTED = re.compile(r"\b[UV]d(?P<many>s)?\b\.?")
"""The abbreviations of usted and ustedes."""


def _comparable(text: str, policy: Policy) -> str:
    """Return ``text`` with everything removed that the policy ignores."""
    plain = unicodedata.normalize("NFKC", text.replace("’", "'").replace("‘", "'"))
    plain = _USTED.sub(lambda found: "ustedes" if found["many"] else "usted", plain)
    if not policy.punctuation:
        plain = plain.strip(ENDS)
        plain = re.sub(r"[.,;:!?\"“”«»„-]", " ", plain)
    if not policy.accents:
        plain = without_accents(plain)
    plain = _UNWRITTEN.sub("", unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", plain)
    if not policy.case:
        if plain.isupper() and re.search("[\u0370-\u03ff]", plain):
            plain = "^" + plain
        plain = plain.casefold()
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def is_exactly(answer: str, given: str, policy: Policy = EXACT) -> bool:
    """Return whether the texts are equal except for width, spaces, backticks, and what the switches forgive."""
    one, other = (
        " ".join(unicodedata.normalize("NFKC", text).split())
        if policy in {EXACT, FORMULA}
        else _comparable(text, policy)
        for text in (answer, given)
    )
    return one in {other, other.strip("`\"'")} or one.strip("`") == other


def _as_typed(text: str) -> str:
    """Return ``text`` with substitutes for letters that keyboards lack, and without spaces that are optional."""
    typed = umlauts_written_out(text).translate(_KEYS)
    return typed.replace(" ", "") if _UNSPACED.search(typed) else typed


def _without_remark(given: str, key: AnswerKey) -> str:
    """Return ``given`` without parentheses around a pronoun, a remark on grammar after it, or "the verb" before it."""
    plain = _REMARK.sub("", given)
    if _BEFORE_QUE.search(key.stem) and not any(_QUE.match(answer) for answer in key.answers):
        plain = _QUE.sub("", plain)
    if (found := _OPTIONAL.match(plain)) and found["word"].lower() in SUBJECTS:
        plain = f"{found['word']} {plain[found.end() :]}"
    if (found := _SAID.match(plain)) and not any(map(_SAID.match, key.answers)):
        plain = plain[found.end() :]
    if asks_for_number_in_words(key.stem) and (number := _NUMBER_SAID.match(plain)):
        plain = plain[number.end() :]
    plain = _TO_THEM.sub(r"\g<to>", with_one_pronoun(with_pronoun_first(plain)))
    if (named := _PRESENTED.match(plain)) and not any(answer.startswith(named[0]) for answer in key.answers):
        plain = plain[named.end() :]
    return plain


_TO_THEM = re.compile(r"\((?P<to>a (?:él|ella|ellos|ellas))\)")
_SMALL = listed("de del di du von of «» que lo")
_FEMININE = re.compile(r"(?P<word>[^\W\d_]+)(?:\s*/\s*|\s?\(|\s+(?:[oye]\s+)?)(?P<feminine>[^\W\d_]*a)\)?")

_WORD_IN_BRACKETS = re.compile(r"\([^\W\d_]+(?:[\s,/]+[^\W\d_]+)?\)")
"""A word in the place of its form, if the stem has no blank: Espero que (venir, tú) a mi fiesta."""
_LONGEST_SENTENCE = 300


def _without_frame(said: str, key: AnswerKey) -> str:
    """Return ``said`` without the words around the blank of the stem that it repeats: 'el ___ gato'."""
    gap = BLANK_WITH_WORD if BLANK_WITH_WORD.search(key.stem) else _WORD_IN_BRACKETS
    before, blank, after = gap.sub("\0", key.stem, count=1).partition("\0")
    if not blank or len(said) > _LONGEST_SENTENCE:
        return said
    left, right = (_comparable(side, key.policy).split() for side in (before, after))
    words = said.split()
    if left and left[-1] in SUBJECTS and left[-1] not in words:
        left = left[:-1]  # que vengas, for "Espero que tú ___"
    for size in range(min(len(left), len(words) - 1), 0, -1):
        if words[:size] == left[-size:]:
            words = words[size:]
            break
    for size in range(min(len(right), len(words) - 1), 0, -1):
        if words[-size:] == right[:size]:
            words = words[:-size]
            break
    bare = " ".join(words)
    return bare if bare in {_comparable(answer, key.policy) for answer in key.answers} else said


def _bare(text: str) -> str:
    first, _, tail = text.partition(" ")
    return tail if tail and first in LEADING_ARTICLES | ARTICLES else text
