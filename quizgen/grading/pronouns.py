"""Pronouns before and after verbs, which many languages leave out: (yo) hablo, (a mí) me gusta."""

import re
from collections.abc import Iterator
from itertools import product

from quizgen.text.folding import fold
from quizgen.text.words import listed

_SAY = re.compile(r"\b(?:do|would|can|could) you (?:say|write|translate)\b|\bsay (?:that )?you\b")
_PRONOUNS = {
    "i": listed("yo io eu ego εγώ я"),
    "you": listed("tú tu usted vosotros vosotras ustedes voi lei você vocês"),
    "he": listed("él lui ele"),
    "she": listed("ella lei ela"),
    "it": listed("él ella"),
    "we": listed("nosotros nosotras noi nós εμείς"),
    "they": listed("ellos ellas loro eles elas"),
}
"""The pronouns of languages in which a verb does not need one, by the English pronoun in the stem."""
SUBJECTS = frozenset().union(*_PRONOUNS.values()) | listed(
    "je j' nous vous il elle ils elles on ich du er sie es wir ihr ты он она мы вы они"
)
"""All pronouns before a verb, which count as said if the stem has them: conjugate "être" for "nous"."""
_ORDINALS = (
    "first|1st|primera|première|erste|prima|primeira",
    "second|2nd|segunda|deuxième|zweite|seconda",
    "third|3rd|tercera|troisième|dritte|terza|terceira",
)
_NUMBERS = ("singular|singulier|singolare", "plural|pluriel|plurale")
_PERSONS = tuple(
    (re.compile(rf"\b(?:{ordinal})\b.*\b(?:{number})\b", re.IGNORECASE), listed(pronouns))
    for (number, ordinal), pronouns in zip(
        product(_NUMBERS, _ORDINALS),
        (
            "yo io eu je j' ich я",
            "tú tu du ты",
            "él ella usted lui lei il elle on er sie es он она",
            "nosotros nosotras noi nós nous wir мы",
            "vosotros vosotras voi vous ihr вы",
            "ellos ellas ustedes loro ils elles sie они",
        ),
        strict=True,
    )
)
"""What names a person of a verb in a stem, and its pronouns."""
_GENDERS = ("nosotros nosotras", "vosotros vosotras", "ellos ellas", "ils elles", "eles elas")
_OTHER_GENDER = {one: other for pair in map(str.split, _GENDERS) for one, other in (pair, pair[::-1])}
_ONE_FORM = tuple(map(listed, (*_GENDERS, "él ella usted", "ellos ellas ustedes", "il elle on")))
"""Pronouns that have the same form of a verb."""
_TWO_PRONOUNS = re.compile(r"(?P<one>[^\W\d_]+)\s*/\s*-?(?P<other>[^\W\d_]+)(?:\s*/\s*(?P<third>[^\W\d_]+))?\s+(?=\S)")
_OBJECTS = {
    "me": listed("mí"),
    "you": listed("ti usted ustedes vosotros vosotras"),
    "him": listed("él"),
    "her": listed("ella"),
    "us": listed("nosotros nosotras"),
    "them": listed("ellos ellas"),
}
_OBJECT_LAST = re.compile(
    r"(?P<rest>.*\b(?:(?:me|te|se|l[aeo]s?|nos|os) .+|\w+(?:ndo|r)(?:se|me|te)?l[aeo]s?)) a (?P<object>[^\W\d_]+)"
)
_IMPERFECT = re.compile(r"^[^\W\d_]+(?:aba|ía)$")
"""A form that the first and the third person share: yo jugaba, él jugaba."""
_EMPHASIS = re.compile(r"a (?:mí (?=(?:no )?me )|ti (?=(?:no )?te )|nosotr[oa]s (?=(?:no )?nos ))")
"""What Spanish adds before an object pronoun for emphasis: a mí me gusta."""
_EMPHASIS_OF_OTHERS = re.compile(
    r"a (?:(?P<one>él|ella|usted) (?=(?:no )?le )|(?P<many>ellos|ellas|ustedes) (?=(?:no )?les ))"
)
"""The same with pronouns that several subjects share: a ella le gusta."""
_BEFORE_VERB = re.compile(r"^(?:no )?(?:(?:me|te|se|nos|os|lo|la|los|las|le|les) ){0,2}(?P<verb>[^\W\d_]+)")
_VERB_ENDINGS = {
    "yo": re.compile(r"(?:o|oy|é|í)$"),
    "tú": re.compile(r"(?:[aeiáé]s|ste)$"),
    "nosotros": re.compile(r"mos$"),
    "nosotras": re.compile(r"mos$"),
    "ellos": re.compile(r"n$"),
    "ellas": re.compile(r"n$"),
    "ustedes": re.compile(r"n$"),
}
"""The endings of Spanish verbs that show their person."""
_ONE_PERSON = frozenset({"yo", "tú", "nosotros", "nosotras"})
"""Pronouns whose verbs have endings that no other pronoun shares."""


