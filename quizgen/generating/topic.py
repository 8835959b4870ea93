"""Find what the title says that a text is about: "the ginkgo", "the Forth Bridge" or "coffee"."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.generating.gazetteer import is_place, place_kind
from quizgen.text.noun_kinds import is_kind_of, is_mainly
from quizgen.text.word_forms import capitalized, is_english_word, possessive, singular

_LIVING = frozenset(
    "animal amphibian bat bear bee beetle bird butterfly cat creature fish flower frog fungus grass herb insect lizard"
    " mammal mollusk palm plant reptile rodent shark shrub snake spider tree whale".split()
)
_SORTS = ("animal", "bird", "fish", "plant", "tree")
_TOO_WIDE = frozenset("one thing kind type sort part form name way place group member example".split())
HISTORY_OF = re.compile(
    r"(?:(?:An?|The) )?(?:[a-z]+ )?(?:[Hh]istory|[Ss]tory|[Ll]ife|[Rr]ise|[Oo]rigins?|[Dd]iscovery|[Ii]nvention) of "
)
_QUESTION = re.compile(
    r"(?:#+ )?(?:How|Why|When|Where) (?P<what>(?:the |an? )?[a-z-]+(?: [a-z-]+)??) "
    r"(?:is|are|was|were|has|have|had|can|became|began|came|changed|conquered|fell|found|gets?|got|grows?|learned|lives?"
    r"|lost|made|moves?|reached|saved|shaped|spread|survived?|took|went|won|works?)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:#+ )?(?:Unit|Chapter|Lesson|Part|Section|Module|Topic) (?:\d+|[IVX]+)(?:[:.]| [–—-])? (?=\w)"
)
_LIFE_IN = re.compile(
    r"(?:Life|Living|Inside|Work) (?:(?:in|inside|of) )?(?:an? |the )(?P<what>[a-z-]+) (?P<group>[a-z]+)\b"
)
"""A title about a group of animals, "Life in a honeybee colony", which is about those animals."""
_OFTEN = 3
"""The number of sentences with a noun that show that a text is about it."""
_HEAD_ENDS = re.compile(r"[,:;.?!–—(]| - | (?:and|that|which) ")
_COMMON = re.compile(r"(?:The |An? )?(?P<noun>[A-Za-z][a-z-]+(?: [A-Za-z][a-z-]+)?)")
_PROPER = re.compile(r"(?P<article>The )?(?P<before>(?:[A-ZÀ-Þ][\w’'-]+ ){1,3})(?P<noun>[A-Z][a-z]+)")
"""A name that may occur in the title only: "The Erie Canal", of which the text says no more than "the canal"."""
_KINDS_OF_PLACES = {"city": frozenset({"city", "town"}), "country": frozenset({"country"})}
_WHAT_IT_IS = (
    r"(?: \([^)]*\))?(?:,| (?:is|are|was|were)) (?:an?|the) "
    r"(?P<words>[a-z][a-z-]*(?: (?!(?:that|which|of|in|on|at|by|for|from|to|with|and)\b)[a-z][a-z-]*){0,3})"
)


_OF_ALL = r"(?:,| (?!(?:at|in|of|near|on|from|and)\b)[a-z])"
"""What follows a subject that is all of its kind."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text is about; ``name`` is written as within a sentence, with its article."""

    name: str
    kinds: frozenset[str]
    """The nouns that say what it is, in the singular."""
    noun: str | None = None
    """The noun by which it is called, in lowercase; None if it has a proper name."""
    plural: str | None = None
    """How the text calls many of them."""
    head: str | None = None
    """The last word of its name in the plural, if the text calls many of them by that: eels."""
    compounds: frozenset[str] = frozenset()
    """Nouns that follow its name in that of something else: "oak" if "cork" is not "the cork oak"."""

    @property
    def is_living(self) -> bool:
        if self.noun is None:
            return False
        head = _head(self.noun)
        is_species = singular("species") in self.kinds and is_kind_of(head, "animal")  # the eel, although eel is a dish
        return is_species or not self.kinds.isdisjoint(_LIVING) or is_mainly(head, "animal")

    @property
    def is_structure(self) -> bool:
        """Return whether it is one building, bridge or the like with a name, all of whose parts are meant by "the"."""
        last = self.name.split()[-1].lower()
        return (
            self.noun is None and not self.is_plural and any(is_kind_of(last, kind) for kind in ("building", "bridge"))
        )

    @property
    def several(self) -> str | None:
        """How to call many of them: as the text does, or "European eels" if that is what it calls eels."""
        if self.plural is not None or self.head is None or self.noun is None:
            return self.plural
        return f"{self.name.removeprefix('the ')}{self.head.removeprefix(self.noun.split()[-1])}"

    @property
    def is_plural(self) -> bool:
        return self.name == self.plural

    @property
    def possessive(self) -> str:
        return possessive(self.name, is_plural=self.is_plural)

    def is_in(self, text: str) -> bool:
        """Return whether ``text`` names it."""
        return next(self.named_in(text), None) is not None

    def named_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place where ``text`` names it."""
        words = "|".join(map(re.escape, filter(None, (self.noun or self.name.removeprefix("the "), self.several))))
        other = rf"(?! (?:{'|'.join(sorted(self.compounds))})\b)" if self.compounds else ""
        return re.finditer(rf"(?:\b[Tt]he )?\b(?:{words})\b{other}", text, re.IGNORECASE if self.noun else 0)

    def begins_by_head(self, text: str) -> bool:
        """Return whether many of them are the subject of ``text``: "Eels grow old", about the European eel."""
        is_living = self.is_living and self.head is not None
        return is_living and re.match(rf"{capitalized(self.head or '')}{_OF_ALL}", text) is not None

    def begins(self, text: str) -> bool:
        """Return whether it is the subject at the beginning of ``text``; "the ginkgo at Kew" is one of many."""
        first = next(self.named_in(text), None)
        if first is None or first.start() > 0:
            return False
        return re.match(_OF_ALL, text[first.end() :]) is not None


def subject_of_title(title: str, sentences: Sequence[str]) -> str:
    """Return what a ``title`` such as "How the Pencil Got Its Lead" asks about, if the text often names it.

    Any other title is returned without the number of the unit or chapter.
    """
    title = _NUMBERED.sub("", title)
    if (found := _QUESTION.match(title)) is not None:
        what = found["what"]
    elif (
        (found := _LIFE_IN.match(title)) is not None
        and is_kind_of(found["what"], "animal")
        and is_kind_of(found["group"], "group")
    ):
        what = f"{found['what']}s"
    else:
        return title
    noun = re.escape(singular(what.removeprefix("the ").removeprefix("The ").lower()))
    often = sum(re.search(rf"\b{noun}(?:s|es)?\b", text.lower()) is not None for text in sentences) >= _OFTEN
    return capitalized(what) if often else title


def topic_of(title: str, sentences: Sequence[str], names: Iterable[str], vague: Collection[str]) -> Topic | None:
    """Return what ``title`` says that the text of ``sentences`` is about, or None if it is not clear.

    ``names`` are those of the places, organizations and things in the text. A title such as "The bridge" is about one
    bridge with a name; it is known by the noun, one of the ``vague`` ones, which is not enough.
    """
    head = _HEAD_ENDS.split(HISTORY_OF.sub("", title.lstrip("# ").strip(), count=1), maxsplit=1)[0].strip()
    text = " ".join(sentences)
    return (
        _named(head, title, sentences, text, names)
        or _known_by_noun(head, text, vague)
        or _common(head, title, sentences, text, vague)
    )


def _named(head: str, title: str, sentences: Sequence[str], text: str, names: Iterable[str]) -> Topic | None:
    """Return the topic of a title that is one of ``names``."""
    for name in sorted(names, key=len, reverse=True):
        if head.removeprefix("The ").removeprefix("the ") == name and not _is_common_noun(name, text):
            written = f"the {name}" if head != name or re.search(rf"\b[Tt]he {re.escape(name)}\b", text) else name
            last = singular(name.split()[-1].lower())
            kinds = _kinds(re.escape(name), title, sentences) | ({last} if " " in name else set())
            kinds |= _KINDS_OF_PLACES.get(place_kind(name) or "", frozenset())
            is_many = " " in name and last != name.split()[-1].lower()
            is_one = re.search(rf"\b{re.escape(name)} (?:is|was|has)\b", text)  # "the United States is"
            return Topic(written, frozenset(kinds), plural=written if is_many and not is_one else None)
    return None


def _known_by_noun(head: str, text: str, vague: Collection[str]) -> Topic | None:
    """Return the topic of a title such as "The Erie Canal", of which the text says no more than "the canal"."""
    if (proper := _PROPER.fullmatch(head)) is None:
        return None
    noun = proper["noun"].lower()
    is_name = any(
        is_place(word) or not is_english_word(word.lower()) or re.search(rf"(?<=\w ){re.escape(word)}\b", text)
        for word in proper["before"].split()
    )
    if not is_name or singular(noun) != noun or noun not in vague or not re.search(rf"\b[Tt]he {noun}\b", text):
        return None
    name = f"{proper['before']}{proper['noun']}"
    return Topic(f"the {name}" if proper["article"] else name, frozenset({noun}))


def _common(head: str, title: str, sentences: Sequence[str], text: str, vague: Collection[str]) -> Topic | None:
    """Return the topic of a title that is a common noun: "Coffee", "The gray wolf"."""
    found = _COMMON.fullmatch(head)
    if found is None:
        return None
    noun = found["noun"].lower()
    *before, last = noun.split()
    one = " ".join([*before, _singular(last)])
    many = next(
        iter(re.findall(rf"\b{re.escape(one[:-1] if one.endswith('y') else one)}(?:s|es|ies)\b", text.lower())), None
    )
    inside = rf"(?<=\w )(?:{re.escape(noun)}|{re.escape(one)})\b"
    if _singular(last) in vague or not re.search(inside, text, re.IGNORECASE if before else 0):
        return None
    kinds = _kinds(rf"(?:{re.escape(noun)}|{re.escape(one)})", title, sentences) | (
        {_singular(last)} if before else set()
    )
    called = {singular(word) for word in re.findall(r"\b[Tt]he ([a-z]{4,})\b", text)} & {*vague}
    kinds |= {word for word in called if is_mainly(_head(last), word)}  # "the disease", after "Scurvy"
    if re.search(rf"\b(?:{re.escape(noun)}|{re.escape(one)}) \([A-Z][a-z]+ [a-z]+\)", text, re.IGNORECASE):
        kinds |= _natural_kinds(_head(last))  # it has a scientific name
    if re.search(r"\b[Tt]he species\b", text) and any(is_mainly(_head(last), kind) for kind in _SORTS):
        kinds |= {singular("species")}
    if _singular(last) != last:
        return Topic(_with_capitals(noun, text), frozenset(kinds), one, noun)
    bare = len(re.findall(rf"(?<!\bthe )(?<!\ba )(?<!\ban )\b{re.escape(one)}\b", text.lower()))
    has_article = head.startswith("The ") or len(re.findall(rf"\bthe {re.escape(one)}\b", text.lower())) > bare
    if has_article:
        heads = f"{_singular(last)}s"
        is_called_so = many is None and re.search(rf"\b{re.escape(heads)}\b", text, re.IGNORECASE) is not None
        name = f"the {_with_capitals(one, text)}"
        return Topic(name, frozenset(kinds), one, many, heads if before and is_called_so else None)
    after = re.findall(rf"\b(?:an?|the|each|every) {re.escape(one)} ([a-z]{{3,}})\b", text.lower())
    compounds = {form for word in after for form in (singular(word), f"{singular(word)}s")}
    return Topic(_with_capitals(one, text), frozenset(kinds), one, many, compounds=frozenset(compounds))


def _singular(noun: str) -> str:
    """Return ``noun`` in the singular: mole-rat, for mole-rats."""
    before, hyphen, last = noun.rpartition("-")
    return f"{before}{hyphen}{singular(last)}"


def _head(noun: str) -> str:
    """Return the last word of ``noun`` in the singular, of which it is a kind: rat, for mole-rats."""
    return singular(re.split(r"[ -]", noun)[-1])


def _is_common_noun(name: str, text: str) -> bool:
    """Return whether ``text`` has ``name`` mostly in lowercase: the puffin, although there is a "genus *Puffin*"."""
    inside = re.findall(rf"(?<=\w ){re.escape(name)}\b", text, re.IGNORECASE)
    return 2 * len([word for word in inside if word.islower()]) > len(inside)


def _with_capitals(noun: str, text: str) -> str:
    """Return ``noun`` with the capitals that each of its words always has in ``text``: "European eel"."""
    words = set(re.findall(r"(?<=\w )[^\W\d_][\w-]*", text))
    return " ".join(
        word if word in words or word.capitalize() not in words else word.capitalize() for word in noun.split()
    )


def _natural_kinds(noun: str) -> set[str]:
    """Return the nouns by which a text may call a ``noun``, the name of an animal or a plant."""
    kinds = {kind for kind in ("animal", "plant", "tree", "bird", "fish") if is_kind_of(noun, kind)}
    return kinds | {singular("species")} if kinds else set()


def _kinds(name: str, title: str, sentences: Sequence[str]) -> set[str]:
    """Return what the title, or the sentences that begin with the ``name``, say it is."""
    said = (
        re.match(rf"(?:#+ )?(?:An? |The )?{name}{_WHAT_IT_IS}", text, re.IGNORECASE) for text in (title, *sentences)
    )
    if any(
        re.search(rf"(?:^|[.] )(?:An? |The )?{name} (?:is|are) the (?:[a-z-]+ ){{1,3}}of\b", text, re.IGNORECASE)
        for text in sentences
    ):
        return set()  # "Amber is the resin of a pine": "the resin" may be something else
    heads = {singular(one["words"].split()[-1].lower()) for one in said if one is not None}
    return heads - _TOO_WIDE | ({singular("species")} if heads & _LIVING else set())
