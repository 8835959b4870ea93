"""Decide whether a phrase such as "the company" says which one is meant, by an ordered table of rules."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from quizgen.generating.entities import is_nationality
from quizgen.generating.noun_phrases import (
    ABSTRACT,
    ANY_PAST,
    COMPARED,
    DATE_AFTER,
    PARTS,
    POINTING,
    SPECIFIED,
    SUPERLATIVE,
    VAGUE,
    Description,
    has_noun,
    is_bare,
)
from quizgen.generating.tenses import past_verb
from quizgen.generating.topic import Topic
from quizgen.text.dates import YEAR
from quizgen.text.lexicon import MASSES
from quizgen.text.word_forms import singular
from quizgen.text.words import listed

_UNIQUE = listed(
    """
    sun moon earth world sky ground air weather universe equator sea seas ocean public police poor rich past
    future present rest time way number same west east north south spring summer autumn
    winter morning evening night day body human humans dead living internet web wind rain dust sand cold heat
    planets stars dark light law army press church street wild dry open surface hungry unemployed sick
    elderly other others total average left right streets shops case point fact aim word
    """
)
_OF_NATION = listed("constitution country government nation parliament state")
"""Nouns for what each nation has one of."""
_IN_GENERAL = re.compile(r"\b(?:(?:could|may|might|must|should|to|will|would) [a-z]+|in|inside|of|for|from|outside) $")
"""What precedes "the home" if that means any home: "held that votes would damage the home"."""
_CALLED = re.compile(
    r"\b(?:is|are|was|were|been|be)(?: [a-z]+)? (?:called|named|known as|nicknamed|termed)(?: simply)? $"
)
_MEASURES = listed(
    """
    age amount area cost depth diameter distance duration frequency height length mass population power pressure price
    radius range rate ratio size speed strength temperature thickness volume weight width
    """
)
_PART_OF = re.compile(r" (?:of|that|which|where|between|in|on|at|to|from|above|below)\b|,? [A-Z]")
_OF_SOMEBODY = listed("captain commander manager owner patient victim winner")
_MIXED = re.compile(r"\b(?:mix|dissolv|blend|combin|stir)[a-z]*\b.*(?:[,;:]| and| until)")
_APPOSED = re.compile(r", [A-Z]")
_WEATHER = [[word] for word in "air cold dust heat light rain sand wind".split()]
_SOME_OF = re.compile(r"(?:One|Two|Three|Four|Five|Six|Some|Most|Many|Several|Half|Half a dozen|A few|None) of ")
_OF_SIZE = re.compile(r" of (?:about |some |nearly |almost |more than |over )?(?!\d{4}\b)\d")
_MET_WITH = listed("agreement alliance battle border contact friendship marriage meeting peace talk trade treaty war")
_WITH_NAME = re.compile(r" with (?:the )?[A-Z]")
_INVENTED = re.compile(
    r" was (?:first )?(?:announced|devised|discovered|invented|introduced|patented) by (?=[^,;:]*[A-Z]|an? )"
)
_OF_NOW = re.compile(r" (?:has been|has [a-z]+ed|will|is to|was to)\b")
"""What is said of a certain thing rather than of any of its kind: "The toll has been raised"."""
_PERIODS = listed("year decade month week")
_ITS_YEAR = re.compile(rf", [^;:]*\b{YEAR}\b")
_PURPOSE = re.compile(r"To [a-z]+ ")
_OF_ALL = re.compile(r" of all(?=[,.;]| (?:is|are|was|were|stands?|lies?|lives?|grows?|has|[a-z]+ed)\b)")
_AGENT = re.compile(r"(?:producer|maker|exporter|importer|supplier|consumer|user|buyer|seller|grower|owner|rival)$")
_IS = re.compile(r" (?:is|was|are|were)\b")
_OF_SOMETHING = re.compile(r"(?:(?:An?|The) (?:[a-z-]+ ){1,3}(?:of|for) )?")
_SHARE_OF = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|billion|most|many|some|half|third|quarter|few|none|each)) of $"
)
_CALLED_BY_SUBJECT = listed("theory law effect principle")
"""Nouns that are called by what they are about: "the germ theory"."""
_KINDS = listed("animal bird creature insect plant")
_THE_MORE = re.compile(rf"\b[Tt]he (?:more|less|fewer|{'|'.join(sorted(COMPARED))})\b")
_THE_MORE_SO = re.compile(r"\b[Tt]he (?:(?:more|less) [a-z]+|[a-z]+er) $")
_EXPLAINING = re.compile(r"[A-ZÀ-Þ][\w’'-]*, $")
_NAMED_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear) (?:the )?[A-ZÀ-Þ][^\W\d_]")


@dataclass(frozen=True, slots=True)
class Known:
    """Something that has a name, with the article that precedes it in the text."""

    name: str
    order: int
    """The number of the sentence that named it last."""
    times: int = 1


def is_several(one: Known) -> bool:
    """Return whether ``one`` is called by a plural: the Appalachian Mountains."""
    last = one.name.split()[-1].lower()
    return singular(last) != last


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentences so far have said, as it changes from sentence to sentence."""

    nouns: Set[str]
    """All nouns, and other words."""
    known: Mapping[str, Sequence[Known]]
    """By noun, what it can mean by name."""
    introduced: Set[str]
    """The nouns of which one was mentioned without a name: "a port"."""
    title_words: Set[str]
    topic: Topic | None


