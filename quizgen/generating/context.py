"""Reword sentences so that each can be understood without those before it, and find those that cannot be reworded.

A pronoun becomes the name that it refers to, a day gets its year, and "the next day" becomes a date. This follows a few
patterns of English, so a sentence that fits none of them is left out with the reason.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quizgen.generating.attributions import CLAIM
from quizgen.generating.connections import CLEFT, without_connections
from quizgen.generating.dating import Dates, has_year, main_clause
from quizgen.generating.descriptions import Descriptions
from quizgen.generating.entities import is_nationality
from quizgen.generating.excerpts import excerpts
from quizgen.generating.full_names import FullNames
from quizgen.generating.gazetteer import is_place
from quizgen.generating.heads import Head
from quizgen.generating.lead_ins import LeadIn
from quizgen.generating.named import NamedIn, Subject, people_in
from quizgen.generating.people import ANYBODY, HIS_PUPIL, People
from quizgen.generating.pronouns import here, opening_pronoun, there, unexplained_opening, unexplained_word
from quizgen.generating.standalone import date_problem, dependence, judgment, names_no_place
from quizgen.generating.states import has_amount, is_custom
from quizgen.generating.tails import possible_ends
from quizgen.generating.tenses import in_simple_past, past_verb
from quizgen.generating.things import Things, bare_subject
from quizgen.generating.topic import Topic
from quizgen.text.dates import MONTH
from quizgen.text.folding import fold
from quizgen.text.noun_kinds import is_kind_of
from quizgen.text.series import series
from quizgen.text.word_forms import singular

_OWNER = re.compile(r"\b(?:his|her|its|their)\b")
_WEEKDAY = re.compile(r" (?:on|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d|, \d)")
_DATELINE = re.compile(
    rf"[A-Z]{{3,}}[A-Z ,]*(?:, )?(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}})?(?:,? \d{{4}})? [–—-]+ "
)
_OF_TITLE = re.compile(
    r"The first (?:symptoms?|signs?|cases?)|Work|Construction|Building|Digging|Excavation|Production"
)
_DEFINITION = re.compile(r"(?:An? )?[A-Z]?[a-z][\w -]{0,40}? (?:is|are|means?) (?:an?|the|that|[a-z]+s\b)")
_MOTION_BEFORE = re.compile(
    r"\b(?:came|come|comes|went|go|goes|moved?|moves|returned|sailed|traveled|travelled|brought|sent|fled|led) $"
)
_LONG_AGO = re.compile(r"\b(?:centur(?:y|ies)|ages?|era|period|decades?|ancient|medieval)\b", re.IGNORECASE)
_SEVERAL_DO = re.compile(
    r"(?!(?:All|Most|Many|Some|No)\b)(?:(?:About|Almost|Nearly|More than) )?"
    r"(?:(?:[A-Z]?[a-z]+|\d[\d,]*) (?:[A-Za-z]+ )?(?:[a-z]+s|people|men|women)|[A-Z][a-z]+s) "
    r"(?:of (?:the )?[A-Z][\w ]+ )?(?:had |later |then )?$"
)
"""The subject of an event with people who have no names: "Members of the Royal Society", "Divers"."""
_CALLED_NOW = re.compile(r"\b(?:is|are) (?:called|known as|termed)\b")
_A_PEOPLE = re.compile(r"The (?P<name>[A-Z][a-z]+) (?:had )?")
_MALES = re.compile(r"^(?:Male|Female)s(?= [a-z])")
_MALE = re.compile(
    r"\b(?:[Aa]|[Ee]ach|[Ee]very) (?:male|female)\b"
    r"(?=[,.]| (?:is|was|has|had|can|may|must|lives?|[a-z]{3,}ed|[a-z]{2,}[^s\W]s)\b)"
)
_SOME_OF_KIND = re.compile(
    r"(?:(?:The|An?|Adult|Young|Most|Only|Some|Many|Older|Mature|Both) )?(?:males?|females?|adults?|juveniles?|chicks?"
    r"|larvae?|pups?|cubs?|workers?|drones?|hatchlings?|nymphs?|seedlings?|subspecies)\b|The young\b(?! [a-z]+ [A-Z])",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"(?:On|In|At|Under|Inside|Behind|Between|Along|Around) (?:each|the|its|their|every|both|either) |Each |Its |Their "
    r"|The (?!(?:male|female|cub|pup|chick|young|larva|worker|queen)s?\b)"
)
"""The beginning of a sentence about a part of what the last one is about."""
_HAVE_FOUND = re.compile(
    r"(?:[A-Z][a-z]+|A (?:team|group) of [a-z ]+) (?:has|have) (?:agreed|announced|approved|arrested|discovered|found"
    r"|identified|uncovered|voted)\b"
)
"""News, which says nothing without its date."""
_ENOUGH_NAMES = 3
_GENERIC = re.compile(r"\b(?:as|in|of|from|into|by|with) (?P<noun>[a-z]+)\b")
_AFTER_PREPOSITION = re.compile(r"\b(?:across|along|at|by|down|for|from|in|into|near|on|over|through|to|under) $")
_ELLIPTIC_AFTER_WHOSE = re.compile(r", whose [^,;:]+, (?:is|are|was|were|has|have|had|does|do|did)(?: [a-z]+)?\.$")
_REPLACEABLE = re.compile(r"(?:it|its|they|them|their|he|she|him|his|her|one|these|the [a-z].*)", re.IGNORECASE)
_MOST_UNCLEAR = 3
"""The largest number of words that an author is asked to replace in a sentence."""
_MONTHS = re.compile(MONTH)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class InContext:
    """A sentence that can be understood by itself, or the reason why it cannot."""

    text: str
    derived: str | None = None
    """How a date that the text does not have follows from it."""
    problem: str | None = None
    unclear: tuple[str, ...] = ()
    """The words that only an earlier sentence explains, if naming what they refer to would be enough."""
    is_led: bool = False
    """Whether it has to begin with what the text is about, which it does not name."""
    cut_off: str = ""
    """The end of the sentence, if only that depends on other sentences."""
    settled: tuple[str, ...] = ()
    """The phrases that mean something of what the text is about, with which it begins: "the score"."""


@dataclass(frozen=True, slots=True)
class _Reworded:
    """What a sentence becomes, and what it says of the next one."""

    read: InContext
    filled: str
    """The sentence with everything filled in, even if some of it is not clear."""
    is_clear: bool
    """Whether it is clear what the sentence is about."""
    phrases: tuple[str, ...]
    """The phrases that do not say which one is meant."""


class Context:
    """What the sentences so far are about, and when.

    ``named_in`` returns the people, places, organizations and things that a sentence names, in order; ``hero`` is the
    person whom the ``title`` of the text names, and ``topic`` what else it is about. If that is a place, ``place`` is
    its name. The text has only one thing by each of the ``central`` nouns.
    """

    def __init__(
        self,
        named_in: NamedIn,
        hero: str | None = None,
        title: str = "",
        topic: Topic | None = None,
        place: str | None = None,
        central: Collection[str] = (),
    ) -> None:
        self._topic, self._place = topic, place
        self._head = Head.of(topic) if topic is not None else None
        self._is_of_other_kind = False
        """Whether the paragraph has mentioned another kind, which bare words may mean: "the black bear"."""
        self._lead_in: LeadIn | None = None
        self._is_led = False
        """Whether the sentence begins with what the text is about."""
        self._is_first = True
        """Whether no sentence of the paragraph has been read."""
        self._is_of_some = False
        """Whether the last sentence is about some of what the text is about: "Males carry a weapon"."""
        self._named_in = named_in
        self._people = People(named_in, hero)
        self._full_names = FullNames(named_in, hero)
        self._things = Things(named_in, topic, place)
        self._dates = Dates()
        self._descriptions = Descriptions(title, topic, central)
        self._title_words = {fold(singular(word)) for word in _WORD.findall(title)}

    def read(self, sentence: str) -> InContext:
        """Return ``sentence`` reworded, and remember its subject and date for the next one."""
        whole = self._reworded(sentence)
        read = whole.read
        if read.problem is not None or _ELLIPTIC_AFTER_WHOSE.search(sentence):
            read = self._read_part(sentence, whole.filled) or read
        text = whole.filled
        self._remember(text, is_clear=whole.is_clear)
        self._is_first = False
        self._is_of_some = _SOME_OF_KIND.match(sentence) is not None or (
            self._is_of_some and _OF_WHOM.match(sentence) is not None
        )
        opening = next(filter(text.startswith, whole.read.settled), None)
        if opening is not None and not whole.phrases:
            last = opening.split()[-1]
            is_living = self._topic is not None and self._topic.is_living
            self._things.subject = Subject(opening, is_plural=is_living and singular(last) != last)
        if any(_AFTER_PREPOSITION.search(text[: text.find(one)]) is None for one in whole.phrases):
            self._things.remember_unknown()  # "it" in the next sentence may be what a phrase means
        return read

    def _read_part(self, sentence: str, filled: str) -> InContext | None:
        """Return a part of ``sentence``, which is ``filled`` when reworded, that can be understood by itself.

        That is its beginning, if this says when or is always true, or another statement in it.
        """
        for end in possible_ends(sentence, 0):
            read = self._reworded(f"{sentence[:end].rstrip('.')}.").read
            is_whole = has_year(read.text) or (past_verb(read.text) is None and not read.is_led)
            if end < len(sentence) and read.problem is None and is_whole:
                return replace(read, cut_off=sentence[end:].lstrip(" ,;–—"))
        for part in excerpts(filled, self._named_in(filled)):
            read = self._reworded(part.text).read
            if read.problem is None:
                return replace(read, cut_off=part.rest)
        return None

    def _reworded(self, sentence: str) -> _Reworded:
        text = self._without_dateline(sentence)
        weekday = _WEEKDAY.search(sentence)
        is_cleft = CLEFT.match(text) is not None
        text = in_simple_past(without_connections(text))
        dated = self._dates.complete(text)
        text = self._with_species(self._with_place(self._people.named(dated.text)))
        if self._head is not None and not self._is_of_other_kind:
            text = self._head.in_full(text)
        text = self._full_names.completed(self._things.named(text))
        text, phrases = self._descriptions.resolve(text)
        lead_in = self._lead_in if self._lead_in is not None and self._lead_in.is_needed(text) else None
        self._is_led = is_led = lead_in is not None
        phrases, settled = self._settled(text, phrases, lead_in)
        if (
            not phrases
            and not is_led
            and not self._named_in(text)
            and (one := self._descriptions.unspecified(text)) is not None
        ):
            phrases = [one]
        problem = self._problem(text)
        if problem is None and self._head is not None:
            problem = self._head.problem(dated.text, is_after_other_kind=self._is_of_other_kind)
        if problem is None and weekday is not None and not any(map(str.isdigit, text)) and not CLAIM.search(text):
            problem = f"{weekday[0].strip()!r} does not say which date is meant"
        if problem is None and is_cleft and (owner := _OWNER.search(text)) is not None:
            problem = f"{owner[0]!r} refers to an earlier sentence"  # "It was Karl Weiss who published her ideas"
        if problem is None and is_led and self._is_of_some and _OF_WHOM.match(text) is not None:
            problem = "it does not name which of them it is about"  # "Males carry a weapon. On each leg is a spur."
        if problem is None and self._is_of_unknown_time(text):
            problem = "it does not say when this happened"
        is_clear = self._subject_problem(HIS_PUPIL.sub("", text)) is None and not any(map(text.startswith, phrases))
        if problem is None and phrases:
            problem = f"{phrases[0]!r} is not explained in the sentence"
        filled = text
        unclear = self._replaceable(text, phrases) if problem is not None else ()
        if unclear and text != dated.text:
            # What is not certain is left as it is in the text, since a wrong name makes a false fact.
            text = dated.text
            unclear = self._replaceable(text, [_as_written(one, text) for one in phrases])
        if len(unclear) > 1:
            problem = f"{series(map(repr, unclear))} refer to earlier sentences"
        elif unclear and text != filled:
            problem = f"{unclear[0]!r} refers to an earlier sentence"
        if problem is None and not is_led and self._topic is not None and not self._is_about(text, self._topic):
            problem = f"it does not name {self._topic.name}, which it seems to be about"
        if problem is None and not (is_led and not text.startswith("It ")) and not self._is_anchored(text):
            problem = (
                "'It' refers to an earlier sentence"
                if opening_pronoun(text) == "It"
                else "it does not name the place, people or event that it is about"
            )
        read = InContext(text, dated.derived, problem, unclear, is_led=is_led, settled=tuple(settled))
        return _Reworded(read, filled, is_clear, tuple(phrases))

    def begin_section(self, lead_in: LeadIn | None) -> None:
        """Read the next sentences as ones that begin with ``lead_in`` if they do not name what they are about."""
        self._lead_in = lead_in

    def end_paragraph(self) -> None:
        """Forget what the paragraph was about, except for the person who may be meant at the start of the next one."""
        self._is_of_some = self._is_of_other_kind = False
        self._people.end_paragraph()
        self._things.end_paragraph()
        self._is_first = True
        self._descriptions.end_paragraph()
        self._dates.end_paragraph()

    def _without_dateline(self, text: str) -> str:
        """Return ``text`` without the place and date before a report, but remember the date."""
        found = _DATELINE.match(text)
        if found is None:
            return _WEEKDAY.sub("", text)
        self._remember(found[0], is_clear=False)
        return _WEEKDAY.sub("", text[found.end() :])

    def _with_place(self, text: str) -> str:
        """Return ``text`` with the place that the text is about instead of "here"."""
        if self._place is None or self._place in text:
            return text
        if (
            (at := there(text)) is not None
            and self._is_first
            and is_place(self._place)
            and names_no_place(text, self._named_in)
        ):
            return f"{text[:at]} in {self._place}{text[at + len(' there') :]}"
        if (at := here(text)) is None:
            return text
        is_goal = _MOTION_BEFORE.search(text[:at]) is not None
        if not is_goal and not is_place(self._place):
            return text  # "in" or "at" a headland?
        return f"{text[:at]}{'to' if is_goal else 'in'} {self._place}{text[at + len('here') :]}"

    def _with_species(self, text: str) -> str:
        """Return ``text`` with "a male wolverine" instead of "a male", if that is what the text is about."""
        topic = self._topic
        if topic is None or not topic.is_living or topic.noun is None or topic.is_in(text):
            return text
        several = topic.several or f"{topic.noun}s"
        text = _MALES.sub(lambda found: f"{found[0][:-1]} {several}", text, count=1)
        one = topic.noun if topic.is_plural else topic.name.removeprefix("the ")
        return _MALE.sub(lambda found: f"{found[0]} {one}", text, count=1)

    def _settled(self, text: str, phrases: Sequence[str], lead_in: LeadIn | None) -> tuple[list[str], list[str]]:
        """Return those of ``phrases`` that ``text`` does not explain, and those that what it is about explains."""
        descriptions = self._descriptions
        if lead_in is not None:
            settled = [one for one in phrases if descriptions.belongs_to_title(text, one) or lead_in.explains(one)]
            unsettled = (one for one in descriptions.unsettled(text) if not lead_in.explains(one))
            rest = (one for one in phrases if one not in settled)
            return list(dict.fromkeys((*rest, *unsettled))), settled
        if self._lead_in is not None:  # "The first cooks of the Ostby Canal"
            phrases = [one for one in phrases if not descriptions.is_extreme_of_title(text, one)]
        # "Moles live in burrows. Their skin keeps the smell of the burrow."
        settled = [one for one in phrases if self._begins_with_topic(text) and descriptions.is_of_any(text, one)]
        return [one for one in phrases if one not in settled], settled

    def _begins_with_topic(self, text: str) -> bool:
        first = next(self._topic.named_in(text), None) if self._topic is not None else None
        return first is not None and first.start() == 0

    def _problem(self, text: str) -> str | None:
        """Return why ``text`` cannot be understood by itself."""
        if text.endswith("?"):
            return "it is a question"
        if (problem := judgment(text) or self._subject_problem(text) or date_problem(text)) is not None:
            return problem
        if (word := unexplained_word(text, people_in(text, self._named_in))) is not None and not self._is_topic_before(
            text, word
        ):
            return f"{word!r} refers to an earlier sentence"
        return dependence(text, self._named_in)

    def _is_topic_before(self, text: str, word: str) -> bool:
        """Return whether ``text`` names the topic before ``word``, which nothing else explains: "gave tea its name"."""
        topic = self._topic
        if topic is None or word not in {"it", "its"}:
            return False
        found = re.search(rf"\b{word}\b", text)
        return found is not None and not topic.is_plural and topic.is_in(text[: found.start()])

    def _replaceable(self, text: str, phrases: Sequence[str]) -> tuple[str, ...]:
        """Return the unclear pronouns of ``text`` and the ``phrases`` if naming what they refer to makes it clear."""
        if date_problem(text) is not None or dependence(text, self._named_in) is not None:
            return ()
        lone = self._people.lone_pronoun(text)
        found = (
            unexplained_opening(text),
            lone[0] if lone is not None else None,
            unexplained_word(text, people_in(text, self._named_in)),
            *phrases,
        )
        words = tuple(dict.fromkeys(filter(None, found)))
        return words if len(words) <= _MOST_UNCLEAR and all(map(_REPLACEABLE.fullmatch, words)) else ()

    def _subject_problem(self, text: str) -> str | None:
        """Return why it is not clear what ``text`` is about."""
        if (words := unexplained_opening(text)) is not None and not (self._is_led and _OF_TITLE.fullmatch(words)):
            return f"{words!r} refers to an earlier sentence"
        if (lone := self._people.lone_pronoun(text)) is not None:
            return f"{lone[0]!r} refers to an earlier sentence"
        return None

    def _is_anchored(self, text: str) -> bool:
        """Return whether ``text`` names what it is about; what is always true needs no name."""
        if past_verb(text) is None or _CALLED_NOW.search(text) or ANYBODY.match(text) or self._named_in(text):
            return True
        if re.search(r"(?<=\w )[A-ZÀ-Þ]", _MONTHS.sub("", text)) or bare_subject(text) is not None:
            return True
        return any(fold(singular(word)) in self._title_words for word in _WORD.findall(text))

    def _is_of_unknown_time(self, text: str) -> bool:
        """Return whether ``text`` says what unnamed people or things did at the time of the sentences before."""
        verb = past_verb(text)
        if _HAVE_FOUND.match(text) and not has_year(main_clause(text)):
            return True
        if verb is None or self._dates.year is None or has_year(text) or _LONG_AGO.search(text):
            return False
        if self._is_led and (is_custom(text) or self._counts_something(text)):
            return False
        if self._topic is not None and self._topic.is_in(text):
            return False
        subject = text[: verb.start()]
        if (people := _A_PEOPLE.fullmatch(subject)) is not None and is_nationality(people["name"]):
            return True  # "The Swedes were commanded by Karl Weiss"
        if is_place(subject.strip()) and not people_in(text, self._named_in):
            return True  # "New York celebrated"
        return not people_in(text, self._named_in) and _SEVERAL_DO.match(subject) is not None

    def _counts_something(self, text: str) -> bool:
        """Return whether ``text`` has a figure, and begins with the one thing of which that is certainly said."""
        return self._lead_in is not None and self._lead_in.is_one_thing and has_amount(text)

    def _is_about(self, text: str, topic: Topic) -> bool:
        """Return whether ``text`` names the ``topic`` or is about something else that it names.

        "Six trees were burned" is about some of the trees that the text is about, and "Seeds arrived in Europe" about
        their seeds.
        """
        if topic.noun is None or topic.is_in(text) or _DEFINITION.match(text):
            return True
        words = {singular(word) for word in _WORD.findall(text.lower())}
        is_of_kind = re.search(rf"\b{re.escape(topic.noun.split()[-1])}", text, re.IGNORECASE) is not None
        is_of_kind |= any(topic.noun.endswith(word) and is_kind_of(topic.noun, word) for word in words)
        # "Ida Lund described the ovaries": of what? But three names say enough: "shared the prize with Ole Krag".
        is_telling = is_of_kind or len(self._named_in(text)) >= _ENOUGH_NAMES
        # "It exports its rivers as metal" is not about a metal.
        generic = {singular(found["noun"].lower()) for found in _GENERIC.finditer(text)}
        if is_of_kind and " " in topic.noun:
            return True  # "Puffins", in a text on the Atlantic puffin
        return is_telling if topic.is_living else (words - generic).isdisjoint(topic.kinds)

    def _remember(self, text: str, *, is_clear: bool) -> None:
        named = self._named_in(text)
        self._is_of_other_kind |= self._head is not None and self._head.is_of_other_kind(text)
        self._things.remember(text, named, is_clear=is_clear)
        self._people.remember(text, named, self._things.subject)
        self._dates.remember(text)
        self._descriptions.remember(text, [(one.start, one.end, one.name) for one in named])


def _as_written(phrase: str, text: str) -> str:
    """Return the ``phrase`` as it is in ``text``: "the partner", for "the third partner"."""
    article, *_, noun = phrase.split()
    return phrase if phrase in text else f"{article} {noun}"
