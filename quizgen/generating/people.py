"""Find whom "he", "her" and the like refer to; a pronoun that may refer to two people is never replaced."""

import re
from collections.abc import Iterator, Sequence

from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import is_woman
from quizgen.generating.mentioned_people import (
    ADVERBIAL,
    DONE_TO,
    EPONYM,
    OF_OTHER,
    OWNER,
    THE_ONE,
    UNNAMED,
    begins_with_person,
    in_focus,
    introduced,
    is_eponym,
    may_mean_another,
    may_name_another,
    people_of,
)
from quizgen.generating.named import Named, NamedIn, Subject
from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.folding import occurs_in
from quizgen.text.noun_kinds import is_first_kind_of
from quizgen.text.word_forms import capitalized, is_english_word, singular

ANYBODY = re.compile(
    r"(?:(?:If|When|Whenever|Before|After|Once) (?:an?|each|every|no|any)|Each|Every|No|Any) (?:[\w-]+ ){1,3}"
)
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er)\b")
_BEFORE_NOMINATIVE = re.compile(
    r"(?P<lead>(?:With|In|At|After|Before|Of|On|From|Like|Through|Despite|When|While|As|For|By) [^,]*?,? )(?:he|she)\b"
)
_OWNED = re.compile(
    r" (?!(?:among|to|in|on|at|for|by|with|from|as|and|or|but|was|is|were|had|has|when|because|until|after|before|the"
    r"|again|too|there|an?)\b)[a-z]"
)
_FEMALE = re.compile(
    r"(?:An?|The|Each|Every) (?:[a-z-]+ ){0,2}?"
    r"(?:(?P<male>male|cock|bull|stallion|drake|buck|drone)|bee|female|forager|hen|cow|mare|doe|ewe|sow|queen|worker)\b"
)
"""An animal of one sex that is the subject of a sentence: "A female octopus guards her eggs"."""
_OF_YEAR = re.compile(r"(?:In|At|During) [a-z ]*?(?:spring|summer|autumn|winter|season|year),? (?=the |an? )")
"""When animals do something: "At the height of the season the queen …"."""
_RELATIVE_OF = re.compile(r"\b(?:from|with|by|to|for|of) (?:his|her) $")
"""What precedes a relative of the person whom a sentence is about, who remains the one whom it is about."""
_COMPANION = re.compile(r"(?:Together with|Along with|Unlike|Like|Under|With) [A-Z][^,]*,? ")
_APPOINTED = re.compile(r"\b(?:made|appointed|elected|named|crowned|declared) $")
_LONE_NAME = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{{3,}})(?:, [^,;:]*,)? (?:had |has |later |also )?(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b"
)
_WITH_KIN = re.compile(r"With (?:his|her) [^,]*, ")
_OWNED_THING = re.compile(r"['’]s? (?P<noun>[a-z]+)(?= (?:was|were|had|is|are|has|[a-z]{2,}ed)\b)")
"""What somebody has, of which a sentence tells something: "Ida Lund's name was not mentioned"."""
_OTHER_CLAUSE = re.compile(r"\b(?:that|which)\b")
_SHIP = re.compile(
    r"\b(?:[a-z]*(?:ship|boat|vessel)|frigate|schooner|steamer|ferry|liner|submarine|yacht"
    r"|brig|clipper|trawler|destroyer|cruiser|galleon|HMS|SS|RMS|USS) $"
)
_OWN = re.compile(r",? (?:and|with) (?P<word>his|her) [a-z]")
_VISITS = re.compile(
    r"\b(?:(?:improved|built|elaborated) (?:up)?on|refined|adopted|rejected|confirmed|tested|repeated"
    r"|disproved|visited|praised|translated|edited|printed|continued|completed|attended|witnessed|criticized) $"
)
"""Verbs whose object is seldom the subject's own: "visited his grave"."""
_CLAUSE_ENDS = re.compile(
    r"[,;:]|\b(?:and|but|that|which|who|whose|when|where|after|before|because|until|with)\b|['’]s\b"
)
_THE = re.compile(r"[Tt]he ")
_HEROINES = frozenset({"girl", "woman"})
_THE_CHILD = re.compile(
    rf"\b[Tt]he (?P<noun>boy|girl|man|woman)(?= (?:is|has|could|would|{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b)"
)
HIS_PUPIL = re.compile(r"(?:His|Her|Its|Their) (?:[a-z-]+ ){1,3}(?=[A-ZÀ-Þ])")
"""What precedes the name of a subject that is related to somebody else: "His pupil Ole Krag"."""
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_MOST = 3
"""The largest number of pronouns that are replaced in a sentence."""


