"""The rule about opinions."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.wording import possessives
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_mainly
from quizgen.text.verbs import is_irregular_past, is_third_person

_WORKS = (
    r"(?:palaces?|castles?|church(?:es)?|temples?|bridges?|operettas?|musicals?|cantatas?|requiems?|trilog(?:y|ies)"
    r"|epics?|stud(?:y|ies) of|traged(?:y|ies)|comed(?:y|ies)|sonnets?|essays?|dramas?|statues?|sculptures?|ballets?"
    r"|concert(?:o|os|i)"
    r"|sonatas?"
    r"|quartets?|arias?|fresco(?:es)?|portraits?|landscapes|cathedrals?|goals?|strikers?|goalkeepers?|tenors?|sopranos?"
    r"|chefs?|sculptors?|dramatists?|orators?|economists?|comedians?|rulers?|monarchs?|performances?"
    r"|creations?|characters?|lyrics?|beach(?:es)?|restaurants?|novels?|novelists?|poems?|poets?|writers?|authors?"
    r"|playwrights?|plays?|books?|stor(?:y|ies)|paint(?:er|ing)s?"
    r"|artists?|composers?|symphon(?:y|ies)|operas?|films?|movies?|directors?|act(?:or|ress)(?:es)?s?|singers?|bands?"
    r"|songs?"
    r"|albums?|musicians?|guitarists?|players?|footballers?|athletes?|boxers?|teams?|leaders?|kings?|queens?|emperors?"
    r"|presidents?|generals?|scientists?|physicists?|chemists?|biologists?|philosophers?|mathematicians?|inventors?"
    r"|inventions?|works? of art|masterpieces?|heroe?s?|cit(?:y|ies)|countr(?:y|ies)|cuisines?|languages?|buildings?"
    r"|programming languages?|games?|dishes|dish|woman|women|man|men|person|people|thinkers?|minds?"
    r"|music|melod(?:y|ies)|acting|singing|wines?|beers?|pizzas?|scenery|architects?|violinists?|pianists?|dancers?"
    r"|speech(?:es)?)"
)
_DEEDS = (
    r"(?:ideas?|insights?|legac(?:y|ies)|accomplishments?|reforms?|achievements?|contributions?|inventions?"
    r"|discover(?:y|ies)|qualit(?:y|ies)|virtues?|lessons?)"
)
_TASTE = (
    r"(?:beautiful|interesting|boring|delicious|exciting|charming|overrated|underrated|attractive|enjoyable|fascinating"
    r"|lovable|admirable|tragic|moving(?! parts?\b)|elegant|impressive|wonderful|inspiring|amusing|entertaining"
    r"|brilliant|spectacular|breathtaking|stunning|awful|terrible|annoying|disgusting|ridiculous|graceful|tasteful"
    r"|expressive"
    r"|memorable|unforgettable|gifted|talented|profound|imaginative|heroic|thrilling|haunting|touching|heartbreaking"
    r"|uplifting|captivating|gripping|poetic|soulful|evocative|creative|glorious|magnificent|splendid|majestic"
    r"|convincing|persuasive|compelling|insightful|ingenious|witty|lucid|sublime|lively|delightful|disappointing"
    r"|dramatic"
    r"|clever|sensible|courageous|tragic|endearing|seductive|vivid|soothing|melodious|catchy|comfortable|believable"
    r"|heavenly|divine|adorable|gorgeous|marvel(?:l)?ous|superb|fabulous|dreadful|horrible|hideous|irritating|exquisite"
    r"|enchanting|mesmeri[sz]ing|hypnotic|joyful|pleasing|agreeable|lovely|cute|tacky|kitschy|soulless|dreary|monotonous"
    r"|picturesque|scenic|likable|likeable|appealing|pleasant|relaxing|romantic|stylish|tasty|flavou?rful|refreshing"
    r"|skil?lful|accomplished|satisfying|pointless|tedious|unfair|shameful|evil|noble|perfect)"
)
_PHYSICAL = (
    r"(?:grains?|grained|particles?|sand|sands|threads?|mesh|powder|powders|silt|clay|sediments?|textures?|wires?"
    r"|fib(?:er|re)s?|hairs?"
    r"|pores?|tips?|points?|needles?|gauge|divisions?|details?|scale|resolution|filters?|sieve|dust|lines?|adjustments?"
    r"|gravel|soils?|structure|level|granularity|mist|spray|nozzle|hour|hours|tun(?:ing|er))"
)
_SUM = (
    r" (?:[\w-]+ )?(?:number|loss|losses|increase|decrease|amount|share|rise|fall|drop|depth|height|distance|speed|size"
    r"|extent|area|population|magnitude|majority|margin|score|flood|extinction|eruption|earthquake)\b"
)
"""What the greatest one of is counted or measured."""
_SUPERLATIVE = lazy_pattern(
    r"\b(?:finest|greatest|best|worst|most (?:important|influential|significant|talented|gifted|brilliant|inspiring"
    r"|elegant|famous|impressive))(?! (?:known|selling|paid))"
    rf"(?: (?!(?:in|of|at|on|for|to|by|from|with|and|or)\b)[\w-]+){{0,3}}? {_WORKS}\b"
    rf"|\b(?:is|are|was|were) (?:by far )?the most {_TASTE}\b(?! (?:to|than)\b)"
    rf"|\b(?:the|['’]s|his|her|their|its) (?:very |single )?(?:most {_TASTE}(?! than\b)"
    rf"|finest(?! (?:{_PHYSICAL}|by|in|at|on|for|with|from|that|which)\b)|loveliest|prettiest|ugliest|tastiest"
    rf"|funniest|nicest|coolest|silliest|dullest"
    rf"|catchiest|saddest)"
    r" (?!(?:of|to|part of speech)\b)[a-z-]+"
    r"|\bis (?:the )?(?:loveliest|prettiest|ugliest|tastiest|funniest|nicest|coolest|silliest|dullest|catchiest|saddest"
    r"|easiest to (?:learn|use|love|read)|hardest to learn|(?:easiest|hardest) [a-z]+ to (?:learn|play|master|read"
    r"|draw))(?=\W*$)"
    r"|(?<=['’]s )(?:true |great |one )?masterpiece(?=\?$|\.$)"
    rf"|(?<=['’]s )(?:greatest|best|finest|worst) {_DEEDS}\b"
    # "The most important study in the history of psychology", whatever it is
    r"|\b(?:most (?:important|influential|significant)|(?:greatest|finest|best)(?![- ](?:known|selling|paid)"
    rf"|{_SUM})) (?:[\w-]+ ){{1,4}}?(?:of all time|(?:in|of) (?:the )?(?:[\w'’-]+ )?history)\b"
    r"|\b(?:is|was|are|were) (?:by far )?the (?:greatest|finest|best|noblest) of (?:all|his|her|their)\b"
    r"|\bthe most (?:important|significant|influential) (?:figures?|events?|persons?|personalit(?:y|ies)|thinkers?"
    r"|rulers?"
    r"|battles?|treat(?:y|ies)|moments?|decisions?|movements?|turning points?|consequences?) (?:of|in)\b"
    r"|\b(?:supreme|crowning) (?:achievement|work|creation|masterpiece)s?\b|\bdeepest (?:insights?|understanding)\b"
    r"|\b(?:as|so) (?:well|beautifully|brilliantly|elegantly) (?:written|painted|composed|played|acted|designed) as\b"
    r"|(?<=['’]s )(?:best|finest|greatest)(?=\?$)|\bthe best (?:place|city|country|town) (?:to live|in the world)\b"
    r"|\bthe most (?:capable|talented|gifted|competent|inspiring) [a-z]+\b"
    r"|\bthe (?:greatest|deepest|most profound) (?:impact|influence) on (?:society|history|the world|mankind|humanity"
    r"|civili[sz]ation|culture|modern life)\b"
    rf"|\b(?:are|is|was|were) (?:far |clearly |greatly )?(?:superior|inferior) to (?:th(?:ose|at) of )?(?:(?:his|her"
    rf"|their)"
    rf" |[A-Z][a-z])(?=[^?]*$)"
    r"|\b(?:changed|shaped|influenced) (?:the world|history|mankind|humanity) more than\b"
    rf"|\bthe greatest (?:technical |scientific |cultural |political )?{_DEEDS} (?:of|in)\b"
    r"|\bthe (?:greatest|finest|best) (?:pieces?|works?) of (?:[a-z]+ )?(?:music|art|literature|architecture|fiction"
    r"|poetry|prose|theater|theatre|drama|sculpture|engineering|design)\b"
    r"|\bis the worst (?:crime|sin|disease|job|war|vice)(?=\W*$)"
)
_ESTEEM = (
    r"(?:accomplished|beautiful|interesting|exciting|convincing|memorable|gifted|talented|skil?lful|impressive|moving"
    r"|brilliant|original|profound|elegant|entertaining|enjoyable|refined|inspired|inspiring|charming|delicious|boring"
    r"|likable|likeable|attractive|thrilling|satisfying|fascinating|imaginative|heroic|admirable|sophisticated|graceful"
    r"|tasteful|fun|important|significant)"
)
_JUDGED = lazy_pattern(
    r"\b(?:is|are|was|were) (?:(?:very|really|truly|simply|quite|so|rather|far) )?(?:beautiful|boring|delicious"
    r"|overrated|underrated|wonderful|amazing|awesome|terrible|awful|magnificent|fascinating|disgusting|ugly"
    r"|brilliant)\b"
    rf"|\b(?:a |far |much )?(?:better|worse) (?:[a-z-]+ )?{_WORKS} than\b"
    rf"|\b(?:a |far |much )?(?:(?:more|less) {_ESTEEM}|greater|finer) (?:[a-z-]+ )?{_WORKS} than\b"
    rf"|\b(?:is|are|was|were) (?:far |much )?(?:more|less) {_ESTEEM} than\b"
    r"|\b(?:is|are|was|were) (?:a |an )?(?:far |much )?(?:nicer|prettier|lovelier|tastier|funnier|uglier|cooler|finer"
    r"|kinder|braver|wiser|nobler) (?:[a-z-]+ )?(?:than\b|[a-z]+ than\b)"
    r"|\b(?:is|are) (?:much |far )?(?:easier|harder) to (?:learn|read|master|understand|play) than\b"
    r"|\b(?:should|ought to) be (?:banned|abolished|legalized|legalised|allowed|illegal|forbidden|ashamed|proud)\b"
)
_THINGS = (
    rf"(?:{_DEEDS}|goals?|aims?|purposes?|reasons?|dut(?:y|ies)|tasks?|skills?|values?|aspects?|things?|rules?"
    r"|principles?|events?|rights?|priorit(?:y|ies)|subjects?|vitamins?|nutrients?|habits?)"
)
_PEOPLE = (
    r"(?:(?:central )?banks?|governments?|the government|the state|states|countries|every country|society|societies"
    r"|schools?|universities|parents|children|people|everyone|everybody|we|citizens|politicians|companies|employers"
    r"|teachers|students|consumers|the rich|museums?|artists?|writers?|composers?|scientists?|programmers|developers"
    r"|cities|the law|taxes|parliaments?|Europe|the (?:EU|UN))"
)
_RANKED = lazy_pattern(
    r"\b(?:is|are|was|were) (?:by far )?the (?:single )?most (?:important|valuable|precious|worthwhile) (?:[\w-]+ )?"
    rf"{_THINGS}\b"
    rf"|\bwh(?:at|ich) (?:is|was|are|were) (?:the|[\w-]+['’]s?|his|her|its|their) (?:single )?most"
    rf" (?:important|valuable|significant|influential) (?:[\w-]+ )?{_THINGS}\b"
    # "Freud's most valuable contribution to psychology was …"
    rf"|^(?:[\w-]+ ){{0,3}}?(?:the|[\w-]+['’]s?|his|her|its|their) (?:single )?(?:greatest|most (?:important|valuable"
    rf"|significant|influential)) (?:[\w-]+ )?{_DEEDS}\b(?![^?]*\bfor\b)[^?,]*"
    r" (?:is|are|was|were)(?= (?!(?:\w+ed|made|written|given|held|found|known)\b))"
    r"(?![^?]*\?)",
    re.IGNORECASE,
)
_PREFERRED = lazy_pattern(
    rf"\b(?:more|less) (?:important|valuable|worthwhile|desirable|beautiful|interesting|enjoyable|impressive|elegant)"
    r" (?:[\w-]+ ){0,3}?than\b"
    rf"|^{_PEOPLE} (?:should|ought to)\b|\b(?:deserves?|ought) to be\b"
    r"|\b(?:tastes?|looks?|sounds?|smells?|feels?) (?:much |far |a lot )?(?:better|worse|nicer|prettier)"
    r" (?:than|with|without)\b"
    r"|\b(?:is|are|was|were) (?:his|her|their|its) (?:very )?(?:best|finest|worst)(?=[.,]|$)"
    r"|^(?:every|each) (?:student|child|person|citizen|country|school|parent|teacher) (?:should|ought to)\b"
    r"|\b(?:is|are|was|were) (?:morally|ethically) (?:wrong|right|justified|acceptable|unacceptable)\b"
    r"|\b(?:is|are|was|were) (?:a waste of (?:time|money)|a disgrace|unethical|immoral|unjust|evil|shameful"
    r"|a stroke of genius|a triumph|a marvel|second to none|unrivall?ed|unparalleled|in a class of (?:its|his|her"
    r"|their) own"
    r"|not worth (?:the|it|learning|reading|seeing))\b"
    r"|^It is (?:wrong|unfair|immoral|unjust|shameful|cruel|a shame|a pity) (?:to|that)\b",
    re.IGNORECASE,
)
_BEST = lazy_pattern(
    r"^(?:which|what|who)\b[^?.!:;]*\b(?:is|are|was|were|makes?) (?:by far )?the (?:very |single )?"
    r"(?:best|worst|nicest|most (?:important|useful|valuable|enjoyable|interesting))"
    r"(?: (?:one|choice|kind|type|sort|way|thing))?(?= (?:for|to|in|of all|of the)\b|\W*$)"
    r"|^(?:which|what|who)\b[^?.!:;]*\bmakes? the (?:best|worst|nicest) (?:[a-z-]+ ){0,2}[a-z-]+(?=\W*$)"
    r"|^(?:which|what) (?:[\w-]+ ){1,3}should (?:(?:every|each) (?:child|student|pupil|person|citizen|adult|teacher"
    r"|parent)|everyone|everybody|people|children|schools|parents|governments|we)\b"
    r"(?![^?]*\b(?:under|by law|if|when|before|after)\b)"
    r"|^who (?:is|was) the best\b(?![ -](?:known|paid|selling))"
    r"|^(?:which|what) is the (?:prettiest|nicest|loveliest|ugliest|coolest) (?:of|in)\b"
    r"|^what is the (?:ideal|perfect) (?:size|length|age|way|place|job|home|class|leader|teacher|diet) (?:of|for|to)\b"
    r"|^(?:which|what|who)\b[^?.!:;]*\b(?:true genius\b|deserves? the (?:credit|praise|blame)\b)",
    re.IGNORECASE,
)
_VALUE = (
    r"(?:(?:fairest|noblest|wisest|kindest|justest|worthiest|cruell?est|cleverest|sexiest|smartest|coolest)"
    r"|most (?:just|fair|humane|ethical|moral|immoral|tolerant|civili[sz]ed|desirable|worthwhile|legitimate|honest"
    r"|noble|sensible|reasonable|rational|unjust|unfair|shameful|evil|cruel|dignified|decent|virtuous|enlightened|patriotic"
    r"|democratic|exciting|rewarding|meaningful|admirable|attractive|trustworthy))"
)
_VALUED = lazy_pattern(
    rf"\b(?:is|are|was|were) (?:by far )?(?:the )?(?:single )?{_VALUE}"
    r"(?: (?:one|of (?:all|these|them|the \w+)|form|kind|type|way|system|method))?(?=\W*$| (?:in|for|to|of)\b)"
    rf"|\b(?:is|are|was|were) (?:by far )?the {_VALUE} (?!than\b|to\b)[a-z-]+"
    rf"|^(?:which|what)\b[^?.!:;]*\b(?:has|have|had) the {_VALUE} [a-z-]+"
    r"|\b(?:is|are) (?:by far )?the (?:best|worst) (?:possible )?(?:form|system|type|kind) of (?:government|state"
    r"|society|education|economy|marriage|justice|rule|democracy)\b"
    r"|\b(?:has|have) the (?:best|worst|finest) (?:[a-z]+ ){1,2}in the world\b"
    r"|\b(?:is|are) (?:superior|preferable|inferior)(?=\W*$)",
    re.IGNORECASE,
)
_GREATEST = lazy_pattern(
    r"\b(?:is|are|was|were) (?:by far )?the (?:greatest|best|finest|noblest|wisest|bravest"
    r"|most (?:influential|original|eminent|distinguished|outstanding)"
    r"|most (?:important|significant)(?= (?:[A-Z]\w+ )?[a-z]+(?:ist|ian|grapher|loger)\b)) (?:[A-Z]\w+ )?"
    r"(?P<who>(?!producer|exporter|importer|consumer|emitter|polluter|user|contributor|donor|investor|creditor"
    r"|employer|customer|scorer|killer|owner|seller|friend|student|conductor|carrier)[a-z]+)\b(?![- ](?:at|to)\b)"
)
_CONTRIBUTED = lazy_pattern(
    r"^(?:(?:who|which (?:[\w-]+ )?(?P<who>[a-z]+))\b (?:has |have )?(?:made|makes?)"
    r"|(?-i:[A-Z][\w.-]+ (?:[A-Z][\w.-]+ ){0,2})(?:has )?made) the (?:single )?"
    rf"(?:greatest|most (?:important|valuable|significant|influential)) (?:[\w-]+ )?{_DEEDS} (?:to|in|of)\b"
    r"(?![^?.]*\b(?:funds?|budgets?|GDP|income|revenues?|costs?|campaigns?)\b)",
    re.IGNORECASE,
)
"""Who has done most for a subject: "Who made the greatest contribution to geometry?"."""
_NOT_A_JUDGMENT = lazy_pattern(
    r"\b(?:hair|skin|complexion|index|indices|score|weather|play off|cut|wind)\b", re.IGNORECASE
)
_MEASURABLE = lazy_pattern(
    r"\b(?:treat\w*|drugs?|therap\w*|patients?|diagnos\w*|tests?|management|interventions?|graphs?|charts?|plots?"
    r"|diagrams?"
    r"|data|algorithms?|methods?|estimat\w*|measures?|statistic\w*|functions?|commands?|structures?|conductors?"
    r"|insulators?"
    r"|evidence|sources?|models?|titles?|summar\w*|descri\w*|explan\w*|translations?|synonyms?|words?|sentences?"
    r"|phrases?"
    r"|results?|scores?|times?|records?|seeds?|cards?|hands?|moves?|exports?|imports?|trade|income)\b",
    re.IGNORECASE,
)
"""Words for what is measured, or decided in a profession."""
_SOMEBODYS = lazy_pattern(
    r"\b(?:according to|considered|regarded|voted|rated|ranked|ranking|award\w*|prize|poll|survey|critics?|oscars?"
    r"|emmys?|grammys?|golden globe|of the season|myth\w*|select(?:s|ed)?|chose|choose|called|named"
    r"|opinion|believed?|thought|said|argued|claim\w*|described|judged|declared|chosen|listed"
    r"|title|weddings?"
    r"|means?|translat\w+|proverb|saying|(?-i:[Ff]or (?:[A-Z][\w-]+ )?[A-Z][\w-]+)(?=,)|for (?:him|her|them)"
    r"|in (?:his|her|their) (?:view|eyes)"
    r"|by (?:land )?(?:area|size|population|volume|value|weight|mass|number|revenue|sales|length|height|output))\b",
    re.IGNORECASE,
)


_YOURS = lazy_pattern(
    r"\b(?:in your (?:own )?(?:opinion|view)|(?:what|who|which [\w ]{1,30}) do you (?:like|prefer))\b", re.IGNORECASE
)
_UNNAMED_VIEW = lazy_pattern(
    r"(?:(?:many|some|most|several|a few|modern|today['’]s|leading) )?(?:experts|critics|scholars|scientists|historians"
    r"|researchers|economists|doctors|people|observers|teachers|musicians|chefs|lawyers|linguists|philosophers|studies"
    r"|research|surveys)(?: have| has)? (?:believed?|think|thought|say|said|argued?|claim|claimed|agreed?|showed|shown"
    r"|shows?|suggests?|suggested|proves?|proved|found) that\b"
    r"|it (?:is|has been) (?:often |sometimes |widely |generally )?(?:said|believed|thought|claimed|rumou?red) that\b"
    r"|(?:some|many|most) (?:believe|say|think|claim|argue) that\b",
    re.IGNORECASE,
)
_REST_OF_NOUN = lazy_pattern(
    r"(?P<words>(?: (?!(?:of|in|at|on|for|to|by|from|with|and|or|that|who|is|was|are|were|ever|has|have|had"
    r"|you)\b)[a-z-]+)"
    r"{1,2})(?=[?.,;:]|$| (?:of|in|at|on|for|to|by|from|with|and|or|that|which|who|is|was|are|were|ever|has|have"
    r"|had)\b)"
)


@question_rule(
    "Q146",
    "opinion",
    triggers=possessives(
        "finest greatest best worst most beautiful boring delicious overrated underrated wonderful amazing awesome"
        " terrible awful magnificent fascinating disgusting ugly brilliant better worse should ought more less deserve"
        " loveliest prettiest ugliest tastiest funniest nicest coolest silliest dullest catchiest saddest easiest"
        " hardest"
        " masterpiece"
        " deserves wrong unfair immoral unjust shameful cruel shame pity nicer prettier lovelier tastier funnier uglier"
        " cooler finer kinder braver wiser nobler morally ethically waste disgrace unethical evil worth said believed"
        " thought claimed rumored rumoured believe think say argue claim show shows suggest prove proves agree"
        " fairest noblest wisest kindest justest worthiest cruelest cruellest cleverest sexiest smartest"
        " superior preferable inferior"
        " genius triumph marvel second unrivaled unrivalled unparalleled"
        " greater supreme crowning deepest well beautifully brilliantly elegantly changed shaped influenced"
        " class your prefer like tastes looks sounds easier harder ideal perfect".split()
    ),
    english=True,
    source=f"{HDR}, guideline 6 (no items based on opinions)",
)
def opinion(item: Item) -> Iterator[Flaw]:
    """Flag judgments of taste, value and priority that are graded as facts, such as "the finest novel", "is boring",
    "the fairest tax", "the most important goal" and "governments should". Also flag true-or-false statements that
    report the view of nobody in particular ("Experts believe that …").

    ## Why it matters
    Learners who disagree are marked wrong, although neither view can be verified. All that can be verified is who
    holds which view.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: Tolstoy is the greatest novelist of the nineteenth century.
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: Virginia Woolf called Tolstoy the greatest of all novelists.
      answer: true
    ```
    """
    stem = item.plain_stem
    if item.question.attribution is not None or item.is_statement_of_fact:
        return
    is_statement = item.kind == "true_false"
    if is_statement and (found := _UNNAMED_VIEW.match(stem)) is not None:
        yield Flaw(
            f"{found[0]!r} does not say whose view it is",
            "name the person, the study or the text, or state the fact itself",
            item.stem_path,
        )
        return
    if (found := _YOURS.search(stem)) is not None:
        yield Flaw(f"{found[0]!r} asks for an opinion", "ask about something that can be verified", item.stem_path)
        return
    found = _SUPERLATIVE.search(stem)
    # "Who, one of the greatest painters of his time, …" asks for something else.
    if found is not None and not is_statement and stem[: found.start()].endswith("one of the "):
        return
    if found is None:
        found = _RANKED.search(stem)
    if found is None and (best := _BEST.search(stem)) is not None and not _MEASURABLE.search(stem):
        found = best
    if found is None and (greatest := _GREATEST.search(stem)) is not None and is_mainly(greatest["who"], "person"):
        found = greatest
    if found is None and (done := _CONTRIBUTED.search(stem)) is not None:
        is_person = is_mainly(done["who"], "person") if done["who"] else is_statement or stem.lower().startswith("who")
        found = done if is_person else None
    if found is None and (valued := _VALUED.search(stem)) is not None and not _NOT_A_JUDGMENT.search(stem):
        found = valued
    if found is None and is_statement:
        found = _JUDGED.search(stem) or _PREFERRED.search(stem)
    if found is not None and not _SOMEBODYS.search(stem):
        yield Flaw(
            f"{_with_noun(stem, found)!r} is an opinion",
            "say whose judgment it is, or ask about something that can be verified",
            item.stem_path,
        )


def _with_noun(stem: str, found: re.Match[str]) -> str:
    """Return the words of a judgment and the rest of its noun, which ``found`` may cut: the best dining table."""
    rest = None if found[0].endswith(("was", "is", "were", "are")) else _REST_OF_NOUN.match(stem, found.end())
    words = rest["words"] if rest is not None else ""
    is_verb = any(is_third_person(word) or is_irregular_past(word) or word.endswith("ed") for word in words.split())
    return found[0].strip() + ("" if is_verb else words)
