"""Whether a sentence of a Romance language has the words of another in an order that means the same.

A phrase of place or time may be at either end, and a subject may follow its verb.
"""

import re

from quizgen.text.words import ARTICLES, LEADING_ARTICLES, listed

_ARTICLES = LEADING_ARTICLES | ARTICLES | listed("unos unas uno uns umas des")
PLEASES = re.compile(
    r"(?:no |non )?(?:me|te|le|nos|os|les|mi|ti|gli|ci|vi) "
    r"(?:gust|encant|interes|import|molest|duel|dol|falt|fascin|piac|manc)[^\W\d_]*(?: mucho| molto)?"
)
"""A verb like gustar, after which its subject comes, or before: me duele la cabeza, la cabeza me duele."""
_PREPOSITIONS = listed(
    "a en por con desde durante hasta para sin à au aux pour avec dans depuis pendant chez da di per em"
)


_TIME = re.compile(
    r"""siempre|a\ veces|a\ menudo
    |hoy|mañana|ayer|anoche|ahora|aujourd'hui|demain|hier|maintenant|oggi|domani|ieri|adesso|hoje|amanhã|ontem|agora
    |(?:est[aeo]|cada|el|los|quest[oa]|ce|cet|cette|tod[ao]s\ l[ao]s|tous\ les|tutti\ i|todos\ os)
        \s(?:noches?|tardes?|mañanas?|semana|mes|año|verano|días?|fin\ de\ semana|lunes|martes|miércoles|jueves|viernes
        |sábados?|domingos?|soir|matin|semaine|été|jours|sera|mattina|settimana|giorni|noite|manhã|dias)
    |la\ semana\ (?:pasada|que\ viene)|el\ (?:año|mes)\ (?:pasado|que\ viene)|la\ semaine\ (?:dernière|prochaine)""",
    re.VERBOSE,
)
"""A phrase of time that Romance languages put at the beginning or at the end of a sentence."""


def is_reordered(words: list[str], said: list[str], answer: str, language: str) -> bool:
    """Return whether ``said`` is the sentence ``words``, of ``answer``, with one of its ends at the other end.

    In Spanish, Italian and Portuguese, the subject may follow the verb then.
    """
    if language in _INVERTING and "?" not in answer and (_is_inverted(words, said) or _is_time_moved(words, said)):
        return True
    turned = [at for at in range(1, len(words)) if said == words[at:] + words[:at]]
    return any(
        (PLEASES.fullmatch(" ".join(words[:at])) and words[at] in _ARTICLES and "?" not in answer)
        or (words[at] in _PREPOSITIONS and 2 <= at < len(words) - 1 and "," not in answer)
        or _TIME.fullmatch(" ".join(words[at:]))
        or _TIME.fullmatch(" ".join(words[:at]))
        or (words[0] in _WHERE and 2 <= at <= 3 and words[at] in _BEFORE_SUBJECT and _may_end_phrase(words[at - 1]))
        for at in turned
    )


_INVERTING = frozenset({"es", "it", "pt", "ca"})
"""Languages in which the subject may follow the verb."""
_WHERE = listed("en desde durante hasta por con sin in nel nella da per em no na nos nas dans pendant depuis chez")
"""Prepositions of phrases of place and time that may be at the beginning of a sentence."""
_BEFORE_SUBJECT = _ARTICLES | listed(
    "mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas mon ma mes ton ta tes son sa ses"
)


def _is_inverted(words: list[str], said: list[str]) -> bool:
    """Return whether ``said`` is a sentence with its phrase of place or time first, and the verb before the subject.

    En el campo viven mis abuelos, for mis abuelos viven en el campo; en verano viajan mis padres a Francia.
    """
    size = next(
        (
            at
            for at, word in enumerate(words)
            if word in _BEFORE_SUBJECT and (at == 0 or _may_end_phrase(words[at - 1]))
        ),
        None,
    )
    if size is None or len(words) < size + 4:
        return False
    first, subject, verb, rest = words[:size], words[size : size + 2], words[size + 2], words[size + 3 :]
    if first:
        return first[0] in _WHERE and said == [*first, verb, *subject, *rest]
    return any(word in _WHERE and said == [*rest[at:], verb, *subject, *rest[:at]] for at, word in enumerate(rest[:-1]))


_TIME_OF_YEAR = re.compile(
    r"en (?:el )?(?:verano|invierno|primavera|otoño|enero|febrero|marzo|abril|mayo|junio|julio|agosto)"
    r"|en (?:septiembre|octubre|noviembre|diciembre)|una vez|(?:dos|tres|muchas|varias) veces"
)
"""When or how often something is done, which Spanish may say before a phrase of place, too."""


def _is_time_moved(words: list[str], said: list[str]) -> bool:
    """Return whether a time moved from either end to the phrase of place, or back: viajan en verano a Francia."""
    for sentence, other in ((words, said), (said, words)):
        for size in (2, 3):
            for time, rest in ((sentence[-size:], sentence[:-size]), (sentence[:size], sentence[size:])):
                if _TIME_OF_YEAR.fullmatch(" ".join(time)) and any(
                    word in _BEFORE_PLACE
                    and _may_end_phrase(rest[at])
                    and [*rest[: at + 1], *time, *rest[at + 1 :]] == other
                    for at, word in enumerate(rest[1:])
                ):
                    return True
    return False


_BEFORE_PLACE = listed("a al en")


def _may_end_phrase(word: str) -> bool:
    return word not in _BEFORE_SUBJECT and word not in _PREPOSITIONS
