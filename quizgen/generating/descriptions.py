"""Find noun phrases such as "the company" that say which one is meant only to readers of the sentences before.

A phrase becomes a name if exactly one fits: "the company" the Company of Scotland, and "the town" Lyme Regis, "a port
and a town in Dorset".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from quizgen.generating.gazetteer import is_place
from quizgen.generating.noun_phrases import (
    ABSTRACT,
    COMPARED,
    DATE_AFTER,
    ENDS,
    HOMES,
    MEMBERS,
    PARTS,
    POINTING,
    SPECIFIED,
    SUPERLATIVE,
    VAGUE,
    WITH_ARTICLE,
    Description,
    chunk_of,
    descriptions_in,
    has_noun,
    is_bare,
    is_extreme,
)
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.generating.topic import Topic
from quizgen.generating.unclear import Known, Said, ends_in_verb, is_largest_agent, is_several, is_unclear
from quizgen.text.noun_kinds import is_kind_of, is_mainly
from quizgen.text.word_forms import capitalized, singular, takes_an
from quizgen.text.words import listed

_REMAINS = listed("beginning end middle excess load mixture profit remainder surplus")
_MOST_OF_ALL = re.compile(r"\b(?P<most>[Tt]he (?:most|least) [a-z]+) (?P<noun>[a-z]+)(?= of all\b)")
_REFERRING = listed(
    """
    act agreement answer argument arrangement attempt battle campaign case change choice conflict crisis crowd dancer
    deal debate decision demand development discovery dispute effort event experiment fact fight idea labour labor law
    letter man matter measure meeting mob move name news number offer party plan policy project proposal question
    rebellion request revolt rest riddle scheme siege step story strike struggle substance success sum survivor task
    treaty trouble victim view war wager way woman word work original performance piece place
    """
)
"""Nouns that sum up what a text has said, or mean those who took part in it: "the arrangement", "the crowd"."""
_ONE_OF_A_KIND = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Tt]wo|[Tt]hree|[Oo]ther|[Ss]everal) "
    r"(?=(?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}))"
)
_USUALLY_THE = listed(
    "army bank bridge canal company dam museum navy ocean railway river sea society tower treaty tunnel war"
)
_ONE_OF_MANY = re.compile(
    r" (?:of|that|who|whose|where|which|between|called|named|known as)\b(?! (?:it|them|this|these)\b)|,? [A-Z]"
    r"| (?:at|in|on|near|from|around|under) (?:the )?[A-Z]"
)
"""What follows a phrase for one of several: "the bridge at Ostby", but not "brought the tree to Ostby"."""
_IS_ONE = re.compile(
    r"(?:,| (?:is|was|became|are|were)) (?:then |now |still |once )?(?:an?|the|one of the) (?:[A-Z][a-z]+ )?"
    r"(?P<words>[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,4})"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[A-Za-z-]+ ){0,3}?(?P<head>[a-z]{3,})(?:,| called| named)? "
    r"(?:the )?$"
    r"|\b(?P<kind>town|city|village|port|island|county|district|province|kingdom|country|region) of $"
)
_NOUN_PHRASE = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bnear )(?<!\bfrom )(?<!\bto )"
    r"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]nother|[Tt]his|[Tt]hat)|[’']s) "
    r"(?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*){0,4})"
)
_A_KIND = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?P<what>[a-z][a-z-]+(?: [a-z][a-z-]+)?)(?:,| is| are) an? "
    r"(?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2})(?= that\b| which\b| of\b| with\b|[,.;:])"
)
"""What says what kind of thing something is: "the cork oak, an evergreen tree that …"."""
_BELONGING = re.compile(r"(?:\bits|\btheir|[’']s?) (?P<words>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3})")
_SEVERAL = re.compile(r"(?:(?!The\b)[A-Z][a-z]+ )?(?P<noun>[A-Za-z]?[a-z]+s)\b(?! of\b)")
_BARE_NOUN = re.compile(
    r"\b(?P<article>[Tt]he|[Aa]n?) (?P<noun>[a-z]{3,})\b"
    r"(?= (?:is|are|was|has|can|may|must|will|had|could|would|does|[a-z]{2,}[^s\W]s)\b|[,.;])"
)
_ANY_OF_THEM = re.compile(r"(?<!\bthe )(?<!\bits )\b(?P<noun>[a-z]{2,}s)\b")
_THE_BARE = re.compile(r"\b[Tt]he (?P<noun>[a-z]{3,})\b(?= (?:is|was|had|has|[a-z]+ed|in|at|on|and|to)\b|['’]s|[.,;:])")
_ANY_ONE = re.compile(r"An? (?P<noun>[a-z]+)\b(?= (?!is an?\b|that\b|which\b|who\b|with\b|of\b|in\b|for\b)[a-z]+)")
_TOO_WIDE = listed("thing kind type sort part form way member example result method process")
_TIMES = listed("time year years day month week century decade autumn spring summer winter few lot")
_PLACE_NOUNS = listed(
    """
    bay capital city colony country county district forest gulf island kingdom lake mountain port province region river
    sea strait town valley village
    """
)
_AT_PLACE = re.compile(r"\b(?:in|at|to|from|near|of|for) (?:the )?$")
_CALLED_SO = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?:[a-z-]+ )?(?P<noun>[a-z]{3,}) (?:called|known as|named) (?P<name>[^\W\d_A-Z][\w-]{3,})"
    rf"(?=[,.]| (?:is|has|{IRREGULAR_PAST}|[a-z]{{2,}}ed|[a-z]{{2,}}[^s\W]s)\b)"
)
"""What says by which word something is called: "a disease called pébrine"."""
BODY_PARTS = listed(
    """
    antenna back beak belly bill body bone brain claw coat ear egg eye face fang feather fin flipper foot fur gill
    head heart horn jaw leg lung mane mouth muzzle neck nose nostril paw plumage shell skin skull snout spine stomach
    tail tentacle tongue tooth trunk tusk wing bark blossom bud cone flower fruit leaf needle petal pollen root seed
    stem thorn twig genome
    """
)
"""Parts of any animal or plant."""
_OF_BODY = BODY_PARTS - {"body", "heart", "back", "face"}
"""Parts that belong to the animal or plant that a text is about, even if nothing says so."""
_OFTEN = 4
"""The number of sentences with "the tank" that show that the text has only one."""
_PARTS_OF_STRUCTURES = listed(
    """
    aisle altar arcade arch arches attic auditorium balcony basement cellar ceiling choir clock cloister columns crypt
    dome door doors entrance facade façade floor foundation foundations foyer gallery gate hall interior nave orchestra
    organ pier piers pillars platform podium porch portico roof shells spire stage staircase stairs stalls steeple
    terrace tiles tower towers transept vault vaults walls wing wings
    """
)
"""Parts of a building or a bridge."""
_WHERE = listed("north south east west northern southern eastern western central centre center main upper lower great")
_FAR = 12
"""The largest distance in sentences of a name that a phrase may refer to."""


class Descriptions:
    """What the sentences so far call by name, and the nouns that they use."""

    def __init__(self, title: str, topic: Topic | None = None, central: Collection[str] = ()) -> None:
        self._topic = topic
        self._central = central
        """The nouns of things of which the whole text has only one."""
        self._nouns: set[str] = set()
        self._known: dict[str, list[Known]] = {}
        self._introduced: set[str] = set()
        """The nouns of which the text mentioned one without a name."""
        self._of_kind: dict[str, set[str]] = {}
        """By noun, what the text has said to be of that kind: "cork oak", by "tree" and by "oak"."""
        self._place: tuple[str, int] = ("", 0)
        """The last place that was named, and the number of its sentence."""
        self._any: set[str] = set()
        """The nouns that the text has in the plural without "the" or "its"."""
        self._unnamed: set[str] = set()
        """The nouns of which the paragraph mentioned one without a name."""
        self._parts: set[str] = set()
        """The nouns of what belongs to the topic, such as the leaves of a tree."""
        self._is_alone = True
        """Whether nothing but the topic has been the subject of a sentence in the paragraph."""
        self._of_title: set[str] = set()
        """The phrases that mean something of what the text is about: "the score"."""
        self._is_topic_last = False
        """Whether the last sentence is about the topic or a part of it."""
        self._order = self._paragraph = 0
        words = title.split()
        self._title = f"{words[0].lower()} {' '.join(words[1:])}" if words and words[0] in {"The", "A", "An"} else title
        self._title_words = {singular(word.lower()) for word in words}
        self._is_title_plural = bool(words) and singular(words[-1].lower()) != words[-1].lower()
        self._said = Said(self._nouns, self._known, self._introduced, self._title_words, topic)
        self._title_noun = singular(words[-1].lower()) if 1 < len(words) <= 4 and words[-1].islower() else ""

    def resolve(self, text: str) -> tuple[str, list[str]]:
        """Return ``text`` with names in place of phrases, and the phrases that do not say which one is meant."""
        unclear: list[str] = []
        opening = _SEVERAL.match(text)
        is_part = opening is not None and singular(opening["noun"].lower()) in self._parts
        if self._topic is not None and is_part and self._is_alone and not self._topic.is_in(text):
            text = f"{capitalized(self._topic.possessive)} {text[:1].lower()}{text[1:]}"
        text = self._with_kinds(text)
        for one in reversed(list(descriptions_in(text))):
            if self._topic is not None and self._is_called(text, one, self._topic):
                name = self._topic_for(text, one, self._topic)
                if name is None:
                    unclear.insert(0, one.text)
                elif name != one.text:
                    text = f"{text[: one.start]}{capitalized(name) if one.start == 0 else name}{text[one.end :]}"
                continue
            if self._topic is not None and self._is_part(text, one, self._topic):
                part = f"{self._topic.possessive}{text[one.start + len('the') : one.end]}"
                text = f"{text[: one.start]}{capitalized(part) if one.start == 0 else part}{text[one.end :]}"
                continue
            unclear_now = is_unclear(text, one, self._said)
            if not unclear_now and not self._is_named_by_title(text, one):
                continue
            name = self._name_for(one)
            if name is not None and name.removeprefix("the ") not in text:
                name = capitalized(name) if one.start == 0 else name
                text = f"{text[: one.start]}{name}{text[one.end :]}"
            elif unclear_now:
                is_cut = one.start == 0 and past_verb(text) is None and is_bare(text, one)
                unclear.insert(
                    0, " ".join(one.text.split()[:2]) if is_cut or ends_in_verb(one, self._said) else one.text
                )
        return text, unclear

    def belongs_to_title(self, text: str, phrase: str) -> bool:
        """Return whether ``phrase`` in ``text`` can only be something of what the text is about: "the score".

        Nothing has been called so before, and either the sentence is about it, or no other sentence of the paragraph
        precedes, which could have mentioned what it belongs to. Later, the same phrase means the same. In general
        statements about animals, "the queen" is any of theirs.
        """
        words = phrase.lower().split()
        noun = singular(words[-1])
        if phrase.lower() in self._of_title or (noun in self._central and len(words) == WITH_ARTICLE):
            return True
        if self.is_of_any(text, phrase):
            return True
        if self._topic is not None and self._topic.is_structure and is_part_of_structure(words[1:]):
            return noun not in self._unnamed
        is_of_kind = self._topic is not None and self._topic.is_living and past_verb(text) is None
        if is_of_kind and self._is_alone and noun in _OF_BODY and words[1:-1] == []:
            return True  # "A joint in the skull opens the mouth"
        is_first = text.startswith(phrase) or self._order == self._paragraph or noun in PARTS - _REMAINS
        # "The shells", after "its shells", are no others; "the mercury" may be that of another tube.
        is_part = noun != words[-1] and len(words) == WITH_ARTICLE and is_mainly(noun, "object")
        is_part &= noun not in self._any
        is_new = noun not in (self._introduced if is_part else self._nouns) and noun not in self._known
        if is_largest_agent(words):
            return True  # "Qatar is now the second largest producer": of helium
        if self.is_extreme_of_title(text, phrase):
            return True  # "The first rider left Kent"
        is_compared = any(word in POINTING or word in COMPARED or SUPERLATIVE.match(word) for word in words[1:])
        is_other = is_compared or noun in ABSTRACT | _REFERRING
        if words[0] != "the" or not is_first or not is_new or is_other:
            return False
        self._of_title.add(phrase.lower())
        return True

    def is_of_any(self, text: str, phrase: str) -> bool:
        """Return whether ``phrase`` is one of any of the animals of the title, in a general statement: "the burrow"."""
        is_general = past_verb(text) is None or f" that {phrase} " in text  # "found that the colonies have 12 rooms"
        is_of_kind = self._topic is not None and self._topic.is_living and is_general
        words = phrase.lower().split()
        is_bare = words[1:-1] in ([], ["whole"], ["entire"], ["young"])
        return is_of_kind and is_bare and singular(words[-1]) in MEMBERS | HOMES

    def is_extreme_of_title(self, text: str, phrase: str) -> bool:
        """Return whether ``phrase``, the subject of ``text``, can be the first or largest one of all in the text."""
        *before, last = phrase.lower().split()
        is_thing = singular(last) not in ABSTRACT | _REFERRING | _TIMES
        return is_thing and is_extreme([*before[1:], last]) and text.startswith(phrase)

    def unsettled(self, text: str) -> Iterator[str]:
        """Yield the phrases of ``text`` that what the text is about does not explain: "fired on the crowd"."""
        for one in descriptions_in(text):
            is_bare = (
                re.match(r" (?:(?:of|to [a-z]|that|who|which|where|whose|called|named)\b|[A-Z])", text[one.end :])
                is None
            )
            if (
                one.noun in _REFERRING
                and not one.has_adjective
                and is_bare
                and not has_noun(text[: one.start], one.noun)
            ):
                yield one.text

    def unspecified(self, text: str) -> str | None:
        """Return "A plant" at the beginning of ``text`` if only the sentences before say which plants are meant."""
        found = _ANY_ONE.match(text)
        if found is None or found["noun"] not in VAGUE & self._nouns or found["noun"] in self._title_words:
            return None
        return None if self._topic is not None and self._topic.is_in(text) else found[0]

    def _with_kinds(self, text: str) -> str:
        """Return ``text`` with what it is about in place of its kind: "the cork oak" for "the tree" or "A tree"."""
        for found in reversed(list(_MOST_OF_ALL.finditer(text))):
            what = self._of_kind.get(found["noun"], set())
            if len(what) == 1:
                text = f"{text[: found.start('noun')]}{next(iter(what))}{text[found.end() :]}"
        for found in reversed(list(_BARE_NOUN.finditer(text))):
            what = self._of_kind.get(found["noun"], set())
            name = next(iter(what)) if len(what) == 1 else ""
            is_generic = found["article"].lower() != "the"
            if not name or name in text.lower() or (is_generic and (found.start() > 0 or past_verb(text) is not None)):
                continue
            if found["noun"] in self._unnamed - set(name.split()) and not is_generic:
                continue
            article = found["article"]
            if is_generic:
                article = f"{article[0]}{'n' if takes_an(name) else ''}"
            text = f"{text[: found.start()]}{article} {name}{text[found.end() :]}"
        return text

    def end_paragraph(self) -> None:
        """Forget what the paragraph mentioned without a name."""
        self._unnamed.clear()
        self._is_alone = True
        self._paragraph = self._order

    def _is_called(self, text: str, one: Description, topic: Topic) -> bool:
        """Return whether ``one`` may be what the text is about: "the tree", or "the wild ginkgo" by its own noun."""
        if topic.noun is not None and singular(topic.noun) in singular(one.text.lower()):
            return True
        is_specified = _ONE_OF_MANY.match(text, one.end) is not None and DATE_AFTER.match(text, one.end) is None
        is_kind = one.noun in topic.kinds or (topic.is_structure and one.noun in {"building", "structure"})
        return is_kind and not one.has_adjective and not is_specified

    def _is_part(self, text: str, one: Description, topic: Topic) -> bool:
        """Return whether ``one`` can only be a part of the ``topic``: "the leaves"."""
        is_specified = _ONE_OF_MANY.match(text, one.end) is not None
        is_free = self._is_alone and not is_specified and not topic.is_in(text)
        is_part = one.noun in self._parts or (
            topic.is_living
            and one.start == 0
            and one.noun in _OF_BODY
            and (self._is_topic_last or self._order == self._paragraph)
        )
        return is_part and is_free and all(not SUPERLATIVE.match(w) for w in one.text.split()[1:])

    def _topic_for(self, text: str, one: Description, topic: Topic) -> str | None:
        """Return how to write ``one``, which may be the ``topic``; None if it may be something else."""
        is_many = one.text.endswith("s") and one.noun not in {one.text.split()[-1], singular("species")}
        if topic.noun is not None and singular(topic.noun) in singular(one.text.lower()):
            return one.text
        others = [
            each
            for each in self._known.get(one.noun, [])
            if each.order > self._paragraph and each.name.removeprefix("the ") != topic.name.removeprefix("the ")
        ]
        if others or one.noun in self._unnamed or _mentions_one(text[: one.start], one.noun):
            has_named_it = any(
                each.order > self._paragraph for each in self._known.get(one.noun, []) if each not in others
            )
            return self._name_for(one) if others and not has_named_it and one.noun not in self._unnamed else None
        if topic.is_in(text[: one.start]):
            return one.text
        if is_many == topic.is_plural:
            return topic.name
        return topic.plural if is_many else None

    def _is_named_by_title(self, text: str, one: Description) -> bool:
        is_bare = not one.has_adjective and SPECIFIED.match(text, one.end) is None
        return is_bare and one.noun == self._title_noun

    def remember(self, text: str, names: Sequence[tuple[int, int, str]]) -> None:
        """Remember the nouns of ``text``, and what it says each of ``names`` (start, end, usual name) is."""
        self._order += 1
        for word in re.findall(r"\b[a-z]{3,}", f"{text[:1].lower()}{text[1:]}"):
            self._nouns.add(singular(word))
        self._any |= {singular(found["noun"]) for found in _ANY_OF_THEM.finditer(text.lower())}
        self._remember_unnamed(text, names)
        for kind in _A_KIND.finditer(text):
            noun, what = singular(kind["words"].split()[-1]), kind["what"]
            if " " not in what or noun in _TOO_WIDE or ENDS.intersection(what.split()):
                continue
            for head in {noun, what.split()[-1]}:
                self._of_kind.setdefault(head, set()).add(what)
        for called in _CALLED_SO.finditer(text):
            self._known.setdefault(singular(called["noun"]), []).append(Known(called["name"], self._order))
        self._remember_names(text, names)
        if self._topic is not None:
            self._is_topic_last = self._topic.begins(text) or text.startswith(capitalized(self._topic.possessive))
            self._remember_parts(text, self._topic)
            first = names[0] if names and names[0][0] <= len("the ") else None
            self._is_alone = self._is_alone and (first is None or self._topic.is_in(first[2]))

    def _remember_unnamed(self, text: str, names: Sequence[tuple[int, int, str]]) -> None:
        """Remember the nouns of which ``text`` mentions one without a name: "a port"."""
        kinds = list(_A_KIND.finditer(text))
        for phrase in _ONE_OF_A_KIND.finditer(text):
            if any(kind.start("words") <= phrase.start("words") < kind.end("words") for kind in kinds):
                continue
            is_named = any(start in {phrase.end("words") + 1, phrase.end("words") + 2} for start, _, _ in names)
            saying = (_IS_ONE.match(text, end) for _, end, _ in names)  # "Ostby, a port …": the port is Ostby
            is_said = any(one is not None and one.start("words") == phrase.start("words") for one in saying)
            is_said = (
                is_said
                or self._is_said_of_topic(text, phrase.start("words"))
                or _CALLED_SO.match(text, phrase.start()) is not None
            )
            if (words := chunk_of(phrase["words"])) and not is_named and not is_said:
                self._unnamed.add(singular(words[-1]))
                self._introduced |= {singular(words[-1]), *(words[-2:-1] if words[-1].endswith("s") else ())}

    def _remember_names(self, text: str, names: Sequence[tuple[int, int, str]]) -> None:
        """Remember by which nouns ``names`` can be called, and which of those known are mentioned."""
        for start, end, name in names:
            if is_place(name) or _AT_PLACE.search(text[:start]):
                self._place = (name, self._order)
            has_article = text[:start].lower().endswith("the ")
            nouns = {singular(word) for word in re.findall(r"[^\W\d_]{3,}", _kind_part(name).lower())[-1:]}
            nouns = {noun for noun in nouns if not is_kind_of(noun, "substance")}  # a firm that is called after alcohol
            if (found := _IS_ONE.match(text, end)) is not None:
                words = chunk_of(found["words"])
                nouns |= {singular(words[-1])} if words else set()
            if (found := _ROLE_BEFORE.search(text[:start])) is not None:
                nouns.add(singular(found["head"] or found["kind"]))
            for noun in nouns:
                known = self._known.setdefault(noun, [])
                if all(one.name.removeprefix("the ") != name for one in known):
                    known.append(Known(f"the {name}" if has_article else name, 0, 0))
        mentioned = {name for _, _, name in names}
        for known in self._known.values():
            for index, one in enumerate(known):
                if one.name.removeprefix("the ") in mentioned:
                    known[index] = Known(one.name, self._order, one.times + 1)

    def _is_said_of_topic(self, text: str, start: int) -> bool:
        """Return whether the words of ``text`` from ``start`` say what the topic is: "Glass is a brittle material"."""
        named = self._topic.named_in(text) if self._topic is not None else ()
        said = (_IS_ONE.match(text, one.end()) for one in named)
        return any(one is not None and one.start("words") == start for one in said)

    def _remember_parts(self, text: str, topic: Topic) -> None:
        """Remember what ``text`` says belongs to the ``topic``: "its leaves", "the ginkgo's leaves"."""
        first = next(topic.named_in(text), None)
        if first is None:
            return
        for found in _BELONGING.finditer(text, first.start()):
            chunk = chunk_of(found["words"])
            if chunk and (found[0].startswith("its ") or topic.is_in(text[first.start() : found.start()][-40:])):
                self._parts.add(singular(chunk[-1]))

    def _name_for(self, one: Description) -> str | None:
        """Return the name of the only thing that ``one`` may refer to."""
        if one.has_adjective:
            return None
        if self._title_noun and self._title_noun == one.noun:
            if self._is_title_plural and not one.text.endswith("s"):
                return None  # one of "The first cables"
            return f"{self._title.rsplit(' ', 1)[0]} {one.text.rsplit(' ', 1)[1]}"
        # A warship may be called "the ship", too.
        known = [
            each
            for noun, called in self._known.items()
            if noun == one.noun or (one.noun in VAGUE and is_mainly(noun, one.noun))
            for each in called
        ]
        if one.text.lower().endswith("s"):
            known = [each for each in known if is_several(each)]
        if not known:
            return None
        near = [each for each in known if each.order > self._paragraph] or known
        if len({each.name for each in near}) != 1 or one.noun in self._unnamed or self._order - near[0].order > _FAR:
            return None
        name = near[0].name
        place, order = self._place
        if one.noun in _PLACE_NOUNS and order > near[0].order and place != name.removeprefix("the "):
            return None
        if name.startswith("the ") or one.noun not in _USUALLY_THE:
            return name
        return f"the {name}" if name.lower().endswith(f" {one.noun}") else name


def is_part_of_structure(words: Sequence[str]) -> bool:
    """Return whether ``words``, after "the", mean a part that a building has only one of: "north transept"."""
    *before, last = words
    return last in _PARTS_OF_STRUCTURES and all(word in _WHERE for word in before)


def central_nouns(sentences: Iterable[str]) -> frozenset[str]:
    """Return the nouns of objects of which ``sentences`` introduce only one, and tell much: "a tank … the tank"."""
    often, new, others = Counter[str](), Counter[str](), set[str]()
    for text in sentences:
        often.update({found["noun"] for found in _THE_BARE.finditer(text)})
        for phrase in _ONE_OF_A_KIND.finditer(text):
            if words := chunk_of(phrase["words"]):
                new[singular(words[-1])] += 1
        others |= {singular(found["noun"]) for found in _ANY_OF_THEM.finditer(text.lower())}
    return frozenset(
        noun
        for noun, number in often.items()
        if number >= _OFTEN
        and new[noun] == 1
        and noun not in others | ABSTRACT | _REFERRING
        and is_mainly(noun, "object")
    )


def _mentions_one(text: str, noun: str) -> bool:
    """Return whether ``text`` mentions one of what ``noun`` means without a name: "a road bridge"."""
    found = (chunk_of(found["words"]) for found in _ONE_OF_A_KIND.finditer(text))
    return any(words and singular(words[-1]) == noun for words in found)


def has_singular(text: str) -> bool:
    """Return whether ``text`` mentions a thing that "it" may mean, other than the place or time of an event."""
    for found in _NOUN_PHRASE.finditer(text):
        chunk = chunk_of(found["words"])
        if chunk and singular(chunk[-1]) == chunk[-1] and not _TIMES.intersection(chunk):
            return True
    return False


def _kind_part(name: str) -> str:
    """Return the part of ``name`` that ends with what it is: Bank, for Bank of England."""
    return re.split(r" (?:of|for|de|du|des) ", name, maxsplit=1)[0] if " " in name else ""
