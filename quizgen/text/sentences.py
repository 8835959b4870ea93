"""Split English text into sentences, and separate body paragraphs from front matter, code and references."""

import re
from collections.abc import Sequence

from quizgen.text.lexicon import ENDING_SHORT_FORMS, NO_NAMES, SHORT_FORMS
from quizgen.text.word_forms import is_english_word

QUOTE = re.compile(
    r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“”]+[“”]"
    # An apostrophe inside a word does not end a quotation, and the one in '90s does not begin one.
    r"|(?<!\w)‘[^‘’]{1,999}(?:’(?=\w)[^‘’]{1,999}){0,9}’(?!\w)"
    r"|(?<![\w'])'(?=[^\W\d_])[^'\n]{1,200}(?:'(?=\w)[^'\n]{1,200}){0,5}'(?!\w)"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W_]+)*|\d+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“„‘«(\[*_]*(?:[^\W\d_]|\d))")
SHORT_FORM = re.compile(rf"(?:(?:^|[\s(\[“\"])(?:{SHORT_FORMS}))\.$")
_ENDING_SHORT_FORM = re.compile(rf"(?<![°\w])(?:{ENDING_SHORT_FORMS})\.$")
_ORDINAL = re.compile(r"(?<![°\w.,])\d{1,2}\.$")
"""What is an ordinal in several languages: "8. Mai"."""
_COUNTED = re.compile(
    r"[$£€¥]\s?\d{1,2}\.$|\b(?:(?:and|as|at|by|for|is|are|of|or|than|to|was|were|age|aged|[Nn]os?\.)"
    r"|(?P<word>[a-z]{4,})) \d{1,2}\.$"
)
"""A number at the end of an English sentence, which is no ordinal: "to at least 73."."""
_NUMBER = re.compile(r"\b(?:Nos?|Nr)\.$")
FIRST_WORD = re.compile(r"\w+")
_LONGEST_SHORT_FORM = 24
"""Characters to look back for an abbreviation or a number; more than any of them has."""

_REFERENCES = re.compile(
    r"^(?:#+\s*|\**)(?:sources|references|bibliography|works cited|notes|further reading|literature)\W*$", re.IGNORECASE
)
_PROSE_WORDS, _PROSE_SENTENCES = 40, 3
"""A paragraph of so many English words and sentences is part of the text, not an entry in a list of sources."""
_FENCE = re.compile(r"^(?:```|~~~)")
_FOOTNOTE = re.compile(r"^\[\^[^\]\s]+\]:")
_LONGEST_FRONT_MATTER = 40


_ENGLISH = frozenset("the of and to it for with by from were that has his her she he they which would as".split())
_SHARED = frozenset("a in is on at was had".split())
"""English words that also exist in related languages."""


def is_english(text: str) -> bool:
    """Return whether enough of the words are common English ones. Other languages use capitals differently."""
    words = [word.lower() for word in WORD.findall(text)]
    own = sum(word in _ENGLISH for word in words)
    return own * 16 > len(words) and (own + sum(word in _SHARED for word in words)) * 8 > len(words)


def body_paragraphs(paragraphs: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers (from 1) of the paragraphs before the list of sources, if there is one.

    Fenced code, footnotes and YAML front matter are left out.
    """
    ends = (number for number, text in enumerate(paragraphs) if _REFERENCES.match(text))
    end = next((number for number in ends if not _is_prose(paragraphs[number + 1 : number + 2])), len(paragraphs))
    body: list[int] = []
    fenced = False
    for number, text in enumerate(paragraphs[:end], 1):
        is_fence = bool(_FENCE.match(text))
        if number > _front_matter(paragraphs) and not (fenced or is_fence or _FOOTNOTE.match(text)):
            body.append(number)
        fenced ^= is_fence
    return tuple(body)


def _is_prose(following: Sequence[str]) -> bool:
    """Return whether the paragraph after a heading such as "Literature" shows that no list of sources follows."""
    return any(
        len(text.split()) >= _PROSE_WORDS and is_english(text) and len(sentences(text)) >= _PROSE_SENTENCES
        for text in following
    )


def _front_matter(paragraphs: Sequence[str]) -> int:
    """Return how many paragraphs at the start are YAML front matter, between two lines of ---."""
    if paragraphs[:1] not in (("---",), ["---"]):
        return 0
    ends = (number for number, text in enumerate(paragraphs[1:_LONGEST_FRONT_MATTER], 2) if text == "---")
    return next(ends, 0)


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph into sentences. Neither ``St.`` nor a period inside a quotation ends a sentence."""
    found: list[str] = []
    start = 0
    quotes = [(quote.start(), quote.end()) for quote in QUOTE.finditer(paragraph)] if _has_quotes(paragraph) else []
    for end in _SENTENCE_END.finditer(paragraph):
        stop = end.start() + len(end[0].rstrip())
        if any(first < stop < last for first, last in quotes):
            continue
        before, after = paragraph[max(start, end.start() - _LONGEST_SHORT_FORM) : end.start()], paragraph[end.end() :]
        if not _is_inside_sentence(before, after):
            found.append(paragraph[start:stop])
            start = end.end()
    return [sentence for sentence in (*found, paragraph[start:]) if sentence.strip()]


def _has_quotes(paragraph: str) -> bool:
    return any(sign in paragraph for sign in "“„«‘\"'")


def _is_inside_sentence(before: str, after: str) -> bool:
    """Return whether the period at the end of ``before`` belongs to an abbreviation, an initial or a number."""
    if after[:1].islower() or SHORT_FORM.search(before) or (after[:1].isdigit() and _NUMBER.search(before)):
        return True
    following = FIRST_WORD.search(after[:40])
    if following is not None and following[0].lower() in NO_NAMES:
        return False
    if _ORDINAL.search(before) is None:
        return _ENDING_SHORT_FORM.search(before) is not None
    counted = _COUNTED.search(before)
    return counted is None or (counted["word"] is not None and not is_english_word(counted["word"]))