class People:
    """The people whom the sentences so far name; ``hero`` is the one in the title."""

    def __init__(self, named_in: NamedIn, hero: str | None) -> None:
        self._named_in = named_in
        self._hero = hero
        self._subject: str | None = None
        """The person whom the last sentence is about."""
        self._before: str | None = None
        """The person whom the last paragraph is about."""
        self._near: tuple[str, ...] = ()
        """The people in the last sentence."""
        self._unnamed = ""
        """Those without a name in the last sentence: m for a man, w for a woman, and a question mark."""
        self._unnamed_here = ""
        """Those without a name in the paragraph."""
        self._rivals = ""
        """Those without a name whom a pronoun may mean, until it is clear whom the text is about again."""
        self._introduced: set[str] = set()
        """The nouns for people by which the text has introduced somebody: "a girl", "her brother"."""
        self._may_be_ship = False
        """Whether the last sentence is about a thing with a name, which "she" may mean: "The Mary Rose sank"."""
        self._may_name_another = self._may_mean_another = False
        """Whether the last sentence may name another person than those found, or be about one without a name."""
        self._since: tuple[str, ...] = ()
        """The people whom the text has named since it named the hero, in the same sentence or later."""
        self._here: tuple[str, ...] = ()
        """The people whom the paragraph has named."""
        self._women: dict[str, bool] = {}
        """What pronouns have shown of people whose given name does not show it."""

    def named(self, text: str) -> str:
        """Return ``text`` with names in place of "he", "her" and the like that refer to an earlier sentence."""
        child = _THE_CHILD.search(text)
        if child is not None and self._hero is not None and self._is_hero(child["noun"]) and self._hero not in text:
            text = f"{text[: child.start()]}{self._hero}{text[child.end() :]}"
        for _ in range(_MOST):
            found = self.lone_pronoun(text)
            if found is None or (known := self._referent(found[0].lower())) is None:
                return text
            before = text[: found.start()]
            if OF_OTHER.match(before) is not None:
                return text
            here = (one.name for one in self._named_in(before) if not is_eponym(text, one))
            if known in here or THE_ONE.search(before) is not None:
                return text  # "Ida Lund praised her", "The composer forgot what he played": somebody else
            text = self._replaced(text, found, Subject(known, is_person=True))
            self._learn(known, found[0].lower())
        return text

    def lone_pronoun(self, text: str) -> re.Match[str] | None:
        """Return the first personal pronoun in ``text`` that no name before it explains."""
        if ANYBODY.match(text):
            return None
        for number, found in enumerate(_PERSONAL.finditer(text)):
            if self._is_lone(text, found, is_first=number == 0):
                return found
        return None

    def remember(self, text: str, named: Sequence[Named], subject: Subject | None) -> None:
        """Remember whom ``text`` names, and that it is about ``subject``."""
        near = dict.fromkeys(people_of(text, named))
        who = introduced(text, named)
        if (focus := who or in_focus(text, named)) is not None:
            near = dict.fromkeys((focus,))
        for one in named:
            if one.is_person and (own := _OWN.match(text, one.end)) is not None:
                self._learn(one.name, own["word"])
        self._near = tuple(near)
        self._since = tuple(
            name for name in dict.fromkeys((*(() if self._hero in near else self._since), *near)) if name != self._hero
        )
        self._here = tuple(dict.fromkeys((*self._here, *near)))
        is_about_one = subject is not None and subject.is_person and not subject.is_plural
        self._unnamed = "".join(
            "m" if one["man"] else "w" if one["woman"] else "?"
            for one in UNNAMED.finditer(text)
            if who is None and not (is_about_one and _RELATIVE_OF.search(text[: one.start() + len("his ")]))
        )
        self._introduced |= {one[0].split()[-1] for one in UNNAMED.finditer(text) if _THE.match(one[0]) is None}
        lone = self.lone_pronoun(text)
        self._rivals = self._unnamed if lone is None else f"{self._rivals}{self._unnamed}"
        if lone is not None and HIS_PUPIL.match(text) is None:
            self._unnamed += "w" if lone[0].lower() in _SHE else "m"  # "He had a shop when Jan Vos came": who?
        self._may_name_another = may_name_another(text, named)
        self._may_mean_another = self._may_name_another or may_mean_another(text, named)
        self._unnamed_here += self._unnamed
        self._subject = subject.text if subject is not None and is_about_one else None
        if self._subject is None and len(near) == 1 and named and (owned := _OWNED_THING.match(text, named[0].end)):
            is_thing = named[0].start == 0 and not is_first_kind_of(singular(owned["noun"]), "person")
            self._subject = named[0].name if is_thing and named[0].is_person else None
        if self._subject is not None:
            self._before = None
        self._may_be_ship = (
            bool(named) and not named[0].is_person and text[: named[0].start] == "The " and subject is not None
        )

    def end_paragraph(self) -> None:
        """Forget whom the paragraph was about, except for the last one, who may be meant at the start of the next."""
        self._unnamed_here = self._rivals = ""
        self._before, self._subject, self._here = self._subject, None, ()
        self._may_be_ship = False
        self._since = tuple(one for one in self._since if one in self._near or self._is_woman(one) is not None)

    def _replaced(self, text: str, found: re.Match[str], known: Subject) -> str:
        pronoun = found[0].lower()
        if pronoun in {"his", "her"} and (main := _BEFORE_NOMINATIVE.match(text)) and found.start() < main.end():
            # "With his wife he built a house": the name becomes the subject.
            return f"{main['lead'].rstrip(' ,')}, {known.text}{text[main.end() :]}"
        is_possessive = pronoun == "his" or (pronoun == "her" and _is_possessive(text, found))
        before = text[: found.start()]
        if pronoun in {"he", "she"} and _COMPANION.fullmatch(before):
            before = f"{before.rstrip(' ,')}, "
        return f"{before}{known.possessive if is_possessive else known.text}{text[found.end() :]}"

    def _is_hero(self, noun: str) -> bool:
        """Return whether "the girl" or the like is the hero: the text has not introduced another."""
        is_woman = self._is_woman(self._hero) if self._hero is not None else None
        return is_woman is (noun in _HEROINES) and noun not in self._introduced

    def _referent(self, pronoun: str) -> str | None:
        """Return the only person whom ``pronoun`` can mean; None if there are several, or none."""
        return self._nearest(pronoun) or self._only_hero(pronoun)

    def _only_hero(self, pronoun: str) -> str | None:
        """Return the hero if ``pronoun`` fits, and the paragraph mentions nobody else whom it may mean."""
        hero = self._hero
        if hero is None or self._is_woman(hero) is not (pronoun in _SHE) or self._may_name_another:
            return None
        if pronoun in _SHE and self._may_be_ship:
            return None
        others = {*self._here, *self._near, *filter(None, (self._before, self._subject))} - {hero}
        is_alone = not any(self._fits(pronoun, one) for one in others)
        return hero if is_alone and not self._rivals.strip("w" if pronoun in _HE else "m") else None

    def _nearest(self, pronoun: str) -> str | None:
        """Return the person whom ``pronoun`` can only mean after the last sentence."""
        near = [one for one in self._near if self._fits(pronoun, one)]
        if pronoun in _SHE and self._may_be_ship and not near:
            return None
        if self._unnamed.strip("w" if pronoun in _HE else "m"):
            return None
        if self._may_name_another:
            return None
        subject = self._subject
        is_hero_surer = self._hero is not None and self._is_woman(self._hero) is (pronoun in _SHE)
        if subject not in {None, self._hero} and is_hero_surer and self._is_woman(subject or "") is None:
            return None  # "Robin Vos sold it. She died": she may be the woman whom the text is about
        if subject is not None and self._fits(pronoun, subject):
            return subject if near == [subject] else None
        distant = [one for one in (self._hero, self._before) if one is not None and self._fits(pronoun, one)]
        if near and self._before not in near:
            # "The king met Karl Weiss. He left": only Karl Weiss is known to be a man.
            here = [one for one in self._here if self._fits(pronoun, one)]
            is_sure = len({*here, *near}) == 1 and self._is_woman(near[0]) is not None
            # Who is named nearer does something, unless it is done to him: "Ole Krag chose him".
            rivals = distant if pronoun in {"him", "her"} else [one for one in distant if one == self._hero]
            is_sure &= not self._may_mean_another
            return near[0] if is_sure and not set(rivals) - set(near) else None
        if not distant and not near and not self._unnamed_here.strip("w" if pronoun in _HE else "m"):
            here = [one for one in self._here if self._fits(pronoun, one)]
            return here[0] if len(here) == 1 and self._is_woman(here[0]) is not None else None
        if not distant or len({*distant, *near}) > 1:
            return None
        if distant[0] == self._before and any(self._fits(pronoun, one) for one in {*self._here} - {self._before}):
            return None  # the paragraph has named somebody since
        since = [one for one in self._since if self._fits(pronoun, one)]
        return distant[0] if distant[0] != self._hero or not since else None

    def _fits(self, pronoun: str, name: str) -> bool:
        return self._is_woman(name) is not (pronoun in _HE)

    def _is_woman(self, name: str) -> bool | None:
        return known if (known := is_woman(name)) is not None else self._women.get(name)

    def _is_of_another(self, before: str, pronoun: str) -> bool:
        """Return whether the owner of the object of ``before`` may be somebody else than its subject, a new person.

        "Ole Krag visited her grave" and "nevertheless visited his grave" are about somebody named before.
        """
        found = _VISITS.search(before)
        return found is not None and any(self._fits(pronoun, one) for one in self._here)

    def _is_of_unknown(self, text: str, before: str) -> bool:
        """Return whether a pronoun after ``before`` means the subject of ``text``, a name that may be a person's.

        "In 1875 Ismail, deep in debt, sold his share", in a text that does not say who Ismail is.
        """
        opening = ADVERBIAL.match(text)
        found = _LONE_NAME.match(before, opening.end() if opening is not None else 0)
        if found is None or _VISITS.search(before) is not None:
            return False
        name = found["name"]
        is_body = any(one.start == found.start() and one.is_body for one in self._named_in(text))
        return not (is_body or is_place(name) or is_english_word(name.lower()) or name.lower() in ENDS)

    def _only_person(self, before: str) -> str | None:
        """Return the person who is the subject of ``before``, the beginning of a clause, if it names nobody else."""
        named = self._named_in(before)
        if len(named) != 1 or not named[0].is_person or named[0].start > 0 or _CLAUSE_ENDS.search(before):
            return None
        return named[0].name

    def _learn(self, name: str, pronoun: str) -> None:
        self._women.setdefault(name, pronoun in _SHE)

    def _known(self) -> Iterator[str]:
        """Yield the people whom a pronoun may mean."""
        return (one for one in (self._subject, self._hero, self._before, *self._near) if one is not None)

    def _is_lone(self, text: str, found: re.Match[str], *, is_first: bool) -> bool:
        pronoun, before = found[0].lower(), text[: found.start()]
        known = [one for one in self._known() if self._fits(pronoun, one)]
        # Who does something to "him" is somebody else.
        is_object = pronoun == "him" or (pronoun == "her" and not _is_possessive(text, found))
        if is_object and is_first and (doer := self._only_person(before)) is not None and self._fits(pronoun, doer):
            return True
        if pronoun in {"his", "her"} and is_first and self._is_of_another(before, pronoun):
            return True
        if is_first and pronoun in {"he", "she"} and _COMPANION.fullmatch(before):
            return True  # "Together with Ida Lund he …"
        named = [one for one in self._named_in(before) if not is_eponym(before, one)]
        rest = EPONYM.sub("", before)
        for one in reversed(named):
            if one.is_person and one.name in known:
                return False
            if one.is_person:  # the name of a relative is not that of somebody known
                rest = f"{rest[: one.start]}{rest[one.end :]}"
        if any(occurs_in(word, rest) for one in known for word in one.split() if word[0].isupper()):
            return False
        if any(f", {one} " in text[found.end() :] for one in known):
            return False  # "With his wife, Fred Urquhart …"
        if pronoun in {"his", "her"} and before == "With " and (after := _WITH_KIN.match(text)) is not None:
            return not any(one.start == after.end() and one.is_person for one in self._named_in(text))
        is_unknown = bool(named) and not named[0].is_person and " " in named[0].name and not is_place(named[0].name)
        is_own = (is_first and is_unknown and len(named) == 1) or text.startswith(" own ", found.end())
        # "Vasco da Gama lost most of his crew", "Canvass White went to Britain at his own expense"
        is_own = pronoun in {"his", "her"} and bool(named) and named[0].start == 0 and is_own
        if is_own or (is_first and not is_object and self._is_of_unknown(text, before)):
            return False
        if pronoun in _SHE and any(_is_ship(text, one, pronoun) for one in named):
            return False
        before = capitalized(_OF_YEAR.sub("", before))
        if pronoun in {"his", "her"} and (OF_OTHER.match(before) or DONE_TO.match(before)) is not None:
            return DONE_TO.match(before) is None
        if pronoun in {"his", "her"} and (owner := OWNER.match(before)) and not any(one.is_person for one in named):
            return (owner["man"] is not None) is not (pronoun == "his")
        if (animal := _FEMALE.match(before)) is not None and not any(one.is_person for one in named):
            return (animal["male"] is not None) is (pronoun in _SHE)
        if not is_first and UNNAMED.search(before) is not None:
            return False  # "Anna Berg lost her hat to a man who sold his own"
        if pronoun in {"he", "she"} and is_first and not known and begins_with_person(before):
            return any(self._fits(pronoun, one) for one in self._here)
        fitting = [one for one in named if one.is_person and self._fits(pronoun, one.name)]
        # Who does something to "him" may be named, unless it happens in a clause of its own.
        return len(fitting) <= (1 if is_object and is_first and _OTHER_CLAUSE.search(before) is None else 0)


def _is_ship(text: str, one: Named, pronoun: str) -> bool:
    """Return whether ``pronoun``, "she" or "her", may mean the ship ``one``: "the Mary Rose, when she sank"."""
    before = text[: one.start]
    return _SHIP.search(before) is not None or (pronoun == "she" and not one.is_person and before.endswith("the "))


def _is_possessive(text: str, her: re.Match[str]) -> bool:
    """Return whether ``her`` in ``text`` is an owner: "her work", but not "made her head of the school"."""
    return _OWNED.match(text, her.end()) is not None and _APPOINTED.search(text, 0, her.start()) is None
