"""Find what "it" and "they" refer to: the subject of the last sentence, or what the text is about."""

import re
from collections.abc import Iterator, Sequence

from quizgen.generating.descriptions import BODY_PARTS, has_singular
from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import is_place
from quizgen.generating.mentioned_people import introduced
from quizgen.generating.named import Named, NamedIn, Subject, people_in
from quizgen.generating.noun_phrases import ENDS, MEMBERS, chunk_of, is_extreme
from quizgen.generating.pronouns import opening_pronoun, unexplained_word
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.generating.topic import Topic
from quizgen.text.dates import MONTH
from quizgen.text.lexicon import PLACES
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.numbers import TENS, any_number_word
from quizgen.text.word_forms import capitalized, is_english_word, possessive, singular
from quizgen.text.words import listed

_QUOTE = r"[“\"][^“”\"]+[”\"],? "
_LEADING = (
    rf"(?:{_QUOTE}|(?:In|On|By|After|Since|Until|From|For|Within|During|At|Before|Over|Between) [^,]*?"
    rf"(?:\d+|(?:{MONTH})|\d0s|centur(?:y|ies)|years?|seasons?|months?|weeks?|days?|hours?|war|time),? )?"
)
_PRONOUN = re.compile(rf"(?P<before>{_LEADING})(?P<pronoun>[Ii]t|[Tt]hey|[Ii]ts|[Tt]heir|[Ss]he|[Hh]er)\b")
_IT_IS_ONE = re.compile(r"It (?:is|was|became|remains?|remained)(?: still| [a-z]+ly|, [^,]*,)? (?:the|an?|one) ")
_SAYS_WHAT_IT_IS = re.compile(
    r"It (?:is|was|became|remains?|remained)(?: still| [a-z]+ly|, [^,]*,)? (?:the|an?|one of the) "
    r"(?P<what>(?:(?!(?:of|to|that|which|who|in|on|at|for|from|by|with|and|or)\b)[A-Za-z-]+ ?)+)"
)
_WEATHER = re.compile(
    r"\b[Ii]t (?:[a-z]+ly )?(?:(?:has|had|was|is) )?(?:rain|snow|hail|thunder|drizzl)(?:s|es|ed|ing)?\b"
)
_TANGIBLE = ("object", "person", "law", "document", "event")
"""Kinds of what can be told apart, unlike a success or a symbol, which anything may be."""
_NAME_AT_START = re.compile(r"(?P<the>The )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ\d][\w’'-]*)*)(?=[ ,])")
_BEFORE_PERSON = re.compile(
    rf"(?:{_QUOTE}(?:said|says|wrote|asked|added|replied|recalled) )?(?:[Tt]he )?"
    r"(?:(?!of|to|by|with|from|for|in|at|on|and)"
    rf"(?!(?:met|led|{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b)[\w-]+ ){{0,4}}"
)
_DESCRIBED = re.compile(r"(?:The|An?|Its|Their) (?:(?!of\b)[a-z-]+ ){1,4}?[a-z-]+, (?:the )?", re.IGNORECASE)
"""A description before the name of a subject: "The first commercial model, the Radarange, "."""
_BEFORE_NAME = re.compile(r"(?:[Tt]he )?")
_CLAUSE = re.compile(
    r"(?:When|If|Because|After|Before|Since|As|While|Although|Once|In|On|By|At|During|From|Until) "
    r"[^,]*?(?:, |\d{3,4} |(?:centur(?:y|ies)|decades?|years?|war) (?=[A-Z]))"
)
_VERB = rf"(?:is|are|has|have|can|could|may|might|must|will|would|does|do|become|bind|die|{IRREGULAR_PAST}|\w{{2,}}ed)"
_THING = re.compile(
    rf"(?:(?P<one>(?:(?:An?|Each|Every) (?:[\w’'-]+ ){{0,3}}?|The [a-z-]+ of an? )[\w’'-]+)"
    rf"(?= (?:{_VERB}|[a-z]{{2,}}[^s\W]s)\b)"
    rf"|(?P<named>The (?:[\w’'-]+ ){{0,2}}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?= {_VERB}\b)"
    rf"|(?P<many>[A-Z][a-z’'-]+(?: [a-z’'-]+){{0,3}}?)(?= (?:are|were|have|die|do|can|may|must|contain|\w+ed)\b))"
)
_UNITS = listed(
    "centuries days grams hours kilograms kilometers kilometres meters metres minutes months seconds times years"
)
_GROUP = re.compile(
    r"(?P<who>The (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+s) (?:of|at|from) (?:the )?(?:[a-z]+ ){0,3}[A-Z][\w’'-]*"
    r"(?: [A-Z][\w’'-]*)*)(?=,| (?:and )?[a-z])"
)
"""People who are known by where they are from: "The researchers of the Ostby company Krag"."""
_PEOPLE_DO = re.compile(
    rf"{_LEADING}[Tt]hey (?:also |later |then |soon )?"
    r"(?:agreed|asked|bought|built|calculated|compared|concluded|counted"
    r"|decided|demanded|designed|discovered|estimated|found|founded|invented|measured|noticed|observed|proved|published"
    r"|refused|reported|sent|showed|sold|tested|told|tried|used|wanted|wrote)\b"
)
_BARE = re.compile(
    rf"(?P<bare>[A-ZÀ-Þ][a-z’'-]{{2,}}(?: (?!{_VERB}\b)[a-z-]{{3,}})?)(?:, [^,;:]*,| \([^)]*\))? "
    rf"(?:[a-z]+ly |first |never |still |soon )?(?={_VERB}\b)"
)
"""A subject without an article, which has no other of its kind: "Cholera reached Kent", "Natural rubber is elastic"."""
_OBJECT = re.compile(
    r" (?:[a-z]+ly |up |out |down |off )?(?:an?|the|one|her|his|its|their|(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+[’']s?) "
    r"(?!(?:year|month|day|week|time|lot|few|little|half)\b)[a-z]"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|from|of|to|on|outside|between|and|around|across|into|through) (?:the )?$", re.IGNORECASE
)
_DONE_TO_IT = re.compile(
    r"\b(?!(?:after|although|and|as|because|before|but|if|since|than|that|though|until|what|when|where|which|while)\b)"
    r"[a-z]{2,} (?:it|them)\b(?! (?:is|was|are|were|has|had|have|can|could|will|would)\b)"
)
"""Another thing than the subject, to which something is done: "listed it"."""
_HOME_TO = re.compile(r"\b(?:home|host|seat) (?:of|to) (?:the )?$")
_IS = re.compile(r" (?:is|has been) ")
_LISTED = re.compile(r"(?:, |,? and |,? or )(?:the )?$")
_NEW_THING = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\blike )(?<!\bbecame )\ban? "
    r"(?!year|day|week|month|few|lot|time|hundred|thousand|million|dozen|couple)[a-z]"
)
_PERSON_ASIDE = re.compile(r", an? [^,;:]*,")
_ADVERBIAL = re.compile(r"(?:In|On|At|Since|Until|By|During|For|After|Before|Unlike|Like) [^,;:]*,? ")
_IN_SEASON = re.compile(
    r"(?:In|At|During) (?:the )?(?:[a-z-]+ )?(?:spring|summer|autumn|winter|season|day|night|morning|evening),? "
)
_NONE = re.compile(r"^(?:No|Few|Hardly any) (?:[a-z]+ ){0,2}?(?=[a-z]+s\b|has\b|have\b|is\b|are\b)")
"""A subject that is nothing: "No animal sees more daylight than the tern"."""
_SEVERAL_DO = re.compile(
    rf"(?:(?:Some|About|Almost|Nearly|More than|Over|Up to) )?"
    rf"(?:{any_number_word(2, 19)}|{'|'.join(TENS)}|\d[\d,]*|Many|Several|Most|Few) "
    r"(?:[a-z-]+ )?(?:[a-z]+s|people)\b",
    re.IGNORECASE,
)
"""A subject in the plural, which "it" does not mean: "Some fifty ships a day passed through it"."""
_OWN_FIRST = re.compile(r"(?P<lead>[A-Z][a-z]+(?: [a-z]+)? (?:its|their) [^,;:]*,) (?P<pronoun>it|they)\b")
"""What belongs to a subject, before the subject: "Including its channels, it is 90 miles long"."""
_SOME_OF = re.compile(r"(?<=any|all) of $|(?<=some|much|more|most) of $")
_COMMON_SUBJECT = re.compile(r"(?:An?|The) (?!first\b|last\b|only\b)[a-z]")
_COPULAS = frozenset("was were became remained".split())
_WHOLE_NAME = re.compile(r"(?:The )?[A-ZÀ-Þ][\w’'-]+(?: (?:of )?[A-ZÀ-Þ\d][\w’'-]*)+")
_FEMALE = re.compile(r"^(?:An?|The) (?:[a-z]+ )?(?:cow|doe|ewe|female|forager|hen|lioness|mare|queen|sow|worker)$")
"""An animal of which "she" is said."""
_OWNED = re.compile(
    r"(?P<pronoun>Its|Their) (?:(?P<name>(?:scientific|Latin) names?\b)|(?P<words>[a-z-]+(?: [a-z-]+){0,3}))"
)
_NOT_NOUNS = listed(
    """
    all anybody anyone both everybody everyone everything he it little many most nobody none nothing one others she some
    that there these they this those what who work
    """
)