@dataclass(frozen=True)
class Case:
    """A phrase in a sentence, after what was said."""

    text: str
    one: Description
    said: Said

    @property
    def noun(self) -> str:
        return self.one.noun

    @cached_property
    def words(self) -> list[str]:
        """The words of the phrase after "the"."""
        return self.one.text.lower().split()[1:]

    @cached_property
    def before(self) -> str:
        return self.text[: self.one.start]

    @cached_property
    def after(self) -> str:
        return self.text[self.one.end :]

    @property
    def is_first(self) -> bool:
        return self.one.start == 0

    @property
    def is_plural(self) -> bool:
        return self.one.text.endswith("s")

    @cached_property
    def is_past(self) -> bool:
        """Whether the sentence is about something that happened, rather than about something that is always true."""
        return past_verb(self.text) is not None

    @cached_property
    def is_superlative(self) -> bool:
        return any(map(SUPERLATIVE.match, self.words))

    @cached_property
    def is_named_before(self) -> bool:
        """Whether the sentence itself has mentioned what the noun means."""
        return has_noun(self.before, self.noun)

    @cached_property
    def is_specified(self) -> bool:
        """Whether the words after the phrase say which one is meant: "the bridge at Ostby"."""
        after = self.after
        if SPECIFIED.match(after) is None or DATE_AFTER.match(after) is not None or _OF_SIZE.match(after):
            return False
        return _WITH_NAME.match(after) is None or self.noun in _MET_WITH

    @property
    def is_subject_of_past(self) -> bool:
        return ANY_PAST.match(self.after.lstrip()) is not None and past_verb(self.before) is None


def is_largest_agent(words: Sequence[str]) -> bool:
    """Return whether ``words``, after "the", say who does most of something: "second largest producer"."""
    return any(map(SUPERLATIVE.match, words[:-1])) and _AGENT.search(singular(words[-1])) is not None


def says_which(before: str, one: Description) -> bool:
    """Return whether ``one`` after ``before`` is a term, or means any one, or that of a nation named before it.

    "She is called the queen", "held that votes would damage the home", "Danish men voted under the new constitution".
    """
    if _CALLED.search(before) is not None:
        return True
    if one.noun == "home" and not one.has_adjective and _IN_GENERAL.search(before) is not None:
        return True
    return one.noun in _OF_NATION and any(map(is_nationality, re.findall(r"\b[A-ZÀ-Þ][a-z]+(?= [a-z])", before)))


