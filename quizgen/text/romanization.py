"""Words of other scripts in Latin letters: Cyrillic, Devanagari and kana, in any of their usual spellings.

The letters of Devanagari and kana are read from their names in Unicode; those of Cyrillic have a table.
"""

import re
import unicodedata

from quizgen.text.lazy_pattern import lazy_pattern

_CYRILLIC = {
    letter: rf"(?:{latin})"
    for letter, _, latin in (
        spelled.partition("=")
        for spelled in (
            "а=a б=b в=v|w г=g д=d е=e|ye|je|ie ё=yo|jo|io|e|o ж=zh|j|z з=z и=i й=[yij]? к=k л=l м=m н=n о=o п=p р=r "
            "с=ss? т=t у=u|ou ф=f|ph х=kh|h|x|ch ц=ts|tz|c ч=ch|tch|c ш=sh|sch щ=shch|sch|shh ъ=y? ы=y|i ь=[yj]? э=e "
            "ю=yu|iu|ju я=ya|ia|ja і=i ї=yi|ji|i є=ye|ie|je ґ=g "
            "ий=i[yij]?|y ый=[yi][yij]?"
        ).split()
    )
}
"""A pattern for the usual spellings of each letter."""
_OWN_CYRILLIC = {
    "uk": {"г": "(?:h|g)", "ґ": "g", "и": "(?:y|i)", "щ": "(?:shch|sch)"},
    "be": {"г": "(?:h|g)", "ў": "(?:u|w)"},
    "bg": {"щ": "sht", "ъ": "(?:a|u)", "х": "k?h"},
}
"""Letters that stand for other sounds in these languages than in Russian."""
_LONG = (("aa", "a"), ("ii", "i"), ("ee", "i"), ("uu", "u"), ("oo", "u"))
_LONG_IN_KANA = (("aa", "a"), ("ii", "i"), ("ei", "e"), ("ee", "e"), ("uu", "u"), ("ou", "o"), ("oo", "o"))
_HEPBURN = (
    ("tch", "cch"), ("shi", "si"), ("sh", "sy"), ("cchi", "tti"), ("cch", "tty"), ("chi", "ti"), ("ch", "ty"),
    ("ttsu", "ttu"), ("tsu", "tu"), ("fu", "hu"), ("ji", "zi"), ("j", "zy"), ("zyy", "zy"), ("syy", "sy"),
    ("tyy", "ty"), ("di", "zi"), ("du", "zu"), ("dzu", "zu"), ("wo", "o"),
)  # fmt: skip
"""The spellings of sounds by ear, and what Unicode calls them: shi and SI, fu and HU."""
_HINDI_CONSONANTS = {
    "C": "ch?", "CH": "chh?", "SS": "sh", "V": "[vw]", "TT": "t", "TTH": "th", "DD": "[dr]", "DDDH": "rh?", "NN": "n",
    "DDH": "(?:dh|rh)", "NG": "n", "NY": "n", "PH": "(?:ph|f)", "J": "[jz]", "DDD": "[dr]", "RH": "rh?",
}  # fmt: skip
_HINDI_VOWELS = {"AA": "a", "II": "i", "UU": "u", "VOCALIC R": "ri", "AI": "(?:ai|e)", "AU": "(?:au|o)", "E": "(?:ey?)"}
_MAX = 60
_READING = lazy_pattern(
    r"\b(?:transliterat\w+|r[oō]maji|romani[sz]\w+|pinyin|readings?|pronounc\w+"
    r"|(?:latin|roman)\s+(?:letters|script|alphabet|characters))\b",
    re.IGNORECASE,
)


def asks_for_reading(stem: str) -> bool:
    """Return whether ``stem`` asks, alone or as one way, for how a word of another script is read: romaji, pinyin."""
    return _READING.search(stem) is not None


def is_romanized(word: str, latin: str, language: str = "ru") -> bool:
    """Return whether ``latin`` is ``word``, in Cyrillic, Devanagari or kana, in Latin letters.

    ``spasibo`` is ``спасибо``; the long vowels of ``pānī`` may be ``aa`` and ``ee``. Cyrillic is read as in
    ``language`` (a code without a region) if it has letters of its own, or else as in Russian. False for other scripts.
    """
    letters = [char for char in unicodedata.normalize("NFC", word.lower()) if unicodedata.category(char)[0] in "LM"]
    names = [unicodedata.name(char, "") for char in letters]
    plain = _plain(latin)
    if not plain or not letters or max(len(letters), len(plain)) > _MAX or not _is_latin(latin):
        return False
    if all(name.startswith("CYRILLIC") for name in names):
        sounds = _CYRILLIC | _OWN_CYRILLIC.get(language, {})
        pattern = "".join(sounds.get(sound, "!") for sound in re.findall("[иы]й|.", "".join(letters)))
        return any(re.fullmatch(pattern, said) for said in (plain, _shortened(plain, _LONG)))
    if all(name.startswith("DEVANAGARI") for name in names):
        return re.fullmatch(_hindi(names), _shortened(plain, _LONG)) is not None
    if all(name.startswith(("HIRAGANA", "KATAKANA")) for name in names):
        return _kana(names) in {_as_kana(plain), _as_kana(_said(plain, letters))}
    return False


