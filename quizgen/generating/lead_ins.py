"""Begin a statement with what the text is about, if it does not name that: "The Erie Canal: Tolls repaid the debt."

A quiz names its category in the same way. The lead-in also says whose "the score" and "the conductor" are. Either the
author or the text explains a name: "The Pony Express, a relay of horsemen: …".
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.homelands import places_in, subject_of_question, with_article
from quizgen.generating.noun_phrases import ENDS, SUPERLATIVE, WITH_ARTICLE
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.generating.topic import HISTORY_OF, Topic
from quizgen.text.dates import MONTHS, YEAR
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.numbers import BELOW_TWENTY, TENS
from quizgen.text.word_forms import capitalized, is_english_word, singular

_HEAD_ENDS = re.compile(r"[,:;.?!—(]| [-–] ")
_NO_SUBJECT = re.compile(
    r"(?:An?|How|Why|What|When|Where|Who|Which|From|In|On|At|To|By|With|Some|My|Our|Your|His|Her|Their|Its|This|These"
    r"|(?-i:(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty) [a-z]+)|(?:Unit|Chapter|Lesson|Part|Section) \d+"
    r"|Notes?|Introduction|Is|Are|Was|Were|Do|Does|Did|Can)\b",
    re.IGNORECASE,
)
"""The beginning of a title that is not the name of anything: "A city between worlds", "How tea came to Kent"."""
_DOING = re.compile(
    r"(?:Building|Digging|Inventing|Making|Mapping|Measuring|Discovering|Finding|Founding) (?=[Tt]he |[A-Z])"
)
_VERB = re.compile(r"\b(?:that|who|which|is|are|was|were|has|have|had|can|could|will|became|came|went|made)\b")
_MOST_WORDS = 7
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for its from with".split())
_JOINS = re.compile(r",| (?:and|between|from|in|of|on|to|with)(?: the)? ")
"""What precedes another name within the name of something: "the scheme in Tanganyika"."""
_LONG_WORD = 8
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_NUMBERS = frozenset((*BELOW_TWENTY, *TENS, *"dozens few half hundreds many several thousands".split()))
_FIRST = re.compile(r"[A-Z][a-z]*(?:-[a-z]+)?(?=,? )")
_NAME = re.compile(r" [A-ZÀ-Þ]")
_DOES = re.compile(r"^(?!The )(?:.* )?[A-Za-z]{2,}ing [a-z]")
_DID = re.compile(rf"[a-z]{{2,}}ed|is|has|{IRREGULAR_PAST}")
_BARE_KINDS = ("substance", "food", "animal", "plant", "process", "phenomenon", "state", "act", "attribute", "event")
"""What a noun in the singular without an article may be."""
_PLURALS = frozenset("aircraft cattle deer fish people police sheep troops".split())
_BEFORE_NAMES = frozenset(
    "a an the this that its their his her my our each every no some any all both most other late early only even not"
    " modern ancient medieval young old large small new".split()
)
"""Words that are no part of the name that they precede."""
_ADULT = re.compile(r"(?:(?P<article>an?|the) )?(?:adult|female|male|juvenile)(?P<many>s?)(?= [a-z])")
_SOME_ANIMALS = re.compile(r"(?P<which>(?:captive|healthy|most|old|older|tame|wild|young) )animals(?= )")
_SPECIFIED_AFTER = re.compile(r" (?:of|that|who|which|whose|for|to|called|named)\b|,")
_NOT_DONE = r"(?<!ed)(?<!wn)(?<!nt)(?<!en)"
"""After the last word of a name, unless that says what was done: "the ship built in 1812"."""
_LAST_YEAR = re.compile(rf"{_NOT_DONE} (?:in|of) (?P<year>{YEAR})$")
_LAST_PLACE = re.compile(rf"{_NOT_DONE}(?<!and) in (?:[a-z-]+ )?(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)$")
_OPENING_SENTENCES = 3
"""The number of sentences in which a text may say what its subject is."""
_DEFINED = r"(?:,| (?:is|was)) (?P<what>an? [a-z][^,;:.()]*)(?=[,.])"
_CLAUSE_OF_DEFINITION = re.compile(r" (?:that|which|who|where) ")
_LONGEST_DEFINITION = 12
_IN_ORDER = re.compile(r"\b(?:first|second|last|one of|kind of|sort of)\b")
LEAST_TELLING = 4
"""The smallest number of letters of a word that shows what a text is about."""
_MENTIONS = re.compile(
    r"(?:claims|complains|describes|explains|laments|mentions|notes|observes|recalls|remarks|says|writes)"
)
"""What only a person does: "Cicero mentions"."""
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
    inside: str = ""
    """What it is called within a sentence, if the title is its name: "the Erie Canal"."""
    plural: str | None = None
    """What many of the kind are called."""
    is_kind: bool = False
    """Whether it is any of a kind or all of them, such as a metal or an animal, rather than something with a name."""
    is_said: bool = False
    """Whether it has the author's words, which show what a deed belongs to: "The history of the bicycle"."""
    places: re.Pattern[str] | None = None
    """What says where something happened, without which a statement does not do without the lead-in."""
    country: str = ""
    """Where that is, if the title says so but ``name`` does not: "Sweden", for "The Ostby Run: a race in Sweden"."""

    @property
    def is_one_thing(self) -> bool:
        """Return whether it names one thing, of which everything is said once: a building, but not the Cod Wars."""
        words = self.inside.split()
        return bool(words) and not self.is_kind and words[-1][0].isupper() and singular(words[-1]) == words[-1]

    @property
    def says_only_where(self) -> bool:
        """Return whether it explains nothing but the country: "Norway"."""
        return self.words is self.places

    def is_needed(self, sentence: str) -> bool:
        """Return whether ``sentence`` does not name what it is about."""
        return self.words.search(sentence) is None

    def is_named_in(self, sentence: str) -> bool:
        """Return whether ``sentence`` has the name of what it is about, rather than some word of it.

        "Groundnuts" do not name the groundnut scheme, "the scheme" does.
        """
        if self.is_kind or self.is_needed(sentence):
            return not self.is_needed(sentence)
        last = {words.split()[-1] for words in _JOINS.split(self.name) if words.strip()}
        capitals = {word for word in _WORD.findall(self.name.removeprefix("The ")) if word[0].isupper()}
        names = {_stem(singular(word.lower())) for word in last | capitals if not is_nationality(word)}
        return any(_stem(singular(word.lower())) in names for word in _WORD.findall(sentence))

    def explains(self, phrase: str) -> bool:
        """Return whether ``phrase`` has the noun for what the lead-in names: "the change", after "Sweden's change"."""
        noun = phrase.rsplit(maxsplit=1)[-1].lower()
        return len(phrase.split()) == WITH_ARTICLE and noun in self.name.split() and is_noun(noun)

    def before(self, statement: str) -> str:
        """Return the words before ``statement``: without their year or place if it has the same one.

        If it does not say where something happened, they have the country.
        """
        year = _LAST_YEAR.search(self.name)
        if year is not None and year["year"] in statement:
            return self.name[: year.start()]
        where = _LAST_PLACE.search(self.name)
        if (
            where is not None
            and "," not in self.name
            and re.search(rf"\b{re.escape(where['place'])}\b", statement) is not None
        ):
            return self.name[: where.start()]
        is_placed = not self.country or self.places is None or self.places.search(statement) is not None
        return self.name if is_placed else f"{self.name} in {self.country}"

    def _is_common(self, word: str, following: str) -> bool:
        """Return whether ``word``, before the ``following`` one, is a common word: the text or a dictionary has it so.

        A noun in the singular needs an article, unless it stands for a kind ("Krill is …") or before another noun; what
        has neither is a name that the dictionary does not know, such as Cicero.
        """
        if word in ENDS | self.common | {"work"} or word.endswith(_COMMON_ENDS):
            return not is_place(word) or word in self.common
        capital = word.removesuffix("s").capitalize()
        is_name = is_place(word) or is_nationality(capital) or word in GIVEN_NAMES
        is_name |= _MENTIONS.fullmatch(following) is not None
        if not is_name and is_english_word(word) and not is_noun(word):
            return _DID.fullmatch(following) is None  # an adjective ("Fresh nectar"), unlike "Linnaeus named"
        if is_name or not is_noun(word):
            return False
        is_kind = singular(word) != word or word in _PLURALS or any(is_mainly(word, kind) for kind in _BARE_KINDS)
        return is_kind or (is_noun(following) and following not in ENDS)

    def begin(self, statement: str, *, with_name: bool) -> str:
        """Return ``statement`` with the lead-in: a name keeps its capital, and everything else is lowered.

        Before another capital a word is part of a name, such as Great Domesday or King Anna, unless it belongs to every
        sentence ("Two Danish mills"). The statement is known to begin ``with_name`` of somebody or something, or not.
        """
        first = _FIRST.match(statement)
        if (
            first is not None
            and (first[0] not in self.names or (first[0].lower() in self.common and first[0] not in MONTHS))
            and not (with_name and first[0].lower() not in _BEFORE_NAMES)
        ):
            word = first[0].lower()
            is_part = _NAME.match(statement, first.end()) is not None
            is_number = word.partition("-")[0] in _NUMBERS
            following = statement[first.end() :].strip(" ,").partition(" ")[0]
            if word in ENDS | _BEFORE_NAMES or is_number or (not is_part and self._is_common(word, following)):
                statement = f"{statement[0].lower()}{statement[1:]}"
        return f"{self.before(statement)}: {statement}"