def with_one_pronoun(text: str) -> str:
    """Return ``text`` with the first of several pronouns that have the same form of a verb: él habla, for él/ella."""
    if pronouns := _TWO_PRONOUNS.match(text):
        first = pronouns["one"].lower()
        said = {f"{first[:-2]}as" if one.lower() == "as" else one.lower() for one in pronouns.groups() if one}
        if any(said <= same for same in _ONE_FORM):
            return f"{pronouns['one']} {text[pronouns.end() :]}"
    return text


def names_subject(stem: str) -> bool:
    """Return whether the stem has a subject in English, as a sentence to translate: They have opened the window."""
    return not _PRONOUNS.keys().isdisjoint(re.findall(r"[^\W\d_]+", _SAY.sub("", stem.lower())))


def with_pronoun_first(text: str) -> str:
    """Return a verb with the pronoun in brackets after it before it: ``nosotros hablamos``, for hablamos (nosotros)."""
    found = _PRONOUN_LAST.fullmatch(text.strip())
    if found is None or not {*_BETWEEN.split(found["pronouns"].lower())} <= SUBJECTS:
        return text
    return f"{'/'.join(_BETWEEN.split(found['pronouns']))} {found['verb']}"


_BETWEEN = re.compile(r"[\s/,]+")
_PRONOUN_LAST = re.compile(r"(?P<verb>[^()]*[^\W_])\s*\((?P<pronouns>[^\W\d_]+(?:[\s/,]+[^\W\d_]+){0,2})\)\.?")


def without_pronoun(said: str, stem: str) -> str:
    """Return a verb without its pronoun, if it is the one of the stem: yo hablo for "I speak"."""
    first, _, rest = said.partition(" ")
    if emphasis := _EMPHASIS.match(said):
        return said[emphasis.end() :]
    if emphasis := _EMPHASIS_OF_OTHERS.match(said):
        english = {*re.findall(r"[^\W\d_]+", stem.lower())}
        who = emphasis["one"] or emphasis["many"]
        named = any(who in pronouns for word, pronouns in _PRONOUNS.items() if word in english)
        return said[emphasis.end() :] if named or who in english else said
    if first not in SUBJECTS or not rest:
        return said
    plain = _SAY.sub("", stem.lower())
    words = set(re.findall(r"[^\W\d_]+'?", plain))
    none_named = not words & SUBJECTS and not words & _PRONOUNS.keys() and not any(p.search(stem) for p, _ in _PERSONS)
    if none_named and (_agrees(first, rest) or (_opens_clause(stem) and first == "yo" and _IMPERFECT.search(rest))):
        return rest
    asked = any(first in pronouns for english, pronouns in _PRONOUNS.items() if english in words)
    named = any(first in pronouns for person, pronouns in _PERSONS if person.search(stem))
    return rest if asked or named or first in words or _OTHER_GENDER.get(first) in words else said


