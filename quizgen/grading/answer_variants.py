"""The forms that one written answer stands for. Each rule reads a habit of those who write answers down."""

import re
from collections.abc import Iterator

from quizgen.grading.given_names import GIVEN_NAMES, SHORT_FORMS
from quizgen.grading.words import FUNCTION_WORDS
from quizgen.questions.typed import AnswerType

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ALSO = re.compile(r"(?:also )?(?:accept|allow|or|aka|also known as|also)[:\s]+(?P<other>.+)", re.IGNORECASE)
_ACCEPT = re.compile(r"(?:(?<=[)\].;,])|\s[-–—])\s*(?:also )?(?:accept|allow)[:\s]+", re.IGNORECASE)
_OR = re.compile(r"(?:,\s*|\s+)or\s+|\s*;\s*|\s+/\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"""(?:,\s*|\s+)(?:who|whose|whom|which|where|when|while|because|since|although)\b.*
    |[,.;]\s+(?:in|on|at|as|by|from|for|of|with|about|the|a|an|and\ his|and\ her|his|her|its|he|she|it|they
        |also|accept)\b.*
    |\s+(?:[Ee]rrata|[Ee]rratum|NB|[Nn]ote):.*
    |\.\s+[A-Z].*
    |\s+[-–—]\s+[a-z].*
    |:\s+[a-z].*""",
    re.DOTALL | re.VERBOSE,
)
_PLACED = re.compile(r"(?P<head>[^,;.:]+),\s*(?P<region>[^,;:]+(?:,\s*[^,;:]+)?)")
_AUTHOR = re.compile(
    r"(?P<work>\S+(?:\s+\S+){2,})\s+by\s+(?:[A-Z][\w.'’-]*)(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|da)){1,3}"
)
_SITUATED = re.compile(r"(?P<head>\S+(?:\s+\S+){2,}),?\s+(?:in|at|near)\s+[A-Z].*")
_MAKER = re.compile(r"(?:[A-Z][\w.-]*\s+)?[A-Z]\w+(?:['’]s|s['’])\s+(?P<work>[A-Z]\w+\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)")
_DESCRIBED = re.compile(
    r"(?:The\s+)?(?:[A-Z]\w+\s+)?[A-Z]?\w+(?:er|or|ist|ian|man|ess|ant|ent)\s+(?P<name>\S+(?:\s+\S+){1,2})"
)
_QUOTED = re.compile(r'["“«](?P<title>[^"”»]+)["”»]')
_LEAD = re.compile(
    r"(?:it|he|she|they|there|this|that|these|those)\s+(?:is|was|are|were)\s+(?:an?\s+|the\s+)?", re.IGNORECASE
)
_PREPOSITION = re.compile(r"(?:in|on|at|to|from|by|for|of|with|during|as)\s+", re.IGNORECASE)
_CONSTITUTION = re.compile(
    r"(?:the\s+)?(?:[a-z]+\s+)?(?:republic|kingdom|state|city|county|province|commonwealth|principality|sultanate|emirate|"
    r"grand duchy|duchy|federation|town|village|borough|island|isle|district)\s+of\s+(?:the\s+)?(?P<name>[^,]+)",
    re.IGNORECASE,
)


def right_forms(answer: str, kind: AnswerType = "text") -> Iterator[str]:
    """Yield ``answer`` and every form of it that is as right; the written form comes first."""
    yield answer
    best, *others = _ACCEPT.split(answer)
    for base in (*_without_brackets(best), *others):
        yield base
        for alternative in _alternatives(base):
            yield alternative
            yield from _shortened(alternative, kind)


def _without_brackets(answer: str) -> Iterator[str]:
    """What stands in brackets is a remark: it may be left out, or typed. An acronym or "or …" there is another name."""
    if not _BRACKETS.search(answer):
        yield answer
        return
    outside = " ".join(_BRACKETS.sub(" ", answer).split()).strip(" ,;")
    if outside:
        yield outside
    yield " ".join(re.sub(r"[()\[\]]", " ", answer).split())
    for remark in _BRACKETS.findall(answer):
        if other := _ALSO.fullmatch(remark.strip()):
            yield other["other"]
        elif re.fullmatch(r"[A-Z][A-Z0-9.&]+", remark.strip()):
            yield remark.strip()


def _alternatives(text: str) -> Iterator[str]:
    """Where the answer is "this or that", each is right."""
    yield text
    parts = [part.strip() for part in _OR.split(text)]
    named = all(part[:1].isupper() for part in parts) or ", or " in text
    if len(parts) > 1 and named and all(len(part) >= 3 for part in parts):
        yield from parts


def _shortened(text: str, kind: AnswerType) -> Iterator[str]:
    """Leave out what explains the answer and is not part of it."""
    head = _CLAUSE.sub("", text).strip(" ,.;:")
    for short in dict.fromkeys((text, head)):
        if not short:
            continue
        yield short
        if found := _AUTHOR.fullmatch(short):
            yield found["work"]
        if found := _SITUATED.fullmatch(short):
            yield found["head"].rstrip(",")
        if found := _QUOTED.search(short):
            yield found["title"]
        if found := _CONSTITUTION.fullmatch(short):
            yield found["name"]
        yield from _parted_by_comma(short, kind)
        yield from _without_maker(short)
        yield from _without_lead(short)
        yield from _name_after_description(short)
        yield from _name_after_calling(short)


def _parted_by_comma(text: str, kind: AnswerType) -> Iterator[str]:
    """`Dieppe, France`: what follows only says where. `Voight, Jon`: a name, surname first. Lists are neither."""
    found = _PLACED.fullmatch(text)
    if found is None or any(char.isdigit() for char in text):
        return
    head, region = found["head"].strip(), found["region"].strip()
    if " and " in f" {text} " or "&" in text or not (head[0].isupper() and region[0].isupper()):
        return
    if kind == "person" or region.lower().split()[0] in {*GIVEN_NAMES, *SHORT_FORMS, "sir"}:
        yield f"{region} {head}"
    elif len(region.split()) <= 4:
        yield head


def _without_maker(text: str) -> Iterator[str]:
    """`Dante's Divine Comedy`: whose it is may be left out where two words or more remain."""
    if found := _MAKER.fullmatch(text):
        yield found["work"]


def _without_lead(text: str) -> Iterator[str]:
    """`In Mississippi`, `It was a hoax`: words that only lead up to the answer."""
    for lead in (_LEAD, _PREPOSITION):
        found = lead.match(text)
        if found and len(text) > found.end():
            rest = text[found.end() :]
            yield rest
            yield from _name_after_description(rest)


def _name_after_description(text: str) -> Iterator[str]:
    """`the Babylonian king Belshazzar`: a name after words in small letters that say who or what it is."""
    words = text.split()
    small = [i for i, word in enumerate(words) if word[0].islower() and word.isalpha() and word not in FUNCTION_WORDS]
    if not small:
        return
    name = words[small[-1] + 1 :]
    before = words[: small[-1] + 1]
    if (
        1 <= len(name) <= 4
        and all(word[0].isupper() for word in name)
        and not FUNCTION_WORDS - {"the", "a", "an"} & set(before)
    ):
        yield " ".join(name)


def _name_after_calling(text: str) -> Iterator[str]:
    """`Wrestler Jackie Pallo`: a person's name after a word for what the person does."""
    if (found := _DESCRIBED.fullmatch(text)) and found["name"].split()[0].lower() in GIVEN_NAMES:
        yield found["name"]