def written_in(body: str, about: LeadIn, settled: Collection[str]) -> str | None:
    """Return ``body`` with the name of what the text is about, instead of a lead-in, or None if it has no place for it.

    "The canal" becomes "the Erie Canal", "an adult" becomes "an adult swift", and what is ``settled``, "the score",
    becomes "the score of The Rite of Spring".
    """
    if not (name := about.inside):
        return None
    bare = name.removeprefix("the ")
    last = bare.split()[-1].lower()
    head = re.match(rf"the {re.escape(last)}(?= )", body)
    if head is not None and bare[0].isupper():
        return f"{name}{body[head.end() :]}"
    is_living = about.is_kind and any(is_kind_of(singular(last), kind) for kind in ("animal", "plant"))
    if is_living and about.plural is not None and (some := _SOME_ANIMALS.match(body)) is not None:
        return f"{some['which']}{about.plural}{body[some.end() :]}"
    if is_living and (one := _ADULT.match(body)) is not None:
        noun = about.plural if one["many"] or one["article"] is None else bare
        return f"{body[: one.start('many')]} {noun}{body[one.end() :]}" if noun else None
    if about.is_kind and not is_living:
        return None  # "the blowpipe of glass"
    for phrase in (*settled, "The young"):
        begin = f"{phrase[0].lower()}{phrase[1:]}"
        if body.startswith(f"{begin} ") and _SPECIFIED_AFTER.match(body, len(begin)) is None:
            return f"{begin} of {name}{body[len(begin) :]}"
    return None