def without_inner_pronoun(said: str, stem: str) -> Iterator[str]:
    """Yield a Spanish sentence without a pronoun inside that fits the verb after it: si llueve, (nosotros) vamos."""
    words = said.split()
    named = [pronouns for english, pronouns in _PRONOUNS.items() if english in fold(stem).split()]
    for at, word in enumerate(words[:-1]):
        fits = not named or any(word in pronouns for pronouns in named)
        if words[at - 1] in _ASKING:
            continue  # ¿Dónde tú vives?
        if at and fits and word in _VERB_ENDINGS and _agrees(word, " ".join(words[at + 1 :])):
            yield " ".join(words[:at] + words[at + 1 :])


_OBJECT_IN_STEM = re.compile(
    r"\b(?:al (?P<him>)|a (?:(?P<the>el|la|los|las) |(?P<own>mis?|tus?|sus?) |(?=[A-ZÁÉÍÓÚÑ])))(?P<noun>[^\W\d_]+)"
)
_FOR_ARTICLES = {"el": "él", "la": "ella", "los": "ellos", "las": "ellas"}


def _pronouns_for_objects(stem: str) -> Iterator[str]:
    """Yield the pronouns for the persons after "a" in a Spanish stem whose gender is known: ella, for a mi tía."""
    from quizgen.text.genders import article_disagrees

    for found in _OBJECT_IN_STEM.finditer(stem):
        if found["the"] or found["him"] is not None:
            yield _FOR_ARTICLES[found["the"] or "el"]
            continue
        articles = ("los", "las") if (found["own"] or "").endswith("s") else ("el", "la")
        agree = [article for article in articles if not article_disagrees(article, found["noun"].lower(), "es")]
        if len(agree) == 1:
            yield _FOR_ARTICLES[agree[0]]


_ASKING = listed("dónde adónde qué cuándo cómo cuánto cuánta cuántos cuántas cuál cuáles")
"""Words after which a question has its verb rather than a pronoun."""
_SHORT = 4
"""The number of words up to which a subject may come last: no lo toques tú."""


def without_last_pronoun(said: str, stem: str) -> tuple[str, ...]:
    """Return a Spanish sentence without an optional pronoun at its end, if there is one.

    It is the subject, named by the stem, or in a question or a few words by the ending of the verb before it (cuántos
    años tienes tú, no lo toques tú), or repeats the object (se lo doy a ella, for "to her").
    """
    words = set(re.findall(r"[^\W\d_]+", stem.lower()))
    if found := _OBJECT_LAST.fullmatch(said):
        named = any(found["object"] in objects for english, objects in _OBJECTS.items() if english in words)
        named = named or found["object"] in words or found["object"] in _pronouns_for_objects(stem)
        return (found["rest"],) if named else ()
    rest, _, last = said.rpartition(" ")
    if not rest or last not in _VERB_ENDINGS.keys() | _PRONOUNS["you"]:
        return ()
    is_question = re.search(r"\b(?:qu|c|d[oó]nde)[^\W\d_]*", rest) is not None
    if last in words or (is_question and _ends_for(last, rest)):
        return (rest,)
    named = last in _ONE_PERSON or any(last in _PRONOUNS[english] for english in words & _PRONOUNS.keys())
    return (rest,) if named and len(rest.split()) <= _SHORT and _agrees(last, rest) else ()


def _ends_for(pronoun: str, rest: str) -> bool:
    """Return whether the last word of ``rest`` ends as verbs do that have no other person than that of ``pronoun``."""
    return pronoun in _ONE_PERSON and _VERB_ENDINGS[pronoun].search(rest) is not None


def _opens_clause(stem: str) -> bool:
    """Return whether the blank of the stem is the first word after a comma or a stop, without a subject of its own."""
    return re.search(r"(?:^|[,;.:¿¡])\s*_{2,}", stem) is not None


def _agrees(pronoun: str, rest: str) -> bool:
    """Return whether ``rest`` begins with a Spanish verb in the person of ``pronoun``: yo (se lo) doy."""
    ending, found = _VERB_ENDINGS.get(pronoun), _BEFORE_VERB.match(rest)
    return bool(ending and found and ending.search(found["verb"]))
