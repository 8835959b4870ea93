"""Reword sentences so that each can be understood without those before it, and find those that cannot be reworded.

A pronoun becomes the name that it refers to, a day gets its year, and "the next day" becomes a date. This follows a few
patterns of English, so a sentence that fits none of them is left out with the reason.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.generating.attributions import CLAIM
from quizgen.generating.dating import Dates, has_year, main_clause, undated
from quizgen.generating.descriptions import Descriptions, has_singular
from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import without_number
from quizgen.generating.lead_ins import LeadIn
from quizgen.generating.people import ANYBODY, KIN_BEFORE, Named, People, Subject
from quizgen.generating.pronouns import opening_pronoun, there, unexplained_opening, unexplained_word
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.generating.topic import Topic
from quizgen.linting.references import day_without_year, relative_date
from quizgen.text.dates import MONTH
from quizgen.text.folding import fold
from quizgen.text.sentences import QUOTE
from quizgen.text.word_forms import capitalized, possessive, singular

_CONNECTION = re.compile(
    r"(?:However|Therefore|Moreover|Furthermore|In addition|As a result|Consequently|Thus|Hence|For example"
    r"|For instance|In fact|Indeed|Meanwhile|Finally|Similarly|In contrast|By contrast|On the other hand|Eventually"
    r"|Afterwards?|Soon afterwards|In the end|At first|Later|At last|Instead(?! of\b)|Nevertheless|Still|But|Yet),? "
)
_INSIDE = re.compile(
    r"(?<=\w) (?:therefore|also|then)(?= (?!and\b)[a-z]+)(?<!and then)(?<!was then)(?<!were then)(?<!since then)"
    r"(?<!by then)(?<!By then)(?<!Since then)(?<!Until then)(?<!only also)"
    r"|, on the other hand,|, (?:by comparison|by contrast|in contrast|for example|for instance|in turn),"
    r"|, however,|, therefore,|,? however(?=\.$)| instead(?=\.$)|,? too(?=[.]$)|,? as well(?=[.]$)"
)
_QUOTE = r"[“\"][^“”\"]+[”\"],? "
_LEADING = (
    rf"(?:{_QUOTE}|(?:In|On|By|After|Since|Until|From|For|Within|During|At|Before|Over|Between) [^,]*?"
    rf"(?:\d+|(?:{MONTH})|\d0s|centur(?:y|ies)|years?|months?|weeks?|days?|hours?|war|time),? )?"
)
_PRONOUN = re.compile(rf"(?P<before>{_LEADING})(?P<pronoun>[Ii]t|[Tt]hey|[Ii]ts|[Tt]heir)\b")
_IT_IS_ONE = re.compile(r"It (?:is|was|became|remains?|remained)(?: still| [a-z]+ly|, [^,]*,)? (?:the|an?|one) ")
_BEFORE_PERSON = re.compile(
    rf"(?:{_QUOTE}(?:said|says|wrote|asked|added|replied|recalled) )?(?:[Tt]he )?"
    r"(?:(?!of|to|by|with|from|for|in|at|on|and)[\w-]+ ){0,4}"
)
_BEFORE_NAME = re.compile(r"(?:[Tt]he )?")
_WAS_THEN = re.compile(r"\b(?:was|were|could|had|would) (?P<when>then|now)\b")
_CLEFT = re.compile(r"It (?:was|is) (?P<who>[A-ZÀ-Þ][^,;:]*(?P<aside>, (?:an?|the) [^,;:]*,)?) who ")
"""A sentence such as "It was Ida Lund, an engineer, who built it", in which "it" refers to nothing."""
_OWNER = re.compile(r"\b(?:his|her|its|their)\b")
_WEEKDAY = re.compile(r" (?:on|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d|, \d)")
_DATELINE = re.compile(
    rf"[A-Z]{{3,}}[A-Z ,]*(?:, )?(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}})?(?:,? \d{{4}})? [–—-]+ "
)
_CLAUSE = re.compile(
    r"(?:When|If|Because|After|Before|Since|As|While|Although|Once|In|On|By|At|During|From|Until) [^,]*?(?:, |\d{3,4} )"
)
_VERB = rf"(?:is|are|has|have|can|could|may|might|must|will|would|does|do|become|bind|die|{IRREGULAR_PAST}|\w{{2,}}ed)"
_THING = re.compile(
    rf"(?:(?P<one>(?:(?:An?|Each|Every) (?:[\w’'-]+ ){{0,3}}?|The [a-z-]+ of an? )[\w’'-]+)"
    rf"(?= (?:{_VERB}|[a-z]{{2,}}[^s\W]s)\b)"
    rf"|(?P<named>The (?:[\w’'-]+ ){{0,2}}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?= {_VERB}\b)"
    rf"|(?P<many>[A-Z][a-z’'-]+(?: [a-z’'-]+){{0,3}}?)(?= (?:are|were|have|die|do|can|may|must|contain|\w+ed)\b))"
)
_OBJECT = re.compile(
    r" (?:[a-z]+ly |up |out |down |off )?(?:an?|the|one|her|his|its|their|(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+[’']s?) "
    r"(?!(?:year|month|day|week|time|lot|few|little|half)\b)[a-z]"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|from|of|to|on|outside|between|and|around|across|into|through) (?:the )?$", re.IGNORECASE
)
_OF_TITLE = re.compile(r"The first (?:symptoms?|signs?|cases?)")
_HOME_TO = re.compile(r"\b(?:home|host|seat) (?:of|to) (?:the )?$")
_EPONYM = re.compile(r"\b(?:an?|the|each|every|this) (?:[a-z-]+ )?$", re.IGNORECASE)
"""What precedes a name in a term, such as "a good Fresnel lens"."""
_CALLED = re.compile(r"\b(?:called|termed|known as|named|née|né|born) (?:an? |the )?$")
_LISTED = re.compile(r"(?:, |,? and |,? or )(?:the )?$")
_NEW_THING = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!\blike )(?<!\bbecame )\ban? "
    r"(?!year|day|week|month|few|lot|time|hundred|thousand|million|dozen|couple)[a-z]"
)
_PERSON_ASIDE = re.compile(r", an? [^,;:]*,")
_DEFINITION = re.compile(r"(?:An? )?[A-Z]?[a-z][\w -]{0,40}? (?:is|are|means?) (?:an?|the|that|[a-z]+s\b)")
_COMMON_SUBJECT = re.compile(r"(?:An?|The) (?!first\b|last\b|only\b)[a-z]")
_NOT_NOUNS = frozenset("he she it they this that these those there some most many both all others one what who".split())
_ANSWERING = re.compile(
    r"\b(?P<verb>(?:dis)?agreed|objected|refused|declined|followed suit"
    r"|took (?:control|over|part)|responsible|was (?:slow|quick) to (?:act|react))[.!]?$"
)
"""Verbs that say nothing without what they answer."""
_ARRIVED = re.compile(
    r"(?<!\bbe )(?<!\bwas )(?<!\bwere )\b(?P<verb>arrived|settled|landed|stayed|set out)"
    r"(?= with| (?:in|on) (?:\d|[A-Z])| and\b|,|\.$)"
)
_HERE = re.compile(r"(?<=\w )here\b")
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
_HAVE_FOUND = re.compile(
    r"(?:[A-Z][a-z]+|A (?:team|group) of [a-z ]+) (?:has|have) (?:agreed|announced|approved|arrested|discovered|found"
    r"|identified|uncovered|voted)\b"
)
"""News, which says nothing without its date."""
_ENOUGH_NAMES = 3
_NEARBY = re.compile(r"\bnearby(?=[.,;])")
_OPINION = re.compile(
    r"\b(?:is|are|was|were|remains?|remained) (?:(?:an?|one of the|the) )?"
    r"(?:[a-z]+ly |very |most |rather |quite )*"
    r"(?:amazing|astonishing|awful|bad|beautiful|bold|brave|brilliant|charming|clever|delightful|disappointing|elegant"
    r"|exciting|fascinating|good|great|impressive|inspiring|interesting|lovely|magnificent|marvelous|memorable|odd"
    r"|outstanding|perfect|regrettable|remarkable|sad|shocking|spectacular|splendid|strange|striking|stunning"
    r"|superb|terrible|tragic|unfortunate|unforgettable|wonderful)\b(?! (?:deal|at|for|conductors?|number|many)\b)"
)
"""A judgment, which nobody can be asked for as a fact: "Steel was a bold choice"."""
_GENERIC = re.compile(r"\b(?:as|in|of|from|into|by|with) (?P<noun>[a-z]+)\b")
_JUDGING = re.compile(
    r"^Perhaps\b|^(?:One|We|You) (?:is|are|may|might|can|could|should|ought|must|would|cannot|wonders?|hopes?)\b"
    r"|\b(?:the|an?) (?:obvious|sensible|sad|happy|fair|modest|best|natural) "
    r"(?:remedy|solution|answer|way|choice|end|lesson)\b"
    r"|^It (?:is|was) (?:(?!to\b)[a-z]+ )?"
    r"(?:a pity|a shame|tempting|fair|safe|sad|worth|hard|easy|no coincidence|no accident)\b"
    r"|(?<=['’]s )(?:[a-z]+ )?(?:vice|virtue|charm|genius|glory|tragedy) (?:is|was|lies|lay)\b"
    r"|\bought to\b|\b(?:no|small|little) wonder\b"
    r"|\bit is (?:hardly|scarcely|barely|not) (?:credible|believable|likely)\b"
)
"""Words with which an author judges rather than reports."""
_NO_SURPRISE = re.compile(
    r"(?:It (?:is|was) (?:hardly|scarcely|not|no|little)? ?(?:surprising|surprise|strange|wonder|remarkable)"
    r"|(?:No|Small|Little) wonder,?) that (?=[a-zA-Z])"
)
"""An opinion of what follows, which is a sentence of its own."""
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were) (?:often |sometimes )?(?:said|rumou?red|alleged|supposed) to\b|\bhard to verify\b"
    r"|\b[Ll]egend has it\b"
)
"""What nobody is sure of, so that it can be no answer."""
_AUTHOR = re.compile(
    r"\b(?:to|in) (?:my|our) (?:mind|view|opinion|eyes)\b|\bmy\b"
    r"|(?<!\w )\bI (?=[a-z])|(?<=[a-z] )I (?:think|believe|suppose|know|hope|say|find|am|have|had|was)\b"
)
"""The author, who is no source for a fact."""
_IN_QUOTE = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hey|[Tt]hem|[Tt]hese|[Tt]hose|[Tt]hat(?= (?:is|was|has|had)\b))\b")
_LACKING = re.compile(
    r"\b(?:pass|passed|passes|swam|sailed|drove|went|walked|rode) (?:through|across|over|inside)"
    r"(?=[.,;]| (?:in|on) (?:\d|[A-Z])| [a-z]+ly\b)|\b(?:at|on) either (?:end|side)\b(?! of\b)"
    r"|^It took (?!.*\bto\b)[^.]*"
    r"|\b(?:[Nn]obody|[Hh]ardly anybody) noticed(?= because\b|[.,;])"
    r"|, (?:about |some )?[\d,.]+ (?:kilometers|kilometres|miles|meters|metres) away(?=[,.;])"
    r"|\b(?:was|were|is|are) [a-z]+ed by (?:it|them)\b"
    r"|\b(?:stood|stands?|were|was|is|are) in the way\b(?! of\b)"
    r"|\b(?:did|do|does|done) so\b|\bturned to (?:King |Queen )?[A-Z][^.,;]*(?=\.$)"
    r"|\b(?:was|were|is|are) (?:not )?(?:convinced|satisfied|impressed|persuaded|disappointed|successful)(?=[.,;])"
    r"|\btried again\b|\b(?:asked|called) for (?:its|their|his|her) [a-z]+"
    r"|\b(?:replied|responded|answered|reacted) (?:with|by)\b(?!.* to\b)"
    r"|\b(?:banned|stopped|restricted|taxed|allowed) (?:all )?(?:imports|exports)\b(?! of\b)"
)
"""What does not say what it answers, or what is banned."""
_REPLACEABLE = re.compile(r"(?:it|its|they|them|their|he|she|him|his|her|the [a-z].*)", re.IGNORECASE)
_MOST_UNCLEAR = 2
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


class Context:
    """What the sentences so far are about, and when.

    ``named_in`` returns the people, places, organizations and things that a sentence names, in order; ``hero`` is the
    person whom the ``title`` of the text names, and ``topic`` what else it is about. If that is a place, ``place`` is
    its name.
    """

    def __init__(
        self,
        named_in: Callable[[str], list[Named]],
        hero: str | None = None,
        title: str = "",
        topic: Topic | None = None,
        place: str | None = None,
    ) -> None:
        self._topic, self._place = topic, place
        self._lead_in: LeadIn | None = None
        self._named = {hero}
        """Whom and what the text has called by the usual name."""
        self._is_led = False
        """Whether the sentence begins with what the text is about."""
        self._is_first = True
        """Whether no sentence of the paragraph has been read."""
        self._is_topic_near = False
        """Whether "it" in the next sentence means the topic."""
        self._named_in = named_in
        self._people = People(named_in, hero)
        self._subject: Subject | None = None
        self._things: tuple[str, ...] = ()
        self._dates = Dates()
        self._descriptions = Descriptions(title, topic)
        self._title_words = {fold(singular(word)) for word in _WORD.findall(title)}

    def read(self, sentence: str) -> InContext:
        """Return ``sentence`` reworded, and remember its subject and date for the next one."""
        text = self._without_dateline(sentence)
        weekday = _WEEKDAY.search(sentence)
        is_cleft = _CLEFT.match(text) is not None
        text = _CLEFT.sub(r"\g<who> ", text) if is_cleft else text
        text = _NO_SURPRISE.sub("", _CONNECTION.sub("", text, count=1), count=1)
        text = capitalized(_INSIDE.sub("", text))
        dated = self._dates.complete(text)
        text = self._with_species(self._with_place(self._people.named(dated.text)))
        text = self._in_full(self._with_things(self._with_topic(text)))
        text, phrases = self._descriptions.resolve(text)
        is_led = self._lead_in is not None and self._lead_in.is_needed(text)
        self._is_led = is_led
        settled: list[str] = []
        if is_led:
            settled = [one for one in phrases if self._descriptions.belongs_to_title(text, one)]
            phrases = list(
                dict.fromkeys((*(one for one in phrases if one not in settled), *self._descriptions.unsettled(text)))
            )
        if (
            not phrases
            and not is_led
            and not self._named_in(text)
            and (one := self._descriptions.unspecified(text)) is not None
        ):
            phrases = [one]
        problem = self._problem(text)
        if problem is None and weekday is not None and not any(map(str.isdigit, text)) and not CLAIM.search(text):
            problem = f"{weekday[0].strip()!r} does not say which date is meant"
        if problem is None and is_cleft and (owner := _OWNER.search(text)) is not None:
            problem = f"{owner[0]!r} refers to an earlier sentence"  # "It was Karl Weiss who published her ideas"
        if problem is None and self._is_of_unknown_time(text):
            problem = "it does not say when this happened"
        is_clear = self._subject_problem(text) is None and not any(map(text.startswith, phrases))
        if problem is None and phrases:
            problem = f"{phrases[0]!r} is not explained in the sentence"
        unclear = self._replaceable(text, phrases) if problem is not None else ()
        if len(unclear) > 1:
            problem = f"{' and '.join(map(repr, unclear))} refer to earlier sentences"
        if problem is None and not is_led and self._topic is not None and not self._is_about(text, self._topic):
            problem = f"it does not name {self._topic.name}, which it seems to be about"
        if problem is None and not (is_led and not text.startswith("It ")) and not self._is_anchored(text):
            problem = (
                "'It' refers to an earlier sentence"
                if text.startswith("It ")
                else "it does not name the place, people or event that it is about"
            )
        self._remember(text, is_clear=is_clear)
        self._is_first = False
        if (opening := next(filter(text.startswith, settled), None)) is not None and not phrases:
            self._subject = Subject(opening, is_plural=singular(opening) != opening)
        if phrases:
            self._things = ("", "")  # "it" in the next sentence may be what a phrase means
        return InContext(text, dated.derived, problem, unclear, is_led=is_led)

    def begin_section(self, lead_in: LeadIn | None) -> None:
        """Read the next sentences as ones that begin with ``lead_in`` if they do not name what they are about."""
        self._lead_in = lead_in

    def end_paragraph(self) -> None:
        """Forget what the paragraph was about, except for the person who may be meant at the start of the next one."""
        self._people.end_paragraph()
        self._subject, self._things = None, ()
        self._is_topic_near, self._is_first = False, True
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
        if (at := there(text)) is not None and self._is_first and is_place(self._place) and self._names_no_place(text):
            return f"{text[:at]} in {self._place}{text[at + len(' there') :]}"
        if (found := _HERE.search(text)) is None:
            return text
        is_goal = _MOTION_BEFORE.search(text[: found.start()]) is not None
        if not is_goal and not is_place(self._place):
            return text  # "in" or "at" a headland?
        return f"{text[: found.start()]}{'to' if is_goal else 'in'} {self._place}{text[found.end() :]}"

    def _with_species(self, text: str) -> str:
        """Return ``text`` with "a male wolverine" instead of "a male", if that is what the text is about."""
        topic = self._topic
        if topic is None or not topic.is_living or topic.noun is None or topic.is_in(text):
            return text
        several = topic.plural or f"{topic.noun}s"
        text = _MALES.sub(lambda found: f"{found[0][:-1]} {several}", text, count=1)
        return _MALE.sub(lambda found: f"{found[0]} {topic.name.removeprefix('the ')}", text, count=1)

    def _in_full(self, text: str) -> str:
        """Return ``text`` with the first surname of each person, and the first "the College", in full."""
        seen: set[str] = set()
        pieces, end = "", 0
        for one in self._named_in(text):
            written = text[one.start : one.end]
            parts = one.name.split()
            is_part = one.is_person and written in {parts[0], parts[-1], " ".join(parts[1:])} and len(parts) > 1
            is_titled = re.search(r"[A-Z][\w’'.]* $", text[: one.start]) is not None
            is_term = (
                _EPONYM.search(text[: one.start]) is not None and re.match(" [a-z]", text[one.end :]) is not None
            ) or (_CALLED.search(text[: one.start]) is not None)
            if _is_head(one, text):
                pieces, end = f"{pieces}{text[end : one.start]}{one.name}", one.end
            if written == parts[0] and (KIN_BEFORE.search(text[: one.start]) or one.name not in self._named):
                is_part = False  # "his brother James" is not the only James
            if is_part and not (is_titled or is_term or one.name in seen) and text.count(written) == 1:
                pieces, end = f"{pieces}{text[end : one.start]}{one.name}", one.end
            seen.add(one.name)
        self._named |= {one.name for one in self._named_in(text) if one.name in text}
        return pieces + text[end:]

    def _with_topic(self, text: str) -> str:
        """Return ``text`` with the first "it" or "its" replaced by the topic, if only that can be meant."""
        topic = self._topic
        if topic is None or not self._is_topic_near or topic.is_in(text):
            return text
        opening = opening_pronoun(text)
        word = opening.lower() if opening is not None else unexplained_word(text, self._people_in(text))
        if word not in ({"they", "their", "them"} if topic.is_plural else {"it", "its"}):
            return text
        found = re.search(rf"\b{word}\b", text, re.IGNORECASE)
        assert found is not None  # it has been found before
        if opening is None and not self._named_in(text[: found.start()]):
            return text  # "Coke is made from coal by heating it"
        name = topic.possessive if word in {"its", "their"} else topic.name
        return capitalized(f"{text[: found.start()]}{name}{text[found.end() :]}")

    def _means_topic_next(self, text: str, named: Sequence[Named]) -> bool:
        """Return whether "it" after ``text`` means the topic, since it names nothing else that "it" may mean."""
        topic = self._topic
        if topic is None or not topic.is_in(text):
            return False
        clause = _CLAUSE.match(text)
        if topic.begins(capitalized(text[clause.end() :]) if clause is not None else text):
            is_alone = all(one.is_person or topic.is_in(one.name) or is_place(one.name) for one in named)
            return _NEW_THING.search(text) is None and (is_alone or self._place is None)
        first = next(topic.named_in(text))
        if not topic.is_plural and re.search(r"\bits?\b", text[first.end() :]):
            return _NEW_THING.search(text, first.end()) is None  # it is meant again
        rest = _PERSON_ASIDE.sub("", text)
        for one in reversed(list(topic.named_in(rest))):
            rest = f"{rest[: one.start()]}{rest[one.end() :]}"
        names = [one.name for one in named if not one.is_person and not topic.is_in(one.name)]
        is_named = any(name and not topic.is_in(name) for name in self._things_of(text, named)) and bool(names)
        return not is_named and not has_singular(rest)

    def _with_things(self, text: str) -> str:
        """Return ``text`` with "it" or "they" replaced, if it is clear what is meant."""
        if not opening_pronoun(text) or (found := _PRONOUN.match(text)) is None:
            return text
        pronoun = found["pronoun"].lower()
        name = self._antecedent(pronoun)
        is_any = name is not None and name.startswith(("A ", "An ", "Each ", "Every "))
        if name is None or (is_any and past_verb(text) is not None):
            return text  # what was found is a certain one
        if _IT_IS_ONE.match(text):
            return text  # "It was the first landing since 1972": what happened, rather than a thing
        if found["before"] and name.startswith(("A ", "An ", "The ", "Each ", "Every ")):
            name = f"{name[0].lower()}{name[1:]}"
        if not found["before"]:
            name = capitalized(name)
        if pronoun in {"its", "their"}:
            name = possessive(name, is_plural=pronoun == "their")
        return f"{found['before']}{name}{text[found.end() :]}"

    def _antecedent(self, pronoun: str) -> str | None:
        """Return what "it" or "they" means: the subject of the last sentence, if that names nothing else."""
        before = self._subject
        if before is None or not _is_it(pronoun, before):
            return None
        rivals = [
            name for name in self._things if not name or name.removeprefix("the ").lower() not in before.text.lower()
        ]
        return before.text if not rivals or pronoun in {"they", "their"} else None

    def _problem(self, text: str) -> str | None:
        """Return why ``text`` cannot be understood by itself."""
        if (judging := _JUDGING.search(text)) is not None:
            return f"{judging[0]!r} is a judgment"
        if (author := _AUTHOR.search(without_number(QUOTE.sub("", text)))) is not None:
            return f"{author[0]!r} marks it as the author's opinion"
        if (hearsay := _HEARSAY.search(text)) is not None:
            return f"{hearsay[0]!r} marks it as uncertain"
        if (problem := self._subject_problem(text) or self._date_problem(text)) is not None:
            return problem
        if (word := unexplained_word(text, self._people_in(text))) is not None and not self._is_topic_before(
            text, word
        ):
            return f"{word!r} refers to an earlier sentence"
        return self._dependence(text)

    def _is_topic_before(self, text: str, word: str) -> bool:
        """Return whether ``text`` names the topic before ``word``, which nothing else explains: "gave tea its name"."""
        topic = self._topic
        if topic is None or word not in {"it", "its"}:
            return False
        found = re.search(rf"\b{word}\b", text)
        return found is not None and not topic.is_plural and topic.is_in(text[: found.start()])

    def _date_problem(self, text: str) -> str | None:
        """Return which words of ``text`` do not say which date is meant."""
        if (found := _WAS_THEN.search(text)) is not None and not any(map(str.isdigit, text)):
            return f"{found['when']!r} does not say which date is meant"
        if (words := undated(text) or relative_date(text)) is not None:
            return f"{words!r} does not say which date is meant"
        if (day := day_without_year(main_clause(text))) is not None:
            return f"{day!r} has no year"
        return None

    def _dependence(self, text: str) -> str | None:
        """Return which verb or "there" in ``text`` says nothing without an earlier sentence."""
        if (answering := _ANSWERING.search(text)) is not None:
            return f"{answering['verb']!r} refers to an earlier sentence"
        if (arrived := _ARRIVED.search(text)) is not None and self._names_no_place(text):
            return f"{arrived['verb']!r} does not name a place"
        if _NEARBY.search(text) is not None:
            return "'nearby' refers to an earlier sentence"
        if _HERE.search(text) is not None:
            return "'here' refers to the place that the text is about"
        for quote in QUOTE.finditer(text):
            word = _IN_QUOTE.search(quote[0])
            if word is not None and not has_singular(quote[0][: word.start()]):
                return f"{word[0]!r} in the quotation refers to something that the sentence does not name"
        if (opinion := _OPINION.search(text)) is not None:
            return f"{opinion[0]!r} is a judgment"
        if (lacking := _LACKING.search(text)) is not None:
            return f"{lacking[0]!r} refers to an earlier sentence"
        if (place := there(text)) is not None and self._names_no_place(text[:place]):
            return "'there' refers to an earlier sentence"
        return None

    def _replaceable(self, text: str, phrases: Sequence[str]) -> tuple[str, ...]:
        """Return the unclear pronouns of ``text`` and the ``phrases`` if naming what they refer to makes it clear."""
        if self._date_problem(text) is not None or self._dependence(text) is not None:
            return ()
        lone = self._people.lone_pronoun(text)
        found = (
            unexplained_opening(text),
            lone[0] if lone is not None else None,
            unexplained_word(text, self._people_in(text)),
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

    def _people_in(self, text: str) -> list[str]:
        return [text[one.start : one.end] for one in self._named_in(text) if one.is_person]

    def _names_no_place(self, text: str) -> bool:
        return not any(_IN_PLACE.search(text[: one.start]) for one in self._named_in(text) if not one.is_person)

    def _is_anchored(self, text: str) -> bool:
        """Return whether ``text`` names what it is about; what is always true needs no name."""
        if past_verb(text) is None or _CALLED_NOW.search(text) or ANYBODY.match(text) or self._named_in(text):
            return True
        if re.search(r"(?<=\w )[A-ZÀ-Þ]", _MONTHS.sub("", text)):
            return True
        return any(fold(singular(word)) in self._title_words for word in _WORD.findall(text))

    def _is_of_unknown_time(self, text: str) -> bool:
        """Return whether ``text`` says what unnamed people or things did at the time of the sentences before."""
        verb = past_verb(text)
        if _HAVE_FOUND.match(text) and not has_year(main_clause(text)):
            return True
        if verb is None or self._dates.year is None or has_year(text) or _LONG_AGO.search(text):
            return False
        if self._topic is not None and self._topic.is_in(text):
            return False
        subject = text[: verb.start()]
        if (people := _A_PEOPLE.fullmatch(subject)) is not None and is_nationality(people["name"]):
            return True  # "The Swedes were commanded by Karl Weiss"
        if is_place(subject.strip()) and not self._people_in(text):
            return True  # "New York celebrated"
        return not self._people_in(text) and _SEVERAL_DO.match(subject) is not None

    def _is_about(self, text: str, topic: Topic) -> bool:
        """Return whether ``text`` names the ``topic`` or is about something else that it names.

        "Six trees were burned" is about some of the trees that the text is about, and "Seeds arrived in Europe" about
        their seeds.
        """
        if topic.noun is None or topic.is_in(text) or _DEFINITION.match(text):
            return True
        words = {singular(word) for word in _WORD.findall(text.lower())}
        is_of_kind = re.search(rf"\b{re.escape(topic.noun.split()[-1])}", text, re.IGNORECASE) is not None
        # "Ida Lund described the ovaries": of what? But three names say enough: "shared the prize with Ole Krag".
        is_telling = is_of_kind or len(self._named_in(text)) >= _ENOUGH_NAMES
        generic = {
            singular(found["noun"].lower()) for found in _GENERIC.finditer(text)
        }  # "exports its rivers as metal"
        if is_of_kind and " " in topic.noun:
            return True  # "Puffins", in a text on the Atlantic puffin
        return is_telling if topic.is_living else (words - generic).isdisjoint(topic.kinds)

    def _remember(self, text: str, *, is_clear: bool) -> None:
        named = self._named_in(text)
        self._subject = self._subject_of(text, named) if is_clear else None
        self._things = tuple(self._things_of(text, named)) if is_clear else ("", "")
        self._people.remember(text, named, self._subject)
        self._is_topic_near = is_clear and self._means_topic_next(text, named)
        self._dates.remember(text)
        self._descriptions.remember(text, [(one.start, one.end, one.name) for one in named])

    def _things_of(self, text: str, named: Sequence[Named]) -> Iterator[str]:
        """Yield what "it" may refer to besides the subject: names, and "" for each thing that has none."""
        if ":" in text:
            yield ""  # a list of things
        if self._subject is None and _COMMON_SUBJECT.match(text) and (not named or not named[0].is_person):
            yield ""
        in_place_until = -1
        for one in named:
            before = text[: one.start]
            if not one.is_person and _HOME_TO.search(before):
                yield f"the {one.name}"
            elif _IN_PLACE.search(before) or (
                in_place_until >= 0 and _LISTED.fullmatch(text[in_place_until : one.start])
            ):
                in_place_until = one.end  # "in China, Japan and Korea"
            elif not one.is_person:
                yield f"the {one.name}" if before.lower().endswith("the ") else one.name
        verb = past_verb(text)
        if verb is not None and verb[0] not in {"was", "were"} and _OBJECT.match(text, verb.end()):
            yield ""
        if (
            verb is None
            and self._subject is not None
            and self._subject.text.startswith(("A ", "An ", "Each ", "Every "))
        ):
            rest = text[len(self._subject.text) :]
            if not rest.startswith((" is ", " means ")) and has_singular(rest):
                yield ""  # "A male defends a territory"

    def _subject_of(self, text: str, named: Sequence[Named]) -> Subject | None:
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
        found = _THING.match(text[start:] if start == 0 else capitalized(text[start:]))
        if found is None or found[0].split()[0].lower() in _NOT_NOUNS:
            return None
        if found["named"] is None and past_verb(text) is not None:
            return None  # "a mill", once it has been mentioned, is a certain one
        head = found["named"].split()[1] if found["named"] is not None else ""
        is_people = bool(head) and (head == "people" or singular(head) != head or is_nationality(head))
        return Subject(found[0], is_plural=found["many"] is not None or is_people)


def _is_head(one: Named, text: str) -> bool:
    """Return whether ``text`` has only the head of a name: "the College", for the College of Physicians."""
    written = text[one.start : one.end]
    is_short = not one.is_person and one.name.startswith(f"{written} of ") and one.name not in text
    return is_short and text[: one.start].endswith(("the ", "The ")) and text.count(written) == 1


def _is_it(pronoun: str, subject: Subject) -> bool:
    """Return whether ``pronoun``, of things or of several people, may mean ``subject``."""
    if pronoun in {"it", "its"}:
        return not subject.is_person and not subject.is_plural
    return subject.is_plural
