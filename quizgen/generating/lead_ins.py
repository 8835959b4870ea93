"""Begin a statement with what the text is about, if it does not name that: "The Erie Canal: Tolls repaid the debt."

A quiz names its category in the same way. The lead-in also says whose "the score" and "the conductor" are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.generating.gazetteer import is_place
from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.topic import HISTORY_OF, Topic
from quizgen.text.dates import MONTHS
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.numbers import BELOW_TWENTY, TENS
from quizgen.text.word_forms import capitalized, singular

_HEAD_ENDS = re.compile(r"[,:;.?!—(]| [-–] ")
_NO_SUBJECT = re.compile(
    r"(?:An?|How|Why|What|When|Where|Who|Which|From|In|On|At|To|By|With|Some|My|Our|Your|His|Her|Their|Its|This|These"
    r"|Notes?|Introduction|Is|Are|Was|Were|Do|Does|Did|Can)\b",
    re.IGNORECASE,
)
"""The beginning of a title that is not the name of anything: "A city between worlds", "How tea came to Kent"."""
_DOING = re.compile(
    r"(?:Building|Digging|Inventing|Making|Mapping|Measuring|Discovering|Finding|Founding) (?=[Tt]he |[A-Z])"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|can|could|will|became|came|went|made)\b")
_MOST_WORDS = 7
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for its from with".split())
_LONG_WORD = 8
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_NUMBERS = frozenset((*BELOW_TWENTY, *TENS, *"dozens few half hundreds many several thousands".split()))
_FIRST = re.compile(r"[A-Z][a-z]*(?:-[a-z]+)?(?= )")
_NAME = re.compile(r" [A-ZÀ-Þ]")
_COMMON_ENDS = ("ed", "ly", "tion", "ment", "ness", "ing", "ism")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a title says that its text is about: ``name``; a sentence with ``words`` makes that clear by itself."""

    name: str
    words: re.Pattern[str]
    common: frozenset[str] = frozenset()
    """Words that the text also writes in lowercase."""
    names: frozenset[str] = frozenset(MONTHS)
    """Words that have a capital within its sentences."""
    is_kind: bool = False
    """Whether it is any of a kind or all of them, such as a metal or an animal, rather than something with a name."""

    def is_needed(self, sentence: str) -> bool:
        """Return whether ``sentence`` does not name what it is about."""
        return self.words.search(sentence) is None

    def _is_common(self, word: str) -> bool:
        """Return whether ``word`` is a common word: the text has it in lowercase, or no name is like it."""
        is_word = word.endswith(_COMMON_ENDS) or word.partition("-")[0] in _NUMBERS
        if is_noun(word):
            is_word |= word.endswith("s") or is_mainly(word, "substance") or is_mainly(word, "food")
        return word in ENDS | self.common | {"work"} or (is_word and not is_place(word))

    def begin(self, statement: str) -> str:
        """Return ``statement`` with the lead-in."""
        first = _FIRST.match(statement)
        is_title = first is not None and first[0].lower() in ROLES | TITLES and _NAME.match(statement, first.end())
        if first is not None and not is_title and first[0] not in self.names and self._is_common(first[0].lower()):
            statement = f"{statement[0].lower()}{statement[1:]}"
        return f"{self.name}: {statement}"


def named(name: str, common: frozenset[str], names: frozenset[str]) -> LeadIn:
    """Return the lead-in for a text about what has a proper ``name``: "The Cod Wars"."""
    bare = re.sub(r"^The ", "", name)
    *before, last = bare.split()
    one = " ".join([*before, singular(last)])
    return LeadIn(name, re.compile(rf"\b(?:{re.escape(bare)}|{re.escape(one)})\b"), common, names)


def lead_in_of(
    title: str, topic: Topic | None, sentences: Sequence[str], common: frozenset[str] = frozenset()
) -> LeadIn | None:
    """Return the lead-in for the text of ``sentences``, or None if its ``title`` does not say what it is about.

    Words in ``common`` are also written in lowercase. A title of one common noun, such as "The bridge", says too
    little, unless the noun is the ``topic``.
    """
    head = _HEAD_ENDS.split(HISTORY_OF.sub("", title.lstrip("# ").strip(), count=1), maxsplit=1)[0].strip()
    if (doing := _DOING.match(head)) is not None:
        head = capitalized(head[doing.end() :])  # "Digging the Erie Canal"
    first, _, other = head.partition(" and the ")
    if other and " " not in first and first[0].isupper():
        head = first  # "Tambora and the year without a summer"
    if not head or len(head.split()) > _MOST_WORDS or _NO_SUBJECT.match(head) or _VERB.search(head) or " and " in head:
        return None
    common |= {word for text in sentences for word in _WORD.findall(text) if word.islower()}
    proper = frozenset(MONTHS).union(*map(_CAPITAL.findall, sentences))
    words = [word for word in _WORD.findall(head) if word.lower() not in _SMALL]
    if topic is not None and len(words) == 1 and head.startswith("The ") and _may_be_any(topic):
        return None  # "The lighthouse": which one?
    telling = [word for word in words if not is_place(word)] if len(words) > 1 else words
    is_proper = bool(words) and all(word[0].isupper() for word in words) and (topic is None or topic.noun is None)
    if topic is None and len(words) < 2 and doing is None:
        return None
    if topic is not None and topic.noun is not None:
        last = re.escape(topic.noun.split()[-1])
        # "aluminium chloride" is something else
        names = rf"\b{last}(?:e?s\b|\b(?! (?!(?:{'|'.join(sorted(ENDS))})\b)[a-z]+[^\Wds]\b))" + (
            rf"|\b{re.escape(topic.plural.split()[-1])}\b" if topic.plural else ""
        )
    elif is_proper:
        return named(head, common, proper)
    else:
        names = "|".join(rf"\b{re.escape(_stem(word))}" for word in telling or words)
    pattern = re.compile(names, re.IGNORECASE)
    if topic is None and not any(map(pattern.search, sentences)):
        return None
    return LeadIn(capitalized(head), pattern, common, proper, topic is not None and topic.noun is not None)


def _may_be_any(topic: Topic) -> bool:
    """Return whether ``topic`` may be any of its kind, rather than all of them, as a kind of animal or plant is."""
    if topic.noun is None or topic.kinds:
        return False
    return not any(is_kind_of(singular(topic.noun.split()[-1]), kind) for kind in ("animal", "plant"))


def _stem(word: str) -> str:
    """Return the beginning that other forms of ``word`` share: serf, for serfdom and serfs."""
    return word[: 4 if len(word) < _LONG_WORD else 6]
