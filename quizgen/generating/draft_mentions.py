"""Find what a draft may mark in a sentence: dates, figures, quotations, whole names, and numbers in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import GIVEN_NAMES, NUMBER_ENDS
from quizgen.generating.joint_names import joint_names
from quizgen.text.dates import CENTURY_WORDS, MONTH, YEAR
from quizgen.text.folding import fold
from quizgen.text.lexicon import ORGANISATIONS, PLACES, ROLES, TITLES
from quizgen.text.mentions import Mention, find_mentions
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import BELOW_TWENTY, TENS, any_number_word
from quizgen.text.sentences import FIRST_WORD
from quizgen.text.word_forms import is_english_word, singular
from quizgen.text.words import listed

_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})"
_CENTURY = re.compile(
    rf"(?:(?:early|mid|late)[ -])?{_ORDINAL}(?: (?:and|to|or) (?:the )?{_ORDINAL})?[ -]centur(?:y|ies)"
    r"(?: B\.?C(?:\.?E)?\b)?"
    r"|\b\d{1,4} B\.?C(?:\.?E)?\b"
)
_WORDS = rf"(?:{'|'.join(BELOW_TWENTY[2:])}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(BELOW_TWENTY[1:10])}))?)"
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:one(?= per ?cent\b)|(?:half a|a quarter of a) (?:dozen|million|billion)"
    rf"|(?:a|one|{_WORDS}) (?:dozen|hundred|thousand|million|billion)|{_WORDS}(?: (?:to|or) {_WORDS})?"
    rf"(?:[ -](?:thirds|quarters|fifths|sixths|tenths)| (?:percent|and a half))?)(?= [a-z]|[.,;])"
    rf"|(?<=\ba )(?:third|quarter|fifth|sixth|tenth|hundredth)(?= of\b)|\b(?:{any_number_word(3, 8)}|ten)fold\b"
    r"|\b(?:(?:two|three|four|six|eight|nine|ten|eleven)pence|halfpenny)\b"
    r"|(?<=\b[Aa]bout )half(?= of )|(?<=\bthan )half(?= of )|(?<=\bas much as )half(?= of )|(?<=\bnearly )half(?= of )"
    r"|(?<=\b[Oo]nly )half(?= of )|(?<=\balmost )half(?= of )"
)
_FIRST_AMOUNT = re.compile(
    r"(?:[A-Z][a-z-]+ )?(?:a )?(?:dozen|hundred|thousand|million|billion|thirds|quarters|fifths|sixths|tenths)\b"
    r"|[A-Z][a-z-]+ per ?cent\b",
    re.IGNORECASE,
)
_ONE_TO = re.compile(rf"(?<![\w-])(?:one (?:to|or)|(?<=\b[Bb]etween )(?:one|{_WORDS}) and) {_WORDS}(?= [a-z]|[.,;])")
_MONTH = rf"(?:(?:early|mid|late)[ -])?(?:{MONTH})"
_MONTHS = re.compile(
    rf"(?<=\b[Ff]rom ){_MONTH} (?:to|until|till) {_MONTH}\b(?! \d)|(?<=\b[Bb]etween ){_MONTH} and {_MONTH}\b(?! \d)"
)
"""Months of every year: "from May to August"."""
_PRIZE = re.compile(r"(?:Prize|Medal|Award) (?:in|for) [A-Z][a-z]+(?:(?:,| or| and)? (?:or |and )?[A-Z][a-z]+)*")
_BETWEEN = re.compile(r"\b[Bb]etween the $")
_SPAN = re.compile(r" (?:and|to|or) |[-–/]")
_YEAR = re.compile(YEAR)
_NAMED_DAY = re.compile(rf"(?P<day>(?:[A-Z][a-z]+ )+{YEAR}) (?P<rest>[A-ZÀ-Þ].*)")
"""A day that has a name, and who did something then: "On Easter Sunday 1949 Karl Weiss left"."""
_FEAST = re.compile(
    rf"\b(?:New Year|Christmas|Midsummer|Easter|Lady|Boxing|All Saints)(?:['’]s?)? (?:Day|Eve|Sunday|Monday),? {YEAR}"
)
"""A day of a year that has a name: "New Year's Day 1885"."""
_NUMBERED_TROOPS = re.compile(r"\b\d{1,3}(?:st|nd|rd|th) $")
"""The number of troops: "the 4th Light Dragoons"."""
_MODEL = re.compile(r"\d-$")
"""What precedes letters that belong to the name of a model: "the N600-ES"."""
_BETWEEN_FIGURES = re.compile(r"\b[Bb]etween $")
_NOT_A_SPAN = re.compile(r"\b(?:[Ff]rom|[Bb]etween) $")
_CONVERTED = re.compile(r" [a-z]+ \($")
_KNOWN_ALREADY = re.compile(
    r"\b(?:the|these|those|its|their|his|her|all|other|both|last|first|next|one of|between|into) $", re.IGNORECASE
)
OF_NOTHING = re.compile(r" (?:reasons?|ways?|things?|kinds?|types?|sorts?|problems?|causes|factors|points)\b")
"""What follows a number that nobody needs to know, such as "two reasons"."""
_TIME_OF_DAY = re.compile(
    rf"\b(?:(?:{_WORDS} minutes?|(?:a )?quarter) (?:to|past|before|after)|half past) "
    rf"(?:one|two|{any_number_word(3, 12)})(?=[.,;]| (?:in|on|at|the|when|that)\b)"
)
"""A time such as "ten minutes to five", whose numbers are no figures."""
_APPOSED = re.compile(r"[A-ZÀ-Þ][\w’'-]*, $")
"""The end of names that are counted after them: "Ida Lund and Ole Krag, two of the engineers"."""
_LABEL = re.compile(
    r"\b(?:Articles?|Chapter|Clause|Section|Figure|Table|Room|Line|Flight|Psalm|Volume|Part|No\.|Nos\.|Nr\.|Page|Route"
    r"|[Tt]ype|[Gg]rade|[Cc]lass|[Pp]hase|[Ss]tage|[Ll]evel|[Cc]ategory)\s$"
)
# "the Estates General", "Fabre d'Églantine"
_MORE_OF_NAME = re.compile(r"(?: d['’]|(?<!['’]s) (?:[iy] )?)[A-ZÀ-Þ][^\W\d_]+(?!['’]s)\b")
# "the Boeing 747", but not "the bank paid Ida Lund 25 pounds" or "the Great Exhibition 1851"
_NUMBER_OF_NAME = re.compile(rf" (?!{YEAR}\b)\d{{1,4}}[A-Z]?(?=[,.;:)](?!\d)|$| [a-z])")
_COUNTED = re.compile(
    r" (?:[a-z-]+s|people|men|women|children|hundred|thousand|million|billion|percent|per|of|and|to)\b"
)
_BEFORE_MODEL = re.compile(r"\b(?:[Tt]he|an?|[Aa]ll|[Ee]very|[Ee]ach|its|their) $")
_BEFORE_PLACE = re.compile(r"(?:^|[ (])(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Nn]ear|[Tt]o|[Ff]or) (?:the )?$")
# What is called by a name and a noun: "Portland cement"
_NOUN_OF_NAME = re.compile(
    r" (?:cement|steel|glass|porcelain|marble|lace|linen|wool|silk|wine|beer|gin|whisky|cheese)(?=[,.;:)]| [a-z])"
)
_AND_SONS = re.compile(r" (?:and|&) (?:Sons?|Brothers|Daughters|Company|Co\.|Partners|Cie)(?![\w’'-])")
"""The end of the name of a firm."""
# A species: "a limpet, Lottia alveus, …"
_SPECIES = re.compile(r" (?P<second>[a-z]{3,}(?:us|um|is|a|ae|i|os|ens|ix|ax|or|ex|on|es))(?=[,.;:) ]|$)")
_SPECIES_BEFORE = re.compile(r"(?:, |\(|\b(?:called|named|species) )$")
_OPENS_NAME = re.compile(
    r"(?<=[a-z,]) (?:Little|Great|Greater|Big|Old|Upper|Lower|Middle|High|Late|Early|Last|Second) $"
)
"""A word that is not a name by itself, but begins that of the "Little Ice Age"."""
_TITLE_OF = re.compile(r"\b(?:Archbishop|Baron|Bishop|Count|Countess|Duchess|Duke|Earl|Marquess|Marquis|Viscount) of $")
_LETTER_OF_NAME = re.compile(r" [A-HJ-Z](?=[,.;:)](?!\w)| [a-z])")
"""The letter in a name such as "Zone A"."""
_LETTER_WORD = re.compile(r"[A-Z]-[a-z]+")
"""A word such as X-ray, which is not a name."""
_WHICH_WAR = re.compile(r"\b(?:First|Second|Third|Fourth|Great) $")
_FIRST_OF_NAME = re.compile(r" I(?=[ ,.;:)]|['’]s\b)")
"""The number of the first king or queen of a name: "Charles I"."""
_FIRST_AT_END = re.compile(rf" I(?={NUMBER_ENDS})")
_OWNER = re.compile(r"['’]s ")
MOVING = re.compile(r" (?:crew|cruise|expedition|flight|mission|voyage)s?\b")
"""What follows the name of a ship that somebody else owned or led: "Krag's Discovery expedition"."""
_PARTNER = re.compile(r"(?<![\w–])[A-ZÀ-Þ][\w’']+–$")
_OF_WORK = re.compile(
    r"\b(?:album|ballad|ballet|book|comedy|essay|film|memoirs?|musical|novel|opera|painting|pamphlet|play|poem|song"
    r"|treatise|tragedy), $"
)
_REST_OF_TITLE = re.compile(
    r"(?:(?: (?:a|an|and|at|by|for|from|in|into|my|of|on|or|our|the|to|with)){1,3}(?: [A-ZÀ-Þ][\w’'-]*)+)+(?=,|\.$| \()"
)
"""What follows the first words of the title of a work: "his book, Swifts in a Tower, "."""
_OTHER_THING = re.compile(r"(?<! of)(?<! for) the (?=[A-ZÀ-Þ])")
_AT_TIME = re.compile(r"\b(?:[Aa]fter|[Bb]efore|[Dd]uring|[Ii]n|[Ss]ince|[Uu]ntil) (?:the )?$")
_COUNTS = re.compile(
    r"(?:About|Only|Some|Nearly|Almost|Over|Around|Another|All|These|Those|Just|The|And|But|In|By|At|Of|Article|Page) "
)
_WHICH_HALF = re.compile(r"(?:North|South|East|West|Upper|Lower|Northern|Southern|Eastern|Western)\b")
_HALF = re.compile(rf"{_WHICH_HALF.pattern} (?:and|or) $")
_AFTER_NO = re.compile(r" No\. \d{1,4}\b")
"""The number in a name such as "Symphony No. 5"."""
_PLANETS = frozenset("Mercury Venus Mars Jupiter Saturn Uranus Neptune Pluto".split())
_DEMONYM = re.compile(
    r"(?:[A-Z][a-z]{2,}(?:man|woman)|Briton|Croat|Czech|Dane|Finn|Greek|Pole|Scot|Serb|Spaniard|Swede|Turk) (?=[A-Z])"
)
"""What precedes a name and says only where somebody is from: "the Frenchman Lucien Vidie"."""
_TITLE_OR_GOODS = re.compile(r"(?<=[Tt]he )[A-Z][a-z]+(?<!man) $")
"""A role that may be a part of a name: "the Merchant Shipping Act"."""
_SEAT_FOR = re.compile(r"(?:Parliament|Congress|Senator|Deputy|Member)(?= for )")
_NUMBERED = re.compile(r"[A-Z][a-z]{2,} \d{1,3}(?= (?:was|is|has|had|left|flew|went|sank|took|carried|[a-z]{3,}ed)\b)")
"""A name at the beginning of a sentence that ends in a number: "Voyager 1 was launched"."""
_NATIONALITY = re.compile(r"(?:an|ish|ese|ch|ic|er|Greek|Swiss|Czech|Dane|Swede|Pole|Scot)$")
_OF = re.compile(r" of ")
_TITLE_BEFORE = re.compile(rf"\b(?i:{'|'.join(sorted(ROLES | TITLES))}) $")
_DOING = re.compile(r"(?P<rest> (?:to|in|into|with|for) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: and (?:the )?[A-ZÀ-Þ][\w’'-]*)?)")
"""What follows the participle at the end of a long name: "Company of Merchants Trading to Africa and the Indies"."""
_AT_PLACE = re.compile(r" at [A-ZÀ-Þ][\w’'-]*(?! [A-ZÀ-Þ])")
"""The rest of the name of a university that has several places."""
_BODIES_FOR = listed("agreement act commission committee conference convention council institute protocol treaty")
"""Bodies and documents that are called after what they are about: "the European Convention on Human Rights"."""
_GROUP_OF = re.compile(r"[A-Z][a-z]+s of (?:the )?(?=[A-Z])")


def draft_mentions(sentence: str, names: frozenset[str], plain: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return the mentions in ``sentence``, in reading order; ``names`` are words that are always capitalized.

    The words in ``plain`` are also written in lowercase, so that they are no names at the beginning of a sentence.
    """
    first = FIRST_WORD.match(sentence)
    if first is not None and is_place(first[0]) and first[0].lower() not in plain:
        names |= {first[0]}
    found = list(_whole_names(sentence, find_mentions(sentence, names)))
    for start, end in joint_names(sentence):
        found = [one for one in found if one.end <= start or end <= one.start]
        found.append(Mention("name", sentence[start:end], start, end))
    if (numbered := _NUMBERED.match(sentence)) is not None and not _COUNTS.match(sentence):
        found = [one for one in found if one.start >= numbered.end()]
        found.insert(0, Mention("name", numbered[0], 0, numbered.end()))
    found = [one for one in found if one.kind != "figure" or not _LABEL.search(sentence[: one.start])]
    found = [one for one in found if one.kind != "name" or not _MODEL.search(sentence[: one.start])]
    for match in _FEAST.finditer(sentence):
        found = [one for one in found if one.end <= match.start() or match.end() <= one.start]
        found.append(Mention("date", match[0], match.start(), match.end()))
    for match in _CENTURY.finditer(sentence):
        found = [one for one in found if one.end <= match.start() or match.end() <= one.start]
        found.append(Mention("date", match[0], match.start(), match.end()))
    for match in _MONTHS.finditer(sentence):
        found = [one for one in found if one.end <= match.start() or match.end() <= one.start]
        found.append(Mention("date", match[0], match.start(), match.end()))
    found = list(_spans(sentence, found))
    for match in _ONE_TO.finditer(sentence):
        found = [one for one in found if one.end <= match.start() or match.end() <= one.start]
        found.append(Mention("figure", match[0], match.start(), match.end()))
    times = [match.span() for match in _TIME_OF_DAY.finditer(sentence)]
    for match in _IN_WORDS.finditer(_with_small_amount(sentence)):
        is_free = all(one.end <= match.start() or match.end() <= one.start for one in found)
        is_named = _APPOSED.search(sentence[: match.start()]) and sentence.startswith(" of ", match.end())
        is_known = (
            is_named or _KNOWN_ALREADY.search(sentence[: match.start()]) or OF_NOTHING.match(sentence, match.end())
        )
        is_time = any(start <= match.start() < end for start, end in times)
        if is_free and not is_known and not is_time:
            found.append(Mention("figure", sentence[slice(*match.span())], match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def _with_small_amount(sentence: str) -> str:
    """Return ``sentence`` with a small first letter if it begins with an amount: "Three quarters of the crops"."""
    return f"{sentence[0].lower()}{sentence[1:]}" if _FIRST_AMOUNT.match(sentence) else sentence


def _spans(sentence: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield ``mentions`` with "1848 and 1849" as one, and without a length that is given in a second unit."""
    last: Mention | None = None
    for one in mentions:
        between = sentence[last.end : one.start] if last is not None else ""
        if last is not None and last.kind == one.kind == "figure" and _CONVERTED.fullmatch(between):
            continue  # "82 miles (132 km)"
        if last is not None and _is_span(sentence, last, one):
            last = replace(last, text=sentence[last.start : one.end], end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _is_span(sentence: str, one: Mention, other: Mention) -> bool:
    """Return whether two years, or two figures, are the ends of one span: "the winter of 1535 to 1536"."""
    if one.kind != other.kind or _SPAN.fullmatch(sentence[one.end : other.start]) is None:
        return False
    if one.kind == "figure" and _BETWEEN_FIGURES.search(sentence[: one.start]) and not _YEAR.fullmatch(one.text):
        return " and " in sentence[one.end : other.start]  # "between 8.5 and 9.0 metres"
    first, last = (each.text.replace(",", "") for each in (one, other))
    if not (first.isdecimal() and last.isdecimal()) or _NOT_A_SPAN.search(sentence[: one.start]):
        return False
    return int(first) < int(last) and (one.kind == "date" or " and " not in sentence[one.end : other.start])


def _whole_names(sentence: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield ``mentions`` with names that belong together as one: "the Declaration of the Rights of Man"."""
    mentions = [part for one in mentions for part in _apart(sentence, one)]
    last: Mention | None = None
    for one in mentions:
        whole = _with_rest(sentence, one, mentions)
        if whole is None:
            continue
        if last is not None and whole.start < last.end:
            continue  # the number in "the Boeing 747"
        if last is not None and _belong_together(sentence, last, whole):
            last = replace(last, text=sentence[last.start : whole.end], end=whole.end)
            continue
        if last is not None:
            yield last
        last = whole
    if last is not None:
        yield last


def _apart(sentence: str, one: Mention) -> Iterator[Mention]:
    """Yield ``one``, or the place and the person that it consists of: "in the United States Ida Lund worked"."""
    words = one.text.split()
    if one.kind == "name" and (day := _NAMED_DAY.match(one.text)) is not None:
        yield replace(one, kind="date", text=day["day"], end=one.start + len(day["day"]))
        yield replace(one, text=day["rest"], start=one.end - len(day["rest"]))
        return
    other = _OTHER_THING.search(one.text) if one.kind == "name" else None
    if other is not None and _AT_TIME.search(sentence, 0, one.start) and fold(words[0]) not in GIVEN_NAMES:
        # "In the Middle Ages the Church allowed"
        yield replace(one, text=one.text[: other.start()], end=one.start + other.start())
        yield replace(one, text=one.text[other.end() :], start=one.start + other.end())
        return
    if one.kind == "name" and len(words) > 2 and sentence[: one.start].endswith(("the ", "The ")):
        is_person = fold(words[1]) in GIVEN_NAMES or sentence.startswith((", who ", " who "), one.end)
        is_person |= len(words) == 3 and not any(is_noun(word.lower()) or is_place(word) for word in words[1:])
        is_person &= fold(words[0]) not in GIVEN_NAMES
        if is_person and _NATIONALITY.search(words[0]):  # "the Hungarian Albert Szent-Györgyi"
            start = one.start + len(words[0]) + 1
            yield replace(one, text=sentence[start : one.end], start=start)
            return
    if one.kind == "name" and _BEFORE_PLACE.search(sentence[: one.start]) and fold(words[0]) not in GIVEN_NAMES:
        for number in range(1, len(words) - 1):
            place, person = " ".join(words[:number]), " ".join(words[number:])
            if is_place(place) and fold(words[number]) in GIVEN_NAMES:
                yield replace(one, text=place, end=one.start + len(place))
                yield replace(one, text=person, start=one.end - len(person))
                return
    yield one


def _with_rest(sentence: str, one: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Return ``one`` with the rest of its name; None if it is part of a formula, such as CO2."""
    if one.kind != "name":
        return one
    one = _in_full(sentence, _without_origin(_with_partner(sentence, one, mentions)))
    prize = _PRIZE.search(sentence, one.start)
    if prize is not None and prize.start() < one.end and one.text.endswith(sentence[prize.start() : one.end]):
        return replace(one, text=sentence[one.start : prize.end()], end=prize.end())
    if sentence[one.end : one.end + 1].isdigit() or _LETTER_WORD.fullmatch(one.text):
        return None
    is_common = is_english_word(one.text.split()[0].lower()) and fold(one.text.split()[0]) not in GIVEN_NAMES
    if is_common and sentence[: one.start].endswith(" General "):  # "General Motors" is no officer
        start = one.start - len("General ")
        return replace(one, text=sentence[start : one.end], start=start)
    is_person = sentence.startswith((", who ", " who "), one.end)
    if (
        is_common
        and not is_person
        and " " in one.text
        and (role := _TITLE_OR_GOODS.search(sentence[: one.start])) is not None
    ):
        return replace(one, text=sentence[role.start() : one.end], start=role.start())
    before = sentence[: one.start]
    half = _HALF.search(before) if _WHICH_HALF.match(one.text) is not None else None  # "North and South Carolina"
    if (title := half or _NUMBERED_TROOPS.search(before) or _TITLE_OF.search(before)) is not None:
        return replace(one, text=sentence[title.start() : one.end], start=title.start())
    if (opening := _OPENS_NAME.search(sentence[: one.start])) is not None:
        return replace(one, text=sentence[opening.start() + 1 : one.end], start=opening.start() + 1)
    place, _, rest = one.text.partition(" for the " if " for the " in one.text else " of the ")
    if rest and is_place(place):
        return replace(one, text=place, end=one.start + len(place))  # "raids on Britain of the Second World War"
    if one.text.split()[-1] == "War" and (which := _WHICH_WAR.search(sentence, 0, one.start)) is not None:
        return replace(one, text=sentence[which.start() : one.end], start=which.start())
    if one.start == 0 and (group := _GROUP_OF.match(one.text)) and is_english_word(one.text.split()[0].lower()):
        return replace(one, text=one.text[group.end() :], start=group.end())  # "Members of the Royal Society"
    if (number := _AFTER_NO.match(sentence, one.end)) is not None:
        return replace(one, text=sentence[one.start : number.end()], end=number.end())
    number = _NUMBER_OF_NAME.match(sentence, one.end)
    if number is not None and _belongs_to_name(sentence, one, number):
        return replace(one, text=sentence[one.start : number.end()], end=number.end())
    first = (_FIRST_OF_NAME if fold(one.text) in GIVEN_NAMES else _FIRST_AT_END).match(sentence, one.end)
    if first is not None:
        return replace(one, text=sentence[one.start : first.end()], end=first.end())
    patterns = (_AND_SONS, _LETTER_OF_NAME, _MORE_OF_NAME, _NOUN_OF_NAME)
    rests = (pattern.match(sentence, one.end) for pattern in patterns)
    more = next(filter(None, rests), None)
    if " " not in one.text and (species := _SPECIES.match(sentence, one.end)) is not None:
        is_latin = not (is_english_word(species["second"]) and is_english_word(one.text.lower()))
        if _SPECIES_BEFORE.search(sentence[: one.start]) or (is_latin and not is_english_word(species["second"])):
            more = species
    if more is None or any(other.start == one.end + 1 for other in mentions):
        return one
    return replace(one, text=sentence[one.start : more.end()].rstrip(), end=len(sentence[: more.end()].rstrip()))


def _in_full(sentence: str, one: Mention) -> Mention:
    """Return ``one`` with the end of a long name: "University of Texas at Austin"."""
    words = one.text.split()
    rest = _REST_OF_TITLE.match(sentence, one.end) if _OF_WORK.search(sentence, 0, one.start) is not None else None
    if rest is not None:
        return replace(one, text=sentence[one.start : rest.end()], end=rest.end())
    if len(words) > 1 and words[-1].endswith("ing") and is_english_word(words[-1].lower()):
        rest = _DOING.match(sentence, one.end)
    elif one.text.startswith("University of "):
        rest = _AT_PLACE.match(sentence, one.end)
    return one if rest is None else replace(one, text=sentence[one.start : rest.end()], end=rest.end())


def _with_partner(sentence: str, one: Mention, mentions: Sequence[Mention]) -> Mention:
    """Return ``one`` with a name before it that is not known: "Cassini–Huygens"."""
    partner = _PARTNER.search(sentence[: one.start])
    if partner is None or any(other.end == one.start - 1 for other in mentions):
        return one
    return replace(one, text=sentence[partner.start() : one.end], start=partner.start())


def _without_origin(one: Mention) -> Mention:
    """Return ``one`` without what only says where somebody is from or sits."""
    if (demonym := _DEMONYM.match(one.text)) is not None:
        return replace(one, text=one.text[demonym.end() :], start=one.start + demonym.end())
    if (seat := _SEAT_FOR.match(one.text)) is not None:  # "elected to Parliament for Derby"
        return replace(one, text=seat[0], end=one.start + seat.end())
    return one


def _belongs_to_name(sentence: str, one: Mention, number: re.Match[str]) -> bool:
    before = sentence[: one.start]
    is_counted = _COUNTED.match(sentence, number.end()) is not None or _BEFORE_PLACE.search(before) is not None
    return not is_counted or _BEFORE_MODEL.search(before) is not None


def _is_company(one: Mention, other: Mention) -> bool:
    """Return whether both are one name: "the Krag Tire and Rubber Company"."""
    *first, last = other.text.lower().split()
    words = [one.text.split()[-1].lower(), *first]
    return bool(first) and last in ORGANISATIONS and all(map(is_english_word, words))


def _is_of_place(sentence: str, one: Mention, other: Mention) -> bool:
    """Return whether ``other`` is a part of the name of ``one``: "Adolf of Nassau", "Captain Ole Krag of Skar"."""
    first = one.text.split()[-1] if " " in one.text else one.text
    if " " in other.text or sentence[one.end : other.start] != " of ":
        return False
    if " " not in one.text:
        return fold(first) in GIVEN_NAMES and not sentence[: one.start].endswith(("the ", "The "))
    is_titled = _TITLE_BEFORE.search(sentence[: one.start]) is not None
    return is_titled and fold(one.text.split()[0]) in GIVEN_NAMES and not is_place(other.text)


def _is_for_many(one: Mention) -> bool:
    """Return whether ``one`` is a body called after many people: "Association for Women", before "'s Suffrage"."""
    *before, last = one.text.lower().split()
    is_body = not ORGANISATIONS.isdisjoint(before) and not {"for", "of", "against"}.isdisjoint(before)
    return is_body and is_english_word(last) and singular(last) != last


def _is_common(one: Mention) -> bool:
    """Return whether the words of the name ``one`` are no names by themselves: "Human Rights"."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in one.text.split() if word not in {"of", "the"}]
    is_common = all((is_english_word(word.lower()) or is_noun(word.lower())) and not is_place(word) for word in words)
    return is_common and not is_place(one.text)


def _belong_together(sentence: str, one: Mention, other: Mention) -> bool:
    if one.kind != "name" or other.kind != "name":
        return False
    between = sentence[one.end : other.start]
    if _OWNER.fullmatch(between):  # "St Michael's Church", "Heart's Content", but not "Anna Berg's Dorset"
        if MOVING.match(sentence, other.end) is not None:
            return False  # "Scott's Discovery expedition" is that of a ship
        last = other.text.split()[-1].lower()
        is_common = is_english_word(one.text.lower()) and one.text not in _PLANETS
        is_common |= _is_for_many(one) and _is_common(other)
        if last in PLACES and is_place(one.text):
            return False  # "Mexico's Yucatán Peninsula"
        return one.text.startswith("St ") or last in PLACES | ORGANISATIONS or is_common
    has_article = sentence[: one.start].endswith(("the ", "The "))
    is_pair = _BETWEEN.search(sentence[: one.start]) is not None or is_place(other.text)
    if between == " against " and _is_common(other) and not ORGANISATIONS.isdisjoint(one.text.lower().split()):
        return True  # "the League against Slavery"
    if (
        between in {" on ", " on the "}
        and has_article
        and _is_common(other)
        and one.text.split()[-1].lower() in _BODIES_FOR
    ):
        return True
    if between == " and " and has_article and _is_company(one, other):
        return True
    if between == " and " and has_article and not is_pair and " " not in one.text and " " in other.text:
        return is_english_word(other.text.split()[-1].lower())  # "the Fish and Wildlife Service"
    if _OF.fullmatch(between) and _is_of_place(sentence, one, other):
        return True
    if between == " ":
        return one.text.split()[-1].islower()  # "Systema naturae Linnaei"
    return between in {
        "–",
        "-",
        " i ",
        " y ",
        " e ",
        " de ",
        " da ",
        " do ",
        " dos ",
        " des ",
        " du ",
        " de la ",
        " della ",
        " upon ",
    } or (between in {" of ", " of the ", " for the "} and has_article)