class Things:
    """What "it" and "they" may mean after the sentences so far.

    ``topic`` is what the text is about. If that is a place, ``place`` is its name.
    """

    def __init__(self, named_in: NamedIn, topic: Topic | None, place: str | None) -> None:
        self._named_in = named_in
        self._topic, self._place = topic, place
        self._is_topic_near = False
        """Whether "it" in the next sentence means the topic."""
        self._is_first = True
        """Whether no sentence of the paragraph has been read."""
        self._is_topic_subject = False
        """Whether the last sentence is about what the topic always does."""
        self._is_topic_so_far = self._is_named_last = False
        """Whether all sentences of the paragraph are about the topic, and whether the last one names another thing."""
        self._has_other_many = False
        """Whether the last sentence mentions animals or people other than the topic, whom "they" may mean."""
        self._is_topic_told = False
        """Whether the last sentence reports something of many of the topic: "found that moles can live for a year"."""
        self._here = ""
        """The sentences of the paragraph."""
        self._is_other_subject = False
        """Whether the subject of the last sentence, even of the paragraph before, is another thing with a name."""
        self.subject: Subject | None = None
        """What the last sentence is about."""
        self._things: tuple[str, ...] = ()
        """What else it names, with "" for each thing without a name."""

    def named(self, text: str) -> str:
        """Return ``text`` with names in place of "it" or "they" if it is clear what is meant."""
        if (own := _OWN_FIRST.match(text)) is not None:
            main = capitalized(text[own.start("pronoun") :])
            if (named := self.named(main)) == main:
                return text
            named = named if self._named_in(named)[:1] else f"{named[0].lower()}{named[1:]}"
            return f"{own['lead']} {named.replace('The ', 'the ', 1) if named.startswith('The ') else named}"
        return self._with_things(self._with_topic(text))

    def remember(self, text: str, named: Sequence[Named], *, is_clear: bool) -> None:
        """Remember what ``text`` is about and names; nothing is certain if it is not clear what it is about."""
        self.subject = self._subject_of(text, named) if is_clear else None
        self._things = tuple(self._things_of(text, named)) if is_clear else ("", "")
        self._is_topic_near = is_clear and self._means_topic_next(text, named)
        is_about_topic = (
            self._topic is not None and is_clear and (self._topic.begins(text) or self._topic.begins_by_head(text))
        )
        self._is_topic_subject = is_about_topic and past_verb(text) is None
        self._is_other_subject = (
            self._topic is not None and not is_about_topic and self._is_about_other(self._topic, text, named)
        )
        self._has_other_many = self._topic is not None and _names_living(text, self._topic, are_many=True)
        self._is_topic_told = self._topic is not None and _reports_of_many(text, self._topic)
        self._here = f"{self._here} {text}".lstrip()
        self._is_topic_so_far = (self._is_first or self._is_topic_so_far) and self._is_of_topic(text)
        others = filter(None, self._things_of(text, named))
        self._is_named_last = any(self._topic is None or not self._topic.is_in(one) for one in others)
        self._is_first = False

    def _is_of_topic(self, text: str) -> bool:
        """Return whether the topic is the subject of ``text``, or the "it" or "its" that stands for it."""
        topic, mains = self._topic, (text, capitalized(text.partition(", ")[2]))
        if topic is None:
            return False
        return any(topic.begins(one) or (self._is_topic_so_far and one.startswith(("It ", "Its "))) for one in mains)

    def remember_unknown(self) -> None:
        """Remember that "it" in the next sentence may mean something unknown."""
        self._things = ("", "")

    def end_paragraph(self) -> None:
        """Forget what the paragraph was about."""
        self.subject, self._things, self._here = None, (), ""
        self._is_topic_near = self._is_topic_subject = self._is_topic_told = False
        self._is_first = True

    def _with_topic(self, text: str) -> str:
        """Return ``text`` with the first "it" or "its" replaced by the topic, if only that can be meant."""
        topic = self._topic
        if topic is None or topic.is_in(text):
            return text
        opening = opening_pronoun(text)
        word = opening.lower() if opening is not None else unexplained_word(text, people_in(text, self._named_in))
        is_of_many = word in {"they", "their", "them"}
        if word is None or (word not in {"it", "its"} and not is_of_many) or (topic.is_plural and not is_of_many):
            return text
        if _is_other_kind(text, topic) or _WEATHER.search(text):
            return text
        if is_of_many and not topic.is_plural and not (topic.is_living and topic.several and word != "them"):
            return text
        found = re.search(rf"\b{word}\b", text, re.IGNORECASE)
        assert found is not None  # it has been found before
        before = text[: found.start()]
        is_first = self._is_first and (not before or (_ADVERBIAL.fullmatch(before) and not has_singular(before)))
        is_first = is_first and (is_of_many or not self._is_other_subject)  # "Dawn left." ends the paragraph before
        is_first = is_first and _IT_IS_ONE.match(text) is None  # "It was the first landing": what happened
        is_same = (self._is_topic_subject or (self._is_topic_told and is_of_many)) and past_verb(text) is None
        is_same = is_same and (not before or (_IN_SEASON.fullmatch(before) is not None))
        is_subject = not before and _IT_IS_ONE.match(text) is None
        is_still = self._is_topic_so_far and not self._is_named_last
        is_still = is_still and (is_subject or _SEVERAL_DO.match(text) is not None)
        is_owner = not before and self._is_owner(topic, text)
        is_near = self._is_topic_near or is_still or is_first or is_same or is_owner
        is_many = is_same or is_owner or (is_first and past_verb(text) is None and not self._has_other_many)
        if not is_near or (is_of_many and not topic.is_plural and not is_many):
            return text
        is_other = opening is None and not self._named_in(before)
        if is_other and (_SEVERAL_DO.match(text) is None or has_singular(before)) and not (is_first or is_same):
            return text  # "Coke is made from coal by heating it"
        name = topic.possessive if word in {"its", "their"} else topic.name
        if is_of_many and (many := topic.several) is not None:  # "Eels live long. They …": European eels
            name = possessive(many, is_plural=True) if word == "their" else many
        if word == "it" and not name.startswith("the ") and (some := _SOME_OF.search(before)) is not None:
            before = before[: some.start()]  # "any helium"
            return capitalized(f"{before} {name}{text[found.end() :]}")
        if is_first and before and "," not in before and topic.noun is not None and not name.startswith("the "):
            before = f"{before.rstrip()}, "  # "After hydrogen, helium is the lightest element"
        return capitalized(f"{before}{name}{text[found.end() :]}")

    def _is_owner(self, topic: Topic, text: str) -> bool:
        """Return whether only the ``topic``, an animal or a plant, can have what ``text`` begins with: "Its skin"."""
        owned = _OWNED.match(text)
        if owned is None or not (topic.is_living and topic.is_in(self._here)) or past_verb(text) is not None:
            return False
        if owned["name"]:
            return not _names_living(self._here, topic, are_many=False, kinds=("animal", "plant"))
        is_body = not BODY_PARTS.isdisjoint(map(singular, chunk_of(owned["words"])))
        return is_body and not _names_living(self._here, topic, are_many=owned["pronoun"] == "Their")

    def _means_topic_next(self, text: str, named: Sequence[Named]) -> bool:
        """Return whether "it" after ``text`` means the topic, since it names nothing else that "it" may mean."""
        topic = self._topic
        if topic is None or not topic.is_in(text):
            return False
        spans = [found.span() for found in topic.named_in(text)]  # "the Arctic tern" does not name the Arctic
        named = [one for one in named if not any(start <= one.start < end for start, end in spans)]
        clause = _CLAUSE.match(text)
        if topic.begins(capitalized(text[clause.end() :]) if clause is not None else text):
            is_work = self._place != topic.name  # "the Ostby Canal", of which no other place is a part
            is_alone = all(
                one.is_person or topic.is_in(one.name) or is_place(one.name) or (is_work and _is_beside(text, one))
                for one in named
            )
            return _NEW_THING.search(text) is None and (is_alone or self._place is None)
        if self._is_about_other(topic, text, named):
            return False  # "Dawn reached Ceres, where it arrived in March. It …"
        first = next(topic.named_in(text))
        if not topic.is_plural and re.search(r"\bits?\b", text[first.end() :]):
            return _NEW_THING.search(text, first.end()) is None  # it is meant again
        rest = _NONE.sub("", _PERSON_ASIDE.sub("", text))
        for one in reversed(list(topic.named_in(rest))):
            rest = f"{rest[: one.start()]}{rest[one.end() :]}"
        names = [one.name for one in named if not one.is_person and not topic.is_in(one.name)]
        is_named = any(name and not topic.is_in(name) for name in self._things_of(text, named)) and bool(names)
        return not is_named and not has_singular(rest)

    def _is_about_other(self, topic: Topic, text: str, named: Sequence[Named]) -> bool:
        """Return whether the subject of ``text`` is a thing with a name, which "it" in the next sentence may mean."""
        if self.subject is not None:
            return not (self.subject.is_person or self.subject.is_plural)
        clause = _CLAUSE.match(text) or _ADVERBIAL.match(text)
        main = capitalized(text[clause.end() :]) if clause is not None else text
        start = len(text) - len(main)
        found = _NAME_AT_START.match(main)
        if found is None or topic.is_in(found["name"]):
            return False  # "Then Ceres vanished"
        if any(one.is_person and one.start <= start + found.end() <= one.end + 2 for one in named):
            return False
        word = found["name"].split()[0].lower()
        if found["the"] or " " in found["name"]:
            return True
        return singular(word) == word and word not in ENDS | _NOT_NOUNS and (is_noun(word) or not is_english_word(word))

    def _with_things(self, text: str) -> str:
        """Return ``text`` with "it" or "they" replaced, if it is clear what is meant."""
        if (found := _PRONOUN.match(text)) is None:
            return self._with_object(text)
        pronoun = found["pronoun"].lower()
        if pronoun not in {"she", "her"} and not opening_pronoun(text):
            return text
        name = self._antecedent(pronoun)
        is_any = name is not None and name.startswith(("A ", "An ", "Each ", "Every "))
        if name is None or (is_any and past_verb(text) is not None):
            return text  # what was found is a certain one
        if self._is_group and _PEOPLE_DO.match(text) is None:
            return text  # "The monks of Kent sold 12 barrels. They were made of oak."
        if _IT_IS_ONE.match(text):
            return text  # "It was the first landing since 1972": what happened, rather than a thing
        if found["before"] and name.startswith(("A ", "An ", "The ", "Each ", "Every ")):
            name = f"{name[0].lower()}{name[1:]}"
        if not found["before"]:
            name = capitalized(name)
        if pronoun in {"its", "their", "her"}:
            name = possessive(name.partition(", ")[0], is_plural=pronoun == "their")
        return f"{found['before']}{name}{text[found.end() :]}"

    @property
    def _is_group(self) -> bool:
        """Whether the last sentence is about people who have no names: "The monks of Kent"."""
        return self.subject is not None and _GROUP.match(f"{self.subject.text},") is not None

    def _with_object(self, text: str) -> str:
        """Return ``text`` with a name instead of an "it" to which somebody does something: "Ida Lund sold it"."""
        if unexplained_word(text, people_in(text, self._named_in)) != "it":
            return text
        found = re.search(r"\bit\b", text)
        name = self._antecedent("it")
        if found is None or name is None or _WHOLE_NAME.fullmatch(name) is None or name in text:
            return text
        before = text[: found.start()]
        named = self._named_in(before)
        is_of_person = len(named) == 1 and named[0].is_person and named[0].start == 0 and not has_singular(before)
        name = f"the {name.removeprefix('The ')}" if name.startswith("The ") else name
        return f"{before}{name}{text[found.end() :]}" if is_of_person else text

    def _antecedent(self, pronoun: str) -> str | None:
        """Return what "it" or "they" means: the subject of the last sentence, if that names nothing else."""
        before = self.subject
        if before is None or not _is_it(pronoun, before):
            return None
        rivals = [
            name for name in self._things if not name or name.removeprefix("the ").lower() not in before.text.lower()
        ]
        return before.text if not rivals or pronoun not in {"it", "its"} else None

    def _things_of(self, text: str, named: Sequence[Named]) -> Iterator[str]:
        """Yield what "it" may refer to besides the subject: names, and "" for each thing that has none."""
        if ":" in text:
            yield ""  # a list of things
        if self.subject is None and _COMMON_SUBJECT.match(text) and (not named or not named[0].is_person):
            yield ""
        if self.subject is not None and _DONE_TO_IT.search(text, len(self.subject.text)):
            yield ""  # "Ostby sold it in 1870"
        in_place_until = -1
        for one in named:
            before = text[: one.start]
            if not one.is_person and _HOME_TO.search(before):
                yield f"the {one.name}"
            elif is_in_place(text, one) or (
                in_place_until >= 0 and _LISTED.fullmatch(text[in_place_until : one.start])
            ):
                in_place_until = one.end  # "in China, Japan and Korea"
            elif not one.is_person:
                yield f"the {one.name}" if before.lower().endswith("the ") else one.name
        verb = past_verb(text)
        if verb is not None and verb[0] not in _COPULAS and _OBJECT.match(text, verb.end()):
            yield ""
        if verb is None and self.subject is not None and self.subject.text.startswith(("A ", "An ", "Each ", "Every ")):
            rest = text[len(self.subject.text) :]
            if not rest.startswith((" is ", " means ")) and has_singular(rest):
                yield ""  # "A male defends a territory"
        if verb is None and self.subject is not None and _BARE.match(text) and not _IS.search(text):
            yield ""  # "Steel holds a magnet"

    def _subject_of(self, text: str, named: Sequence[Named]) -> Subject | None:
        if (who := introduced(text, named)) is not None:
            return Subject(who, is_person=True)
        clause = _CLAUSE.match(text)
        start = clause.end() if clause is not None else 0
        first = next((one for one in named if one.start >= start), None)
        if first is not None and (_BEFORE_PERSON if first.is_person else _BEFORE_NAME).fullmatch(
            text[start : first.start]
        ):
            after = text[first.end :]
            second = next((one for one in named if text[first.end : one.start] == " and "), None)
            if second is not None:
                return Subject(f"{first.name} and {second.name}", is_person=first.is_person, is_plural=True)
            if after.startswith(("’s", "'s")):
                return None
            if first.is_person:
                return Subject(first.name, is_person=True)
            if re.match(rf",| {_VERB}\b", after):
                article = "The " if text[start : first.start].strip() else ""
                return Subject(f"{article}{first.name}")
        main = capitalized(text[start:])
        if first is not None and not first.is_person and _DESCRIBED.fullmatch(text[start : first.start]) is not None:
            called = re.match(r", (?:[^,;:]*, )?(?:[a-z]+ly )?(?=" + _VERB + r"\b)", text[first.end :])
            if called is not None:
                what = text[start : first.start].removesuffix("the ").rstrip(", ")
                name = f"The {first.name}" if text.endswith("the ", 0, first.start) else first.name
                is_telling = is_extreme(what.split()[1:])
                return Subject(f"{name}, the {what.split(maxsplit=1)[1]}," if is_telling else name)
        if (bare := bare_subject(main)) is not None:
            return Subject(bare)
        if (group := _GROUP.match(main)) is not None and is_mainly(singular(group["noun"]), "person"):
            return Subject(group["who"], is_plural=True)
        found = _THING.match(main)
        if found is None or found[0].split()[0].lower() in _NOT_NOUNS:
            return None
        if found["many"] is not None and not ENDS.isdisjoint(found["many"].split()):
            return None  # "Hyenas laugh when they are attacked"
        if found["named"] is None and past_verb(text) is not None:
            return None  # "a mill", once it has been mentioned, is a certain one
        head = found["named"].split()[1] if found["named"] is not None else ""
        is_people = bool(head) and (head == "people" or singular(head) != head or is_nationality(head))
        return Subject(found[0], is_plural=found["many"] is not None or is_people)


