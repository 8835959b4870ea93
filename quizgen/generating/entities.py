"""Find the entities that an article names, with all their names, and guess their types and roles.

Types and roles are guessed from the names and the English words next to them; the author of the seed reviews them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizgen.facts.model import EntityType
from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.folding import fold
from quizgen.text.lexicon import EVENTS, JOINS, ORGANISATIONS, PLACES, ROLES, TITLES
from quizgen.text.mentions import Mention
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.numbers import BELOW_TWENTY
from quizgen.text.word_forms import is_english_word, singular

_ACTS = (
    r"said|says|told|wrote|writes|argued|claimed|concluded|announced|noted|added(?! an?\b| the\b)|warned|proposed|"
    r"described|published|"
    r"discovered|invented|founded|reported|stated|explained|suggested|won|died|married|became|was born|tested|found"
)
_PERSON_AFTER = re.compile(rf"\s+(?:had |has |also |later |then |himself |herself )?(?:{_ACTS})\b(?! off)")
_PREDICATE = re.compile(
    r"(?:, [^,;:]*,)? (?:was|were|is|had been) (?:later |then |soon |finally |also |never )?(?:apprenticed|arrested"
    r"|baptized|baptised|beheaded|born|dismissed|educated|executed|exiled|hanged|imprisoned|knighted|murdered|ordained"
    r"|orphaned|widowed)\b"
    r"|, (?:born|educated|who) (?!of)"
    r"|(?:, [^,;:]*,)? (?:had |has |later |never |soon )?(?:argued"
    r"|became an? (?=[a-z])|believed|calculated|confessed|died|graduated"
    r"|hoped|insisted|married|quarreled|quarrelled|retired|studied|taught|thought|trained as|wrote)\b"
    r"|(?:, [^,;:]*,)? had (?:helped|studied|worked|trained|married|learned|learnt|read|seen) "
    r"|['’]s (?:(?:[a-z]+ )?(?:father|mother|brother|sister|son|daughter|wife|husband|widow|uncle|aunt)|mind|pamphlet"
    r"|death|career|boyhood|childhood)\b"
)
"""What is said of people only, whatever their names mean."""
_WAS_ONE = re.compile(r"(?:, [^,;:]*,)? (?:was|became|is) (?:then |once |now )?an? (?P<what>[a-z]+(?: [a-z]+){0,3})")
_ORIGIN = re.compile(r"\b(?:from|in|of|at|near) $")
"""What precedes where somebody is from: "a farmer from Dorset who had made a fortune"."""
_WHO_AFTER = re.compile(r",? (?:an? (?:[\w-]+ ){1,3})?who\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|off|near|across|around|outside|north of|south of|east of|west of)\s+(?:the\s+)?$"
)
_HEAVENLY = frozenset({"Earth", "Jupiter", "Mars", "Mercury", "Moon", "Neptune", "Saturn", "Sun", "Uranus", "Venus"})
_SUBSTANCES = frozenset({"ATP", "DDT", "DNA", "LSD", "RNA", "TNT"})
_CODE = re.compile(r" (?:barcodes?|codes?|formula|index|method|model|number|scale|standard|system|test|theory|unit)\b")
"""What an abbreviation is the name of, which is no organization: "QR codes", "BCS theory"."""
_THING_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|a|an|its|their|his|her|our|this|that|called|named|newspaper|magazine|ship|firm|book|film|on)\s+[“\"]?|['’]s\s|\*)$"
)
_STATES = frozenset({"US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "USSR"})
_PLACE_OF = re.compile(
    r"\b(?:area|banks|bay|border|borders|capital|cit(?:y|ies)|coasts?|count(?:y|ies)|district|forests?|hills|islands?"
    r"|isthmus|kingdom|lakes?|mountains|north|south|east|west|outskirts|people|plains?|ports?|provinces?|regions?|rivers?"
    r"|sanctuary|shores?|states?|streets|suburb|towns?|valleys?|villages?) of (?:the )?$"
)
_SHIP_PREFIXES = frozenset("HMS HMAS HMCS USS SS RMS RRS MV".split())
_STORMS = frozenset("cyclone hurricane typhoon".split())
_AT_BUILDING = re.compile(r" (?:abbey|airport|barracks|castle|cathedral|harbou?r|jail|prison|station)\b")
_PLACE_OR_GOAL = re.compile(r"\b(?:at|from|in|into|near|of|to) $")
_SAINTS_TOWN = re.compile(r"(?:St\.?|Saint) (?!James|Thomas|Nicholas|Francis|Louis|Agnes)[A-Z][a-z]+s")
"""A town that is called after a saint, such as St Ives; people are called St Ninian or St James."""
_QUARTERS = frozenset("North South East West Northern Southern Eastern Western Central Latin".split())
_NO_SURNAMES = frozenset("archipelago bay desert glacier island islands ocean peninsula strait straits".split())
"""Words that end the name of a place even after a given name: "Stewart Island"."""
_PLACES = PLACES | {"crossing", "dam", "empire", "reservoir", "basin", "point", "firth", "zone"}
_BETWEEN_PLACES = re.compile(
    r"\b(?:road|railway|line|way|letter|cable|journey|voyage|flight|route) from (?:[A-Z]\w+ to )?\n"
)
_TROOPS = frozenset(
    "battalion brigade dragoons fusiliers grenadiers hussars infantry lancers regiment squadron".split()
)
_SOME_ONE = re.compile(r"\b[Aa]n? $")
"""What precedes one of many, which has no name of its own: "*Swifts in a Tower*"."""
_BEFORE_PLACES = frozenset(
    "St. Mt. Fort Port Mount Lake Cape Isle Isthmus Strait Gulf Bay River Rio El La San Santa São".split()
)
_THINGS = frozenset(
    "act ad article award bc bill book code constitution decree edict epistle express game gospel law link lottery"
    " medal plan prize protocol".split()
)
_PEOPLE = re.compile(r"(?:an|ish|ese|ch|ic|iet)$")
_ALWAYS_PEOPLE = re.compile(
    r"^(?:Slovene|Slav|Protestant|Catholic|Muslim|Hindu|Buddhist|Huguenot|Mongol|Viking|Goth|Saxon|Celt|Moor|Ottoman"
    r"|[A-Z][a-z]*(?:stan|raq|rael|epal|engal)i|Byzantine|Habsburg|Aztec|Inca|Zulu|Sikh|Quaker|Puritan|Jesuit|Yugoslav)s?$|^(?:Christian|Frank|Lombard|Roman)s$|"
    r"(?:glish|tish|nish|lish|dish|rkish|wish|nese|tuguese|ench|utch|zech|oviet)$|^(?:Scot|Dane|Swede|Pole|Turk|Finn|Greek|Swis|Serb|Croat|Tatar|Arab|Jew|Basque|Maori|Welsh)s?$"
)
_OF_PEOPLE = re.compile(r"\w{3}(?:ian|ean|nese)s?$")
_LATIN = re.compile(r"(?:us|um|is|ae|ior|ia)$")
_PEOPLES = re.compile(r"(?:an|ish)s$")
_COUNTING = frozenset((*BELOW_TWENTY[1:7], "some"))
_ROLE_WORDS = 6
_LONGEST_PERSON = 3
_OWN_ROLE = re.compile(r"(\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[A-Za-z-]+ ){0,3}[a-z]+), $")
"""A role and a comma: "its director, Ida Lund", "the Danish prime minister, Ole Krag"."""
_ROLE_BEFORE = re.compile(r"(?:[\w'’-]+\s+)+$")
_IS_ROLE = re.compile(
    r"school(?:master|mistress|teacher)"
    r"|[a-z]{2,}(?:ologist|ographer|desist|ysicist|onomist|onomer|matician|ician|wright|maker|smith)"
    r"|botanist|builder|carpenter|clerk|curator|diver|nurse|organist|owner|pianist|printer|sailor|servant|soldier|violinist|weaver"
)
"""Occupations that are not listed, such as geodesist and geophysicist."""
_GOAL = re.compile(r"\b(?:to|past|around|towards?|reach|reached|leave|left|circle|orbit) $")
_NO_NOUN = re.compile(r"[,.;]| (?:in|on|at|and|was|is|were|from|\d)")
"""What follows the name of a place or a thing, rather than an adjective: "flew past Titan 127 times"."""
_WAS = re.compile(r"(?:was|is|became|were) (?:(?:an?|the) )?")
_BODIES = "|".join(sorted(ORGANISATIONS - {"works", "force", "house"}))
_BODY_AFTER = re.compile(
    rf", (?:an?|the) (?:(?!(?:at|by|for|from|in|of|on|to|with) )[\w’'-]+ ){{0,3}}?(?:{_BODIES}|subsidiary)\b"
    rf"(?!['’]s)(?! (?:{'|'.join(sorted(ROLES))})\b)"
)
_AFTER_THE = re.compile(r"\b[Tt]he $")
_ENDS_NAME = re.compile(r" [a-z]|[,.;:)]")
"""What follows a name that is whole: with "the" before it, that of a ship, such as the Mary Rose."""
_CALLED_THING = re.compile(r"\b(?:an?|the) (?:[\w-]+ )?(?P<noun>[a-z]+)(?: is| was)? (?:called|known as|named) $")
_CALLED_EVENT = re.compile(
    r"\b(?:an?|the) (?:[\w-]+ )?(?P<noun>[a-z]+)(?: (?:of|in|on|at) [^,;:]*)?,? (?:called|known as|named) (?:the )?$"
)
"""What precedes the name of an event: "an exhibition of ships in Kent, known as the "."""
_BODY_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}"
    r"(?:agency|airline|bank|company|firm|journal|magazine|newspaper|party|railway|university) \*?$"
    r"|\b(?:affiliate|employees?|shareholders?|subsidiary|subsidiaries) of (?:the )?$"
)
"""What precedes the name of a body: "the ferry company "."""
_FIRM_AFTER = re.compile(r" (?:company|corporation|firm)\b")
_WORK_BEFORE = re.compile(
    r"\b(?:album|ballad|ballet|biography|book|cartoon|comedy|drawing|engraving|essay|etching|film|musical|novel|opera|painting|pamphlet"
    r"|picture|play|poem|print|song|story|tragedy|woodcut)s?,? (?:[*“\"]?(?:[A-ZÀ-Þ][\w’'-]*[*”\"]?,? )+and )?[*“\"]?$"
)
"""What precedes the title of a work: "his prints Gin Lane and "."""
_KNOWN_AS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*)+),? (?:also |better |best )?(?:known as|nicknamed) (?:the )?$"
)
"""What precedes another name of somebody: "Robert Krag, known as Old Bob"."""
_IS_PLACE = re.compile(
    r"(?:,| (?:is|was|became|remained)) (?:an?|the) (?P<words>"
    r"(?:(?!(?:of|in|to|from|at|on|that|which|with|and)\b)[A-Za-z-]+ ?){1,4})"
)
"""What says what something is: "Ahuna Mons, a lone mountain", "Basel-Stadt became the first canton"."""
_PLACES_LISTED = re.compile(
    r"\b(?P<noun>[a-z]+s)\b(?: of(?: the)?|(?: [a-z\d]+){0,6}(?::|,? such as|,? including)) "
    r"(?:[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*(?:, (?:and |or )?| and | or ))*$"
)
"""What precedes a name in a list of places: "two cantons accepted: Vaud and "."""
_OWN = re.compile(
    rf" (?:(?:had|has|also|later) )?(?:{IRREGULAR_PAST}|[a-z]{{3,}}(?:ed|[^s\W]s)) (?:[a-z]+ )?(?P<who>[a-z]+) "
    r"(?:to|into|in|at) its "
)
"""What follows the name of what has something, rather than that of a person: "admitted women to its school"."""
_ITS_NEIGHBOR = re.compile(r"\b[Ii]ts (?:[a-z]+ )?neighbou?rs?,? $")
_OWNER = re.compile(r"['’]s?$")
_AND_PERSON = re.compile(r" and (?P<first>[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'.-]*)*")
_PARTIES = frozenset("Communist Conservative Democrat Fascist Liberal Marxist Republican Socialist".split())
_AFTER_PLACE = re.compile(
    r"(?:[A-ZÀ-Þ]\w+, (?P<listed>[A-ZÀ-Þ]\w+), (?:and|or)|(?P<place>[A-ZÀ-Þ]\w+)(?:,| and| or)) (?:the )?$"
)
_IN_PLACE = re.compile(r" (?:in|of|at) [A-ZÀ-Þ]")
_ROLE_IN_PLACE = re.compile(r"\b(?:[Aa]n?|[Tt]he) (?:[A-Za-z-]+ )?(?P<role>[a-z]+) (?:in|from|of) [A-Z]\w+, $")
"""What precedes the name of somebody: "a clergyman in Kent, "."""
_BEFORE_ROLE = frozenset(
    "a an the and but by when while that then in of to with under its his her their from for at on as called".split()
)
_DID = re.compile(
    rf"(?:(?!(?:was|were|became)\b)(?:{IRREGULAR_PAST})|[a-z]{{3,}}ed (?:as|at|by|for|from|in|on|to|with))\b"
)
"""What somebody did, rather than what somebody was: ", travelled to Kent to meet the author"."""
_STORY = re.compile(
    r"\b(?:legend|myth|rumou?r|story|tale|tradition)s? (?:[a-z]+ )?(?:has it|holds?|says?|goes|tells?|claims?)\b"
    r"|\b[Aa]ccording to (?:an?|one|the) (?:[a-z]+ )?(?:legend|myth|rumou?r|story|tale|tradition)\b"
)
"""What precedes something that nobody is sure of."""
_OPENING = frozenset("again also eventually finally later meanwhile now once only soon still then today yet".split())
_ROLE_AFTER_NAME = re.compile(
    rf", (?!(?:where|when|which|whose|whom|as)\b)(?:(?:the|a|an|then|his|her) )?"
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(ROLES))})\b"
)
_ROLE_AFTER = re.compile(
    r"^,\s+(?!(?:he|she|it|they|where|when|which|whose|whom|as)\b)(?:who (?:was|is|became) )?(?:then\s+)?"
    r"(?:(?:the|a|an|his|her|their)\s+)?([^,.;:()]+?)(?=[,.;:()])"
)


@dataclass
class FoundEntity:
    """An entity with guessed type and role; ``name`` is the longest of its names."""

    name: str
    type: EntityType | None
    """None if there is nothing to guess it from."""
    aliases: list[str] = field(default_factory=list)
    role: str | None = None


def find_entities(read: Iterable[tuple[str, Sequence[Mention]]], hero: str | None = None) -> dict[str, FoundEntity]:
    """Map each folded name in an article to its entity; ``read`` are the sentences with their mentions.

    ``hero`` is the name of the person whom the article is about, which its sentences may shorten.
    """
    contexts: dict[str, list[tuple[str, str]]] = {}
    written: dict[str, str] = {}
    for sentence, mentions in read:
        for one in mentions:
            if one.kind == "name":
                key = fold(one.text)
                written.setdefault(key, one.text)
                contexts.setdefault(key, []).append((sentence[: one.start], sentence[one.end :]))
    if hero is not None and _is_shortened(hero, contexts):
        written.setdefault(fold(hero), hero)
        contexts.setdefault(fold(hero), [])
    found: dict[str, FoundEntity] = {}
    surnames: dict[str, FoundEntity] = {}
    initials: dict[str, FoundEntity] = {}
    heads: dict[str, FoundEntity] = {}
    # The longest names first, so that a surname finds its owner.
    for key in sorted(contexts, key=lambda name: (name != fold(hero or ""), -len(name.split()))):
        context = contexts[key]
        if key not in surnames and _is_nationality(written[key], context):
            continue
        owner = initials.get(written[key]) or heads.get(key)
        if owner is None and not (key in GIVEN_NAMES and _is_titled(context)):
            owner = surnames.get(key)
        if owner is not None:
            owner.aliases.append(_with_joins(written[key], owner.name, context))
            owner.role = owner.role or _role(context)
            found[key] = owner
            continue
        kind = _type(written[key], context, contexts)
        found[key] = new = FoundEntity(written[key], kind, role=_role(context) if kind == "person" else None)
        if kind == "person":
            for surname in _surnames(key):
                surnames.setdefault(surname, new)
            if re.fullmatch(r"\S+ [IVX]+", written[key]):
                surnames.setdefault(key.split()[0], new)  # "Cnut" is Cnut IV
            if (given := key.split(maxsplit=1)[0]) in GIVEN_NAMES or key == fold(hero or ""):
                surnames.setdefault(given, new)  # "Mary" is Mary Anning
        else:
            if kind in {"organization", "event"} and len(new.name.split()) > 1:
                heads.setdefault(_head(key), new)  # "the League" is the Hanseatic League
            initials.setdefault("".join(word[0] for word in new.name.split() if word[0].isupper()), new)
    for key, context in contexts.items():
        called = next(filter(None, (_KNOWN_AS.search(before) for before, _ in context)), None)
        owner = found.get(fold(called["name"])) if called is not None else None
        if owner is not None and owner.type == "person" and owner is not found.get(key):
            owner.aliases.append(written[key])
            found[key] = owner
    return {key: found[key] for key in contexts if key in found}


def _with_joins(alias: str, name: str, context: Sequence[tuple[str, str]]) -> str:
    """Return ``alias`` with the words that belong to it in ``name`` if it always has them: "von Frisch"."""
    lowered = f"{alias[0].lower()}{alias[1:]}"  # "Van Gogh", at the beginning of a sentence
    alias = lowered if f" {lowered}" in name else alias
    joins = re.search(rf"(?P<joins>(?:\b[a-z]+ )+){re.escape(alias)}$", name)
    return f"{joins['joins']}{alias}" if joins and all(each.endswith(joins["joins"]) for each, _ in context) else alias


def _surnames(name: str) -> Iterator[str]:
    """Yield the forms of the surname: for Pieter van der Meer, Meer and van der Meer."""
    words = name.split()
    if "of" in words or ("de" in words and is_place(words[-1])):
        return  # "Countess of Lovelace", "Casino de Paris"
    start = len(words) - 1
    yield words[start]
    while start > 1 and words[start - 1] in JOINS:
        start -= 1
        yield " ".join(words[start:])


def person_in(title: str) -> str | None:
    """Return the name of the person that ``title`` consists of, if it seems to be one."""
    name = title.lstrip("# ").strip()
    words = name.split()
    is_name = 1 < len(words) <= _LONGEST_PERSON and all(re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]+", word) for word in words)
    return name if is_name and not is_place(name) else None


def _is_shortened(name: str, used: Collection[str]) -> bool:
    """Return whether one of the names ``used`` in an article (folded) is a part of the ``name`` of a person."""
    words = fold(name).split()
    return all(word in used for word in words) or (words[0] in GIVEN_NAMES and any(word in used for word in words))


def _head(name: str) -> str:
    """Return the word of ``name`` (folded) that says what it is: bank, for Bank of England."""
    return re.split(r" (?:of|for|on|against|de|du|des) ", name, maxsplit=1)[0].split()[-1]


def _is_titled(context: Sequence[tuple[str, str]]) -> bool:
    """Return whether a role or a title precedes the name: King William is not William Paterson."""
    return any(_last_word(before) in ROLES | TITLES for before, _ in context)


def _is_nationality(name: str, context: Sequence[tuple[str, str]]) -> bool:
    """Return whether ``name`` is a nationality, or an adjective such as German that always precedes a noun."""
    if name.rsplit(maxsplit=1)[-1] in _PARTIES:
        return True  # "a Social Democrat"
    if re.fullmatch(r"New [A-Z]\w+ers?", name) is not None:
        return True  # "New Zealanders"
    if " " in name:
        return name.split(maxsplit=1)[0] in _QUARTERS and bool(_PEOPLE.search(name) or _PEOPLES.search(name))
    if is_place(name) or any(_GOAL.search(before) and _NO_NOUN.match(after) for before, after in context):
        return False
    if _OF_PEOPLE.search(name) and is_english_word(name.lower()) and fold(name) not in GIVEN_NAMES:
        return True
    describes = all(re.match(r" [a-z\d]", after) for _, after in context)
    return bool(_PEOPLES.search(name) or _ALWAYS_PEOPLE.search(name)) or (bool(_PEOPLE.search(name)) and describes)


def is_nationality(word: str) -> bool:
    """Return whether ``word`` is an adjective of nationality, such as Hungarian."""
    return word[0].isupper() and not is_place(word) and bool(_ALWAYS_PEOPLE.search(word) or _PEOPLE.search(word))


def _type(name: str, context: Sequence[tuple[str, str]], used: Collection[str]) -> EntityType | None:
    """Guess the type of ``name`` from its words and context; ``used`` are all names in the article, folded."""
    parts = name.split()
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", name)]
    head = _head(fold(name))
    if len(parts) > 1 and words[-1:] and words[-1] in _NO_SURNAMES:
        return "place"
    is_body = any(
        _BODY_AFTER.match(after)
        or _BODY_BEFORE.search(before)
        or (_FIRM_AFTER.match(after) and _AFTER_THE.search(before) and not is_place(name))
        for before, after in context
    )
    if is_body and fold(parts[0]) not in GIVEN_NAMES:
        return "organization"
    if any(
        _WORK_BEFORE.search(before) or ((thing := _CALLED_THING.search(before)) and not is_role(thing["noun"]))
        for before, _ in context
    ):
        return None
    is_office = parts[1:2] == ["of"] and parts[0].lower() in ROLES  # "Dean of Westminster"
    if name in _QUARTERS or parts[0] in _SHIP_PREFIXES or is_office:
        return None
    is_person = any(
        _last_word(before) in TITLES
        or ((one := _ROLE_IN_PLACE.search(before)) is not None and is_role(one["role"]) and after.startswith(","))
        or is_role(_last_word(before))
        or (_PLACE_BEFORE.search(before) is None and _is_said_of_person(before, after))
        or any(pattern.match(after) for pattern in (_ROLE_AFTER_NAME, _PERSON_AFTER))
        or (_WHO_AFTER.match(after) is not None and _ORIGIN.search(before) is None and name not in _HEAVENLY)
        for before, after in context
    )
    is_ship = not is_person and all(_AFTER_THE.search(before) and _ENDS_NAME.match(after) for before, after in context)
    has_given_name = len(parts) > 1 and fold(parts[0]) in GIVEN_NAMES and not is_ship
    if name in _STATES or (is_place(name) and not has_given_name):
        return "place"
    is_at_building = any(_AT_BUILDING.match(after) and _PLACE_OR_GOAL.search(before) for before, after in context)
    if _SAINTS_TOWN.fullmatch(name) or (is_at_building and not is_person):
        return "place"
    if head in _THINGS or (" " not in name and all(_SOME_ONE.search(before) for before, _ in context)):
        return None
    if any(word in ORGANISATIONS for word in words) and (
        len(parts) > _LONGEST_PERSON or not (has_given_name and is_person)
    ):
        return "organization"
    is_storm = parts[0].lower() in _STORMS and len(parts) > 1
    is_event = is_storm or any(word in EVENTS or singular(word) in EVENTS for word in words)
    is_called = any((one := _CALLED_EVENT.search(before)) and one["noun"] in EVENTS for before, _ in context)
    if is_called or (is_event and not _is_bare_word(name, context)) or re.search(r"\b\d{4}$", name):
        return "event"
    if (parts[0] in _QUARTERS and len(parts) == 2) or any(_BETWEEN_PLACES.search(f"{a}\n{b}") for a, b in context):
        return "place"
    if words and (words[-1].endswith("bank") or words[-1] in _TROOPS):
        return "organization"
    if parts[0] in _BEFORE_PLACES or (any(word in _PLACES for word in words) and not (has_given_name or is_person)):
        return "place"
    if (name.isalpha() and name.isupper()) or "&" in name:
        is_no_body = name in _SUBSTANCES or all(_CODE.match(after) for _, after in context)
        return None if is_no_body else "organization"
    if has_given_name:
        return "person"
    return _type_in_context(name, context, used, is_person=is_person)


def _is_bare_word(name: str, context: Sequence[tuple[str, str]]) -> bool:
    """Return whether ``name`` is one word that never has an article: "Fair", on a barometer, is no event."""
    return " " not in name and not any(_AFTER_THE.search(before) for before, _ in context)


def _is_said_of_person(before: str, after: str) -> bool:
    """Return whether ``after``, what follows a name, is said of people only: "was born", "was a schoolmaster"."""
    if _last_word(before) in {"the", "of", "in", "at", "from", "near", "to"}:
        return False
    if _PREDICATE.match(after) is not None:
        return True
    said = _WAS_ONE.match(after)
    return said is not None and any(map(is_role, said["what"].split()))


def _type_in_context(
    name: str, context: Sequence[tuple[str, str]], used: Collection[str], *, is_person: bool
) -> EntityType | None:
    """Guess the type of ``name`` if its words do not say it; ``is_person`` is what the words next to it say."""
    parts = name.split()
    if _role(context) is not None or any(_last_word(before) in TITLES for before, _ in context):
        return "person"
    said = [found["words"].split() for _, after in context if (found := _IS_PLACE.match(after)) is not None]
    kinds = [words for words in said if not PLACES.isdisjoint(words) or _is_kind_of_place(words[-1])]
    if any(not any(map(is_role, words)) for words in kinds):
        return "place"
    if any(_is_in_list_of_places(before) for before, _ in context):
        return "place"
    if any(_ITS_NEIGHBOR.search(before) for before, _ in context) and not is_person:
        return "place"
    if any(_is_owner(after) for _, after in context) and not is_person:
        # "Halden Inner sent men to its school", in a text that names Halden Outer, too
        is_part = any(other.startswith(f"{fold(parts[0])} ") for other in used if other != fold(name))
        return "place" if is_part else None
    if len(parts) > 1 and any(
        before.endswith((" by ", ", ")) and (other := _AND_PERSON.match(after)) and fold(other["first"]) in GIVEN_NAMES
        for before, after in context
    ):
        return "person"
    if any(_PLACE_OF.search(before) for before, _ in context) or (len(parts) == 1 and name.endswith("shire")):
        return "place"
    if len(parts) == 1 and any(_PLACE_BEFORE.search(before) for before, _ in context):
        return "place"
    if is_person:
        return "person"
    if any(_PLACE_BEFORE.search(before) for before, _ in context):
        return "place"
    # "Krag in Norway, Lund in Sweden" are no places
    neighbors = (_AFTER_PLACE.search(before) for before, after in context if _IN_PLACE.match(after) is None)
    if any(one is not None and is_place(one["place"] or one["listed"]) for one in neighbors):
        return "place"
    is_of_place = parts[1:2] in (["of"], ["for"]) and is_place(parts[-1])  # "Krag of Oslo": a firm or somebody
    if is_of_place or all(part[0].isupper() and is_english_word(_OWNER.sub("", part).lower()) for part in parts):
        return None
    if any(_THING_BEFORE.search(before) for before, _ in context) or not 2 <= len(parts) <= 4:
        return None
    is_surname = any(surname in used for surname in _surnames(fold(name)))
    looks_like_one = (
        len(parts) < 4
        and all(part[0].isupper() and len(part) > 1 and not part.isupper() for part in parts)
        and not _LATIN.search(fold(name))
    )
    return "person" if is_surname or looks_like_one else None


def _is_kind_of_place(word: str) -> bool:
    """Return whether ``word``, a noun, is one for places: mountain, canton, province."""
    return word in PLACES or is_mainly(singular(word), "region")


def _is_in_list_of_places(before: str) -> bool:
    """Return whether what precedes a name, a list, says that its members are places: "three cantons: Vaud, "."""
    listed = _PLACES_LISTED.search(before)
    return listed is not None and _is_kind_of_place(listed["noun"])


def _is_owner(after: str) -> bool:
    """Return whether ``after``, what follows a name, says what only its owner does: "sent men to its school"."""
    own = _OWN.match(after)
    return own is not None and is_mainly(singular(own["who"]), "person")


def _last_word(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return words[-1].lower() if words else ""


def is_role(word: str) -> bool:
    """Return whether ``word``, in lower case, is an occupation or a role: "geodesist", "king"."""
    return word in ROLES or _IS_ROLE.fullmatch(word) is not None


def _role(context: Sequence[tuple[str, str]]) -> str | None:
    for before, after in context:
        if is_role(_last_word(before)) and (match := _ROLE_BEFORE.search(_OWN_ROLE.sub(r"\g<1> ", before))):
            words = match[0].split()
            limits = [index for index, word in enumerate(words, 1) if word.lower() in _BEFORE_ROLE]
            limits += [index for index, word in enumerate(words, 1) if any(map(str.isdigit, word))]
            words = words[max(limits, default=0) :][-_ROLE_WORDS:]
            if len(words) > 1 and before.startswith(f"{words[0]} ") and words[0].lower() in _OPENING:
                words = words[1:]  # "Meanwhile King William"
        elif (match := _ROLE_AFTER.match(after)) and any(is_role(word.lower()) for word in match[1].split()):
            every = re.split(
                r" (?:who|whom|that|which|whose|called|named|known|nicknamed|(?:in|since) \d{4})\b",
                _WAS.sub("", match[1], count=1),
            )[0].split()
            words = every[:_ROLE_WORDS]
            if _DID.match(match[1]) is not None or _STORY.search(before) is not None:
                continue
            while words[-1][0].isupper() and len(words) < len(every) and every[len(words)][0].isupper():
                words = every[: len(words) + 1]  # "zoologist at the University of Cape Town"
            while len(words) > 1 and words[-1].lower() in _BEFORE_ROLE:
                words = words[:-1]
            if words[0].lower() in {"under", "with", "by", "as", "in", "like", "including"}:
                continue
        else:
            continue
        if any(fold(a) in GIVEN_NAMES and b[0].isupper() for a, b in pairwise(words)):
            continue  # "Ida Lund, his young colleague Ole Krag and a student": somebody else
        if len(words) > 3 and words[0].lower() in _COUNTING and words[1] == "of":
            words = [*words[3:-1], singular(words[-1])]  # "two of the engineers"
        role = " ".join(words[1:] if len(words) > 1 and words[0].endswith(("'s", "’s")) else words)
        return role[0].upper() + role[1:]
    return None
