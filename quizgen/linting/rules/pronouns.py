"""The rule about words that repeat a stereotype."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import question_rule
from quizgen.linting.wording import SEVERAL_SENTENCES
from quizgen.text.content_words import unquoted
from quizgen.text.countries import NATIONS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import listed

_WOMEN = (
    r"nurse|secretary|receptionist|typist|midwife|babysitter|nanny|maid|cleaner|housekeeper|homemaker|cashier"
    r"|flight attendant|hairdresser|beautician|librarian|care ?giver|carer|social worker|dental hygienist|ballet dancer"
    r"|(?:kindergarten|preschool|primary school|elementary school) teacher|shop assistant|dressmaker|dietitian"
)
_MEN = (
    r"engineer|doctor|physician|surgeon|pilot|programmer|developer|administrator|mechanic|plumber|electrician|carpenter"
    r"|builder|ceo|chief executive|executive|manager|boss|entrepreneur|investor|banker|trader|broker|lawyer|attorney"
    r"|judge|prosecutor|politician|senator|scientist|physicist|chemist|mathematician|geologist|astronaut|professor"
    r"|soldier|officer|firefighter"
)
_ANYBODY = (
    r"student|learner|pupil|player|citizen|voter|taxpayer|employee|worker|juror|teacher|author|writer|artist|reader"
    r"|user|customer|consumer|member|candidate|participant|athlete|musician|singer|accountant|defendant|landlord|tenant"
)
_A = r"\b(?:an?|any|each|every|your|the) (?:(?!of\b|and\b|or\b)[a-z-]+ ){0,2}?"
_ROLE = lazy_pattern(
    rf"{_A}(?P<role>(?P<women>{_WOMEN})|(?P<men>{_MEN}))\b(?! of\b)|\b(?:any|each|every) (?P<any>{_ANYBODY})\b",
    re.IGNORECASE,
)
_SHE_WORDS = r"\b(?:she|her|hers|herself)\b"
_HE_WORDS = r"\b(?:he|his|him|himself)\b"
_SHE = lazy_pattern(_SHE_WORDS, re.IGNORECASE)
_HE = lazy_pattern(_HE_WORDS, re.IGNORECASE)
_HE_OR_SHE = lazy_pattern(rf"{_SHE_WORDS}|{_HE_WORDS}", re.IGNORECASE)
# "What should she check?": the one who works, and not the one who is treated.
_WORKS = lazy_pattern(
    r"\b(?:should|must|can|may|does|will|did|would) (?P<pronoun>s?he) (?:first |then |next |now )?(?:check|do|give|tell"
    r"|advise|prescribe|recommend|suspect|consider|assess|measure|order|use|perform|document|ask|report|wear|write"
    r"|choose|suggest|explain|administer|monitor|call|follow|begin|start|say|record|apply|inform|teach|examine)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = lazy_pattern(
    r"\b(?:patient|client|child|baby|infant|person|resident|friend|colleague|victim|neighbou?r|defendant|suspect"
    r"|witness"
    r"|opponent|teammate|somebody|someone|customer|student|pupil|tenant|plaintiff|player)s?\b",
    re.IGNORECASE,
)
_SEX = lazy_pattern(
    r"\b(?:wom[ae]n|m[ae]n|male|female|mother|father|husband|wife|girls?|boys?|sisters?|brothers?|daughters?|sons?|king"
    r"|queen|lady|lord|gentleman|mr|mrs|ms|miss|pregnan\w+|breast\w*|prostate|midwives|actress|uncle|aunt|widow\w*"
    r"|prince|princess|god|goddess|nun|monk|bride|groom|pronoun\w*|sentence|verb|grammar\w*|translat\w+|her or his"
    r"|his or her|he or she|she or he)\b|s/he|he/she|\b[Ww]ho (?:is|was) (?:s?he)\b",
    re.IGNORECASE,
)
_NAMES_SOMEBODY = lazy_pattern(r"(?<=[a-z,;:] )[A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z][a-z]+\b|(?<=[a-z] )[“\"*]|[’']s name\b")


_LABEL = lazy_pattern(
    r"\b(?:an? |the )?(?:[a-z-]+ )?(?P<label>housewi(?:fe|ves)|stay[- ]at[- ]home (?:mother|mom|mum|wife)|(?:lady"
    r"|woman) doctor"
    r"|(?:woman|female|lady) drivers?|male nurses?|cleaning lad(?:y|ies)|spinsters?|old maids?|gyps(?:y|ies)"
    r"|(?:dumb|ditzy) blondes?|blondes? wom[ae]n|career wom[ae]n|lady pilot|woman engineer)\b"
    r"|\b(?P<even>even (?:an? )?(?:girls?|wom[ae]n|old (?:man|lady|people)|grandmothers?|housewi(?:fe"
    r"|ves)))\b(?= (?:can|could|knows?"
    r"|understands?|will)\b)"
    r"|\b(?P<trait>(?:lazy|stingy|greedy|drunken|dirty|thieving|hot-tempered|sneaky) (?-i:[A-Z])[a-z]+(?:ans?|ish"
    r"|ese|ews?"
    r"|eeks?|ots|otsm[ae]n|urks?|oles?|erbs?|rabs?|wiss|ench))\b",
    re.IGNORECASE,
)
_LABEL_WORDS = (
    "housewife housewives stay-at-home lady woman female male ladies spinster spinsters maid maids gypsy gypsies blonde"
    " blondes career even lazy stingy greedy drunken dirty thieving hot-tempered sneaky"
).split()
_ABOUT_LABELS = lazy_pattern(
    r"\b(?:moths?|stereotyp\w*|music|jazz|scale|opera|novel|film|play|song|word|term|translat\w+|means?|swing|sexis\w+"
    r"|discriminat\w+|suffrage|feminis\w+|(?:18|19)\d\ds?)\b|\*",
    re.IGNORECASE,
)
_VERB_AHEAD = 20
"""How many characters after a pronoun may contain the verb that it is the subject of."""


@question_rule(
    "Q169",
    "gender-stereotype",
    kinds=("choice", "multiple", "true_false", "short", "number", "card"),
    triggers=("she", "he", "her", "his", "him", "hers", "herself", "himself", *_LABEL_WORDS),
    english=True,
    source="American Psychological Association (2020), *Publication manual*, 7th edition, section 5.5 (gender)",
)
def gender_stereotype(item: Item) -> Iterator[Flaw]:
    """Flag stems that assume that a nurse is a woman or an engineer is a man, and stems that use "he" or "his" for the
    holder of an office or for people in general, such as "must a judge … before he" and "every citizen … his". Stems
    about a named person, or about a person whose sex is stated, are not flagged. Also flag labels such as "housewife"
    and "woman driver", and traits of a whole nation ("a lazy …").

    ## Why it matters
    Such words repeat a stereotype about an occupation or a group, or leave out half of the people who are meant. They
    distract learners from the question.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: A nurse is about to change a dressing. What should she disinfect first?
      answer: her hands
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What should a nurse who is about to change a dressing disinfect first?
      answer: hands
    ```
    """
    stem = unquoted(item.stem)
    label = _LABEL.search(stem) if not item.words.isdisjoint(_LABEL_WORDS) else None
    if label is not None and not _ABOUT_LABELS.search(item.stem):
        said = next(filter(None, label.groups()))
        yield Flaw(
            f"{said!r} repeats a stereotype",
            "name the person's role in the question, such as a driver, a nurse or a customer",
            item.stem_path,
        )
        return
    if not _HE_OR_SHE.search(stem) or _SEX.search(stem):
        return
    if (general := _general_role(stem, is_statement=item.kind == "true_false")) is not None:
        yield _taken_for_granted(item, *general)
        return
    role = _ROLE.search(stem)
    if role is None or _NAMES_SOMEBODY.search(stem):
        return
    rest = stem[role.end() :]
    pronoun = (_SHE if role["women"] else _HE).search(rest)
    others = _SOMEBODY_ELSE.search(stem[: role.start()]) or _SOMEBODY_ELSE.search(rest)
    if pronoun is not None and (others is None or _WORKS.search(rest, 0, pronoun.end() + _VERB_AHEAD)):
        who = f"every {role['any'].lower()}" if role["any"] else f"the {role['role'].lower()}"
        yield _taken_for_granted(item, pronoun[0], who)


def _taken_for_granted(item: Item, pronoun: str, who: str) -> Flaw:
    sex = "woman" if _SHE.fullmatch(pronoun) else "man"
    return Flaw(
        f"{pronoun!r} takes it for granted that {who} is a {sex}",
        'use "they", or reword the stem without a pronoun',
        item.stem_path,
    )


_OFFICES = (
    r"(?:vice )?president|(?:prime )?minister|chancellor|mayor|governor|senator|member of (?:parliament|congress)"
    r"|representative|ambassador|diplomat|judge|justice|magistrate|prosecutor|sheriff|notary|arbitrator|bailiff|clerk"
    r"|treasurer|chairperson|chair|candidate|commissioner|secretary of state|secretary general|speaker"
    r"|head of (?:state|government)|referee|umpire|goalkeeper|captain|coach|pilot|air traffic controller|commander"
    r"|trustee|executor|guardian|landlord|tenant|employer|trainer|driver|defendant|plaintiff|witness|juror"
)
_PROFESSIONS = (
    rf"{_MEN}|{_WOMEN}|{_ANYBODY}|baker|butcher|cook|chef|waiter|barber|tailor|architect|archaeologist|historian"
    r"|biologist|botanist|zoologist|economist|auditor|actuary|journalist|reporter|editor|translator|interpreter"
    r"|lecturer|therapist|psychologist|psychiatrist|pharmacist|dentist|veterinarian|vet|paramedic|an(?:a)?esthetist"
    r"|radiologist|farmer|gardener|beekeeper|forester|fisher|miner|sailor|conductor|composer|painter|sculptor"
    r"|photographer|potter|goldsmith|blacksmith|mason|bricklayer|roofer|joiner|welder|tester|analyst|consultant|designer"
    r"|surveyor|cartographer|astronomer|statistician|researcher|scholar|police officer|detective|climber|diver|cyclist"
    r"|swimmer|runner|rider|fencer|golfer|buyer|seller|debtor|creditor|borrower|lender|insurer|shareholder|director"
    r"|owner"
)
_ROLES = rf"(?:(?!of\b)[a-z'’-]+ ){{0,2}}?(?:(?P<office>{_OFFICES})|(?P<profession>{_PROFESSIONS}))\b(?![’'-])"
_ASKED_GENERALLY = lazy_pattern(
    rf"\b(?:does|is|has|(?:must|may|can|should)(?: [a-z]+)?) (?P<whose>an?|any|each|every|the) {_ROLES}(?P<rest>[^.!]*)"
)
_STATED_GENERALLY = lazy_pattern(
    rf"(?P<case>.*\b(?:when|if|unless|until|once) )?(?P<whose>An?|an?|Any|any|Each|each|Every|every|The|the) {_ROLES}"
    r"(?: (?:of|in|on|at|for|from|who) [^.?!,;:]{1,50}?)?"
    r" (?:(?P<modal>must|may|can|cannot|should)|(?!was\b|has\b|this\b|his\b)[a-z]+s)\b(?P<rest>[^.!?]*)[.?]?$"
)
_TEXT = lazy_pattern(
    r"\b(?:stor(?:y|ies)|tale|novel|play|parable|fable|film|movie|poem|opera|joke|myth|legend|ballad|comedy|tragedy"
    r"|sketch|riddle|puzzle|chess|painting|picture|scene|song|verse|series|character|he who)\b|\*|\d",
    re.IGNORECASE,
)
"""Signs that one person is meant, such as a character of a story or of a calculation."""


def _general_role(stem: str, *, is_statement: bool) -> tuple[str, str] | None:
    """Return the pronoun for the holder of an office or a profession in general, and who is meant by it.

    "Before which body must a judge swear when he …?", "The president may veto a bill if he …".
    """
    found = _STATED_GENERALLY.match(stem)
    if found is None or not (is_statement or found["case"] or found["modal"]):  # a case: a lawyer asks his witness
        found = _ASKED_GENERALLY.search(stem)
    if found is None or SEVERAL_SENTENCES.search(stem) or _TEXT.search(stem):
        return None
    whose, role, rest = found["whose"].lower(), found["office"] or found["profession"], found["rest"]
    if whose == "the" and found["office"] is None:
        return None
    pronoun = _HE_OR_SHE.search(rest)
    if pronoun is None or _SOMEBODY_ELSE.search(rest, 0, pronoun.start()) or _names_a_person(stem):
        return None
    return pronoun[0], f"every {role}" if whose in {"each", "every", "any"} else f"the {role}"


_CAPITALIZED = lazy_pattern(r"(?<=[\w,;] )[A-Z][a-z]+")
_PEOPLE_OF = ("an", "ish", "ese", "ch", "ss")
_INSTITUTIONS = listed(
    "supreme court constitutional high house senate congress parliament united states state kingdom union european"
    " nations council lords commons representatives assembly constitution bundestag bundesrat ministry commission"
    " cabinet republic federal security general olympic league world cup act law basic bill rights"
)


def _names_a_person(stem: str) -> bool:
    """Return whether ``stem`` has a name that is neither of a country or its people nor of an institution."""
    for name in _CAPITALIZED.findall(stem):
        word = name.lower()
        if word not in _INSTITUTIONS and word not in NATIONS and not word.endswith(_PEOPLE_OF):
            return True
    return False
