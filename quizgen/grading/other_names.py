"""Other names of an answer: documented ones, acronyms, and words shortened with a period."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.people import is_person
from quizgen.grading.stems.formulas import asks_for_state, asks_for_symbol
from quizgen.grading.stems.names import asks_for_kind_of_name
from quizgen.text.folding import fold
from quizgen.text.initials import are_initials_of
from quizgen.text.synonyms import US_STATES, are_synonyms, synonyms_of
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import Phrase, is_prose

_NUMBERED_NAME = re.compile(r"\d-|-\d|\bn-")
_DYNASTIES = frozenset({"dynasty", "family", "house"})
_GASES = frozenset({"gas", "vapor"})
_SHORT_FORMS = {
    "ppt": "precipitate", "soln": "solution", "conc": "concentrated", "temp": "temperature", "govt": "government",
    "max": "maximum", "min": "minimum",
}  # fmt: skip
"""What pupils write for a word, with a period or without one."""
_ARROW = re.compile(r"[-=]>|[→⇌]")
"""What shows that a stem has a reaction, of which it asks for a substance."""
_BURNS = re.compile(r"\b(?:combust|burn|respir|exhal|breath)", re.IGNORECASE)
_ATOMS = frozenset("hnof")
"""Symbols of elements that are gases of two atoms, as they are compared: the gas is O2, and O is an atom."""
_RULING = frozenset({"dynasty", "royal", "ruling"})


def documented(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another documented name of the answer: CO2 for carbon dioxide, erythrocyte for red blood cell."""
    if key.is_rival(given.words) or asks_for_kind_of_name(key.stem):
        return False
    if not (is_prose(form.text) and is_prose(given.text)) and (same := _same_in_symbols(form, given, key)) is not None:
        return same
    if _in_shade(form.words) == _in_shade(given.words) != ():
        return True
    return are_synonyms(form.words, given.words) and not _in_stem(given, key)


_COLOURS = frozenset("red orange yellow green blue purple violet lilac pink brown gray".split())


