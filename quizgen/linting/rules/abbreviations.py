"""The rule about abbreviations that nobody has explained."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME_GUIDE, question_rule
from quizgen.text.chemistry import is_formula
from quizgen.text.initials import in_initials
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import roman
from quizgen.text.synonyms import US_STATES, synonyms_of
from quizgen.text.words import listed

_SHORT_FORM = lazy_pattern(r"(?<![\w.&/+*-])(?P<letters>[A-Z]{2,5})s?(?![\w&/+*-]|\.\w)")
_FEWEST = 2
"""One short form may be the term that the question is about."""
_FORMULA_LENGTH = 2
"""Longer runs of capitals are seldom formulas, even if each letter is a symbol of an element."""
_KNOWN = listed(
    """
    AD AM AIDS ATM BBC BC BCE CD CE CEO CERN CIA CPU CNN DIY DJ DNA DVD EU FAQ FBI FIFA GDP GMT GPS HIV HR ICU ID IMF
    IQ IT IRA IUPAC JFK KGB LA LED LGBT MIT MP MRI MTV NASA NATO NBA NFL NHL NHS NGO NYC NY NZ OECD OK OPEC PC PDF PHD
    PM POW PR QC RAF RAM RNA ROM RIP SI SIM SMS SUV TNT TV UAE UCLA UEFA UFO UK UN UNESCO UNHCR UNICEF US USA USB USSR
    UV VIP VPN WHO WIFI WTO WW WWI WWII WWF ZIP
    AC AI API ASCII BASIC CSS CSV DC DNS FTP GPU GUI HTML HTTP HTTPS IP IPV JPEG JPG JSON LAN MAC MP OS PHP PNG RGB SMTP
    SQL SSD SSH SSL TCP TLS UDP URL USB UTF WAN WWW XML YAML OOP IDE BIOS NAND NOR AND OR NOT XOR
    ATP ADP NAD NADH NADP NADPH PCR MRNA TRNA CNS EEG ECG EKG BMI SARS COVID FDA CDC MRSA PTSD ADHD OCD
    CO NO SO HCL KCL CPI VAT FED ECB AP IB GCSE SAT
    ABC BAFTA EP LP MGM NBC CBS HBO ITV MVP PGA ATP WBA IOC KO RBI TT GP BMW VW
    EXCEPT TRUE FALSE ALL BEST MOST LEAST NEVER ALWAYS ONLY ANY BOTH EACH EVERY FIRST LAST LESS MORE MUST NONE ONE TWO
    THREE SAME THAT THE THIS WAS WERE IS ARE DO DOES DID CAN WILL WOULD IF IN ON AT BY TO OF FOR FROM UP A I II III IV
    SELECT WHERE JOIN GROUP ORDER HAVING INTO FROM UNION NULL WRONG RIGHT HIGH LOW
    """
)
_ASKS_FOR_MEANING = lazy_pattern(
    r"\b(?:stand(?:s|ing)? for|abbreviat\w+|acronyms?|initials?|letters|spell\w*|codes?|currency|airport|SQL|keyword"
    r"|genotype\w*|alleles?|blood|triangle|line|angle|segment|points?|quadrilateral|roman|sequence|strand|codons?"
    r"|truth table|chess|notation|cards?|station|plate)\b",
    re.IGNORECASE,
)


@question_rule(
    "Q158",
    "unexplained-abbreviations",
    kinds=("choice", "multiple", "true_false", "short", "number", "card"),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 8 (simple vocabulary); {NBME_GUIDE} (no unneeded abbreviations)",
)
def unexplained_abbreviations(item: Item) -> Iterator[Flaw]:
    """Flag stems with two or more abbreviations that are not explained in the question, except common ones such as DNA,
    NATO and HTML.

    ## Why it matters
    Learners who know the terms only by their full names do not know what is being asked, and many abbreviations mean
    something different in another field.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: In an RCT with a high ITT dropout, which kind of analysis is preferred?
      answer: a sensitivity analysis
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: In a randomized trial that many patients leave early, which additional analysis is preferred?
      answer: a sensitivity analysis
    ```
    """
    if item.stem.isupper() or not _MAY_BE_SHORT.search(item.stem) or _ASKS_FOR_MEANING.search(item.stem):
        return
    stem = item.plain_stem
    short = dict.fromkeys(found["letters"] for found in _SHORT_FORM.finditer(stem))
    unknown = [letters for letters in short if not _is_known(letters) and not _is_explained(letters, item)]
    if len(unknown) >= _FEWEST:
        yield Flaw(
            f"{unknown[0]} and {unknown[1]} are not explained",
            "spell them out, with the abbreviation in parentheses if it is used again",
            item.stem_path,
        )


_MAY_BE_SHORT = lazy_pattern(r"\b[A-Z]{2,5}s?\b.*\b[A-Z]{2,5}s?\b", re.DOTALL)
_STATE_CODES = frozenset(US_STATES.values())


def _is_known(letters: str) -> bool:
    folded = letters.lower()
    return (
        letters in _KNOWN
        or bool(synonyms_of((folded,)))
        or roman(folded) is not None
        or folded in _STATE_CODES
        or (is_formula(letters) and len(letters) == _FORMULA_LENGTH)
    )


def _is_explained(letters: str, item: Item) -> bool:
    """Return whether the question has words that the letters are the initials of, or the letters in parentheses."""
    if f"({letters}" in item.stem or re.search(rf"\b{letters}s? \(", item.stem):
        return True
    return in_initials(letters, item.stem.replace(letters, " "))
