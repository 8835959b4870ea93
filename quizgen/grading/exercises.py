"""Whether a question is a language exercise, in which every letter of the answer counts.

Sets that teach a language should say so (``answer_language``). Without it, exercises are recognized by their stem.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grading.instructions import gives_foreign_words, gives_words_to_change
from quizgen.grading.stems.names import asks_for_title
from quizgen.grading.stems.phrases import BLANK
from quizgen.grading.stems.writing import asks_for_number_in_words, asks_for_spelling
from quizgen.text.folding import LETTERS, fold
from quizgen.text.guessed_language import (
    guessed_language,
    has_small_words,
    is_small_word,
    looks_english,
    looks_foreign,
    shares_small_words,
)
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import listed

_IN_ENGLISH = lazy_pattern(
    r"^(?=[^:.]*\b(?:complete|rewrite|fill|replace|transform|change|put|turn|supply|insert|choose|use|select|conjugate)\b)"
    r"[^:.]{1,120}[:.](?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""An instruction in English, and the text that it is about."""
_INTO_FORM = lazy_pattern(
    r"^\W*(?:(?:re)?write|transform|change|put|turn|convert|make|replace|give|express|say)\b[^:]{0,60}?\b(?:future|preterite|imperfect|perfect|past|present"
    r"|conditional|subjunctive|imperative|plural|singular|feminine|masculine|negative|passive|diminutive|pronouns?)\b[^:]{0,40}:",
    re.IGNORECASE,
)
"""An instruction to put a sentence into another form of grammar."""
_PRONOUNS = lazy_pattern(
    r"\b(?:(?:direct|indirect|object|reflexive)\s+(?:objects?\s+)?|with\s+(?:an?\s+|the\s+)?)pronouns?\b", re.IGNORECASE
)
"""What shows that a sentence of another language is about its pronouns, which may look like articles."""
_WITH_PRONOUN = lazy_pattern(
    r"(?:.*\s)?(?:me|te|se|nos|os|no)\s+l[aoe]s?\s+[^\W\d_]+.*|lo\s+(?!z|x|y|gn|p[sn]|s[^aeiouáéíóú])[^\W\d_]+",
    re.IGNORECASE,
)
"""A sentence with an object pronoun that looks like an article: se lo doy, lo sabe, but not the Italian lo stato."""
_REFLEXIVE = lazy_pattern(r"(?:me|te|se)\s+[^\W\d_]+", re.IGNORECASE)
_TITLE = lazy_pattern(r"\btitle\b", re.IGNORECASE)
_GRAMMAR = lazy_pattern(
    r"""\b(?:gerundio|gerundium|gérondif|gerúndio|particip(?:io|ío)|particípio|participe\ (?:passé|présent)|partizip
    |imperfecto|imparfait|imperfetto|passé\ (?:composé|simple|antérieur)|passato\ (?:prossimo|remoto)|präteritum|perfekt
    |plusquamperfekt|plus-que-parfait|pretérito|conditionnel|congiuntivo|konjunktiv|subjunctive|sub[jx]untivo|subjonctif
    |infinitivo|akkusativ|dativ|genitiv|nominativ|accusative|dative(?!\ (?:covalent|bond))|genitive|ablative|nominative
    |vocative|declension|coniug\w+|konjug\w+|dekliniere?n?|diminutiv[eo]?|komparativ|superlativ[eo]?|mehrzahl|einzahl
    |pron(?:ombres?|omes?|oms?|omi|omen)(?!\w)
    |plurale|forma\ (?:correcta|adecuada|corretta)|forme\ (?:correcte|qui\ convient)|richtigen?\ form
    |(?:condicional|condizionale|imperativo?|impératif|futuro?|futur|presente|présent|präsens)\ (?:de|di|du|von)\W*
        (?:[«"“'‘*]\W*)?[^\W\d_]*(?:[aei]r|re|en))\b
    |\b(?:en|al|au|ao|para\ o|ins?|im|nel)\ (?:pasado|passé|passato|passado|futuro?|futur|présent|presente|präsens
        |passiv[eo]?|passiva|pasiva|negativ[oa]?)\b[^?]*:
    |^\W*[^\W\d_]+\s*/\s*[^\W\d_]+\s*:.*_{2,}
    |\b(?:de|a|à|di|da|in|su|em|por|zu|von|an)\s\+\s(?:el|les?|il|lo|gli|dem|der|das|o|os|as)\b
    |\b(?:femenino|feminino|femminile|féminin|masculino|maschile|masculin)(?:\ d[eiu]\W*[«"“'‘*]|\W*$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Terms of grammar, in the languages that schools teach."""
_INSTRUCTION = lazy_pattern(
    r"""^\W*(?:pon(?:ga|gan|ed)?\s+(?:en|la|el|las|los)\s|traduc|traduzca|traducid|transforma\s|convierte\s
    |(?:mets|mettez|mettre)\s.*\b(?:au|à\ la|en)\s|tradui|transforme[rz]?\s|accorde|übersetz|setzen?\s.*\bin\b|bilden?\s
    |metti\s|volg(?:i|ete|ere)\s|trasforma|traduza|ponha\s|passe\s.*\bpara\b|(?:cambia|cambie|su[bs]+tituye|sustituya|reemplaza|reescribe)\s)""",
    re.IGNORECASE | re.VERBOSE,
)
"""An instruction in another language, at the start."""
_INTO_ENGLISH = lazy_pattern(
    r"\b(?:in|into|to)\s+english\b|\benglish\s+(?:word|translation|meaning|equivalent|for|of)\b", re.IGNORECASE
)
_OPPOSITE = lazy_pattern(
    r"\b(?:contrario|contrário|contraire|antónimo|antônimo|antonyme|opuesto|opposto|gegenteil|sinónimo|sinônimo|sinonimo"
    r"|synonyme)s?\s+(?:de|di|do|da|du|von)\b|\b(?:opposite|antonym|synonym)\s+(?:of|von|for)\s+\W?(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_TRANSLATE = lazy_pattern(
    r"^\W*(?:qué\s+significa|was\s+(?:heißt|bedeutet)|que\s+veut\s+dire|(?:che\s+cosa|cosa|che)\s+significa|o\s+que\s+significa)"
    r"\s+(?P<asked>\W?[^?]{1,60})|"
    r"^\W*translate\b[^:]{0,60}:(?P<text>.+)|^\W*translate\s+[\"'“«‘](?P<quoted>.+)",
    re.IGNORECASE | re.DOTALL,
)
_TO_SAY = lazy_pattern(
    r"""(?:^\W*|[.!?:]\s+)(?:(?:politely|please|now)\s+)?(?:
        (?:tell|ask|invite|thank|greet|order|advise|warn|wish|remind|forbid|congratulate|answer|offer|promise|beg)\s+
            (?:(?:an?|the|your|my|his|our|their|two|three|some|several)\s|(?:him|her|them|me|us|some(?:one|body)|everyone
                |people|for|how|what|where|when|why|if|whether|who)\b)
        |say\s+(?:(?:that|to|you|it|hello|goodbye|good|no|yes|what\s+you|how\s+you)\b|["“'«‘])
        |(?:reply|respond|apologi[sz]e|introduce\s+yourself|agree|disagree|decline|suggest)\b)
    |\b(?:how|what)\s+(?:do|would|can|could|should|might)\s+(?:you|one|we|i)\s+(?:politely\s+)?
        (?:say|tell|ask|reply|respond|answer|greet|thank|invite|order|warn|wish|express)\b
    |\((?:tú|usted(?:es)?|vosotr[oa]s|nosotr[oa]s|vous|ihr|noi|você)\)|\((?:it|him|her|them|you)\s*=""",
    re.IGNORECASE | re.VERBOSE,
)
"""What asks for a sentence that somebody would say: tell a friend, say that, how would you ask."""
_SAY_QUOTED = lazy_pattern(r"\bhow\s+(?:do|would|can|could)\s+(?:you|one|we|i|they)\s+say\s+[\"“'‘«]", re.IGNORECASE)
_LANGUAGE_IN_BRACKETS = lazy_pattern(r"\((?:in\s+)?(?:spanish|french|german|italian|portuguese)\)", re.IGNORECASE)
_QUOTED = lazy_pattern(r"^\W*[\"“«‘](?P<text>[^\"”»’]{2,200})[\"”»’](?:\s*\([^()]*\))?\W*$")
"""A stem that is a text in quotes and nothing else."""
_BASE_FORM = lazy_pattern(
    rf"{BLANK}\s*\((?:to\s+)?(?P<word>[^\W\d_]{{2,15}})(?:[\s,/]+[^\W\d_]{{1,12}}){{0,2}}\)", re.IGNORECASE
)
"""A blank, and after it the word of which a form is asked for: ___ (venir)."""
_IN_BRACKETS = lazy_pattern(r"\((?P<word>[^\W\d_]{2,15})(?:(?:\s*[,/]\s*|\s+)(?P<pronoun>[^\W\d_]{2,10}))?\)")
"""A verb in brackets in the place of its form, and who is meant: Espero que (venir, tú) a mi fiesta."""
_COMPLETE = lazy_pattern(
    r"^\W*(?:completa(?:r|d|te)?|complete[mnz]?|rellen(?:a[rd]?|e)|compl[èé]te[rz]?|ergänzen?|vervollständigen?|preencha)\b"
    r"(?P<how>[^:]{0,80}):(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""An instruction to complete a sentence of another language: Completa con por o para: …"""
_BLANK = lazy_pattern(BLANK)
_BLANK_FIRST = lazy_pattern(rf"(?:[:.!?→]|->)\s*[¿¡]?{BLANK}")
_GIVEN_WORD = lazy_pattern(r"[\"“«'‘(](?P<word>[^\W\d_]{2,12})[\"”»'’)]")
_GLOSS = lazy_pattern(r"\([^()]*\)")
_INFINITIVE = lazy_pattern(
    r"[^\W\d_]*(?:[aei]r|ír|or|ôr)(?:se)?|[^\W\d_]+(?:re|oir|en|eln|ern)|tun|sein|[^\W\d_]+(?:[aei]re|rre|rsi)"
)
_IRREGULAR = listed("be go have do eat see take think buy bring")
"""English verbs with a form that begins with another letter, or that are often asked for."""
_SUBJECTS = listed(
    "yo tú él ella nosotros nosotras vosotros ellos ellas je nous vous ils elles ich wir ihr noi voi loro eu nós eles"
)
_UNSURE = listed("eu noi voi loro elle on")
"""Pronouns that English has as names or abbreviations: the EU."""
_LONGEST_LABEL = 6
_PHRASE = lazy_pattern(
    r"\W*(?:(?P<verb>to|i|you|he|she|we|they)|the|an?|my|your)\s+(?:[^\s?:_]+\s*){1,5}", re.IGNORECASE
)
"""A word or a sentence in English that is there to be translated: the knife, to sleep, I speak."""
_WITH_ARTICLE = lazy_pattern(
    r"(?:el|la|los|las|una?|les?|une|der|die|das|eine?|il|lo|gli|uno|os?|uma?)\s+[^\W\d_]+|l['’][^\W\d_]+"
)
_LABEL = lazy_pattern(r"[^?=]{2,60}")
_WORDS = lazy_pattern(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_SENTENCE = lazy_pattern(r"[^\W\d_]+(?:[\s,.;:!?¡¿'’-]+[^\W\d_]+)*")


_CLOCK = lazy_pattern(
    r"(?:son\ las|es\ la|il\ est|es\ ist|sono\ le|è\ l['’]|são\ as)\ ?[^\W\d_]+"
    r"(?:(?:\s(?:y|menos|heures?|et|moins|uhr|e|meno)|(?<=halb)|(?<=vor)|(?<=nach))\s?[^\d.]*)\.?",
    re.IGNORECASE,
)
"""The time of day in words: son las dos y media."""
_DEFINED = lazy_pattern(
    r"""^\W*(?:(?:una?|el|la|une?|le|l['’]|eine?|der|die|das|uno|il|lo|uma?|o|a)\s*)?
    (?:(?:persona|hombre|mujer|lugar|sitio|animal|objeto|cosa|aparato|mueble|prenda|tienda|personne|lieu|endroit|objet|chose
        |appareil|meuble|vêtement|magasin|donna|uomo|luogo|posto|oggetto|cosa|negozio|pessoa|loja|coisa)
        \s+(?:que|qui|donde|en\ (?:el|la)\ que|où|che|dove|onde|para|pour|per)
    |(?:person|ort|tier|ding|gegenstand|gerät|möbelstück|geschäft)\s*,?\s+(?:d[eia][res]|(?:an|in|mit)\ dem|wo))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""The definition of an everyday word: a person who, a place where."""


@lru_cache(maxsize=1024)
def is_language_exercise(stem: str, answer: str) -> bool:
    """Return whether the stem asks for a word or a sentence in a language that is being learned.

    It asks for a translation into this language, a form of a word, an opposite, or a sentence to complete or change.
    The title of a work to complete is no exercise, nor is a name.
    """
    if asks_for_spelling(stem) or _asks_for_form(stem, answer) or _is_vocabulary(stem, answer):
        return True
    if _names_what_is_defined(stem, answer) or _reorders(stem, answer):
        return True
    if (_WITH_ARTICLE.fullmatch(answer) and _ABOUT_ARTICLES.search(stem)) or _CLOCK.fullmatch(answer):
        return True
    if asks_for_number_in_words(stem) and _WORDS.fullmatch(answer) and parse_number(answer) is None:
        return True  # a number in words of another language
    if _translates_into_english(stem):
        return False
    if _asks_to_say(stem, answer) or gives_words_to_change(stem, answer):
        return True
    words = answer.strip(".!?¡¿ ")
    if not _SENTENCE.fullmatch(words):
        return False
    if (
        words == answer
        and words.rsplit(maxsplit=1)[-1][:1].isupper()
        and not (_is_offered(stem, answer) or _begins_with_form(stem))
    ):
        return False  # a name; a German sentence with a noun at its end has a full stop
    if (found := _INTO_FORM.match(stem)) and (looks_foreign(answer) or looks_foreign(stem[found.end() :])):
        return True
    if _WITH_PRONOUN.fullmatch(words) or (_REFLEXIVE.fullmatch(words) and looks_foreign(words)):
        return True
    if _PRONOUNS.search(stem) and (looks_foreign(answer) or shares_small_words(answer, 2)):
        return True
    return _asks_for_sentence(stem) or _asks_for_translation(stem) or _asks_for_opposite(stem, answer)


def _asks_for_form(stem: str, answer: str) -> bool:
    """Return whether the stem asks for a form of a word: by a term of grammar, a verb after a blank, or a pronoun."""
    if _GRAMMAR.search(stem) or _INSTRUCTION.match(stem):
        return True
    found = _BASE_FORM.search(stem)
    if found is not None and answer[:1].islower():
        word = found["word"]
        if guessed_language(_BASE_FORM.sub(" ", stem)) is not None:
            return _INFINITIVE.fullmatch(word) is not None or any(each[:2] == word[:2] for each in answer.split())
        abroad = _INFINITIVE.fullmatch(word) is not None and not looks_english(word)
        return word.islower() and (abroad or word[0] == answer[0] or word in _IRREGULAR)
    if _has_verb_in_brackets(stem, answer) or _asks_to_complete(stem, answer) or _leaves_out_small_word(stem, answer):
        return True
    words = {*LETTERS.findall(stem)} if _LABEL.fullmatch(stem) else set()
    if not 2 <= len(words) <= _LONGEST_LABEL or _SUBJECTS.isdisjoint(words):
        return False
    verbs = [word.lower() for word in words - _SUBJECTS if _INFINITIVE.fullmatch(word.lower())]
    if words.isdisjoint(_SUBJECTS - _UNSURE):
        verbs = [verb for verb in verbs if not is_english_word(fold(verb))]
    return bool(verbs)


def _has_verb_in_brackets(stem: str, answer: str) -> bool:
    """Return whether a verb of another language is in the place of the answer, perhaps with its pronoun."""
    found = _IN_BRACKETS.search(stem)
    if found is None or not answer[:1].islower() or not _INFINITIVE.fullmatch(found["word"].lower()):
        return False
    if found["pronoun"] is not None:
        return found["pronoun"].lower() in _SUBJECTS | {"usted", "ustedes", "vous", "du", "er", "sie", "tu", "você"}
    return "?" not in stem and has_small_words(stem) and not looks_english(found["word"])


def _asks_to_complete(stem: str, answer: str) -> bool:
    """Return whether a sentence of another language is to be completed with given words, or a form of a given word."""
    found = _COMPLETE.match(stem)
    if found is None or not answer[:1].islower() or not has_small_words(found["text"]):
        return False
    said = LETTERS.findall(found["how"].lower())
    offered = said[1:] if said[:1] and said[0] in {"con", "avec", "mit", "com", "with"} else []
    if {*answer.lower().split()} & {*offered} or any(map(_INFINITIVE.fullmatch, offered)):
        return True
    given = [word[:2] for inside in re.findall(r"\(([^()]+)\)", found["text"]) for word in inside.lower().split()]
    return any(word[:2] in given for word in answer.lower().split())


def _leaves_out_small_word(stem: str, answer: str) -> bool:
    """Return whether the answer is a small word of a sentence in another language, which only grammar asks for."""
    if not answer.isalpha() or not answer.islower() or not _BLANK.search(stem):
        return False
    text = _BLANK.sub(" ", stem)
    language = guessed_language(text) or guessed_language(text.partition(":")[2])
    return language is not None and is_small_word(answer, language)


def _is_vocabulary(stem: str, answer: str) -> bool:
    """Return whether the stem is a word or a short sentence in English, and the answer one in another language."""
    found = _PHRASE.fullmatch(stem.strip(" .!"))
    if found is None and not (stem.isalpha() and stem.islower()):
        return False
    if _WITH_ARTICLE.fullmatch(answer):
        return True
    return found is not None and found["verb"] is not None and not answer.istitle() and not looks_english(answer)


def _asks_for_sentence(stem: str) -> bool:
    found = _IN_ENGLISH.match(stem)
    if found is None or asks_for_title(stem) or _TITLE.search(stem):
        return False
    text = _GLOSS.sub(" ", found["text"])
    if {"the", "of", "and", "is"} & {*LETTERS.findall(text.lower())}:
        return False
    if shares_small_words(text, 2):
        return True
    return _BLANK.search(text) is not None and shares_small_words(text, 1) and not looks_english(text)


def _begins_with_form(stem: str) -> bool:
    """Return whether a form of a verb that is given begins a sentence, with a capital: Rewrite with "querer": ___."""
    given = _GIVEN_WORD.search(stem)
    return given is not None and _BLANK_FIRST.search(stem) is not None and bool(_INFINITIVE.fullmatch(given["word"]))


def _is_offered(stem: str, answer: str) -> bool:
    """Return whether an instruction in English offers the answer in small letters: Complete with qué or cuál."""
    found = _IN_ENGLISH.match(stem)
    return found is not None and answer.lower() in LETTERS.findall(stem[: found.start("text")])


def _asks_for_translation(stem: str) -> bool:
    """Return whether the stem asks for the translation of an English text."""
    found = _TRANSLATE.match(stem)
    return found is not None and looks_english(found["text"] or found["quoted"] or found["asked"])


def _translates_into_english(stem: str) -> bool:
    """Return whether the stem says that its text is to be translated into English, whatever the text looks like."""
    instruction, colon, _ = stem.partition(":")
    return bool(colon) and _TRANSLATE.match(stem) is not None and _INTO_ENGLISH.search(instruction) is not None


def _asks_to_say(stem: str, answer: str) -> bool:
    """Return whether the stem asks in English for a sentence, and the answer is one in another language."""
    words = answer.strip(".!?¡¿ ").split()
    if _SAY_QUOTED.search(stem) and _SENTENCE.fullmatch(" ".join(words)) and not words[-1][:1].isupper():
        return looks_foreign(answer)
    is_sentence = answer.strip()[-1:] in {".", "!", "?"} or (len(words) > 1 and words[-1][:1].islower())
    if not is_sentence or not (_TO_SAY.search(stem) or _is_english_quotation(stem)):
        return False
    return looks_foreign(answer) or _LANGUAGE_IN_BRACKETS.search(stem) is not None


def _is_english_quotation(stem: str) -> bool:
    """Return whether the stem is an English text in quotes and nothing else, other than a title."""
    quoted = _QUOTED.match(stem)
    return quoted is not None and looks_english(quoted["text"]) and not _TITLE.search(stem)


def _reorders(stem: str, answer: str) -> bool:
    """Return whether the stem gives the words of the answer with slashes between them, to be put in order."""
    words = [*map(fold, LETTERS.findall(answer))]
    return stem.count("/") >= 2 and len(words) >= 3 and {*words} <= {*map(fold, LETTERS.findall(stem))}


def _names_what_is_defined(stem: str, answer: str) -> bool:
    """Return whether the stem defines an everyday word of another language, which the answer is."""
    return answer[:1].islower() and _WORDS.fullmatch(answer) is not None and _DEFINED.match(stem) is not None


_NOUN_ALONE = lazy_pattern(
    r"""(?:\b(?:say|dice)|\b(?:spanish|french|german|italian|portuguese|word|noun)\s+(?:word\s+|noun\s+)?for|\bwhat(?:'s|\s+is)
        |^\W*translate|:)\s*["“«‘']?(?!(?:the|an?|some|my|your|his|her|our|their|this|that|to|on|in|at|by|for|with|from|of)\s|it\b|th(?:is|at|em)\b)
    (?P<noun>[a-z]+(?:[\s-][a-z]+)?)["”»’']?(?:\s+(?:in|into|to|en)\s+[^\W\d_]+)?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A question for the translation of a noun that has no article: How do you say "butterfly" in Spanish?"""
_ABOUT_ARTICLES = lazy_pattern(r"\b(?:articles?|art[ií]culos?|artikel|articolo|artigo)\b", re.IGNORECASE)


def gives_bare_noun(stem: str) -> bool:
    """Return whether the stem has an English noun to translate without an article, and asks for none."""
    found = _NOUN_ALONE.search(stem)
    return found is not None and looks_english(found["noun"]) and not _ABOUT_ARTICLES.search(stem)


_INDEFINITE = {"el": "un", "la": "una", "le": "un", "der": "ein", "die": "eine", "das": "ein", "il": "un", "o": "um"}


def with_other_articles(answer: str, stem: str) -> Iterator[str]:
    """Yield the noun that the stem defines without its article, and with another one: chat, un chat."""
    article, _, noun = answer.partition(" ")
    if article in _INDEFINITE and noun.isalpha() and _names_what_is_defined(stem, answer):
        yield noun
        yield f"{'une' if guessed_language(stem) == 'fr' and article == 'la' else _INDEFINITE[article]} {noun}"


_CHANGED_SENTENCE = lazy_pattern(
    r"""^\W*(?:(?:re)?write|rephrase|make|put|change|turn|transform|convert|correct)\b[^:]{0,60}?
    \b(?:sentences?|clauses?|statements?|passive|active|voice|speech|negative|negation|question|tense|past|present|future|plural|singular
    |conditional|converse|contrapositive|inverse)\b[^:?]{0,40}(?::|\bof\s+["“])""",
    re.IGNORECASE | re.VERBOSE,
)
"""An instruction to change or to correct the sentence that follows."""


def changes_sentence(stem: str, answer: str) -> bool:
    """Return whether the answer is a sentence that the stem gives in another form, so that every ending counts."""
    return len(answer.split()) > 2 and _CHANGED_SENTENCE.match(stem) is not None


_LIKE = lazy_pattern(r"\b(?:opposite|antonym|synonym)s?\s+(?:of|for)\b", re.IGNORECASE)


def asks_for_word_like(stem: str) -> bool:
    """Return whether the stem asks for a synonym or an antonym, so that other forms of it are wrong."""
    return _LIKE.search(stem) is not None


def asks_for_english(stem: str, answer: str) -> bool:
    """Return whether the stem, which is in English, asks what a word of another language means in English."""
    if not looks_english(answer):
        return False
    if said := _INTO_ENGLISH.search(stem):
        instruction, colon, _ = stem.partition(":")
        return guessed_language(instruction if colon and said.end() <= len(instruction) else stem) is None
    found = _MEANING.search(stem)
    return found is not None and _is_foreign(found["text"] or found["word"], answer)


_MEANING = lazy_pattern(
    r"""^\W*translate\b(?![^:]*\b(?:to|in|into)\s+(?!english)[A-Z])[^:]{0,40}:\s*(?P<text>.+)
    |\bwhat\s+do(?:es)?\s+(?:the\s+(?:[^\W\d_]+\s+){0,2})?["“«‘'](?P<word>[^"”»’']{2,60})["”»’']\s+mean\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A text to translate, or a word whose meaning is asked for."""
_SHORT_MEANING = 4


def _is_foreign(text: str, answer: str) -> bool:
    """Return whether ``text`` is in another language, as its small words show, or a word with a short meaning."""
    if guessed_language(text) is not None or has_small_words(text):
        return True
    words = LETTERS.findall(text)
    unknown = text[:1].islower() and not any(is_english_word(fold(word)) for word in words)
    return unknown and len(answer.split()) <= _SHORT_MEANING


def is_translated(stem: str, answer: str) -> bool:
    """Return whether the answer is the translation into English of words that the stem gives."""
    if not asks_for_english(stem, answer):
        return False
    return _MEANING.search(stem) is not None or gives_foreign_words(stem) or _IN_QUOTES.search(stem) is not None


_IN_QUOTES = lazy_pattern(r"(?:[\"“«‘]|(?<!\w)')(?:[¿¡]|[^\W\d_A-ZÀ-ÖØ-Þ])")
"""A word in quotes that is no title."""


def _asks_for_opposite(stem: str, answer: str) -> bool:
    found = _OPPOSITE.search(stem)
    return found is not None and not (found["word"] and looks_english(found["word"]) and looks_english(answer))
