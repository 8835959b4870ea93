"""What a stem asks for: a person, exact spelling, or something typed exactly."""

import re
import unicodedata

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import OCCUPATIONS
from quizgen.text.words import listed

_LANGUAGES = (
    "spanish|french|german|italian|portuguese|latin|greek|russian|ukrainian|polish|dutch|swedish|turkish|arabic|hebrew|"
    "hindi|japanese|korean|chinese|mandarin|vietnamese|thai|esperanto|irish|welsh|catalan|czech|finnish|hungarian"
)
# The word boundary is tested once for all alternatives: most places in a stem are none.
_SPELLING = lazy_pattern(
    rf"""^\W*(?:{_LANGUAGES})\s*:
    |\b(?=[a-z])(?:spell(?:ing|ed|t)?\b|with\ (?:the\ )?(?:article|accents?)\b|hiragana\b|katakana\b
    |conjugate\b(?!\ (?:acid|base|pair|complex|root|of\b|transpose))
    |(?:translate|write|say|said|called|put)\b.*\b(?:in|into)\ (?:{_LANGUAGES})\b
    |in\ (?:{_LANGUAGES})\s*(?:[:?.)(,]|$)
    |(?:the|which|what)\ (?:{_LANGUAGES})\ (?:word|verb|noun|form|article|for)\b
    |(?:{_LANGUAGES})\ for\b
    |(?:auf|ins)\ (?:deutsch|spanische|englisch|französisch)|en\ (?:español|inglés|francés|français|anglais)\s*[:?(]
    |par\ écrit\b|tradu[cisz]|plural(?:form)?\b|pluriel\b|past\ (?:tense|participle|simple)\b
    |simple\ past\b|irregular\ verbs?\b|conjug(?!at)|konjug
    |pret[eé]rit[eo]?\b|pluperfect\b|(?:subjunctive|gerund)\b.*\bof\b|imperfect\ (?:\(.*\)\ )?of\b
    |sub[jx]untivo\b|subjonctif\b
    |for\ \W?(?-i:yo|tú|él|ella|ellos|ellas|nosotros|vosotros|je|nous|vous|ils|elles|ich|wir|noi|loro)\b
    |konjunktiv\b|(?:present|future|conditional|perfect|imperative)\ (?:tense|participle)\b
    |(?:right|correct|proper)\ (?:form|tense)\ of\ (?:the\ )?(?:verb\b|noun\b|adjective\b|\W?[^\W\d_]+\W?\s*:)
    |(?:direct|indirect|both|reflexive)\ (?:object\ )?pronouns?\b|(?:masculine|feminine)\ (?:form|singular)?\ ?of\b
    |partizip\b|comparative\b|superlative\b|infinitive\b|infinitiv[eo]?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LANGUAGES_ABROAD = (
    "español|castellano|inglés|francés|alemán|italiano|portugués|catalán|latín|ruso|japonés|chino"
    "|français|anglais|espagnol|allemand|italien|portugais|latin|russe|japonais|chinois"
    "|deutsch|englisch|spanisch|französisch|italienisch|portugiesisch|lateinisch|latein|russisch|japanisch|chinesisch"
    "|spagnolo|inglese|francese|tedesco|portoghese|latino|russo|giapponese|cinese"
    "|espanhol|inglês|francês|alemão|português|latim|japonês|chinês"
)
_IN_LANGUAGE = lazy_pattern(rf"\b(?:en|al?|auf|ins?|im|em|para(?: o)?|nel)\s+(?:{_LANGUAGES_ABROAD})\b", re.IGNORECASE)
_HOW_TO_SAY = lazy_pattern(
    r"""(?:\b(?=[cw])(?:
        c[oó]mo\ (?:se\ )?(?:dicen?|dir[ií]as?|digo|decimos|escribe|traduce|llama|diz|dizem|escreve|traduz)
        |comment\ (?:dit-on|on\ dit|dis-tu|dirais-tu|dites-vous|diriez-vous|dire|écrit-on|traduit-on|traduire|écrire)
        |(?:wie|was)\ (?:(?:sagt|schreibt|übersetzt|nennt)\ man|(?:sagst|würdest)\ du|sagen\ (?:sie|wir)
            |heißt|heißen|lautet)
        |come\ (?:si\ (?:dice|dicono|direbbe|scrive|traduce|chiama)|diresti|dici))
    |^\W*(?:di(?!\ (?:che|chi|qual))|diga|decid|escrib[ea]|dis|dites|écris|écrivez
        |sage?|sagen\ sie|schreibe?|schreiben\ sie|scriv(?:i|ete)
        |dite|diz|escrev[ea]))(?!\w)(?P<quoted>\W*(?!['’]\w)["“”'‘«„])?""",
    re.IGNORECASE | re.VERBOSE,
)
"""A question or an instruction in another language about how to say something, perhaps a text in quotes."""
_IN_WORDS = rf"\bin (?:(?:{_LANGUAGES}|english) )?(?:words|letters)\b"
_NUMBER_IN_WORDS = lazy_pattern(
    rf"\b(?:numbers?|numerals?|figures?|cheque|amount)\b.*{_IN_WORDS}|\d\D*{_IN_WORDS}|{_IN_WORDS}[^?.]*\d"
    r"|\b(?:en (?:letras?|palabras|(?:toutes )?lettres)|in (?:worten|lettere|parole)|por extenso|em palavras)\b",
    re.IGNORECASE,
)
_NUMBER_IN_DIGITS = lazy_pattern(
    r"\b(?:in|with|using) (?:figures|digits|numerals)\b|\bas a (?:numeral|figure)\b"
    r"|\b(?:en|con) (?:cifras|números|dígitos|guarismos)\b|\b(?:en|avec des) chiffres\b"
    r"|\b(?:in|mit) (?:ziffern|zahlen)\b|\b(?:in|con) (?:cifre|numeri)\b"
    r"|\b(?:em|com|por) (?:algarismos|dígitos|números)\b",
    re.IGNORECASE,
)
_EXACTLY = lazy_pattern(r"\bexactly as\b|\bcase[- ]sensitive\b|\btype exactly\b", re.IGNORECASE)


def asks_for_spelling(stem: str) -> bool:
    """Return whether the stem asks for a word in a language that is being learned, so that every letter counts."""
    if _SPELLING.search(stem):
        return True
    found = _HOW_TO_SAY.search(stem)
    return found is not None and (found["quoted"] is not None or _IN_LANGUAGE.search(stem) is not None)


def asks_for_number_in_words(stem: str) -> bool:
    """Return whether the stem asks for a number to be written in words."""
    return _NUMBER_IN_WORDS.search(stem) is not None


def asks_for_number_in_digits(stem: str) -> bool:
    """Return whether the stem asks for a number to be written in digits."""
    return _NUMBER_IN_DIGITS.search(stem) is not None


_SIMPLEST = lazy_pattern(
    r"\bsimplest form\b|\blowest terms\b|\bsimplif|\breduced (?:form|fraction)\b|\breduce the fraction\b",
    re.IGNORECASE,
)
_LINE = lazy_pattern(r"\bequation\b.*\bline\b|\bline\b.*\bequation\b", re.IGNORECASE | re.DOTALL)
_CURVE = r"(?:line|curve|graph|parabola|circle|ellipse|hyperbola|tangent|normal|asymptote|axis|bisector|function)s?\b"
_EQUATION = lazy_pattern(
    rf"\bequations?\s+(?:of|for)\s+(?:(?:the|an?|this|that|its|each|one)\s+)?(?:(?!of\b)[\w-]+\s+){{0,4}}?{_CURVE}"
    rf"|\b{_CURVE}.*\b(?:its|the|whose|an|what)\s+equation\b"
    r"|\becuaci[oó]n\s+de\s+(?:la|una?)\b|\béquation\s+d(?:e\s+la|u|['’]une?)\b|\bgleichung\s+(?:der|einer|des)\b|\bequazione\s+della\b",
    re.IGNORECASE,
)
_FORM_OF_LINE = lazy_pattern(
    r"\bforms?\b|\bin terms of\b|\bsubject\b|\bsolve\b|\brearrange|\bexpress\b|\bslope-intercept\b", re.IGNORECASE
)
_RIGHT_SIDE_GIVEN = lazy_pattern(r"\b[a-z](?:\([a-z]\))?\s*=\s*(?:_{2,}|…|\.{3,}|\?|$)", re.IGNORECASE)
"""A stem that writes the left side of the equation: y = ___."""
_SEVERAL_PEOPLE = lazy_pattern(
    r"\b(?:leaders|presidents|people|men|women|scientists|authors|writers|poets|painters|artists|composers|kings|queens"
    r"|generals|emperors|astronauts|physicists|chemists|philosophers|founders|inventors|explorers|politicians|members)\b"
    r"|^\s*who\s+(?:were|are)\b",
    re.IGNORECASE,
)


def asks_for_simplest(stem: str) -> bool:
    """Return whether the stem asks for a fraction or a ratio in lowest terms."""
    return _SIMPLEST.search(stem) is not None


def asks_for_any_equation_of_line(stem: str) -> bool:
    """Return whether the stem asks for the equation of a line and does not say in which form."""
    return _LINE.search(stem) is not None and _FORM_OF_LINE.search(stem) is None


def asks_for_equation(stem: str) -> bool:
    """Return whether the stem asks for the equation of a line or a curve, of which one side is not enough."""
    return _EQUATION.search(stem) is not None and not _RIGHT_SIDE_GIVEN.search(stem)


def asks_for_people(stem: str) -> bool:
    """Return whether the stem asks for several people."""
    return _SEVERAL_PEOPLE.search(stem) is not None


def asks_for_exact(stem: str) -> bool:
    """Return whether the stem says that the answer must be typed exactly, capitals included."""
    return _EXACTLY.search(stem) is not None


_PEOPLE = listed(
    """
    athlete aviator botanist boxer character chef choreographer conqueror cricketer cyclist czar dancer
    detective dictator driver drummer entrepreneur goalkeeper golfer guitarist gymnast husband jockey man model
    monarch monk navigator nurse person pharaoh photographer pianist player politician presenter rapper reformer
    revolutionary ruler runner saint screenwriter skater skier songwriter sprinter statesman striker sultan
    swimmer theologian tsar violinist wife woman wrestler
    """
)
"""Who else may be asked for."""
_PERSON = lazy_pattern(
    rf"""^[\s¿]*(?:who|whose|whom|wer|wen|wem|wessen|qui|quién|quien|chi|quem|кто|кого|ποιος)\b(?!\ est-ce\ qu)
    |\b(?:which|what)\ (?:of\ (?:the|these|his|her)\ )?
    (?:(?!(?:did|do|does|was|were|is|are|has|had|have|of|by|in|the|a|an|to|for|from|about|with|on|at|that|who|would|can
    |could)\b)[\w'’.-]+\ ){{0,4}}?
    (?:prime\ minister|{"|".join(sorted(OCCUPATIONS | _PEOPLE))})\b
    |\b(?:which|what)\ (?-i:[A-Z][a-z]+(?:an|[ei]sh|ese|eek|ench|utch|wiss|elsh|zech))\ (?:\w+ed|became
    |won|wrote|led|built|drew|found|sang|ran|flew|took|made|held|played|broke|beat)\b
    |^(?:(?!\b(?:which|what|where|when|how|name)\b).){{1,50}}\bwho\b
    |\bby\ whom\b|\bwho\ (?:was|is|were|wrote|played|had|did|became|won|led)\b
    |\b(?:real|birth|pen|stage|maiden)\ name\b
    |\bname\ of\ the\ (?:actor|actress|man|woman|boy|girl|person|singer|character|author|king|queen|president)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = lazy_pattern(
    r"^[\s¿]*(?:where|wo|où|dónde|donde|dove|onde|где)\b|\bcapitale?\b|\bhauptstadt\b"
    r"|\b(?:qué|quel(?:le)?|welche[rs]?|quale|que|em que)\ (?:ciudad|país|ville|pays|stadt|land|città|paese|cidade)\b"
    r"|\b(?:which|what|in)\ (?:[\w'’-]+\ ){0,3}?"
    r"(?:city|town|state|village|country|island|square|place|building|tower|bridge|landmark|museum|stadium|monument|castle"
    r"|palace|cathedral)\b",
    re.IGNORECASE,
)


_CASE = lazy_pattern(r"\b(?:worst|best|average)[- ]case\b", re.IGNORECASE)
_UPPER_BOUND = lazy_pattern(r"\bbig[- ]?O\b|\bO[- ]notation\b|\bupper\s+bound|\bO\(", re.IGNORECASE)


def asks_for_tight_bound(stem: str) -> bool:
    """Return whether the stem asks how the time or space of one case grows, and names no notation for it."""
    return _CASE.search(stem) is not None and _UPPER_BOUND.search(stem) is None


def asks_for_person(stem: str) -> bool:
    """Return whether the stem asks who somebody is, by its question word or its noun."""
    return _PERSON.search(stem) is not None


_LATIN = r"(?:transliterat\w+|r[oō]maji|romani[sz]\w+|(?:latin|roman)\s+(?:letters|script|alphabet|characters))"
_ROMANIZED = lazy_pattern(rf"\bor\s+(?:in\s+|as\s+)?(?:a\s+|its\s+|the\s+)?{_LATIN}|\b{_LATIN}\s+or\b", re.IGNORECASE)


def asks_for_romanization(stem: str) -> bool:
    """Return whether the stem lets a word of another script be typed in Latin letters: kana or romaji."""
    return _ROMANIZED.search(stem) is not None


_NUMBERED = lazy_pattern(
    r"\b(?:\d+(?:st|nd|rd|th)|[a-z-]*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|teenth|tieth))\s+(?:[\w.]+\s+){0,2}?(?:president|prime\s+minister|chancellor|king|queen|emperor|governor)\b",
    re.IGNORECASE,
)


def asks_for_numbered_ruler(stem: str) -> bool:
    """Return whether the stem asks for one of those who held an office in turn, among whom relatives share names."""
    return _NUMBERED.search(stem) is not None


_TEAM = lazy_pattern(
    r"\b(?:NBA|NFL|NHL|MLB|MLS|WNBA|baseball|basketball|American\s+football|ice\s+hockey)\s+(?:\w+\s+){0,2}?(?:team|club|franchise)s?\b"
)


def asks_for_team(stem: str) -> bool:
    """Return whether the stem asks for a team of a league in which teams have a city and a nickname."""
    return _TEAM.search(stem) is not None


def asks_for_place(stem: str) -> bool:
    """Return whether the stem asks where something is, or for a place."""
    return _PLACE.search(stem) is not None


_TITLE = lazy_pattern(
    r"\b(?:film|movie|novel|book|play|musical|song|single|album|opera|ballet|poem|sitcom|series|band|group|painting)\b",
    re.IGNORECASE,
)


def asks_for_title(stem: str) -> bool:
    """Return whether the stem is about a work or a band, whose name has one number: Alien is not Aliens."""
    return _TITLE.search(stem) is not None


_ONE_TITLE = lazy_pattern(
    r"\b(?:which|what)\s+(?:[\w'’-]+\s+){0,4}?(?:film|movie|novel|book|play|musical|song|single|album|opera|ballet|poem"
    r"|sitcom|series|band|group|duo|painting|title|company|firm)\b",
    re.IGNORECASE,
)


def asks_for_one_title(stem: str) -> bool:
    """Return whether the stem asks for the name of one work, band or company: Pride and Prejudice is no list."""
    return _ONE_TITLE.search(stem) is not None


_SYMBOL = lazy_pattern(
    r"\b(?:symbol|formula|sign|notation|unit|genotypes?|alleles?|abbreviat\w+|einheit|si-einheit|unité|unidad)\b",
    re.IGNORECASE,
)


def asks_for_symbol(stem: str) -> bool:
    """Return whether the stem asks for a symbol, whose capitals count."""
    return _SYMBOL.search(stem) is not None


_GENOTYPE = lazy_pattern(r"\b(?:genotypes?|alleles?|gametes?)\b", re.IGNORECASE)


def asks_for_genotype(stem: str) -> bool:
    """Return whether the stem asks for alleles, whose capitals say which are dominant."""
    return _GENOTYPE.search(stem) is not None


_INTEGRAL = lazy_pattern(r"∫|\bintegra|\bantiderivative|\bprimitive\b", re.IGNORECASE)


def asks_for_integral(stem: str) -> bool:
    """Return whether the stem asks for an integral."""
    return _INTEGRAL.search(stem) is not None


_MATRICES = lazy_pattern(r"\bmatri(?:x|ces)\b|\bcompos(?:ite|ition)\b", re.IGNORECASE)


def factors_commute(stem: str) -> bool:
    """Return whether factors in the answer may be in any order: not those of matrices or of composed functions."""
    return _MATRICES.search(stem) is None


_CALCULUS = lazy_pattern(r"\bdifferentiat|\bderivative|\bd[a-z]?\s?/\s?d[a-z]\b", re.IGNORECASE)
_FORM_ASKED = lazy_pattern(
    r"\bexpand|\bfactor|\bsimpl|\bmultiply\s+out|\bform\b|\bexpress|\bin\s+terms\s+of\b|\bas\s+(?:an?|the)\b|\bproduct\b"
    r"|\brewrite|\bwithout\b",
    re.IGNORECASE,
)


def asks_for_any_form(stem: str) -> bool:
    """Return whether the stem asks for an integral or a derivative and does not say in which form."""
    asks = _INTEGRAL.search(stem) is not None or _CALCULUS.search(stem) is not None
    return asks and not asks_for_form(stem)


def asks_for_form(stem: str) -> bool:
    """Return whether the stem asks for a formula in a form: expanded, factored, as a single power."""
    return _FORM_ASKED.search(stem) is not None


_ORDER = lazy_pattern(
    r"(?<!\bany )\border\b(?!\s+to\b)|\brespectively\b|\b(?:starting|beginning)\s+(?:with|from|at)\b|\bsequence\b"
    r"|\bfrom\s+(?:the\s+)?(?:\w+est|most\s+\w+|least\s+\w+|first|top|bottom|left|right|north|south|east|west)\b.*\bto\b"
    r"|\brank\b|\barrange\b|\bpass(?:es)?\s+through\b|\bsteps\b"
    r"|\b(?:name|give|state|(?:what|who|which)\s+(?:is|are|was|were))\s+the\s+(?!two\b|three\b|four\b)[\w'’-]+"
    r"(?:\s+[\w'’-]+){0,3}?\s+and\s+(?:the|its|his|her|their|who|what|which)\s+\w+"
    r"|\b(?:who|which|what)\b[^;.?]{2,60}\band\s+(?:who|which|what)\b",
    re.IGNORECASE | re.DOTALL,
)


def asks_for_order(stem: str) -> bool:
    """Return whether the stem asks for a list in a particular order, or for the capital and the largest city."""
    return _ORDER.search(stem) is not None


_CHANGE = lazy_pattern(
    r"\bhappen(?:s|ed)?\b|\beffects?\b|\b(?:affect|change|influence|impact)(?:s|e?d)?\b"
    r"|\bhow (?:do|does|did|will|would)\b|\b(?:do|does|did|will|would)\b.*\bdo\b",
    re.IGNORECASE | re.DOTALL,
)


def asks_for_change(stem: str) -> bool:
    """Return whether the stem asks how something changes, so that "it falls" and "it decreases" are one answer."""
    return _CHANGE.search(stem) is not None


_PARTICIPLE = lazy_pattern(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+)?(?:\(\d+\)\s*)?_{2,}|\b\w+(?:ed|ing)\s+or\s+\w+(?:ed|ing)\b",
    re.IGNORECASE,
)


def asks_for_participle(stem: str) -> bool:
    """Return whether the answer follows "is" in the stem, or is one of two participles there: bored or boring."""
    return _PARTICIPLE.search(stem) is not None


_HOW_MANY = lazy_pattern(
    r"\bhow many\b|\b(?:what|which) number\b|\bnumber of\b|\bwie viele\b|\bcu[aá]nt[oa]s\b|\bcombien\b|\bquant[ie]\b"
    r"|\bquant[oa]s\b",
    re.IGNORECASE,
)
_AGE = lazy_pattern(r"\bhow old\b|\bage\b|\baged\b", re.IGNORECASE)
_WHEN = lazy_pattern(r"\b(?:when|year|date|wann|jahr|quand|année|cuándo|año|quando)\b", re.IGNORECASE)
_ONLY_PART = lazy_pattern(
    r"\b(?:which|what)\s+(?:\w+\s+){0,1}?(?P<part>year|month)\b(?!\s+and\b)(?!.*\bdate\b)"
    r"|\b(?:qué|quel(?:le)?|welche[mrs]|quale|che|que)\s+(?:(?P<year>año|année|an|jahr|anno|ano)|(?:mes|mois|monat|mese|mês))\b",
    re.IGNORECASE | re.DOTALL,
)


def asks_how_many(stem: str) -> bool:
    """Return whether the stem asks for a count, so that what is counted need not be typed."""
    return _HOW_MANY.search(stem) is not None


_PREFIX = lazy_pattern(
    r"\b(?:prefix|starting\s+with|beginning\s+with)\b|\bwith\s+(?:the\s+|an?\s+)?\W?0[xbo]\b", re.IGNORECASE
)
_WITHOUT_PREFIX = lazy_pattern(r"\b(?:without|no)\s+(?:\S+\s+){0,2}?prefix", re.IGNORECASE)


def asks_for_prefix(stem: str) -> bool:
    """Return whether the stem asks for the prefix that marks the base of a number: with the 0x prefix."""
    return _PREFIX.search(stem) is not None and not _WITHOUT_PREFIX.search(stem)


_PURE_NUMBER = lazy_pattern(
    r"\bp(?-i:OH|H|K[ab]?)\b|\bratio\b|\bprobabilit|\boxidation\s+(?:state|number)|\b(?:atomic|mass|quantum)\s+number\b",
    re.IGNORECASE,
)
_ABOUT = lazy_pattern(r"\b(?:about|approximately|roughly|around|nearly|estimate[ds]?)\b", re.IGNORECASE)


def says_about(stem: str) -> bool:
    """Return whether the stem asks about how much something is."""
    return _ABOUT.search(stem) is not None


_PERCENTAGE = lazy_pattern(
    r"\b(?:what|which|how\s+many)\s+(?:percent(?:age)?|per\s+cent)\b|\bas\s+a\s+percentage", re.IGNORECASE
)
_DIGITS = lazy_pattern(r"\b(?:\d+|[a-z]+)[ -](?:digits?|bits?)\b|\bleading\s+zero", re.IGNORECASE)


def asks_for_pure_number(stem: str) -> bool:
    """Return whether the stem asks for a value that has no unit: a pH, a ratio, a probability."""
    return _PURE_NUMBER.search(stem) is not None


def asks_for_percentage(stem: str) -> bool:
    """Return whether the stem asks for a number of percent, whose sign may be typed."""
    return _PERCENTAGE.search(stem) is not None


def asks_for_digits(stem: str) -> bool:
    """Return whether the stem asks for a number with so many digits, so that zeros at its start count."""
    return _DIGITS.search(stem) is not None


_OUTPUT = lazy_pattern(r"\bprint|\boutput|\breturns?\b|\bevaluat", re.IGNORECASE)


def asks_for_output(stem: str) -> bool:
    """Return whether the stem asks for what a program prints or returns."""
    return _OUTPUT.search(stem) is not None


_REGEX = lazy_pattern(r"\bregular\s+expression|\bregex", re.IGNORECASE)
_STATE = lazy_pattern(r"\bstates?\b|\b(?:solid|liquid|gas|gaseous|aqueous)\b", re.IGNORECASE)


def asks_for_regex(stem: str) -> bool:
    """Return whether the stem asks for a regular expression."""
    return _REGEX.search(stem) is not None


def asks_for_state(stem: str) -> bool:
    """Return whether the stem asks for the state of a substance."""
    return _STATE.search(stem) is not None


_SCIENTIFIC = lazy_pattern(r"\bscientific\s+notation\b|\bstandard\s+(?:index\s+)?form\b", re.IGNORECASE)


def asks_for_scientific(stem: str) -> bool:
    """Return whether the stem asks for a number as a power of ten, with one digit before the point."""
    return _SCIENTIFIC.search(stem) is not None


_COUNTED = lazy_pattern(
    r"\bhow many\s+(?P<nouns>(?:[\w'’-]+\s+){0,5}?[\w'’-]+?)\s*"
    r"(?=\s(?:do|does|did|is|are|was|were|will|can|could|has|have|had|in|on|of|to|per|from|make|go|fit|the|a|an|at|by"
    r"|there|that|which|each|must|should|would|may|took|take|takes)\b|[?.,]|$)",
    re.IGNORECASE,
)


def counted(stem: str) -> str:
    """Return what the stem asks to count: "permanent members", for how many permanent members there are; or ""."""
    found = _COUNTED.search(stem)
    return found["nouns"] if found else ""


def asks_age(stem: str) -> bool:
    """Return whether the stem asks for an age, which is in years."""
    return _AGE.search(stem) is not None


def asks_when(stem: str) -> bool:
    """Return whether the stem asks for a date or a year."""
    return _WHEN.search(stem) is not None


def asked_part_of_date(stem: str) -> str | None:
    """Return ``year`` or ``month`` if the stem asks for that part of a date alone, else None."""
    found = _ONLY_PART.search(stem)
    return (found["part"] or ("year" if found["year"] else "month")).lower() if found else None


_WHY = lazy_pattern(r"\bwhy\b|\bfor what reason\b", re.IGNORECASE)


def asks_why(stem: str) -> bool:
    """Return whether the stem asks for a reason, which may begin with "because"."""
    return _WHY.search(stem) is not None


_CHARGE = lazy_pattern(r"\boxidation\b|\bcharge\b|\bvalen", re.IGNORECASE)
_FUNCTION = lazy_pattern(r"\b(?:function|method|command|call)\b", re.IGNORECASE)


def asks_for_charge(stem: str) -> bool:
    """Return whether the stem asks for a charge or an oxidation number, whose sign may come first or last."""
    return _CHARGE.search(stem) is not None


def asks_for_function(stem: str) -> bool:
    """Return whether the stem asks for a function of a programming language, which may be typed with parentheses."""
    return _FUNCTION.search(stem) is not None


_AROUND = "+-*/^=<>%"
_ONE_SIGN = str.maketrans("×·−÷", "**-/")
_LOGARITHM = lazy_pattern(r"(?<=log)_?(\d+)\((\d+)\)")
"""A logarithm of a number, whose parentheses may be left out."""


def _expression(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().translate(_ONE_SIGN)
    return _LOGARITHM.sub(r"\1\2", "".join(plain.split()))


def says_expression(text: str, stem: str) -> bool:
    """Return whether the stem has the expression ``text`` complete, with any spaces: 12:8, but not 2x of 2x + 4."""
    if len(text.strip()) <= 2 and text.strip().isalpha():  # not the U of formula
        return re.search(rf"(?<!\w){text.strip()}(?!\w)", stem) is not None
    wanted, plain = map(_expression, (text, stem))
    start = plain.find(wanted) if any(map(str.isalnum, wanted)) else -1
    while start >= 0:
        before, after = plain[max(0, start - 1) : start], plain[start + len(wanted) :][:1]
        number_goes_on = (before.isdigit() and wanted[0].isdigit()) or (after.isdigit() and wanted[-1].isdigit())
        if not number_goes_on and not (before and before in _AROUND) and not (after and after in _AROUND):
            return True
        start = plain.find(wanted, start + 1)
    return False


_KIND_OF_NAME = lazy_pattern(
    r"\b(?:scientific|latin|medical|technical|anatomical|botanical|zoological|common|everyday|informal|iupac|systematic"
    r"|chemical|full|alternative|another|other|old|former|modern|british|american)\s+(?:name|term|word)s?\b"
    r"|\bstands?\s+for\b|\babbreviat|\bacronym|\bshort\s+for\b|\bsynonym|\bin\s+full\b|\biupac\b|\bsystematic"
    r"|\brenamed\b|\bformerly\b|\bbetter\s+known\b|\balso\s+(?:known|called)\b|\bnow\s+(?:known|called)\b",
    re.IGNORECASE,
)
_COORDINATES = lazy_pattern(
    r"\b(?:cross\s+product|coordinates?|points?|vert(?:ex|ices)|vectors?|ordered\s+pairs?|intersect\w*|midpoint|cent(?:er|re)|focus"
    r"|minimum|maximum|extremum|system|translat\w*|reflect\w*|origin|located)\b",
    re.IGNORECASE,
)
_INTERVAL = lazy_pattern(r"\binterval|\bdomain\b|\brange\b|\binequalit|\bsolution set\b", re.IGNORECASE)


def asks_for_kind_of_name(stem: str) -> bool:
    """Return whether the stem asks for one kind of name, such as the scientific one, or for what letters stand for."""
    return _KIND_OF_NAME.search(stem) is not None


def asks_for_coordinates(stem: str) -> bool:
    """Return whether the stem asks for a point or a vector, whose coordinates have several notations."""
    return _COORDINATES.search(stem) is not None


def asks_for_interval(stem: str) -> bool:
    """Return whether the stem asks for an interval, whose brackets say whether its ends belong to it."""
    return _INTERVAL.search(stem) is not None


_ONE_QUOTE = lazy_pattern(
    r"\b(?:python|javascript|typescript|html|css|numpy|pandas|lua|yaml|php|perl|ruby|bash|shell)\b|\bin (?-i:R)\b",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = lazy_pattern(
    r"\b(?:sql|java|kotlin|haskell|scala|json|ada|pascal|rust|swift|julia)\b|\bc\+\+|\bc#"
    r"|\b(?-i:C|Go)\b",
    re.IGNORECASE,
)


def quotes_are_the_same(stem: str) -> bool | None:
    """Return whether single and double quotes mean the same in the language of the stem; None if it names none."""
    if _OTHER_LANGUAGE.search(stem):
        return False
    return True if _ONE_QUOTE.search(stem) else None


_SEMICOLON = lazy_pattern(r"\bsemi-?colons?\b|\b(?-i:Rust|MATLAB|Octave)\b", re.IGNORECASE)


def semicolon_counts(stem: str) -> bool:
    """Return whether a semicolon at the end counts: the stem is about one, or its language gives it a meaning."""
    return _SEMICOLON.search(stem) is not None


_CASE_IGNORED = lazy_pattern(r"\b(?:sql|html|excel|spreadsheets?|fortran|(?-i:BASIC|Pascal|Ada))\b", re.IGNORECASE)
_CASE_COUNTS = lazy_pattern(
    r"\b(?:python|java|javascript|typescript|kotlin|haskell|scala|perl|php|lua|css|numpy|pandas|bash)\b|\bc\+\+|\bc#"
    r"|\b(?-i:Ruby|Rust|Swift|Julia)\b|\bin (?-i:C|R|Go)\b|\b(?-i:C|R|Go) (?:operator|function|keyword|loop|statement"
    r"|expression|code|program|declaration|condition|struct|pointer|macro|directive)",
    re.IGNORECASE,
)


_PRINTS = lazy_pattern(r"\bprint(?:ln|f)?\(|\bconsole\.log\(|\bSystem\.out\.|\bcout\s*<<|\brange\(")
"""Code in a stem that names no language."""


def case_in_code(stem: str) -> bool | None:
    """Return whether case counts in the programming language that the stem names; None if it names none."""
    if _CASE_IGNORED.search(stem):
        return False
    return True if _CASE_COUNTS.search(stem) or _PRINTS.search(stem) else None


_QUERIES = lazy_pattern(
    r"\b(?:\w*sql(?:ite)?|quer(?:y|ies)|tables?|databases?|rows?|columns?|records?)\b", re.IGNORECASE
)
_TOOL = lazy_pattern(
    r"\b(?:(?:terminal|shell)\s+(?:commands?|scripts?)|(?:in|at)\s+(?:the|a)\s+(?:terminal|shell)|bash|zsh|linux|unix|git"
    r"|docker|npm|pip|powershell)\b",
    re.IGNORECASE,
)
_COMMANDS = lazy_pattern(r"\b(?:commands?|console)\b", re.IGNORECASE)
_CODE = lazy_pattern(
    r"\b(?:program\w*|codes?|coding|loops?|statements?|functions?|methods?|class(?:es)?|variables?|comprehensions?|lambdas?|keywords?|arrays?|lists?"
    r"|strings?|scripts?|modules?|librar(?:y|ies)|integers?|objects?|elements?|tags?|selectors?|style)\b",
    re.IGNORECASE,
)


def is_about_queries(stem: str) -> bool:
    """Return whether the stem is about SQL or tables of a database."""
    return _QUERIES.search(stem) is not None


def is_about_commands(stem: str) -> bool:
    """Return whether the stem is about commands of a shell."""
    return _COMMANDS.search(stem) is not None or _TOOL.search(stem) is not None


_PERMUTING = lazy_pattern(r"\b(?:linux|gnu|ubuntu|debian|fedora)\b", re.IGNORECASE)


def options_may_follow(stem: str) -> bool:
    """Return whether the stem is about a system on which options may also come after the arguments."""
    return _PERMUTING.search(stem) is not None


def is_about_code(stem: str) -> bool:
    """Return whether the stem is about programming."""
    return case_in_code(stem) is not None or _CODE.search(stem) is not None


_NAME_GIVEN = lazy_pattern(r"\b(?:variables?|called|named|using)\s+[`'\"]?(?P<name>[A-Za-z_]\w*)")


def names_given(stem: str) -> frozenset[str]:
    """Return the names that the stem wants for variables: with a loop variable n."""
    return frozenset(found["name"] for found in _NAME_GIVEN.finditer(stem))


_NAMED_IN_CODE = lazy_pattern(r"\b(?:keyword|reserved\s+word)s?\b", re.IGNORECASE)
_NAMED_IN_LANGUAGE = lazy_pattern(
    r"\b(?:which|what|name\s+the|the|write\s+the)\s+(?:[\w.#+'’-]+\s+){0,4}?(?:command|method|function|operator|tag|attribute"
    r"|property|flag|option|switch|statement|clause|selector|instruction|directive|subcommand|exception|error|module|modifier"
    r"|decorator|literal|constant|value)\b"
    r"|\b(?:raises?|raising|throws?|throwing|calls|calling)\s+(?:(?:an?|the)\s+)?_{2,}",
    re.IGNORECASE,
)


def asks_for_name_in_code(stem: str) -> bool:
    """Return whether the stem asks for a name of a programming language or a tool: a keyword, a method, a flag."""
    if _NAMED_IN_CODE.search(stem):
        return True
    in_language = case_in_code(stem) is not None or _TOOL.search(stem) is not None
    return in_language and _NAMED_IN_LANGUAGE.search(stem) is not None