def is_same_reading(word: str, reading: str, given: str, language: str = "ru") -> bool:
    """Return whether ``given`` is another spelling of ``reading``, which is ``word`` in Latin letters.

    ``sayounara`` is ``sayōnara`` for ``さようなら``. The long vowels of kanji are compared if ``reading`` marks them:
    ``Toukyou`` and ``Tokyo`` are ``Tōkyō``.
    """
    if is_romanized(word, reading, language):
        return is_romanized(word, given, language)
    if reading.isascii() or not given.isascii() or max(len(reading), len(given)) > _MAX or not _is_latin(reading):
        return False
    has_kanji = any(unicodedata.name(char, "").startswith("CJK") for char in word)
    return has_kanji and _as_kana(_plain(reading)) == _as_kana(_plain(given)) != ""


def _plain(latin: str) -> str:
    """Return the letters of ``latin`` in lower case, without marks."""
    letters = unicodedata.normalize("NFD", latin.lower())
    return "".join(char for char in letters if char.isascii() and char.isalpha())


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in text if char.isalpha())


def _shortened(text: str, vowels: tuple[tuple[str, str], ...]) -> str:
    for long, short in vowels:
        text = text.replace(long, short)
    return text


def _hindi(names: list[str]) -> str:
    """Return a pattern for a word whose letters have these names; the "a" in each consonant may be silent."""
    pattern: list[str] = []
    for name in names:
        sort, _, letter = name.removeprefix("DEVANAGARI ").rpartition(" ")
        if sort.startswith("LETTER"):
            letter = name.removeprefix("DEVANAGARI LETTER ")
            is_consonant = letter.endswith("A") and letter.removesuffix("A") not in {"", "A"}
            sound = letter.removesuffix("A") if is_consonant else letter
            pattern += (
                [_HINDI_CONSONANTS.get(sound, sound.lower()), "a" if not pattern else "a?"]
                if is_consonant
                else [_HINDI_VOWELS.get(sound, sound.lower())]
            )
        elif sort.startswith("VOWEL SIGN"):
            letter = name.removeprefix("DEVANAGARI VOWEL SIGN ")
            pattern[-1:] = [_HINDI_VOWELS.get(letter, letter.lower())]
        elif letter == "VIRAMA":
            pattern[-1:] = []
        elif letter in {"ANUSVARA", "CANDRABINDU"}:
            pattern[-1:] = [*("a" if last in {"a", "a?"} else last for last in pattern[-1:]), "[nm]?"]
        elif letter == "VISARGA":
            pattern.append("h?")
        elif letter != "NUKTA":
            return "!"
    return "".join(pattern)


def _kana(names: list[str]) -> str:
    """Return the sounds of kana with these names, in one spelling, with short vowels."""
    sounds = ""
    double = False
    for name in names:
        letter = name.rpartition(" ")[2].lower()
        if name.startswith("KATAKANA-HIRAGANA"):  # the sign of a long vowel
            continue
        if " SMALL " in name and letter == "tu":
            double = True
        elif " SMALL " in name and letter in {"ya", "yu", "yo"}:
            sounds = sounds[:-1] + letter
        elif " SMALL " in name:  # fa, che, ti
            start = "f" if sounds.endswith("hu") else sounds[:-1] + "y" * sounds.endswith(("ti", "si", "zi"))
            sounds = sounds[:-2] + start + letter if start == "f" else start + letter
        else:
            sounds += letter[0] + letter if double else letter
            double = False
    return _as_kana(sounds)


def _as_kana(latin: str) -> str:
    """Return Latin letters in the spelling that Unicode has for kana, with short vowels."""
    plain = re.sub("m(?=[bp])", "n", _shortened(latin, _HEPBURN))
    return _shortened(plain, _LONG_IN_KANA)


def _said(latin: str, letters: list[str]) -> str:
    """Return ``latin`` with "ha" at the end for the particle, which is said "wa": konnichiwa."""
    return f"{latin[:-2]}ha" if letters[-1] == "は" and latin.endswith("wa") else latin