def _names_living(text: str, topic: Topic, *, are_many: bool, kinds: Sequence[str] = ("animal", "person")) -> bool:
    """Return whether ``text`` mentions several living things of those ``kinds`` besides the ``topic``, or else one."""
    rest = text
    for one in reversed(list(topic.named_in(text))):
        rest = f"{rest[: one.start()]}{rest[one.end() :]}"
    every = re.findall(r"\b[a-z]{3,}", re.sub(r"(?:^|[.] )[A-Z]", lambda found: found[0].lower(), rest))
    words = {singular(word) for word in every if (singular(word) != word) is are_many}
    own = MEMBERS | topic.kinds | {"animal", "creature", "plant"}
    return any(is_mainly(word, kind) for word in words - own for kind in kinds)


def _reports_of_many(text: str, topic: Topic) -> bool:
    """Return whether ``text`` reports what many of the ``topic`` do, and nothing else in its report is a plural."""
    many = "|".join(re.escape(one) for one in (topic.several, topic.plural, topic.head) if one is not None)
    found = re.search(rf"\bthat (?:{many}) (?P<rest>.*)", text) if many and topic.is_living else None
    if found is None:
        return False
    words = re.findall(r"[a-z]{3,}", found["rest"])
    return not any(singular(word) != word and is_noun(singular(word)) and word not in _UNITS for word in words)