def named(name: str, common: frozenset[str], names: frozenset[str]) -> LeadIn:
    """Return the lead-in for a text about what has a proper ``name``: "The Cod Wars"."""
    bare = re.sub(r"^The ", "", name)
    *before, last = bare.split()
    one = " ".join([*before, singular(last)])
    inside = f"the {bare}" if bare != name else bare
    return LeadIn(name, re.compile(rf"\b(?:{re.escape(bare)}|{re.escape(one)})\b"), common, names, inside)


def described(lead_in: LeadIn, sentences: Sequence[str]) -> LeadIn:
    """Return ``lead_in`` with what the first of ``sentences`` say about its name: "…, a relay"."""
    if lead_in.is_kind or not lead_in.inside:
        return lead_in
    pattern = re.compile(rf"(?:The )?{re.escape(lead_in.inside.removeprefix('the '))}{_DEFINED}")
    for text in sentences[:_OPENING_SENTENCES]:
        if (found := pattern.match(text)) is None:
            continue
        what = found["what"]
        if len(what.split()) > _LONGEST_DEFINITION or any(map(str.isdigit, what)):
            what = _CLAUSE_OF_DEFINITION.split(what, maxsplit=1)[0]
        is_dated = any(map(str.isdigit, what))  # everything would seem to be of that year
        if len(what.split()) <= _LONGEST_DEFINITION and not is_dated and _IN_ORDER.search(what) is None:
            return replace(lead_in, name=f"{lead_in.name}, {what}")
    return lead_in