def ends_in_verb(one: Description, said: Said) -> bool:
    """Return whether the plural at the end of ``one`` seems to be a verb: "the drum turns"."""
    _, *words = one.text.split()
    return len(words) == 2 and words[1].endswith("s") and words[0] in said.introduced - said.title_words


# When a rule decides, and what it decides if that depends on the sentence: whether the phrase is unclear.


def _is_verb(case: Case) -> bool:
    return ends_in_verb(case.one, case.said)


def _is_general(case: Case) -> bool:
    return not case.is_past and not has_noun(case.before, case.one.text.split()[1])


def _says_which(case: Case) -> bool:
    return says_which(case.before, case.one)


def _is_trade_in_goods(case: Case) -> bool:
    return case.noun == "trade" and re.match(" in [a-z]", case.after) is not None


def _is_described_again(case: Case) -> bool:
    return case.is_first and case.noun in case.said.known and case.after.startswith((", a ", ", an "))


def _is_place_named_before(case: Case) -> bool:
    is_place = case.noun in {"city", "port", "town", "village"} and not case.one.has_adjective
    return is_place and _NAMED_PLACE.search(case.before) is not None


def _is_one_of_now(case: Case) -> bool:
    is_one = case.is_first and not case.is_plural
    return is_one and _OF_NOW.match(case.after) is not None and not has_noun(case.after, case.noun)


def _is_the_more(case: Case) -> bool:
    return _THE_MORE_SO.search(case.before) is not None


def _is_somebodys(case: Case) -> bool:
    return not case.one.has_adjective and case.noun in _OF_SOMEBODY and _APPOSED.match(case.after) is not None


def _are_some_of_many(case: Case) -> bool:
    return case.is_plural and not case.is_specified and _SOME_OF.fullmatch(case.before) is not None


def _is_not_superlative(case: Case) -> bool:
    return not case.is_superlative


def _is_part_of_unnamed(case: Case) -> bool:
    is_mixed = case.noun == "mixture" and _MIXED.search(case.before) is not None
    is_of_something = _PART_OF.match(case.after) is not None and _OF_SIZE.match(case.after) is None
    return case.noun in PARTS and not is_mixed and not is_of_something and not case.is_named_before


def _is_its_year(case: Case) -> bool:
    return case.noun in _PERIODS and _ITS_YEAR.match(case.after) is not None


def _is_in_purpose(case: Case) -> bool:
    return _PURPOSE.fullmatch(case.before) is not None and case.noun in VAGUE


def _is_most_of_all(case: Case) -> bool:
    return any(map(SUPERLATIVE.match, case.words[:-1])) and _OF_ALL.match(case.after) is not None


def _is_largest_agent(case: Case) -> bool:
    return is_largest_agent(case.words) and not case.is_specified


def _is_weather_once(case: Case) -> bool:
    return case.is_first and case.words[-1:] in _WEATHER and not case.is_specified and case.is_past


def _is_explained(case: Case) -> bool:
    return case.is_specified or _EXPLAINING.search(case.before) is not None or case.words[-1] in _UNIQUE


def _is_another(case: Case) -> bool:
    is_other = case.words[0] in {"second", "next", "other"} and not case.after.startswith(" of ")
    return is_other and case.noun in case.said.nouns


def _is_compared(case: Case) -> bool:
    is_pair = len(_THE_MORE.findall(case.text)) > 1
    return len(case.words) > 1 and case.words[0] in COMPARED and " than " not in case.after and not is_pair


def _is_not_named_before(case: Case) -> bool:
    return not case.is_named_before


def _is_one_of_two(case: Case) -> bool:
    return case.words[0] in {"latter", "former"}


def _is_near_the_beginning(case: Case) -> bool:
    return len(case.before.split()) < 8


def _is_century(case: Case) -> bool:
    return case.noun == "century"


def _is_measure_of_unnamed(case: Case) -> bool:
    is_said = case.noun in case.said.nouns - case.said.title_words and _IS.match(case.after) is not None
    is_measure = case.noun in _MEASURES and not case.one.has_adjective
    return is_measure and (is_said or _OF_SOMETHING.fullmatch(case.before) is not None)


