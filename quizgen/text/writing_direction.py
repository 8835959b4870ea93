"""The direction in which languages are written."""

RIGHT_TO_LEFT = ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
"""The codes of languages that are written from right to left, unless a code names another script."""

RIGHT_TO_LEFT_SCRIPTS = ("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa")
"""The codes of scripts that are written from right to left, as in ``pa-Arab`` (ISO 15924)."""


def is_right_to_left(language: str | None) -> bool:
    """Return whether ``language``, a BCP 47 code, is written from right to left."""
    name, *subtags = (language or "").lower().split("-")
    script = next((part for part in subtags if len(part) == 4 and part.isalpha()), None)
    return name in RIGHT_TO_LEFT if script is None else script in RIGHT_TO_LEFT_SCRIPTS
