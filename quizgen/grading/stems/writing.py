"""How a stem wants the answer written: spelled right, typed exactly, in words or digits, in Latin letters."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

_LANGUAGES = (
    "spanish|french|german|italian|portuguese|latin|greek|russian|ukrainian|polish|dutch|swedish|turkish|arabic|hebrew|"
    "hindi|japanese|korean|chinese|mandarin|vietnamese|thai|esperanto|irish|welsh|catalan|czech|finnish|hungarian"
)
# The word boundary is tested once for all alternatives: most places in a stem are none.
_SPELLING = lazy_pattern(
    rf"""^\W*(?:{_LANGUAGES})\s*:
    |\b(?=[a-z])(?:spell(?:ing|ed|t)?\b|with\ (?:the\ )?(?:article|accents?)\b|hiragana\b|katakana\b
    |conjugate\b(?!\ (?:acid|base|pair|complex|root|of\b|transpose))
    |(?:translate|write|say|said|called|put)\b.*\b(?:in|into)\ (?:{_LANGUAGES})\b
    |in\ (?:{_LANGUAGES})\s*(?:[:?.)(,]|$)
    |(?:{_LANGUAGES})\ (?:word|verb|noun|adjective|form|article|phrase|expression|translation|equivalent|for)\b
    |(?:{_LANGUAGES})\ for\b
    |(?:auf|ins)\ (?:deutsch|spanische|englisch|französisch)|en\ (?:español|inglés|francés|français|anglais)\s*[:?(]
    |par\ écrit\b|tradu[cisz]|plural(?:form)?\b|pluriel\b|past\ (?:tense|participle|simple|form|of\ ['"‘“«])
    |simple\ past\b|irregular\ verbs?\b|conjug(?!at)|konjug
    |pret[eé]rit[eo]?\b|pluperfect\b|(?:subjunctive|gerund)\b.*\bof\b|imperfect\ (?:\(.*\)\ )?of\b
    |sub[jx]untivo\b|subjonctif\b
    |for\ \W?(?-i:yo|tú|él|ella|ellos|ellas|nosotros|vosotros|je|nous|vous|ils|elles|ich|wir|noi|loro)\b
    |(?-i:yo|tú|ella|ellos|ellas|ustedes|nosotros|vosotros|je|nous|vous|ils|elles|ich|wir|noi|loro)[ -]form\b
    |konjunktiv\b|(?:present|future|conditional|perfect|imperative)\ (?:tense|participle)\b
    |(?:right|correct|proper)\ (?:form|tense)\ of\ (?:the\ )?(?:verb\b|noun\b|adjective\b|\W?[^\W\d_]+\W?\s*:)
    |(?:direct|indirect|both|reflexive)\ (?:object\ )?pronouns?\b|(?:masculine|feminine)\ (?:form|singular)?\ ?of\b
    |partizip\b|comparative\b|superlative\b|infinitive\b|infinitiv[eo]?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_HOW_TO_SAY = lazy_pattern(
    r"""(?:\b(?=[cw])(?:
        c[oó]mo\ (?:se\ )?(?:dicen?|dir[ií]as?|digo|decimos|escribe|traduce|llama|diz|dizem|escreve|traduz)
        |comment\ (?:dit-on|on\ dit|dis-tu|dirais-tu|dites-vous|diriez-vous|dire|écrit-on|traduit-on|traduire|écrire)
        |(?:wie|was)\ (?:(?:sagt|schreibt|übersetzt|nennt)\ man|(?:sagst|würdest)\ du|sagen\ (?:sie|wir)
            |heißt|heißen|lautet)
        |come\ (?:si\ (?:dice|dicono|direbbe|scrive|traduce|chiama)|diresti|dici))
    |^\W*(?:di(?!\ (?:che|chi|qual))|diga|decid|escrib[ea]|dis|dites|écris|écrivez
        |sage?|sagen\ sie|schreibe?|schreiben\ sie|scriv(?:i|ete)
        |dite|diz|escrev[ea]))(?!\w)(?P<quoted>\W*(?:(?!['’]\w)["“”'‘«„]|'(?=[^'’?]{2,60}['’])))?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A question or an instruction in another language about how to say something, perhaps a text in quotes."""
_LANGUAGES_ABROAD = (
    "español|castellano|inglés|francés|alemán|italiano|portugués|catalán|latín|ruso|japonés|chino"
    "|français|anglais|espagnol|allemand|italien|portugais|latin|russe|japonais|chinois"
    "|deutsch|englisch|spanisch|französisch|italienisch|portugiesisch|lateinisch|latein|russisch|japanisch|chinesisch"
    "|spagnolo|inglese|francese|tedesco|portoghese|latino|russo|giapponese|cinese"
    "|espanhol|inglês|francês|alemão|português|latim|japonês|chinês"
)
_IN_LANGUAGE = lazy_pattern(rf"\b(?:en|al?|auf|ins?|im|em|para(?: o)?|nel)\s+(?:{_LANGUAGES_ABROAD})\b", re.IGNORECASE)


def asks_for_spelling(stem: str) -> bool:
    """Return whether the stem asks for a word in a language that is being learned, so that every letter counts."""
    if _SPELLING.search(stem):
        return True
    found = _HOW_TO_SAY.search(stem)
    return found is not None and (found["quoted"] is not None or _IN_LANGUAGE.search(stem) is not None)


_EXACTLY = lazy_pattern(r"\bexactly as\b|\bcase[- ]sensitive\b|\btype exactly\b", re.IGNORECASE)


def asks_for_exact(stem: str) -> bool:
    """Return whether the stem says that the answer must be typed exactly, capitals included."""
    return _EXACTLY.search(stem) is not None


_IN_WORDS = rf"\bin (?:(?:{_LANGUAGES}|english) )?(?:words|letters)\b"
_NUMBER_IN_WORDS = lazy_pattern(
    rf"\b(?:numbers?|numerals?|figures?|cheque|amount)\b.*{_IN_WORDS}|\d\D*{_IN_WORDS}|{_IN_WORDS}[^?.]*\d"
    r"|\b(?:(?:en|con) (?:letras?|palabras)|en (?:toutes )?lettres|in (?:worten|lettere|parole)|por extenso"
    r"|em palavras)\b",
    re.IGNORECASE,
)


def asks_for_number_in_words(stem: str) -> bool:
    """Return whether the stem asks for a number to be written in words."""
    return _NUMBER_IN_WORDS.search(stem) is not None


_NUMBER_IN_DIGITS = lazy_pattern(
    r"\b(?:in|with|using) (?:figures|digits|numerals)\b|\bas a (?:numeral|figure)\b"
    r"|\b(?:en|con) (?:cifras|números|dígitos|guarismos)\b|\b(?:en|avec des) chiffres\b"
    r"|\b(?:in|mit) (?:ziffern|zahlen)\b|\b(?:in|con) (?:cifre|numeri)\b"
    r"|\b(?:em|com|por) (?:algarismos|dígitos|números)\b",
    re.IGNORECASE,
)


def asks_for_number_in_digits(stem: str) -> bool:
    """Return whether the stem asks for a number to be written in digits."""
    return _NUMBER_IN_DIGITS.search(stem) is not None


_LATIN = r"(?:transliterat\w+|r[oō]maji|romani[sz]\w+|(?:latin|roman)\s+(?:letters|script|alphabet|characters))"
_ROMANIZED = lazy_pattern(rf"\bor\s+(?:in\s+|as\s+)?(?:a\s+|its\s+|the\s+)?{_LATIN}|\b{_LATIN}\s+or\b", re.IGNORECASE)


def asks_for_romanization(stem: str) -> bool:
    """Return whether the stem lets a word of another script be typed in Latin letters: kana or romaji."""
    return _ROMANIZED.search(stem) is not None