def _is_share_of_many(case: Case) -> bool:
    is_share = case.is_plural and _SHARE_OF.search(case.before) is not None
    return is_share and (case.one.has_adjective or case.noun in case.said.nouns)


def _is_pointed_at(case: Case) -> bool:
    first, *others = case.words
    return first == "next" or (bool(others) and first in POINTING and not case.is_superlative)


def _is_first_to_act(case: Case) -> bool:
    return case.is_superlative and case.is_subject_of_past and case.words[0] in {"first", "last", "only"}


def _is_superlative(case: Case) -> bool:
    return case.is_superlative


def _sums_up(case: Case) -> bool:
    return case.noun in ABSTRACT and case.words[0] != "same"


def _is_called_by_subject(case: Case) -> bool:
    return case.one.has_adjective and case.noun in _CALLED_BY_SUBJECT


def _is_kind_of_title(case: Case) -> bool:
    return case.one.has_adjective and case.noun in case.said.title_words


def _is_kind_named_before(case: Case) -> bool:
    return case.noun in _KINDS and re.search(r"\b[a-z]{3,}s\b", case.before) is not None


def _is_mass(case: Case) -> bool:
    return not case.one.has_adjective and case.noun in MASSES - {"money", "work", "trade"}


def _is_bare_mass(case: Case) -> bool:
    return case.is_first and case.noun not in {"air", "blood"} and is_bare(case.text, case.one)


def _is_named_in_sentence(case: Case) -> bool:
    return case.is_named_before


def _is_said_again_in_general(case: Case) -> bool:
    is_new = case.noun in case.said.introduced - case.said.title_words and not case.one.has_adjective
    return not case.is_past and is_new and not case.after.startswith((", a ", ", an ", ", the "))


def _is_first_without_topic(case: Case) -> bool:
    topic = case.said.topic
    return not case.is_past and case.is_first and topic is not None and not topic.is_in(case.text)


def _is_bare(case: Case) -> bool:
    return is_bare(case.text, case.one)


def _is_in_general_statement(case: Case) -> bool:
    return not case.is_past


def _is_vague_again(case: Case) -> bool:
    is_old = (case.is_first and not case.is_plural) or case.noun in case.said.nouns or case.noun in case.said.known
    return case.noun in ABSTRACT or (case.noun in VAGUE and is_old)


def _is_invention(case: Case) -> bool:
    is_new = case.noun not in VAGUE and case.noun not in case.said.nouns and not case.one.has_adjective
    return case.is_first and is_new and _INVENTED.match(case.after) is not None


def _is_any_other(case: Case) -> bool:
    return True


