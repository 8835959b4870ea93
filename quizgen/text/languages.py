"""Names of languages, in English and in the language itself, with their codes (BCP 47)."""

from functools import cache

_DECIMAL_POINT = frozenset("en ar he hi ja ko ms ta th ur zh".split())
_DECIMAL_POINT_REGIONS = frozenset("MX US PR GT HN SV NI PA DO CH LI".split())

_NAMES = {
    "ar": "Arabic, العربية", "bg": "Bulgarian, български", "ca": "Catalan, català", "cs": "Czech, čeština",
    "cy": "Welsh, Cymraeg", "da": "Danish, dansk", "de": "German, Deutsch", "el": "Greek, ελληνικά", "en": "English",
    "eo": "Esperanto", "es": "Spanish, español, castellano", "et": "Estonian, eesti", "eu": "Basque, euskara",
    "fa": "Persian, Farsi, فارسی", "fi": "Finnish, suomi", "fr": "French, français", "ga": "Irish, Gaeilge",
    "gl": "Galician, galego", "he": "Hebrew, עברית", "hi": "Hindi, हिन्दी", "hr": "Croatian, hrvatski",
    "hu": "Hungarian, magyar", "hy": "Armenian, հայերեն", "id": "Indonesian, Bahasa Indonesia",
    "is": "Icelandic, íslenska", "it": "Italian, italiano", "ja": "Japanese, 日本語", "ka": "Georgian, ქართული",
    "ko": "Korean, 한국어", "la": "Latin, Latina", "lt": "Lithuanian, lietuvių", "lv": "Latvian, latviešu",
    "ms": "Malay, Bahasa Melayu", "nb": "Norwegian, norsk, Bokmål", "nl": "Dutch, Nederlands", "pl": "Polish, polski",
    "pt": "Portuguese, português", "pt-BR": "Brazilian Portuguese", "ro": "Romanian, română", "ru": "Russian, русский",
    "sk": "Slovak, slovenčina", "sl": "Slovenian, slovenščina", "sq": "Albanian, shqip", "sr": "Serbian, српски",
    "sv": "Swedish, svenska", "sw": "Swahili, Kiswahili", "ta": "Tamil, தமிழ்", "th": "Thai, ไทย",
    "tr": "Turkish, Türkçe", "uk": "Ukrainian, українська", "ur": "Urdu, اردو", "vi": "Vietnamese, tiếng Việt",
    "zh": "Chinese, Mandarin, 中文",
}  # fmt: skip


@cache
def _codes() -> dict[str, str]:
    from quizgen.text.folding import fold

    return {fold(name): code for code, names in _NAMES.items() for name in names.split(", ")}


def language_code(name: str) -> str | None:
    """Return the code of the language called ``name``: ``language_code("English") == "en"``, or None."""
    from quizgen.text.folding import fold

    return _codes().get(fold(name))


def primary(code: str | None) -> str:
    """Return the language of ``code`` without its region or script: ``primary("pt-BR") == "pt"``; English for None."""
    language = code.partition("-")[0].lower() if code else "en"
    return "en" if language == "eng" else language


def is_english(code: str | None) -> bool:
    """Return whether ``code`` is a code of English, or None, which means English."""
    return primary(code) == "en"


def has_decimal_comma(code: str | None) -> bool:
    """Return whether the language of ``code`` writes a comma before decimals, where English writes a point."""
    return primary(code) not in _DECIMAL_POINT and (code or "").partition("-")[2].upper() not in _DECIMAL_POINT_REGIONS
