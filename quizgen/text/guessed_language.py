"""The language of a text by its most frequent words: Spanish, French, German, Italian or Portuguese."""

from functools import lru_cache

from quizgen.text.folding import LETTERS, fold
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import FUNCTION_WORDS, function_words, listed

_SMALL_WORDS = {
    "es": listed(
        "el la los las un una de del al que en y con por para tú yo él ella se lo le me te mi su es está son no "
        "qué cuál cómo dónde quién cuándo hace muy más ti este esta hay desde aquí fue entre cuánto cuántos "
        "cuántas según sobre"
    ),
    "fr": listed(
        "le la les un une des du de et est que je tu il elle nous vous ils elles pas dans pour au se ne ma mon "
        "quel quelle qui où sont avec son sa très quand combien comment pourquoi année été cette ces aux par sur "
        "quels quelles fut"
    ),
    "de": listed(
        "der die das ein eine einen ist sind und ich du er sie wir ihr nicht zu mit den dem im auf wer wie wo "
        "welche welcher welches von sehr wann wird wurde wurden für bei nach aus oder als am zum zur durch warum "
        "viele"
    ),
    "it": listed(
        "il lo la gli le un una di del della dei che è e io tu lui lei noi voi non con per mi si sono qual quale "
        "chi dove molto nel al alla ai ieri quando quanti quante nella dal fu furono"
    ),
    "pt": listed(
        "o a os as um uma de do da que e é em eu ele ela nós não com para se me qual quem onde são muito no na seu "
        "sua quando quantos quantas pelo pela foi foram dos das"
    ),
}
"""Frequent words of each language."""
_ENGLISH = listed(
    "the of and is are what which who whose how does did with from by this that it has have had were when where why "
    "give name translate write fill put rewrite change form word verb sentence into to for find state"
)
"""Words that show that a text is English, whatever it quotes."""
_ALSO_ENGLISH = listed("a as do e in me no o on per son die er in se un lo le mi ma am par sur fu dos")
"""Small words that English has as words, names or abbreviations, too."""
_LONGEST = 1_000


@lru_cache(maxsize=1024)
def guessed_language(text: str) -> str | None:
    """Return the code of the language of ``text``; None if it is English or another language, or cannot be told."""
    words = {*LETTERS.findall(text[:_LONGEST].lower())}
    if words & _ENGLISH:
        return None
    if "¿" in text or "¡" in text:
        return "es"
    found = {code: small & words for code, small in _SMALL_WORDS.items()}
    best = max(found, key=lambda code: len(found[code]))
    rest = max(len(said) for code, said in found.items() if code != best)
    sure = len(found[best]) >= 2 and len(found[best]) > rest and not found[best] <= _ALSO_ENGLISH
    return best if sure else None


def is_small_word(word: str, language: str) -> bool:
    """Return whether ``word``, in lower case, is a frequent word of ``language`` without a meaning of its own."""
    return word in _SMALL_WORDS.get(language, ()) or fold(word) in function_words(language)


def is_small_word_anywhere(word: str) -> bool:
    """Return whether ``word``, in lower case, is a frequent word of one of the languages, or of English."""
    return word in _ENGLISH or word in FUNCTION_WORDS or any(is_small_word(word, language) for language in _SMALL_WORDS)


def shares_small_words(text: str, number: int) -> bool:
    """Return whether ``text`` has so many different small words of one of the languages."""
    words = {*LETTERS.findall(text.lower())}
    return any(len(small & words) >= number for small in _SMALL_WORDS.values())


def has_small_words(text: str) -> bool:
    """Return whether ``text`` has a small word that only other languages have, and none that shows English."""
    words = {*LETTERS.findall(text[:_LONGEST].lower())}
    return not words & _ENGLISH and any(small & words - _ALSO_ENGLISH for small in _SMALL_WORDS.values())


def looks_english(text: str) -> bool:
    """Return whether most words of ``text`` that are long enough to tell are English."""
    if guessed_language(text) is not None:
        return False
    words = LETTERS.findall(text)
    known = [is_english_word(fold(word)) for word in words if len(word) >= 4]
    return all(map(str.isascii, words)) and 2 * sum(known) >= len(known)


def looks_foreign(text: str) -> bool:
    """Return whether ``text`` is in another language than English, as far as its words can tell."""
    return guessed_language(text) is not None or has_small_words(text) or not looks_english(text)