def _is_said_or_vague(case: Case) -> bool:
    is_of_name = case.is_plural and any(map(is_several, case.said.known.get(case.noun, ())))
    is_vague = case.noun in VAGUE and not case.is_plural
    return case.is_subject_of_past or is_vague or case.noun in case.said.nouns or is_of_name


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides whether a phrase is unclear, if no rule above it does."""

    applies: Callable[[Case], bool]
    verdict: bool | Callable[[Case], bool]
    unclear: str = ""
    """A text in which the rule finds the phrase in asterisks unclear."""
    clear: str = ""
    """A text in which it finds that phrase clear."""

    def finds_unclear(self, case: Case) -> bool:
        """Return the verdict on ``case``, to which the rule applies."""
        return self.verdict if isinstance(self.verdict, bool) else self.verdict(case)


RULES: Sequence[Rule] = (
    Rule(
        _is_verb,
        _is_general,
        "A drum holds it. / *The drum turns* all day.",
        "A drum holds it. / Ole said that *the drum turns* fast.",
    ),
    Rule(_says_which, False, clear="It has a queen. / One of them is called *the queen*."),
    Rule(_is_trade_in_goods, False, clear="Bergen grew rich on *the trade* in salted fish."),
    Rule(_is_described_again, True, "Ole founded the Harbor Company. / *The company*, a bank by then, moved to Kent."),
    Rule(_is_place_named_before, False, clear="Silk came to Lyon when the king gave *the city* a privilege."),
    Rule(_is_one_of_now, True, "*The toll* has been raised twice."),
    Rule(_is_the_more, False, clear="People work better the harder *the task* is."),
    Rule(_is_somebodys, True, "*The patient*, Ole Krag, recovered."),
    Rule(_are_some_of_many, _is_not_superlative, "Two of *the ships* sank.", "Two of *the largest ships* sank."),
    Rule(_is_part_of_unnamed, True, "Salt sinks to *the bottom*."),
    Rule(_is_its_year, False, clear="It grew in *the first year*, from 70 in 1839 to 90 in 1840."),
    Rule(_is_in_purpose, True, "To study *the subject*, Ida Lund went to Kent."),
    Rule(_is_most_of_all, True, "Gold is *the heaviest metal* of all."),
    Rule(_is_largest_agent, True, "Peru is *the largest producer*."),
    Rule(_is_weather_once, True, "*The dust* spread around the globe."),
    Rule(
        _is_explained,
        _is_another,
        "It has a ship. / *The other ship* that Ole built sank.",
        "Ole crossed *the bridge* at Ostby.",
    ),
    Rule(
        _is_compared,
        _is_not_named_before,
        "Ole took *the larger ship*.",
        "Of the two ships, Ole took *the larger ship*.",
    ),
    Rule(
        _is_one_of_two,
        _is_near_the_beginning,
        "Ole chose *the latter*.",
        "Of the two metals mined here, tin and lead, *the latter* melts at a higher temperature.",
    ),
    Rule(_is_century, False, clear="The harbor silted up during *the century*."),
    Rule(_is_measure_of_unnamed, True, "*The depth* is 40 meters."),
    Rule(_is_share_of_many, True, "Peru owns half of *the wooden ships*."),
    Rule(
        _is_pointed_at, _is_not_named_before, "Ole built *the next ship*.", "One ship sank and *the next ship* burned."
    ),
    Rule(_is_first_to_act, True, "*The first patient* died."),
    Rule(_is_superlative, _sums_up, "It is *the main reason*.", "It is *the tallest tree*."),
    Rule(_is_called_by_subject, False, clear="Ole defended *the germ theory*."),
    Rule(_is_kind_of_title, False, clear="# Transatlantic cables / Ole laid *the telegraph cables*."),
    Rule(_is_kind_named_before, False, clear="Sailors kept guinea pigs, and *the animals* bred."),
    Rule(_is_mass, _is_bare_mass, "*The salt* must be dry.", "People dry *the salt*."),
    Rule(_is_named_in_sentence, False, clear="Ole built a ship and sold *the ship*."),
    Rule(_is_said_again_in_general, True, "A valve holds it. / Steam opens *the valve*."),
    Rule(
        _is_first_without_topic,
        _is_bare,
        "# The coffee plant / *The kernel* must be dry.",
        "# The coffee plant / *The ripe kernel* must be dry.",
    ),
    Rule(_is_in_general_statement, _is_vague_again, "*The company* makes glass.", "People tune *the strings*."),
    Rule(_is_invention, False, clear="*The logarithm* was announced by Ole Krag in 1614."),
    Rule(_is_any_other, _is_said_or_vague, "*The kettle* exploded.", "Ole tuned *the strings*."),
)
"""The first rule that applies decides. The samples, which a test runs, have the sentences that matter before them."""


def deciding_rule(case: Case) -> Rule:
    """Return the first rule that applies to ``case``."""
    return next(rule for rule in RULES if rule.applies(case))


def is_unclear(text: str, one: Description, said: Said) -> bool:
    """Return whether only the sentences before ``text`` say which one is meant by ``one``."""
    case = Case(text, one, said)
    return deciding_rule(case).finds_unclear(case)
