"""The rule about options that nobody takes seriously."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.text.content_words import content_set, words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_kind_of
from quizgen.text.words import listed

_NO_ANSWER = lazy_pattern(
    r"(?:i (?:do not|don['’]t) (?:know|care)|(?:i have )?no (?:idea|clue)|who (?:cares|knows)|(?:i['’]m )?not sure"
    r"|nobody (?:knows|cares)|(?:it )?(?:does not|doesn['’]t) matter|your (?:mum|mom)|because i said so|just kidding"
    r"|blah(?: blah)*|asdf|(?:by )?magic)[.!?]*",
    re.IGNORECASE,
)
_FIGURE_OF_FUN = lazy_pattern(
    r"(?:mickey mouse|minnie mouse|donald duck|bugs bunny|homer simpson|bart simpson|spongebob(?: squarepants)?|popeye"
    r"|shrek|pikachu|batman|superman|spider-?man|captain america|wonder woman|darth vader|yoda|aliens|godzilla"
    r"|king kong"
    r"|chuck norris|harry potter|gandalf|dumbledore|hello kitty|peppa pig|winnie[ -]the[ -]pooh|scooby[ -]doo"
    r"|the grinch"
    r"|sherlock holmes|james bond|indiana jones|mr\.? bean|judge judy|dr\.? evil|iron man|the hulk|super mario|barbie"
    r"|snoopy|kermit(?: the frog)?|cookie monster|tarzan|rambo|frodo|voldemort|hagrid|pinocchio|bambi|dumbo"
    r"|mary poppins|captain hook|jack sparrow|obi-wan kenobi|luke skywalker|princess leia|buzz lightyear"
    r"|(?:my|your|his|her|their) (?:cat|dog|goldfish|hamster|parrot|teddy bear)"
    r"|rock[- ]paper[- ]scissors|a crystal ball"
    r"|(?:my|your|our) (?:grand)?(?:mother|father|ma|pa|mom|mum|dad)"
    r"|my (?:aunt|uncle|dog|cat|neighbou?r|boss|teacher|roommate|flatmate|sister|brother|cousin|wife|husband)"
    r"|kryptonite|adamantium|vibranium|unobtainium|mithril|dilithium|hogwarts|narnia|gotham(?: city)?|wakanda"
    r"|neverland|middle[- ]earth|the death star|(?:a )?light ?sab(?:er|re)|pixie dust|fairy dust|(?:the )?bat ?mobile"
    r"|(?:a )?flux capacitor|(?:a )?magic potion|(?:a )?flying carpet"
    r"|(?:the )?tooth fairy|(?:the )?easter bunny|father christmas|santa(?: claus)?)[.!?]*",
    re.IGNORECASE,
)
_ABOUT_FIGURES = lazy_pattern(
    r"\b(?:cartoons?|comics?|animat\w+|disney|marvel|pixar|films?|movies?|cinema|television|tv|series|shows?|franchise"
    r"|games?"
    r"|characters?|(?:super)?hero(?:es)?|villains?|mascots?|ducks?|costumes?|christmas|easter|presents|gifts|legends?"
    r"|folklore|stories|tales?|fiction\w*|songs?|albums?|toys?|novels?|books?|detectives?"
    r"|author|wrote|created|invented)\b",
    re.IGNORECASE,
)
_LIVELESS = (
    r"(?:trees?|lea(?:f|ves)|plants?|cells?|atoms?|electrons?|metals?|water|planets?|moon|sun|stars?|rocks?|clouds?"
    r"|computers?|programs?|code|gas(?:es)?|ice|numbers?|rivers?|mountains?|words?|verbs?|instruments?|notes?)"
)
_MOODS = (
    r"(?:sad|lonely|bored|happy|angry|jealous|shy|hungry|embarrassed|sleepy|tired|lazy|grumpy|proud|in love|scared)"
)
# What somebody would do or want only in a joke: moods of things, and deeds that have nothing to do with any subject.
_ABSURD = lazy_pattern(
    r"\b(?:unicorns?|leprechauns?|zombies?|magic wands?|by magic|magic spells?|space aliens|santa claus|tooth fairy)\b"
    rf"|\bthe {_LIVELESS} (?:is|are|was|were|feels?|felt|gets?|got) (?:so |very |too )?{_MOODS}\b"
    r"|\b(?:is|are|was|were|gets?|got|feels?|felt) (?:so |very |too |just )?(?:bored|grumpy|sleepy|lazy"
    r"|tired of being)\b"
    r"|\b(?:is|are|was|were) allergic to\b"
    r"|\b(?:sing|sings|singing|wave|waves|waving|whisper|whispers|whispering|smile|smiles|smiling|dance|dances|dancing"
    r"|apologi[sz]e|apologi[sz]ing|bow|talk|talking) (?:at|to|for|with|around) it\b"
    r"|\b(?:hug|hugs|hugging|kiss|kissing|tickle|tickling|cuddle|cuddling|compliment) (?:it|them)\b"
    r"|\bhop(?:e|es|ing) for the best\b|\bcross(?:ing)? (?:your|one['’]s|their|his|her) fingers\b|\bmak(?:e|es"
    r"|ing) a wish\b"
    r"|\btak(?:e|es|ing) a (?:nap|selfie)\b|\b(?:throw|throws|throwing|have|having) a party\b|\bgo(?:es"
    r"|ing)? back to (?:bed|sleep)\b"
    r"|\b(?:go|goes|going|went|is|are|was|were) on (?:vacation|holiday)\b|\brun(?:ning|s)? (?:around )?(?:in circles"
    r"|screaming)\b"
    r"|\b(?:mak(?:e|es|ing)|brew(?:s|ing)?|order(?:s|ing)?|deliver(?:s|ing)?|fetch(?:es|ing)?) (?:a |the "
    r"|some )?(?:coffee|pizzas?)\b"
    r"|\b(?:finish|eat|grab|enjoy|share)(?:s|es|ing|ed)? (?:the |a |an |some |their |his |her |your )"
    r"(?:sandwich(?:es)?|lunch|dinner|breakfast|snacks?|cake|cookies?|ice cream|barbecue|picnic)\b"
    r"|\ba (?:pinch|bit|touch|dash|drop|little|lot) of (?:good )?(?:luck|love|hope|fairy dust)\b"
    r"|\b(?:call|ask|phone|text)(?:s|ing|ed)? (?:your|their|his|her) (?:grand)?(?:mother|mom|mum|ma) (?:for|what)\b"
    r"|\b(?:buy|buys|bought|buying) (?:a )?lottery tickets?\b|\b(?:burst|bursts|bursting) into (?:tears|song)\b"
    r"|\b(?:panic(?:s|king)?|cry(?:ing)?|scream(?:s|ing)?) and (?:run|hide|give up|go)\b"
    r"|\brun(?:s|ning)? away\b(?! from)|\bgoogl(?:e|es|ing) it\b"
    r"|\bask(?:s|ing)? (?:it |them |him |her )?(?:very )?(?:nicely|google|siri|alexa|chatgpt)\b"
    r"|\b(?:post|share|tweet)(?:s|ing|ed)? (?:about )?it on (?:social media|instagram|facebook|twitter|tiktok)\b"
    r"|\bcrystal balls?\b|\bduct tape\b|\brock, ?paper,? (?:and )?scissors\b|\btime machines?\b|\babracadabra\b"
    r"|\bpizza delivery\b|\b(?:chewing|bubble) gum\b"
    r"|\bselfies?\b|\bmade of (?:green )?cheese\b|\bafraid of the dark\b|\b(?:mother|mom|mum|wife|grandmother) told\b"
    r"|\b(?:likes?|liked|loves?|loved|hates?|hated) (?:the )?(?:colou?r|pizza|chocolate|mondays|naps|ice cream"
    r"|parties)\b",
    re.IGNORECASE,
)
_OUT_OF_PLACE = lazy_pattern(
    r"(?:an? |the |your |my |some )?(?:(?:birthday|greeting|christmas|valentine(?:['’]s)?) cards?"
    r"|(?:shopping|grocery|to-do|wish|guest) lists?|love letters?|bedtime stor(?:y|ies)|(?:lunch "
    r"|restaurant )?menus?|cookbooks?"
    r"|comic books?|(?:bus|movie|cinema|concert|lottery) tickets?|cake recipes?|recipes?|horoscopes?"
    r"|fortune cookies?|postcards?"
    r"|party invitations?|tv guides?|hair ?brush(?:es)?|tooth ?brush(?:es)?|rubber ducks?|(?:left "
    r"|old )?(?:shoes?"
    r"|socks?)|pillows?|teddy bears?|frying pans?|bubble wrap|ice cream|pizzas?|hot dogs?|hamsters?(?: .*)?"
    r"|too (?:many|much)"
    r" (?:pizzas?|ice cream|chocolate|tea|coffee|beer|cheese|television|tv))\.?",
    re.IGNORECASE,
)
_PLACE_OF_SUCH = lazy_pattern(
    r"\b(?:cards?|lists?|letters?|stor(?:y|ies)|menu|book\w*|tickets?|recipes?|invitations?|shop\w*|cloth\w*"
    r"|garment\w*|wear"
    r"|fabric|footwear|hygiene|plastic\w*|household|home|bed\w*|furniture|rodents?|mammals?|animals?|pan|utensils?"
    r"|teeth|hair|word"
    r"|noun|spanish|french|german|italian|english|sugar|fat|calor\w+|advert\w*|sell\w*|sold|demand|goods?|product\w*"
    r"|text types?"
    r"|genre\w*|astrolog\w*|print\w*|paper|food|dish\w*|meals?|snacks?|desserts?|invent\w*|static|rub\w*)\b",
    re.IGNORECASE,
)
_OUT_OF_PLACE_WORDS = (
    "birthday greeting christmas valentine valentine's list lists story stories menu menus cookbook cookbooks comic"
    " ticket"
    " tickets recipe recipes horoscope horoscopes postcard postcards invitation invitations tv hairbrush toothbrush"
    " brush"
    " duck ducks shoe shoes sock socks pillow pillows teddy pan pans bubble cream pizza pizzas dog dogs hamster"
    " hamsters"
    " chocolate tea coffee beer cheese television cookie cookies"
).split()
_CREATURE = lazy_pattern(
    r"(?<!sea )(?<!komodo )\b(?:dragons?(?! fruit)|mermaids?|goblins|elves|vampires(?! bats?)|werewolves)\b(?!['’])",
    re.IGNORECASE,
)
_MYTH = lazy_pattern(
    r"\b(?:myth\w*|legend\w*|saints?|flag|emblem|symbol\w*|animals?|zodiac|heraldry|coat|painting|sculpture|statue"
    r"|constellation|star|lizards?|boats?|sagas?|epic|opera|ballet|chinese|zodiac|year of)\b",
    re.IGNORECASE,
)
_COMIC_WORDS = (
    "kazoo kazoos vuvuzela vuvuzelas washboard washboards whoopee toaster toasters flip-flops pajamas pyjamas bathtub"
    " trampoline trampolines confetti ketchup lemonade popcorn lollipop lollipops karaoke disco bathrobe sunglasses"
    " snowman bagpipes doorbell doorbells megaphone jukebox yo-yo frisbee"
).split()
"""Things that are out of place in most subjects, if the stem and the other options are about none of their kind."""
_SETTING_OF_COMIC = lazy_pattern(
    r"\b(?:instruments?|membranophone|skiffle|folk|noise|stadiums?|world cup|drinks?|beverages?|food|acid\w*|snacks?"
    r"|corn"
    r"|condiments?|sauce|tomato\w*|cinema|movies?|cloth\w*|wear|worn|garments?|shoes?|appliances?|electric\w*|sports?"
    r"|toys?|games?|part(?:y|ies)|spanish|french|german|italian|japanese|english|words?|noun|sing\w*|dance|music\w*"
    r"|wedding|carnival|summer|sun|light|eyes?|UV|children|scotland|scottish|brand|trademark|invent\w*)\b",
    re.IGNORECASE,
)
_FEELINGS = (
    "embarrassment boredom ambition jealousy envy loneliness homesickness shyness laziness vanity happiness sadness"
    " stubbornness nostalgia enthusiasm kindness grumpiness cheerfulness"
).split()
_MOODY = (
    "homesick grumpy shy lazy bored jealous embarrassed lonely sad happy angry proud sleepy tired thirsty cheerful"
    " annoyed ashamed mood"
).split()
_OF_FEELING = lazy_pattern(
    rf"(?:(?:pure|sheer|simple|just|only|out of|from|because of|by|with|its|their|the) )*(?:{'|'.join(_FEELINGS)})\b.*"
    r"|(?:because )?(?:it|they) (?:is|are|feels?|gets?) (?:so |very |too |just |simply |old and |always "
    rf"|in a (?:bad|good) )*(?:{'|'.join(_MOODY)})\b.*"
    r"|(?:just |only )?(?:for (?:the )?fun|out of spite|just because|because (?:it|they) (?:can|want to|likes?"
    r"|feels? like).*"
    r"|(?:in order )?to (?:annoy|impress|show off|look (?:cool|pretty|good|nice|smart)|make friends|pass the time"
    r"|have fun|be (?:funny|cool|annoying|mean))\b.*)",
    re.IGNORECASE,
)
"""What people feel or want, as a reason for what happens to things."""
_OF_MINDS = lazy_pattern(
    r"\b(?:who|whose|his|her|he|she|did|was|were|people|persons?|humans?|emotion\w*|feel\w*|mind\w*|mental\w*|mood\w*"
    r"|psycholog\w*|behavio\w*|personality|virtues?|vices?|sins?|theme|adolescen\w+|students?|learners?|consumers?"
    r"|customers?|buyers?|workers?|employees?|managers?|voters?|soldiers?|players?|users?|dogs?|cats?|horses?|pets?"
    r"|monkeys?|apes?|chimpanzees?|motiv\w*|needs?|stage|crisis)\b",
    re.IGNORECASE,
)
_CHARACTERS = frozenset(
    " ".join(
        """
        captain ahab, ishmael, big brother, winston smith, sherlock holmes, watson, dr. watson, don quixote,
        sancho panza, hamlet, ophelia, macbeth, lady macbeth, othello, iago, romeo, juliet, romeo montague,
        juliet capulet, huck finn, huckleberry finn, tom sawyer, robinson crusoe, gulliver, lemuel gulliver, jane eyre,
        mr. darcy, mr. rochester, mr. hyde, dr. jekyll, elizabeth bennet, heathcliff, oliver twist, pip, miss havisham,
        scrooge, ebenezer scrooge, frankenstein, victor frankenstein, dracula, count dracula, faust, mephistopheles,
        odysseus, achilles, aladdin, sinbad, scheherazade, the mad hatter, captain nemo, phileas fogg, d'artagnan,
        jean valjean, quasimodo, esmeralda, anna karenina, raskolnikov, prince myshkin, gatsby, jay gatsby,
        nick carraway, holden caulfield, atticus finch, boo radley, papageno, tamino, pamina, queen of the night,
        figaro, don giovanni, carmen, aida, siegfried, violetta, gregor samsa, josef k, willy loman, hester prynne,
        dorian gray, peter pan, long john silver, robin hood, king lear, prospero, shylock, falstaff, antigone, lolita,
        humbert humbert, the little prince, pippi longstocking, hermione granger, katniss everdeen, bilbo baggins
        """.split()
    ).split(", ")
)
"""People in books and operas, which they cannot have written."""
_ASKS_FOR_AUTHOR = lazy_pattern(
    r"\bwho (?:wrote|composed|painted|directed|translated|published)\b"
    r"|\bwho (?:is|was) the (?:author|composer|writer)\b"
    r"|\b(?:which|what) (?:author|writer|novelist|playwright|poet|composer)\b",
    re.IGNORECASE,
)
_EVERYDAY_PEOPLE = listed(
    "bouncer plumber baker butcher farmer barber hairdresser clown waiter waitress cashier janitor babysitter lifeguard"
    " firefighter fireman policeman mailman postman gardener chef dentist lawyer acrobat magician juggler cowboy pirate"
    " ninja bodyguard doorman referee goalkeeper cheerleader electrician carpenter bricklayer taxi-driver accountant"
    " banker tailor shoemaker florist bartender nanny grandma grandmother grandpa grandfather granny ballerina jockey"
    " wizard sorcerer gangster burglar superhero astronaut fisherman shepherd milkman housewife hairstylist"
    " librarian secretary receptionist comedian dj wrestler boxer surfer skateboarder cyclist stuntman detective"
)
"""People whom everybody knows, and who are no part of a machine, a plant or a grammar by the same name."""
_CALLED_LIKE_PEOPLE = lazy_pattern(
    r"\b(?:cricket|bowl\w*|fish|bird|beetle|crab|ant|bee|pattern|island|card|tarot|cocktail|drinks?|village people"
    r"|jobs?|works?|working|profession\w*|occupation\w*|trade|role|owner|user|expert|services?|repairs?)\b",
    re.IGNORECASE,
)
_ABSURD_WORDS = frozenset(
    "unicorn unicorns leprechaun leprechauns zombie zombies wand wands spell spells space tooth sad lonely bored happy"
    " angry jealous shy hungry embarrassed sleepy tired lazy grumpy proud love scared allergic sing sings singing"
    " wave waves"
    " waving whisper whispers whispering smile smiles smiling dance dances dancing apologize apologise apologizing"
    " apologising bow talk talking hug hugs hugging kiss kissing tickle tickling cuddle cuddling compliment hope hopes"
    " hoping fingers wish nap selfie selfies party bed sleep vacation holiday circles screaming coffee pizza pizzas"
    " cheese dark told color colour chocolate mondays naps parties cream sandwich sandwiches lunch dinner"
    " breakfast snack snacks cake cookie cookies barbecue picnic luck mother mom mum grandmother grandma lottery tears"
    " song".split()
)
"""Every absurd option contains one of these words."""
_COMIC = frozenset(_COMIC_WORDS)
_PHRASE_WORDS = 3
_ABOUT_PEOPLE = lazy_pattern(
    r"\b(?:feel\w*|mood|emotion\w*|allerg\w*|immun\w*|rash|symptoms?|patients?|doctor|nurse|employees?|workers?|hotel"
    r"|guests?"
    r"|customers?|child(?:ren)?|bab(?:y|ies)|parents?|proverb|idiom|myth\w*|poems?|characters?|narrator|says?|said"
    r"|express\w*"
    r"|sentence|cook\w*|bake\w*|baking|kitchen|café|cafe|coffee|drinks?|food|eat|eats|meals?|lunch|dinner|breakfast"
    r"|weddings?|brides?|birthdays?|customs?|traditions?"
    r"|pets?|dog|cat|horse"
    r"|social media|phones?"
    r"|photo\w*|apps?|holiday|vacation|travel\w*|sleep\w*|festival|etiquette|polite\w*|startup|coat of arms"
    r"|heraldry)\b",
    re.IGNORECASE,
)
_ABOUT_WORDS = lazy_pattern(r"\b(?:means?|meaning|translat\w+|phrase|sentence|say|said|in english)\b", re.IGNORECASE)
_MAX_JOKES = 1


@question_rule(
    "Q151",
    "joke-option",
    kinds=WITH_OPTIONS,
    triggers=(
        "know knows care cares idea clue sure matter mum mom said kidding blah asdf magic mouse duck bunny simpson"
        " spongebob popeye shrek pikachu batman superman spider spiderman america woman vader yoda aliens fairy"
        " christmas santa godzilla kong norris potter gandalf dumbledore kitty pig pooh doo scooby-doo winnie-the-pooh"
        " grinch sherlock bond jones bean judy evil iron hulk mario barbie snoopy kermit monster tarzan rambo"
        " frodo voldemort hagrid pinocchio bambi dumbo poppins hook sparrow kenobi skywalker leia lightyear"
        " roommate flatmate sister brother cousin wife husband"
        " mother father ma pa grandfather grandma grandpa dad aunt uncle dog cat neighbor neighbour boss teacher"
        " goldfish hamster parrot teddy rock-paper-scissors rock panic panics panicking cry crying scream screams"
        " run runs running nicely google siri alexa chatgpt googles googling instagram facebook twitter tiktok media"
        " crystal duct machine machines abracadabra delivery gum scissors"
        " kryptonite adamantium vibranium unobtainium mithril dilithium hogwarts narnia gotham wakanda neverland"
        " middle-earth earth star lightsaber lightsabre saber sabre dust batmobile capacitor potion carpet"
        " dragon dragons mermaid mermaids goblins elves vampires werewolves"
    ).split()
    + sorted(_ABSURD_WORDS)
    + sorted({words_of(name)[-1] for name in _CHARACTERS})
    + _FEELINGS
    + _MOODY
    + _COMIC_WORDS
    + ["fun", "spite", "because", "annoy", "impress", "friends"]
    + _OUT_OF_PLACE_WORDS
    + sorted(_EVERYDAY_PEOPLE),
    english=True,
    source=f"{HDR}, guidelines 29 and 31 (all distractors plausible; humor only if the teacher uses it too)",
)
def joke_option(item: Item) -> Iterator[Flaw]:
    """Flag distractors that nobody takes seriously, such as "Mickey Mouse", "I don't know" and "Sing to it".

    ## Why it matters
    Guessers have one fewer option to choose from, and a joke draws attention instead of testing knowledge.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the Mona Lisa?
      answer: Leonardo da Vinci
      distractors: [Raphael, Mickey Mouse, Titian]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the Mona Lisa?
      answer: Leonardo da Vinci
      distractors: [Raphael, Michelangelo, Titian]
    ```
    """
    jokes = [option for option in item.options if _is_joke(item, option.strip())]
    # Among others of their kind, they are part of the subject.
    if len(jokes) == _MAX_JOKES and jokes[0] not in item.keys:
        yield Flaw(
            f"nobody takes the option {jokes[0]!r} seriously",
            "replace it with a common mistake, or leave it out",
            item.option_path(jokes[0]),
        )


def _is_joke(item: Item, option: str) -> bool:
    """Return whether ``option`` is serious in no question, or only in one about fiction, people, or what words mean."""
    if _NO_ANSWER.fullmatch(option):
        return _ABOUT_WORDS.search(item.stem) is None
    if option.lower() in _CHARACTERS and _ASKS_FOR_AUTHOR.search(item.stem):
        return True
    if _FIGURE_OF_FUN.fullmatch(option) is not None:
        return _ABOUT_FIGURES.search(item.stem) is None
    if _OF_FEELING.fullmatch(option):
        return not (_OF_MINDS.search(item.stem) or _ABOUT_FIGURES.search(item.stem) or _ABOUT_PEOPLE.search(item.stem))
    if option.lower() in _EVERYDAY_PEOPLE:
        return _is_among_things(item, option)
    if not _COMIC.isdisjoint(item.option_words.get(option, ())):
        return _SETTING_OF_COMIC.search(item.stem) is None or len(item.option_words[option]) >= _PHRASE_WORDS
    if _OUT_OF_PLACE.fullmatch(option):
        return not (
            _PLACE_OF_SUCH.search(item.stem) or _ABOUT_PEOPLE.search(item.stem) or _ABOUT_WORDS.search(item.stem)
        )
    if _CREATURE.search(option):
        return not (_ABOUT_FIGURES.search(item.stem) or _CREATURE.search(item.stem) or _MYTH.search(item.stem))
    if len(item.option_words.get(option, ())) < _PHRASE_WORDS or (found := _ABSURD.search(option)) is None:
        return False
    is_apart = content_set(found[0]).isdisjoint(item.stem_content)
    return is_apart and not (
        _ABOUT_FIGURES.search(item.stem) or _ABOUT_PEOPLE.search(item.stem) or item.asks_about_form
    )


_FEWEST_THINGS = 2


def _is_among_things(item: Item, person: str) -> bool:
    """Return whether ``person`` is the only one among things: a bouncer among a diode, a resistor and an inductor."""
    others = [option for option in item.options if option.strip() != person]
    things = [option for option in others if option in item.noun_options]
    if len(things) < max(_FEWEST_THINGS, len(others) - 1) or any(is_kind_of(each.lower(), "person") for each in things):
        return False
    patterns = (_OF_MINDS, _ABOUT_FIGURES, _ABOUT_PEOPLE, _ABOUT_WORDS, _CALLED_LIKE_PEOPLE)
    return not any(pattern.search(item.stem) for pattern in patterns)