def said_by_author(about: str, of_title: LeadIn | None, common: frozenset[str], names: frozenset[str]) -> LeadIn:
    """Return the lead-in that says what a text is ``about`` in the author's words, rather than in those of the title.

    A sentence needs it unless it has the name in the title or, if that is none, every word that tells something.
    """
    name = capitalized(about)
    if of_title is not None:
        return replace(of_title, name=name, is_said=True)
    telling = (word for word in _WORD.findall(about) if len(word) >= LEAST_TELLING)
    every = "".join(rf"(?=.*\b{re.escape(word)}\b)" for word in telling)
    return LeadIn(
        name, re.compile(rf"^{every}" if every else re.escape(about), re.IGNORECASE), common, names, is_said=True
    )


def with_country(lead_in: LeadIn, country: str, title: str, sentences: Sequence[str]) -> LeadIn:
    """Return ``lead_in`` with the ``country`` of the text, which it has to name if only the ``title`` does."""
    places = places_in(sentences)
    is_named = "," in lead_in.name or lead_in.is_kind or lead_in.is_said or places.search(lead_in.name) is not None
    is_in_title = country in title
    return replace(lead_in, places=places, country="" if is_named or not is_in_title else with_article(country))


def of_country(
    country: str, title: str, sentences: Sequence[str], common: frozenset[str], names: frozenset[str]
) -> LeadIn:
    """Return the lead-in for a text on a ``country`` whose ``title`` is not a name: "Swiss women and the vote".

    If the title does not even become one, the lead-in is the country, which only sentences without any place need.
    """
    places = places_in(sentences)
    if (subject := subject_of_question(title)) is None:
        return LeadIn(capitalized(with_article(country)), places, common, names, is_said=True, places=places)
    what = _WORD.findall(subject)[-1]
    words = re.compile(rf"^(?=.*(?:{places.pattern}))(?=.*\b{re.escape(_stem(what))})", re.IGNORECASE)
    return LeadIn(capitalized(subject), words, common, names, is_said=True, places=places)


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
    if topic is None and not is_proper and _DOES.search(head):
        return None  # "Still calling home"
    if topic is not None and topic.noun is not None:
        # "aluminium chloride" is something else, and crabs are not all horseshoe crabs
        names = rf"\b{re.escape(topic.noun)}(?:e?s\b|\b(?! (?!(?:{'|'.join(sorted(ENDS))})\b)[a-z]+[^\Wds]\b))" + (
            rf"|\b{re.escape(topic.plural)}\b" if topic.plural else ""
        )
    elif is_proper:
        one = named(head, common, proper)
        text = " ".join(sentences)
        is_called_so = re.search(rf"\b[Tt]he {re.escape(head.split()[-1].lower())}\b", text) is not None
        is_called_so &= not any(SUPERLATIVE.match(word.lower()) for word in words)  # unlike "The Longest Railway"
        is_known = topic is not None or is_called_so or one.words.search(text) is not None
        return one if is_known else replace(one, inside="")
    else:
        names = "|".join(rf"\b{re.escape(_stem(word))}" for word in telling or words)
    pattern = re.compile(names, re.IGNORECASE)
    if topic is None and not any(map(pattern.search, sentences)):
        return None
    is_kind = topic is not None and topic.noun is not None
    inside, plural = (topic.name, topic.plural) if topic is not None else ("", None)
    return LeadIn(capitalized(head), pattern, common, proper, inside, plural, is_kind)


def _may_be_any(topic: Topic) -> bool:
    """Return whether ``topic`` may be any of its kind, rather than all of them, as a kind of animal or plant is."""
    if topic.noun is None or topic.kinds:
        return False
    return not any(is_kind_of(singular(topic.noun.split()[-1]), kind) for kind in ("animal", "plant"))


def _stem(word: str) -> str:
    """Return the beginning that other forms of ``word`` share: serf, for serfdom and serfs."""
    return word[: 4 if len(word) < _LONG_WORD else 6]