def _is_it(pronoun: str, subject: Subject) -> bool:
    """Return whether ``pronoun``, of things or of several people, may mean ``subject``."""
    if pronoun in {"she", "her"}:
        return not subject.is_person and _FEMALE.search(subject.text) is not None
    if pronoun in {"it", "its"}:
        return not subject.is_person and not subject.is_plural
    return subject.is_plural


def _is_other_kind(text: str, topic: Topic) -> bool:
    """Return whether ``text`` says that "it" is something that the ``topic`` is not known to be: "the first probe"."""
    if (found := _SAYS_WHAT_IT_IS.match(text)) is None:
        return False
    what = singular(found["what"].split()[-1].lower())
    if what in {"first", "last", "only"} or not any(is_kind_of(what, one) for one in _TANGIBLE):
        return False
    kinds = topic.kinds | ({singular(topic.noun.split()[-1])} if topic.noun is not None else set())
    return not any(is_kind_of(what, kind) or is_kind_of(kind, what) for kind in kinds)


def bare_subject(text: str) -> str | None:
    """Return the subject of ``text`` if it has no article and names a substance, or what there is only one of."""
    found = _BARE.match(text)
    if found is None:
        return None
    words = found["bare"].lower().split()
    last = words[-1]
    is_thing = singular(last) == last and not last.endswith(("ing", "ly", "ed")) and words[0] not in ENDS | _NOT_NOUNS
    is_name = (is_noun(last) or not is_english_word(last)) and not is_nationality(found["bare"])
    return found["bare"] if is_thing and is_name else None


def _is_beside(text: str, one: Named) -> bool:
    """Return whether ``one`` only says where something is: "at Suez", but not "home to the Louvre"."""
    is_home = _HOME_TO.search(text[: one.start]) is not None
    is_sea = singular(one.name.split()[-1].lower()) in PLACES
    return not is_home and (is_sea or is_in_place(text, one))


def is_in_place(text: str, one: Named) -> bool:
    """Return whether ``text`` names ``one`` as a place: "in Paris", "across the Rhine"."""
    return _IN_PLACE.search(text[: one.start]) is not None