def _in_shade(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a colour with one word for a shade with little of it, pale blue for light blue; () for other words."""
    if len(words) < 2 or words[1] not in _COLOURS or words[0] not in {"pale", "light"}:
        return ()
    return ("pale", *words[1:])


_SYSTEMATIC = {"acetate": "ethanoate", "formate": "methanoate", "propionate": "propanoate", "butyrate": "butanoate"}
"""Salts and esters by the older names of their acids, and by those of today."""
_OLDER = re.compile(rf"\b(?:{'|'.join(_SYSTEMATIC)})\b", re.IGNORECASE)


def _systematic(older: re.Match[str]) -> str:
    return _SYSTEMATIC[older[0].lower()]


def same_compound(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An organic compound by an older name, or with its number in front: ethyl acetate, 2-propanol for propan-2-ol."""
    if _OLDER.search(f"{form.text} {given.text}") and not (
        key.is_rival(given.words) or asks_for_kind_of_name(key.stem)
    ):
        one, other = (_OLDER.sub(_systematic, " ".join(each.words)) for each in (form, given))
        if one == other and not _in_stem(given, key):
            return True
    if not _NUMBERED_NAME.search(f"{form.text} {given.text}"):
        return False
    from quizgen.text.chemistry.organic_names import are_one_compound

    return are_one_compound(form.text, given.text)


_DISSOLVED = re.compile(
    r"(?:an?\s+)?(?:aqueous\s+(?P<one>[\w()\s-]+?)(?:\s+solution)?|(?:aqueous\s+)?solution\s+of\s+(?P<two>[\w()\s-]+?)(?:\s+in\s+water)?"
    r"|(?P<three>[\w()\s-]+?)\s+solution|(?P<four>bromine|chlorine|iodine)\s+water|(?P<five>[\w()\s-]+?)\s+dissolved\s+in\s+water"
    r"|(?P<formula>[A-Z][A-Za-z0-9₀-₉()]*)\s?\(aq\))",
    re.IGNORECASE,
)


def dissolved(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A substance in water in other words: bromine water, aqueous bromine, Br2(aq)."""
    one, other = (_DISSOLVED.fullmatch(" ".join(phrase.text.strip(" .").split())) for phrase in (form, given))
    if not one or not other or key.is_rival(given.words):
        return False
    from quizgen.text.chemistry.formulas import plain_formula
    from quizgen.text.chemistry.substances import formulas_of

    right, said = (next(filter(None, found.groups())) for found in (one, other))
    names = formulas_of(right) or {plain_formula(right)}
    same = plain_formula(said) in names if other["formula"] else bool(formulas_of(said) & names)
    return same and bool(formulas_of(right))


def named_with_form(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A metal or a gas with a word that says so: lead metal, metallic lead, chlorine gas."""
    if asks_for_state(key.stem) or len(given.words) != len(form.words) + 1 or key.is_rival(given.words):
        return False
    first, last = given.words[0], given.words[-1]
    as_metal, as_gas = first in {"metallic", "pure"} or last == "metal", first == "gaseous" or last in _GASES
    bare = given.words[:-1] if given.words[: len(form.words)] == form.words else given.words[1:]
    if not (as_metal or as_gas):
        return False
    from quizgen.text.chemistry.elements import is_metal
    from quizgen.text.chemistry.substances import is_gas

    is_vapor = form.normal == "water" and last == "vapor" and _BURNS.search(key.stem) is not None
    is_of_form = (as_metal and is_metal(form.normal)) or (as_gas and is_gas(form.normal)) or is_vapor
    return bare == form.words and is_of_form


def same_dynasty(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A dynasty by the name of its house or its members, if the stem asks for one: House of Tudor, the Tudors."""
    if _RULING.isdisjoint(key.stem_words) or key.is_rival(given.words):
        return False
    name = _of_dynasty(form.words)
    said = _of_dynasty(given.words)
    changed = name != form.words or said != given.words
    return changed and bool(name) and key.singulars(name) == key.singulars(said)


def _of_dynasty(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without "house of" before them, or "dynasty", "family" or "house" after them."""
    if words[:2] == ("house", "of"):
        return words[2:]
    return words[:-1] if words[-1:] and words[-1] in _DYNASTIES else words


def _same_in_symbols(form: Phrase, given: Phrase, key: AnswerKey) -> bool | None:
    """Return whether both are one substance, unit or state, one of them by its symbol; None if neither is a symbol."""
    from quizgen.text.chemistry.formulas import is_formula
    from quizgen.text.chemistry.substances import same_substance
    from quizgen.text.units import parse_unit

    if same_substance(form.text, given.text):
        is_atom = given.text.strip(" .").isalpha() and given.words[0] in _ATOMS and "gas" in key.stem_words
        is_new = not set(given.words) <= key.stem_words or _ARROW.search(key.stem) is not None
        return is_new and not is_atom
    if is_formula(form.text) and not synonyms_of(form.words):  # FIFO is none
        return not asks_for_symbol(key.stem) and same_substance(given.text, form.text) and not _in_stem(given, key)
    if given.text.strip(" .").isupper() and US_STATES.get(form.normal) == given.text.strip(" .").lower():
        return True
    unit = parse_unit(form.text)
    if unit is not None and unit == parse_unit(given.text) and "temperature" not in dict(unit.dimension):
        return not _in_stem(given, key)
    return None


def _in_stem(given: Phrase, key: AnswerKey) -> bool:
    return all(map(key.in_stem, given.words))


def acronym(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The initials of a name of several words: UN."""
    letters = _letters(given)
    content = [word for word in re.findall(r"[^\W_]+", form.text) if fold(word) not in key.function_words]
    if letters in key.stem_words or key.singular(letters) in key.stem_words:
        return False  # WWW, for what WWW stands for
    if not letters or len(content) < 2 or not all(word[:1].isupper() or word.isdigit() for word in content):
        return False
    in_capitals = given.text.strip(" .").replace(".", "").replace(" ", "").isupper()
    if len(letters) < 3 and is_person(form, key):
        return False
    if not in_capitals and (
        len(letters) < 3 or is_english_word(letters) or letters in key.function_words | {"who", "sad"}
    ):
        return False
    return are_initials_of(letters, form.words) and not key.is_rival(given.words)


def written_out(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An acronym of three capitals or more written out: North Atlantic Treaty Organization."""
    letters = _letters(form)
    if any(" " in term for term in synonyms_of(form.words)):
        return False  # its full name is known
    if any(are_initials_of(letters, other.words) for other in key.forms):
        return False  # another answer is its full name
    written = "".join(char for char in form.text if char.isalpha())
    return (
        len(letters) >= 3
        and written.isupper()
        and are_initials_of(letters, given.words)
        and not key.is_rival(given.words)
    )


def _letters(short: Phrase) -> str:
    joined = short.joined
    if "".join(char for char in fold(short.text) if char.isalnum()) != joined:
        return ""  # words were dropped: "a frog" is not an acronym
    single = len(short.words) == 1 or all(len(word) == 1 for word in short.words)
    return joined if single and 2 <= len(joined) <= 8 and joined.isalpha() else ""


def abbreviated(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A word shortened with a period, or as classes do: N. Korea, H. sapiens, yellow ppt."""
    if len(form.words) != len(given.words):
        return False
    whole = 0
    for word, written in zip(form.words, given.words, strict=True):
        if word == written:
            whole += len(word) >= 4 or len(form.words) == 2
        elif _SHORT_FORMS.get(written) == word or (
            key.in_stem(word) and len(written) >= 3 and word.startswith(written) and not is_english_word(written)
        ):
            continue
        elif not (word.startswith(written) and len(written) in {1, 3, 4} and f"{written}." in fold(given.text)):
            return False
    return whole > 0 and not key.is_rival(given.words)
